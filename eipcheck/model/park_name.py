"""Which names of parks are the same name, written in another way."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NOT_WORDS = re.compile(r"[\W_]+")
_LETTERS: Final = {0x111: "d", 0xF0: "d"}
"""Letters whose stroke is no mark that can be taken away; the second is often typed for đ."""
_KIND = re.compile(
    r"^(?:khu cong nghiep|kcn|industrial (?:park|zone))\b\s*"
    r"|\s*\b(?:industrial (?:park|zone)|ip|iz)(?=(?: (?:\d+|[ivx]+))?$)"
)
"""What says that it is a park: before its name, or behind, where a number may follow."""
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NUMERALS: Final = {roman: str(number) for number, roman in enumerate(_ROMAN, start=1)}


def folded(text: str) -> str:
    """Give the words of a name without marks, signs and capitals."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_WORDS.sub(" ", letters).strip()


def park_key(name: str) -> str:
    """Give what is the same for all ways to write the name of a park; empty for no name.

    "KCN Trà Nóc II", "Khu công nghiệp Tra Noc 2" and "Trà Nóc 2 Industrial Park" are one park;
    "Trà Nóc 1", and "Hòa Khánh mở rộng" beside "Hòa Khánh", are others. Only a number at the end
    may be Roman.
    """
    words = folded(name)
    bare = _KIND.sub("", words).strip() or words
    head, space, last = bare.rpartition(" ")
    return f"{head} {_NUMERALS.get(last, last)}" if space else bare
