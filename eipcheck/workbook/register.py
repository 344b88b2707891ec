"""Finds the enterprise that a cell means, by tax code or by name.

A name is compared in steps, from the letter to what is left of it without tone placement, marks
and legal form. A step that finds exactly one row ends the search; one that finds several finds
nobody, since a guess would give one enterprise the answers of another. Names whose marks differ
(``Hóa Phát``, ``Hòa Phát``) are never one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from eipcheck.model.record import Value
from eipcheck.workbook.folding import closest, doubtful, fold, one_line, toned, unmarked
from eipcheck.workbook.legal_forms import split_form

_Key = TypeVar("_Key", bound=Hashable)

CODE_LENGTH = 10
_MOST_ZEROS = 2
_NEED_MARKS = frozenset(
    {"cong", "phan", "trach", "nhiem", "huu", "doanh", "nghiep", "chi", "nhanh", "doan"}
)
"""Words of firms that nobody writes without marks who writes marks at all."""

_MOST_SUGGESTIONS = 40
"""Comparing a name with thousands of others is slow; enough is enough."""


def padded(code: str) -> str:
    """Give a tax code the leading zeros that a numeric cell has dropped."""
    lost = CODE_LENGTH - len(code)
    return "0" * lost + code if code.isdecimal() and 0 < lost <= _MOST_ZEROS else code


def code_key(text: str) -> str:
    """Reduce a tax code to its letters and digits: ``0301234567-001`` and with a space are one."""
    return padded(fold(text).replace(" ", ""))


class Match(Struct, frozen=True):
    """The rows that a text may mean: none, one, or several, of which none is meant for certain.

    ``name`` is how the register writes the one row, where the text is not written in that way.
    """

    rows: tuple[int, ...] = ()
    name: str | None = None


class Register:
    """The enterprises of the register by code and by name. Nothing is compared before it is asked.

    Args:
        codes: the tax codes, which run along the rows of the register.
        names: the names, which do as well.
    """

    def __init__(self, codes: Iterable[Value | None], names: Iterable[Value | None]) -> None:
        self._codes = {row: c for row, c in enumerate(codes) if isinstance(c, str)}
        self._names = {row: n for row, n in enumerate(names) if isinstance(n, str)}
        self._suggestions = _MOST_SUGGESTIONS

    def find(self, text: str) -> Match:
        """Say which enterprise a text means, by a tax code or a name."""
        key = "" if doubtful(text) else code_key(text)
        coded = self._by_code.get(key, []) if key else []
        exact = self._by_name.get(_exact(text), [])
        rows = tuple(sorted({*coded, *exact})) if coded else tuple(self._named(text, exact))
        if len(rows) != 1:
            return Match(rows)
        row = rows[0]
        written = {n for n in (self._codes.get(row), self._names.get(row)) if n}
        if one_line(text) in {one_line(n) for n in written}:
            return Match(rows)
        return Match(rows, self._shown(row, by_code=bool(coded)))

    def suggestion(self, text: str) -> str | None:
        """Give the name on the register that looks most like ``text``."""
        if self._suggestions == 0:
            return None
        self._suggestions -= 1
        return closest(text, self._names.values())

    def _shown(self, row: int, *, by_code: bool) -> str:
        name, code = self._names.get(row, ""), self._codes.get(row, "")
        return f"{code} {name}".strip() if by_code or not name else name

    def _named(self, text: str, exact: list[int]) -> list[int]:
        """Give the rows of the first step that finds any."""
        if exact:
            return exact
        key = toned(text)
        if not key:
            return []
        return next((rows for rows in self._steps(key) if rows), [])

    def _steps(self, key: str) -> Iterator[list[int]]:
        """Give the rows that each step finds for a name as ``toned`` reduces it."""
        yield self._by_tone.get(key, [])
        yield self._without_marks(self._by_letters.get(unmarked(key), []), key)
        form = split_form(key)
        if form is not None:
            yield self._by_form.get(form, [])
            yield self._without_marks(self._by_plain_form.get(_plain(form), []), key)

    def _without_marks(self, rows: list[int], key: str) -> list[int]:
        """Keep the rows that are the same but for marks which one of the two lacks altogether.

        Whoever writes ``Công ty Hoa Sen`` writes marks, so that it is not ``Công ty Hòa Sen``; and
        of ``TNHH Hoa Sen`` nobody knows: it takes a word such as ``cong`` that needs marks.
        """
        if key == unmarked(key):
            return rows if _NEED_MARKS & set(key.split()) else []
        return [r for r in rows if self._keys[r] == unmarked(self._keys[r])]

    @cached_property
    def _by_code(self) -> dict[str, list[int]]:
        return _index((code_key(code), row) for row, code in self._codes.items())

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        return _index((_exact(name), row) for row, name in self._names.items())

    @cached_property
    def _keys(self) -> dict[int, str]:
        return {row: toned(name) for row, name in self._names.items()}

    @cached_property
    def _by_tone(self) -> dict[str, list[int]]:
        return _index((key, row) for row, key in self._keys.items())

    @cached_property
    def _by_letters(self) -> dict[str, list[int]]:
        return _index((unmarked(key), row) for row, key in self._keys.items())

    @cached_property
    def _by_form(self) -> dict[tuple[str, ...], list[int]]:
        forms = ((split_form(key), row) for row, key in self._keys.items())
        return _index((form, row) for form, row in forms if form)

    @cached_property
    def _by_plain_form(self) -> dict[tuple[str, ...], list[int]]:
        forms = ((form, row) for form, rows in self._by_form.items() for row in rows)
        return _index((_plain(form), row) for form, row in forms)


def _exact(text: str) -> str:
    return one_line(text).casefold()


def _plain(form: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(unmarked, form))


def _index(entries: Iterable[tuple[_Key, int]]) -> dict[_Key, list[int]]:
    index: dict[_Key, list[int]] = {}
    for key, row in entries:
        index.setdefault(key, []).append(row)
    return index


NO_REGISTER = Register((), ())
