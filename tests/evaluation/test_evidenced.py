"""The evidenced run (rule 11): favourable answers need a valid document, admitted ones do not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from builders import (
    AS_OF,
    a_criterion,
    a_document,
    a_record,
    a_table,
    bound,
    covering,
    fact,
    ticked,
    yes,
)
from completions import Unknowns, completions
from judging import assess, bounds, find, is_exact
from oracle import ruling
from small_dictionary import DICTIONARY

from eipcheck.model.assessment import Flag, OutcomeValue
from eipcheck.model.condition import All, Is, Not, ValidOn
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Answer, Count, EitherMeasure, Every, FactValue, Ratio, Share
from eipcheck.model.record import DocumentState

SHARE = Share("enterprises", Is("enterprise_status", "operating"), yes("recp_applied"))
FIFTH = bound("at_least", "0.2")


def rows_of(*answers: tuple[bool | None, bool]) -> list[dict[str, object]]:
    return [
        {
            "tax_code": str(n),
            "enterprise_status": "operating",
            "recp_applied": answer,
            "recp_applied_documents": ("D1",) if proven else None,
        }
        for n, (answer, proven) in enumerate(answers)
    ]


@pytest.mark.parametrize("carried", [True, False])
def test_registers_are_what_enumeration_gives_with_unproven_answers_set_aside(
    *, carried: bool
) -> None:
    """All registers of up to three rows over (yes, no, blank) x (with, without a document)."""
    criterion = a_criterion(SHARE, bound("at_least", "0.5"))
    alphabet = [(answer, proven) for answer in (True, False, None) for proven in (True, False)]
    wrong = []
    for size in range(1, 4):
        for answers in combinations_with_replacement(alphabet, size):
            tick = ticked("enterprises", documents=("D1",) if carried else ())
            record = a_record(
                tables=[a_table("enterprises", rows_of(*answers), tick)],
                documents=[a_document("D1")],
            )
            (finding,) = assess(record, criterion).findings
            hidden = frozenset(
                ("enterprises", n, "recp_applied") for n, a in enumerate(answers) if a == (True, 0)
            )
            names = ("enterprise_status", "recp_applied")
            unknowns = Unknowns(names, unlisted=0, hidden=hidden)
            ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
            declared = ruling(
                criterion, completions(record, DICTIONARY, Unknowns(names, unlisted=0), AS_OF)
            )
            proven = finding.evidenced
            right = is_exact(proven, ruled) if carried else bounds(proven) == (0, 1)
            if not (right and is_exact(finding.declared, declared)):
                wrong.append((answers, finding.evidenced, ruled))
    assert wrong == []


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        ({}, True),
        ({"issued": date(2021, 6, 30), "valid_until": date(2021, 6, 30)}, True),
        ({"issued": date(2021, 7, 1)}, False),
        ({"valid_until": date(2021, 6, 29)}, False),
        ({"state": DocumentState.PENDING}, False),
        ({"state": DocumentState.NONE}, False),
        ({"state": None}, False),
        ({"kind": "self_declaration"}, False),
        ({"kind": None}, True),
    ],
)
def test_a_document_counts_if_in_hand_valid_on_the_date_and_not_one_s_own_word(
    more: dict[str, object], *, counts: bool
) -> None:
    record = a_record(
        fact("mechanism", value=True, documents=("D1",)), documents=[a_document("D1", **more)]
    )
    finding = find(record, Answer(yes("mechanism")))
    assert finding.declared.verdict is Verdict.MET
    assert finding.evidenced.verdict is (Verdict.MET if counts else Verdict.UNDETERMINED)
    assert (Flag.UNEVIDENCED in finding.flags) or counts


def test_one_valid_document_of_several_is_enough() -> None:
    documents = [a_document("D1", state=DocumentState.PENDING), a_document("D2")]
    record = a_record(fact("mechanism", value=True, documents=("D1", "D2")), documents=documents)
    assert find(record, Answer(yes("mechanism"))).evidenced.verdict is Verdict.MET


def test_a_document_that_is_not_on_the_evidence_sheet_does_not_count() -> None:
    record = a_record(fact("mechanism", value=True, documents=("D9",)))
    assert find(record, Answer(yes("mechanism"))).evidenced.verdict is Verdict.UNDETERMINED


def test_an_answer_against_the_park_counts_without_a_document() -> None:
    record = a_record(fact("mechanism", value=False))
    assert find(record, Answer(yes("mechanism"))).evidenced.verdict is Verdict.NOT_MET
    record = a_record(fact("housing", "none"))
    home = Answer(Is("housing", "in_use"))
    assert find(record, home).evidenced.verdict is Verdict.NOT_MET


DEVELOPER = Is("violation_of", "developer")
UNREMEDIED = All((DEVELOPER, Not(ValidOn("violation_remedied", None))))


@pytest.mark.parametrize(
    ("remedied", "documents", "declared", "evidenced"),
    [
        (None, None, Verdict.NOT_MET, Verdict.NOT_MET),
        (date(2020, 1, 1), None, Verdict.MET, Verdict.UNDETERMINED),
        (date(2020, 1, 1), ("D1",), Verdict.MET, Verdict.MET),
        (date(2021, 7, 1), ("D1",), Verdict.NOT_MET, Verdict.NOT_MET),
    ],
)
def test_an_admitted_breach_counts_and_its_remedy_needs_a_document(
    remedied: date | None,
    documents: tuple[str, ...] | None,
    declared: Verdict,
    evidenced: Verdict,
) -> None:
    row = {
        "violation_of": "developer",
        "violation_law": "labour",
        "violation_date": date(2019, 1, 1),
        "violation_remedied": remedied,
        "violation_documents": documents,
    }
    lines = [covering("developer", law, documents=("D1",)) for law in ("environment", "labour")]
    record = a_record(tables=[a_table("violations", [row], *lines)], documents=[a_document("D1")])
    finding = find(record, Count("violations", UNREMEDIED), bound("at_most", 0, "breaches"))
    assert (finding.declared.verdict, finding.evidenced.verdict) == (declared, evidenced)


@pytest.mark.parametrize("documents", [(), ("D1",), ("D9",)])
def test_a_complete_tick_needs_the_document_that_carries_the_list(
    documents: tuple[str, ...],
) -> None:
    lines = [covering("developer", law, documents=documents) for law in ("environment", "labour")]
    record = a_record(tables=[a_table("violations", (), *lines)], documents=[a_document("D1")])
    finding = find(record, Count("violations", UNREMEDIED), bound("at_most", 0, "breaches"))
    assert finding.declared.verdict is Verdict.MET
    carried = documents == ("D1",)
    assert finding.evidenced.verdict is (Verdict.MET if carried else Verdict.UNDETERMINED)


def test_every_of_an_undocumented_complete_list_cannot_be_met_by_evidence() -> None:
    table = a_table("enterprises", rows_of((True, True)), ticked("enterprises"))
    record = a_record(tables=[table], documents=[a_document("D1")])
    measure = Every("enterprises", SHARE.among, SHARE.where)
    finding = find(record, measure, bound("at_most", 0, "enterprises"))
    assert finding.declared.verdict is Verdict.MET
    assert finding.evidenced.verdict is Verdict.UNDETERMINED


def test_a_typed_total_without_a_document_does_not_serve_as_evidence() -> None:
    typed = Ratio(FactValue("enterprises_recp_applied"), FactValue("enterprises_operating"))
    measure = EitherMeasure(SHARE, typed)
    for total, qualifying, verdict in (
        (("D1",), ("D1",), Verdict.MET),
        (("D1",), (), Verdict.UNDETERMINED),
        ((), ("D1",), Verdict.UNDETERMINED),
    ):
        facts = [
            fact("enterprises_operating", 27, documents=total),
            fact("enterprises_recp_applied", 6, documents=qualifying),
        ]
        finding = find(a_record(*facts, documents=[a_document("D1")]), measure, FIFTH)
        assert finding.declared.verdict is Verdict.MET
        assert finding.evidenced.verdict is verdict
        assert finding.evidenced.observed.low in {0, Fraction(6, 27)}


def test_an_old_documented_figure_does_not_stand_in_for_a_worse_newer_one() -> None:
    """The newer answer is unknown, not absent: what it replaces stays replaced."""
    facts = [fact("flow", 20, year=2019, documents=("D1",)), fact("flow", 5, year=2020)]
    record = a_record(*facts, documents=[a_document("D1")])
    finding = find(record, FactValue("flow"), bound("at_least", 10, "m3"))
    assert finding.declared.verdict is Verdict.NOT_MET
    assert finding.evidenced.verdict is not Verdict.MET


def test_both_outcomes_stand_together() -> None:
    record = a_record(fact("mechanism", value=True))
    (outcome,) = assess(record, a_criterion(Answer(yes("mechanism")))).outcomes
    assert outcome.declared is OutcomeValue.MEETS
    assert outcome.evidenced is OutcomeValue.CANNOT_TELL
