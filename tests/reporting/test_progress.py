"""What changed between two assessments, which way, and by what cause."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from progress_documents import document, finding

from eipcheck.reporting.assessment_document import Range, SetUsed
from eipcheck.reporting.progress import Cause, Change, Turn, Uses, progress_of


def only(old: Any, new: Any) -> Change:
    """Give the one change."""
    (one,) = progress_of(old, new).sets
    (change,) = one.changes
    return change


@pytest.mark.parametrize(
    ("old", "new", "turn"),
    [
        ("met", "not_met", "regressed"),
        ("met", "undetermined", "regressed"),
        ("met", "needs_review", "regressed"),
        ("met", "partly_met", "regressed"),
        ("partly_met", "undetermined", "regressed"),
        ("not_met", "met", "improved"),
        ("undetermined", "met", "improved"),
        ("undetermined", "partly_met", "improved"),
        ("partly_met", "met", "improved"),
        ("not_met", "undetermined", "changed"),
        ("undetermined", "not_met", "changed"),
        ("met", "not_applicable", "changed"),
        ("not_applicable", "not_met", "changed"),
    ],
)
def test_which_way_a_verdict_went(old: str, new: str, turn: str) -> None:
    change = only(document(finding(old)), document(finding(new), sha256="b"))
    assert change.turn.value == turn


def test_the_evidenced_run_counts_as_well_and_the_graver_one_decides() -> None:
    old, new = finding("undetermined", "met"), finding("met", "undetermined")
    assert only(document(old), document(new, sha256="b")).turn.value == "regressed"


def test_criteria_of_one_side_are_new_or_gone_and_the_gravest_come_first() -> None:
    was = [finding("met", id="a"), finding("not_met", id="b"), finding(id="c"), finding(id="d")]
    now = [finding("not_met", id="a"), finding("met", id="b"), finding(id="d"), finding(id="e")]
    (one,) = progress_of(document(*was), document(*now, sha256="b")).sets
    told = [(change.id, change.turn.value) for change in one.changes]
    assert told == [("a", "regressed"), ("b", "improved"), ("e", "new"), ("c", "gone")]
    assert one.same == 1


def test_a_range_that_moved_is_a_change() -> None:
    moved = finding(observed=Range(0, 2, "links"))
    assert only(document(finding()), document(moved, sha256="b")).turn.value == "changed"


SAID = ({"field": "housing", "value": "in_use", "cell": "D5"},)


@pytest.mark.parametrize(
    ("more", "causes"),
    [
        ({"sha256": "b"}, ["data"]),
        ({"on": "2021-11-20"}, ["date"]),
        ({"set_sha256": "t"}, ["rule"]),
        ({"readings": {"Q2": "other"}}, ["reading"]),
        ({"version": "0.2"}, ["version"]),
        ({"sha256": "b", "on": "2021-11-20"}, ["date", "elsewhere"]),
        ({"on": "2021-11-20", "version": "0.2"}, ["date", "version"]),
        ({}, ["handling"]),
    ],
)
def test_the_cause_is_what_differs(more: dict[str, Any], causes: list[str]) -> None:
    change = only(document(finding()), document(finding("not_met"), **more))
    assert [cause.value for cause, _, _ in change.causes] == causes


def test_data_that_differ_here_are_named_beside_all_else_that_differs() -> None:
    old = finding(observations=SAID)
    new = finding("not_met", observations=({**SAID[0], "value": "none"},))
    change = only(document(old), document(new, sha256="b", on="2021-11-20"))
    assert [cause.value for cause, _, _ in change.causes] == ["data", "date"]
    moved = finding("not_met", observations=({**SAID[0], "cell": "D9"},))
    change = only(document(old), document(moved, sha256="b", on="2021-11-20"))
    assert [cause.value for cause, _, _ in change.causes] == ["date", "elsewhere"]


def test_a_rule_of_the_same_version_is_told_by_its_sum() -> None:
    change = only(document(finding()), document(finding("not_met"), set_sha256="t"))
    assert change.causes == ((Cause.RULE, "1.0.0 (s…)", "1.0.0 (t…)"),)


def readings_named(uses: Uses | None, **more: Any) -> list[str]:
    """Give the readings named where two of them differ, and the day."""
    old = document(finding(), readings={"Q2": "a", "Q3": "a"})
    new = document(finding("not_met"), readings={"Q2": "b", "Q3": "b"}, **more)
    (one,) = progress_of(old, new, uses).sets
    return [was for cause, was, _ in one.changes[0].causes if cause is Cause.READING]


def test_readings_are_those_that_the_criterion_depends_on_where_that_is_known() -> None:
    later = {"on": "2021-11-20"}
    assert readings_named(None, **later) == ["Q2=a", "Q3=a"]
    assert readings_named({"s": {"recp": ("Q3",)}}, **later) == ["Q3=a"]
    assert readings_named({"s": {"recp": ()}}, **later) == []
    # Of another set of rules it is not known, and something must have caused it.
    assert readings_named({"s": {"recp": ()}}, **later, set_sha256="t") == ["Q2=a", "Q3=a"]
    assert readings_named({"s": {"recp": ()}}) == ["Q2=a", "Q3=a"]


def test_what_is_judged_on_one_side_only_is_a_matter_of_rules() -> None:
    old, new = document(finding()), document(finding(), finding(id="new"), sha256="b")
    assert [cause.value for cause, _, _ in only(old, new).causes] == ["data"]
    new = replace(
        new, assessments=(replace(new.assessments[0], set=SetUsed("vn-82-2018", "2", "t")),)
    )
    assert [cause.value for cause, _, _ in only(old, new).causes] == ["rule", "elsewhere"]


def test_a_range_of_the_evidenced_run_alone_is_a_change() -> None:
    moved = finding(observed_evidenced=Range(0, 2, "links"))
    assert only(document(finding()), document(moved, sha256="b")).turn is Turn.CHANGED


def test_sets_of_one_side_and_another_park_are_told() -> None:
    old, new = document(finding(), set="old"), document(finding(), set="new", park="KCN B")
    progress = progress_of(old, new)
    assert (progress.sets, progress.only_old, progress.only_new) == ((), ("old",), ("new",))
    assert progress.other_park
    assert not progress.regressed


def test_only_a_requirement_regresses() -> None:
    for kind, expected in (("requirement", True), ("advisory", False)):
        old, new = finding("met", kind=kind), finding("not_met", kind=kind)
        assert progress_of(document(old), document(new, sha256="b")).regressed is expected
