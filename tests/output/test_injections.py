"""What a workbook says is data in every output: never markup, code, a command or a path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from command_line import CommandLine
from markdown_it import MarkdownIt
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader
from report_text import text_of
from workbook_helper import part, saved, the_dictionary, with_parts

from eipcheck.cli.app import main
from eipcheck.model.dictionary import FieldType, Layout, Sheet
from eipcheck.reporting.environment import path_url
from eipcheck.workbook.content import Content, FactRow

HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</style></title><svg onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://192.0.2.1/pixel.png)",
    "<https://192.0.2.1/auto>",
    "[ref]: http://192.0.2.1/ref",
    "# heading\n\n| a | b |\n|---|---|",
    "{{7*7}}{% include '/etc/passwd' %}${7*7}#{7*7}",
    "{0.__class__} %s %(x)s {evil!r}",
    "\x9b31m red \x9d0;title\x9c \x7f",
    "[red]markup[/red] [link=http://192.0.2.1]x[/link]",
    "=cmd|'/c calc'!A1",
    "@SUM(1+1)*cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "\t=1+1",
    "abc \u202egnp.exe\u2066 \u200fx\ufeff",
    "../../etc/passwd",
    "C:\\Windows\\x",
    "a|b\\|c `code` ~~x~~ **b** _i_",
    "&lt;b&gt; &amp;#60;script&gt; <!-- c --> ]]>",
    "http://192.0.2.1/<script>alert(1)</script>",
    'https://192.0.2.1/"onmouseover="alert(1)',
)
LANGUAGE = "en"
MADE_OF_BYTES = ("docx", "pdf", "xlsx")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""Control characters, and those that are not seen or turn the direction of writing."""

_TEXT = (FieldType.TEXT,)


def _row(spec: Sheet, text: str, number: int, *, everywhere: bool) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for place, field in enumerate(spec.fields):
        if field.type in _TEXT or everywhere:
            row[field.id] = f"{text} {number}" if place == 0 else text
    return row


def hostile_content() -> Content:
    """Put hostile text wherever text may stand, and wherever it may not."""
    facts = []
    rows = {}
    for spec in the_dictionary().sheets:
        if spec.layout is Layout.FACTS:
            for number, field in enumerate(spec.fields):
                if field.type is FieldType.DATE:
                    continue  # without an assessment date that can be read nothing is assessed
                text = HOSTILE[number % len(HOSTILE)]
                facts.append(FactRow(field=field.id, value=text, source=text, note=text))
            continue
        texts = [(text, everywhere) for everywhere in (False, True) for text in HOSTILE]
        rows[spec.id] = tuple(
            _row(spec, text, number, everywhere=everywhere)
            for number, (text, everywhere) in enumerate(texts)
        )
    rows["evidence"] = tuple({"document_id": text, "document_file": text} for text in HOSTILE)
    return Content(facts=tuple(facts), rows=rows)


def as_text(book: Workbook) -> None:
    """Store everything as people paste it: as text, also what begins like a formula."""
    book.create_sheet("'=<b>\"&x BRACKETS")["A1"] = "x"
    for sheet in book.worksheets:
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.data_type == "f":
                    cell.data_type = "s"


