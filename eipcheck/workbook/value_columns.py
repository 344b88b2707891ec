"""The columns of values of a facts sheet: one for all years, or one for each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from eipcheck.model.recognition import SeenColumn
from eipcheck.workbook.headings import Header


def with_values(header: Header) -> tuple[Header, ...]:
    """Give the headings once for each column of values: the latest year of several first."""
    own = (header,) if "value" in header.columns else ()
    years = sorted(header.years.items(), reverse=True)
    return (
        *own,
        *(
            replace(header, columns={**header.columns, "value": h, "year": replace(h, year=year)})
            for year, h in years
        ),
    )


def seen_columns(headers: Sequence[Header], convention: str) -> tuple[SeenColumn, ...]:
    """Tell the columns of the sheet, each once."""
    seen = {c.column: c for c in headers[0].left}
    for header in headers:
        for name, heading in header.columns.items():
            said = SeenColumn(
                column=heading.column,
                heading=heading.text,
                how=heading.how,
                field=name,
                convention=convention if name == "value" else "",
            )
            seen.setdefault(heading.column, said)
    return tuple(seen[column] for column in sorted(seen))
