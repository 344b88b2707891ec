"""What Decree 82/2018 is and was: its force, its words in two languages, what is unverified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from article_42 import read, the_set

from eipcheck.evaluation.evaluate import force_on
from eipcheck.model.assessment import Force
from eipcheck.model.criterion import Status
from eipcheck.model.text import LANGUAGES, Text


def test_the_decree_was_in_force_from_10_july_2018_to_14_july_2022() -> None:
    assert the_set().in_force_from == date(2018, 7, 10)
    assert the_set().in_force_to == date(2022, 7, 14)
    assert the_set().status is Status.REPEALED


@pytest.mark.parametrize(
    ("day", "force"),
    [
        (date(2018, 7, 9), Force.NOT_YET),
        (date(2018, 7, 10), Force.IN_FORCE),
        (date(2022, 7, 14), Force.IN_FORCE),
        (date(2022, 7, 15), Force.REPEALED),
    ],
)
def test_a_day_lies_before_in_or_after_its_force(day: date, force: Force) -> None:
    assert force_on(the_set(), day) is force


def test_no_criterion_and_no_bound_changed_while_the_decree_was_in_force() -> None:
    for criterion in the_set().criteria:
        assert (criterion.start, criterion.end) == (None, None)
        target = read(criterion.id).target
        for value in target.values if target else ():
            assert (value.start, value.end) == (date(2018, 7, 10), None)


def test_it_names_its_successor_and_no_predecessor() -> None:
    assert the_set().supersedes is None  # before it there was no such category of park
    successor = the_set().superseded_by
    assert successor is not None
    for words in (successor.vi, successor.en):
        assert "35/2022/NĐ-CP" in words
        assert "2022" in words.replace("35/2022", "")


def test_the_criteria_are_cumulative_without_weight_or_waiver() -> None:
    assert [question.id for question in the_set().questions] == ["park-certificate"]
    assert not the_set().waivable
    assert not the_set().partial_credit


def test_nothing_is_marked_as_verified() -> None:
    assert not the_set().verified
    signed = [c.id for c in the_set().criteria if c.source.verified_by or c.source.verified_on]
    assert signed == []


def test_the_set_says_how_well_each_clause_was_seen() -> None:
    words = the_set().verification
    assert "Chưa đối chiếu với bản ký" in words.vi
    assert "Not compared with the signed text" in words.en


def test_every_criterion_names_its_source_and_a_page_unless_it_is_recalled() -> None:
    for criterion in the_set().criteria:
        source = criterion.source
        assert source.document
        assert source.clause == criterion.clause
        assert source.urls or source.confidence.startswith("M"), criterion.id
        assert all(url.startswith(("http://", "https://")) for url in source.urls)


def texts() -> Iterator[tuple[str, Text]]:
    """Give every text that a report may show, and whose it is."""
    found = the_set()
    yield from (("set", t) for t in (found.title, found.document, found.verification))
    yield from ((each.id, each.title) for each in (*found.clauses, *found.questions))
    for c in found.criteria:
        own = (c.title, c.requirement, c.computed, c.evidence_expected, c.remedy)
        yield from ((c.id, text) for text in own)
    for reading in found.readings:
        yield reading.id, reading.question
        yield from ((f"{reading.id}={option.id}", option.label) for option in reading.options)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_both_languages(language: str) -> None:
    assert [whose for whose, text in texts() if not getattr(text, language).strip()] == []


def test_no_text_is_left_untranslated() -> None:
    assert [whose for whose, text in texts() if text.vi == text.en] == []


def test_what_is_required_is_told_in_whole_sentences() -> None:
    for criterion in the_set().criteria:
        for words in (criterion.requirement, criterion.computed, criterion.remedy):
            assert words.vi.endswith("."), criterion.id
            assert words.en.endswith("."), criterion.id
