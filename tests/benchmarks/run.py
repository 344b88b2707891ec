"""Whole-process benchmarks, printed as ratios of medians: ``python tests/benchmarks/run.py``.

Run it with the interpreter of an environment where eipcheck is installed. The machine's noise
cancels in the ratios, since both sides run in turn; byte code is compiled first. At the end stands
what each format of a report costs within a process, as ``reports.py`` prints it by itself.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import reports

ROOT = Path(__file__).resolve().parents[2]
PARK = ROOT / "examples" / "pilot-parks" / "hiep-phuoc.xlsx"
EIPCHECK = (sys.executable, "-m", "eipcheck")

PLAIN_ASSESS = """
import sys, pathlib
import jinja2, openpyxl, yaml
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
for sheet in book.worksheets:
    sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True):
        pass
folder = pathlib.Path(sys.argv[2])
for file in [folder / "fields.yaml", *sorted((folder / "vn-82-2018").glob("*.yaml"))]:
    yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
"""
PLAIN_CELLS = """
import sys
import openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
for sheet in book.worksheets:
    sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True):
        pass
"""
PLAIN_FAST = """
import re, sys, zipfile
from python_calamine import CalamineWorkbook
PROBE = [rb'\\br="([A-Z]{3,}[0-9]*|[A-Z]{0,2}(?:[2-9][0-9]{5}|[0-9]{7,}))"', rb't="e"', rb'<f[ />]']
def read(path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                xml = archive.read(name)
                for sign in PROBE:
                    if re.search(sign, xml):
                        sys.exit("not plain: " + name)
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""
"""Calamine, and what must be known of a workbook before it may read it."""


@dataclass(frozen=True)
class Run:
    """The median of several runs of one command."""

    seconds: float
    megabytes: float


def once(command: tuple[str, ...]) -> tuple[float, float]:
    """Run a command and give its wall time and its peak memory."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        message = f"{command} ended with {process.returncode}"
        raise SystemExit(message)
    return seconds, usage.ru_maxrss / 1024


def compare(name: str, limit: float, ours: tuple[str, ...], plain: tuple[str, ...], n: int) -> None:
    """Run both commands in turn and print the ratio of their medians."""
    once(ours)
    once(plain)
    pairs = [(once(ours), once(plain)) for _ in range(n)]
    a, b = (
        Run(*(statistics.median(run[side][k] for run in pairs) for k in (0, 1))) for side in (0, 1)
    )
    ratio = a.seconds / b.seconds
    print(  # noqa: T201 - the figures are the point
        f"{name:<44} {ratio:5.2f} x (at most {limit} x)"
        f"   {a.seconds * 1000:6.0f} ms against {b.seconds * 1000:6.0f} ms, {a.megabytes:4.0f} MB"
    )


def big_register(folder: Path) -> Path:
    """Write a park whose register has 5,000 enterprises and 60 columns."""
    from openpyxl import load_workbook  # noqa: PLC0415 - not part of what is measured

    from eipcheck.criteria.dictionary import load_dictionary  # noqa: PLC0415
    from eipcheck.workbook.content import Content, DeclarationRow  # noqa: PLC0415
    from eipcheck.workbook.fill import filled_bytes  # noqa: PLC0415

    rows = tuple(
        {
            "tax_code": f"{9900000000 + i}",
            "enterprise_name": f"Doanh nghiệp giả định {i:04d}",
            "enterprise_kind": "service" if i % 9 == 0 else "enterprise",
            "tenure": "land_lease" if i % 3 else "rented_factory",
            "sector": f"{i % 33 + 10}",
            "enterprise_status": "operating" if i % 20 else "under_construction",
            "status_since": date(2010 + i % 9, 1 + i % 12, 1 + i % 28),
            "enterprise_workers": Decimal(i % 700),
            "recp_aware": i % 10 != 0,
            "recp_aware_basis": "training",
            "recp_taking_part": i % 4 == 0,
            "recp_assessed": i % 6 == 0,
            "recp_applied": i % 5 == 0 if i % 7 else None,
            "symbiosis_plan": i % 11 == 0,
            "iso_production": i % 8 == 0,
            "iso_environment": i % 12 == 0,
            "enterprise_note": f"Dòng {i}",
        }
        for i in range(5000)
    )
    content = Content(
        rows={"enterprises": rows},
        declarations=(DeclarationRow(id="enterprises_complete", complete=True),),
    )
    dictionary = load_dictionary(ROOT / "criteria" / "fields.yaml")
    path = folder / "register.xlsx"
    path.write_bytes(filled_bytes(dictionary, "vi", content))
    book = load_workbook(path)
    sheet = book["Doanh nghiệp"]
    first = sheet.max_column + 1
    for row in range(8, 8 + 5000):
        for column in range(first, 61):
            sheet.cell(row, column, row * column)
    book.save(path)
    return path


def admission(path: Path, n: int = 51) -> None:
    """Print how long a workbook is looked at before any parser sees it."""
    from eipcheck.model.place import FilePlace  # noqa: PLC0415 - not part of a start
    from eipcheck.workbook.admission import examine  # noqa: PLC0415 - as above

    data, place = path.read_bytes(), FilePlace(path.name)
    times = []
    for _ in range(n):
        start = time.perf_counter()
        examine(data, place)
        times.append(time.perf_counter() - start)
    took = statistics.median(times) * 1000
    print(f"{'admission of a small file':<44} {took:5.1f} ms (at most 10 ms)")  # noqa: T201


def cells(path: Path, limit: float, n: int = 7) -> None:
    """Print how long the reading of all cells takes, beside calamine and its probe, in turn."""
    from eipcheck.model.place import FilePlace  # noqa: PLC0415 - not part of a start
    from eipcheck.workbook.admission import examine  # noqa: PLC0415 - as above
    from eipcheck.workbook.book import Book  # noqa: PLC0415 - as above

    plain: dict[str, Callable[[str], None]] = {}
    exec(PLAIN_FAST, plain)  # noqa: S102 - our own script
    data, place = path.read_bytes(), FilePlace(path.name)
    package = examine(data, place)

    def ours() -> None:
        book = Book(data, package, place)
        for name in book.names:
            book.grid(name)

    def took(work: Callable[[], None]) -> float:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    pairs = [(took(ours), took(lambda: plain["read"](str(path)))) for _ in range(n)]
    a, b = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
    name = "cells of 5,000 x 60 / calamine and probe"
    print(f"{name:<44} {a / b:5.2f} x (at most {limit} x)   {a:6.0f} ms against {b:6.0f} ms")  # noqa: T201


def main() -> None:
    """Print all ratios."""
    admission(PARK)
    compileall.compile_dir(ROOT / "eipcheck", quiet=1)
    bare = (sys.executable, "-c", "pass")
    compare("--help / bare Python", 8, (*EIPCHECK, "--help"), bare, 9)
    criteria = str(ROOT / "criteria")
    plain: tuple[str, ...] = (sys.executable, "-c", PLAIN_ASSESS, str(PARK), criteria)
    compare("assess a pilot park / plain script", 1.0, (*EIPCHECK, "assess", str(PARK)), plain, 9)
    with tempfile.TemporaryDirectory() as folder:
        register = str(big_register(Path(folder)))
        plain = (sys.executable, "-c", PLAIN_CELLS, register)
        compare("5,000 x 60 / reading its cells", 1.0, (*EIPCHECK, "assess", register), plain, 3)
        fast = PLAIN_FAST + "read(sys.argv[1])"
        plain = (sys.executable, "-c", fast, register)
        compare("5,000 x 60 / calamine and probe", 1.6, (*EIPCHECK, "assess", register), plain, 5)
        cells(Path(register), 1.6)
    reports.main()


if __name__ == "__main__":
    main()
