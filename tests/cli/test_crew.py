"""Many pieces of work on several processes, of which some end."""

from __future__ import annotations

from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

from poisoned_work import halves

from eipcheck.pipeline.crew import Crew, Lost
from eipcheck.pipeline.workers import Here


def processes(workers: int) -> Executor:
    """Open a pool of processes."""
    return ProcessPoolExecutor(workers, get_context("spawn"))


def here(workers: int) -> Executor:
    """Work in this process."""
    assert workers
    return Here()


def test_results_come_in_the_order_of_the_pieces() -> None:
    for hire in (here, ThreadPoolExecutor):
        crew = Crew(hire=hire, work=halves, size=3)
        assert list(crew.run([2, 6, 4, 8])) == [(2, 1), (6, 3), (4, 2), (8, 4)]
    assert list(Crew(hire=here, work=halves, size=1).run([])) == []


def test_one_that_ends_its_process_costs_no_other_its_result() -> None:
    pieces = [6, 2, 1, 4, 8, 1, 10]
    done = list(Crew(hire=processes, work=halves, size=2).run(pieces))
    assert [piece for piece, _ in done] == pieces
    for piece, result in done:
        if piece == 1:
            assert isinstance(result, Lost)
            assert result.error == "BrokenProcessPool"
        else:
            assert result == piece // 2
