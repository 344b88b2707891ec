"""Word documents for tests: made from the examples, and read as XML."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZipFile

from command_line import PILOT, ROOT, SAMPLE
from lxml import etree  # type: ignore[import-untyped]
from msgspec.structs import replace

from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Assessed, Request, assess
from eipcheck.reporting.docx import render_docx
from eipcheck.reporting.view import report_view
from eipcheck.reporting.view_types import ReportView

TEMPLATE = ROOT / "templates" / "report.docx"
Element: TypeAlias = Any
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAW, REPEALED = "vn-35-2022", "vn-82-2018"
DAY = date(2026, 11, 20)


@cache
def assessed(workbook: Path = SAMPLE, criteria: str = LAW, day: date = DAY) -> Assessed:
    """Assess an example."""
    return assess(workbook, Request(criteria=(criteria,), as_of=day))


def view_of(found: Assessed, language: Language = "vi", **changes: Any) -> ReportView:
    """Say what a report on an assessment says, with some of it changed."""
    changed = replace(found.assessments[0], **changes)
    return report_view(changed, found.dictionary, language)


@cache
def own_figures(language: Language = "vi") -> ReportView:
    """Say what a report says by the law in force where the figures are the park's own."""
    found = assessed()
    park = dict(found.assessments[0].park)
    park["data_label"] = replace(park["data_label"], value="real")
    return view_of(found, language, park=park)


@cache
def gap(language: Language = "vi") -> ReportView:
    """Say what a report by a repealed decree says."""
    return view_of(assessed(PILOT, REPEALED), language)


@cache
def document(language: Language = "vi") -> bytes:
    """Give the evaluation and explanation of a dossier."""
    return render_docx(own_figures(language), TEMPLATE)


@cache
def analysis(language: Language = "vi") -> bytes:
    """Give a gap analysis."""
    return render_docx(gap(language), TEMPLATE)


def parts(content: bytes) -> dict[str, bytes]:
    """Give the parts of a Word file."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(content: bytes, name: str = "word/document.xml") -> Element:
    """Parse a part of a Word file."""
    return etree.fromstring(parts(content)[name])


def texts(content: bytes, style: str = "") -> list[str]:
    """Give the text of each paragraph, or of each of one style."""
    return [
        _text(paragraph)
        for paragraph in xml(content).iter(f"{W}p")
        if not style or style == _style(paragraph)
    ]


def all_text(content: bytes) -> str:
    """Give the text of a document, its paragraphs in lines."""
    return "\n".join(texts(content))


def _text(paragraph: Element) -> str:
    return "".join(
        "\n" if part.tag == f"{W}br" else part.text or ""
        for part in paragraph.iter(f"{W}t", f"{W}br")
    )


def _style(paragraph: Element) -> str:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if named is None else str(named.get(f"{W}val"))


def with_body(words: str) -> bytes:
    """Give the shipped template with another body: paragraphs, one a line, then its page."""
    kept = parts(TEMPLATE.read_bytes())
    body = xml(TEMPLATE.read_bytes()).find(f"{W}body")
    page = etree.tostring(body[-1], encoding="unicode")
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in words.splitlines())
    lines = words if words.startswith("<") else lines
    name = W.strip("{}")
    text = f'<w:document xmlns:w="{name}"><w:body>{lines}{page}</w:body></w:document>'
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for key, data in {**kept, "word/document.xml": text.encode("utf-8")}.items():
            archive.writestr(key, data)
    return out.getvalue()
