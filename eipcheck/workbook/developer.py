"""Knows the infrastructure developer of a park by the codes and names that the workbook gives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from eipcheck.model.record import EnterpriseRef, Observation, Table
from eipcheck.workbook.folding import fold, split_bracket, toned, unmarked
from eipcheck.workbook.layout import (
    CALLED_DEVELOPER,
    DEVELOPER,
    REGISTER_CODE,
    REGISTER_KIND,
    REGISTER_NAME,
)
from eipcheck.workbook.legal_forms import split_form
from eipcheck.workbook.register import CODE_LENGTH, code_key

_OWN = ("developer_tax_code", "developer_name")
_BRANCH = re.compile(r"^(?:chi nhanh|van phong dai dien|branch of) ")
_CODE = re.compile(rf"[0-9]{{{CODE_LENGTH}}}")


class Developer:
    """Says whether a text, or a row of the register, is the developer: for certain, or perhaps.

    Args:
        facts: the answers of the facts sheets, which say who the developer is.
        register: the register, whose rows may be the developer's; None where there is none.
    """

    def __init__(self, facts: Mapping[str, Sequence[Observation]], register: Table | None) -> None:
        said = [o.value for field in _OWN for o in facts.get(field, ()) if isinstance(o.value, str)]
        self._keys = {key for v in said for key in _keys(v)}
        self._near = {key for v in said for key in loose_keys(v)}
        # Comparing takes long, so that a text without all words of any of these is not compared.
        self._hints = {tuple(fold(key).split()) for key in self._near}
        self._register = register

    @property
    def is_known(self) -> bool:
        """Whether the workbook says who the developer is."""
        return bool(self._keys)

    def is_named(self, named: EnterpriseRef) -> bool:
        """Say whether the enterprise that a cell names is the developer for certain."""
        table, row = self._register, named.row
        written = [named.name]
        if table is not None and row is not None:
            if table.value(REGISTER_KIND, row) == DEVELOPER:
                return True
            values = (table.value(f, row) for f in (REGISTER_CODE, REGISTER_NAME))
            written.extend(v for v in values if isinstance(v, str))
        return any(key in self._keys for text in written for key in _keys(text))

    def may_be(self, text: str) -> bool:
        """Say whether a text may mean it: a branch, another legal form, the word for its role."""
        if fold(text) in CALLED_DEVELOPER:
            return True
        joined = code_key(text)
        hinted = any(all(word in joined for word in hint) for hint in self._hints)
        return hinted and not self._near.isdisjoint(loose_keys(text))


def _keys(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (code_key(text), toned(text))))


def loose_keys(text: str) -> tuple[str, ...]:
    """Reduce a text to what it shares with other spellings of the same firm, or of its branches.

    These are the first ten digits of its tax codes, and its name without brackets, marks, legal
    form, and the word for a branch.
    """
    codes = _CODE.findall(code_key(text))
    name = _BRANCH.sub("", unmarked(toned(split_bracket(text)[0])))
    form = split_form(name)
    return tuple(filter(None, (*codes, form[0] if form else name)))
