"""``template`` and ``demo``: workbooks to begin with."""

from __future__ import annotations

from pathlib import Path

from command_line import SAMPLE, CommandLine
from openpyxl import load_workbook


def test_the_blank_form_has_no_problem_and_every_requirement_open(
    eipcheck: CommandLine, here: Path
) -> None:
    assert eipcheck("template", "form.xlsx").err == "Wrote form.xlsx\n"
    ended = eipcheck("assess", here / "form.xlsx", "--fail-on", "problems")
    assert ended.code == 0
    assert "As declared:   12 not enough data" in ended.out


def test_the_form_speaks_the_language_asked_for(eipcheck: CommandLine, here: Path) -> None:
    eipcheck("template", "en.xlsx")
    eipcheck("template", "vi.xlsx", "--lang", "vi")
    assert "Enterprises" in load_workbook(here / "en.xlsx").sheetnames
    assert "Doanh nghiệp" in load_workbook(here / "vi.xlsx").sheetnames


def test_a_form_that_someone_fills_in_is_not_replaced(eipcheck: CommandLine, here: Path) -> None:
    (here / "form.xlsx").write_bytes(b"mine")
    assert eipcheck("template", "form.xlsx").code == 6
    assert (here / "form.xlsx").read_bytes() == b"mine"
    assert eipcheck("template", "form.xlsx", "--force").code == 0


def test_the_demo_writes_the_sample_and_assesses_it(eipcheck: CommandLine, here: Path) -> None:
    ended = eipcheck("demo", "try")
    assert ended.code == 0
    assert (here / "try" / "kcn-mau.xlsx").read_bytes() == SAMPLE.read_bytes()
    assert "Synthetic figures" in ended.out
    assert "eipcheck explain recp-applied" in ended.out
    assert eipcheck("demo", "try").code == 6
