"""Which styles of a workbook are sure to show dates, and which numbers, and in which formats.

Only what every program would take alike is told; whoever meets another style is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, fromstring

from msgspec import Struct

from eipcheck.workbook.formats import as_shown

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OLD_FONTS = (b'".Vn', b'"VNI', b"'.Vn", b"'VNI")
_FIRST_OWN = 164
"""Formats with lower numbers are known to all programs, and in no file."""

KNOWN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    37: "#,##0_);(#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    49: "@",
}
"""Formats that are in no file, by their numbers."""

_QUOTED = re.compile(r'"[^";\\]*"')
_NO_NUMBER = re.compile(r'["\[\]dmhysbDMHYSB]')
"""What may be a date, a span of time, a condition or a language; with room to spare."""

_SEPARATOR = r"(?:\\?[-/. ])"
_DATE = re.compile(
    rf"(?:\[\$-[0-9A-Fa-f]+\])?[dmy]{{1,4}}(?:{_SEPARATOR}[dmy]{{1,4}}){{1,2}}(?:;@)?"
)


class Styles(Struct, frozen=True):
    """The styles of cells that can be told, by their numbers.

    ``formats`` gives those of numbers; ``dates`` are days, of whatever format; ``telling`` are
    styles of numbers whose format says more than the number; see ``formats.as_shown``.
    """

    formats: Mapping[int, str]
    dates: frozenset[int]
    telling: frozenset[int]

    @property
    def known(self) -> frozenset[int]:
        """Every style that can be told."""
        return self.dates | frozenset(self.formats)


def has_old_fonts(styles: bytes) -> bool:
    """Say whether a workbook has fonts of the time before Unicode."""
    return any(name in styles for name in _OLD_FONTS)


def read_styles(xml: bytes) -> Styles | None:
    """Read the styles of a workbook; None where there is more to them than is told.

    Raises:
        Exception: the XML is damaged, or a number in it is none.
    """
    if has_old_fonts(xml):
        return None
    # S314: entity declarations were refused before, and expat bounds what is left
    root = fromstring(xml)  # noqa: S314
    own = [(int(e.attrib["numFmtId"]), e.attrib["formatCode"]) for e in _parts(root, "numFmts")]
    codes = dict(own)
    styles = _parts(root, "cellXfs")
    if len(codes) < len(own) or any(n < _FIRST_OWN for n in codes) or not _is_whole(root):
        return None
    shown = [codes.get(n) or KNOWN.get(n, "") for n in _numbers(styles, "numFmtId")]
    formats = {style: code for style, code in enumerate(shown) if code and _is_number(code)}
    dates = (style for style, code in enumerate(shown) if _DATE.fullmatch(code))
    telling = (style for style, code in formats.items() if as_shown(1, code) != (1, False))
    found = Styles(formats, frozenset(dates), frozenset(telling))
    # cells that name no style have the first one
    return found if 0 in formats and 0 not in found.telling else None


def _is_number(code: str) -> bool:
    return not _NO_NUMBER.search(_QUOTED.sub("", code))


def _is_whole(root: Element) -> bool:
    """Say whether each table of styles stands there once, and all that they name is there."""
    tables = ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
    if root.tag != f"{_MAIN}styleSheet" or any(
        len(list(root.iter(_MAIN + t))) != 1 for t in tables
    ):
        return False
    fonts, fills, borders, bases, styles = (len(_parts(root, t)) for t in tables)
    most = {"fontId": fonts, "fillId": fills, "borderId": borders, "xfId": bases}
    users = [*_parts(root, "cellXfs"), *_parts(root, "cellStyleXfs"), *_parts(root, "cellStyles")]
    filled = [[e.tag.removeprefix(_MAIN) for e in fill] for fill in _parts(root, "fills")]
    if any(kinds not in (["patternFill"], ["gradientFill"]) for kinds in filled):
        return False
    named = all(0 <= n < most[id_] for id_ in most for n in _numbers(users, id_))
    return named and min(fonts, fills, borders, bases, styles) > 0


def _parts(root: Element, table: str) -> list[Element]:
    found = root.find(_MAIN + table)
    return [] if found is None else list(found)


def _numbers(elements: list[Element], name: str) -> Iterator[int]:
    return (int(e.attrib.get(name, "0")) for e in elements)
