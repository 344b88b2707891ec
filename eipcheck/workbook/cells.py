"""One cell becomes one typed value, a blank, an unknown, or a fault. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from eipcheck.model.dictionary import Field, FieldType
from eipcheck.model.record import EnterpriseRef
from eipcheck.workbook.codes import tax_code
from eipcheck.workbook.dates import (
    NoDate,
    Slashed,
    day_number,
    parse_date,
    parse_serial,
    parse_year,
    slashed,
)
from eipcheck.workbook.folding import clean, one_line
from eipcheck.workbook.layout import TAX_CODES
from eipcheck.workbook.quantities import QuantityReader, implausible
from eipcheck.workbook.readings import (
    ALONE,
    BLANK,
    UNKNOWN,
    Fault,
    Marker,
    Neighbours,
    Reading,
    failed,
    fault,
    shown,
    warning,
)
from eipcheck.workbook.vocabulary import Vocabulary, choice_index, means, word_key

_ERROR = re.compile(r"#[A-Z][A-Z_/0]*[!?]|#N/A|#GETTING_DATA")
_NO_DATE = {
    NoDate.IMPOSSIBLE: "W309",
    NoDate.SHORT_YEAR: "W326",
    NoDate.YEAR_ONLY: "W327",
    NoDate.MONTH_ONLY: "W328",
    NoDate.QUARTER: "W329",
}


class CellReader:
    """Reads the cells of one field."""

    def __init__(
        self, field: Field, vocabulary: Vocabulary, *, factor: Decimal = Decimal(1)
    ) -> None:
        """Prepare the words that the field understands.

        Args:
            field: what the cells answer.
            vocabulary: the words of the workbook.
            factor: turns numbers that give no unit themselves into the unit of the field.
        """
        self.field = field
        self._words = vocabulary
        self._choices = choice_index(field)
        self._quantities = QuantityReader(field, vocabulary, factor)

    def read(self, value: object, *, percent: bool = False, beside: Neighbours = ALONE) -> Reading:
        """Read a cell.

        Args:
            value: what the spreadsheet holds.
            percent: whether the number format of the cell shows percent.
            beside: what the other cells of its column say.
        """
        if isinstance(value, str):
            text = clean(value)
            if not text:
                return BLANK
            if text.startswith("#") and _ERROR.fullmatch(text):
                return failed("W301", raw=text)
            value = text
        elif value is None:
            return BLANK
        elif isinstance(value, Marker):
            return failed(value.code)
        return self._typed(value, beside, percent=percent)

    def _typed(self, value: object, beside: Neighbours, *, percent: bool) -> Reading:
        match self.field.type:
            case FieldType.NUMBER | FieldType.INTEGER:
                if self._is_missing(value):
                    return UNKNOWN
                return self._quantities.read(value, percent=percent, votes=beside.votes)
            case FieldType.DATE:
                return self._date(value, beside)
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

    def _date(self, value: object, beside: Neighbours) -> Reading:
        if self._is_missing(value):
            return UNKNOWN
        epoch = self._words.epoch_1904
        day = parse_date(value, epoch_1904=epoch)
        if day is NoDate.NOT_A_DATE:
            serial = parse_serial(value, epoch_1904=epoch)
            if serial is not None:
                told = warning("W331", "serial", raw=shown(value), day=shown(serial))
                return Reading(serial, (told,))
        text = slashed(value) if isinstance(value, str) else None
        if isinstance(day, NoDate):
            return replace(self._no_date(day, value), clue=text)
        doubt = _exchanged(value, day, text, beside)
        return Reading(None if doubt else day, (doubt,) if doubt else (), clue=text)

    def _no_date(self, why: NoDate, value: object) -> Reading:
        if why is NoDate.A_BARE_NUMBER and isinstance(value, date):
            number = day_number(value, epoch_1904=self._words.epoch_1904)
            return failed("W310", raw=shown(value), number=str(number))
        text = slashed(value) if isinstance(value, str) else None
        if why is NoDate.MONTH_FIRST and text:
            return failed("W330", raw=shown(value), suggestion=text.swapped())
        return failed(_NO_DATE.get(why, "W308"), raw=shown(value))

    def _year(self, value: object) -> Reading:
        if self._is_missing(value):
            return UNKNOWN
        year = parse_year(value)
        if year is None:
            day = parse_date(value, epoch_1904=self._words.epoch_1904)
            if day is NoDate.QUARTER:
                return failed("W336", raw=shown(value))
            if day in {NoDate.NOT_A_DATE, NoDate.MONTH_ONLY}:
                return failed("W311", raw=shown(value))
            if isinstance(day, NoDate):
                return self._no_date(day, value)
            year = day.year
        return Reading(year, implausible(self.field, Decimal(year), shown(value), self._words))

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
        found = self._choices.get(text.casefold()) or self._choices.get(word_key(text))
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
        return tax_code(value, text) if self.field.id in TAX_CODES else Reading(text)

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
        match = self._words.register.find(text)
        if len(match.rows) == 1:
            told = (warning("W406", raw=text, name=match.name),) if match.name else ()
            return Reading(EnterpriseRef(text, match.rows[0]), told)
        unmatched = EnterpriseRef(text, None)
        if match.rows:
            return Reading(unmatched, (fault("W404", raw=text, n=str(len(match.rows))),))
        near = self._words.register.suggestion(text)
        if near:
            return Reading(unmatched, (fault("W402", raw=text, suggestion=near),))
        return Reading(unmatched, (fault("W403", raw=text),))


def _exchanged(value: object, day: date, text: Slashed | None, beside: Neighbours) -> Fault | None:
    """Tell a date whose day and month may have been exchanged; None where nothing says so."""
    if text is not None:
        if not (beside.month_first and text.either_way):
            return None
        code, cell = "W332", beside.month_first
    else:
        real = Slashed(day.day, day.month, f"{day.year:04}")
        if not (beside.swapped and isinstance(value, date) and real.either_way):
            return None
        text, code, cell = real, "W333", beside.swapped
    return fault(code, raw=shown(value), day=shown(day), other=text.swapped(), cell=cell)
