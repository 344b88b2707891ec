"""Characters that nobody sees, and that change how a text is shown or what a terminal does."""

from __future__ import annotations

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


def escape_json(text: str) -> str:
    """Write what nobody sees as escapes, so that JSON may be printed; it means the same."""
    return text.translate(_ESCAPES)
