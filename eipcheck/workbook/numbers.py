"""Numbers as cells hold them: what the spreadsheet shows, or text that can mean one thing only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal
from math import isfinite
from unicodedata import category

from msgspec import Struct

COMMA, POINT = "comma", "point"
"""The two conventions, by their decimal mark."""

_CONVENTION = {",": COMMA, ".": POINT}
_OTHER = {COMMA: POINT, POINT: COMMA}

_PLAIN = re.compile(r"[+-]?[0-9]{1,30}")
_DECIMAL = re.compile(r"([+-]?[0-9]{1,30})([.,])([0-9]{1,30})")
_SPACED = re.compile(r"[+-]?[1-9][0-9]{0,2}([ '])[0-9]{3}(?:\1[0-9]{3})*(?:([.,])([0-9]{1,30}))?")
_GROUPED = re.compile(
    r"[+-]?[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*(?:(?!\1)[.,]([0-9]{1,30}))?"
)
_NUMBER_AND_REST = re.compile(r"([+-]?[0-9][0-9.,' ]*)(.*)", re.DOTALL)
_TYPED_AS_TEXT = re.compile(r"' *(?=[+-]?[0-9])")
_GROUP = 3
_FULL_WIDTH = 0xFEE0
_SIGNS = str.maketrans("\u2212\u2010\u2011\u2018\u2019\u02bc", "---'''")
_EXACT = Context(prec=200)


class Written(Struct, frozen=True):
    """A number in text that can mean one thing only.

    ``convention`` is the one that it shows, empty where it shows none; ``decimals`` is the length
    of its fraction.
    """

    value: Decimal
    convention: str = ""
    decimals: int = 0


class Ambiguous(Struct, frozen=True):
    """A text such as ``1.234``: one thousand and more, or one and a bit.

    ``convention`` is the one in which its mark is the decimal mark.
    """

    as_thousands: Decimal
    as_decimal: Decimal
    convention: str

    def in_thousands(self) -> Written:
        """Give the reading in which the mark groups thousands."""
        return Written(self.as_thousands, _OTHER[self.convention])


class Votes(Struct, frozen=True):
    """What the numbers in text of one column say together about how they are written.

    ``comma`` and ``point`` name the first cell that shows the convention, empty where none does;
    ``thousandths`` is the first with three decimals.
    """

    comma: str = ""
    point: str = ""
    thousandths: str = ""

    @property
    def convention(self) -> str:
        """Give the convention on which all agree, empty where they do not, or none votes."""
        if bool(self.comma) == bool(self.point):
            return ""
        return COMMA if self.comma else POINT

    @property
    def mixed(self) -> bool:
        """Say whether both conventions occur."""
        return bool(self.comma and self.point)

    def settle(self, number: Ambiguous) -> tuple[Decimal, str] | None:
        """Give the reading on which all agree, and the cell that decided; None without one.

        A mark that groups thousands needs no more than a vote. That three digits behind the
        decimal mark are decimals is believed only where another cell has three as well: the same
        people write 10.000 for ten thousand and 1250.5 beside it.
        """
        if not self.convention:
            return None
        if self.convention != number.convention:
            return number.as_thousands, self.comma or self.point
        return (number.as_decimal, self.thousandths) if self.thousandths else None


NO_VOTES = Votes()


def count(cells: Iterable[tuple[str, Written]]) -> Votes:
    """Count the votes of the numbers of a column, each with the address of its cell."""
    first: dict[str, str] = {}
    for address, number in cells:
        if number.convention:
            first.setdefault(number.convention, address)
            if number.decimals == _GROUP:
                first.setdefault("thousandths", address)
    return Votes(**first)


def exact(value: float) -> Decimal | None:
    """Give a numeric cell to the 15 significant digits that the spreadsheet shows.

    None for what no spreadsheet shows as a number: an infinity.
    """
    if isinstance(value, int) and abs(value) < 10**15:
        return Decimal(value)
    try:
        return Decimal(f"{value:.15g}") if isfinite(value) else None
    except OverflowError:
        return None


def times(number: Decimal, factor: Decimal) -> Decimal:
    """Multiply without rounding."""
    return _EXACT.multiply(number, factor)


def tidy(text: str) -> str:
    """Write digits, signs and spaces plainly, and take off an apostrophe that marks text.

    Raised digits are left alone: they are powers or footnotes, and not part of a number.
    """
    if not text.isascii():
        text = "".join(map(_plain, text)).translate(_SIGNS)
    text = text.strip()
    return _TYPED_AS_TEXT.sub("", text, count=1) if text.startswith("'") else text


def _plain(letter: str) -> str:
    if "\uff01" <= letter <= "\uff5e":
        return chr(ord(letter) - _FULL_WIDTH)
    return " " if category(letter) == "Zs" else letter


def split_number(text: str) -> tuple[str, str]:
    """Split a text into the number it begins with and what follows, such as a unit."""
    plain = tidy(text)
    match = _NUMBER_AND_REST.fullmatch(plain)
    return (match[1].strip(), match[2].strip()) if match else ("", plain)


def parse_number(text: str) -> Written | Ambiguous | None:
    """Read a number in text, with comma or point as mark; None where it is none."""
    if _PLAIN.fullmatch(text):
        return Written(Decimal(text))
    if match := _DECIMAL.fullmatch(text):
        return _marked(*match.groups())
    if match := _SPACED.fullmatch(text):
        value = Decimal(text.replace(match[1], "").replace(",", "."))
        return Written(value, _CONVENTION.get(match[2], ""), len(match[3] or ""))
    if match := _GROUPED.fullmatch(text):
        value = Decimal(text.replace(match[1], "").replace(",", "."))
        return Written(value, _OTHER[_CONVENTION[match[1]]], len(match[2] or ""))
    return None


def _marked(whole: str, mark: str, fraction: str) -> Written | Ambiguous:
    decimal = Decimal(f"{whole}.{fraction}")
    digits = whole.lstrip("+-")
    convention = _CONVENTION[mark]
    if len(fraction) == _GROUP and len(digits) <= _GROUP and not digits.startswith("0"):
        return Ambiguous(Decimal(whole + fraction), decimal, convention)
    return Written(decimal, convention, len(fraction))


def number_text(value: Decimal) -> str:
    """Write a number plainly, without exponent or idle zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
