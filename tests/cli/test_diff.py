"""``criteria diff``: what one criteria set changed of another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import SAMPLE, CommandLine
from criteria_files import ANSWER_CLAUSE, DICTIONARY, SET, SHARE_CLAUSE, broken, write_files
from golden_helper import check_golden
from rich.cells import cell_len

from eipcheck.cli.criteria_diff import diff_lines
from eipcheck.cli.lines import plain
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.compare_sets import compare_named
from eipcheck.reporting.markdown import render_diff
from eipcheck.resources import data_folder

DECREES = ("vn-82-2018@2022-07-14", "vn-35-2022@2022-07-15")

CHANGES = """\
supersedes: older
changes:
  - topic: {vi: "Áp dụng", en: "RECP | applied"}
    before: {vi: "20 %", en: "20 %"}
    after: {vi: "25 %", en: "25 %"}
    effect: tightened
    old: [recp-applied]
    new: [recp-applied]
    confidence: P
  - topic: {vi: "Nơi quyết định", en: "Who decides"}
    before: {vi: "Tỉnh", en: "Province"}
    after: {vi: "Ban quản lý", en: "Board"}
    effect: changed
    confidence: M-low
waivable:"""


def put(folder: Path, name: str, card: str, top: str = SET, answer: str = ANSWER_CLAUSE) -> str:
    """Write a small set into the folder and give its path."""
    files = {"set.yaml": broken(top, "id: small", f"id: {name}"), "42-1.yaml": card}
    write_files(folder, {"fields.yaml": DICTIONARY})
    return str(write_files(folder / name, {**files, "42-2.yaml": answer}))


@pytest.fixture
def older(here: Path) -> str:
    """Give the path of a set that others supersede."""
    return put(here, "older", SHARE_CLAUSE)


def raised(card: str = SHARE_CLAUSE) -> str:
    return broken(card, "target: {at_least: 20 %}", "target: {at_least: 25 %}")


def diff(before: str, after: str, language: Language = "en", width: int = 100) -> str:
    """Give the table as the terminal shows it."""
    view = compare_named(before, after).view(language)
    return "\n".join(plain(line).rstrip() for line in diff_lines(view, width)) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_two_decrees_differ_as_reviewed(language: Language) -> None:
    check_golden(f"diff-{language}.txt", diff(*DECREES, language))


@pytest.mark.parametrize("width", [60, 80, 100, 120, 140])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_terminal(language: Language, width: int) -> None:
    for line in diff(*DECREES, language, width).splitlines():
        assert cell_len(line) <= width, line


def test_every_topic_of_the_law_is_told_with_its_confidence() -> None:
    view = compare_named(*DECREES).view("en")
    told = [entry for group in view.groups for entry in group.entries if entry.told]
    effects = {entry.topic: entry.effect for entry in (*told, *view.outside)}
    assert effects["RECP awareness"] == "dropped"
    assert effects["Symbiosis plan"] == "dropped"
    assert effects["ISO"] == effects["Compliance"] == effects["RECP application"] == "tightened"
    assert effects["New park"] == effects["Re-certification"] == "new"
    assert all(entry.confidence for entry in (*told, *view.outside))


def test_a_bound_that_moved_is_told_with_both_values(here: Path, older: str) -> None:
    text = diff(older, put(here, "newer", raised()))
    assert "Tightened (1)" in text
    assert "Target: ≥\N{NO-BREAK SPACE}20%" in text
    assert "Target: ≥\N{NO-BREAK SPACE}25%" in text
    assert "42.1 → 42.1" in text
    assert "1 criterion stays as it is." in text
    assert "Neither set supersedes the other" in text


def test_of_sets_that_do_not_belong_together_nothing_is_dropped(here: Path, older: str) -> None:
    other = put(here, "other", broken(SHARE_CLAUSE, "id: recp-applied", "id: recp-known"))
    text = diff(older, other)
    assert "Only in older (1)" in text
    assert "Only in other (1)" in text
    assert "Dropped" not in text


def test_a_rule_that_changed_is_told_line_by_line(here: Path, older: str) -> None:
    narrower = broken(
        ANSWER_CLAUSE,
        '{answer: {is: {field: mechanism, value: "yes"}}}',
        '{answer: {all: [{is: {field: mechanism, value: "yes"}}, '
        "{is: {field: housing, value: in_use}}]}}",
    )
    text = diff(older, put(here, "newer", SHARE_CLAUSE, answer=narrower))
    assert "    Computation (tightened):" in text
    assert "+ \N{NO-BREAK SPACE}\N{NO-BREAK SPACE}Housing: In use" in text
    assert "− " not in text


def test_what_the_author_tells_takes_the_place_of_the_rules(here: Path, older: str) -> None:
    newer = put(here, "newer", raised(), broken(SET, "waivable:", CHANGES))
    text = diff(older, newer)
    assert "RECP | applied" in text
    assert "◎✓" in text
    assert "Target:" not in text
    assert text.index("Outside the criteria") < text.index("Who decides")
    assert "○ recalled, unsure" in text
    assert "--report md" in text


def test_read_backwards_it_says_how_to_swap(here: Path, older: str) -> None:
    newer = put(here, "newer", raised(), broken(SET, "waivable:", CHANGES))
    text = diff(newer, older)
    assert "eipcheck criteria diff older newer" in text
    assert "Loosened (1)" in text
    assert "RECP | applied" not in text


def test_a_set_without_an_account_says_so(here: Path, older: str) -> None:
    top = broken(SET, "waivable:", "supersedes: older\nwaivable:")
    assert "newer gives no account" in diff(older, put(here, "newer", SHARE_CLAUSE, top))


def test_one_set_on_two_days_shows_what_was_amended(here: Path) -> None:
    dated = broken(
        SHARE_CLAUSE,
        "{at_least: 20 %}",
        "{at_least: [{from: 2018-07-10, to: 2019-12-31, value: 20 %}, "
        "{from: 2020-01-01, value: 25 %}]}",
    )
    path = put(here, "small-set", dated)
    text = diff(f"{path}@2019-06-30", f"{path}@2020-06-30")
    assert "Tightened (1)" in text
    assert "30 June 2019" in text
    assert "do not differ" in diff(f"{path}@2020-01-01", f"{path}@2020-06-30")


def test_without_a_day_a_set_is_read_on_its_last_one(
    here: Path, older: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 2020-01-01
    later = broken(SET, "in_force: {from: 2018-07-10, to: 2022-07-14}", "in_force: {from: START}")
    later = broken(later, "status: repealed", "status: in_force")
    later = broken(later, 'superseded_by: {vi: "Nghị định sau", en: "The next decree"}\n', "")
    past = put(here, "past", SHARE_CLAUSE, broken(later, "START", "2019-01-01"))
    future = put(here, "future", SHARE_CLAUSE, broken(later, "START", "2024-01-01"))
    sides = [compare_named(older, path).comparison.after.on.isoformat() for path in (past, future)]
    assert sides == ["2020-01-01", "2024-01-01"]
    assert compare_named(past, older).comparison.after.on.isoformat() == "2022-07-14"


def test_the_command_prints_the_table_and_writes_reports(
    eipcheck: CommandLine, here: Path, older: str
) -> None:
    newer = put(here, "newer", raised(), broken(SET, "waivable:", CHANGES))
    ended = eipcheck("criteria", "diff", older, newer, "--report", "md", "--report", "json:d.json")
    assert (ended.code, "Tightened (1)" in ended.out) == (0, True)
    assert ended.err.splitlines() == ["Wrote older..newer.md", "Wrote d.json"]
    document = json.loads((here / "d.json").read_text(encoding="utf-8"))
    assert (document["before"]["id"], document["lineage"]) == ("older", "supersedes")
    told = document["changes"][0]
    assert (told["effect"], told["proven"], told["told"]["confidence"]) == ("tightened", True, "P")
    assert told["criteria"][0]["differences"] == [{"part": "target", "effect": "tightened"}]
    assert document["outside"][0]["effect"] == "changed"
    again = eipcheck("criteria", "diff", older, newer, "--report", "md")
    assert (again.code, "O101" in again.err) == (6, True)
    assert eipcheck("criteria", "diff", older, newer, "--report", "md", "--force").code == 0


def test_a_report_on_the_standard_output_stands_alone(
    eipcheck: CommandLine, here: Path, older: str
) -> None:
    newer = put(here, "newer", raised())
    ended = eipcheck("criteria", "diff", older, newer, "--report", "json:-")
    assert json.loads(ended.out)["after"]["id"] == "newer"
    ended = eipcheck("criteria", "diff", older, newer, "--report", "md:-")
    assert ended.out.startswith("# What changed\n")


def test_the_tables_of_the_markdown_hold_together(here: Path, older: str) -> None:
    newer = put(here, "newer", raised(), broken(SET, "waivable:", CHANGES))
    for view in (compare_named(older, newer).view("en"), compare_named(*DECREES).view("vi")):
        text = render_diff(view, data_folder("templates"))
        width = 0
        for line in text.splitlines():
            cells = line.replace("\\|", "").count("|")
            width = (width or cells) if cells else 0
            assert cells in (0, width), line


def test_the_markdown_tells_the_rules_line_by_line() -> None:
    text = render_diff(compare_named(*DECREES).view("en"), data_folder("templates"))
    rules = text[text.index("## The rules, part by part") :]
    assert "· Kind (tightened): Encouraged → Requirement" in rules
    assert "\n    - − " in rules
    assert "\n    - + " in rules


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("vn-82-2018", "vn-82-2017", "U101"),
        ("vn-82-2018@2020", "vn-35-2022", "U120"),
        ("vn-82-2018@", "vn-35-2022", "U120"),
        ("vn-82-2018", "vn-82-2018", "U121"),
        ("vn-82-2018@2020-01-01", "vn-82-2018@2020-01-01", "U121"),
    ],
)
def test_a_wrong_name_is_a_wrong_command_line(
    eipcheck: CommandLine, before: str, after: str, code: str
) -> None:
    ended = eipcheck("criteria", "diff", before, after)
    assert (ended.code, code in ended.err, ended.out) == (2, True, "")


def test_an_unknown_format_is_a_wrong_command_line(eipcheck: CommandLine) -> None:
    ended = eipcheck("criteria", "diff", "vn-82-2018", "vn-35-2022", "--report", "html")
    assert (ended.code, "U106" in ended.err) == (2, True)


def test_a_folder_may_have_an_at_in_its_name(here: Path, older: str) -> None:
    path = put(here, "a-set", SHARE_CLAUSE)
    named = Path(path).rename(here / "a@2020-01-01")
    assert compare_named(older, str(named)).comparison.after.on.isoformat() == "2022-07-14"
    on = compare_named(older, f"{named}@2020-05-01").comparison.after.on
    assert on.isoformat() == "2020-05-01"


def test_assess_by_both_decrees_ends_with_what_they_say_side_by_side(
    eipcheck: CommandLine,
) -> None:
    criteria = ("--criteria", "vn-82-2018", "--criteria", "vn-35-2022")
    ended = eipcheck("assess", SAMPLE, *criteria)
    table = ended.out[ended.out.index("What the sets say of this park") :]
    assert "dropped by vn-35-2022" in table
    alone = eipcheck("assess", SAMPLE, "--criteria", "vn-35-2022")
    assert "What the sets say of this park" not in alone.out
