"""Word templates of one's own: what is told of them, and that text of a park is never one."""

from __future__ import annotations

import importlib
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import ROOT, SAMPLE, CommandLine
from docx import Document
from lxml import etree  # type: ignore[import-untyped]
from msgspec.structs import replace
from word_document import (
    TEMPLATE,
    W,
    all_text,
    own_figures,
    parts,
    texts,
    with_body,
    xml,
)

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import CriteriaError, Problem
from eipcheck.reporting.docx import render_docx

SCRIPT = ROOT / "docs" / "word-template"
ONE_PAGE = ROOT / "examples" / "own-templates" / "one-page.docx"


def of(body: str, folder: Path) -> bytes:
    """Render a template of one's own."""
    path = folder / "own.docx"
    path.write_bytes(with_body(body))
    return render_docx(own_figures("en"), path)


def problem(content: bytes, folder: Path) -> Problem:
    """Give what is told of a template that cannot be used."""
    path = folder / "own.docx"
    path.write_bytes(content)
    with pytest.raises(CriteriaError) as error:
        render_docx(own_figures("en"), path)
    (found,) = error.value.problems
    assert found.place == FilePlace(str(path))
    return found


def test_every_template_is_what_its_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPT))
    names = ("build", "annexes", "body", "one_page", "styles", "wordml")
    try:
        build = importlib.import_module("build")
        written = {path: parts(build.package(make())) for path, make in build.TEMPLATES.items()}
    finally:
        for name in names:
            sys.modules.pop(name, None)
    assert list(written) == [TEMPLATE, ONE_PAGE]
    again = "write it anew: python docs/word-template/build.py"
    for path, made in written.items():
        kept = parts(path.read_bytes())
        assert list(made) == list(kept), again
        for name, data in made.items():
            assert _canonical(data) == _canonical(kept[name]), f"{path}: {name}; {again}"


def _canonical(data: bytes) -> bytes:
    return bytes(etree.tostring(etree.fromstring(data), method="c14n"))


def test_the_shipped_template_opens_in_word_as_it_is() -> None:
    document = Document(str(TEMPLATE))
    assert len(document.tables) > 8
    assert any("{{ view.dossier.title }}" in p.text for p in document.paragraphs)


def test_a_template_of_ones_own_is_filled_in(tmp_path: Path) -> None:
    words = "{{ view.head.park }}\n{%p for c in view.requirements %}\n{{ c.title }}: "
    content = of(words + "{{ c.declared.word }}\n{%p endfor %}\nEnd", tmp_path)
    view = own_figures("en")
    shown = [f"{c.title}: {c.declared.word}" for c in view.requirements]
    assert texts(content) == [view.head.park, *shown, "End"]


def test_a_tag_that_word_split_into_runs_still_works(tmp_path: Path) -> None:
    run = "</w:t></w:r><w:r><w:t>"
    body = f"<w:p><w:r><w:t>{{{run}{{ view.he{run}ad.park }}{run}}}</w:t></w:r></w:p>"
    assert all_text(of(body, tmp_path)) == own_figures("en").head.park


def test_braces_of_ones_own_stand_as_they_are(tmp_path: Path) -> None:
    assert all_text(of("{_{ a }_} {_% b %_}", tmp_path)) == "{{ a }} {% b %}"


def test_repeated_columns_share_the_width_of_their_table(tmp_path: Path) -> None:
    def cell(text: str) -> str:
        props = '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>'
        return f"<w:tc>{props}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    tags = ("{%tc for n in (1, 2, 3) %}", "{{ n }}", "{%tc endfor %}")
    row = "".join(cell(text) for text in ("name", *tags))
    grid = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>'
    content = of(f"<w:tbl><w:tblPr/>{grid}<w:tr>{row}</w:tr></w:tbl><w:p/>", tmp_path)
    columns = xml(content).find(f".//{W}tblGrid")
    assert [c.get(f"{W}w") for c in columns] == ["500"] * 4
    assert [c.get(f"{W}w") for c in xml(content).iter(f"{W}tcW")] == ["500"] * 4


