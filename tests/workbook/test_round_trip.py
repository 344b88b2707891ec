"""What is written into the form is what is read from it, for every field of every sheet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from form_content import DAY, all_answers
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from workbook_helper import codes, fact, read, the_dictionary

from eipcheck.model.place import Cell
from eipcheck.model.record import (
    Document,
    DocumentState,
    Judgement,
    Quality,
    Scope,
)
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.workbook.content import Content, FactRow
from eipcheck.workbook.numbers import exact

DOCUMENTS = ("document_id 0", "document_id 1")


def everything() -> Content:
    """Give every answer, with all that can be said beside it."""
    content = all_answers(the_dictionary())
    land = {f.id for f in the_dictionary().sheet("land").fields}
    return replace(
        content,
        facts=tuple(
            replace(
                row,
                scope=Scope.OPERATING_PHASE if row.field in land else None,
                source="Báo cáo 2019",
                quality=Quality.ESTIMATED,
                documents=DOCUMENTS,
                note="ghi chú",
            )
            for row in content.facts
        ),
        declarations=tuple(
            replace(row, declared_by="Ban quản lý", documents=DOCUMENTS[:1])
            for row in content.declarations
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
    assert (said.declared_by, said.documents) == ("Ban quản lý", DOCUMENTS[:1])
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
