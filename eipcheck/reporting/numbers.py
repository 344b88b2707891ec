"""Numbers, shares, ranges, dates and plurals, exact, in the convention of each language.

How a language writes them is Babel's to know; that no number is rounded onto or across a bound is
ours. The few choices that a language leaves open are messages (``format.*``): Vietnamese offices
write days as 20/11/2020.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from eipcheck.model.text import Language
from eipcheck.reporting.catalogue import catalogue

if TYPE_CHECKING:  # commands that print no number do without
    from babel.core import Locale

Exact = int | Decimal | Fraction

_NO_BREAK = "\N{NO-BREAK SPACE}"
_PLURALS = ("zero", "one", "two", "few", "many", "other")


@cache
def _locale(language: Language) -> Locale:
    from babel.core import Locale  # noqa: PLC0415 - as above

    return Locale.parse(language)


@cache
def _format(language: Language, key: str) -> str:
    return catalogue(language, "report")[f"format.{key}"]


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
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    units = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    whole, part = (units[:-places], units[-places:]) if places else (units, "")
    group, point = _signs(language)
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return sign + f"{int(whole):,}".replace(",", group) + (point + part if part else "")


@cache
def _signs(language: Language) -> tuple[str, str]:
    """Give what stands between thousands, and before decimals."""
    signs = _locale(language).number_symbols["latn"]
    return signs["group"], signs["decimal"]


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
    return _format(language, "share").format(number=_percentage(value, language, bounds, places))


def _percentage(
    value: Exact, language: Language, bounds: tuple[Exact, ...], places: int = 1
) -> str:
    sides = tuple(Fraction(b) * 100 for b in (0, 1, *bounds))
    return _digits(_honest(Fraction(value) * 100, places, sides), language)


def share_range(low: Exact, high: Exact, language: Language, bounds: tuple[Exact, ...]) -> str:
    """Print a range of shares with one percent sign: ``17,4–28 %``."""
    if low == high:
        return share(low, language, bounds)
    first, last = (_percentage(end, language, bounds) for end in (low, high))
    return _format(language, "share").format(number=f"{first}–{last}")


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
    from babel.dates import format_date  # noqa: PLC0415 - as above

    return format_date(value, _format(language, "day"), locale=_locale(language))


def plural(forms: Sequence[str], count: object, language: Language) -> str:
    """Choose among the forms of a message by how many there are; else the last one.

    Args:
        forms: as many as the language has, in the order of ``_PLURALS``.
        count: a number, or one that is already printed.
        language: the language of the forms.
    """
    digits = str(count)
    if not digits.isdecimal():
        return forms[-1]
    rule = _locale(language).plural_form
    known = [form for form in _PLURALS if form in rule.tags or form == "other"]
    place = known.index(rule(int(digits)))
    return forms[place] if len(forms) == len(known) else forms[-1]
