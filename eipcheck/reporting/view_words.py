"""Words for the parts of a report: statuses, fields, units, values and cells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from eipcheck.model.assessment import OutcomeValue
from eipcheck.model.criterion import Verdict
from eipcheck.model.dictionary import DataDictionary, Field, FieldType, Layout
from eipcheck.model.place import Cell, Place, column_letters
from eipcheck.model.record import EnterpriseRef, Value
from eipcheck.model.text import LANGUAGES, Language, Text
from eipcheck.reporting.catalogue import catalogue
from eipcheck.reporting.numbers import Exact, day, number
from eipcheck.reporting.say import say
from eipcheck.reporting.unseen import CLEAN
from eipcheck.reporting.view_parts import Mark

VERDICT_ICONS = {
    Verdict.MET: "●",
    Verdict.PARTLY_MET: "◐",
    Verdict.NOT_MET: "✕",
    Verdict.UNDETERMINED: "?",
    Verdict.NEEDS_REVIEW: "✎",
    Verdict.NOT_APPLICABLE: "–",
    Verdict.REPORTED: "·",
}
OUTCOME_ICONS = {
    OutcomeValue.MEETS: "●",
    OutcomeValue.DOES_NOT_MEET: "✕",
    OutcomeValue.CANNOT_TELL: "?",
}
ROW_ICONS = {"yes": "■", "no": "□", "unknown": "?", "out": "–"}
"""Rows do not meet or miss a requirement, so their icons are not those of verdicts."""


def clean(text: str) -> str:
    """Free text that a user wrote from control characters and hidden direction marks."""
    return text if text.isprintable() else text.translate(CLEAN)  # none of them is printable


@lru_cache(maxsize=16384)  # criteria say the same to every park
def spoken(text: Text, language: Language) -> str:
    """Give a text of the criteria or of the dictionary, marked where it is not translated."""
    told = clean(text.in_(language))
    if told and language not in LANGUAGES:
        return say(language, "text.untranslated", text=told)
    return told


def verdict_mark(verdict: Verdict, language: Language) -> Mark:
    """Give the status of a criterion, which needs no words of a data dictionary."""
    return Mark(verdict.value, VERDICT_ICONS[verdict], say(language, f"verdict.{verdict.value}"))


class Speaker(Struct, frozen=True):
    """Speaks one language about the sheets and fields of one data dictionary."""

    language: Language
    dictionary: DataDictionary

    def say(self, key: str, **values: object) -> str:
        """Give a message of the catalogues."""
        return say(self.language, key, **values)

    def text(self, text: Text | None) -> str:
        """Give a text of the criteria or of the dictionary, as ``spoken`` does; None is empty."""
        return "" if text is None else spoken(text, self.language)

    def number(self, value: Exact, bounds: tuple[Exact, ...] = ()) -> str:
        """Print a number."""
        return number(value, self.language, bounds)

    def day(self, value: date | None) -> str:
        """Print a date; empty for none."""
        return "" if value is None else day(value, self.language)

    def verdict(self, verdict: Verdict) -> Mark:
        """Give the status of a criterion."""
        return verdict_mark(verdict, self.language)

    def outcome(self, outcome: OutcomeValue) -> Mark:
        """Give the status of a question."""
        return Mark(outcome.value, OUTCOME_ICONS[outcome], self.say(f"outcome.{outcome.value}"))

    def label(self, identifier: str) -> str:
        """Give the label of a field, sheet or declaration; the id itself where none is declared."""
        if self.dictionary.has_field(identifier):
            return self.text(self.dictionary.field(identifier).label)
        if self.dictionary.has_sheet(identifier):
            return self.text(self.dictionary.sheet(identifier).label)
        for sheet in self.dictionary.sheets:
            for declaration in sheet.declarations:
                if declaration.id == identifier:
                    return self.text(declaration.label)
        return clean(identifier)

    def question(self, identifier: str) -> str:
        """Give the label of what to ask, with its list where the label alone is ambiguous."""
        if not self.dictionary.has_field(identifier):
            return self.label(identifier)
        sheet = self.dictionary.sheet(self.dictionary.field(identifier).sheet)
        label = self.label(identifier)
        return f"{label} ({self.text(sheet.label)})" if sheet.layout is Layout.LIST else label

    def found_in(self, identifier: str) -> str:
        """Give the document in which an answer or the content of a list is found."""
        if self.dictionary.has_field(identifier):
            return self.text(self.dictionary.field(identifier).found_in)
        for sheet in self.dictionary.sheets:
            for declaration in sheet.declarations:
                if declaration.id == identifier:
                    return self.text(declaration.found_in)
        return ""

    def party(self, identifier: str) -> str:
        """Give the name of a party to ask."""
        for party in self.dictionary.parties:
            if party.id == identifier:
                return self.text(party.label)
        return clean(identifier)

    def unit(self, unit: str, n: Exact | None = None) -> str:
        """Give the name of a unit, in the singular where ``n`` is one."""
        key = f"unit.{unit}"
        if key in catalogue(self.language, "report"):
            return self.say(key, n="1" if n == 1 else "2")
        for known in self.dictionary.units:
            if known.id == unit:
                return self.text(known.label)
        return clean(unit)

    def amount(self, value: Exact, unit: str, bounds: tuple[Exact, ...] = ()) -> str:
        """Print a number with its unit: ``3,2 ha``."""
        return f"{self.number(value, bounds)}\N{NO-BREAK SPACE}{self.unit(unit, value)}".rstrip()

    def value(self, field_id: str, value: Value | Fraction | None) -> str:
        """Print an answer as its field means it; a blank says so."""
        if value is None:
            return self.say("value.blank")
        field = self.dictionary.field(field_id) if self.dictionary.has_field(field_id) else None
        match value:
            case bool():
                return self.say("value.yes" if value else "value.no")
            case Decimal() | Fraction():
                unit = field.unit if field is not None else None
                return self.amount(value, unit) if unit else self.number(value)
            case date():
                return self.day(value)
            case EnterpriseRef(name=name):
                return clean(name)
            case tuple():
                return clean("; ".join(value))
            case _:
                return self._choice(field, str(value))

    def _choice(self, field: Field | None, value: str) -> str:
        if field is not None and field.type is FieldType.CHOICE:
            for choice in field.choices:
                if choice.id == value:
                    return self.text(choice.label)
        return clean(value)


def cells_text(cells: Iterable[Cell | None]) -> str:
    """Print cells shortly, by sheet and column: ``Doanh nghiệp!H14, H17:H20``."""
    found = {c for c in cells if c is not None}
    if len(found) == 1:  # most are, and need no order
        (cell,) = found
        return f"{clean(cell.sheet)}!{cell.address}"
    known = sorted(found, key=lambda c: (c.sheet, c.column, c.row))
    texts = []
    for sheet, on_sheet in groupby(known, key=lambda c: c.sheet):
        runs = (
            _runs(column_letters(column), [c.row for c in group])
            for column, group in groupby(on_sheet, key=lambda c: c.column)
        )
        texts.append(f"{clean(sheet)}!{', '.join(run for part in runs for run in part)}")
    return "; ".join(texts)


def _runs(letters: str, rows: list[int]) -> list[str]:
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return [
        f"{letters}{first}" if first == last else f"{letters}{first}:{letters}{last}"
        for first, last in runs
    ]


def place_text(place: Place) -> str:
    """Print the place of a problem."""
    return clean(str(place))
