"""Parts of a report view: see ``view_types``, which puts them together."""

from __future__ import annotations

from msgspec import Struct


class Mark(Struct, frozen=True):
    """A status: never shown by colour alone, always icon and word."""

    key: str
    icon: str
    word: str


class Tally(Struct, frozen=True):
    """How many requirements have one verdict: ``8 đáp ứng``."""

    mark: Mark
    count: int
    text: str


class FlagView(Struct, frozen=True):
    """A flag as a word, and a sentence that explains it."""

    key: str
    word: str
    sentence: str


class StepView(Struct, frozen=True):
    """One step of the computation as a sentence, with the cells it rests on."""

    text: str
    cells: str


class NumberView(Struct, frozen=True, kw_only=True):
    """One answer of the workbook. ``aside`` says why it is shown but not used."""

    label: str
    value: str
    raw: str
    year: str
    source: str
    url: str
    quality: str
    documents: str
    note: str
    cell: str
    aside: str = ""


class RowView(Struct, frozen=True):
    """One row behind a count: ``yes`` qualifies, ``no``, ``unknown``, or ``out`` (not counted)."""

    mark: Mark
    name: str
    code: str
    why: tuple[str, ...]
    cell: str
    evidenced: bool


class RowsView(Struct, frozen=True, kw_only=True):
    """The table behind a count. ``tallies`` count its marks; ``rows`` may be left out (empty)."""

    caption: str
    complete: str
    tallies: tuple[Tally, ...]
    rows: tuple[RowView, ...]


class EvidenceView(Struct, frozen=True, kw_only=True):
    """A document named behind an answer: whether it counts, and why not."""

    document: str
    counts: bool
    state: str
    cell: str


class ReadingView(Struct, frozen=True):
    """A reading of an ambiguous clause: the question, the option chosen, the others.

    ``effects`` say what another option would change, by criterion.
    """

    id: str
    question: str
    chosen: str
    is_default: bool
    others: tuple[str, ...]
    effects: tuple[str, ...]


class SourceView(Struct, frozen=True, kw_only=True):
    """Where the law says it, and how well that was verified."""

    text: str
    urls: tuple[str, ...]
    confidence: Mark
    confidence_sentence: str
    verified: str
    note: str


class RegisterRow(Struct, frozen=True):
    """A row of the register: how it counts for each criterion of ``RegisterView.columns``."""

    name: str
    code: str
    cell: str
    marks: tuple[Mark, ...]


class RegisterView(Struct, frozen=True, kw_only=True):
    """The register behind the shares: one column per criterion that counts its rows."""

    title: str
    columns: tuple[tuple[str, str], ...]  # criterion id, title
    legend: tuple[Mark, ...]
    rows: tuple[RegisterRow, ...]


class CheckView(Struct, frozen=True, kw_only=True):
    """The evidence one criterion expects, and the documents the workbook names for it."""

    criterion: str
    title: str
    mark: Mark
    expected: str
    documents: tuple[EvidenceView, ...]


class GoalView(Struct, frozen=True):
    """A Sustainable Development Goal and the criteria that contribute to it (none: a blank)."""

    number: int
    title: str
    targets: tuple[str, ...]
    criteria: tuple[str, ...]
    met: str
