"""The reports of a comparison: Markdown to read, JSON to go on with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from eipcheck.pipeline.files import Output, check_targets, output_path, write
from eipcheck.pipeline.reports import STDOUT, ReportSpec
from eipcheck.pipeline.sets import check_names

FORMATS = ("md", "json")


def comparison_specs(asked: Iterable[str], before: str, after: str) -> tuple[ReportSpec, ...]:
    """Read ``FORMAT`` or ``FORMAT:PATH``; without a path the names of both in this folder.

    Raises:
        UsageError: a format is unknown, or a path is an address.
    """
    pairs = [text.partition(":") for text in asked]
    check_names("U106", (name for name, _, _ in pairs), FORMATS)
    return tuple(
        ReportSpec(name, output_path(path or f"{before}..{after}.{name}"))
        for name, _, path in pairs
    )


def write_comparison(
    specs: Sequence[ReportSpec], render: Callable[[str], bytes], *, force: bool
) -> tuple[bytes, ...]:
    """Write the reports; give what goes to the standard output.

    Args:
        specs: the reports asked for.
        render: makes the bytes of a format.
        force: whether files that exist are replaced.

    Raises:
        OutputError: a file exists (without ``force``), or cannot be written.
    """
    check_targets([spec.path for spec in specs if spec.path != STDOUT], force=force)
    made = [(spec.path, render(spec.format)) for spec in specs]
    for path, content in made:
        if path != STDOUT:
            write(Output(path, content), force=force)
    return tuple(content for path, content in made if path == STDOUT)
