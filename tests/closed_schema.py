"""JSON Schemas made strict, so that a test sees what a schema does not name."""

from __future__ import annotations

from typing import Any


def closed(schema: Any) -> Any:
    """Give a copy of a schema that allows no key beyond those it names."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    copy = {key: closed(part) for key, part in schema.items()}
    if isinstance(schema.get("properties"), dict) and "$ref" not in schema:
        copy.setdefault("additionalProperties", False)
    return copy
