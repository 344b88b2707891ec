"""Loads waivers: dispensations of the authority, kept in a file of their own."""

from __future__ import annotations

from pathlib import Path

from eipcheck.criteria.document import read_document
from eipcheck.criteria.problems import Problems, nearest
from eipcheck.criteria.reader import Items, Map, shown
from eipcheck.criteria.shapes_data import WAIVER
from eipcheck.criteria.targets import read_days
from eipcheck.model.criterion import CriteriaSet, Waiver
from eipcheck.model.place import Line


def load_waivers(path: Path, criteria_set: CriteriaSet) -> tuple[Waiver, ...]:
    """Read a list of waivers for ``criteria_set``; both days of each are inclusive.

    Raises:
        CriteriaError: with every problem of the file, and if the set grants no waivers.
    """
    problems = Problems()
    document = read_document(path, problems)
    waivers: tuple[Waiver, ...] = ()
    if document is not None:
        start = Line(document.file, 1, 1)
        if not criteria_set.waivable:
            problems.add("C701", start, set=criteria_set.id)
        if type(document.data) is list:
            entries = Items(document, document.data, problems).maps()
            waivers = tuple(_waiver(entry, criteria_set) for entry in entries)
        else:
            problems.add("C212", start, item="-", found=shown(document.data))
    problems.raise_any()
    return waivers


def _waiver(entry: Map, criteria_set: CriteriaSet) -> Waiver:
    entry.only(WAIVER)
    criterion = entry.text("criterion")
    known = [each.id for each in criteria_set.criteria]
    if criterion and criterion not in known:
        entry.report("C239", "criterion", name=criterion, known=nearest(criterion, known))
    granted = entry.day("granted")
    expires = entry.day("expires")
    read_days(entry, first="granted", last="expires")
    place = entry.place()
    return Waiver(
        criterion=criterion,
        reason=entry.text("reason"),
        approved_by=entry.text("approved_by"),
        granted=granted,
        expires=expires,
        document=entry.text("document"),
        file=place.file,
        line=place.line,
    )
