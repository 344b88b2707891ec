"""``criteria check`` against plain parsing, as a ratio: ``python tests/benchmarks/criteria.py``.

A set of 120 criteria with their cases is made by repeating the cards of the shipped set. Both
sides run in turn in this process, so that the machine's noise cancels; a second line compares
whole processes, imports included.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from eipcheck.criteria.check import check_set
from eipcheck.criteria.dictionary import load_dictionary

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "criteria" / "vn-82-2018"
FIELDS = ROOT / "criteria" / "fields.yaml"
COPIES = "abcdefgh"
LIMIT = 6
_CARD_ID = re.compile(r"^(  - id: )([a-z-]+)$", re.MULTILINE)
_CASE_OF = re.compile(r"\b(criterion: )([a-z-]+)")
PLAIN = """
import sys, pathlib, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
"""


def big_set(folder: Path) -> Path:
    """Write the set, each card and its cases once for each letter."""
    home = folder / MODEL.name
    (home / "tests").mkdir(parents=True)
    for path in MODEL.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name != "set.yaml":
            head, _, cards = text.partition("criteria:\n")
            text = f"{head}criteria:\n" + "\n".join(
                _CARD_ID.sub(rf"\1\2-{c}", cards) for c in COPIES
            )
        (home / path.name).write_text(text, encoding="utf-8")
    for path in (MODEL / "tests").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for copy in COPIES:
            name = f"{path.stem}-{copy}.yaml"
            (home / "tests" / name).write_text(
                _CASE_OF.sub(rf"\1\2-{copy}", text), encoding="utf-8"
            )
    return home


def check(home: Path) -> None:
    """Check the set as ``criteria check`` does, the data dictionary included."""
    others = [p for p in check_set(home, load_dictionary(FIELDS)) if p.code != "C537"]
    if others:
        message = f"the copies have faults, such as {others[0]}"
        raise SystemExit(message)


def parse(home: Path) -> None:
    """Parse the same files and nothing else."""
    for path in (FIELDS, *home.rglob("*.yaml")):
        yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)


def took(run: Callable[[], object]) -> float:
    """Give the seconds that a run takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def compare(name: str, ours: Callable[[], object], plain: Callable[[], object], n: int) -> None:
    """Run both in turn and print the ratio of their medians."""
    pairs = [(took(ours), took(plain)) for _ in range(n)]
    a, b = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
    print(  # noqa: T201 - the figures are the point
        f"{name:<34} {a / b:5.2f} x (at most {LIMIT} x)"
        f"   {a * 1000:6.0f} ms against {b * 1000:6.0f} ms"
    )


def main() -> None:
    """Print both ratios."""
    with tempfile.TemporaryDirectory() as folder:
        home = big_set(Path(folder))
        compare("check 120 criteria / parsing", lambda: check(home), lambda: parse(home), 5)
        ours = [sys.executable, "-m", "eipcheck", "criteria", "check", str(home)]
        plain = [sys.executable, "-c", PLAIN, str(home)]
        quiet = subprocess.DEVNULL
        compare(
            "the same, as whole processes",
            lambda: subprocess.run(ours, stdout=quiet, stderr=quiet, check=False),
            lambda: subprocess.run(plain, stdout=quiet, check=True),
            3,
        )


if __name__ == "__main__":
    main()
