"""A tiny data dictionary made in code: one field of each behaviour that evaluation knows.

Totals, parts of a whole, a register, a linked list, scoped declarations, a keyed list, reports.
"""

from __future__ import annotations

from typing import Any

from eipcheck.model.dictionary import (
    NOT_YET,
    Choice,
    DataDictionary,
    DeclarationSpec,
    Field,
    FieldType,
    Layout,
    NeedsDocument,
    Party,
    Sheet,
    Words,
)
from eipcheck.model.text import Text
from eipcheck.model.unit import Unit

T, N, C, D = FieldType.YES_NO, FieldType.NUMBER, FieldType.CHOICE, FieldType.DATE
FAVOUR, ALWAYS = NeedsDocument.IN_FAVOUR, NeedsDocument.ALWAYS


def text(words: str) -> Text:
    return Text(words, words)


def a_field(sheet: str, field: str, type_: FieldType, **more: Any) -> Field:
    """Make a field; ``choices`` are given by id."""
    choices = tuple(Choice(c, text(c)) for c in more.pop("choices", ()))
    return Field(id=field, sheet=sheet, label=text(field), type=type_, choices=choices, **more)


def _facts() -> tuple[Sheet, ...]:
    yes = {"better": ("yes",)}
    park = (
        a_field("park", "park_name", FieldType.TEXT),
        *(a_field("park", f, D) for f in ("registration_date", "assessment_date")),
        *(a_field("park", f, D) for f in ("period_start", "period_end", "operating_since")),
        a_field("park", "conversion_scope", C, choices=("whole", "part"), blank_means="whole"),
        *(a_field("park", f"answer_{x}", T, **yes) for x in "abc"),
        a_field("park", "mechanism", T, needs_document=FAVOUR, **yes),
        a_field(
            "park",
            "housing",
            C,
            choices=("in_use", "planned", "none"),
            better=("in_use", "planned"),
            needs_document=FAVOUR,
        ),
        a_field("park", "flow", N, unit="m3", better=("higher",), needs_document=ALWAYS),
        a_field("park", "spills", FieldType.INTEGER, unit="spills", better=("lower",)),
        a_field(
            "park",
            "enterprises_operating",
            FieldType.INTEGER,
            unit="enterprises",
            needs_document=ALWAYS,
            asked_of="board",
        ),
        a_field(
            "park",
            "enterprises_recp_applied",
            FieldType.INTEGER,
            unit="enterprises",
            better=("higher",),
            needs_document=FAVOUR,
        ),
        a_field("park", "links_operating", FieldType.INTEGER, unit="links", better=("higher",)),
    )
    parts = ("green", "traffic", "social")
    land = (
        a_field("land", "land_total", N, unit="ha", needs_document=ALWAYS),
        *(
            a_field("land", f"land_{p}", N, unit="ha", better=("higher",), needs_document=FAVOUR)
            for p in parts
        ),
        a_field("land", "land_industrial", N, unit="ha", needs_document=ALWAYS),
        a_field("land", "land_water", N, unit="ha", needs_document=ALWAYS),
    )
    return (
        Sheet(id="park", label=text("Park"), layout=Layout.FACTS, fields=park),
        Sheet(id="land", label=text("Land"), layout=Layout.FACTS, fields=land),
    )


def _a_list(sheet: str, *fields: Field, **more: Any) -> Sheet:
    more.setdefault("declarations", (DeclarationSpec(f"{sheet}_complete", text(sheet)),))
    return Sheet(id=sheet, label=text(sheet.title()), layout=Layout.LIST, fields=fields, **more)


