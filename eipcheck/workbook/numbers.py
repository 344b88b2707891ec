"""Numbers as cells hold them: what the spreadsheet shows, or text that can mean one thing only."""

from __future__ import annotations

import re
from decimal import Decimal
from math import isfinite
from unicodedata import normalize

from msgspec import Struct

_PLAIN = re.compile(r"[+-]?[0-9]{1,30}")
_DECIMAL = re.compile(r"([+-]?[0-9]{1,30})[.,]([0-9]{1,30})")
_SPACED = re.compile(r"[+-]?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]{1,30})?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*(?:(?!\1)[.,][0-9]{1,30})?")
_NUMBER_AND_REST = re.compile(r"([+-]?[0-9][0-9., ]*)(.*)", re.DOTALL)
_GROUP = 3


class Ambiguous(Struct, frozen=True):
    """A text such as ``1.234``: one thousand and more, or one and a bit."""

    as_thousands: Decimal
    as_decimal: Decimal


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


def split_number(text: str) -> tuple[str, str]:
    """Split a text into the number it begins with and what follows, such as a unit."""
    plain = normalize("NFKC", text).replace("\u2212", "-").strip()
    match = _NUMBER_AND_REST.fullmatch(plain)
    return (match[1].strip(), match[2].strip()) if match else ("", plain)


def parse_number(text: str) -> Decimal | Ambiguous | None:
    """Read a number in text, with comma or point as mark; None where it is none."""
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if match := _DECIMAL.fullmatch(text):
        return _marked(text, match[1], match[2])
    if _SPACED.fullmatch(text):
        return Decimal(text.replace(" ", "").replace(",", "."))
    if match := _GROUPED.fullmatch(text):
        return Decimal(text.replace(match[1], "").replace(",", "."))
    return None


def _marked(text: str, whole: str, fraction: str) -> Decimal | Ambiguous:
    decimal = Decimal(text.replace(",", "."))
    digits = whole.lstrip("+-")
    if len(fraction) == _GROUP and len(digits) <= _GROUP and not digits.startswith("0"):
        return Ambiguous(Decimal(whole + fraction), decimal)
    return decimal


def number_text(value: Decimal) -> str:
    """Write a number plainly, without exponent or idle zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
