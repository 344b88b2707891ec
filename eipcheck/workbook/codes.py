"""Reads tax codes: text of 10 digits, or 13 for a branch, which spreadsheets take for numbers."""

from __future__ import annotations

import re

from eipcheck.workbook.numbers import tidy
from eipcheck.workbook.readings import Reading, failed, warning

_ENTERPRISE, _BRANCH = 10, 13
_MOST_ZEROS = 2
"""Codes begin with one zero or two; more missing digits are no lost zeros."""

_MOST_DIGITS = 10**15
"""From here on a numeric cell no longer holds every digit."""

_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015/]")
_WITHIN = re.compile(r"(?<![0-9])[0-9]{10}(?![0-9])")


def tax_code(value: object, text: str) -> Reading:
    """Read the tax code that ``text`` shows of a cell; ``value`` is what the cell holds."""
    if isinstance(value, int | float) and abs(value) >= _MOST_DIGITS:
        return failed("W337", raw=text)
    text = tidy(text)
    digits = len(text) if text.isascii() and text.isdecimal() else 0
    if digits in (_ENTERPRISE, _BRANCH):
        return Reading(text)
    for length in (_ENTERPRISE, _BRANCH):
        zeros = _zeros(text, digits, length)
        if zeros:
            code = zeros + text
            return Reading(code, (warning("W316", raw=text, code=code),))
    plain = _SEPARATORS.sub("", text) if isinstance(value, str) else ""
    if len(plain) in (_ENTERPRISE, _BRANCH) and plain.isascii() and plain.isdecimal():
        return Reading(_written(plain))
    # words around a code do not make it another enterprise
    within = _WITHIN.findall(text) if isinstance(value, str) else []
    code = within[0] if len(within) == 1 else text
    return Reading(code, (warning("W335", raw=text),))


def _written(digits: str) -> str:
    """Write a code as it is printed, that of a branch with a dash."""
    branch = digits[_ENTERPRISE:]
    return f"{digits[:_ENTERPRISE]}-{branch}" if branch else digits


def _zeros(text: str, digits: int, length: int) -> str:
    """Give the leading zeros that a code of ``length`` digits has lost.

    Twelve digits with a zero in front are the number of a person, who has no other tax code.
    """
    lost = length - digits
    most = _MOST_ZEROS if length == _ENTERPRISE else 1
    return "0" * lost if 0 < lost <= most and not text.startswith("0") else ""
