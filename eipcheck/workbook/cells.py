"""One cell becomes one typed value, a blank, an unknown, or a fault. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from msgspec import Struct

from eipcheck.model.dictionary import Field, FieldType
from eipcheck.model.problem import Severity
from eipcheck.model.record import EnterpriseRef, Value
from eipcheck.workbook import numbers
from eipcheck.workbook.dates import NoDate, day_number, parse_date, parse_year
from eipcheck.workbook.folding import clean, fold, one_line
from eipcheck.workbook.layout import TAX_CODES
from eipcheck.workbook.register import padded
from eipcheck.workbook.vocabulary import Vocabulary, choice_index, means

_ERROR = re.compile(r"#[A-Z][A-Z_/0]*[!?]|#N/A|#GETTING_DATA")
_PERCENT = "percent"
_HUNDRED = Decimal(100)


class Uncomputed:
    """Stands for a formula whose result the file does not hold, which would look blank."""

    def __str__(self) -> str:
        """Give what the user sees in the formula bar first."""
        return "="


UNCOMPUTED = Uncomputed()


class Fault(Struct, frozen=True):
    """What is wrong with a cell, before it is known which one; see ``Problem``."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR


class Reading(Struct, frozen=True):
    """What a cell says. A value of None is a blank, or unknown where ``blank`` is false."""

    value: Value | None = None
    faults: tuple[Fault, ...] = ()
    blank: bool = False


BLANK = Reading(blank=True)
UNKNOWN = Reading()


def fault(code: str, /, **facts: str) -> Fault:
    """Make a fault that loses the answer."""
    return Fault(code, tuple(facts.items()))


def warning(code: str, /, **facts: str) -> Fault:
    """Make a fault that leaves the answer as it is."""
    return Fault(code, tuple(facts.items()), Severity.WARNING)


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


