"""What a set reads: fields in every place of a card, and the "complete" lines that can matter."""

from __future__ import annotations

from typing import Any

import pytest
from builders import a_criterion, a_set
from small_dictionary import DICTIONARY, text

from eipcheck.model.condition import (
    All,
    Condition,
    ConditionByReading,
    HasRow,
    In,
    Is,
    Not,
    ValidOn,
    Within,
)
from eipcheck.model.criterion import Per, Question
from eipcheck.model.measure import (
    Answer,
    Average,
    Count,
    EachYear,
    EitherMeasure,
    Every,
    FactValue,
    Holds,
    Measure,
    MeasureByReading,
    NoneOf,
    RowSum,
    Share,
    Target,
    TargetByReading,
)
from eipcheck.pipeline.wanted import wanted_of

FLOW = Answer(Is("mechanism", value=True))
BY_FIELD = Target(kind="at_least", field="land_total")
ENVIRONMENT = Is("violation_law", "environment")
BY_DEVELOPER = In("violation_of", ("developer",))
ANY = Not(Is("violation_serious", value=False))


def wanted(measure: Measure = FLOW, **more: Any) -> set[str]:
    """Give what a set of one card reads."""
    criterion = a_criterion(measure, **more)
    return set(wanted_of((a_set(criterion),), DICTIONARY))


@pytest.mark.parametrize(
    ("found", "field"),
    [
        (wanted(FactValue("flow")), "flow"),
        (wanted(Average("flow", 3)), "flow"),
        (wanted(target=BY_FIELD), "land_total"),
        (wanted(target=TargetByReading("Q1", (("a", BY_FIELD),))), "land_total"),
        (wanted(benchmark=BY_FIELD), "land_total"),
        (wanted(beside=("spills",)), "spills"),
        (wanted(applies_when=Is("answer_a", value=True)), "answer_a"),
        (wanted(review_when=Is("answer_a", value=True)), "answer_a"),
        (wanted(review_when=HasRow("recp", Is("recp_state", "proposed"))), "recp_state"),
        (wanted(applies_when=Holds(FactValue("flow"), BY_FIELD)), "land_total"),
        (
            wanted(Count("enterprises", Within("recp_start", 36, "status_since"))),
            "status_since",
        ),
        (wanted(Count("symbiosis", ValidOn("link_first_delivery", None))), "link_first_delivery"),
        (
            wanted(Count("symbiosis", Is("link_type", "water"), networks=("link_provider",))),
            "link_provider",
        ),
        (
            wanted(
                applies_when=Holds(
                    Count("symbiosis", Is("link_type", "water"), networks=("link_provider",)),
                    BY_FIELD,
                )
            ),
            "link_provider",
        ),
        (wanted(RowSum("recp", "recp_kwh", Is("recp_state", "proposed"))), "recp_kwh"),
        (
            wanted(EachYear("reports", "report_year", Is("report_kind", "recp"))),
            "report_year",
        ),
    ],
)
def test_every_place_of_a_card_names_fields(found: set[str], field: str) -> None:
    assert field in found
    assert found <= {f.id for s in DICTIONARY.sheets for f in s.fields} | {
        d.id for s in DICTIONARY.sheets for d in s.declarations
    }


def test_what_a_question_asks_of_the_park_is_read() -> None:
    question = Question("q", text("q"), Per.ENTERPRISES, Is("answer_b", value=True))
    found = wanted_of((a_set(a_criterion(FLOW), questions=(question,)),), DICTIONARY)
    assert "answer_b" in found


def lines(measure: Measure, **more: Any) -> set[str]:
    """Give the "complete" lines that matter to a card."""
    every = {d.id for s in DICTIONARY.sheets for d in s.declarations}
    return wanted(measure, **more) & every


def violations(*ends: str) -> set[str]:
    return {f"violations_{end}" for end in ends}


ALL_LINES = violations(
    *("developer_environment", "developer_labour"),
    *("enterprises_environment", "enterprises_labour"),
)
BOTH_READINGS = ConditionByReading(
    "Q1", (("a", All((BY_DEVELOPER, ENVIRONMENT))), ("b", BY_DEVELOPER))
)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Count("violations", ANY), ALL_LINES),
        (
            Count("violations", ENVIRONMENT),
            violations("developer_environment", "enterprises_environment"),
        ),
        (
            Count("violations", Not(ENVIRONMENT)),
            violations("developer_labour", "enterprises_labour"),
        ),
        (
            NoneOf("violations", BY_DEVELOPER, ENVIRONMENT),
            violations("developer_environment"),
        ),
        (
            Share("violations", ENVIRONMENT, BY_DEVELOPER),
            violations("developer_environment", "enterprises_environment"),
        ),
        (
            Every("violations", BY_DEVELOPER, ENVIRONMENT),
            violations("developer_environment", "developer_labour"),
        ),
        (
            Count("violations", BOTH_READINGS),
            violations("developer_environment", "developer_labour"),
        ),
        (
            MeasureByReading(
                "Q1",
                (
                    ("a", Count("violations", All((BY_DEVELOPER, ENVIRONMENT)))),
                    ("b", Count("recp", Is("recp_state", "proposed"))),
                ),
            ),
            violations("developer_environment") | {"recp_complete"},
        ),
        (
            EitherMeasure(
                Share(
                    "enterprises",
                    Is("enterprise_status", "operating"),
                    Is("recp_aware", value=True),
                ),
                FactValue("enterprises_recp_applied"),
            ),
            {"enterprises_complete"},
        ),
        (
            Every(
                "enterprises",
                Is("enterprise_status", "operating"),
                Not(HasRow("violations", All((ENVIRONMENT, Not(BY_DEVELOPER))))),
            ),
            violations("enterprises_environment") | {"enterprises_complete"},
        ),
        (FLOW, set[str]()),
    ],
)
def test_only_lines_of_which_an_unlisted_row_may_count_are_asked(
    measure: Measure, expected: set[str]
) -> None:
    assert lines(measure) == expected


@pytest.mark.parametrize("where", ["applies_when", "review_when"])
def test_lines_of_conditions_of_a_card_count_as_well(where: str) -> None:
    found = HasRow("violations", All((ENVIRONMENT, BY_DEVELOPER)))
    condition: Condition = Not(found)
    assert lines(FLOW, **{where: condition}) == violations("developer_environment")


def test_lines_of_a_measure_inside_a_condition_count_as_well() -> None:
    target = Target(kind="at_least", values=())
    inner = Holds(Count("violations", All((ENVIRONMENT, BY_DEVELOPER))), target)
    assert lines(FLOW, applies_when=inner) == violations("developer_environment")
