"""The same figures give the same assessment, however and wherever they are written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from example_builds import PILOT, SYNTHETIC, script
from metamorphic import figures, layouts, parts
from metamorphic.layouts import BOTH, LISTS, every
from openpyxl import Workbook, load_workbook
from workbook_helper import the_dictionary

from eipcheck.model.dictionary import Layout
from eipcheck.model.record import EnterpriseRef, ParkRecord
from eipcheck.pipeline.assess import Request, Session, open_session
from eipcheck.reporting.jsonout import assessment_json
from eipcheck.workbook.fill import filled_bytes
from eipcheck.workbook.read import read_workbook

PARKS = {
    "sample": SYNTHETIC / "kcn-mau.xlsx",
    "tra-noc-2": PILOT / "tra-noc-2.xlsx",
    "khanh-phu": PILOT / "khanh-phu.xlsx",
}
NOT_COMPARED = {
    "cell",
    "cells",
    "complete_cell",
    "file",
    "place",
    "problems",
    "raw",
    "row",
    "run_at",
    "sheet",
}
"""Keys of the JSON that say where something stands and how it is written there."""

Edit = Callable[[Workbook], None]

FIGURES: dict[str, Edit] = {
    "figures as Vietnamese text": figures.as_text(figures.vietnamese),
    "figures as English text": figures.as_text(figures.english),
    "figures as plain text": figures.as_text(figures.plain),
    "figures with units": figures.with_units,
    "figures grouped by spaces": figures.figures_in_spaces,
    "figures in full-width digits": figures.wide_digits,
    "land in square metres": figures.square_metres,
    "land in square metres in the cells": figures.square_metres_in_cells,
    "electricity in MWh": figures.megawatt_hours,
    "percent in formatted cells": figures.percent_cells,
    "dates as text": figures.dates_as_text,
    "dates with points": figures.dates_with_points,
    "choices in capitals": figures.choices_in_capitals,
    "decomposed letters": figures.decomposed,
    "spaces around texts": figures.padded,
}
LAYOUTS: dict[str, Edit] = {
    "letterhead above": every(BOTH, layouts.letterhead),
    "headings moved down": every(BOTH, layouts.moved_down),
    "columns shuffled": every(BOTH, layouts.shuffled_columns),
    "blank rows": every(BOTH, layouts.blank_rows),
    "column numbers in brackets": every(BOTH, layouts.column_numbers),
    "column numbers": every(BOTH, layouts.bare_column_numbers),
    "group titles, merged": every(BOTH, layouts.group_titles),
    "group titles with numerals": every(LISTS, layouts.group_titles_with_numerals),
    "totals below": every(LISTS, layouts.totals),
    "two-level headings": every(BOTH, layouts.two_levels),
    "headings merged down": every(BOTH, layouts.merged_down),
    "hidden rows and columns": every(BOTH, layouts.hidden),
    "data starting at C5": every(BOTH, layouts.starts_at_c5),
    "running numbers": every(LISTS, layouts.running_numbers),
    "signatures below lists": every(LISTS, layouts.signatures),
    "signatures below facts": every((Layout.FACTS,), layouts.signatures),
    "own columns": every(BOTH, layouts.own_columns),
    "sheets shuffled": layouts.shuffled_sheets,
    "sheets hidden": layouts.hidden_sheets,
    "ids as headings": layouts.ids_as_headings,
    "names without ids": layouts.names_without_ids,
    "headings without marks": layouts.headings_without_marks,
    "headings in English": layouts.english_headings,
    "headings over lines": layouts.headings_over_lines,
}
YEARS: dict[str, Edit] = {
    "years side by side": layouts.years_side_by_side,
    "years side by side in words": layouts.years_side_by_side_in_words,
}
CODES: dict[str, Edit] = {"tax codes as numbers": figures.tax_codes_as_numbers}
NAMES: dict[str, Edit] = {
    "enterprises in capitals": figures.other_case,
    "enterprises with another tone place": figures.other_tone_place,
    "enterprises without marks": figures.without_marks,
    "enterprises in decomposed letters": figures.other_unicode_form,
    "enterprises by tax code": figures.by_tax_code,
}
PARTS: dict[str, Callable[[bytes], bytes]] = {
    "strings in a part of their own": parts.shared_strings,
    "strings in two fonts": parts.rich_text,
    "elements with a prefix": parts.prefixed,
    "no dimension": parts.without_dimension,
    "a dimension of one cell": parts.lying_dimension,
    "parts stored in another order": parts.uncompressed,
    "figures computed by formulas": parts.computed,
}


@cache
def session() -> Session:
    """Load the criteria once."""
    return open_session(Request(as_of=date(2020, 11, 20)))


def edited(data: bytes, edit: Edit) -> bytes:
    """Apply an edit to a workbook."""
    book = load_workbook(BytesIO(data))
    edit(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@dataclass(frozen=True)
class Said:
    """What a workbook was understood to say."""

    assessment: Any
    record: ParkRecord


def assessment(data: bytes, folder: Path) -> Said:
    """Give the JSON of a workbook without places and spellings, and all its values."""
    path = folder / "park.xlsx"
    path.write_bytes(data)
    done = session().assess(path)
    moment = datetime(2020, 11, 20, tzinfo=UTC)
    text = assessment_json(done.record, done.dates, done.assessments, moment)
    document = json.loads(text)
    del document["input"]["sha256"]
    return Said(compared(document), read_workbook(path, the_dictionary()))


def compared(value: Any) -> Any:
    """Leave out what may differ: also the names by which lists call enterprises."""
    if isinstance(value, dict):
        spoken = {"name"} if value.get("code") == "" else set()
        return {k: compared(v) for k, v in value.items() if k not in NOT_COMPARED | spoken}
    return [compared(v) for v in value] if isinstance(value, list) else value


@cache
def base(park: str, folder: Path) -> Said:
    """Give the assessment of a park as it stands in the repository."""
    return assessment(PARKS[park].read_bytes(), folder)


def differences(got: Said, wanted: Said) -> list[str]:
    """Give what differs: anything of the assessment, and every value that is read wrongly."""
    found = [*unlike(got.assessment, wanted.assessment, "")]
    ours, theirs = dict(values(got.record)), dict(values(wanted.record))
    found += [f"{key}: read {ours[key]}" for key in ours.keys() - theirs.keys() if ours[key]]
    for key, value in theirs.items():
        read = ours.get(key, "lost")
        if read != value and read is not None:  # unknown is honest; the assessment is the same
            found.append(f"{key}: {read} for {value}")
    return found


def unlike(got: Any, wanted: Any, at: str) -> Iterator[str]:
    """Give the places where two documents differ."""
    if isinstance(got, dict) and isinstance(wanted, dict) and got.keys() == wanted.keys():
        for key in wanted:
            yield from unlike(got[key], wanted[key], f"{at}.{key}")
    elif isinstance(got, list) and isinstance(wanted, list) and len(got) == len(wanted):
        for number, (one, other) in enumerate(zip(got, wanted, strict=True)):
            yield from unlike(one, other, f"{at}[{number}]")
    elif got != wanted:
        yield f"{at}: {str(got)[:150]} for {str(wanted)[:150]}"


def values(record: ParkRecord) -> Iterator[tuple[object, object]]:
    """Give every value of a record by what it is about."""
    for about, said in record.facts.items():
        for number, o in enumerate(o for o in said if o.raw != "?"):
            yield (about, number), spelt(o.value)
            yield (about, number, "when"), (o.year, o.as_of, o.scope, o.quality, o.documents)
    for sheet, table in record.tables.items():
        yield sheet, len(table.rows)
        yield (
            (sheet, "declared"),
            [(d.id, d.complete, d.start, d.end, d.documents) for d in table.declarations],
        )
        for about, column in table.columns.items():
            for row, value in enumerate(column.values):
                yield (sheet, about, row), spelt(value)


def spelt(value: object) -> object:
    """Write a value so that another spelling of an enterprise is the same."""
    return ("row", value.row) if isinstance(value, EnterpriseRef) else value


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for the workbooks that others are compared with."""
    return tmp_path_factory.mktemp("base")


