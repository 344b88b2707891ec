"""Something a person must fix: code, place, and the facts that its wording needs.

The words themselves live in the message catalogues of ``reporting``, under
``problem.<CODE>.what``, ``.why`` and ``.fix``, so that JSON stays free of sentences.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from eipcheck.model.place import Place


class Severity(StrEnum):
    """How much a problem touches: ``error`` loses an answer, ``warning`` does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Struct, frozen=True):
    """One thing to mend; ``facts`` are the named values its wording shows."""

    code: str
    place: Place
    facts: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR
    other_places: tuple[Place, ...] = ()


class EipcheckError(Exception):
    """A command could not do its work; carries every problem found, never only the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep ``problems``, in the order in which they are to be shown."""
        super().__init__("; ".join(f"{p.code} {p.place}" for p in problems))
        self.problems = problems


class InputError(EipcheckError):
    """There is no usable workbook: missing, unreadable, hostile, or not a park workbook."""


class CriteriaError(EipcheckError):
    """A criteria, dictionary, case or waiver file is invalid."""


class OutputError(EipcheckError):
    """A result could not be written."""


class UsageError(EipcheckError):
    """The command line asks for something that does not exist: a reading, option or format."""
