"""YAML text to plain data that knows where each value stands.

YAML lets much pass unseen: the last of two equal keys wins, ``no`` is false, ``010`` is 8,
``12:30`` is 750, an alias or a merge key can blow up to any size. Here each of these is a
problem with its place. The text is read event by event, so that depth and size are bounded
while reading, aliases are never followed, and nothing but text, numbers, dates, lists and
mappings can come out.
"""

from __future__ import annotations

import re
import stat
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Union

import yaml

from eipcheck.criteria.problems import Problems
from eipcheck.model.place import FilePlace, Line

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_NODES = 30_000
MAX_FAULTS = 100
MAX_DIGITS = 40
MAX_FILES = 300
MAX_TOTAL_BYTES = 10_000_000
"""The most YAML files that one folder may hold, and bytes in all of them together."""


class Refused:
    """Stands where a value was refused; its problem is already reported."""


REFUSED = Refused()

Data = Union[  # noqa: UP007 - refers to itself
    str, bool, Decimal, date, None, Refused, list["Data"], dict[str, "Data"]
]

_UNSEEN: Any = object()
_PLAIN_WORDS: dict[str, Data] = {"true": True, "false": False, "null": None, "~": None, "": None}
# What YAML 1.1 would silently turn into a truth value, or YAML 1.2 readers would not.
_BOOLEANS = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false"})
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ODD_NUMBER = re.compile(
    r"[-+]?(?:0[0-9_]+(?:\.[0-9_]*)?|0[xX][0-9a-fA-F_]+|0[bo][0-7_]+"
    r"|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?"
    r"|\.(?:inf|Inf|INF|nan|NaN|NAN))"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ]+[0-9][0-9:.Zz +-]*)?")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# libyaml from 0.2.6 on gives up by itself where it looks ahead into brackets within brackets.
_TOO_DEEP = "exceeded maximum nesting depth"

_Mark = Any  # yaml.Mark or its twin of libyaml: ``line`` and ``column`` from 0


class Document:
    """The data of one file, and the place of everything in it."""

    __slots__ = ("_marks", "data", "file")

    def __init__(self, file: str, data: Data, marks: dict[int, tuple[_Mark, list[_Mark]]]) -> None:
        """Keep ``data``; ``marks`` are those of each list and mapping by identity."""
        self.file = file
        self.data = data
        self._marks = marks

    def place(
        self, holder: object, child: str | int | None = None, *, of_key: bool = False
    ) -> Line:
        """Give the place of a list or mapping, or of its ``child`` (a key or an index).

        The place of an absent child is that of its holder. ``of_key`` asks for the place of the
        key instead of the value.
        """
        own, children = self._marks.get(id(holder), (None, []))
        mark = own
        if isinstance(holder, dict) and child in holder:
            mark = children[2 * list(holder).index(child) + (not of_key)]
        elif isinstance(holder, list) and isinstance(child, int):
            mark = children[child]
        return Line(self.file, mark.line + 1, mark.column + 1) if mark else Line(self.file, 1, 1)


def read_document(path: Path, problems: Problems) -> Document | None:
    """Read ``path``; None if nothing of it can be used. What is wrong goes to ``problems``."""
    content = read_content(path, problems)
    return None if content is None else decode_document(content, str(path), problems)


def read_content(path: Path, problems: Problems) -> bytes | None:
    """Read the bytes of ``path``; None if there are none to be had, or far too many."""
    file = str(path)
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):  # a pipe or a device may never end
            problems.add("C443", FilePlace(file), file=path.name)
            return None
        if known.st_size <= MAX_BYTES:
            return path.read_bytes()
    except OSError as error:
        problems.add("C101", FilePlace(file), file=file, detail=error.strerror or str(error))
        return None
    problems.add("C111", FilePlace(file), size=str(known.st_size), limit=str(MAX_BYTES))
    return None


def yaml_files(folder: Path, problems: Problems) -> list[Path]:
    """Give the YAML files of a folder in order of name; none where they are far too many.

    A file whose name ends like YAML but is not read as such is reported, not overlooked.
    """
    if not folder.is_dir():
        return []
    found: list[Path] = []
    for path in folder.glob("*.y*ml"):
        found.append(path)
        if len(found) > MAX_FILES:
            problems.add("C441", FilePlace(str(folder)), limit=str(MAX_FILES))
            return []
    for path in found:
        if path.suffix != ".yaml":
            problems.add("C425", FilePlace(str(path)), file=path.name)
    files = sorted(path for path in found if path.suffix == ".yaml")
    size = sum(path.stat().st_size for path in files if path.is_file())
    if size > MAX_TOTAL_BYTES:
        facts = {"size": str(size), "limit": str(MAX_TOTAL_BYTES)}
        problems.add("C442", FilePlace(str(folder)), **facts)
        return []
    return files


