"""``explain``: a problem code, a criterion, a criterion for a park."""

from __future__ import annotations

import re

import pytest
from command_line import SAMPLE, CommandLine
from msgspec.structs import astuple

from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.explain import all_sets
from eipcheck.reporting.catalogue import catalogue
from eipcheck.reporting.codes import code_words
from eipcheck.reporting.say import AREAS_OF_CODES

CODES = sorted(
    {
        key.split(".")[1]
        for area in AREAS_OF_CODES.values()
        for key in catalogue("en", area)
        if key.startswith("problem.")
    }
)
CRITERIA = [criterion.id for criteria in all_sets() for criterion in criteria.criteria]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_code_can_be_explained(language: Language) -> None:
    assert CODES
    for code in CODES:
        words = code_words(code, language)
        assert words is not None
        texts = astuple(words)
        assert all(part and not re.search(r"{\w+}", part) for part in texts), code


def test_a_code_is_found_in_either_case(eipcheck: CommandLine) -> None:
    assert eipcheck("explain", "o101").out == eipcheck("explain", "O101").out
    assert "exists already" in eipcheck("explain", "O101").out


@pytest.mark.parametrize(
    ("lang", "labels"),
    [
        ("en", ["What", "Why", "How to mend", "Example"]),
        ("vi", ["Vấn đề", "Vì sao", "Cách sửa", "Ví dụ"]),
    ],
)
def test_a_code_is_told_in_four_labelled_parts(
    eipcheck: CommandLine, lang: str, labels: list[str]
) -> None:
    first, *lines = eipcheck("explain", "W304", "--lang", lang).out.splitlines()
    assert first == "W304"
    assert [re.split(r"\s{2,}", line.strip())[0] for line in lines] == labels
    assert lines[-1].endswith("1.234")


@pytest.mark.parametrize("criterion", CRITERIA)
def test_every_criterion_can_be_explained(eipcheck: CommandLine, criterion: str) -> None:
    card = eipcheck("explain", criterion)
    assert card.code == 0
    assert "How it is computed" in card.out
    assert "Legal source" in card.out
    told = eipcheck("explain", criterion, SAMPLE, "--allow-unverified")
    assert told.code == 0
    assert "The computation" in told.out or "Not applicable" in told.out


def test_the_computation_is_told_with_its_numbers_and_cells(eipcheck: CommandLine) -> None:
    out = re.sub(r"\s+", " ", eipcheck("explain", "recp-applied", SAMPLE).out)
    assert "115" in out
    assert "20" in out
    assert "Doanh nghiệp!O27:O38" in out
    assert "3 “yes” make it met" in out


def test_a_reading_changes_what_is_told(eipcheck: CommandLine) -> None:
    usual = eipcheck("explain", "recp-applied", SAMPLE).out
    assert usual != eipcheck("explain", "recp-applied", SAMPLE, "--reading", "Q3=all_licensed").out


def test_an_unknown_name_is_told_with_the_nearest(eipcheck: CommandLine) -> None:
    ended = eipcheck("explain", "recp-aplied")
    assert (ended.code, ended.out) == (2, "")
    assert "nearest first: recp-applied" in ended.err
    assert "U112" in ended.err
    assert eipcheck("explain", "W999").code == 2
