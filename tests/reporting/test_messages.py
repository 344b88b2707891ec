"""The catalogues are complete in both languages and say the same things."""

from __future__ import annotations

import string
from collections.abc import Mapping
from importlib import resources

import pytest
from babel.core import Locale
from report_dictionary import dictionary

from eipcheck.model.assessment import DateSource, Flag, OutcomeValue, Step
from eipcheck.model.criterion import Verdict
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.record import Quality
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting.catalogue import catalogue
from eipcheck.reporting.say import problem_words, say
from eipcheck.reporting.view_card import CONFIDENCE_ICONS
from eipcheck.reporting.view_steps import STEPS, step_view
from eipcheck.reporting.view_words import Speaker

LONGEST_EXAMPLE = 110
"""Letters of an example: a line or two of a terminal."""


def areas(language: Language) -> list[str]:
    """Give every catalogue that exists in the language."""
    folder = resources.files(f"eipcheck.reporting.messages.{language}")
    names = (entry.name for entry in folder.iterdir() if entry.name.endswith(".py"))
    return sorted(name.removesuffix(".py") for name in names if not name.startswith("_"))


def placeholders(text: str) -> set[str]:
    """Give the names of the values that a message shows."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_areas() -> None:
    assert areas("vi") == areas("en")


@pytest.mark.parametrize("area", areas("vi"))
def test_both_languages_have_the_same_messages_with_the_same_values(area: str) -> None:
    vi, en = catalogue("vi", area), catalogue("en", area)
    assert vi.keys() == en.keys()
    differing = [key for key in vi if placeholders(vi[key]) != placeholders(en[key])]
    assert differing == []


@pytest.mark.parametrize("area", areas("vi"))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_blank_or_asks_for_unnamed_values(language: Language, area: str) -> None:
    messages = catalogue(language, area)
    assert [key for key, text in messages.items() if not text.strip()] == []
    unnamed = [k for k, t in messages.items() if any(not n.isidentifier() for n in placeholders(t))]
    assert unnamed == []


@pytest.mark.parametrize("area", areas("vi"))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_singular_shows_no_value_that_its_plural_lacks(language: Language, area: str) -> None:
    for key, text in catalogue(language, area).items():
        one, bar, other = text.partition("|")
        if bar:
            assert placeholders(one) <= placeholders(other), key


@pytest.mark.parametrize("area", areas("vi"))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_one_form_or_as_many_forms_as_the_language(
    language: Language, area: str
) -> None:
    forms = {"other", *Locale.parse(language).plural_form.tags}
    for key, text in catalogue(language, area).items():
        assert text.count("|") in (0, len(forms) - 1), key


def _codes(messages: Mapping[str, str]) -> set[str]:
    return {key.split(".")[1] for key in messages if key.startswith("problem.")}


@pytest.mark.parametrize("area", areas("vi"))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_says_what_why_how_to_mend_and_an_example(
    language: Language, area: str
) -> None:
    messages = catalogue(language, area)
    parts = ("what", "why", "fix", "example")
    expected = {f"problem.{code}.{part}" for code in _codes(messages) for part in parts}
    assert sorted(expected - messages.keys()) == []
    assert {key for key in messages if key.startswith("problem.")} <= expected


@pytest.mark.parametrize("area", areas("vi"))
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_is_short_and_stands_for_itself(language: Language, area: str) -> None:
    for key, text in catalogue(language, area).items():
        if key.endswith(".example"):
            assert placeholders(text) == set(), key
            assert "|" not in text, key
            assert len(text) <= LONGEST_EXAMPLE, key
            assert text == text.strip(), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_words(language: Language) -> None:
    keys = [
        *(f"verdict.{v}" for v in Verdict),
        *(f"tally.{v}" for v in Verdict),
        *(f"outcome.{kind}{o}" for o in OutcomeValue for kind in ("", "says.", "short.")),
        *(f"flag.{f}{part}" for f in Flag for part in ("", ".says")),
        *(f"confidence.{c}{part}" for c in CONFIDENCE_ICONS for part in ("", ".says")),
        *(f"quality.{q}" for q in Quality),
        *(f"goal.{n}" for n in range(1, 18)),
    ]
    known = catalogue(language, "report")
    assert [key for key in keys if key not in known] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_of_the_assessment_date_has_words(language: Language) -> None:
    sources = set(DateSource) - {DateSource.WORKBOOK, DateSource.MISSING}
    assert {f"date.source.{s}" for s in sources} <= catalogue(language, "report").keys()


_VALUES = {
    "bound": "1/5",
    "by": "UBND",
    "complete": "yes",
    "field": "land_green",
    "result": "met",
    "sheet": "enterprises",
    "text": "land_green",
    "truth": "unknown",
    "unit": "ha",
    "year": "2019",
    "years": "2018; 2019",
    "register_year": "2020",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STEPS)
def test_every_step_has_a_sentence_that_shows_its_values(language: Language, name: str) -> None:
    values = tuple((value, _VALUES.get(value, "3")) for value in STEPS[name])
    told = step_view(Step(name, values), None, None, Speaker(language, dictionary()))
    assert told.text
    assert "{" not in told.text


def test_the_catalogue_of_steps_holds_no_other_sentence() -> None:
    assert {f"step.{name}" for name in STEPS} == catalogue("vi", "step").keys()


def test_an_unknown_step_is_a_bug() -> None:
    with pytest.raises(KeyError):
        step_view(Step("nonsense"), None, None, Speaker("vi", dictionary()))


def test_an_unknown_message_is_a_bug() -> None:
    with pytest.raises(KeyError):
        say("vi", "nonsense")


def test_a_missing_value_is_a_bug() -> None:
    with pytest.raises(KeyError):
        say("vi", "tally.met")


def test_the_value_n_chooses_the_singular() -> None:
    assert say("en", "tally.needs_review", n=1) == "1 needs review"
    assert say("en", "tally.needs_review", n=1200) == "1,200 need review"


def test_problem_words_print_figures_and_dates_and_name_fields() -> None:
    place = Cell("Đất", 5, 4)
    late = Problem("D109", place, (("field", "land_green"), ("date", "2021-02-03")))
    what, _, _ = problem_words(late, "en", {"land_green": "Green land"})
    assert what == "“Green land” gives 3 February 2021, after the assessment date."
    ranges = (("field", "x"), ("register", "1/5…1/4"), ("typed", "3…5"))
    what, _, _ = problem_words(Problem("D101", place, ranges), "en")
    assert "20%–25% by the list, 3–5 as typed" in what


def test_problem_words_show_the_text_of_the_user_as_it_is() -> None:
    problem = Problem("D105", Cell("A", 1, 1), (("criterion", "{evil} <b>|x"),))
    what, _, _ = problem_words(problem, "en")
    assert "“{evil} <b>|x”" in what
