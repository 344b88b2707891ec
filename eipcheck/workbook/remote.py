"""Fetches inputs that lie elsewhere, through fsspec and whatever is installed for it.

Nothing else imports fsspec, and this module only once there is an address: it takes longer to
start than a small workbook to read. What such a library says of an error may repeat a password of
the address, so of errors only their kind is told.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOENT
from pathlib import PurePosixPath
from typing import IO, Any

from eipcheck.model.limits import Limits
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import EipcheckError, InputError, Problem, UsageError
from eipcheck.model.source import Address

_MEGABYTE = 2**20
_HERE = re.compile(r"(^|/)(?:\./)+")


def fetch(address: Address, limits: Limits) -> bytes:
    """Read a file, once, and never more of it than the limit of its size and a byte.

    Raises:
        UsageError: fsspec, or what it needs for this scheme, is not installed.
        InputError: the file is not there, a folder, too large, or cannot be reached or read.
    """
    most = limits.file_mb * _MEGABYTE
    with _reaching(address):
        files, path = _opened(address)
        files.invalidate_cache()  # the file may have changed since it was listed
        with files.open(path, "rb") as stream:
            size = getattr(stream, "size", None)
            data = _start(stream, most + 1) if size is None or size <= most else b""
    if size is not None and size > most:
        raise _too_large(address, limits, str(-(-size // _MEGABYTE)), -(-size // _MEGABYTE))
    if len(data) > most:
        raise _too_large(address, limits, f"> {limits.file_mb}", 2 * limits.file_mb)
    return data


def _start(stream: IO[bytes], most: int) -> bytes:
    """Read at most so many bytes; a read of the network may give fewer than it was asked for."""
    pieces = []
    while most > 0 and (piece := stream.read(most)):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def is_folder(address: Address) -> bool:
    """Say whether it is a folder; one that is not there is none.

    Raises:
        UsageError: as ``fetch``.
        InputError: it cannot be reached.
    """
    with _reaching(address):
        files, path = _opened(address)
        return bool(files.isdir(path))


def find(address: Address) -> Iterator[tuple[Address, PurePosixPath]]:
    """Give all files of a folder, to the bottom, with their names relative to it.

    What a server lists outside the folder, or by a name with ``..``, is not in it.

    Raises:
        UsageError: as ``fetch``.
        InputError: the folder, or one in it, cannot be listed.
    """
    with _reaching(address):
        files, root = _opened(address)
        seen: set[str] = set()
        folders = [root]
        while folders:
            for entry in files.ls(folders.pop(), detail=True):
                path = _inside(root, entry["name"])
                names = address.names_in(path)
                # folders list themselves, and pages of a server link to where one is
                if not names or ".." in names or path in seen:
                    continue
                seen.add(path)
                if entry["type"] == "directory":  # which a link to one is not
                    folders.append(entry["name"])
                else:
                    yield address.below(path), PurePosixPath(*names)


def _inside(root: str, path: str) -> str:
    """Give a listed path relative to the folder; empty where it lies outside."""
    folder = root.strip("/") + "/" if root.strip("/") else ""
    inner = path.strip("/")
    return _HERE.sub(r"\1", inner.removeprefix(folder)) if inner.startswith(folder) else ""


def _opened(address: Address) -> tuple[Any, str]:
    """Give the file system of an address, and the path in it."""
    place = FilePlace(str(address))
    try:
        import fsspec  # type: ignore[import-untyped]  # noqa: PLC0415 - see the module
    except ImportError:
        raise UsageError((Problem("U134", place),)) from None
    for scheme in address.schemes:
        try:
            fsspec.get_filesystem_class(scheme)
        except (ValueError, ImportError) as error:
            facts = (("scheme", scheme), ("reason", str(error)[:200]))
            raise UsageError((Problem("U135", place, facts),)) from None
    files, path = fsspec.core.url_to_fs(address.text)
    return files, path


@contextmanager
def _reaching(address: Address) -> Iterator[None]:
    """Turn whatever a file system raises into one coded error."""
    place = FilePlace(str(address))
    try:
        yield
    except (EipcheckError, MemoryError):
        raise
    except FileNotFoundError as error:
        # That of the web says so too where no server answers; why, is in what caused it.
        cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
        raise InputError((Problem("O156", place, (("reason", _kind(cause)),)),)) from None
    except IsADirectoryError:
        raise InputError((Problem("W102", place),)) from None
    except PermissionError:
        raise InputError((Problem("W103", place),)) from None
    except Exception as error:  # noqa: BLE001 - each service has errors of its own
        raise InputError((Problem("O155", place, (("reason", _kind(error)),)),)) from None


def _kind(error: Exception) -> str:
    status = getattr(error, "status", None)  # of HTTP
    if isinstance(status, int):
        return f"HTTP {status}"
    number = error.errno if isinstance(error, OSError) else None
    if number is None and isinstance(error, FileNotFoundError):
        number = ENOENT
    return os.strerror(number) if number else type(error).__name__


def _too_large(address: Address, limits: Limits, size: str, enough: int) -> InputError:
    facts = (
        ("size", size),
        ("limit", str(limits.file_mb)),
        ("option", f"file-mb={enough}"),
    )
    return InputError((Problem("W105", FilePlace(str(address)), facts),))
