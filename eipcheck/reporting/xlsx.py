"""The report as a workbook: findings, what to do, evidence, figures, rows, problems, readings.

Every cell holds text or a count, never a formula, whatever sign a text begins with. The same view
gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.assessment import Flag
from eipcheck.reporting.annotated_cells import bounded, text_lines
from eipcheck.reporting.packed_book import packed_book
from eipcheck.reporting.say import say
from eipcheck.reporting.view_parts import Mark
from eipcheck.reporting.view_types import CriterionView, ReportView

_NAME = "Calibri"
_BODY = Font(name=_NAME, size=11)
_BOLD = Font(name=_NAME, size=11, bold=True)
_TITLE = Font(name=_NAME, size=14, bold=True)
_HEADING = Font(name=_NAME, size=11, bold=True, color="FFFFFFFF")
_FILL = PatternFill("solid", fgColor="FF12436D")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_LONGEST_CELL, _LONGEST_NAME = 32_000, 31
_NARROW, _USUAL, _WIDE = 12, 24, 52

Cells = Sequence[str | int]


class _Sheet(Struct, frozen=True):
    """A sheet with a table: its name, headings with their widths, and rows."""

    title: str
    headings: tuple[tuple[str, int], ...]
    rows: Iterable[Cells]


def render_xlsx(view: ReportView) -> bytes:
    """Write a report as a workbook.

    Args:
        view: what the report says.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _summary(book, view)
    for sheet in _sheets(view):
        _table(book, sheet)
    book.properties.title = text_lines(view.head.title)
    return packed_book(book)


def _summary(book: Workbook, view: ReportView) -> None:
    """Write the first sheet: who, by which law, the outcomes, and where the numbers come from."""
    tell = partial(say, view.language)
    head = view.head
    sheet = _new(book, tell("page.outcome"))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 100
    _put(sheet, 1, 1, head.title, _TITLE)
    rows: list[tuple[str, str]] = [(text, "") for text in (head.stamp, head.label) if text]
    rows += [(tell("sheet.law"), head.law), ("", head.law_status), ("", view.law_now)]
    rows += [(answer.title, answer.sentence) for answer in view.answers]
    if not view.answers:
        rows.append((tell("page.result"), tell("page.no_question")))
    rows += [("", answer.with_waivers) for answer in view.answers]
    for run in (view.declared, view.evidenced):
        rows += [(run.label, f"{run.tally} · {run.index}")]
        rows += [
            (run.label, f"{answer.title}: {_status(getattr(answer, run.key))}")
            for answer in view.answers
        ]
    rows += [("", text) for text in (view.force_sentence, *view.warnings, *head.stamp_reasons)]
    rows += [(d.label, " ".join(filter(None, (d.value, d.note, d.cell)))) for d in head.dates]
    rows += _first(view)
    rows += [(tell("page.requirements"), ""), *_verdicts(view)]
    rows += [(tell("page.method"), text) for text in view.method if text]
    rows += [(v.label, " ".join(filter(None, (v.value, v.note)))) for v in view.versions]
    rows += [("", view.number_format), ("", view.disclaimer)]
    for number, (label, text) in enumerate((r for r in rows if any(r)), start=2):
        _put(sheet, number, 1, label, _BOLD)
        _put(sheet, number, 2, text)


def _first(view: ReportView) -> Iterator[tuple[str, str]]:
    """Tell what to do first, with whom to ask."""
    label = say(view.language, "page.first")
    for todo in view.first:
        where = (todo.cells, todo.party)
        yield (label, f"{todo.mark.icon} {' · '.join(filter(None, (todo.text, *where)))}")


def _verdicts(view: ReportView) -> Iterator[tuple[str, str]]:
    """Tell the verdicts on each requirement of the park in a line."""
    for clause in view.clauses:
        for card in clause.criteria:
            runs = ((view.declared, card.declared), (view.evidenced, card.evidenced))
            said = [f"{run.label}: {_status(mark)}" for run, mark in runs]
            said += [f.word for f in card.flags if f.key == Flag.DEPENDS_ON_READING]
            yield (f"{card.code or clause.label}: {card.title}", " · ".join(said))


