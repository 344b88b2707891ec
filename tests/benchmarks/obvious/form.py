"""Reads the form with pandas over openpyxl: lists by their headings, answers by their kinds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

CRITERIA = Path(__file__).resolve().parents[3] / "criteria"
YES = {"Có": "yes", "Không": "no"}

Rows = pd.DataFrame
Wrong = list[tuple[str, int, str, str]]


def loaded(path: Path) -> Any:
    """Read a YAML file."""
    with path.open(encoding="utf-8") as stream:
        return yaml.load(stream, Loader=yaml.CSafeLoader)


SHEETS = {s["id"]: s for s in loaded(CRITERIA / "fields.yaml")["sheets"]}
CHOICES = {
    f["id"]: {c["label"]["vi"]: c["id"] for c in f["choices"]}
    for s in SHEETS.values()
    for f in s["fields"]
    if f["type"] == "choice"
}


@dataclass(frozen=True)
class Park:
    """A park: its figures, its lists, which of them are complete, and the day it is judged on."""

    park: dict[str, Any]
    land: dict[str, Any]
    firms: Rows
    services: Rows
    recp: Rows
    symbiosis: Rows
    violations: Rows
    reports: Rows
    evidence: Rows
    complete: dict[str, bool]
    day: pd.Timestamp


def clean(values: pd.Series, field: dict[str, Any], names: set[str]) -> tuple[pd.Series, pd.Series]:
    """Give the values of a field as they are meant, and say which are wrong."""
    kind, told = field["type"], values.notna()
    if kind in ("number", "integer", "year"):
        clear = pd.to_numeric(values, errors="coerce")
        bad = told & clear.isna()
        if kind == "integer":
            bad |= told & (clear % 1 != 0)
        if "plausible" in field:
            bad |= told & ~clear.between(field["plausible"]["from"], field["plausible"]["to"])
    elif kind == "date":
        clear = pd.to_datetime(values, errors="coerce", dayfirst=True)
        bad = told & clear.isna()
    elif kind in ("choice", "yes_no"):
        clear = values.map(YES if kind == "yes_no" else CHOICES[field["id"]])
        bad = told & clear.isna()
    elif kind == "enterprise":
        clear, bad = values, told & ~values.isin(names)
    else:
        clear, bad = values, told & False
    if "blank_means" in field and kind in ("choice", "yes_no"):
        clear = clear.where(told, field["blank_means"])
    return clear, bad


def table(sheet: Rows, spec: dict[str, Any], names: set[str], wrong: Wrong) -> Rows:
    """Read a list: its headings stand in the row that holds most of them."""
    fields = {f["label"]["vi"]: f for f in spec["fields"]}
    head = max(range(len(sheet)), key=lambda row: sheet.iloc[row].isin(fields).sum())
    rows = sheet.iloc[head + 1 :].dropna(how="all")
    columns = {}
    for column, heading in enumerate(sheet.iloc[head]):
        field = fields.get(heading)
        if field is not None:
            values, bad = clean(rows[column], field, names)
            columns[field["id"]] = values
            for row in bad[bad].index:
                wrong.append((spec["id"], int(row) + 1, field["id"], str(rows[column][row])))
    for field in spec["fields"]:
        blank = pd.Series([None] * len(rows), index=rows.index, dtype=object)
        dates = field["type"] == "date"
        columns.setdefault(field["id"], pd.to_datetime(blank) if dates else blank)
    return pd.DataFrame(columns)


def declared(sheet: Rows, spec: dict[str, Any]) -> dict[str, bool]:
    """Say which lists are declared complete."""
    said = dict(zip(sheet[0], sheet[1], strict=True)) if 1 in sheet else {}
    return {d["id"]: said.get(d["label"]["vi"]) == "Có" for d in spec.get("declarations", ())}


def meant(value: Any, field: dict[str, Any]) -> Any:
    """Give one figure as it is meant; ValueError or KeyError where it is wrong."""
    kind = field["type"]
    if kind in ("number", "integer", "year"):
        number = float(value)
        low, high = (field.get("plausible", {}).get(end, number) for end in ("from", "to"))
        if not low <= number <= high or (kind != "number" and number % 1):
            raise ValueError(value)
        return number
    if kind == "date":
        return pd.Timestamp(value)
    if kind in ("choice", "yes_no"):
        return (YES if kind == "yes_no" else CHOICES[field["id"]])[value]
    return value


def facts(sheet: Rows, spec: dict[str, Any], wrong: Wrong) -> dict[str, Any]:
    """Read the figures of a sheet, one in a row."""
    fields, found = {f["id"]: f for f in spec["fields"]}, {}
    for row, values in enumerate(sheet.itertuples(index=False), start=1):
        field = fields.get(values[0])
        if field is not None and len(values) > 3:
            found[field["id"]] = field.get("blank_means")
            if pd.notna(values[3]):
                try:
                    found[field["id"]] = meant(values[3], field)
                except (ValueError, KeyError):
                    wrong.append((spec["id"], row, field["id"], str(values[3])))
    return found


def read(path: Path) -> tuple[Park, Wrong, dict[str, Rows]]:
    """Read a workbook: the park, what is wrong in it, and its cells."""
    book, wrong = pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl"), []
    sheet = {n: book.get(s["label"]["vi"], pd.DataFrame([[None]])) for n, s in SHEETS.items()}
    told = {n: facts(sheet[n], SHEETS[n], wrong) for n in ("park", "land")}
    firms = table(sheet["enterprises"], SHEETS["enterprises"], set(), wrong)
    names = {*firms["tax_code"].dropna(), *firms["enterprise_name"].dropna()}
    lists = {
        name: table(sheet[name], SHEETS[name], names, wrong)
        for name in ("services", "recp", "symbiosis", "violations", "reports", "evidence")
    }
    complete = {}
    for name in ("enterprises", *lists):
        complete |= declared(sheet[name], SHEETS[name])
    given = [told["park"].get(n) for n in ("registration_date", "assessment_date", "period_end")]
    day = pd.Timestamp(next(filter(None, given)))
    park = Park(**told, **lists, day=day, firms=firms, complete=complete)
    return park, wrong, book
