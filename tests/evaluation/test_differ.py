"""Two fields that name different enterprises: of every pair of names, and in the register."""

from __future__ import annotations

from typing import Any

import pytest
from builders import FIRST_ROW, a_record, a_register, a_table, bound, ref, ticked
from judging import bounds, find

from eipcheck.model.assessment import Finding
from eipcheck.model.condition import Differ, HasRow, Not
from eipcheck.model.dictionary import NO_ENTERPRISE
from eipcheck.model.measure import Count, Measure
from eipcheck.model.place import Cell

NAMES = {
    "A": ref(0),
    "B": ref(1),
    "A again": ref(2),
    "not found": ref(None),
    "none": NO_ENTERPRISE,
    "blank": None,
}
REGISTER = ({}, {}, {"tax_code": "0000000000"})
"""A, B, and a second row with A's tax code."""
TWO_PARTIES = Differ(("link_provider", "link_receiver"))
LINKS = Count("symbiosis", TWO_PARTIES)
TRUE, FALSE, UNKNOWN = (1, 1), (0, 0), (0, 1)


def judge(*links: tuple[str, str], measure: Measure = LINKS, complete: bool = True) -> Finding:
    rows: list[dict[str, Any]] = [
        {"link_provider": NAMES[one], "link_receiver": NAMES[other]} for one, other in links
    ]
    tables = [
        a_register(REGISTER, complete=True),
        a_table("symbiosis", rows, ticked("symbiosis", complete)),
    ]
    return find(a_record(tables=tables), measure, bound("at_least", 1, "links"))


@pytest.mark.parametrize(
    ("one", "other", "truth"),
    [
        ("A", "B", TRUE),
        ("B", "A again", TRUE),
        ("A", "A", FALSE),
        ("A", "A again", FALSE),
        ("A again", "A again", FALSE),
        ("A", "none", FALSE),
        ("none", "none", FALSE),
        ("not found", "none", FALSE),
        ("blank", "none", FALSE),
        ("A", "not found", UNKNOWN),
        ("A", "blank", UNKNOWN),
        ("not found", "not found", UNKNOWN),
        ("not found", "blank", UNKNOWN),
        ("blank", "blank", UNKNOWN),
    ],
)
def test_every_pair_of_names(one: str, other: str, truth: tuple[int, int]) -> None:
    for pair in ((one, other), (other, one)):
        assert bounds(judge(pair).declared) == truth
        opposite = judge(pair, measure=Count("symbiosis", Not(TWO_PARTIES)))
        assert bounds(opposite.declared) == (1 - truth[1], 1 - truth[0])


def test_a_link_that_is_not_listed_may_have_two_parties() -> None:
    assert bounds(judge(complete=False).declared) == (0, None)


def test_what_is_missing_is_the_cells_of_names_that_are_blank_or_not_found() -> None:
    gap = judge(("A", "not found"), ("blank", "B"), ("A", "none"), ("A", "A")).gap
    assert gap is not None
    assert [(ask.kind, ask.field, ask.cells) for ask in gap.asks] == [
        ("column", "link_provider", (Cell("symbiosis", FIRST_ROW + 1, 2),)),
        ("column", "link_receiver", (Cell("symbiosis", FIRST_ROW, 3),)),
    ]


def test_both_names_are_the_reason_why_a_link_counts() -> None:
    behind = judge(("A", "B")).rows
    assert behind is not None
    assert [reason.field for reason in behind.rows[0].why] == ["link_provider", "link_receiver"]


def test_each_party_has_such_a_link_whichever_row_of_it_is_named() -> None:
    linked = Count("enterprises", HasRow("symbiosis", TWO_PARTIES))
    assert bounds(judge(("A again", "B"), measure=linked).declared) == (2, 2)
    assert bounds(judge(("A", "A again"), measure=linked).declared) == (0, 0)
