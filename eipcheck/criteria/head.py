"""Reads ``set.yaml``: what a criteria set is, and the names that its cards may use."""

from __future__ import annotations

import re
from datetime import date

from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map, keys
from eipcheck.criteria.targets import read_days
from eipcheck.model.criterion import Clause, CriteriaSet, Option, Question, Reading, Status

_KEYS = keys(
    "id version title document article status in_force supersedes superseded_by verification "
    "verified questions readings clauses terms waivable partial_credit needs_allow_unverified "
    "old_after_years"
)
_TITLED = keys("id title")
_READING = keys("id question default options")
_OPTION = keys("id label")
_TERM = keys("id meaning condition")
_PERIOD = keys("from to")
_SET_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*")


def read_head(top: Map) -> tuple[CriteriaSet, dict[str, Map]]:
    """Read ``set.yaml``: the set without its criteria, and its terms, read where they are used."""
    top.only(_KEYS)
    status = top.choice("status", Status)
    start, end = _force(top, status)
    identifier = top.text("id")
    if identifier and not _SET_ID.fullmatch(identifier):
        top.report("C416", "id", id=identifier)
    questions = _named(top, "questions", _TITLED)
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
        questions=tuple(Question(name, part.words("title")) for name, part in questions),
        readings=tuple(_reading(name, part) for name, part in readings),
        clauses=_clauses(top),
        criteria=(),
        waivable=top.flag("waivable"),
        partial_credit=top.flag("partial_credit"),
        needs_allow_unverified=top.flag("needs_allow_unverified"),
        old_after_years=top.whole("old_after_years"),
        sha256="",
        path="",
    )
    return criteria_set, _terms(top)


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
