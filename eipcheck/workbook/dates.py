"""Dates as cells hold them: real dates, or text in day/month/year or year-month-day."""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import Enum

FIRST_YEAR = 1906
LAST_YEAR = 2200
"""Years outside are slips of the pen. A bare year in a cell with a date format shows as a day
from 1900 to 1905, since spreadsheets count the days from 1900."""

_EPOCH = date(1899, 12, 30)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ][0-9:.]*)?")
_YEAR = re.compile(r"[12][0-9]{3}")


class NoDate(Enum):
    """Why a cell holds no date."""

    NOT_A_DATE = 1
    IMPOSSIBLE = 2
    A_BARE_NUMBER = 3


def parse_date(value: object) -> date | NoDate:
    """Read a date; the time of the day is dropped."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        if value.year < FIRST_YEAR:
            return NoDate.A_BARE_NUMBER
        return value if value.year <= LAST_YEAR else NoDate.IMPOSSIBLE
    if not isinstance(value, str):
        return NoDate.NOT_A_DATE
    if match := _DAY_FIRST.fullmatch(value):
        day, month, year = (int(part) for part in match.groups())
    elif match := _YEAR_FIRST.fullmatch(value):
        year, month, day = (int(part) for part in match.groups())
    else:
        return NoDate.NOT_A_DATE
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return NoDate.IMPOSSIBLE
    try:
        return date(year, month, day)
    except ValueError:
        return NoDate.IMPOSSIBLE


def parse_year(value: object) -> int | None:
    """Read a year given as a number or as text; None where it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return int(value) if _YEAR.fullmatch(value) else None
    if isinstance(value, int | float) and FIRST_YEAR <= value <= LAST_YEAR and value == int(value):
        return int(value)
    return None


def day_number(value: date) -> int:
    """Give the number that a spreadsheet stores for a day."""
    return (date(value.year, value.month, value.day) - _EPOCH).days