def decode_document(content: bytes, file: str, problems: Problems) -> Document | None:
    """Read YAML in UTF-8, with or without a byte-order mark."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.add("C102", Line(file, line, 1), byte=f"0x{content[error.start]:02x}")
        return None
    return parse_document(text, file, problems)


def parse_document(text: str, file: str, problems: Problems) -> Document | None:
    """Read YAML ``text``; ``file`` is the name that places carry. None if it is no YAML."""
    composer = _Composer(file, problems)
    # only its events are used; without libyaml they are the same and come six times slower
    parser = yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)
    try:
        composer.run(parser.get_event)
    except _TooMuch:
        return None
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, text, file, problems)
        return None
    except yaml.reader.ReaderError:
        found = _UNPRINTABLE.search(text)
        at = found.start() if found else 0
        column = at - text.rfind("\n", 0, at)
        place = Line(file, text.count("\n", 0, at) + 1, column)
        problems.add("C104", place, character=f"U+{ord(text[at]):04X}")
        return None
    finally:
        parser.dispose()
    return Document(file, composer.root, composer.marks)


def _report_syntax(error: yaml.MarkedYAMLError, text: str, file: str, problems: Problems) -> None:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        problems.add("C103", FilePlace(file), detail=str(error))
        return
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    place = Line(file, mark.line + 1, mark.column + 1)
    if error.problem == _TOO_DEEP:
        problems.add("C113", place, limit=str(MAX_DEPTH))
        return
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        problems.add("C105", Line(file, mark.line + 1, indent.index("\t") + 1))
    else:
        detail = "; ".join(part for part in (error.context, error.problem) if part)
        problems.add("C103", place, detail=detail)


class _TooMuch(Exception):  # noqa: N818 - a signal within this module
    """The document is deeper, larger or worse than any honest file."""


class _Composer:
    """Builds the data from the events of one document."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.root: Data = None
        self.marks: dict[int, tuple[_Mark, list[_Mark]]] = {}
        self._file = file
        self._problems = problems
        self._known: dict[str, Data] = dict(_PLAIN_WORDS)
        self._faults = 0
        self._kept: list[Data] = []  # keeps refused containers alive, so that no id is reused

    def run(self, get_event: Any) -> None:  # noqa: ANN401 - a method of either parser
        """Take all events of one document.

        A frame is a container, the marks of its children, and the key that awaits its value.
        """
        holder: list[Data] = []
        top: list[Any] = [holder, [], None]
        stack = [top]
        nodes = documents = 0
        while True:
            event = get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._put(top, self._scalar(event), event.start_mark)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                top = self._open(top, event)
                stack.append(top)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                stack.pop()
                top = stack[-1]
            elif kind is yaml.AliasEvent:
                self._report("C107", event.start_mark, text=f"*{event.anchor}")
                self._put(top, REFUSED, event.start_mark)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._report("C106", event.start_mark)
                    break
            elif kind is yaml.StreamEndEvent:
                break
            nodes += 1
            if nodes > MAX_NODES or len(stack) > MAX_DEPTH:
                limit = str(MAX_NODES if nodes > MAX_NODES else MAX_DEPTH)
                code = "C112" if nodes > MAX_NODES else "C113"
                self._report(code, event.start_mark, limit=limit)
                raise _TooMuch
        self.root = holder[0] if holder else None

    def _open(self, top: list[Any], event: Any) -> list[Any]:  # noqa: ANN401 - one of two events
        new: dict[str, Data] | list[Data] = {} if type(event) is yaml.MappingStartEvent else []
        marks: list[_Mark] = []
        self.marks[id(new)] = (event.start_mark, marks)
        self._kept.append(new)
        fine = self._bare(event)
        self._put(top, new if fine else REFUSED, event.start_mark)
        return [new, marks, None]

    def _put(self, top: list[Any], value: Data, mark: _Mark) -> None:
        """Add ``value`` to the container of the frame ``top``, as item, key or value of a key."""
        holder, marks, key = top
        if type(holder) is list:
            holder.append(value)
            marks.append(mark)
        elif key is not None:
            top[2] = None
            if key[0] is not REFUSED:
                holder[key[0]] = value
                marks.append(key[1])
                marks.append(mark)
        else:
            top[2] = (self._key(value, mark, holder, marks), mark)

    def _key(
        self, value: Data, mark: _Mark, holder: dict[str, Data], marks: list[_Mark]
    ) -> str | Refused:
        if type(value) is not str:
            if value is not REFUSED:
                self._report("C114", mark)
            return REFUSED
        if value in holder:
            first = marks[2 * list(holder).index(value)].line + 1
            self._report("C110", mark, item=value, first=str(first))
            return REFUSED
        return value

    def _bare(self, event: Any) -> bool:  # noqa: ANN401 - one of three events
        """Report an anchor or a tag; say whether there is neither."""
        if event.anchor is not None:
            self._report("C107", event.start_mark, text=f"&{event.anchor}")
        if event.tag is not None:
            self._report("C109", event.start_mark, tag=event.tag)
        return event.anchor is None and event.tag is None

    def _scalar(self, event: Any) -> Data:  # noqa: ANN401 - yaml.ScalarEvent has no types
        text: str = event.value
        if (event.anchor is not None or event.tag is not None) and not self._bare(event):
            return REFUSED
        if event.style:  # quoted or block: text, whatever it looks like
            return text
        value: Data = self._known.get(text, _UNSEEN)
        if value is _UNSEEN:
            value = self._plain(text, event.start_mark)
            if value is not REFUSED:
                self._known[text] = value
        return value

    def _plain(self, text: str, mark: _Mark) -> Data:
        """Say what an unquoted scalar is; ``REFUSED`` where readers of YAML would disagree."""
        code = ""
        if text[0] in "0123456789-+.":
            if len(text) <= MAX_DIGITS and _NUMBER.fullmatch(text):
                return Decimal(text)
            if _DATE.fullmatch(text):
                try:
                    return date.fromisoformat(text)
                except ValueError:
                    code = "C117"
            elif _ODD_NUMBER.fullmatch(text):
                code = "C116"
        elif text == "<<":
            code = "C108"
        elif text.lower() in _BOOLEANS:
            code = "C115"
        elif text in ("Null", "NULL"):
            return None
        if code:
            self._report(code, mark, text=text)
            return REFUSED
        return text

    def _report(self, code: str, mark: _Mark, **facts: str) -> None:
        self._problems.add(code, Line(self._file, mark.line + 1, mark.column + 1), **facts)
        self._faults += 1
        if self._faults > MAX_FAULTS:
            raise _TooMuch
