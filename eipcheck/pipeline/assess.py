"""Assesses workbooks: loads what a run needs once, then takes one workbook after the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, partial

from msgspec import Struct, field
from msgspec.structs import replace

from eipcheck.evaluation.dates import choose_dates
from eipcheck.evaluation.evaluate import Options, evaluate_worlds, force_on, outcomes_of
from eipcheck.evaluation.worlds import Worlds
from eipcheck.model.assessment import Assessment, Dates, Force, LawInForce
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.limits import Limits
from eipcheck.model.problem import Problem
from eipcheck.model.record import ParkRecord
from eipcheck.model.source import Source
from eipcheck.pipeline.clock import now
from eipcheck.pipeline.mappings import all_mappings
from eipcheck.pipeline.others import other_dictionaries
from eipcheck.pipeline.sets import DEFAULT_SET, Library, choose_readings, load_library
from eipcheck.pipeline.wanted import wanted_fields
from eipcheck.workbook.read import Ways, read_workbook


class Request(Struct, frozen=True, kw_only=True):
    """By what to assess: sets (shipped id, path, or ``auto``), date, and reading to option.

    ``mappings`` are paths of mapping files for foreign sheets; the shipped ones come after them.
    ``limits`` are what a workbook may hold at most; ``convert_legacy`` asks for text in encodings
    of the time before Unicode to be converted.
    """

    criteria: tuple[str, ...] = (DEFAULT_SET,)
    as_of: date | None = None
    readings: Mapping[str, str] = field(default_factory=dict)
    allow_unverified: bool = False
    mappings: tuple[str, ...] = ()
    limits: Limits = Limits()
    convert_legacy: bool = False


class Assessed(Struct, frozen=True, kw_only=True):
    """One workbook and its assessments, one per criteria set, in the order asked for."""

    dictionary: DataDictionary
    record: ParkRecord
    dates: Dates
    assessments: tuple[Assessment, ...]
    run_at: datetime

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is to be mended in the workbook."""
        return tuple(dict.fromkeys(p for a in self.assessments for p in a.problems))


class Session(Struct, frozen=True):
    """What all workbooks of one run share."""

    library: Library
    request: Request
    readings: Mapping[str, Mapping[str, str]]
    wanted: frozenset[str]
    ways: Ways
    run_at: datetime

    def assess(self, path: Source) -> Assessed:
        """Read and assess one workbook.

        Raises:
            InputError: it is missing, unreadable, hostile, or not a park workbook.
            UsageError: ``auto`` finds no set in force on its registration date.
        """
        dictionary = self.library.dictionary
        record = read_workbook(path, dictionary, self.wanted, self.ways)
        dates = choose_dates(record, self.request.as_of, self.run_at.date())
        sets = self.library.for_day(dates.registration.on or dates.as_of)
        worlds = Worlds.of(record, dictionary, dates)
        return Assessed(
            dictionary=dictionary,
            record=record,
            dates=dates,
            assessments=tuple(self._evaluate(worlds, s) for s in sets),
            run_at=self.run_at,
        )

    def _evaluate(self, worlds: Worlds, criteria: CriteriaSet) -> Assessment:
        done = evaluate_worlds(worlds, criteria, Options(readings=self.readings[criteria.id]))
        if done.force is not Force.REPEALED:
            return done
        return replace(done, law_in_force=self._law_in_force(worlds, criteria))

    def _law_in_force(self, worlds: Worlds, criteria: CriteriaSet) -> LawInForce | None:
        """Ask the set that replaced a repealed one, where it is law on the day."""
        now = self.library.successor_of(criteria)
        if now is None or force_on(now, worlds.declared.as_of) is not Force.IN_FORCE:
            return None
        return LawInForce(now, outcomes_of(worlds, now, self.readings[now.id]))


def open_session(request: Request) -> Session:
    """Load the dictionary and the sets of a run.

    Raises:
        UsageError: a set, reading or option is unknown, or a set may not be used so.
        CriteriaError: a criteria or mapping file is invalid.
    """
    library = load_library(request.criteria, allow_unverified=request.allow_unverified)
    readings = choose_readings(library.read, request.readings)
    wanted, asked = wanted_fields(library)
    return Session(library, request, readings, wanted, ways_of(request, library, asked), now())


def ways_of(request: Request, library: Library, missed: frozenset[str]) -> Ways:
    """Give how a request wants workbooks read; of what is absent only ``missed`` is told.

    Raises:
        CriteriaError: a mapping file is invalid.
    """
    return Ways(
        mappings=all_mappings(request.mappings, library.dictionary),
        limits=request.limits,
        convert_legacy=request.convert_legacy,
        added=library.added,
        others=cache(partial(other_dictionaries, library.dictionary)),
        missed=missed,
    )


def assess(path: Source, request: Request | None = None) -> Assessed:
    """Assess one workbook.

    Raises:
        UsageError: a set, reading or option is unknown, or a set may not be used so.
        CriteriaError: a criteria or mapping file is invalid.
        InputError: the workbook is missing, unreadable, hostile, or not a park workbook.
    """
    return open_session(request or Request()).assess(path)
