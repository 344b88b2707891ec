"""The two old Vietnamese encodings as a workbook of today holds them.

A file of the 1990s stored bytes that only its font knew how to draw; opened today, each byte is
the character of Windows-1252 in its place: ``C«ng ty`` for ``Công ty``. TCVN3 (ABC fonts) gives
each letter one byte and has toned letters in lower case only: fonts for capitals draw the same
bytes as capitals. VNI writes a letter followed by a byte for its marks.
"""

from __future__ import annotations

import unicodedata

_TCVN3_LETTERS = {
    "¡¢£¤¥¦§": "ĂÂÊÔƠƯĐ",
    "¨©ª«¬\u00ad®": "ăâêôơưđ",
    "µ¸¶·¹": "àáảãạ",
    "»¾¼½Æ": "ằắẳẵặ",
    "ÇÊÈÉË": "ầấẩẫậ",
    "ÌÐÎÏÑ": "èéẻẽẹ",
    "ÒÕÓÔÖ": "ềếểễệ",
    "×ÝØÜÞ": "ìíỉĩị",
    "ßãáâä": "òóỏõọ",
    "åèæçé": "ồốổỗộ",
    "êíëìî": "ờớởỡợ",
    "ïóñòô": "ùúủũụ",
    "õøö÷ù": "ừứửữự",
    "úýûüþ": "ỳýỷỹỵ",
}
MINUS = "\u2212"
SOFT_HYPHEN = "\u00ad"
TCVN3: dict[str, str] = {
    old: new for olds, news in _TCVN3_LETTERS.items() for old, new in zip(olds, news, strict=True)
} | {MINUS: "ư"}
"""Old character to letter. Programs that read PDF turn the soft hyphen, ư, into a minus sign."""

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_TONE_MARKS = {"ø": _GRAVE, "ù": _ACUTE, "õ": _TILDE, "û": _HOOK, "ï": _DOT}
_CIRCUMFLEX_MARKS = {"â": "", "à": _GRAVE, "á": _ACUTE, "ã": _TILDE, "å": _HOOK, "ä": _DOT}
_BREVE_MARKS = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ü": _TILDE, "ú": _HOOK, "ë": _DOT}
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    """Give the old sequences in lower case: a letter alone, or with the mark that follows it."""
    table = dict(_VNI_LETTERS)
    for base in "aeiouyôö":
        letter = _VNI_LETTERS.get(base, base)
        for mark, tone in _TONE_MARKS.items():
            table[base + mark] = unicodedata.normalize("NFC", letter + tone)
    for bases, quality, marks in (
        ("aeo", _CIRCUMFLEX, _CIRCUMFLEX_MARKS),
        ("a", _BREVE, _BREVE_MARKS),
    ):
        for base in bases:
            for mark, tone in marks.items():
                table[base + mark] = unicodedata.normalize("NFC", base + quality + tone)
    return table


VNI: dict[str, str] = _vni()
"""Old sequence in lower case to letter; ``í`` and ``ì`` are themselves."""

VNI_UNTOLD = frozenset({"oà", "oá", "oã"})
"""Pairs that occur in proper Vietnamese (``toàn``), so that they tell nothing."""

_WESTERN = "aï eï oï uï aë aé aè aê aü aú aá aà aã aä aå eá où oõ oå"
VNI_WESTERN = frozenset(_WESTERN.split())
"""Pairs that a French, Spanish, Irish or Nordic name may hold (``Loïc``): one proves nothing."""
