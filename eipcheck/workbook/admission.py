"""Looks at a file before any parser does: is it a workbook, whole, and of an honest size?

Everything here reads bytes only: first those that tell what the file is, then the directory of
its zip, then the signs of its XML. What gets past is handed to parsers that trust it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from msgspec import Struct

from eipcheck.model.limits import Limits
from eipcheck.model.place import FilePlace
from eipcheck.workbook.archive import SMALL, Archive
from eipcheck.workbook.kinds import check_kind, check_package_kind
from eipcheck.workbook.package import (
    MANIFEST,
    ROOT_RELATIONS,
    SheetPart,
    content_types,
    relations_of,
    sheet_parts,
    workbook_part,
)
from eipcheck.workbook.safety import USUAL, raised, reading, refuse
from eipcheck.workbook.weight import TooMuch, Weight, count_others, walk, weigh

_RATIO_FROM = 2**20
_METHODS = (ZIP_STORED, ZIP_DEFLATED)
_ENCRYPTED = 0x41
"""Flags of a zip entry: encrypted, and strongly encrypted."""
_OUTSIDE = ("/", "\\", "../", "./")
_START = 64
_CHUNK = 2**18
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_XML_NAMES = (".xml", ".rels", ".vml")
_MARK = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_STYLES = "xl/styles.xml"
_PROPERTIES = ("docProps/core.xml", "docProps/custom.xml")
_WORKBOOK_TYPES = (".sheet.main+xml", ".template.main+xml", "Enabled.main+xml")
_STRINGS_TYPE = ".sharedStrings+xml"
_PARTS_OF_A_CELL = 6
"""Elements that a stored cell consists of at most, itself included."""


class Package(Struct, frozen=True):
    """What the file holds: its worksheets in order, and the limits that it was held against.

    ``workbook`` is the part that names the sheets; ``types`` gives the kind of each part, as far
    as the manifest tells. ``has_others`` says that there are also sheets of other kinds.
    ``archive`` is the zip, for whoever reads the parts.
    """

    archive: Archive
    sheets: tuple[SheetPart, ...]
    limits: Limits
    workbook: str
    types: Mapping[str, str]
    has_others: bool


def examine(data: bytes, place: FilePlace, limits: Limits = USUAL) -> Package:
    """Check the bytes of a workbook before a parser sees them.

    Raises:
        InputError: it is no xlsx workbook, or one that is damaged or unsafe to open.
    """
    check_kind(data, place)
    with reading(place):
        archive = Archive(data)
        _check_directory(archive, place)
        check_package_kind(archive, place)
        _check_sizes(archive, limits, place)
        scales = _Scales(archive, _weigh_all(archive, place), limits, place)
        scales.check_trees((MANIFEST, ROOT_RELATIONS))
        workbook = workbook_part(archive)
        scales.check_trees((workbook, relations_of(workbook)))
        sheets = sheet_parts(archive)
        types = content_types(archive)
        _check_sheets(archive, sheets, place)
        _check_workbook_part(workbook, types, place)
        strings = tuple(part for part, kind in types.items() if kind.endswith(_STRINGS_TYPE))
        relations = tuple(relations_of(sheet.part) for sheet in sheets)
        scales.check_trees((_STYLES, *_PROPERTIES, *relations))
        if not all(sheet.is_worksheet for sheet in sheets):
            scales.check_drawings({workbook, *(sheet.part for sheet in sheets), *strings})
        scales.check_streams({s.part: s.name for s in sheets}, strings)
        worksheets = tuple(s for s in sheets if s.is_worksheet)
        has_others = len(worksheets) < len(sheets)
        return Package(archive, worksheets, limits, workbook, types, has_others)


def _check_directory(archive: ZipFile, place: FilePlace) -> None:
    """Refuse a zip that programs would not read alike, or that they could be led astray by."""
    infos = archive.infolist()
    if infos and min(info.header_offset for info in infos) > 0:
        raise refuse("W129", place, part=infos[0].filename)
    names = Counter(info.filename.lower() for info in infos)
    for info in infos:
        name = info.filename
        if names[name.lower()] > 1 or _leads_astray(info):
            raise refuse("W120", place, part=name)
        if info.flag_bits & _ENCRYPTED or info.compress_type not in _METHODS:
            raise refuse("W125", place, part=name)


def _leads_astray(info: ZipInfo) -> bool:
    name = info.orig_filename
    return name.startswith(_OUTSIDE) or any(sign in name for sign in ("\0", "\\", "/../", ":"))


def _check_sizes(archive: ZipFile, limits: Limits, place: FilePlace) -> None:
    """Refuse by the sizes that the file declares; the zip reader never gives more than those."""
    infos = archive.infolist()
    if len(infos) > limits.parts:
        raise refuse("W111", place, part="*", option=raised("parts", len(infos)))
    total = sum(info.file_size for info in infos)
    if total > limits.total_mb * 2**20:
        raise refuse("W111", place, part="*", option=raised("total-mb", -(-total // 2**20)))
    for info in infos:
        size, ratio = info.file_size, info.file_size / max(info.compress_size, 1)
        if size > limits.part_mb * 2**20:
            option = raised("part-mb", -(-size // 2**20))
            raise refuse("W111", place, part=info.filename, option=option)
        if size > _RATIO_FROM and ratio > limits.ratio:
            option = raised("ratio", int(ratio) + 1)
            raise refuse("W111", place, part=info.filename, option=option)


def _weigh_all(archive: Archive, place: FilePlace) -> dict[str, Weight]:
    """Weigh each part of XML; refuse entity declarations, and encodings that could hide them."""
    weights = {}
    for info in archive.infolist():
        with archive.open(info) as stream:
            start = stream.read(_START)
            named = info.filename.lower().endswith(_XML_NAMES)
            wide = start.startswith(_WIDE) or b"\0" in start
            if wide and (named or b"<\0" in start or b"\0<" in start):
                raise refuse("W113", place, part=info.filename)
            content = start.removeprefix(_MARK).lstrip()
            if not named and content and not content.startswith(b"<"):
                continue
            read = stream.read
            if info.file_size < SMALL:
                whole = start + read(SMALL)
                archive.keep(info.filename, whole)
                start, read = b"", BytesIO(whole).read
            weight = weigh(read, start)
        if weight.size != info.file_size:
            raise refuse("W129", place, part=info.filename)
        if weight.doubtful and _declares(archive, info):
            raise refuse("W113", place, part=info.filename)
        weights[info.filename] = weight
    return weights


def _declares(archive: ZipFile, info: ZipInfo) -> bool:
    with archive.open(info) as stream:
        piece = stream.read(_CHUNK)
        while piece:
            if any(sign in piece for sign in _DECLARATIONS):
                return True
            more = stream.read(_CHUNK)
            piece = piece[-_START:] + more if more else b""
    return False


def _check_sheets(archive: ZipFile, sheets: Iterable[SheetPart], place: FilePlace) -> None:
    names = set(archive.namelist())
    missing = [s.name for s in sheets if s.part not in names]
    if missing:
        raise refuse("W114", place, sheet="; ".join(missing))
    for called in ([s.name.casefold() for s in sheets], [s.part for s in sheets]):
        twice = [name for name, number in Counter(called).items() if number > 1]
        if twice:
            raise refuse("W120", place, part=twice[0])


def _check_workbook_part(workbook: str, types: Mapping[str, str], place: FilePlace) -> None:
    """Refuse a file in which two parts could be taken for the workbook."""
    called = {part for part, kind in types.items() if kind.endswith(_WORKBOOK_TYPES)}
    if called - {workbook}:
        raise refuse("W129", place, part=min(called - {workbook}))


class _Scales:
    """Holds the parts that parsers read against the limits."""

    def __init__(
        self, archive: ZipFile, weights: Mapping[str, Weight], limits: Limits, place: FilePlace
    ) -> None:
        self._archive = archive
        self._weights = weights
        self._limits = limits
        self._place = place
        self._others: Counter[str] = Counter()

    def check_trees(self, parts: Iterable[str]) -> None:
        """Check parts that a parser turns into a tree as a whole."""
        for part in parts:
            if self._is_there(part):
                self._others[part] = self._weight(part, part).elements
        self._check_others()

    def check_drawings(self, others: Container[str]) -> None:
        """Check what chart sheets may refer to: any part that is none of ``others``."""
        self.check_trees([part for part in self._weights if part not in others])

    def check_streams(self, sheets: Mapping[str, str], strings: Iterable[str]) -> None:
        """Check sheets, by part and name, and the tables of the texts that they share."""
        limit = self._limits.cells
        weights = {part: self._weight(part, part) for part in strings if self._is_there(part)}
        most = max((weight.cells for weight in weights.values()), default=0)
        on_sheets = {p: self._weight(p, n) for p, n in sheets.items() if self._is_there(p)}
        cells = max(sum(weight.cells for weight in on_sheets.values()), most)
        if cells > limit:
            option = raised("cells", cells)
            raise refuse("W126", self._place, count=str(cells), allowed=str(limit), option=option)
        weights |= on_sheets
        for part, weight in weights.items():
            if weight.elements > _PARTS_OF_A_CELL * limit + self._limits.elements:
                self._refuse_elements(part, weight.elements)
            self._others[part] = weight.others
        if self._others.total() > self._limits.elements:
            for part in weights:
                with self._archive.open(part) as stream:
                    self._others[part] = min(count_others(stream.read), self._others[part])
        self._check_others()

    def _is_there(self, part: str) -> bool:
        """Say whether the file has the part; refuse one that parsers read and that is no XML."""
        there = part in self._archive.NameToInfo
        if there and part not in self._weights:
            raise refuse("W113", self._place, part=part)
        return there

    def _check_others(self) -> None:
        total = self._others.total()
        if total > self._limits.elements:
            self._refuse_elements(self._others.most_common(1)[0][0], total)

    def _refuse_elements(self, part: str, number: int) -> None:
        facts = {"count": str(number), "allowed": str(self._limits.elements)}
        option = raised("elements", number)
        raise refuse("W127", self._place, part=part, option=option, **facts)

    def _weight(self, part: str, name: str) -> Weight:
        """Give the weight of a part, walking through it where counting signs cannot tell."""
        weight, limits = self._weights[part], self._limits
        if weight.text > limits.text_kb * 2**10:
            self._refuse_text(name)
        if not weight.doubtful and weight.depth <= limits.depth:
            return weight
        most = _PARTS_OF_A_CELL * limits.cells + limits.elements
        try:
            with self._archive.open(part) as stream:
                bounds = {"depth": limits.depth, "text": limits.text_kb * 2**10}
                return walk(stream.read, elements=most, **bounds)
        except TooMuch as found:
            match found.kind:
                case "elements":
                    self._refuse_elements(part, most)
                case "text":
                    self._refuse_text(name)
                case "depth":
                    limit = str(limits.depth)
                    option = raised("depth", limits.depth * 10)
                    facts = {"part": name, "limit": limit, "option": option}
                    raise refuse("W119", self._place, **facts) from found
            raise refuse("W113", self._place, part=part) from found

    def _refuse_text(self, name: str) -> None:
        limit = self._limits.text_kb
        option = raised("text-kb", limit * 10)
        raise refuse("W128", self._place, part=name, limit=str(limit), option=option)
