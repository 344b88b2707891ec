"""Reads ``set.yaml``: what a criteria set is, and the names that its cards may use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map, keys
from eipcheck.criteria.targets import read_days
from eipcheck.model.criterion import (
    CONFIDENCE,
    Change,
    Clause,
    CriteriaSet,
    Effect,
    Option,
    Parameter,
    Per,
    Question,
    Reading,
    Status,
)

_KEYS = keys(
    "id version title document article status in_force supersedes superseded_by verification "
    "verified questions readings clauses terms waivable partial_credit needs_allow_unverified "
    "old_after_years verified_until parameters changes"
)
_TITLED = keys("id title")
_QUESTION = keys("id title per possible_when")
_PARAMETER = keys("id meaning value reference confidence")
_CHANGE = keys("topic before after effect old new confidence")
_READING = keys("id question default options")
_OPTION = keys("id label")
_TERM = keys("id meaning condition")
_PERIOD = keys("from to")
_SET_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*")


def read_head(top: Map) -> tuple[CriteriaSet, dict[str, Map], dict[str, Map]]:
    """Read ``set.yaml``: the set without its criteria, and the mappings of terms and questions.

    Terms are read where cards use them, the conditions of questions once the terms are known.
    """
    top.only(_KEYS)
    status = top.choice("status", Status)
    start, end = _force(top, status)
    identifier = top.text("id")
    if identifier and not _SET_ID.fullmatch(identifier):
        top.report("C416", "id", id=identifier)
    questions = _named(top, "questions", _QUESTION)
    readings = _named(top, "readings", _READING)
    criteria_set = CriteriaSet(
        id=identifier,
        version=top.text("version"),
        title=top.words("title"),
        document=top.words("document"),
        article=top.text("article"),
        status=status,
        in_force_from=start,
        in_force_to=end,
        supersedes=top.text("supersedes") if "supersedes" in top else None,
        superseded_by=top.words("superseded_by") if "superseded_by" in top else None,
        verification=top.words("verification"),
        verified=top.flag("verified"),
        questions=tuple(_question(name, part) for name, part in questions),
        readings=tuple(_reading(name, part) for name, part in readings),
        clauses=_clauses(top),
        criteria=(),
        waivable=top.flag("waivable"),
        partial_credit=top.flag("partial_credit"),
        needs_allow_unverified=top.flag("needs_allow_unverified"),
        old_after_years=top.whole("old_after_years"),
        verified_until=top.maybe_day("verified_until"),
        parameters=tuple(_parameters(top)),
        changes=tuple(_changes(top)),
        sha256="",
        path="",
    )
    return criteria_set, _terms(top), dict(questions)


def _question(name: str, part: Map) -> Question:
    per = part.choice("per", Per, Per.PARK)
    return Question(name, part.words("title"), per)


def _parameters(top: Map) -> Iterator[Parameter]:
    for name, part in _named(top, "parameters", _PARAMETER):
        yield Parameter(
            id=name,
            meaning=part.words("meaning"),
            value=part.whole("value"),
            reference=part.text("reference"),
            confidence=part.one_word("confidence", CONFIDENCE),
        )


def _changes(top: Map) -> Iterator[Change]:
    if "changes" in top and "supersedes" not in top:
        top.report("C202", None, item="supersedes")
    for part in top.maps("changes", required=False):
        part.only(_CHANGE)
        yield Change(
            topic=part.words("topic"),
            before=part.words("before"),
            after=part.words("after"),
            effect=part.choice("effect", Effect),
            old=part.texts("old", required=False, blank=True),
            new=part.texts("new", required=False, blank=True),
            confidence=part.one_word("confidence", CONFIDENCE),
        )


def _force(top: Map, status: Status) -> tuple[date | None, date | None]:
    """Read the days in force, and report those that contradict the status."""
    period = top.maybe_map("in_force")
    if period is None:
        if status in (Status.IN_FORCE, Status.REPEALED):
            top.report("C417", "status", status=status)
        return None, None
    period.only(_PERIOD)
    start, end = read_days(period, required=True)
    if status is Status.FRAMEWORK or (status is Status.REPEALED and end is None):
        top.report("C417", "in_force", status=status)
    return start, end


def _named(top: Map, key: str, allowed: frozenset[str]) -> list[tuple[str, Map]]:
    """Read a list, maybe empty, of mappings with unique ids."""
    found: dict[str, Map] = {}
    for part in top.maps(key, required=False, blank=True):
        part.only(allowed)
        name = part.text("id")
        if name and not _NAME.fullmatch(name):
            part.report("C416", "id", id=name)
        if name and name in found:
            part.report("C219", "id", id=name)
        found.setdefault(name, part)
    return list(found.items())


def _reading(name: str, part: Map) -> Reading:
    options = tuple(
        Option(option, label.words("label")) for option, label in _named(part, "options", _OPTION)
    )
    default = part.text("default")
    ids = [option.id for option in options]
    if default and default not in ids:
        known = nearest(default, ids)
        part.report("C235", "default", name=default, reading=name, known=known)
    return Reading(name, part.words("question"), options, default)


def _clauses(top: Map) -> tuple[Clause, ...]:
    found: dict[str, Clause] = {}
    for part in top.maps("clauses"):
        part.only(_TITLED)
        clause = Clause(part.text("id"), part.words("title"))
        if clause.id and clause.id in found:
            part.report("C219", "id", id=clause.id)
        found.setdefault(clause.id, clause)
    return tuple(found.values())


def _terms(top: Map) -> dict[str, Map]:
    terms = dict(_named(top, "terms", _TERM))
    for part in terms.values():
        part.words("meaning")
    return terms
