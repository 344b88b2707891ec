"""Checks what a set says it changed against the criteria of the set that it supersedes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eipcheck.criteria.document import read_document, yaml_files
from eipcheck.criteria.load import Loaded
from eipcheck.criteria.problems import Problems, nearest
from eipcheck.criteria.reader import Map, root
from eipcheck.model.criterion import Effect


def check_changes(loaded: Loaded, superseded: Path | None) -> None:
    """Report ids that do not exist, and criteria of either set of which no change tells.

    ``superseded`` is the folder of the set that this one supersedes; None where it does not ship,
    and then only the criteria of this set can be looked up.
    """
    entries = loaded.top.maps("changes", required=False)
    new = tuple(loaded.cards)
    old = None if superseded is None else tuple(_ids(superseded))
    for entry, change in zip(entries, loaded.criteria_set.changes, strict=False):
        _check_ids(entry, "new", "C436", new)
        if old is not None:
            _check_ids(entry, "old", "C437", old)
        wrong = {Effect.DROPPED: "new", Effect.NEW: "old"}.get(change.effect, "")
        if wrong and entry.data.get(wrong):
            entry.report("C439", "effect", effect=change.effect, item=wrong)
    if old is not None:
        _check_told(loaded, new, old)


def _check_ids(entry: Map, key: str, code: str, known: tuple[str, ...]) -> None:
    items = entry.items(key, required=False, blank=True)
    for index, name in enumerate(items.data):
        if isinstance(name, str) and name not in known:
            items.report(code, index, name=name, known=nearest(name, known))


def _check_told(loaded: Loaded, new: tuple[str, ...], old: tuple[str, ...]) -> None:
    changes = loaded.criteria_set.changes
    told_new = {name for change in changes for name in change.new}
    told_old = {name for change in changes for name in change.old}
    key = "changes" if "changes" in loaded.top else "supersedes"
    other = loaded.criteria_set.supersedes or ""
    for name in new:
        if name not in told_new and name not in old:
            loaded.cards[name].report("C438", "id", id=name, set=loaded.criteria_set.id)
    for name in old:
        if name not in told_old and name not in new:
            loaded.top.report("C438", key, id=name, set=other)


def _ids(folder: Path) -> Iterator[str]:
    """Give the ids of the criteria of a set; what is wrong with it is told where it is checked."""
    silent = Problems()
    for path in yaml_files(folder, silent):
        document = read_document(path, silent)
        top = root(document, silent) if document else None
        for card in top.maps("criteria", required=False) if top else ():
            if isinstance(card.data.get("id"), str):
                yield card.data["id"]
