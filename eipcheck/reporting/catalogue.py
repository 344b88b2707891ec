"""Finds the messages of a language: a folder with a module for each area, or one file for all.

Vietnamese and English are folders, so that a command loads only the areas that it speaks of. Any
other language is one file, ``messages/<code>.py``, with every key in it; adding the file is all
that it takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting import messages

_PACKAGE = messages.__name__


def languages() -> tuple[Language, ...]:
    """Give the codes of all languages that reports speak, ours first."""
    found = (module.name for module in iter_modules(messages.__path__))
    added = (name for name in found if not name.startswith("_") and name not in LANGUAGES)
    return (*LANGUAGES, *sorted(added))


@cache
def catalogue(language: Language, area: str) -> Mapping[str, str]:
    """Load the messages of one area; a language in one file has them all together."""
    name = f"{_PACKAGE}.{language}"
    module = import_module(f"{name}.{area}" if language in LANGUAGES else name)
    found: Mapping[str, str] = module.MESSAGES
    return found
