"""Reads the measures of criteria cards."""

from __future__ import annotations

from collections.abc import Callable

from eipcheck.criteria.conditions import ANYWHERE, NUMBERS, PARK, ConditionReader
from eipcheck.criteria.fit import NOTHING, check_fit
from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map
from eipcheck.criteria.shape import Shape
from eipcheck.criteria.shapes_set import (
    AMONG,
    AVERAGE,
    COUNT,
    EACH_YEAR,
    EITHER,
    HOLDS,
    MEASURES,
    MOST_YEARS,
    ONLY_READINGS,
    RATIO,
    ROW_SUM,
    SCOPES,
    SUM,
    YEARS,
)
from eipcheck.criteria.targets import read_target
from eipcheck.model.condition import Condition
from eipcheck.model.dictionary import Field, FieldType, Sheet
from eipcheck.model.measure import (
    Answer,
    Average,
    Count,
    EachYear,
    EitherMeasure,
    Every,
    FactSum,
    FactValue,
    FieldsByReading,
    Holds,
    Measure,
    MeasureByReading,
    NoneOf,
    Part,
    Ratio,
    RowSum,
    ScopeByReading,
    Share,
    Target,
    TargetByReading,
)
from eipcheck.model.record import Scope


class MeasureReader(ConditionReader):
    """Reads measures and targets, and the conditions within them."""

    def measure(self, entry: Map) -> Measure:
        """Read a measure: a mapping with exactly one key, its kind."""
        kind = entry.one_of(MEASURES)
        return READERS[kind](self, entry) if kind else NOTHING

    def target(self, entry: Map) -> Target | TargetByReading:
        """Read a target."""
        if "by_reading" in entry:
            entry.only(ONLY_READINGS)
            reading, options = self.by_reading(
                entry, lambda inner, option: read_target(inner.map(option), self.names)
            )
            return TargetByReading(reading, options)
        return read_target(entry, self.names)

    def holds(self, entry: Map) -> Holds:
        """Read a measure and the fixed target that it must reach."""
        entry.only(HOLDS)
        measure = self.measure(entry.map("measure"))
        target = read_target(entry.map("target"), self.names)
        check_fit(entry, measure, target, self.names.dictionary)
        return Holds(measure, target)

    def figure(self, entry: Map, key: str) -> Field | None:
        """Read the id of a number field of a facts sheet."""
        return self.field(entry, key, PARK, NUMBERS)

    def rows(self, entry: Map, kind: str, keys: Shape) -> tuple[Map, Sheet | None, str]:
        """Read the table of a measure that counts rows: its mapping, sheet, and scope."""
        inner = entry.map(kind)
        inner.only(keys)
        sheet = self.table(inner)
        return inner, sheet, sheet.id if sheet else ANYWHERE


def _answer(reader: MeasureReader, entry: Map) -> Measure:
    return Answer(reader.condition(entry.map("answer"), PARK))


def _value(reader: MeasureReader, entry: Map) -> Measure:
    found = reader.figure(entry, "value")
    return FactValue(found.id if found else "")


def _sum(reader: MeasureReader, entry: Map) -> FactSum:
    return _parts(reader, entry)[0]


def _parts(reader: MeasureReader, entry: Map) -> tuple[FactSum, list[Field]]:
    """Read a sum, and every field that it may add up."""
    inner = entry.map("sum")
    inner.only(SUM)
    fields, found = _figures(reader, inner, "fields")
    others, rest = _figures(reader, inner, "other_parts") if "other_parts" in inner else ((), [])
    whole = reader.figure(inner, "part_of") if "part_of" in inner else None
    if others and "part_of" not in inner:
        inner.report("C202", None, item="part_of")
    # A part that depends on a reading may be counted under one option and not under another.
    names = [part for part in (*fields, *others, whole.id if whole else "") if type(part) is str]
    for name in sorted({name for name in names if names.count(name) > 1}):
        inner.report("C219", "fields", id=name)
    found = [*found, *rest, *([whole] if whole else [])]
    _same_unit(inner, found)
    return FactSum(fields, whole.id if whole else None, others), found


def _figures(
    reader: MeasureReader, entry: Map, key: str, *, blank: bool = False
) -> tuple[tuple[Part, ...], list[Field]]:
    """Read a list of number fields of facts sheets, some of them under a reading only."""
    items = entry.items(key, blank=blank)
    parts: list[Part] = []
    found: list[Field] = []
    for index, item in enumerate(items.data):
        if type(item) is dict and not blank:
            part, fields = _figures_by_reading(reader, Map(entry.document, item, entry.problems))
            parts.append(part)
            found += fields
            continue
        one = Map(entry.document, {key: item}, entry.problems, at=items.place(index))
        field = reader.figure(one, key)
        if field is not None:
            parts.append(field.id)
            found.append(field)
    return tuple(parts), found


def _figures_by_reading(reader: MeasureReader, entry: Map) -> tuple[FieldsByReading, list[Field]]:
    entry.only(ONLY_READINGS)
    found: list[Field] = []

    def read(inner: Map, option: str) -> tuple[str, ...]:
        fields = _figures(reader, inner, option, blank=True)[1]
        found.extend(fields)
        return tuple(field.id for field in fields)

    return FieldsByReading(*reader.by_reading(entry, read)), found


def _same_unit(entry: Map, fields: list[Field]) -> None:
    units = sorted({field.unit or "-" for field in fields})
    if len(units) > 1:
        entry.report("C408", None, units=", ".join(units))


