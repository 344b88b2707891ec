"""Dates as cells hold them: real dates, or text in day/month/year or year-month-day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from enum import Enum

from msgspec import Struct

from eipcheck.workbook.folding import fold
from eipcheck.workbook.numbers import tidy

FIRST_YEAR = 1906
LAST_YEAR = 2200
"""Years outside are slips of the pen. A bare year in a cell with a date format shows as a day
from 1900 to 1905, since spreadsheets count the days from 1900."""

_FIRST_YEAR_1904 = 1911
"""Counted from 1904, a bare year shows as a day from 1909 to 1910."""

_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_SERIALS = range(23_000, 100_000)
_SERIAL_YEARS = range(1950, 2100)
LAST_MONTH = 12
_TIME = r"(?:[T ][0-9]{1,2}:[0-9:.]+)?"
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.\-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})" + _TIME)
_YEAR_FIRST = re.compile(r"([0-9]{4})([/.\-])([0-9]{1,2})\2([0-9]{1,2})" + _TIME)
_IN_WORDS = re.compile(
    r"(?:ng[àa]y )?([0-9]{1,2}) th[áa]ng ([0-9]{1,2}),? n[ăa]m ([0-9]{4})", re.IGNORECASE
)
_YEAR = re.compile(r"(?:n[ăa]m )?([12][0-9]{3})", re.IGNORECASE)
_MONTH = re.compile(r"(?:thang |t)?[0-9]{1,2} (?:nam )?[12][0-9]{3}|[12][0-9]{3} [0-9]{1,2}")
_QUARTER = re.compile(
    r"(?:quy|quarter|q) ?(?:i{1,3}|iv|[1-4]) (?:nam )?[12][0-9]{3}|[12][0-9]{3} ?q ?[1-4]"
)
_SERIAL = re.compile(r"[0-9]{5}")
_SPACED_MARK = re.compile(r" *([/.\-]) *")


class NoDate(Enum):
    """Why a cell holds no date."""

    NOT_A_DATE = 1
    IMPOSSIBLE = 2
    A_BARE_NUMBER = 3
    MONTH_FIRST = 4  # impossible as day/month, possible as month/day
    SHORT_YEAR = 5
    YEAR_ONLY = 6
    MONTH_ONLY = 7
    QUARTER = 8


class Slashed(Struct, frozen=True):
    """A date in text whose order is a matter of habit: 05/06/2019 is June here, May elsewhere."""

    first: int
    second: int
    year: str

    @property
    def either_way(self) -> bool:
        """Say whether it is a date both ways, and not the same one."""
        return self.first != self.second and max(self.first, self.second) <= LAST_MONTH

    @property
    def month_first(self) -> bool:
        """Say whether it is a date only with the month in front."""
        return self.first <= LAST_MONTH < self.second

    def swapped(self) -> str:
        """Write it with day and month exchanged."""
        return f"{self.second:02}/{self.first:02}/{self.year}"


def parse_date(value: object, *, epoch_1904: bool = False) -> date | NoDate:
    """Read a date; the time of the day is dropped."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        if value.year < (_FIRST_YEAR_1904 if epoch_1904 else FIRST_YEAR):
            return NoDate.A_BARE_NUMBER
        return value if value.year <= LAST_YEAR else NoDate.IMPOSSIBLE
    if isinstance(value, str):
        return _in_text(_plain(value))
    return NoDate.YEAR_ONLY if parse_year(value) is not None else NoDate.NOT_A_DATE


def _plain(text: str) -> str:
    return _SPACED_MARK.sub(r"\1", tidy(text))


def _in_text(text: str) -> date | NoDate:
    if match := _DAY_FIRST.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), match[4]
        if len(year) == len("19"):
            return NoDate.SHORT_YEAR
        day = _day(int(year), second, first)
        if day is NoDate.IMPOSSIBLE and isinstance(_day(int(year), first, second), date):
            return NoDate.MONTH_FIRST
        return day
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _IN_WORDS.fullmatch(text):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if _YEAR.fullmatch(text):
        return NoDate.YEAR_ONLY
    folded = fold(text)
    if _QUARTER.fullmatch(folded):
        return NoDate.QUARTER
    return NoDate.MONTH_ONLY if _MONTH.fullmatch(folded) else NoDate.NOT_A_DATE


def _day(year: int, month: int, day: int) -> date | NoDate:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return NoDate.IMPOSSIBLE
    try:
        return date(year, month, day)
    except ValueError:
        return NoDate.IMPOSSIBLE


def slashed(text: str) -> Slashed | None:
    """Give the parts of a text date in which day and month could be exchanged."""
    match = _DAY_FIRST.fullmatch(_plain(text))
    return Slashed(int(match[1]), int(match[3]), match[4]) if match else None


def parse_serial(value: object, *, epoch_1904: bool = False) -> date | None:
    """Read a bare number, or five digits in text, as the number that stands for a day.

    None for numbers of days outside 1950 to 2099, and for what may be a year.
    """
    if isinstance(value, str):
        value = int(text) if _SERIAL.fullmatch(text := tidy(value)) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not _SERIALS[0] <= value <= _SERIALS[-1]:
        return None
    day = (_EPOCH_1904 if epoch_1904 else _EPOCH) + timedelta(days=int(value))
    return day if day.year in _SERIAL_YEARS else None


def parse_year(value: object) -> int | None:
    """Read a year given as a number or as text; None where it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        match = _YEAR.fullmatch(tidy(value))
        return int(match[1]) if match else None
    if isinstance(value, int | float) and FIRST_YEAR <= value <= LAST_YEAR and value == int(value):
        return int(value)
    return None


def day_number(value: date, *, epoch_1904: bool = False) -> int:
    """Give the number that a spreadsheet stores for a day."""
    epoch = _EPOCH_1904 if epoch_1904 else _EPOCH
    return (date(value.year, value.month, value.day) - epoch).days
