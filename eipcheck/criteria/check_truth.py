"""What a condition can come to, told from its form alone: parts that contradict or exhaust."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

from eipcheck.criteria.check_walk import mappings
from eipcheck.criteria.load import Loaded
from eipcheck.criteria.reader import Map, shown
from eipcheck.model.dictionary import DataDictionary, FieldType

ALWAYS, NEVER = frozenset({True}), frozenset({False})
_OPEN = frozenset({True, False})
_LISTS = ("all", "any", "either")
_YES_NO = frozenset({"yes", "no"})
_MOST = 200  # parts of one list that are compared with each other

Truth = frozenset[bool]
_Leaf = dict[str, Any]


class Truths:
    """Conditions of one set, as their files hold them; what cannot be read may be anything."""

    def __init__(self, loaded: Loaded) -> None:
        self._dictionary = loaded.names.dictionary
        self._terms = loaded.names.terms
        self._known: dict[str, Truth] = {}

    def check(self, part: Map) -> None:
        """Report parts of its lists that say the same, contradict, or leave nothing out."""
        chosen: set[int] = set()  # options of readings: one may say that nothing more is asked
        for mapping in mappings(part):
            by_reading = mapping.data.get("by_reading")
            if isinstance(by_reading, dict):
                chosen.update(id(option) for option in _options(by_reading))
            if id(mapping.data) not in chosen and _covers(mapping.data.get("in"), self._dictionary):
                mapping.problems.warn("C530", mapping.place("in"), item="in")
            for kind in _LISTS:
                parts = mapping.data.get(kind)
                if isinstance(parts, list) and len(parts) <= _MOST:
                    self._check_list(mapping, kind, parts)
            for kind in ("at_least", "at_most"):
                self._check_value(mapping, kind)

    def _check_list(self, mapping: Map, kind: str, parts: list[Any]) -> None:
        items = mapping.items(kind, blank=True)
        for index, part in enumerate(parts):
            if part in parts[:index]:
                items.report("C531", index, item=kind)
        code = {"all": "C529", "any": "C530"}.get(kind)
        if code is None:
            return
        for (_, one), (index, other) in combinations(enumerate(parts), 2):
            if self._clash(one, other, kind):
                items.report(code, index, item=kind)

    def _check_value(self, mapping: Map, kind: str) -> None:
        """Report a number that the field cannot come to."""
        leaf = mapping.data.get(kind)
        if not isinstance(leaf, dict) or not isinstance(leaf.get("value"), Decimal):
            return
        name = leaf.get("field")
        if not isinstance(name, str) or not self._dictionary.has_field(name):
            return
        low, high = self._dictionary.field(name).plausible
        value = leaf["value"]
        if (low is not None and value < low) or (high is not None and value > high):
            limits = f"{'…' if low is None else low} – {'…' if high is None else high}"
            mapping.map(kind).report("C532", "value", value=shown(value), name=name, range=limits)

    def of(self, condition: Map) -> Truth:
        """Say what a condition can come to once every answer is given."""
        return self._of(condition.data)

    def _of(self, data: object) -> Truth:
        if not isinstance(data, dict) or len(data) != 1:
            return _OPEN
        ((kind, inner),) = data.items()
        match kind:
            case "all" | "any" | "either" if isinstance(inner, list):
                return self._of_list(kind, inner)
            case "not":
                return frozenset(not truth for truth in self._of(inner))
            case "term" if isinstance(inner, str):
                return self._of_term(inner)
            case "by_reading" if isinstance(inner, dict):
                return frozenset(truth for o in _options(inner) for truth in self._of(o)) or _OPEN
            case "has_row" if isinstance(inner, dict):
                return NEVER if self._of(inner.get("where")) == NEVER else _OPEN
            case "in":
                return ALWAYS if _covers(inner, self._dictionary) else _OPEN
            case "within" if isinstance(inner, dict):
                return NEVER if inner.get("months") == 0 else _OPEN
            case _:
                return _OPEN

    def _of_list(self, kind: str, parts: list[Any]) -> Truth:
        found = [self._of(part) for part in parts]
        if kind == "either":
            return frozenset().union(*found)
        strong, weak = (NEVER, ALWAYS) if kind == "all" else (ALWAYS, NEVER)
        if strong in found or self._clashes(kind, parts):
            return strong
        return weak if all(truth == weak for truth in found) else _OPEN

    def _clashes(self, kind: str, parts: list[Any]) -> bool:
        if len(parts) > _MOST:
            return False
        return any(self._clash(one, other, kind) for one, other in combinations(parts, 2))

    def _clash(self, one: object, other: object, kind: str) -> bool:
        """Say whether two parts never hold together (``all``), or never both fail (``any``)."""
        if one == {"not": other} or other == {"not": one}:
            return True
        first, second = _leaf(one), _leaf(other)
        if first is None or second is None or first[1].get("field") != second[1].get("field"):
            return False
        chosen, also = _values(first), _values(second)
        if chosen is not None and also is not None:
            if kind == "all":
                return not chosen & also
            return chosen | also >= self._choices(first[1]["field"])
        return _bounds_clash(first, second, kind)

    def _choices(self, name: object) -> frozenset[str]:
        """Give every answer that a field can have; no field has the one of an unknown field."""
        if not isinstance(name, str) or not self._dictionary.has_field(name):
            return frozenset({""})
        field = self._dictionary.field(name)
        if field.type is FieldType.YES_NO:
            return _YES_NO
        return frozenset(choice.id for choice in field.choices) or frozenset({""})

    def _of_term(self, name: str) -> Truth:
        if name not in self._known:
            self._known[name] = _OPEN  # a circle of terms is told by the loader
            term = self._terms.get(name)
            self._known[name] = self._of(term.data.get("condition")) if term else _OPEN
        return self._known[name]


def _options(by_reading: dict[str, Any]) -> Iterator[object]:
    for options in by_reading.values():
        if isinstance(options, dict):
            yield from options.values()


def _leaf(part: object) -> tuple[str, _Leaf] | None:
    if isinstance(part, dict) and len(part) == 1:
        ((kind, inner),) = part.items()
        if isinstance(inner, dict):
            return kind, inner
    return None


def _values(leaf: tuple[str, _Leaf]) -> frozenset[str] | None:
    """Give the answers for which ``is`` or ``in`` holds; None for another condition."""
    kind, inner = leaf
    if kind == "is" and isinstance(inner.get("value"), str):
        return frozenset({inner["value"]})
    values = inner.get("values")
    if kind == "in" and isinstance(values, list) and all(isinstance(v, str) for v in values):
        return frozenset(values)
    return None


def _bounds_clash(first: tuple[str, _Leaf], second: tuple[str, _Leaf], kind: str) -> bool:
    numbers = {one: inner.get("value") for one, inner in (first, second)}
    low, high = numbers.get("at_least"), numbers.get("at_most")
    if not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return False
    return low > high if kind == "all" else low <= high


def _covers(inner: object, dictionary: DataDictionary) -> bool:
    """Say whether ``in`` lists every choice of its field."""
    values = _values(("in", inner)) if isinstance(inner, dict) else None
    name = inner.get("field") if isinstance(inner, dict) else None
    if values is None or not isinstance(name, str) or not dictionary.has_field(name):
        return False
    choices = {choice.id for choice in dictionary.field(name).choices}
    return bool(choices) and values >= choices