def _sheets(view: ReportView) -> Iterator[_Sheet]:
    """Give the tables; a heading marked ``*`` is wide, one marked ``-`` narrow."""
    tell = partial(say, view.language)

    def sheet(key: str, heads: str, rows: Iterable[Cells], *more: str) -> _Sheet:
        named = ((tell(f"sheet.{head.rstrip('*-')}"), _width(head)) for head in heads.split())
        return _Sheet(tell(key), (*named, *((head, _USUAL) for head in more)), rows)

    yield sheet(
        "page.requirements",
        "clause- title* declared evidenced observed target gap* flags kind actor requirement* "
        "computed* expected* remedy* source* confidence verified* targets",
        (_finding(label, card, view) for label, card in _cards(view)),
    )
    yield sheet("page.work", "party status- what* detail* cells found_in* names*", _work(view))
    if view.register is not None:
        titles = (title for _, title in view.register.columns)
        yield sheet("page.register", "name code- cell-", _register(view), *titles)
        yield sheet("sheet.cited", "what*", ((text,) for text in view.register.cited))
    yield sheet("page.rows", "title name code- result why* cell", _rows(view))
    yield sheet("page.numbers", "title what* value raw year- source* note* cell", _numbers(view))
    yield sheet("page.computed", "title what* cells*", _steps(view))
    yield sheet("page.checklist", "title expected* status document result cell", _evidence(view))
    yield sheet("page.problems", "code- status- cell what* why* fix* see_also", _problems(view))
    yield sheet("page.readings", "code- what* chosen* others* effects*", _readings(view))
    yield sheet("sheet.goals", "code- goal* targets title* result", _goals(view))


def _width(head: str) -> int:
    return {"*": _WIDE, "-": _NARROW}.get(head[-1], _USUAL)


def _cards(view: ReportView) -> Iterator[tuple[str, CriterionView]]:
    """Give every criterion under the label of its clause."""
    for clause in view.clauses:
        yield from ((clause.label, card) for card in clause.criteria)
    labels = {card.id: say(view.language, "kind.advisory") for card in view.advisories}
    yield from ((labels[card.id], card) for card in view.advisories)
    for asked in view.enterprises:
        yield from ((asked.title, card) for card in asked.criteria)


def _finding(label: str, card: CriterionView, view: ReportView) -> Cells:
    said = (card.decision, card.waiver, card.benchmark)
    flags = (*(f.word for f in card.flags), *(text for text in said if text))
    counts = f" ({card.observed_counts})" if card.observed_counts else ""
    proven = f" · {card.observed_evidenced}" if card.observed_evidenced else ""
    return (
        card.code or label,
        card.title,
        _status(card.declared),
        _status(card.evidenced) + proven,
        card.observed + counts,
        card.target,
        _both(view, card.gap, card.gap_evidenced),
        " · ".join(flags),
        say(view.language, f"kind.{card.kind}"),
        card.actor,
        card.requirement,
        card.computed,
        card.evidence_expected,
        card.remedy,
        " ".join((card.source.text, *card.source.urls)),
        card.source.confidence.word,
        " ".join(filter(None, (card.source.verified, card.source.note))),
        ", ".join(card.sdg),
    )


def _both(view: ReportView, declared: str, evidenced: str) -> str:
    """Tell what is missing in each run; once where it is the same."""
    if not evidenced or evidenced == declared:
        return declared
    proven = f"{view.evidenced.label}: {evidenced}"
    return f"{declared} · {proven}" if declared else proven


