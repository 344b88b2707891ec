"""Writes the Word template of the report, and the example of one's own: ``python build.py``.

The report, ``templates/report.docx``, is laid out by Decree 30/2020/NĐ-CP, Annex I: A4, margins,
Times New Roman, page numbers in the top margin from the second page on, annexes in landscape. The
templates are meant to be edited in Word; this is how they were made, and a test holds them against
it.
"""

# ruff: noqa: INP001 - a folder of modules of one script
from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annexes import annexes
from body import body
from one_page import one_page
from styles import styles
from wordml import par, runs

ROOT = Path(__file__).parents[2]
TEMPLATES: dict[Path, Callable[[], str]] = {
    ROOT / "templates" / "report.docx": lambda: body() + annexes(),
    ROOT / "examples" / "own-templates" / "one-page.docx": one_page,
}
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = f'xmlns:w="{_W}" xmlns:r="{_OFFICE}"'
_DAY = "2022-01-01T00:00:00Z"
_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "header1": "header",
    "header2": "header",
}


def package(content: str) -> bytes:
    """Give a template of that content; its bytes depend on nothing but these modules."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in _files(content).items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, (_XML + text).encode("utf-8"))
    return out.getvalue()


def _files(content: str) -> dict[str, str]:
    mark = par("{{ view.dossier.mark }}", "Mark")
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml", _OFFICE),
            ("metadata/core-properties", "docProps/core.xml", f"{_PACKAGE}/relationships"),
        ),
        "docProps/core.xml": _core(),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{content}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            ("styles", "styles.xml", _OFFICE),
            ("settings", "settings.xml", _OFFICE),
            ("header", "header1.xml", _OFFICE),
            ("header", "header2.xml", _OFFICE),
        ),
        "word/styles.xml": f"<w:styles {_NAMES}>{styles()}</w:styles>",
        "word/settings.xml": f"<w:settings {_NAMES}>{_settings()}</w:settings>",
        "word/header1.xml": f"<w:hdr {_NAMES}>{runs(number, 'Page')}{mark}</w:hdr>",
        "word/header2.xml": f"<w:hdr {_NAMES}>{mark}</w:hdr>",
    }


def _types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{parts}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relations(*known: tuple[str, str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'
        for number, (kind, target, base) in enumerate(known, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _settings() -> str:
    compat = "http://schemas.microsoft.com/office/word"
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting '
        f'w:name="compatibilityMode" w:uri="{compat}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/>'
    )


def _core() -> str:
    dcterms, xsi = "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema-instance"
    days = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="{dcterms}" '
        f'xmlns:xsi="{xsi}"><dc:title>{{{{ view.head.title }}}}</dc:title>'
        f"<dc:creator>eipcheck</dc:creator>{days}</cp:coreProperties>"
    )


if __name__ == "__main__":
    for out, content in TEMPLATES.items():
        out.write_bytes(package(content()))
