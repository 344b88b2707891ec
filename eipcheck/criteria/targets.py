"""Reads the targets of criteria cards: bounds, their units, and the days on which they hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from eipcheck.criteria.conditions import NUMBERS, SetNames
from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import NO_DATE, Map, shown
from eipcheck.criteria.shape import PERCENT_FORM
from eipcheck.criteria.shapes_set import ANSWER_KIND, BOUND_FIELD, BOUNDS, DATED, PLAIN, ROUNDINGS
from eipcheck.model.dictionary import Layout
from eipcheck.model.measure import DatedValue, Target

SHARE = "share"
"""The unit of shares, which are written as ``20 %`` and kept as fractions."""
PERCENT = "percent"
"""The unit of figures typed as percentages; such a figure bounds a share."""
ANSWER = "answer"
"""The unit of conditions, which hold or do not."""

_KINDS = (*BOUNDS, ANSWER_KIND)
_UNKNOWN = Target(kind="")  # stands where a target could not be read; fits any measure


def read_target(entry: Map, names: SetNames) -> Target:
    """Read one target that depends on no reading."""
    kinds = [kind for kind in _KINDS if kind in entry]
    entry.only(PLAIN)
    if len(kinds) != 1:
        entry.report("C203", None, found=", ".join(kinds) or "-", known=", ".join(_KINDS))
        return _UNKNOWN
    if kinds[0] == ANSWER_KIND:
        entry.only(frozenset((ANSWER_KIND,)))
        entry.one_word(ANSWER_KIND, ("yes",))
        return Target(kind="true", unit=ANSWER)
    if type(entry.data[kinds[0]]) is dict:
        return _target_of_field(entry, kinds[0], names)
    values, is_share = _values(entry, kinds[0], names.start)
    if is_share is None:
        return _UNKNOWN
    unit = SHARE if is_share else _unit(entry, names)
    if is_share and "unit" in entry:
        entry.report("C410", "unit", unit=shown(entry.data["unit"]))
    return Target(
        kind=kinds[0],
        values=values,
        unit=unit,
        partly_from=_partial(entry, names, is_share=is_share),
        credit=_credit(entry),
        rounding=entry.one_word("rounding", ROUNDINGS, "exact"),
    )


def _target_of_field(entry: Map, kind: str, names: SetNames) -> Target:
    """Read a target whose bound is a figure of the park, such as a national average."""
    entry.only(frozenset((kind,)))
    inner = entry.map(kind)
    inner.only(BOUND_FIELD)
    name, dictionary = inner.text("field"), names.dictionary
    fields = {
        each.id: each
        for sheet in dictionary.sheets
        if sheet.layout is Layout.FACTS
        for each in sheet.fields
        if each.type in NUMBERS and each.unit
    }
    if name not in fields:
        if name:
            inner.report("C230", "field", name=name, known=nearest(name, fields))
        return _UNKNOWN
    unit = fields[name].unit or ""
    return Target(kind=kind, unit=SHARE if unit == PERCENT else unit, field=name)


def _unit(entry: Map, names: SetNames) -> str:
    """Read the unit of a bound; empty, which fits any measure, where it is none."""
    unit = entry.text("unit")
    if unit in names.units:
        return unit
    if unit:
        entry.report("C237", "unit", name=unit, known=nearest(unit, names.units))
    return ""


def _values(entry: Map, kind: str, start: date) -> tuple[tuple[DatedValue, ...], bool | None]:
    """Read a bound, or a list of dated bounds; say whether they are shares (None: unreadable)."""
    if type(entry.data[kind]) is not list:
        value, is_share = _bound(entry, kind)
        return (DatedValue(value, start),), is_share
    found: list[DatedValue] = []
    shares = set()
    for part in sorted(entry.maps(kind), key=_first_day):
        part.only(DATED)
        value, is_share = _bound(part, "value")
        shares.add(is_share)
        first, last = read_days(part, required=True)
        assert first is not None
        if found and first != NO_DATE and (found[-1].end is None or found[-1].end >= first):
            part.report("C220", "from", start=first.isoformat())
        until = part.maybe_day("verified_until")
        found.append(DatedValue(value, first, last, part.text("reference", ""), until))
    if shares == {True, False}:
        entry.report("C411", kind)
    return tuple(found), None if None in shares else True in shares


def _first_day(part: Map) -> date:
    first = part.data.get("from")
    return first if isinstance(first, date) else date.min


def read_days(
    entry: Map, *, required: bool = False, first: str = "from", last: str = "to"
) -> tuple[date | None, date | None]:
    """Read a period, both days inclusive; report one that ends before it begins."""
    start = entry.day(first) if required else entry.maybe_day(first)
    end = entry.maybe_day(last)
    if start is not None and end not in (None, NO_DATE) and start > end:
        entry.report("C221", last, start=start.isoformat(), end=end.isoformat())
    return start, end


def _bound(entry: Map, key: str) -> tuple[Decimal, bool | None]:
    value = entry.data.get(key)
    percent = PERCENT_FORM.fullmatch(value) if type(value) is str else None
    if percent:
        return Decimal(percent[1]) / 100, True
    return entry.number(key), False if type(value) is Decimal else None


def _partial(entry: Map, names: SetNames, *, is_share: bool) -> Decimal | None:
    if not ("partly_from" in entry or "credit" in entry):
        return None
    if not names.partial_credit:
        entry.report("C412", "partly_from" if "partly_from" in entry else "credit")
    if "partly_from" not in entry or "credit" not in entry:
        entry.report("C202", None, item="credit" if "partly_from" in entry else "partly_from")
        return None
    value, percent = _bound(entry, "partly_from")
    if percent is (not is_share):
        entry.report("C411", "partly_from")
    return value


def _credit(entry: Map) -> Decimal | None:
    if "credit" not in entry:
        return None
    credit = entry.number("credit")
    if not 0 < credit < 1:
        entry.report("C413", "credit", value=str(credit))
    return credit
