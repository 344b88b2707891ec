"""Numbers, shares, ranges and dates, exact, in the convention of each language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from eipcheck.model.text import Language

Exact = int | Decimal | Fraction

_NO_BREAK = "\N{NO-BREAK SPACE}"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class _Locale(Struct, frozen=True):
    group: str
    point: str
    percent: str


_LOCALES: dict[Language, _Locale] = {
    "vi": _Locale(".", ",", _NO_BREAK + "%"),
    "en": _Locale(",", ".", "%"),
}


def _rounded(value: Fraction, places: int) -> Fraction:
    """Round half away from zero."""
    scale = 10**places
    units = (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)
    return Fraction(units if value >= 0 else -units, scale)


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _honest(value: Fraction, places: int, bounds: tuple[Fraction, ...]) -> Fraction:
    """Round, with as many more places as keep ``value`` on its side of every other bound."""
    others = tuple(b for b in bounds if b != value)
    while True:
        rounded = _rounded(value, places)
        if all(_sign(rounded - b) == _sign(value - b) for b in others):
            return rounded
        places += 1


def _digits(value: Fraction, language: Language) -> str:
    """Print a fraction that has a finite decimal expansion, without trailing zeros."""
    locale = _LOCALES[language]
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    units = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    whole, part = (units[:-places], units[-places:]) if places else (units, "")
    grouped = f"{int(whole):,}".replace(",", locale.group)
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return sign + grouped + (locale.point + part if part else "")


def number(
    value: Exact, language: Language, bounds: tuple[Exact, ...] = (), places: int = 2
) -> str:
    """Print a number: grouped, at most ``places`` decimals, never rounded onto or across a bound.

    A number other than zero never prints as zero.
    """
    sides = (Fraction(0), *(Fraction(b) for b in bounds))
    return _digits(_honest(Fraction(value), places, sides), language)


def share(value: Exact, language: Language, bounds: tuple[Exact, ...] = (), places: int = 1) -> str:
    """Print a fraction as a percentage: 1/5 is ``20 %``, a decimal where it needs one.

    Never rounded onto or across a bound; what is not all or nothing never prints as 100 % or 0 %.
    """
    sides = tuple(Fraction(b) * 100 for b in (0, 1, *bounds))
    text = _digits(_honest(Fraction(value) * 100, places, sides), language)
    return text + _LOCALES[language].percent


def share_range(low: Exact, high: Exact, language: Language, bounds: tuple[Exact, ...]) -> str:
    """Print a range of shares with one percent sign: ``17,4–28 %``."""
    if low == high:
        return share(low, language, bounds)
    first = share(low, language, bounds).removesuffix(_LOCALES[language].percent)
    return f"{first}–{share(high, language, bounds)}"


def number_range(
    low: Exact | None, high: Exact | None, language: Language, bounds: tuple[Exact, ...] = ()
) -> str:
    """Print a range of numbers: ``3–7``, ``≥ 3`` where it has no upper end; empty for no limits."""
    if low is not None and high is not None:
        first = number(low, language, bounds)
        return first if low == high else f"{first}–{number(high, language, bounds)}"
    if low is not None:
        return f"≥{_NO_BREAK}{number(low, language, bounds)}"
    if high is not None:
        return f"≤{_NO_BREAK}{number(high, language, bounds)}"
    return ""


def day(value: date, language: Language) -> str:
    """Print a date: ``20/11/2020``, ``20 November 2020``."""
    if language == "vi":
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
