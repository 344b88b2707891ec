"""``diff``: two assessments of a park, as workbooks or as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import PILOT, SAMPLE, CommandLine
from openpyxl import load_workbook
from sample_edits import cells

REGISTER = "Doanh nghiệp"
SIX = {
    f"{column}{row}": value
    for row in range(128, 134)
    for column, value in {
        "A": f"00000099{row}",
        "B": f"Doanh nghiệp mới {row}",
        "C": "Doanh nghiệp",
        "F": "Đang hoạt động",
        "J": "Không",
        "O": "Không",
        "Y": "Không",
    }.items()
}


@pytest.fixture
def later(here: Path) -> Path:
    """Give the sample park after six enterprises have come that know nothing of RECP."""
    book = load_workbook(SAMPLE)
    cells(REGISTER, SIX)(book)
    path = here / "later.xlsx"
    book.save(path)
    return path


def test_what_rows_did_is_told_with_the_share(eipcheck: CommandLine, later: Path) -> None:
    ended = eipcheck("diff", SAMPLE, later)
    assert ended.code == 0
    told = " ".join(ended.out.split())
    assert "RECP awareness" in told or "aware" in told.lower()
    assert "6 joined (0 qualify, 0 not known): Doanh nghiệp mới 128" in told
    assert "Comes from: the data of the workbook" in told


def test_json_of_both_sides_tells_the_same(eipcheck: CommandLine, later: Path, here: Path) -> None:
    for path in (SAMPLE, later):
        assert eipcheck("assess", path, "--report", f"json:{path.stem}.json").code == 0
    (here / "later.json").rename(here / "new.json")
    ended = eipcheck("diff", "kcn-mau.json", "new.json", "--report", "json:-")
    assert json.loads(ended.out) == json.loads(
        eipcheck("diff", SAMPLE, later, "--report", "json:-").out
    )
    (one,) = json.loads(ended.out)["sets"]
    events = {r["event"] for change in one["changes"] for r in change["rows"]}
    assert events == {"joined"}


def test_rows_in_another_order_change_nothing(eipcheck: CommandLine, here: Path) -> None:
    book = load_workbook(SAMPLE)
    sheet = book[REGISTER]
    rows = [[c.value for c in line] for line in sheet.iter_rows(min_row=7, max_row=127)]
    for line, values in zip(sheet.iter_rows(min_row=7, max_row=127), reversed(rows), strict=True):
        for cell, value in zip(line, values, strict=True):
            cell.value = value
    book.save(here / "turned.xlsx")
    assert "Nothing has changed." in eipcheck("diff", SAMPLE, "turned.xlsx").out


def test_a_reading_and_a_date_are_named_as_causes(eipcheck: CommandLine, here: Path) -> None:
    eipcheck("assess", SAMPLE, "--report", "json:old.json")
    eipcheck("assess", SAMPLE, "--report", "json:new.json", "--reading", "Q3=all_licensed")
    assert "Comes from: the reading (Q3=operating → Q3=all_licensed)" in " ".join(
        eipcheck("diff", "old.json", "new.json").out.split()
    )
    eipcheck("assess", SAMPLE, "--report", "json:day.json", "--as-of", "2019-06-30")
    assert "the assessment date (30 June 2019 → 20 November 2020)" in " ".join(
        eipcheck("diff", "day.json", "old.json").out.split()
    )
    assert (here / "day.json").exists()


def test_a_regression_ends_with_one_if_asked(eipcheck: CommandLine, here: Path) -> None:
    book = load_workbook(SAMPLE)
    cells("KCN", D51="Không")(book)
    cells("Dịch vụ", B7="Chưa có", B8="Chưa có")(book)
    book.save(here / "worse.xlsx")
    assert eipcheck("diff", SAMPLE, "worse.xlsx").code == 0
    ended = eipcheck("diff", SAMPLE, "worse.xlsx", "--fail-on", "regression")
    assert (ended.code, "Regressed" in ended.out) == (1, True)
    assert eipcheck("diff", "worse.xlsx", SAMPLE, "--fail-on", "regression").code == 0
    assert eipcheck("diff", SAMPLE, SAMPLE, "--fail-on", "nothing").code == 2


def test_markdown_holds_what_the_terminal_tells(
    eipcheck: CommandLine, later: Path, here: Path
) -> None:
    ended = eipcheck("diff", SAMPLE, later, "--report", "md:out.md")
    text = (here / "out.md").read_text(encoding="utf-8")
    assert "6 joined" in text
    assert text.count("\n- **") == ended.out.count("Comes from")


def test_another_park_is_told(eipcheck: CommandLine) -> None:
    assert "different parks" in eipcheck("diff", SAMPLE, PILOT).out


def test_what_is_no_assessment_is_refused(eipcheck: CommandLine, here: Path) -> None:
    (here / "none.json").write_text("{}", encoding="utf-8")
    ended = eipcheck("diff", SAMPLE, "none.json")
    assert (ended.code, "O140" in ended.err) == (3, True)
    eipcheck("assess", SAMPLE, "--report", "json:old.json")
    document = json.loads((here / "old.json").read_text(encoding="utf-8"))
    document["schema_version"] = "2.0"
    (here / "late.json").write_text(json.dumps(document), encoding="utf-8")
    ended = eipcheck("diff", SAMPLE, "late.json")
    assert (ended.code, "O141" in ended.err) == (3, True)
    assert eipcheck("diff", SAMPLE, "nowhere.json").code == 3


def test_assess_fails_on_a_regression_from_its_baseline(eipcheck: CommandLine, here: Path) -> None:
    book = load_workbook(SAMPLE)
    cells("Dịch vụ", B7="Chưa có", B8="Chưa có")(book)
    book.save(here / "worse.xlsx")
    eipcheck("assess", SAMPLE, "--report", "json:old.json")
    gate = ("--fail-on", "regression", "--baseline")
    ended = eipcheck("assess", "worse.xlsx", *gate, "old.json")
    assert (ended.code, "--fail-on regression" in ended.err) == (1, True)
    assert eipcheck("assess", SAMPLE, *gate, "worse.xlsx").code == 0
    assert eipcheck("assess", SAMPLE, *gate, "nowhere.json").code == 3


@pytest.mark.parametrize("half", [("--fail-on", "regression"), ("--baseline", str(SAMPLE))])
def test_a_baseline_and_its_gate_go_together(eipcheck: CommandLine, half: tuple[str, str]) -> None:
    ended = eipcheck("assess", SAMPLE, *half)
    assert (ended.code, "U126" in ended.err, ended.out) == (2, True, "")
