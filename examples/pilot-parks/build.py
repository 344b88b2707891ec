#!/usr/bin/env python3
"""Writes one workbook for each pilot park from the reviewed table ``sources.csv``.

Run it after a change of the table or of the form: ``python examples/pilot-parks/build.py``.
A row of the table without a value is a blank cell whose note tells why it stays blank.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.model.dictionary import DataDictionary, FieldType
from eipcheck.model.record import Quality, Value
from eipcheck.resources import data_folder
from eipcheck.workbook.content import Content, FactRow
from eipcheck.workbook.fill import filled_bytes

HERE = Path(__file__).resolve().parent
COMPILED = date(2026, 11, 22)
SEEN = {
    "V": ("thấy nguyên văn", "seen verbatim"),
    "P": ("thấy diễn đạt lại hoặc suy ra", "paraphrased or derived"),
}
"""The grades of confidence that may be entered; figures known from memory only may not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One published figure: a row of ``sources.csv``.

    ``row`` is blank for the facts of the park, else ``sheet:name`` of a row of a list.
    """

    park: str
    row: str
    field: str
    value: str
    unit: str
    year: str
    source_url: str
    confidence: str
    quality: str
    note: str
    note_en: str

    @property
    def remark(self) -> str:
        """The note of the workbook: the confidence and the remark, in both languages."""
        vi, en = SEEN[self.confidence]
        return " / ".join(
            (
                " ".join(filter(None, (f"Độ tin cậy {self.confidence} ({vi}).", self.note))),
                " ".join(filter(None, (f"Confidence {self.confidence} ({en}).", self.note_en))),
            )
        )


def read_rows() -> tuple[Row, ...]:
    """Read the table."""
    with (HERE / "sources.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Row(**row) for row in csv.DictReader(file))


def dictionary() -> DataDictionary:
    """Load the data dictionary that the form is generated from."""
    return load_dictionary(data_folder("criteria") / "fields.yaml")


def contents(fields: DataDictionary) -> Mapping[str, Content]:
    """Give what each workbook holds, by the name of the park."""
    rows = read_rows()
    parks = dict.fromkeys(row.park for row in rows)
    return {park: content((r for r in rows if r.park == park), fields) for park in parks}


def content(rows: Iterable[Row], fields: DataDictionary) -> Content:
    """Give what the workbook of one park holds."""
    facts = [
        FactRow(
            field="data_label",
            value="published_only",
            note="Ô trống là chưa biết / A blank cell is unknown",
        ),
        FactRow(
            field="assessment_date",
            value=COMPILED,
            note="Ngày tổng hợp số liệu đã công bố, không phải ngày nộp hồ sơ"
            " / The day on which the published figures were compiled, not a day of filing",
        ),
    ]
    lists: dict[str, dict[str, dict[str, Value | None]]] = {}
    for row in rows:
        if not row.row:
            facts.append(fact(row, fields))
            continue
        sheet, _, name = row.row.partition(":")
        listed = lists.setdefault(sheet, {}).setdefault(name, list_row(row, sheet, fields))
        listed[row.field] = typed(row, fields)
    return Content(
        facts=tuple(facts),
        rows={sheet: tuple(by_name.values()) for sheet, by_name in lists.items()},
    )


def fact(row: Row, fields: DataDictionary) -> FactRow:
    """Give a row of a facts sheet."""
    day = date.fromisoformat(row.year) if "-" in row.year else None
    return FactRow(
        field=row.field,
        value=typed(row, fields),
        year=int(row.year) if row.year and day is None else None,
        as_of=day,
        source=row.source_url,
        quality=Quality(row.quality) if row.quality else None,
        note=row.remark,
    )


def list_row(row: Row, sheet: str, fields: DataDictionary) -> dict[str, Value | None]:
    """Begin a row of a list: its key and, as lists have no columns for them, source and year."""
    spec = fields.sheet(sheet)
    note = next(f.id for f in spec.fields if f.id.endswith("_note"))
    begun: dict[str, Value | None] = {note: f"{row.source_url} ({row.year}). {row.remark}"}
    if spec.key and spec.rows:
        begun[spec.key] = row.row.partition(":")[2]
    return begun


def typed(row: Row, fields: DataDictionary) -> Value | None:
    """Give the value in the type of its field; blank stays blank.

    Raises:
        ValueError: the unit is not that of the field.
    """
    field = fields.field(row.field)
    if row.unit != (field.unit or ""):
        raise ValueError(row.park, row.field, row.unit)
    if not row.value:
        return None
    match field.type:
        case FieldType.NUMBER | FieldType.INTEGER:
            return Decimal(row.value)
        case FieldType.YEAR:
            return int(row.value)
        case _:
            return row.value


def build() -> Mapping[Path, bytes]:
    """Give the workbooks by the path that each is written to."""
    fields = dictionary()
    return {
        HERE / f"{park}.xlsx": filled_bytes(fields, "vi", answers)
        for park, answers in contents(fields).items()
    }


if __name__ == "__main__":
    for path, workbook in build().items():
        path.write_bytes(workbook)
