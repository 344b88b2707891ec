"""The workbook given back: a copy with a note in each cell to mend or fill, and a findings sheet.

All criteria sets of a run share one copy: people fill in one workbook, not one for each set.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from msgspec import Struct
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import OutputError, Problem, Severity
from eipcheck.model.record import ParkRecord
from eipcheck.model.text import Language
from eipcheck.reporting.annotated_book import Opened, open_book, pack
from eipcheck.reporting.annotated_cells import MOST_NOTES, Marker, bounded, take_away
from eipcheck.reporting.annotated_entries import Told, entries
from eipcheck.reporting.annotated_fills import lines
from eipcheck.reporting.annotated_losses import MOST_SPREAD, Loss, losses, muddle, spread
from eipcheck.reporting.annotated_sheet import (
    Page,
    add_front,
    drop_earlier,
    loss_words,
    write_page,
)
from eipcheck.reporting.numbers import number
from eipcheck.reporting.view_words import Speaker

_REASON = 200


class Annotated(Struct, frozen=True):
    """The copy as bytes, and what a person must know of it: all are notes, none an error."""

    content: bytes
    problems: tuple[Problem, ...]


class Source(Struct, frozen=True):
    """A workbook that passed admission: its bytes, and what was read from them."""

    data: bytes
    record: ParkRecord
    dictionary: DataDictionary


def annotate(
    source: Source,
    told: Sequence[Told],
    language: Language,
    made: datetime,
    place: FilePlace,
) -> Annotated:
    """Make the annotated copy; the bytes of the source are only read.

    Args:
        source: the workbook.
        told: its assessments with their reports, at least one.
        language: the language to speak.
        made: the time of the run.
        place: the file that the copy is for, to which its problems belong.

    Returns:
        The copy. The same arguments give the same bytes.

    Raises:
        OutputError: the workbook cannot be copied.
    """
    opened, lost = _open(source.data, place)
    book = opened.book
    take_away(book, drop_earlier(book))
    said = entries(told, source.record, Speaker(language, source.dictionary))
    marker = Marker(book)
    unnoted = marker.mark(said)
    front = add_front(book, language)
    page = Page(
        language=language,
        told=told,
        entries=said,
        losses=lost,
        has_results=any(opened.results.values()),
        made=made,
        remembered=tuple(lines(marker.before)),
    )
    write_page(front, page)
    return Annotated(_packed(opened, front, made, place), _problems(lost, unnoted, language, place))


def _open(data: bytes, place: FilePlace) -> tuple[Opened, tuple[Loss, ...]]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            objection = _objection(archive, place)
            if objection is None:
                opened = open_book(data)
                return opened, losses(archive, opened.book)
    except Exception as error:
        raise _no_copy(error, place) from error
    raise OutputError((objection,))


def _objection(archive: ZipFile, place: FilePlace) -> Problem | None:
    """Say why the library must not open the workbook at all; None where it may."""
    spanned, astray = spread(archive), muddle(archive)
    if spanned > MOST_SPREAD:
        return Problem("O113", place, (("n", str(spanned)), ("limit", str(MOST_SPREAD))))
    return Problem("O116", place, (("cell", bounded(astray, _REASON)),)) if astray else None


def _packed(opened: Opened, front: Worksheet, made: datetime, place: FilePlace) -> bytes:
    try:
        return pack(opened, front, made)
    except Exception as error:
        raise _no_copy(error, place) from error


def _no_copy(error: Exception, place: FilePlace) -> OutputError:
    """Turn whatever the library raises on parts that it cannot make sense of into a problem."""
    reason = bounded(str(error).split("\n")[0].strip() or type(error).__name__, _REASON)
    return OutputError((Problem("O112", place, (("reason", reason),)),))


def _problems(
    lost: Sequence[Loss], unnoted: int, language: Language, place: FilePlace
) -> tuple[Problem, ...]:
    problems = []
    if lost:
        kinds = "; ".join(loss_words(loss, language) for loss in lost)
        problems.append(Problem("O110", place, (("kinds", kinds),), Severity.WARNING))
    if unnoted:
        facts = (("n", number(unnoted, language)), ("limit", number(MOST_NOTES, language)))
        problems.append(Problem("O114", place, facts, Severity.WARNING))
    return tuple(problems)
