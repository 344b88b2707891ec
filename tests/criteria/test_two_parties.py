"""The condition that two fields of one row name different enterprises, as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from criteria_files import (
    ANSWER_CLAUSE,
    DICTIONARY,
    FILES,
    broken,
    fault_in,
    places,
    problems_of,
    write_files,
)

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.model.condition import Differ
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.measure import Count

NAMED = "{{id: {}, label: {{vi: {}, en: {}}}, type: enterprise, asked_of: board}}"
ANSWER = '{answer: {is: {field: mechanism, value: "yes"}}}'
LINKS = broken(ANSWER_CLAUSE, '{answer: "yes"}', "{at_least: 1, unit: links}")


@pytest.fixture(scope="module")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> DataDictionary:
    """Add a receiver to the links, and an owner to the facts."""
    text = DICTIONARY
    for before, name in (("opened", "owner"), ("amount", "receiver")):
        at = f"      - {{id: {before},"
        text = broken(text, at, f"      - {NAMED.format(name, name, name)}\n{at}")
    folder = write_files(tmp_path_factory.mktemp("dictionary"), {"fields.yaml": text})
    return load_dictionary(folder / "fields.yaml")


def test_it_comes_out_as_it_is_written(tmp_path: Path, dictionary: DataDictionary) -> None:
    measure = "{count: {table: links, where: {differ: {fields: [provider, receiver]}}}}"
    write_files(tmp_path / "small", {**FILES, "42-2.yaml": broken(LINKS, ANSWER, measure)})
    loaded = load_set(tmp_path / "small", dictionary).criterion("mechanism-runs")
    assert loaded.measure == Count("links", Differ(("provider", "receiver")))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("¦{}", "C202"),
        ("{fields: ¦[]}", "C206"),
        ("{fields: ¦provider}", "C212"),
        ("{fields: [provider, receiver], ¦field: provider}", "C201"),
        ("{fields: ¦[provider]}", "C205"),
        ("{fields: ¦[provider, provider]}", "C205"),
        ("{fields: ¦[provider, receiver, provider]}", "C205"),
        ("{fields: ¦[provider, reciever]}", "C230"),
        ("{fields: ¦[provider, link_type]}", "C401"),
        ("{fields: ¦[provider, owner]}", "C403"),
    ],
)
def test_it_takes_two_enterprises_of_the_row(
    tmp_path: Path, dictionary: DataDictionary, fields: str, code: str
) -> None:
    measure = f"{{count: {{table: links, where: {{differ: {fields}}}}}}}"
    assert faults(tmp_path, dictionary, LINKS, measure, code)


@pytest.mark.parametrize(
    ("fields", "code"),
    [("[provider, receiver]", "C404 C404"), ("[owner, owner]", "C403 C205")],
)
def test_it_is_no_question_about_the_park(
    tmp_path: Path, dictionary: DataDictionary, fields: str, code: str
) -> None:
    marks = "¦" * len(code.split())
    measure = f"{{answer: {{differ: {{fields: {marks}{fields}}}}}}}"
    assert faults(tmp_path, dictionary, ANSWER_CLAUSE, measure, code)


def faults(folder: Path, dictionary: DataDictionary, card: str, measure: str, code: str) -> bool:
    """Say whether the set with this measure is refused for just the marked faults."""
    text, expected = fault_in("42-2.yaml", card, ANSWER, measure, code)
    write_files(folder / "small", {**FILES, "42-2.yaml": text})
    found = places(problems_of(lambda: load_set(folder / "small", dictionary)))
    return sorted(found) == sorted(expected)
