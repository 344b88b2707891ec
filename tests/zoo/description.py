"""Reads a description of a bad file: a Markdown page that says how the file is made and read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

FILES = Path(__file__).with_name("files")

_HEADING = re.compile(r"## (?:Sheet “(?P<sheet>.+)”|(?P<part>File|Expected))")
_KEY = re.compile(r"- (?P<key>[A-Z][a-z]+): (?P<value>.+)")
_RULE = re.compile(r"\|[\s:|-]+\|")
_BAR = re.compile(r"(?<!\\)\|")
_KEYS = {"From", "Start", "Named", "Problem", "Problems", "Perhaps", "Reads", "Exit", "Verdicts"}


@dataclass(frozen=True)
class Table:
    """A Markdown table: the words of its head, and its rows with as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass
class SheetPart:
    """What is done to one sheet, in the order of the page."""

    name: str
    steps: list[Table | str] = field(default_factory=list)


@dataclass
class Description:
    """A page of the zoo. ``said`` holds its ``- Key: value`` lines, ``recipes`` the byte edits."""

    name: str
    title: str
    sheets: list[SheetPart] = field(default_factory=list)
    recipes: list[str] = field(default_factory=list)
    said: dict[str, list[str]] = field(default_factory=dict)

    def one(self, key: str, otherwise: str) -> str:
        """Give the value of a key that stands at most once."""
        values = self.said.get(key, [otherwise])
        assert len(values) == 1, f"{self.name}: {key} stands {len(values)} times"
        return values[0]

    @property
    def file_name(self) -> str:
        """What the file is called when it is written."""
        return self.one("Named", f"{self.name}.xlsx")


def read_description(path: Path) -> Description:
    """Read one page.

    Raises:
        AssertionError: a line is not understood: a page must not say what nobody does.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# "), f"{path.name} has no title"
    page = Description(path.stem, lines[0].removeprefix("# "))
    steps: list[Table | str] | None = None
    table: list[str] = []
    for line in [*lines[1:], ""]:
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            assert steps is not None, f"{path.name}: a table outside a sheet"
            steps.append(_table(table))
            table = []
        if line.startswith("## "):
            steps = _section(page, line)
        elif match := _KEY.fullmatch(line):
            assert match["key"] in _KEYS, f"{path.name}: {line}"
            page.said.setdefault(match["key"], []).append(match["value"].strip())
        elif line.startswith("- "):
            assert steps is not None, f"{path.name}: {line}"
            steps.append(line.removeprefix("- "))
    return page


def _section(page: Description, line: str) -> list[Table | str] | None:
    match = _HEADING.fullmatch(line)
    assert match, f"{page.name}: {line}"
    if match["sheet"]:
        page.sheets.append(SheetPart(match["sheet"]))
        return page.sheets[-1].steps
    # the recipes of a file are words only
    return page.recipes if match["part"] == "File" else None  # type: ignore[return-value]


def _table(lines: list[str]) -> Table:
    rows = [_cells(line) for line in lines if not _RULE.fullmatch(line.strip())]
    head, *others = rows
    assert all(len(row) == len(head) for row in others), f"ragged table: {lines}"
    return Table(head, tuple(others))


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip().replace("\\|", "|") for cell in _BAR.split(inner))


def all_descriptions() -> list[Description]:
    """Read every page of the folder, in the order of their names."""
    return [read_description(path) for path in sorted(FILES.glob("*.md"))]
