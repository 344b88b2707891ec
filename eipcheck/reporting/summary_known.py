"""What an assessment tells the page of many parks, beside what its own report says."""

from __future__ import annotations

from msgspec import Struct

from eipcheck.model.assessment import Ask, Assessment, Finding
from eipcheck.model.criterion import Verdict
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.record import ParkRecord
from eipcheck.model.text import Language
from eipcheck.reporting.summary_savings import Savings, savings_of
from eipcheck.reporting.summary_types import Lack
from eipcheck.reporting.view_words import Speaker, clean
from eipcheck.reporting.view_work import ask_text

_MISSED = (Verdict.NOT_MET, Verdict.PARTLY_MET)
_BLANK = ("fact", "column")


class Known(Struct, frozen=True):
    """What the workbook calls the park, the same in all languages, and what it lacks.

    The name is empty where it does not say. Each answer, list or decision that is missing stands
    once, however many cells are blank, and nothing in it names an enterprise. ``is_public`` says
    that problems are withheld.
    """

    name: str
    lacks: tuple[Lack, ...]
    savings: Savings | None = None
    is_public: bool = False


def known(
    assessment: Assessment,
    record: ParkRecord,
    dictionary: DataDictionary,
    language: Language,
    *,
    full: bool = False,
) -> Known:
    """Tell the park, what would decide its open requirements, and what it saves.

    Args:
        assessment: by one set.
        record: what the workbook says.
        dictionary: names the fields.
        language: in which it is told.
        full: whether also what is not to be published is told.
    """
    speaker = Speaker(language, dictionary)
    said = assessment.park.get("park_name")
    lacks = (
        Lack(_what(ask, finding, speaker), speaker.party(ask.asked_of))
        for finding in assessment.asked
        if finding.gap is not None and finding.declared.verdict not in _MISSED
        for ask in finding.gap.asks
    )
    name = clean(str(said.value)) if said is not None and said.value is not None else ""
    on = assessment.dates.assessment.on
    saved = savings_of(record, on, dictionary, language, full=full) if on else None
    return Known(name, tuple(dict.fromkeys(lacks)), saved, not full)


def _what(ask: Ask, finding: Finding, speaker: Speaker) -> str:
    if ask.kind == "decision":
        return ask_text(ask.kind, speaker.text(finding.criterion.title), 0, speaker)
    label = speaker.question(ask.field)
    return label if ask.kind in _BLANK else ask_text(ask.kind, label, 0, speaker)
