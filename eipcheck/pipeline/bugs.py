"""Faults of the program itself, told without a word of the user's data."""

from __future__ import annotations

import traceback

from msgspec import Struct


class Bug(Struct, frozen=True):
    """An unforeseen error: its class and where it arose.

    Its own text is left out, since it may quote the workbook.
    """

    error: str
    trace: tuple[str, ...]


def bug_of(error: BaseException) -> Bug:
    """Keep of an error what may be shown."""
    return Bug(type(error).__name__, tuple(traceback.format_tb(error.__traceback__)))
