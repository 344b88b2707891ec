"""Parts of a report view: see ``view_types``, which puts them together."""

from __future__ import annotations

from collections.abc import Sequence

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
    """One answer of the workbook. ``aside`` says why it is shown but not used.

    ``value_day`` and ``on`` are for machines: the day that ``value`` tells, and the day or year
    that ``year`` tells, as ISO 8601 writes them (``2021-12-31``, ``2021``); empty for none.
    """

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
    value_day: str = ""
    on: str = ""


class RowView(Struct, frozen=True):
    """One row behind a count: ``yes`` qualifies, ``no``, ``unknown``, or ``out`` (not counted)."""

    mark: Mark
    name: str
    code: str
    why: tuple[str, ...]
    cell: str
    evidenced: bool


class RowsView(Struct, frozen=True, kw_only=True):
    """The table behind a count. ``tallies`` count its marks; ``rows`` may be left out (empty).

    ``in_register`` says that the rows are those of the register, which shows how each counts.
    """

    caption: str
    complete: str
    tallies: tuple[Tally, ...]
    rows: Sequence[RowView]
    in_register: bool = False


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
    """A row of the register: how it counts in each of ``RegisterView.columns``.

    ``whys`` are the answers behind each mark, told shortly: ``O14 Có``.
    """

    name: str
    code: str
    cell: str
    marks: tuple[Mark, ...]
    whys: tuple[str, ...]


class RegisterView(Struct, frozen=True, kw_only=True):
    """The register behind the shares: one column per criterion that counts its rows.

    Columns are (id, title); those that answer a question asked of each enterprise come last,
    with the id ``each-`` and that of the question. ``cited`` tells what the columns of the sheets
    ask that the reasons cite (``O Áp dụng RECP``), and what holds of a list as a whole.
    """

    title: str
    columns: tuple[tuple[str, str], ...]
    legend: tuple[Mark, ...]
    rows: tuple[RegisterRow, ...]
    cited: tuple[str, ...]


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


class AnnexView(Struct, frozen=True):
    """An annex of the document: ``key`` tells its content, ``label`` is ``Phụ lục II``."""

    key: str
    label: str
    title: str


class LetterView(Struct, frozen=True, kw_only=True):
    """What makes the document one to file: sender, addressee, signature, all but known as blanks.

    ``blanks`` are the placeholders that stand in it, in their order.
    """

    issuer: str
    number: str
    day: str
    addressee: str
    bases: tuple[str, ...]
    pledge: str
    position: str
    signer: str
    recipients: tuple[str, ...]
    blanks: tuple[str, ...]
