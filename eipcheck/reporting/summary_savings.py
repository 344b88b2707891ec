"""What RECP solutions save in a year, of one park and of many.

Only solutions that the list states as implemented by the assessment date, with a measured result,
are added: one that is proposed saves nothing, an estimate may never come true, and what a park
states as its total tells neither. What is not added is told apart. Sums are lower bounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from msgspec import Struct

from eipcheck.model.dictionary import DataDictionary, Field
from eipcheck.model.record import Declaration, ParkRecord, Table
from eipcheck.model.text import Language
from eipcheck.reporting.numbers import number
from eipcheck.reporting.say import say
from eipcheck.reporting.view_words import Speaker

_SOLUTIONS, _STATE, _IMPLEMENTED = "recp", "recp_state", "implemented"
_START, _MEASURED, _COMPLETE = "recp_start", "recp_measured", "recp_complete"
AMOUNTS: Final = ("recp_kwh", "recp_water", "recp_co2", "recp_money")
_PRINTED = Decimal("0.01")


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

    ``measured`` are the solutions implemented by the assessment date with a measured result,
    ``unmeasured`` those implemented without one, or without a word of it, ``others`` those that
    are not implemented by that date, or of which this is unknown. ``is_complete`` is the park's
    own word on that date. ``amounts`` holds only what a measured solution states.
    """

    measured: int
    unmeasured: int
    others: int
    is_complete: bool
    amounts: tuple[Saving, ...]


class SavingTotal(Struct, frozen=True):
    """The sum over parks: what, how much a year at least, and who states it.

    ``amount`` is ``figure`` as it is printed, with its ``unit``.
    """

    label: str
    figure: Decimal
    unit: str
    amount: str
    stated: str


def savings_of(
    record: ParkRecord, on: date, dictionary: DataDictionary, language: Language, *, full: bool
) -> Savings | None:
    """Add up what the workbook's measured solutions save; None where it lists no solution.

    Args:
        record: what the workbook says; amounts are in the units of the dictionary.
        on: the assessment date; what begins later, or on an unknown day, is not known to be
            implemented.
        dictionary: names the amounts, and says which of them can be believed.
        language: in which they are named.
        full: whether amounts that are confidential are told.
    """
    table = record.tables.get(_SOLUTIONS)
    if table is None or not table.rows:
        return None
    rows = [index for index in range(len(table.rows)) if _is_implemented(table, index, on)]
    measured = [index for index in rows if table.value(_MEASURED, index) is True]
    speaker = Speaker(language, dictionary)
    told = []
    for field in map(dictionary.field, AMOUNTS):
        amounts = list(_amounts(table, field, measured))
        if amounts and (full or not field.confidential):
            words = speaker.label(field.id), speaker.unit(field.unit or "")
            told.append(Saving(*words, sum(amounts, Decimal()), len(amounts)))
    return Savings(
        measured=len(measured),
        unmeasured=len(rows) - len(measured),
        others=len(table.rows) - len(rows),
        is_complete=any(_is_complete(declared, on) for declared in table.declarations),
        amounts=tuple(told),
    )


def _is_implemented(table: Table, index: int, on: date) -> bool:
    start = table.value(_START, index)
    begun = isinstance(start, date) and start <= on
    return begun and table.value(_STATE, index) == _IMPLEMENTED


def _is_complete(declared: Declaration, on: date) -> bool:
    reaches = declared.end is None or declared.end >= on
    return declared.id == _COMPLETE and declared.complete is True and reaches


def _amounts(table: Table, field: Field, rows: Iterable[int]) -> Iterator[Decimal]:
    """Give the amounts that can be believed: none below zero or beyond what is plausible."""
    _, most = field.plausible
    for index in rows:
        value = table.value(field.id, index)
        if isinstance(value, Decimal) and value >= 0 and (most is None or value <= most):
            yield value


def totals(
    given: Iterable[tuple[str, Savings | None]], language: Language
) -> tuple[tuple[SavingTotal, ...], tuple[str, ...]]:
    """Add up the parks of one table, and say what is not added; nothing where none states any.

    Two parks with the very same figures may state one figure for both: these are added once.

    Args:
        given: the counted parks by name, with what each tells.
        language: that of what they tell.
    """
    counted = list(given)
    parks = [savings for _, savings in counted if savings is not None]
    stated: dict[tuple[str, str], list[Saving]] = {}
    for savings in {(s.measured, s.amounts): s for s in parks}.values():
        for one in savings.amounts:
            stated.setdefault((one.label, one.unit), []).append(one)
    if not stated:
        return (), ()
    measured = sum(savings.measured for savings in parks)
    rows = tuple(
        SavingTotal(
            label,
            figure := _floor(sum((one.amount for one in ones), Decimal())),
            unit,
            f"{number(figure, language)} {unit}",
            say(
                language,
                "summary.savings_stated",
                given=sum(one.given for one in ones),
                measured=measured,
                n=len(ones),
                of=len(counted),
            ),
        )
        for (label, unit), ones in stated.items()
    )
    return rows, (_not_added(parks, len(counted), language), *_alike(counted, language))


def _floor(amount: Decimal) -> Decimal:
    """Cut off what is not printed: what is at least so much is never rounded up."""
    return amount.quantize(_PRINTED, ROUND_FLOOR)


def _not_added(parks: Sequence[Savings], of: int, language: Language) -> str:
    return say(
        language,
        "summary.savings_left",
        listed=len(parks),
        of=of,
        complete=sum(savings.is_complete for savings in parks),
        unmeasured=sum(savings.unmeasured for savings in parks),
        others=sum(savings.others for savings in parks),
    )


def _alike(counted: Iterable[tuple[str, Savings | None]], language: Language) -> Iterator[str]:
    """Name the parks of which the figures of only one are added."""
    same: dict[object, list[str]] = {}
    for park, savings in counted:
        if savings is not None and savings.amounts:
            same.setdefault((savings.measured, savings.amounts), []).append(park)
    for parks in same.values():
        if len(parks) > 1:
            yield say(language, "summary.savings_alike", parks="; ".join(parks))
