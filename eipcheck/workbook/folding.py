"""How words are compared: without case, marks, punctuation, or the way Unicode spells them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_SPACES = re.compile(r"\s+")
_MARKS = re.compile("[\u0300-\u036f]+")
_NOT_WORDS = re.compile(r"[\W_]+")
_BRACKET = re.compile(r"^(.*\S)\s*[(\[]([^()\[\]]*)[)\]]\s*$", re.DOTALL)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_LETTERS = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})
_SIMILAR = 0.72
"""The least likeness (difflib ratio) of a suggestion; below it a guess misleads."""


def clean(text: str) -> str:
    """Compose the letters (NFC) and take away what nobody sees: outer and odd spaces."""
    if text.isascii():
        return text.strip()
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ").strip()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Reduce words to what counts in a comparison: ``Mã  số-thuế`` becomes ``ma so thue``.

    Signs without letters or digits, such as ``-``, fold to the empty string.
    """
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_LETTERS)))
    return _NOT_WORDS.sub(" ", text.casefold()).strip()


def one_line(text: str) -> str:
    """Put a heading that was broken over lines onto one line."""
    return _SPACES.sub(" ", clean(text))


def split_bracket(text: str) -> tuple[str, str]:
    """Split off a last pair of brackets: ``Area (ha)`` gives ``Area`` and ``ha``."""
    match = _BRACKET.match(text)
    return (match[1], match[2]) if match else (text, "")


def closest(text: str, candidates: Iterable[str]) -> str | None:
    """Give the candidate that looks most like ``text``, None where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  (only wrong workbooks need it)

    folded = {fold(c): c for c in candidates}
    near = get_close_matches(fold(text), folded, n=1, cutoff=_SIMILAR)
    return folded[near[0]] if near else None
