"""One small change of parsed criteria data, made in place and taken back again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import Struct

from eipcheck.criteria.document import Document
from eipcheck.criteria.flow import flow
from eipcheck.model.place import Line

ALWAYS = "{all: []}"
"""How a condition that always holds is written."""

_LONGEST = 80  # letters shown of what stands at a place
_STANDS_FOR_NOTHING = "–"


class Slot(Struct, frozen=True):
    """A place of a document: under a key of a mapping, or at an index of a list.

    ``path`` are the names on the way from the card or term to the place, indices from 1 on.
    ``live`` are the options of readings without which nothing reads the place.
    """

    document: Document
    holder: Any
    key: str | int
    path: tuple[str, ...]
    live: tuple[tuple[str, str], ...] = ()

    @property
    def value(self) -> Any:  # noqa: ANN401 - whatever YAML can hold
        """What stands there."""
        return self.holder[self.key]

    def inner(self, *keys: str | int) -> Slot:
        """Give a place within what stands there."""
        slot = self
        for key in keys:
            name = str(key + 1) if isinstance(key, int) else key
            slot = Slot(slot.document, slot.value, key, (*slot.path, name), slot.live)
        return slot

    def options(self) -> tuple[Slot, ...]:
        """Give the places of the options of a ``by_reading`` that stands there."""
        ((reading, bodies),) = self.value["by_reading"].items()
        chosen = dict(self.live)
        return tuple(
            Slot(
                self.document,
                bodies,
                option,
                (*self.path, f"{reading}={option}"),
                (*self.live, (reading, option)),
            )
            for option in bodies
            if chosen.get(reading, option) == option
        )

    def parts(self, key: str) -> tuple[Slot, ...]:
        """Give the places of the items of the list under ``key`` of what stands there."""
        held = self.inner(key)
        return tuple(held.inner(index) for index in range(len(held.value)))


class Edit(Struct, frozen=True):
    """A change at a place: while it is ``made``, ``holder`` holds ``content`` instead.

    ``change`` says in signs what is done there, so that place and change together name the
    mutant; ``before`` and ``after`` are what stood and stands there, shortened.
    """

    slot: Slot
    holder: Any
    content: Any
    change: str
    before: str
    after: str
    place: Line

    @contextmanager
    def made(self) -> Iterator[None]:
        """Make the change, and take it back at the end."""
        kept = self.holder.copy()
        _fill(self.holder, self.content)
        try:
            yield
        finally:
            _fill(self.holder, kept)


def _fill(holder: Any, content: Any) -> None:  # noqa: ANN401 - a list or a mapping
    holder.clear()
    if isinstance(holder, dict):
        holder.update(content)
    else:
        holder.extend(content)


def put(slot: Slot, value: object, change: str = "") -> Edit:
    """Let ``value`` stand at the place."""
    content = slot.holder.copy()
    content[slot.key] = value
    before, after = brief(slot.value), brief(value)
    place = slot.document.place(slot.holder, slot.key)
    return Edit(slot, slot.holder, content, change or f"{before} -> {after}", before, after, place)


def drop(slot: Slot, *also: str) -> Edit:
    """Leave out what stands at the place with its key, and ``also`` other keys beside it."""
    content = slot.holder.copy()
    del content[slot.key]
    for key in also:
        content.pop(key, None)
    place = slot.document.place(slot.holder, slot.key)
    before = brief(slot.value)
    return Edit(slot, slot.holder, content, "drop", before, _STANDS_FOR_NOTHING, place)


def rename(slot: Slot, old: str, new: str) -> Edit:
    """Let the value under the key ``old`` of the mapping at the place stand under ``new``."""
    content = {new if key == old else key: value for key, value in slot.value.items()}
    place = slot.document.place(slot.value, old, of_key=True)
    before, after = brief(slot.value), brief(content)
    return Edit(slot, slot.value, content, f"{old} -> {new}", before, after, place)


def brief(data: object) -> str:
    """Write data on one line, shortened."""
    text = data if isinstance(data, str) else flow(data)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
