"""Writes results: nothing half-written, nothing overwritten unasked, never the user's input."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import OutputError, Problem, UsageError
from eipcheck.model.source import Address, Source, local_files, source_of

_TEMPORARY = re.compile(r"\..+\.\d+\.tmp", re.DOTALL)
"""Names of temporary files: that of the target, and the number of the process."""


class Output(Struct, frozen=True):
    """A file to write and all that goes into it."""

    path: Path
    content: bytes


def output_path(text: str) -> Path:
    """Read the path of a result, which stays on this computer.

    Raises:
        UsageError: it is an address.
    """
    path = source_of(text)
    if isinstance(path, Address):
        raise UsageError((Problem("U136", FilePlace(str(path))),))
    return path


def check_targets(
    paths: Sequence[Path], *, force: bool, inputs: Iterable[Source] = (), make_folders: bool = False
) -> None:
    """Refuse outputs that would destroy something, before any work is done for them.

    Args:
        paths: the files to be written.
        force: whether an existing file may be replaced.
        inputs: files that the run reads; these are never replaced, force or not.
        make_folders: whether missing folders will be made.

    Raises:
        OutputError: with a problem for each reason, and the outputs that it stops.
    """
    read = {path.resolve() for source in inputs for path in local_files(source)}
    seen: set[Path] = set()
    refused: dict[str, list[FilePlace]] = {}
    for path in paths:
        code = None
        with suppress(OSError):  # a folder that cannot be entered: writing will tell
            code = _objection(path, read, force=force, make_folders=make_folders)
        if path.resolve() in seen:
            code = "O103"
        seen.add(path.resolve())
        if code:
            refused.setdefault(code, []).append(FilePlace(str(path)))
    if refused:
        problems = (
            Problem(code, first, other_places=tuple(others))
            for code, (first, *others) in refused.items()
        )
        raise OutputError(tuple(problems))


def _objection(path: Path, read: set[Path], *, force: bool, make_folders: bool) -> str | None:
    if path.resolve() in read:
        return "O102"
    if path.is_dir():
        return "O104"
    if path.exists() and not force:
        return "O101"
    if not make_folders and not path.parent.is_dir():
        return "O105"
    return None


def write(output: Output, *, force: bool) -> None:
    """Write one file whole or not at all, making its folder where it is missing.

    The content goes to a new file beside the target, which then takes the target's name.

    Raises:
        OutputError: the file exists (without ``force``), or cannot be written.
    """
    write_parts(output.path, (output.content,), force=force)


def write_parts(path: Path, parts: Iterable[bytes], *, force: bool) -> None:
    """Write one file as ``write`` does, a part after the other, as they are made."""
    try:
        if path.exists() and not force:
            raise OutputError((Problem("O101", FilePlace(str(path))),))
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, parts)
    except OSError as error:
        locked = isinstance(error, PermissionError) and os.access(path, os.F_OK)
        raise unwritten(path, error, "O106" if locked else "O107") from error


def unwritten(path: Path, error: OSError, code: str = "O107") -> OutputError:
    """Give the error of a file or folder that the system does not let be written."""
    facts = (("reason", error.strerror or type(error).__name__),)
    return OutputError((Problem(code, FilePlace(str(path)), facts),))


def sweep(folder: Path) -> None:
    """Remove the temporary files that a killed run or worker left; no other may be writing there.

    One in a folder that may not be written to stays: the results of that folder tell why.
    """
    for path in folder.rglob(".*.tmp"):
        if _TEMPORARY.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


def _replace(path: Path, parts: Iterable[bytes]) -> None:
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.writelines(parts)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
