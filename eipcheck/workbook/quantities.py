"""Reads the numbers of one field: their convention, their unit, and whether they can be."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

from msgspec.structs import replace

from eipcheck.model.dictionary import Field, FieldType
from eipcheck.workbook import numbers
from eipcheck.workbook.numbers import NO_VOTES, Ambiguous, Votes, number_text
from eipcheck.workbook.readings import Fault, Reading, failed, fault, shown, warning
from eipcheck.workbook.vocabulary import Vocabulary, means

_PERCENT = "percent"
_HUNDRED = Decimal(100)
_ONE = Decimal(1)
_OPENS_A_UNIT = "%$\u20ab(["
"""Signs with which a unit may begin, besides letters: ``5 /ha`` and ``5 - ha`` say more."""


class QuantityReader:
    """Reads the numbers of one field."""

    def __init__(self, field: Field, vocabulary: Vocabulary, factor: Decimal = _ONE) -> None:
        """Take the field, and the factor for numbers that give no unit themselves."""
        self._field = field
        self._words = vocabulary
        self._factor = factor

    def read(self, value: object, *, percent: bool = False, votes: Votes = NO_VOTES) -> Reading:
        """Read a cell that holds something.

        Args:
            value: what the spreadsheet holds.
            percent: whether the number format of the cell shows percent.
            votes: how the other numbers in text of its column are written.
        """
        if isinstance(value, str):
            return self._in_text(value, votes)
        if isinstance(value, date | time | timedelta):
            return failed("W305", raw=shown(value))
        if isinstance(value, bool) or not isinstance(value, int | float):
            return failed("W303", raw=shown(value))
        number = numbers.exact(value)
        if number is None:
            return failed("W303", raw=shown(value))
        if percent and self._field.unit != _PERCENT:
            return self._wrong_unit("W307", shown(value), "%")
        if percent:  # the cell shows 85 % and holds 0.85
            return self._quantity(number, shown(value), _HUNDRED, marked=True)
        return self._quantity(number, shown(value), self._factor)

    def _in_text(self, text: str, votes: Votes) -> Reading:
        if means(text, self._words.zero):
            return Reading(Decimal(0))
        if means(text, self._words.no) or means(text, self._words.yes):
            return failed("W325", raw=text)
        digits, rest = numbers.split_number(text)
        number = numbers.parse_number(digits)
        if number is None:
            return failed("W303", raw=text)
        factor = self._factor_of(rest, text) if rest else self._factor
        if isinstance(factor, Reading):
            return factor
        if isinstance(number, Ambiguous):
            if self._cannot_be_decimal(number, factor):
                number = number.in_thousands()
            else:
                return replace(self._settled(number, text, rest, factor, votes), clue=number)
        reading = self._with_unit(number.value, text, rest, factor)
        return replace(reading, clue=number) if number.convention else reading

    def _cannot_be_decimal(self, number: Ambiguous, factor: Decimal) -> bool:
        """Say whether the field is a count and the decimal reading no whole number."""
        whole = number.as_decimal == number.as_decimal.to_integral_value()
        return self._field.type is FieldType.INTEGER and factor == 1 and not whole

    def _settled(
        self, number: Ambiguous, text: str, rest: str, factor: Decimal, votes: Votes
    ) -> Reading:
        """Read an ambiguous number as the rest of its column is written, if that is certain."""
        both = {
            "thousands": number_text(number.as_thousands),
            "decimal": number_text(number.as_decimal),
        }
        if votes.mixed:
            return failed("W321", raw=text, **both, comma=votes.comma, point=votes.point)
        settled = votes.settle(number)
        if settled is None:
            return failed("W304", raw=text, **both)
        value, cell = settled
        if self._field.type is FieldType.INTEGER and value == number.as_decimal:
            return failed("W304", raw=text, **both)  # nobody writes a count with decimals
        other = number.as_decimal if value == number.as_thousands else number.as_thousands
        if not self._is_plausible(value, factor) and self._is_plausible(other, factor):
            return failed("W304", raw=text, **both)
        reading = self._with_unit(value, text, rest, factor)
        if reading.value is None:
            return reading
        told = warning("W320", "vote", raw=text, value=number_text(value), cell=cell)
        return replace(reading, faults=(told, *reading.faults))

    def _is_plausible(self, number: Decimal, factor: Decimal) -> bool:
        return _within(self._field, numbers.times(number, factor))

    def _factor_of(self, rest: str, raw: str) -> Decimal | Reading:
        """Give the factor of the unit written behind a number, or the failure to read it."""
        if not (rest[0].isalpha() or rest[0] in _OPENS_A_UNIT):
            return failed("W303", raw=raw)
        unit, words = self._field.unit, self._words
        factor = words.factor(rest, unit) if unit else None
        if factor is not None:
            return factor
        if words.is_unit(rest) or (unit and words.like_unit(rest, unit)):
            return Reading(faults=(unit_fault(self._field, words, raw, rest),))
        return failed("W303", raw=raw)

    def _wrong_unit(self, code: str, raw: str, unit: str) -> Reading:
        expected = self._words.unit_labels.get(self._field.unit or "", "–")
        return failed(code, raw=raw, unit=unit, expected=expected)

    def _with_unit(self, number: Decimal, raw: str, rest: str, factor: Decimal) -> Reading:
        """Check a number whose unit is ``rest``; a conversion by it is told."""
        marked = bool(rest) and self._field.unit == _PERCENT
        reading = self._quantity(number, raw, factor, marked=marked)
        if not rest or factor == 1 or not isinstance(reading.value, Decimal):
            return reading
        told = conversion(self._field, self._words, raw, rest, factor, reading.value)
        return replace(reading, faults=(told, *reading.faults))

    def _quantity(
        self, number: Decimal, raw: str, factor: Decimal, *, marked: bool = False
    ) -> Reading:
        """Check a number against the field: its ratio, fraction, sign and plausible range.

        ``marked`` says that the cell itself shows ``%``.
        """
        number = number if factor == 1 else numbers.times(number, factor)
        faults: tuple[Fault, ...] = ()
        if self._field.unit == _PERCENT and not marked and 0 < number <= 1:
            shown_percent = number_text(number * _HUNDRED)
            faults += (warning("W315", raw=raw, percent=shown_percent),)
        if self._field.type is FieldType.INTEGER and number != number.to_integral_value():
            return failed("W306", raw=raw)
        low, _ = self._field.plausible
        if number < 0 and low is not None and low >= 0:
            # a negative area or count would cancel others in a sum
            return failed("W319", raw=raw)
        return Reading(number, faults + implausible(self._field, number, raw, self._words))


def unit_fault(field: Field, words: Vocabulary, raw: str, unit: str) -> Fault:
    """Say why a unit is not that of the field, and does not turn into it."""
    expected = words.unit_labels.get(field.unit or "", "–")
    if field.unit and words.is_incomplete(unit, field.unit):
        return fault("W324", raw=raw, unit=unit, expected=expected)
    if field.unit and not words.is_unit(unit) and (near := words.like_unit(unit, field.unit)):
        return fault("W323", raw=raw, unit=unit, suggestion=near)
    return fault("W307", raw=raw, unit=unit, expected=expected)


def conversion(
    field: Field, words: Vocabulary, raw: str, unit: str, factor: Decimal, result: Decimal
) -> Fault:
    """Tell that a number was converted into the unit of its field."""
    return warning(
        "W322",
        unit,
        raw=raw,
        unit=unit,
        factor=number_text(factor),
        result=number_text(result),
        expected=words.unit_labels.get(field.unit or "", "–"),
    )


def _within(field: Field, number: Decimal) -> bool:
    low, high = field.plausible
    return (low is None or number >= low) and (high is None or number <= high)


def implausible(field: Field, number: Decimal, raw: str, words: Vocabulary) -> tuple[Fault, ...]:
    """Warn of a number outside the range that is usual for the field."""
    if _within(field, number):
        return ()
    lowest, highest = ("…" if n is None else number_text(n) for n in field.plausible)
    unit = words.unit_labels.get(field.unit or "", "")
    return (warning("W314", raw=raw, low=lowest, high=f"{highest} {unit}".strip()),)
