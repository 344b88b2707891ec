"""``batch --options FILE`` fixes what a whole run is judged by."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy

import pytest
from command_line import PILOT, CommandLine

RUN = """\
criteria: [vn-35-2022]
as_of: 2024-06-30
lang: en
readings: {Q9: built_whole}
audience: public
fail_on: [undetermined]
limits: {cells: 500000}
templates: [own.html.j2]
"""


@pytest.fixture
def parks(here: Path) -> Path:
    """Give a folder with a pilot park; the options stand in another."""
    (here / "parks").mkdir()
    copy(PILOT, here / "parks")
    (here / "rules").mkdir()
    (here / "rules" / "run.yaml").write_text(RUN, encoding="utf-8")
    (here / "rules" / "own.html.j2").write_text("mine: {{ view.head.park }}", encoding="utf-8")
    return here / "parks"


def test_a_file_fixes_set_day_language_readings_and_gates(
    eipcheck: CommandLine, parks: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EIPCHECK_LANG", "vi")
    ended = eipcheck("batch", parks, "--out", "out", "--options", Path("rules") / "run.yaml")
    assert (ended.code, "1 assessed" in ended.out) == (1, True)
    told = json.loads((here / "out" / "hoa-khanh.json").read_bytes())
    (assessment,) = told["assessments"]
    assert assessment["set"]["id"] == "vn-35-2022"
    assert {r["id"]: r["option"] for r in assessment["readings"]}["Q9"] == "built_whole"
    assert (told["dates"]["assessment"]["on"], told["audience"]) == ("2024-06-30", "public")
    page = (here / "out" / "hoa-khanh.html").read_text("utf-8")
    assert page.startswith("mine: Hoa Khanh Industrial Park")


def test_what_the_file_leaves_open_comes_from_the_command_line(
    eipcheck: CommandLine, parks: Path, here: Path
) -> None:
    (here / "one.yaml").write_text("lang: en\n", encoding="utf-8")
    run = ("batch", parks, "--out", "out", "--options", "one.yaml", "--criteria", "vn-35-2022")
    assert eipcheck(*run).code == 0
    (assessment,) = json.loads((here / "out" / "hoa-khanh.json").read_bytes())["assessments"]
    assert assessment["set"]["id"] == "vn-35-2022"


def test_an_option_in_both_places_is_refused(
    eipcheck: CommandLine, parks: Path, here: Path
) -> None:
    run = ("batch", parks, "--out", "out", "--options", here / "rules" / "run.yaml")
    ended = eipcheck(*run, "--lang", "vi", "--reading", "Q1=any_documented")
    assert (ended.code, "U148" in ended.err) == (2, True)
    assert "--lang, --reading" in ended.err
    assert not (here / "out").exists()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("langs: en", "C201"),
        ("lang: [en]", "C210"),
        ("readings: {Q9: 3}", "C210"),
        ("as_of: tomorrow", "C217"),
        ("convert_legacy: maybe", "C216"),
        ("limits: {cells: many}", "C215"),
    ],
)
def test_a_fault_of_the_file_is_told_with_its_place(
    text: str, code: str, eipcheck: CommandLine, parks: Path, here: Path
) -> None:
    (here / "run.yaml").write_text(f"audience: full\n{text}\n", encoding="utf-8")
    ended = eipcheck("batch", parks, "--out", "out", "--options", "run.yaml")
    assert (ended.code, code in ended.err, "run.yaml:2:" in ended.err) == (4, True, True)


def test_a_change_of_the_file_is_a_change_of_the_run(
    eipcheck: CommandLine, parks: Path, here: Path
) -> None:
    (here / "run.yaml").write_text("lang: en\n", encoding="utf-8")
    run = ("batch", parks, "--out", "out", "--options", "run.yaml", "--resume")
    assert "kept" not in eipcheck(*run).out
    assert "1 workbook kept" in eipcheck(*run).out
    (here / "run.yaml").write_text("lang: en\nas_of: 2021-01-01\n", encoding="utf-8")
    assert "kept" not in eipcheck(*run).out
