"""Every kind of condition, measure and target comes out as it is written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from criteria_files import ANSWER_CLAUSE, FILES, SET, broken, load_small_dictionary, write_files

from eipcheck.criteria.load import load_set
from eipcheck.model.condition import (
    All,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    ConditionByReading,
    Either,
    HasRow,
    In,
    Is,
    Not,
    ValidOn,
    Within,
)
from eipcheck.model.criterion import Criterion
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.measure import (
    Answer,
    Count,
    DatedValue,
    EachYear,
    EitherMeasure,
    Every,
    FactSum,
    FactValue,
    FieldsByReading,
    Holds,
    Measure,
    MeasureByReading,
    NoneOf,
    Ratio,
    RowSum,
    Share,
    Target,
    TargetByReading,
)

START = date(2018, 7, 10)
YES = Target(kind="true", unit="answer")
APPLIED = Is("applied", value=True)
COUNTED = ConditionByReading(
    "Q3",
    (
        ("operating_only", Is("status", "operating")),
        ("all_licensed", In("status", ("operating", "building"))),
    ),
)


@pytest.fixture(scope="module")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> DataDictionary:
    return load_small_dictionary(tmp_path_factory.mktemp("dictionary"))


def card(
    folder: Path, dictionary: DataDictionary, measure: str, target: str, **more: str
) -> Criterion:
    """Load the small set with one card that has this measure and target."""
    text = broken(ANSWER_CLAUSE, '{answer: {is: {field: mechanism, value: "yes"}}}', measure)
    text = broken(text, '{answer: "yes"}', target)
    extra = "".join(f"    {key}: {value}\n" for key, value in more.items())
    text = broken(text, "    evidence:", f"{extra}    evidence:")
    head = broken(SET, "partial_credit: false", "partial_credit: true")
    write_files(folder / "small", {**FILES, "set.yaml": head, "42-2.yaml": text})
    return load_set(folder / "small", dictionary).criterion("mechanism-runs")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ('{is: {field: applied, value: "yes"}}', APPLIED),
        ('{is: {field: applied, value: "no"}}', Is("applied", value=False)),
        ("{is: {field: status, value: building}}", Is("status", "building")),
        ("{in: {field: status, values: [operating]}}", In("status", ("operating",))),
        ("{at_least: {field: operating, value: 10}}", AtLeast("operating", Decimal(10))),
        ("{at_most: {field: total, value: 2.50}}", AtMost("total", Decimal("2.50"))),
        ("{valid_on: {from: status_since}}", ValidOn("status_since", None)),
        ("{valid_on: {from: opened, until: status_since}}", ValidOn("opened", "status_since")),
        (
            "{within: {field: status_since, months: 36, before: registration}}",
            Within("status_since", 36, "registration", date(2018, 7, 10)),
        ),
        (
            "{has_row: {table: links, where: {is: {field: link_type, value: water}}}}",
            HasRow("links", Is("link_type", "water")),
        ),
        (
            "{holds: {measure: {value: total}, target: {at_least: 5, unit: ha}}}",
            Holds(
                FactValue("total"),
                Target(kind="at_least", values=(DatedValue(Decimal(5), START),), unit="ha"),
            ),
        ),
        ("{all: []}", All(())),
        ('{all: [{is: {field: applied, value: "yes"}}]}', All((APPLIED,))),
        ('{any: [{is: {field: applied, value: "yes"}}, {all: []}]}', AnyOf((APPLIED, All(())))),
        ('{not: {is: {field: applied, value: "yes"}}}', Not(APPLIED)),
        ('{either: [{is: {field: applied, value: "yes"}}, {all: []}]}', Either((APPLIED, All(())))),
        ("{term: counted}", COUNTED),
        (
            "{by_reading: {Q3: {all_licensed: {all: []}, operating_only: {term: counted}}}}",
            ConditionByReading("Q3", (("operating_only", COUNTED), ("all_licensed", All(())))),
        ),
    ],
)
def test_conditions(
    tmp_path: Path, dictionary: DataDictionary, text: str, condition: Condition
) -> None:
    measure = f"{{count: {{table: enterprises, where: {text}}}}}"
    loaded = card(tmp_path, dictionary, measure, "{at_least: 1, unit: enterprises}")
    assert loaded.measure == Count("enterprises", condition)


ALL_ROWS = "where: {all: []}"
AMONG = f"among: {{all: []}}, {ALL_ROWS}"


@pytest.mark.parametrize(
    ("text", "target", "measure"),
    [
        ("{answer: {all: []}}", '{answer: "yes"}', Answer(All(()))),
        ("{value: total}", "{at_least: 1, unit: ha}", FactValue("total")),
        ("{sum: {fields: [green, roads]}}", "{at_least: 1, unit: ha}", FactSum(("green", "roads"))),
        (
            (
                "{ratio: {of: {sum: {fields: [green], part_of: total, other_parts: [roads]}}, "
                "to: total, years_may_differ: true, scope: declared_part}}"
            ),
            "{at_least: 25 %}",
            Ratio(
                FactSum(("green",), "total", ("roads",)),
                FactValue("total"),
                years_may_differ=True,
                scope="declared_part",
            ),
        ),
        (
            (
                "{sum: {fields: [green, {by_reading: {Q3: {operating_only: [roads], "
                "all_licensed: []}}}]}}"
            ),
            "{at_least: 1, unit: ha}",
            FactSum(
                (
                    "green",
                    FieldsByReading("Q3", (("operating_only", ("roads",)), ("all_licensed", ()))),
                )
            ),
        ),
        (
            f"{{share: {{table: links, {AMONG}}}}}",
            "{at_least: 20 %}",
            Share("links", All(()), All(())),
        ),
        (
            f"{{count: {{table: links, {ALL_ROWS}, networks: [provider]}}}}",
            "{exactly: 1, unit: links}",
            Count("links", All(()), ("provider",)),
        ),
        (
            f"{{row_sum: {{table: links, field: amount, {ALL_ROWS}}}}}",
            "{at_most: 3, unit: ha}",
            RowSum("links", "amount", All(())),
        ),
        (
            f"{{every: {{table: links, {AMONG}}}}}",
            "{at_most: 0, unit: links}",
            Every("links", All(()), All(())),
        ),
        (
            f"{{none: {{table: links, {AMONG}}}}}",
            "{at_most: 0, unit: links}",
            NoneOf("links", All(()), All(())),
        ),
        (
            (
                f"{{each_year: {{table: links, year: link_year, {ALL_ROWS}, years: all, "
                "since: opened, grace_months: 6}}"
            ),
            '{answer: "yes"}',
            EachYear("links", "link_year", All(()), "all", "opened", 6),
        ),
        (
            (
                f"{{either: {{register: {{count: {{table: links, {ALL_ROWS}}}}}, "
                "typed: {value: links_total}}}"
            ),
            "{at_least: 1, unit: links}",
            EitherMeasure(Count("links", All(())), FactValue("links_total")),
        ),
        (
            "{by_reading: {Q3: {operating_only: {value: green}, all_licensed: {value: roads}}}}",
            "{at_least: 1, unit: ha}",
            MeasureByReading(
                "Q3",
                (("operating_only", FactValue("green")), ("all_licensed", FactValue("roads"))),
            ),
        ),
    ],
)
def test_measures(
    tmp_path: Path, dictionary: DataDictionary, text: str, target: str, measure: Measure
) -> None:
    counted = any(kind in text for kind in ("share:", "every:", "none:"))
    more = {"if_empty": "met"} if counted else {}
    assert card(tmp_path, dictionary, text, target, **more).measure == measure


def bound(kind: str, value: str, **more: object) -> Target:
    return Target(kind=kind, values=(DatedValue(Decimal(value), START),), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("measure", "text", "target"),
    [
        ("value: total", "{at_least: 12.50, unit: ha}", bound("at_least", "12.50", unit="ha")),
        ("value: total", "{at_most: 0, unit: ha}", bound("at_most", "0", unit="ha")),
        ("value: total", "{exactly: 1, unit: ha}", bound("exactly", "1", unit="ha")),
        ("answer: {all: []}", '{answer: "yes"}', YES),
        (
            "ratio: {of: green, to: total}",
            "{at_least: 20 %, rounding: nearest}",
            bound("at_least", "0.2", unit="share", rounding="nearest"),
        ),
        (
            "ratio: {of: green, to: total}",
            "{at_least: 12.5%, partly_from: 10 %, credit: 0.5}",
            bound(
                "at_least",
                "0.125",
                unit="share",
                partly_from=Decimal("0.1"),
                credit=Decimal("0.5"),
            ),
        ),
        (
            "ratio: {of: green, to: total}",
            (
                "{at_least: [{from: 2020-01-01, value: 25 %}, "
                '{from: 2018-07-10, to: 2019-12-31, value: 20 %, reference: "sửa đổi"}]}'
            ),
            Target(
                kind="at_least",
                values=(
                    DatedValue(Decimal("0.2"), START, date(2019, 12, 31), "sửa đổi"),
                    DatedValue(Decimal("0.25"), date(2020, 1, 1)),
                ),
                unit="share",
            ),
        ),
        (
            "ratio: {of: green, to: total}",
            "{by_reading: {Q3: {operating_only: {at_least: 20 %}, all_licensed: {at_least: 5 %}}}}",
            TargetByReading(
                "Q3",
                (
                    ("operating_only", bound("at_least", "0.2", unit="share")),
                    ("all_licensed", bound("at_least", "0.05", unit="share")),
                ),
            ),
        ),
    ],
)
def test_targets(
    tmp_path: Path,
    dictionary: DataDictionary,
    measure: str,
    text: str,
    target: Target | TargetByReading,
) -> None:
    assert card(tmp_path, dictionary, f"{{{measure}}}", text).target == target


def test_a_target_is_compared_only_with_the_measure_that_the_same_reading_chooses(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    measure = (
        "{by_reading: {Q3: {operating_only: {value: green}, all_licensed: {value: operating}}}}"
    )
    target = (
        "{by_reading: {Q3: {operating_only: {at_least: 1, unit: ha}, "
        "all_licensed: {at_least: 1, unit: enterprises}}}}"
    )
    assert isinstance(card(tmp_path, dictionary, measure, target).target, TargetByReading)


def test_a_criterion_that_does_not_apply_everywhere_says_when(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    loaded = card(
        tmp_path,
        dictionary,
        "{answer: {all: []}}",
        '{answer: "yes"}',
        applies_when="{valid_on: {from: opened}}",
    )
    assert loaded.applies_when == ValidOn("opened", None)
