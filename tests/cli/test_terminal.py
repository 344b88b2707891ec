"""The report on the terminal: fits its width, keeps its verdicts, and obeys no text of the user."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import PILOT, SAMPLE, CommandLine
from rich.cells import cell_len
from workbook_helper import fact, saved

from eipcheck.cli.lines import cut, fold, folded, pad, plain
from eipcheck.cli.table import bar_text
from eipcheck.cli.terminal import draw
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.assess import assess
from eipcheck.pipeline.reports import views
from eipcheck.reporting.view_types import Bar, ReportView


def view_of(park: Path, language: Language) -> ReportView:
    """Give what the report of a park says."""
    return views(assess(park), language, rows=False)[0]


@pytest.mark.parametrize("width", [60, 72, 80, 100, 140])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("park", [SAMPLE, PILOT], ids=lambda p: p.stem)
def test_no_line_is_wider_than_the_terminal(park: Path, language: Language, width: int) -> None:
    for line in draw(view_of(park, language), width):
        assert cell_len(plain(line)) <= width, plain(line)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_columns_fall_away_but_never_the_verdict(width: int) -> None:
    view = view_of(SAMPLE, "en")
    text = "\n".join(plain(line) for line in draw(view, width))
    table = text[text.index("Requirement") :]
    assert table.count("● Met") == sum(c.declared.key == "met" for c in view.requirements)
    assert ("Target" in table) == (width >= 80)


def test_every_piece_of_work_names_its_cell() -> None:
    view = view_of(SAMPLE, "en")
    text = "\n".join(plain(line) for line in draw(view, 100))
    for party in view.work:
        assert party.label in text
        assert all(todo.cells in text for todo in party.todos if len(todo.cells) <= 24)


def test_flags_have_numbers_that_are_explained() -> None:
    text = "\n".join(plain(line) for line in draw(view_of(SAMPLE, "en"), 140))
    assert "¹ depends on reading" in text
    assert "◉ text seen" in text


def test_data_problems_are_told_in_three_lines() -> None:
    lines = [plain(line) for line in draw(view_of(SAMPLE, "en"), 140)]
    start = next(n for n, line in enumerate(lines) if line.startswith("D106  kcn-mau.xlsx › Đất!"))
    assert lines[start + 1].startswith("      ")
    assert lines[start + 2].startswith("      ")


def test_text_of_the_workbook_is_only_text(tmp_path: Path, eipcheck: CommandLine) -> None:
    name = "[red]KCN[/red] \x9b31m\u202eđảo =1+1"
    ended = eipcheck("assess", saved(tmp_path, fact("park_name", name)))
    assert ended.code == 0
    assert "[red]KCN[/red] 31mđảo =1+1" in ended.out
    assert not any(0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in ended.out)


def test_colour_is_for_terminals_only(eipcheck: CommandLine) -> None:
    assert "\x1b" not in eipcheck("assess", SAMPLE).out


@pytest.mark.parametrize(("low", "high", "target", "drawn"), [
    (0.0, 1.0, 0.9, "▕░░░░░░░░░┃░▏"),
    (0.174, 0.278, 0.2, "▕█░┃░       ▏"),
    (0.24, 0.2401, 0.25, "▕██░┃       ▏"),
    (0.096, 0.096, 0.1, "▕░┃         ▏"),
    (0.25, 0.25, 0.25, "▕██┃░       ▏"),
    (1.0, 1.0, 1.0, "▕██████████┃▏"),
    (0.5, 0.5, None, "▕█████      ▏"),
])  # fmt: skip
def test_the_mark_of_the_target_stands_on_its_side_of_the_range(
    low: float, high: float, target: float | None, drawn: str
) -> None:
    bar = Bar(low=low, high=high, target=target, target_label="", open_end=False, text="")
    assert bar_text(bar) == drawn


def test_an_open_range_ends_open() -> None:
    bar = Bar(low=0.0, high=1.0, target=None, target_label="", open_end=True, text="")
    assert bar_text(bar).endswith("…")


def test_text_is_measured_in_columns() -> None:
    assert pad("Tie\u0302\u0301ng", 7) == "Tie\u0302\u0301ng  "
    assert cut("工业园区", 5) == "工业…"
    assert fold("một hai ba", 7) == ["một hai", "ba"]
    assert folded("một hai ba bốn", 7, 1) == ["một ha…"]
