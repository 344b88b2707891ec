"""What a comparison of two assessments says, ready to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct

from eipcheck.model.assessment import Observed, Proof, Share
from eipcheck.model.measure import Target
from eipcheck.model.text import Language
from eipcheck.reporting.assessment_document import Bound, Document, Finding, Number, Ratio, exact
from eipcheck.reporting.progress import Cause, Change, Progress, SetProgress, Turn
from eipcheck.reporting.progress_rows import Event, RowChange
from eipcheck.reporting.view_quantity import counts_text, is_unknown, observed_text, target_text
from eipcheck.reporting.view_rows import REGISTER, row_code
from eipcheck.reporting.view_words import Speaker, clean

_MOST_NAMES = 5
_ANSWERED = (Event.JOINED, Event.LEFT, Event.BEGAN, Event.FILLED)
"""What happened to rows of which it is told how many qualify."""


class Words(Struct, frozen=True):
    """What criteria and questions of a set are called, and the clauses of the criteria, by id.

    ``against`` are the criteria whose rows count against the park where they qualify.
    """

    titles: Mapping[str, str] = {}
    clauses: Mapping[str, str] = {}
    against: Collection[str] = ()


class ChangeView(Struct, frozen=True, kw_only=True):
    """One criterion before and after.

    ``told`` are lines: the verdicts, what was observed, and the target where it moved; ``rows``
    tell what rows did, ``cause`` what it comes from, or may come from.
    """

    name: str
    told: tuple[str, ...]
    rows: tuple[str, ...]
    cause: str


class TurnView(Struct, frozen=True):
    """The criteria that went one way."""

    key: str
    title: str
    changes: tuple[ChangeView, ...]


class SetView(Struct, frozen=True):
    """One criteria set: the answers before and after, and its changes, the gravest first."""

    law: str
    answers: tuple[str, ...]
    turns: tuple[TurnView, ...]
    same: str


class ProgressView(Struct, frozen=True, kw_only=True):
    """Two assessments of a park; ``notes`` say what keeps them from being compared."""

    language: Language
    title: str
    before: str
    after: str
    notes: tuple[str, ...]
    sets: tuple[SetView, ...]


def progress_view(progress: Progress, words: Mapping[str, Words], speaker: Speaker) -> ProgressView:
    """Say what changed.

    Args:
        progress: the comparison.
        words: those of each set, as far as they are known; ids stand for others.
        speaker: the language, and the words of the form.
    """
    new = progress.new
    return ProgressView(
        language=speaker.language,
        title=speaker.say("progress.title", park=clean(new.park or new.input.file)),
        before=_side(progress.old, "progress.before", speaker),
        after=_side(progress.new, "progress.after", speaker),
        notes=tuple(_notes(progress, speaker)),
        sets=tuple(_set(one, words.get(one.new.set.id, Words()), speaker) for one in progress.sets),
    )


def _side(document: Document, key: str, speaker: Speaker) -> str:
    day = document.dates.assessment.on
    return speaker.say(
        key,
        date=speaker.day(day) if day else "–",
        file=clean(document.input.file),
        sha256=document.input.sha256[:12],
    )


def _notes(progress: Progress, speaker: Speaker) -> Iterator[str]:
    if progress.other_park:
        names = [clean(d.park) or "–" for d in (progress.old, progress.new)]
        yield speaker.say("progress.other_park", old=names[0], new=names[1])
    for key, found in (("only_old", progress.only_old), ("only_new", progress.only_new)):
        for name in found:
            yield speaker.say(f"progress.{key}", set=clean(name))
    if not progress.sets:
        yield speaker.say("progress.no_set")
    if progress.nameless:
        yield speaker.say("progress.nameless")


def _set(one: SetProgress, words: Words, speaker: Speaker) -> SetView:
    used = one.new.set
    questions = dict.fromkeys((*one.old.outcomes, *one.new.outcomes))
    return SetView(
        law=clean(f"{used.id} {used.version}"),
        answers=tuple(_answer(q, words.titles.get(q, clean(q)), one, speaker) for q in questions),
        turns=tuple(_turns(one, words, speaker)),
        same=speaker.say("progress.same", n=one.same),
    )


def _answer(question: str, title: str, one: SetProgress, speaker: Speaker) -> str:
    told = []
    for run in ("declared", "evidenced"):
        sides = [a.outcomes.get(question) for a in (one.old, one.new)]
        said = [
            speaker.say(f"outcome.{getattr(side, run)}") if side is not None else "–"
            for side in sides
        ]
        told.append(f"{speaker.say(f'run.{run}')}: {_arrow(*said)}")
    return " · ".join((title, *told))


def _arrow(old: str, new: str) -> str:
    return old if old == new else f"{old} → {new}"


def _turns(one: SetProgress, words: Words, speaker: Speaker) -> Iterator[TurnView]:
    for turn in Turn:
        found = [change for change in one.changes if change.turn is turn]
        if found:
            title = speaker.say(f"progress.turn.{turn.value}", n=len(found))
            views = tuple(_change(change, words, speaker) for change in found)
            yield TurnView(turn.value, title, views)


def _change(change: Change, words: Words, speaker: Speaker) -> ChangeView:
    known = change.new or change.old
    assert known is not None
    clause = words.clauses.get(change.id, clean(known.clause))
    why = "cause" if len(change.causes) == 1 else "causes"
    return ChangeView(
        name=f"{clause} {words.titles.get(change.id, clean(change.id))}",
        told=tuple(_told((change.old, change.new), speaker)),
        rows=tuple(_rows(change, speaker, against=change.id in words.against)),
        cause=speaker.say(f"progress.{why}", causes="; ".join(_causes(change, speaker))),
    )


def _told(sides: tuple[Finding | None, Finding | None], speaker: Speaker) -> Iterator[str]:
    verdicts = [
        _arrow(*(speaker.verdict(f.verdict_of(run)).word if f else "–" for f in sides))
        for run in Proof
    ]
    yield _both_runs(verdicts, speaker)
    observed = [_arrow(*(_observed(f, run, speaker) if f else "–" for f in sides)) for run in Proof]
    if any(f is not None and _observed(f, run, speaker) for f in sides for run in Proof):
        yield speaker.say("progress.observed", observed=_both_runs(observed, speaker))
    targets = [_target(f.target, speaker) if f else "" for f in sides]
    if all(targets) and targets[0] != targets[1]:
        yield speaker.say("progress.target", target=_arrow(*targets))


def _both_runs(texts: Sequence[str], speaker: Speaker) -> str:
    """Join what holds as declared and, where that is something else, as evidenced."""
    declared, evidenced = texts
    if declared == evidenced:
        return declared
    return f"{declared} · {speaker.say('progress.evidenced', told=evidenced)}"


def _observed(finding: Finding, run: Proof, speaker: Speaker) -> str:
    """Print what was observed, with the counts behind a share: ``20,8 % (20/96)``."""
    said = finding.observed_of(run)
    observed = Observed(
        unit=said.unit,
        low=exact(said.low),
        high=exact(said.high),
        low_share=_share(said.low),
        high_share=_share(said.high),
        empty=said.empty,
    )
    text = observed_text(observed, None, speaker)
    counts = "" if said.unit != "share" or is_unknown(observed) else counts_text(observed, speaker)
    return f"{text} ({counts})" if counts else text


def _share(number: Number) -> Share | None:
    if isinstance(number, Ratio):
        return Share(Fraction(number.num), Fraction(number.den))
    return None


def _target(bound: Bound | None, speaker: Speaker) -> str:
    if bound is None:
        return ""
    target = Target(kind=bound.kind, unit=bound.unit, field=bound.field)
    return target_text(target, exact(bound.bound), speaker)


def _causes(change: Change, speaker: Speaker) -> Iterator[str]:
    for cause, old, new in change.causes:
        words = [old, new]
        if cause is Cause.DATE:
            words = [speaker.day(date.fromisoformat(d)) if d else "–" for d in words]
        yield speaker.say(f"progress.cause.{cause.value}", old=clean(words[0]), new=clean(words[1]))


def _rows(change: Change, speaker: Speaker, *, against: bool) -> Iterator[str]:
    """Tell what rows did: how many, how many of these qualify, and whose they are."""
    sides = [f.rows for f in (change.old, change.new) if f is not None and f.rows is not None]
    table = sides[-1].table if sides else ""
    counted = "enterprises" if table == REGISTER else "rows"
    for event in Event:
        found = [row for row in change.rows.rows if row.event is event]
        if found:
            yield speaker.say(
                f"progress.row.{event.value}",
                rows=speaker.say(f"progress.{counted}", n=len(found)),
                answers=_answers(found, speaker, against=against) if event in _ANSWERED else "",
                names=_names(found, table, speaker),
            )
    if change.rows.unmatched:
        yield speaker.say("progress.row.unmatched", n=change.rows.unmatched)
    if len(sides) > 1 and sides[0].complete is not sides[1].complete:
        yield speaker.say(f"progress.list.{'closed' if sides[1].complete else 'opened'}")


def _answers(found: Sequence[RowChange], speaker: Speaker, *, against: bool) -> str:
    """Say how many qualify, do not, and are not known; in a word where all are alike."""
    words = {"true": "row.yes", "false": "row.no", "unknown": "row.unknown"}
    if against:
        words |= {"true": "row.against", "false": "row.not_against"}
    counts = Counter(row.qualifies for row in found)
    told = [(counts[answer], speaker.say(key)) for answer, key in words.items() if counts[answer]]
    if len(told) == 1:
        return speaker.say("progress.all", n=len(found), word=told[0][1])
    return ", ".join(speaker.say("progress.some", n=n, word=word) for n, word in told)


def _names(found: Sequence[RowChange], table: str, speaker: Speaker) -> str:
    names = [clean(row.name) or row_code(table, row.code, speaker) for row in found]
    more = len(names) - _MOST_NAMES
    shown = "; ".join(names[:_MOST_NAMES])
    return shown if more <= 0 else speaker.say("progress.names", names=shown, n=more)
