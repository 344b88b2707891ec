#!/usr/bin/env python3
"""Writes two made-up parks, filled in: one for Decree 82/2018, one for Decree 35/2022.

Everything in them is invented and says so. ``kcn-mau.xlsx`` shows every verdict and flag; its
sheets stand in ``sheets/``, one table each, but its register of 120 enterprises and their RECP
solutions follow rules, below. ``kcn-mau-35.xlsx`` is smaller; all its sheets stand in
``sheets-35/``. Run it after a change: ``python examples/synthetic-park/build.py``.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.model.dictionary import DataDictionary, FieldType, Layout
from eipcheck.model.record import Quality, Scope, Value
from eipcheck.resources import data_folder
from eipcheck.workbook.content import Content, DeclarationRow, FactRow, ListRow
from eipcheck.workbook.fill import filled_bytes

HERE = Path(__file__).resolve().parent
ENTERPRISES = 120
OPERATING = 115
DEVELOPER = "0000000999"
SECTORS = ("C10", "C14", "C17", "C20", "C22", "C25", "C26", "C29", "C31")
BASES = ("training", "commitment", "survey", "policy")
CATEGORIES = ("management", "process", "technology", "inputs", "reuse", "product")

APPLIED = range(1, 21)  # apply an RECP solution
APPLIED_UNKNOWN = range(21, 33)  # have not answered; the other operating ones say no
ASSESSED = range(1, 25)
TAKING_PART = range(1, 32)
UNAWARE = range(33, 37)
AWARE_UNKNOWN = range(111, 116)
SELF_DECLARED = range(104, 108)  # aware, by their own word only
PLANNING = (*range(1, 11), 17)  # have a plan to join symbiosis: one fewer than 10 % of 115
PLAN_PENDING = range(9, 11)  # their plans are not signed yet


def tax_code(number: int) -> str:
    """Give the made-up tax code of an enterprise."""
    return f"{number:010d}"


def register() -> Iterator[ListRow]:
    """Give the register: 115 operating enterprises, 5 that are building, and the developer."""
    for n in range(1, ENTERPRISES + 1):
        row: dict[str, Value | None] = {
            "tax_code": tax_code(n),
            "enterprise_name": f"Doanh nghiệp giả định {n:03d}",
            "enterprise_kind": "export_processing" if n % 30 == 0 else "enterprise",
            "tenure": "rented_factory" if n % 3 == 0 else "land_lease",
            "sector": SECTORS[n % len(SECTORS)],
            "inside_boundary": True,
        }
        if n > OPERATING:
            started = date(2020, 3, 1) + timedelta(days=20 * (n - OPERATING))
            yield row | {"enterprise_status": "under_construction", "status_since": started}
        else:
            yield {**row, **operating(n)}
    yield {
        "tax_code": DEVELOPER,
        "enterprise_name": "Công ty hạ tầng giả định",
        "enterprise_kind": "developer",
        "enterprise_status": "operating",
        "status_since": date(2012, 5, 1),
        **certificates(24),
        "enterprise_note": "Nhà đầu tư hạ tầng, không tính vào 120 doanh nghiệp",
    }


def operating(n: int) -> ListRow:
    """Give the answers of an operating enterprise."""
    return {
        "enterprise_status": "operating",
        "status_since": date(2012, 6, 1) + timedelta(days=23 * n),
        "enterprise_workers": Decimal(40 + n * 37 % 380),
        "recp_taking_part": n in TAKING_PART,
        "recp_assessed": n in ASSESSED,
        "recp_applied": None if n in APPLIED_UNKNOWN else n in APPLIED,
        "recp_applied_documents": ("TL-03",) if n in APPLIED else None,
        "symbiosis_plan": n in PLANNING,
        **awareness(n),
        **plan(n),
        **certificates(n),
    }


def awareness(n: int) -> ListRow:
    """Give the answers on awareness of RECP."""
    if n in AWARE_UNKNOWN:
        return {}
    if n in UNAWARE:
        return {"recp_aware": False}
    own_word = n in SELF_DECLARED
    return {
        "recp_aware": True,
        "recp_aware_basis": "self_declared" if own_word else BASES[n % len(BASES)],
        "recp_aware_documents": ("TL-11",) if own_word else ("TL-02",),
    }


def plan(n: int) -> ListRow:
    """Give date and document of a plan to join symbiosis."""
    if n not in PLANNING:
        return {}
    return {
        "symbiosis_plan_date": date(2020, 3, 16) + timedelta(days=7 * n),
        "symbiosis_plan_documents": ("TL-15",) if n in PLAN_PENDING else ("TL-04",),
    }


def certificates(n: int) -> ListRow:
    """Give the ISO certificates; some of those for the environment have run out."""
    production, environment = n % 4 == 0, n % 6 == 0
    return {
        "iso_production": production,
        "iso_production_until": date(2022, 6, 30) if production else None,
        "iso_environment": environment,
        "iso_environment_until": date(2020 if n % 5 == 0 else 2022, 5, 31) if environment else None,
        "iso_documents": ("TL-12",) if production or environment else None,
    }


def solutions() -> Iterator[ListRow]:
    """Give the RECP solutions: those carried out, and some that were not."""
    for n in APPLIED:
        yield solution(n, "implemented") | {
            "recp_start": date(2019, 1, 15) + timedelta(days=25 * n),
            "recp_measured": n % 4 != 0,
            "recp_kwh": Decimal(15000 + 7500 * n),
            "recp_water": Decimal(150 * n),
            "recp_co2": Decimal(12 * n),
            "recp_money": Decimal(30 + 22 * n),
            "recp_documents": ("TL-03",),
        }
    states = {21: "proposed", 22: "proposed", 23: "in_progress", 33: "rejected", 34: "stopped"}
    for n, state in states.items():
        yield solution(n, state)


def solution(n: int, state: str) -> dict[str, Value | None]:
    """Give what every solution says."""
    return {
        "recp_enterprise": tax_code(n),
        "recp_category": CATEGORIES[n % len(CATEGORIES)],
        "recp_description": f"Giải pháp giả định {n:03d}",
        "recp_state": state,
        "recp_assessed_option": n in ASSESSED,
    }


@dataclass(frozen=True)
class Park:
    """A workbook, the folder of its tables, and the sheets that follow a rule instead."""

    workbook: str
    tables: str
    rules: Mapping[str, Callable[[], Iterator[ListRow]]] = field(default_factory=dict)


DECREE_82 = Park("kcn-mau.xlsx", "sheets", {"enterprises": register, "recp": solutions})
DECREE_35 = Park("kcn-mau-35.xlsx", "sheets-35")


def table(park: Park, name: str) -> list[dict[str, str]]:
    """Read one table of a park."""
    with (HERE / park.tables / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def typed(fields: DataDictionary, field: str, text: str) -> Value | None:
    """Give the value in the type of its field; blank stays blank."""
    if not text:
        return None
    match fields.field(field).type:
        case FieldType.NUMBER | FieldType.INTEGER:
            return Decimal(text)
        case FieldType.YEAR:
            return int(text)
        case FieldType.DATE:
            return date.fromisoformat(text)
        case FieldType.YES_NO:
            return text == "yes"
        case FieldType.DOCUMENTS:
            return documents(text)
        case _:
            return text


def documents(text: str) -> tuple[str, ...]:
    """Give the ids of documents."""
    return tuple(text.split(";")) if text else ()


def day(text: str) -> date | None:
    """Give a full date; a blank or a bare year is none."""
    return date.fromisoformat(text) if "-" in text else None


def fact(fields: DataDictionary, row: Mapping[str, str]) -> FactRow:
    """Give a row of a facts sheet."""
    year = row["year"]
    return FactRow(
        field=row["field"],
        value=typed(fields, row["field"], row["value"]),
        year=int(year) if year and day(year) is None else None,
        as_of=day(year),
        scope=Scope(row["scope"]) if row["scope"] else None,
        source=row["source"],
        quality=Quality(row["quality"]) if row["quality"] else None,
        documents=documents(row["documents"]),
        note=row["note"],
    )


def declaration(row: Mapping[str, str]) -> DeclarationRow:
    """Give a "this list is complete" line."""
    return DeclarationRow(
        id=row["id"],
        complete=row["complete"] == "yes",
        start=day(row["start"]),
        end=day(row["end"]),
        declared_by=row["declared_by"],
        documents=documents(row["documents"]),
    )


def rows(fields: DataDictionary, park: Park, sheet: str) -> Iterator[ListRow]:
    """Give the rows of a list sheet, by its rule or from its table."""
    if rule := park.rules.get(sheet):
        yield from rule()
        return
    for row in table(park, sheet):
        yield {name: typed(fields, name, text) for name, text in row.items()}


def content(fields: DataDictionary, park: Park = DECREE_82) -> Content:
    """Give what the workbook of a park holds."""
    lists = [sheet.id for sheet in fields.sheets if sheet.layout is Layout.LIST]
    return Content(
        facts=tuple(fact(fields, row) for row in table(park, "facts")),
        rows={sheet: tuple(rows(fields, park, sheet)) for sheet in lists},
        declarations=tuple(declaration(row) for row in table(park, "declarations")),
    )


def build() -> Mapping[Path, bytes]:
    """Give the workbooks by the paths that they are written to."""
    fields = load_dictionary(data_folder("criteria") / "fields.yaml")
    return {
        HERE / park.workbook: filled_bytes(fields, "vi", content(fields, park))
        for park in (DECREE_82, DECREE_35)
    }


if __name__ == "__main__":
    for path, workbook in build().items():
        path.write_bytes(workbook)
