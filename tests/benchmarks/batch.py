"""How fast a batch is beside the obvious script: ``python tests/benchmarks/batch.py``.

The script is what one would write first: pandas over openpyxl, one workbook after the other. It
checks every answer of the form by the data dictionary, as we do, and judges all criteria of Decree
35/2022 (each once: without unknowns, readings or evidence); JSON and HTML each.
It needs pandas (``pip install pandas``). Timings belong here, and are quoted as ratios.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SET = "vn-35-2022"

OBVIOUS = """
import json, sys
from pathlib import Path
import pandas as pd
import yaml
from jinja2 import Template

PAGE = Template('''<html><body><h1>{{ park }}</h1><table>{% for name, verdict in verdicts.items() %}
<tr><td>{{ name }}</td><td>{{ verdict }}</td></tr>{% endfor %}</table>
<ul>{% for sheet, row, field, value in wrong %}
<li>{{ sheet }}, {{ row }}, {{ field }}: {{ value }}</li>{% endfor %}</ul>
{% for sheet, rows in sheets.items() %}<h2>{{ sheet }}</h2><table>{% for row in rows %}
<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>{% endfor %}
</body></html>''', autoescape=True)

with open(sys.argv[3], encoding="utf-8") as stream:
    SHEETS = yaml.load(stream, Loader=yaml.CSafeLoader)["sheets"]
YES = {"Có": "yes", "Không": "no"}
CHOICES = {f["id"]: {c["label"]["vi"]: c["id"] for c in f["choices"]}
           for s in SHEETS for f in s["fields"] if f["type"] == "choice"}

def clean(values, field, names):
    "Give the values of a field as they are meant, and say which are wrong."
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

def table(sheet, spec, names, wrong):
    "Read a list: its headings stand in the row that holds most of them."
    fields = {f["label"]["vi"]: f for f in spec["fields"]}
    head = max(range(len(sheet)), key=lambda row: sheet.iloc[row].isin(fields).sum())
    rows = sheet.iloc[head + 1:].dropna(how="all")
    columns = {}
    for column, heading in enumerate(sheet.iloc[head]):
        field = fields.get(heading)
        if field is not None:
            values, bad = clean(rows[column], field, names)
            columns[field["id"]] = values
            for row in bad[bad].index:
                wrong.append((spec["id"], int(row) + 1, field["id"], str(rows[column][row])))
    empty = pd.Series([None] * len(rows), index=rows.index, dtype=object)
    for field in spec["fields"]:
        columns.setdefault(field["id"], empty)
    return pd.DataFrame(columns)

def meant(value, field):
    "Give one figure as it is meant; ValueError or KeyError where it is wrong."
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

def facts(sheet, spec, wrong):
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

def all_of(park, prefix):
    told = [value for name, value in park.items() if name.startswith(prefix)]
    return None if None in told else all(value == "yes" for value in told)

