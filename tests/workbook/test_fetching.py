"""Fetching what lies elsewhere: within limits, once, and every failure a coded problem."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path, PurePosixPath

import pytest
from command_line import SAMPLE
from remote_files import SECRET, Endless, Failing, fill

from eipcheck.model.limits import Limits
from eipcheck.model.problem import EipcheckError, InputError, UsageError
from eipcheck.model.source import Address
from eipcheck.workbook.remote import fetch, find, is_folder
from eipcheck.workbook.safety import read_bytes

SMALL = Limits(file_mb=1)


def test_a_file_elsewhere_is_read_as_one_at_hand() -> None:
    fill({"parks/a.xlsx": SAMPLE.read_bytes()})
    assert read_bytes(Address("memory://parks/a.xlsx")) == SAMPLE.read_bytes()


def test_of_a_file_too_large_nothing_is_kept() -> None:
    fill({"a.xlsx": b"x" * (2**20 + 1), "b.xlsx": b"x" * 2**20})
    with pytest.raises(InputError) as raised:
        fetch(Address("memory://a.xlsx"), SMALL)
    (problem,) = raised.value.problems
    assert problem.code == "W105"
    assert dict(problem.facts) == {"size": "2", "limit": "1", "option": "file-mb=2"}
    assert len(fetch(Address("memory://b.xlsx"), SMALL)) == 2**20


def test_of_a_file_that_never_ends_a_byte_more_than_the_limit_is_read() -> None:
    with pytest.raises(InputError) as raised:
        fetch(Address("endless://a.xlsx"), SMALL)
    assert raised.value.problems[0].code == "W105"
    assert dict(raised.value.problems[0].facts)["size"] == "> 1"
    assert Endless.given == 2**20 + 1


def caused(cause: Exception) -> FileNotFoundError:
    error = FileNotFoundError(SECRET)
    error.__cause__ = cause
    return error


class RefusedError(Exception):
    """As an HTTP library raises it."""

    status = 403


FAILURES = {
    "O155": (OSError(SECRET), "OSError"),
    "O155 of the system": (
        OSError(errno.ECONNREFUSED, SECRET),
        os.strerror(errno.ECONNREFUSED),
    ),
    "O155 of HTTP": (RefusedError(SECRET), "HTTP 403"),
    "O155 of a library": (KeyError(SECRET), "KeyError"),
    "O156": (FileNotFoundError(SECRET), os.strerror(errno.ENOENT)),
    "O156 of HTTP": (caused(RefusedError(SECRET)), "HTTP 403"),
    "W102": (IsADirectoryError(SECRET), None),
    "W103": (PermissionError(SECRET), None),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_told_without_what_the_library_says(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    error, reason = FAILURES[name]
    monkeypatch.setattr(Failing, "error", error)
    address = Address(f"failing://user:{SECRET}@host/a.xlsx")
    for ask in (lambda: fetch(address, SMALL), lambda: list(find(address))):
        with pytest.raises(InputError) as raised:
            ask()
        (problem,) = raised.value.problems
        assert (problem.code, dict(problem.facts).get("reason")) == (name[:4], reason)
        assert SECRET not in f"{raised.value} {problem}"
        assert raised.value.__suppress_context__


def test_what_is_not_there_is_told() -> None:
    fill({"parks/a.xlsx": b""})
    with pytest.raises(InputError) as raised:
        fetch(Address("memory://parks/b.xlsx"), SMALL)
    assert raised.value.problems[0].code == "O156"


def test_what_was_listed_before_is_fetched_as_it_is_now() -> None:
    assert fetch(Address("caching://a.xlsx"), SMALL) == b"new"


def test_a_memory_that_is_full_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Failing, "error", MemoryError())
    with pytest.raises(MemoryError):
        fetch(Address("failing://a.xlsx"), SMALL)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("nope://a.xlsx", "nope"), ("zip://a.xlsx::nope://c.zip", "nope"), ("oci://b/a.xlsx", "oci")],
)
def test_a_scheme_that_nothing_reads_is_told(
    text: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ocifs", None)
    with pytest.raises(UsageError) as raised:
        fetch(Address(text), SMALL)
    (problem,) = raised.value.problems
    assert (problem.code, reason in dict(problem.facts)["reason"]) == ("U135", True)


def test_without_fsspec_an_address_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    for ask in (lambda: fetch(Address("s3://b/a"), SMALL), lambda: is_folder(Address("s3://b"))):
        with pytest.raises(EipcheckError) as raised:
            ask()
        assert [p.code for p in raised.value.problems] == ["U134"]


@pytest.mark.parametrize("folder", ["memory://parks", "memory://parks/"])
def test_a_folder_is_searched_to_the_bottom(folder: str) -> None:
    fill({"parks/a.xlsx": b"", "parks/north/low/b c.xlsx": b"", "other/c.xlsx": b"", "parks2": b""})
    assert is_folder(Address(folder))
    assert not is_folder(Address("memory://nothing"))
    found = {str(name): address for address, name in find(Address(folder))}
    assert set(found) == {"a.xlsx", "north/low/b c.xlsx"}
    assert found["a.xlsx"] == Address("memory://parks/a.xlsx")
    assert fetch(found["north/low/b c.xlsx"], SMALL) == b""


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "parks" / "north").mkdir(parents=True)
    (tmp_path / "parks" / "north" / "a.xlsx").touch()
    (tmp_path / "parks" / "loop").symlink_to(tmp_path / "parks", target_is_directory=True)
    (tmp_path / "parks" / "b.xlsx").symlink_to(tmp_path / "parks" / "north" / "a.xlsx")
    found = [str(name) for _, name in find(Address(f"file://{tmp_path}/parks"))]
    assert sorted(found) == ["b.xlsx", "loop", "north/a.xlsx"]


def test_a_listing_cannot_leave_its_folder_nor_go_in_circles() -> None:
    names = [name for _, name in find(Address("hostile://parks"))]
    assert sorted(map(str, names)) == ["C_evil.xlsx", "a_b.xlsx", "ok.xlsx"]
    assert all(len(name.parts) == 1 for name in names)
    assert PurePosixPath("..") not in {part for name in names for part in name.parents}
