"""Small pieces of WordprocessingML: runs, paragraphs, tables and sections, with template tags.

Lengths are in millimetres. ``{%p``, ``{%tr`` and ``{%tc`` are the tags of docxtpl: the paragraph,
row or cell that holds one only steers and is not printed.
"""

# ruff: noqa: INP001 - a folder of modules of one script
from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_TOP, _LEFT, _RIGHT, _HEADER = 20, 30, 15, 10
_TWIPS_A_MM = 1440 / 25.4
_GREY = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
LANDSCAPE = 297 - _LEFT - _RIGHT
PORTRAIT = 210 - _LEFT - _RIGHT


def twips(millimetres: float) -> int:
    """Give a length in twentieths of a point."""
    return round(millimetres * _TWIPS_A_MM)


def say(key: str, more: str = "") -> str:
    """Write a sentence of the catalogues."""
    return f"{{{{ say('{key}'{more}) }}}}"


def run(text: str, *, bold: bool = False, italic: bool = False, upper: bool = False) -> str:
    """Write letters; ``upper`` prints them as capitals."""
    marks = "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic + "<w:caps/>" * upper
    props = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def par(text: str, style: str = "", *, bold: bool = False, italic: bool = False) -> str:
    """Write a paragraph of one kind of letters."""
    return runs(run(text, bold=bold, italic=italic), style)


def runs(content: str, style: str = "") -> str:
    """Write a paragraph of runs."""
    props = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{props}{content}</w:p>"


def tag(text: str) -> str:
    """Write a paragraph that only steers: ``if view.law_now``."""
    return par(f"{{%p {text} %}}", "Steering")


def when(condition: str, *content: str) -> str:
    """Write content that stands only where a condition holds."""
    return "".join((tag(f"if {condition}"), *content, tag("endif")))


def each(loop: str, *content: str) -> str:
    """Write content once for each of several things: ``w in view.warnings``."""
    return "".join((tag(f"for {loop}"), *content, tag("endfor")))


def cell(width: float, *paragraphs: str, span: int = 1, grey: bool = False) -> str:
    """Write a cell; a bare text becomes a paragraph of it."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    props = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>{spans}{_GREY * grey}'
    texts = (p if p.startswith("<w:p>") else par(p, "Cell") for p in paragraphs)
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(texts)}</w:tc>"


def row(*cells: str, head: bool = False) -> str:
    """Write a row, which never breaks over pages; a head is repeated on each page."""
    props = "<w:cantSplit/>" + "<w:tblHeader/>" * head
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(cells)}</w:tr>"


def steer(text: str, widths: Sequence[float]) -> str:
    """Write a row that only steers: ``for c in g.criteria``."""
    words = par(f"{{%tr {text} %}}", "Steering")
    return row(cell(sum(widths), words, span=len(widths)))


def rows(loop: str, widths: Sequence[float], *content: str) -> str:
    """Write rows once for each of several things."""
    return "".join((steer(f"for {loop}", widths), *content, steer("endfor", widths)))


def rows_when(condition: str, widths: Sequence[float], *content: str) -> str:
    """Write rows that stand only where a condition holds."""
    return "".join((steer(f"if {condition}", widths), *content, steer("endif", widths)))


def heads(widths: Sequence[float], texts: Iterable[str], style: str = "CellHead") -> str:
    """Write the head of a table, which every page repeats."""
    texts = (par(text, style) for text in texts)
    pairs = zip(widths, texts, strict=True)
    return row(*(cell(width, text, grey=True) for width, text in pairs), head=True)


def table(widths: Sequence[float], *content: str, style: str = "Grid") -> str:
    """Write a table as wide as its columns."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    props = (
        f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
    )
    return (
        f"<w:tbl><w:tblPr>{props}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(content)}</w:tbl>"
    )


def section(*, landscape: bool, headers: bool = False) -> str:
    """Write the page of a section: A4, numbered from 1, no number on its first page."""
    wide, high = (297, 210) if landscape else (210, 297)
    turned = ' w:orient="landscape"' * landscape
    refs = '<w:headerReference w:type="default" r:id="rId3"/>'
    refs += '<w:headerReference w:type="first" r:id="rId4"/>'
    return (
        f'<w:sectPr>{refs * headers}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(wide)}" w:h="{twips(high)}"{turned}/>'
        f'<w:pgMar w:top="{twips(_TOP)}" w:right="{twips(_RIGHT)}" w:bottom="{twips(_TOP)}" '
        f'w:left="{twips(_LEFT)}" w:header="{twips(_HEADER)}" w:footer="{twips(_HEADER)}" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def section_end(*, landscape: bool, headers: bool = False) -> str:
    """Write the paragraph that ends a section."""
    page = section(landscape=landscape, headers=headers)
    return f'<w:p><w:pPr><w:pStyle w:val="Steering"/>{page}</w:pPr></w:p>'
