"""``--report`` of the commands about criteria: a fault shows up on its line, in every format."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from command_line import ROOT, CommandLine, Ended

from eipcheck.resources import data_folder

FORMATS = ("text", "json", "sarif", "junit", "github", "markdown")
SMALL = ("42-4.yaml", "42-8.yaml")
Place = tuple[str, int, int]


def _leave_most(folder: str, names: list[str]) -> set[str]:
    """Leave out what makes runs long: mutants that are known, and most of the cases."""
    few = {"42-2.yaml", "42-4.yaml", "42-7.yaml", "42-8.yaml"}
    return {"mutants"} | (set(names) - few if Path(folder).name == "tests" else set())


@pytest.fixture
def own_set(here: Path) -> Path:
    """Give a copy of the shipped set, in a folder of criteria as a repository has it."""
    copy = here / "criteria" / "vn-82-2018"
    shutil.copytree(data_folder("criteria") / "vn-82-2018", copy, ignore=_leave_most)
    shutil.copy(data_folder("criteria") / "fields.yaml", copy.parent)
    return copy


def break_at(path: Path, old: str, new: str) -> Place:
    """Break a file; ``¦`` in ``new`` marks where the fault stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    before, _, after = text.replace(old, new, 1).partition("¦")
    path.write_text(before + after, encoding="utf-8")
    column = len(before) - before.rfind("\n")
    return path.resolve().relative_to(Path.cwd()).as_posix(), before.count("\n") + 1, column


def first_of(name: str, text: str) -> Place:
    """Give the place of the first fault that a report tells."""
    match name:
        case "sarif":
            found = json.loads(text)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
            region = found["region"]
            return found["artifactLocation"]["uri"], region["startLine"], region["startColumn"]
        case "github":
            parts = re.match(r"::error file=([^,]+),line=([0-9]+),col=([0-9]+),", text)
        case "junit":
            top = ET.fromstring(text)  # noqa: S314 - of our own making
            case = next(each for each in top.iter("testcase") if each.find("failure") is not None)
            parts = re.match(r"(.+):([0-9]+):([0-9]+): C", str(case.findtext("failure")))
            assert parts
            assert (case.get("file"), case.get("line")) == (parts[1], parts[2])
        case "text":
            parts = re.match(r"C[0-9]+  (.+):([0-9]+):([0-9]+)\n", text)
        case "markdown":
            parts = re.search(r"\| error \| (.+):([0-9]+):([0-9]+) \|", text)
        case _:
            suites = json.loads(text)["suites"]
            place = suites[0]["cases"][0]["problems"][0]["place"]
            return place["file"], place["line"], place["column"]
    assert parts
    return parts[1], int(parts[2]), int(parts[3])


def reported(eipcheck: CommandLine, command: str, folder: Path) -> dict[str, str]:
    """Run a command that fails; give its report in every format."""
    asked = [part for name in FORMATS for part in ("--report", f"{name}:report.{name}")]
    ended = eipcheck("criteria", command, folder, *asked)
    assert ended.code == 1
    return {name: Path(f"report.{name}").read_text(encoding="utf-8") for name in FORMATS}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("42-4.yaml", "kind: requirement", "kind: ¦requirment"),
        ("set.yaml", "status: repealed", "status: ¦repeeled"),
        ("tests/42-8.yaml", "expect: {verdict: met", "expect: {verdict: ¦mett"),
        ("../fields.yaml", "layout: facts", "layout: ¦fact"),
    ],
)
def test_a_broken_file_shows_up_on_its_line_and_column(
    eipcheck: CommandLine, own_set: Path, file: str, old: str, new: str
) -> None:
    place = break_at((own_set / file).resolve(), old, new)
    for name, text in reported(eipcheck, "check", own_set).items():
        assert (name, first_of(name, text)) == (name, place)


