"""Every problem code is produced by a test that cannot pass without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from produced_codes import demanded_by_module, demanded_by_page, demanded_codes

from eipcheck.reporting.codes import codes_of
from eipcheck.reporting.say import AREAS_OF_CODES

TESTS = Path(__file__).parents[1]


def unproduced(codes: set[str]) -> list[str]:
    """Give the codes that no test demands."""
    return sorted(codes - demanded_codes(TESTS))


def test_every_code_is_produced_by_a_test() -> None:
    codes = {code for letter in AREAS_OF_CODES for code in codes_of(letter)}
    assert codes
    assert unproduced(codes) == []


def test_a_code_that_no_test_produces_is_noticed() -> None:
    made_up = "W996"
    assert unproduced({made_up, "W304"}) == [made_up]


@pytest.mark.parametrize(
    "line",
    [
        "assert codes(read()) == ['W998']",
        "assert {'W998'} <= set(codes)",
        "assert set(codes) >= {'W998'}",
        "assert 'W998' in said.err, 'a word'",
        "assert (problem.code, place) == ('W998', 'D5')",
        "assert places == [*['W998 a.yaml:3:9'] * 3]",
        "assert (ended.code, 'W998' in ended.err) == (2, True)",
        "assert found and found[0].code == 'W998'",
        "assert any(p.code == 'W998' for p in problems)",
        "assert by_file == {'a.xlsx': 'W998'}",
        "text, expected = fault_in('a.yaml', old, new, 'W997 W998')",
    ],
)
def test_what_demands_a_code(line: str) -> None:
    assert "W998" in demanded_by_module(f"def test_it():\n    {line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "assert 'W998' not in codes",
        "assert code != 'W998'",
        "assert set(codes) <= {'W998'}",
        "assert code in {'W997', 'W998'}",
        "assert codes == ['W998'] or not codes",
        "assert not any(p.code == 'W998' for p in problems)",
        "assert set(codes) & {'W998'} == set()",
        "assert codes - {'W998'} == set()",
        "assert ('W998' in codes) == wanted",
        "assert (ended.code, 'W998' in ended.err) == (2, False)",
        "assert (ended.code, 'W998' not in ended.err) == (2, True)",
        "assert 'word' in eipcheck('explain', 'W998').out",
        "assert say() == 'see W998'",
        "allowed = {'W998'}",
        "found = [p for p in problems if p.code == 'W998']",
        "assert Problem('W998', place).code == 'W998'",
    ],
)
def test_what_does_not_demand_a_code(line: str) -> None:
    assert demanded_by_module(f"def test_it():\n    {line}\n") - {"W997"} == set()


@pytest.mark.parametrize("table", ["[('x', 'W998')]", "{'x': (1, 'W998')}", "[param('W998')]"])
def test_the_table_of_a_test_demands_its_codes(table: str) -> None:
    test = "def test_it(x):\n    assert f(x) == x\n"
    assert demanded_by_module(f"@pytest.mark.parametrize('x', {table})\n{test}") == {"W998"}
    named = f"TABLE = {table}\n@pytest.mark.parametrize('x', TABLE)\n"
    assert demanded_by_module(named + test) == {"W998"}
    assert demanded_by_module(f"{named}def test_it(x):\n    f(x)\n") == set()
    assert demanded_by_module(f"TABLE = {table}\n{test}") == set()


def test_a_page_of_the_zoo_demands_its_problems() -> None:
    page = "# A page about W997\n\n## Expected\n\n- Problem: W998 Đất!D5 (raw = 1.234)\n"
    assert demanded_by_page(page) == {"W998"}
