"""What changed between two assessments, which way, by what cause, and what rows did."""

from __future__ import annotations

from typing import Any

import pytest
from progress_documents import document, finding, row

from eipcheck.reporting.progress import Change, progress_of
from eipcheck.reporting.progress_document import Range


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
        ({"sha256": "b", "on": "2021-11-20"}, ["date"]),
        ({"sha256": "b", "on": "2021-11-20", "version": "0.2"}, ["date", "version"]),
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
    assert [cause.value for cause, _, _ in change.causes] == ["date"], "only its cell differs"


def events(old: list[Any], new: list[Any]) -> list[tuple[str, str]]:
    """Compare two findings with rows."""
    change = only(
        document(finding("met", rows=old)), document(finding("not_met", rows=new), sha256="b")
    )
    return [(r.event.value, r.code or r.name) for r in change.rows]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([row("1"), row("2")], [row("2"), row("1")], []),
        ([row("1")], [row("1"), row("2", "false")], [("joined", "2")]),
        ([row("1"), row("2")], [row("1")], [("left", "2")]),
        ([row("1", counted="false")], [row("1")], [("began", "1")]),
        ([row("1")], [row("1", counted="false")], [("stopped", "1")]),
        ([row("1", "true")], [row("1", "false")], [("to_no", "1")]),
        ([row("1", "false")], [row("1", "true")], [("to_yes", "1")]),
        ([row("1", "unknown")], [row("1", "true")], [("filled", "1")]),
        ([row("1", "true")], [row("1", "unknown")], [("lost", "1")]),
        ([row("1", counted="false")], [row("1", counted="unknown")], [("lost", "1")]),
        ([row("1", counted="false")], [row("2", counted="false")], []),
        # An enterprise that has a code now is the one of that name before.
        ([row("", name="An Bình")], [row("1", "false", name="an  bình")], [("to_no", "1")]),
        # Two codes are two enterprises, whatever they are called.
        ([row("1", name="A")], [row("2", name="A")], [("joined", "2"), ("left", "1")]),
    ],
)
def test_rows_are_matched_by_code_else_by_name(
    old: list[Any], new: list[Any], expected: list[tuple[str, str]]
) -> None:
    assert events(old, new) == expected


def test_rows_without_a_name_of_their_own_are_told_and_not_followed() -> None:
    old = finding("met", rows=[row("", name="A"), row("", name="A"), row("1"), row("1")])
    new = finding("not_met", rows=[row("", name="A", qualifies="false"), row("1")])
    change = only(document(old), document(new, sha256="b"))
    assert change.unmatched == 4
    assert {r.event.value for r in change.rows} == {"joined"}


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
