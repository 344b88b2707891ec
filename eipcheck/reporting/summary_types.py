"""What the page of many parks is made of: rows on their way, and the finished tables."""

from __future__ import annotations

from msgspec import Struct

from eipcheck.model.text import Language
from eipcheck.reporting.summary_savings import Savings, SavingTotal
from eipcheck.reporting.view_parts import Mark
from eipcheck.reporting.view_types import Bar


class SummaryRow(Struct, frozen=True, kw_only=True):
    """One workbook: its outcomes, the gravest verdict of each clause, and its index.

    ``outcomes`` are (question, declared, evidenced); ``report`` is the relative address of its
    report, ``day`` the date as 2020-11-20, ``problems`` their number, None where it is not
    published. ``name`` is what the workbook calls the park, empty
    where it does not say. ``note`` says why the row is left out of all counts; ``is_earlier`` that
    the same park stands here with a later date.
    """

    file: str
    report: str
    park: str
    name: str
    place: str
    date: str
    day: str
    law_status: str
    outcomes: tuple[tuple[str, Mark, Mark], ...]
    clauses: tuple[Mark, ...]
    floor: str
    ceiling: str
    coverage: str
    bar: Bar | None
    coverage_bar: Bar | None
    problems: int | None
    note: str = ""
    is_earlier: bool = False


class Open(Struct, frozen=True):
    """A requirement that a park does not meet as declared, or that is not decided.

    ``who`` are the parties to ask for what decides it.
    """

    clause: str
    title: str
    is_missed: bool
    who: tuple[str, ...]


class Lack(Struct, frozen=True):
    """An answer, list, document or decision that is not there, and whom to ask for it."""

    what: str
    who: str


class Entry(Struct, frozen=True):
    """A row on its way into the table of those judged alike, which is known by ``key``.

    ``language`` is the one that it speaks.
    """

    language: Language
    key: tuple[str, ...]
    law: str
    edition: str
    readings: tuple[str, ...]
    clauses: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    row: SummaryRow
    open: tuple[Open, ...]
    lacks: tuple[Lack, ...]
    savings: Savings | None = None


class CommonGap(Struct, frozen=True):
    """A requirement, how many parks miss it, for how many it is open, and whom to ask."""

    clause: str
    title: str
    missed: int
    undecided: int
    who: str


class CommonLack(Struct, frozen=True):
    """What several parks have not told, how many they are, and whom to ask for it."""

    what: str
    parks: int
    who: str


class Province(Struct, frozen=True):
    """A province as workbooks write it, and how many of the counted parks say so.

    ``key`` is the same for all ways to write the name; ``name`` says where none is written.
    """

    key: str
    name: str
    parks: int


class SummaryTable(Struct, frozen=True, kw_only=True):
    """All parks judged alike: by one set in one version, by the same readings, of like data.

    ``clauses`` are (label, title), in the order of the text. ``readings`` are those that differ
    from the default. ``rows`` are all workbooks, each with an outcome for every one of
    ``questions``; ``provinces`` run along them. ``gaps`` and
    ``lacks`` begin with what most parks miss. ``counted`` says how many of the rows are counted,
    ``twins`` which workbooks are not, because several say the same. ``trends`` are the parks with
    several dates, each from the earliest on. ``savings`` are sums over the rows that are counted,
    ``savings_notes`` what is not in them.
    """

    law: str
    edition: str
    readings: tuple[str, ...]
    limits: tuple[str, ...]
    clauses: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    rows: tuple[SummaryRow, ...]
    row_provinces: tuple[str, ...]
    provinces: tuple[Province, ...]
    gaps: tuple[CommonGap, ...]
    lacks: tuple[CommonLack, ...]
    counted: str
    twins: tuple[str, ...]
    trends: tuple[tuple[SummaryRow, ...], ...]
    savings: tuple[SavingTotal, ...]
    savings_notes: tuple[str, ...]

    @property
    def matrix(self) -> tuple[tuple[SummaryRow, str], ...]:
        """The rows that say how a park stands now, each with the key of its province."""
        rows = zip(self.rows, self.row_provinces, strict=True)
        return tuple((row, key) for row, key in rows if not row.is_earlier)

    @property
    def tells_problems(self) -> bool:
        """Whether any row may say how many problems its workbook has."""
        return any(row.problems is not None for row in self.rows)

    @property
    def force(self) -> tuple[str, ...]:
        """How the text was in force on the dates of the rows, each way once."""
        return tuple(dict.fromkeys(row.law_status for row in self.rows))


class Failure(Struct, frozen=True):
    """A workbook that could not be assessed, or a result that could not be written."""

    file: str
    lines: tuple[str, ...]


class SummaryView(Struct, frozen=True, kw_only=True):
    """A batch: tables by criteria set, then what failed."""

    language: Language
    title: str
    counts: str
    tables: tuple[SummaryTable, ...]
    failures: tuple[Failure, ...]
    disclaimer: str
