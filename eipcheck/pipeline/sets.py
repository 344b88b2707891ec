"""Finds and loads the data dictionary and the criteria sets, shipped or given by path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from eipcheck.criteria.dictionary import extend_dictionary, load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.model.criterion import CriteriaSet, Status
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError
from eipcheck.resources import data_folder

DEFAULT_SET = "vn-82-2018"
_SUPERSEDES = re.compile(r"^supersedes: *([a-z0-9-]+) *$", re.MULTILINE)
AUTO = "auto"
"""Asks for the set in force on the registration date."""


def shipped_dictionary() -> DataDictionary:
    """Load the shipped data dictionary.

    Raises:
        CriteriaError: with every problem in it.
    """
    return load_dictionary(dictionary_file())


def dictionary_file() -> Path:
    """Give the file of the shipped data dictionary."""
    return data_folder("criteria") / "fields.yaml"


def shipped_sets() -> dict[str, Path]:
    """Give the folders of the shipped criteria sets by id, in order of id."""
    manifests = data_folder("criteria").glob("*/set.yaml")
    return {folder.name: folder for folder in sorted(m.parent for m in manifests)}


def set_folder(name: str) -> Path:
    """Give the folder of a set: a shipped id, or else the path of a folder.

    Raises:
        UsageError: there is neither; tells the known ids.
    """
    shipped = shipped_sets()
    if name in shipped:
        return shipped[name]
    if (Path(name) / "set.yaml").is_file():
        return Path(name)
    raise UsageError((unknown("U101", name, shipped),))


def unknown(code: str, name: str, known: Iterable[str], **facts: str) -> Problem:
    """Say that there is nothing of this name, and what there is, the nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    names = tuple(dict.fromkeys(known))
    near = get_close_matches(name, names, n=3)
    listed = ", ".join(dict.fromkeys((*near, *names))) or "–"
    return Problem(code, FilePlace(name), (("name", name), ("known", listed), *facts.items()))


def check_names(code: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Refuse names that do not exist.

    Raises:
        UsageError: with a problem of ``code`` for each unknown name.
    """
    right = tuple(known)
    problems = tuple(unknown(code, name, right) for name in names if name not in right)
    if problems:
        raise UsageError(problems)


class Library(Struct, frozen=True):
    """The data dictionary and the criteria sets of one run.

    ``named`` are the sets asked for by name; ``in_force`` those of which ``auto`` takes the ones
    that are law on the day, None where ``auto`` was not asked for. ``successors`` are shipped
    sets that replaced a named one that is repealed: what they say is told beside it. ``added``
    are the ids of the fields that these sets add to the shipped dictionary.
    """

    dictionary: DataDictionary
    named: tuple[CriteriaSet, ...]
    in_force: tuple[CriteriaSet, ...] | None = None
    successors: tuple[CriteriaSet, ...] = ()
    added: frozenset[str] = frozenset()

    @property
    def read(self) -> tuple[CriteriaSet, ...]:
        """Every set that reads the workbook, each once."""
        return (*self.sets, *self.successors)

    def successor_of(self, criteria: CriteriaSet) -> CriteriaSet | None:
        """Give the set that replaced this one, None where it is unknown or has its own report."""
        return next((s for s in self.successors if s.supersedes == criteria.id), None)

    @property
    def sets(self) -> tuple[CriteriaSet, ...]:
        """Every set that may be used, each once."""
        others = (s for s in self.in_force or () if all(s.id != n.id for n in self.named))
        return (*self.named, *others)

    def for_day(self, on: date) -> tuple[CriteriaSet, ...]:
        """Give the sets for a park: the named ones, and for ``auto`` those in force on the day.

        Raises:
            UsageError: ``auto`` finds no set in force on the day.
        """
        if self.in_force is None:
            return self.named
        found = [s for s in self.in_force if _covers(s, on)]
        if not found:
            facts = (("date", on.isoformat()), ("known", ", ".join(shipped_sets())))
            raise UsageError((Problem("U105", FilePlace(AUTO), facts),))
        return tuple(s for s in self.sets if s in self.named or s in found)


def _covers(criteria_set: CriteriaSet, on: date) -> bool:
    start, end = criteria_set.in_force_from, criteria_set.in_force_to
    return start is not None and start <= on and (end is None or on <= end)


def load_library(names: Iterable[str], *, allow_unverified: bool = False) -> Library:
    """Load the dictionary and the named sets, each once; ``auto`` brings every set in force.

    Raises:
        UsageError: a set is unknown, or may be used only with ``allow_unverified``.
        CriteriaError: a file is invalid.
    """
    asked = dict.fromkeys(names)
    folders = dict.fromkeys(set_folder(name) for name in asked if name != AUTO)
    shipped = dictionary = shipped_dictionary()
    named = tuple(load_set(folder, dictionary) for folder in folders)
    if not allow_unverified:
        _refuse_unverified(named)
    in_force = _sets_in_force(dictionary) if AUTO in asked else None
    taken = (*named, *(in_force or ()))
    successors = tuple(_successors(taken, dictionary))
    for criteria_set in (*taken, *successors):
        dictionary = extend_dictionary(dictionary, Path(criteria_set.path))
    added = (f.id for s in dictionary.sheets for f in s.fields if not shipped.has_field(f.id))
    return Library(dictionary, named, in_force, successors, frozenset(added))


def _successors(taken: Sequence[CriteriaSet], dictionary: DataDictionary) -> Iterator[CriteriaSet]:
    """Load the shipped sets in force that replaced a repealed one and are not taken already."""
    repealed = {s.id for s in taken if s.status is Status.REPEALED}
    ids = {s.id for s in taken}
    for name, folder in shipped_sets().items() if repealed else ():
        # A look at one line spares loading the sets that replaced nothing.
        line = _SUPERSEDES.search((folder / "set.yaml").read_text(encoding="utf-8"))
        if line and line[1] in repealed and name not in ids:
            successor = load_set(folder, dictionary)
            if successor.status is Status.IN_FORCE and not successor.needs_allow_unverified:
                yield successor


def _sets_in_force(dictionary: DataDictionary) -> tuple[CriteriaSet, ...]:
    shipped = (load_set(folder, dictionary) for folder in shipped_sets().values())
    # A repealed text was law on its days: an application is judged by the law of its own day.
    # A set that asks no question, such as yearly indicators, judges no application.
    law = {Status.IN_FORCE, Status.REPEALED}
    return tuple(s for s in shipped if s.status in law and s.questions)


def _refuse_unverified(sets: Iterable[CriteriaSet]) -> None:
    refused = tuple(
        Problem("U104", FilePlace(s.path), (("name", s.id),))
        for s in sets
        if s.needs_allow_unverified
    )
    if refused:
        raise UsageError(refused)


def choose_readings(
    sets: Iterable[CriteriaSet], asked: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Share the readings asked for out to the sets that have them, by set id.

    Raises:
        UsageError: no set has the reading, or the reading has no such option.
    """
    readings = {s.id: {r.id: [o.id for o in r.options] for r in s.readings} for s in sets}
    options: dict[str, list[str]] = {}
    for own in readings.values():
        for reading, ids in own.items():
            options.setdefault(reading, []).extend(ids)
    problems = []
    for reading, option in asked.items():
        if reading not in options:
            problems.append(unknown("U102", reading, options))
        elif option not in options[reading]:
            problems.append(unknown("U103", option, options[reading], reading=reading))
    if problems:
        raise UsageError(tuple(problems))
    return {
        set_id: {r: o for r, o in asked.items() if o in own.get(r, ())}
        for set_id, own in readings.items()
    }
