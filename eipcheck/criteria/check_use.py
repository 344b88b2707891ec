"""Checks what a set declares against what its criteria use, and its sources against their words."""

from __future__ import annotations

from eipcheck.criteria.load import Loaded
from eipcheck.criteria.reader import Map
from eipcheck.model.criterion import Kind

_SEEN = ("V", "P")
"""Confidence of a text that somebody saw or read about: it can be found again."""


def check_use(loaded: Loaded) -> None:
    """Report what nothing uses, questions that nothing decides, and sources without an address."""
    names = loaded.names
    _report_unused(loaded.top, "readings", "C505", names.used_readings)
    _report_unused(loaded.top, "terms", "C506", names.used_terms)
    _report_unused(loaded.top, "clauses", "C507", names.used_clauses)
    _report_unused(loaded.top, "questions", "C533", names.used_questions)
    _report_unused(loaded.top, "parameters", "C534", names.used_parameters)
    _check_questions(loaded)
    for criterion in loaded.criteria_set.criteria:
        source = criterion.source
        if source.confidence in _SEEN and not source.urls:
            card = loaded.cards[criterion.id]
            if isinstance(card.data.get("source"), dict):
                code = source.confidence
                card.map("source").report("C440", "confidence", id=criterion.id, confidence=code)


def _report_unused(top: Map, key: str, code: str, used: set[str]) -> None:
    for part in top.maps(key, required=False, blank=True):
        name = part.data.get("id")
        if isinstance(name, str) and name not in used:
            part.report(code, "id", id=name)


def _check_questions(loaded: Loaded) -> None:
    """Report questions on which only advisories bear: their answer would always stay open."""
    decided = {c.question for c in loaded.criteria_set.criteria if c.kind is not Kind.ADVISORY}
    used = loaded.names.used_questions
    for part in loaded.top.maps("questions", required=False, blank=True):
        name = part.data.get("id")
        if isinstance(name, str) and name in used and name not in decided:
            part.report("C535", "id", id=name)
