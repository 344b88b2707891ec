"""What a comparison of two assessments says, ready to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from eipcheck.model.assessment import Observed
from eipcheck.model.criterion import Verdict
from eipcheck.model.text import Language
from eipcheck.reporting.progress import Cause, Change, Event, Progress, RowChange, SetProgress, Turn
from eipcheck.reporting.progress_document import Document, Finding, Range, exact
from eipcheck.reporting.view_quantity import observed_text
from eipcheck.reporting.view_words import Speaker, clean

_MOST_NAMES = 5


class Words(Struct, frozen=True):
    """What criteria and questions of a set are called, and the clauses of the criteria, by id."""

    titles: Mapping[str, str] = {}
    clauses: Mapping[str, str] = {}


class ChangeView(Struct, frozen=True, kw_only=True):
    """One criterion: its verdicts and figures before and after, causes, and what rows did.

    ``evidenced`` is empty where it says the same as ``verdict``; ``why`` leads in ``causes``.
    """

    title: str
    clause: str
    verdict: str
    evidenced: str
    observed: str
    why: str
    causes: str
    rows: tuple[str, ...]


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
        date=speaker.day(date.fromisoformat(day)) if day else "–",
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
    evidenced = _verdicts(change, "verdict_evidenced", speaker)
    key = "cause" if len(change.causes) == 1 else "causes"
    verdict = _verdicts(change, "verdict", speaker)
    return ChangeView(
        title=words.titles.get(change.id, clean(change.id)),
        clause=words.clauses.get(change.id, clean(known.clause)),
        verdict=verdict,
        evidenced="" if evidenced == verdict else evidenced,
        observed=_observed(change, speaker),
        why=speaker.say(f"progress.{key}"),
        causes="; ".join(_causes(change, speaker)),
        rows=tuple(_rows(change, speaker)),
    )


def _verdicts(change: Change, run: str, speaker: Speaker) -> str:
    words = [
        speaker.verdict(Verdict(getattr(side, run))).word if side is not None else "–"
        for side in (change.old, change.new)
    ]
    return _arrow(*words)


def _observed(change: Change, speaker: Speaker) -> str:
    texts = [_shown(side, speaker) for side in (change.old, change.new)]
    return _arrow(*texts) if any(texts) else ""


def _shown(finding: Finding | None, speaker: Speaker) -> str:
    if finding is None:
        return "–"
    said: Range = finding.observed
    low, high = exact(said.low), exact(said.high)
    observed = Observed(low=low, high=high, unit=said.unit, empty=said.empty)
    return observed_text(observed, None, speaker)


def _causes(change: Change, speaker: Speaker) -> Iterator[str]:
    for cause, old, new in change.causes:
        words = [old, new]
        if cause is Cause.DATE:
            words = [speaker.day(date.fromisoformat(d)) if d else "–" for d in words]
        yield speaker.say(f"progress.cause.{cause.value}", old=clean(words[0]), new=clean(words[1]))


def _rows(change: Change, speaker: Speaker) -> Iterator[str]:
    """Tell what rows did: how many, how many of these qualify, and whose they are."""
    counts = Counter(row.event for row in change.rows)
    for event in Event:
        if counts[event]:
            found = [row for row in change.rows if row.event is event]
            yield speaker.say(
                f"progress.row.{event.value}",
                n=counts[event],
                yes=sum(row.qualifies == "true" for row in found),
                open=sum(row.qualifies == "unknown" for row in found),
                names=_names(found, speaker),
            )
    if change.unmatched:
        yield speaker.say("progress.row.unmatched", n=change.unmatched)


def _names(found: list[RowChange], speaker: Speaker) -> str:
    names = [clean(row.name or row.code) for row in found]
    more = len(names) - _MOST_NAMES
    shown = "; ".join(name for name in names[:_MOST_NAMES] if name)
    return shown if more <= 0 else speaker.say("progress.names", names=shown, n=more)
