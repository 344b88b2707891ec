"""Weighs the XML of a workbook before a parser builds anything from it.

A parser needs time and memory by the element, not by the byte, and a small file may hold millions.
Well-formed XML that holds only elements and text can be weighed by counting signs, forty times
faster than by parsing: "<" begins each tag and nothing else. Where that cannot be trusted (a
comment, a CDATA section, a bare ">" in a text), or where it shows too much, ``walk`` looks exactly.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from xml.parsers.expat import ParserCreate

from msgspec import Struct

Read = Callable[[int], bytes]
"""Gives up to so many bytes of a part, and none at its end."""

_CHUNK = 2**18
_BLOCK = 2**12
_SIGNS_ASIDE = 100
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\s[^<>]*\?>)?")
_ROOT = re.compile(rb"\s*<(\w+:)?(\w+)")
_COUNTED = {b"worksheet": b"c ", b"sst": b"si>"}
_PLAIN = ("c", "v", "f", "is", "t", "si", "row")
"""What cells and shared texts consist of; a parser is quick with these."""
_PLAIN_TAGS = (b"v>", b"is>", b"t>", b"t ", b"row ", b"f>", b"f ")


class Weight(Struct, frozen=True):
    """What a part holds.

    ``cells`` are those of a sheet, or the texts of the table that sheets share; ``others`` the
    elements that no cell or text consists of, at most; ``text`` the longest text in bytes;
    ``size`` that of the part; ``doubtful`` that only ``walk`` can tell.
    """

    elements: int
    cells: int
    others: int
    depth: int
    text: int
    size: int
    doubtful: bool = False


class _Scale:
    """Counts signs, in blocks: the depth at the end of each bounds that within it."""

    def __init__(self) -> None:
        self.elements = self.cells = self.deepest = self.longest = 0
        self.doubtful = False
        self._depth = self._inside = self._run = 0

    def put(self, data: bytes, end: int) -> None:
        # the single byte is looked for first: it is rare, and found many times faster
        if (b"!" in data and b"<!" in data) or (b"?" in data and b"<?" in data):
            self.doubtful = True
        start = 0
        while start < end:
            stop = min(start + _BLOCK, end)
            while stop < end and data[stop - 1] in b"</":
                stop += 1
            self._block(data, start, stop)
            start = stop

    def _block(self, data: bytes, start: int, stop: int) -> None:
        opening = data.count(b"<", start, stop)
        closing = data.count(b"</", start, stop)
        self._inside += opening - data.count(b">", start, stop)
        if self._inside not in (0, 1):
            self.doubtful = True
        self.elements += opening - closing
        self._depth += opening - 2 * closing - data.count(b"/>", start, stop)
        self.deepest = max(self.deepest, self._depth)
        if opening:
            self.longest = max(self.longest, self._run + data.find(b"<", start, stop) - start)
            self._run = stop - data.rfind(b"<", start, stop)
        else:
            self._run += stop - start
        self.longest = max(self.longest, self._run)


def weigh(read: Read, start: bytes = b"") -> Weight:
    """Weigh a part quickly; ``start`` is what was read of it before."""
    scale = _Scale()
    data = start + read(_CHUNK)
    size = len(data)
    data = data[_start(data) :]
    tag = _counted_tag(data)
    cells = 0
    while data:
        more = read(_CHUNK)
        size += len(more)
        end = len(data) - (_torn(data) if more else 0)
        scale.put(data, end)
        cells += data.count(tag, 0, end) if tag else 0
        data = data[end:] + more
    others = scale.elements - cells
    return Weight(scale.elements, cells, others, scale.deepest, scale.longest, size, scale.doubtful)


def _counted_tag(data: bytes) -> bytes | None:
    root = _ROOT.match(data)
    name = _COUNTED.get(root[2]) if root else None
    return b"<" + (root[1] or b"") + name if root and name else None


def _torn(data: bytes) -> int:
    """Give how many bytes at the end may begin a sign of two bytes."""
    return 2 if data.endswith(b"</") else int(data.endswith((b"<", b"/")))


def count_others(read: Read) -> int:
    """Count the elements of a sheet, or of a table of texts, that no cell or text consists of."""
    data = read(_CHUNK)
    root = _ROOT.match(data, _start(data))
    prefix = b"<" + ((root[1] if root else None) or b"")
    plain = [prefix + tag for tag in (*_COUNTED.values(), *_PLAIN_TAGS)]
    others = 0
    while data:
        others += data.count(b"<") - data.count(b"</") - sum(map(data.count, plain))
        data = read(_CHUNK)
    return others


def _start(data: bytes) -> int:
    declaration = _DECLARATION.match(data)
    return declaration.end() if declaration else 0


class TooMuch(Exception):  # noqa: N818 - it says what was found, not that something failed
    """A part exceeds a limit: ``kind`` is elements, depth, text, or declaration."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class _Walker:
    """Follows a parser that builds nothing."""

    def __init__(self, elements: int, depth: int, text: int) -> None:
        self._limits = elements, depth, text
        self.elements = self.cells = self.others = self.deepest = self.longest = 0
        self._depth = self._text = self._signs = 0
        self._in_section = False

    def start(self, name: str, _: object) -> None:
        local = name.rpartition(":")[2]
        self.elements += 1
        self.cells += local in ("c", "si")
        self.others += local not in _PLAIN
        self._depth += 1
        self._text = 0
        self.deepest = max(self.deepest, self._depth)
        elements, depth, _text = self._limits
        if self.elements > elements:
            raise TooMuch("elements")
        if self._depth > depth:
            raise TooMuch("depth")

    def end(self, _: str) -> None:
        self._depth -= 1
        self._text = 0

    def text(self, text: str) -> None:
        if self._in_section:
            self.aside(text)
        self._text += len(text)
        self.longest = max(self.longest, self._text)
        if self._text > self._limits[2]:
            raise TooMuch("text")

    def declaration(self, *_: object) -> None:
        raise TooMuch("declaration")

    def aside(self, *texts: str) -> None:
        """Tell tags that are none: a comment full of them slows whoever looks for signs."""
        self._signs += sum(text.count("<") for text in texts)
        if self._signs > _SIGNS_ASIDE:
            raise TooMuch("declaration")

    def section(self, *, begins: bool) -> None:
        self._in_section = begins


def walk(read: Read, *, elements: int, depth: int, text: int) -> Weight:
    """Weigh a part exactly, up to these limits.

    Raises:
        TooMuch: it exceeds one, or declares entities.
        ExpatError: it is damaged.
    """
    walker = _Walker(elements, depth, text)
    parser = ParserCreate()
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.text
    parser.StartDoctypeDeclHandler = walker.declaration
    parser.CommentHandler = parser.ProcessingInstructionHandler = walker.aside
    parser.StartCdataSectionHandler = partial(walker.section, begins=True)
    parser.EndCdataSectionHandler = partial(walker.section, begins=False)
    size = 0
    while data := read(_CHUNK):
        size += len(data)
        parser.Parse(data, False)  # noqa: FBT003 - the parser takes it so
    parser.Parse(b"", True)  # noqa: FBT003
    deepest, longest = walker.deepest, walker.longest
    return Weight(walker.elements, walker.cells, walker.others, deepest, longest, size)
