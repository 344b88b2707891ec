"""Figures that make each other doubtful are told with the likely cause, and nothing else changes.

The dictionary of these tests (``doubts``) has a land total of three phases that add up, and one
relation of each other kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from builders import a_criterion, a_set, bound, the_dates
from doubts import SMALL, Value, brief, codes, phases, problems, record, said, told
from hypothesis import given, settings
from msgspec.structs import replace
from small_dictionary import DICTIONARY
from small_world import CRITERIA, record_of, worlds

from eipcheck.evaluation.evaluate import evaluate
from eipcheck.evaluation.plausible import implausible
from eipcheck.model.dictionary import DataDictionary, Field
from eipcheck.model.measure import FactSum, FactValue, Ratio
from eipcheck.model.place import Cell
from eipcheck.model.record import Scope

# Counts, shares, loads


def test_more_enterprises_apply_than_operate() -> None:
    (problem,) = problems(said("applying", 130), said("operating", 115))
    figures = {"figure": "130", "other": "operating", "ceiling": "115", "year": "2020"}
    assert brief(problem) == ("D115", "applying", figures)
    assert problem.place == Cell("applying 2020", 1, 4)
    assert problem.other_places == (Cell("operating 2020", 1, 4),)
    assert codes(said("applying", 115), said("operating", 115)) == []


def test_behind_an_unknown_bound_stands_the_next_one() -> None:
    assert told(said("applying", 130), said("licensed", 120))[0][2]["other"] == "licensed"
    found = told(said("applying", 130), said("operating", 115), said("licensed", 120))
    assert [facts["other"] for _, _, facts in found] == ["operating"], "the nearest one is enough"


def test_a_share_over_100_percent_is_told() -> None:
    (found,) = told(said("leased", 260), said("leasable", 252))
    assert (found[0], found[2]["figure"], found[2]["ceiling"]) == ("D116", "260", "252")


def test_what_rounding_explains_is_not_told() -> None:
    assert codes(said("leased", "252.3"), said("leasable", 252)) == []
    assert codes(said("leased", "252.6"), said("leasable", 252)) == ["D116"]


def test_a_figure_far_above_its_bound_is_in_another_unit() -> None:
    (found,) = told(said("leased", 2394000), said("leasable", 252))
    assert (found[0], found[2]["ratio"]) == ("D122", "9500")


def test_a_flow_above_the_capacity_of_the_plant_is_told() -> None:
    assert told(said("flow", 12000), said("plant", 8000))[0][:2] == ("D117", "flow")
    assert codes(said("flow", 1971000), said("plant", 8000)) == ["D117"], "a volume of the year"
    assert codes(said("flow", 8000), said("plant", 8000)) == []


def test_counts_of_parts_exceed_the_whole() -> None:
    three = (said("licensed", 120), said("operating", 110), said("building", 15))
    (problem,) = problems(*three)
    figures = {"added": "125", "ceiling": "120", "year": "2020"}
    assert brief(problem) == ("D118", "licensed", figures)
    assert [p.sheet for p in (problem.place, *problem.other_places) if isinstance(p, Cell)] == [
        "licensed 2020",
        "operating 2020",
        "building 2020",
    ]
    assert codes(said("licensed", 140), *three[1:]) == [], "others may have closed"
    assert codes(said("licensed", 100), said("operating", 110)) == ["D118"], "one part alone"


# Parts and wholes


def test_swapped_digits_are_revealed_by_the_sum() -> None:
    """The source prints phases of 311, 579 and 778 ha of 1,686: 597 was meant, or 1,668."""
    found = told(*phases(311, 579, 778, total=1686))
    assert [(c, f, x["figure"], x["mended"]) for c, f, x in found] == [
        ("D120", "total", "1686", "1668"),
        ("D120", "phase_2", "579", "597"),
    ]
    assert all((x["added"], x["ceiling"]) == ("1668", "1686") for _, _, x in found)


def test_swapped_digits_name_one_figure_where_only_one_would_do() -> None:
    (found,) = told(*phases("15.5", "63.5", 21, total=73))
    assert (found[0], found[1], found[2]["mended"]) == ("D120", "phase_2", "73/2")
    (found,) = told(*phases("5.7", 31, 2, total="40.5"))
    assert (found[1], found[2]["mended"]) == ("phase_1", "15/2"), "across the decimal mark"
    assert codes(*phases(102, 2, 2, total=16)) == ["D119"], "nobody writes 012"


def test_every_cell_of_the_sum_is_named() -> None:
    for problem in problems(*phases(311, 579, 778, total=1686)):
        cells = {p.sheet for p in (problem.place, *problem.other_places) if isinstance(p, Cell)}
        assert cells == {"total 2020", "phase_1 2020", "phase_2 2020", "phase_3 2020"}


def test_a_slipped_mark_or_unit_is_revealed_by_the_sum() -> None:
    for wrong, right in ((365000, "73/2"), (365, "73/2"), ("3.65", "73/2")):
        (found,) = told(*phases(200, wrong, "123.5", total=360))
        assert (found[0], found[1], found[2]["mended"]) == ("D121", "phase_2", right), wrong


def test_parts_that_do_not_add_up_are_told() -> None:
    (found,) = told(*phases(100, 110, 132, total=360))
    assert found == ("D119", "total", {"added": "342", "ceiling": "360", "year": "2020"})
    assert codes(*phases(110, 110, 140, total=360)) == []
    assert codes(*phases("110.4", "110.4", "139.4", total=360)) == [], "rounding"


def test_parts_that_do_not_add_up_say_nothing_while_one_is_missing() -> None:
    assert codes(said("total", 360), said("phase_1", 100), said("phase_2", 100)) == []
    assert codes(*phases(100, None, 132, total=360)) == []
    assert codes(said("total", 360), said("phase_1", 300), said("phase_2", 100)) == ["D118"]


def test_a_part_far_above_the_whole_is_in_another_unit() -> None:
    (found,) = told(said("total", 360), said("phase_1", 365000))
    assert (found[0], found[1], found[2]["ratio"]) == ("D122", "phase_1", "1014")


def test_parts_that_are_not_all_of_it_need_not_add_up() -> None:
    assert codes(said("phase_1", 100), said("plots", 20)) == []
    assert codes(said("phase_1", 100), said("plots", 120)) == ["D118"]


def test_a_whole_that_is_unknown_hands_its_bound_on() -> None:
    (found,) = told(said("plots", 400), said("total", 360))
    assert (found[0], found[2]["other"]) == ("D116", "total")


def test_parts_over_the_whole_are_told_once() -> None:
    """A criterion that reads the sum tells it as an error; the likely cause is still told."""
    over = (said("licensed", 120), said("operating", 110), said("building", 15))
    whole = Cell("licensed 2020", 1, 4)
    assert list(implausible(record(*over), SMALL, {whole})) == []
    total = Cell("total 2020", 1, 4)
    assert list(implausible(record(*phases(311, 777, 779, total=1686)), SMALL, {total})) == []
    swapped = record(*phases(311, 957, 778, total=1686))
    assert [p.code for p in implausible(swapped, SMALL, {total})] == ["D120"]


# One figure and its other statements


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [(361, 3610, "D123"), (3610, 361, "D123"), (1686, "1.686", "D124"), ("0.541", 600, "D124")],
)
def test_jumps_from_year_to_year_are_told(before: Value, after: Value, code: str) -> None:
    (problem,) = problems(said("plant", before, year=2018), said("plant", after, year=2020))
    facts = dict(problem.facts)
    assert (problem.code, facts["earlier_year"], facts["year"]) == (code, "2018", "2020")
    assert Decimal(facts["ratio"]) >= 10
    assert problem.place == Cell("plant 2020", 1, 4)
    assert problem.other_places == (Cell("plant 2018", 1, 4),)


def test_growth_is_no_jump() -> None:
    assert codes(said("plant", 361, year=2018), said("plant", 3600, year=2020)) == []
    assert codes(said("plant", 361, year=2008), said("plant", 3610, year=2020)) == []
    assert codes(said("plant", 361, year=2008), said("plant", 36100, year=2020)) == ["D123"]
    assert codes(said("plant", 0, year=2018), said("plant", 36100, year=2020)) == []
    assert codes(said("licensed", 2, year=2018), said("licensed", 30, year=2020)) == []
    assert codes(said("licensed", 12, year=2018), said("licensed", 130, year=2020)) == ["D123"]
    assert codes(said("licensed", 5, year=2018), said("licensed", 5000, year=2020)) == ["D124"]


def test_one_wrong_year_between_two_right_ones_is_told_once() -> None:
    three = [said("plant", v, year=y) for y, v in ((2018, 541), (2019, 541000), (2020, 541))]
    (problem,) = problems(*three)
    assert problem.place == Cell("plant 2019", 1, 4)
    rising = [said("plant", v, year=y) for y, v in ((2018, 5), (2019, 500), (2020, 50000))]
    assert codes(*rising) == ["D123", "D123"]


def test_sources_of_one_year_that_are_factors_apart_are_told() -> None:
    (problem,) = problems(said("plant", 541, 541000))
    figures = {"least": "541", "most": "541000", "ratio": "1000", "year": "2020"}
    assert brief(problem) == ("D125", "plant", figures)
    assert problem.other_places == (Cell("plant 2020", 2, 4),)
    assert codes(said("plant", 541, 600)) == []


# What is not held against each other


def test_only_figures_of_one_year_and_part_of_the_park_are_compared() -> None:
    assert codes(said("leased", 260, year=2019), said("leasable", 252)) == []
    assert codes(said("leased", 260, year=None), said("leasable", 252)) == []
    phase = said("leased", 260, scope=Scope.OPERATING_PHASE)
    assert codes(phase, said("leasable", 252)) == []
    assert codes(phase, said("leasable", 252, scope=Scope.OPERATING_PHASE)) == ["D116"]
    (found,) = told(said("leased", 260, year=None), said("leasable", 252, year=None))
    assert found[2]["year"] == "–"


def test_a_figure_with_a_statement_that_cannot_be_read_is_unknown() -> None:
    assert codes(said("leased", 260), said("leasable", 252, None)) == []
    assert codes(said("leased", 260, None), said("leasable", 252)) == []


def test_sources_that_differ_are_doubted_only_where_both_ends_are() -> None:
    assert codes(said("leased", 240, 260), said("leasable", 252)) == []
    assert codes(said("leased", 260), said("leasable", 250, 262)) == []
    assert codes(said("leased", 260, 270), said("leasable", 240, 252)) == ["D116"]
    apart = [said("total", 1686), said("phase_1", 311), said("phase_3", 778)]
    assert codes(*apart, said("phase_2", 579, 600)) == []
    assert codes(*apart, said("phase_2", 579, 580)) == ["D119"], "no culprit among ranges"


# Beside the verdicts


LAND: Mapping[str, dict[str, Any]] = {
    "land_total": {"parts_add_up": True},
    "land_green": {"part_of": "land_total"},
    "land_traffic": {"part_of": "land_total"},
    "land_industrial": {"part_of": "land_total"},
    "enterprises_recp_applied": {"at_most": "enterprises_operating"},
}


def related() -> DataDictionary:
    """Give the dictionary of the other tests with relations between its figures."""

    def with_relations(field: Field) -> Field:
        return replace(field, **LAND.get(field.id, {}))

    sheets = (replace(s, fields=tuple(map(with_relations, s.fields))) for s in DICTIONARY.sheets)
    return replace(DICTIONARY, sheets=tuple(sheets))


RELATED = related()


@settings(derandomize=True, deadline=None, max_examples=80)
@given(worlds())
def test_plausibility_never_changes_what_is_judged(parts: dict[str, Any]) -> None:
    park, criteria = record_of(parts), a_set(*CRITERIA)
    plain = evaluate(park, criteria, DICTIONARY, the_dates())
    doubted = evaluate(park, criteria, RELATED, the_dates())
    assert replace(doubted, problems=()) == replace(plain, problems=())
    assert set(plain.problems) <= set(doubted.problems)


def test_an_evaluation_tells_what_no_criterion_reads() -> None:
    park = record(said("land_total", 100), said("land_industrial", 120))
    assert [p.code for p in evaluate(park, a_set(), RELATED, the_dates()).problems] == ["D118"]


def test_an_evaluation_tells_parts_over_the_whole_once() -> None:
    park = record(said("land_total", 100), said("land_green", 70), said("land_traffic", 60))
    parts = FactSum(("land_green", "land_traffic"), "land_total", ())
    shared = a_criterion(Ratio(parts, FactValue("land_total")), bound("at_least", "0.25"))
    assessment = evaluate(park, a_set(shared), RELATED, the_dates())
    assert [p.code for p in assessment.problems] == ["D103"]
