"""Loads a criteria set: a folder of YAML files, checked as a whole in one pass."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.criteria.cards import read_card
from eipcheck.criteria.conditions import ANYWHERE, PARK, SetNames
from eipcheck.criteria.dictionary import FIELDS_FILE, extended_dictionary
from eipcheck.criteria.document import decode_document, read_content, yaml_files
from eipcheck.criteria.head import read_head
from eipcheck.criteria.measures import MeasureReader
from eipcheck.criteria.problems import Problems, nearest
from eipcheck.criteria.reader import Map, root
from eipcheck.criteria.shapes_set import CLAUSE_FILE
from eipcheck.model.criterion import Clause, CriteriaSet, Criterion, Question
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.place import FilePlace

SET_FILE = "set.yaml"


class Loaded(Struct):
    """A set as far as it could be read, for checks that go beyond loading.

    ``top`` is the content of ``set.yaml``; ``cards`` are the mappings of the criteria by id;
    the dictionary of ``names`` includes what the set adds.
    """

    criteria_set: CriteriaSet
    top: Map
    names: SetNames
    cards: dict[str, Map]


def load_set(folder: Path, dictionary: DataDictionary) -> CriteriaSet:
    """Read the criteria set in ``folder``.

    ``set.yaml`` says what the set is, ``fields.yaml`` may add fields, every other YAML file
    holds the criteria of one clause. The digest is over names and bytes of these files in order
    of name, with line ends as LF, so that every checkout gives the same.

    Raises:
        CriteriaError: with every problem of all files.
    """
    problems = Problems()
    loaded = read_set(folder, dictionary, problems)
    problems.raise_any()
    assert loaded is not None
    return loaded.criteria_set


def read_set(folder: Path, dictionary: DataDictionary, problems: Problems) -> Loaded | None:
    """Read as much of the set as possible; None without a readable ``set.yaml``."""
    extended = extended_dictionary(dictionary, folder, problems)
    files, digest = _files(folder, problems)
    top = files.pop(SET_FILE, None)
    if top is None:
        if not (folder / SET_FILE).is_file():
            place = FilePlace(str(folder / SET_FILE))
            problems.add("C424", place, folder=str(folder))
        return None
    head, terms, questions = read_head(top)
    names = SetNames(
        dictionary=extended,
        readings={reading.id: reading for reading in head.readings},
        terms=terms,
        units=frozenset(unit.id for unit in extended.units),
        start=head.in_force_from or date.min,
        partial_credit=head.partial_credit,
        questions={question.id: question for question in head.questions},
        parameters={parameter.id: parameter.value for parameter in head.parameters},
    )
    criteria, cards = _criteria(list(files.values()), head.clauses, names)
    asked = tuple(_with_condition(each, questions[each.id], names) for each in head.questions)
    criteria_set = replace(
        head,
        questions=asked,
        criteria=criteria,
        sha256=digest,
        path=str(folder),
        window_ends=frozenset(names.window_ends),
    )
    _read_unused_terms(names)
    return Loaded(criteria_set, top, names, cards)


def _with_condition(question: Question, entry: Map, names: SetNames) -> Question:
    """Read what must hold of the park before the answer can lead to anything."""
    if "possible_when" not in entry:
        return question
    reader = MeasureReader(names)
    reader.start_card()
    return replace(question, possible_when=reader.condition(entry.map("possible_when"), PARK))


def _files(folder: Path, problems: Problems) -> tuple[dict[str, Map], str]:
    """Read every YAML file of the folder but the added fields; give all by name, and the digest."""
    digest = hashlib.sha256()
    tops: dict[str, Map] = {}
    for path in yaml_files(folder, problems):
        content = read_content(path, problems)
        if content is None:
            continue
        digest.update(path.name.encode() + b"\0" + content.replace(b"\r\n", b"\n") + b"\0")
        if path.name == FIELDS_FILE:
            continue
        document = decode_document(content, str(path), problems)
        top = root(document, problems) if document else None
        if top is not None:
            tops[path.name] = top
    return tops, digest.hexdigest()


def _criteria(
    files: list[Map], clauses: tuple[Clause, ...], names: SetNames
) -> tuple[tuple[Criterion, ...], dict[str, Map]]:
    """Read the clause files; the criteria come in the order of the clauses of the set."""
    reader = MeasureReader(names)
    order = [clause.id for clause in clauses]
    found: dict[str, list[Criterion]] = {}
    cards: dict[str, Map] = {}
    for top in files:
        top.only(CLAUSE_FILE)
        clause = top.text("clause")
        if clause and clause not in order:
            top.report("C234", "clause", name=clause, known=nearest(clause, order))
        elif clause and clause in found:
            top.report("C219", "clause", id=clause)
        names.used_clauses.add(clause)
        group = found.setdefault(clause, [])
        for entry in top.maps("criteria"):
            criterion = read_card(entry, clause if clause in order else "", reader)
            if criterion.id and criterion.id in cards:
                entry.report("C219", "id", id=criterion.id)
            cards.setdefault(criterion.id, entry)
            group.append(criterion)
    return tuple(each for clause in order for each in found.get(clause, ())), cards


def _read_unused_terms(names: SetNames) -> None:
    """Check the terms that no card uses; what they use does not count as used."""
    reader = MeasureReader(names)
    used = set(names.used_terms)
    for name, entry in names.terms.items():
        if name not in used:
            reader.start_card()
            reader.condition(entry.map("condition"), ANYWHERE)
    names.used_terms = used
