"""The report as a Word document, from a Word template that people may edit or replace.

Templates are Jinja2 in Word as docxtpl reads it: ``{%p`` steers a paragraph, ``{%tr`` a table row,
``{%tc`` a cell. docxtpl turns the parts of the file into Jinja2 templates once; filling them in is
plain text work, which is ten times faster than going through its document and gives the same
bytes for the same report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from html import unescape
from io import BytesIO
from pathlib import Path
from traceback import walk_tb
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from jinja2 import StrictUndefined, Template
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import CriteriaError, Problem
from eipcheck.reporting.say import say
from eipcheck.reporting.view_types import VIEW_VERSION, ReportView

_DOCUMENT = "word/document.xml"
_CORE = "docProps/core.xml"
_STYLES = "word/styles.xml"
_FILLED = re.compile(r"(?:word/(?:document|header\d*|footer\d*|footnotes)|docProps/core)\.xml")
_Element: TypeAlias = Any  # of lxml, which declares no types
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVEL = 4  # half the time of the best compression, a tenth more bytes
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
_LIMIT = 20_000_000
"""Bytes of one part of a template: more is no template, but meant to fill the memory."""

_WHERE = 90
"""Letters of a template that are shown to say where it failed."""

_CODES: tuple[tuple[type[Exception], str], ...] = (
    (TemplateSyntaxError, "O121"),
    (UndefinedError, "O122"),
    (SecurityError, "O123"),
)
_UNREADABLE, _ANY_OTHER, _MISSHAPEN = "O120", "O124", "O125"
_FAILURES = (
    *(TemplateError, ArithmeticError, AttributeError),
    *(LookupError, TypeError, ValueError),
)
"""What a template can raise; all else is a fault of the program."""


class _Part(Struct, frozen=True):
    """A part of the file that is filled in; ``lines`` tell where it failed."""

    template: Template
    lines: tuple[str, ...]


class _Word(Struct, frozen=True):
    """A template, ready to be filled in: its parts, in the order of the file."""

    filled: Mapping[str, _Part]
    kept: Mapping[str, bytes]
    order: tuple[str, ...]


class _Fault(Exception):  # noqa: N818 - never leaves this module
    """A template cannot be used: a code, and its facts."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def render_docx(view: ReportView, template: Path) -> bytes:
    """Fill a Word template in.

    Args:
        view: what the report says; all of its text stands as it is, whatever it looks like.
        template: the Word file, ours or a person's own.

    Raises:
        CriteriaError: the template cannot be read, is no Word file or no template, uses a name
            that is not there or something that the sandbox forbids, or makes no document.
    """
    try:
        return _archive(_fill(_template(_read(template)), view), view)
    except _Fault as fault:
        facts = tuple(fault.facts.items())
        raise CriteriaError((Problem(fault.code, FilePlace(str(template)), facts),)) from fault


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise _Fault(_UNREADABLE, reason=error.strerror or type(error).__name__) from error


@lru_cache(maxsize=4)
def _template(content: bytes) -> _Word:
    """Take a Word file apart and make its parts ready."""
    parts = _parts(content)
    filled = {
        name: _prepared(_decoded(data)) for name, data in parts.items() if _FILLED.fullmatch(name)
    }
    kept = {name: data for name, data in parts.items() if name not in filled}
    return _Word(filled, kept, tuple(parts))


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            if any(entry.file_size > _LIMIT for entry in entries):
                raise _Fault(_UNREADABLE, reason=f"> {_LIMIT:,} B")
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise _Fault(_UNREADABLE, reason=str(error)) from error
    if _DOCUMENT not in parts:
        raise _Fault(_UNREADABLE, reason=_DOCUMENT)
    return parts


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Fault(_UNREADABLE, reason="UTF-8") from error


def _prepared(xml: str) -> _Part:
    """Make a Jinja2 template of a part: each paragraph and each tag between them on its line."""
    from docxtpl import DocxTemplate  # type: ignore[import-untyped] # noqa: PLC0415 - slow

    source = DocxTemplate("").patch_xml(xml)
    source = re.sub(r"(?<=>)\s*(?=<w:p[ >])", "\n", source)
    source = re.sub(r"(</w:(?:p|tc|tr|tbl)>)\s*(?=\{[{%])", r"\1\n", source)
    # What stands for braces themselves becomes them here, so that text of a park never does.
    for sign, braces in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        source = source.replace(sign, f"{{{{ '{braces[0]}' '{braces[1]}' }}}}")
    lines = tuple(source.split("\n"))
    try:
        return _Part(_environment().from_string(source), lines)
    except TemplateSyntaxError as error:
        raise _told(error, lines, error.lineno) from error


