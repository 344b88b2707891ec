"""What the headings of columns are called: ids, labels and aliases of fields, folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from eipcheck.model.dictionary import Field
from eipcheck.model.recognition import How
from eipcheck.workbook.folding import fold, split_bracket


class Found(Struct, frozen=True):
    """What a heading stands for, how that is known, and the words of a bracket beside it."""

    field: str = ""
    how: How = How.LEFT
    bracket: str = ""


NOT_FOUND = Found()


@lru_cache(maxsize=1024)  # the same for every workbook
def by_name(fields: tuple[Field, ...]) -> Mapping[str, Found]:
    """Give what headings stand for, folded; what several fields share stands for none."""
    names: dict[str, Found] = {}
    for field in fields:
        labels = {fold(n) for n in (field.label.vi, field.label.en)}
        for name in labels | {fold(a) for a in field.aliases}:
            how = How.LABEL if name in labels else How.ALIAS
            names[name] = NOT_FOUND if name in names else Found(field.id, how)
    bases: dict[str, Found] = {}
    for field in fields:
        for name in {fold(split_bracket(n)[0]) for n in _names(field)}:
            bases[name] = NOT_FOUND if name in bases else Found(field.id, How.LABEL)
    names = bases | names
    for field in fields:
        # an id is unique even where it reads like another label
        names[fold(field.id)] = Found(field.id, How.ID)
    return names


def _names(field: Field) -> Iterable[str]:
    return (field.label.vi, field.label.en, *field.aliases)
