"""``criteria mutate`` and ``coverage``: whether the cases beside the criteria show enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.cells import cell_len

from eipcheck.cli.ci import Audience, fault_lines, tell
from eipcheck.cli.console import Exit
from eipcheck.cli.lines import pad
from eipcheck.criteria.coverage import Version, Wanted
from eipcheck.model.criterion import Verdict
from eipcheck.model.text import Language
from eipcheck.pipeline.ci import covered_suite, mutated_suite
from eipcheck.pipeline.coverage import Covered, cover_sets
from eipcheck.pipeline.mutate import Fate, Mutated, run_mutants
from eipcheck.reporting.numbers import share
from eipcheck.reporting.say import say


def run_mutate(names: Sequence[str], audience: Audience) -> Exit:
    """Try the mutants of sets; tell each that no case notices, with the case that would."""

    def lines(mutated: Mutated) -> Iterator[str]:
        yield from fault_lines(mutated.problems, audience.language)
        yield mutated_line(mutated, audience.language)

    found = tell("mutate", run_mutants(names), lines, mutated_suite, audience)
    return Exit.GATE if any(mutated.problems for mutated in found) else Exit.DONE


def mutated_line(mutated: Mutated, language: Language) -> str:
    """Count the mutants of a set by what became of them."""
    return say(
        language,
        "terminal.mutate.counts",
        set=mutated.name,
        n=len(mutated.tried),
        killed=mutated.count(Fate.KILLED, Fate.REFUSED),
        equivalent=mutated.count(Fate.EQUIVALENT),
        survive=mutated.count(Fate.SURVIVES),
    )


def run_coverage(names: Sequence[str], fail_under: float | None, audience: Audience) -> Exit:
    """Show what the cases of sets show, and what they do not."""

    def lines(covered: Covered) -> Iterator[str]:
        yield from fault_lines(covered.problems, audience.language)
        yield from coverage_lines(covered, audience.language)

    found = tell("coverage", cover_sets(names), lines, covered_suite, audience)
    enough = all(covered.reaches(fail_under or 0) for covered in found)
    return Exit.DONE if enough else Exit.GATE


def coverage_lines(covered: Covered, language: Language) -> Iterator[str]:
    """Tell of each criterion and version how much of each verdict is shown, of how much."""
    verdicts = [v for v in Verdict if any(each.verdict is v for each in covered.wanted)]
    rows = [["", "", *(say(language, f"terminal.verdict.{v.value}") for v in verdicts)]]
    for (criterion, version), found in _by_version(covered.wanted).items():
        cells = ([each for each in found if each.verdict is v] for v in verdicts)
        rows.append([criterion, str(version), *map(_shown, cells)])
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows if covered.wanted else ():
        yield "  ".join(pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
    shown, wanted = covered.counts
    part = share(Fraction(shown, wanted), language) if wanted else "–"
    yield say(
        language, "terminal.coverage.total", set=covered.name, shown=shown, n=wanted, part=part
    )


def _by_version(wanted: Sequence[Wanted]) -> dict[tuple[str, Version], list[Wanted]]:
    found: dict[tuple[str, Version], list[Wanted]] = {}
    for each in wanted:
        found.setdefault((each.criterion, each.version), []).append(each)
    return found


def _shown(wanted: Sequence[Wanted]) -> str:
    """Write how many options show a verdict, of how many; blank where it cannot come."""
    return f"{sum(each.cases > 0 for each in wanted)}/{len(wanted)}" if wanted else ""