def assess(path):
    book, wrong = pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl"), []
    specs = {s["id"]: s for s in SHEETS}
    sheet = {s["id"]: book.get(s["label"]["vi"], pd.DataFrame([[None]])) for s in SHEETS}
    park = facts(sheet["park"], specs["park"], wrong)
    land = facts(sheet["land"], specs["land"], wrong)
    firms = table(sheet["enterprises"], specs["enterprises"], (), wrong)
    names = {*firms["tax_code"], *firms["enterprise_name"]}
    lists = {name: table(sheet[name], specs[name], names, wrong)
             for name in ("services", "recp", "symbiosis", "violations", "reports", "evidence")}
    day = pd.Timestamp(park.get("assessment_date") or park.get("period_end") or "2025-12-31")
    start = day - pd.DateOffset(years=3)
    counted = firms[firms["enterprise_kind"].isin(["enterprise", "export_processing", "service"])]
    present = counted[counted["enterprise_status"] != "closed"]
    counted = counted[counted["enterprise_status"] == "operating"]
    breaches = lists["violations"]
    date, remedied = (pd.to_datetime(breaches[n]) for n in ("violation_date", "violation_remedied"))
    standing = breaches[~(remedied <= day)]
    recent = breaches[(date > start) & (date <= day)]
    running = lists["services"]
    running = set(running["service"][running["service_state"] == "in_operation"])
    links = lists["symbiosis"]
    begun, ended = (pd.to_datetime(links[n]) for n in ("link_first_delivery", "link_stopped"))
    links = links[(begun <= day) & ~(ended <= day)]
    parties = {*links["link_provider"], *links["link_receiver"]}
    iso = firms["tax_code"].notna()
    for name in ("iso_production", "iso_environment"):
        iso &= (firms[name] == "yes") & (pd.to_datetime(firms[f"{name}_until"]) >= day)
    in_links = firms["tax_code"].isin(parties) | firms["enterprise_name"].isin(parties)
    measured = lists["recp"][(lists["recp"]["recp_state"] == "implemented")
                             & (lists["recp"]["recp_measured"] == "yes")]
    result = (firms["recp_result"] == "yes") | firms["tax_code"].isin(measured["recp_enterprise"])
    reports = lists["reports"][lists["reports"]["report_year"] == day.year - 1]
    filed = {kind: len(rows) for kind, rows in reports.groupby("report_kind")}
    whole = land.get("land_total_plan")
    shares = {n: (land.get(f"land_{n}_plan") or 0) / whole if whole else None
              for n in ("green", "traffic", "technical", "social")}
    bad_firms = set(standing["violation_enterprise"])
    clean_firms = ~present["tax_code"].isin(bad_firms)
    clean_firms &= ~present["enterprise_name"].isin(bad_firms)
    new = park.get("new_eip_project") == "yes"
    built = ("in_use", "under_construction", "agreement", "approved_plan")
    verdicts = {
        "developer-compliance": not len(standing[standing["violation_of"] == "developer"]),
        "developer-review": not len(recent[recent["violation_of"] == "developer"]),
        "basic-services": running >= {"electricity", "water_supply", "telecom", "fire_safety",
                                      "wastewater", "symbiosis_support"},
        "input-output-monitoring": all_of(park, "io_"),
        "recp-report": filed.get("recp", 0) >= 1,
        "environmental-social-report": filed.get("environment_social", 0) >= 1,
        "enterprise-compliance": not len(standing[standing["violation_of"] == "enterprises"]),
        "enterprise-review": not len(recent[recent["violation_of"] == "enterprises"]),
        "symbiosis-links": len(links) >= 1,
        "symbiosis-iso": bool(iso[in_links].all()),
        "recp-applied": bool(len(counted) and result[counted.index].mean() >= 0.2),
        "shared-land": None if whole is None else sum(shares.values()) >= 0.25,
        "land-components": None if whole is None else (shares["green"] >= 0.1
            and shares["traffic"] >= 0.1 and shares["technical"] >= 0.01),
        "worker-facilities": park.get("housing") in built and park.get("public_amenities") in built,
        "new-park-file-content": not new or all_of(park, "new_eip_"),
        "new-park-commitment": not new or park.get("new_eip_commitment") == "yes",
        "new-park-commitment-years": not new or (park.get("new_eip_years") or 99) <= 8,
        "new-park-type-stated": not new or park.get("new_eip_stated") == "yes",
        "eco-enterprise-compliance": float(clean_firms.mean()),
        "eco-enterprise-symbiosis": float(in_links[present.index].mean()),
        "eco-enterprise-iso": float(iso[present.index].mean()),
        "eco-enterprise-recp": float(result[present.index].mean()),
    }
    sheets = {n: s.fillna("").values.tolist() for n, s in book.items()}
    return park, verdicts, wrong, sheets

source, out = Path(sys.argv[1]), Path(sys.argv[2])
out.mkdir()
for path in sorted(source.glob("*.xlsx")):
    park, verdicts, wrong, sheets = assess(path)
    told = {"file": path.name, "verdicts": verdicts, "wrong": wrong}
    text = json.dumps(told, ensure_ascii=False, default=str)
    (out / f"{path.stem}.json").write_text(text, encoding="utf-8")
    page = PAGE.render(park=path.stem, verdicts=verdicts, wrong=wrong, sheets=sheets)
    (out / f"{path.stem}.html").write_text(page, encoding="utf-8")
"""


def timed(*command: str) -> tuple[float, float]:
    """Run a command; give its seconds, and the most memory (MB) that any process took so far."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    took = time.perf_counter() - start
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def batch(source: Path, out: Path, *more: str) -> tuple[float, float]:
    """Time our batch."""
    command = (sys.executable, "-m", "eipcheck", "batch", str(source), "--out", str(out))
    return timed(*command, "--criteria", SET, *more)


def main() -> None:
    """Print all ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parks", type=int, default=1000)
    parser.add_argument("--many", type=int, default=0, help="also so many, for linearity")
    told = parser.parse_args()
    maker = (sys.executable, str(ROOT / "tests" / "synthetic_parks" / "make.py"))
    os.environ["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        timed(*maker, str(folder / "in"), "--parks", str(told.parks))
        ours, memory = batch(folder / "in", folder / "out")
        again, _ = batch(folder / "in", folder / "out", "--resume")
        alone, _ = batch(folder / "in", folder / "one", "--jobs", "1")
        obvious, _ = timed(
            *(sys.executable, "-c", OBVIOUS, str(folder / "in"), str(folder / "obvious")),
            str(ROOT / "criteria" / "fields.yaml"),
        )
        each = ours / told.parks
        print(f"{told.parks} workbooks: {ours:.1f} s, {each * 1000:.1f} ms each, {memory:.0f} MB")  # noqa: T201
        print(f"  the obvious script / ours: {obvious / ours:.1f} x (at least 5)  {obvious:.0f} s")  # noqa: T201
        print(f"  one job / all processors: {alone / ours:.2f} x")  # noqa: T201
        print(f"  resumed, unchanged: {again / ours:.1%} (at most 5 %)  {again:.1f} s")  # noqa: T201
        if told.many:
            shutil.rmtree(folder / "one")
            shutil.rmtree(folder / "obvious")
            timed(*maker, str(folder / "many"), "--parks", str(told.many))
            many, memory = batch(folder / "many", folder / "outs")
            ratio = many / told.many / each
            print(f"{told.many} workbooks: {many:.0f} s, {ratio:.2f} x each, {memory:.0f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
