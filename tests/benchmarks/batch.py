"""How fast a batch is beside the obvious script: ``python tests/benchmarks/batch.py``.

The script is what one would write first: pandas over openpyxl, one workbook after the other. It
checks every answer of the form by the data dictionary, as we do, and judges all criteria of Decree
35/2022 with yes, no and not known; JSON and HTML each. It is timed judging once, and judging under
every reading as we do, where all that it says must be what we say. It knows less than we do:
no evidence, no gaps, no totals typed beside a list.
It needs pandas (``pip install pandas``). Timings belong here, and are quoted as ratios.
"""

from __future__ import annotations

import argparse
import json
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
OBVIOUS = Path(__file__).resolve().parent / "obvious" / "script.py"


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


def differences(ours: Path, theirs: Path) -> str:
    """Count the verdicts, and the effects of readings on them, that the script gives otherwise."""
    verdicts = effects = verdicts_else = effects_else = 0
    for path in sorted(theirs.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        (assessment,) = json.loads((ours / path.name).read_text(encoding="utf-8"))["assessments"]
        for finding in assessment["findings"]:
            # What is only reported is a figure, that each tells in its own way.
            if finding["verdict"] == "reported":
                continue
            mine = {
                (e["reading"], e["option"], e["verdict"]) for e in finding["depends_on_reading"]
            }
            other = {tuple(e) for name, *e in told["changes"] if name == finding["id"]}
            verdicts += 1
            verdicts_else += told["verdicts"][finding["id"]] != finding["verdict"]
            effects += len(mine)
            effects_else += len(mine ^ other)
    return (
        f"{verdicts_else} of {verdicts} verdicts, {effects_else} of {effects} effects of readings"
    )


def tell(line: str) -> None:
    """Print a line of the figures."""
    print(line)  # noqa: T201 - the figures are the point


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
        script = (sys.executable, str(OBVIOUS), str(folder / "in"))
        once, _ = timed(*script, str(folder / "once"))
        obvious, _ = timed(*script, str(folder / "obvious"), "all")
        said = differences(folder / "out", folder / "obvious")
        each = ours / told.parks
        tell(f"{told.parks} workbooks: {ours:.1f} s, {each * 1000:.1f} ms each, {memory:.0f} MB")
        tell(f"  the obvious script / ours: {obvious / ours:.1f} x (at least 5)  {obvious:.0f} s")
        tell(f"  the same, judging once / ours: {once / ours:.1f} x  {once:.0f} s")
        tell(f"  said otherwise by the script: {said}")
        tell(f"  one job / all processors: {alone / ours:.2f} x")
        tell(f"  resumed, unchanged: {again / ours:.1%} (at most 5 %)  {again:.1f} s")
        if told.many:
            shutil.rmtree(folder / "one")
            shutil.rmtree(folder / "obvious")
            shutil.rmtree(folder / "once")
            timed(*maker, str(folder / "many"), "--parks", str(told.many))
            many, memory = batch(folder / "many", folder / "outs")
            ratio = many / told.many / each
            tell(f"{told.many} workbooks: {many:.0f} s, {ratio:.2f} x each, {memory:.0f} MB")


if __name__ == "__main__":
    main()
