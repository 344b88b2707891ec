"""Prints Word files with LibreOffice, which a developer's machine may lack and CI must have."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

_SECONDS = 240


def printed(files: Sequence[Path], folder: Path) -> dict[Path, PdfReader]:
    """Print each Word file into a folder; give the PDF by the file."""
    office = shutil.which("soffice")
    if office is None:
        missing = "LibreOffice is missing: install libreoffice-writer-nogui"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to = ("--headless", "--convert-to", "pdf", "--outdir", str(folder))
    command = [str(office), profile, *to, *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    return {file: PdfReader(folder / f"{file.stem}.pdf") for file in files}
