"""The program works from a wheel, in an environment that has never seen the checkout."""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from the checkout, and give what it prints."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(c) for c in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_wheel_carries_criteria_templates_and_examples(tmp_path: Path) -> None:
    """Built, installed and run with nothing of the checkout within reach."""
    built = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT)
    run(*built, cwd=tmp_path)
    (wheel,) = tmp_path.glob("eipcheck-*.whl")
    home = tmp_path / "clean"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    eipcheck = home / "bin" / "eipcheck"
    assert "vn-82-2018" in run(eipcheck, "criteria", "list", cwd=tmp_path)
    run(eipcheck, "template", "blank.xlsx", cwd=tmp_path)
    report = ("--report", "html:blank.html", "--report", "md:blank.md", "--report", "json:-")
    assert '"vn-82-2018"' in run(eipcheck, "assess", "blank.xlsx", *report, cwd=tmp_path)
    assert "</html>" in (tmp_path / "blank.html").read_text(encoding="utf-8")
    run(eipcheck, "demo", "demo", cwd=tmp_path)
