"""Loads the data dictionary, and what a criteria set adds to it."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from eipcheck.criteria.document import read_document
from eipcheck.criteria.fields import Names, read_field, read_id, read_party
from eipcheck.criteria.problems import Problems
from eipcheck.criteria.reader import Map, root
from eipcheck.criteria.shapes_data import (
    ADDED_SHEET,
    ADDITION,
    DECLARATION,
    DICTIONARY,
    LABELLED,
    SHEET,
    WORD_LISTS,
    WORD_TABLE,
)
from eipcheck.criteria.sheets import check_register, check_sheet, check_words
from eipcheck.criteria.units import read_units
from eipcheck.model.dictionary import (
    DataDictionary,
    DeclarationSpec,
    Field,
    Layout,
    Party,
    Sheet,
    Words,
)
from eipcheck.model.text import NO_TEXT, Text

FIELDS_FILE = "fields.yaml"


def load_dictionary(path: Path) -> DataDictionary:
    """Read the data dictionary.

    Raises:
        CriteriaError: with every problem of the file.
    """
    problems = Problems()
    document = read_document(path, problems)
    top = root(document, problems) if document else None
    dictionary = _dictionary(top) if top else None
    problems.raise_any()
    assert dictionary is not None
    return dictionary


def extend_dictionary(dictionary: DataDictionary, folder: Path) -> DataDictionary:
    """Add what the ``fields.yaml`` of a criteria set declares; without one, change nothing.

    The file may add parties, units, sheets, and fields and declarations of existing sheets. It
    cannot change what is declared already; saying the same again is no harm.

    Raises:
        CriteriaError: with every problem of the file.
    """
    problems = Problems()
    extended = extended_dictionary(dictionary, folder, problems)
    problems.raise_any()
    return extended


def extended_dictionary(
    dictionary: DataDictionary, folder: Path, problems: Problems
) -> DataDictionary:
    """Do as ``extend_dictionary``, adding what is wrong to ``problems`` instead of raising."""
    path = folder / FIELDS_FILE
    document = read_document(path, problems) if path.is_file() else None
    top = root(document, problems) if document else None
    return _addition(top, dictionary) if top else dictionary


def _dictionary(top: Map) -> DataDictionary:
    top.only(DICTIONARY)
    parties = _labels(top, "parties", {})
    units = read_units(top, {})
    names = Names(parties, units, {})
    words = top.map("words")
    words.only(WORD_TABLE)
    lists = {key: words.texts(key) for key in WORD_LISTS}
    check_words(words, lists)
    sheets = [_sheet(entry, names) for entry in _unique(top.maps("sheets"))]
    check_register(top, sheets)
    return DataDictionary(
        version=top.text("version"),
        sheets=tuple(sheets),
        words=Words(**lists),
        parties=tuple(Party(*pair) for pair in parties.items()),
        units=tuple(units.values()),
    )


def _addition(top: Map, old: DataDictionary) -> DataDictionary:
    top.only(ADDITION)
    parties = _labels(top, "parties", {party.id: party.label for party in old.parties})
    units = read_units(top, {unit.id: unit for unit in old.units})
    sheets = {sheet.id: sheet for sheet in old.sheets}
    for entry in _unique(top.maps("sheets")):
        known = sheets.get(entry.text("id"))
        # A field that is declared already is compared, not refused, when read again.
        declared = {
            field.id: sheet.id
            for sheet in old.sheets
            if known is None or sheet.id != known.id
            for field in sheet.fields
        }
        names = Names(parties, units, declared)
        new = _sheet(entry, names, known)
        sheets[new.id] = new
    check_register(top, sheets.values())
    return DataDictionary(
        version=old.version,
        sheets=tuple(sheets.values()),
        words=old.words,
        parties=tuple(Party(*pair) for pair in parties.items()),
        units=tuple(units.values()),
    )


def _labels(top: Map, key: str, known: dict[str, Text]) -> dict[str, Text]:
    """Read a list of {id, label}; what is ``known`` may only be repeated unchanged."""
    found: dict[str, Text] = {}
    for entry in top.maps(key, required=not known):
        entry.only(LABELLED)
        name, label = read_id(entry), entry.words("label")
        if name and name in found:
            entry.report("C219", "id", id=name)
        elif known.get(name, label) != label:
            entry.report("C310", "label", id=name)
        found[name] = label
    return known | found


def _unique(entries: list[Map]) -> list[Map]:
    found: dict[object, Map] = {}
    for entry in entries:
        name = entry.data.get("id")
        if isinstance(name, str) and name in found:
            entry.report("C219", "id", id=name)
        else:
            found[name if isinstance(name, str) else id(entry)] = entry
    return list(found.values())


def _sheet(entry: Map, names: Names, known: Sheet | None = None) -> Sheet:
    """Read a sheet, or what an entry adds to a ``known`` one."""
    own = _fields(entry, names)
    if known is not None and "label" not in entry:
        entry.only(ADDED_SHEET)
        sheet = replace(known, fields=(), declarations=_declarations(entry, names))
    else:
        entry.only(SHEET)
        sheet = Sheet(
            id=read_id(entry),
            label=entry.words("label"),
            layout=entry.choice("layout", Layout),
            fields=(),
            note=entry.words("note", NO_TEXT),
            aliases=entry.texts("aliases", required=False),
            key=entry.text("key") if "key" in entry else None,
            rows=entry.texts("rows", required=False),
            covers=entry.text("covers") if "covers" in entry else None,
            declarations=_declarations(entry, names),
        )
    sheet = replace(sheet, fields=tuple(field for _, field in own))
    if known is not None:
        sheet = _merged(entry, known, sheet, own)
    check_sheet(entry, sheet, own)
    return sheet


def _fields(entry: Map, names: Names) -> list[tuple[Map, Field]]:
    own = []
    sheet = entry.text("id")
    for part in entry.maps("fields"):
        field = read_field(part, sheet, names)
        if field.id and field.id in names.declared:
            part.report("C219", "id", id=field.id)
            continue
        names.declared[field.id] = sheet
        own.append((part, field))
    return own


def _declarations(entry: Map, names: Names) -> tuple[DeclarationSpec, ...]:
    found: dict[str, DeclarationSpec] = {}
    for part in entry.maps("declarations", required=False):
        part.only(DECLARATION)
        scope = part.maybe_map("scope")
        spec = DeclarationSpec(
            id=read_id(part),
            label=part.words("label"),
            scope=tuple((key, scope.text(key)) for key in scope) if scope else (),
            asked_of=read_party(part, names.parties),
            found_in=part.words("found_in", NO_TEXT),
        )
        if spec.id and spec.id in found:
            part.report("C219", "id", id=spec.id)
        found[spec.id] = spec
    return tuple(found.values())


def _merged(entry: Map, known: Sheet, new: Sheet, own: list[tuple[Map, Field]]) -> Sheet:
    """Put what is new behind what is known; report whatever would change it."""
    if replace(new, fields=(), declarations=()) != replace(known, fields=(), declarations=()):
        entry.report("C310", "id", id=known.id)
    fields = {field.id: field for field in known.fields}
    for part, field in own:
        if fields.setdefault(field.id, field) != field:
            part.report("C310", "id", id=field.id)
    declarations = {spec.id: spec for spec in known.declarations}
    for spec in new.declarations:
        if declarations.setdefault(spec.id, spec) != spec:
            entry.report("C310", "declarations", id=spec.id)
    return replace(known, fields=tuple(fields.values()), declarations=tuple(declarations.values()))
