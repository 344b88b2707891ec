"""Drafts a mapping file for what was left of a workbook; a person finishes it.

Only headings that resemble a field are mapped, each marked as a guess; every other heading stands
in a comment, so that an unfinished draft maps and silences nothing. The text is put together line
by line, since the comments are half of its use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from unicodedata import normalize

from eipcheck.criteria.sheets import fold
from eipcheck.model.dictionary import DataDictionary, Layout, Sheet
from eipcheck.model.mapping import LEVELS
from eipcheck.model.place import column_letters
from eipcheck.model.recognition import SeenColumn, SeenSheet, left_of

_HEAD = """\
# Bản nháp, lập bằng: eipcheck inspect --write-mapping. Kiểm tra từng dòng có chữ “gợi ý”; với dòng
# bắt đầu bằng “#”: ghi mã chỉ tiêu rồi bỏ dấu “#”, hoặc chuyển tiêu đề sang “ignored”.
# A draft by: eipcheck inspect --write-mapping. Check every line marked “suggested”; in a line that
# begins with “#”: name the field and remove the “#”, or move its heading to “ignored”.
"""
_GUESS = "  # gợi ý, cần kiểm tra / suggested, check"
_UNCLEAR = "# - {field: ?, headings: [%s]}  # %s"
_TAKEN = "cột khác đã trả lời / answered by another column: %s"
_NO_SHEET = "# - sheet: ?  # chưa rõ là danh sách nào / not clear which list"
_MORE = "# … và nhiều tiêu đề nữa / and many more headings"
_MOST = 600
"""Headings drafted in all: a mapping file is read only up to a size that a person can check."""
_LONGEST = 120
"""Letters of a heading; a longer text is no heading that a person would map."""
_NOT_PLAIN = re.compile(r"[^\w .,;:!?/%()+*=<>\[\]–—-]")
_NOT_ID = re.compile(r"[^a-z0-9]+")


def draft_mapping(file: str, seen: Iterable[SeenSheet], dictionary: DataDictionary) -> str:
    """Write the YAML text of a mapping for all that was left of a workbook.

    Args:
        file: the name of the workbook, from which the id is made.
        seen: what was recognised of its sheets, and what was left.
        dictionary: the fields that suggestions name.

    Returns:
        A text that ``load_mapping`` accepts as it is; the same for the same workbook.
    """
    drafter = _Drafter(dictionary)
    blocks = [line for sheet in left_of(seen, dictionary) for line in drafter.sheet(sheet)]
    title = _quoted(f"Bản nháp cho {file}"), _quoted(f"Draft for {file}")
    lines = [
        f"id: {_id_of(file)}",
        f"title: {{vi: {title[0]}, en: {title[1]}}}",
        f"source: {{document: {_quoted(file)}, confidence: I}}",
        "sheets:" if drafter.active else "sheets: []",
        *blocks,
    ]
    return _HEAD + "\n".join(lines) + "\n"


class _Drafter:
    """Writes one sheet after the other, and remembers what no two may share."""

    def __init__(self, dictionary: DataDictionary) -> None:
        self._dictionary = dictionary
        self._lists = {s.id: s for s in dictionary.sheets if s.layout is Layout.LIST}
        self._names: set[str] = set()
        self._headings = 0
        self.active = False

    def sheet(self, seen: SeenSheet) -> Iterator[str]:
        """Write a sheet; where it is unclear which list it holds, as a comment."""
        spec = self._list_of(seen)
        name = fold(seen.name)
        clear = spec is not None and bool(name) and name not in self._names
        self._names.add(name)
        self.active |= clear
        rows = ", ".join(map(str, seen.heading_rows)) or "?"
        yield f"  # Sheet {_remark(seen.name)}: dòng tiêu đề / heading rows {rows}"
        if clear and spec is not None:
            yield f"  - sheet: {spec.id}" + (_GUESS if seen.sheet is None else "")
        else:
            yield "  " + _NO_SHEET
        yield f"  {'' if clear else '# '}  names: [{_quoted(seen.name)}]"
        columns = list(self._columns(seen, spec if clear else None))
        if columns:
            mapped = any(not line.startswith("#") for line in columns)
            yield f"  {'' if mapped else '# '}  columns:"
        yield from (f"      {line}" for line in columns)

    def _list_of(self, seen: SeenSheet) -> Sheet | None:
        """Find the list that a sheet holds: as recognised, as suggested, or of most columns."""
        for known in (seen.sheet, seen.suggestion):
            if known is not None:
                return self._lists.get(known)
        near = [c.suggestion for c in seen.columns if self._is_field(c.suggestion)]
        lists = Counter(self._dictionary.field(f).sheet for f in near if f is not None)
        most = lists.most_common(2)
        if not most or (len(most) > 1 and most[0][1] == most[1][1]):
            return None
        return self._lists.get(most[0][0])

    def _is_field(self, name: str | None) -> bool:
        return name is not None and self._dictionary.has_field(name)

    def _columns(self, seen: SeenSheet, spec: Sheet | None) -> Iterator[str]:
        fields = {f.id for f in spec.fields} if spec else set()
        answered = {c.field: c.column for c in seen.columns if c.field is not None}
        said: set[str] = set()
        for column in filter(_may_be_heading, seen.left):
            heading = fold(column.heading)
            if heading in said:
                continue
            said.add(heading)
            self._headings += 1
            if self._headings > _MOST:
                yield _MORE
                return
            field = column.suggestion or ""
            levels = all(map(fold, column.heading.split(LEVELS)))
            if field in fields and field not in answered and levels:
                answered[field] = column.column
                yield f"- {{field: {field}, headings: [{_quoted(column.heading)}]}}{_GUESS}"
            else:
                yield _unclear(column, answered.get(field))


def _may_be_heading(column: SeenColumn) -> bool:
    return 0 < len(column.heading) <= _LONGEST


def _unclear(column: SeenColumn, other: int | None) -> str:
    where = f"cột / column {column_letters(column.column)}"
    if other is not None:
        where += "; " + _TAKEN % column_letters(other)
    return _UNCLEAR % (_quoted(column.heading), where)


def _quoted(text: str) -> str:
    """Write a text in double quotes; whatever is no plain letter or sign is escaped."""
    return '"' + _NOT_PLAIN.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - half a character, which no file can hold
        return "?"
    return f"\\U{code:08x}"


def _remark(text: str) -> str:
    """Write a text into a comment, which ends with its line."""
    return "“" + _NOT_PLAIN.sub(" ", text)[:_LONGEST] + "”"


def _id_of(file: str) -> str:
    """Make an id of the words in the name of a file: ``Mẫu 06.xlsx`` gives ``mau-06``."""
    words = re.split(r"[\W_]+", normalize("NFC", PurePath(file).stem))
    stem = _NOT_ID.sub("-", "-".join(map(fold, words)))[:_LONGEST].strip("-")
    return stem or "draft"
