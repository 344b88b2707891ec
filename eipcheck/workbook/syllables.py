"""Whether a word has the shape of a Vietnamese syllable: onset, vowels, ending, one tone."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ACUTE_OR_DOT = frozenset("\u0301\u0323")
_STOPS = ("p", "t", "c", "ch")
_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_ENDINGS = {
    "a": "- c ch i m n ng nh o p t u y k",
    "ă": "c m n ng p t k",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": "- c i m n ng p t",
    "oo": "c ng",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": "- n o t",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- a c i m n ng p t",
    "uâ": "n ng t y",
    "uê": "- ch n nh",
    "uô": "c i m n ng t",
    "uơ": "-",
    "uy": "- a ch n nh p t u",
    "uyê": "n t",
    "ư": "- a c i n ng t u",
    "ươ": "c i m n ng p t u",
    "y": "- nh t u",
    "yê": "m n ng t u",
}
_RIMES = frozenset(
    vowels + ending.strip("-") for vowels, endings in _ENDINGS.items() for ending in endings.split()
)


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Say whether a word, in any case and Unicode form, can be a Vietnamese syllable.

    ``k`` may end one, for ``Đắk Lắk``. An ending p, t, c or ch takes one of two tones only.
    """
    letters = unicodedata.normalize("NFD", word.casefold())
    tones = [c for c in letters if c in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    if plain.endswith(_STOPS) and not _ACUTE_OR_DOT.issuperset(tones or " "):
        return False
    return plain in _RIMES or any(
        plain.removeprefix(onset) in _RIMES for onset in _ONSETS.split() if plain.startswith(onset)
    )
