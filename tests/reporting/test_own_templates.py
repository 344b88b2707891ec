"""Templates of one's own: what they may use, what is told of them, and where they may read."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import office
import pytest
from command_line import SAMPLE, CommandLine
from view_page import page
from word_document import all_text, parts

from eipcheck.cli.app import main
from eipcheck.model.place import Line
from eipcheck.model.problem import CriteriaError, Problem
from eipcheck.model.text import LANGUAGES
from eipcheck.pipeline.assess import Request, assess
from eipcheck.pipeline.formats import rendered
from eipcheck.pipeline.reports import views
from eipcheck.reporting.view_types import ReportView

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "own-templates"
PAGE = ROOT / "docs" / "report-view.md"
AGAIN = f"EIPCHECK_UPDATE_GOLDEN=1 pytest tests/reporting/{Path(__file__).name}"
TEXT_FORMATS = ("md", "html")


@cache
def the_view() -> ReportView:
    return views(assess(SAMPLE), "en")[0]


def of(name: str, template: str, folder: Path) -> str:
    """Render a template of one's own."""
    path = folder / f"own.{name}.j2"
    path.write_text(template, encoding="utf-8")
    return rendered(name, [the_view()], {name: path}).decode("utf-8")


def problem(name: str, template: str, folder: Path) -> Problem:
    """Give what is told of a template that cannot be used."""
    with pytest.raises(CriteriaError) as error:
        of(name, template, folder)
    (found,) = error.value.problems
    return found


def test_the_page_on_the_view_is_up_to_date() -> None:
    if os.environ.get("EIPCHECK_UPDATE_GOLDEN") == "1":
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    kept = PAGE.read_text(encoding="utf-8")
    assert page() == kept, f"docs/{PAGE.name} is out of date; write it anew: {AGAIN}"


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_the_examples_show_every_requirement(name: str) -> None:
    text = rendered(name, [the_view()], {name: EXAMPLES / f"one-page.{name}.j2"}).decode("utf-8")
    for card in the_view().requirements:
        assert f"{card.declared.icon} {card.title}: {card.declared.word}" in text
    assert "{" not in text


def test_the_example_in_word_is_one_page_for_directors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, written = CommandLine(capsys), []
    template = ("--template", EXAMPLES / "one-page.docx")
    for criteria in ("vn-82-2018", "vn-35-2022"):
        done = assess(SAMPLE, Request(criteria=(criteria,)))
        for language in LANGUAGES:
            file = tmp_path / f"{criteria}.{language}.docx"
            asked = ("--criteria", criteria, "--lang", language, "--report", f"docx:{file}")
            assert run("assess", SAMPLE, *template, *asked).code == 0
            written.append(file)
            _tells_a_director(file, views(done, language)[0])
    for file, printed in office.printed(written, tmp_path).items():
        assert len(printed.pages) == 1, file.name


def _tells_a_director(file: Path, view: ReportView) -> None:
    content = file.read_bytes()
    for name, data in parts(content).items():
        assert not re.search(rb"\{[{%#]|[}%#]\}", data), name
    text = all_text(content)
    for words in (*(a.sentence for a in view.answers), view.head.law_status, *view.warnings):
        assert words in text
    for run in (view.declared, view.evidenced):
        assert f"{run.label}\n{run.floor} · {run.ceiling} · {run.coverage}" in text
    for todo in view.first[:3]:
        assert f"{todo.text}\n{todo.party}\n{todo.cells}" in text
    for c in view.requirements:
        gap = f"\n{c.gap}" if c.gap else ""
        marks = (f"{m.icon} {m.word}" for m in (c.declared, c.evidenced))
        assert f"\n{c.title}{gap}\n" + "\n".join(marks) in text


@pytest.mark.parametrize("name", TEXT_FORMATS)
@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("ok\n{% for c in view.clauses %}\n", "O135", 2),
        ("{{ 1 +* 2 }}", "O135", 1),
        ("ok\nok\n{{ view.verdict }}", "O136", 3),
        ("{{ nobody }}", "O136", 1),
        ("\n{{ view.head.colour.bright }}", "O136", 2),
        ("\n{{ view.__class__.__mro__ }}", "O137", 2),
        ("\n{{ say.func.__globals__ }}", "O137", 2),
        ("\n{{ view.clauses + 1 }}", "O139", 2),
        ("\n{{ 1 / 0 }}", "O139", 2),
        ("\n{% include 'nowhere.j2' %}", "O138", 2),
        ("\n{% include '../outside.j2' %}", "O138", 2),
        ("\n{% include '/etc/hostname' %}", "O138", 2),
        ("\n{{ say('no.such.key') }}", "O139", 2),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    name: str, template: str, code: str, line: int, tmp_path: Path
) -> None:
    (tmp_path / "outside.j2").write_text("outside", encoding="utf-8")
    folder = tmp_path / "own"
    folder.mkdir()
    found = problem(name, template, folder)
    assert found.code == code
    assert found.place == Line(str(folder / f"own.{name}.j2"), line, 1)
    assert dict(found.facts)["reason"]


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_fault_in_an_included_file_is_told_in_that_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "part.j2").write_text("ok\n{{ nobody }}", encoding="utf-8")
    found = problem(name, "ok\n{% include 'part.j2' %}", tmp_path)
    assert found.place == Line(str(tmp_path / "part.j2"), 2, 1)


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_template_changes_nothing_and_runs_nothing(name: str, tmp_path: Path) -> None:
    for template in (
        "{{ view.clauses.append(1) }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{% set x = view.requirements.__init__ %}{{ x.__globals__ }}",
    ):
        assert problem(name, template, tmp_path).code in ("O136", "O137")


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_missing_or_unreadable_file_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(CriteriaError) as error:
        rendered(name, [the_view()], {name: tmp_path / f"gone.{name}.j2"})
    assert [p.code for p in error.value.problems] == ["O138"]
    (tmp_path / f"own.{name}.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CriteriaError) as error:
        rendered(name, [the_view()], {name: tmp_path / f"own.{name}.j2"})
    assert [p.code for p in error.value.problems] == ["O138"]


def test_values_are_escaped_for_the_format(tmp_path: Path) -> None:
    assert of("md", "{{ '*a* <b>' }}", tmp_path) == "\\*a\\* &lt;b&gt;\n"
    assert of("html", "{{ '*a* <b>' }}", tmp_path) == "*a* &lt;b&gt;"


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (["--template", "own.txt", "--report", "md:out.md"], "U122", 2),
        (["--template", "own.md.j2", "--template", "b.md.j2", "--report", "md:o.md"], "U122", 2),
        (["--template", "own.md.j2", "--report", "html:out.html"], "U123", 2),
        (["--template", "own.md.j2"], "U123", 2),
        (["--template", "gone.md.j2", "--report", "md:out.md"], "O138", 4),
        (["--template", "own.md.j2", "--report", "md:out.md"], "O136", 4),
        (["--audience", "press"], "U124", 2),
        (["--audience", "public", "--report", "annotated:out.xlsx"], "U125", 2),
        (["--report", "docx:-", "--report", "json:-"], "U116", 2),
        (["--report", "pdf:-", "--criteria", "vn-82-2018", "--criteria", "vn-35-2022"], "U116", 2),
    ],
)
def test_the_command_line_tells_it_and_writes_nothing(
    arguments: list[str],
    code: str,
    exit_code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "own.md.j2").write_text("{{ nobody }}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["assess", str(SAMPLE), *arguments, "--lang", "en"]) == exit_code
    assert code in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["own.md.j2"]
