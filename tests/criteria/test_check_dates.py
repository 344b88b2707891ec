"""``check`` tells the days that nothing covers, and bands that nothing reaches."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_sets import COUNT_CLAUSE, found
from criteria_files import ANSWER_CLAUSE, SET, SHARE_CLAUSE, broken, fault_in

TARGET = "target: {at_least: 20 %}"
DATED = """target:
      at_least:
        - {from: 2018-07-10, to: 2019-12-31, value: 10 %}
        - {from: 2020-01-01, to: 2022-07-14, value: 20 %}"""


def test_values_that_follow_each_other_day_by_day_leave_no_gap(tmp_path: Path) -> None:
    assert found(tmp_path, {"42-1.yaml": broken(SHARE_CLAUSE, TARGET, DATED)}) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("to: 2019-12-31", "to: 2019-12-30", "C431"),
        ("from: 2018-07-10", "from: 2018-07-11", "C435"),
        ("to: 2022-07-14", "to: 2022-07-13", "C435"),
    ],
)
def test_a_day_without_a_value_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    clause = broken(broken(SHARE_CLAUSE, TARGET, DATED), old, new)
    (told,) = found(tmp_path, {"42-1.yaml": clause})
    assert told.split()[0] == code
    line = {"C431": "42-1.yaml:21:18", "C435": "42-1.yaml:20:9"}[code]
    assert told == f"{code} {line}"


@pytest.mark.parametrize(
    ("first", "expected"),
    [("2022-07-14", []), ("2022-07-15", ["C444 42-1.yaml:22:18"])],
)
def test_a_value_of_no_day_of_its_set_is_told(
    tmp_path: Path, first: str, expected: list[str]
) -> None:
    last = broken(DATED, "value: 20 %}", f"value: 20 %}}\n        - {{from: {first}, value: 30 %}}")
    day_before = "2022-07-13" if first == "2022-07-14" else "2022-07-14"
    clause = broken(SHARE_CLAUSE, TARGET, broken(last, "to: 2022-07-14", f"to: {day_before}"))
    assert found(tmp_path, {"42-1.yaml": clause}) == expected


@pytest.mark.parametrize(
    ("band", "code"),
    [
        ("{at_least: 20 %, partly_from: ¦20 %, credit: 0.5}", "C432"),
        ("{at_least: 20 %, partly_from: ¦30 %, credit: 0.5}", "C432"),
        ("{at_most: 20 %, partly_from: ¦10 %, credit: 0.5}", "C432"),
        ("{exactly: 20 %, partly_from: ¦10 %, credit: 0.5}", "C432"),
    ],
)
def test_a_band_on_the_wrong_side_of_its_bound_is_told(
    tmp_path: Path, band: str, code: str
) -> None:
    clause, expected = fault_in("42-1.yaml", SHARE_CLAUSE, "{at_least: 20 %}", band, code)
    head = broken(SET, "partial_credit: false", "partial_credit: true")
    assert found(tmp_path, {"42-1.yaml": clause, "set.yaml": head}) == expected


@pytest.mark.parametrize("band", ["{at_least: 20 %, partly_from: 10 %, credit: 0.5}"])
def test_a_band_on_the_missing_side_is_right(tmp_path: Path, band: str) -> None:
    head = broken(SET, "partial_credit: false", "partial_credit: true")
    clause = broken(SHARE_CLAUSE, "{at_least: 20 %}", band)
    assert found(tmp_path, {"42-1.yaml": clause, "set.yaml": head}) == []


@pytest.mark.parametrize(
    ("days", "code"),
    [("    to: ¦2018-07-09\n", "C433"), ("    from: ¦2022-07-15\n", "C433")],
)
def test_a_criterion_that_is_never_in_force_is_told(tmp_path: Path, days: str, code: str) -> None:
    clause, expected = fault_in(
        "42-2.yaml", ANSWER_CLAUSE, "    evidence", f"{days}    evidence", code
    )
    assert found(tmp_path, {"42-2.yaml": clause}) == expected


def test_a_gap_between_the_criteria_of_a_clause_is_told(tmp_path: Path) -> None:
    card = ANSWER_CLAUSE[ANSWER_CLAUSE.index("  - id") :]
    first = broken(card, "    evidence", "    to: 2019-12-31\n    evidence")
    second = broken(COUNT_CLAUSE, "mechanism-runs", "mechanism-counts")
    second = second[second.index("  - id") :]

    def starting(day: str) -> list[str]:
        later = broken(second, "    evidence", f"    from: {day}\n    evidence")
        return found(tmp_path, {"42-2.yaml": f'clause: "42.2"\ncriteria:\n{first}{later}'})

    assert starting("2020-01-01") == []
    assert starting("2020-01-03") == ["C434 42-2.yaml:25:11"]