def test_a_failing_case_shows_up_where_it_stands(eipcheck: CommandLine, own_set: Path) -> None:
    cases = own_set / "tests" / "42-4.yaml"
    text = cases.read_text(encoding="utf-8")
    line = text[: text.index("verdict: met")].rsplit("- name:", 1)[0].count("\n") + 1
    cases.write_text(text.replace("verdict: met", "verdict: not_met", 1), encoding="utf-8")
    place = ("criteria/vn-82-2018/tests/42-4.yaml", line, 5)
    for name, told in reported(eipcheck, "test", own_set).items():
        assert (name, first_of(name, told)) == (name, place)
        assert name == "json" or "Computation:" in told, name


def test_a_case_to_be_written_is_skipped_and_one_out_of_force_fails(
    eipcheck: CommandLine, own_set: Path
) -> None:
    cases = own_set / "tests" / "42-8.yaml"
    text = cases.read_text(encoding="utf-8")
    cases.write_text(text.replace("    as_of:", "    todo: true\n    as_of:", 1), encoding="utf-8")
    break_at(own_set / "42-4.yaml", "    kind:", "    to: 2018-07-11\n    kind:")
    ended = eipcheck("criteria", "test", own_set, "--report", "junit")
    assert ended.code == 1
    assert ended.out.count("<skipped/>") == 1
    assert 'type="C615"' in ended.out


def test_no_line_of_the_text_is_a_command_of_a_workflow(
    eipcheck: CommandLine, own_set: Path
) -> None:
    break_at(own_set / "../fields.yaml", 'en: "Total land of the park', 'en: "::error::x¦')
    cases = own_set / "tests" / "42-4.yaml"
    text = cases.read_text(encoding="utf-8")
    cases.write_text(text.replace("verdict: met", "verdict: not_met"), encoding="utf-8")
    out = eipcheck("criteria", "test", own_set).out
    assert "::error::x" in out
    assert not [line for line in out.splitlines() if line.lstrip().startswith("::")]


def test_an_invalid_dictionary_is_reported_and_keeps_its_exit_code(
    eipcheck: CommandLine, own_set: Path
) -> None:
    place = break_at((own_set / "../fields.yaml").resolve(), "layout: facts", "layout: ¦fact")
    ended = eipcheck("criteria", "test", own_set, "--report", "github")
    assert ended.code == 4
    assert first_of("github", ended.out) == place
    assert "fields.yaml" in ended.err


def test_a_fine_set_gives_reports_without_problems(eipcheck: CommandLine, own_set: Path) -> None:
    ended = eipcheck("criteria", "test", own_set, "--report", "json")
    found = json.loads(ended.out)
    assert (ended.code, found["counts"]["errors"]) == (0, 0)
    assert found["counts"]["cases"] > 20
    assert eipcheck("criteria", "test", own_set, "--report", "github").out == ""


def test_check_names_every_file_that_it_read(eipcheck: CommandLine, own_set: Path) -> None:
    found = json.loads(eipcheck("criteria", "check", own_set, "--report", "json").out)
    names = {case["name"] for case in found["suites"][0]["cases"]}
    files = {path.relative_to(Path.cwd()).as_posix() for path in own_set.rglob("*.yaml")}
    assert names == files


