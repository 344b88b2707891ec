"""The truth of conditions in one workbook, as declared or as evidenced.

Conditions are evaluated by column: one truth per row of a list, kept, since criteria and
readings share most of their parts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from eipcheck.evaluation.answers import Answers
from eipcheck.evaluation.leaves import differ, holds, holds_between, names_only
from eipcheck.evaluation.truth import (
    FALSE,
    TRUE,
    UNKNOWN,
    Column,
    agreement,
    compound,
    conjunction,
    disjunction,
    negation,
)
from eipcheck.evaluation.unlisted import Unlisted, unlisted_rows
from eipcheck.evaluation.walk import leaf_fields
from eipcheck.model.assessment import Dates, Proof, Truth
from eipcheck.model.condition import (
    All,
    AnyOf,
    Condition,
    Differ,
    Either,
    HasRow,
    In,
    Is,
    Not,
    ValidOn,
    Within,
)
from eipcheck.model.dictionary import NO_ENTERPRISE, DataDictionary, FieldType
from eipcheck.model.measure import Holds
from eipcheck.model.record import EnterpriseRef, ParkRecord, Value

REGISTER: Final = "enterprises"
"""The list whose rows the enterprise fields of other lists name."""


_CODE_DIGITS = 10
"""Digits of a tax code; a branch has those of its head office, and three more."""


def _head_office(code: str) -> str:
    """Give what a branch and its head office, one legal entity, have in common of their codes."""
    digits = "".join(c for c in code if c.isdecimal())
    return digits[:_CODE_DIGITS] if len(digits) >= _CODE_DIGITS else code


class World(Answers):
    """One workbook on one date, in one of the two runs."""

    def __init__(
        self,
        record: ParkRecord,
        dictionary: DataDictionary,
        dates: Dates,
        proof: Proof,
        reaches: Callable[[World, Holds], Truth],
        declared: World | None = None,
    ) -> None:
        """Take the workbook as it is; nothing is computed before it is asked for.

        ``reaches`` says whether a measured quantity reaches its target: measures stand on
        conditions, and conditions of this one kind on measures. ``declared`` is the declared
        run behind an evidenced one: what contradicts itself there is not settled by setting
        one side aside.
        """
        super().__init__(record, dictionary, dates, proof)
        self._declared = declared
        self._reaches = reaches
        self._columns: dict[tuple[Condition, str], Column] = {}
        self._existing: dict[tuple[Condition, str], Column] = {}
        self._park: dict[Condition, Truth] = {}
        self._links: dict[str, tuple[dict[int, list[int]], list[int]]] = {}
        self._open: dict[str, tuple[Unlisted, ...]] = {}
        self._unlisted: dict[tuple[Condition, str], Truth] = {}

    def column(self, condition: Condition, sheet: str) -> Column:
        """Give the truth of the condition for every row of the list."""
        key = (condition, sheet)
        if key not in self._columns:
            self._columns[key] = self._column(condition, sheet)
        return self._columns[key]

    def existing(self, condition: Condition, sheet: str) -> Column:
        """Give the truth for every thing that a list holds, by its first row.

        What is dated after the day does not exist yet; an undated row of a list that covers a
        period may lie after the day. Rows that repeat a key are statements about one thing: the
        first carries what they agree on.
        """
        key = (condition, sheet)
        if key not in self._existing:
            self._existing[key] = self._of_things(condition, sheet)
        return self._existing[key]

    def _of_things(self, condition: Condition, sheet: str) -> Column:
        covers = self.dictionary.sheet(sheet).covers
        column = self.column(condition, sheet)
        if covers is not None:
            dates = zip(column, self.values(covers), strict=True)
            column = [min(truth, self._exists(day)) for truth, day in dates]
        repeated = self.repeated_rows(sheet)
        if repeated:
            column = list(column)
            for first, *others in repeated:
                column[first] = agreement(column[i] for i in (first, *others))
                for index in others:
                    column[index] = FALSE
        return column

    def _exists(self, day: Value | None) -> Truth:
        if isinstance(day, date):
            return TRUE if day <= self.as_of else FALSE
        return UNKNOWN

    def _column(self, condition: Condition, sheet: str) -> Column:
        rows = len(self.table(sheet).rows)
        match condition:
            case All(parts):
                return conjunction([self.column(p, sheet) for p in parts], rows)
            case AnyOf(parts):
                return disjunction([self.column(p, sheet) for p in parts], rows)
            case Not(part):
                return [negation(t) for t in self.column(part, sheet)]
            case Either(parts):
                columns = [self.column(p, sheet) for p in parts]
                agreed = [agreement(row) for row in zip(*columns, strict=True)]
                return self._uncontradicted(parts, sheet, agreed)
            case HasRow():
                return self._has_row(condition, sheet)
            case Holds():
                return [self.park(condition)] * rows
            case _:
                return self._leaf(condition, sheet)

    def _uncontradicted(self, parts: tuple[Condition, ...], sheet: str, agreed: Column) -> Column:
        if self._declared is None:
            return agreed
        declared = [self._declared.column(p, sheet) for p in parts]
        return [
            UNKNOWN if TRUE in said and FALSE in said else truth
            for truth, said in zip(agreed, zip(*declared, strict=True), strict=True)
        ]

    def _leaf(self, condition: Condition, sheet: str) -> Column:
        fields = leaf_fields(condition)
        rows = len(self.table(sheet).rows)
        if not any(self.is_row_field(f, sheet) for f in fields):
            return [self.park(condition)] * rows
        if isinstance(condition, Differ):
            return self._differ(condition)
        if isinstance(condition, ValidOn):
            starts = self.values(condition.start) if condition.start else [None] * rows
            ends = self.values(condition.until) if condition.until else [None] * rows
            return [
                holds_between(condition, s, e, self.as_of)
                for s, e in zip(starts, ends, strict=True)
            ]
        if isinstance(condition, Within) and self._is_own(condition.before):
            return self._within_own(condition, sheet)
        before = self._before(condition)
        known: dict[Value | None, Truth] = {}
        column = []
        for value in self.values(fields[0]):
            if value not in known:
                known[value] = holds(condition, value, before)
            column.append(known[value])
        return self._dated(condition, column)

    def _before(self, condition: Condition) -> date | None:
        """Give the date that a look-back window ends on; other conditions look at the day."""
        return self.window_end(condition) if isinstance(condition, Within) else self.as_of

    def _is_own(self, before: str) -> bool:
        """Say whether a window ends on a date of each enterprise, not of the park."""
        return self.dictionary.has_field(before)

    def _within_own(self, condition: Within, sheet: str) -> Column:
        """Look back from the date of the enterprise that each row is, or names."""
        ends = self.own_window_ends(condition)
        if sheet == REGISTER:
            of_row: list[date | None] = ends
        else:
            columns = [self.values(f) for f in self.enterprise_fields(sheet)]
            of_row = [self._end_of(names, ends) for names in zip(*columns, strict=True)]
        return [
            holds(condition, value, end)
            for value, end in zip(self.values(condition.field), of_row, strict=True)
        ]

    def _end_of(self, names: tuple[Value | None, ...], ends: Sequence[date | None]) -> date | None:
        """Give the date of the enterprise that a row names; None where that is not one date."""
        found = {
            ends[name.row] if isinstance(name, EnterpriseRef) and name.row is not None else None
            for name in names
            if name != NO_ENTERPRISE
        }
        return found.pop() if len(found) == 1 else None

    def _differ(self, condition: Differ) -> Column:
        first_of: dict[int, int] = {}
        heads: dict[str, int] = {}
        codes = self.table(REGISTER).columns.get(self.dictionary.sheet(REGISTER).key or "")
        for row, code in enumerate(codes.values if codes is not None else ()):
            if code is not None:
                first_of[row] = heads.setdefault(_head_office(str(code)), row)
        one, other = map(self.values, condition.fields)
        return [differ(a, b, first_of) for a, b in zip(one, other, strict=True)]

    def _dated(self, condition: Condition, column: Column) -> Column:
        """Set right the answers that had not come true by the assessment date."""
        since = self.dictionary.field(leaf_fields(condition)[0]).since
        if since is None or not isinstance(condition, Is | In):
            return column
        # The state named had not begun; which other state held before it is unknown.
        not_begun = FALSE if names_only(condition) else UNKNOWN
        return [
            truth if begun is TRUE else not_begun if begun is FALSE and truth is TRUE else UNKNOWN
            for truth, begun in zip(column, self.begun(since), strict=True)
        ]

    def park(self, condition: Condition) -> Truth:
        """Give the truth of a condition on the park as a whole."""
        if condition not in self._park:
            self._park[condition] = self._park_truth(condition)
        return self._park[condition]

    def _park_truth(self, condition: Condition) -> Truth:
        combined = compound(condition, self.park)
        if combined is not None:
            return combined
        match condition:
            case HasRow(table, where):
                listed = max(self.existing(where, table), default=FALSE)
                return max(listed, self.unlisted(where, table))
            case Holds():
                return self._reaches(self, condition)
            case ValidOn(start, until):
                starts = self.fact(start) if start else [None]
                ends = self.fact(until) if until else [None]
                truths = {holds_between(condition, s, e, self.as_of) for s in starts for e in ends}
            case _:
                field = leaf_fields(condition)[0]
                before = self._before(condition)
                truths = {holds(condition, v, before) for v in self.fact(field)}
        return truths.pop() if len(truths) == 1 else UNKNOWN

    def unlisted_rows(self, sheet: str) -> tuple[Unlisted, ...]:
        """Give the kinds of rows that may exist without being listed."""
        if sheet not in self._open:
            self._open[sheet] = unlisted_rows(self, sheet, self.park)
        return self._open[sheet]

    def unlisted(self, where: Condition, sheet: str) -> Truth:
        """Say whether a row that is not listed may satisfy ``where``: false or unknown."""
        key = (where, sheet)
        if key not in self._unlisted:
            truths = (row.truth(where) for row in self.unlisted_rows(sheet))
            self._unlisted[key] = max(truths, default=FALSE)
        return self._unlisted[key]

    def is_open(self, where: Condition, sheet: str) -> bool:
        """Say whether a row that is not listed may satisfy ``where``."""
        return self.unlisted(where, sheet) is not FALSE

    def enterprise_fields(self, sheet: str) -> tuple[str, ...]:
        """Give the fields of a list that name an enterprise of the register."""
        fields = self.dictionary.sheet(sheet).fields
        return tuple(f.id for f in fields if f.type is FieldType.ENTERPRISE)

    def linked(self, sheet: str) -> tuple[dict[int, list[int]], list[int]]:
        """Link a detail list with the register.

        Returns:
            For each row of the register the rows that name it, and the rows that may name any
            enterprise, since one of their names is blank or not found.
        """
        if sheet in self._links:
            return self._links[sheet]
        by_row: dict[int, list[int]] = {}
        loose: list[int] = []
        columns = [self.values(f) for f in self.enterprise_fields(sheet)]
        for index, names in enumerate(zip(*columns, strict=True)):
            for name in names:
                if isinstance(name, EnterpriseRef) and name.row is not None:
                    by_row.setdefault(name.row, []).append(index)
                elif name is None or isinstance(name, EnterpriseRef):
                    loose.append(index)
        self._links[sheet] = by_row, loose
        return self._links[sheet]

    def _has_row(self, condition: HasRow, sheet: str) -> Column:
        if sheet == REGISTER:
            return self._has_detail(condition)
        if condition.table == REGISTER:
            return self._has_enterprise(condition, sheet)
        return [UNKNOWN] * len(self.table(sheet).rows)

    def _has_detail(self, condition: HasRow) -> Column:
        where = self.existing(condition.where, condition.table)
        by_row, loose = self.linked(condition.table)
        unlisted = self.unlisted(condition.where, condition.table)
        floor = max([unlisted, *(min(where[j], UNKNOWN) for j in loose)])
        column = [floor] * len(self.table(REGISTER).rows)
        for row, details in by_row.items():
            column[row] = max([floor, *(where[j] for j in details)])
        for group in self.repeated_rows(REGISTER):
            # A detail that names one row of an enterprise names the enterprise.
            found = max(column[index] for index in group)
            for index in group:
                column[index] = found
        return column

    def _has_enterprise(self, condition: HasRow, sheet: str) -> Column:
        where = self.column(condition.where, REGISTER)
        columns = [self.values(f) for f in self.enterprise_fields(sheet)]
        return [
            max((self._named(name, where) for name in names), default=UNKNOWN)
            for names in zip(*columns, strict=True)
        ]

    @staticmethod
    def _named(name: Value | None, where: Column) -> Truth:
        if isinstance(name, EnterpriseRef):
            return UNKNOWN if name.row is None else where[name.row]
        return UNKNOWN if name is None else FALSE
