"""What the annotated workbook says: problems, then what is to fill, each with its cells.

Nothing here knows Excel. An entry becomes a line of the findings sheet (several where its cells
do not lie together) and a note in each of its cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from eipcheck.model.assessment import Ask, Assessment, Finding
from eipcheck.model.criterion import Kind, Verdict
from eipcheck.model.place import Cell, Place, SheetPlace
from eipcheck.model.record import ParkRecord
from eipcheck.reporting.view_parts import Mark
from eipcheck.reporting.view_quantity import gap_text, observed_text, target_of, target_text
from eipcheck.reporting.view_types import ProblemView, ReportView
from eipcheck.reporting.view_words import Speaker
from eipcheck.reporting.view_work import ask_text

COLOURED = ("error", "warning", "todo")
"""Kinds of entry whose cells are marked, the gravest first; those of kind ``gap`` are not."""

_MISSED = (Verdict.NOT_MET, Verdict.PARTLY_MET)
_ACTORS = {"developer": "developer", "enterprises": "enterprises", "park": "developer"}
_ORDER = ("complete", "decision", "fact", "column", "row", "document")
_EVIDENCE, _JUDGEMENTS = "evidence", "judgements"
"""Sheets on which documents and decisions are entered."""

_FEW = 6
"""Criteria named in one note; of more it says how many."""


class Entry(Struct, frozen=True, kw_only=True):
    """One thing to mend or to fill.

    ``kind`` is ``error``, ``warning``, ``todo`` or ``gap``. ``place`` is where it lies when it
    has no cells of its own. ``cells`` get ``note``, and ``others`` get ``aside``.
    """

    kind: str
    mark: Mark
    code: str = ""
    place: Place | None = None
    cells: tuple[Cell, ...] = ()
    others: tuple[Cell, ...] = ()
    what: str
    why: str
    fix: str
    criteria: tuple[str, ...] = ()
    who: str = ""
    note: str = ""
    aside: str = ""


class Told(Struct, frozen=True):
    """An assessment and the report on it; the two tell problems in the same order."""

    assessment: Assessment
    view: ReportView


def entries(told: Sequence[Told], record: ParkRecord, speaker: Speaker) -> tuple[Entry, ...]:
    """Give everything to say, the most urgent first: errors, warnings, then the work to do."""
    titles = {
        (one.assessment.criteria.id, f.criterion.id): _title(f, one.assessment, told, speaker)
        for one in told
        for f in one.assessment.findings
    }
    problems = list(_problems(told, titles, speaker))
    problems.sort(key=lambda e: COLOURED.index(e.kind))
    work = _Work(told, record, titles, speaker)
    return (*problems, *work.to_fill(), *work.missed())


def few(texts: Iterable[str], speaker: Speaker) -> tuple[str, ...]:
    """Give the first few texts, and how many more there are."""
    known = tuple(dict.fromkeys(texts))
    if len(known) <= _FEW:
        return known
    return (*known[:_FEW], speaker.say("annotated.more", n=len(known) - _FEW))


def _title(finding: Finding, assessment: Assessment, told: Sequence[Told], speaker: Speaker) -> str:
    title = speaker.text(finding.criterion.title)
    if len(told) == 1:
        return title
    return speaker.say("annotated.of_set", criterion=title, set=assessment.criteria.id)


def _problems(
    told: Sequence[Told], titles: Mapping[tuple[str, str], str], speaker: Speaker
) -> Iterator[Entry]:
    """Say each problem once, though several sets may tell it."""
    touched = _criteria_by_cell(told, titles)
    seen = set()
    for one in told:
        views = zip(one.assessment.problems, one.view.problems, strict=True)
        for problem, view in views:
            if problem in seen:
                continue
            seen.add(problem)
            place = problem.place
            cells = (place,) if isinstance(place, Cell) else ()
            others = tuple(c for c in problem.other_places if isinstance(c, Cell))
            named = dict(problem.facts).get("criterion", "")
            own = titles.get((one.assessment.criteria.id, named))
            criteria = [own] if own else []
            for cell in cells or others:
                criteria += touched.get(cell, ())
            yield Entry(
                kind=problem.severity.value,
                mark=view.mark,
                code=problem.code,
                place=place,
                cells=cells,
                others=tuple(c for c in dict.fromkeys(others) if c not in cells),
                what=view.what,
                why=view.why,
                fix=view.fix,
                criteria=few(criteria, speaker),
                note=_problem_note(view, speaker),
                aside=_aside(view, speaker),
            )


def _problem_note(view: ProblemView, speaker: Speaker) -> str:
    lines = [f"{view.mark.icon} {view.mark.word} {view.code}", view.what, view.why]
    lines.append(speaker.say("annotated.mend", fix=view.fix))
    if view.other_places:
        lines.append(speaker.say("annotated.see", place=view.other_places))
    return "\n".join(line for line in lines if line)


def _aside(view: ProblemView, speaker: Speaker) -> str:
    see = speaker.say("annotated.see", place=view.place)
    return f"{view.mark.icon} {view.mark.word} {view.code}. {see}\n{view.what}"


def _criteria_by_cell(
    told: Sequence[Told], titles: Mapping[tuple[str, str], str]
) -> dict[Cell, list[str]]:
    """Give for each cell the criteria that read it or wait for it."""
    touched: dict[Cell, list[str]] = {}
    for one in told:
        for finding in one.assessment.findings:
            title = titles[one.assessment.criteria.id, finding.criterion.id]
            gaps = (g for g in (finding.gap, finding.evidenced_gap) if g is not None)
            cells = [c for gap in gaps for ask in gap.asks for c in ask.cells]
            cells += [o.cell for o in (*finding.observations, *finding.set_aside)]
            for cell in dict.fromkeys(cells):
                touched.setdefault(cell, []).append(title)
    return touched


class _Asked(Struct):
    """What is asked of one field: by which criteria, in which cells (none: no cell is known)."""

    ask: Ask
    waits: dict[Cell | None, list[tuple[str, str]]] = field(default_factory=dict)


class _Work:
    """The work to do of all assessments, as ``view_work`` tells it, but cell by cell."""

    def __init__(
        self,
        told: Sequence[Told],
        record: ParkRecord,
        titles: Mapping[tuple[str, str], str],
        speaker: Speaker,
    ) -> None:
        self._told = told
        self._record = record
        self._titles = titles
        self._speaker = speaker

    def _requirements(self) -> Iterator[tuple[Assessment, Finding, str]]:
        for one in self._told:
            for finding in one.assessment.findings:
                if finding.kind is Kind.REQUIREMENT:
                    key = (one.assessment.criteria.id, finding.criterion.id)
                    yield one.assessment, finding, self._titles[key]

    def _asked(self) -> Iterator[tuple[Ask, str, str]]:
        """Give each ask with the criterion that asks, and what would decide that."""
        known = set()
        for assessment, f, title in self._requirements():
            if f.gap is not None and f.declared.verdict not in _MISSED:
                target = target_of(f, assessment)
                said = gap_text(f.declared, f.gap, target, self._speaker)
                for ask in f.gap.asks:
                    known.add((ask.kind, ask.field))
                    yield ask, title, said
        for _, f, title in self._requirements():
            if f.evidenced_gap is not None and f.declared.verdict is Verdict.MET:
                for ask in f.evidenced_gap.asks:
                    if (ask.kind, ask.field) not in known:
                        yield ask, title, ""

    def to_fill(self) -> Iterator[Entry]:
        """Give what is missing: cells for which the same criteria wait stand together."""
        asked: dict[tuple[str, str], _Asked] = {}
        for ask, title, said in self._asked():
            line = asked.setdefault((ask.kind, ask.field), _Asked(ask))
            cells: tuple[Cell | None, ...] = ask.cells or (None,)
            for cell in cells:
                line.waits.setdefault(cell, []).append((title, said))
        for line in sorted(asked.values(), key=lambda a: _ORDER.index(a.ask.kind)):
            groups: dict[tuple[tuple[str, str], ...], list[Cell]] = {}
            for cell, waits in line.waits.items():
                group = groups.setdefault(tuple(dict.fromkeys(waits)), [])
                group.extend([] if cell is None else [cell])
            for same, waiting in groups.items():
                yield self._fill(line.ask, same, tuple(sorted(waiting)))

    def _fill(self, ask: Ask, waits: Sequence[tuple[str, str]], cells: tuple[Cell, ...]) -> Entry:
        say = self._speaker.say
        label = self._label(ask, waits)
        told = [
            say("annotated.waits_for", criterion=title, said=said) if said else title
            for title, said in waits
        ]
        who = self._speaker.party(ask.asked_of)
        found = self._speaker.found_in(ask.field)
        sheets = {sheet: self._speaker.label(sheet) for sheet in (_EVIDENCE, _JUDGEMENTS)}
        missing = ask.kind == "column" and not cells
        fix = say(f"annotated.fix.{'column_missing' if missing else ask.kind}", **sheets)
        here = say("annotated.fix.fact") if ask.kind == "column" else fix
        if found:
            found = say("annotated.found_in", where=found)
            fix, here = f"{fix} {found}", f"{here} {found}"
        mark = self._mark(ask.kind)
        undecided = say("annotated.unproven" if ask.kind == "document" else "annotated.undecided")
        criteria = few(told, self._speaker)
        waiting = say("annotated.waits", criteria="; ".join(criteria), n=len(told))
        heading = {"document": "evidence", "decision": "decision"}.get(ask.kind, "fill")
        head = f"{mark.icon} {say(f'annotated.{heading}', label=label)}"
        return Entry(
            kind="todo",
            mark=mark,
            place=self._place(ask),
            cells=cells,
            what=ask_text(ask.kind, label, len(cells), self._speaker),
            why="; ".join(few((said for _, said in waits if said), self._speaker)) or undecided,
            fix=fix,
            criteria=few((title for title, _ in waits), self._speaker),
            who=who,
            note="\n".join((head, waiting, here, say("annotated.ask", who=who))),
        )

    def _label(self, ask: Ask, waits: Sequence[tuple[str, str]]) -> str:
        """Name what is asked; a decision is asked on a criterion."""
        return waits[0][0] if ask.kind == "decision" else self._speaker.question(ask.field)

    def _mark(self, kind: str) -> Mark:
        match kind:
            case "document":
                return Mark("evidence", "○", self._speaker.say("mark.evidence"))
            case "decision":
                return Mark("decision", "✎", self._speaker.say("annotated.mark.decision"))
            case _:
                return Mark("fill", "?", self._speaker.say("annotated.mark.fill"))

    def _place(self, ask: Ask) -> SheetPlace | None:
        """Give the list to which the ask belongs; None where there is none in this workbook."""
        wanted = _JUDGEMENTS if ask.kind == "decision" else ask.field
        for spec in self._speaker.dictionary.sheets:
            table = self._record.tables.get(spec.id)
            mine = {spec.id, *(d.id for d in spec.declarations), *(f.id for f in spec.fields)}
            if table is not None and wanted in mine:
                return SheetPlace(table.sheet_name)
        return None

    def missed(self) -> Iterator[Entry]:
        """Give what separates the park from the targets that it misses."""
        speaker = self._speaker
        for assessment, f, title in self._requirements():
            if f.declared.verdict not in _MISSED:
                continue
            target = target_of(f, assessment)
            asks = () if f.gap is None else f.gap.asks
            cells = [c for ask in asks for c in ask.cells] or [o.cell for o in f.observations]
            actor = _ACTORS.get(f.criterion.actor, f.criterion.actor)
            observed = observed_text(f.declared.observed, f.bound, speaker)
            wanted = target_text(target, f.bound, speaker)
            yield Entry(
                kind="gap",
                mark=speaker.verdict(f.declared.verdict),
                cells=tuple(dict.fromkeys(cells)),
                what=gap_text(f.declared, f.gap, target, speaker) or title,
                why=speaker.say("bar.text", observed=observed, target=wanted),
                fix=speaker.text(f.criterion.remedy),
                criteria=(title,),
                who=speaker.party(asks[0].asked_of if asks else actor),
            )
