"""Gives the text of a report file of any format, as a person or a search would find it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter
from pypdf import PdfReader

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ADDRESS = re.compile(r"\b([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?\b")


def text_of(path: Path) -> str:
    """Give the words of a report in the order of the file; spaces are single."""
    readers = {".xlsx": _xlsx, ".docx": _docx, ".pdf": _pdf, ".html": _html}
    text = readers.get(path.suffix, _plain)(path)
    return " ".join(text.split())


def _plain(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _xlsx(path: Path) -> str:
    cells = (c.value for s in load_workbook(path) for row in s.iter_rows() for c in row)
    return "\n".join(str(value) for value in cells if value is not None)


def _docx(path: Path) -> str:
    with ZipFile(BytesIO(path.read_bytes())) as parts:
        names = [n for n in parts.namelist() if re.match(r"word/(document|header|footer)", n)]
        trees = [ET.fromstring(parts.read(n)) for n in names]  # noqa: S314 - our own
    paragraphs = (p for tree in trees for p in tree.iter(f"{_WORD}p"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{_WORD}t")) for p in paragraphs)


def _pdf(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def _html(path: Path) -> str:
    class Words(HTMLParser):
        skipped = 0
        text = ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.skipped += tag in ("style", "script")
            self.text += "".join(f" {v} " for k, v in attrs if k in ("aria-label", "title") and v)
            self.text += " "

        def handle_endtag(self, tag: str) -> None:
            self.skipped -= tag in ("style", "script")
            self.text += " "

        def handle_data(self, data: str) -> None:
            self.text += "" if self.skipped else data

    words = Words()
    words.feed(path.read_text(encoding="utf-8"))
    return words.text


def addresses(text: str) -> frozenset[str]:
    """Give every cell that a text names, alone or within a range such as ``H14:H20``."""
    return frozenset(a for found in _ADDRESS.finditer(text) for a in _cells(found))


def _cells(found: re.Match[str]) -> Iterator[str]:
    column, row, last_column, last_row = found.groups()
    if last_row is None:
        yield column + row
        return
    first, last = column_index_from_string(column), column_index_from_string(last_column)
    for letters in map(get_column_letter, range(first, last + 1)):
        yield from (f"{letters}{number}" for number in range(int(row), int(last_row) + 1))
