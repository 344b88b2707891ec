"""Checks who is who in a list: keys that occur twice, rows that name nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eipcheck.model.dictionary import Sheet
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Column, Table, Value
from eipcheck.workbook.folding import toned
from eipcheck.workbook.layout import (
    EVIDENCE,
    JUDGEMENTS,
    REGISTER,
    REGISTER_CODE,
    REGISTER_KIND,
    REGISTER_NAME,
    TAX_CODES,
)
from eipcheck.workbook.legal_forms import split_form
from eipcheck.workbook.lost import lose
from eipcheck.workbook.readings import shown
from eipcheck.workbook.register import CODE_LENGTH, code_key

_NOBODY, _TWIN, _BRANCH = "W215", "W407", "W410"
_NO_ENTERPRISES = frozenset({None, "branch", "developer"})
_BRANCH_DIGITS = 13
_IDENTITIES = {
    REGISTER: (*sorted(TAX_CODES), REGISTER_NAME),
    EVIDENCE: ("document_id",),
    JUDGEMENTS: ("judgement_criterion",),
}
"""Fields of which a row must fill one to say whom or what it speaks of."""


def identity_problems(table: Table, spec: Sheet) -> list[Problem]:
    """Report double keys, naming both cells, and rows that do not say what they are about."""
    return [
        *_doubles(table, spec),
        *_namesakes(table, spec),
        *_nameless(table, spec),
        *_branches_apart(table, spec),
    ]


def _branches_apart(table: Table, spec: Sheet) -> Iterator[Problem]:
    """Report branches that count as enterprises of their own beside their head office."""
    codes, kind = table.columns.get(REGISTER_CODE), table.columns.get(REGISTER_KIND)
    if spec.id != REGISTER or codes is None or kind is None or kind.column is None:
        return
    branches = [i for i, v in enumerate(codes.values) if _is_branch(v)]
    heads = {code_key(str(v)): i for i, v in enumerate(codes.values) if v} if branches else {}
    for index in branches:
        head = heads.get(code_key(str(codes.values[index]))[:CODE_LENGTH])
        if head is None or kind.values[index] in _NO_ENTERPRISES or kind.is_blank(index):
            continue
        place = Cell(table.sheet_name, table.rows[index], kind.column)
        other = Cell(table.sheet_name, table.rows[head], codes.column or 1)
        facts = (
            ("heading", kind.heading),
            ("raw", shown(kind.raw[index])),
            ("name", str(codes.values[index])),
            ("first", other.address),
        )
        yield Problem(_BRANCH, place, facts, Severity.WARNING, (other,))


def _doubles(table: Table, spec: Sheet) -> list[Problem]:
    column = table.columns.get(spec.key or "")
    if column is None or column.column is None:
        return []
    first: dict[str, int] = {}
    problems = []
    for index, value in enumerate(column.values):
        if value is None:
            continue
        key = _key(column.field, value)
        if key in first:
            place, other = (
                Cell(table.sheet_name, table.rows[i], column.column) for i in (index, first[key])
            )
            raw = shown(column.raw[index])
            facts = (("heading", column.heading), ("raw", raw), ("first", other.address))
            problems.append(Problem("W401", place, facts, other_places=(other,)))
        first.setdefault(key, index)
    return problems


def _key(field: str, value: Value) -> str:
    text = str(value)
    return code_key(text) if field in TAX_CODES else text.casefold()


def _called(name: str) -> str:
    """Reduce a name as links are matched: the kind of company in any spelling of its own."""
    key = toned(name)
    form = split_form(key)
    return key if form is None else " ".join(form)


def _namesakes(table: Table, spec: Sheet) -> list[Problem]:
    """Report enterprises of one name that two different tax codes do not tell apart."""
    names, codes = table.columns.get(REGISTER_NAME), table.columns.get(REGISTER_CODE)
    if spec.id != REGISTER or names is None or names.column is None:
        return []
    coded = [v is not None for v in codes.values] if codes else [False] * len(names.values)
    if all(coded):
        return []  # equal codes are told as such, and names need not be compared
    first: dict[str, int] = {}
    uncoded: dict[str, int] = {}
    problems = []
    for index, name in enumerate(names.values):
        key = _called(str(name)) if name is not None else ""
        if not key:
            continue
        other = uncoded.get(key) if coded[index] else first.get(key)
        if other is not None:
            place, twin = (
                Cell(table.sheet_name, table.rows[i], names.column) for i in (index, other)
            )
            raw = shown(names.raw[index])
            facts = (("heading", names.heading), ("raw", raw), ("first", twin.address))
            problems.append(Problem(_TWIN, place, facts, Severity.WARNING, (twin,)))
        first.setdefault(key, index)
        if not coded[index]:
            uncoded.setdefault(key, index)
    return problems


def _nameless(table: Table, spec: Sheet) -> list[Problem]:
    fields = [f for f in _IDENTITIES.get(spec.id, ()) if f in table.columns]
    columns = [table.columns[f] for f in fields]
    if not columns or any(c.column is None for c in columns):
        return []
    heading = " / ".join(c.heading for c in columns)
    return [
        Problem(
            _NOBODY,
            Cell(table.sheet_name, row, columns[0].column or 1),
            (("heading", heading), ("row", str(row))),
            Severity.WARNING,
        )
        for index, row in enumerate(table.rows)
        if all(_is_silent(c, index) for c in columns)
    ]


def without_doubtful(table: Table, spec: Sheet, found: Iterable[Problem]) -> Table:
    """Take the answers of register rows as unknown that may be nobody's, or another row's.

    Those are rows without code and name, and later rows of a name that no two codes tell apart.
    What kind of enterprise a branch is (a code of 13 digits) is unknown where nobody says it, or
    where it is said to be an enterprise beside its own head office.

    Args:
        table: the list.
        spec: what it is a list of; other lists than the register stay as they are.
        found: its ``identity_problems``, which name those rows.
    """
    columns = [table.columns[f] for f in _IDENTITIES.get(spec.id, ()) if f in table.columns]
    if spec.id != REGISTER or not columns or any(c.column is None for c in columns):
        return table
    rows, apart = (
        {p.place.row for p in found if p.code in codes and isinstance(p.place, Cell)}
        for codes in ((_NOBODY, _TWIN), (_BRANCH,))
    )
    doubtful = {index for index, row in enumerate(table.rows) if row in rows}
    sure = table
    for name, column in table.columns.items():
        if column not in columns:
            sure = lose(sure, name, doubtful)
    codes, kind = table.columns.get(REGISTER_CODE), table.columns.get(REGISTER_KIND)
    if codes is None or kind is None:
        return sure
    branches = {
        index
        for index, code in enumerate(codes.values)
        if _is_branch(code) and (kind.is_blank(index) or table.rows[index] in apart)
    }
    return lose(sure, REGISTER_KIND, branches)


def _is_branch(code: Value | None) -> bool:
    if not isinstance(code, str) or len(code) < _BRANCH_DIGITS:
        return False  # as most codes, which need not be reduced
    digits = code_key(code)
    return len(digits) == _BRANCH_DIGITS and digits.isdecimal()


def _is_silent(column: Column, index: int) -> bool:
    return column.values[index] is None and not shown(column.raw[index])
