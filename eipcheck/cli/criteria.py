"""``criteria list``, ``show``, ``check``, ``test`` and ``schema``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eipcheck.cli.ci import Audience, fault_lines, tell
from eipcheck.cli.console import Exit, emit, emit_bytes
from eipcheck.cli.explain import card_lines
from eipcheck.cli.screen import Screen
from eipcheck.criteria.schema import KINDS, schema_text
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Request
from eipcheck.pipeline.cases import Checked, Tested, check_sets, run_cases
from eipcheck.pipeline.ci import (
    checked_suite,
    computation,
    tested_suite,
)
from eipcheck.pipeline.explain import all_sets, explain_criterion
from eipcheck.pipeline.sets import check_names, shipped_sets
from eipcheck.reporting.ci import CiSuite
from eipcheck.reporting.numbers import day
from eipcheck.reporting.say import say
from eipcheck.reporting.view_words import clean, spoken


def show_sets(language: Language) -> None:
    """List the shipped sets, each with its standing."""
    for criteria in all_sets():
        for text in _set_lines(criteria, language):
            emit(text)


def _set_lines(criteria: CriteriaSet, language: Language) -> Iterator[str]:
    yield f"{criteria.id} {criteria.version}  {spoken(criteria.title, language)}"
    yield f"  {spoken(criteria.document, language)}"
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
    emit(f"  {spoken(criteria.verification, language)}")
    for clause in criteria.clauses:
        emit(f"{clause.id}  {spoken(clause.title, language)}")
        for criterion in criteria.criteria:
            if clause.holds(criterion):
                emit(f"    {criterion.id}: {spoken(criterion.title, language)}")


def _show_cards(name: str, language: Language) -> None:
    request = Request(criteria=tuple(shipped_sets()), allow_unverified=True)
    screen = Screen()
    for number, card in enumerate(explain_criterion(name, request, language)):
        if number:
            screen.lines([()])
        screen.lines(card_lines(card, language, screen.columns))


def run_check(names: Sequence[str], audience: Audience) -> Exit:
    """Check sets and tell every fault."""

    def lines(checked: Checked) -> Iterator[str]:
        yield from fault_lines(checked.problems, audience.language)
        key = "terminal.check.bad" if checked.problems else "terminal.check.good"
        yield say(audience.language, key, set=checked.name, n=len(checked.problems))

    found = tell("check", check_sets(names), lines, checked_suite, audience)
    return Exit.GATE if any(checked.faulty for checked in found) else Exit.DONE


def run_test(names: Sequence[str], audience: Audience) -> Exit:
    """Run the cases of sets; tell each that fails with its computation."""
    language = audience.language

    def lines(tested: Tested) -> Iterator[str]:
        yield from fault_lines(tested.problems, language)
        for failed in tested.failed:
            yield from fault_lines(failed.problems, language)
            yield from (f"      {step}" for step in computation(failed, tested, language))
        for case in tested.todo:
            told = say(language, "authoring.todo", case=clean(case.name))
            yield f"{case.file}:{case.line}:{case.column}  {told}"
        if not tested.problems:
            key = "terminal.test.bad" if tested.failed else "terminal.test.good"
            counts = {"n": tested.cases, "failed": len(tested.failed)}
            yield say(language, key, set=tested.name, **counts)

    def suite(tested: Tested) -> CiSuite:
        return tested_suite(tested, language)

    found = tell("test", run_cases(names), lines, suite, audience)
    return Exit.GATE if any(t.problems or t.failed for t in found) else Exit.DONE


def show_schema(name: str | None) -> None:
    """Print the JSON Schema of a kind of file; without a name, which kinds there are.

    Raises:
        UsageError: there is no such kind.
    """
    if name is None:
        width = max(map(len, KINDS))
        for kind in KINDS.values():
            emit(f"{kind.name:{width}}  {kind.where}")
        return
    check_names("U115", (name,), KINDS)
    emit_bytes(schema_text(KINDS[name]).encode("utf-8"))
