"""Reads mappings of a document key by key, typed, and reports whatever does not fit.

Every method gives a value of the promised type even where the file has none, so that one pass
finds all problems; the caller raises before anything made from such a stand-in can be used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from eipcheck.criteria.document import REFUSED, Document
from eipcheck.criteria.problems import Problems, nearest
from eipcheck.model.place import Line
from eipcheck.model.text import LANGUAGES, NO_TEXT, Text

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)
_MISSING: Any = object()

# One code per type, so that each message can show how that type is written.
_TEXT, _TEXTS, _LIST, _MAPPING = "C210", "C211", "C212", "C213"
_NUMBER, _WHOLE, _FLAG, _DATE = "C214", "C215", "C216", "C217"
_MOST = 20  # unknown keys reported of one mapping
_LONGEST = 60  # letters quoted of a value
NO_DATE = date(1, 1, 1)
"""Stands where a date could not be read."""


def shown(value: object) -> str:
    """Quote ``value`` as a person wrote it, shortened, for a problem."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: …" for key in list(value)[:3]) + "}"
    if isinstance(value, list):
        return f"[… × {len(value)}]"
    text = str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


class Map:
    """One mapping of a document, or a stand-in (empty, silent) where there should be one."""

    __slots__ = ("_at", "_silent", "data", "document", "problems")

    def __init__(
        self,
        document: Document,
        data: dict[str, Any],
        problems: Problems,
        *,
        at: Line | None = None,
        silent: bool = False,
    ) -> None:
        """Read ``data``; ``at`` is where all of it stands, if not where the document says."""
        self.document = document
        self.data = data
        self.problems = problems
        self._at = at
        self._silent = silent

    def __contains__(self, key: str) -> bool:
        return key in self.data

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def place(self, key: str | None = None, *, of_key: bool = False) -> Line:
        """Give the place of the mapping, or of the value (or the key itself) under ``key``."""
        return self._at or self.document.place(self.data, key, of_key=of_key)

    def report(self, code: str, at: str | None = None, /, **facts: str) -> None:
        """Report a problem of the value under the key ``at`` (None: of the whole mapping)."""
        if not self._silent:
            self.problems.add(code, self.place(at), **facts)

    def only(self, keys: frozenset[str]) -> None:
        """Report every key that is not one of ``keys``."""
        if not keys.issuperset(self.data):
            for key in [key for key in self.data if key not in keys][:_MOST]:
                place = self.place(key, of_key=True)
                self.problems.add("C201", place, item=key, known=nearest(key, keys))

    def one_of(self, keys: Collection[str]) -> str | None:
        """Give the only key of the mapping, which must be one of ``keys``; else report it."""
        if len(self.data) == 1:
            (key,) = self.data
            if key in keys:
                return key
        if len(self.data) == 1 or any(key not in keys for key in self.data):
            self.only(frozenset(keys))
        else:
            found = ", ".join(self.data) or "-"
            self.report("C203", found=found, known=", ".join(sorted(keys)))
        return None

    def text(self, key: str, default: str | None = None) -> str:
        """Give a text that is not blank; without ``default`` the key is required."""
        value = self.data.get(key, _MISSING)
        if type(value) is str and value.strip():
            return value
        return self._stand_in(key, value, default, _TEXT, "")

    def words(self, key: str, default: Text | None = None) -> Text:
        """Give a text in every language."""
        value = self.data.get(key, _MISSING)
        if type(value) is not dict:
            return self._stand_in(key, value, default, _TEXTS, NO_TEXT)
        vi, en = value.get("vi"), value.get("en")
        if type(vi) is str and type(en) is str and vi.strip() and en.strip():
            if len(value) == len(LANGUAGES):
                return Text(vi, en)
            Map(self.document, value, self.problems).only(frozenset(LANGUAGES))
            return NO_TEXT
        self._untranslated(key, Map(self.document, value, self.problems))
        return NO_TEXT

    def _untranslated(self, key: str, inner: Map) -> None:
        inner.only(frozenset(LANGUAGES))
        for language in LANGUAGES:
            if language not in inner or inner.data[language] in (None, ""):
                inner.report("C204", None, item=key, missing=language)
            else:
                inner.text(language)

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """Give ``true`` or ``false``."""
        value = self.data.get(key, _MISSING)
        if type(value) is bool:
            return value
        return self._stand_in(key, value, default, _FLAG, False)  # noqa: FBT003 - as for the others

    def number(self, key: str, default: Decimal | None = None) -> Decimal:
        """Give a number, exactly as written."""
        value = self.data.get(key, _MISSING)
        if type(value) is Decimal:
            return value
        return self._stand_in(key, value, default, _NUMBER, Decimal(0))

    def whole(self, key: str, default: int | None = None) -> int:
        """Give a whole number from 0 on."""
        value = self.data.get(key, _MISSING)
        if type(value) is Decimal and value >= 0 and value == int(value):
            return int(value)
        return self._stand_in(key, value, default, _WHOLE, 0)

    def day(self, key: str) -> date:
        """Give a date."""
        value = self.data.get(key, _MISSING)
        if type(value) is date:
            return value
        return self._stand_in(key, value, None, _DATE, NO_DATE)

    def maybe_day(self, key: str) -> date | None:
        """Give a date, None where the key is absent."""
        return self.day(key) if key in self.data else None

    def choice(self, key: str, kind: type[_E], default: _E | None = None) -> _E:
        """Give one member of ``kind``, written as its value."""
        value = self.data.get(key, _MISSING)
        first = next(iter(kind))
        if type(value) is not str:
            return self._stand_in(key, value, default, _TEXT, first)
        try:
            return kind(value)
        except ValueError:
            self.report("C205", key, item=key, value=value, known=nearest(value, kind))
            return first

    def one_word(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """Give a text that is one of ``allowed``."""
        value = self.text(key, default)
        if value not in allowed and key in self.data and value:
            self.report("C205", key, item=key, value=value, known=nearest(value, allowed))
        return value

    def map(self, key: str) -> Map:
        """Give the mapping under ``key``."""
        value = self.data.get(key, _MISSING)
        if type(value) is dict:
            return Map(self.document, value, self.problems)
        self._stand_in(key, value, None, _MAPPING, {})
        return Map(self.document, {}, self.problems, silent=True)

    def maybe_map(self, key: str) -> Map | None:
        """Give the mapping under ``key``, None where the key is absent."""
        return self.map(key) if key in self.data else None

    def items(self, key: str, *, required: bool = True, blank: bool = False) -> Items:
        """Give the list under ``key``; empty where it is absent. ``blank`` allows an empty list."""
        value = self.data.get(key, _MISSING)
        if type(value) is list and (value or blank):
            return Items(self.document, value, self.problems)
        if type(value) is list:
            self.report("C206", key, item=key)
        else:
            self._stand_in(key, value, None if required else (), _LIST, ())
        return Items(self.document, [], self.problems)

    def maps(self, key: str, *, required: bool = True, blank: bool = False) -> list[Map]:
        """Give the list of mappings under ``key``."""
        return self.items(key, required=required, blank=blank).maps()

    def texts(self, key: str, *, required: bool = True, blank: bool = False) -> tuple[str, ...]:
        """Give the list of texts under ``key``."""
        return self.items(key, required=required, blank=blank).texts()

    def _stand_in(self, key: str, value: object, default: _T | None, code: str, instead: _T) -> _T:
        """Report an absent or ill-typed value; give the default of an absent one."""
        if value is _MISSING:
            if default is not None:
                return default
            self.report("C202", None, item=key)
        elif value is not REFUSED:
            self.report(code, key, item=key, found=shown(value))
        return instead


class Items:
    """One list of a document."""

    __slots__ = ("data", "document", "problems")

    def __init__(self, document: Document, data: list[Any], problems: Problems) -> None:
        self.document = document
        self.data = data
        self.problems = problems

    def place(self, index: int) -> Line:
        """Give the place of an item."""
        return self.document.place(self.data, index)

    def report(self, code: str, index: int, /, **facts: str) -> None:
        """Report a problem of the item at ``index``."""
        self.problems.add(code, self.place(index), **facts)

    def maps(self) -> list[Map]:
        """Give the items, each a mapping; others are reported and left out."""
        found = []
        for index, value in enumerate(self.data):
            if type(value) is dict:
                found.append(Map(self.document, value, self.problems))
            elif value is not REFUSED:
                self.report(_MAPPING, index, item=f"[{index + 1}]", found=shown(value))
        return found

    def texts(self) -> tuple[str, ...]:
        """Give the items, each a text; others are reported and left out."""
        found = []
        for index, value in enumerate(self.data):
            if type(value) is str and value.strip():
                found.append(value)
            elif value is not REFUSED:
                self.report(_TEXT, index, item=f"[{index + 1}]", found=shown(value))
        return tuple(found)


def root(document: Document, problems: Problems) -> Map | None:
    """Give the mapping that a file holds; None where it holds something else."""
    if type(document.data) is dict:
        return Map(document, document.data, problems)
    if document.data is not REFUSED:
        problems.add(_MAPPING, Line(document.file, 1, 1), item="-", found=shown(document.data))
    return None
