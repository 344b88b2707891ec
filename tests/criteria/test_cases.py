"""Cases become records that an evaluation can take, and are read as strictly as criteria."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from criteria_files import (
    DICTIONARY,
    FILES,
    broken,
    fault_in,
    places,
    problems_of,
    write_files,
)
from msgspec.structs import replace

from eipcheck.criteria.cases import Case, failures, load_cases
from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.model.assessment import Finding, Flag, Force, Gap, Judged, Observed
from eipcheck.model.criterion import Kind, Verdict
from eipcheck.model.place import Cell
from eipcheck.model.record import DocumentState, EnterpriseRef, Quality, Scope

CASES = """\
criterion: recp-applied
cases:
  - name: "Three of three apply"
    as_of: 2020-11-20
    registration: 2020-10-01
    readings: {Q3: all_licensed}
    at: bound
    given:
      facts:
        operating: 115
        total: {value: 100.50, year: 2019, quality: estimated, documents: [D1], source: "Báo cáo"}
        green: [{value: 1, as_of: 2018-12-31, scope: operating_phase}, 2]
        mechanism: "yes"
        housing: in_use
        opened: 2015-05-01
        roads: "?"
      complete:
        - enterprises_complete
        - {id: links_water, from: 2015-01-01, to: 2020-11-20, documents: [D1], declared_by: "BQL"}
      incomplete: [links_energy]
      rows:
        enterprises:
          - {times: 2, status: operating, applied: "yes", applied_documents: [D1]}
          - {tax_code: "0312345678", enterprise_name: "Công ty A", applied: "?"}
        links:
          - {provider: "0100000002", signed: 2019-05-01, link_year: 2019, amount: 1.5}
          - {provider: "công ty a"}
          - {provider: "Nobody"}
      documents:
        D1: {state: have, kind: record, number: "1", date: 2019-01-01, valid_until: 2021-01-01}
        D2: {state: pending}
      judgements:
        - {criterion: recp-applied, result: not_met, by: "UBND tỉnh", date: 2020-01-01}
    expect:
      verdict: met
      evidenced: undetermined
      low: 20/115
      high: 30 %
      flags: [marginal, estimated]
      at_least_more: 2
      at_most_more: none
      yes_to_meet: 3
  - name: "Nothing is known"
    criterion: mechanism-runs
    as_of: 2020-11-20
    given: {}
    expect: {verdict: undetermined}