def test_files_get_reports_while_a_person_reads_the_text(
    eipcheck: CommandLine, own_set: Path, here: Path
) -> None:
    asked = ("--report", "sarif:a.sarif", "--report", "junit:b.xml", "--report", "text:c.txt")
    ended = eipcheck("criteria", "test", own_set, *asked)
    assert ended.code == 0
    assert "cases pass" in ended.out
    assert (here / "c.txt").read_text(encoding="utf-8") == ended.out
    assert json.loads((here / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "<testsuites" in (here / "b.xml").read_text(encoding="utf-8")
    assert "a.sarif" in ended.err
    again = eipcheck("criteria", "test", own_set, *asked)
    assert (again.code, "O101" in again.err) == (6, True)
    assert again.out == "", "nothing is tried in vain"
    assert eipcheck("criteria", "test", own_set, *asked, "--force").code == 0


def test_text_and_annotations_may_share_the_output(eipcheck: CommandLine, own_set: Path) -> None:
    ended = eipcheck("criteria", "test", own_set, "--report", "text", "--report", "markdown:-")
    assert "## eipcheck criteria test" in ended.out
    assert "cases pass" in ended.out


def refused(eipcheck: CommandLine, *asked: str) -> Ended:
    return eipcheck("criteria", "check", *(part for a in asked for part in ("--report", a)))


def test_what_cannot_be_reported_is_refused(eipcheck: CommandLine, here: Path) -> None:
    ended = refused(eipcheck, "html")
    assert (ended.code, "U106" in ended.err) == (2, True)
    ended = refused(eipcheck, "json", "sarif")
    assert (ended.code, "U116" in ended.err) == (2, True)
    ended = refused(eipcheck, f"json:{here / 'set.yaml'}")
    assert (ended.code, "U117" in ended.err) == (2, True)
    assert not list(here.iterdir())


def test_schema_prints_what_is_stored_and_lists_the_kinds(eipcheck: CommandLine) -> None:
    stored = data_folder("criteria") / "schema" / "clause.schema.json"
    ended = eipcheck("criteria", "schema", "clause")
    assert (ended.code, ended.out) == (0, stored.read_text(encoding="utf-8"))
    listed = eipcheck("criteria", "schema").out
    assert "clause" in listed
    assert "criteria/fields.yaml" in listed
    ended = eipcheck("criteria", "schema", "clauses")
    assert (ended.code, "U115" in ended.err) == (2, True)


def test_mutants_and_coverage_are_reported_as_well(eipcheck: CommandLine, own_set: Path) -> None:
    for name in {path.name for path in own_set.glob("*.yaml")} - {"set.yaml", *SMALL[1:]}:
        (own_set / name).unlink()
    shutil.rmtree(own_set / "tests")
    shutil.rmtree(own_set / "mutants", ignore_errors=True)
    for command in ("mutate", "coverage"):
        ended = eipcheck("criteria", command, own_set, "--report", "github")
        assert "::" in ended.out
        assert "file=criteria/vn-82-2018/42-8.yaml,line=" in ended.out


def hooks() -> list[dict[str, str]]:
    found: list[dict[str, str]] = yaml.safe_load(
        (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    )
    return found


@pytest.mark.parametrize("hook", hooks(), ids=lambda h: h["id"])
def test_the_hooks_run_on_the_files_that_they_are_given(
    eipcheck: CommandLine, own_set: Path, hook: dict[str, str]
) -> None:
    files = [path.relative_to(Path.cwd()).as_posix() for path in own_set.rglob("*.yaml")]
    taken = [file for file in files if re.search(hook["files"], file)]
    assert sorted(taken) == sorted(files)
    program, *command = hook["entry"].split()
    assert program == "eipcheck"
    break_at(own_set / "42-4.yaml", "kind: requirement", "kind: ¦requirment")
    ended = eipcheck(*command, *taken)
    assert ended.code == 1
    assert "criteria/vn-82-2018/42-4.yaml:" in ended.out


def test_the_workflow_runs_commands_that_exist(eipcheck: CommandLine, own_set: Path) -> None:
    text = (ROOT / "examples" / "ci" / "criteria.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["criteria"]["steps"]
    commands = [step["run"].split() for step in steps if "eipcheck criteria" in step.get("run", "")]
    assert [command[2] for command in commands] == ["check", "test", "mutate"]
    for _, *arguments in commands[:2]:
        assert eipcheck(*arguments).code in {0, 1}
    written = {path.name for path in Path.cwd().iterdir() if path.is_file()}
    assert written >= {"check.sarif", "check.md", "test.xml", "test.md"}
    summary = next(step["run"] for step in steps if "SUMMARY" in step.get("run", ""))
    reports = {a.partition(":")[2] for c in commands for a in c if a.startswith("markdown:")}
    assert reports == set(re.findall(r"\w+\.md", summary))
    assert own_set.is_dir()
