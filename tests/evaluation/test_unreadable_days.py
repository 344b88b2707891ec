"""What is written but cannot be read is no blank: days, judgements, and the assessment date."""

from __future__ import annotations

from datetime import date

import pytest
from builders import AS_OF, a_record, a_table, bound, fact, ticked
from judging import find

from eipcheck.evaluation.dates import choose_dates
from eipcheck.evaluation.judgements import latest_judgement
from eipcheck.model.condition import Is
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Count
from eipcheck.model.place import Cell
from eipcheck.model.problem import InputError, Problem
from eipcheck.model.record import Column, Judgement, ParkRecord, Table


def register(since: date | None, raw: object) -> Table:
    """Give one operating enterprise with the day since when it operates, as written."""
    table = a_table("enterprises", [{"enterprise_status": "operating"}], ticked("enterprises"))
    column = Column(field="status_since", column=9, heading="since", values=(since,), raw=(raw,))
    return Table(
        sheet=table.sheet,
        sheet_name=table.sheet_name,
        rows=table.rows,
        columns={**table.columns, "status_since": column},
        declarations=table.declarations,
    )


@pytest.mark.parametrize(
    ("since", "raw", "verdict"),
    [
        (None, None, Verdict.MET),
        (date(2020, 1, 1), "x", Verdict.MET),
        (None, "Quý I/2022", Verdict.UNDETERMINED),
        (date(2022, 1, 1), "x", Verdict.NOT_MET),
    ],
)
def test_a_beginning_that_cannot_be_read_may_lie_ahead(
    since: date | None, raw: object, verdict: Verdict
) -> None:
    record = a_record(tables=[register(since, raw)])
    operating = Count("enterprises", Is("enterprise_status", "operating"))
    assert find(record, operating, bound("at_least", 1)).declared.verdict is verdict


def judgement(result: str, on: date | None, *, readable: bool = True) -> Judgement:
    return Judgement(
        criterion="c",
        met=result == "met",
        by="",
        on=on,
        documents=(),
        cell=Cell("J", 5, 1),
        readable=readable,
    )


DAY, LATER = date(2021, 1, 1), date(2021, 2, 1)


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ([judgement("met", DAY)], "met"),
        ([judgement("met", DAY), judgement("not_met", LATER)], "not_met"),
        ([judgement("met", DAY), judgement("not_met", DAY)], None),
        ([judgement("met", None)], None),
        ([judgement("met", DAY), judgement("not_met", None)], None),
        ([judgement("met", DAY), judgement("met", None)], "met"),
        ([judgement("met", DAY), judgement("not_met", LATER, readable=False)], None),
        ([judgement("met", date(2022, 1, 1))], None),
    ],
)
def test_a_judgement_counts_only_if_all_that_may_be_the_latest_agree(
    said: list[Judgement], result: str | None
) -> None:
    record = a_record()
    record = ParkRecord(
        file=record.file,
        sha256="",
        template_version=None,
        facts={},
        blank_cells={},
        tables={},
        documents={},
        judgements=tuple(said),
    )
    latest = latest_judgement(record, "c", AS_OF)
    words = {True: "met", False: "not_met"}
    assert (words[latest.met] if latest else None) == result


def with_days(*days: date | None) -> ParkRecord:
    said = [fact("assessment_date", day) for day in days]
    record = a_record(*said)
    lost = tuple(
        Problem("W308", o.cell) for o in record.facts["assessment_date"] if o.value is None
    )
    return ParkRecord(
        file=record.file,
        sha256="",
        template_version=None,
        facts={"assessment_date": record.facts["assessment_date"]},
        blank_cells={},
        tables={},
        documents={},
        problems=lost,
    )


@pytest.mark.parametrize("days", [(None,), (DAY, LATER)])
def test_no_other_day_is_chosen_for_an_assessment_date_that_says_none(
    days: tuple[date | None, ...],
) -> None:
    with pytest.raises(InputError) as stopped:
        choose_dates(with_days(*days), None, LATER)
    assert stopped.value.problems[0].code == "D114"
    assert choose_dates(with_days(*days), DAY, LATER).as_of == DAY


def test_the_same_day_twice_is_one_day() -> None:
    assert choose_dates(with_days(DAY, DAY), None, LATER).as_of == DAY
