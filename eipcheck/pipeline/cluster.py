"""A cluster that exists already (Dask), as an executor for the work of a batch.

Whoever runs the scheduler can run any program on the workers and send any object back, which this
process then unpacks: only a scheduler that one trusts as oneself may be named. The workers read
the workbooks and write the results by the paths of this computer, and bind their own memory.
"""

from __future__ import annotations

from concurrent.futures import Executor
from importlib import import_module
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError
from eipcheck.model.source import Address
from eipcheck.pipeline.tasks import Task
from eipcheck.pipeline.workers import Result
from eipcheck.version import __version__

_PATIENCE = 10
"""Seconds to wait for the scheduler to answer."""


class Cluster(Struct, frozen=True):
    """The workers of a scheduler; ``size`` is how many pieces they do at a time."""

    client: Any
    size: int

    def hire(self, workers: int) -> Executor:
        """Give the executor of all its workers, however many pieces there are."""
        assert workers
        # Not "pure": the work writes files, so no result of an earlier run may stand for it.
        executor: Executor = self.client.get_executor(pure=False)
        return executor


def join(address: str) -> Cluster:
    """Join the cluster of a scheduler such as ``tcp://10.0.0.5:8786``.

    Raises:
        UsageError: the extra is not installed, nobody answers, there is no worker, or the workers
            have no or another version of this program.
    """
    try:
        distributed: Any = import_module("distributed")  # an extra, and slow to start
    except ImportError:
        raise _refused("U131", address) from None
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise _refused("U132", address, reason=type(error).__name__) from None
    versions = client.run(_version)
    others = sorted({str(version) for version in versions.values()} - {__version__})
    if others or not versions:
        client.close()
        raise _refused("U133", address, ours=__version__, found=", ".join(others) or "-")
    return Cluster(client, sum(client.nthreads().values()))


def _version() -> str | None:
    try:
        from eipcheck.version import __version__ as found  # noqa: PLC0415 - that of the worker
    except ImportError:
        return None
    return found


def _refused(code: str, address: str, **facts: str) -> UsageError:
    return UsageError((Problem(code, FilePlace(f"--scheduler {address}"), tuple(facts.items())),))


def away(task: Task) -> Task:
    """Give a task as workers know it that stand in another folder."""
    if isinstance(task.source, Address):
        return task
    return replace(task, source=task.source.absolute())


def back(result: Result, task: Task) -> Result:
    """Give a result of a task that was sent away as this process names its workbook."""
    ours, theirs = FilePlace(str(task.source)), FilePlace(str(result.task.source))
    problems = tuple(replace(p, place=ours) if p.place == theirs else p for p in result.problems)
    return replace(result, task=task, problems=problems)
