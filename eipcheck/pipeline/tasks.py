"""Finds the workbooks of a batch and names their outputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from msgspec import Struct

from eipcheck.model.source import Address, Source

SUMMARY = "eipcheck-summary"
_WORKBOOKS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"}
"""Other formats are taken so that each gets its message instead of silence."""


class Task(Struct, frozen=True):
    """A workbook to assess; ``name`` is its relative path, ``stem`` that of its outputs."""

    source: Source
    name: str
    stem: str

    def output(self, out: Path, suffix: str) -> Path:
        """Give the path of one of its outputs."""
        return out / f"{self.stem}.{suffix}"


def plan(paths: Iterable[Source]) -> tuple[Task, ...]:
    """Find the workbooks, each once, and name their outputs after their relative paths.

    Addresses are searched as folders are; one that ends as a workbook does is not asked whether
    it is a folder.

    Lock files (``~$*``), hidden files and summaries of earlier batches are left out of folders.
    Names that differ only by case or suffix, or in the folder given, are numbered.

    Raises:
        UsageError: what reads an address is not installed.
        InputError: an address, or a folder there, cannot be listed.
    """
    tasks: dict[Source, Task] = {}
    taken: set[str] = set()
    for path in paths:
        for source, name in _workbooks(path):
            known = source if isinstance(source, Address) else source.resolve()
            if known not in tasks:
                stem = _free(name.with_suffix(""), taken)
                tasks[known] = Task(source, str(name), stem)
    return tuple(tasks.values())


def _workbooks(path: Source) -> Sequence[tuple[Source, PurePosixPath]]:
    found = _listed(path) if isinstance(path, Address) else _files(path)
    if found is None:
        return [(path, PurePosixPath(path.name))]
    wanted = ((source, name) for source, name in found if name.suffix.lower() in _WORKBOOKS)
    return sorted((pair for pair in wanted if not _is_ours(pair[1])), key=lambda pair: pair[1])


def _files(path: Path) -> Iterator[tuple[Source, PurePosixPath]] | None:
    """Give the files of a folder with their relative names; None for what is no folder."""
    if not path.is_dir():
        return None
    found = (f for f in path.rglob("*") if f.suffix.lower() in _WORKBOOKS and f.is_file())
    return ((f, PurePosixPath(f.relative_to(path).as_posix())) for f in found)


def _listed(address: Address) -> Iterator[tuple[Source, PurePosixPath]] | None:
    """Give the files of a folder elsewhere, as above."""
    if address.suffix.lower() in _WORKBOOKS:
        return None
    from eipcheck.workbook.remote import find, is_folder  # noqa: PLC0415 - see there

    return find(address) if is_folder(address) else None


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
