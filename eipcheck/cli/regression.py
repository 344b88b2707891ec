"""``assess --fail-on regression``: what is worse than in an earlier assessment."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eipcheck.model.source import Source
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Assessed, Request
from eipcheck.pipeline.progress import baseline_of, compare_with, has_regressed
from eipcheck.reporting.progress import Turn
from eipcheck.reporting.view_progress import ProgressView


def regression_from(
    baseline: Source, request: Request, language: Language
) -> Callable[[Assessed], tuple[str, ...]]:
    """Give what tells, in lines, of what regressed; no lines where no requirement did.

    Raises:
        InputError: the earlier assessment cannot be read. What is given raises UsageError where
            it holds not all sets that judge now.
    """
    before = baseline_of(baseline, request)

    def lines(done: Assessed) -> tuple[str, ...]:
        compared = compare_with(before, done, request)
        if not has_regressed(compared.progress):
            return ()
        return tuple(_lines(compared.view(language)))

    return lines


def _lines(view: ProgressView) -> Iterator[str]:
    yield from view.notes
    for one in view.sets:
        for turn in one.turns:
            if turn.key == Turn.REGRESSED:
                yield f"{one.law} · {turn.title}"
                yield from (f"  {change.name}: {change.told[0]}" for change in turn.changes)
