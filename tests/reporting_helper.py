"""Findings and assessments made by hand, for reports of every state, usual and odd."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from report_criteria import COMPLIANCE, HOUSING, ISO, LAND, MECHANISM, RECP, criteria_set
from report_dictionary import REGISTER

from eipcheck.model.assessment import (
    Ask,
    Assessment,
    Because,
    Dated,
    Dates,
    DateSource,
    EvidenceUsed,
    Finding,
    Flag,
    Force,
    Gap,
    Index,
    Judged,
    Observed,
    Outcome,
    OutcomeValue,
    ReadingEffect,
    RowBehind,
    RowsBehind,
    Share,
    Step,
    Truth,
)
from eipcheck.model.criterion import (
    Criterion,
    Verdict,
)
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Judgement, Observation, Quality

DAY = date(2020, 11, 20)


def judged(verdict: Verdict, observed: Observed, *possible: Verdict) -> Judged:
    """Give the verdict of one run."""
    return Judged(verdict, frozenset(possible or (verdict,)), observed)


def answer(low: int, high: int) -> Observed:
    """Give a yes/no range."""
    return Observed(unit="answer", low=Fraction(low), high=Fraction(high))


def share_of(low: tuple[int, int], high: tuple[int, int]) -> Observed:
    """Give a share of counts."""
    return Observed(
        unit="share",
        low=Fraction(*low),
        high=Fraction(*high),
        low_share=Share(Fraction(low[0]), Fraction(low[1])),
        high_share=Share(Fraction(high[0]), Fraction(high[1])),
    )


def finding(criterion: Criterion, declared: Judged, **more: object) -> Finding:
    """Give a finding; the evidenced run says the same unless told."""
    known: dict[str, object] = {
        "criterion": criterion,
        "kind": criterion.kind,
        "declared": declared,
        "evidenced": declared,
        "flags": (),
        "gap": None,
        "evidenced_gap": None,
        "rows": None,
        "observations": (),
        "set_aside": (),
        "evidence": (),
        "steps": (),
        "reading_effects": (),
        "bound": None,
        "inputs": (1, 1),
    }
    return Finding(**{**known, **more})  # type: ignore[arg-type]


def _row(row: int, name: str, among: Truth, where: Truth, *, applied: bool | None) -> RowBehind:
    status = "operating" if among is Truth.TRUE else "under_construction"
    return RowBehind(
        row,
        Cell(REGISTER, row, 2),
        name,
        f"03{row:08}",
        among,
        where,
        where,
        (
            Because("enterprise_status", status, Cell(REGISTER, row, 6)),
            Because("recp_applied", applied, Cell(REGISTER, row, 8)),
        ),
    )


def recp_finding() -> Finding:
    """Give an undetermined share: 1 of 7 sure, 3 of 7 possible, target 20 %."""
    yes, no, unknown = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
    rows = (
        _row(14, "Công ty Dệt Một", yes, yes, applied=True),
        _row(15, "Công ty Thép Hai", yes, no, applied=False),
        _row(16, "Công ty Nhựa Ba", yes, unknown, applied=None),
        _row(17, "Công ty Giấy Bốn", yes, no, applied=False),
        _row(18, "Công ty Da Năm", yes, unknown, applied=None),
        _row(19, "Công ty Gỗ Sáu", yes, no, applied=False),
        _row(20, "Công ty Sơn Bảy", yes, no, applied=False),
        _row(21, "Công ty Kính Tám", no, no, applied=None),
    )
    observed = share_of((1, 7), (3, 7))
    cells = (Cell(REGISTER, 16, 8), Cell(REGISTER, 18, 8))
    return finding(
        RECP,
        judged(Verdict.UNDETERMINED, observed, Verdict.MET, Verdict.NOT_MET),
        flags=(Flag.DEPENDS_ON_READING, Flag.UNEVIDENCED),
        gap=Gap(
            unit="enterprises",
            unanswered=2,
            yes_to_meet=1,
            no_to_miss=2,
            asks=(
                Ask(
                    kind="complete",
                    field="enterprises_complete",
                    cells=(Cell(REGISTER, 3, 2),),
                    asked_of="board",
                ),
                Ask(
                    kind="column",
                    field="recp_applied",
                    cells=cells,
                    asked_of="enterprises",
                    enterprises=("Công ty Nhựa Ba", "Công ty Da Năm"),
                ),
            ),
        ),
        rows=RowsBehind(
            "enterprises", REGISTER, rows, complete=False, complete_cell=Cell(REGISTER, 3, 2)
        ),
        steps=(
            Step(
                "list_size",
                (("n", "8"), ("sheet", "enterprises"), ("complete", "no")),
                (Cell(REGISTER, 3, 2),),
            ),
            Step("counted", (("counted", "7"), ("not_counted", "1"), ("unknown", "0"))),
            Step("answers", (("yes", "1"), ("no", "4"), ("unknown", "2"))),
            Step(
                "share_range",
                (("low_num", "1"), ("low_den", "7"), ("high_num", "3"), ("high_den", "7")),
            ),
            Step("needed", (("bound", "1/5"), ("n_low", "2"), ("n_high", "2"))),
        ),
        reading_effects=(ReadingEffect("Q3", "licensed", Verdict.NOT_MET),),
        bound=Fraction(1, 5),
        inputs=(5, 8),
    )


def land_finding() -> Finding:
    """Give a missed target: 19.97 ha of 80 where 20 are needed."""
    observed = share_of((1997, 8000), (1997, 8000))
    return finding(
        LAND,
        judged(Verdict.NOT_MET, observed),
        flags=(Flag.MARGINAL,),
        gap=Gap(unit="ha", least=Fraction(3, 100), most=Fraction(3, 100)),
        evidenced_gap=Gap(unit="ha", least=Fraction(3, 100), most=Fraction(3, 100)),
        observations=(
            Observation(
                field="land_green",
                value=Decimal("12.5"),
                cell=Cell("Đất", 6, 4),
                raw="12,5",
                unit="ha",
                year=2019,
                source="https://example.org/quy-hoach",
                quality=Quality.MEASURED,
                documents=("QH-01",),
            ),
            Observation(
                field="land_traffic",
                value=Decimal("7.47"),
                cell=Cell("Đất", 7, 4),
                raw="7,47",
                unit="ha",
                year=2019,
                source="Bảng cân bằng đất",
            ),
        ),
        set_aside=(
            Observation(
                field="land_green", value=Decimal(11), cell=Cell("Đất", 8, 4), raw="11", year=2015
            ),
        ),
        evidence=(EvidenceUsed(document="QH-01", cell=Cell("Minh chứng", 6, 1), counts="yes"),),
        steps=(Step("ratio_range", (("low", "1997/8000"), ("high", "1997/8000"))),),
        bound=Fraction(1, 4),
    )


def mechanism_finding() -> Finding:
    """Give a requirement met as declared, undetermined on the evidence."""
    cell = Cell("KCN", 31, 4)
    ask = Ask(kind="document", field="io_mechanism", cells=(cell,), asked_of="developer")
    return finding(
        MECHANISM,
        judged(Verdict.MET, answer(1, 1)),
        evidenced=judged(Verdict.UNDETERMINED, answer(0, 1), Verdict.MET, Verdict.NOT_MET),
        flags=(Flag.UNEVIDENCED,),
        evidenced_gap=Gap(unit="answer", asks=(ask,)),
        observations=(
            Observation(field="io_mechanism", value=True, cell=cell, raw="có", year=2019),
        ),
        evidence=(EvidenceUsed(document="QC-02", cell=None, counts="missing"),),
    )


def compliance_finding() -> Finding:
    """Give two open breaches, which only the authority may judge."""
    observed = Observed(unit="count", low=Fraction(2), high=None)
    return finding(
        COMPLIANCE,
        judged(Verdict.NEEDS_REVIEW, observed),
        gap=Gap(
            unit="breaches",
            least=Fraction(2),
            most=None,
            asks=(
                Ask(
                    kind="decision",
                    field="tenant-compliance",
                    cells=(Cell("Xem xét", 4, 1),),
                    asked_of="authority",
                ),
            ),
        ),
        bound=Fraction(0),
        judgement=Judgement(
            criterion="tenant-compliance",
            met=True,
            by="Sở Tài nguyên",
            on=date(2020, 10, 1),
            documents=(),
            cell=Cell("Xem xét", 4, 1),
        ),
    )


def findings() -> tuple[Finding, ...]:
    """Give one finding per criterion of the set."""
    empty = Observed(unit="answer", low=None, high=None)
    return (
        compliance_finding(),
        finding(ISO, judged(Verdict.REPORTED, share_of((2, 7), (2, 7)))),
        recp_finding(),
        land_finding(),
        finding(HOUSING, judged(Verdict.NOT_APPLICABLE, empty)),
        mechanism_finding(),
    )


PROBLEMS = (
    Problem(
        "D103",
        Cell("Đất", 5, 4),
        (("field", "land_total"), ("sum", "163/2"), ("whole", "80")),
        Severity.ERROR,
        (Cell("Đất", 6, 4), Cell("Đất", 7, 4)),
    ),
)


def _identity(field: str, value: str, row: int) -> Observation:
    return Observation(field=field, value=value, cell=Cell("KCN", row, 4), raw=value)


def park(**changes: str) -> dict[str, Observation]:
    """Give the identity of a synthetic park."""
    facts = {"park_name": "KCN Mẫu", "province": "Hải Phòng", "data_label": "synthetic"}
    return {
        field: _identity(field, value, row)
        for row, (field, value) in enumerate((facts | changes).items(), start=5)
    }


def assessment(**changes: object) -> Assessment:
    """Give an assessment in which most things occur."""
    missing = Dated(None, DateSource.MISSING)
    known: dict[str, object] = {
        "file": "mau.xlsx",
        "sha256": "a" * 64,
        "template_version": "1",
        "park": park(),
        "criteria": criteria_set(),
        "force": Force.IN_FORCE,
        "hypothetical": (),
        "dates": Dates(
            Dated(DAY, DateSource.ASSESSMENT, Cell("KCN", 9, 4)),
            missing,
            Dated(date(2019, 1, 1), DateSource.WORKBOOK, Cell("KCN", 10, 4)),
            Dated(date(2019, 12, 31), DateSource.WORKBOOK, Cell("KCN", 11, 4)),
        ),
        "readings": (("Q3", "operating"),),
        "findings": findings(),
        "outcomes": (Outcome("park", OutcomeValue.DOES_NOT_MEET, OutcomeValue.DOES_NOT_MEET),),
        "index": Index(Fraction(1), Fraction(3), 4, 0),
        "evidenced_index": Index(Fraction(0), Fraction(3), 4, 0),
        "coverage": (9, 12),
        "problems": PROBLEMS,
        "tool_version": "0.1.0",
    }
    return Assessment(**{**known, **changes})  # type: ignore[arg-type]
