"""Reports about criteria as SARIF 2.1.0, which code hosts show beside the lines of a change."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from eipcheck.model.place import Line, Place
from eipcheck.model.problem import Severity
from eipcheck.model.text import Language
from eipcheck.reporting.ci import CiReport, Told, file_of, told
from eipcheck.reporting.codes import code_words, labelled
from eipcheck.reporting.json_values import Json
from eipcheck.reporting.unseen import json_text
from eipcheck.version import __version__

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "SRCROOT"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def ci_sarif(report: CiReport, language: Language) -> str:
    """Write a report as SARIF; the rules are the codes that occur, in words of the catalogue.

    Addresses of files below the current folder are relative to it.
    """
    found = told(report, language)
    codes = sorted({each.problem.code for each in found})
    run: Json = {
        "tool": {
            "driver": {
                "name": "eipcheck",
                "version": __version__,
                "semanticVersion": __version__,
                "language": language,
                "rules": [_rule(code, language) for code in codes],
            }
        },
        "automationDetails": {"id": f"eipcheck/criteria-{report.command}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the run."}}},
        "results": [_result(each, codes) for each in found],
    }
    document: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(document)


def _rule(code: str, language: Language) -> Json:
    words = code_words(code, language)
    assert words is not None, code
    told_parts = labelled(words, language)
    return {
        "id": code,
        "shortDescription": {"text": words.what},
        "fullDescription": {"text": f"{words.what} {words.why}".rstrip()},
        "help": {"text": "\n".join(f"{label}: {text}" for label, text in told_parts)},
        "defaultConfiguration": {"level": "error"},
    }


def _result(each: Told, codes: list[str]) -> Json:
    problem = each.problem
    locations: list[Json] = [_location(problem.place)]
    related: list[Json] = [_location(other) for other in dict.fromkeys(problem.other_places)]
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": _LEVELS[problem.severity],
        "message": {"text": each.text},
        "locations": locations,
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"problem/v1": _fingerprint(each)},
    }


def _location(place: Place) -> Json:
    physical: dict[str, Json] = {"artifactLocation": _artifact(file_of(place))}
    if isinstance(place, Line):
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": physical}


def _artifact(file: str) -> Json:
    path = Path(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": _ROOT}


def _fingerprint(each: Told) -> str:
    """Tell the same problem again after lines have moved."""
    parts = (each.problem.code, file_of(each.problem.place), each.case.name, each.what)
    return sha256("\0".join(parts).encode()).hexdigest()
