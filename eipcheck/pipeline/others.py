"""What other criteria sets than those of the run ask: for workbooks that answer them as well."""

from __future__ import annotations

from contextlib import suppress

from eipcheck.criteria.dictionary import extend_dictionary
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.problem import CriteriaError
from eipcheck.pipeline.sets import shipped_sets


def other_dictionaries(dictionary: DataDictionary) -> dict[str, DataDictionary]:
    """Give, by id of the set, a dictionary with what each shipped set adds to this one.

    A set whose file is at fault is left out: it takes no part in the run.
    """
    found = {}
    for name, folder in shipped_sets().items():
        with suppress(CriteriaError):
            extended = extend_dictionary(dictionary, folder)
            if extended is not dictionary:
                found[name] = extended
    return found
