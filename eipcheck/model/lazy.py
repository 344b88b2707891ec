"""Rows that are made when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class LazyRows(Sequence[T]):
    """Rows that are made when they are first looked at: a register may hold thousands.

    ``make`` is pure, so it does not matter when it is called; rows compare by what they say.
    """

    def __init__(self, count: int, make: Callable[[], tuple[T, ...]]) -> None:
        """Take the number of rows, and how to make them."""
        self._count = count
        self._make = make
        self._made: tuple[T, ...] | None = None

    def _rows(self) -> tuple[T, ...]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows())

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._rows()[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._rows() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._rows())
