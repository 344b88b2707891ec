"""Addresses: what is one, what is shown of it, and what it is called."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from eipcheck.model.source import Address, is_address, local_files, source_of


@pytest.mark.parametrize(
    "text",
    ["s3://b/a.xlsx", "file:///a.xlsx", "abfs+x://c/a", "simplecache::https://h/a", "S3://b/a"],
)
def test_what_begins_with_a_scheme_is_an_address(text: str) -> None:
    assert is_address(text)
    assert source_of(text) == Address(text)


@pytest.mark.parametrize(
    "text", ["park.xlsx", r"C:\parks\a.xlsx", "C:/a.xlsx", "C://a.xlsx", "a/b://c", "s3:/a", ""]
)
def test_a_drive_or_a_folder_is_none(text: str) -> None:
    assert source_of(text) == Path(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("s3://bucket/park.xlsx", "s3://bucket/park.xlsx"),
        ("s3://key:secret@bucket/park.xlsx", "s3://…@bucket/park.xlsx"),
        ("s3://key:sec/ret@bucket/park.xlsx", "s3://…@bucket/park.xlsx"),
        ("s3://key:12/ret@bucket/park.xlsx", "s3://…@bucket/park.xlsx"),
        ("s3://key:sec?ret#@bucket/park.xlsx", "s3://…@bucket/park.xlsx"),
        ("s3://key:s@cr/et@bucket/park.xlsx", "s3://…@bucket/park.xlsx"),
        ("sftp://token@host/park.xlsx", "sftp://…@host/park.xlsx"),
        ("https://u:p@host/park.xlsx?token=secret#secret", "https://…@host/park.xlsx?…"),
        ("https://u:se/cret@host/park.xlsx", "https://…@host/park.xlsx"),
        ("https://host/park.xlsx#secret", "https://host/park.xlsx"),
        ("https://host:8080/a@b/park.xlsx?x=a@b", "https://host:8080/a@b/park.xlsx?…"),
        ("zip://park.xlsx::s3://k:secret@b/c.zip", "zip://park.xlsx::s3://…@b/c.zip"),
        ("simplecache::https://h/a.xlsx?sig=secret", "simplecache::https://h/a.xlsx?…"),
        ("s3://bucket/Park #3.xlsx", "s3://bucket/Park #3.xlsx"),
    ],
)
def test_nothing_secret_of_an_address_is_shown(text: str, shown: str) -> None:
    address = Address(text)
    assert str(address) == shown
    assert repr(address) == f"Address({shown!r})"
    assert f"{[address]}" == f"[Address({shown!r})]"
    assert pickle.loads(pickle.dumps(address)) == address  # noqa: S301 - its own bytes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("s3://bucket/parks/kcn a.xlsx", "kcn a.xlsx"),
        ("https://h/kcn%20m%E1%BA%ABu.xlsx?token=a/b.xlsx", "kcn mẫu.xlsx"),
        ("https://h/a%2F..%2Fb.xlsx", "b.xlsx"),
        ("zip://in/park.xlsx::s3://b/c.zip", "park.xlsx"),
        ("simplecache::s3://b/c.xlsx", "c.xlsx"),
        ("s3://key:secret@bucket", "bucket"),
        ("memory://a\\..\\b.xlsx", "b.xlsx"),
        ("s3://b/2020-01-01T10:00.xlsx", "2020-01-01T10_00.xlsx"),
        ("memory://", "workbook"),
    ],
)
def test_its_name_fits_for_a_file(text: str, name: str) -> None:
    address = Address(text)
    assert (address.name, address.stem + address.suffix) == (name, name)


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("file:///srv/a.xlsx", ["/srv/a.xlsx"]),
        ("local:///srv/a.xlsx", ["/srv/a.xlsx"]),
        ("file:///C:/a.xlsx", ["C:/a.xlsx"]),
        ("zip://a.xlsx::/srv/b.zip", ["/srv/b.zip"]),
        ("zip://a.xlsx::file://b.zip", ["b.zip"]),
        ("simplecache::s3://b/c.xlsx", []),
    ],
)
def test_the_files_behind_an_address_are_known(text: str, files: list[str]) -> None:
    assert local_files(Address(text)) == tuple(map(Path, files))
    assert local_files(Path("a.xlsx")) == (Path("a.xlsx"),)


@pytest.mark.parametrize(
    ("folder", "below"),
    [
        ("s3://b/f", "s3://b/f/n/a.xlsx"),
        ("s3://b/f/", "s3://b/f/n/a.xlsx"),
        ("memory://", "memory://n/a.xlsx"),
        ("https://h/f/?token=1", "https://h/f/n/a.xlsx?token=1"),
        ("zip://f::s3://b/c.zip", "zip://f/n/a.xlsx::s3://b/c.zip"),
        ("simplecache::s3://b/f", "simplecache::s3://b/f/n/a.xlsx"),
    ],
)
def test_what_lies_in_a_folder_has_an_address(folder: str, below: str) -> None:
    assert Address(folder).below("n/a.xlsx") == Address(below)
