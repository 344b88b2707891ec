"""The checklist of ``docs/page-one.md``, answered by the reports as they are rendered today."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from command_line import ROOT, SAMPLE
from page_one_questions import LEADS, PAGE_ONE, Question
from page_one_text import (
    Page,
    first_lines,
    first_page,
    first_screens,
    first_sheet,
    printed_words,
)
from report_text import text_of

from eipcheck.model.text import LANGUAGES
from eipcheck.pipeline.assess import Request, assess
from eipcheck.pipeline.formats import rendered
from eipcheck.pipeline.reports import views
from eipcheck.reporting.view_types import ReportView

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DOC = ROOT / "docs" / "page-one.md"
MARK = "<!-- answers: written by tests/reporting/test_page_one.py -->"
AGAIN = "EIPCHECK_UPDATE_GOLDEN=1 pytest tests/reporting/test_page_one.py"
PILOT = ROOT / "examples" / "pilot-parks" / "hiep-phuoc.xlsx"
RUNS = {
    "Hiệp Phước (`examples/pilot-parks/hiep-phuoc.xlsx`), `vn-82-2018`": (PILOT, "vn-82-2018"),
    "Made-up park (`examples/synthetic-park/kcn-mau.xlsx`), `vn-82-2018`": (SAMPLE, "vn-82-2018"),
    "Made-up park (`examples/synthetic-park/kcn-mau.xlsx`), `vn-35-2022`": (SAMPLE, "vn-35-2022"),
}
FORMATS = ("html", "docx", "pdf", "xlsx", "md")
ANYWHERE = ("●", "◐", "○", "–")
_BY_DISTANCE = "●◐○"
_NEAR, _SAME_ENTRY = 150, 330
"""Letters and digits around a text within which what belongs to it must stand: on page one, and
in the long entries further on."""


def plain(text: str) -> str:
    """Reduce a text to plain letters and digits.

    A font without Vietnamese has its marked letters printed in another, out of their order.
    """
    return "".join(c for c in text.replace("\\", "") if c.isascii() and c.isalnum())


def found(words: tuple[str, ...], text: str, near: int) -> bool:
    """Say whether the words stand in a text, and near one another where there are several."""
    head, *others = map(plain, words)
    for place in re.finditer(re.escape(head), text):
        around = text[max(0, place.start() - near) : place.end() + near]
        if all(other in around for other in others):
            return True
    return False


def answer(question: Question, view: ReportView, page: Page, whole: str) -> str:
    """Answer a question: on page one, at its edge, further on, nowhere, or nothing to tell."""
    groups = told(question, view)
    sure, perhaps = page
    tries = {"●": (sure, _NEAR), "◐": (perhaps, _NEAR), "○": (whole, len(whole))}
    for mark, (text, near) in tries.items() if groups else ():
        if all(found(words, text, near) for words in groups):
            return mark
    return "✕" if groups else "–"


def leads(question: Question, view: ReportView, whole: str) -> str:
    """Answer whether everything a number leads to stands beside it."""
    groups = told(question, view)
    there = all(found(words, whole, _SAME_ENTRY) for words in groups)
    return ("●" if there else "✕") if groups else "–"


def told(question: Question, view: ReportView) -> list[tuple[str, ...]]:
    """Give the words that answer a question, as they are compared."""
    return [words for words in question(view) if all(map(plain, words))]


def pages_one(files: Iterable[Path], folder: Path, browser: Browser) -> dict[Path, Page]:
    """Give page one of every report."""
    known = list(files)
    seen = first_screens(browser, [f for f in known if f.suffix == ".html"])
    seen |= printed_words([f for f in known if f.suffix == ".docx"], folder)
    readers = {".pdf": first_page, ".xlsx": first_sheet, ".md": first_lines}
    seen |= {f: readers[f.suffix](f) for f in known if f.suffix in readers}
    return {file: (plain(sure), plain(perhaps)) for file, (sure, perhaps) in seen.items()}


def reports(folder: Path) -> dict[tuple[str, str, str], tuple[ReportView, Path]]:
    """Write every report into a folder, by run, format and language."""
    written = {}
    for number, (run, (workbook, criteria)) in enumerate(RUNS.items()):
        done = assess(workbook, Request(criteria=(criteria,)))
        for language in LANGUAGES:
            view = views(done, language)[0]
            for name in FORMATS:
                file = folder / f"{number}-{language}.{name}"
                file.write_bytes(rendered(name, [view], {}))
                written[run, name, language] = (view, file)
    return written


def tables(answers: Mapping[tuple[str, str, str, str], str], ids: Iterable[str]) -> Iterator[str]:
    """Write the answers: a table for each run."""
    columns = [(name, language) for name in FORMATS for language in LANGUAGES]
    asked = list(ids)
    for run in RUNS:
        yield f"\n### {run}\n"
        yield "| | " + " | ".join(f"{name} {language}" for name, language in columns) + " |"
        yield "|---" + "|:-:" * len(columns) + "|"
        for key in asked:
            yield f"| {key} | " + " | ".join(answers[key, run, *c] for c in columns) + " |"


def test_the_answers_are_up_to_date(tmp_path: Path, browser: Browser) -> None:
    written = reports(tmp_path)
    (tmp_path / "printed").mkdir()
    ones = pages_one((file for _, file in written.values()), tmp_path / "printed", browser)
    answers = {}
    for key, (view, file) in written.items():
        whole = plain(text_of(file))
        for name, question in PAGE_ONE.items():
            answers[name, *key] = answer(question, view, ones[file], whole)
        for name, question in LEADS.items():
            answers[name, *key] = leads(question, view, whole)
    assert {key: a for key, a in answers.items() if a not in ANYWHERE} == {}
    text = DOC.read_text(encoding="utf-8")
    told = ["", "## Page one", *tables(answers, PAGE_ONE)]
    told += ["", "## Where each number leads", *tables(answers, LEADS)]
    fresh = text.partition(MARK)[0] + MARK + "\n".join(told) + "\n"
    if os.environ.get("EIPCHECK_UPDATE_GOLDEN") == "1":
        DOC.write_text(fresh, encoding="utf-8", newline="\n")
    assert same_but_for_fonts(DOC.read_text(encoding="utf-8"), fresh), f"write it anew: {AGAIN}"


def same_but_for_fonts(old: str, new: str) -> bool:
    """Compare answers: another machine's fonts may move a thing to the edge, never over it."""
    if len(old) != len(new):
        return False
    places = (
        (_BY_DISTANCE.find(a), _BY_DISTANCE.find(b), a == b) for a, b in zip(old, new, strict=True)
    )
    return all(same or (min(a, b) >= 0 and abs(a - b) == 1) for a, b, same in places)


def test_every_question_of_the_page_is_asked() -> None:
    text = DOC.read_text(encoding="utf-8").partition(MARK)[0]
    assert re.findall(r"^\| ([A-Z]\d) \|", text, re.MULTILINE) == [*PAGE_ONE, *LEADS]
