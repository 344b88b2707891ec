"""How fast a batch is beside the obvious script: ``python tests/benchmarks/batch.py``.

The script is what one would write first: pandas over openpyxl, one workbook after the other, the
same figures of Decree 35/2022 (without unknowns, readings, evidence or cells), JSON and HTML each.
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
from jinja2 import Template

PAGE = Template('''<html><body><h1>{{ park }}</h1><table>{% for name, value in figures.items() %}
<tr><td>{{ name }}</td><td>{{ value }}</td></tr>{% endfor %}</table>
{% for sheet, rows in sheets.items() %}<h2>{{ sheet }}</h2><table>{% for row in rows %}
<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>{% endfor %}
</body></html>''', autoescape=True)

def facts(sheet):
    return {str(row[1]): row[3] for row in sheet.itertuples(index=False) if len(row) > 3}

def table(sheet, head):
    heads = list(sheet.iloc[head])
    rows = sheet.iloc[head + 1:].copy()
    rows.columns = [str(h) for h in heads]
    return rows.dropna(how="all")

def share(column):
    known = column.dropna()
    return None if known.empty else float((known == "Có").mean())

def assess(path):
    book = pd.read_excel(path, sheet_name=None, header=None)
    park = facts(book["KCN"])
    register = table(book["Doanh nghiệp"], 5)
    operating = register[register["Tình trạng hoạt động"] == "Đang hoạt động"]
    services = table(book["Dịch vụ"], 5)
    links, reports = table(book["Cộng sinh"], 5), table(book["Báo cáo"], 5)
    breaches = table(book["Vi phạm"], 14)
    figures = {
        "services": int((services.iloc[:, 1] == "Đang cung cấp").sum()),
        "recp": share(operating.filter(like="Áp dụng RECP có kết quả").iloc[:, 0]),
        "iso_production": share(operating.filter(like="sản xuất (ISO").iloc[:, 0]),
        "iso_environment": share(operating.filter(like="môi trường (ISO").iloc[:, 0]),
        "links": len(links), "reports": len(reports), "breaches": len(breaches),
        "operating": len(operating), "licensed": len(register),
        "monitored": sum(value == "Có" for value in park.values()),
    }
    verdicts = {
        "basic-services": figures["services"] >= 4,
        "recp-applied": (figures["recp"] or 0) >= 0.2,
        "symbiosis-links": figures["links"] >= 1,
        "enterprise-compliance": figures["breaches"] == 0,
    }
    return park, figures, verdicts, {n: s.fillna("").values.tolist() for n, s in book.items()}

source, out = Path(sys.argv[1]), Path(sys.argv[2])
out.mkdir()
for path in sorted(source.glob("*.xlsx")):
    park, figures, verdicts, sheets = assess(path)
    told = {"file": path.name, "figures": figures, "verdicts": verdicts}
    (out / f"{path.stem}.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    page = PAGE.render(park=path.stem, figures={**figures, **verdicts}, sheets=sheets)
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
            sys.executable, "-c", OBVIOUS, str(folder / "in"), str(folder / "obvious")
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
