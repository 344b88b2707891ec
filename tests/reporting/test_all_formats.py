"""Every finding, number, verdict and cell of the JSON stands in every format, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from command_line import SAMPLE
from report_text import addresses, text_of

from eipcheck.cli.app import main
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.assess import Assessed, Request, assess
from eipcheck.pipeline.formats import FORMATS
from eipcheck.pipeline.reports import views
from eipcheck.reporting.view_types import CriterionView, ReportView

PILOT = SAMPLE.parents[1] / "pilot-parks" / "hiep-phuoc.xlsx"
RUNS = {
    "synthetic-82": (SAMPLE, "vn-82-2018"),
    "synthetic-35": (SAMPLE, "vn-35-2022"),
    "pilot-82": (PILOT, "vn-82-2018"),
    "indicators": (SAMPLE, "vn-05-2025-indicators"),
}
MADE = tuple(name for name in FORMATS if name not in ("json", "annotated"))


@cache
def done(run: str) -> Assessed:
    park, name = RUNS[run]
    return assess(park, Request(criteria=(name,)))


@cache
def the_view(run: str, language: Language) -> ReportView:
    return views(done(run), language)[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write every run in every format and language."""
    out = tmp_path_factory.mktemp("formats")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1600000000")
        _write_all(out)
    return out


def _write_all(out: Path) -> None:
    for run, (park, name) in RUNS.items():
        for language in LANGUAGES:
            to = [f"--report={f}:{out / f'{run}.{language}.{f}'}" for f in (*MADE, "json")]
            arguments = ["assess", str(park), f"--criteria={name}", f"--lang={language}"]
            assert main([*arguments, *to, "--force"]) == 0


def cards(view: ReportView) -> tuple[CriterionView, ...]:
    return (*view.requirements, *view.advisories, *view.each)


def said(view: ReportView) -> Iterator[str]:
    """Give the words of a report that no format may leave out."""
    yield from (a.sentence for a in view.answers)
    yield from (view.disclaimer, view.head.law, view.head.sha256)
    yield from view.warnings
    for card in cards(view):
        yield from (card.title, card.requirement, card.declared.word, card.evidenced.word)
        yield from (card.observed, card.target, card.gap, card.gap_evidenced, card.computed)
        yield from (card.source.text, card.source.verified, card.remedy, card.decision)
        yield from (flag.word for flag in card.flags)
        for number in card.numbers:
            yield from (number.label, number.value, number.year)
        yield from (step.text for step in card.steps)
        yield from (e.document for e in card.evidence)
        yield from (r.chosen for r in card.readings)
    for problem in view.problems:
        yield from (problem.code, problem.what, problem.fix)
    for reading in view.readings:
        yield from (reading.id, reading.question, reading.chosen)
    yield from (g.title for g in view.goals)
    for party in view.work:
        yield party.label
        yield from (todo.text for todo in party.todos)
    for answers in view.enterprises:
        yield from (row.name for row in answers.rows)
    if view.register is not None:
        yield from (row.name or row.code for row in view.register.rows)


def cells(document: Any) -> Iterator[str]:
    """Give the address of every cell that a JSON document names."""
    if isinstance(document, dict):
        if "sheet" in document and isinstance(document.get("cell"), str):
            yield document["cell"]
        for value in document.values():
            yield from cells(value)
    elif isinstance(document, list):
        for value in document:
            yield from cells(value)


def plain(text: str, name: str) -> str:
    """Reduce a text to what can be compared: escapes and breaks of lines differ by format."""
    if name == "md":
        text = text.replace("\\", "").replace("&lt;", "<").replace("&gt;", ">")
        text = text.replace("&amp;", "&")
    return "".join(text.split())


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MADE)
def test_every_word_and_cell_stands_in_every_format(
    name: str, language: Language, run: str, folder: Path
) -> None:
    text = text_of(folder / f"{run}.{language}.{name}")
    whole = plain(text, name)
    missing = [w for w in dict.fromkeys(said(the_view(run, language))) if plain(w, "") not in whole]
    assert missing == []
    document = json.loads((folder / f"{run}.{language}.json").read_text(encoding="utf-8"))
    named = addresses(text)
    assert sorted({c for c in cells(document) if c not in named}) == []


def test_the_json_does_not_depend_on_the_language(folder: Path) -> None:
    for run in RUNS:
        first, second = ((folder / f"{run}.{lang}.json").read_bytes() for lang in LANGUAGES)
        assert first == second
