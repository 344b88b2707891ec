"""What words in cells stand for: yes, no, zero, missing, units; documents and enterprises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from eipcheck.model.dictionary import DataDictionary, Field
from eipcheck.model.text import Language
from eipcheck.workbook.folding import clean, fold, one_line
from eipcheck.workbook.layout import NO, YES
from eipcheck.workbook.register import NO_REGISTER, Register


class Vocabulary(Struct, frozen=True, kw_only=True):
    """Everything that is needed to understand a cell, besides its field.

    ``documents`` maps ids of the evidence sheet, without case, to the ids as written there.
    """

    language: Language
    yes: frozenset[str]
    no: frozenset[str]
    zero: frozenset[str]
    missing: frozenset[str]
    units: Mapping[str, str]
    unit_labels: Mapping[str, str]
    documents: Mapping[str, str] = field(default_factory=dict)
    register: Register = NO_REGISTER

    def unit_of(self, text: str) -> str | None:
        """Give the id of a unit named by id or label, None for words that name none."""
        return self.units.get(unit_key(text))


def make_vocabulary(dictionary: DataDictionary, language: Language) -> Vocabulary:
    """Take the words of the dictionary; documents and enterprises come from the workbook."""
    words = dictionary.words
    units = {}
    for unit, label in dictionary.units:
        for name in (unit, label.vi, label.en):
            units[unit_key(name)] = unit
    return Vocabulary(
        language=language,
        yes=_keys((*words.yes, YES.vi, YES.en)),
        no=_keys((*words.no, NO.vi, NO.en)),
        zero=_keys(words.zero),
        missing=_keys(words.missing),
        units=units,
        unit_labels={u: label.in_(language) for u, label in dictionary.units},
    )


def means(text: str, words: frozenset[str]) -> bool:
    """Say whether a cleaned text is one of the words, in any case and with or without marks."""
    return text.casefold() in words or fold(text) in words


def unit_key(text: str) -> str:
    """Reduce a unit to what counts; ``%`` has no letters, so signs are kept where need be."""
    return fold(text).replace(" ", "") or clean(text)


def _keys(words: Iterable[str]) -> frozenset[str]:
    keys = {clean(w).casefold() for w in words} | {fold(w) for w in words}
    return frozenset(keys - {""})


def choice_index(field: Field) -> dict[str, str]:
    """Give the ids of the choices by id, label and alias, exact and folded.

    Exact words win; folded words that two choices share stand for neither.
    """
    exact: dict[str, str] = {}
    loose: dict[str, str] = {}
    for choice in field.choices:
        for word in (choice.id, choice.label.vi, choice.label.en, *choice.aliases):
            exact.setdefault(one_line(word).casefold(), choice.id)
            folded = fold(word)
            loose[folded] = choice.id if loose.get(folded, choice.id) == choice.id else ""
    return {word: c for word, c in (loose | exact).items() if word}
