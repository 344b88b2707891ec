"""``criteria check`` by path, ``--write-cases``, ``new`` and ``unverified``; cards as one reads."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from command_line import CommandLine

from eipcheck.pipeline.authoring_paths import aims
from eipcheck.pipeline.cases import check_sets, run_cases
from eipcheck.resources import data_folder


@pytest.fixture
def root(here: Path, eipcheck: CommandLine) -> Path:
    """Give a folder ``criteria`` with the dictionary, a mapping and two new sets."""
    home = here / "criteria"
    shutil.copytree(data_folder("criteria") / "mappings", home / "mappings")
    shutil.copy(data_folder("criteria") / "fields.yaml", home)
    for name in ("vn-a", "vn-b"):
        assert eipcheck("criteria", "new", home / name).code == 0
    return home


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_set_has_no_fault_and_passes_its_cases(eipcheck: CommandLine, here: Path) -> None:
    started = eipcheck("criteria", "new", "mine", "--id", "vn-99-2027", "--title", 'Bộ "mới"')
    assert started.code == 0
    assert "criteria check" in started.out
    home = here / "mine" / "vn-99-2027"
    assert 'vi: "Bộ \\"mới\\""' in (home / "set.yaml").read_text(encoding="utf-8")
    (checked,), (tested,) = check_sets([str(home)]), run_cases([str(home)])
    assert (checked.name, checked.problems) == ("vn-99-2027", ())
    assert (tested.cases, tested.failed, tested.problems) == (4, (), ())
    assert "EXAMPLE" in (home / "1.yaml").read_text(encoding="utf-8")


def test_a_new_set_replaces_nothing(eipcheck: CommandLine, root: Path) -> None:
    before = (root / "vn-a" / "1.yaml").read_bytes()
    ended = eipcheck("criteria", "new", root / "vn-a", "--title", "x")
    assert (ended.code, "C539" in ended.err) == (6, True)
    assert (root / "vn-a" / "1.yaml").read_bytes() == before


def test_an_id_that_is_none_is_a_wrong_command_line(eipcheck: CommandLine, here: Path) -> None:
    ended = eipcheck("criteria", "new", here / "Mine")
    assert (ended.code, "C416" in ended.err) == (2, True)
    assert not (here / "Mine").exists()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["criteria/vn-a/1.yaml", "criteria/vn-a/tests/1.yaml", "criteria/vn-a"], ["vn-a"]),
        (["criteria/vn-b/tests"], ["vn-b"]),
        (["criteria"], ["vn-a", "vn-b", "form-06-02-2022"]),
        (["criteria/fields.yaml"], ["vn-a", "vn-b", "form-06-02-2022"]),
        (["criteria/mappings/form-06-02-2022.yaml"], ["form-06-02-2022"]),
        (["criteria/mappings"], ["form-06-02-2022"]),
        (["vn-82-2018", "criteria/vn-a/set.yaml"], ["vn-82-2018", "vn-a"]),
    ],
)
def test_files_folders_and_roots_mean_the_sets_they_belong_to(
    root: Path, names: list[str], expected: list[str]
) -> None:
    assert root.is_dir()
    assert [aim.path.stem for aim in aims(names)] == expected


def test_a_folder_of_cards_without_its_head_is_not_overlooked(root: Path) -> None:
    (root / "vn-a" / "set.yaml").rename(root / "vn-a" / "sett.yaml")
    found = {checked.name: checked.problems for checked in check_sets([str(root)])}
    assert [problem.code for problem in found["vn-a"]] == ["C424"]
    assert found["vn-b"] == ()


def test_a_bare_file_name_means_the_set_around_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "vn-a")
    assert [aim.path.name for aim in aims(["set.yaml"])] == ["vn-a"]
    monkeypatch.chdir(root / "vn-a" / "tests")
    assert [aim.path.name for aim in aims(["1.yaml"])] == ["vn-a"]


def test_an_unknown_path_is_a_wrong_command_line(eipcheck: CommandLine, root: Path) -> None:
    (root / "notes.txt").write_text("x", encoding="utf-8")
    for name in ("criteria/vn-c", "criteria/notes.txt"):
        ended = eipcheck("criteria", "check", name)
        assert (ended.code, "U118" in ended.err) == (2, True)
    assert "criteria/vn-a" in eipcheck("criteria", "check", "criteria/vn-c").err


def test_a_broken_mapping_and_a_broken_dictionary_are_told_in_their_place(root: Path) -> None:
    mapping = root / "mappings" / "form-06-02-2022.yaml"
    replace_in(mapping, "sheet: enterprises", "sheet: enterprise")
    (checked,) = check_sets([str(mapping)])
    assert checked.problems[0].code == "C231"
    assert checked.faulty
    replace_in(root / "fields.yaml", "layout: list", "layout: lists")
    (broken,) = check_sets([str(root)])
    assert (broken.name, broken.problems[0].code) == ("fields.yaml", "C205")


def test_a_field_of_the_dictionary_beside_the_sets_can_be_used(root: Path) -> None:
    replace_in(root / "fields.yaml", "id: recp_applied", "id: recp_applied_now")
    codes = {p.code for checked in check_sets([str(root / "vn-a")]) for p in checked.problems}
    assert "C230" in codes


def test_missing_cases_are_drafted_and_never_overwritten(eipcheck: CommandLine, root: Path) -> None:
    home = root / "vn-a"
    shutil.rmtree(home / "tests")
    drafted = eipcheck("criteria", "check", home, "--write-cases", home / "tests")
    assert drafted.code == 1
    path = home / "tests" / "vn-a-missing.yaml"
    assert path.name in drafted.err
    assert "todo: true" in path.read_text(encoding="utf-8")
    (checked,) = check_sets([str(home)])
    assert {p.code for p in checked.problems} == {"C538"}
    assert not checked.faulty
    (tested,) = run_cases([str(home)])
    assert (tested.cases, len(tested.todo), tested.failed) == (0, 4, ())
    assert eipcheck("criteria", "test", home).out.count("still to be written") == 4
    path.write_text("cases: []\n", encoding="utf-8")
    again = eipcheck("criteria", "check", home, "--write-cases", home / "tests")
    assert (again.code, "C539" in again.err) == (6, True)
    assert path.read_text(encoding="utf-8") == "cases: []\n"


def test_one_file_cannot_hold_the_cases_of_two_sets(eipcheck: CommandLine, root: Path) -> None:
    for name in ("vn-a", "vn-b"):
        shutil.rmtree(root / name / "tests")
    ended = eipcheck("criteria", "check", root, "--write-cases", "all.yaml")
    assert (ended.code, "U119" in ended.err) == (2, True)
    assert not Path("all.yaml").exists()


def test_what_awaits_comparison_is_told_worst_first(eipcheck: CommandLine) -> None:
    ended = eipcheck("criteria", "unverified", "vn-82-2018")
    assert ended.code == 0
    assert "[recp-report]" in ended.out
    assert ended.out.index("[recp-report]") < ended.out.index("[recp-applied]")
    assert "The bound: ≥ 20%" in ended.out.replace("\N{NO-BREAK SPACE}", " ")
    assert re.search(r"verified_by and verified_on at \S+42-3\.yaml:[0-9]+:5", ended.out)


def test_what_was_compared_is_not_listed(eipcheck: CommandLine, root: Path) -> None:
    card = root / "vn-a" / "1.yaml"
    assert "1 thing to compare" in eipcheck("criteria", "unverified", root / "vn-a").out
    replace_in(
        card,
        "      confidence: I\n",
        "      confidence: I\n      verified_by: A\n      verified_on: 2026-01-01\n",
    )
    assert "Nothing left to compare" in eipcheck("criteria", "unverified", root / "vn-a").out


def test_the_list_can_be_printed_with_boxes_to_tick(eipcheck: CommandLine, root: Path) -> None:
    ended = eipcheck("criteria", "unverified", root / "vn-a", "--report", "markdown")
    assert ended.code == 0
    assert ended.out.startswith("# To compare with the signed text")
    assert "- [ ] The bound" in ended.out
    assert "\\<Example\\>" in ended.out, "what an author wrote is text, not markup"
    assert eipcheck("criteria", "unverified", "--report", "markdown:list.md").code == 0
    assert "vn-82-2018" in Path("list.md").read_text(encoding="utf-8")
    assert eipcheck("criteria", "unverified", "--report", "markdown:list.md").code == 6
    wrong = eipcheck("criteria", "unverified", "--report", "pdf")
    assert (wrong.code, "U106" in wrong.err) == (2, True)


def test_a_card_tells_all_that_a_lawyer_asks(eipcheck: CommandLine) -> None:
    out = re.sub(r"\s+", " ", eipcheck("criteria", "show", "enterprise-compliance").out)
    for text in (
        "Decree 82/2018/NĐ-CP of 22 May 2018",
        "Who must meet it Enterprises",
        "In force from 10 July 2018 to 14 July 2022",
        "Decides Eco-industrial park certificate",
        "If it is missed Needs review by the authority (Q20:",
        "A blank is unknown",
        "If nothing can be counted",
        "Not yet compared with the signed text",
    ):
        assert text in out, text
