"""Questions, parameters, changes, reviews, benchmarks: read as written, wrong ones told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from criteria_files import (
    ANSWER_CLAUSE,
    SET,
    SHARE_CLAUSE,
    broken,
    fault_in,
    load_small_dictionary,
    places,
    problems_of,
    write_files,
)

from eipcheck.criteria.load import load_set
from eipcheck.model.condition import Is, Within
from eipcheck.model.criterion import CriteriaSet, Effect, Per
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.measure import Answer, Average, DatedValue, EachYear, Share, Target

QUESTIONS = """\
questions:
  - {id: park, title: {vi: "Chứng nhận", en: "Certificate"}}
  - id: each
    title: {vi: "Từng doanh nghiệp", en: "Each enterprise"}
    per: enterprises
    possible_when: {is: {field: mechanism, value: "yes"}}
parameters:
  - id: window
    meaning: {vi: "Số tháng", en: "Months"}
    value: 36
    reference: "37.1.a"
    confidence: V
verified_until: 2026-11-22
supersedes: vn-old
changes:
  - topic: {vi: "Nhận thức", en: "Awareness"}
    before: {vi: "90 %", en: "90 %"}
    after: {vi: "Bỏ", en: "Dropped"}
    effect: dropped
    old: [recp-awareness]
    confidence: P
"""
OLD_QUESTIONS = """\
questions:
  - {id: park, title: {vi: "Chứng nhận", en: "Certificate"}}
"""
EACH = """\
    question: each
    measure:
      share:
        table: enterprises
        among: {term: counted}
        where: {is: {field: applied, value: "yes"}}
