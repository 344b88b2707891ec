"""Numbers, shares, ranges and dates are exact and follow the convention of the language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting.numbers import day, number, number_range, plural, share, share_range

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (0, "0", "0"),
        (1234, "1.234", "1,234"),
        (Decimal("1234.5"), "1.234,5", "1,234.5"),
        (Decimal("1234567.891"), "1.234.567,89", "1,234,567.89"),
        (Fraction(1, 3), "0,33", "0.33"),
        (Fraction(-16, 5), "\N{MINUS SIGN}3,2", "\N{MINUS SIGN}3.2"),
        (Decimal("3.20"), "3,2", "3.2"),
        (Decimal(1000000), "1.000.000", "1,000,000"),
        (Decimal("0.0004"), "0,0004", "0.0004"),
    ],
)
def test_numbers_are_grouped_and_pointed_as_the_language_does(
    value: int | Decimal | Fraction, vi: str, en: str
) -> None:
    assert (number(value, "vi"), number(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Fraction(1, 5), f"20{NB}%", "20%"),
        (Fraction(5, 12), f"41,7{NB}%", "41.7%"),
        (Fraction(0), f"0{NB}%", "0%"),
        (Fraction(1), f"100{NB}%", "100%"),
        (Fraction(9999, 10000), f"99,99{NB}%", "99.99%"),
        (Fraction(1, 100000), f"0,001{NB}%", "0.001%"),
    ],
)
def test_shares_are_percentages(value: Fraction, vi: str, en: str) -> None:
    assert (share(value, "vi"), share(value, "en")) == (vi, en)


def test_a_share_below_its_bound_never_prints_as_the_bound() -> None:
    assert share(Decimal("0.1997"), "vi", (Decimal("0.2"),)) == f"19,97{NB}%"
    assert share(Decimal("0.19999"), "en", (Decimal("0.2"),)) == "19.999%"
    assert share(Decimal("0.2"), "en", (Decimal("0.2"),)) == "20%"


_FRACTIONS = st.fractions(min_value=0, max_value=2, max_denominator=10**6)
_BOUNDS = st.decimals(min_value=0, max_value=1, places=4)


def _read(text: str) -> Fraction:
    return Fraction(text.removesuffix("%").replace(",", "")) / 100


@given(_FRACTIONS, _BOUNDS)
def test_rounding_keeps_every_share_on_its_side_of_the_bound(
    value: Fraction, bound: Decimal
) -> None:
    printed = _read(share(value, "en", (bound,)))
    limit = Fraction(bound)
    if value != limit:
        assert (printed < limit) == (value < limit)
        assert printed != limit


@given(st.fractions(max_denominator=10**6))
def test_both_languages_print_the_same_digits(value: Fraction) -> None:
    assert number(value, "vi").translate(str.maketrans(",.", ".,")) == number(value, "en")


@pytest.mark.parametrize(("language", "text"), [("vi", f"17,4–27,8{NB}%"), ("en", "17.4–27.8%")])
def test_a_range_of_shares_has_one_percent_sign(language: Language, text: str) -> None:
    assert share_range(Fraction(20, 115), Fraction(32, 115), language, ()) == text


def test_a_range_without_width_is_one_number() -> None:
    assert share_range(Fraction(1, 4), Fraction(1, 4), "en", ()) == "25%"
    assert number_range(3, 3, "vi") == "3"


def test_an_unbounded_range_says_so() -> None:
    assert number_range(3, None, "vi") == f"≥{NB}3"
    assert number_range(None, 3, "vi") == f"≤{NB}3"
    assert number_range(None, None, "vi") == ""


def test_days_are_written_as_the_language_does() -> None:
    assert day(date(2020, 11, 2), "vi") == "02/11/2020"
    assert day(date(2020, 11, 2), "en") == "2 November 2020"


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=st.decimals(min_value=1, max_value=10**12, places=2))
def test_numbers_are_written_as_babel_writes_them(language: Language, value: Decimal) -> None:
    assert number(value, language) == format_decimal(value, "#,##0.##", locale=language)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_days_are_those_of_babel(value: date) -> None:
    assert day(value, "en") == format_date(value, "long", locale="en_GB")
    assert day(value, "vi") == f"{value.day:02}/{value.month:02}/{value.year:04}"


@pytest.mark.parametrize(
    ("language", "forms", "count", "chosen"),
    [
        ("en", ("one", "other"), 1, "one"),
        ("en", ("one", "other"), 0, "other"),
        ("en", ("one", "other"), "1,200", "other"),
        ("vi", ("one form",), 1, "one form"),
        ("pl", ("one", "few", "many", "other"), 22, "few"),
    ],
)
def test_a_plural_is_that_of_the_language(
    language: Language, forms: tuple[str, ...], count: object, chosen: str
) -> None:
    assert plural(forms, count, language) == chosen
