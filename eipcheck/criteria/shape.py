"""The parts of which the shapes of criteria files are made, each as JSON Schema says it.

A shape is written once: the loader takes from it the keys that a mapping may have, and the
schema that editors use is made of it. Beyond keys the loader reads by itself; a test proves that
it and the schema refuse the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


class Shape(frozenset[str]):
    """The keys that a mapping may have; ``schema`` says what each of them holds."""

    schema: Json


def shape(parts: Mapping[str, Json | Shape], **rules: object) -> Shape:
    """Make the shape of a mapping.

    Args:
        parts: what each key holds; a ``?`` after a key says that it may be left out.
        rules: keywords of JSON Schema for what hangs together.
    """
    made = Shape(key.removesuffix("?") for key in parts)
    properties = {key.removesuffix("?"): _schema(part) for key, part in parts.items()}
    required = [key for key in parts if not key.endswith("?")]
    made.schema = {
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
        **rules,
    }
    return made


def _schema(part: Json | Shape) -> Json:
    return part.schema if isinstance(part, Shape) else part


TEXT: Json = {"type": "string", "pattern": "\\S"}
FLAG: Json = {"type": "boolean"}
NUMBER: Json = {"type": "number"}
WHOLE: Json = {"type": "integer", "minimum": 0}
DAY: Json = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
PERCENT_FORM = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?%")


def matching(form: re.Pattern[str]) -> Json:
    """Give the schema of a text that is wholly of a form."""
    return {"type": "string", "pattern": f"^(?:{form.pattern})$"}


def word(allowed: Iterable[str] | type[StrEnum]) -> Json:
    """Give the schema of a text that is one of a few."""
    return {"enum": [str(each) for each in allowed]}


def many(part: Json | Shape, *, blank: bool = False) -> Json:
    """Give the schema of a list; ``blank`` allows an empty one."""
    return {"type": "array", "items": _schema(part), **({} if blank else {"minItems": 1})}


def named(part: Json | Shape) -> Json:
    """Give the schema of a mapping whose keys are names, such as ids of fields."""
    return {"type": "object", "additionalProperties": _schema(part)}


def either(*parts: Json | Shape) -> Json:
    """Give the schema of what may be written in several ways."""
    return {"anyOf": [_schema(part) for part in parts]}


def ref(name: str) -> Json:
    """Give the schema of something that is defined under a name; see ``schema``."""
    return {"$ref": f"#/definitions/{name}"}


def one_kind(kinds: Mapping[str, Json | Shape]) -> Json:
    """Give the schema of a mapping with exactly one key, its kind."""
    made = shape({f"{kind}?": part for kind, part in kinds.items()})
    return {**made.schema, "minProperties": 1, "maxProperties": 1}


def by_reading(part: Json | Shape) -> Shape:
    """Make the shape of ``{by_reading: {reading: {option: ...}}}``."""
    options = {**named(part), "minProperties": 1}
    return shape({"by_reading": {**named(options), "minProperties": 1, "maxProperties": 1}})


def maybe_by_reading(part: Json | Shape) -> Json:
    """Give the schema of something that may depend on a reading."""
    return either(part, by_reading(part))


def when(condition: Json, then: Json) -> Json:
    """Give the schema that asks for ``then`` where a mapping fits ``condition``."""
    return {"if": condition, "then": then}


def holding(**parts: Json) -> Json:
    """Give the schema of a mapping that has all of these keys, whatever else it has."""
    return {"required": list(parts), "properties": parts}


WORDS: Json = ref("words")
"""A text in every language."""
