"""``criteria list``, ``show``, ``check`` and ``test``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eipcheck.cli.console import Exit, emit, problem_lines
from eipcheck.cli.explain import card_lines
from eipcheck.cli.screen import Screen
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.place import Line
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Request
from eipcheck.pipeline.cases import FailedCase, Tested, check_sets, run_cases
from eipcheck.pipeline.explain import all_sets, explain_criterion
from eipcheck.pipeline.sets import shipped_sets
from eipcheck.reporting.numbers import day
from eipcheck.reporting.say import say
from eipcheck.reporting.view_explain import explain_view


def show_sets(language: Language) -> None:
    """List the shipped sets, each with its standing."""
    for criteria in all_sets():
        for text in _set_lines(criteria, language):
            emit(text)


def _set_lines(criteria: CriteriaSet, language: Language) -> Iterator[str]:
    yield f"{criteria.id} {criteria.version}  {criteria.title.in_(language)}"
    yield f"  {criteria.document.in_(language)}"
    status = say(language, f"terminal.sets.status.{criteria.status.value}")
    count = say(language, "terminal.sets.criteria", n=len(criteria.criteria))
    yield f"  {status} · {_force(criteria, language)} · {count}"


def _force(criteria: CriteriaSet, language: Language) -> str:
    if criteria.in_force_from is None:
        return say(language, "terminal.sets.no_dates")
    start = day(criteria.in_force_from, language)
    if criteria.in_force_to is None:
        return say(language, "terminal.sets.in_force", start=start)
    return say(
        language, "terminal.sets.until", start=start, end=day(criteria.in_force_to, language)
    )


def show_set_or_criterion(name: str, language: Language) -> None:
    """Show a set with its criteria, or the card of one criterion from every shipped set.

    Raises:
        UsageError: there is neither; tells the criteria that there are.
    """
    for criteria in all_sets():
        if criteria.id == name:
            _show_set(criteria, language)
            return
    _show_cards(name, language)


def _show_set(criteria: CriteriaSet, language: Language) -> None:
    for text in _set_lines(criteria, language):
        emit(text)
    emit(f"  {criteria.verification.in_(language)}")
    for clause in criteria.clauses:
        emit(f"{clause.id}  {clause.title.in_(language)}")
        for criterion in criteria.criteria:
            if clause.holds(criterion):
                emit(f"    {criterion.id}: {criterion.title.in_(language)}")


def _show_cards(name: str, language: Language) -> None:
    request = Request(criteria=tuple(shipped_sets()), allow_unverified=True)
    screen = Screen()
    for card in explain_criterion(name, request, language):
        screen.lines(card_lines(card, language, screen.columns))


def run_check(names: Sequence[str], language: Language) -> Exit:
    """Check sets and tell every fault."""
    code = Exit.DONE
    for checked in check_sets(names):
        for problem in checked.problems:
            emit("\n".join(problem_lines(problem, language)))
        key = "terminal.check.bad" if checked.problems else "terminal.check.good"
        emit(say(language, key, set=checked.name, n=len(checked.problems)))
        code = Exit.GATE if checked.faulty else code
    return code


def run_test(names: Sequence[str], language: Language) -> Exit:
    """Run the cases of sets; tell each that fails with its computation."""
    code = Exit.DONE
    for tested in run_cases(names):
        for problem in tested.problems:
            emit("\n".join(problem_lines(problem, language)))
        for failed in tested.failed:
            emit("\n".join(_failed_lines(failed, tested, language)))
        if not tested.problems:
            key = "terminal.test.bad" if tested.failed else "terminal.test.good"
            counts = {"n": tested.cases, "failed": len(tested.failed)}
            emit(say(language, key, set=tested.name, **counts))
        if tested.problems or tested.failed:
            code = Exit.GATE
    return code


def _failed_lines(failed: FailedCase, tested: Tested, language: Language) -> Iterator[str]:
    case = failed.case
    if not failed.problems:
        yield f"{Line(case.file, case.line, case.column)}  {case.name}"
        yield "      " + say(language, "terminal.test.missing", criterion=case.criterion)
        return
    for problem in failed.problems:
        yield from problem_lines(problem, language)
    yield "      " + say(language, "terminal.test.steps")
    view = explain_view(failed.assessment, case.criterion, tested.dictionary, language)
    for step in view.criterion.steps:
        yield f"        {step.text}" + (f" [{step.cells}]" if step.cells else "")
