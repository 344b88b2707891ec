"""The comparison of two assessments as JSON: codes and ids, without sentences.

The shape is published as ``progress-1.schema.json`` beside this module.
"""

from __future__ import annotations

import msgspec

from eipcheck.reporting.assessment_document import Document, Finding
from eipcheck.reporting.json_values import Json, day
from eipcheck.reporting.progress import Change, Progress, SetProgress
from eipcheck.reporting.unseen import json_text

SCHEMA_VERSION = "1.0"


def progress_json(progress: Progress) -> str:
    """Write a comparison as JSON text."""
    document: Json = {
        "schema_version": SCHEMA_VERSION,
        "before": _side(progress.old),
        "after": _side(progress.new),
        "other_park": progress.other_park,
        "regressed": progress.regressed,
        "sets": [_set(one) for one in progress.sets],
        "only_before": list(progress.only_old),
        "only_after": list(progress.only_new),
    }
    return json_text(document)


def _side(document: Document) -> Json:
    return {
        "file": document.input.file,
        "sha256": document.input.sha256,
        "park": document.park,
        "as_of": day(document.dates.assessment.on),
        "audience": document.audience,
        "tool": document.tool.version,
    }


def _set(one: SetProgress) -> Json:
    return {
        "id": one.new.set.id,
        "versions": [one.old.set.version, one.new.set.version],
        "changes": [_change(change) for change in one.changes],
        "same": one.same,
    }


def _change(change: Change) -> Json:
    return {
        "id": change.id,
        "turn": change.turn.value,
        "before": _finding(change.old),
        "after": _finding(change.new),
        "causes": [{"cause": c.value, "before": a, "after": b} for c, a, b in change.causes],
        "rows": [
            {"event": r.event.value, "name": r.name, "code": r.code, "qualifies": r.qualifies}
            for r in change.rows.rows
        ],
        "unmatched": change.rows.unmatched,
    }


def _finding(finding: Finding | None) -> Json:
    if finding is None:
        return None
    observed: Json = msgspec.to_builtins(finding.observed)
    proven: Json = msgspec.to_builtins(finding.observed_evidenced)
    target: Json = msgspec.to_builtins(finding.target)
    return {
        "verdict": finding.verdict.value,
        "verdict_evidenced": finding.verdict_evidenced.value,
        "observed": observed,
        "observed_evidenced": proven,
        "target": target,
        "complete": None if finding.rows is None else finding.rows.complete,
    }
