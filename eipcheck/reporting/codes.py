"""The words of problem codes by themselves, without a problem at hand."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from eipcheck.model.text import Language
from eipcheck.reporting.catalogue import catalogue
from eipcheck.reporting.say import AREAS_OF_CODES, say

PARTS = ("what", "why", "fix", "example")
"""What is told of a code, in this order; each has a label of its own."""

_CODE_LENGTH = 4


class CodeWords(Struct, frozen=True):
    """What is wrong where a code stands, why it matters, how to mend it, and an instance of it.

    Facts that only a problem at hand has are shown as ``…``.
    """

    what: str
    why: str
    fix: str
    example: str


class _Blanks(dict[str, str]):
    """Stands for every fact that a message may name."""

    def __missing__(self, key: str) -> str:
        return "…"


def code_words(code: str, language: Language) -> CodeWords | None:
    """Give the words of a problem code; None for no such code."""
    area = AREAS_OF_CODES.get(code[:1])
    if area is None or len(code) != _CODE_LENGTH or not code[1:].isdecimal():
        return None
    messages = catalogue(language, area)
    if f"problem.{code}.what" not in messages:
        return None
    texts = (messages[f"problem.{code}.{part}"] for part in PARTS)
    return CodeWords(*(text.rpartition("|")[2].format_map(_Blanks()) for text in texts))


def labelled(words: CodeWords, language: Language) -> tuple[tuple[str, str], ...]:
    """Give the texts of a code, each after its label."""
    return tuple((say(language, f"explain.code.{part}"), getattr(words, part)) for part in PARTS)


def codes_of(letter: str) -> tuple[str, ...]:
    """Give every problem code that begins with the letter, in order."""
    keys = (key.split(".") for key in catalogue("en", AREAS_OF_CODES[letter]))
    return tuple(sorted({code for first, code, _ in keys if first == "problem"}))


def catalogue_page(language: Language) -> str:
    """Lay all problem codes out as a page of Markdown, by letter, one section for each code."""
    return "\n\n".join(_sections(language)) + "\n"


def _sections(language: Language) -> Iterator[str]:
    from eipcheck.reporting.markdown import escape_markdown  # noqa: PLC0415 - brings Jinja2

    yield f"# {say(language, 'explain.codes.title')}"
    yield say(language, "explain.codes.intro")
    for letter in AREAS_OF_CODES:
        yield f"## {say(language, f'explain.codes.{letter}')}"
        for code in codes_of(letter):
            words = code_words(code, language)
            assert words is not None
            told = labelled(words, language)
            texts = [f"- **{label}:** {escape_markdown(text)}" for label, text in told]
            yield "\n".join((f"### {code}", "", *texts))
