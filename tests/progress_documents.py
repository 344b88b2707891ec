"""Small assessments as documents, for comparisons."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from eipcheck.model.assessment import OutcomeValue
from eipcheck.model.criterion import Verdict
from eipcheck.reporting.assessment_document import (
    Answer,
    AssessmentDocument,
    Chosen,
    DatesUsed,
    Day,
    Document,
    Finding,
    Input,
    OutcomeUsed,
    Range,
    Row,
    Rows,
    SetUsed,
    Tool,
)

SHARE = Range(0, 1, "share")


def row(
    code: str,
    qualifies: Answer = "true",
    *,
    name: str = "",
    counted: Answer = "true",
    proven: Answer | None = None,
) -> Row:
    """Give a row behind a count, evidenced as declared unless said otherwise."""
    return Row(name, code, counted, qualifies, proven or qualifies)


def listed(*rows: Row, complete: bool = True) -> Rows:
    """Give the table behind a count."""
    return Rows("enterprises", complete=complete, rows=rows)


def finding(verdict: str = "met", proven: str | None = None, **more: Any) -> Finding:
    """Give the finding on the one criterion, evidenced as declared unless said otherwise."""
    rows = more.pop("rows", None)
    known: dict[str, Any] = {
        "id": "recp",
        "clause": "42.3",
        "kind": "requirement",
        "observed": SHARE,
        "observed_evidenced": SHARE,
    }
    return Finding(
        verdict=Verdict(verdict),
        verdict_evidenced=Verdict(proven or verdict),
        rows=rows if rows is None or isinstance(rows, Rows) else listed(*rows),
        **(known | more),
    )


def document(*findings: Finding, sha256: str = "a", **more: Any) -> Document:
    """Give the assessment of a workbook by one set."""
    used = AssessmentDocument(
        SetUsed(more.pop("set", "vn-82-2018"), "1.0.0", more.pop("set_sha256", "s")),
        {"q": OutcomeUsed(OutcomeValue.MEETS, OutcomeValue.MEETS)},
        tuple(Chosen(*pair) for pair in more.pop("readings", {"Q2": "default"}).items()),
        findings,
    )
    made = Document(
        schema_version="1.2",
        tool=Tool(more.pop("version", "0.1")),
        audience="full",
        input=Input("park.xlsx", sha256, {"park_name": more.pop("park", "KCN A")}),
        dates=DatesUsed(Day(date.fromisoformat(more.pop("on", "2020-11-20")))),
        assessments=(used,),
    )
    return replace(made, **more)
