"""Mapping files are read strictly: whatever does not fit is reported with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from criteria_files import fault_in, places, problems_of, write_files

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.mapping import load_mapping, load_mappings
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.mapping import MappedSheet, Mapping
from eipcheck.model.text import LANGUAGES, Text
from eipcheck.resources import data_folder

MAPPING = """\
id: board-list
title: {vi: "Danh sách của Ban quản lý", en: "The board's list"}
source: {document: "BQL", confidence: V, note: {vi: "đã xem", en: "seen"}}
sheets:
  - sheet: enterprises
    names: ["DS 2024", "2024"]
    recognised_by: ["Tên cơ sở", "Nước thải"]
    columns:
      - field: enterprise_name
        headings: ["Tên cơ sở", "Cơ sở"]
      - field: enterprise_status
        headings: ["Hoạt động / Trạng thái"]
        values: {"Đang SX": operating, "Ngưng": suspended}
      - {field: recp_aware, headings: ["Biết RECP"], values: {"Rồi ạ": "yes"}}
      - {field: enterprise_workers, headings: ["LĐ"], unit: people}
    ignored:
      - "STT"
      - "Nước thải / Đấu nối"
"""


@pytest.fixture(scope="module")
def dictionary() -> DataDictionary:
    return load_dictionary(data_folder("criteria") / "fields.yaml")


def load(folder: Path, text: str, dictionary: DataDictionary) -> Mapping:
    write_files(folder, {"own.yaml": text})
    return load_mapping(folder / "own.yaml", dictionary)


def faults(folder: Path, text: str, dictionary: DataDictionary) -> list[str]:
    return places(problems_of(lambda: load(folder, text, dictionary)))


def test_a_mapping_keeps_everything_it_says(tmp_path: Path, dictionary: DataDictionary) -> None:
    mapping = load(tmp_path, MAPPING, dictionary)
    assert (mapping.id, mapping.source, mapping.confidence) == ("board-list", "BQL", "V")
    assert mapping.title == Text("Danh sách của Ban quản lý", "The board's list")
    assert mapping.note == Text("đã xem", "seen")
    (sheet,) = mapping.sheets
    assert (sheet.sheet, sheet.names) == ("enterprises", ("DS 2024", "2024"))
    assert sheet.recognised_by == ("Tên cơ sở", "Nước thải")
    assert sheet.ignored == ("STT", "Nước thải / Đấu nối")
    name, status, aware, workers = sheet.columns
    assert (name.field, name.headings) == ("enterprise_name", ("Tên cơ sở", "Cơ sở"))
    assert (name.unit, dict(name.values)) == (None, {})
    assert dict(status.values) == {"Đang SX": "operating", "Ngưng": "suspended"}
    assert dict(aware.values) == {"Rồi ạ": "yes"}
    assert workers.unit == "people"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: board-list", "id: ¦Board list", "C416"),
        ("source:", "¦sources: 1\nsource:", "C201"),
        ('source: {document: "BQL",', 'source: ¦{¦documents: "BQL",', "C202 C201"),
        ("confidence: V", "confidence: ¦sure", "C205"),
        ("sheet: enterprises", "sheet: ¦enterprise", "C231"),
        ("sheet: enterprises", "sheet: ¦land", "C231"),
        ('names: ["DS 2024", "2024"]', '¦name: ["DS 2024"]', "C201"),
        ('names: ["DS 2024", "2024"]', "names: ¦[]", "C206"),
        ('"DS 2024", "2024"', '"DS 2024", ¦"ds-2024"', "C512"),
        ("field: enterprise_name", "field: ¦enterprise_nam", "C230"),
        ("field: enterprise_name", "field: ¦violation_date", "C510"),
        (
            'field: recp_aware, headings: ["Biết RECP"], values: {"Rồi ạ": "yes"}',
            'field: ¦enterprise_status, headings: ["Biết RECP"]',
            "C511",
        ),
        ('"Tên cơ sở", "Cơ sở"', '"Tên cơ sở", ¦"TEN CO SO"', "C512"),
        ('["LĐ"]', '["LĐ", ¦"Cơ sở"]', "C512"),
        ('- "STT"', '- "STT"\n      - ¦"cơ sở"', "C512"),
        ('["LĐ"]', '[¦"%"]', "C513"),
        ('["LĐ"]', '["LĐ", ¦"Nước thải / "]', "C513"),
        ('["LĐ"]', "¦LĐ", "C212"),
        (
            '{field: enterprise_workers, headings: ["LĐ"]',
            "¦{field: enterprise_workers",
            "C202",
        ),
        ('"Ngưng": suspended', '"Ngưng": ¦stopped', "C509"),
        ('"Rồi ạ": "yes"', '"Rồi ạ": ¦"maybe"', "C509"),
        ('"Rồi ạ": "yes"', '"Không": ¦"yes"', "C308"),
        ('"Rồi ạ": "yes"', '"-": ¦"no"', "C308"),
        ('"Rồi ạ": "yes"', '"": ¦"no"', "C210"),
        ('"Ngưng": suspended', '"Ngưng": suspended, "NGƯNG": ¦closed', "C308"),
        ('"Ngưng": suspended', '"Đang xây dựng": ¦suspended', "C308"),
        ('["Tên cơ sở", "Cơ sở"]', '["Tên cơ sở"]\n        unit: ¦ha', "C305"),
        ("unit: people", "values: ¦{a: b}", "C305"),
        ("unit: people", "unit: ¦ha", "C237"),
        ('["Tên cơ sở", "Nước thải"]', '["Tên cơ sở", ¦"Nuoc thai xa"]', "C515"),
    ],
)
def test_a_fault_is_reported_in_its_place(
    tmp_path: Path, dictionary: DataDictionary, old: str, new: str, code: str
) -> None:
    text, expected = fault_in("own.yaml", MAPPING, old, new, code)
    assert faults(tmp_path, text, dictionary) == expected


def test_a_sheet_that_nothing_tells_apart_is_a_fault(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    text = MAPPING.replace('    names: ["DS 2024", "2024"]\n', "")
    text = text.replace('    recognised_by: ["Tên cơ sở", "Nước thải"]\n', "")
    assert faults(tmp_path, text, dictionary) == ["C514 own.yaml:5:5"]


def test_two_sheets_cannot_have_one_name(tmp_path: Path, dictionary: DataDictionary) -> None:
    text = MAPPING + '  - sheet: violations\n    names: ["DS-2024"]\n'
    assert faults(tmp_path, text, dictionary) == ["C512 own.yaml:20:13"]


def test_a_sheet_may_only_be_named_and_a_draft_may_know_none(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    head = MAPPING[: MAPPING.index("sheets:")]
    named = load(tmp_path, head + "sheets:\n  - {sheet: recp, names: [PL1]}\n", dictionary)
    assert named.sheets == (MappedSheet(sheet="recp", names=("PL1",), columns=()),)
    assert load(tmp_path, head + "sheets: []\n", dictionary).sheets == ()


def test_all_faults_of_all_files_come_in_one_pass(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    write_files(
        tmp_path,
        {
            "a.yaml": MAPPING.replace("suspended", "stopped").replace('["LĐ"]', '["%"]'),
            "b.yaml": MAPPING.replace("sheet: enterprises", "sheet: tenants"),
            "c.yaml": "- 1\n",
        },
    )
    paths = [tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml", "d.yaml")]
    found = places(problems_of(lambda: load_mappings(paths, dictionary)))
    assert [text.split(":")[0] for text in found] == [
        "C509 a.yaml",
        "C513 a.yaml",
        "C231 b.yaml",
        "C213 c.yaml",
        "C101 d.yaml",
    ]


def test_a_heading_of_the_upper_level_is_enough_to_recognise_a_sheet(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    (sheet,) = load(tmp_path, MAPPING, dictionary).sheets
    assert "Nước thải" in sheet.recognised_by
    text = MAPPING.replace('- "Nước thải / Đấu nối"', '- "Khí thải / Đấu nối"')
    assert faults(tmp_path, text, dictionary) == ["C515 own.yaml:7:34"]


def shipped() -> list[Path]:
    return sorted((data_folder("criteria") / "mappings").glob("*.yaml"))


def test_every_shipped_mapping_loads_and_bears_the_name_of_its_file(
    dictionary: DataDictionary,
) -> None:
    assert shipped()
    for path in shipped():
        mapping = load_mapping(path, dictionary)
        assert mapping.id == path.stem
        assert all(mapping.title.in_(language) for language in LANGUAGES)


def test_form_06_forces_nothing_into_a_field(dictionary: DataDictionary) -> None:
    """Wastewater, air, waste, green ratio and licences answer no question of the register."""
    (path,) = [p for p in shipped() if p.stem == "form-06-02-2022"]
    mapping = load_mapping(path, dictionary)
    (sheet,) = mapping.sheets
    assert sheet.sheet == "enterprises"
    fields = {column.field for column in sheet.columns}
    assert fields == {"enterprise_name", "tax_code", "sector", "enterprise_note"}
    assert {"Nước thải", "Khí thải", "Đấu nối", "Tỷ lệ cây xanh"} <= set(sheet.ignored)
    assert mapping.confidence == "P"
    assert mapping.note.in_("vi")
