"""Reads conditions of criteria cards into trees, with every field and value checked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TypeVar

from msgspec import Struct, field

from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map
from eipcheck.criteria.shapes_set import (
    BOUNDED,
    CONDITIONS,
    DIFFER,
    HAS_ROW,
    IN,
    IS,
    PARAMETER,
    SIDES,
    VALID_ON,
    WITHIN,
)
from eipcheck.criteria.sheets import REGISTER
from eipcheck.model.condition import (
    All,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    ConditionByReading,
    Differ,
    Either,
    HasRow,
    In,
    Is,
    Not,
    ValidOn,
    Within,
)
from eipcheck.model.criterion import Question, Reading
from eipcheck.model.dictionary import DataDictionary, Field, FieldType, Layout, Sheet
from eipcheck.model.measure import Holds

_T = TypeVar("_T")

PARK = ""
"""The scope of a condition that asks about the park: only facts sheets may be read."""
ANYWHERE = "*"
"""The scope of a term that nothing uses: it may read any sheet."""

MAX_SIZE = 3000
"""The most conditions that one card may come to when its terms are written out."""

NUMBERS = (FieldType.NUMBER, FieldType.INTEGER)
_ORDERED = (*NUMBERS, FieldType.YEAR)
_CHOSEN = (FieldType.CHOICE, FieldType.YES_NO)
_YES_NO = {"yes": True, "no": False}
ASSESSMENT = "assessment"
_WINDOW_ENDS = ("registration", ASSESSMENT)
_UNKNOWN = All(())  # stands where a condition could not be read


class SetNames(Struct):
    """What the cards of one set may name, and what they did name."""

    dictionary: DataDictionary
    readings: dict[str, Reading]
    terms: dict[str, Map]
    units: frozenset[str]
    start: date  # from when a bound without a date holds
    partial_credit: bool
    questions: dict[str, Question] = field(default_factory=dict)
    parameters: dict[str, int] = field(default_factory=dict)
    window_ends: set[str] = field(default_factory=set)
    used_parameters: set[str] = field(default_factory=set)
    used_questions: set[str] = field(default_factory=set)
    used_readings: set[str] = field(default_factory=set)
    used_terms: set[str] = field(default_factory=set)
    used_clauses: set[str] = field(default_factory=set)


class ConditionReader(ABC):
    """Reads conditions. The scope of each is a list sheet, ``PARK`` or ``ANYWHERE``."""

    def __init__(self, names: SetNames) -> None:
        self.names = names
        self.readings: set[str] = set()  # all that this card names, terms included
        self.size = 0  # conditions of this card, terms written out
        self.open_terms: list[str] = []

    def start_card(self) -> None:
        """Forget what the card before named."""
        self.readings.clear()
        self.size = 0

    def condition(self, entry: Map, scope: str) -> Condition:
        """Read a condition: a mapping with exactly one key, its kind."""
        self.size += 1
        if self.size > MAX_SIZE:  # terms within terms can double at every step
            if self.size == MAX_SIZE + 1:
                entry.report("C426", None, limit=str(MAX_SIZE))
            return _UNKNOWN
        kind = entry.one_of(CONDITIONS)
        return READERS[kind](self, entry, scope) if kind else _UNKNOWN

    @abstractmethod
    def holds(self, entry: Map) -> Holds:
        """Read a measure and its target; left to the reader of measures, made of conditions."""

    def field(self, entry: Map, key: str, scope: str, kinds: tuple[FieldType, ...]) -> Field | None:
        """Read the id of a field of one of ``kinds`` that the scope may read."""
        name = entry.text(key)
        if not name:
            return None
        if not self.names.dictionary.has_field(name):
            sheets = self.names.dictionary.sheets
            known = nearest(name, (each.id for sheet in sheets for each in sheet.fields))
            entry.report("C230", key, name=name, known=known)
            return None
        found = self.names.dictionary.field(name)
        sheet = self.names.dictionary.sheet(found.sheet)
        if sheet.layout is Layout.LIST and scope not in (ANYWHERE, sheet.id):
            code = "C403" if scope else "C404"
            entry.report(code, key, name=name, sheet=sheet.id, table=scope or "-")
            return None
        if found.type not in kinds:
            expected = " / ".join(kinds)
            entry.report("C401", key, name=name, type=found.type, expected=expected)
            return None
        return found

    def enterprises(self, entry: Map, key: str, names: tuple[str, ...], scope: str) -> list[Field]:
        """Find the fields that name an enterprise; others are reported at ``key`` and left out."""
        at = entry.place(key)
        ids = (Map(entry.document, {key: name}, entry.problems, at=at) for name in names)
        found = (self.field(one, key, scope, (FieldType.ENTERPRISE,)) for one in ids)
        return [each for each in found if each is not None]

    def whole(self, entry: Map, key: str, default: int | None = None) -> int:
        """Read a whole number: written out, or as ``{parameter: name}`` of the set."""
        if type(entry.data.get(key)) is not dict:
            return entry.whole(key, default)
        inner = entry.map(key)
        inner.only(PARAMETER)
        name, known = inner.text("parameter"), self.names.parameters
        if name and name not in known:
            inner.report("C429", "parameter", name=name, known=nearest(name, known))
        self.names.used_parameters.add(name)
        return known.get(name, 0)

    def table(self, entry: Map, key: str = "table") -> Sheet | None:
        """Read the id of a list sheet."""
        name = entry.text(key)
        sheets = self.names.dictionary.sheets
        lists = {each.id: each for each in sheets if each.layout is Layout.LIST}
        if name and name not in lists:
            code = "C402" if self.names.dictionary.has_sheet(name) else "C231"
            entry.report(code, key, name=name, known=nearest(name, lists))
        return lists.get(name)

    def by_reading(
        self, entry: Map, read: Callable[[Map, str], _T]
    ) -> tuple[str, tuple[tuple[str, _T], ...]]:
        """Read ``{reading: {option: ...}}``; ``read`` takes the mapping and each option."""
        outer = entry.map("by_reading")
        readings = self.names.readings
        if len(outer.data) == 1 and not readings.keys() & outer.data.keys():
            (name,) = outer
            place = outer.place(name, of_key=True)
            entry.problems.add("C233", place, name=name, known=nearest(name, readings))
            return "", ()
        found = outer.one_of(readings)
        if found is None:
            return "", ()
        self.readings.add(found)
        inner = outer.map(found)
        options = [option.id for option in readings[found].options]
        for option in inner:
            if option not in options:
                known = nearest(option, options)
                inner.report("C235", option, name=option, reading=found, known=known)
        missing = [option for option in options if option not in inner]
        if missing:
            inner.report("C405", None, reading=found, options=", ".join(missing))
        return found, tuple((o, read(inner, o)) for o in options if o in inner)

    def linked(self, table: str, scope: str) -> bool:
        """Say whether rows of two lists are linked: one is the register, the other names it."""
        if REGISTER not in (table, scope) or table == scope:
            return False
        other = self.names.dictionary.sheet(scope if table == REGISTER else table)
        return any(each.type is FieldType.ENTERPRISE for each in other.fields)

    def parts(self, entry: Map, key: str, scope: str) -> tuple[Condition, ...]:
        """Read a list of conditions; only ``all`` may be empty, which is always true."""
        maps = entry.maps(key, blank=key == "all")
        return tuple(self.condition(part, scope) for part in maps)


def _is(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    inner = entry.map("is")
    inner.only(IS)
    found = reader.field(inner, "field", scope, _CHOSEN)
    value = inner.text("value")
    if found is None or not value:
        return _UNKNOWN
    if found.type is FieldType.YES_NO:
        check_value(inner, "value", found, value)
        return Is(found.id, _YES_NO.get(value, False))
    check_value(inner, "value", found, value)
    return Is(found.id, value)


def check_value(entry: Map, key: str, found: Field, value: str) -> None:
    """Report a ``value`` that a choice or yes/no field cannot have."""
    allowed = [choice.id for choice in found.choices] or list(_YES_NO)
    if value not in allowed:
        known = nearest(value, allowed)
        entry.report("C238", key, value=value, name=found.id, known=known)


def _in(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    inner = entry.map("in")
    inner.only(IN)
    found = reader.field(inner, "field", scope, (FieldType.CHOICE,))
    values = inner.texts("values")
    if found is None:
        return _UNKNOWN
    for value in values:
        check_value(inner, "values", found, value)
    return In(found.id, values)


def _bounded(entry: Map, kind: str, reader: ConditionReader, scope: str) -> tuple[str, Decimal]:
    inner = entry.map(kind)
    inner.only(BOUNDED)
    found = reader.field(inner, "field", scope, _ORDERED)
    return found.id if found else "", inner.number("value")


def _at_least(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    return AtLeast(*_bounded(entry, "at_least", reader, scope))


def _at_most(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    return AtMost(*_bounded(entry, "at_most", reader, scope))


def _valid_on(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    inner = entry.map("valid_on")
    inner.only(VALID_ON)
    if not any(key in inner for key in VALID_ON):
        inner.report("C203", None, found="-", known="from, until")
    dates = (FieldType.DATE,)
    start = reader.field(inner, "from", scope, dates) if "from" in inner else None
    until = reader.field(inner, "until", scope, dates) if "until" in inner else None
    return ValidOn(start.id if start else None, until.id if until else None)


def _within(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    inner = entry.map("within")
    inner.only(WITHIN)
    found = reader.field(inner, "field", scope, (FieldType.DATE,))
    months = reader.whole(inner, "months")
    before = _window_end(reader, inner, scope)
    reader.names.window_ends.add(before)
    earliest = date.min if before == ASSESSMENT else reader.names.start
    return Within(found.id if found else "", months, before, earliest)


def _window_end(reader: ConditionReader, entry: Map, scope: str) -> str:
    """Read the date that a window ends on: of the park, or of the enterprise of each row."""
    before = entry.text("before")
    if before in _WINDOW_ENDS or not before:
        return before
    own = scope in (ANYWHERE, REGISTER) or (scope != PARK and reader.linked(REGISTER, scope))
    register = reader.names.dictionary.sheet(REGISTER).fields if own else ()
    dates = [each.id for each in register if each.type is FieldType.DATE]
    if before not in dates:
        known = nearest(before, (*_WINDOW_ENDS, *dates))
        entry.report("C205", "before", item="before", value=before, known=known)
    return before


def _differ(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    inner = entry.map("differ")
    inner.only(DIFFER)
    names = inner.texts("fields")
    found = reader.enterprises(inner, "fields", names, scope)
    if not names or len(found) < len(names):
        return _UNKNOWN
    table = found[0].sheet if scope == ANYWHERE else scope
    for each in found:
        if each.sheet != table:
            inner.report("C403", "fields", name=each.id, sheet=each.sheet, table=table or "-")
    if len(names) != len(set(names)) or len(names) != SIDES:
        sheet = reader.names.dictionary.sheet(found[0].sheet)
        ids = (each.id for each in sheet.fields if each.type is FieldType.ENTERPRISE)
        known = ", ".join(f"[{one}, {other}]" for one, other in combinations(ids, 2))
        value = ", ".join(names)
        inner.report("C205", "fields", item="fields", value=value, known=known or "-")
    return Differ((names[0], names[-1]))


def _has_row(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    inner = entry.map("has_row")
    inner.only(HAS_ROW)
    sheet = reader.table(inner)
    if sheet is None:
        return _UNKNOWN
    if scope not in (PARK, ANYWHERE) and not reader.linked(sheet.id, scope):
        inner.report("C407", "table", name=sheet.id, table=scope)
    return HasRow(sheet.id, reader.condition(inner.map("where"), sheet.id))


def _holds(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    del scope  # a measured quantity is always one of the park
    return reader.holds(entry.map("holds"))


def _all(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    return All(reader.parts(entry, "all", scope))


def _any(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    return AnyOf(reader.parts(entry, "any", scope))


def _either(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    return Either(reader.parts(entry, "either", scope))


def _not(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    return Not(reader.condition(entry.map("not"), scope))


def _term(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    name = entry.text("term")
    terms = reader.names.terms
    if name not in terms:
        if name:
            entry.report("C232", "term", name=name, known=nearest(name, terms))
        return _UNKNOWN
    path = reader.open_terms
    if name in path:
        entry.report("C406", "term", cycle=" → ".join([*path[path.index(name) :], name]))
        return _UNKNOWN
    reader.names.used_terms.add(name)
    path.append(name)
    condition = reader.condition(terms[name].map("condition"), scope)
    path.pop()
    return condition


def _by_reading(reader: ConditionReader, entry: Map, scope: str) -> Condition:
    options = reader.by_reading(
        entry, lambda inner, option: reader.condition(inner.map(option), scope)
    )
    return ConditionByReading(*options)


READERS: dict[str, Callable[[ConditionReader, Map, str], Condition]] = {
    "is": _is,
    "in": _in,
    "at_least": _at_least,
    "at_most": _at_most,
    "valid_on": _valid_on,
    "within": _within,
    "differ": _differ,
    "has_row": _has_row,
    "holds": _holds,
    "all": _all,
    "any": _any,
    "not": _not,
    "either": _either,
    "term": _term,
    "by_reading": _by_reading,
}
