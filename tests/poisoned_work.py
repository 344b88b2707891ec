"""Work for the crew of a batch that ends its process, as a library in C may.

It stands in a module of its own, so that worker processes find it by its name.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from unittest.mock import patch

from eipcheck.pipeline import workers
from eipcheck.pipeline.tasks import Task
from eipcheck.pipeline.workers import Result

real = workers.work


def halves(number: int) -> int:
    """Halve an even number; one ends the process, two are slow."""
    if number == 1:
        os._exit(1)
    if number in (2, 4):
        time.sleep(0.05)
    return number // 2


def ends_at_poison(blob: bytes, task: Task) -> Result:
    """Do the work of a batch, but end the process at a workbook of that name."""
    if Path(task.name).stem == "poison":
        os._exit(1)
    return real(blob, task)


def ends_while_writing(blob: bytes, task: Task) -> Result:
    """Do the work of a batch, but end the process when a result of that name is all but there."""
    if Path(task.name).stem != "poison":
        return real(blob, task)
    with patch.object(Path, "replace", lambda *_: os._exit(1)):
        return real(blob, task)


def sleeps_at_poison(blob: bytes, task: Task) -> Result:
    """Do the work of a batch, but never come back from a workbook of that name."""
    if Path(task.name).stem == "poison":
        with workers.watched():
            time.sleep(600)
    return real(blob, task)