def not_coming(variations: dict[str, Any]) -> list[str]:
    """Give the names of the variations that are to hold."""
    return list(variations)


@pytest.mark.parametrize("park", PARKS)
@pytest.mark.parametrize("name", not_coming(FIGURES | LAYOUTS))
def test_a_variation_changes_nothing(name: str, park: str, folder: Path, tmp_path: Path) -> None:
    edit = (FIGURES | LAYOUTS)[name]
    varied = edited(PARKS[park].read_bytes(), edit)
    assert differences(assessment(varied, tmp_path), base(park, folder)) == []


@pytest.mark.parametrize("name", not_coming(YEARS))
def test_years_side_by_side_change_nothing(name: str, folder: Path, tmp_path: Path) -> None:
    varied = edited(PARKS["sample"].read_bytes(), YEARS[name])
    assert differences(assessment(varied, tmp_path), base("sample", folder)) == []


@pytest.mark.parametrize("name", not_coming(NAMES | CODES))
def test_another_spelling_of_an_enterprise_changes_nothing(name: str, tmp_path: Path) -> None:
    data = PARKS["sample"].read_bytes()
    start = figures.spoken_names if name in NAMES else figures.likely_codes
    spoken = assessment(edited(data, start), tmp_path)
    varied = assessment(edited(data, (NAMES | CODES)[name]), tmp_path)
    assert differences(varied, spoken) == []


@pytest.mark.parametrize("name", not_coming(PARTS))
def test_another_way_to_store_the_cells_changes_nothing(
    name: str, folder: Path, tmp_path: Path
) -> None:
    data = PARTS[name](PARKS["sample"].read_bytes())
    assert data != PARKS["sample"].read_bytes()
    assert differences(assessment(data, tmp_path), base("sample", folder)) == []


def test_the_english_form_gives_the_same_assessment(folder: Path, tmp_path: Path) -> None:
    fields = the_dictionary()
    content = script(SYNTHETIC).content(fields)
    assert (
        differences(
            assessment(filled_bytes(fields, "en", content), tmp_path), base("sample", folder)
        )
        == []
    )


def test_a_changed_figure_is_noticed(folder: Path, tmp_path: Path) -> None:
    """The comparison is no rubber stamp."""

    def edit(book: Workbook) -> None:
        book["Đất"]["D19"] = 39

    changed = assessment(edited(PARKS["sample"].read_bytes(), edit), tmp_path)
    assert differences(changed, base("sample", folder))
