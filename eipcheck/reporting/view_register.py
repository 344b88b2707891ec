"""The register of enterprises as one table, with a column for each criterion that counts its rows.

It is the table behind every share of enterprises at once: how each row counts, and the answers
that say so. Answers are told shortly, as ``O14 Có``; a legend tells what column O asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from eipcheck.model.assessment import (
    Assessment,
    Because,
    EnterpriseAnswers,
    Finding,
    OutcomeValue,
    RowsBehind,
)
from eipcheck.model.criterion import Verdict
from eipcheck.model.place import column_letters
from eipcheck.reporting.view_parts import Mark, RegisterRow, RegisterView
from eipcheck.reporting.view_rows import REGISTER, counts_against, row_key, row_marks
from eipcheck.reporting.view_words import Speaker, clean


class _Column(Struct, frozen=True):
    """A column: its anchor and title, and by row of the sheet its mark and its reasons."""

    id: str
    title: str
    cells: Mapping[int, tuple[Mark, str]]


def register_view(assessment: Assessment, speaker: Speaker) -> RegisterView | None:
    """Show the register once, with a column for each criterion that counts its rows."""
    counting = [
        (f, f.rows) for f in assessment.findings if f.rows is not None and f.rows.table == REGISTER
    ]
    if not any(behind.rows for _, behind in counting):
        return None
    facts = _Facts(speaker, counting[0][1].sheet_name)
    verdicts = _verdicts(assessment, speaker)
    columns = [
        _counting(finding, behind, facts, verdicts.get(finding.criterion.id, {}), assessment)
        for finding, behind in counting
    ]
    columns += [c for answers in assessment.enterprises for c in _answers(answers, speaker)]
    plain = row_marks(speaker, against=False)
    absent = (plain["out"], "")
    named = {row.row: row for _, behind in counting for row in behind.rows}
    rows = []
    for number, row in sorted(named.items()):
        marks, whys = zip(*(column.cells.get(number, absent) for column in columns), strict=True)
        name, code = clean(row.name), clean(row.code)
        rows.append(RegisterRow(name, code, row.cell.address, marks, whys))
    return RegisterView(
        title=speaker.label(REGISTER),
        columns=tuple((column.id, column.title) for column in columns),
        legend=tuple(plain.values()),
        rows=tuple(rows),
        cited=facts.legend(),
    )


class _Facts:
    """Tells answers shortly; what holds of a list as a whole stands in the legend only."""

    def __init__(self, speaker: Speaker, home: str) -> None:
        """Take who speaks, and the sheet whose name need not be told."""
        self.speaker = speaker
        self._home = home
        self._said: dict[Because, str] = {}
        self._values: dict[tuple[str, object], str] = {}
        self._legend: dict[tuple[str, int, int], str] = {}

    def of_row(self, whys: Iterable[Because]) -> Iterator[str]:
        """Tell the answers of one row."""
        for because in whys:
            text = self._said.get(because)
            if text is None:
                text = self._said[because] = self._tell(because)
            if text:
                yield text

    def legend(self) -> tuple[str, ...]:
        """Tell what each column of a sheet that is cited asks, and what holds of whole lists."""
        return tuple(text for _, text in sorted(self._legend.items()))

    def _tell(self, because: Because) -> str:
        """Tell an answer, and enter its column in the legend; empty for one of a whole list."""
        speaker, cell, column = self.speaker, because.cell, self._column(because)
        of_row = speaker.dictionary.has_field(because.field)
        known = (because.field, because.value)
        value = self._values.get(known)
        if value is None:
            value = self._values[known] = speaker.value(*known)
        text = f"{column}{'' if cell is None else cell.row} {value}"
        if cell is not None:
            key = (cell.sheet, cell.column, 0 if of_row else cell.row)
            if key not in self._legend:
                label = speaker.label(because.field)
                self._legend[key] = f"{column} {label}" if of_row else f"{text} ({label})"
        return text if of_row or cell is None else ""

    def _column(self, because: Because) -> str:
        """Name the column, with its sheet where it is another one; the field, if there is none."""
        cell = because.cell
        if cell is None:
            return f"{self.speaker.label(because.field)}:"
        letters = column_letters(cell.column)
        return letters if cell.sheet == self._home else f"{clean(cell.sheet)}!{letters}"


def _counting(
    finding: Finding,
    behind: RowsBehind,
    facts: _Facts,
    verdicts: Mapping[int, Mark],
    assessment: Assessment,
) -> _Column:
    """Give the column of a criterion; where it judges each enterprise, with its verdicts."""
    speaker = facts.speaker
    against = counts_against(finding.criterion.measure, dict(assessment.readings))
    marks = row_marks(speaker, against=against)
    unproven = speaker.say("flag.unevidenced")
    cells = {}
    for row in behind.rows:
        key = row_key(row)
        why = list(facts.of_row(row.why))
        if key in ("yes", "no") and row.evidenced is not row.where:
            why.append(unproven)
        cells[row.row] = (verdicts.get(row.row, marks[key]), " · ".join(why))
    return _Column(finding.criterion.id, speaker.text(finding.criterion.title), cells)


def _verdicts(assessment: Assessment, speaker: Speaker) -> dict[str, dict[int, Mark]]:
    """Give the declared verdicts of criteria that are asked of each enterprise, by row."""
    marks = {verdict: speaker.verdict(verdict) for verdict in Verdict}
    found: dict[str, dict[int, Mark]] = {}
    for answers in assessment.enterprises:
        for row in answers.rows:
            for criterion, declared, _ in row.verdicts:
                found.setdefault(criterion, {})[row.row] = marks[declared]
    return found


def _answers(answers: EnterpriseAnswers, speaker: Speaker) -> Iterator[_Column]:
    """Give the columns that answer a question: declared, evidenced, and possible now."""
    marks = {value: (speaker.outcome(value), "") for value in OutcomeValue}
    parts = {
        "declared": {row.row: marks[row.declared] for row in answers.rows},
        "evidenced": {row.row: marks[row.evidenced] for row in answers.rows},
        "now": {row.row: marks[row.possible_now] for row in answers.rows},
    }
    for part, cells in parts.items():
        yield _Column(f"each-{answers.question}", speaker.say(f"page.each_{part}"), cells)
