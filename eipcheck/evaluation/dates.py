"""Chooses the dates of an assessment; each keeps where it came from."""

from __future__ import annotations

from datetime import date

from eipcheck.evaluation.facts import unreadable
from eipcheck.model.assessment import Dated, Dates, DateSource
from eipcheck.model.problem import InputError, Problem
from eipcheck.model.record import ParkRecord


def choose_dates(record: ParkRecord, as_of: date | None, today: date) -> Dates:
    """Choose the assessment date: the option, else registration, assessment, period end, today.

    Args:
        record: the workbook; its dates stand in the facts ``registration_date``,
            ``assessment_date``, ``period_start`` and ``period_end``. A blank is missing.
        as_of: the date asked for on the command line, None where there is none.
        today: the date of the run; used only when nothing else says a date.

    Raises:
        InputError: a date that would be used is written but cannot be read, or stands twice
            with different values: no other day is chosen in silence.
    """
    wanted = ["registration_date"]
    if as_of is None:
        wanted.append("assessment_date")
        wanted += [] if _answers(record, *wanted) else ["period_end"]
    doubtful = [p for field in wanted for p in _doubts(record, field)]
    if doubtful:
        raise InputError((*doubtful, *(p for p in record.problems if p not in doubtful)))
    registration = _dated(record, "registration_date")
    start = _dated(record, "period_start")
    end = _dated(record, "period_end")
    return Dates(_assessment_date(record, as_of, today), registration, start, end)


def _answers(record: ParkRecord, *fields: str) -> bool:
    return any(record.facts.get(f) for f in fields)


def _doubts(record: ParkRecord, field: str) -> tuple[Problem, ...]:
    """Tell a date that does not say one day."""
    said = record.facts.get(field, ())
    days = {o.value for o in said if isinstance(o.value, date)}
    if not unreadable(record, said) and len(days) <= 1:
        return ()
    facts = (("field", field), ("values", "; ".join(o.raw or str(o.value) for o in said)))
    cells = tuple(o.cell for o in said)
    return (Problem("D114", cells[0], facts, other_places=cells[1:]),)


def _assessment_date(record: ParkRecord, as_of: date | None, today: date) -> Dated:
    if as_of is not None:
        return Dated(as_of, DateSource.OPTION)
    for field, source in (
        ("registration_date", DateSource.REGISTRATION),
        ("assessment_date", DateSource.ASSESSMENT),
        ("period_end", DateSource.PERIOD_END),
    ):
        found = _dated(record, field)
        if found.on is not None:
            return Dated(found.on, source, found.cell)
    return Dated(today, DateSource.TODAY)


def _dated(record: ParkRecord, field: str) -> Dated:
    for observation in record.facts.get(field, ()):
        if isinstance(observation.value, date):
            return Dated(observation.value, DateSource.WORKBOOK, observation.cell)
    return Dated(None, DateSource.MISSING, record.blank_cells.get(field))