def _work(view: ReportView) -> Iterator[Cells]:
    """Tell all there is to do by whom to ask, then what only the proof of a criterion waits for."""
    told = set()
    for party in view.work:
        for todo in party.todos:
            told.add((todo.text, todo.cells))
            names = "; ".join(todo.names)
            known = (todo.detail, todo.cells, todo.found_in, names)
            yield (party.label, _status(todo.mark), todo.text, *known)
    for _, card in _cards(view):
        for todo in card.todos:
            if (todo.text, todo.cells) not in told:
                known = (card.title, todo.cells, todo.found_in, "; ".join(todo.names))
                yield ("", _status(todo.mark), todo.text, *known)


def _register(view: ReportView) -> Iterator[Cells]:
    for row in view.register.rows if view.register is not None else ():
        marks = (
            f"{_status(mark)}\n{why}" if why else _status(mark)
            for mark, why in zip(row.marks, row.whys, strict=True)
        )
        yield (row.name, row.code, row.cell, *marks)


def _rows(view: ReportView) -> Iterator[Cells]:
    for _, card in _cards(view):
        if card.rows is None:
            continue
        tallies = " · ".join(tally.text for tally in card.rows.tallies)
        yield (card.title, card.rows.caption, "", tallies, card.rows.complete, "")
        for row in () if card.rows.in_register else card.rows.rows:
            known = (_status(row.mark), " · ".join(row.why), row.cell)
            yield (card.title, row.name, row.code, *known)


def _numbers(view: ReportView) -> Iterator[Cells]:
    for _, card in _cards(view):
        for n in card.numbers:
            notes = " · ".join(filter(None, (n.aside, n.quality, n.documents, n.note)))
            source = n.url or n.source
            yield (card.title, n.label, n.value, n.raw, _year(n.year), source, notes, n.cell)


def _year(text: str) -> str | int:
    return int(text) if text.isdecimal() else text


def _steps(view: ReportView) -> Iterator[Cells]:
    for _, card in _cards(view):
        yield from ((card.title, step.text, step.cells) for step in card.steps)


def _evidence(view: ReportView) -> Iterator[Cells]:
    listed = {check.criterion for check in view.evidence}
    for check in view.evidence:
        known = (check.title, check.expected, _status(check.mark))
        if not check.documents:
            yield (*known, "", "", "")
        for used in check.documents:
            yield (*known, used.document, used.state, used.cell)
    for _, card in _cards(view):
        for used in () if card.id in listed else card.evidence:
            known = (card.title, card.evidence_expected, "")
            yield (*known, used.document, used.state, used.cell)


def _problems(view: ReportView) -> Iterator[Cells]:
    for p in view.problems:
        yield (p.code, p.mark.word, p.place, p.what, p.why, p.fix, p.other_places)


def _readings(view: ReportView) -> Iterator[Cells]:
    for r in view.readings:
        yield (r.id, r.question, r.chosen, "; ".join(r.others), "; ".join(r.effects))


def _goals(view: ReportView) -> Iterator[Cells]:
    for g in view.goals:
        yield (g.number, g.title, ", ".join(g.targets), " · ".join(g.criteria), g.met)


def _status(mark: Mark) -> str:
    return f"{mark.icon} {mark.word}"


def _table(book: Workbook, table: _Sheet) -> None:
    """Write a sheet; one without rows is left out."""
    rows = list(table.rows)
    if not rows:
        return
    sheet = _new(book, table.title)
    for number, (heading, width) in enumerate(table.headings, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        _put(sheet, 1, number, heading, _HEADING)
        sheet.cell(1, number).fill = _FILL
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            _put(sheet, number, column, value)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"


def _new(book: Workbook, title: str) -> Worksheet:
    """Add a sheet that prints on A4, as wide as the page."""
    sheet: Worksheet = book.create_sheet(bounded(title, _LONGEST_NAME))
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return sheet


def _put(sheet: Worksheet, row: int, column: int, value: str | int, font: Font = _BODY) -> None:
    """Fill a cell; a text stays text, whatever sign it begins with."""
    cell = sheet.cell(row, column)
    cell.font, cell.alignment = font, _WRAPPED
    if isinstance(value, int):
        cell.value = value
    elif value:
        cell.value = bounded(text_lines(value), _LONGEST_CELL)
        cell.data_type = "s"
