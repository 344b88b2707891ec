"""The same workbook gives the same bytes, whatever order Python's sets take in a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARK = ROOT / "examples" / "synthetic-park" / "kcn-mau-35.xlsx"


def test_reports_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "import sys; from pathlib import Path; from eipcheck import Request, assess;"
        "from eipcheck.pipeline.formats import rendered;"
        "from eipcheck.pipeline.reports import views;"
        "done = assess(Path(sys.argv[1]), Request(criteria=('vn-82-2018', 'vn-35-2022')));"
        "told = [rendered('html', [view], {}) for view in views(done, 'en')];"
        "sys.stdout.buffer.write(b''.join(told))"
    )
    told = {
        subprocess.run(
            (sys.executable, "-c", code, str(PARK)),
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in (1, 2, 3)
    }
    assert len(told) == 1
