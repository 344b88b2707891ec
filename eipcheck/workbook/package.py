"""Which worksheets a workbook file says it has, and in which parts of the zip they lie."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from msgspec import Struct

MANIFEST = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"
_USUAL_WORKBOOK = "xl/workbook.xml"


class SheetPart(Struct, frozen=True):
    """A sheet by name, and the part of the zip that holds it; chart sheets are no worksheets."""

    name: str
    part: str
    is_worksheet: bool
    hidden: bool = False


def sheet_parts(archive: ZipFile) -> tuple[SheetPart, ...]:
    """Give the sheets in the order of the workbook.

    Raises:
        KeyError: the zip is no workbook.
        ParseError: its parts are broken.
    """
    workbook = workbook_part(archive)
    targets = _relations(archive, relations_of(workbook), posixpath.dirname(workbook))
    parts = []
    for sheet in _elements(_parse(archive, workbook), "sheet"):
        relation = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
        kind, part = targets.get(relation, ("worksheet", ""))
        hidden = sheet.attrib.get("state", "visible") != "visible"
        parts.append(SheetPart(sheet.attrib["name"], part, kind == "worksheet", hidden))
    return tuple(parts)


def workbook_part(archive: ZipFile) -> str:
    """Give the part that names the sheets."""
    relations = _relations(archive, ROOT_RELATIONS, "")
    kinds = (part for kind, part in relations.values() if kind == "officeDocument")
    return next(kinds, _USUAL_WORKBOOK)


def relations_of(part: str) -> str:
    """Give the part that holds the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def content_types(archive: ZipFile) -> dict[str, str]:
    """Give the kind of each part that the manifest names."""
    kinds = _elements(_parse(archive, MANIFEST), "Override")
    return {
        e.attrib.get("PartName", "").removeprefix("/"): e.attrib.get("ContentType", "")
        for e in kinds
    }


def _relations(archive: ZipFile, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """Give kind and target of each relation by its id."""
    found = {}
    for relation in _elements(_parse(archive, part), "Relationship"):
        kind = relation.attrib.get("Type", "").rpartition("/")[2]
        target = relation.attrib.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        found[relation.attrib.get("Id", "")] = (kind, posixpath.normpath(path))
    return found


def _parse(archive: ZipFile, part: str) -> Element:
    # S314: entity declarations were refused before, and expat bounds what is left
    return fromstring(archive.read(part))  # noqa: S314


def _elements(root: Element, name: str) -> Iterator[Element]:
    return (e for e in root.iter() if e.tag.rpartition("}")[2] == name)
