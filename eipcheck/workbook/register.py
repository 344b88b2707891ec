"""Finds the enterprise that a cell means, by tax code or by name."""

from __future__ import annotations

from collections.abc import Iterable

from eipcheck.model.record import Value
from eipcheck.workbook.folding import closest, fold

CODE_LENGTH = 10
_MOST_SUGGESTIONS = 40
"""Comparing a name with thousands of others is slow; enough is enough."""


def padded(code: str) -> str:
    """Give a tax code the leading zeros that a numeric cell has dropped."""
    return code.zfill(CODE_LENGTH) if code.isdecimal() and len(code) < CODE_LENGTH else code


def code_key(text: str) -> str:
    """Reduce a tax code to its letters and digits: ``0301234567-001`` and with a space are one."""
    return padded(fold(text).replace(" ", ""))


class Register:
    """The enterprises of the register by code and by name."""

    def __init__(self, codes: Iterable[Value | None], names: Iterable[Value | None]) -> None:
        """Index both columns, which run along the rows of the register."""
        self._codes: dict[str, list[int]] = {}
        self._names: dict[str, list[int]] = {}
        self._shown: list[str] = []
        self._suggestions = _MOST_SUGGESTIONS
        for row, code in enumerate(codes):
            if isinstance(code, str):
                self._codes.setdefault(code_key(code), []).append(row)
        for row, name in enumerate(names):
            if isinstance(name, str):
                self._names.setdefault(fold(name), []).append(row)
                self._shown.append(name)

    def rows(self, text: str) -> list[int]:
        """Give the rows that ``text`` may mean: none, one, or several."""
        return self._codes.get(code_key(text)) or self._names.get(fold(text)) or []

    def suggestion(self, text: str) -> str | None:
        """Give the name on the register that looks most like ``text``."""
        if self._suggestions == 0:
            return None
        self._suggestions -= 1
        return closest(text, self._shown)


NO_REGISTER = Register((), ())
