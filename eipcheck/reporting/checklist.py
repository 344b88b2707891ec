"""What still awaits comparison with the signed text, for a person who has that text at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from eipcheck.model.criterion import CriteriaSet, Criterion, Parameter
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.place import Line
from eipcheck.model.text import Language
from eipcheck.reporting.say import say
from eipcheck.reporting.view_bounds import bounds_text, days_text, targets_of
from eipcheck.reporting.view_card import CONFIDENCE_ICONS, clause_label, source_view
from eipcheck.reporting.view_words import Speaker, clean

WORST_FIRST = ("M-low", "M-med", "M-high", "P", "I", "V")
_MARKED = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_{}[]<>#|!~"})


class Item(Struct, frozen=True, kw_only=True):
    """One thing to compare: what to look up, what must stand there, and where to record it."""

    title: str
    id: str
    compare: tuple[str, ...]
    confidence: str
    known: str
    record_at: str


class Section(Struct, frozen=True):
    """What stands in one clause, the least known first."""

    title: str
    items: tuple[Item, ...]


class Checklist(Struct, frozen=True, kw_only=True):
    """All of one set, the least known clause first; ``sections`` is empty where all is verified."""

    id: str
    title: str
    law: str
    sections: tuple[Section, ...]

    @property
    def count(self) -> int:
        """How many things are to be compared."""
        return sum(len(section.items) for section in self.sections)


def checklist(
    criteria: CriteriaSet,
    dictionary: DataDictionary,
    places: Mapping[str, Line],
    language: Language,
) -> Checklist:
    """List what nobody has compared yet; ``places`` say where each id records that it was."""
    speaker = Speaker(language, dictionary)
    sections = [
        (_rank(own), clause, own)
        for clause in criteria.clauses
        if (own := [c for c in criteria.criteria if clause.holds(c) and not c.source.verified_by])
    ]
    sections.sort(key=lambda each: each[0])
    told = [
        Section(
            f"{clause_label(clause.id, criteria.article, speaker)}: {speaker.text(clause.title)}",
            tuple(_item(c, criteria, places[c.id], speaker) for c in sorted(own, key=_known)),
        )
        for _, clause, own in sections
    ]
    parameters = tuple(_parameter(p, places[p.id], speaker) for p in criteria.parameters)
    if parameters and not criteria.verified:
        told.append(Section(speaker.say("authoring.parameters"), parameters))
    return Checklist(
        id=criteria.id,
        title=speaker.text(criteria.title),
        law=speaker.text(criteria.document),
        sections=tuple(told),
    )


def _known(criterion: Criterion) -> int:
    return WORST_FIRST.index(criterion.source.confidence)


def _rank(criteria: Iterable[Criterion]) -> int:
    return min(map(_known, criteria))


def _item(criterion: Criterion, criteria: CriteriaSet, place: Line, speaker: Speaker) -> Item:
    source = source_view(criterion.source, criteria, speaker)
    sentence = source.confidence_sentence
    return Item(
        title=speaker.text(criterion.title),
        id=criterion.id,
        compare=tuple(_compared(criterion, criteria, source.text, speaker)),
        confidence=f"{source.confidence.icon} {source.confidence.word}",
        known=f"{sentence} {source.note}".strip(),
        record_at=str(place),
    )


def _compared(
    criterion: Criterion, criteria: CriteriaSet, place: str, speaker: Speaker
) -> Iterator[str]:
    """Tell where to look, and each thing that must be found there."""
    yield speaker.say("authoring.look_up", place=place)
    yield speaker.say("authoring.requirement", text=speaker.text(criterion.requirement))
    if any(target.kind != "true" for _, target in targets_of(criterion)):
        for bound in bounds_text(criterion, criteria, speaker):
            yield speaker.say("authoring.bound", target=bound)
    days = days_text(criterion, criteria, speaker)
    if days:
        yield speaker.say("authoring.days", days=days)
    for url in criterion.source.urls:
        yield speaker.say("authoring.seen_at", url=clean(url))


def _parameter(parameter: Parameter, place: Line, speaker: Speaker) -> Item:
    code = parameter.confidence
    value = speaker.say("authoring.parameter", value=parameter.value)
    return Item(
        title=speaker.text(parameter.meaning),
        id=parameter.id,
        compare=(speaker.say("authoring.look_up", place=clean(parameter.reference)), value),
        confidence=f"{CONFIDENCE_ICONS[code]} {speaker.say(f'confidence.{code}')}",
        known=speaker.say(f"confidence.{code}.says"),
        record_at=str(place),
    )


def checklist_lines(lists: Iterable[Checklist], language: Language) -> Iterator[str]:
    """Print the lists on a terminal: one paragraph for each thing to compare."""
    for each in lists:
        yield f"{each.id}  {each.title}"
        yield f"  {each.law}"
        yield f"  {_total(each, language)}"
        for section in each.sections:
            yield from ("", section.title)
            for item in section.items:
                yield f"  ☐ {item.title}  [{item.id}]"
                yield f"      {item.confidence}: {item.known}"
                yield from (f"      - {text}" for text in item.compare)
                yield f"      {say(language, 'authoring.record', place=item.record_at)}"
        yield ""


def checklist_markdown(lists: Iterable[Checklist], language: Language) -> str:
    """Write the lists as Markdown to print: a box to tick for each thing to compare."""
    lines = [f"# {say(language, 'authoring.heading')}", "", say(language, "authoring.how"), ""]
    for each in lists:
        lines += [f"## {_safe(each.title)} ({_safe(each.id)})", "", _safe(each.law), ""]
        lines += [_total(each, language), ""]
        for section in each.sections:
            lines += [f"### {_safe(section.title)}", ""]
            for item in section.items:
                lines += _ticks(item, language)
    return "\n".join(lines).rstrip() + "\n"


def _ticks(item: Item, language: Language) -> Iterator[str]:
    known = f"{item.confidence}: {item.known}"
    yield f"**{_safe(item.title)}** ({_safe(item.id)}). {_safe(known)}"
    yield ""
    yield from (f"- [ ] {_safe(text)}" for text in item.compare)
    yield f"- [ ] {_safe(say(language, 'authoring.record', place=item.record_at))}"
    yield ""
    yield say(language, "authoring.signed")
    yield ""


def _total(each: Checklist, language: Language) -> str:
    return say(language, "authoring.count" if each.count else "authoring.none", n=each.count)


def _safe(text: str) -> str:
    return text.translate(_MARKED)
