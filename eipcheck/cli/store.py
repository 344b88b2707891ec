"""``store add`` and ``store list``: what is kept, and how parks stood over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from eipcheck.cli.console import emit
from eipcheck.cli.lines import Line, indented
from eipcheck.cli.screen import Screen
from eipcheck.cli.table import style_of
from eipcheck.model.text import Language
from eipcheck.pipeline.store import Store
from eipcheck.pipeline.stored import Standing, history, reports_in
from eipcheck.reporting.numbers import day
from eipcheck.reporting.say import say
from eipcheck.reporting.view_words import clean


def run_add(store: Path, paths: Sequence[Path], language: Language) -> None:
    """Keep the assessments of these files and folders."""
    tell_added(store, reports_in(paths), language)


def tell_added(store: Path, reports: Iterable[Path], language: Language) -> None:
    """Keep these reports, and say how many were new."""
    added = Store(store).add(reports)
    emit(say(language, "terminal.store.added", new=added.new, known=added.known, store=str(store)))


def run_list(store: Path, park: str | None, language: Language) -> None:
    """Tell how parks stood, by park and day."""
    found = history(Store(store), park)
    screen = Screen()
    if not found:
        emit(say(language, "terminal.store.empty"))
    for _, of_park in groupby(found, lambda one: one.entry.park_key or one.entry.file):
        screen.lines(_park_lines(tuple(of_park), language, screen.columns))


def _park_lines(standings: Sequence[Standing], language: Language, width: int) -> Iterator[Line]:
    first = standings[0].entry
    yield ((clean(first.park) or clean(first.file), "bold"),)
    for entry, by_set in groupby(standings, lambda one: one.entry):
        on = day(entry.day, language) if entry.day else "?"
        yield from indented(f"{on}  [{entry.name}]  {clean(entry.file)}", width, "  ", "    ")
        for one in by_set:
            yield from indented(_told(one, language), width, "    ", "      ")
            for question, declared, evidenced in one.outcomes:
                said, proven = (
                    say(language, f"outcome.{value}") for value in (declared, evidenced)
                )
                words = {"question": question, "declared": said, "evidenced": proven}
                text = say(language, "terminal.store.outcome", **words)
                yield from indented(text, width, "      ", "        ", style=style_of(declared))


def _told(one: Standing, language: Language) -> str:
    return say(
        language,
        "terminal.store.standing",
        set=f"{one.set_id} {one.set_version}",
        met=one.met,
        not_met=one.not_met,
        floor=_number(one.floor),
        ceiling=_number(one.ceiling),
        answered="?" if one.answered is None else one.answered,
        asked="?" if one.asked is None else one.asked,
    )


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"
