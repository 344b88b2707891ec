"""The comparison of two criteria sets as JSON: codes and ids, and what the author tells."""

from __future__ import annotations

from eipcheck.model.criterion import Change, Reading
from eipcheck.model.difference import Compared, Comparison, Entry, Side
from eipcheck.model.text import Text
from eipcheck.reporting.json_values import Json, day
from eipcheck.reporting.unseen import json_text

SCHEMA_VERSION = "1.0"


def comparison_json(comparison: Comparison) -> str:
    """Write a comparison as JSON text."""
    document: Json = {
        "schema_version": SCHEMA_VERSION,
        "before": _side(comparison.before),
        "after": _side(comparison.after),
        "lineage": comparison.lineage.value,
        "changes": [_entry(entry) for entry in comparison.entries],
        "outside": [
            {"effect": change.effect.value, "told": _told(change)} for change in comparison.outside
        ],
        "readings": [
            {"before": _reading(old), "after": _reading(new)} for old, new in comparison.readings
        ],
    }
    return json_text(document)


def _side(side: Side) -> Json:
    criteria = side.criteria
    return {
        "id": criteria.id,
        "version": criteria.version,
        "sha256": criteria.sha256,
        "on": day(side.on),
    }


def _entry(entry: Entry) -> Json:
    return {
        "effect": entry.shift.value,
        "proven": entry.proven,
        "told": None if entry.change is None else _told(entry.change),
        "criteria": [_compared(each) for each in entry.criteria],
    }


def _told(change: Change) -> Json:
    return {
        "topic": _text(change.topic),
        "before": _text(change.before),
        "after": _text(change.after),
        "confidence": change.confidence,
    }


def _text(text: Text) -> Json:
    return {"vi": text.vi, "en": text.en}


def _compared(each: Compared) -> Json:
    old, new = each.old, each.new
    return {
        "before": None if old is None else {"id": old.id, "clause": old.clause},
        "after": None if new is None else {"id": new.id, "clause": new.clause},
        "effect": each.shift.value,
        "differences": [
            {"part": facet.value, "effect": shift.value} for facet, shift in each.differences
        ],
    }


def _reading(reading: Reading | None) -> Json:
    if reading is None:
        return None
    return {
        "id": reading.id,
        "default": reading.default,
        "options": [option.id for option in reading.options],
    }
