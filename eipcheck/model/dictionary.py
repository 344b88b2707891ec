"""The data dictionary: every sheet and field that the workbook can hold, declared once."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from eipcheck.model.text import NO_TEXT, Text
from eipcheck.model.unit import Unit


class FieldType(StrEnum):
    """What a cell of the field holds once it has been read."""

    TEXT = "text"  # str
    YES_NO = "yes_no"  # bool
    CHOICE = "choice"  # str: the id of the choice
    INTEGER = "integer"  # Decimal without a fraction
    NUMBER = "number"  # Decimal
    DATE = "date"  # datetime.date
    YEAR = "year"  # int
    ENTERPRISE = "enterprise"  # EnterpriseRef: a row of the register, or an unmatched name
    DOCUMENTS = "documents"  # tuple[str, ...]: ids on the evidence sheet


class NeedsDocument(StrEnum):
    """When an answer counts as evidenced only with a document behind it."""

    IN_FAVOUR = "in_favour"  # a value in the field's better direction
    ALWAYS = "always"
    NEVER = "never"  # carried by the document of the whole list


class Choice(Struct, frozen=True, cache_hash=True):
    """One allowed value of a choice field."""

    id: str
    label: Text
    aliases: tuple[str, ...] = ()


NOT_YET = "not_yet"
"""``blank_means`` of an end: a blank remedy or stop date says that it has not happened yet."""

NO_ENTERPRISE = "none"
"""``blank_means`` of an enterprise field: a blank says that no enterprise of the park is named."""


class Field(Struct, frozen=True, kw_only=True, cache_hash=True):
    """One question of the workbook.

    ``blank_means`` is None where a blank is unknown, ``NOT_YET`` for an end that has not come,
    ``NO_ENTERPRISE`` for a party outside the park, else the id of the choice that a blank stands
    for. ``better`` is the favourable direction: ``higher``, ``lower``, ``yes``, ``no``, the
    favourable choices, or empty where there is none. ``since`` names the date field that says
    from when the answer is true; ``evidence`` names the field that holds the documents behind it;
    ``not_before`` names a date or year of the same row that this date cannot precede.

    A figure of a facts sheet may be held against others of its sheet: it is one of the parts of
    ``part_of``, at most ``at_most``, a load on ``capacity``. With ``parts_add_up`` the parts of
    this figure are all of it.
    """

    id: str
    sheet: str
    label: Text
    type: FieldType
    unit: str | None = None
    choices: tuple[Choice, ...] = ()
    aliases: tuple[str, ...] = ()
    blank_means: str | None = None
    plausible: tuple[Decimal | None, Decimal | None] = (None, None)
    better: tuple[str, ...] = ()
    needs_document: NeedsDocument = NeedsDocument.NEVER
    asked_of: str = "developer"
    found_in: Text = NO_TEXT
    note: Text = NO_TEXT
    since: str | None = None
    not_before: str | None = None
    part_of: str | None = None
    parts_add_up: bool = False
    at_most: str | None = None
    capacity: str | None = None
    evidence: str | None = None
    confidential: bool = False


class Layout(StrEnum):
    """How a sheet is laid out."""

    FACTS = "facts"  # one row per answer: field, value, unit, year, source, quality, evidence
    LIST = "list"  # one row per thing, one column per field


class DeclarationSpec(Struct, frozen=True, cache_hash=True):
    """A "this list is complete" line of a list sheet; ``scope`` fixes fields of its rows."""

    id: str
    label: Text
    scope: tuple[tuple[str, str], ...] = ()
    asked_of: str = "developer"
    found_in: Text = NO_TEXT


class Sheet(Struct, frozen=True, kw_only=True, cache_hash=True):
    """One sheet of the workbook.

    ``key`` is a field whose value no two rows share; ``rows`` are values of the key that the
    form prints in advance. ``covers`` names the date field over which a declaration of
    completeness extends (from, to); without it a declaration has only an "as of" date.
    """

    id: str
    label: Text
    layout: Layout
    fields: tuple[Field, ...]
    note: Text = NO_TEXT
    aliases: tuple[str, ...] = ()
    key: str | None = None
    rows: tuple[str, ...] = ()
    covers: str | None = None
    declarations: tuple[DeclarationSpec, ...] = ()


class Words(Struct, frozen=True):
    """Words that stand for a value in a cell, folded as the reader folds cells."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    zero: tuple[str, ...]
    missing: tuple[str, ...]


class Party(Struct, frozen=True):
    """Whom a field is asked of."""

    id: str
    label: Text


class DataDictionary(Struct, frozen=True, kw_only=True, dict=True, cache_hash=True):
    """All sheets in the order of the form."""

    version: str
    sheets: tuple[Sheet, ...]
    words: Words
    parties: tuple[Party, ...]
    units: tuple[Unit, ...]

    @cached_property
    def _fields(self) -> dict[str, Field]:
        return {f.id: f for s in self.sheets for f in s.fields}

    @cached_property
    def _sheets(self) -> dict[str, Sheet]:
        return {s.id: s for s in self.sheets}

    def has_field(self, field_id: str) -> bool:
        """Say whether a field of this id is declared."""
        return field_id in self._fields

    def field(self, field_id: str) -> Field:
        """Give the field; KeyError where none is declared."""
        return self._fields[field_id]

    def has_sheet(self, sheet_id: str) -> bool:
        """Say whether a sheet of this id is declared."""
        return sheet_id in self._sheets

    def sheet(self, sheet_id: str) -> Sheet:
        """Give the sheet; KeyError where none is declared."""
        return self._sheets[sheet_id]
