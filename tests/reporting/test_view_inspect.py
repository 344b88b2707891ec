"""What ``inspect`` says of a workbook."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from seen_records import FOREIGN, FORM, GUIDE, MAPPED, NOTES, record

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.recognition import How, SeenColumn, SeenSheet
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting.say import say
from eipcheck.reporting.view_inspect import InspectView, view_inspect
from eipcheck.resources import data_folder


@pytest.fixture(scope="module")
def dictionary() -> DataDictionary:
    return load_dictionary(data_folder("criteria") / "fields.yaml")


def view(dictionary: DataDictionary, *seen: SeenSheet, language: Language = "en") -> InspectView:
    return view_inspect(record(*seen), dictionary, language)


def test_the_summary_counts_sheets_and_columns(dictionary: DataDictionary) -> None:
    told = view(dictionary, GUIDE, FORM, FOREIGN, MAPPED)
    assert told.summary == (
        "Sheets: 3 of 4 recognised.",
        "Columns: 3 of 8 recognised, 4 left, 1 that answer nothing.",
        "Problems: 0.",
    )
    assert "--write-mapping" in told.draft


def test_a_sheet_tells_what_it_holds_and_how_that_is_known(dictionary: DataDictionary) -> None:
    form, foreign, mapped = view(dictionary, FORM, FOREIGN, MAPPED).sheets
    assert (form.holds, form.mark.word) == ("Enterprises (enterprises)", "by its label")
    assert form.notes == ("heading row 5", "120 rows read")
    assert (foreign.holds, foreign.mark.word) == ("", "not recognised, not read")
    assert foreign.notes == ("resembles Violations (violations)", "heading row 3–4")
    assert mapped.mark.word == "by the mapping board-list"
    assert mapped.notes == ("hidden sheet", "heading row 2", "1 row read")


def test_a_column_tells_its_field_unit_and_number_convention(dictionary: DataDictionary) -> None:
    (sheet,) = view(dictionary, MAPPED).sheets
    power, water = sheet.columns
    assert (power.letter, power.heading) == ("A", "Điện (MWh)")
    assert power.field == "Electricity saved (recp_kwh)"
    assert power.notes == ("converted: MWh × 1,000 = kWh/year", "decimal comma")
    assert (water.letter, water.notes) == ("AA", ("unit m3",))


def test_what_was_left_comes_with_what_it_resembles(dictionary: DataDictionary) -> None:
    (sheet,) = view(dictionary, FORM).sheets
    number, code, name, connected = sheet.columns
    assert (number.mark.key, number.mark.icon, number.field) == ("ignored", "–", "")
    assert (code.mark.word, code.field) == ("by a known alias", "Tax code (tax_code)")
    assert (name.mark.key, name.mark.icon) == ("left", "?")
    assert name.notes == ("resembles Name of the enterprise (enterprise_name)",)
    assert connected.notes == ()


def test_the_fields_without_a_column_are_named(dictionary: DataDictionary) -> None:
    (sheet,) = view(dictionary, FORM).sheets
    count = len(dictionary.sheet("enterprises").fields) - 1
    assert sheet.missing.startswith(f"No column for {count} fields: Name of the enterprise; ")
    assert "Tax code" not in sheet.missing
    park = SeenSheet(name="KCN", how=How.LABEL, sheet="park", heading_rows=(3,))
    assert view(dictionary, park).sheets[0].missing == ""  # facts stand in rows


def test_a_file_without_a_sheet_of_the_form_is_told_so(dictionary: DataDictionary) -> None:
    told = view(dictionary, NOTES)
    assert told.summary[-1].startswith("No sheet of the form was recognised")
    assert told.sheets[0].notes == ()


def test_nothing_left_needs_no_draft(dictionary: DataDictionary) -> None:
    assert view(dictionary, GUIDE, MAPPED).draft == ""


def test_a_small_factor_loses_no_digit(dictionary: DataDictionary) -> None:
    column = replace(MAPPED.columns[0], unit="Wh", factor=Decimal("0.00000125"))
    (sheet,) = view(dictionary, replace(MAPPED, columns=(column,))).sheets
    assert "Wh × 0.00000125 = kWh/year" in sheet.columns[0].notes[0]


def test_problems_name_fields_in_words(dictionary: DataDictionary) -> None:
    place = Cell("Doanh nghiệp", 5, 3)
    found = Problem("D109", place, (("field", "tax_code"), ("date", "2021-02-03")))
    told = view_inspect(record(FORM, problems=(found,)), dictionary, "en")
    assert told.problems[0].what.startswith("“Tax code” gives 3 February 2021")
    assert "Problems: 1." in told.summary


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", How)
def test_every_way_of_recognition_has_words(language: Language, how: How) -> None:
    assert say(language, f"inspect.how.{how.value}", mapping="x")


def test_words_of_the_workbook_lose_what_nobody_sees(dictionary: DataDictionary) -> None:
    evil = "a\x1b[31m\u202eb\n{n}|c"
    column = SeenColumn(column=1, heading=evil, how=How.LEFT, unit=evil, suggestion=evil)
    sheet = replace(FORM, name=evil, how=How.MAPPING, mapping=evil, columns=(column,))
    told = view_inspect(record(sheet, file=evil), dictionary, "vi")
    seen = told.sheets[0]
    texts = (told.file, told.draft, seen.name, seen.mark.word, seen.columns[0].heading)
    for text in (*texts, *seen.columns[0].notes):
        assert "{n}|c" in text
        assert not {"\x1b", "\u202e", "\n"} & set(text)
