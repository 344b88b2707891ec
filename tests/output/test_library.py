"""The library: the commands' work without the commands."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from command_line import PILOT, ROOT, SAMPLE
from msgspec.structs import replace

import eipcheck
from eipcheck.model.assessment import Assessment, Finding
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.problem import CriteriaError, InputError, UsageError
from eipcheck.pipeline.assess import Request, assess, open_session
from eipcheck.pipeline.clock import now
from eipcheck.pipeline.sets import load_library
from eipcheck.pipeline.wanted import wanted_fields
from eipcheck.workbook.read import read_workbook


def test_every_public_name_is_there() -> None:
    for name in eipcheck.__all__:
        assert getattr(eipcheck, name) is not None
    assert sorted(eipcheck._HOMES) == sorted(eipcheck.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        eipcheck.nothing  # noqa: B018 - the access is the point


def test_importing_the_library_loads_none_of_it() -> None:
    code = (
        "import sys, eipcheck; bad = [m for m in sys.modules if m.startswith('eipcheck.')];"
        "sys.exit(', '.join(bad) or None)"
    )
    ended = subprocess.run((sys.executable, "-c", code), cwd=ROOT, capture_output=True, check=False)
    assert ended.stderr == b""


def test_the_parts_do_what_the_whole_does() -> None:
    library = load_library(["vn-82-2018"])
    record = eipcheck.read_workbook(SAMPLE, library.dictionary)
    dates = eipcheck.choose_dates(record, None, date(2026, 1, 1))
    alone = eipcheck.evaluate(record, library.named[0], library.dictionary, dates)
    whole = assess(SAMPLE).assessments[0]
    assert [f.declared.verdict for f in alone.findings] == [
        f.declared.verdict for f in whole.findings
    ]


def test_sets_that_share_a_workbook_find_what_each_finds_alone() -> None:
    sets = ("vn-05-2025-indicators", "vn-82-2018")
    done = assess(SAMPLE, Request(criteria=sets, as_of=date(2024, 6, 30)))

    def alone(criteria: CriteriaSet) -> Assessment:
        return eipcheck.evaluate(done.record, criteria, done.dictionary, done.dates)

    for one in done.assessments:
        told = [(f.declared, f.evidenced) for f in one.findings]
        assert told == [(f.declared, f.evidenced) for f in alone(one.criteria).findings]
    law = done.assessments[1].law_in_force
    assert law is not None
    assert law.outcomes == alone(law.criteria).outcomes


def judged_rows(finding: Finding) -> list[tuple[object, ...]]:
    """Give how each row behind a finding counts, and why."""
    rows = finding.rows.rows if finding.rows is not None else ()
    return [(r.name, r.code, r.among, r.where, r.evidenced, r.why) for r in rows]


def test_columns_that_no_criterion_reads_change_nothing() -> None:
    """Reading only the wanted columns gives the very findings that reading all would."""
    session = open_session(Request())
    library = session.library
    everything = read_workbook(SAMPLE, library.dictionary)
    done = session.assess(SAMPLE)
    full = eipcheck.evaluate(everything, library.named[0], library.dictionary, done.dates)
    for one, other in zip(full.findings, done.assessments[0].findings, strict=True):
        assert replace(one, rows=None) == replace(other, rows=None)
        assert judged_rows(one) == judged_rows(other)
    assert "enterprise_workers" not in wanted_fields(library)[0]


def test_errors_carry_every_problem() -> None:
    with pytest.raises(InputError) as missing:
        assess(ROOT / "missing.xlsx")
    assert missing.value.problems
    with pytest.raises(UsageError) as wrong:
        assess(PILOT, Request(readings={"Q98": "x", "Q99": "x"}))
    assert [p.code for p in wrong.value.problems] == ["U102", "U102"]
    assert issubclass(CriteriaError, eipcheck.EipcheckError)


def test_the_clock_obeys_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert now().isoformat() == "1970-01-01T00:00:00+00:00"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(UsageError) as wrong:
        now()
    assert [p.code for p in wrong.value.problems] == ["U109"]
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert now().tzinfo is not None


def test_auto_takes_only_a_set_in_force_on_the_day() -> None:
    library = load_library(["auto"])
    assert library.named == ()
    assert [s.id for s in library.for_day(date(2020, 1, 1))] == ["vn-82-2018"]
    for day, law in (
        (date(2018, 7, 10), "vn-82-2018"),
        (date(2022, 7, 14), "vn-82-2018"),
        (date(2022, 7, 15), "vn-35-2022"),
        (date(2026, 1, 1), "vn-35-2022"),
    ):
        assert [s.id for s in library.for_day(day)] == [law]
    with pytest.raises(UsageError):
        library.for_day(date(2018, 7, 9))
    both = load_library(["auto", "vn-82-2018"])
    assert [s.id for s in both.named] == ["vn-82-2018"]


def test_a_set_asked_for_twice_is_used_once() -> None:
    assert len(assess(PILOT, Request(criteria=("vn-82-2018", "vn-82-2018"))).assessments) == 1
