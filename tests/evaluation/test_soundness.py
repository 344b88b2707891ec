"""Random half-filled lists, as declared and as evidenced, against every completion (rules 1, 11).

Containment and soundness only: parts of a condition that share an unknown make Kleene's answer
wider than enumeration's.
"""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from builders import (
    AS_OF,
    a_criterion,
    a_document,
    a_record,
    a_table,
    bound,
    covering,
    ref,
    ticked,
    yes,
)
from completions import Unknowns, completions
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import assess, contains, is_sound
from msgspec.structs import replace
from oracle import ruling
from small_dictionary import DICTIONARY

from eipcheck.model.condition import All, AnyOf, HasRow, Is, Not, ValidOn, Within
from eipcheck.model.criterion import Verdict
from eipcheck.model.dictionary import FieldType, NeedsDocument
from eipcheck.model.measure import Count, EachYear, Every, NoneOf, Share
from eipcheck.model.record import ParkRecord, Table

DAYS = (date(2015, 1, 1), date(2020, 6, 30), date(2021, 7, 1))
DAY = st.sampled_from([*DAYS, None])
ANSWER = st.sampled_from([True, False, None])
PAPERS = st.sampled_from([None, ("D1",), ("D2",)])
TICK = st.tuples(ANSWER, PAPERS)


