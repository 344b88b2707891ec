"""Tells what a file is that is called a workbook and is none, by its bytes and by its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from zipfile import ZipFile

from eipcheck.model.place import FilePlace
from eipcheck.workbook.safety import refuse

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OLD_STREAM = re.compile(rb"\x09[\x00\x02\x04\x08]..[\x00-\x06]", re.DOTALL)
"""A workbook of Excel 2 to 5 without the container that came later."""

_SIGNS: tuple[tuple[bytes, str, dict[str, str]], ...] = (
    (b"%PDF", "W124", {"format": "PDF"}),
    (b"\x89PNG", "W124", {"format": "PNG"}),
    (b"\xff\xd8\xff", "W124", {"format": "JPEG"}),
    (b"GIF8", "W124", {"format": "GIF"}),
    (b"{\\rtf", "W121", {"program": "Word (RTF)"}),
    (b"Rar!\x1a\x07", "W122", {"format": "RAR", "files": "*"}),
    (b"7z\xbc\xaf\x27\x1c", "W122", {"format": "7z", "files": "*"}),
    (b"\x1f\x8b", "W122", {"format": "GZIP", "files": "*"}),
)
_OLE_STREAMS: dict[str, tuple[str, dict[str, str]]] = {
    "Workbook\0": ("W108", {}),
    "Book\0": ("W108", {}),
    "WordDocument\0": ("W121", {"program": "Word (.doc)"}),
    "PowerPoint Document\0": ("W121", {"program": "PowerPoint (.ppt)"}),
    "__properties_version1.0\0": ("W121", {"program": "Outlook (.msg)"}),
    "EncryptedPackage": ("W107", {}),
}
"""Names in the directory of an OLE file, which are filled up with zeros, and what they tell."""

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_FOLDERS = {"word/": "Word", "ppt/": "PowerPoint", "visio/": "Visio"}
_WORKBOOK = re.compile(r"\.(xlsx|xlsm|xltx|xltm|xlsb|xls|ods)$", re.IGNORECASE)
_NAMED = 3
"""Workbooks within an archive that its message names."""

_HEAD = 4096
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_WEB_PAGE = re.compile(r"<(?:!doctype html|html|head|body|table)\b|^mime-version:", re.IGNORECASE)
_XML_WORKBOOK = re.compile(
    r"urn:schemas-microsoft-com:office:spreadsheet|excel\.sheet", re.IGNORECASE
)


def check_kind(data: bytes, place: FilePlace) -> None:
    """Refuse what its first bytes show to be no zip, and so no workbook.

    Raises:
        InputError: saying what the file is instead.
    """
    if not data:
        raise refuse("W106", place)
    if data.startswith(_ZIP):
        return
    for sign, code, facts in _SIGNS:
        if data.startswith(sign):
            raise refuse(code, place, **facts)
    if data.startswith(_OLE):
        code, facts = _ole_kind(data)
        raise refuse(code, place, **facts)
    if _OLD_STREAM.match(data):
        raise refuse("W108", place)
    _check_text(data[:_HEAD], place)
    raise refuse("W109", place)


def _ole_kind(data: bytes) -> tuple[str, dict[str, str]]:
    """Tell an OLE file by the stream that its directory names first: others are embedded."""
    found = {name: data.find(name.encode("utf-16-le")) for name in _OLE_STREAMS}
    named = [(at, name) for name, at in found.items() if at >= 0]
    return _OLE_STREAMS[min(named)[1]] if named else ("W108", {})


def _check_text(head: bytes, place: FilePlace) -> None:
    """Refuse pages and tables of text, which Excel opens as if they were workbooks."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    elif _CONTROL.search(head):
        return
    else:
        text = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    text = text.lstrip()
    if "office:document" in text:
        raise refuse("W117", place, program="LibreOffice")
    if _XML_WORKBOOK.search(text):
        raise refuse("W123", place, format="XML")
    if _WEB_PAGE.search(text):
        raise refuse("W123", place, format="HTML")
    if text.startswith("<"):
        raise refuse("W124", place, format="XML")
    if text:
        line = text.splitlines()[0]
        raise refuse("W123", place, format="CSV" if re.search(r"[,;\t]", line) else "TXT")


def check_package_kind(archive: ZipFile, place: FilePlace) -> None:
    """Refuse a zip whose parts show it to be something other than a workbook.

    Raises:
        InputError: saying what the file is instead.
    """
    names = archive.namelist()
    if names[:1] == ["mimetype"]:
        _check_open_document(archive, place)
    if "xl/workbook.bin" in names:
        raise refuse("W118", place)
    folders = {name.partition("/")[0] + "/" for name in names if "/" in name}
    if "xl/" in folders:
        return
    for folder, program in _FOLDERS.items():
        if folder in folders:
            raise refuse("W121", place, program=program)
    if {"Index/Document.iwa", "Index.zip"} & set(names):
        raise refuse("W117", place, program="Apple Numbers")
    if "[Content_Types].xml" not in names:
        _check_archive(names, place)


def _check_open_document(archive: ZipFile, place: FilePlace) -> None:
    with archive.open("mimetype") as stream:
        kind = stream.read(_HEAD).strip()
    if kind.startswith(_OPEN_DOCUMENT + b"spreadsheet"):
        raise refuse("W117", place, program="LibreOffice (.ods)")
    if kind.startswith(_OPEN_DOCUMENT):
        raise refuse("W121", place, program="LibreOffice")


def _check_archive(names: Iterable[str], place: FilePlace) -> None:
    workbooks = [name for name in names if _WORKBOOK.search(name)]
    if not workbooks:
        raise refuse("W109", place)
    files = "; ".join(workbooks[:_NAMED]) + (" …" if len(workbooks) > _NAMED else "")
    raise refuse("W122", place, format="ZIP", files=files)
