"""A date that is shifted by a day is noticed on that day, and on the one before or after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from criteria_files import FILES, SET, SHARE_CLAUSE, broken, places
from mutant_sets import BOUND, a_case, fates, judge, load

from eipcheck.pipeline.mutate import Fate

DAYS = "from: 2020-01-01\n    to: 2020-12-31\n    if_empty:"
DATED = """\
target: {at_least: [{from: 2018-07-10, to: 2019-12-31, value: 30 %},
      {from: 2020-01-01, value: 20 %, verified_until: 2021-06-30}]}"""


def on(day: str, case: str = BOUND) -> str:
    """Put a case on another day, under a name of its own."""
    return case.replace("2020-01-01", day).replace("Two of ten", f"Two of ten on {day}")


def absent(day: str) -> str:
    """Write a case that expects no finding on a day."""
    return on(day, a_case(f"absent on {day}", "      {}\n", "{verdict: absent}"))


def forced(day: str, force: str) -> str:
    """Write a case that says how a day lies to the force of the set."""
    expect = f"{{verdict: undetermined, force: {force}}}"
    return on(day, a_case(f"{force} on {day}", "      {}\n", expect))


def clause(old: str, new: str) -> dict[str, str]:
    return {"42-1.yaml": broken(FILES["42-1.yaml"], old, new)}


@pytest.mark.parametrize(
    ("change", "inside", "case"),
    [
        ("from 2020-01-01 -> 2020-01-02", "2020-05-05", BOUND),
        ("from 2020-01-01 -> 2019-12-31", "2020-01-01", absent("2019-12-31")),
        ("to 2020-12-31 -> 2020-12-30", "2020-05-05", on("2020-12-31")),
        ("to 2020-12-31 -> 2021-01-01", "2020-12-31", absent("2021-01-01")),
    ],
)
def test_a_day_of_a_criterion_is_noticed_on_the_days_beside_it(
    tmp_path: Path, change: str, inside: str, case: str
) -> None:
    mutant = f"recp-applied: {change}"
    card = clause("if_empty:", DAYS)
    assert fates(judge(tmp_path / "a", on(inside), card))[mutant] is Fate.SURVIVES
    both = judge(tmp_path / "b", on(inside) + case, card)
    assert fates(both)[mutant] is Fate.KILLED
    assert both.other_problems == ()


@pytest.mark.parametrize(
    ("change", "inside", "case"),
    [
        ("from 2018-07-10 -> 2018-07-11", "2020-01-01", forced("2018-07-10", "in_force")),
        ("from 2018-07-10 -> 2018-07-09", "2018-07-10", forced("2018-07-09", "not_yet")),
        ("to 2022-07-14 -> 2022-07-13", "2020-01-01", forced("2022-07-14", "in_force")),
        ("to 2022-07-14 -> 2022-07-15", "2022-07-14", forced("2022-07-15", "repealed")),
    ],
)
def test_a_day_of_the_set_is_noticed_by_its_force_on_the_days_beside_it(
    tmp_path: Path, change: str, inside: str, case: str
) -> None:
    mutant = f"set: in_force.{change}"
    assert fates(judge(tmp_path / "a", on(inside)))[mutant] is Fate.SURVIVES
    both = judge(tmp_path / "b", on(inside) + case)
    assert fates(both)[mutant] is Fate.KILLED
    assert both.other_problems == ()


def test_days_of_a_draft_are_no_law_and_left_alone(tmp_path: Path) -> None:
    head = broken(SET, "status: repealed", "status: draft")
    found = load(tmp_path, "measure: {value: green}", "target: {at_least: 5, unit: ha}", head=head)
    assert [mutant.id for mutant in found[1] if mutant.id.startswith("set:")] == []


def test_a_day_that_follows_the_set_is_not_shifted_beyond_it(tmp_path: Path) -> None:
    card = clause("if_empty:", "from: 2018-07-10\n    to: 2022-07-14\n    if_empty:")
    found = fates(judge(tmp_path, BOUND, card))
    assert [
        name for name in found if name.startswith(("recp-applied: from", "recp-applied: to"))
    ] == [
        "recp-applied: from 2018-07-10 -> 2018-07-11",
        "recp-applied: to 2022-07-14 -> 2022-07-13",
    ]


def test_a_day_that_would_leave_a_gap_or_no_day_is_refused(tmp_path: Path) -> None:
    first = broken(SHARE_CLAUSE, "if_empty:", "to: 2019-12-31\n    if_empty:")
    _, _, card = SHARE_CLAUSE.partition("criteria:\n")
    second = broken(card, "if_empty:", "from: 2020-01-01\n    to: 2020-01-01\n    if_empty:")
    second = broken(second, "id: recp-applied", "id: recp-later")
    found = fates(judge(tmp_path, absent("2020-01-01"), {"42-1.yaml": first + second}))
    assert found["recp-applied: to 2019-12-31 -> 2019-12-30"] is Fate.REFUSED
    assert found["recp-applied: to 2019-12-31 -> 2020-01-01"] is Fate.KILLED
    assert found["recp-later: from 2020-01-01 -> 2020-01-02"] is Fate.REFUSED
    assert found["recp-later: to 2020-01-01 -> 2019-12-31"] is Fate.REFUSED
    assert found["recp-later: from 2020-01-01 -> 2019-12-31"] is Fate.SURVIVES


def test_a_bound_that_follows_another_is_noticed_on_its_days(tmp_path: Path) -> None:
    card = clause("target: {at_least: 20 %}", DATED)
    start = "recp-applied: target.at_least.2.from 2020-01-01 ->"
    first = fates(judge(tmp_path, BOUND, card))
    assert first[f"{start} 2020-01-02"] is Fate.KILLED
    assert first[f"{start} 2019-12-31"] is Fate.SURVIVES
    before = on("2019-12-31").replace("verdict: met", "verdict: not_met")
    both = fates(judge(tmp_path / "b", BOUND + before, card))
    assert both[f"{start} 2019-12-31"] is Fate.KILLED


def test_a_bound_of_one_day_is_not_shifted_away(tmp_path: Path) -> None:
    one = DATED.replace("from: 2018-07-10", "from: 2019-12-31")
    found = fates(judge(tmp_path, BOUND, clause("target: {at_least: 20 %}", one)))
    start = "recp-applied: target.at_least.2.from 2020-01-01 ->"
    assert [name for name in found if name.startswith(start)] == [f"{start} 2020-01-02"]


@pytest.mark.parametrize(
    ("change", "day", "flags"),
    [
        ("2021-06-30 -> 2021-07-01", "2021-07-01", "marginal, unevidenced, past_verification"),
        ("2021-06-30 -> 2021-06-29", "2021-06-30", "marginal, unevidenced"),
    ],
)
def test_until_when_somebody_looked_at_a_bound_is_noticed_by_its_flag(
    tmp_path: Path, change: str, day: str, flags: str
) -> None:
    mutant = f"recp-applied: target.at_least.2.verified_until {change}"
    card = clause("target: {at_least: 20 %}", DATED)
    little = judge(tmp_path / "a", on(day), card, search=True)
    (told,) = [each.problem for each in little.tried if each.id == mutant]
    assert told is not None
    assert (told.code, dict(told.facts)["item"]) == ("C611", "flags")
    more = on(day).replace("{verdict: met}", f"{{verdict: met, flags: [{flags}]}}")
    both = judge(tmp_path / "b", more, card)
    assert both.other_problems == ()
    assert fates(both)[mutant] is Fate.KILLED


def test_until_when_somebody_looked_is_not_shifted_where_the_bound_has_ended(
    tmp_path: Path,
) -> None:
    card = clause(
        "target: {at_least: 20 %}",
        DATED.replace("value: 30 %", "value: 30 %, verified_until: 2019-12-31"),
    )
    found = [name for name in fates(judge(tmp_path, BOUND, card)) if ".1.verified_until" in name]
    own = "recp-applied: target.at_least.1.verified_until 2019-12-31"
    assert found == [f"{own} -> 2019-12-30"]


@pytest.mark.parametrize(
    ("mutant", "expected"),
    [
        ("recp-applied: from 2020-01-01 -> 2019-12-31", "absent"),
        ("set: in_force.to 2022-07-14 -> 2022-07-15", "repealed"),
        ("set: in_force.to 2022-07-14 -> 2022-07-13", "in_force"),
    ],
)
def test_the_case_that_is_missing_stands_on_a_day_beside_the_one_shifted(
    tmp_path: Path, mutant: str, expected: str
) -> None:
    card = clause("if_empty:", "from: 2020-01-01\n    if_empty:")
    found = judge(tmp_path / "a", BOUND, card, search=True)
    (told,) = [each.problem for each in found.tried if each.id == mutant]
    assert told is not None
    assert places((told,))[0].startswith("C610 ")
    facts = dict(told.facts)
    assert facts["expected"] == expected
    text = facts["case"].replace('"?"', '"the missing one"')
    mended = judge(tmp_path / "b", f"{BOUND}  {text}\n", card)
    assert fates(mended)[mutant] is Fate.KILLED
    assert mended.other_problems == ()


def test_a_case_that_expects_nothing_fails_where_something_is_found(tmp_path: Path) -> None:
    found = judge(tmp_path, absent("2020-01-01"))
    assert places(found.other_problems) == ["C601 a.yaml:2:5"]
    facts = dict(found.other_problems[0].facts)
    assert (facts["expected"], facts["found"]) == ("absent", "undetermined")