def _enterprises() -> Sheet:
    def answer(field: str, **more: Any) -> tuple[Field, Field]:
        documents = f"{field}_documents"
        return (
            a_field(
                "enterprises",
                field,
                T,
                better=("yes",),
                needs_document=FAVOUR,
                evidence=documents,
                asked_of="enterprises",
                **more,
            ),
            a_field("enterprises", documents, FieldType.DOCUMENTS),
        )

    return _a_list(
        "enterprises",
        a_field("enterprises", "tax_code", FieldType.TEXT),
        a_field("enterprises", "enterprise_name", FieldType.TEXT),
        a_field(
            "enterprises",
            "enterprise_kind",
            C,
            choices=("enterprise", "branch"),
            blank_means="enterprise",
        ),
        a_field(
            "enterprises",
            "enterprise_status",
            C,
            choices=("operating", "suspended", "closed"),
            since="status_since",
            asked_of="board",
        ),
        a_field("enterprises", "status_since", D),
        a_field("enterprises", "workers", FieldType.INTEGER, unit="people"),
        *answer("recp_aware"),
        *answer("recp_applied"),
        *answer("symbiosis_plan", since="symbiosis_plan_date"),
        a_field("enterprises", "symbiosis_plan_date", D),
        key="tax_code",
    )


def _details() -> tuple[Sheet, ...]:
    ref = FieldType.ENTERPRISE
    proven = {"needs_document": FAVOUR}
    return (
        _a_list(
            "recp",
            a_field("recp", "recp_enterprise", ref),
            a_field(
                "recp",
                "recp_state",
                C,
                choices=("implemented", "proposed"),
                better=("implemented",),
                evidence="recp_documents",
                **proven,
            ),
            a_field("recp", "recp_start", D, evidence="recp_documents", **proven),
            a_field("recp", "recp_kwh", N, unit="kwh"),
            a_field("recp", "recp_documents", FieldType.DOCUMENTS),
        ),
        _a_list(
            "symbiosis",
            a_field("symbiosis", "link_type", C, choices=("water", "energy", "handler")),
            a_field("symbiosis", "link_provider", ref),
            a_field("symbiosis", "link_receiver", ref),
            a_field("symbiosis", "link_first_delivery", D),
            a_field("symbiosis", "link_stopped", D, blank_means=NOT_YET),
        ),
        _a_list(
            "services",
            a_field("services", "service", C, choices=("electricity", "water", "telecom")),
            a_field(
                "services",
                "service_state",
                C,
                choices=("in_operation", "planned"),
                better=("in_operation",),
                since="service_since",
                evidence="service_documents",
                **proven,
            ),
            a_field("services", "service_since", D),
            a_field("services", "service_documents", FieldType.DOCUMENTS),
            key="service",
            rows=("electricity", "water", "telecom"),
        ),
        _a_list(
            "reports",
            a_field("reports", "report_kind", C, choices=("recp", "other")),
            a_field("reports", "report_year", FieldType.YEAR),
            a_field("reports", "report_filed", D, evidence="report_documents", **proven),
            a_field("reports", "report_online", T, better=("yes",)),
            a_field("reports", "report_documents", FieldType.DOCUMENTS),
        ),
    )


def _violations() -> Sheet:
    return _a_list(
        "violations",
        a_field("violations", "violation_of", C, choices=("developer", "enterprises")),
        a_field("violations", "violation_enterprise", FieldType.ENTERPRISE),
        a_field("violations", "violation_law", C, choices=("environment", "labour")),
        a_field("violations", "violation_date", D),
        a_field("violations", "violation_serious", T, better=("no",)),
        a_field(
            "violations",
            "violation_remedied",
            D,
            blank_means=NOT_YET,
            needs_document=FAVOUR,
            evidence="violation_documents",
        ),
        a_field("violations", "violation_documents", FieldType.DOCUMENTS),
        covers="violation_date",
        declarations=tuple(
            DeclarationSpec(
                f"violations_{of}_{law}",
                text("all listed"),
                scope=(("violation_of", of), ("violation_law", law)),
            )
            for of in ("developer", "enterprises")
            for law in ("environment", "labour")
        ),
    )


DICTIONARY = DataDictionary(
    version="test",
    sheets=(
        *_facts(),
        _enterprises(),
        *_details(),
        _violations(),
        _a_list(
            "evidence",
            a_field("evidence", "document_id", FieldType.TEXT),
            key="document_id",
            declarations=(),
        ),
    ),
    words=Words(("yes",), ("no",), ("0",), ("n/a",)),
    parties=tuple(Party(p, text(p)) for p in ("developer", "enterprises", "board", "authority")),
    units=tuple(
        Unit(id=u, label=text(u)) for u in ("ha", "people", "enterprises", "links", "m3", "spills")
    ),
)
