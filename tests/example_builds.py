"""Loads the scripts that write the example workbooks, and reads such workbooks plainly."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PILOT = EXAMPLES / "pilot-parks"
SYNTHETIC = EXAMPLES / "synthetic-park"
MESSY = EXAMPLES / "messy-register"


@cache
def script(folder: Path) -> ModuleType:
    """Import ``build.py`` of a folder under a name of its own."""
    name = f"build_{folder.name.replace('-', '_')}"
    spec = importlib.util.spec_from_file_location(name, folder / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@cache
def built(folder: Path) -> Mapping[Path, bytes]:
    """Build the workbooks of a folder, without writing them."""
    workbooks: Mapping[Path, bytes] = script(folder).build()
    return workbooks


def cells(workbook: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """Give every value of every sheet."""
    book = load_workbook(BytesIO(workbook))
    return {sheet.title: list(sheet.values) for sheet in book.worksheets}


def members(workbook: bytes) -> dict[str, bytes]:
    """Give the files inside a workbook, unpacked."""
    with ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
