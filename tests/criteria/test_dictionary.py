"""The data dictionary loads strictly, and a criteria set can only add to it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from criteria_files import DICTIONARY, broken, fault_in, places, problems_of, write_files

from eipcheck.criteria.dictionary import extend_dictionary, load_dictionary
from eipcheck.model.dictionary import (
    NOT_YET,
    DataDictionary,
    FieldType,
    Layout,
    NeedsDocument,
)
from eipcheck.model.text import Text

ROOT = Path(__file__).parents[2]


def load(folder: Path, text: str) -> DataDictionary:
    write_files(folder, {"fields.yaml": text})
    return load_dictionary(folder / "fields.yaml")


def faults(folder: Path, text: str) -> list[str]:
    return places(problems_of(lambda: load(folder, text)))


def test_the_dictionary_of_the_repository_loads() -> None:
    dictionary = load_dictionary(ROOT / "criteria" / "fields.yaml")
    assert {"park", "land", "enterprises", "violations", "evidence"} <= {
        sheet.id for sheet in dictionary.sheets
    }
    assert dictionary.field("recp_applied").evidence == "recp_applied_documents"


def test_a_dictionary_keeps_everything_it_says(tmp_path: Path) -> None:
    dictionary = load(tmp_path, DICTIONARY)
    housing = dictionary.field("housing")
    assert housing.label == Text("Nhà ở", "Housing")
    assert [choice.id for choice in housing.choices] == ["in_use", "planned", "none"]
    assert housing.choices[1].aliases == ("dự kiến",)
    assert housing.better == ("in_use", "planned")
    operating = dictionary.field("operating")
    assert (operating.type, operating.unit) == (FieldType.INTEGER, "enterprises")
    assert operating.plausible == (Decimal(0), Decimal(2000))
    assert dictionary.field("status").since == "status_since"
    assert dictionary.field("stopped").blank_means == NOT_YET
    assert dictionary.field("stopped").not_before == "signed"
    assert dictionary.field("mechanism").needs_document is NeedsDocument.IN_FAVOUR
    links = dictionary.sheet("links")
    assert (links.layout, links.covers) == (Layout.LIST, "signed")
    assert links.declarations[0].scope == (("link_type", "water"),)
    assert dictionary.words.missing == ("chưa rõ", "-")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('version: "1"', 'version: "1"\n¦sheet: []', "C201"),
        ('version: "1"\n', "¦", "C202"),
        ("layout: facts", "layout: ¦fact", "C205"),
        ("type: integer", "type: ¦int", "C205"),
        ("better: [higher]", "better: ¦[]", "C206"),
        ('version: "1"', "version: ¦1", "C210"),
        ('{vi: "ha", en: "ha"}', "¦ha", "C211"),
        ('{vi: "ha", en: "ha"}', '¦{vi: "ha"}', "C204"),
        ('{vi: "ha", en: "ha"}', '¦{vi: "ha", en: ""}', "C204"),
        ('{vi: "ha", en: "ha"}', '{vi: "ha", en: "ha", ¦fr: "ha"}', "C201"),
        ('["có", "x"]', "¦có", "C212"),
        ('["có", "x"]', '["có", ¦1]', "C210"),
        ("plausible: {from: 0, to: 2000}", "plausible: ¦5", "C213"),
        ("{from: 0, to: 2000}", '{from: ¦"0", to: 2000}', "C214"),
        ("id: total,", "id: ¦Total,", "C218"),
        ("id: roads,", "id: ¦green,", "C219"),
        ("id: applied\n", "id: ¦total\n", "C219"),
        ("id: links\n", "id: ¦park\n", "C219"),
        ("id: none,", "id: ¦in_use,", "C219"),
        ("id: links_energy", "id: ¦links_water", "C219"),
        ("units:", '  - {id: ¦board, label: {vi: "B", en: "B"}}\nunits:', "C219"),
        ("since: status_since", "since: ¦state_since", "C230"),
        ("since: status_since", "since: ¦tax_code", "C301"),
        ("not_before: signed", "not_before: ¦sealed", "C230"),
        ("not_before: signed", "not_before: ¦status_since", "C230"),
        ("not_before: signed", "not_before: ¦amount", "C301"),
        ("not_before: signed", "not_before: ¦[signed]", "C210"),
        ("evidence: applied_documents", "evidence: ¦status", "C301"),
        ("key: tax_code", "key: ¦tax", "C230"),
        ("covers: signed", "covers: ¦amount", "C301"),
        ("key: tax_code", "key: status\n    rows: ¦[operating, closed]", "C238"),
        ("{link_type: water}", "{type: ¦water}", "C230"),
        ("{link_type: water}", "{link_type: ¦gas}", "C238"),
        ("text, asked_of: developer", "text, asked_of: ¦mayor", "C236"),
        ("unit: enterprises", "unit: ¦firms", "C237"),
        ("blank_means: not_yet", "blank_means: ¦never", "C302"),
        ("better: [higher]", "better: ¦[upward]", "C303"),
        ("better: [higher]", "better: ¦[higher, lower]", "C303"),
        ('better: ["yes"]', 'better: ¦["true"]', "C303"),
        ("better: [in_use, planned]", "better: ¦[in_use, built]", "C303"),
        ("{from: 0, to: 2000}", "¦{from: 9, to: 1}", "C304"),
        ("type: text, asked", "type: text, unit: ¦ha, asked", "C305"),
        (
            "type: text, asked",
            "type: text, choices: ¦[{id: a, label: {vi: x, en: x}}], asked",
            "C305",
        ),
        ("type: date, asked", "type: date, better: ¦[higher], asked", "C305"),
        ("type: text, asked", "type: text, plausible: ¦{from: 1}, asked", "C305"),
        ("type: text, asked", "type: text, blank_means: ¦x, asked", "C305"),
        ("type: year, asked", "type: year, not_before: ¦signed, asked", "C305"),
        ("layout: facts", "layout: facts\n    key: ¦park_name", "C306"),
        ("type: date, asked", "type: date, not_before: ¦opened, asked", "C306"),
        ('zero: ["0", ', 'zero: ¦["0", "Không", ', "C308"),
        (
            'id: applied\n        label: {vi: "Có áp dụng", en: "Applies"}',
            '¦id: applied\n        label: {vi: "Có áp dụng", en: "STATUS"}',
            "C309",
        ),
        (
            '- {id: in_use, label: {vi: "Đang dùng"',
            '¦- {id: in_use, label: {vi: "Du kien"',
            "C309",
        ),
        (
            "needs_document: in_favour\n        evidence: applied_documents",
            "needs_document: ¦in_favour",
            "C312",
        ),
        ("type: text, asked", "type: ¦documents, asked", "C313"),
    ],
)
def test_a_fault_is_reported_in_its_place(tmp_path: Path, old: str, new: str, code: str) -> None:
    text, expected = fault_in("fields.yaml", DICTIONARY, old, new, code)
    assert faults(tmp_path, text) == expected


def test_a_date_may_be_bound_to_a_year(tmp_path: Path) -> None:
    text = broken(DICTIONARY, "not_before: signed", "not_before: link_year")
    assert load(tmp_path, text).field("stopped").not_before == "link_year"


def test_enterprises_cannot_be_named_without_a_register(tmp_path: Path) -> None:
    text = broken(DICTIONARY, "    key: tax_code\n", "")
    old, new = "sheets:\n  -", "sheets:\n  ¦-"
    text, expected = fault_in("fields.yaml", text, old, new, "C311")
    assert faults(tmp_path, text) == expected


def test_unquoted_choices_of_a_yes_no_field_are_caught(tmp_path: Path) -> None:
    text, expected = fault_in(
        "fields.yaml", DICTIONARY, 'better: ["yes"]', "better: [¦yes]", "C115"
    )
    assert faults(tmp_path, text) == expected


def test_faults_in_many_places_come_in_one_pass(tmp_path: Path) -> None:
    text = broken(DICTIONARY, "layout: facts", "layout: ¦fact")
    text = broken(text, "unit: enterprises", "unit: ¦firms")
    old, new = "blank_means: not_yet", "blank_means: ¦no"
    text, expected = fault_in("fields.yaml", text, old, new, "C205 C237 C115")
    assert faults(tmp_path, text) == expected


def test_a_suggestion_names_what_was_probably_meant(tmp_path: Path) -> None:
    text = broken(DICTIONARY, "asked_of: developer", "asked_off: developer")
    problems = problems_of(lambda: load(tmp_path, text))
    suggested = [dict(problem.facts)["known"] for problem in problems if problem.code == "C201"]
    assert suggested == ["asked_of"]


ADDITION = """\
units:
  - {id: trees, label: {vi: "cây", en: "trees"}}
