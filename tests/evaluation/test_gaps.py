"""Gap numbers (rule 9), by trying every set of answers."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil

import pytest
from builders import a_record, a_register, a_table, bound, ticked, yes
from judging import find

from eipcheck.model.condition import Is
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Count, Share
from eipcheck.model.record import ParkRecord

SHARE = Share("enterprises", Is("enterprise_status", "operating"), yes("recp_applied"))


def park(good: int, bad: int, blank: int, *, complete: bool = True) -> ParkRecord:
    answers = [True] * good + [False] * bad + [None] * blank
    rows = [{"enterprise_status": "operating", "recp_applied": a} for a in answers]
    return a_record(tables=[a_register(rows, complete=complete)])


def test_the_example_of_the_design() -> None:
    """Of 115 operating, 20 yes, 83 no, 12 unanswered; a fifth is 23."""
    finding = find(park(20, 83, 12), SHARE, bound("at_least", "0.2"))
    assert finding.declared.verdict is Verdict.UNDETERMINED
    gap = finding.gap
    assert gap is not None
    assert (gap.unanswered, gap.yes_to_meet, gap.no_to_miss) == (12, 3, 10)


def test_two_at_best_and_six_at_worst() -> None:
    """Of 27, nobody yes and four unanswered: six are needed."""
    finding = find(park(0, 23, 4), SHARE, bound("at_least", "0.2"))
    assert finding.declared.verdict is Verdict.NOT_MET
    assert finding.gap is not None
    assert (finding.gap.least, finding.gap.most) == (2, 6)


@pytest.mark.parametrize("target", ["0.2", "0.5", "0.9", "1"])
def test_gaps_of_shares_are_what_trying_every_answer_gives(target: str) -> None:
    wanted = Fraction(target)
    for good, bad, blank in product(range(4), range(4), range(4)):
        size = good + bad + blank
        if not size:
            continue
        finding = find(park(good, bad, blank), SHARE, bound("at_least", target))
        needed = ceil(wanted * size)
        ends = {y: good + y >= needed for y in range(blank + 1)}
        state = (good, bad, blank)
        if all(ends.values()):
            assert finding.declared.verdict is Verdict.MET, state
            continue
        gap = finding.gap
        assert gap is not None, state
        if not any(ends.values()):
            assert (gap.least, gap.most) == (needed - good - blank, needed - good), state
            continue
        assert gap.unanswered == blank, state
        assert gap.yes_to_meet == min(y for y, met in ends.items() if met), state
        assert gap.no_to_miss == blank - max(y for y, met in ends.items() if not met), state


def test_filling_as_the_gap_says_gives_the_verdict_it_promises() -> None:
    for good, bad, blank in product(range(3), range(3), range(1, 5)):
        finding = find(park(good, bad, blank), SHARE, bound("at_least", "0.5"))
        gap = finding.gap
        if finding.declared.verdict is not Verdict.UNDETERMINED:
            continue
        assert gap is not None
        assert gap.yes_to_meet is not None
        assert gap.no_to_miss is not None
        more, less = gap.yes_to_meet, gap.no_to_miss
        met = find(park(good + more, bad, blank - more), SHARE, bound("at_least", "0.5"))
        missed = find(park(good, bad + less, blank - less), SHARE, bound("at_least", "0.5"))
        assert met.declared.verdict is Verdict.MET
        assert missed.declared.verdict is Verdict.NOT_MET


def test_gaps_of_counts_are_in_rows() -> None:
    for known, unknown, target in product(range(3), range(3), range(1, 5)):
        rows = [{"link_type": "water"}] * known + [{}] * unknown
        record = a_record(tables=[a_table("symbiosis", rows, ticked("symbiosis"))])
        measure = Count("symbiosis", Is("link_type", "water"))
        finding = find(record, measure, bound("at_least", target, "links"))
        if finding.declared.verdict is Verdict.NOT_MET:
            assert finding.gap is not None
            assert finding.gap.least == target - known - unknown
            assert finding.gap.most == target - known
            assert finding.gap.unit == "links"


def test_an_unticked_list_that_decides_is_asked_for_first() -> None:
    finding = find(park(2, 2, 1, complete=False), SHARE, bound("at_least", "0.5"))
    assert finding.gap is not None
    assert finding.gap.asks[0].kind == "complete"
    assert any(ask.kind == "column" for ask in finding.gap.asks)


def test_rows_of_unknown_status_are_asked_for_their_status_first() -> None:
    rows = [{"recp_applied": None}, {"enterprise_status": "operating", "recp_applied": False}]
    record = a_record(tables=[a_register(rows, complete=True)])
    finding = find(record, SHARE, bound("at_least", "0.2"))
    assert finding.declared.verdict is Verdict.UNDETERMINED
    assert finding.gap is not None
    asked = [ask.field for ask in finding.gap.asks]
    assert "enterprise_status" in asked
    blank = [ask for ask in finding.gap.asks if ask.field == "recp_applied"]
    assert not blank or asked.index("enterprise_status") < asked.index("recp_applied")


def test_asks_name_the_blank_cells_and_whom_to_ask() -> None:
    finding = find(park(1, 1, 2), SHARE, bound("at_least", "0.5"))
    assert finding.gap is not None
    (ask,) = finding.gap.asks
    assert (ask.kind, ask.field, ask.asked_of) == ("column", "recp_applied", "enterprises")
    assert [cell.row for cell in ask.cells] == [9, 10]


def test_a_met_criterion_has_no_gap() -> None:
    assert find(park(3, 0, 0), SHARE, bound("at_least", "0.5")).gap is None
