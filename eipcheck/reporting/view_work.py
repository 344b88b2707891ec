"""What there is to do: the shortest list, by whom to ask, the most decisive first."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from eipcheck.model.assessment import Ask, Assessment, Finding
from eipcheck.model.criterion import Verdict
from eipcheck.model.place import Cell
from eipcheck.reporting.view_parts import Mark
from eipcheck.reporting.view_quantity import gap_text, observed_text, target_of, target_text
from eipcheck.reporting.view_types import Party, Todo
from eipcheck.reporting.view_words import Speaker, cells_text, clean

RANKS = ("complete", "gap", "unanswered", "evidence")
_MISSED = (Verdict.NOT_MET, Verdict.PARTLY_MET)
_ACTORS = {"developer": "developer", "enterprises": "enterprises", "park": "developer"}
_FIRST = 5
"""How many actions stand at the top of a report."""


class _Open(Struct):
    """An ask of one or several criteria, on its way to become a line of the list."""

    ask: Ask
    kind: str
    criteria: list[str] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)


def work(assessment: Assessment, speaker: Speaker) -> tuple[Party, ...]:
    """Give what is missing or short of all requirements, by whom to ask."""
    todos = _all_todos(assessment, assessment.asked, speaker)
    parties = [p.id for p in speaker.dictionary.parties]
    others = [t.who for t in todos if t.who not in parties]
    return tuple(
        Party(party, speaker.party(party), mine)
        for party in dict.fromkeys([*parties, *others])
        if (mine := tuple(t for t in todos if t.who == party))
    )


def first_actions(parties: tuple[Party, ...]) -> tuple[Todo, ...]:
    """Give the few actions that matter most, whoever has to act."""
    todos = [t for party in parties for t in party.todos]
    todos.sort(key=lambda t: (RANKS.index(t.kind), -len(t.criteria)))
    return tuple(todos[:_FIRST])


def criterion_todos(finding: Finding, assessment: Assessment, speaker: Speaker) -> tuple[Todo, ...]:
    """Give what there is to do for one criterion, with documents that only the proof waits for."""
    return _all_todos(assessment, (finding,), speaker, proof=True)


def _all_todos(
    assessment: Assessment, findings: tuple[Finding, ...], speaker: Speaker, *, proof: bool = False
) -> tuple[Todo, ...]:
    titles = {f.criterion.id: speaker.text(f.criterion.title) for f in findings}
    todos = [_missed(f, assessment, speaker) for f in findings if f.declared.verdict in _MISSED]
    opened = _merge(_declared_asks(findings, assessment, speaker))
    known = {(o.ask.kind, o.ask.field): set(o.cells) for o in opened}
    evidence = [
        asked
        for asked in _evidence_asks(findings, proof=proof)
        if not known.get((asked.ask.kind, asked.ask.field), set()).issuperset(asked.ask.cells)
        or (asked.ask.kind, asked.ask.field) not in known
    ]
    todos += [_todo(b, titles, speaker) for b in _bundles([*opened, *_merge(evidence)])]
    todos.sort(key=lambda t: RANKS.index(t.kind))
    return tuple(todos)


class _Asked(Struct, frozen=True):
    """An ask with the finding that asks it; ``said`` is what would decide it."""

    criterion: str
    ask: Ask
    kind: str
    said: str


def _declared_asks(
    findings: Iterable[Finding], assessment: Assessment, speaker: Speaker
) -> list[_Asked]:
    return [
        _Asked(f.criterion.id, ask, "complete" if ask.kind == "complete" else "unanswered", said)
        for f in findings
        if f.gap is not None and f.declared.verdict not in _MISSED
        for said in (gap_text(f.declared, f.gap, target_of(f, assessment), speaker),)
        for ask in f.gap.asks
    ]


def _evidence_asks(findings: Iterable[Finding], *, proof: bool) -> list[_Asked]:
    """Give the documents to bring where the declared answers alone would do, or wherever asked."""
    return [
        _Asked(f.criterion.id, ask, "evidence", "")
        for f in findings
        if f.evidenced_gap is not None and (proof or f.declared.verdict is Verdict.MET)
        for ask in f.evidenced_gap.asks
        if ask.kind != "change"  # what is to change is told by the gap itself
    ]


def _merge(asked: Iterable[_Asked]) -> list[_Open]:
    """Join the asks for the same thing by several criteria."""
    opened: dict[tuple[str, ...], _Open] = {}
    for each in asked:
        ask = each.ask
        own = each.criterion if ask.kind == "decision" else ""
        line = opened.setdefault((ask.kind, ask.field, each.kind, own), _Open(ask, each.kind))
        line.criteria.append(each.criterion)
        line.cells.extend(ask.cells)
        line.names.update(dict.fromkeys(ask.enterprises))
        if ask.kind == "column" and each.kind == "unanswered":
            line.details.append(each.said)
    return list(opened.values())


def _bundles(opened: list[_Open]) -> list[list[_Open]]:
    """Put facts, documents and lists that serve the same criteria on one line."""
    bundles: dict[tuple[object, ...], list[_Open]] = {}
    for line in opened:
        ask = line.ask
        alone = "" if ask.kind in ("fact", "document", "complete") else ask.field
        key = (line.kind, ask.kind, ask.asked_of, tuple(line.criteria), alone)
        bundles.setdefault(key, []).append(line)
    return list(bundles.values())


def _todo(bundle: list[_Open], titles: dict[str, str], speaker: Speaker) -> Todo:
    first = bundle[0]
    cells = [c for line in bundle for c in line.cells]
    criteria = tuple(dict.fromkeys(c for line in bundle for c in line.criteria))
    label = "; ".join(dict.fromkeys(_label(line.ask, titles, speaker) for line in bundle))
    found = dict.fromkeys(speaker.found_in(line.ask.field) for line in bundle)
    return Todo(
        kind=first.kind,
        mark=_mark(first.kind, first.ask.kind, speaker),
        text=ask_text(first.ask.kind, label, len(set(cells)), speaker),
        detail=_detail(first, criteria, titles, label, speaker),
        who=first.ask.asked_of,
        party=speaker.party(first.ask.asked_of),
        cells=cells_text(cells),
        found_in="; ".join(f for f in found if f),
        criteria=criteria,
        names=tuple(clean(name) for name in first.names),
    )


def ask_text(kind: str, label: str, cells: int, speaker: Speaker) -> str:
    """Say what is asked for; a column without cells is not there yet."""
    key = "column_missing" if kind == "column" and not cells else kind
    return speaker.say(f"ask.{key}", label=label, n=cells)


def _label(ask: Ask, titles: dict[str, str], speaker: Speaker) -> str:
    return titles.get(ask.field) or speaker.question(ask.field)


def _detail(
    line: _Open, criteria: tuple[str, ...], titles: dict[str, str], label: str, speaker: Speaker
) -> str:
    if line.ask.kind == "complete" and len(criteria) > 1:
        return speaker.say("ask.decides", n=len(criteria))
    if len(criteria) == 1 and any(line.details):
        return line.details[0]
    return "; ".join(titles[c] for c in criteria if titles[c] not in label)


def _mark(kind: str, ask: str, speaker: Speaker) -> Mark:
    if kind == "evidence":
        return Mark("evidence", "○", speaker.say("mark.evidence"))
    return speaker.verdict(Verdict.NEEDS_REVIEW if ask == "decision" else Verdict.UNDETERMINED)


def _missed(finding: Finding, assessment: Assessment, speaker: Speaker) -> Todo:
    """Make one line of a requirement that is not met: how much is missing, and where."""
    criterion, judged, gap = finding.criterion, finding.declared, finding.gap
    target = target_of(finding, assessment)
    asks = () if gap is None else gap.asks
    cells = [c for ask in asks for c in ask.cells] or [o.cell for o in finding.observations]
    short = gap_text(judged, gap, target, speaker)
    observed = observed_text(judged.observed, finding.bound, speaker)
    who = asks[0].asked_of if asks else _ACTORS.get(criterion.actor, criterion.actor)
    return Todo(
        kind="gap",
        mark=speaker.verdict(judged.verdict),
        text=speaker.text(criterion.title) + (f": {short}" if short else ""),
        detail=speaker.say(
            "bar.text", observed=observed, target=target_text(target, finding.bound, speaker)
        ),
        who=who,
        party=speaker.party(who),
        cells=cells_text(cells),
        found_in="",
        criteria=(criterion.id,),
    )