class CellReader:
    """Reads the cells of one field."""

    def __init__(self, field: Field, vocabulary: Vocabulary) -> None:
        """Prepare the words that the field understands."""
        self.field = field
        self._words = vocabulary
        self._choices = choice_index(field)

    def read(self, value: object, *, percent: bool = False) -> Reading:
        """Read a cell; ``percent`` says that its number format shows percent."""
        if isinstance(value, str):
            text = clean(value)
            if not text:
                return BLANK
            if text.startswith("#") and _ERROR.fullmatch(text):
                return failed("W301", raw=text)
            value = text
        elif value is None:
            return BLANK
        elif isinstance(value, Uncomputed):
            return failed("W302")
        return self._typed(value, percent=percent)

    def _typed(self, value: object, *, percent: bool) -> Reading:
        match self.field.type:
            case FieldType.NUMBER | FieldType.INTEGER:
                return self._number(value, percent=percent)
            case FieldType.DATE:
                return self._date(value)
            case FieldType.YEAR:
                return self._year(value)
            case FieldType.YES_NO:
                return self._yes_no(value)
            case FieldType.CHOICE:
                return self._choice(value)
            case FieldType.DOCUMENTS:
                return self._documents(value)
            case FieldType.ENTERPRISE:
                return self._enterprise(value)
            case FieldType.TEXT:
                return self._text(value)

    def _is_missing(self, value: object) -> bool:
        return isinstance(value, str) and means(value, self._words.missing)

    def _number(self, value: object, *, percent: bool) -> Reading:
        if self._is_missing(value):
            return UNKNOWN
        if isinstance(value, date | time | timedelta):
            return failed("W305", raw=shown(value))
        if isinstance(value, bool):
            return failed("W303", raw=shown(value))
        if isinstance(value, int | float):
            number = numbers.exact(value)
            if number is None:
                return failed("W303", raw=shown(value))
        elif isinstance(value, str):
            if means(value, self._words.zero):
                return Reading(Decimal(0))
            read = self._number_in_text(value)
            if isinstance(read, Reading):
                return read
            number, percent = read
        else:
            return failed("W303", raw=shown(value))
        return self._quantity(number, shown(value), percent=percent, typed=isinstance(value, str))

    def _number_in_text(self, text: str) -> Reading | tuple[Decimal, bool]:
        """Read a text number with or without a unit; the flag says that it is marked ``%``."""
        digits, rest = numbers.split_number(text)
        unit = self._words.unit_of(rest) if rest else None
        if not digits or (rest and unit is None):
            return failed("W303", raw=text)
        number = numbers.parse_number(digits)
        if number is None:
            return failed("W303", raw=text)
        if isinstance(number, numbers.Ambiguous):
            return failed(
                "W304",
                raw=text,
                thousands=numbers.number_text(number.as_thousands),
                decimal=numbers.number_text(number.as_decimal),
            )
        if unit is not None and unit != self.field.unit:
            return failed("W307", raw=text, unit=rest, expected=self._unit())
        return number, unit == _PERCENT

    def _quantity(self, number: Decimal, raw: str, *, percent: bool, typed: bool) -> Reading:
        """Check a number against the field: its unit, fraction and plausible range."""
        faults: tuple[Fault, ...] = ()
        if percent and self.field.unit != _PERCENT:
            return failed("W307", raw=raw, unit="%", expected=self._unit())
        if self.field.unit == _PERCENT:
            if percent and not typed:  # the cell shows 85 % and holds 0.85
                number *= _HUNDRED
            elif not percent and 0 < number <= 1:
                shown_percent = numbers.number_text(number * _HUNDRED)
                faults += (warning("W315", raw=raw, percent=shown_percent),)
        if self.field.type is FieldType.INTEGER and number != number.to_integral_value():
            return failed("W306", raw=raw)
        low, _ = self.field.plausible
        if number < 0 and low is not None and low >= 0:
            # a negative area or count would cancel others in a sum
            return failed("W319", raw=raw)
        return Reading(number, faults + self._implausible(number, raw))

    def _implausible(self, number: Decimal, raw: str) -> tuple[Fault, ...]:
        low, high = self.field.plausible
        if (low is None or number >= low) and (high is None or number <= high):
            return ()
        lowest, highest = ("…" if n is None else numbers.number_text(n) for n in (low, high))
        unit = self._words.unit_labels.get(self.field.unit or "", "")
        return (warning("W314", raw=raw, low=lowest, high=f"{highest} {unit}".strip()),)

    def _unit(self) -> str:
        return self._words.unit_labels.get(self.field.unit or "", "–")

    def _date(self, value: object) -> Reading:
        if self._is_missing(value):
            return UNKNOWN
        day = parse_date(value)
        return self._no_date(day, value) if isinstance(day, NoDate) else Reading(day)

    def _no_date(self, why: NoDate, value: object) -> Reading:
        if why is NoDate.A_BARE_NUMBER and isinstance(value, date):
            return failed("W310", raw=shown(value), number=str(day_number(value)))
        return failed("W309" if why is NoDate.IMPOSSIBLE else "W308", raw=shown(value))

    def _year(self, value: object) -> Reading:
        if self._is_missing(value):
            return UNKNOWN
        year = parse_year(value)
        if year is None:
            day = parse_date(value)
            if isinstance(day, NoDate):
                bare = day is not NoDate.NOT_A_DATE
                return self._no_date(day, value) if bare else failed("W311", raw=shown(value))
            year = day.year
        return Reading(year, self._implausible(Decimal(year), shown(value)))

    def _yes_no(self, value: object) -> Reading:
        if isinstance(value, bool):
            return Reading(value)
        text = shown(value)
        if means(text, self._words.yes):
            return Reading(value=True)
        if means(text, self._words.no):
            return Reading(value=False)
        return UNKNOWN if self._is_missing(text) else failed("W313", raw=text)

    def _choice(self, value: object) -> Reading:
        text = shown(value)
        found = self._choices.get(text.casefold()) or self._choices.get(fold(text))
        if found:
            return Reading(found)
        if self._is_missing(text):
            return UNKNOWN
        labels = "; ".join(c.label.in_(self._words.language) for c in self.field.choices)
        return failed("W312", raw=text, choices=labels)

    def _text(self, value: object) -> Reading:
        text = clean(value) if isinstance(value, str) else shown(value)
        # without marks "Na" would be "n/a": free text is compared exactly
        if text.casefold() in self._words.missing:
            return UNKNOWN
        return self._tax_code(text) if self.field.id in TAX_CODES else Reading(text)

    def _tax_code(self, text: str) -> Reading:
        code = padded(text)
        if code == text:
            return Reading(text)
        return Reading(code, (warning("W316", raw=text, code=code),))

    def _documents(self, value: object) -> Reading:
        text = value if isinstance(value, str) else shown(value)
        if self._is_missing(text):
            return UNKNOWN
        if means(text, self._words.no) or means(text, self._words.zero):
            return Reading(())
        cited = [one_line(d) for d in text.replace("\n", ";").replace(",", ";").split(";")]
        known = self._words.documents
        ids = tuple(dict.fromkeys(known.get(d.casefold(), d) for d in cited if d))
        unknown = (d for d in ids if d.casefold() not in known)
        return Reading(ids, tuple(fault("W405", document=d) for d in unknown))

    def _enterprise(self, value: object) -> Reading:
        text = shown(value)
        if text.casefold() in self._words.missing:
            return UNKNOWN
        if self.field.blank_means and means(text, self._words.no):
            return Reading(self.field.blank_means)
        rows = self._words.register.rows(text)
        if len(rows) == 1:
            return Reading(EnterpriseRef(text, rows[0]))
        unmatched = EnterpriseRef(text, None)
        if rows:
            return Reading(unmatched, (fault("W404", raw=text, n=str(len(rows))),))
        near = self._words.register.suggestion(text)
        if near:
            return Reading(unmatched, (fault("W402", raw=text, suggestion=near),))
        return Reading(unmatched, (fault("W403", raw=text),))
