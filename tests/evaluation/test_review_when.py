"""A matter for the authority turns "met" into a review, and never makes anything better."""

from __future__ import annotations

from datetime import date

import pytest
from builders import a_criterion, a_record, a_table, bound, covering
from judging import assess, find
from msgspec.structs import replace

from eipcheck.model.condition import All, HasRow, Is, Not, ValidOn, Within
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Count
from eipcheck.model.place import Cell
from eipcheck.model.record import Judgement, ParkRecord

OWN = Is("violation_of", "developer")
OPEN = All((OWN, Not(ValidOn("violation_remedied", None))))
REMEDIED_LATELY = HasRow(
    "violations",
    All(
        (
            OWN,
            ValidOn("violation_remedied", None),
            Within("violation_date", 36, "registration"),
        )
    ),
)
COMPLIANCE = a_criterion(
    Count("violations", OPEN), bound("at_most", 0, "breaches"), review_when=REMEDIED_LATELY
)


def park(*rows: dict[str, object], complete: bool = True) -> ParkRecord:
    laws = ("environment", "labour")
    lines = [covering(of, law, complete) for of in ("developer", "enterprises") for law in laws]
    own = {"violation_of": "developer", "violation_law": "labour"}
    return a_record(tables=[a_table("violations", [{**own, **row} for row in rows], *lines)])


LATE, EARLY = date(2020, 5, 1), date(2015, 5, 1)


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ({"violation_date": EARLY}, Verdict.NOT_MET),
        ({"violation_date": LATE}, Verdict.NOT_MET),
        ({"violation_date": EARLY, "violation_remedied": LATE}, Verdict.MET),
        ({"violation_date": LATE, "violation_remedied": LATE}, Verdict.NEEDS_REVIEW),
    ],
)
def test_remedied_in_the_window_is_for_the_authority(
    row: dict[str, object], verdict: Verdict
) -> None:
    (finding,) = assess(park(row), COMPLIANCE).findings
    assert finding.declared.verdict is verdict


def test_a_date_that_is_missing_leaves_it_open() -> None:
    (finding,) = assess(park({"violation_remedied": LATE}), COMPLIANCE).findings
    assert finding.declared.verdict is Verdict.UNDETERMINED
    assert {Verdict.MET, Verdict.NEEDS_REVIEW} <= finding.declared.possible
    assert finding.gap is not None
    assert "violation_date" in {ask.field for ask in finding.gap.asks}


def test_an_open_list_is_never_met() -> None:
    (finding,) = assess(park(complete=False), COMPLIANCE).findings
    assert finding.declared.verdict is Verdict.UNDETERMINED


def test_a_target_missed_stays_missed() -> None:
    rows = ({"violation_date": LATE}, {"violation_date": LATE, "violation_remedied": LATE})
    (finding,) = assess(park(*rows), COMPLIANCE).findings
    assert finding.declared.verdict is Verdict.NOT_MET


def test_the_steps_tell_the_matter() -> None:
    found = find(
        park(), Count("violations", OPEN), bound("at_most", 0), review_when=REMEDIED_LATELY
    )
    assert "review" in [step.name for step in found.steps]
    assert found.declared.verdict is Verdict.MET


@pytest.mark.parametrize(
    ("judged_on", "breach", "start", "last", "verdict"),
    [
        (date(2021, 1, 1), LATE, date(2018, 7, 10), None, Verdict.MET),
        (LATE, LATE, date(2018, 7, 10), None, Verdict.MET),
        (date(2020, 4, 30), LATE, date(2018, 7, 10), None, Verdict.NEEDS_REVIEW),
        (date(2021, 1, 1), LATE, date(2021, 1, 2), None, Verdict.NEEDS_REVIEW),
        (date(2021, 1, 1), LATE, date(2018, 7, 10), date(2021, 1, 1), Verdict.MET),
        (date(2021, 1, 1), LATE, date(2018, 7, 10), date(2020, 12, 31), Verdict.NEEDS_REVIEW),
    ],
)
def test_a_judgement_weighs_what_was_there_and_was_law(
    judged_on: date, breach: date, start: date, last: date | None, verdict: Verdict
) -> None:
    judgement = Judgement(
        criterion="criterion",
        met=True,
        by="board",
        on=judged_on,
        documents=(),
        cell=Cell("judgements", 7, 2),
    )
    record = park({"violation_date": breach, "violation_remedied": LATE})
    said = replace(record, judgements=(judgement,))
    (finding,) = assess(said, COMPLIANCE, in_force_from=start, in_force_to=last).findings
    assert finding.declared.verdict is verdict
