"""Mutants: what is changed of a set, one thing at a time, and that all is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from criteria_files import SET, broken
from mutant_sets import ANSWER, APPLIED, OPERATING, changes, load

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import read_set
from eipcheck.criteria.mutants import mutants_of, mutated
from eipcheck.criteria.problems import Problems
from eipcheck.pipeline.sets import dictionary_file, shipped_dictionary, shipped_sets


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ('{is: {field: mechanism, value: "yes"}}', {"is.value yes -> no", "-> {all: []}"}),
        ("{is: {field: housing, value: in_use}}", {"-> {all: []}"}),
        (
            "{in: {field: housing, values: [in_use, planned]}}",
            {"in.values.1 drop", "in.values.2 drop", "-> {all: []}"},
        ),
        ("{in: {field: housing, values: [in_use]}}", {"-> {all: []}"}),
        (
            "{at_least: {field: total, value: 5}}",
            {
                "at_least -> at_most",
                "at_least.value 5 -> 6",
                "at_least.value 5 -> 4",
                "-> {all: []}",
            },
        ),
        ("{valid_on: {from: opened}}", {"-> {all: []}"}),
        (
            "{valid_on: {from: opened, until: registration_date}}",
            {"valid_on.from drop", "valid_on.until drop", "-> {all: []}"},
        ),
        (
            "{within: {field: opened, months: 12, before: assessment}}",
            {
                "within.months 12 -> 13",
                "within.months 12 -> 11",
                "within.before assessment -> registration",
                "-> {all: []}",
            },
        ),
        (
            "{not: {is: {field: housing, value: none}}}",
            {"not -> –", "-> {all: []}"},
        ),
        (
            "{all: [{is: {field: housing, value: in_use}}, {valid_on: {from: opened}}]}",
            {"all -> any", "all.1 drop", "all.2 drop"},
        ),
        ("{all: [{is: {field: housing, value: in_use}}]}", {"all.1 drop"}),
        (
            "{any: [{is: {field: housing, value: in_use}}, {valid_on: {from: opened}}]}",
            {"any -> all", "any.1 drop", "any.2 drop", "-> {all: []}"},
        ),
        (
            "{has_row: {table: links, where: {valid_on: {from: signed}}}}",
            {"has_row.where -> {all: []}", "-> {all: []}"},
        ),
        (
            (
                "{by_reading: {Q3: {operating_only: {is: {field: housing, value: in_use}}, "
                "all_licensed: {valid_on: {from: opened}}}}}"
            ),
            {
                "Q3=operating_only as all_licensed",
                "Q3=all_licensed as operating_only",
                "Q3=operating_only drop",
                "Q3=all_licensed drop",
                "-> {all: []}",
            },
        ),
    ],
)
def test_conditions_are_changed_part_by_part(
    tmp_path: Path, condition: str, expected: set[str]
) -> None:
    whole = {f"measure.answer{' ' if name[0] == '-' else '.'}{name}" for name in expected}
    found = changes(tmp_path, f"measure: {{answer: {condition}}}", ANSWER)
    assert found == {_joined(name) for name in whole}


def _joined(name: str) -> str:
    """Put a space, not a point, before what a whole condition is changed into."""
    for sign in ("all -> any", "any -> all", "not -> –", "at_least -> at_most"):
        name = name.replace(f"answer.{sign}", f"answer {sign}")
    return name


def test_who_is_counted_is_exchanged_between_the_terms_that_say_so(tmp_path: Path) -> None:
    other = f"  - {{id: other, meaning: {{vi: a, en: b}}, condition: {OPERATING}}}\n"
    head = broken(SET, "waivable:", f"{other}waivable:")
    share = f"{{share: {{table: enterprises, among: {{term: other}}, where: {APPLIED}}}}}"
    _, found = load(
        tmp_path, f"measure: {share}", "target: {at_least: 5 %}", "if_empty: met", head=head
    )
    ids = {mutant.id for mutant in found}
    assert "card: measure.share.among.term other -> counted" in ids
    assert "uses-the-term: measure.share.among.term counted -> other" in ids


def test_terms_and_parameters_are_changed_for_every_card_that_uses_them(tmp_path: Path) -> None:
    parameter = (
        "parameters:\n  - {id: look-back, meaning: {vi: a, en: b}, value: 36, reference: r, "
        "confidence: I}\n"
    )
    within = "{within: {field: opened, months: {parameter: look-back}, before: assessment}}"
    _, found = load(tmp_path, f"measure: {{answer: {within}}}", ANSWER, head=SET + parameter)
    by_id = {mutant.id: mutant for mutant in found}
    assert by_id["parameter look-back: 36 -> 37"].criteria == ("card",)
    assert "card: measure.answer.within.months 36 -> 37" not in by_id
    of_term = by_id["term counted: Q3=all_licensed.in.values.2 drop"]
    assert of_term.criteria == ("uses-the-term",)
    assert of_term.live == (("Q3", "all_licensed"),)
    assert Path(of_term.place.file).name == "set.yaml"


def test_what_a_blank_means_is_changed_where_conditions_ask(tmp_path: Path) -> None:
    energy = "{is: {field: link_type, value: energy}}"
    where = f"{{all: [{{valid_on: {{from: signed, until: stopped}}}}, {energy}]}}"
    count = f"measure: {{count: {{table: links, where: {where}}}}}"
    _, found = load(tmp_path, count, "target: {at_least: 1, unit: links}")
    blanks = {mutant.id: mutant for mutant in found if mutant.field is not None}
    assert set(blanks) == {
        "field signed: blank_means – -> not_yet",
        "field stopped: blank_means not_yet -> –",
        "field link_type: blank_means – -> energy",
        "field status: blank_means – -> operating",
    }
    assert blanks["field status: blank_means – -> operating"].criteria == ("uses-the-term",)
    answer = "measure: {answer: {valid_on: {from: opened}}}"
    _, found = load(tmp_path / "b", answer, ANSWER, "beside: [registration_date]")
    asked = {mutant.field.id for mutant in found if mutant.field is not None}
    assert asked == {"opened", "status"}, "what stands beside judges nothing"


def test_the_place_of_a_mutant_is_that_of_what_is_changed(tmp_path: Path) -> None:
    _, found = load(tmp_path, "measure: {value: green}", "target: {at_least: 5, unit: ha}")
    place = {mutant.id: mutant.place for mutant in found}["card: target.at_least 5 -> 6"]
    line = (
        (tmp_path / "small" / "42-1.yaml").read_text(encoding="utf-8").splitlines()[place.line - 1]
    )
    assert line[place.column - 1 :] == "5, unit: ha}"


def test_a_mutant_is_read_as_another_criterion_or_refused(tmp_path: Path) -> None:
    none = f"{{none: {{table: enterprises, among: {OPERATING}, where: {APPLIED}}}}}"
    lines = (f"measure: {none}", "target: {at_most: 0, unit: enterprises}", "if_empty: met")
    loaded, found = load(tmp_path, *lines)
    by_id = {mutant.id: mutant for mutant in found}
    assert mutated(loaded, by_id["card: target.at_most 0 -> 1"]) is None
    changed = mutated(loaded, by_id["card: measure none -> every"])
    assert changed is not None
    assert changed.names == ("card",)
    assert changed.criteria.criterion("card") != loaded.criteria_set.criterion("card")


def test_every_change_is_taken_back(tmp_path: Path) -> None:
    loaded, found = load(
        tmp_path, "measure: {ratio: {of: green, to: total}}", "target: {at_least: 5 %}"
    )
    for mutant in found:
        mutated(loaded, mutant)
    again = read_set(tmp_path / "small", load_dictionary(tmp_path / "fields.yaml"), Problems())
    assert again is not None
    assert {name: card.data for name, card in loaded.cards.items()} == {
        name: card.data for name, card in again.cards.items()
    }
    assert loaded.top.data == again.top.data


@pytest.mark.parametrize("name", shipped_sets())
def test_shipped_sets_come_out_whole_and_their_mutants_have_names_of_their_own(name: str) -> None:
    problems = Problems()
    loaded = read_set(shipped_sets()[name], shipped_dictionary(), problems)
    assert loaded is not None
    found = list(mutants_of(loaded, dictionary_file()))
    assert len({mutant.id for mutant in found}) == len(found)
    for mutant in found:
        mutated(loaded, mutant)
    again = read_set(shipped_sets()[name], shipped_dictionary(), problems)
    assert again is not None
    assert again.top.data == loaded.top.data
    assert [card.data for card in again.cards.values()] == [c.data for c in loaded.cards.values()]
