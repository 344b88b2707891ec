"""Mutants of a criteria set: each differs from it in one small thing, which a case must notice.

What is changed: conditions (parts dropped, ``all`` and ``any`` exchanged, ``not`` and values of a
list left out, numbers and months by one, ends of windows), measures (who is counted, denominators,
parts of sums, years, scopes, register and typed totals), targets (direction, strictness, bounds by
a unit and by a row, the day on which one follows another or was last looked at), ``if_empty`` and
``otherwise``, the content of the options of a reading, parameters of the set, the first and last
day of a criterion and of the set, and what the blanks of fields mean. A day is shifted by one, to
either side.
What a case cannot show is left alone: kind, benchmark, figures beside, credit, the days in force
of what is no law, and until when somebody has looked at the set.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.criteria.cards import read_card
from eipcheck.criteria.check_dates import check_dates, held
from eipcheck.criteria.dictionary import FIELDS_FILE
from eipcheck.criteria.document import read_document
from eipcheck.criteria.head import read_head
from eipcheck.criteria.load import Loaded
from eipcheck.criteria.measures import MeasureReader
from eipcheck.criteria.mutants_conditions import days, step
from eipcheck.criteria.mutants_edit import Edit, Slot
from eipcheck.criteria.mutants_measures import CardMutator
from eipcheck.criteria.problems import Problems
from eipcheck.criteria.reader import Map, root
from eipcheck.model.criterion import CriteriaSet, Criterion, Status
from eipcheck.model.dictionary import NO_ENTERPRISE, NOT_YET, DataDictionary, Field, FieldType
from eipcheck.model.place import Line

_JUDGING = ("applies_when", "measure", "target", "review_when")
_UNKNOWN = "–"  # a blank that means nothing
_IN_FORCE = "in_force"


class Mutant(Struct, frozen=True, kw_only=True):
    """One small change of a set.

    ``id`` names it by owner, path and change, without line numbers, so that it stays the same as
    the file around it changes. ``criteria`` are the criteria that the change may touch; ``live``
    the options of readings without which nothing reads the place. ``edit`` changes a file of the
    set, or ``field`` replaces a field of the dictionary.
    """

    id: str
    place: Line
    before: str
    after: str
    criteria: tuple[str, ...]
    live: tuple[tuple[str, str], ...] = ()
    edit: Edit | None = None
    field: Field | None = None


class Changed(Struct, frozen=True):
    """What a mutant makes of its set.

    ``names`` are the criteria that may come out otherwise; none where the set says the same as
    before. For a field they are all that ask about it, as they are: their answers differ.
    """

    criteria: CriteriaSet
    names: tuple[str, ...]


class _Names(Struct, frozen=True):
    """What the parts of a set name, directly or through terms."""

    terms: frozenset[str]
    parameters: frozenset[str]
    texts: frozenset[str]


def mutants_of(loaded: Loaded, dictionary_file: Path) -> Iterator[Mutant]:
    """Give every mutant of a set that was read without a problem, in order of its criteria.

    ``dictionary_file`` is where the fields are declared that the set does not add itself.
    """
    used = {name: _closure(_rules(card), loaded) for name, card in loaded.cards.items()}
    mutator = CardMutator(loaded.names.dictionary, _counted(loaded))
    for name, card in loaded.cards.items():
        slot = Slot(card.document, {"": card.data}, "", ())
        yield from _of(name, mutator.card(slot), (name,))
    for name, term in loaded.names.terms.items():
        users = tuple(c for c, names in used.items() if name in names.terms)
        slot = Slot(term.document, term.data, "condition", ())
        yield from _of(f"term {name}", mutator.condition(slot), users)
    if loaded.criteria_set.status in (Status.IN_FORCE, Status.REPEALED):
        slot = Slot(loaded.top.document, loaded.top.data, _IN_FORCE, (_IN_FORCE,))
        yield from _of("set", days(slot, "from", "to"), tuple(loaded.cards))
    for part in loaded.top.maps("parameters", required=False):
        name = part.data["id"]
        users = tuple(c for c, names in used.items() if name in names.parameters)
        slot = Slot(part.document, part.data, "value", ())
        yield from _of(f"parameter {name}", step(slot), users)
    yield from _of_blanks(loaded, used, dictionary_file)


def _of(owner: str, edits: Iterator[Edit], criteria: tuple[str, ...]) -> Iterator[Mutant]:
    for edit in edits:
        words = (".".join(edit.slot.path), edit.change)
        yield Mutant(
            id=f"{owner}: {' '.join(word for word in words if word)}",
            place=edit.place,
            before=edit.before,
            after=edit.after,
            criteria=criteria,
            live=edit.slot.live,
            edit=edit,
        )


def _rules(card: Map) -> list[Any]:
    """Give what a card judges by; figures that only stand beside the result are no part of it."""
    return [card.data[key] for key in _JUDGING if key in card.data]


def _closure(data: object, loaded: Loaded) -> _Names:
    """Give what a card names, with the terms that its terms use."""
    terms: set[str] = set()
    parameters: set[str] = set()
    texts: set[str] = set()
    waiting = [data]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            texts.add(here)
        elif isinstance(here, list):
            waiting += here
        elif isinstance(here, dict):
            waiting += here.values()
            if isinstance(here.get("parameter"), str):
                parameters.add(here["parameter"])
            name = here.get("term")
            if isinstance(name, str) and name in loaded.names.terms and name not in terms:
                terms.add(name)
                waiting.append(loaded.names.terms[name].data["condition"])
    return _Names(frozenset(terms), frozenset(parameters), frozenset(texts))


def _counted(loaded: Loaded) -> tuple[str, ...]:
    """Give the terms that say, in some card, which rows are counted."""
    found: dict[str, None] = {}
    waiting: list[tuple[Any, bool]] = [(card.data, False) for card in loaded.cards.values()]
    while waiting:
        here, among = waiting.pop()
        if isinstance(here, list):
            waiting += ((each, among) for each in here)
        elif isinstance(here, dict):
            if among and isinstance(here.get("term"), str):
                found[here["term"]] = None
            waiting += ((value, among or key == "among") for key, value in here.items())
    return tuple(sorted(found))


def _of_blanks(loaded: Loaded, used: dict[str, _Names], dictionary_file: Path) -> Iterator[Mutant]:
    """Change what a blank of each field means that conditions of the set ask about."""
    places = _places_of_fields(dictionary_file) | _places_of_fields(
        Path(loaded.criteria_set.path) / FIELDS_FILE
    )
    for sheet in loaded.names.dictionary.sheets:
        for each in sheet.fields:
            users = tuple(c for c, names in used.items() if each.id in names.texts)
            for meaning in _other_meanings(each, used, users):
                before, after = each.blank_means or _UNKNOWN, meaning or _UNKNOWN
                yield Mutant(
                    id=f"field {each.id}: blank_means {before} -> {after}",
                    place=places[each.id],
                    before=f"blank_means: {before}",
                    after=f"blank_means: {after}",
                    criteria=users,
                    field=replace(each, blank_means=meaning),
                )


def _other_meanings(
    field: Field, used: dict[str, _Names], users: tuple[str, ...]
) -> Iterator[str | None]:
    """Give what else a blank could mean: nothing, or an answer that some condition asks for."""
    if not users:
        return
    if field.blank_means is not None:
        yield None
    elif field.type is FieldType.DATE:
        yield NOT_YET
    elif field.type is FieldType.ENTERPRISE:
        yield NO_ENTERPRISE
    if field.type is FieldType.CHOICE:
        asked = {text for name in users for text in used[name].texts}
        wanted = [choice.id for choice in field.choices if choice.id in asked]
        others = [choice for choice in wanted if choice != field.blank_means]
        # Forms name the best answer first; beside a meaning of its own that may say the same.
        yield from others[:1] if field.blank_means is None else others[-1:]


def _places_of_fields(path: Path) -> dict[str, Line]:
    document = read_document(path, Problems()) if path.is_file() else None
    top = root(document, Problems()) if document else None
    if top is None:
        return {}
    return {
        part.data["id"]: part.place("blank_means" if "blank_means" in part else "id")
        for sheet in top.maps("sheets", required=False)
        for part in sheet.maps("fields", required=False)
    }


def mutated(loaded: Loaded, mutant: Mutant) -> Changed | None:
    """Give what the mutant makes of the set; None where it is refused.

    Refused is what cannot be read, and a day that leaves others to no criterion or bound.
    """
    edit = mutant.edit
    if edit is None:
        return Changed(loaded.criteria_set, mutant.criteria)
    # Both sides of a day between two bounds are shifted at once, which leaves no day to nothing.
    is_day = isinstance(edit.slot.value, date) and isinstance(edit.holder, dict)
    before = _misplaced(loaded, loaded.criteria_set) if is_day else frozenset()
    problems = Problems()
    with edit.made():
        of_set = edit.slot.path[:1] == (_IN_FORCE,)
        read = _with_other_days if of_set else _with_other_criteria
        changed = read(_anew(loaded, problems), mutant)
        if problems or (is_day and _misplaced(loaded, changed.criteria) - before):
            return None
    return changed


def _with_other_days(loaded: Loaded, mutant: Mutant) -> Changed:
    """Read again when the set is in force; its undated bounds hold whenever it is."""
    head, _, _ = read_head(loaded.top)
    days_of = {"in_force_from": head.in_force_from, "in_force_to": head.in_force_to}
    return Changed(replace(loaded.criteria_set, **days_of), mutant.criteria)


def _with_other_criteria(loaded: Loaded, mutant: Mutant) -> Changed:
    """Read the criteria again that the mutant may touch."""
    same = loaded.criteria_set
    reader = MeasureReader(loaded.names)
    found = {name: read_card(loaded.cards[name], "", reader) for name in mutant.criteria}
    names = (
        n
        for n, each in found.items()
        if _as_it_holds(each, same) != _as_it_holds(same.criterion(n), same)
    )
    criteria = tuple(found.get(each.id, each) for each in same.criteria)
    return Changed(replace(same, criteria=criteria), tuple(names))


def _as_it_holds(criterion: Criterion, criteria: CriteriaSet) -> Criterion:
    """Give a criterion without its days that lie outside the force of its set."""
    start, end = held(criterion, criteria) or (date.max, date.min)
    return replace(criterion, start=start, end=end)


def _misplaced(loaded: Loaded, criteria: CriteriaSet) -> frozenset[tuple[str, str]]:
    """Give what the check of days finds wrong, as code and place."""
    problems = Problems()
    anew = _anew(loaded, problems)
    check_dates(Loaded(criteria, anew.top, anew.names, anew.cards))
    return frozenset((problem.code, str(problem.place)) for problem in problems.sorted())


def _anew(loaded: Loaded, problems: Problems) -> Loaded:
    """Give the set with its files as they stand now; what is wrong goes to ``problems``."""

    def again(part: Map) -> Map:
        return Map(part.document, part.data, problems)

    names = replace(
        loaded.names,
        terms={name: again(term) for name, term in loaded.names.terms.items()},
        parameters=_parameters(loaded.top),
    )
    cards = {name: again(card) for name, card in loaded.cards.items()}
    return Loaded(loaded.criteria_set, again(loaded.top), names, cards)


def _parameters(top: Map) -> dict[str, int]:
    parts = top.maps("parameters", required=False)
    values = ((part.data["id"], part.data["value"]) for part in parts)
    return {name: int(value) for name, value in values if isinstance(value, Decimal)}


def with_field(dictionary: DataDictionary, field: Field | None) -> DataDictionary:
    """Give the dictionary with ``field`` in place of the one of its id."""
    if field is None:
        return dictionary
    sheets = (
        replace(sheet, fields=tuple(field if f.id == field.id else f for f in sheet.fields))
        for sheet in dictionary.sheets
    )
    return replace(dictionary, sheets=tuple(sheets))
