"""Compares two criteria sets, or one set on two days, as ``criteria diff`` names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from eipcheck.criteria.dictionary import extend_dictionary, load_dictionary
from eipcheck.criteria.differences import compare_sets
from eipcheck.criteria.load import load_set
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.difference import Comparison, Side
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError
from eipcheck.model.text import Language
from eipcheck.pipeline.authoring_paths import Aim
from eipcheck.pipeline.clock import now
from eipcheck.pipeline.comparison_reports import comparison_specs, write_comparison
from eipcheck.pipeline.reports import ReportSpec
from eipcheck.pipeline.sets import set_folder
from eipcheck.reporting.view_diff import DiffView, diff_view
from eipcheck.resources import data_folder


class Differing(Struct, frozen=True):
    """Two sets compared, with the dictionary that each is read with."""

    comparison: Comparison
    dictionaries: tuple[DataDictionary, DataDictionary]

    def view(self, language: Language) -> DiffView:
        """Say in what they differ."""
        return diff_view(self.comparison, self.dictionaries, language)


def compare_named(before: str, after: str) -> Differing:
    """Compare two sets, each named ``SET`` or ``SET@DAY`` (an id that ships, or a folder).

    Without a day a set is taken on the last day of its force, else as it stands today.

    Raises:
        UsageError: a set is unknown, a day is none, or both name the same set on the same day.
        CriteriaError: a criteria file is invalid.
    """
    (one, on), (other, then) = _named(before), _named(after)
    old, old_words = _load(one)
    new, new_words = _load(other)
    sides = Side(old, on or _day(old)), Side(new, then or _day(new))
    if one.resolve() == other.resolve() and sides[0].on == sides[1].on:
        facts = (("name", old.id), ("date", sides[0].on.isoformat()))
        raise UsageError((Problem("U121", FilePlace(after), facts),))
    return Differing(compare_sets(*sides), (old_words, new_words))


def _named(text: str) -> tuple[Path, date | None]:
    """Part the name of a set from its day; the folder itself may have an ``@`` in its name."""
    name, mark, day = text.rpartition("@")
    if not mark or (Path(text) / "set.yaml").is_file():
        return set_folder(text), None
    try:
        return set_folder(name), date.fromisoformat(day)
    except ValueError:
        facts = (("value", day), ("name", name))
        raise UsageError((Problem("U120", FilePlace(text), facts),)) from None


def _load(folder: Path) -> tuple[CriteriaSet, DataDictionary]:
    dictionary = load_dictionary(Aim(folder).dictionary)
    return load_set(folder, dictionary), extend_dictionary(dictionary, folder)


def _day(criteria: CriteriaSet) -> date:
    today = now().date()
    return criteria.in_force_to or max(today, criteria.in_force_from or today)


def diff_specs(asked: Iterable[str], before: str, after: str) -> tuple[ReportSpec, ...]:
    """Read what reports are asked for of two named sets; errors of ``comparison_specs``."""
    return comparison_specs(asked, Path(before).name, Path(after).name)


def write_diff(
    specs: Sequence[ReportSpec], differing: Differing, language: Language, *, force: bool
) -> tuple[bytes, ...]:
    """Write the reports; give what goes to the standard output; errors of ``write_comparison``."""
    return write_comparison(specs, lambda name: _rendered(name, differing, language), force=force)


def _rendered(name: str, differing: Differing, language: Language) -> bytes:
    if name == "json":
        from eipcheck.reporting.diff_json import comparison_json  # noqa: PLC0415 - brings json

        return comparison_json(differing.comparison).encode()
    from eipcheck.reporting.markdown import render_diff  # noqa: PLC0415 - brings Jinja2

    return render_diff(differing.view(language), data_folder("templates")).encode()
