"""Finds what an author names: a set by id, or any file, set folder or folder of sets by path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from eipcheck.criteria.dictionary import FIELDS_FILE
from eipcheck.criteria.load import SET_FILE
from eipcheck.model.problem import UsageError
from eipcheck.pipeline.mappings import shipped_mappings
from eipcheck.pipeline.sets import shipped_sets, unknown
from eipcheck.resources import data_folder

_MAPPINGS = "mappings"
_WITHIN = ("tests", "mutants")
"""Folders of a set that hold files about its criteria."""


class Aim(Struct, frozen=True):
    """One thing to look at: the folder of a set, or (``is_set`` false) a mapping file."""

    path: Path
    is_set: bool = True

    @property
    def dictionary(self) -> Path:
        """The data dictionary that it is read with: the one of its own root, else the shipped."""
        beside = self.path.resolve().parent
        own = (beside if self.is_set else beside.parent) / FIELDS_FILE
        return own if own.is_file() else data_folder("criteria") / FIELDS_FILE


def aims(names: Sequence[str]) -> list[Aim]:
    """Give what the names mean, each thing once; none: every shipped set and mapping.

    A file stands for the set that it belongs to; the ``fields.yaml`` beside sets for all of them.

    Raises:
        UsageError: with a problem for each name that is no set, no file of one, and no folder
            that holds one.
    """
    if not names:
        return [*map(Aim, shipped_sets().values()), *_mappings(shipped_mappings())]
    shipped = shipped_sets()
    found: dict[Path, Aim] = {}
    problems = []
    for name in names:
        own = [Aim(shipped[name])] if name in shipped else list(_at(Path(name)))
        for aim in own:
            found.setdefault(aim.path.resolve(), aim)
        if not own:
            problems.append(unknown("U118", name, (*_near(Path(name)), *shipped)))
    if problems:
        raise UsageError(tuple(problems))
    return list(found.values())


def set_folders(names: Sequence[str]) -> list[Path]:
    """Give the folders of the sets that the names mean; see ``aims``."""
    return [aim.path for aim in aims(names) if aim.is_set]


def _at(path: Path) -> Iterator[Aim]:
    if not path.parent.name and not path.is_dir():
        path = path.absolute()  # a bare name tells nothing of the folders above
    if path.is_dir():
        yield from _in_folder(path)
    elif path.is_file():
        yield from _of_file(path)


def _in_folder(folder: Path) -> Iterator[Aim]:
    if (folder / SET_FILE).is_file():
        yield Aim(folder)
    elif folder.name == _MAPPINGS:
        yield from _mappings(sorted(folder.glob("*.yaml")))
    elif folder.name in _WITHIN and (folder.parent / SET_FILE).is_file():
        yield Aim(folder.parent)
    else:
        yield from _in_root(folder)


def _in_root(root: Path) -> Iterator[Aim]:
    """Give the sets below a folder; beside sets, a folder of YAML is one that lacks its head."""
    sets = {top.parent for top in root.glob(f"*/{SET_FILE}")}
    if sets:
        sets |= {file.parent for file in root.glob("[!.]*/*.y*ml") if file.parent.name != _MAPPINGS}
    yield from map(Aim, sorted(sets))
    yield from _mappings(sorted((root / _MAPPINGS).glob("*.yaml")))


def _of_file(path: Path) -> Iterator[Aim]:
    folder = path.parent
    if (folder / SET_FILE).is_file():
        yield Aim(folder)
    elif folder.name in _WITHIN and (folder.parent / SET_FILE).is_file():
        yield Aim(folder.parent)
    elif folder.name == _MAPPINGS:
        yield Aim(path, is_set=False)
    elif path.name == FIELDS_FILE:
        yield from _in_root(folder)


def _mappings(paths: Iterable[Path]) -> Iterator[Aim]:
    return (Aim(path, is_set=False) for path in paths)


def _near(path: Path) -> list[str]:
    """Give the paths beside one that does not exist, as the author would have typed them."""
    if not path.parent.is_dir():
        return []
    beside = (each for each in path.parent.iterdir() if not each.name.startswith("."))
    return sorted(str(each) for each in beside if each.is_dir() or each.suffix == ".yaml")
