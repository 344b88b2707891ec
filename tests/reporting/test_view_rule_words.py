"""The newer parts of the language of criteria have words, in the card and in its rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace
from report_criteria import RECP, criteria_set
from report_dictionary import dictionary

from eipcheck.model.condition import All, AnyOf, Condition, Is, Not, Within
from eipcheck.model.criterion import Criterion
from eipcheck.model.measure import Answer, Average, DatedValue, EachYear, Target
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting.view_explain import card_view
from eipcheck.reporting.view_rule import Teller
from eipcheck.reporting.view_words import Speaker

YES = Is("mechanism_exists", value=True)


def told(criterion: Criterion, language: Language = "en") -> str:
    rule = Teller(Speaker(language, dictionary()), {}).rule(criterion)
    return "\n".join(rule).replace("\N{NO-BREAK SPACE}", " ")


def plain(**changes: object) -> Criterion:
    return replace(RECP, **{"measure": Answer(YES), "target": Target(kind="true"), **changes})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_new_part_has_words(language: Language) -> None:
    target = Target(kind="more_than", field="land_total", unit="ha")
    parts = (
        plain(review_when=YES),
        plain(measure=Average("land_total", 5), target=target),
        plain(measure=EachYear("reports", "report_year", All(()), grace_months=6)),
        plain(measure=Answer(Within("first_day", 36, "enterprise_registered"))),
    )
    for criterion in parts:
        assert "{" not in told(criterion, language)


def test_a_review_is_told_after_the_target() -> None:
    lines = told(plain(review_when=YES)).splitlines()
    assert lines[-2] == "Met only subject to review by the authority if:"
    assert lines[-3].startswith("Target:")


def test_a_mean_a_strict_bound_and_a_figure_as_bound_are_told() -> None:
    target = Target(kind="more_than", field="land_total", unit="ha")
    text = told(plain(measure=Average("land_green", 5), target=target))
    assert "over the last 5 full years" in text
    assert "Target: > " in text
    dated = DatedValue(Decimal(5), date(2020, 1, 1))
    less = Target(kind="less_than", values=(dated,), unit="ha")
    assert "Target: < 5 ha" in told(plain(target=less))


def test_a_window_may_end_on_a_day_of_the_enterprise() -> None:
    within = Answer(Within("first_day", 36, "enterprise_registered"))
    assert "within 36 months before “enterprise_registered” of that" in told(plain(measure=within))


def test_the_first_months_of_a_year_are_told() -> None:
    measure = EachYear("reports", "report_year", All(()), grace_months=6)
    assert "first 6 months after a year's end" in told(plain(measure=measure))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (AnyOf((YES, Not(All(())))), "Mechanism"),
        (AnyOf((YES, All(()))), "no condition"),
        (All((YES, Not(All(())))), "never"),
        (AnyOf((Not(All(())),)), "never"),
        (Not(Not(All(()))), "no condition"),
    ],
)
def test_parts_that_always_or_never_hold_are_told_plainly(
    condition: Condition, expected: str
) -> None:
    lines = told(plain(measure=Answer(condition))).splitlines()
    assert len(lines) == 3
    assert expected.casefold() in lines[1].casefold()


def test_the_card_tells_the_history_of_a_bound_and_marks_that_are_not_law() -> None:
    values = (
        DatedValue(Decimal("0.1"), date(2018, 7, 10), date(2019, 12, 31), "Decree A"),
        DatedValue(Decimal("0.2"), date(2020, 1, 1), None, "Decree B", date(2026, 1, 1)),
    )
    target = Target(kind="at_least", values=values, unit="share")
    mark = Target(kind="at_most", values=values[1:], unit="share")
    card = replace(RECP, target=target, benchmark=mark, beside=("land_total",))
    view = card_view(card, criteria_set(), dictionary(), "en")
    first, second = (text.replace("\N{NO-BREAK SPACE}", " ") for text in view.bounds)
    assert first == "≥ 10% (from 10 July 2018 to 31 December 2019; Decree A)"
    assert second == "≥ 20% (from 1 January 2020; Decree B; looked up until 1 January 2026)"
    assert "not law" in view.benchmark
    assert len(view.beside) == 1
