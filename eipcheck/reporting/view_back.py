"""The end of a report: data problems, evidence to hand in, goals, method and versions."""

from __future__ import annotations

from collections.abc import Iterable

from eipcheck.model.assessment import Assessment, Finding
from eipcheck.model.criterion import Verdict
from eipcheck.model.place import Cell, Place
from eipcheck.model.problem import Problem
from eipcheck.reporting.say import problem_words
from eipcheck.reporting.view_card import evidence_view
from eipcheck.reporting.view_parts import CheckView, GoalView, Mark
from eipcheck.reporting.view_types import Named, ProblemView
from eipcheck.reporting.view_words import Speaker, cells_text, clean, place_text

GOALS = range(1, 18)
_SEVERITY_ICONS = {"error": "✕", "warning": "!"}
_METHOD = ("unknown", "range", "evidence", "exact", "index", "reading")


def problem_views(
    problems: Iterable[Problem], assessment: Assessment, speaker: Speaker
) -> tuple[ProblemView, ...]:
    """Say every problem of the data, in the order in which they were found."""
    names = _names(assessment, speaker)
    return tuple(problem_view(problem, names, speaker) for problem in problems)


def _names(assessment: Assessment, speaker: Speaker) -> dict[str, str]:
    """Give words for the ids that problems may name."""
    fields = {f.id: speaker.text(f.label) for s in speaker.dictionary.sheets for f in s.fields}
    criteria = {c.id: speaker.text(c.title) for c in assessment.criteria.criteria}
    verdicts = {v.value: speaker.verdict(v).word for v in Verdict}
    return fields | criteria | verdicts


def problem_view(problem: Problem, names: dict[str, str], speaker: Speaker) -> ProblemView:
    """Say a problem; ``names`` are words for the ids that it may name."""
    what, why, fix = problem_words(problem, speaker.language, names)
    severity = problem.severity.value
    return ProblemView(
        code=problem.code,
        mark=Mark(severity, _SEVERITY_ICONS[severity], speaker.say(f"severity.{severity}")),
        place=place_text(problem.place),
        what=clean(what),
        why=clean(why),
        fix=clean(fix),
        other_places=_places(problem.other_places),
    )


def _places(places: tuple[Place, ...]) -> str:
    cells = [p for p in places if isinstance(p, Cell)]
    others = [place_text(p) for p in places if not isinstance(p, Cell)]
    return "; ".join(t for t in (cells_text(cells), *others) if t)


def checks(assessment: Assessment, speaker: Speaker) -> tuple[CheckView, ...]:
    """List the evidence each requirement expects, and what the workbook names for it."""
    return tuple(_check(f, speaker) for f in assessment.asked)


def _check(finding: Finding, speaker: Speaker) -> CheckView:
    documents = tuple(evidence_view(e, speaker) for e in finding.evidence)
    proven = sum(d.counts for d in documents)
    key = "have" if proven == len(documents) > 0 else "part" if proven else "none"
    icon = {"have": "●", "part": "◐", "none": "○"}[key]
    return CheckView(
        criterion=finding.criterion.id,
        title=speaker.text(finding.criterion.title),
        mark=Mark(key, icon, speaker.say(f"check.{key}")),
        expected=speaker.text(finding.criterion.evidence_expected),
        documents=documents,
    )


def goals(assessment: Assessment, speaker: Speaker) -> tuple[GoalView, ...]:
    """Show all seventeen goals: the targets that criteria contribute to, and honest blanks."""
    return tuple(_goal(number, assessment, speaker) for number in GOALS)


def _goal(number: int, assessment: Assessment, speaker: Speaker) -> GoalView:
    serving = [
        f
        for f in assessment.findings
        if any(target.partition(".")[0] == str(number) for target in f.criterion.sdg)
    ]
    targets = {t for f in serving for t in f.criterion.sdg if t.partition(".")[0] == str(number)}
    met = sum(f.declared.verdict is Verdict.MET for f in serving)
    return GoalView(
        number,
        speaker.say(f"goal.{number}"),
        tuple(sorted(targets, key=_target_order)),
        tuple(speaker.text(f.criterion.title) for f in serving),
        speaker.say("goal.met", n=met, of=len(serving)) if serving else "",
    )


def _target_order(target: str) -> tuple[int, str]:
    part = target.partition(".")[2]
    return (int(part), "") if part.isdecimal() else (99, part)


def method(assessment: Assessment, speaker: Speaker) -> tuple[str, ...]:
    """Say in a few sentences how the result came about."""
    return (
        *(speaker.say(f"method.{name}") for name in _METHOD),
        speaker.text(assessment.criteria.verification),
    )


def versions(assessment: Assessment, speaker: Speaker) -> tuple[Named, ...]:
    """Name everything that another run needs to give the same result."""
    criteria = assessment.criteria
    template = assessment.template_version or speaker.say("version.unknown")
    return (
        Named(speaker.say("version.tool"), f"eipcheck {assessment.tool_version}"),
        Named(
            speaker.say("version.set"),
            f"{criteria.id} {criteria.version}",
            f"sha256 {criteria.sha256}",
        ),
        Named(speaker.say("version.dictionary"), speaker.dictionary.version),
        Named(speaker.say("version.template"), clean(template)),
        Named(
            speaker.say("version.workbook"), clean(assessment.file), f"sha256 {assessment.sha256}"
        ),
    )
