"""Writes plain data as YAML on one line, so that it can be shown, copied and read again."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*|[0-9]+(?:\.[0-9]+)? %")
_SPECIAL = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null"})


def flow(data: object) -> str:
    """Write texts, numbers, dates, truth values, lists and mappings as the files hold them."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{_text(key)}: {flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(flow, data)) + "]"
    if data is None:
        return "null"
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, Decimal):
        return f"{data:f}"
    return data.isoformat() if isinstance(data, date) else _text(str(data))


def _text(text: str) -> str:
    """Quote what a reader of YAML would not take for this very text."""
    if _PLAIN.fullmatch(text) and text.lower() not in _SPECIAL:
        return text
    return json.dumps(text, ensure_ascii=False)
