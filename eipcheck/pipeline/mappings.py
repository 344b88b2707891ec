"""Finds and loads mapping files, those of the user and those that ship."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from eipcheck.criteria.mapping import load_mappings
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.mapping import Mapping
from eipcheck.resources import data_folder


def shipped_mappings() -> tuple[Path, ...]:
    """Give the shipped mapping files, in order of id."""
    return tuple(sorted((data_folder("criteria") / "mappings").glob("*.yaml")))


def all_mappings(paths: Iterable[str], dictionary: DataDictionary) -> tuple[Mapping, ...]:
    """Load the mapping files named, in their order, and after them the shipped ones.

    A shipped mapping gives way to one of the user that has the same id.

    Raises:
        CriteriaError: with every problem of all files.
    """
    named = tuple(Path(path) for path in dict.fromkeys(paths))
    found = load_mappings((*named, *shipped_mappings()), dictionary)
    own = {mapping.id for mapping in found[: len(named)]}
    shipped = (mapping for mapping in found[len(named) :] if mapping.id not in own)
    return (*found[: len(named)], *shipped)
