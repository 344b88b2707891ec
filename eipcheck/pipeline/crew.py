"""Does many pieces of work on any executor; one that ends its process costs no other its result.

The work gives its errors back as values. So an error of a future itself means that the process
that did it was lost, and with it, perhaps, others that had done nothing wrong.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import Generic, TypeVar

from msgspec import Struct

_Piece = TypeVar("_Piece")
_Done = TypeVar("_Done")

_AHEAD = 2
"""Pieces in flight for each worker: enough to keep it busy, few enough to do again."""


class Lost(Struct, frozen=True):
    """A piece of work whose process ended, also when it had one for itself."""

    error: str


class Crew(Struct, Generic[_Piece, _Done], frozen=True):
    """Workers of one kind.

    ``hire`` opens an executor of a number of workers, ``work`` is what each does with a piece; it
    must reach other processes by its name. ``size`` is the number of workers.
    """

    hire: Callable[[int], Executor]
    work: Callable[[_Piece], _Done]
    size: int

    def run(self, pieces: Sequence[_Piece]) -> Iterator[tuple[_Piece, _Done | Lost]]:
        """Do all; give each with what came of it, in the order of the pieces."""
        done: dict[int, _Done | Lost] = {}
        shown = 0
        for number, result in self._unordered(pieces):
            done[number] = result
            while shown in done:
                yield pieces[shown], done.pop(shown)
                shown += 1

    def _unordered(self, pieces: Sequence[_Piece]) -> Iterator[tuple[int, _Done | Lost]]:
        left = deque(range(len(pieces)))
        while left:
            suspects: list[int] = []
            with self.hire(min(self.size, len(left))) as executor:
                yield from self._until_lost(executor, pieces, left, suspects)
            for number in suspects:
                yield number, self._alone(pieces[number])

    def _until_lost(
        self,
        executor: Executor,
        pieces: Sequence[_Piece],
        left: deque[int],
        suspects: list[int],
    ) -> Iterator[tuple[int, _Done | Lost]]:
        """Work off what is left until a worker is lost; who may have caused it are suspects."""
        flying: dict[Future[_Done], int] = {}
        while flying or (left and not suspects):
            while left and not suspects and len(flying) < _AHEAD * self.size:
                number = left.popleft()
                try:
                    flying[executor.submit(self.work, pieces[number])] = number
                except RuntimeError:  # the pool broke since the last result
                    suspects.append(number)
            finished, _ = wait(flying, return_when=FIRST_COMPLETED)
            for future in finished:
                number = flying.pop(future)
                if future.exception() is None:
                    yield number, future.result()
                else:
                    suspects.append(number)

    def _alone(self, piece: _Piece) -> _Done | Lost:
        """Do a piece with a worker that does nothing else."""
        with self.hire(1) as executor:
            future = executor.submit(self.work, piece)
            error = future.exception()
            return Lost(type(error).__name__) if error is not None else future.result()
