"""What two criteria sets differ in, in words: one line per change, and the rules behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from eipcheck.model.criterion import Change, Criterion, Effect, Reading
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.difference import Compared, Comparison, Entry, Facet, Lineage, Shift, Side
from eipcheck.model.text import Language
from eipcheck.reporting.view_card import CONFIDENCE_ICONS
from eipcheck.reporting.view_diff_parts import Told, rule_lines, short_text
from eipcheck.reporting.view_head import law_name
from eipcheck.reporting.view_parts import Mark
from eipcheck.reporting.view_words import Speaker, clean

NOTHING = "–"


class SideView(Struct, frozen=True):
    """One of the two sets: its law, id with version, and the day on which it is compared."""

    law: str
    set: str
    day: str


class DetailView(Struct, frozen=True):
    """A part of one criterion that differs: short texts, or lines that went and that came."""

    criterion: str
    part: str
    effect: str
    before: str
    after: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


class EntryView(Struct, frozen=True, kw_only=True):
    """One change. ``told`` says that the author tells it, ``proven`` that the rules show it.

    ``clauses`` are those before and after. ``confidence`` is how well the author knows it; None
    where the rules alone say it.
    """

    topic: str
    effect: str
    before: str
    after: str
    clauses: tuple[str, str]
    confidence: Mark | None
    told: bool
    proven: bool
    details: tuple[DetailView, ...] = ()

    @property
    def clauses_text(self) -> str:
        """The clauses before and after, in one text."""
        old, new = self.clauses
        return f"{old or NOTHING} → {new or NOTHING}" if old or new else ""


class GroupView(Struct, frozen=True):
    """The changes of one effect."""

    key: str
    title: str
    entries: tuple[EntryView, ...]


class ReadingDiffView(Struct, frozen=True):
    """A reading of which the options or the default differ."""

    id: str
    question: str
    before: str
    after: str


class DiffView(Struct, frozen=True, kw_only=True):
    """The whole comparison, in the order of reading.

    ``outside`` are the author's topics that no criterion holds; ``same`` says how many criteria
    stay as they are; ``legend`` says what the signs mean.
    """

    language: Language
    title: str
    before: SideView
    after: SideView
    notes: tuple[str, ...]
    groups: tuple[GroupView, ...]
    outside: tuple[EntryView, ...]
    readings: tuple[ReadingDiffView, ...]
    same: str
    legend: tuple[str, ...]


def diff_view(
    comparison: Comparison,
    dictionaries: tuple[DataDictionary, DataDictionary],
    language: Language,
) -> DiffView:
    """Say in what two sets differ.

    Args:
        comparison: what was found.
        dictionaries: those with which the set before and the set after are read.
        language: the language to speak.
    """
    speakers = tuple(Speaker(language, dictionary) for dictionary in dictionaries)
    told = Told(comparison.before, speakers[0]), Told(comparison.after, speakers[1])
    groups = tuple(_groups(comparison, *told))
    outside = tuple(_outside(change, speakers[1]) for change in comparison.outside)
    return DiffView(
        language=language,
        title=speakers[1].say("diff.title"),
        before=_side(comparison.before, speakers[0]),
        after=_side(comparison.after, speakers[1]),
        notes=tuple(_notes(comparison, speakers[1])),
        groups=groups,
        outside=outside,
        readings=tuple(_reading(one, other, *speakers) for one, other in comparison.readings),
        same=_same(comparison.entries, speakers[1]),
        legend=tuple(_legend((*(e for g in groups for e in g.entries), *outside), speakers[1])),
    )


def _side(side: Side, speaker: Speaker) -> SideView:
    criteria = side.criteria
    name = f"{clean(criteria.id)} {clean(criteria.version)}"
    return SideView(law_name(criteria, speaker), name, speaker.day(side.on))


def _notes(comparison: Comparison, speaker: Speaker) -> Iterator[str]:
    old, new = comparison.before.criteria, comparison.after.criteria
    if comparison.lineage is Lineage.SUPERSEDED:
        yield speaker.say("diff.swap", old=clean(new.id), new=clean(old.id))
    elif comparison.lineage is Lineage.UNRELATED:
        yield speaker.say("diff.unrelated")
    elif comparison.lineage is Lineage.SUPERSEDES and not new.changes:
        yield speaker.say("diff.untold", set=clean(new.id))
    yield speaker.say("diff.defaults")


def _groups(comparison: Comparison, before: Told, after: Told) -> Iterator[GroupView]:
    by_shift: dict[Shift, list[EntryView]] = {}
    for entry in comparison.entries:
        if entry.shift is not Shift.SAME:
            by_shift.setdefault(entry.shift, []).append(_entry(entry, before, after))
    for shift, views in by_shift.items():
        yield GroupView(shift.value, _heading(shift, comparison, after.speaker), tuple(views))


def _heading(shift: Shift, comparison: Comparison, speaker: Speaker) -> str:
    """Name a group; a set drops or adds something only of one that belongs to it."""
    alone = {Shift.DROPPED: comparison.before, Shift.NEW: comparison.after}.get(shift)
    if alone is None or comparison.lineage is not Lineage.UNRELATED:
        return speaker.say(f"diff.group.{shift.value}")
    return speaker.say("diff.only", set=clean(alone.criteria.id))


def _entry(entry: Entry, before: Told, after: Told) -> EntryView:
    speaker, change = after.speaker, entry.change
    details = tuple(d for each in entry.criteria for d in _details(each, before, after))
    if change is not None:
        topic, texts = speaker.text(change.topic), _both(change, speaker)
        confidence: Mark | None = _confidence(change, speaker)
    else:
        (alone,) = entry.criteria
        shown = alone.new or alone.old
        topic = speaker.text(shown.title) if shown else ""
        texts, confidence = _texts(alone, details, before, after), None
    return EntryView(
        topic=topic,
        effect=speaker.say(f"diff.effect.{entry.shift.value}"),
        before=texts[0],
        after=texts[1],
        clauses=(
            _clauses(each.old for each in entry.criteria),
            _clauses(each.new for each in entry.criteria),
        ),
        confidence=confidence,
        told=change is not None,
        proven=entry.proven,
        details=details,
    )


def _both(change: Change, speaker: Speaker) -> tuple[str, str]:
    return speaker.text(change.before), speaker.text(change.after)


def _confidence(change: Change, speaker: Speaker) -> Mark:
    code = change.confidence
    return Mark(code, CONFIDENCE_ICONS[code], speaker.say(f"confidence.{code}"))


def _texts(
    alone: Compared, details: tuple[DetailView, ...], before: Told, after: Told
) -> tuple[str, str]:
    """Tell a criterion of which no author tells: by what differs in short, else by its words."""
    if alone.old is None or alone.new is None:
        said = (before.words(alone.old), after.words(alone.new))
        return said[0] or NOTHING, said[1] or NOTHING
    short = [d for d in details if d.before or d.after]
    if short and alone.shift is not Shift.REWORDED:
        return "; ".join(_named(d, d.before) for d in short), "; ".join(
            _named(d, d.after) for d in short
        )
    if short:
        return short[0].before or NOTHING, short[0].after or NOTHING
    return before.words(alone.old), after.words(alone.new)


def _named(detail: DetailView, text: str) -> str:
    return f"{detail.part}: {text or NOTHING}"


def _details(each: Compared, before: Told, after: Told) -> Iterator[DetailView]:
    """Tell each part in which a criterion differs; the rule line by line."""
    if each.old is None or each.new is None:
        return
    speaker = after.speaker
    title = speaker.text(each.new.title)
    worded = each.shift is Shift.REWORDED
    for facet, shift in each.differences:
        # Where the rule itself differs, its words differ anyhow.
        if shift is Shift.REWORDED and not worded:
            continue
        removed, added = _lines(rule_lines(each.old, facet, before), each.new, facet, after)
        yield DetailView(
            criterion=title,
            part=speaker.say(f"diff.part.{facet.value}"),
            effect="" if shift is Shift.REWORDED else speaker.say(f"diff.effect.{shift.value}"),
            before=short_text(each.old, facet, before),
            after=short_text(each.new, facet, after),
            removed=removed,
            added=added,
        )


def _lines(
    old: tuple[str, ...], criterion: Criterion, facet: Facet, after: Told
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of a rule that went, and those that came."""
    new = rule_lines(criterion, facet, after)
    removed: list[str] = []
    added: list[str] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            removed += old[first:last]
            added += new[start:end]
    return tuple(removed), tuple(added)


