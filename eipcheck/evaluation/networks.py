"""Networks of links: rows that share a party belong to one network."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from eipcheck.evaluation.truth import TRUE, UNKNOWN, Column
from eipcheck.evaluation.world import World
from eipcheck.model.record import EnterpriseRef

MOST_TRIED = 12
"""Above this many doubtful links in one group, each is taken for a network of its own (sound)."""

Parties = frozenset[object]


def count_networks(
    world: World, sheet: str, fields: Sequence[str], where: Column, *, unlisted: bool
) -> tuple[int, int | None]:
    """Give the least and the greatest number of networks; None where the list is open."""
    rows = [_parties(world, fields, index) for index in range(len(world.table(sheet).rows))]
    certain = [p for p, truth in zip(rows, where, strict=True) if truth is TRUE]
    doubtful = [p for p, truth in zip(rows, where, strict=True) if truth is UNKNOWN]
    # An unlisted link, or one of which a party is unknown, may join all others.
    joins = unlisted or any(None in p for p in (*certain, *doubtful))
    together = _groups([*certain, *doubtful])
    least = sum(any(p & group for p in certain) for group in together)
    if unlisted:
        return min(least, 1), None
    most = len(_groups([p - {None} for p in certain]))
    taken = frozenset().union(*certain) - {None}
    free = [p - {None} for p in doubtful if not (p - {None}) & taken]
    return (min(least, 1) if joins else least), most + _most_apart(free)


def _parties(world: World, fields: Sequence[str], index: int) -> Parties:
    """Give the enterprises that a row names, by their row in the register; None is unknown."""
    parties: set[object] = {("link", index)}
    for field in fields:
        name = world.values(field)[index]
        if isinstance(name, EnterpriseRef):
            parties.add(name.row)
        elif name is None:
            parties.add(None)
    return frozenset(parties)


def _groups(rows: Sequence[Parties]) -> list[Parties]:
    groups: list[Parties] = []
    for parties in rows:
        joined = [g for g in groups if g & parties]
        groups = [g for g in groups if not g & parties]
        groups.append(parties.union(*joined))
    return groups


def _most_apart(rows: Sequence[Parties]) -> int:
    """Give the greatest number of rows of which no two share a party."""
    total = 0
    for group in _groups(rows):
        inside = [p for p in rows if p & group]
        total += len(inside) if len(inside) > MOST_TRIED else _apart(inside)
    return total


def _apart(rows: Sequence[Parties]) -> int:
    for size in range(len(rows), 0, -1):
        for chosen in combinations(rows, size):
            if all(not a & b for a, b in combinations(chosen, 2)):
                return size
    return 0
