"""``assess``: results on standard output, all else beside it, and an exit code that says how."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from command_line import PILOT, SAMPLE, CommandLine

from eipcheck.resources import data_folder


def test_a_report_with_gaps_is_a_success(eipcheck: CommandLine) -> None:
    ended = eipcheck("assess", SAMPLE)
    assert (ended.code, ended.err) == (0, "")
    assert "DOES NOT MEET" in ended.out
    assert "This is a self-assessment." in ended.out


def test_the_language_is_vietnamese_unless_told_otherwise(
    eipcheck: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EIPCHECK_LANG")
    assert "Việc cần làm, theo nơi phải hỏi" in eipcheck("assess", SAMPLE).out
    assert "What to do, by whom to ask" in eipcheck("assess", SAMPLE, "--lang", "en").out
    monkeypatch.setenv("EIPCHECK_LANG", "en")
    assert "Việc cần làm" in eipcheck("assess", SAMPLE, "--lang", "vi").out


def test_the_date_of_the_command_line_wins(eipcheck: CommandLine) -> None:
    assert "Assessment date 1 June 2019" in eipcheck("assess", SAMPLE, "--as-of", "2019-06-01").out
    assert "Assessment date 1 June 2019" in eipcheck("assess", SAMPLE, "--as-of", "1/6/2019").out


def test_a_run_before_its_force_says_so(eipcheck: CommandLine) -> None:
    out = eipcheck("assess", PILOT, "--as-of", "2015-01-01").out
    assert "! Not yet in force on the assessment date" in out


def test_a_reading_chosen_otherwise_is_named(eipcheck: CommandLine) -> None:
    assert "Readings: Q4 Yes" in eipcheck("assess", SAMPLE, "--reading", "Q4=counted").out


def test_reports_take_the_name_of_the_workbook(eipcheck: CommandLine, here: Path) -> None:
    reports = ("--report", "html", "--report", "md", "--report", "json")
    ended = eipcheck("assess", SAMPLE, *reports)
    assert ended.code == 0
    assert sorted(p.name for p in here.iterdir()) == [
        f"kcn-mau.{f}" for f in ("html", "json", "md")
    ]
    assert ended.err.splitlines() == [f"Wrote kcn-mau.{f}" for f in ("html", "md", "json")]


def test_a_report_on_standard_output_is_all_that_is_there(eipcheck: CommandLine) -> None:
    document = json.loads(eipcheck("assess", SAMPLE, "--report", "json:-").out)
    assert document["schema_version"] == "1.2"


def test_an_existing_file_stays_without_force(eipcheck: CommandLine, here: Path) -> None:
    report = here / "report.html"
    report.write_text("mine", encoding="utf-8")
    ended = eipcheck("assess", SAMPLE, "--report", f"html:{report}", "--report", "json")
    assert ended.code == 6
    assert ended.err.splitlines()[2] == f"O101  {report}"
    assert report.read_text(encoding="utf-8") == "mine"
    assert not (here / "kcn-mau.json").exists()
    assert eipcheck("assess", SAMPLE, "--report", f"html:{report}", "--force").code == 0
    assert report.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_workbook_is_never_written_to(eipcheck: CommandLine, here: Path) -> None:
    park = here / "park.xlsx"
    shutil.copy(SAMPLE, park)
    ended = eipcheck("assess", park, "--report", f"json:{park}", "--force")
    assert ended.code == 6
    assert "O102" in ended.err
    assert park.read_bytes() == SAMPLE.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (("--criteria", "vn-82-2019"), "U101", "vn-82-2018"),
        (("--reading", "Q99=x"), "U102", "Q9"),
        (("--reading", "Q9=built"), "U103", "built_whole"),
        (("--reading", "Q9"), "U111", "Q9=built_whole"),
        (("--criteria", "auto", "--as-of", "2017-11-22"), "U105", "vn-82-2018"),
        (("--report", "odt"), "U106", "docx"),
        (("--fail-on", "notmet"), "U107", "not-met"),
        (("--as-of", "31/02/2020"), "U108", "20/11/2020"),
        (("--lang", "fr"), "U110", "--lang vi"),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(
    eipcheck: CommandLine, arguments: tuple[str, ...], code: str, hint: str
) -> None:
    ended = eipcheck("assess", SAMPLE, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert code in ended.err
    assert hint in ended.err


def test_auto_takes_the_text_that_was_law_on_the_day(eipcheck: CommandLine) -> None:
    ended = eipcheck("assess", SAMPLE, "--criteria", "auto", "--as-of", "2020-11-20")
    assert ended.code == 0
    assert "82/2018" in ended.out


def test_a_missing_argument_is_a_wrong_command_line(eipcheck: CommandLine) -> None:
    assert eipcheck("assess").code == 2
    assert eipcheck("assess", SAMPLE, "--nonsense").code == 2
    assert eipcheck().code == 2


@pytest.mark.parametrize(
    ("gate", "park", "code"),
    [
        ("not-met", SAMPLE, 1),
        ("not-met", PILOT, 0),
        ("undetermined", SAMPLE, 1),
        ("unevidenced", SAMPLE, 1),
        ("unevidenced", PILOT, 0),
        ("problems", SAMPLE, 1),
        ("problems", PILOT, 0),
    ],
)
def test_a_gate_fails_only_where_it_was_chosen(
    eipcheck: CommandLine, gate: str, park: Path, code: int
) -> None:
    ended = eipcheck("assess", park, "--fail-on", gate)
    assert ended.code == code
    assert (f"--fail-on {gate}" in ended.err) == bool(code)
    assert eipcheck("assess", park).code == 0


def test_no_usable_workbook_ends_with_three(eipcheck: CommandLine, here: Path) -> None:
    (here / "junk.xlsx").write_bytes(b"no workbook")
    for name in ("missing.xlsx", "junk.xlsx"):
        ended = eipcheck("assess", name)
        assert (ended.code, ended.out) == (3, "")
        assert ended.err.startswith("Nothing was assessed")
        assert name in ended.err


def test_an_invalid_criteria_file_ends_with_four(eipcheck: CommandLine, here: Path) -> None:
    (here / "set.yaml").write_text("id: [\n", encoding="utf-8")
    ended = eipcheck("assess", SAMPLE, "--criteria", here)
    assert (ended.code, ended.out) == (4, "")
    assert "set.yaml:" in ended.err


def test_bad_criteria_weigh_more_than_a_bad_workbook(eipcheck: CommandLine, here: Path) -> None:
    (here / "set.yaml").write_text("id: [\n", encoding="utf-8")
    assert eipcheck("assess", "missing.xlsx", "--criteria", here).code == 4


def test_an_unwritable_report_weighs_more_than_a_gate(eipcheck: CommandLine, here: Path) -> None:
    target = here / "nowhere" / "report.html"
    ended = eipcheck("assess", SAMPLE, "--report", f"html:{target}", "--fail-on", "not-met")
    assert ended.code == 6
    assert "O105" in ended.err
    assert not target.parent.exists()


def test_several_sets_give_one_page_each_and_one_json(eipcheck: CommandLine, here: Path) -> None:
    copy = here / "vn-82-copy"
    shutil.copytree(data_folder("criteria") / "vn-82-2018", copy)
    text = (copy / "set.yaml").read_text(encoding="utf-8")
    (copy / "set.yaml").write_text(text.replace("id: vn-82-2018", "id: vn-82-copy"), "utf-8")
    sets = ("--criteria", "vn-82-2018", "--criteria", copy)
    ended = eipcheck("assess", PILOT, *sets, "--report", "html", "--report", "json")
    assert ended.code == 0
    assert (here / "hoa-khanh.vn-82-2018.html").exists()
    assert (here / "hoa-khanh.vn-82-copy.html").exists()
    document = json.loads((here / "hoa-khanh.json").read_text(encoding="utf-8"))
    assert [a["set"]["id"] for a in document["assessments"]] == ["vn-82-2018", "vn-82-copy"]


def test_a_set_that_was_not_verified_needs_consent(eipcheck: CommandLine, here: Path) -> None:
    copy = here / "vn-82-2018"
    shutil.copytree(data_folder("criteria") / "vn-82-2018", copy)
    text = (copy / "set.yaml").read_text(encoding="utf-8")
    marked = text.replace("needs_allow_unverified: false", "needs_allow_unverified: true")
    (copy / "set.yaml").write_text(marked, encoding="utf-8")
    refused = eipcheck("assess", PILOT, "--criteria", f"./{copy.name}")
    assert (refused.code, "U104" in refused.err) == (2, True)
    allowed = eipcheck("assess", PILOT, "--criteria", f"./{copy.name}", "--allow-unverified")
    assert allowed.code == 0
    assert allowed.out.startswith("HYPOTHETICAL")
