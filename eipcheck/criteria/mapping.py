"""Loads mapping files: how the sheets of foreign workbooks answer fields of the dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from pathlib import Path

from eipcheck.criteria.document import read_document
from eipcheck.criteria.problems import Problems, nearest
from eipcheck.criteria.reader import Items, Map, root
from eipcheck.criteria.shapes_data import COLUMN, MAPPED_SHEET, MAPPING, MAPPING_ID, MAPPING_SOURCE
from eipcheck.criteria.sheets import fold
from eipcheck.model.criterion import CONFIDENCE
from eipcheck.model.dictionary import DataDictionary, Field, FieldType, Layout, Sheet, Words
from eipcheck.model.mapping import LEVELS, MappedColumn, MappedSheet, Mapping
from eipcheck.model.text import NO_TEXT
from eipcheck.model.unit import unit_key

_WITH_VALUES = (FieldType.CHOICE, FieldType.YES_NO)
_YES, _NO = "yes", "no"


def load_mapping(path: Path, dictionary: DataDictionary) -> Mapping:
    """Read one mapping file; see ``load_mappings``."""
    (mapping,) = load_mappings((path,), dictionary)
    return mapping


def load_mappings(paths: Iterable[Path], dictionary: DataDictionary) -> tuple[Mapping, ...]:
    """Read mapping files for the fields of ``dictionary``, in their order.

    Raises:
        CriteriaError: with every problem of all files.
    """
    problems = Problems()
    found = [_mapping(path, dictionary, problems) for path in paths]
    problems.raise_any()
    return tuple(mapping for mapping in found if mapping is not None)


def _mapping(path: Path, dictionary: DataDictionary, problems: Problems) -> Mapping | None:
    document = read_document(path, problems)
    top = root(document, problems) if document else None
    if top is None:
        return None
    top.only(MAPPING)
    found = top.text("id")
    if found and not MAPPING_ID.fullmatch(found):
        top.report("C416", "id", id=found)
    source = top.map("source")
    source.only(MAPPING_SOURCE)
    return Mapping(
        id=found,
        title=top.words("title"),
        source=source.text("document"),
        confidence=source.one_word("confidence", CONFIDENCE),
        note=source.words("note", NO_TEXT),
        sheets=_sheets(top, dictionary),
    )


def _sheets(top: Map, dictionary: DataDictionary) -> tuple[MappedSheet, ...]:
    """Read the sheets; none is fine: a draft knows none until a person has looked at it."""
    names: dict[str, str] = {}
    return tuple(_sheet(e, dictionary, names) for e in top.maps("sheets", blank=True))


def _sheet(entry: Map, dictionary: DataDictionary, names: dict[str, str]) -> MappedSheet:
    """Read a sheet; ``names`` are those of the sheets before it, folded, with their owners."""
    entry.only(MAPPED_SHEET)
    if "names" not in entry and "recognised_by" not in entry:
        entry.report("C514")
    owners: dict[str, str] = {}
    sheet = _list_sheet(entry, dictionary)
    mapped = MappedSheet(
        sheet=entry.text("sheet"),
        names=_headings(entry, "names", names, "names"),
        recognised_by=_headings(entry, "recognised_by", {}, "recognised_by"),
        columns=_columns(entry, sheet, dictionary, owners),
        ignored=_headings(entry, "ignored", owners, "ignored", blank=True),
    )
    _check_recognised(entry, mapped, owners)
    return mapped


def _list_sheet(entry: Map, dictionary: DataDictionary) -> Sheet | None:
    name = entry.text("sheet")
    lists = {s.id: s for s in dictionary.sheets if s.layout is Layout.LIST}
    if name and name not in lists:
        entry.report("C231", "sheet", name=name, known=nearest(name, lists))
    return lists.get(name)


def _headings(
    entry: Map, key: str, owners: dict[str, str], owner: str, *, blank: bool = False
) -> tuple[str, ...]:
    """Read headings or names; report those that say nothing, or that stand somewhere already.

    Args:
        entry: what holds them.
        key: the key of their list.
        owners: what was read before, folded, with the field or key under which it stands.
        owner: the field or key under which these stand.
        blank: whether the list may be empty.
    """
    if key not in entry:
        return ()
    items = entry.items(key, blank=blank)
    for index, text in _texts(items):
        if not all(map(fold, text.split(LEVELS))):
            items.report("C513", index, heading=text)
        elif fold(text) in owners:
            items.report("C512", index, heading=text, first=owners[fold(text)])
        else:
            owners[fold(text)] = owner
    return items.texts()


def _texts(items: Items) -> Iterator[tuple[int, str]]:
    return ((i, t) for i, t in enumerate(items.data) if isinstance(t, str) and t.strip())


def _columns(
    entry: Map, sheet: Sheet | None, dictionary: DataDictionary, owners: dict[str, str]
) -> tuple[MappedColumn, ...]:
    columns: dict[str, MappedColumn] = {}
    for part in entry.maps("columns", required=False, blank=True):
        part.only(COLUMN)
        name = part.text("field")
        field = _field(part, name, sheet, dictionary)
        if name and name in columns:
            part.report("C511", "field", name=name)
        if "headings" not in part:
            part.report("C202", None, item="headings")
        columns[name] = MappedColumn(
            field=name,
            headings=_headings(part, "headings", owners, name),
            unit=_unit(part, field, dictionary),
            values=_values(part, field, dictionary.words),
        )
    return tuple(columns.values())


def _field(part: Map, name: str, sheet: Sheet | None, dictionary: DataDictionary) -> Field | None:
    """Find a field of the sheet; where the sheet itself is unknown, any field will do."""
    field = dictionary.field(name) if dictionary.has_field(name) else None
    if field is None:
        fields = sheet.fields if sheet else (f for s in dictionary.sheets for f in s.fields)
        if name:
            part.report("C230", "field", name=name, known=nearest(name, (f.id for f in fields)))
    elif sheet is not None and field.sheet != sheet.id:
        part.report("C510", "field", name=name, sheet=field.sheet, table=sheet.id)
    return field


def _unit(part: Map, field: Field | None, dictionary: DataDictionary) -> str | None:
    """Read a unit, as a heading may write it, that turns into the unit of the field."""
    if "unit" not in part:
        return None
    written = part.text("unit")
    if field is None or not written:
        return written
    if field.unit is None:
        part.report("C305", "unit", item="unit", id=field.id, type=field.type)
        return written
    names = [name for u in dictionary.units if u.id == field.unit for name, _ in u.names()]
    if unit_key(written) not in map(unit_key, names):
        part.report("C237", "unit", name=written, known=nearest(written, names))
    return written


def _values(part: Map, field: Field | None, words: Words) -> dict[str, str]:
    """Read what words stand for; a word that means something already cannot mean another."""
    entry = part.maybe_map("values")
    if entry is None or field is None:
        return {}
    if field.type not in _WITH_VALUES:
        part.report("C305", "values", item="values", id=field.id, type=field.type)
        return {}
    allowed = [choice.id for choice in field.choices] or [_YES, _NO]
    meanings = _meanings(field, words)
    found: dict[str, str] = {}
    for word in entry:
        value = found[word] = entry.text(word)
        if not word.strip():  # a blank cell is unknown, whatever a mapping says
            entry.report("C210", word, item="values", found=word)
            continue
        if not value:
            continue
        if value not in allowed:
            known = ", ".join(allowed)
            entry.report("C509", word, word=word, name=field.id, value=value, known=known)
            continue
        meaning = meanings.setdefault(fold(word) or word, value)
        if meaning != value:
            entry.report("C308", word, word=word, first=meaning, second=value)
    return found


def _meanings(field: Field, words: Words) -> dict[str, str]:
    """Give what words in a cell of the field mean without any mapping, folded."""
    found = {fold(word) or word: "missing" for word in words.missing}
    if field.type is FieldType.YES_NO:
        for meaning, known in ((_YES, words.yes), (_NO, words.no)):
            found |= {fold(word) or word: meaning for word in known}
    for choice in field.choices:
        said = (choice.id, choice.label.vi, choice.label.en, *choice.aliases)
        found |= {fold(word) or word: choice.id for word in said}
    return found


def _check_recognised(entry: Map, mapped: MappedSheet, owners: MappingOf[str, str]) -> None:
    """Report headings by which the sheet is to be recognised, but that no column has."""
    if not mapped.recognised_by:
        return
    stated = [h for c in mapped.columns for h in c.headings] + list(mapped.ignored)
    groups = {fold(LEVELS.join(levels)) for h in stated for levels in _upper(h)}
    items = entry.items("recognised_by")
    for index, text in _texts(items):
        if fold(text) not in owners and fold(text) not in groups:
            items.report("C515", index, heading=text, known=nearest(text, stated))


def _upper(heading: str) -> list[list[str]]:
    """Give the upper levels of a heading: of three levels, the first, and the first two."""
    levels = heading.split(LEVELS)
    return [levels[:n] for n in range(1, len(levels))]
