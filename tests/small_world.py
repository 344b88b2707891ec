"""One set that uses every kind of measure, and random records for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from builders import (
    a_criterion,
    a_document,
    a_record,
    a_table,
    bound,
    covering,
    fact,
    ref,
    ticked,
    yes,
)
from hypothesis import strategies as st

from eipcheck.model.condition import All, Either, HasRow, In, Is, Not, ValidOn, Within
from eipcheck.model.criterion import Criterion, Kind, Verdict
from eipcheck.model.measure import (
    Answer,
    Count,
    EachYear,
    EitherMeasure,
    Every,
    FactSum,
    FactValue,
    NoneOf,
    Ratio,
    RowSum,
    Share,
)
from eipcheck.model.record import Document, DocumentState, ParkRecord

OPERATING = Is("enterprise_status", "operating")
SOLUTION = HasRow("recp", Is("recp_state", "implemented"))
UNREMEDIED = All(
    (
        Is("violation_of", "developer"),
        Within("violation_date", 36, "registration"),
        Not(ValidOn("violation_remedied", None)),
    )
)


def _criteria() -> dict[str, Criterion]:
    share = Share("enterprises", OPERATING, yes("recp_applied"))
    typed = Ratio(FactValue("enterprises_recp_applied"), FactValue("enterprises_operating"))
    land = FactSum(("land_green", "land_traffic"), "land_total", ("land_industrial",))
    supplied = tuple(
        HasRow("services", All((Is("service", s), Is("service_state", "in_operation"))))
        for s in ("electricity", "water")
    )
    applied = Either((yes("recp_applied"), SOLUTION))
    fifth, none = bound("at_least", "0.2"), bound("at_most", 0, "enterprises")
    measures: dict[str, tuple[Any, ...]] = {
        "answer": (Answer(All((yes("mechanism"), In("housing", ("in_use", "planned"))))),),
        "value": (FactValue("flow"), bound("at_least", 10, "m3")),
        "few": (FactValue("spills"), bound("at_most", 2, "spills")),
        "land": (Ratio(land, FactValue("land_total")), bound("at_least", "0.25")),
        "share": (share, bound("at_least", "0.5")),
        "either": (EitherMeasure(share, typed), fifth),
        "linked": (Share("enterprises", OPERATING, applied), fifth),
        "every": (Every("enterprises", OPERATING, yes("recp_aware")), none),
        "none": (NoneOf("violations", UNREMEDIED, yes("violation_serious")), none),
        "breaches": (Count("violations", UNREMEDIED), bound("at_most", 0, "breaches")),
        "links": (Count("symbiosis", Is("link_type", "water")), bound("at_least", 1, "links")),
        "saved": (
            RowSum("recp", "recp_kwh", Is("recp_state", "implemented")),
            bound("at_least", 5, "kwh"),
        ),
        "report": (
            EachYear("reports", "report_year", ValidOn("report_filed", None), grace_months=6),
        ),
        "services": (Answer(All(supplied)),),
    }
    return {
        name: a_criterion(*parts, id=name, if_empty=Verdict.UNDETERMINED)
        for name, parts in measures.items()
    }


CRITERIA = (
    *_criteria().values(),
    a_criterion(
        Answer(yes("answer_b")), id="applies", applies_when=yes("answer_a"), kind=Kind.REQUIREMENT
    ),
    a_criterion(Answer(yes("answer_b")), id="review", otherwise=Verdict.NEEDS_REVIEW),
    a_criterion(FactValue("flow"), None, id="shown", kind=Kind.ADVISORY),
    a_criterion(
        Answer(yes("answer_b")),
        id="matter",
        review_when=HasRow("violations", All((UNREMEDIED, yes("violation_serious")))),
    ),
)

ANSWER = st.sampled_from([True, False, None])
DAY = st.sampled_from(
    [date(2015, 1, 1), date(2019, 2, 28), date(2021, 6, 30), date(2021, 7, 1), None]
)
PAPERS = st.sampled_from([None, ("D1",), ("D2",), ("D1", "D9")])
WHO = st.sampled_from([ref(0), ref(1), ref(None), None])


def _rows(most: int, **columns: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(columns), max_size=most)


def _choice(*ids: str | None) -> st.SearchStrategy[str | None]:
    return st.sampled_from([*ids, None])


REGISTER = st.lists(
    st.fixed_dictionaries(
        {
            "enterprise_status": _choice("operating", "closed"),
            "status_since": DAY,
            "recp_aware": ANSWER,
            "recp_applied": ANSWER,
            "recp_applied_documents": PAPERS,
        }
    ),
    min_size=2,
    max_size=5,
)
LISTS = {
    "recp": _rows(
        3,
        recp_enterprise=WHO,
        recp_state=_choice("implemented", "proposed"),
        recp_kwh=st.sampled_from([None, Decimal(0), Decimal(5)]),
        recp_documents=PAPERS,
    ),
    "symbiosis": _rows(2, link_type=_choice("water", "energy"), link_provider=WHO),
    "violations": _rows(
        2,
        violation_of=_choice("developer", "enterprises"),
        violation_law=_choice("environment", "labour"),
        violation_date=DAY,
        violation_serious=ANSWER,
        violation_remedied=DAY,
        violation_documents=PAPERS,
    ),
    "reports": _rows(
        3,
        report_kind=_choice("recp"),
        report_year=st.sampled_from([2018, 2019, 2020, None]),
        report_filed=DAY,
        report_documents=PAPERS,
    ),
    "services": st.lists(
        st.fixed_dictionaries(
            {
                "service": _choice("electricity", "water"),
                "service_state": _choice("in_operation", "planned"),
                "service_since": DAY,
                "service_documents": PAPERS,
            }
        ),
        max_size=2,
        unique_by=lambda row: row["service"],
    ),
}
NUMBERS = ("flow", "spills", "enterprises_operating", "enterprises_recp_applied")
LAND = ("land_total", "land_green", "land_traffic", "land_industrial")
CHOICES: Mapping[str, tuple[Any, ...]] = {
    "mechanism": (True, False),
    "answer_a": (True, False),
    "answer_b": (True, False),
    "housing": ("in_use", "planned", "none"),
    **dict.fromkeys(NUMBERS, (0, 1, 3, 12)),
    **dict.fromkeys(LAND, (10, 20, 100)),
}


@st.composite
def facts(draw: st.DrawFn) -> list[Any]:
    """Draw observations: blanks, several years, several sources, some with documents."""
    made = []
    for name, values in CHOICES.items():
        for _ in range(draw(st.sampled_from([0, 1, 1, 1, 2]))):
            year = draw(st.sampled_from([2019, 2020, 2020, 2022]))
            papers = draw(PAPERS) or ()
            value = draw(st.sampled_from(values))
            made.append(fact(name, value, year=year, documents=papers))
    return made


@st.composite
def worlds(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the parts of a record: see ``record_of``."""
    return {
        "facts": draw(facts()),
        "enterprises": draw(REGISTER),
        **{name: draw(rows) for name, rows in LISTS.items()},
        "ticks": {name: draw(ANSWER) for name in ("enterprises", *LISTS)},
        "papers": {name: draw(PAPERS) or () for name in ("enterprises", *LISTS)},
        "second": draw(st.sampled_from(list(DocumentState))),
    }


def record_of(parts: Mapping[str, Any]) -> ParkRecord:
    """Make the record of such parts."""
    tables = []
    for name in ("enterprises", *LISTS):
        tick = {"complete": parts["ticks"][name], "documents": parts["papers"][name]}
        lines = [ticked(name, **tick)]
        if name == "violations":
            lines = [covering("developer", law, **tick) for law in ("environment", "labour")]
        rows = parts[name]
        if name == "enterprises":
            rows = [{"tax_code": f"{n}", **row} for n, row in enumerate(rows)]
        tables.append(a_table(name, rows, *lines))
    documents: list[Document] = [a_document("D1"), a_document("D2", state=parts["second"])]
    return a_record(*parts["facts"], tables=tables, documents=documents)
