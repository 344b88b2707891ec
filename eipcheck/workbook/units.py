"""Tells which unit the figure of a facts row is in: unit column, label and cell may each say it."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from eipcheck.model.dictionary import Field
from eipcheck.workbook.folding import clean
from eipcheck.workbook.numbers import split_number
from eipcheck.workbook.quantities import unit_fault
from eipcheck.workbook.readings import Fault, fault, shown
from eipcheck.workbook.vocabulary import Vocabulary

_ONE = Decimal(1)


class RowUnit(Struct, frozen=True):
    """The factor for a number that gives no unit itself, the word behind it, or what is wrong."""

    factor: Decimal = _ONE
    text: str = ""
    fault: Fault | None = None


OWN_UNIT = RowUnit()


def row_unit(field: Field, words: Vocabulary, value: object, unit: str, bracket: str) -> RowUnit:
    """Put together what a row says of its unit.

    The form prints the unit of the field, and nobody corrects it: a unit written into the cell
    says more. Two units that people wrote themselves and that differ refute each other.

    Args:
        field: what the row answers.
        words: the words of the workbook.
        value: the cell of the figure.
        unit: the cell for the unit, "" where it is blank.
        bracket: the words in brackets behind the label, "" where there are none.
    """
    if field.unit is None:
        return OWN_UNIT
    # beside a unit, a bracket may be a remark; alone, nothing else could be the unit
    texts = [unit, bracket] if not unit or words.is_unit(bracket) else [unit]
    said: dict[Decimal, str] = {}
    for text in filter(None, texts):
        factor = words.factor(text, field.unit)
        if factor is None:
            return RowUnit(fault=unit_fault(field, words, shown(value), text))
        said.setdefault(factor, text)
    written = split_number(clean(value))[1] if isinstance(value, str) else ""
    in_cell = words.factor(written, field.unit) if written else None
    foreign = {factor: text for factor, text in said.items() if factor != 1}
    if len(said) > 1 or (foreign and in_cell is not None and in_cell not in foreign):
        return RowUnit(fault=_refuted(field, words, value, "; ".join(foreign.values())))
    if in_cell is not None or not foreign:
        return OWN_UNIT
    ((factor, text),) = foreign.items()
    return RowUnit(factor, text)


def _refuted(field: Field, words: Vocabulary, value: object, unit: str) -> Fault:
    expected = words.unit_labels.get(field.unit or "", "–")
    return fault("W307", raw=shown(value), unit=unit, expected=expected)
