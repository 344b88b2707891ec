"""The report as a document: part of a registration dossier, or a gap analysis.

A document with an addressee and a signature is made only where somebody could sign it: the set is
law on the day and not repealed since, it asks for the certificate of a park, nothing of the run is
hypothetical, the figures are the park's own rather than what others published of it, and none is
left out for the public. An
illustration with synthetic figures, which speaks of no real park, shows the document too; a mark
on every page says so. All else is a gap analysis. Nothing is invented: what the workbook does not
say is a blank to fill in.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from eipcheck.model.assessment import Assessment
from eipcheck.reporting.catalogue import catalogue
from eipcheck.reporting.view_head import is_law_today
from eipcheck.reporting.view_parts import AnnexView, LetterView, ReadingView, RegisterView
from eipcheck.reporting.view_types import (
    ClauseView,
    CriterionView,
    DossierView,
    EnterprisesView,
    Head,
    Named,
    ProblemView,
)
from eipcheck.reporting.view_words import Speaker, cells_text, clean

EXPLANATION, GAP = "explanation", "gap"
_CERTIFICATE = "park-certificate"
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class Shown(Struct, frozen=True, kw_only=True):
    """The parts of a report that the document is made of."""

    head: Head
    clauses: tuple[ClauseView, ...]
    enterprises: tuple[EnterprisesView, ...]
    advisories: tuple[CriterionView, ...]
    register: RegisterView | None
    problems: tuple[ProblemView, ...]
    readings: tuple[ReadingView, ...]


def dossier_view(assessment: Assessment, shown: Shown, speaker: Speaker) -> DossierView:
    """Say what frames the report as a document.

    Args:
        assessment: what the evaluation found.
        shown: the parts of the report that the document is made of.
        speaker: the language to speak.
    """
    kind = EXPLANATION if is_explanation(assessment) else GAP
    names = {"park": shown.head.park, "law": shown.head.law}
    annexes = _annexes(kind, shown, speaker)
    purpose = speaker.say(f"dossier.purpose.{kind}", **names, part=_part(assessment, speaker))
    numbers = next(annex.label for annex in annexes if annex.key == "numbers")
    return DossierView(
        kind=kind,
        title=speaker.say(f"dossier.title.{kind}"),
        about=speaker.say(f"dossier.about.{kind}", **names),
        draft=speaker.say("dossier.draft") if kind == EXPLANATION else "",
        mark=_mark(kind, assessment, speaker),
        iso_day=assessment.dates.as_of.isoformat(),
        purpose=(purpose, speaker.say("dossier.source", file=shown.head.file, annex=numbers)),
        facts=tuple(_facts(assessment, speaker)),
        groups=_groups(shown, speaker),
        letter=_letter(assessment, speaker) if kind == EXPLANATION else None,
        annexes=annexes,
    )


def is_explanation(assessment: Assessment) -> bool:
    """Say whether the document is the evaluation and explanation of a registration dossier."""
    return (
        is_law_today(assessment)
        and any(question.id == _CERTIFICATE for question in assessment.criteria.questions)
        and _label(assessment) != "published_only"
        and not assessment.public
    )


def _label(assessment: Assessment) -> object:
    label = assessment.park.get("data_label")
    return None if label is None else label.value


def _mark(kind: str, assessment: Assessment, speaker: Speaker) -> str:
    if _label(assessment) == "synthetic":
        return speaker.say("dossier.illustration")
    return speaker.say("dossier.analysis") if kind == GAP else ""


def _part(assessment: Assessment, speaker: Speaker) -> str:
    """Say which part of the dossier it is, where that is known of the set."""
    key = f"dossier.part.{assessment.criteria.id}"
    return speaker.say(key) if key in catalogue(speaker.language, "dossier") else ""


def _facts(assessment: Assessment, speaker: Speaker) -> Iterator[Named]:
    """Tell what the workbook says of the park, in the order of the form."""
    order = [f.id for sheet in speaker.dictionary.sheets for f in sheet.fields]
    known = [name for name in order if name in assessment.park]
    for name in known:
        observation = assessment.park[name]
        if observation.value is not None:
            value = speaker.value(name, observation.value)
            yield Named(speaker.label(name), value, "", cells_text((observation.cell,)))


def _groups(shown: Shown, speaker: Speaker) -> tuple[ClauseView, ...]:
    asked = [ClauseView(e.question, "", e.title, e.criteria) for e in shown.enterprises]
    title = speaker.say("page.advisories")
    aside = [ClauseView("advisories", "", title, shown.advisories)] if shown.advisories else []
    return (*shown.clauses, *asked, *aside)


def _annexes(kind: str, shown: Shown, speaker: Speaker) -> tuple[AnnexView, ...]:
    criteria = [c for group in _groups(shown, speaker) for c in group.criteria]
    present = {
        f"findings.{kind}": True,
        "appraisal": kind == EXPLANATION,
        "numbers": True,
        "register": shown.register is not None,
        "rows": any(has_own_rows(c) for c in criteria),
        "problems": bool(shown.problems),
        "readings": bool(shown.readings),
        "goals": True,
        "method": True,
    }
    keys = [key for key, there in present.items() if there]
    return tuple(
        AnnexView(
            key.partition(".")[0],
            speaker.say("dossier.annex", number=numeral),
            speaker.say(f"dossier.annex.{key}"),
        )
        for key, numeral in zip(keys, _NUMERALS, strict=False)
    )


def has_own_rows(criterion: CriterionView) -> bool:
    """Say whether a criterion counts rows that are not those of the register."""
    return criterion.rows is not None and not criterion.rows.in_register


class _Blanks:
    """Gives placeholders, and remembers them in their order."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self.given: list[str] = []

    def __call__(self, name: str) -> str:
        what = self._speaker.say(f"dossier.blank.{name}")
        self.given.append(self._speaker.say("dossier.blank", what=what))
        return self.given[-1]


def _letter(assessment: Assessment, speaker: Speaker) -> LetterView:
    """Frame the document: who sends it is known at most; all else is left blank."""
    blank = _Blanks(speaker)
    sender = assessment.park.get("developer_name")
    known = "" if sender is None or sender.value is None else str(sender.value)
    law = speaker.text(assessment.criteria.document)
    say = speaker.say
    # In the order in which they stand in the document, which is that of the list of blanks.
    issuer = clean(known) or blank("issuer")
    number, day = say("dossier.number", number=blank("number")), blank("day")
    addressee = say("dossier.addressee", addressee=blank("addressee"))
    bases = (
        say("dossier.basis", what=f"{law} {blank('law')}"),
        say("dossier.basis", what=blank("bases")),
    )
    pledge = blank("pledge")
    recipients = (
        say("dossier.recipients.same"),
        say("dossier.recipients.other", other=blank("recipients")),
        say("dossier.recipients.archive", archive=blank("archive")),
    )
    return LetterView(
        issuer=issuer,
        number=number,
        day=day,
        addressee=addressee,
        bases=bases,
        pledge=pledge,
        recipients=recipients,
        position=blank("position"),
        signer=blank("signer"),
        blanks=tuple(blank.given),
    )