def _environment() -> ImmutableSandboxedEnvironment:
    """Give an environment that loads nothing, where unknown names are errors."""
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _fill(word: _Word, view: ReportView) -> Iterator[tuple[str, bytes]]:
    context = {"view": view, "view_version": VIEW_VERSION, "say": partial(say, view.language)}
    for name in word.order:
        part = word.filled.get(name)
        if part is None:
            data = word.kept[name]
            yield name, _spoken(data, view) if name == _STYLES else data
        else:
            yield name, _checked(_rendered(part, context).encode("utf-8"))


def _rendered(part: _Part, context: Mapping[str, object]) -> str:
    try:
        return part.template.render(context)
    except _FAILURES as error:
        trace = error.__traceback__
        inside = (n for frame, n in walk_tb(trace) if frame.f_code.co_filename == "<template>")
        raise _told(error, part.lines, max(inside, default=0)) from error


def _told(error: Exception, lines: tuple[str, ...], number: int) -> _Fault:
    code = next((code for kind, code in _CODES if isinstance(error, kind)), _ANY_OTHER)
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    return _Fault(code, where=_words(line), reason=str(error) or type(error).__name__)


def _words(line: str) -> str:
    """Give what a line of a part shows in Word."""
    words = " ".join(unescape(re.sub(r"<[^>]*>", " ", line)).split())
    return words if len(words) <= _WHERE else words[:_WHERE] + "…"


def _checked(xml: bytes) -> bytes:
    """See that Word can open a part, and that each table knows how many columns it has."""
    from lxml import etree  # type: ignore[import-untyped] # noqa: PLC0415 - slow

    try:
        tree = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise _Fault(_MISSHAPEN, reason=str(error)) from error
    if not sum(_fit_grid(table) for table in tree.iter(f"{_W}tbl")):
        return xml
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _fit_grid(table: _Element) -> bool:
    """Give a table whose columns were repeated a grid of as many, in its width; say if so."""
    grid = table.find(f"{_W}tblGrid")
    rows = table.findall(f"{_W}tr")
    if grid is None or not rows:
        return False
    widest = max(rows, key=len).findall(f"{_W}tc")
    width = sum(int(column.get(f"{_W}w")) for column in grid)
    wanted = [int(cell.find(f"{_W}tcPr/{_W}tcW").get(f"{_W}w")) for cell in widest]
    if len(wanted) <= len(grid):
        return False
    # The columns that are not repeated keep their width if the others have room beside them.
    fitted = [str(width * w // sum(wanted)) for w in wanted]
    grid[:] = [grid.makeelement(f"{_W}gridCol", {f"{_W}w": w}) for w in fitted]
    for row in rows:
        for cell, w in zip(row.findall(f"{_W}tc"), fitted, strict=False):
            cell.find(f"{_W}tcPr/{_W}tcW").set(f"{_W}w", w)
    return True


def _spoken(styles: bytes, view: ReportView) -> bytes:
    """Say in the styles which language the text is in."""
    language = _LANGUAGES.get(view.language, view.language).encode()
    defaults = re.compile(rb"<w:docDefaults>.*?</w:docDefaults>", re.DOTALL)
    lang = re.compile(rb'(<w:lang\b[^>]*?w:val=")[^"]*')
    return defaults.sub(lambda m: lang.sub(rb"\g<1>" + language, m[0]), styles, count=1)


def _archive(parts: Iterable[tuple[str, bytes]], view: ReportView) -> bytes:
    """Put the parts together; no clock shows in them."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, data in parts:
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, _dated(data, view) if name == _CORE else data)
    return out.getvalue()


def _dated(core: bytes, view: ReportView) -> bytes:
    """Set the days of the document to the assessment date."""
    day = f"{view.dossier.iso_day}T00:00:00Z".encode()
    return re.sub(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*", rb"\g<1>" + day, core)
