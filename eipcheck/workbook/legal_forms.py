"""The legal form within the name of an enterprise, in the ways in which people shorten it."""

from __future__ import annotations

from functools import lru_cache

from eipcheck.workbook.folding import toned, unmarked

_COMPANY = ""
"""Says only that it is a company: a name with these words and one without them are the same."""

_FORMS = {
    _COMPANY: ("công ty", "công ti", "cty", "c ty", "company"),
    "tnhh": (
        "trách nhiệm hữu hạn",
        "tnhh",
        "company limited",
        "limited company",
        "limited liability company",
        "co limited",
        "co ltd",
        "limited",
        "ltd",
    ),
    "cp": ("công ty cổ phần", "cổ phần", "ctcp", "cp", "joint stock company", "joint stock", "jsc"),
    "mtv": (
        "một thành viên",
        "1 thành viên",
        "mtv",
        "1tv",
        "one member",
        "single member",
    ),
    "dntn": ("doanh nghiệp tư nhân", "dntn", "private enterprise"),
    "htx": ("hợp tác xã", "htx", "cooperative"),
}
"""Legal forms by the words for them. Two names are the same only if their forms are: there may
well be a limited company An Bình beside a joint stock company An Bình."""

_WORDS = {
    tuple(unmarked(key).split()): (form, key.split())
    for form, ways in _FORMS.items()
    for key in map(toned, ways)
}
_LONGEST = max(map(len, _WORDS))
_FIRST = frozenset(words[0] for words in _WORDS)


@lru_cache(maxsize=4096)
def split_form(key: str) -> tuple[str, ...] | None:
    """Split a name into what is left without its legal form, and the ids of its forms.

    Args:
        key: the name as ``folding.toned`` reduces it.

    Returns:
        The name without its form, then the sorted ids; None where no name is left.
    """
    words = key.split()
    plain = [unmarked(word) for word in words]
    left: list[str] = []
    forms: set[str] = set()
    at = 0
    while at < len(words):
        form, length = _form_at(words, plain, at)
        if form is None:
            left.append(words[at])
        else:
            forms.add(form)
        at += length
    return (" ".join(left), *sorted(forms - {_COMPANY})) if left else None


def _form_at(words: list[str], plain: list[str], at: int) -> tuple[str | None, int]:
    """Give the form that the words from here on name, and how many words that takes.

    A word counts with all its marks or without any: ``cỏ phân`` is no ``cổ phần``.
    """
    longest = min(_LONGEST, len(words) - at) if plain[at] in _FIRST else 0
    for length in range(longest, 0, -1):
        part = slice(at, at + length)
        form, marked = _WORDS.get(tuple(plain[part]), (None, []))
        if form is not None and all(
            word in ways for word, *ways in zip(words[part], plain[part], marked, strict=True)
        ):
            return form, length
    return None, 1
