"""How long each report takes beyond evaluation: ``python tests/benchmarks/reports.py``.

Prints, for the pilot park, the synthetic park and a park of 1,000 enterprises, the medians of
assessing it, of the view, and of each format with its view once the templates are loaded; each
format also as a ratio to assessing, which is done in turn with it, so that the machine's noise
cancels. The first time stands apart, and the size.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from eipcheck.criteria.dictionary import load_dictionary  # noqa: E402 - after the path
from eipcheck.pipeline.assess import Request, open_session  # noqa: E402
from eipcheck.pipeline.formats import FORMATS, rendered  # noqa: E402
from eipcheck.pipeline.reports import views  # noqa: E402
from eipcheck.resources import data_folder  # noqa: E402
from eipcheck.workbook.content import Content  # noqa: E402
from eipcheck.workbook.fill import filled_book  # noqa: E402

LIMITS = {"html": 15, "docx": 150, "pdf": 300}
"""The most milliseconds beyond evaluation: the view, and the format made of it."""
ROUNDS = 7
LARGE = 1000
PARKS = {
    "pilot": ROOT / "examples" / "pilot-parks" / "hiep-phuoc.xlsx",
    "synthetic": ROOT / "examples" / "synthetic-park" / "kcn-mau.xlsx",
}


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds that something takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def large(folder: Path) -> Path:
    """Write a park of many enterprises, of which all answer."""
    rows = tuple(
        {
            "tax_code": f"{number:010}",
            "enterprise_name": f"Doanh nghiệp giả định {number:04}",
            "enterprise_status": "operating",
            "recp_applied": number % 4 == 0,
        }
        for number in range(1, LARGE + 1)
    )
    dictionary = load_dictionary(data_folder("criteria") / "fields.yaml")
    path = folder / "large.xlsx"
    filled_book(dictionary, "vi", Content(rows={"enterprises": rows})).save(path)
    return path


def report(name: str, path: Path) -> None:
    """Print what the reports of one park cost."""
    session = open_session(Request())
    done = session.assess(path)
    view = views(done, "vi")[0]
    for kind in FORMATS:
        if kind in ("json", "annotated"):
            continue
        make = partial(rendered, kind, [view], {})
        first = timed(make)
        rounds = [
            (timed(lambda: session.assess(path)), timed(lambda: views(done, "vi")), timed(make))
            for _ in range(ROUNDS)
        ]
        judging, seeing, making = map(statistics.median, zip(*rounds, strict=True))
        if kind == FORMATS[0]:
            sys.stdout.write(f"{name}: assessing {judging:.0f} ms, view {seeing:.1f} ms\n")
        whole = seeing + making
        limit = f" (limit {LIMITS[kind]})" if kind in LIMITS else ""
        sys.stdout.write(
            f"  {kind:5} {whole:6.1f} ms with its view{limit}, {whole / judging:5.2f} x assessing,"
            f" alone {making:.1f} ms, first {first:.0f} ms, {len(make()) / 1000:.0f} kB\n"
        )


def main() -> None:
    """Print the figures of every park."""
    for park, file in PARKS.items():
        report(park, file)
    with tempfile.TemporaryDirectory() as folder:
        report(f"{LARGE} enterprises", large(Path(folder)))


if __name__ == "__main__":
    main()
