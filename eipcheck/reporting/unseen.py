"""Characters that nobody sees, and that change how a text is shown or what a terminal does."""

from __future__ import annotations

import re
from functools import cache

import msgspec

_UNSEEN = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x061C,  # a direction mark
    *range(0x200B, 0x2010),  # zero width, direction marks
    *range(0x2028, 0x202F),  # separators, direction overrides
    *range(0x2060, 0x2070),
    0xFEFF,
    0xFFFE,
    0xFFFF,
)
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
"""Halves of characters, as they stand for the bytes of a file name that is no Unicode."""

_TO_SPACE = dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), " ")
CLEAN = dict.fromkeys(_UNSEEN) | _TO_SPACE | _HALVES
"""What takes these characters out of a text, by ``str.translate``; line ends become spaces."""

_ESCAPES = {code: f"\\u{code:04x}" for code in _UNSEEN if code > ord(" ")} | _HALVES


@cache
def _escaped() -> re.Pattern[str]:
    """Compile what most runs of the program do not need."""
    return re.compile(f"[{''.join(map(re.escape, map(chr, _ESCAPES)))}]")


def json_text(document: object) -> str:
    """Write a document as JSON that may be printed: what nobody sees stands there as escapes."""
    try:
        text = msgspec.json.format(msgspec.json.encode(document), indent=1).decode()
    except UnicodeEncodeError:  # halves of characters
        import json  # noqa: PLC0415 - hardly any text holds them

        text = json.dumps(document, ensure_ascii=False, indent=1)
    # Few texts hold any of them, and to look is much faster than to translate.
    return (text.translate(_ESCAPES) if _escaped().search(text) else text) + "\n"
