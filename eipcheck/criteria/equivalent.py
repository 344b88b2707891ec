"""Loads the list of mutants that say the same as the set, each with the reason why."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from eipcheck.criteria.document import read_document
from eipcheck.criteria.problems import Problems
from eipcheck.criteria.reader import root
from eipcheck.criteria.shapes_data import EQUIVALENT, EQUIVALENT_LIST
from eipcheck.model.place import Line

EQUIVALENT_FILE = Path("mutants") / "equivalent.yaml"
"""Where a set keeps the list, in its folder; a set may have none."""


class Equivalent(Struct, frozen=True):
    """A mutant, by id, that no case can notice, and why."""

    mutant: str
    reason: str
    place: Line


def read_equivalents(folder: Path, problems: Problems) -> tuple[Equivalent, ...]:
    """Read the list in the folder of a set; every entry needs a reason."""
    path = folder / EQUIVALENT_FILE
    document = read_document(path, problems) if path.is_file() else None
    top = root(document, problems) if document else None
    if top is None:
        return ()
    top.only(EQUIVALENT_LIST)
    found: dict[str, Equivalent] = {}
    for entry in top.maps("equivalent"):
        entry.only(EQUIVALENT)
        reason, listed = entry.text("reason"), entry.items("mutants")
        for index, mutant in enumerate(listed.texts()):
            if mutant in found:
                listed.report("C219", index, id=mutant)
            found[mutant] = Equivalent(mutant, reason, listed.place(index))
    return tuple(found.values())