sheets:
  - id: park
    fields:
      - {id: trees, label: {vi: "Cây", en: "Trees"}, type: integer, unit: trees, asked_of: board}
  - id: audits
    label: {vi: "Kiểm toán", en: "Audits"}
    layout: list
    fields:
      - {id: auditor, label: {vi: "Đơn vị", en: "Auditor"}, type: text, asked_of: board}
"""


def test_a_set_adds_fields_units_and_sheets(tmp_path: Path) -> None:
    dictionary = load(tmp_path, DICTIONARY)
    write_files(tmp_path / "set", {"fields.yaml": ADDITION})
    extended = extend_dictionary(dictionary, tmp_path / "set")
    assert extended.field("trees").sheet == "park"
    assert extended.sheet("park").fields[-1].unit == "trees"
    assert extended.sheet("audits").layout is Layout.LIST
    assert extended.sheet("enterprises") == dictionary.sheet("enterprises")
    assert extend_dictionary(extended, tmp_path / "set") == extended, "again is no harm"


def test_a_set_without_fields_changes_nothing(tmp_path: Path) -> None:
    dictionary = load(tmp_path, DICTIONARY)
    assert extend_dictionary(dictionary, tmp_path / "none") is dictionary


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('- {id: trees, label: {vi: "Cây"', '- {id: ¦total, label: {vi: "Cây"', "C310"),
        ('{id: trees, label: {vi: "cây"', '{id: ha, label: ¦{vi: "cây"', "C310"),
        ("id: auditor", "id: ¦total", "C219"),
        ("id: audits", "id: ¦links", "C310"),
        ('- {id: trees, label: {vi: "Cây"', '- ¦{id: trees, label: {vi: "Tổng"', "C309"),
        ("units:", "¦words: {}\nunits:", "C201"),
        ("  - id: park\n", "  - id: park\n    ¦key: total\n", "C201"),
    ],
)
def test_a_set_cannot_change_what_is_declared(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    dictionary = load(tmp_path, DICTIONARY)
    text, expected = fault_in("fields.yaml", ADDITION, old, new, code)
    write_files(tmp_path / "set", {"fields.yaml": text})
    found = places(problems_of(lambda: extend_dictionary(dictionary, tmp_path / "set")))
    assert expected[0] in found
