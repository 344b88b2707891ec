"""The relations of the shipped dictionary are checked, and every warning has its words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from doubts import phases, problems, said

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting.say import problem_words


@cache
def shipped() -> DataDictionary:
    return load_dictionary(Path(__file__).parents[2] / "criteria" / "fields.yaml")


@pytest.mark.parametrize(
    ("figures", "code", "field"),
    [
        ({"leased_area": 260, "leasable_area": 252}, "D116", "leased_area"),
        ({"leasable_area": 400, "park_area": 360}, "D116", "leasable_area"),
        ({"wastewater_flow": 9000, "wastewater_capacity": 8000}, "D117", "wastewater_flow"),
        ({"capital_realised": 1500, "capital_registered": 980}, "D116", "capital_realised"),
        ({"enterprises_operating": 121, "enterprises_licensed": 120}, "D118", "enterprises_lic"),
        (
            {"recp_solutions_implemented": 131, "recp_solutions_proposed": 84},
            "D115",
            "recp_solutions_implemented",
        ),
        *(
            ({f"enterprises_{counted}": 130, "enterprises_operating": 115}, "D115", "enterprises_")
            for counted in (
                "recp_aware",
                "recp_applied",
                "symbiosis_plan",
                "recp_taking_part",
                "recp_assessed",
            )
        ),
        ({"land_green_in_plots_plan": 99, "land_industrial_plan": 90}, "D118", "land_industrial"),
        ({"land_water_built": 99, "land_total_built": 90}, "D118", "land_total_built"),
    ],
)
def test_the_shipped_dictionary_relates(figures: dict[str, int], code: str, field: str) -> None:
    found = problems(*(said(f, v) for f, v in figures.items()), dictionary=shipped())
    assert [p.code for p in found] == [code]
    assert dict(found[0].facts)["field"].startswith(field)


@pytest.mark.parametrize("state", ["plan", "built"])
def test_the_land_of_the_shipped_dictionary_adds_up(state: str) -> None:
    areas: dict[str, str | int] = {
        "total": 360,
        "industrial": 255,
        "green": "36.5",
        "traffic": 31,
        "technical": "11.3",
        "social": 8,
        "water": "4.2",
        "buffer": 9,
        "other": 5,
    }
    right = [said(f"land_{k}_{state}", v) for k, v in areas.items()]
    assert problems(*right, dictionary=shipped()) == []
    wrong = [said(f"land_{k}_{state}", v) for k, v in (areas | {"green": "63.5"}).items()]
    (problem,) = problems(*wrong, dictionary=shipped())
    assert (problem.code, dict(problem.facts)["mended"]) == ("D120", "73/2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_warning_has_words(language: Language) -> None:
    found = [
        *problems(said("applying", 130), said("operating", 115)),
        *problems(said("leased", 260), said("leasable", 252)),
        *problems(said("leased", 2394000), said("leasable", 252)),
        *problems(said("flow", 12000), said("plant", 8000)),
        *problems(said("phase_1", 100), said("plots", 120)),
        *problems(*phases(100, 110, 132, total=360)),
        *problems(*phases(311, 579, 778, total=1686)),
        *problems(*phases(200, 365000, "123.5", total=360)),
        *problems(said("plant", 361, year=2018), said("plant", 3610)),
        *problems(said("plant", 1686, year=2018), said("plant", "1.686")),
        *problems(said("plant", 541, 541000)),
    ]
    assert {p.code for p in found} == {f"D{n}" for n in range(115, 126)}
    for problem in found:
        assert all(problem_words(problem, language)), problem


def test_words_print_figures_in_full_in_the_convention_of_the_language() -> None:
    (problem,) = problems(said("plant", 1686, year=2018), said("plant", "1.686"))
    assert problem_words(problem, "vi")[0] == (
        "“plant” thay đổi từ 1.686 (2018) thành 1,686 (2020), chênh khoảng 1.000 lần."
    )
    problem = problems(*phases(311, 579, 778, total=1686))[1]
    assert problem_words(problem, "en", {"phase_2": "Phase 2"})[0] == (
        "The parts of “total” (2020) add up to 1,668, not 1,686; "
        "with 597 instead of 579 in “Phase 2” they would."
    )
    small = problems(said("leased", "0.75"), said("leasable", "0.5"))
    assert "0.75, more than “leasable” (0.5)" in problem_words(small[0], "en")[0]
