"""What may be published of an assessment: results and counts, and nobody's affairs.

Published are numbers, dates, choices and answers of yes and no with their cells. Names and codes
of enterprises give way to a number in the order of the register; confidential figures, breaches,
contracts, money, free text and problems (which quote cells) are left out. Nothing is computed
anew: verdicts, ranges and outcomes stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.assessment import (
    Assessment,
    Because,
    EnterpriseAnswers,
    EvidenceUsed,
    Finding,
    Gap,
    Judged,
    Observed,
    RowBehind,
    RowsBehind,
)
from eipcheck.model.dictionary import DataDictionary, FieldType
from eipcheck.model.record import Judgement, Observation, ParkRecord, Value

_REGISTER, _BREACHES = "enterprises", "violations"
_NAME, _CODE = "enterprise_name", "tax_code"
_WEB = re.compile(r"https?://[^\s<>\"]+")
_PLAIN_ID = re.compile(r"[^\W\d_]{1,4}[-. ]?[0-9]{1,4}")
_PLAIN_CHOICES = (FieldType.YES_NO, FieldType.CHOICE, FieldType.DATE, FieldType.YEAR)
_FIGURES = (FieldType.INTEGER, FieldType.NUMBER)
UNNAMED = "DN-?"
"""Stands for an enterprise that is not on the register."""


class Publisher(Struct, frozen=True, dict=True):
    """Takes out of the assessments of one workbook what is not to be published."""

    record: ParkRecord
    dictionary: DataDictionary

    def assessment(self, assessment: Assessment) -> Assessment:
        """Give the assessment as it may be published."""
        return replace(
            assessment,
            park={f: o for f, o in assessment.park.items() if not self._is_secret(f)},
            findings=tuple(self._finding(f) for f in assessment.findings),
            enterprises=tuple(self._answers(a) for a in assessment.enterprises),
            problems=(),
            public=True,
        )

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The number of each enterprise, by its name and by its code."""
        table = self.record.tables.get(_REGISTER)
        if table is None:
            return {}
        names: dict[str, str] = {}
        for index in range(len(table.rows)):
            for said in (table.value(_CODE, index), table.value(_NAME, index)):
                names.setdefault(str(said), numbered(index))
        return names

    @cached_property
    def _documents(self) -> Mapping[str, str]:
        """The id of each document: its own where it is a plain number, else one of ours."""
        return {
            name: name if _PLAIN_ID.fullmatch(name) else f"#{number}"
            for number, name in enumerate(self.record.documents, start=1)
        }

    def _is_secret(self, field: str) -> bool:
        if not self.dictionary.has_field(field):
            return False
        spec = self.dictionary.field(field)
        return spec.confidential or spec.sheet == _BREACHES

    def _finding(self, finding: Finding) -> Finding:
        if any(self._is_money(o) for o in finding.observations):
            # The amount shows in the result and on the way to it.
            hidden = Observed(unit=finding.declared.observed.unit, low=None, high=None)
            finding = replace(
                finding,
                declared=Judged(finding.declared.verdict, finding.declared.possible, hidden),
                evidenced=Judged(finding.evidenced.verdict, finding.evidenced.possible, hidden),
                gap=None,
                evidenced_gap=None,
                steps=(),
            )
        return replace(
            finding,
            observations=self._observations(finding.observations),
            set_aside=self._observations(finding.set_aside),
            beside=self._observations(finding.beside),
            gap=self._gap(finding.gap),
            evidenced_gap=self._gap(finding.evidenced_gap),
            rows=self._rows(finding.rows),
            evidence=tuple(self._evidence(e) for e in finding.evidence),
            judgement=self._judgement(finding.judgement),
        )

    def _is_money(self, observation: Observation) -> bool:
        spec = self.dictionary.field(observation.field)
        return spec.confidential and spec.type in _FIGURES

    def _observations(self, said: Iterable[Observation]) -> tuple[Observation, ...]:
        return tuple(
            replace(
                o,
                raw="",
                source=o.source if _WEB.fullmatch(o.source) else "",
                documents=self._ids(o.documents),
                note="",
            )
            for o in said
            if self._may_tell(o.field, o.value)
        )

    def _may_tell(self, field: str, value: Value | None) -> bool:
        if not self.dictionary.has_field(field) or self._is_secret(field):
            return False
        kind = self.dictionary.field(field).type
        return value is None or kind in _PLAIN_CHOICES or kind in _FIGURES

    def _ids(self, documents: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._documents.get(d, "#?") for d in documents)

    def _gap(self, gap: Gap | None) -> Gap | None:
        if gap is None:
            return None
        asks = (replace(a, enterprises=tuple(map(self._name, a.enterprises))) for a in gap.asks)
        return replace(gap, asks=tuple(asks))

    def _name(self, name: str) -> str:
        return self._names.get(name, UNNAMED)

    def _rows(self, behind: RowsBehind | None) -> RowsBehind | None:
        """Give the rows behind a count; none where they tell whose breaches these are."""
        if behind is None:
            return None
        if behind.table == _BREACHES or any(
            self._is_breach(b) for row in behind.rows for b in row.why
        ):
            return replace(behind, rows=())
        return replace(behind, rows=tuple(self._row(row, behind.table) for row in behind.rows))

    def _is_breach(self, because: Because) -> bool:
        spec = self.dictionary.sheet(_BREACHES) if self.dictionary.has_sheet(_BREACHES) else None
        own = {f.id for f in spec.fields} | {d.id for d in spec.declarations} if spec else set()
        return because.field in own

    def _row(self, row: RowBehind, table: str) -> RowBehind:
        parts = row.name.split(" → ")
        name = numbered(row.row) if table == _REGISTER else " → ".join(map(self._name, parts))
        why = (b for b in row.why if self._may_tell(b.field, b.value) or self._is_line(b.field))
        return replace(row, name=name if row.name else "", code="", why=tuple(why))

    def _is_line(self, field: str) -> bool:
        return any(d.id == field for sheet in self.dictionary.sheets for d in sheet.declarations)

    def _evidence(self, used: EvidenceUsed) -> EvidenceUsed:
        return replace(used, document=self._ids((used.document,))[0])

    def _judgement(self, judgement: Judgement | None) -> Judgement | None:
        if judgement is None:
            return None
        return replace(judgement, by="", documents=self._ids(judgement.documents))

    def _answers(self, answers: EnterpriseAnswers) -> EnterpriseAnswers:
        rows = tuple(replace(row, name=numbered(row.row), code="") for row in answers.rows)
        return replace(answers, rows=rows)


def numbered(row: int) -> str:
    """Give the number by which an enterprise is published: its place on the register, from 0."""
    return f"DN-{row + 1:03}"
