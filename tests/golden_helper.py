"""Compares whole outputs with files kept in the repository, reviewed as diffs."""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "reporting" / "golden"


def check_golden(name: str, text: str) -> None:
    """Compare ``text`` with the kept file; ``EIPCHECK_UPDATE_GOLDEN=1`` writes it instead."""
    path = GOLDEN / name
    if os.environ.get("EIPCHECK_UPDATE_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
