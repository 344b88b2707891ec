"""Starts a language: ``python tests/start_language.py > eipcheck/reporting/messages/fr.py``.

Prints one file with every message in English, to be put into the other language: all areas
together, what stands in braces kept as it is, and the forms of the plural between bars.
"""

from __future__ import annotations

import sys
from pathlib import Path
from pprint import pformat

from eipcheck.reporting import messages
from eipcheck.reporting.catalogue import catalogue

NOT_IN_REPORTS = ("help",)
"""Areas that a language in one file does without: the command line's help is English then."""


def all_messages() -> dict[str, str]:
    """Give every message of the reports and of the terminal in English."""
    folder = Path(messages.__path__[0]) / "en"
    areas = sorted(p.stem for p in folder.glob("*.py") if not p.stem.startswith("_"))
    wanted = (area for area in areas if area not in NOT_IN_REPORTS)
    return {key: text for area in wanted for key, text in catalogue("en", area).items()}


def page() -> str:
    """Give the file to start from."""
    body = pformat(all_messages(), width=100, sort_dicts=False)
    return f'"""Every message, in one language."""\n\nMESSAGES = {body}\n'


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(page())