def _clauses(criteria: Iterable[Criterion | None]) -> str:
    """Name the clauses of criteria; letters with an asterisk are our own and are left out."""
    found: dict[str, None] = {}
    for criterion in criteria:
        if criterion is not None:
            parts = criterion.clause.split(".")
            while len(parts) > 1 and parts[-1].endswith("*"):
                parts.pop()
            found[clean(".".join(parts))] = None
    return ", ".join(found)


def _outside(change: Change, speaker: Speaker) -> EntryView:
    before, after = _both(change, speaker)
    shift = Shift.REWORDED if change.effect is Effect.SAME else Shift(change.effect.value)
    return EntryView(
        topic=speaker.text(change.topic),
        effect=speaker.say(f"diff.effect.{shift.value}"),
        before=before,
        after=after,
        clauses=("", ""),
        confidence=_confidence(change, speaker),
        told=True,
        proven=False,
    )


def _reading(
    old: Reading | None, new: Reading | None, before: Speaker, after: Speaker
) -> ReadingDiffView:
    shown, speaker = (new, after) if new is not None else (old, before)
    assert shown is not None
    return ReadingDiffView(
        clean(shown.id),
        speaker.text(shown.question),
        _options(old, before),
        _options(new, after),
    )


def _options(reading: Reading | None, speaker: Speaker) -> str:
    if reading is None:
        return NOTHING
    labels = {option.id: speaker.text(option.label) for option in reading.options}
    chosen = labels.pop(reading.default)
    if not labels:
        return chosen
    return speaker.say("diff.options", chosen=chosen, others="; ".join(labels.values()))


def _same(entries: Iterable[Entry], speaker: Speaker) -> str:
    n = sum(entry.shift is Shift.SAME for entry in entries)
    return speaker.say("diff.same", n=n) if n else ""


def _legend(entries: Iterable[EntryView], speaker: Speaker) -> Iterator[str]:
    some = tuple(entries)
    # The shades of what is recalled share one icon.
    words: dict[str, dict[str, None]] = {}
    for mark in (each.confidence for each in some):
        if mark is not None:
            words.setdefault(mark.icon, {})[mark.word] = None
    yield from (f"{icon} {'; '.join(said)}" for icon, said in words.items())
    if any(each.proven for each in some):
        yield speaker.say("diff.proven")
