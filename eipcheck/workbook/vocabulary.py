"""What words in cells stand for: yes, no, zero, missing, units; documents and enterprises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct, field

from eipcheck.model.dictionary import DataDictionary, Field
from eipcheck.model.text import Language
from eipcheck.model.unit import unit_key
from eipcheck.workbook.folding import clean, closest, doubtful, fold, one_line, toned, unmarked
from eipcheck.workbook.layout import NO, YES
from eipcheck.workbook.register import NO_REGISTER, Register

_ONE = Decimal(1)
_TOO_LITTLE = frozenset({"dung", "roi"})
"""Words that without marks mean the opposite as well: right or stop, already or leave."""

_SHORTEST = 2
"""Words of so few letters are like too many others to suggest a unit for them."""


class Vocabulary(Struct, frozen=True, kw_only=True):
    """Everything that is needed to understand a cell, besides its field.

    ``units`` gives, by ``unit_key``, the unit that a name belongs to and the factor that turns its
    figures into that unit. ``incomplete`` gives, by unit, the words that lack a period or currency.
    ``documents`` maps ids of the evidence sheet, without case, to the ids as written there.
    ``epoch_1904`` says that the workbook counts its days from 1904.
    """

    language: Language
    yes: frozenset[str]
    no: frozenset[str]
    zero: frozenset[str]
    missing: frozenset[str]
    units: Mapping[str, tuple[str, Decimal]]
    unit_labels: Mapping[str, str]
    incomplete: Mapping[str, frozenset[str]] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)
    register: Register = NO_REGISTER
    epoch_1904: bool = False

    def factor(self, text: str, unit: str) -> Decimal | None:
        """Give the number that turns figures in ``text`` into ``unit``, 1 for the unit itself.

        None where ``text`` names no unit that turns into it.
        """
        found, factor = self.units.get(unit_key(text), ("", _ONE))
        return factor if found == unit else None

    def unit_id(self, text: str) -> str | None:
        """Give the unit of the dictionary that a text names or turns into, None for no unit."""
        found = self.units.get(unit_key(text))
        return found[0] if found else None

    def is_unit(self, text: str) -> bool:
        """Say whether a text names a unit of any kind, or a part of one."""
        key = unit_key(text)
        return key in self.units or any(key in words for words in self.incomplete.values())

    def is_incomplete(self, text: str, unit: str) -> bool:
        """Say whether a text lacks something, such as the period, to be ``unit`` or any other."""
        return unit_key(text) in self.incomplete.get(unit, ())

    def like_unit(self, text: str, unit: str) -> str | None:
        """Give the name of ``unit`` that a text may misspell; None for words that are no unit."""
        key = unit_key(text)
        names = [n for n, (found, factor) in self.units.items() if found == unit and factor == 1]
        near = closest(key, names) if len(key) > _SHORTEST and key not in self.units else None
        return self.unit_labels[unit] if near else None


@lru_cache(maxsize=64)  # the same for every workbook
def make_vocabulary(dictionary: DataDictionary, language: Language) -> Vocabulary:
    """Take the words of the dictionary; documents and enterprises come from the workbook."""
    words = dictionary.words
    return Vocabulary(
        language=language,
        yes=_keys((*words.yes, YES.vi, YES.en)),
        no=_keys((*words.no, NO.vi, NO.en)),
        zero=_keys(words.zero),
        missing=_keys(words.missing),
        units={
            unit_key(name): (unit.id, factor)
            for unit in dictionary.units
            for name, factor in unit.names()
        },
        unit_labels={u.id: u.label.in_(language) for u in dictionary.units},
        incomplete={
            u.id: frozenset(map(unit_key, u.incomplete)) for u in dictionary.units if u.incomplete
        },
    )


def means(text: str, words: frozenset[str]) -> bool:
    """Say whether a cleaned text is one of the words, in any case and with or without marks."""
    return text.casefold() in words or word_key(text) in words


def word_key(text: str) -> str:
    """Reduce an answer to what counts: marks stay where it has any, since they tell words apart.

    ``Dừng`` is no ``Đúng``. Empty for an answer with a sign of doubt, such as ``Có?``.
    """
    if doubtful(text):
        return ""
    key = toned(text)
    return fold(text) if key == unmarked(key) else key


def _keys(words: Iterable[str]) -> frozenset[str]:
    said = tuple(words)
    keys = {clean(w).casefold() for w in said} | {toned(w) for w in said}
    return frozenset(keys | {fold(w) for w in said} - _TOO_LITTLE) - {""}


@lru_cache(maxsize=4096)
def choice_index(field: Field) -> Mapping[str, str]:
    """Give the ids of the choices by id, label and alias, exact and folded.

    Exact words win; folded words that two choices share stand for neither.
    """
    exact: dict[str, str] = {}
    loose: dict[str, str] = {}
    for choice in field.choices:
        for word in (choice.id, choice.label.vi, choice.label.en, *choice.aliases):
            exact.setdefault(one_line(word).casefold(), choice.id)
            for key in {fold(word), toned(word)}:
                loose[key] = choice.id if loose.get(key, choice.id) == choice.id else ""
    return {word: c for word, c in (loose | exact).items() if word}
