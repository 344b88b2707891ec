"""Mutants of a criteria set: each differs from it in one small thing, which a case must notice.

What is changed: conditions (parts dropped, ``all`` and ``any`` exchanged, ``not`` and values of a
list left out, numbers and months by one, ends of windows), measures (who is counted, denominators,
parts of sums, years, scopes, register and typed totals), targets (direction, strictness, bounds by
a unit and by a row, the day on which one follows another), ``if_empty`` and ``otherwise``, the
content of the options of a reading, parameters of the set, and what the blanks of fields mean.
What a case cannot show is left alone: kind, benchmark, figures beside, credit, days of the set.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.criteria.cards import read_card
from eipcheck.criteria.dictionary import FIELDS_FILE
from eipcheck.criteria.document import read_document
from eipcheck.criteria.load import Loaded
from eipcheck.criteria.measures import MeasureReader
from eipcheck.criteria.mutants_conditions import step
from eipcheck.criteria.mutants_edit import Edit, Slot
from eipcheck.criteria.mutants_measures import CardMutator
from eipcheck.criteria.problems import Problems
from eipcheck.criteria.reader import Map, root
from eipcheck.model.criterion import Criterion
from eipcheck.model.dictionary import NO_ENTERPRISE, NOT_YET, DataDictionary, Field, FieldType
from eipcheck.model.place import Line

_JUDGING = ("applies_when", "measure", "target", "review_when")
_UNKNOWN = "–"  # a blank that means nothing


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


def mutated(loaded: Loaded, mutant: Mutant) -> dict[str, Criterion] | None:
    """Give the criteria that the mutant makes different; None where it cannot be read.

    For a field they are all that ask about it, as they are: their answers differ.
    """
    if mutant.field is not None:
        return {name: loaded.criteria_set.criterion(name) for name in mutant.criteria}
    problems = Problems()
    with mutant.edit.made() if mutant.edit is not None else nullcontext():
        names = replace(
            loaded.names,
            terms={
                name: Map(term.document, term.data, problems)
                for name, term in loaded.names.terms.items()
            },
            parameters=_parameters(loaded.top),
        )
        reader = MeasureReader(names)
        cards = [loaded.cards[name] for name in mutant.criteria]
        found = [read_card(Map(card.document, card.data, problems), "", reader) for card in cards]
    if problems:
        return None
    same = loaded.criteria_set.criterion
    return {each.id: each for each in found if each != same(each.id)}


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
