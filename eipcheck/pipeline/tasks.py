"""Finds the workbooks of a batch and names their outputs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from msgspec import Struct

SUMMARY = "eipcheck-summary"
_WORKBOOKS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"}
"""Other formats are taken so that each gets its message instead of silence."""


class Task(Struct, frozen=True):
    """A workbook to assess; ``name`` is its relative path, ``stem`` that of its outputs."""

    source: Path
    name: str
    stem: str

    def output(self, out: Path, suffix: str) -> Path:
        """Give the path of one of its outputs."""
        return out / f"{self.stem}.{suffix}"


def plan(paths: Iterable[Path]) -> tuple[Task, ...]:
    """Find the workbooks, each once, and name their outputs after their relative paths.

    Lock files (``~$*``), hidden files and summaries of earlier batches are left out of folders.
    Names that differ only by case or suffix, or in the folder given, are numbered.
    """
    tasks: dict[Path, Task] = {}
    taken: set[str] = set()
    for path in paths:
        for source, name in _workbooks(path):
            if source.resolve() not in tasks:
                stem = _free(name.with_suffix(""), taken)
                tasks[source.resolve()] = Task(source, str(name), stem)
    return tuple(tasks.values())


def _workbooks(path: Path) -> list[tuple[Path, PurePosixPath]]:
    if not path.is_dir():
        return [(path, PurePosixPath(path.name))]
    found = (f for f in path.rglob("*") if f.suffix.lower() in _WORKBOOKS and f.is_file())
    relative = ((f, PurePosixPath(f.relative_to(path).as_posix())) for f in found)
    return sorted(((f, name) for f, name in relative if not _is_ours(name)), key=lambda p: p[1])


def _is_ours(name: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in name.parts)
    return hidden or name.stem == SUMMARY


def _free(name: PurePosixPath, taken: set[str]) -> str:
    """Give the name, numbered where a system that ignores case or marks would confuse it."""
    number, text = 1, str(name)
    while (key := normalize("NFC", text).casefold()) in taken:
        number += 1
        text = f"{name}-{number}"
    taken.add(key)
    return text