def _ratio(reader: MeasureReader, entry: Map) -> Measure:
    inner = entry.map("ratio")
    inner.only(RATIO)
    numerator: FactValue | FactSum
    if type(inner.data.get("of")) is dict:
        part = inner.map("of")
        part.one_of(("sum",))
        numerator, fields = _parts(reader, part)
    else:
        found = reader.figure(inner, "of")
        numerator = FactValue(found.id if found else "")
        fields = [found] if found else []
    to = reader.figure(inner, "to")
    _same_unit(inner, [*fields, *([to] if to else [])])
    return Ratio(
        numerator,
        FactValue(to.id if to else ""),
        years_may_differ=inner.flag("years_may_differ", default=False),
        scope=_scope(reader, inner),
    )


def _scope(reader: MeasureReader, entry: Map) -> str | ScopeByReading:
    """Read the part of the park that a ratio is about, which may depend on a reading."""
    if "scope" not in entry:
        return Scope.WHOLE.value
    if type(entry.data["scope"]) is not dict:
        return entry.one_word("scope", SCOPES)
    outer = entry.map("scope")
    outer.only(ONLY_READINGS)
    options = reader.by_reading(outer, lambda inner, option: inner.one_word(option, SCOPES))
    return ScopeByReading(*options)


def _among(reader: MeasureReader, entry: Map, kind: str) -> tuple[str, Condition, Condition]:
    inner, _, scope = reader.rows(entry, kind, AMONG)
    among = reader.condition(inner.map("among"), scope)
    return scope, among, reader.condition(inner.map("where"), scope)


def _share(reader: MeasureReader, entry: Map) -> Measure:
    return Share(*_among(reader, entry, "share"))


def _every(reader: MeasureReader, entry: Map) -> Measure:
    return Every(*_among(reader, entry, "every"))


def _none(reader: MeasureReader, entry: Map) -> Measure:
    return NoneOf(*_among(reader, entry, "none"))


def _count(reader: MeasureReader, entry: Map) -> Measure:
    inner, _, scope = reader.rows(entry, "count", COUNT)
    where = reader.condition(inner.map("where"), scope)
    networks = inner.texts("networks", required=False)
    reader.enterprises(inner, "networks", networks, scope)
    return Count(scope, where, networks)


def _row_sum(reader: MeasureReader, entry: Map) -> Measure:
    inner, sheet, scope = reader.rows(entry, "row_sum", ROW_SUM)
    found = reader.field(inner, "field", scope, NUMBERS)
    if found and sheet and found.sheet != sheet.id:
        inner.report("C403", "field", name=found.id, sheet=found.sheet, table=sheet.id)
    return RowSum(scope, found.id if found else "", reader.condition(inner.map("where"), scope))


def _each_year(reader: MeasureReader, entry: Map) -> Measure:
    inner, _, scope = reader.rows(entry, "each_year", EACH_YEAR)
    year = reader.field(inner, "year", scope, (FieldType.YEAR,))
    years = inner.one_word("years", YEARS)
    since = reader.field(inner, "since", PARK, (FieldType.DATE,)) if "since" in inner else None
    if years == "all" and "since" not in inner:
        inner.report("C202", None, item="since")
    return EachYear(
        scope,
        year.id if year else "",
        reader.condition(inner.map("where"), scope),
        years,
        since.id if since else None,
        reader.whole(inner, "grace_months", 0),
    )


def _average(reader: MeasureReader, entry: Map) -> Measure:
    inner = entry.map("average")
    inner.only(AVERAGE)
    found = reader.figure(inner, "field")
    years = reader.whole(inner, "years")
    if not 1 <= years <= MOST_YEARS:
        inner.report("C430", "years", value=str(years), limit=str(MOST_YEARS))
    return Average(found.id if found else "", years)


def _either(reader: MeasureReader, entry: Map) -> Measure:
    inner = entry.map("either")
    inner.only(EITHER)
    register = reader.measure(inner.map("register"))
    typed = reader.measure(inner.map("typed"))
    if isinstance(register, Share) and isinstance(typed, Ratio):
        return EitherMeasure(register, typed, _typed_when(reader, inner))
    if isinstance(register, Count) and isinstance(typed, FactValue):
        return EitherMeasure(register, typed, _typed_when(reader, inner))
    if NOTHING not in (register, typed):
        found = ", ".join([*inner.map("register"), *inner.map("typed")])
        inner.report("C409", None, found=found)
    return NOTHING


def _typed_when(reader: MeasureReader, entry: Map) -> tuple[tuple[str, str], ...]:
    """Read the options of readings under which a typed total means what the register does."""
    wanted = entry.maybe_map("typed_when")
    if wanted is None:
        return ()
    readings = reader.names.readings
    found = []
    for name in wanted:
        if name not in readings:
            place = wanted.place(name, of_key=True)
            entry.problems.add("C233", place, name=name, known=nearest(name, readings))
            continue
        option, options = wanted.text(name), [o.id for o in readings[name].options]
        if option and option not in options:
            known = nearest(option, options)
            wanted.report("C235", name, name=option, reading=name, known=known)
        reader.readings.add(name)
        found.append((name, option))
    return tuple(found)


def _by_reading(reader: MeasureReader, entry: Map) -> Measure:
    options = reader.by_reading(entry, lambda inner, option: reader.measure(inner.map(option)))
    return MeasureByReading(*options)


READERS: dict[str, Callable[[MeasureReader, Map], Measure]] = {
    "answer": _answer,
    "value": _value,
    "sum": _sum,
    "ratio": _ratio,
    "share": _share,
    "count": _count,
    "row_sum": _row_sum,
    "every": _every,
    "none": _none,
    "each_year": _each_year,
    "either": _either,
    "average": _average,
    "by_reading": _by_reading,
}
