"""The answers of one workbook on one date, as declared or as evidenced."""

from __future__ import annotations

from datetime import date

from eipcheck.evaluation.documents import proven
from eipcheck.evaluation.facts import (
    Figure,
    Statements,
    favours,
    figure,
    needs_document,
    statements,
)
from eipcheck.evaluation.truth import TRUE, UNKNOWN, Column, truth
from eipcheck.model.assessment import Dates, Proof
from eipcheck.model.condition import Within
from eipcheck.model.dictionary import DataDictionary, Field, FieldType
from eipcheck.model.record import Declaration, ParkRecord, Scope, Table, Value

_OF_PARK = ("registration", "assessment")
"""Ends of a look-back window that are dates of the park."""
_CHOSEN = (FieldType.CHOICE, FieldType.YES_NO)
"""Types of answers that may speak for the park."""


class Answers:
    """One workbook on one date, in one of the two runs."""

    def __init__(
        self, record: ParkRecord, dictionary: DataDictionary, dates: Dates, proof: Proof
    ) -> None:
        """Take the workbook as it is; nothing is computed before it is asked for."""
        self.record = record
        self.dictionary = dictionary
        self.dates = dates
        self.as_of = dates.as_of
        self.proof = proof
        self._repeated: dict[str, tuple[tuple[int, ...], ...]] = {}
        self._values: dict[str, list[Value | None]] = {}
        self._proven: dict[tuple[str, ...], bool] = {}
        self._said: dict[tuple[str, Scope], Statements] = {}
        self._figures: dict[tuple[str, Scope], Figure] = {}
        self._ends: dict[tuple[str, date], list[date | None]] = {}

    def table(self, sheet: str) -> Table:
        """Give the list; a sheet that the workbook lacks is an empty, open list."""
        found = self.record.tables.get(sheet)
        return found or Table(sheet=sheet, sheet_name=sheet, rows=(), columns={}, declarations=())

    def proves(self, documents: object) -> bool:
        """Say whether one of the documents counts on the assessment date."""
        if not isinstance(documents, tuple) or not documents:
            return False
        if documents not in self._proven:
            self._proven[documents] = proven(self.record, documents, self.as_of)
        return self._proven[documents]

    def values(self, field_id: str) -> list[Value | None]:
        """Give a list column as this run takes it; None is unknown.

        A blank stands for what the field says it means. What could not be read is no blank.
        In the evidenced run an answer that lacks its document is unknown; so is in both runs
        what speaks for the park and no date ties to a day, in a list of a later day.
        """
        if field_id not in self._values:
            field = self.dictionary.field(field_id)
            values = self._filled(field)
            if self.proof is Proof.EVIDENCED:
                values = self._documented(field, values)
            for index in self.impossible(field):
                values[index] = None
            if field.type in _CHOSEN and field.since is None and self.is_of_later_day(field.sheet):
                values = [None if v is None or favours(field, v) else v for v in values]
            self._values[field_id] = values
        return self._values[field_id]

    def begun(self, field_id: str) -> Column:
        """Say of each row whether what is true since a date had begun by the assessment date.

        A blank date is no obstacle: the answer speaks of the list's own day, if that is not a
        later one. A date that is written but cannot be read may lie after the day.
        """
        sheet = self.dictionary.field(field_id).sheet
        table = self.table(sheet)
        column = table.columns.get(field_id)
        undated = UNKNOWN if self.is_of_later_day(sheet) else TRUE
        if column is None:
            return [undated] * len(table.rows)
        return [
            truth(day <= self.as_of)
            if isinstance(day, date)
            else (undated if column.is_blank(index) else UNKNOWN)
            for index, day in enumerate(column.values)
        ]

    def impossible(self, field: Field) -> tuple[int, ...]:
        """Give the rows where the date precedes what it cannot precede: no answer at all."""
        columns = self.table(field.sheet).columns
        dates, earlier = columns.get(field.id), columns.get(field.not_before or "")
        if dates is None or earlier is None:
            return ()
        pairs = enumerate(zip(dates.values, earlier.values, strict=True))
        return tuple(index for index, (day, first) in pairs if _precedes(day, first))

    def _filled(self, field: Field) -> list[Value | None]:
        table = self.table(field.sheet)
        column = table.columns.get(field.id)
        if column is None:
            return [field.blank_means] * len(table.rows)
        if field.blank_means is None:
            return list(column.values)
        return [
            field.blank_means if value is None and column.is_blank(index) else value
            for index, value in enumerate(column.values)
        ]

    def _documented(self, field: Field, values: list[Value | None]) -> list[Value | None]:
        table = self.table(field.sheet)
        column = table.columns.get(field.id)
        if column is None:
            return values
        evidence = table.columns.get(field.evidence or "")
        documents = evidence.values if evidence is not None else (None,) * len(values)
        return [
            None if self._unproven(field, said) and not self.proves(proof) else value
            for value, said, proof in zip(values, column.values, documents, strict=True)
        ]

    def _unproven(self, field: Field, said: Value | None) -> bool:
        """Say whether an answer needs a document; a date still to come claims nothing yet."""
        if said is None or (isinstance(said, date) and said > self.as_of):
            return False
        return needs_document(field, said)

    def repeated_rows(self, sheet: str) -> tuple[tuple[int, ...], ...]:
        """Give the groups of rows of a list that share a key."""
        if sheet not in self._repeated:
            column = self.table(sheet).columns.get(self.dictionary.sheet(sheet).key or "")
            groups: dict[Value, list[int]] = {}
            for index, value in enumerate(column.values if column else ()):
                if value is not None:
                    groups.setdefault(value, []).append(index)
            self._repeated[sheet] = tuple(tuple(g) for g in groups.values() if len(g) > 1)
        return self._repeated[sheet]

    def fact(self, field_id: str) -> list[Value | None]:
        """Give the values that a fact may have in this run; None among them is unknown."""
        field = self.dictionary.field(field_id)
        said = self.said(field_id)
        if said.unreadable:
            return [None]
        if not said.used:
            blank = all(o.raw == "" for o in self.record.facts.get(field_id, ()))
            return [field.blank_means if blank else None]
        return [
            None
            if self.proof is Proof.EVIDENCED
            and self._unproven(field, o.value)
            and not self.proves(o.documents)
            else o.value
            for o in said.used
        ]

    def said(self, field_id: str, scope: Scope = Scope.WHOLE) -> Statements:
        """Give the statements about a fact that count on the assessment date."""
        key = (field_id, scope)
        if key not in self._said:
            self._said[key] = statements(self.record, field_id, scope, self.as_of)
        return self._said[key]

    def figure(self, field_id: str, scope: Scope = Scope.WHOLE) -> Figure:
        """Give a fact as a range of numbers."""
        key = (field_id, scope)
        if key not in self._figures:
            field, said = self.dictionary.field(field_id), self.said(field_id, scope)
            self._figures[key] = figure(self.record, field, said, self.as_of, self.proof)
        return self._figures[key]

    def list_year(self, sheet: str) -> int:
        """Give the year that a list speaks of.

        It is that of its "as of" date, else of the data period, else of the assessment date:
        an undated list is one of today, and no older total may close it.
        """
        ends = [d.end for d in self.table(sheet).declarations if d.end is not None]
        if ends:
            return max(ends).year
        period = self.dates.period_end.on
        return period.year if period else self.as_of.year

    def window_end(self, within: Within) -> date | None:
        """Give the date of the park that a look-back window ends on; None is unknown.

        A registration after the assessment date has not happened yet: the assessment date serves.
        One from before the law is none under it.
        """
        registration = self.dates.registration.on if within.before == "registration" else None
        if registration is None:
            return self.as_of
        return min(registration, self.as_of) if registration >= within.earliest else None

    def own_window_ends(self, within: Within) -> list[date | None]:
        """Give, for each enterprise, the date that its own look-back window ends on.

        A blank date is one to come: the assessment date serves, as it does for a date after it.
        None is unknown: a date that cannot be read or is from before the law, or rows of one
        enterprise that differ.
        """
        key = (within.before, within.earliest)
        if key not in self._ends:
            sheet = self.dictionary.field(within.before).sheet
            column = self.table(sheet).columns.get(within.before)
            ends: list[date | None] = [
                (min(value, self.as_of) if value >= within.earliest else None)
                if isinstance(value, date)
                else (self.as_of if column is None or column.is_blank(index) else None)
                for index, value in enumerate(self.values(within.before))
            ]
            for group in self.repeated_rows(sheet):
                if len({ends[index] for index in group}) > 1:
                    for index in group:
                        ends[index] = None
            self._ends[key] = ends
        return self._ends[key]

    def window_ends(self, within: Within) -> tuple[date, date] | None:
        """Give the earliest and the latest day that a look-back window may end on.

        None where one of them is unknown.
        """
        if within.before in _OF_PARK:
            ends = [self.window_end(within)]
        else:
            ends = [*self.own_window_ends(within), self.as_of]
        known = [end for end in ends if end is not None]
        return (min(known), max(known)) if len(known) == len(ends) else None

    def is_row_field(self, field_id: str, sheet: str) -> bool:
        """Say whether the field is a column of the list, and not a fact of the park."""
        return self.dictionary.field(field_id).sheet == sheet

    def is_of_later_day(self, sheet: str) -> bool:
        """Say whether a list tells of one day, and of one after the assessment date.

        A list over a period holds dated rows, and is none.
        """
        if self.dictionary.sheet(sheet).covers is not None:
            return False
        ends = [d.end for d in self.table(sheet).declarations if d.end is not None]
        return bool(ends) and max(ends) > self.as_of

    def is_complete(self, declaration: Declaration) -> bool:
        """Say whether a "complete" line counts in this run.

        In the evidenced run it counts only with the document that carries the list.
        """
        if declaration.complete is not True:
            return False
        return self.proof is Proof.DECLARED or self.proves(declaration.documents)


def _precedes(day: Value | None, first: Value | None) -> bool:
    """Say whether a day lies before a date, or before the first day of a year."""
    if not isinstance(day, date):
        return False
    if isinstance(first, date):
        return day < first
    return isinstance(first, int) and day.year < first
