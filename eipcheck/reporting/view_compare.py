"""What several criteria sets say of one park, side by side, and why they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from eipcheck.model.assessment import Assessment, Finding
from eipcheck.model.criterion import Kind, Per
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.difference import Comparison, Entry, Lineage, Shift
from eipcheck.model.text import Language
from eipcheck.reporting.view_head import law_name, law_status
from eipcheck.reporting.view_parts import Mark
from eipcheck.reporting.view_words import Speaker, clean

_WHOLE = (Shift.DROPPED, Shift.NEW)
"""What happens to a whole criterion: it says by itself that only one set has it."""


class CellView(Struct, frozen=True):
    """What one set says, as declared and as evidenced."""

    declared: Mark
    evidenced: Mark

    @property
    def differs(self) -> bool:
        """Say whether the evidence leads to another answer."""
        return self.declared.key != self.evidenced.key


class ComparedRow(Struct, frozen=True):
    """A criterion or a question under each set; None where a set does not have it.

    ``why`` says why the sets differ; empty where they do not, or nobody can say.
    """

    title: str
    cells: tuple[CellView | None, ...]
    why: str


class ColumnView(Struct, frozen=True):
    """One of the sets: its id, its law, and whether that was law on the assessment date."""

    id: str
    law: str
    law_status: str


class ComparedView(Struct, frozen=True):
    """The sets as columns; ``outcomes`` are a row per question, ``rows`` one per criterion."""

    language: Language
    columns: tuple[ColumnView, ...]
    outcomes: tuple[ComparedRow, ...]
    rows: tuple[ComparedRow, ...]


def compare_view(
    assessments: Sequence[Assessment],
    comparisons: Sequence[Comparison],
    dictionary: DataDictionary,
    language: Language,
) -> ComparedView:
    """Say what each set finds of the park.

    Args:
        assessments: two or more of one workbook.
        comparisons: how each set differs from the one before it in that order; where the earlier
            one is the newer, the other way round.
        dictionary: the sheets and fields that the workbook was read by.
        language: the language to speak.
    """
    speaker = Speaker(language, dictionary)
    findings = [
        {
            f.criterion.id: f
            for f in assessment.findings
            if assessment.criteria.per(f.criterion) is Per.PARK
        }
        for assessment in assessments
    ]
    rows = _paired([list(found) for found in findings], comparisons)
    return ComparedView(
        language=language,
        columns=tuple(
            ColumnView(clean(a.criteria.id), law_name(a.criteria, speaker), law_status(a, speaker))
            for a in assessments
        ),
        outcomes=tuple(_outcomes(assessments, speaker)),
        rows=tuple(
            _row(
                [found.get(name or "") for found, name in zip(findings, row, strict=True)],
                assessments,
                comparisons,
                speaker,
            )
            for row in rows
        ),
    )


def _paired(
    columns: Sequence[Sequence[str]], comparisons: Sequence[Comparison]
) -> list[list[str | None]]:
    """Put the criteria of every set into rows: what one became stands beside what it was."""
    rows: list[list[str | None]] = [[name, *[None] * (len(columns) - 1)] for name in columns[0]]
    for number, names in enumerate(columns[1:], start=1):
        before = {row[number - 1]: row for row in rows}
        was = _partners(comparisons[number - 1])
        for name in names:
            row = before.get(was.get(name, name)) or next((r for r in rows if name in r), None)
            if row is None or row[number] is not None:
                row = [None] * len(columns)
                rows.append(row)
            row[number] = name
    return rows


def _partners(comparison: Comparison) -> dict[str, str]:
    """Give what each criterion of either set is called in the other."""
    pairs = [
        (each.old.id, each.new.id)
        for entry in comparison.entries
        for each in entry.criteria
        if each.old is not None and each.new is not None
    ]
    return dict(pairs) | {new: old for old, new in pairs}


def _outcomes(assessments: Sequence[Assessment], speaker: Speaker) -> Iterator[ComparedRow]:
    titles = {q.id: q.title for a in reversed(assessments) for q in a.criteria.questions}
    given = [
        {
            o.question: CellView(speaker.outcome(o.declared), speaker.outcome(o.evidenced))
            for o in a.outcomes
        }
        for a in assessments
    ]
    for question in dict.fromkeys(name for answers in given for name in answers):
        cells = tuple(answers.get(question) for answers in given)
        yield ComparedRow(speaker.text(titles[question]), cells, "")


def _row(
    findings: Sequence[Finding | None],
    assessments: Sequence[Assessment],
    comparisons: Sequence[Comparison],
    speaker: Speaker,
) -> ComparedRow:
    known = [finding for finding in findings if finding is not None]
    cells = tuple(_cell(finding, speaker) for finding in findings)
    title = speaker.text(known[-1].criterion.title)
    if all(finding.kind is Kind.ADVISORY for finding in known):
        title = f"{title} ({speaker.say('kind.advisory')})"
    return ComparedRow(
        title=title,
        cells=cells,
        why="; ".join(dict.fromkeys(_why(findings, cells, assessments, comparisons, speaker))),
    )


def _cell(finding: Finding | None, speaker: Speaker) -> CellView | None:
    if finding is None:
        return None
    return CellView(
        speaker.verdict(finding.declared.verdict), speaker.verdict(finding.evidenced.verdict)
    )


def _why(
    findings: Sequence[Finding | None],
    cells: Sequence[CellView | None],
    assessments: Sequence[Assessment],
    comparisons: Sequence[Comparison],
    speaker: Speaker,
) -> Iterator[str]:
    """Say why neighbouring sets differ: one lacks the criterion, or the newer one changed it."""
    told = [
        (entry.shift, _told(entry, comparison, speaker))
        for comparison, entry in _changes(findings, cells, comparisons)
    ]
    only = [a.criteria.id for a, f in zip(assessments, findings, strict=True) if f is not None]
    if len(only) == 1 and not any(shift in _WHOLE for shift, _ in told):
        yield speaker.say("diff.park.only", set=clean(only[0]))
    yield from (text for _, text in told)


def _changes(
    findings: Sequence[Finding | None],
    cells: Sequence[CellView | None],
    comparisons: Sequence[Comparison],
) -> Iterator[tuple[Comparison, Entry]]:
    """Give what changed between neighbouring sets that do not say the same."""
    for number, comparison in enumerate(comparisons):
        if comparison.lineage is Lineage.UNRELATED:
            continue  # neither of them changed the other
        finding = findings[number + 1] or findings[number]
        if cells[number] != cells[number + 1] and finding is not None:
            entry = _entry(comparison, finding.criterion.id)
            if entry is not None and entry.shift not in (Shift.SAME, Shift.REWORDED):
                yield comparison, entry


def _entry(comparison: Comparison, name: str) -> Entry | None:
    for entry in comparison.entries:
        for each in entry.criteria:
            if name in {criterion.id for criterion in (each.old, each.new) if criterion}:
                return entry
    return None


def _told(entry: Entry, comparison: Comparison, speaker: Speaker) -> str:
    change = entry.change
    newer = clean(comparison.after.criteria.id)
    if entry.shift in _WHOLE:
        return speaker.say(f"diff.park.{entry.shift.value}", set=newer)
    effect = speaker.say(f"diff.effect.{entry.shift.value}")
    if change is None:
        return speaker.say("diff.park.why", effect=effect, set=newer)
    before, after = speaker.text(change.before), speaker.text(change.after)
    return speaker.say("diff.park.told", effect=effect, set=newer, before=before, after=after)