def choice(*ids: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([*ids, None])


ENTERPRISE = st.fixed_dictionaries(
    {
        "enterprise_status": choice("operating", "closed"),
        "status_since": DAY,
        "recp_applied": ANSWER,
        "recp_applied_documents": PAPERS,
    }
)
SOLUTION = st.fixed_dictionaries(
    {
        "recp_enterprise": st.sampled_from([ref(0), ref(1), ref(None), None]),
        "recp_state": choice("implemented", "proposed"),
        "recp_start": DAY,
        "recp_documents": PAPERS,
    }
)
BREACH = st.fixed_dictionaries(
    {
        "violation_of": choice("developer", "enterprises"),
        "violation_law": choice("environment", "labour"),
        "violation_date": DAY,
        "violation_remedied": DAY,
        "violation_documents": PAPERS,
    }
)
REPORT = st.fixed_dictionaries(
    {
        "report_kind": choice("recp", "other"),
        "report_year": st.sampled_from([2019, 2020, None]),
        "report_filed": DAY,
        "report_documents": PAPERS,
    }
)


def favours(table: Table, index: int, field: str) -> bool:
    """Say whether the answer is one that needs a document and has none that counts."""
    declared, value = DICTIONARY.field(field), table.value(field, index)
    if value is None or declared.needs_document is NeedsDocument.NEVER:
        return False
    said = {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
    # A day still to come has not happened yet: it claims nothing that a document would prove.
    dated = isinstance(value, date) and value <= AS_OF
    documents = table.value(declared.evidence or "", index) or ()
    return (dated or said in declared.better) and "D1" not in documents


def evidenced(record: ParkRecord) -> tuple[ParkRecord, frozenset[tuple[str, int, str]]]:
    """Untick the lists that no document carries, and name the answers that none proves."""
    tables = {}
    hidden = set()
    for name, table in record.tables.items():
        lines = [
            d if "D1" in d.documents else replace(d, complete=None) for d in table.declarations
        ]
        tables[name] = replace(table, declarations=tuple(lines))
        hidden |= {
            (name, index, field.id)
            for field in DICTIONARY.sheet(name).fields
            for index in range(len(table.rows))
            if favours(table, index, field.id)
        }
    return replace(record, tables=tables), frozenset(hidden)


def check(record: ParkRecord, fields: tuple[str, ...], criteria: list[Any], unlisted: int) -> None:
    """Hold both runs of the criteria against every completion."""
    domains = {f: DAYS for f in fields if DICTIONARY.field(f).type is FieldType.DATE}
    unknowns = Unknowns(fields, domains | {"report_year": (2019, 2020)}, unlisted)
    proven, hidden = evidenced(record)
    declared = list(completions(record, DICTIONARY, unknowns, AS_OF))
    by_paper = list(
        completions(proven, DICTIONARY, dataclasses.replace(unknowns, hidden=hidden), AS_OF)
    )
    for finding in assess(record, *criteria).findings:
        for judged, worlds in ((finding.declared, declared), (finding.evidenced, by_paper)):
            ruled = ruling(finding.criterion, worlds)
            assert contains(judged, ruled), (finding.criterion.id, judged, ruled)
            assert is_sound(judged, ruled), (finding.criterion.id, judged, ruled)


def listed(sheet: str, rows: list[Any], tick: tuple[Any, Any]) -> Table:
    return a_table(sheet, rows, ticked(sheet, tick[0], documents=tick[1] or ()))


DOCUMENTS = [a_document("D1"), a_document("D2", kind="self_declaration")]
OPERATING = Is("enterprise_status", "operating")
DONE = HasRow("recp", All((Is("recp_state", "implemented"), ValidOn("recp_start", None))))
MANY = settings(derandomize=True, deadline=None, max_examples=60)


@MANY
@given(st.lists(ENTERPRISE, min_size=2, max_size=2), st.lists(SOLUTION, max_size=1), TICK, TICK)
def test_registers_with_linked_solutions(
    rows: list[Any], solutions: list[Any], register: Any, details: Any
) -> None:
    """An unlisted enterprise is left out: its solutions would be unlisted too."""
    rows = [{"tax_code": str(n), **row} for n, row in enumerate(rows)]
    record = a_record(
        tables=[listed("enterprises", rows, register), listed("recp", solutions, details)],
        documents=DOCUMENTS,
    )
    applied = AnyOf((yes("recp_applied"), DONE))
    criteria = [
        a_criterion(
            Share("enterprises", OPERATING, applied),
            bound("at_least", "0.5"),
            id="share",
            if_empty=Verdict.NOT_MET,
        ),
        a_criterion(Every("enterprises", OPERATING, applied), bound("at_most", 0), id="every"),
        a_criterion(NoneOf("enterprises", OPERATING, DONE), bound("at_most", 0), id="none"),
        a_criterion(Count("enterprises", All((applied, OPERATING))), bound("at_most", 1)),
    ]
    fields = (
        "enterprise_status",
        "recp_applied",
        "recp_enterprise",
        "recp_state",
        "recp_start",
    )
    check(record, fields, criteria, unlisted=1 if not solutions else 0)


@MANY
@given(st.lists(BREACH, max_size=1), TICK, TICK, st.sampled_from([None, *DAYS[:2]]), DAY)
def test_breaches_with_scoped_declarations(
    rows: list[Any], one: Any, other: Any, start: date | None, end: date | None
) -> None:
    lines = [
        covering(of, law, tick[0], documents=tick[1] or (), start=start, end=end)
        for of, law, tick in (
            ("developer", "environment", one),
            ("developer", "labour", other),
            ("enterprises", "labour", one),
        )
    ]
    record = a_record(tables=[a_table("violations", rows, *lines)], documents=DOCUMENTS)
    developer = Is("violation_of", "developer")
    recent = Within("violation_date", 36, "registration")
    happened = ValidOn("violation_date", None)
    remedied = ValidOn("violation_remedied", None)
    where = {
        "recent": All((developer, recent)),
        "open": All((developer, happened, Not(remedied))),
        "labour": All((Is("violation_law", "labour"), happened)),
    }
    target = bound("at_most", 0, "breaches")
    criteria = [
        *(a_criterion(Count("violations", c), target, id=name) for name, c in where.items()),
        a_criterion(
            Every("violations", where["recent"], remedied), target, id="e", if_empty=Verdict.MET
        ),
        a_criterion(
            NoneOf("violations", where["recent"], Not(remedied)),
            target,
            id="n",
            if_empty=Verdict.MET,
        ),
    ]
    fields = ("violation_of", "violation_law", "violation_date", "violation_remedied")
    check(record, fields, criteria, unlisted=1)


@MANY
@given(st.lists(REPORT, max_size=2), TICK, st.sampled_from(["last", "three"]))
def test_yearly_reports(rows: list[Any], tick: Any, years: str) -> None:
    filed = All((Is("report_kind", "recp"), ValidOn("report_filed", None)))
    record = a_record(tables=[listed("reports", rows, tick)], documents=DOCUMENTS)
    criterion = a_criterion(EachYear("reports", "report_year", filed, years=years))
    check(record, ("report_kind", "report_year", "report_filed"), [criterion], unlisted=1)
