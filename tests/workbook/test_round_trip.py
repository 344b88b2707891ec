"""What is written into the form is what is read from it, for every field of every sheet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from form_content import an_answer
from hypothesis import given
from hypothesis import strategies as st
from workbook_helper import codes, fact, read, the_dictionary

from eipcheck.model.dictionary import Field, FieldType, Layout, Sheet
from eipcheck.model.place import Cell
from eipcheck.model.record import (
    Document,
    DocumentState,
    Judgement,
    Quality,
    Scope,
    Value,
)
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.workbook.content import Content, DeclarationRow, FactRow
from eipcheck.workbook.numbers import exact

DAY = date(2019, 12, 31)
DOCUMENTS = ("TL-01", "TL-02")


def sample(field: Field, turn: int) -> Value:
    """Give an answer that fits the field; ``turn`` varies it."""
    if field.type is FieldType.DOCUMENTS:
        return DOCUMENTS[: 1 + turn % 2]
    return an_answer(field, turn)


def sample_row(spec: Sheet, turn: int) -> dict[str, Value]:
    row = {f.id: sample(f, turn) for f in spec.fields}
    if spec.id == "evidence":
        row["document_id"] = DOCUMENTS[turn]
    return row


def everything() -> Content:
    sheets = the_dictionary().sheets
    return Content(
        facts=tuple(
            FactRow(
                field=f.id,
                value=sample(f, 1),
                as_of=DAY,
                scope=Scope.OPERATING_PHASE if s.id == "land" else None,
                source="Báo cáo 2019",
                quality=Quality.ESTIMATED,
                documents=DOCUMENTS,
                note="ghi chú",
            )
            for s in sheets
            if s.layout is Layout.FACTS
            for f in s.fields
        ),
        rows={
            s.id: tuple(sample_row(s, turn) for turn in range(2))
            for s in sheets
            if s.layout is Layout.LIST
        },
        declarations=tuple(
            DeclarationRow(
                id=d.id,
                complete=True,
                start=date(2016, 1, 1) if s.covers else None,
                end=DAY,
                declared_by="Ban quản lý",
                documents=("TL-01",),
            )
            for s in sheets
            for d in s.declarations
        ),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_every_sheet_comes_back(language: Language, tmp_path: Path) -> None:
    content = everything()
    record = read(tmp_path, content, language=language)
    assert record.problems == ()
    assert record.blank_cells == {}
    for row in content.facts:
        (said,) = record.facts[row.field]
        assert (said.value, said.year, said.as_of) == (row.value, 2019, DAY)
        assert (said.source, said.quality) == (row.source, row.quality)
        assert (said.documents, said.note) == (row.documents, row.note)
        assert said.scope is (row.scope or Scope.WHOLE)
        assert said.unit == the_dictionary().field(row.field).unit
    for sheet, rows in content.rows.items():
        table = record.tables[sheet]
        key = the_dictionary().sheet(sheet).key
        at = {table.value(key, i): i for i in range(len(table.rows))} if key else {}
        for number, row in enumerate(rows):
            index = at[row[key]] if key else number
            for field, value in row.items():
                assert table.value(field, index) == value, (sheet, field)


def test_declarations_come_back_with_scope_period_and_cell(tmp_path: Path) -> None:
    table = read(tmp_path, everything()).tables["violations"]
    said = {d.id: d for d in table.declarations}["violations_enterprises_labour"]
    assert said.complete is True
    assert said.scope == (("violation_of", "enterprises"), ("violation_law", "labour"))
    assert (said.start, said.end) == (date(2016, 1, 1), DAY)
    assert (said.declared_by, said.documents) == ("Ban quản lý", ("TL-01",))
    assert said.cell == Cell("Vi phạm", 9, 2)


def test_documents_and_judgements_become_their_types(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        Content(
            rows={
                "evidence": (
                    {
                        "document_id": "TL-01",
                        "document_kind": "decision",
                        "document_number": "12/QĐ",
                        "document_issuer": "UBND",
                        "document_date": DAY,
                        "document_valid_until": date(2025, 1, 1),
                        "document_state": "have",
                        "document_file": "a.pdf",
                    },
                ),
                "judgements": (
                    {
                        "judgement_criterion": "housing",
                        "judgement_result": "met",
                        "judgement_by": "UBND tỉnh",
                        "judgement_date": DAY,
                        "judgement_documents": ("TL-01",),
                    },
                    {"judgement_criterion": "not-yet-decided"},
                ),
            }
        ),
    )
    assert record.documents == {
        "TL-01": Document(
            id="TL-01",
            cell=Cell("Minh chứng", 5, 1),
            kind="decision",
            number="12/QĐ",
            issuer="UBND",
            issued=DAY,
            valid_until=date(2025, 1, 1),
            state=DocumentState.HAVE,
            file="a.pdf",
        )
    }
    assert record.judgements == (
        Judgement(
            criterion="housing",
            met=True,
            by="UBND tỉnh",
            on=DAY,
            documents=("TL-01",),
            cell=Cell("Xem xét", 5, 1),
        ),
    )


def test_a_blank_year_is_the_year_in_which_the_period_ends(tmp_path: Path) -> None:
    facts = (
        FactRow(field="period_end", value=date(2018, 12, 31)),
        FactRow(field="occupancy", value=Decimal(80)),
        FactRow(field="workers", value=Decimal(9), year=2017),
    )
    record = read(tmp_path, Content(facts=facts))
    assert record.facts["occupancy"][0].year == 2018
    assert record.facts["workers"][0].year == 2017
    without = read(tmp_path, Content(facts=facts[1:]))
    assert without.facts["occupancy"][0].year is None


def test_only_wanted_columns_are_typed(tmp_path: Path) -> None:
    record = read(tmp_path, everything(), wanted=frozenset({"recp_applied", "recp_kwh"}))
    assert set(record.tables["enterprises"].columns) == {
        "tax_code",
        "enterprise_name",
        "recp_applied",
        "recp_applied_documents",
    }
    assert set(record.tables["recp"].columns) == {"recp_enterprise", "recp_kwh"}
    assert set(record.tables["violations"].columns) == {
        "violation_of",
        "violation_enterprise",
        "violation_law",
        "violation_date",
        "violation_conduct_date",  # the decision cannot precede it
        "violation_documents",
    }
    assert len(record.documents) == 2


def test_a_wanted_date_brings_the_one_it_cannot_precede(tmp_path: Path) -> None:
    record = read(tmp_path, everything(), wanted=frozenset({"report_filed"}))
    columns = {"report_filed", "report_year", "report_documents"}
    assert set(record.tables["reports"].columns) == columns


def test_numbers_come_back_exactly_as_shown(tmp_path: Path) -> None:
    record = read(tmp_path, fact("leased_area", Decimal("289.35")))
    assert record.facts["leased_area"][0].value == Decimal("289.35")
    assert codes(record) == []


@given(number=st.decimals(0, 10**9, places=5, allow_nan=False, allow_infinity=False))
def test_a_numeric_cell_is_the_decimal_that_it_shows(number: Decimal) -> None:
    assert exact(float(number)) == number
