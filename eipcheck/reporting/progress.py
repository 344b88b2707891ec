"""What changed between two assessments of a park, and what may have caused it. Pure.

A verdict that was met and is no longer, for whatever reason, has regressed: also what is no longer
known can no longer be shown. What became met has improved, and so has what is partly met and was
not. Between "not met" and what is not known nobody can tell which is better: that is a change, and
so is whatever begins or ceases to apply.

A cause is told unless it is excluded: by what both assessments have in common, or, for readings,
by the criteria set, where it is at hand and says which of them a criterion depends on. What a
finding shows of its inputs excludes nothing (a date that could not be read is not shown), so that
other data of another workbook are told as well, apart from those of the criterion itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from eipcheck.model.criterion import Verdict
from eipcheck.model.park_name import park_key
from eipcheck.reporting.assessment_document import AssessmentDocument, Document, Finding, Range
from eipcheck.reporting.progress_rows import RowChanges, row_changes

_MET, _PARTLY = Verdict.MET, Verdict.PARTLY_MET
_OUTSIDE = (Verdict.NOT_APPLICABLE, Verdict.REPORTED)

Uses = Mapping[str, Mapping[str, Collection[str]]]
"""The readings that criteria depend on: by sha256 of the set, and id of the criterion."""


class Turn(StrEnum):
    """Which way a criterion went, the gravest first."""

    REGRESSED = "regressed"
    IMPROVED = "improved"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    SAME = "same"


class Cause(StrEnum):
    """What differs between two assessments and may have caused a change."""

    DATA = "data"  # what the criterion itself shows of the workbook, or nothing else differs
    RULE = "rule"
    READING = "reading"
    DATE = "date"
    VERSION = "version"
    ELSEWHERE = "elsewhere"  # other data of the workbook
    HANDLING = "handling"  # one workbook that was read in two ways, by a mapping for instance


class Change(Struct, frozen=True, kw_only=True):
    """One criterion before and after; None where it was not, or is no longer, judged.

    ``causes`` are all that differs and may have caused it, with what was and what is; one alone is
    the cause.
    """

    id: str
    turn: Turn
    old: Finding | None
    new: Finding | None
    causes: tuple[tuple[Cause, str, str], ...] = ()
    rows: RowChanges = RowChanges()

    @property
    def is_requirement(self) -> bool:
        """Whether the criterion binds the park, now or before."""
        return any(f is not None and f.kind == "requirement" for f in (self.old, self.new))


class SetProgress(Struct, frozen=True, kw_only=True):
    """All criteria of one set, the gravest changes first; ``same`` is the number of the others."""

    old: AssessmentDocument
    new: AssessmentDocument
    changes: tuple[Change, ...]
    same: int


class Progress(Struct, frozen=True, kw_only=True):
    """Two assessments of a park; ``only_old`` and ``only_new`` are sets that one of them lacks."""

    old: Document
    new: Document
    sets: tuple[SetProgress, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]

    @property
    def other_park(self) -> bool:
        """Whether the two name different parks."""
        return park_key(self.old.park) != park_key(self.new.park)

    @property
    def nameless(self) -> bool:
        """Whether one of them was made to be published, so that no row can be followed."""
        return self.old.public or self.new.public

    @property
    def regressed(self) -> bool:
        """Whether a requirement regressed."""
        changes = (c for one in self.sets for c in one.changes)
        return any(c.turn is Turn.REGRESSED and c.is_requirement for c in changes)


def progress_of(old: Document, new: Document, uses: Uses | None = None) -> Progress:
    """Compare two assessments, each set with itself.

    Args:
        old: the earlier one.
        new: the later one.
        uses: the readings that criteria depend on, as far as it is known; all, where it is not.
    """
    before, after = ({a.set.id: a for a in d.assessments} for d in (old, new))
    return Progress(
        old=old,
        new=new,
        sets=tuple(_set((old, new), before[i], after[i], uses or {}) for i in before if i in after),
        only_old=tuple(i for i in before if i not in after),
        only_new=tuple(i for i in after if i not in before),
    )


def _set(
    documents: tuple[Document, Document],
    before: AssessmentDocument,
    after: AssessmentDocument,
    uses: Uses,
) -> SetProgress:
    was, now = ({f.id: f for f in a.findings} for a in (before, after))
    differing = _Differing(documents, before, after, uses)
    changes = [differing.change(was.get(i), now.get(i)) for i in dict.fromkeys((*now, *was))]
    order = list(Turn)
    told = sorted(
        (c for c in changes if c.turn is not Turn.SAME), key=lambda c: order.index(c.turn)
    )
    return SetProgress(old=before, new=after, changes=tuple(told), same=len(changes) - len(told))


class _Differing(Struct, frozen=True):
    """In what two assessments by a set differ, whatever the criterion."""

    documents: tuple[Document, Document]
    before: AssessmentDocument
    after: AssessmentDocument
    uses: Uses

    def change(self, old: Finding | None, new: Finding | None) -> Change:
        """Compare the findings on one criterion; at least one is given."""
        turn = _turn(old, new)
        known = new or old
        assert known is not None
        if turn is Turn.SAME:
            return Change(id=known.id, turn=turn, old=old, new=new)
        rows = [finding.rows if finding is not None else None for finding in (old, new)]
        named = not any(document.public for document in self.documents)
        return Change(
            id=known.id,
            turn=turn,
            old=old,
            new=new,
            causes=tuple(self._causes(old, new, known.id)),
            rows=row_changes(*rows, named=named),
        )

    def _causes(
        self, old: Finding | None, new: Finding | None, criterion: str
    ) -> Iterator[tuple[Cause, str, str]]:
        was, now = self.documents
        outer = tuple(self._outer(criterion))
        if was.input.sha256 == now.input.sha256:
            yield from outer or self._readings(None) or ((Cause.HANDLING, "", ""),)
            return
        # What is judged on one side only is no matter of data, unless nothing else differs.
        own = old is not None and new is not None and _inputs(old) != _inputs(new)
        if own or not outer:
            yield Cause.DATA, "", ""
        yield from outer
        if outer and not own:
            yield Cause.ELSEWHERE, "", ""

    def _outer(self, criterion: str) -> Iterator[tuple[Cause, str, str]]:
        """Give what differs beside the data: set, readings, date and program."""
        was, now = self.documents
        yield from self._rule()
        yield from self._readings(criterion)
        day, today = (d.dates.assessment.on for d in (was, now))
        if day != today:
            old, new = (d.isoformat() if d else "" for d in (day, today))
            yield Cause.DATE, old, new
        if was.tool.version != now.tool.version:
            yield Cause.VERSION, was.tool.version, now.tool.version

    def _rule(self) -> Iterator[tuple[Cause, str, str]]:
        was, now = self.before.set, self.after.set
        if was.sha256 == now.sha256:
            return
        old, new = was.version, now.version
        if old == new:
            old, new = (f"{s.version} ({s.sha256[:12]}…)" for s in (was, now))
        yield Cause.RULE, old, new

    def _readings(self, criterion: str | None) -> tuple[tuple[Cause, str, str], ...]:
        """Give the readings that differ: those it depends on where that is known, else all."""
        was, now = ({r.id: r.option for r in a.readings} for a in (self.before, self.after))
        sets = {a.set.sha256 for a in (self.before, self.after)}
        known = self.uses.get(sets.pop(), {}).get(criterion or "") if len(sets) == 1 else None
        return tuple(
            (Cause.READING, f"{name}={was.get(name, '')}", f"{name}={now.get(name, '')}")
            for name in dict.fromkeys((*was, *now))
            if was.get(name) != now.get(name) and (known is None or name in known)
        )


def _inputs(finding: Finding) -> object:
    """Give what a finding rests on, wherever in the workbook it stands."""
    kept = ("field", "value", "year", "as_of", "scope", "documents")
    said = Counter(repr([o.get(k) for k in kept]) for o in finding.observations)
    papers = Counter(repr([e.get("document"), e.get("counts")]) for e in finding.evidence)
    judged = {k: v for k, v in (finding.judgement or {}).items() if k != "cell"}
    behind = finding.rows
    rows = None if behind is None else (behind.complete, Counter(behind.rows))
    return said, papers, judged, rows


def _turn(old: Finding | None, new: Finding | None) -> Turn:
    if old is None or new is None:
        return Turn.NEW if old is None else Turn.GONE
    turns = {
        _verdict_turn(old.verdict, new.verdict),
        _verdict_turn(old.verdict_evidenced, new.verdict_evidenced),
    }
    if turns == {Turn.SAME}:
        ranges = (old.observed, old.observed_evidenced), (new.observed, new.observed_evidenced)
        return Turn.SAME if _plain(*ranges[0]) == _plain(*ranges[1]) else Turn.CHANGED
    return min(turns, key=list(Turn).index)


def _plain(*ranges: Range) -> list[tuple[object, ...]]:
    return [(r.low, r.high, r.unit, r.empty) for r in ranges]


def _verdict_turn(old: Verdict, new: Verdict) -> Turn:
    if old == new:
        return Turn.SAME
    if new in _OUTSIDE or old in _OUTSIDE:
        return Turn.CHANGED
    if old == _MET or (old == _PARTLY and new != _MET):
        return Turn.REGRESSED
    if new in (_MET, _PARTLY):
        return Turn.IMPROVED
    return Turn.CHANGED
