"""Makes the file that a description describes."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from workbook_helper import blank_form, part, with_parts
from zoo.description import Description
from zoo.recipes import apply_recipe
from zoo.sheets import Made, apply

from eipcheck.workbook.package import sheet_parts

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SAMPLE = EXAMPLES / "synthetic-park" / "kcn-mau.xlsx"
_ERROR = re.compile(r"#[A-Z/0]+[!?]?")
_NUMBER = re.compile(r"-?[0-9.]+")


@cache
def start_bytes(start: str) -> bytes:
    """Give the workbook from which a description starts."""
    match start:
        case "blank form (vi)":
            return blank_form("vi")
        case "blank form (en)":
            return blank_form("en")
        case "sample park":
            return SAMPLE.read_bytes()
        case "empty workbook" | "bytes":
            return b""
    pilot = EXAMPLES / "pilot-parks" / f"{start.removeprefix('pilot park ')}.xlsx"
    return pilot.read_bytes()


def make(page: Description) -> bytes:
    """Make the bytes of a file."""
    data = start_bytes(page.one("Start", "blank form (vi)"))
    if page.sheets:
        made = Made(load_workbook(BytesIO(data)) if data else _empty())
        for sheet in page.sheets:
            apply(sheet, made)
        data = _with_results(_saved(made.book), made.results)
    for words in page.recipes:
        data = apply_recipe(words, data)
    return data


def write(page: Description, folder: Path) -> Path:
    """Write the file into a folder under its name."""
    path = folder / page.file_name
    path.write_bytes(make(page))
    return path


def _empty() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def _saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _with_results(data: bytes, results: dict[tuple[str, str], str]) -> bytes:
    """Give formulas the results that a spreadsheet program would have stored."""
    if not results:
        return data
    with ZipFile(BytesIO(data)) as archive:
        names = {s.name: s.part for s in sheet_parts(archive)}
    changes: dict[str, bytes | None] = {}
    for (sheet, cell), result in results.items():
        name = names[sheet]
        xml = (changes.get(name) or part(data, name)).decode()
        pattern = re.compile(rf'<c r="{cell}"( s="[0-9]+")?[^>]*>(<f>.*?</f>)<v ?/?>(</v>)?</c>')
        found = pattern.search(xml)
        assert found, (sheet, cell)
        stored = f"{found[2]}<v>{escape(result)}</v>"
        new = f'<c r="{cell}"{found[1] or ""}{_kind(result)}>{stored}</c>'
        changes[name] = (xml[: found.start()] + new + xml[found.end() :]).encode()
    return with_parts(data, changes)


def _kind(result: str) -> str:
    if _ERROR.fullmatch(result):
        return ' t="e"'
    return "" if _NUMBER.fullmatch(result) else ' t="str"'
