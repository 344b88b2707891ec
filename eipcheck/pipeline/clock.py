"""The time of the run, which obeys ``SOURCE_DATE_EPOCH`` so that a run can be repeated."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError


def now() -> datetime:
    """Give the time of the run, with its zone: the local one, or UTC where the variable is set.

    Raises:
        UsageError: ``SOURCE_DATE_EPOCH`` is no number of seconds.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if not fixed:
        return datetime.now(UTC).astimezone()
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError):
        facts = (("value", fixed),)
        raise UsageError((Problem("U109", FilePlace("SOURCE_DATE_EPOCH"), facts),)) from None