"""
MEASURE = SHARE_CLAUSE[SHARE_CLAUSE.index("    measure:") : SHARE_CLAUSE.index("    if_empty")]


@pytest.fixture
def dictionary(tmp_path: Path) -> DataDictionary:
    return load_small_dictionary(tmp_path)


def whole(share: str = SHARE_CLAUSE, answer: str = ANSWER_CLAUSE) -> dict[str, str]:
    top = broken(SET, OLD_QUESTIONS, QUESTIONS)
    top = broken(top, "supersedes: vn-old\n", "") if "supersedes" in SET else top
    return {"set.yaml": top, "42-1.yaml": share, "42-2.yaml": answer}


def read(tmp_path: Path, dictionary: DataDictionary, files: dict[str, str]) -> CriteriaSet:
    return load_set(write_files(tmp_path / "vn-test", files), dictionary)


def of_each() -> str:
    return broken(SHARE_CLAUSE, MEASURE, EACH)


def test_a_set_tells_its_questions_parameters_and_changes(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    found = read(tmp_path, dictionary, whole(of_each()))
    assert [(q.id, q.per) for q in found.questions] == [
        ("park", Per.PARK),
        ("each", Per.ENTERPRISES),
    ]
    assert found.questions[1].possible_when == Is("mechanism", value=True)
    assert found.verified_until == date(2026, 11, 22)
    (parameter,), (change,) = found.parameters, found.changes
    assert (parameter.id, parameter.value, parameter.confidence) == ("window", 36, "V")
    assert (change.effect, change.old, change.new) == (Effect.DROPPED, ("recp-awareness",), ())
    assert [(c.id, c.question, found.per(c)) for c in found.criteria] == [
        ("recp-applied", "each", Per.ENTERPRISES),
        ("mechanism-runs", "park", Per.PARK),
    ]
    assert isinstance(found.criteria[0].measure, Share)


def test_a_card_has_a_review_a_benchmark_and_figures_beside(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    more = """\
    review_when: {is: {field: housing, value: planned}}
    benchmark: {answer: "yes"}
    beside: [total, opened]
    evidence:"""
    found = read(tmp_path, dictionary, whole(answer=broken(ANSWER_CLAUSE, "    evidence:", more)))
    card = found.criterion("mechanism-runs")
    assert card.review_when == Is("housing", "planned")
    assert card.benchmark == Target(kind="true", unit="answer")
    assert card.beside == ("total", "opened")


MEASURED = 'measure: {answer: {is: {field: mechanism, value: "yes"}}}\n    target: {answer: "yes"}'


@pytest.mark.parametrize(
    ("text", "measure", "target"),
    [
        (
            "measure: {average: {field: total, years: 5}}\n    target: {more_than: 3, unit: ha}",
            Average("total", 5),
            Target(
                kind="more_than", values=(DatedValue(Decimal(3), date(2018, 7, 10)),), unit="ha"
            ),
        ),
        (
            "measure: {value: total}\n    target: {less_than: {field: green}}",
            None,
            Target(kind="less_than", unit="ha", field="green"),
        ),
        (
            (
                "measure: {answer: {within: {field: opened, months: {parameter: window}, "
                'before: registration}}}\n    target: {answer: "yes"}'
            ),
            Answer(Within("opened", 36, "registration", date(2018, 7, 10))),
            None,
        ),
    ],
)
def test_measures_targets_and_parameters_are_read_as_written(
    tmp_path: Path,
    dictionary: DataDictionary,
    text: str,
    measure: object,
    target: Target | None,
) -> None:
    found = read(tmp_path, dictionary, whole(answer=broken(ANSWER_CLAUSE, MEASURED, text)))
    card = found.criterion("mechanism-runs")
    assert measure is None or card.measure == measure
    assert target is None or card.target == target


def test_grace_may_be_a_parameter(tmp_path: Path, dictionary: DataDictionary) -> None:
    text = """measure:
      each_year:
        table: links
        year: link_year
        years: last
        grace_months: {parameter: window}
        where: {valid_on: {from: signed}}
    target: {answer: "yes"}"""
    found = read(tmp_path, dictionary, whole(answer=broken(ANSWER_CLAUSE, MEASURED, text)))
    measure = found.criterion("mechanism-runs").measure
    assert isinstance(measure, EachYear)
    assert measure.grace_months == 36


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("42-2.yaml", "    actor: dev", "    question: ¦parc\n    actor: dev", "C427"),
        ("42-1.yaml", "    actor: ent", "    question: ¦each\n    actor: ent", "C428"),
        ("42-2.yaml", "    actor: dev", "    question: ¦each\n    actor: dev", "C428"),
        (
            "42-2.yaml",
            MEASURED,
            (
                "measure: {answer: {within: {field: opened, months: {parameter: ¦windo}, "
                'before: assessment}}}\n    target: {answer: "yes"}'
            ),
            "C429",
        ),
        (
            "42-2.yaml",
            MEASURED,
            "measure: {average: {field: total, years: ¦0}}\n    target: {at_least: 3, unit: ha}",
            "C430",
        ),
        (
            "42-2.yaml",
            MEASURED,
            (
                "measure: {answer: {within: {field: opened, months: 36, before: ¦tax_code}}}\n"
                '    target: {answer: "yes"}'
            ),
            "C205",
        ),
        (
            "42-2.yaml",
            MEASURED,
            "measure: {value: total}\n    target: {at_least: {field: ¦tottal}}",
            "C230",
        ),
        ("42-2.yaml", "    actor: dev", "    beside: [¦mechanism]\n    actor: dev", "C401"),
        ("set.yaml", "effect: dropped", "effect: ¦droped", "C205"),
        ("set.yaml", "supersedes: vn-old\n", "", "C202"),
        ("set.yaml", "per: enterprises", "per: ¦enterprise", "C205"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, dictionary: DataDictionary, name: str, old: str, new: str, code: str
) -> None:
    files = whole()
    if code == "C202":
        files[name] = broken(files[name], old, new)
        problems = problems_of(lambda: read(tmp_path, dictionary, files))
        assert [p.code for p in problems] == ["C202"]
        return
    files[name], expected = fault_in(name, files[name], old, new, code)
    problems = problems_of(lambda: read(tmp_path, dictionary, files))
    assert set(expected) <= set(places(problems))
