"""Text in Vietnamese encodings from before Unicode: recognised, and converted only when asked.

Such text is never read as it stands with certainty, and it is never converted in silence. Proper
text must not be taken for it, so that without the word of a font the evidence has to be a sign in
a place where no other language has it, and every word has to become a Vietnamese syllable.

Give ``detect`` and ``convert`` the text as the cell holds it: the soft hyphen, which cleaning
takes away, is a letter in TCVN3.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import cache

from eipcheck.workbook.legacy_tables import (
    MINUS,
    SOFT_HYPHEN,
    TCVN3,
    VNI,
    VNI_UNTOLD,
    VNI_WESTERN,
)
from eipcheck.workbook.syllables import is_syllable


class Encoding(StrEnum):
    """How a text came to be wrong; the value is what people call it."""

    TCVN3 = "TCVN3"
    VNI = "VNI"
    WRONG_D = "ð/ñ"


_UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
"""Letters that no Windows-1252 text holds: with one of them a text is Unicode already."""

_LETTER = "[^\\W\\d_¹²³¼½¾]"
_WORD = re.compile(f"{_LETTER}+")
_TCVN3_WORD = re.compile(f"(?:{_LETTER}|[{re.escape(''.join(TCVN3))}])+")
_BROKEN_U = re.compile(f"[{MINUS}{SOFT_HYPHEN}]")
_BROKEN_WORD = re.compile(f"{_LETTER}+(?:[{MINUS}{SOFT_HYPHEN}]{_LETTER}+)+")
_WRONG_D = re.compile("[ðñÐÑ]")
_DS = str.maketrans("ðñÐÑ", "đđĐĐ")

_SIGNS_INSIDE = frozenset("¨¸¶¬ª«»¼½¾¹©µ")
"""Letters of TCVN3 that are signs elsewhere, and stand between two letters only in TCVN3."""
_SIGNS_ANYWHERE = frozenset("®·×÷¡¢£¤¥¦§" + MINUS + SOFT_HYPHEN) | _SIGNS_INSIDE
"""The same with those that other texts do hold beside a letter, as in ``£m`` or ``N·m``."""
_CAPITAL_INSIDE = re.compile("[a-z][ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖÝØÜÞ](?![A-Z])")
"""A foreign capital within a word in lower case: ``ViÖt``."""
_LEAST_LETTERS = 3
_FORMULA = re.compile("[A-Za-z].[A-Za-z]")
"""A product of two units, as in ``N·m``."""
_LEAST_WEAK_TCVN3 = 2
_LEAST_WEAK_VNI = 3
_LEAST_CAPITALS = 2


def detect(text: str, font: str | None = None) -> Encoding | None:
    """Say in which old encoding a text is, None for proper text and where it is not certain.

    ``font`` is the name of the cell's font: ``.Vn...`` and ``VNI-...`` need less evidence in the
    text. A text that is proper Vietnamese as it stands is taken as that whatever its font.
    """
    if text.isascii():
        return None
    text = unicodedata.normalize("NFC", text)
    if _UNICODE_ONLY.search(text):
        return _damage(text)
    if _is_proper(text):
        return None
    named = _named_by(font)
    tellers = {Encoding.VNI: _tells_vni, Encoding.TCVN3: _tells_tcvn3}
    told = [encoding for encoding, tells in tellers.items() if tells(text)]
    if told:  # both are hardly possible; then the font decides
        return named if named in told else told[0]
    return named if named and _fits_font(text, named) else _wrong_d(text)


def convert(text: str, encoding: Encoding, font: str | None = None) -> str:
    """Give the text in Unicode (NFC).

    TCVN3 has toned letters in lower case only. They become capitals where the font draws capitals
    (its name ends in ``H``) and where all other letters of the text are capitals.
    """
    text = unicodedata.normalize("NFC", text)
    if encoding is Encoding.WRONG_D:
        return _WORD.sub(lambda m: _with_d(m[0]), text)
    if encoding is Encoding.VNI:
        return unicodedata.normalize("NFC", _WORD.sub(lambda m: _from_vni(m[0]), text))
    if _UNICODE_ONLY.search(text):
        return _BROKEN_WORD.sub(lambda m: _with_u(m[0]), text)
    new = _TCVN3_WORD.sub(lambda m: _from_tcvn3(m[0]), text)
    return new.upper() if _is_for_capitals(font) or _is_in_capitals(text) else new


def _is_proper(text: str) -> bool:
    """Say whether a text of Windows-1252 letters is Vietnamese as it stands."""
    words = [w for w in _WORD.findall(text) if not w.isascii()]
    return bool(words) and all(map(_is_word, words)) and not _SIGNS_ANYWHERE & set(text)


def _is_word(word: str) -> bool:
    """Say whether a word is a syllable that is written as people write, not ``tÕ``."""
    return is_syllable(word) and (word[1:] == word[1:].lower() or word.isupper())


def _named_by(font: str | None) -> Encoding | None:
    name = (font or "").strip().casefold()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if re.match(r"vni[- ]", name) else None


def _is_for_capitals(font: str | None) -> bool:
    return _named_by(font) is Encoding.TCVN3 and (font or "").strip().endswith("H")


def _is_in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isascii() and c.isalpha()]
    return len(letters) >= _LEAST_CAPITALS and all(c.isupper() for c in letters)


def _from_tcvn3(word: str) -> str:
    """Convert a run of letters and old signs; a sign that stands alone, as in 5 ÷ 10, is kept."""
    alone = len(word) == 1 and not word.isalpha()
    return word if alone else "".join(TCVN3.get(c, c) for c in word)


def _from_vni(word: str) -> str:
    return _vni_piece().sub(_letter_of, word)


@cache
def _vni_piece() -> re.Pattern[str]:
    """Make the pattern of a letter with its marks, which few workbooks need."""
    return re.compile("|".join(sorted(VNI, key=len, reverse=True)), re.IGNORECASE)


def _letter_of(match: re.Match[str]) -> str:
    old = match[0]
    letter = VNI[old.lower()]
    return letter.upper() if old[0].isupper() else letter


def _with_d(word: str) -> str:
    """Put đ for a first ð or ñ where that makes a syllable, and in abbreviations (``NÐ``)."""
    if word.isupper() and not word.isascii() and word.replace("Ð", "D").isascii():
        return word.translate(_DS)
    new = word[0].translate(_DS) + word[1:]
    return new if is_syllable(new) else word


def _with_u(word: str) -> str:
    new = _BROKEN_U.sub("ư", word)
    return new if is_syllable(new) else word


def _damage(text: str) -> Encoding | None:
    """Say what is left of an old encoding in a text that is in Unicode otherwise."""
    if _BROKEN_U.search(text):
        for word in _BROKEN_WORD.findall(text):
            if _UNICODE_ONLY.search(word) and _with_u(word) != word:
                return Encoding.TCVN3
    return _wrong_d(text)


def _wrong_d(text: str) -> Encoding | None:
    """Find ð or ñ for đ before other Vietnamese letters: ``ðặc ñiểm``, ``Ðà``, not ``Peña``."""
    if not _WRONG_D.search(text):
        return None
    unicode_already = _UNICODE_ONLY.search(text) is not None
    for word in _WORD.findall(text):
        eth = word[0] in "ðÐ" and not word[1:].isascii()
        n_tilde = word[0] in "ñÑ" and unicode_already and not word[1:].isascii()
        if (eth or n_tilde) and _with_d(word) != word:
            return Encoding.WRONG_D
    return None


def _fits_font(text: str, encoding: Encoding) -> bool:
    """Say whether more words than not become syllables, and more than were so before."""
    words, change = _old_words(text, encoding)
    before = sum(_is_word(w) for w in words)
    after = sum(is_syllable(change(w)) for w in words)
    return after > before and 2 * after >= len(words)


def _old_words(text: str, encoding: Encoding) -> tuple[list[str], Callable[[str], str]]:
    """Give the words that an encoding would change, and how."""
    if encoding is Encoding.VNI:
        return [w for w in _WORD.findall(text) if not w.isascii()], _from_vni
    words = (w for w in _TCVN3_WORD.findall(text) if not w.isascii())
    return [w for w in words if len(w) > 1 or w.isalpha()], _from_tcvn3


def _tells_vni(text: str) -> bool:
    words, change = _old_words(text, Encoding.VNI)
    if not words or not all(is_syllable(change(w)) for w in words):
        return False
    pieces = {m[0] for w in words for m in _vni_piece().finditer(w)}
    if any(piece[0].islower() and piece[-1].isupper() for piece in pieces):
        return False
    pairs = {p.lower() for p in pieces if len(p) > 1} - VNI_UNTOLD
    weak = len(pairs & VNI_WESTERN) + any(w[0] in "ñÑ" for w in words)
    return bool(pairs - VNI_WESTERN) or (bool(pairs) and weak >= _LEAST_WEAK_VNI)


def _tells_tcvn3(text: str) -> bool:
    words, change = _old_words(text, Encoding.TCVN3)
    if not words or not all(is_syllable(change(w)) for w in words):
        return False
    if any(_tells_alone(w) for w in words):
        return True
    weak = {w for w in words if len(w) >= _LEAST_LETTERS and _SIGNS_ANYWHERE & set(w)}
    return sum(not _FORMULA.fullmatch(w) for w in weak) >= _LEAST_WEAK_TCVN3


def _tells_alone(word: str) -> bool:
    """Say whether a word holds what no proper text does: a sign, or a capital, in its midst."""
    if any(c in _SIGNS_INSIDE for c in word[1:-1]):
        return True
    return _CAPITAL_INSIDE.search(word) is not None and not is_syllable(word)
