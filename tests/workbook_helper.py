"""Makes small workbooks for tests: the form filled in, then edited as people edit."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.problem import InputError, Problem
from eipcheck.model.record import ParkRecord
from eipcheck.model.text import Language
from eipcheck.resources import data_folder
from eipcheck.workbook.content import Content, FactRow
from eipcheck.workbook.fill import filled_book, filled_bytes
from eipcheck.workbook.read import read_workbook

Edit = Callable[[Workbook], None]


@cache
def the_dictionary() -> DataDictionary:
    """Give the data dictionary that ships with the program."""
    return load_dictionary(data_folder("criteria") / "fields.yaml")


@cache
def blank_form(language: Language) -> bytes:
    """Give the blank form; made once, since many tests start from it."""
    return filled_bytes(the_dictionary(), language, Content())


def fact(field: str, value: Any, **more: Any) -> Content:
    """Make the content of a form with one answer."""
    return Content(facts=(FactRow(field=field, value=value, **more),))


def rows(sheet: str, *answers: dict[str, Any], **other: tuple[dict[str, Any], ...]) -> Content:
    """Make the content of a form with rows in one list, or in several."""
    return Content(rows={sheet: answers, **other})


def saved(
    folder: Path,
    content: Content | None = None,
    edit: Edit | None = None,
    language: Language = "vi",
) -> Path:
    """Write the form with its content and edits into ``folder``."""
    path = folder / "park.xlsx"
    if content is None and edit is None:
        path.write_bytes(blank_form(language))
        return path
    book = filled_book(the_dictionary(), language, content or Content())
    if edit is not None:
        edit(book)
    book.save(path)
    return path


def read(
    folder: Path,
    content: Content | None = None,
    edit: Edit | None = None,
    language: Language = "vi",
    wanted: frozenset[str] | None = None,
) -> ParkRecord:
    """Write a form and read it back."""
    return read_workbook(saved(folder, content, edit, language), the_dictionary(), wanted)


def refused(path: Path) -> tuple[Problem, ...]:
    """Read a file that must be refused; give its problems."""
    try:
        read_workbook(path, the_dictionary())
    except InputError as error:
        return error.problems
    message = f"{path.name} was read without an error"
    raise AssertionError(message)


def with_parts(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """Replace parts of a zip; None takes a part out, a new name adds one."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = changes.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name] or b"")
    return out.getvalue()


def part(data: bytes, name: str) -> bytes:
    """Give one part of a zip."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def codes(record: ParkRecord) -> list[str]:
    """Give the codes of all problems in their order."""
    return [p.code for p in record.problems]
