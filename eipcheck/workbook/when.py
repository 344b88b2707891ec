"""Reads the cell that says of which year or day a figure is."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from eipcheck.workbook.dates import NoDate, parse_date, parse_year
from eipcheck.workbook.folding import clean
from eipcheck.workbook.vocabulary import Vocabulary, means


class When(Struct, frozen=True):
    """What the cell for year or date says; ``readable`` is false where it cannot be told.

    ``quarter`` says that it names a part of a year.
    """

    year: int | None = None
    as_of: date | None = None
    blank: bool = False
    readable: bool = True
    quarter: bool = False


def read_when(value: object, words: Vocabulary) -> When:
    """Read a year or a full date."""
    if isinstance(value, str):
        value = clean(value)
    if value is None or value == "":
        return When(blank=True)
    if isinstance(value, str) and means(value, words.missing):
        return When()
    year = parse_year(value)
    if year is not None:
        return When(year)
    day = parse_date(value, epoch_1904=words.epoch_1904)
    if isinstance(day, NoDate):
        return When(readable=False, quarter=day is NoDate.QUARTER)
    return When(day.year, day)
