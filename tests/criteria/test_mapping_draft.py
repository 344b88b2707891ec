"""A drafted mapping loads as it is, and maps nothing but marked guesses."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from seen_records import FOREIGN, FORM, GUIDE, MAPPED, NOTES

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.mapping import load_mapping
from eipcheck.criteria.mapping_draft import draft_mapping
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.mapping import MappedColumn, MappedSheet, Mapping
from eipcheck.model.recognition import How, SeenColumn, SeenSheet
from eipcheck.resources import data_folder

EVIL = 'a"b\\c: #{x}[y]\n- z\x07\x85\u2028\u202e\ud800\U0001f600 &*!|>%@`'


@pytest.fixture(scope="module")
def dictionary() -> DataDictionary:
    return load_dictionary(data_folder("criteria") / "fields.yaml")


def drafted(
    folder: Path, dictionary: DataDictionary, *seen: SeenSheet, file: str = "mau.xlsx"
) -> tuple[Mapping, str]:
    """Draft a mapping and load it."""
    text = draft_mapping(file, seen, dictionary)
    assert draft_mapping(file, seen, dictionary) == text
    path = folder / "draft.yaml"
    path.write_bytes(text.encode("utf-8"))
    return load_mapping(path, dictionary), text


def left(column: int, heading: str, suggestion: str | None = None) -> SeenColumn:
    return SeenColumn(column=column, heading=heading, how=How.LEFT, suggestion=suggestion)


def test_near_headings_are_mapped_as_guesses_and_the_others_are_comments(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    mapping, text = drafted(tmp_path, dictionary, GUIDE, FORM, FOREIGN, MAPPED)
    assert mapping.id == "mau"
    assert mapping.sheets == (
        MappedSheet(
            sheet="enterprises",
            names=("Doanh nghiệp",),
            columns=(MappedColumn(field="enterprise_name", headings=("Tên DN",)),),
        ),
        MappedSheet(
            sheet="violations",
            names=("Vi phạm 2024",),
            columns=(MappedColumn(field="violation_decision", headings=("Số QĐ",)),),
        ),
    )
    lines = text.splitlines()
    guess = "# gợi ý, cần kiểm tra / suggested, check"
    assert f'      - {{field: enterprise_name, headings: ["Tên DN"]}}  {guess}' in lines
    assert "  - sheet: enterprises" in lines  # recognised, so no guess
    assert f"  - sheet: violations  {guess}" in lines
    unclear = '      # - {field: ?, headings: ["Nước thải / Đấu nối"]}  # cột / column D'
    assert unclear in lines
    assert "PL1" not in text


def test_a_sheet_of_an_unclear_list_stays_a_comment(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    seen = SeenSheet(name="2024", how=How.LEFT, columns=(left(1, "Lạ"),))
    mapping, text = drafted(tmp_path, dictionary, NOTES, seen)
    assert mapping.sheets == ()
    assert '  #   names: ["2024"]' in text
    assert '# - {field: ?, headings: ["Lạ"]}' in text


def test_the_list_of_a_sheet_is_told_by_most_of_its_columns(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    columns = (
        left(1, "Tên", "enterprise_name"),
        left(2, "MST DN", "tax_code"),
        left(3, "Ngày", "violation_date"),
    )
    seen = SeenSheet(name="2024", how=How.LEFT, columns=columns)
    (sheet,) = drafted(tmp_path, dictionary, seen)[0].sheets
    assert sheet.sheet == "enterprises"
    assert [c.field for c in sheet.columns] == ["enterprise_name", "tax_code"]
    tied = replace(seen, columns=columns[1:])
    assert drafted(tmp_path, dictionary, tied)[0].sheets == ()


def test_no_field_is_answered_twice(tmp_path: Path, dictionary: DataDictionary) -> None:
    columns = (
        SeenColumn(column=1, heading="MST", how=How.ALIAS, field="tax_code"),
        left(2, "Mã thuế", "tax_code"),
        left(3, "Tên", "enterprise_name"),
        left(4, "Tên gọi", "enterprise_name"),
        left(5, "TÊN"),
    )
    (sheet,) = drafted(tmp_path, dictionary, replace(FORM, columns=columns))[0].sheets
    assert sheet.columns == (MappedColumn(field="enterprise_name", headings=("Tên",)),)
    text = draft_mapping("a.xlsx", [replace(FORM, columns=columns)], dictionary)
    assert (
        '["Mã thuế"]}  # cột / column B; cột khác đã trả lời / answered by another column: A'
        in text
    )
    assert (
        '["Tên gọi"]}  # cột / column D; cột khác đã trả lời / answered by another column: C'
        in text
    )


def test_facts_sheets_are_no_matter_of_mappings(tmp_path: Path, dictionary: DataDictionary) -> None:
    seen = SeenSheet(name="KCN", how=How.LABEL, sheet="park", columns=(left(9, "Lạ"),))
    mapping, text = drafted(tmp_path, dictionary, seen)
    assert mapping.sheets == ()
    assert "KCN" not in text


def test_words_of_the_workbook_cannot_become_yaml(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    columns = (left(1, EVIL, "enterprise_name"), left(2, EVIL + "2"), left(3, "- x: /", "tenure"))
    seen = SeenSheet(name=EVIL, how=How.LEFT, suggestion="enterprises", columns=columns)
    mapping, _ = drafted(tmp_path, dictionary, seen, file=f"{EVIL}.xlsx")
    (sheet,) = mapping.sheets
    meant = EVIL.replace("\ud800", "?")
    assert sheet.names == (meant,)
    assert sheet.columns[0].headings == (meant,)
    assert mapping.source == f"{meant}.xlsx"


def test_signs_without_letters_are_left_to_the_person(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    columns = (left(1, "%", "tenure"), left(2, "Nước / ", "sector"), left(3, "*", "tax_code"))
    seen = SeenSheet(name="***", how=How.LEFT, suggestion="enterprises", columns=columns)
    named = replace(seen, name="x")
    assert drafted(tmp_path, dictionary, seen)[0].sheets == ()
    assert drafted(tmp_path, dictionary, named)[0].sheets[0].columns == ()


def test_sheets_whose_names_are_read_alike_are_drafted_once(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    twin = replace(FOREIGN, name="VI PHAM 2024")
    assert len(drafted(tmp_path, dictionary, FOREIGN, twin)[0].sheets) == 1


def test_a_huge_workbook_makes_a_draft_that_still_loads(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    columns = tuple(left(n, f"{n} " + "\u0301ắ" * 50) for n in range(1, 3000))
    columns += (left(3000, "x" * 30_000, "enterprise_name"),)
    seen = [replace(FOREIGN, name=f"S{n}", columns=columns) for n in range(5)]
    mapping, text = drafted(tmp_path, dictionary, *seen)
    assert len(mapping.sheets) == 5
    assert "x" * 1000 not in text
    assert "và nhiều tiêu đề nữa" in text


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("Mẫu 06 (2024).xlsx", "mau-06-2024"),
        ("Ma\u0302\u0303u.xlsx", "mau"),
        ("登録.xlsx", "draft"),
        ("Đất_KCN.xlsx", "dat-kcn"),
    ],
)
def test_the_id_is_made_of_the_name_of_the_file(
    tmp_path: Path, dictionary: DataDictionary, file: str, expected: str
) -> None:
    assert drafted(tmp_path, dictionary, FORM, file=file)[0].id == expected
