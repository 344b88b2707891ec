"""YAML text becomes plain data with places, and what YAML lets pass unseen is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from criteria_files import places

from eipcheck.criteria.document import MAX_BYTES, Document, parse_document, read_document
from eipcheck.criteria.problems import Problems


def parsed(text: str) -> Document:
    problems = Problems()
    document = parse_document(text, "a.yaml", problems)
    assert not problems
    assert document is not None
    return document


def faults(text: str) -> list[str]:
    problems = Problems()
    parse_document(text, "a.yaml", problems)
    return places(problems.sorted())


def test_values_keep_the_type_that_a_person_reads() -> None:
    document = parsed(
        'a: 12.50\nb: -3\nc: 2018-07-10\nd: true\ne: false\nf: 20 %\ng: "010"\nh: 20/115\n'
        'i: "no"\nj: 82/2018/NĐ-CP\nk: [1, {l: m}]\nq: "42.1"\no:\np: Null\n'
    )
    assert document.data == {
        "a": Decimal("12.50"),
        "b": Decimal(-3),
        "c": date(2018, 7, 10),
        "d": True,
        "e": False,
        "f": "20 %",
        "g": "010",
        "h": "20/115",
        "i": "no",
        "j": "82/2018/NĐ-CP",
        "k": [Decimal(1), {"l": "m"}],
        "q": "42.1",
        "o": None,
        "p": None,
    }
    assert str(parsed("a: 12.50").data) == "{'a': Decimal('12.50')}", "digits stay as written"


def test_every_value_and_key_knows_its_place() -> None:
    document = parsed("a: 1\nb:\n  - {c: 2, d: 3}\n  - x\n")
    assert isinstance(document.data, dict)
    items = document.data["b"]
    assert isinstance(items, list)
    assert str(document.place(document.data, "a")) == "a.yaml:1:4"
    assert str(document.place(document.data, "b", of_key=True)) == "a.yaml:2:1"
    assert str(document.place(items, 1)) == "a.yaml:4:5"
    assert str(document.place(items[0], "d")) == "a.yaml:3:15"
    assert str(document.place(items[0], "absent")) == "a.yaml:3:5", "the place of its holder"


def test_a_byte_order_mark_and_windows_line_ends_are_no_content(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffa: 1\r\nb: ê\r\n".encode())
    problems = Problems()
    document = read_document(path, problems)
    assert document is not None
    assert document.data == {"a": Decimal(1), "b": "ê"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", "C110 a.yaml:2:1"),
        ("a: {b: 1, b: 2}\n", "C110 a.yaml:1:11"),
        ("a: &x 1\n", "C107 a.yaml:1:4"),
        ("a: *x\n", "C107 a.yaml:1:4"),
        ("a: {<<: {b: 1}}\n", "C108 a.yaml:1:5"),
        ("a: !!str 1\n", "C109 a.yaml:1:4"),
        ("a: ! 1\n", "C109 a.yaml:1:4"),
        ("a: !!python/object/apply:os.system [x]\n", "C109 a.yaml:1:4"),
        ("a: yes\n", "C115 a.yaml:1:4"),
        ("a: NO\n", "C115 a.yaml:1:4"),
        ("a: On\n", "C115 a.yaml:1:4"),
        ("a: off\n", "C115 a.yaml:1:4"),
        ("a: Y\n", "C115 a.yaml:1:4"),
        ("a: n\n", "C115 a.yaml:1:4"),
        ("a: True\n", "C115 a.yaml:1:4"),
        ("no: 1\n", "C115 a.yaml:1:1"),
        ("a: 010\n", "C116 a.yaml:1:4"),
        ("a: 0100000001\n", "C116 a.yaml:1:4"),
        ("a: 0x1F\n", "C116 a.yaml:1:4"),
        ("a: 0b11\n", "C116 a.yaml:1:4"),
        ("a: 0o17\n", "C116 a.yaml:1:4"),
        ("a: 12:30\n", "C116 a.yaml:1:4"),
        ("a: 12:30:45.5\n", "C116 a.yaml:1:4"),
        ("a: 5_000\n", "C116 a.yaml:1:4"),
        ("a: 1e3\n", "C116 a.yaml:1:4"),
        ("a: +5\n", "C116 a.yaml:1:4"),
        ("a: 1.\n", "C116 a.yaml:1:4"),
        ("a: .5\n", "C116 a.yaml:1:4"),
        (f"a: {'9' * 50}\n", "C116 a.yaml:1:4"),
        ("a: .inf\n", "C116 a.yaml:1:4"),
        ("a: -.INF\n", "C116 a.yaml:1:4"),
        ("a: .nan\n", "C116 a.yaml:1:4"),
        ("a: 2018-02-30\n", "C117 a.yaml:1:4"),
        ("a: 2018-7-1\n", "C117 a.yaml:1:4"),
        ("a: 2018-07-10 12:00:00\n", "C117 a.yaml:1:4"),
        ("42: 1\n", "C114 a.yaml:1:1"),
        ("? [a]\n: 1\n", "C114 a.yaml:1:3"),
        ("a: 1\n--- \nb: 2\n", "C106 a.yaml:2:1"),
        ("a:\n\tb: 1\n", "C105 a.yaml:2:1"),
        ("a: 'x\ty' z\n", "C103 a.yaml:1:10"),
        ("a: [1, 2\nb: 3\n", "C103 a.yaml:2:2"),
        ("a: b: c\n", "C103 a.yaml:1:5"),
        ("a: 'x\n", "C103 a.yaml:2:1"),
        ("a: x\u0007y\n", "C104 a.yaml:1:5"),
    ],
)
def test_what_yaml_would_let_pass_is_refused_in_its_place(text: str, expected: str) -> None:
    assert faults(text) == [expected]


def test_all_faults_of_a_file_come_in_one_pass() -> None:
    text = "a: yes\nb: 010\nc: &x 1\nd: *x\na: 2\ne: !t 3\nf: 2018-02-30\n"
    assert faults(text) == [
        "C115 a.yaml:1:4",
        "C116 a.yaml:2:4",
        "C107 a.yaml:3:4",
        "C107 a.yaml:4:4",
        "C110 a.yaml:5:1",
        "C109 a.yaml:6:4",
        "C117 a.yaml:7:4",
    ]


def test_a_file_full_of_faults_is_given_up() -> None:
    assert len(faults("a: 1\n" * 20_000)) == 101


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(12)
)
MERGE_BOMB = "a: &a {k: v}\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} {{<<: [*{chr(97 + i)}, *{chr(97 + i)}]}}\n" for i in range(12)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "C107"),
        (MERGE_BOMB, "C108"),
        ("a: &a [*a]\n", "C107"),
        ("[" * 900_000, "C113"),
        ("{a: " * 200_000, "C113"),
        ("- " * 400_000, "C113"),
        ("a: [" + "1, " * 300_000 + "]", "C112"),
    ],
)
def test_hostile_text_is_refused_and_never_followed(text: str, code: str) -> None:
    assert code in {fault.split()[0] for fault in faults(text)}


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    problems = Problems()
    assert read_document(path, problems) is None
    assert places(problems.sorted()) == ["C111 a.yaml"]


def test_a_missing_file_and_one_in_another_encoding_are_problems(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yaml"
    latin.write_bytes(b"a: 1\nb: \xe9\n")
    problems = Problems()
    assert read_document(tmp_path / "none.yaml", problems) is None
    assert read_document(latin, problems) is None
    assert places(problems.sorted()) == ["C102 latin.yaml:2:1", "C101 none.yaml"]


def test_without_libyaml_the_result_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: {b: [1, x]}\nc: yes\n"
    with_c = faults(text)
    monkeypatch.setattr("yaml.__with_libyaml__", 0)
    assert faults(text) == with_c
    assert parsed("a: {b: [1, x]}\n").data == {"a": {"b": [Decimal(1), "x"]}}
    assert {fault.split()[0] for fault in faults("[" * 5000)} == {"C113"}
