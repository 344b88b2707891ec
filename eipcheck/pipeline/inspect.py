"""Shows what a workbook is recognised as, and drafts a mapping for what is left of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from eipcheck.criteria.mapping_draft import draft_mapping
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.recognition import left_of
from eipcheck.model.record import ParkRecord
from eipcheck.model.source import Source
from eipcheck.pipeline.assess import Request, ways_of
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.pipeline.sets import load_library
from eipcheck.pipeline.wanted import wanted_of
from eipcheck.workbook.read import look_at_workbook


class Inspected(Struct, frozen=True):
    """A workbook as it was recognised, whether it is one of a park or not."""

    dictionary: DataDictionary
    record: ParkRecord


def inspect_workbook(path: Source, request: Request) -> Inspected:
    """Read all that a workbook holds; nothing is assessed.

    Raises:
        UsageError: a criteria set is unknown.
        CriteriaError: a criteria or mapping file is invalid.
        InputError: the workbook is missing, unreadable or hostile.
    """
    library = load_library(request.criteria, allow_unverified=True)
    missed = wanted_of(library.sets, library.dictionary)
    ways = ways_of(request, library, missed)
    record = look_at_workbook(path, library.dictionary, ways=ways)
    return Inspected(library.dictionary, record)


def check_draft(path: Path, inputs: Sequence[Source], *, force: bool) -> None:
    """Refuse a draft that would destroy something, before any work is done for it.

    Raises:
        OutputError: the file exists (without ``force``), or is one of ``inputs``.
    """
    check_targets((path,), force=force, inputs=inputs)


def write_draft(path: Path, inspected: Inspected, *, force: bool) -> bool:
    """Write a mapping for what was left; say whether anything was: else there is nothing to map.

    Raises:
        OutputError: the file exists (without ``force``), or cannot be written.
    """
    seen = inspected.record.seen
    if not left_of(seen, inspected.dictionary):
        return False
    text = draft_mapping(inspected.record.file, seen, inspected.dictionary)
    write(Output(path, text.encode("utf-8")), force=force)
    return True
