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
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ETHS = str.maketrans({"ð": "đ", "Ð": "Đ"})
_BETWEEN_WORDS = re.compile(r"[\s.,;:/\\()\[\]\"'“”‘’«»&_\-‐-―−·•]+")
_DOUBT = re.compile(
    r"[?~\u2248\u2260\u00ac<>\u2264\u2265\u00b1=\u2192\u2193\u2610\u25a1\u25fb\u2717\u2718\u2715\u2716\u274c\u00d7/\\%]|\.\.|\u2026"
)
"""Signs that take an answer back: question marks, empty boxes, crosses, alternatives."""
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


@lru_cache(maxsize=4096)
def toned(text: str) -> str:
    """Reduce words to letters and marks, the tone of each word last: ``Hoà`` and ``Hòa`` are one.

    Unlike ``fold`` it keeps the marks, by which names differ, and signs such as ``+``.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_INVISIBLE).translate(_ETHS))
    words = _BETWEEN_WORDS.sub(" ", text.casefold()).split()
    return " ".join(w if w.isascii() else _tone_last(w) for w in words)


def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in _TONES)
    return "".join(c for c in letters if c not in _TONES) + tones if tones else letters


def unmarked(key: str) -> str:
    """Take the marks away from words that ``toned`` has reduced; ``đ`` becomes ``d``."""
    return key if key.isascii() else _MARKS.sub("", key).translate(_LETTERS)


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """Put a heading that was broken over lines onto one line."""
    return _SPACES.sub(" ", clean(text))


@lru_cache(maxsize=4096)
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


def doubtful(text: str) -> bool:
    """Say whether an answer holds a sign that takes it back: ``Có?``, ``☐ Có``, ``Không/có``."""
    return _DOUBT.search(text) is not None
