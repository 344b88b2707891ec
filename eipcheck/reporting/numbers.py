"""Numbers, shares, ranges, dates and plurals, exact, in the convention of each language.

How a language writes them is Babel's to know; that no number is rounded onto or across a bound is
ours. The few choices that a language leaves open are messages (``format.*``): Vietnamese offices
write days as 20/11/2020. What Babel knows of the two languages that ship stands here, held against
it by tests: loading its data would take as long as assessing a park.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from eipcheck.model.text import Language
from eipcheck.reporting.catalogue import catalogue

if TYPE_CHECKING:  # loaded for added languages alone
    from babel.core import Locale

Exact = int | Decimal | Fraction

_Ratio = tuple[int, int]
"""A whole number over a positive one."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
_PLURALS = ("zero", "one", "two", "few", "many", "other")
_FIELDS = re.compile("[A-Za-z]+")


class _Convention(Struct, frozen=True):
    """How a language writes numbers and days, and which plural forms it has.

    ``group`` stands between thousands and ``point`` before decimals; ``form`` gives the name of
    the form for a count; ``day`` prints a date by a pattern of the Unicode CLDR.
    """

    group: str
    point: str
    forms: tuple[str, ...]
    form: Callable[[int], str]
    day: Callable[[date, str], str]


def _own_day(value: date, pattern: str) -> str:
    """Print a date by a pattern of digits and English months."""
    fields = {
        "d": f"{value.day}",
        "dd": f"{value.day:02}",
        "MM": f"{value.month:02}",
        "MMMM": _ENGLISH_MONTHS[value.month - 1],
        "yyyy": f"{value.year:04}",
    }
    return _FIELDS.sub(lambda found: fields[found[0]], pattern)


_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_OWN = {
    "vi": _Convention(".", ",", ("other",), lambda _: "other", _own_day),
    "en": _Convention(",", ".", ("one", "other"), lambda n: "one" if n == 1 else "other", _own_day),
}


@cache
def _convention(language: Language) -> _Convention:
    """Give the convention of a language, from Babel where we do not know it."""
    return _OWN[language] if language in _OWN else _of_babel(language)


def _of_babel(language: Language) -> _Convention:
    from babel.core import Locale  # noqa: PLC0415 - as above
    from babel.dates import format_date  # noqa: PLC0415 - as above

    locale: Locale = Locale.parse(language)
    signs, rule = locale.number_symbols["latn"], locale.plural_form
    return _Convention(
        group=signs["group"],
        point=signs["decimal"],
        forms=tuple(form for form in _PLURALS if form in rule.tags or form == "other"),
        form=rule,
        day=lambda value, pattern: format_date(value, pattern, locale=locale),
    )


@cache
def _format(language: Language, key: str) -> str:
    return catalogue(language, "report")[f"format.{key}"]


def _side(value: _Ratio, bound: _Ratio) -> int:
    """Give 1 above the bound, -1 below it, 0 on it."""
    ours, theirs = value[0] * bound[1], bound[0] * value[1]
    return (ours > theirs) - (ours < theirs)


def _printed(value: _Ratio, places: int, bounds: Sequence[_Ratio], language: Language) -> str:
    """Print a ratio without trailing zeros, rounded half away from zero.

    It has as many more places as keep it on its side of every bound that it does not equal.
    """
    top, bottom = value
    if top % bottom == 0:
        return _digits(top // bottom, 0, language)
    sides = [(bound, side) for bound in bounds if (side := _side(value, bound))]
    while True:
        scale = 10**places
        units = (2 * abs(top) * scale + bottom) // (2 * bottom)
        units = units if top > 0 else -units
        if all(_side((units, scale), bound) == side for bound, side in sides):
            return _digits(units, places, language)
        places += 1


def _digits(units: int, places: int, language: Language) -> str:
    """Print how many units there are of the last of so many decimal places."""
    convention = _convention(language)
    whole, part = divmod(abs(units), 10**places)
    sign = "\N{MINUS SIGN}" if units < 0 else ""
    grouped = f"{whole:,}".replace(",", convention.group)
    decimals = f"{part:0{places}}".rstrip("0") if part else ""
    return sign + grouped + (convention.point + decimals if decimals else "")


def number(
    value: Exact, language: Language, bounds: tuple[Exact, ...] = (), places: int = 2
) -> str:
    """Print a number: grouped, at most ``places`` decimals, never rounded onto or across a bound.

    A number other than zero never prints as zero.
    """
    sides = [(0, 1), *(b.as_integer_ratio() for b in bounds)]
    return _printed(value.as_integer_ratio(), places, sides, language)


def share(value: Exact, language: Language, bounds: tuple[Exact, ...] = (), places: int = 1) -> str:
    """Print a fraction as a percentage: 1/5 is ``20 %``, a decimal where it needs one.

    Never rounded onto or across a bound; what is not all or nothing never prints as 100 % or 0 %.
    """
    return _format(language, "share").format(number=_percentage(value, language, bounds, places))


def _percentage(
    value: Exact, language: Language, bounds: tuple[Exact, ...], places: int = 1
) -> str:
    sides = [_hundredfold(b) for b in (0, 1, *bounds)]
    return _printed(_hundredfold(value), places, sides, language)


def _hundredfold(value: Exact) -> _Ratio:
    top, bottom = value.as_integer_ratio()
    return 100 * top, bottom


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
    return _convention(language).day(value, _format(language, "day"))


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
    convention = _convention(language)
    known = convention.forms
    place = known.index(convention.form(int(digits)))
    return forms[place] if len(forms) == len(known) else forms[-1]
