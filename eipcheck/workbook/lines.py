"""Tells the rows of a list from the other lines on its sheet: titles, totals, signatures."""

from __future__ import annotations

import re

from msgspec import Struct

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.recognition import How
from eipcheck.workbook.book import Grid
from eipcheck.workbook.folding import clean, fold, one_line
from eipcheck.workbook.headings import Header, HeadingIndex
from eipcheck.workbook.layout import FEWEST_HEADINGS, GROUPS, NO_GROUP, REMARKS, TOTAL_OF, TOTALS
from eipcheck.workbook.readings import shown
from eipcheck.workbook.signatures import is_full, signatures, words_only

_REPEATED_HEADINGS = 3
_SUMMED = (int, float, str)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_NUMBERED_TITLE = re.compile(
    r"([ivx]{1,4})\s*(?:[.):]\s*|\s[\-–]\s+)(\S.*)", re.IGNORECASE | re.DOTALL
)
_LEAST_CODE = 10**8
"""Figures from here on may be tax codes whose leading zero is lost, and no sums of anything."""
_WIDE_TITLE = 3
_NUMBER_AND_TITLE = 2


class Total(Struct, frozen=True):
    """A line of totals: its sheet row and what it calls itself."""

    row: int
    words: str


class Lines(Struct, frozen=True):
    """The sheet rows of a list, 1-based, its totals, and what was told of lines that are no row.

    ``doubtful`` says that something was left out that may speak of the list itself.
    """

    rows: tuple[int, ...]
    totals: tuple[Total, ...]
    problems: tuple[Problem, ...]
    doubtful: bool = False


