"""Breaches under Decree 35/2022, held against the rule told in plain Python.

Every combination of dates at the edges of the window, of remedies and of readings is judged for
the developer, for the enterprises of the park and for one enterprise by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any

import pytest

from eipcheck.criteria.load import load_set
from eipcheck.criteria.rows import make_table
from eipcheck.evaluation.each import row_verdicts
from eipcheck.evaluation.judge import resolve, run
from eipcheck.evaluation.world import World
from eipcheck.evaluation.worlds import Worlds
from eipcheck.model.assessment import Dated, Dates, DateSource
from eipcheck.model.criterion import CriteriaSet, Verdict
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.place import Cell
from eipcheck.model.record import Declaration, EnterpriseRef, ParkRecord
from eipcheck.pipeline.sets import set_folder, shipped_dictionary

AS_OF, REGISTERED, FIRST = date(2025, 12, 31), date(2025, 12, 1), date(2022, 12, 1)
DAY = timedelta(days=1)
DECIDED = (date(2015, 3, 1), FIRST - DAY, FIRST, FIRST + DAY, REGISTERED, REGISTERED + DAY, None)
REMEDIED = (AS_OF, AS_OF + DAY, None)
READINGS = [
    {"Q19": q19, "Q38": q38, "Q20": "strict"}
    for q19, q38 in product(("remedied_reviewed", "strict"), ("decision", "conduct", "either"))
]


@cache
def the_dictionary() -> DataDictionary:
    return shipped_dictionary()


@cache
def the_set() -> CriteriaSet:
    return load_set(set_folder("vn-35-2022"), the_dictionary())


def the_park(breach: Mapping[str, Any]) -> World:
    """Give a park of one enterprise with one breach, all lists being complete."""
    lists = the_dictionary().sheets
    cell = Cell("violations", 1, 1)
    ticks = {
        d.id: Declaration(id=d.id, complete=True, cell=cell)
        for sheet in lists
        for d in sheet.declarations
    }
    firm = {
        "tax_code": "0100000001",
        "enterprise_name": "Công ty A",
        "enterprise_status": "operating",
        "eco_registration": REGISTERED,
    }
    rows: dict[str, list[Any]] = {"enterprises": [firm], "violations": [dict(breach)]}
    tables = {
        sheet.id: make_table(sheet, rows.get(sheet.id, []), ticks)
        for sheet in lists
        if sheet.declarations
    }
    record = ParkRecord(
        file="park.xlsx",
        sha256="0" * 64,
        template_version=None,
        facts={},
        blank_cells={},
        tables=tables,
        documents={},
        judgements=(),
    )
    missing = Dated(None, DateSource.MISSING)
    dates = Dates(
        Dated(AS_OF, DateSource.OPTION), Dated(REGISTERED, DateSource.WORKBOOK), missing, missing
    )
    return Worlds.of(record, the_dictionary(), dates).declared


def ruled(
    decided: date | None,
    conduct: date | None,
    remedied: date | None,
    readings: Mapping[str, str],
) -> Verdict:
    """Say by the rule what such a breach comes to; a date that is not given is unknown."""
    if decided is not None and decided > AS_OF:
        return Verdict.MET
    possible = set()
    for day in (decided,) if decided else (date(2010, 1, 1), FIRST + DAY, AS_OF + DAY):
        for done in (conduct,) if conduct else (date(2009, 1, 1), FIRST + DAY):
            possible.add(_ruled(day, done, remedied, readings))
    return possible.pop() if len(possible) == 1 else Verdict.UNDETERMINED


def _ruled(
    decided: date, conduct: date, remedied: date | None, readings: Mapping[str, str]
) -> Verdict:
    if decided > AS_OF:
        return Verdict.MET
    if remedied is None or remedied > AS_OF:
        return Verdict.NOT_MET
    dates = {"decision": [decided], "conduct": [conduct], "either": [decided, conduct]}
    if not any(FIRST < day <= REGISTERED for day in dates[readings["Q38"]]):
        return Verdict.MET
    return Verdict.NOT_MET if readings["Q19"] == "strict" else Verdict.NEEDS_REVIEW


def breaches() -> Iterator[tuple[date | None, date | None, date | None]]:
    """Give dates of decision, conduct and remedy that can stand together."""
    for decided, remedied in product(DECIDED, REMEDIED):
        for conduct in (decided, FIRST, FIRST + DAY, None):
            if conduct is None or decided is None or conduct <= decided:
                yield decided, conduct, remedied


@pytest.mark.parametrize("readings", READINGS, ids=lambda r: "-".join(r.values()))
def test_every_breach_is_judged_as_the_rule_says(readings: Mapping[str, str]) -> None:
    for decided, conduct, remedied in breaches():
        own = {
            "violation_law": "land",
            "violation_date": decided,
            "violation_conduct_date": conduct,
            "violation_remedied": remedied,
        }
        said = {name: value for name, value in own.items() if value is not None}
        expected = ruled(decided, conduct, remedied, readings)
        told = (decided, conduct, remedied)
        developer = the_park({"violation_of": "developer", **said})
        assert _verdict(developer, "developer-compliance", readings) is expected, told
        named = {"violation_enterprise": EnterpriseRef("Công ty A", 0)}
        tenant = the_park({"violation_of": "enterprises", **named, **said})
        assert _verdict(tenant, "enterprise-compliance", readings) is expected, told
        assert _verdict(tenant, "eco-enterprise-compliance", readings) is expected, told


def test_a_breach_of_whom_or_of_what_field_nobody_says_is_never_met() -> None:
    for remedied in REMEDIED:
        said = {"violation_date": FIRST + DAY, "violation_remedied": remedied}
        found = the_park({k: v for k, v in said.items() if v})
        for criterion in ("developer-compliance", "enterprise-compliance"):
            assert _verdict(found, criterion, {}) is not Verdict.MET


def _verdict(park: World, criterion: str, readings: Mapping[str, str]) -> Verdict:
    """Give the verdict of a criterion, of the one enterprise where it is asked of each."""
    found = the_set().criterion(criterion)
    chosen = {**{r.id: r.default for r in the_set().readings}, **readings}
    resolved = resolve(found, chosen, the_set().per(found))
    each = row_verdicts(park, resolved)
    return each[0] if each else run(park, resolved).judged.verdict