@pytest.fixture(scope="module")
def park(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workbook full of hostile text, under a hostile name."""
    path = saved(tmp_path_factory.mktemp("in"), hostile_content(), as_text, LANGUAGE)
    data = path.read_bytes()
    sheets = part(data, "xl/workbook.xml").replace(b"BRACKETS", b"[red]{x}")
    path.write_bytes(with_parts(data, {"xl/workbook.xml": sheets}))
    return path.rename(path.with_name("a [red]b\n<b>&'=1+1 {x}.xlsx"))


@pytest.fixture
def eipcheck(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """Give the command line, speaking English."""
    monkeypatch.setenv("EIPCHECK_LANG", LANGUAGE)
    return CommandLine(capsys)


@pytest.fixture(scope="module")
def outputs(park: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of everything that a batch writes, and of a report in Markdown."""
    folder = tmp_path_factory.mktemp("out")
    assert main(["batch", str(park.parent), "--out", str(folder / "b"), "--lang", LANGUAGE]) == 0
    reports = [f"--report={name}:{folder / f'report.{name}'}" for name in ("md", *MADE_OF_BYTES)]
    assert main(["assess", str(park), *reports, "--lang", LANGUAGE]) == 0
    return folder


def only(folder: Path, pattern: str) -> Path:
    (path,) = folder.rglob(pattern)
    return path


class Tags(HTMLParser):
    """Collects the tags of a page, their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def check_page(page: str) -> Tags:
    """Check that a page holds nothing that runs, loads, or leads to where no web address does."""
    seen = Tags(page)
    for loading in ("img", "iframe", "object", "embed", "base"):
        assert loading not in {tag for tag, _ in seen.tags}
    for tag, attributes in seen.tags:
        assert not [
            a for a in attributes if a.startswith("on") or a in ("src", "style", "action")
        ], tag
        href = attributes.get("href")
        assert href is None or href.startswith(("#", "http://", "https://")) or ".html" in href
    assert not _FORBIDDEN.search(page)
    return seen


def test_html_shows_hostile_text_as_text(outputs: Path) -> None:
    (path,) = (p for p in outputs.rglob("*.html") if "summary" not in p.name)
    seen = check_page(path.read_text(encoding="utf-8"))
    assert sum(tag == "script" for tag, _ in seen.tags) == 1  # our own, named by its hash
    for text in ("<script>alert(1)</script>", "{{7*7}}", "=cmd|'/c calc'!A1", "[red]markup"):
        assert text in seen.text
    hrefs = {a["href"] for t, a in seen.tags if t == "a" and "192.0.2.1" in (a["href"] or "")}
    assert hrefs == set()


@pytest.mark.parametrize("name", MADE_OF_BYTES)
def test_documents_show_hostile_text_as_text(name: str, outputs: Path) -> None:
    text = text_of(outputs / f"report.{name}")
    assert not _FORBIDDEN.search(text)
    whole = "".join(text.split())
    for said in ("<script>alert(1)</script>", "{{7*7}}", "=cmd|'/c calc'!A1", "[red]markup"):
        assert "".join(said.split()) in whole
    assert "49" not in whole.split("{{7*7}}")[1][:4]


def test_documents_lead_nowhere_and_run_nothing(outputs: Path) -> None:
    with ZipFile(outputs / "report.docx") as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    assert not [n for n in parts if "vba" in n.lower() or "embeddings" in n]
    for name, content in parts.items():
        assert b'TargetMode="External"' not in content, name
        assert b"192.0.2.1" not in content or name == "word/document.xml"
        assert b"<w:instrText" not in content or b"PAGE" in content
    with ZipFile(outputs / "report.xlsx") as archive:
        sheets = [archive.read(n) for n in archive.namelist() if "worksheets/sheet" in n]
    assert sheets
    assert not [xml for xml in sheets if re.search(rb"<f\b|<hyperlink", xml)]
    pages = PdfReader(outputs / "report.pdf").pages
    assert not [page for page in pages if page.get("/Annots")]


def test_the_summary_page_shows_hostile_text_as_text(outputs: Path) -> None:
    seen = check_page(only(outputs, "eipcheck-summary.html").read_text(encoding="utf-8"))
    assert [tag for tag, _ in seen.tags if tag == "script"] == [
        "script"
    ]  # our own, named by its hash
    assert "<img src=x onerror=alert(1)>" in seen.text
    for _, attributes in seen.tags:
        assert not (attributes.get("href") or "").startswith(("javascript:", "data:", "//", ".."))


def test_the_summary_workbook_holds_text_and_no_formula(outputs: Path) -> None:
    path = only(outputs, "eipcheck-summary.xlsx")
    book = load_workbook(path)
    kinds = {c.data_type for s in book.worksheets for row in s.iter_rows() for c in row}
    assert kinds <= {"s", "n", "inlineStr"}
    texts = [str(c.value) for s in book.worksheets for row in s.iter_rows() for c in row]
    assert not [t for t in texts if _FORBIDDEN.search(t)]
    with ZipFile(BytesIO(path.read_bytes())) as archive:
        names = archive.namelist()
        assert not [n for n in names if "externalLink" in n or "vba" in n.lower()]
        sheets = (archive.read(n) for n in names if n.startswith("xl/worksheets/sheet"))
        assert not [xml for xml in sheets if re.search(rb"<f\b", xml)]
    links = {c.hyperlink.target for s in book.worksheets for c in s["A"] if c.hyperlink}
    reports = {path_url(f.relative_to(path.parent).as_posix()) for f in path.parent.rglob("*.html")}
    assert links  # each leads to a report beside it, and nowhere else
    assert links <= reports


def test_markdown_shows_hostile_text_as_text(outputs: Path) -> None:
    text = only(outputs, "*.md").read_text(encoding="utf-8")
    assert not _FORBIDDEN.search(text)
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    seen = Tags(page)
    assert not {t for t, _ in seen.tags} & {"script", "img", "svg", "b", "title", "style"}
    links = [a["href"] or "" for t, a in seen.tags if t == "a"]
    assert not [link for link in links if "192.0.2.1" in link or not link.startswith("http")]
    assert seen.tags[0][0] == "h1"
    assert "<script>alert(1)</script>" in seen.text
    assert "[x](javascript:alert(1))" in seen.text
    assert "{{7*7}}" in seen.text
    assert "49" not in seen.text.split("{{7*7}}")[1][:4]


def strings(document: Any) -> Iterator[str]:
    """Give every text of a JSON document."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        for key, value in document.items():
            yield key
            yield from strings(value)
    elif isinstance(document, list):
        for value in document:
            yield from strings(value)


def test_json_keeps_hostile_text_whole_without_a_control_character(outputs: Path) -> None:
    text = only(outputs, "*.json").read_text(encoding="utf-8")
    assert not _FORBIDDEN.search(text)
    found = set(strings(json.loads(text)))
    assert "<script>alert(1)</script>" in found
    assert any("\u202e" in string for string in found)
    assert any("\x9b" in string for string in found)


def test_the_terminal_shows_hostile_text_as_text(eipcheck: CommandLine, park: Path) -> None:
    ended = eipcheck("assess", park)
    assert ended.code == 0
    assert not _FORBIDDEN.search(ended.out + ended.err)
    assert "<script>alert(1)</script>" in ended.out


def test_json_on_the_terminal_has_no_control_character(eipcheck: CommandLine, park: Path) -> None:
    assert not _FORBIDDEN.search(eipcheck("assess", park, "--report", "json:-").out)


def test_a_batch_tells_hostile_names_as_text(
    eipcheck: CommandLine, park: Path, tmp_path: Path
) -> None:
    ended = eipcheck("batch", park.parent, "--out", tmp_path)
    assert ended.code == 0
    assert not _FORBIDDEN.search(ended.out + ended.err)


@pytest.mark.parametrize("criterion", ["recp-applied", "basic-services", "symbiosis-exists"])
def test_an_explanation_shows_hostile_text_as_text(
    criterion: str, eipcheck: CommandLine, park: Path
) -> None:
    ended = eipcheck("explain", criterion, park)
    assert ended.code in (0, 2)
    assert not _FORBIDDEN.search(ended.out + ended.err)


def test_what_is_recognised_is_shown_as_text(eipcheck: CommandLine, park: Path) -> None:
    ended = eipcheck("inspect", park)
    assert ended.code == 0
    assert not _FORBIDDEN.search(ended.out + ended.err)


def test_a_refused_file_with_a_hostile_name_is_told_as_text(
    eipcheck: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "\x1b]0;x\x07\x1b[31m\u202e[red]\n.xlsx"
    path.write_bytes(b"%PDF-1.7")
    ended = eipcheck("assess", path)
    assert ended.code == 3
    assert not _FORBIDDEN.search(ended.out + ended.err)
    assert "[red]" in ended.err


def test_a_sheet_that_is_named_by_a_hostile_part_is_told_as_text(
    eipcheck: CommandLine, tmp_path: Path
) -> None:
    path = saved(tmp_path)
    with ZipFile(path, "a") as archive:
        archive.writestr("../\x1b[31m\u202e<b>.xml", b"<a/>")
    ended = eipcheck("assess", path)
    assert ended.code == 3
    assert not _FORBIDDEN.search(ended.out + ended.err)


def test_a_name_that_is_no_unicode_is_no_bug(tmp_path: Path, eipcheck: CommandLine) -> None:
    path = tmp_path / "in" / "KCN\udcff.xlsx"
    path.parent.mkdir()
    try:
        path.write_bytes(saved(tmp_path).read_bytes())
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    ended = eipcheck("batch", path.parent, "--out", tmp_path / "out")
    assert ended.code == 0
    assert (tmp_path / "out" / "eipcheck-summary.html").is_file()


def test_nothing_is_written_but_what_was_asked_for(outputs: Path, park: Path) -> None:
    """No provider, document or sheet names a file, and no link was followed."""
    names = sorted(p.suffix for p in outputs.rglob("*") if p.is_file())
    assert names == [
        *(".docx", ".html", ".html", ".json", ".jsonl", ".lock", ".md", ".pdf", ".xlsx", ".xlsx")
    ]
    assert [p.name for p in park.parent.iterdir()] == [park.name]


def test_the_outputs_of_a_batch_stay_in_its_folder(tmp_path: Path, eipcheck: CommandLine) -> None:
    content = Content(facts=(FactRow(field="park_name", value="../../../evil"),))
    (tmp_path / "in").mkdir()
    path = saved(tmp_path / "in", content)
    path.rename(path.with_name("..evil.xlsx"))
    eipcheck("batch", tmp_path / "in", "--out", tmp_path / "out")
    files = {p.relative_to(tmp_path).parts[0] for p in tmp_path.rglob("*") if p.is_file()}
    assert files <= {"in", "out"}
