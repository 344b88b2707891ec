"""What the reading of a cell gives: a value, a blank, an unknown, and what is wrong with it."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from eipcheck.model.problem import Severity
from eipcheck.model.record import Value
from eipcheck.workbook import numbers
from eipcheck.workbook.dates import Slashed
from eipcheck.workbook.folding import one_line
from eipcheck.workbook.numbers import NO_VOTES, Ambiguous, Votes, Written


class Marker:
    """Stands for a cell that would look blank and is not.

    Args:
        code: the problem that it is.
        sign: what is shown of it.
    """

    def __init__(self, code: str, sign: str) -> None:
        self.code = code
        self._sign = sign

    def __str__(self) -> str:
        return self._sign


UNCOMPUTED = Marker("W302", "=")
"""A formula whose result the file does not hold."""

COVERED = Marker("W221", "\u2194")
"""A cell that lies under a value merged across columns."""


SCALED = Marker("W347", "#")
"""A number whose format shows it in thousands or millions."""


class Fault(Struct, frozen=True):
    """What is wrong with a cell, before it is known which one; see ``Problem``.

    Faults of one code and the same ``once`` are told once for a column, in the words of the first.
    """

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR
    once: str = ""


Clue = Written | Ambiguous | Slashed
"""What the text of a cell shows of how its column is written."""


class Reading(Struct, frozen=True):
    """What a cell says. A value of None is a blank, or unknown where ``blank`` is false.

    ``clue`` tells how to read the other cells of the column, or what theirs must tell of this one.
    """

    value: Value | None = None
    faults: tuple[Fault, ...] = ()
    blank: bool = False
    clue: Clue | None = None


class Neighbours(Struct, frozen=True):
    """What the other cells of a column say together; cells are named by their addresses.

    ``month_first`` is a text date that is none with the day in front. ``swapped`` is a text date
    beside real dates that a spreadsheet may have made by exchanging day and month.
    """

    votes: Votes = NO_VOTES
    month_first: str = ""
    swapped: str = ""


ALONE = Neighbours()


BLANK = Reading(blank=True)
UNKNOWN = Reading()


def fault(code: str, /, **facts: str) -> Fault:
    """Make a fault that loses the answer."""
    return Fault(code, tuple(facts.items()))


def warning(code: str, once: str = "", /, **facts: str) -> Fault:
    """Make a fault that leaves the answer as it is; see ``Fault`` for ``once``."""
    return Fault(code, tuple(facts.items()), Severity.WARNING, once)


def failed(code: str, /, **facts: str) -> Reading:
    """Make the reading of a cell that cannot be read."""
    return Reading(faults=(fault(code, **facts),))


def shown(value: object) -> str:
    """Write a cell as its user sees it, in one line."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            number = numbers.exact(value)
            return str(value) if number is None else numbers.number_text(number)
        case datetime() | date():
            return f"{value.day:02}/{value.month:02}/{value.year:04}"
        case _:
            return one_line(str(value))
