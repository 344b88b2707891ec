"""What RECP solutions save in a year, of one park and of many.

Only solutions that the list states as implemented by the assessment date, with a measured result,
are added: one that is proposed saves nothing, an estimate may never come true, and what a park
states as its total tells neither. An amount below zero, or that could not be read, is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.record import ParkRecord, Table
from eipcheck.model.text import Language
from eipcheck.reporting.numbers import number
from eipcheck.reporting.say import say
from eipcheck.reporting.view_words import Speaker

_SOLUTIONS, _STATE, _IMPLEMENTED = "recp", "recp_state", "implemented"
_START, _MEASURED = "recp_start", "recp_measured"
AMOUNTS: Final = ("recp_kwh", "recp_water", "recp_co2", "recp_money")


class Saving(Struct, frozen=True):
    """What the measured solutions of a park save of one thing in a year, or emit less.

    ``label`` and ``unit`` are words; ``given`` are the solutions that state an amount.
    """

    label: str
    unit: str
    amount: Decimal
    given: int


class Savings(Struct, frozen=True):
    """What the list of RECP solutions of a park tells.

    ``measured`` are the solutions implemented with a measured result. ``amounts`` holds only what
    at least one of them states.
    """

    measured: int
    amounts: tuple[Saving, ...]


class SavingTotal(Struct, frozen=True):
    """The sum over parks: what, how much a year at least, and who states it."""

    label: str
    amount: str
    stated: str


def savings_of(
    record: ParkRecord, on: date, dictionary: DataDictionary, language: Language, *, full: bool
) -> Savings | None:
    """Add up what the workbook's measured solutions save; None where it has none.

    Args:
        record: what the workbook says; amounts are in the units of the dictionary.
        on: the assessment date; what begins later is not implemented yet.
        dictionary: names the amounts.
        language: in which they are named.
        full: whether amounts that are confidential are told.
    """
    table = record.tables.get(_SOLUTIONS)
    rows = list(_measured(table, on)) if table is not None else []
    if table is None or not rows:
        return None
    speaker = Speaker(language, dictionary)
    told = []
    for field in map(dictionary.field, AMOUNTS):
        amounts = list(_amounts(table, field.id, rows))
        if amounts and (full or not field.confidential):
            words = speaker.label(field.id), speaker.unit(field.unit or "")
            told.append(Saving(*words, sum(amounts, Decimal()), len(amounts)))
    return Savings(len(rows), tuple(told))


def _measured(table: Table, on: date) -> Iterator[int]:
    if {_STATE, _MEASURED} <= table.columns.keys():
        for index in range(len(table.rows)):
            start = table.value(_START, index) if _START in table.columns else None
            begun = not isinstance(start, date) or start <= on
            done = table.value(_STATE, index) == _IMPLEMENTED and begun
            if done and table.value(_MEASURED, index) is True:
                yield index


def _amounts(table: Table, field: str, rows: Iterable[int]) -> Iterator[Decimal]:
    if field in table.columns:
        for index in rows:
            value = table.value(field, index)
            if isinstance(value, Decimal | int) and value >= 0:
                yield Decimal(value)


def totals(given: Iterable[Savings | None], language: Language) -> tuple[SavingTotal, ...]:
    """Add up the parks of one table; what no park states is left out."""
    parks = [savings for savings in given if savings is not None]
    found: dict[tuple[str, str], list[tuple[Savings, Saving]]] = {}
    for savings in parks:
        for one in savings.amounts:
            found.setdefault((one.label, one.unit), []).append((savings, one))
    return tuple(
        SavingTotal(
            label,
            f"{number(sum(one.amount for _, one in stated), language)} {unit}",
            say(
                language,
                "summary.savings_stated",
                given=sum(one.given for _, one in stated),
                measured=sum(savings.measured for savings in parks),
                n=len(stated),
            ),
        )
        for (label, unit), stated in found.items()
    )
