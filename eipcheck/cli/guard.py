"""Runs the command line and turns whatever happens into an exit code."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from eipcheck.cli.options import help_language

if TYPE_CHECKING:  # the help needs no model
    from eipcheck.model.text import Language

_GARBAGE = 400_000
"""Objects made between two looks for garbage: a short run makes many and drops few."""
_DEBUG_VARIABLE = "EIPCHECK_DEBUG"


def guarded(run: Callable[[], object], arguments: Sequence[str]) -> int:
    """Run a command; no error leaves it as a raw traceback.

    Args:
        run: the command, which ends by ``SystemExit`` or by an error.
        arguments: those of the command line, from which the language of messages is taken.
    """
    gc.set_threshold(_GARBAGE)
    atexit.register(gc.freeze)  # a process that ends need not search itself for garbage
    _open_streams()
    try:
        run()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except Exception as error:
        if os.environ.get(_DEBUG_VARIABLE):
            raise
        return _failed(error, help_language(arguments, os.environ))
    return 0


def _open_streams() -> None:
    """Let consoles that lack a letter print a substitute instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _failed(error: Exception, language: Language) -> int:
    from eipcheck.cli import console  # noqa: PLC0415 - only when something fails
    from eipcheck.model.problem import EipcheckError  # noqa: PLC0415 - as above
    from eipcheck.pipeline.bugs import bug_of  # noqa: PLC0415 - as above

    if isinstance(error, EipcheckError):
        console.show_error(error, language)
        return console.exit_code(error)
    console.show_bug(bug_of(error), language)
    return console.Exit.BUG
