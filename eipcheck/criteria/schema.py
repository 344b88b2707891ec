"""The JSON Schema of each kind of criteria file, made of the shapes that the loader reads by."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from eipcheck.criteria.shape import TEXT, Json, Shape, by_reading, many, one_kind, shape
from eipcheck.criteria.shapes_data import (
    ADDITION,
    CASE_FILE,
    DICTIONARY,
    EQUIVALENT_LIST,
    MAPPING,
    RUN_OPTIONS,
    WAIVER,
)
from eipcheck.criteria.shapes_set import (
    BY_READING,
    CLAUSE_FILE,
    CONDITIONS,
    MEASURES,
    PLAIN,
    PLAIN_TARGET,
    SET,
)
from eipcheck.model import condition, measure
from eipcheck.model.text import LANGUAGES

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that every editor knows."""


class FileKind(Struct, frozen=True):
    """A kind of file: its name, where such files stand, and what they hold."""

    name: str
    where: str
    schema: Json


KINDS: Mapping[str, FileKind] = {
    kind.name: kind
    for kind in (
        FileKind("set", "criteria/SET/set.yaml", SET.schema),
        FileKind("clause", "criteria/SET/CLAUSE.yaml", CLAUSE_FILE.schema),
        FileKind("cases", "criteria/SET/tests/*.yaml", CASE_FILE.schema),
        FileKind("added-fields", "criteria/SET/fields.yaml", ADDITION.schema),
        FileKind("fields", "criteria/fields.yaml", DICTIONARY.schema),
        FileKind("mapping", "criteria/mappings/*.yaml", MAPPING.schema),
        FileKind("equivalent", "criteria/SET/mutants/equivalent.yaml", EQUIVALENT_LIST.schema),
        FileKind("options", "options.yaml", RUN_OPTIONS.schema),
        FileKind("waivers", "waivers.yaml", many(WAIVER)),
    )
}

_MEANT: Mapping[str, type] = {
    "is": condition.Is,
    "in": condition.In,
    "at_least": condition.AtLeast,
    "at_most": condition.AtMost,
    "valid_on": condition.ValidOn,
    "within": condition.Within,
    "differ": condition.Differ,
    "has_row": condition.HasRow,
    "holds": measure.Holds,
    "all": condition.All,
    "any": condition.AnyOf,
    "not": condition.Not,
    "either": condition.Either,
    BY_READING: condition.ConditionByReading,
}
_MEASURED: Mapping[str, type] = {
    "answer": measure.Answer,
    "value": measure.FactValue,
    "sum": measure.FactSum,
    "ratio": measure.Ratio,
    "share": measure.Share,
    "count": measure.Count,
    "row_sum": measure.RowSum,
    "every": measure.Every,
    "none": measure.NoneOf,
    "each_year": measure.EachYear,
    "either": measure.EitherMeasure,
    "average": measure.Average,
    BY_READING: measure.MeasureByReading,
}
"""What a kind becomes; its description is what editors show of the kind."""


def _explained(kinds: Mapping[str, Json | Shape], meant: Mapping[str, type]) -> Json:
    """Give the schema of one of several kinds, each with its meaning."""
    schema = one_kind(kinds)
    parts = {
        kind: {"description": _first_words(meant[kind]), "allOf": [part]} if kind in meant else part
        for kind, part in schema["properties"].items()
    }
    return {**schema, "properties": parts}


def _first_words(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].replace("``", "").split())


_DEPENDS = {"required": [BY_READING]}
_DEFINITIONS: Mapping[str, Json] = {
    "words": shape(dict.fromkeys(LANGUAGES, TEXT)).schema,
    "condition": _explained(CONDITIONS, _MEANT),
    "measure": _explained(MEASURES, _MEASURED),
    "plain_target": PLAIN.schema,
    "target": {"if": _DEPENDS, "then": by_reading(PLAIN_TARGET).schema, "else": PLAIN_TARGET},
}


def schema_text(kind: FileKind) -> str:
    """Write the schema of a kind of file as JSON text."""
    used: dict[str, Json] = {}
    waiting = [kind.schema]
    while waiting:
        for name in _references(waiting.pop()):
            if name not in used:
                used[name] = _DEFINITIONS[name]
                waiting.append(used[name])
    document = {
        "$schema": DRAFT,
        "title": f"eipcheck {kind.name}: {kind.where}",
        **kind.schema,
        "definitions": {name: used[name] for name in sorted(used)},
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _references(part: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Give the names of the definitions that a schema refers to."""
    if isinstance(part, dict):
        if isinstance(found := part.get("$ref"), str):
            yield found.rpartition("/")[2]
        for value in part.values():
            yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)
