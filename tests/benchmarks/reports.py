"""How long each report takes beyond evaluation: ``python tests/benchmarks/reports.py``.

Prints, for the pilot park, the synthetic park and a park of 1,000 enterprises, the median of the
view and of each format once its templates are loaded, the first time apart, and the size.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from eipcheck.criteria.dictionary import load_dictionary  # noqa: E402 - after the path
from eipcheck.pipeline.assess import assess  # noqa: E402
from eipcheck.pipeline.formats import FORMATS, rendered  # noqa: E402
from eipcheck.pipeline.reports import views  # noqa: E402
from eipcheck.resources import data_folder  # noqa: E402
from eipcheck.workbook.content import Content  # noqa: E402
from eipcheck.workbook.fill import filled_book  # noqa: E402

LIMITS = {"html": 15, "docx": 150, "pdf": 300}
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
    done = assess(path)
    seen = statistics.median(timed(lambda: views(done, "vi")) for _ in range(ROUNDS))
    sys.stdout.write(f"{name}: view {seen:.0f} ms\n")
    view = views(done, "vi")[0]
    for kind in FORMATS:
        if kind in ("json", "annotated"):
            continue
        first = timed(lambda kind=kind: rendered(kind, [view], {}))  # type: ignore[misc]
        later = statistics.median(
            timed(lambda kind=kind: rendered(kind, [view], {}))  # type: ignore[misc]
            for _ in range(ROUNDS)
        )
        size = len(rendered(kind, [view], {})) / 1000
        limit = f" (limit {LIMITS[kind]})" if kind in LIMITS else ""
        sys.stdout.write(
            f"  {kind:5} {later:6.1f} ms{limit}, first {first:.0f} ms, {size:.0f} kB\n"
        )


if __name__ == "__main__":
    for park, file in PARKS.items():
        report(park, file)
    with tempfile.TemporaryDirectory() as folder:
        report(f"{LARGE} enterprises", large(Path(folder)))
