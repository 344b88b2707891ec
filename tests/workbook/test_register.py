"""An enterprise is the one that is meant, or nobody; every other way of writing it is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from workbook_helper import codes, read, rows, the_dictionary

from eipcheck.model.problem import Severity
from eipcheck.model.record import EnterpriseRef
from eipcheck.workbook import register as module
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.folding import fold, toned, unmarked
from eipcheck.workbook.legal_forms import split_form
from eipcheck.workbook.register import Match, Register, code_key
from eipcheck.workbook.vocabulary import make_vocabulary

# One a line: tax code, name; the rows that the tests speak of are counted from 0.
LIST = """
0301234567     | Công ty TNHH Hòa Phát
0301234567-001 | Chi nhánh Công ty TNHH Hòa Phát
0307654321     | Công ty Cổ phần An Bình
               | Hoá Chất Miền Nam
               | Nha may giay Tan An
0309999999     | Dệt Thuý
               | Trùng Tên
               | TRÙNG TÊN
HP             | Công ty TNHH Thép Việt
               | HP
               | Müller Vietnam Co., Ltd
               | Xưởng A+
               | Công ty TNHH Một thành viên Sao Mai
               | DNTN Sao Hôm
               | Đại Đồng
               | Công ty Hoa Sen
"""
CODES, NAMES = zip(
    *([part.strip() or None for part in line.split("|")] for line in LIST.strip("\n").split("\n")),
    strict=True,
)
REGISTER = Register(CODES, NAMES)


def look(text: Any) -> Any:
    """Read a cell that names an enterprise: its row, and how the register writes it if not so."""
    words = replace(make_vocabulary(the_dictionary(), "vi"), register=Register(CODES, NAMES))
    reading = CellReader(the_dictionary().field("recp_enterprise"), words).read(text)
    assert isinstance(reading.value, EnterpriseRef)
    said = [(f.code, f.severity, dict(f.facts)) for f in reading.faults]
    if reading.value.row is None:
        ((code, severity, _),) = said
        assert severity is Severity.ERROR
        return code
    if not said:
        return reading.value.row
    ((code, severity, facts),) = said
    assert (code, severity, facts["raw"]) == ("W406", Severity.WARNING, reading.value.name)
    return reading.value.row, facts["name"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("0301234567", 0),
        ("0301234567-001", 1),
        ("Công ty TNHH Hòa Phát", 0),
        ("  Công ty\u00a0TNHH\nHòa  Phát ", 0),
        ("Hoá Chất Miền Nam", 3),
        ("Xưởng A+", 11),
    ],
)
def test_as_the_register_writes_it_nothing_is_told(text: str, row: int) -> None:
    assert look(text) == row


@pytest.mark.parametrize(
    ("text", "row", "name"),
    [
        # a tax code written differently
        ("0301 234 567", 0, "0301234567 Công ty TNHH Hòa Phát"),
        (301234567, 0, "0301234567 Công ty TNHH Hòa Phát"),
        ("0301.234.567", 0, "0301234567 Công ty TNHH Hòa Phát"),
        ("0301234567001", 1, "0301234567-001 Chi nhánh Công ty TNHH Hòa Phát"),
        ("0301234567 - 001", 1, "0301234567-001 Chi nhánh Công ty TNHH Hòa Phát"),
        # case, Unicode form, punctuation
        ("CÔNG TY TNHH HÒA PHÁT", 0, "Công ty TNHH Hòa Phát"),
        ("ＨＯÁ CHẤT Miền Nam", 3, "Hoá Chất Miền Nam"),
        ("Ðại Ðồng", 14, "Đại Đồng"),
        ("Hoá chất - Miền Nam.", 3, "Hoá Chất Miền Nam"),
        # where the tone stands
        ("Công ty TNHH Hoà Phát", 0, "Công ty TNHH Hòa Phát"),
        ("HÓA CHẤT MIỀN NAM", 3, "Hoá Chất Miền Nam"),
        ("Dệt Thúy", 5, "Dệt Thuý"),
        # typed without marks, here or there
        ("Cong ty TNHH Hoa Phat", 0, "Công ty TNHH Hòa Phát"),
        ("Nhà máy giấy Tân An", 4, "Nha may giay Tan An"),
        # the legal form in other words
        ("Cty TNHH Hòa Phát", 0, "Công ty TNHH Hòa Phát"),
        ("CTY.TNHH Hoà Phát", 0, "Công ty TNHH Hòa Phát"),
        ("TNHH Hòa Phát", 0, "Công ty TNHH Hòa Phát"),
        ("Công ty Trách nhiệm hữu hạn Hòa Phát", 0, "Công ty TNHH Hòa Phát"),
        ("CTCP An Bình", 2, "Công ty Cổ phần An Bình"),
        ("Cty CP An Bình", 2, "Công ty Cổ phần An Bình"),
        ("Công ty TNHH MTV Sao Mai", 12, "Công ty TNHH Một thành viên Sao Mai"),
        ("Doanh nghiệp tư nhân Sao Hôm", 13, "DNTN Sao Hôm"),
        ("Công ty Đại Đồng", 14, "Đại Đồng"),
    ],
)
def test_what_is_written_in_another_way_is_matched_and_told(text: Any, row: int, name: str) -> None:
    assert look(text) == (row, name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Công ty TNHH Hóa Phát", "W402"),  # other marks: another enterprise
        ("Cty TNHH Hóa Phát", "W402"),
        ("Công ty Hòa Sen", "W402"),
        ("Công ty Hoá Sen", "W402"),
        ("Công ty TNHH Hoa Phat", "W402"),  # whoever writes "Công" writes marks
        ("Dai Đồng", "W402"),
        ("Công ty TNHH An Bình", "W402"),  # another legal form
        ("An Bình", "W403"),
        ("Công ty TNHH Sao Mai", "W402"),
        ("Xưởng A", "W402"),
        ("0301234568", "W403"),
        ("0301234567-002", "W403"),
        ("Công ty", "W403"),
        ("Công ty TNHH", "W402"),
        ("...!", "W403"),
        ("Trùng Tên", "W404"),
        ("trung ten", "W402"),  # nothing shows that marks were left out
        ("dai dong", "W402"),
        ("Hoa Phat Co., Ltd.", "W403"),
        ("AN BINH JSC", "W403"),
        ("HP", "W404"),  # the code of one and the name of another
        ("hp", "W404"),
    ],
)
def test_what_is_not_certain_is_nobody(text: str, code: str) -> None:
    assert look(text) == code


def test_no_marks_mean_nobody_where_two_names_differ_by_marks_alone() -> None:
    both = Register((), ("Công ty Hòa Phát", "Công ty Hóa Phát"))
    assert both.find("Cong ty Hoa Phat").rows == (0, 1)
    assert both.find("Công ty Hoà Phát") == Match((0,), "Công ty Hòa Phát")
    assert both.find("Cty Hoá Phát") == Match((1,), "Công ty Hóa Phát")


def test_the_first_step_that_finds_one_row_ends_the_search() -> None:
    near = Register((), ("Hòa Phát", "Hoà Phát", "HOA PHAT", "Công ty Hòa Phát"))
    assert near.find("Hòa Phát") == Match((0,))
    assert near.find("Hoa Phat") == Match((2,), "HOA PHAT")
    assert near.find("Công ty Hòa Phát") == Match((3,))
    assert near.find("HÒA - PHÁT").rows == (0, 1)
    assert near.find("Cty Hòa Phát").rows == (0, 1, 3)


def test_rows_with_one_tax_code_are_nobody() -> None:
    twice = Register(("0301234567", "0301234567"), ("A", "B"))
    assert twice.find("0301234567").rows == (0, 1)
    assert twice.find("A") == Match((0,))


def test_a_row_without_a_name_is_told_by_its_code() -> None:
    assert Register(("0301234567",), (None,)).find("0301-234-567") == Match((0,), "0301234567")


@pytest.mark.parametrize("code", ["-", "***", ""])
def test_a_code_without_letters_is_no_code(code: str) -> None:
    assert Register((code,), ("A",)).find("?!").rows == ()


def test_nothing_is_compared_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    for name in ("toned", "fold", "one_line", "split_form", "unmarked"):
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda t, n=name, f=real: (asked.append(n), f(t))[1])
    many = Register(map(str, range(5000)), (f"Công ty {n}" for n in range(5000)))
    assert asked == []
    assert many.find("Công ty 7") == Match((7,))
    assert "toned" not in asked  # found to the letter: nothing else is indexed
    assert many.find("cty 7").rows == (7,)
    before = len(asked)
    assert many.find("cty 8").rows == (8,)
    assert len(asked) - before < 20  # the index is made once


WORDS = st.sampled_from(
    "Công ty TNHH Cổ phần CP Hòa Hoà Hóa Hoa Phát Phat Đồng Dong An Bình - Co., Ltd MTV 1 + HÒA".split()  # noqa: E501, SIM905
)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@given(st.lists(TEXTS, max_size=6), TEXTS)
def test_a_match_has_the_same_letters_and_no_other_marks(names: list[str], text: str) -> None:
    match = Register((), names).find(text)
    for row in match.rows:
        name = names[row]
        forms = split_form(toned(name)), split_form(toned(text))
        plain = [
            unmarked(" ".join(f)) if f else fold(t)
            for f, t in zip(forms, (name, text), strict=True)
        ]
        assert plain[0] == plain[1] or fold(name) == fold(text)
        both_marked = all(toned(t) != unmarked(toned(t)) for t in (name, text))
        if both_marked:
            assert toned(name) == toned(text) or forms[0] == forms[1]
    if len(match.rows) == 1:
        assert (match.name is None) == (" ".join(names[match.rows[0]].split()) == text)
    if names.count(text) == 1 and [n.casefold() for n in names].count(text.casefold()) == 1:
        assert match == Match((names.index(text),))


@given(st.lists(st.text(max_size=8), max_size=4), st.text(max_size=8))
def test_any_text_can_be_asked(names: list[str], text: str) -> None:
    match = Register(names, names).find(text)
    assert set(match.rows) <= set(range(len(names)))


def test_marks_without_a_letter_are_no_word() -> None:
    assert Register((), ("\u0301 cong ty A",)).find("cty \u0301 A").rows == (0,)


@pytest.mark.parametrize(
    ("text", "reduced"),
    [
        ("Công ty TNHH Một thành viên Hòa Phát", ("hoa phat", "mtv", "tnhh")),
        ("Hoa Phat One Member Co., Ltd", ("hoa phat", "mtv", "tnhh")),
        ("Tổng công ty Hòa Phát", ("tong hoa phat",)),
        ("Công ty Cỏ phân Xanh", ("co phan xanh",)),
        ("Công ty C.P. Việt Nam", ("c p viet nam",)),
        ("HTX Rau sạch", ("rau sach", "htx")),
        ("Cơ khí Limited Edition", ("co khi edition", "tnhh")),
        ("Công ty cổ phần", None),
    ],
)
def test_legal_forms(text: str, reduced: tuple[str, ...] | None) -> None:
    form = split_form(toned(text))
    assert reduced == (tuple(map(unmarked, form)) if form else None)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hoà", "hòa", True),
        ("Thuỷ", "THỦY", True),
        ("quý", "qúy", True),
        ("khoẻ", "khỏe", True),
        ("hoa\u0300", "hòa", True),
        ("Ðồng", "Đồng", True),
        ("A-B", "a b", True),
        ("m³", "m3", True),
        ("hoá", "hoà", False),
        ("hoa", "hòa", False),
        ("lấp", "lắp", False),
        ("dồng", "đồng", False),
        ("thưở", "thuở", False),
        ("A+", "A", False),
        ("an bình", "anbình", False),
        ("hòa anh", "hoa ành", False),
    ],
)
def test_tone_placement(one: str, other: str, *, same: bool) -> None:
    assert (toned(one) == toned(other)) is same


def test_a_branch_is_not_its_company() -> None:
    assert code_key("0301234567-001") != code_key("0301234567")


A, B = "0301234567", "0307654321"


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        ({}, {}, "B8"),
        ({"tax_code": A}, {}, "B8"),
        ({}, {"tax_code": A}, "B8"),
        ({"tax_code": A}, {"tax_code": B}, None),
    ],
)
@pytest.mark.parametrize("name", ["Công ty Hòa Phát", "CÔNG TY HOÀ PHÁT"])
def test_namesakes_are_told_unless_two_tax_codes_tell_them_apart(
    first: dict[str, str], second: dict[str, str], place: str | None, name: str, tmp_path: Path
) -> None:
    record = read(
        tmp_path,
        rows(
            "enterprises",
            {"enterprise_name": "Công ty Hòa Phát", **first},
            {"enterprise_name": name, **second},
            {"enterprise_name": "Công ty Hóa Phát"},
        ),
    )
    told = [p for p in record.problems if p.code == "W407"]
    assert len(record.tables["enterprises"].rows) == 3
    if place is None:
        assert told == []
        return
    (problem,) = told
    assert str(problem.place).endswith(f"!{place}")
    assert [str(p).rpartition("!")[2] for p in problem.other_places] == ["B7"]
    assert problem.severity is Severity.WARNING
    facts = dict(problem.facts)
    assert facts == {"heading": facts["heading"], "raw": name, "first": "B7"}


def test_one_tax_code_twice_is_told_once(tmp_path: Path) -> None:
    twice = {"tax_code": A, "enterprise_name": "Công ty Hòa Phát"}
    assert codes(read(tmp_path, rows("enterprises", twice, twice))) == ["W401"]


def test_the_third_of_a_name_is_told_of_the_one_without_a_code(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        rows(
            "enterprises",
            {"tax_code": A, "enterprise_name": "X"},
            {"enterprise_name": "x"},
            {"tax_code": B, "enterprise_name": "X"},
        ),
    )
    firsts = [dict(p.facts)["first"] for p in record.problems if p.code == "W407"]
    assert firsts == ["B7", "B8"]


def test_a_match_in_another_spelling_keeps_the_answer(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        rows(
            "recp",
            {"recp_enterprise": "CTY TNHH HOÀ PHÁT", "recp_kwh": 5},
            enterprises=({"tax_code": A, "enterprise_name": "Công ty TNHH Hòa Phát"},),
        ),
    )
    (problem,) = record.problems
    assert problem.code == "W406"
    assert dict(problem.facts)["name"] == "Công ty TNHH Hòa Phát"
    assert record.tables["recp"].value("recp_enterprise", 0) == EnterpriseRef(
        "CTY TNHH HOÀ PHÁT", 0
    )


@pytest.mark.parametrize("name", ["Cty TNHH Alpha", "CTY TNHH ALPHA", "Công ty TNHH Alpha"])
def test_a_twin_in_other_words_for_the_kind_of_company_is_a_twin(name: str, tmp_path: Path) -> None:
    first = {"tax_code": A, "enterprise_name": "Công ty TNHH Alpha"}
    record = read(tmp_path, rows("enterprises", first, {"enterprise_name": name}))
    assert "W407" in codes(record)


@pytest.mark.parametrize(("heading", "blank"), [(None, True), ("Ngày nộp HS DNST", False)])
def test_a_day_under_a_heading_that_is_not_known_is_no_blank(
    heading: str | None, *, blank: bool, tmp_path: Path
) -> None:
    field = the_dictionary().field("eco_registration")

    def rename(book: Any) -> None:
        sheet = book[the_dictionary().sheet("enterprises").label.vi]
        for cell in (c for row in sheet.iter_rows(max_row=8) for c in row):
            if heading is not None and str(cell.value).startswith(field.label.vi[:20]):
                cell.value = heading

    row = {"tax_code": A, "enterprise_name": "Công ty TNHH Alpha"}
    column = (
        read(tmp_path, rows("enterprises", row), rename)
        .tables["enterprises"]
        .columns.get("eco_registration")
    )
    assert column is not None
    assert column.is_blank(0) is blank
