"""``diff``: two assessments of a park, as workbooks or as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest
from command_line import PILOT, ROOT, SAMPLE, CommandLine, Ended
from openpyxl import Workbook, load_workbook
from sample_edits import Edit, both, cells

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


NO_SERVICES = cells("Dịch vụ", B7="Chưa có", B8="Chưa có")


def edited(folder: Path, name: str, *edits: Edit) -> Path:
    """Save the sample park after edits."""
    book = load_workbook(SAMPLE)
    both(*edits)(book)
    path = folder / f"{name}.xlsx"
    book.save(path)
    return path


def answered(book: Workbook) -> None:
    """Answer with no where the register says nothing of RECP."""
    for line in range(7, 127):
        cell = book[REGISTER][f"O{line}"]
        cell.value = cell.value or "Không"


def shown(ended: Ended, criterion: str) -> str:
    """Give what is told of one criterion, on one line."""
    text = ended.out[ended.out.index(criterion) :]
    return " ".join(text[: text.index("Comes from") + 60].split())


@pytest.fixture
def later(here: Path) -> Path:
    """Give the sample park after six enterprises have come that know nothing of RECP."""
    return edited(here, "later", cells(REGISTER, SIX), cells("KCN", D26=121))


def test_a_share_is_told_with_what_its_rows_did(eipcheck: CommandLine, here: Path) -> None:
    old = edited(here, "old", answered)
    six = (cells(REGISTER, SIX), cells("KCN", D26=121))
    told = shown(eipcheck("diff", old, edited(here, "six", answered, *six)), "Application of RECP")
    assert "Observed: 17.4% (20/115) → 16.5% (20/121)" in told
    assert "- 6 enterprises joined, all not qualifying: Doanh nghiệp mới 128; Doanh" in told
    assert "Comes from: the data of the workbook" in told


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (
            cells(REGISTER, {f"{column}7": None for column in "ABCDEFGHIJKLMNOPQRSTUVW"}),
            "- 1 enterprise left, qualifying before: Doanh nghiệp giả định 001",
        ),
        (
            cells(REGISTER, J60="Không"),
            "- 1 enterprise changed from yes to no: Doanh nghiệp giả định 054",
        ),
        (
            cells(REGISTER, F7="Tạm ngừng"),
            "- 1 enterprise no longer counted: Doanh nghiệp giả định 001",
        ),
        (
            cells(REGISTER, F126="Đang hoạt động", J126="Có", L126="TL-02"),
            "- 1 enterprise listed before and counted now, qualifying: Doanh nghiệp giả định 120",
        ),
        (cells(REGISTER, L60=None), "- 1 enterprise without a document that counts now: Doanh"),
        (cells(REGISTER, J60=None), "- 1 enterprise no longer known: Doanh nghiệp giả định 054"),
    ],
    ids=["left", "to_no", "stopped", "began", "unproven", "lost"],
)
def test_each_row_that_changed_is_named(
    eipcheck: CommandLine, here: Path, edit: Edit, line: str
) -> None:
    assert line in shown(eipcheck("diff", SAMPLE, edited(here, "new", edit)), "Awareness of RECP")


def test_it_reads_well_in_vietnamese(eipcheck: CommandLine, later: Path) -> None:
    told = " ".join(eipcheck("diff", SAMPLE, later, "--lang", "vi").out.split())
    assert "6 doanh nghiệp mới vào, đều không thỏa: Doanh nghiệp mới 128" in told
    assert "Do: số liệu trong tệp" in told


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
    edited(here, "worse", cells("KCN", D51="Không"), NO_SERVICES)
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
    assert "6 enterprises joined" in text
    assert text.count("\n- **") == ended.out.count("Comes from")


def test_another_park_is_told(eipcheck: CommandLine) -> None:
    told = " ".join(eipcheck("diff", SAMPLE, PILOT).out.split())
    assert "different parks" in told
    assert "116 enterprises left, 1 with an open issue, 115 without an open issue before" in told


def test_a_criterion_names_only_the_readings_that_it_depends_on(
    eipcheck: CommandLine, here: Path
) -> None:
    readings = ("--reading", "Q3=all_licensed", "--reading", "Q9=built_whole")
    eipcheck("assess", SAMPLE, "--report", "json:old.json")
    eipcheck("assess", SAMPLE, "--report", "json:new.json", *readings)
    ended = eipcheck("diff", "old.json", "new.json", "--report", "json:-")
    (one,) = json.loads(ended.out)["sets"]
    named = {c["id"]: [cause["before"] for cause in c["causes"]] for c in one["changes"]}
    assert named["recp-applied"] == ["Q3=operating"]
    assert all(len(causes) == 1 for causes in named.values())
    assert (here / "new.json").exists()


def test_published_assessments_have_no_rows_to_follow(eipcheck: CommandLine, later: Path) -> None:
    public = ("--audience", "public", "--report")
    eipcheck("assess", SAMPLE, *public, "json:old.json")
    eipcheck("assess", later, *public, "json:new.json")
    ended = eipcheck("diff", "old.json", "new.json")
    assert "tells no names, so rows are not followed" in " ".join(ended.out.split())
    assert "joined" not in ended.out


def test_criteria_of_a_set_given_by_path_are_called_by_their_titles(
    eipcheck: CommandLine, here: Path, later: Path
) -> None:
    own = here / "own"
    copytree(ROOT / "criteria" / "vn-82-2018", own)
    manifest = own / "set.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("vn-82-2018", "own", 1), encoding="utf-8")
    ended = eipcheck("diff", SAMPLE, later, "--criteria", own)
    assert ended.code == 0, ended.err
    assert "Awareness of RECP" in ended.out


def test_an_assessment_of_an_earlier_schema_is_read(eipcheck: CommandLine, here: Path) -> None:
    eipcheck("assess", SAMPLE, "--report", "json:old.json")
    document = json.loads((here / "old.json").read_text(encoding="utf-8"))
    document["schema_version"] = "1.0"
    del document["audience"]
    (here / "early.json").write_text(json.dumps(document), encoding="utf-8")
    assert "Nothing has changed." in eipcheck("diff", "early.json", SAMPLE).out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"on": "2020-11-20"', '"on": "soon"'),
        ('"verdict": "met"', '"verdict": "perhaps"'),
        ('"declared": "does_not_meet"', '"declared": "perhaps"'),
        ('"counted": "true"', '"counted": "perhaps"'),
        ('"den": 115', '"den": 0'),
        ('"observations": [', f'"observations": [{{"a": {"[" * 9000}{"]" * 9000}}}, '),
        ('"schema_version": "1.2"', '"schema_version": 1'),
    ],
    ids=["day", "verdict", "outcome", "row", "share", "deep", "version"],
)
def test_a_spoilt_assessment_is_refused(
    eipcheck: CommandLine, here: Path, old: str, new: str
) -> None:
    eipcheck("assess", SAMPLE, "--report", "json:good.json")
    document = json.loads((here / "good.json").read_text(encoding="utf-8"))
    text = json.dumps(document)
    assert old in text
    (here / "spoilt.json").write_text(text.replace(old, new), encoding="utf-8")
    ended = eipcheck("diff", SAMPLE, "spoilt.json")
    assert (ended.code, "O140" in ended.err) == (3, True)


def test_a_regression_from_another_set_cannot_be_told(eipcheck: CommandLine, here: Path) -> None:
    eipcheck("assess", SAMPLE, "--report", "json:old.json")
    gate = ("--criteria", "vn-35-2022", "--fail-on", "regression")
    ended = eipcheck("assess", SAMPLE, *gate, "--baseline", "old.json", "--report", "json:new.json")
    assert (ended.code, "U127" in ended.err, ended.out) == (2, True, "")
    assert not (here / "new.json").exists()
    ended = eipcheck("diff", "old.json", SAMPLE, *gate)
    assert (ended.code, "U127" in ended.err) == (2, True)


def test_limits_hold_for_workbooks_of_both_sides(eipcheck: CommandLine, here: Path) -> None:
    eipcheck("assess", SAMPLE, "--report", "json:old.json")
    for sides in (("old.json", SAMPLE), (SAMPLE, "old.json")):
        assert eipcheck("diff", *sides, "--limit", "cells=10").code == 3
    assert (here / "old.json").exists()


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
    edited(here, "worse", NO_SERVICES)
    eipcheck("assess", SAMPLE, "--report", "json:old.json")
    gate = ("--fail-on", "regression", "--baseline")
    ended = eipcheck("assess", "worse.xlsx", *gate, "old.json")
    assert (ended.code, "--fail-on regression" in ended.err) == (1, True)
    assert "Regressed (" in ended.err
    assert "Met → Not met" in ended.err
    assert eipcheck("assess", SAMPLE, *gate, "worse.xlsx").code == 0
    assert eipcheck("assess", SAMPLE, *gate, "nowhere.json").code == 3


@pytest.mark.parametrize("half", [("--fail-on", "regression"), ("--baseline", str(SAMPLE))])
def test_a_baseline_and_its_gate_go_together(eipcheck: CommandLine, half: tuple[str, str]) -> None:
    ended = eipcheck("assess", SAMPLE, *half)
    assert (ended.code, "U126" in ended.err, ended.out) == (2, True, "")


def test_the_readme_shows_a_diff_as_it_is(eipcheck: CommandLine, here: Path) -> None:
    shown = (ROOT / "README.md").read_text("utf-8")
    (block,) = (part for part in shown.split("```console\n") if part.startswith("Regressed"))
    edits = (cells(REGISTER, SIX), cells("KCN", D26=121), NO_SERVICES)
    told = eipcheck("diff", SAMPLE, edited(here, "park-2021", *edits)).out
    assert " ".join(block.split("```")[0].split()) in " ".join(told.split())
