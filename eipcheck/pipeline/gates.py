"""Gates: conditions on a result that a person may choose to fail a run on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from eipcheck.model.assessment import Finding, Flag
from eipcheck.model.criterion import Verdict
from eipcheck.pipeline.assess import Assessed
from eipcheck.pipeline.sets import check_names

_MISSED = (Verdict.NOT_MET, Verdict.PARTLY_MET)
_OPEN = (Verdict.UNDETERMINED, Verdict.NEEDS_REVIEW)


def _requirements(assessed: Assessed) -> Iterator[Finding]:
    for assessment in assessed.assessments:
        yield from assessment.requirements


def _not_met(assessed: Assessed) -> bool:
    return any(f.declared.verdict in _MISSED for f in _requirements(assessed))


def _undetermined(assessed: Assessed) -> bool:
    return any(f.declared.verdict in _OPEN for f in _requirements(assessed))


def _unevidenced(assessed: Assessed) -> bool:
    return any(
        f.declared.verdict is not f.evidenced.verdict or Flag.UNEVIDENCED in f.flags
        for f in _requirements(assessed)
    )


def _problems(assessed: Assessed) -> bool:
    return bool(assessed.problems)


REGRESSION = "regression"
"""The gate that an earlier assessment is needed for; see ``pipeline.progress``."""

GATES: dict[str, Callable[[Assessed], bool]] = {
    "not-met": _not_met,
    "undetermined": _undetermined,
    "unevidenced": _unevidenced,
    "problems": _problems,
}
"""Each says whether it fails: by a requirement not met, one not determined, one that evidence
does not carry, or a problem in the workbook."""


def check_gates(names: Iterable[str]) -> None:
    """Refuse gates that do not exist.

    Raises:
        UsageError: tells the known gates.
    """
    check_names("U107", names, GATES)


def failed_gates(assessed: Assessed, names: Iterable[str]) -> tuple[str, ...]:
    """Give the chosen gates that the result fails."""
    return tuple(name for name in dict.fromkeys(names) if GATES[name](assessed))
