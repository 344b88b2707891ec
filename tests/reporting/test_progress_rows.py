"""What became of the rows behind a count, and which of them can be followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress_documents import listed, row

from eipcheck.reporting.assessment_document import Row
from eipcheck.reporting.progress_rows import row_changes

Told = list[tuple[str, str]]


def followed(old: Sequence[Row], new: Sequence[Row]) -> tuple[Told, int]:
    """Give the events with the code or name of the row, and the number of rows not followed."""
    found = row_changes(listed(*old), listed(*new), named=True)
    return [(r.event.value, r.code or r.name) for r in found.rows], found.unmatched


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([row("1"), row("2")], [row("2"), row("1")], []),
        ([row("1")], [row("1"), row("2", "false")], [("joined", "2")]),
        ([row("1")], [row("1"), row("2", counted="unknown")], [("joined", "2")]),
        ([row("1"), row("2")], [row("1")], [("left", "2")]),
        ([row("1", counted="false")], [row("1")], [("began", "1")]),
        ([row("1")], [row("1", counted="false")], [("stopped", "1")]),
        ([row("1", "true")], [row("1", "false")], [("to_no", "1")]),
        ([row("1", "false")], [row("1", "true")], [("to_yes", "1")]),
        ([row("1", "unknown")], [row("1", "true")], [("filled", "1")]),
        ([row("1", "true")], [row("1", "unknown")], [("lost", "1")]),
        ([row("1", counted="false")], [row("1", counted="unknown")], [("lost", "1")]),
        ([row("1")], [row("1", counted="unknown")], [("lost", "1")]),
        ([row("1", "unknown")], [row("1", "unknown", counted="unknown")], [("lost", "1")]),
        ([row("1", counted="unknown")], [row("1")], [("filled", "1")]),
        ([row("1", proven="unknown")], [row("1")], [("proven", "1")]),
        ([row("1")], [row("1", proven="unknown")], [("unproven", "1")]),
        ([row("1", counted="false")], [row("2", counted="false")], []),
        ([row("1", counted="false")], [row("1", "false", counted="false")], []),
    ],
)
def test_what_a_row_did(old: Sequence[Row], new: Sequence[Row], expected: Told) -> None:
    assert followed(old, new) == (expected, 0)


def test_the_events_stand_in_one_order_and_rows_in_that_of_their_list() -> None:
    old = [row("1", "false"), row("2"), row("3")]
    new = [row("5"), row("4"), row("3"), row("1", "true")]
    assert followed(old, new)[0] == [
        ("joined", "5"),
        ("joined", "4"),
        ("left", "2"),
        ("to_yes", "1"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # An enterprise that has a code now, or has none any more, is the one of that name.
        (row("", name="An Bình"), row("1", "false", name="an  bình"), [("to_no", "1")]),
        (row("1", "false", name="An Bình"), row("", name="AN BÌNH"), [("to_yes", "AN BÌNH")]),
        (row("", name="A"), row("", "false", name="a"), [("to_no", "a")]),
        # Two codes are two enterprises, whatever they are called.
        (row("1", name="A"), row("2", name="A"), [("joined", "2"), ("left", "1")]),
    ],
)
def test_rows_are_one_by_code_else_by_name(old: Row, new: Row, expected: Told) -> None:
    assert followed([old], [new]) == (expected, 0)


@pytest.mark.parametrize(
    ("old", "new", "expected", "unmatched"),
    [
        # Two of one name: neither is followed, and neither is said to have come or gone.
        ([row("", name="A"), row("", name="A")], [row("", name="A")], [], 3),
        ([row("", name="A")], [row("", name="A"), row("", name="A")], [], 3),
        ([row("1"), row("1")], [row("1")], [], 3),
        ([row("1"), row("1")], [row("1", name="B")], [], 3),
        ([row("")], [row("")], [], 2),
        # It may be either of them, or both may have left.
        ([row("1", name="A"), row("2", name="A")], [row("", name="A")], [], 3),
        ([row("", name="A")], [row("1", name="A"), row("2", name="A")], [], 3),
        # One of two namesakes is known by its code.
        (
            [row("1", name="A"), row("", name="A")],
            [row("1", "false", name="A"), row("", name="A")],
            [("to_no", "1")],
            2,
        ),
        # Only rows that may count are of interest.
        ([row("", counted="false")], [row("", counted="false"), row("")], [], 1),
    ],
)
def test_rows_that_nothing_tells_apart_are_told_and_not_followed(
    old: Sequence[Row], new: Sequence[Row], expected: Told, unmatched: int
) -> None:
    assert followed(old, new) == (expected, unmatched)
    assert followed(new, old)[1] == unmatched


def test_published_rows_have_numbers_for_names_and_are_not_followed() -> None:
    rows = [row("", name="DN-1"), row("", "false", name="DN-2"), row("", counted="false")]
    found = row_changes(listed(*rows), listed(*rows[1:]), named=False)
    assert (found.rows, found.unmatched) == ((), 3)


def test_a_table_of_one_side_only_is_followed_as_if_the_other_were_empty() -> None:
    found = row_changes(None, listed(row("1")), named=True)
    assert [r.event.value for r in found.rows] == ["joined"]


ANSWERS = st.sampled_from(["true", "false", "unknown"])
ROWS = st.lists(
    st.builds(
        Row, st.sampled_from(["", "A", "a", "B"]), st.sampled_from(["", "1", "2"]), *[ANSWERS] * 3
    ),
    max_size=5,
)


@given(ROWS, ROWS, st.randoms(use_true_random=False))
def test_where_rows_stand_does_not_matter(old: list[Row], new: list[Row], random: Random) -> None:
    told, unmatched = followed(old, new)
    turned = [random.sample(side, len(side)) for side in (old, new)]
    again = followed(*turned)
    assert (sorted(again[0]), again[1]) == (sorted(told), unmatched)


@given(ROWS, ROWS)
def test_every_row_that_may_count_is_followed_or_told(old: list[Row], new: list[Row]) -> None:
    found = row_changes(listed(*old), listed(*new), named=True)
    back = row_changes(listed(*new), listed(*old), named=True)
    assert back.unmatched == found.unmatched
    assert len(back.rows) == len(found.rows)
    events = Counter(r.event.value for r in found.rows)
    assert events["joined"] == sum(r.event.value == "left" for r in back.rows)
    assert events["left"] == sum(r.event.value == "joined" for r in back.rows)
    assert followed(old, old)[0] == []
