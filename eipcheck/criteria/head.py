"""Reads ``set.yaml``: what a criteria set is, and the names that its cards may use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map
from eipcheck.criteria.shapes_set import (
    CHANGE,
    CLAUSE,
    NAME,
    NAMED_NUMBER,
    OPTION,
    PERIOD,
    QUESTION,
    READING,
    SET,
    SET_ID,
    TERM,
)
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
from eipcheck.model.text import NO_TEXT


def read_head(top: Map) -> tuple[CriteriaSet, dict[str, Map], dict[str, Map]]:
    """Read ``set.yaml``: the set without its criteria, and the mappings of terms and questions.

    Terms are read where cards use them, the conditions of questions once the terms are known.
    """
    top.only(SET)
    status = top.choice("status", Status)
    start, end = _force(top, status)
    identifier = top.text("id")
    if identifier and not SET_ID.fullmatch(identifier):
        top.report("C416", "id", id=identifier)
    questions = _named(top, "questions", QUESTION)
    readings = _named(top, "readings", READING)
    criteria_set = CriteriaSet(
        id=identifier,
        version=top.text("version"),
        title=top.words("title"),
        document=top.words("document"),
        article=top.text("article", ""),
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
        force_note=top.words("force_note", NO_TEXT),
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
    for name, part in _named(top, "parameters", NAMED_NUMBER):
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
        part.only(CHANGE)
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
    period.only(PERIOD)
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
        if name and not NAME.fullmatch(name):
            part.report("C416", "id", id=name)
        if name and name in found:
            part.report("C219", "id", id=name)
        found.setdefault(name, part)
    return list(found.items())


def _reading(name: str, part: Map) -> Reading:
    options = tuple(
        Option(option, label.words("label")) for option, label in _named(part, "options", OPTION)
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
        part.only(CLAUSE)
        clause = Clause(part.text("id"), part.words("title"))
        if clause.id and clause.id in found:
            part.report("C219", "id", id=clause.id)
        found.setdefault(clause.id, clause)
    return tuple(found.values())


def _terms(top: Map) -> dict[str, Map]:
    terms = dict(_named(top, "terms", TERM))
    for part in terms.values():
        part.words("meaning")
    return terms