"""


def load(folder: Path, text: str = CASES) -> tuple[Case, ...]:
    """Load the small set with one file of cases."""
    write_files(folder, {"fields.yaml": DICTIONARY})
    write_files(folder / "small", {**FILES, "tests/a.yaml": text})
    dictionary = load_dictionary(folder / "fields.yaml")
    return load_cases(folder / "small", load_set(folder / "small", dictionary), dictionary)


def test_a_case_says_what_is_asked_and_when(tmp_path: Path) -> None:
    first, second = load(tmp_path)
    assert (first.name, first.criterion) == ("Three of three apply", "recp-applied")
    assert (first.as_of, first.registration) == (date(2020, 11, 20), date(2020, 10, 1))
    assert first.readings == (("Q3", "all_licensed"),)
    assert (first.at, second.at) == ("bound", None)
    assert (Path(first.file).name, first.line, first.column) == ("a.yaml", 3, 5)
    assert second.criterion == "mechanism-runs"
    assert second.registration is None


def test_facts_become_observations_with_cells(tmp_path: Path) -> None:
    record = load(tmp_path)[0].record
    (total,) = record.facts["total"]
    assert (total.value, total.unit, total.raw) == (Decimal("100.50"), "ha", "100.50")
    assert (total.year, total.quality, total.documents) == (2019, Quality.ESTIMATED, ("D1",))
    first, second = record.facts["green"]
    assert (first.year, first.as_of) == (2018, date(2018, 12, 31))
    assert (first.scope, second.scope) == (Scope.OPERATING_PHASE, Scope.WHOLE)
    assert first.cell != second.cell, "every statement has a row of its own"
    assert record.facts["mechanism"][0].value is True
    assert record.facts["housing"][0].value == "in_use"
    assert record.facts["opened"][0].value == date(2015, 5, 1)
    assert record.facts["roads"][0].value is None, "there is an answer, but it says nothing"
    assert record.facts["registration_date"][0].value == date(2020, 10, 1)
    assert set(record.blank_cells) == {"park_name", "applying", "links_total"}
    cells = [o.cell for said in record.facts.values() for o in said]
    assert len({*cells, *record.blank_cells.values()}) == len(cells) + 3


def test_rows_become_tables_and_name_their_enterprises(tmp_path: Path) -> None:
    record = load(tmp_path)[0].record
    register, links = record.tables["enterprises"], record.tables["links"]
    codes = register.columns["tax_code"].values
    assert codes == ("0100000001", "0100000002", "0312345678"), "left out codes are made up"
    assert register.columns["applied"].values == (True, True, None)
    assert register.columns["applied"].raw == (True, True, "?"), "not blank, but not readable"
    assert register.columns["status"].raw == ("operating", "operating", None)
    assert register.columns["applied_documents"].values == (("D1",), ("D1",), None)
    assert links.columns["provider"].values == (
        EnterpriseRef("0100000002", 1),
        EnterpriseRef("công ty a", 2),
        EnterpriseRef("Nobody", None),
    )
    assert links.columns["link_year"].values == (2019, None, None)
    assert links.columns["amount"].values == (Decimal("1.5"), None, None)
    assert links.cell("amount", 0) == Cell("links", links.rows[0], 5)


def test_complete_lines_are_ticked_blank_or_denied(tmp_path: Path) -> None:
    record = load(tmp_path)[0].record
    (register,) = record.tables["enterprises"].declarations
    water, energy = record.tables["links"].declarations
    assert (register.complete, water.complete, energy.complete) == (True, True, False)
    assert (water.start, water.end) == (date(2015, 1, 1), date(2020, 11, 20))
    assert (water.scope, water.documents) == ((("link_type", "water"),), ("D1",))
    assert water.cell != energy.cell
    blank = load(tmp_path)[1].record.tables["links"].declarations
    assert [line.complete for line in blank] == [None, None]


def test_documents_and_judgements_are_kept(tmp_path: Path) -> None:
    record = load(tmp_path)[0].record
    assert record.documents["D1"].state is DocumentState.HAVE
    assert record.documents["D1"].valid_until == date(2021, 1, 1)
    assert record.documents["D2"].issued is None
    (judgement,) = record.judgements
    assert (judgement.met, judgement.by) == (False, "UBND tỉnh")


def test_a_name_that_two_enterprises_share_means_neither(tmp_path: Path) -> None:
    text = broken(CASES, "{times: 2, ", '{times: 2, enterprise_name: "công ty a", ')
    record = load(tmp_path, text)[0].record
    assert record.tables["links"].columns["provider"].values[1] == EnterpriseRef("công ty a", None)


def test_expected_numbers_are_exact(tmp_path: Path) -> None:
    expect = load(tmp_path)[0].expect
    assert (expect.verdict, expect.evidenced) == (Verdict.MET, Verdict.UNDETERMINED)
    assert expect.flags == (Flag.MARGINAL, Flag.ESTIMATED)
    assert dict(expect.numbers) == {
        "low": Fraction(20, 115),
        "high": Fraction(3, 10),
        "at_least_more": Fraction(2),
        "at_most_more": None,
        "yes_to_meet": Fraction(3),
    }


def a_finding(case: Case, folder: Path) -> Finding:
    """Make the finding that the first case expects."""
    dictionary = load_dictionary(folder / "fields.yaml")
    criterion = load_set(folder / "small", dictionary).criterion(case.criterion)
    observed = Observed(unit="share", low=Fraction(20, 115), high=Fraction(3, 10))
    declared = Judged(Verdict.MET, frozenset({Verdict.MET}), observed)
    return Finding(
        criterion=criterion,
        kind=Kind.REQUIREMENT,
        declared=declared,
        evidenced=replace(declared, verdict=Verdict.UNDETERMINED),
        flags=(Flag.ESTIMATED, Flag.MARGINAL),
        gap=Gap(unit="enterprises", least=Fraction(2), yes_to_meet=3),
        evidenced_gap=None,
        rows=None,
        observations=(),
        set_aside=(),
        evidence=(),
        steps=(),
        reading_effects=(),
        bound=None,
        inputs=(0, 0),
    )


def test_a_finding_as_expected_fails_nothing(tmp_path: Path) -> None:
    case = load(tmp_path)[0]
    assert failures(case, a_finding(case, tmp_path), Force.IN_FORCE) == ()


def test_every_difference_from_what_is_expected_is_told(tmp_path: Path) -> None:
    case = load(tmp_path)[0]
    found = a_finding(case, tmp_path)
    observed = Observed(unit="share", low=Fraction(0), high=None)
    wrong = replace(
        found,
        declared=replace(found.declared, verdict=Verdict.NOT_MET, observed=observed),
        evidenced=found.declared,
        flags=(),
        gap=None,
    )
    problems = failures(case, wrong, Force.IN_FORCE)
    assert set(places(problems)) == {"C601 a.yaml:3:5"}
    told = {dict(p.facts)["item"]: dict(p.facts) for p in problems}
    assert set(told) == {
        "verdict",
        "evidenced",
        "flags",
        "low",
        "high",
        "at_least_more",
        "yes_to_meet",
    }
    assert (told["low"]["expected"], told["low"]["found"]) == ("4/23", "0")
    assert (told["high"]["expected"], told["high"]["found"]) == ("3/10", "none")


def test_a_case_says_that_its_criterion_is_absent_on_a_day_not_yet_in_force(tmp_path: Path) -> None:
    text = broken(CASES, "{verdict: undetermined}", "{verdict: absent, force: not_yet}")
    case = load(tmp_path, text)[1]
    assert (case.expect.verdict, case.expect.verdicts) == (None, ())
    assert case.expect.force is Force.NOT_YET
    assert failures(case, None, Force.NOT_YET) == ()
    (present,) = failures(case, a_finding(case, tmp_path), Force.NOT_YET)
    facts = {"item": "verdict", "expected": "absent", "found": "met"}
    assert (present.code, dict(present.facts)) == ("C601", {"case": "Nothing is known", **facts})
    (late,) = failures(case, None, Force.IN_FORCE)
    facts = {"item": "force", "expected": "not_yet", "found": "in_force"}
    assert dict(late.facts) == {"case": "Nothing is known", **facts}


def test_a_case_without_a_finding_that_expects_one_is_told(tmp_path: Path) -> None:
    assert places(failures(load(tmp_path)[1], None, Force.IN_FORCE)) == ["C615 a.yaml:43:5"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("criterion: recp-applied", "criterion: ¦recp-aplied", "C239"),
        ("cases:", "¦case: []\ncases:", "C201"),
        ('- name: "Three of three apply"\n    ', "- ¦", "C202"),
        ("as_of: 2020-11-20", "as_of: ¦soon", "C217"),
        ("{Q3: all_licensed}", "{Q4: ¦all_licensed}", "C233"),
        ("{Q3: all_licensed}", "{Q3: ¦all}", "C235"),
        ("at: bound", "at: ¦limit", "C205"),
        ("operating: 115", "operatin: ¦115", "C230"),
        ("operating: 115", "operating: ¦11.5", "C215"),
        ("operating: 115", "status: ¦operating", "C230"),
        ("year: 2019, quality", "¦years: 2019, quality", "C201"),
        ("quality: estimated", "quality: ¦guessed", "C205"),
        ("documents: [D1], source", "documents: ¦[D9], source", "C240"),
        ('mechanism: "yes"', "mechanism: ¦yes", "C115"),
        ('mechanism: "yes"', 'mechanism: ¦"có"', "C238"),
        ("housing: in_use", "housing: ¦built", "C238"),
        ("- enterprises_complete", "- ¦enterprise_complete", "C241"),
        ("incomplete: [links_energy]", "incomplete: [¦links_water]", "C219"),
        ("rows:\n", "rows:\n        park: ¦[]\n", "C231"),
        ("{times: 2, status", "{times: 2, ¦state: x, status", "C201"),
        ("{times: 2, status", "{times: ¦9000, status", "C603"),
        ("{times: 2, status", '{times: 2, tax_code: ¦"1", status', "C604"),
        ("state: have", "state: ¦had", "C205"),
        ("result: not_met", "result: ¦no", "C115"),
        ("- {criterion: recp-applied,", "- {criterion: ¦recp,", "C239"),
        ("verdict: met", "verdict: ¦passed", "C205"),
        ("low: 20/115", "low: ¦20 of 115", "C602"),
        ("{verdict: undetermined}", "{verdict: absent, ¦low: 1}", "C201"),
        ("verdict: met", "verdict: met\n      force: ¦past", "C205"),
        ("flags: [marginal,", "flags: ¦[close,", "C205"),
        ("yes_to_meet: 3", "¦yes_needed: 3", "C201"),
        ('- name: "Nothing is known"', '- name: ¦"Three of three apply"', "C219"),
    ],
)
def test_a_fault_in_a_case_is_reported_in_its_place(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    text, expected = fault_in("a.yaml", CASES, old, new, code)
    assert places(problems_of(lambda: load(tmp_path, text))) == expected


def test_a_set_without_cases_has_none(tmp_path: Path) -> None:
    write_files(tmp_path, {"fields.yaml": DICTIONARY})
    write_files(tmp_path / "small", FILES)
    dictionary = load_dictionary(tmp_path / "fields.yaml")
    criteria_set = load_set(tmp_path / "small", dictionary)
    assert load_cases(tmp_path / "small", criteria_set, dictionary) == ()