FAULTS = [
    ("ok\n{%p for c in view.clauses %}\n{{ c.label }}", "O121", "{{ c.label }}"),
    ("ok\n{{ 1 +* 2 }}", "O121", "{{ 1 +* 2 }}"),
    ("ok\nThe verdict: {{ view.verdict }}", "O122", "The verdict: {{ view.verdict }}"),
    ("{{ nobody }}\nok", "O122", "{{ nobody }}"),
    ("ok\n{%p for c in view.nothing %}\n{%p endfor %}", "O122", "{% for c in view.nothing %}"),
    ("{{ view.__class__.__mro__ }}", "O123", "{{ view.__class__.__mro__ }}"),
    ("{{ say.func.__globals__ }}", "O123", "{{ say.func.__globals__ }}"),
    ("{{ view.clauses + 1 }}", "O124", "{{ view.clauses + 1 }}"),
    ("{{ 1 / 0 }}", "O124", "{{ 1 / 0 }}"),
    ("{{ say('no.such.key') }}", "O124", "{{ say('no.such.key') }}"),
    ("{% include 'own.docx' %}", "O124", "{% include 'own.docx' %}"),
    ("{% include '/etc/hostname' %}", "O124", "{% include '/etc/hostname' %}"),
]


@pytest.mark.parametrize(("body", "code", "where"), FAULTS)
def test_what_is_wrong_is_told_with_its_place(
    body: str, code: str, where: str, tmp_path: Path
) -> None:
    found = problem(with_body(body), tmp_path)
    facts = dict(found.facts)
    assert found.code == code
    assert where in facts["where"]
    assert facts["reason"]


def test_a_place_is_told_in_few_letters(tmp_path: Path) -> None:
    found = problem(with_body("word " * 90 + "{{ nobody }}"), tmp_path)
    assert found.code == "O122"
    assert len(dict(found.facts)["where"]) < 100


def test_a_fault_in_a_header_is_told_too(tmp_path: Path) -> None:
    kept = parts(with_body("ok"))
    head = kept["word/header1.xml"].replace(b"view.dossier.mark", b"view.dossier.brand")
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in {**kept, "word/header1.xml": head}.items():
            archive.writestr(name, data)
    found = problem(out.getvalue(), tmp_path)
    assert found.code == "O122"
    assert "view.dossier.brand" in dict(found.facts)["where"]


def test_a_template_that_makes_no_document_is_told(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>{% if view.language == 'vi' %}</w:t></w:r></w:p>{% endif %}"
    assert problem(with_body(body), tmp_path).code == "O125"


@pytest.mark.parametrize("content", [b"", b"old Word", b"PK\x05\x06" + b"\0" * 18])
def test_a_file_that_is_no_word_file_is_told(content: bytes, tmp_path: Path) -> None:
    assert problem(content, tmp_path).code == "O120"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CriteriaError) as error:
        render_docx(own_figures("en"), tmp_path / "gone.docx")
    assert [p.code for p in error.value.problems] == ["O120"]


def test_a_part_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    out = BytesIO()
    with ZipFile(out, "w", compression=8) as archive:
        archive.writestr("word/document.xml", b"\0" * 20_000_001)
    assert problem(out.getvalue(), tmp_path).code == "O120"


HOSTILE = (
    "</w:t></w:r><w:r><w:t>x",
    "<w:br/> & &amp; ]]>",
    "{{ 7 * 7 }} {% if 1 %}x{% endif %} {# y #}",
    "{{ view.__class__ }}",
    "{_{ a }_} {_% b %_}",
    "=1+1 @SUM(A1) \"q\" 'r'",
    "<script>alert(1)</script> javascript:alert(1)",
    "{%p for x in y %} {%tr endfor %}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_park_stands_as_it_is(text: str) -> None:
    view = own_figures("en")
    head = replace(view.head, park=text, title=text, file=text)
    first = view.problems[:1]
    told = tuple(replace(p, what=text, place=text) for p in first)
    content = render_docx(replace(view, head=head, law_now=text, problems=told), TEMPLATE)
    assert text in texts(content)
    title = etree.fromstring(parts(content)["docProps/core.xml"]).findtext(
        "{http://purl.org/dc/elements/1.1/}title"
    )
    assert title == text


def test_the_command_line_writes_it_and_tells_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run = CommandLine(capsys)
    assert run("assess", SAMPLE, "--report", "docx:out.docx", "--lang", "en").code == 0
    assert "Gap analysis report" in all_text((tmp_path / "out.docx").read_bytes())
    (tmp_path / "own.docx").write_bytes(with_body("{{ nobody }}"))
    arguments = ("assess", SAMPLE, "--template", "own.docx", "--report", "docx:second.docx")
    ended = run(*arguments, "--lang", "en")
    assert ended.code == 4
    assert "O122" in ended.err
    assert "{{ nobody }}" in ended.err
    assert not (tmp_path / "second.docx").exists()