class LineReader:
    """Goes down the lines under the headings of one list.

    A line is left out only on strong evidence, since an enterprise left out could make a share
    met; whatever is left out is told. In doubt a line is a row.
    """

    def __init__(
        self, grid: Grid, name: str, header: Header, index: HeadingIndex, key: str | None
    ) -> None:
        """Take the cells, the headings, and the field that no two rows share."""
        self._grid = grid
        self._name = name
        self._header = header
        self._index = index
        self._known = sorted(h.column for h in header.columns.values())
        key_column = header.columns.get(key or "")
        self._key = key_column.column if key_column else None
        ignored = {c.column for c in header.left if c.how is How.IGNORED}
        self._passed = ignored | set(self._known)
        self._titles = 0
        self._doubtful = False
        self._problems: list[Problem] = []

    def read(self) -> Lines:
        """Give the rows of the list."""
        rows: list[int] = []
        end = signatures(self._grid, self._header.row + 2, self._is_signed, self._is_set_off)
        if end <= len(self._grid.rows):
            self._tell("W227", end, raw=" ".join(words_only(self._grid, end)))
        totals: list[Total] = []
        for number in range(self._header.row + 1, end):
            cells = self._grid.rows[number - 1]
            if not self._says_something(cells):
                continue
            if self._has_key(cells):  # as almost every row
                rows.append(number)
                continue
            if self._repeats(number, cells):
                continue
            if self._begins_another(cells):
                self._doubt("W228", number)
                break
            words = self._total(cells)
            if words:
                totals.append(Total(number, words))
            elif not self._is_remark(number) and not self._is_title(number):
                rows.append(number)
        for total in totals:
            self._tell("W216", total.row, raw=total.words)
        return Lines(tuple(rows), tuple(totals), tuple(self._problems), self._doubtful)

    def _says_something(self, cells: tuple[object, ...]) -> bool:
        """Say whether a line says something in a known column, or words in one that is not."""
        end = len(cells)
        if any(c <= end and cells[c - 1] is not None and shown(cells[c - 1]) for c in self._known):
            return True
        others = (c for i, c in enumerate(cells, start=1) if i not in self._passed)
        return any(isinstance(c, str) and any(map(str.isalpha, c)) for c in others)

    def _doubt(self, code: str, row: int, **facts: str) -> None:
        """Tell a line that may say that the list is not complete, or that more of it follows."""
        self._doubtful = True
        self._tell(code, row, severity=Severity.ERROR, **facts)

    def _tell(
        self, code: str, row: int, *, severity: Severity = Severity.WARNING, **facts: str
    ) -> None:
        cells = self._grid.rows[row - 1]
        column = next((c for c, cell in enumerate(cells, start=1) if cell not in {None, ""}), 1)
        place = Cell(self._name, row, column)
        self._problems.append(Problem(code, place, tuple(facts.items()), severity))

    def _repeats(self, number: int, cells: tuple[object, ...]) -> bool:
        """Say whether a line repeats the headings, as in a second language."""
        if number > self._header.row + _REPEATED_HEADINGS:
            return False
        columns = self._header.columns
        known = sum(
            field in columns and columns[field].column == column
            for column, field in self._index.named(cells)
        )
        return known > 1 and 2 * known >= len(columns)

    def _begins_another(self, cells: tuple[object, ...]) -> bool:
        """Say whether a line is the headings of another table, whose columns may be others."""
        return len({field for _, field in self._index.named(cells)}) >= FEWEST_HEADINGS

    def _total(self, cells: tuple[object, ...]) -> str:
        """Give the words of a line of totals: what also gives a day or a name is a row."""
        if self._has_key(cells):
            return ""
        words = ""
        for cell in cells:
            if isinstance(cell, str) and cell.strip():
                if words or not _begins_total(cell):
                    return ""
                words = one_line(cell)
            elif isinstance(cell, bool) or not (cell is None or isinstance(cell, _SUMMED)):
                return ""
        return words

    def _is_remark(self, number: int) -> bool:
        """Tell a remark, such as "Ghi chú: ..."; it is the only cell of its line."""
        words = words_only(self._grid, number)
        head, colon, _ = words[0].partition(":") if len(words) == 1 else ("", "", "")
        if not colon or fold(head) not in REMARKS:
            return False
        self._doubt("W229", number, raw=words[0])
        return True

    def _is_title(self, number: int) -> bool:
        """Tell the title of a group of rows, such as "II. Doanh nghiệp trong nước".

        A line after which no row follows, but another such line, may be a row itself: people
        number the rows of short lists like that.
        """
        if not self._like_title(number, self._titles):
            return False
        after = next(
            (n for n in range(number + 1, len(self._grid.rows) + 1) if is_full(self._grid, n)), 0
        )
        if not after or self._like_title(after, self._titles + 1):
            return False
        self._titles += self._is_numbered(number, self._titles)
        self._tell("W225", number, raw=" ".join(words_only(self._grid, number)))
        return True

    def _like_title(self, number: int, before: int) -> bool:
        words = words_only(self._grid, number)
        title = words[-1] if words else ""
        match = _NUMBERED_TITLE.fullmatch(title)
        if not _is_group(match[2] if match else title):
            return False
        return self._is_wide(number) or self._is_numbered(number, before)

    def _is_wide(self, number: int) -> bool:
        """Say whether the only words of a line are merged over several columns of the list."""
        if len(words_only(self._grid, number)) != 1:
            return False
        return any(
            sum(merged.holds(number, c) for c in self._known) >= min(_WIDE_TITLE, len(self._known))
            for merged in self._grid.probe.merged
            if merged.first_row == number == merged.last_row
            and shown(self._grid.value(number, merged.first_column))
        )

    def _is_numbered(self, number: int, before: int) -> bool:
        """Say whether a line holds the next Roman number and one title, and nothing else."""
        words = words_only(self._grid, number)
        if len(words) == 1:
            match = _NUMBERED_TITLE.fullmatch(words[0])
            roman = match[1].casefold() if match else ""
        else:
            roman = fold(words[0]) if len(words) == _NUMBER_AND_TITLE else ""
        return before < len(_ROMAN) and roman == _ROMAN[before]

    def _is_signed(self, number: int) -> bool:
        """Say whether a line may stand among signatures: it has no key."""
        return not self._has_key(self._grid.rows[number - 1])

    def _is_set_off(self, number: int) -> bool:
        return bool(self._total(self._grid.rows[number - 1]))

    def _has_key(self, cells: tuple[object, ...]) -> bool:
        """Say whether a line gives what no two rows share, such as a tax code."""
        key = cells[self._key - 1] if self._key and self._key <= len(cells) else None
        if isinstance(key, str):
            return " " not in key.strip() and any(c.isdigit() for c in key)
        return isinstance(key, int | float) and key >= _LEAST_CODE


def _is_group(title: str) -> bool:
    """Say whether words name a group of rows, and neither a firm nor what befell one."""
    words = f"{fold(title)} "
    return any(words.startswith(f"{g} ") for g in GROUPS) and not any(
        f" {n} " in f" {words}" for n in NO_GROUP
    )


def _begins_total(text: str) -> bool:
    folded, first = fold(text), clean(text).casefold().split()[0]
    if not first.isascii() and not first.startswith(("tổng", "cộng")):
        return False  # "Công nghiệp" is no "Cộng"
    begun = (word for word in TOTALS if f"{folded} ".startswith(f"{word} "))
    return any(TOTAL_OF.fullmatch(folded.removeprefix(word).strip()) for word in begun)
