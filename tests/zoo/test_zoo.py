"""Every file of the zoo gets the message that a person needs, and never a traceback."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from zoo.description import Description, all_descriptions
from zoo.expect import differences, outcome, start_outcome
from zoo.make import write
from zoo.recipes import RECIPES
from zoo.sheets import STEPS

from eipcheck.cli.app import main
from eipcheck.reporting.messages.en.data import MESSAGES as DATA
from eipcheck.reporting.messages.en.workbook import MESSAGES as WORKBOOK

HERE = Path(__file__).parent
FEWEST = 60
PAGES = {page.name: page for page in all_descriptions()}
ROW = re.compile(
    r"\| (?P<source>(?:users|deps) [0-9.]+ [a-z]|parks 13\.[0-9]+) \| .* \| (?P<files>.+) \|"
)
NOT_A_FILE = "not a file matter: "

NO_FILE_CAN_HAVE = {
    "W101": "there is no file",
    "W102": "it is a folder",
    "W103": "the rights of the file forbid reading",
    "W104": "the disk or the file system fails",
    "W105": "a file over 100 MB",
    "W250": "what other criteria sets ask grows with them; tests/workbook/test_foreign_fields.py",
    "W344": "text is converted only where --convert asks for it",
}
"""Codes of what no file of the zoo can show, and why; tests/workbook/test_bad_files.py has them."""


@pytest.fixture(scope="session")
def start_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder for the workbooks that the files start from."""
    return tmp_path_factory.mktemp("start")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_file_gets_the_message_that_its_description_promises(
    page: Description, tmp_path: Path, start_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(page, tmp_path)
    before = path.read_bytes()
    start = start_outcome(page.one("Start", "blank form (vi)"), start_folder)
    found = [d for d in differences(page, outcome(path), start) if d]
    assert not found, "\n".join([page.title, *found])
    code = int(page.one("Exit", "0"))
    assert main(["assess", str(path), "--lang", "vi"]) == code
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert "\x1b]" not in said.out + said.err
    assert bool(said.out) == (code == 0)
    assert path.read_bytes() == before


def test_the_zoo_is_large_and_named_for_people() -> None:
    assert len(PAGES) >= FEWEST
    assert len({p.title for p in PAGES.values()}) == len(PAGES)
    for page in PAGES.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", page.name), page.name
        assert page.said.get("From"), f"{page.name} does not say where it comes from"


def test_every_row_of_the_sources_has_a_file_or_a_reason() -> None:
    rows = ROW.finditer((HERE / "README.md").read_text(encoding="utf-8"))
    by_source = {r["source"]: r["files"] for r in rows}
    assert len(by_source) >= FEWEST
    named = set()
    for source, files in by_source.items():
        if files.startswith(NOT_A_FILE):
            assert len(files) > len(NOT_A_FILE), source
            continue
        names = set(re.findall(r"`([^`]+)`", files))
        assert names, source
        assert names <= PAGES.keys(), (source, names - PAGES.keys())
        named |= names
    for page in PAGES.values():
        for origin in page.said["From"]:
            for source in origin.split(", "):
                assert source in by_source or source == "design 6", (page.name, source)


def test_every_code_of_a_workbook_has_a_file() -> None:
    codes = {key.split(".")[1] for key in WORKBOOK}
    expected = {line.split()[0] for p in PAGES.values() for line in p.said.get("Problem", ())}
    assert codes - expected - NO_FILE_CAN_HAVE.keys() == set()
    assert NO_FILE_CAN_HAVE.keys() <= codes - expected
    assert expected <= codes | {key.split(".")[1] for key in DATA}


def test_every_recipe_and_step_is_used() -> None:
    recipes = {words for page in PAGES.values() for words in page.recipes}
    steps = {s for p in PAGES.values() for sheet in p.sheets for s in sheet.steps}
    for pattern in RECIPES:
        assert any(re.fullmatch(pattern, words) for words in recipes), pattern
    for pattern in STEPS:
        assert any(isinstance(s, str) and re.fullmatch(pattern, s) for s in steps), pattern


def test_a_page_that_says_what_nobody_does_is_refused(tmp_path: Path) -> None:
    from zoo.description import read_description  # noqa: PLC0415 - only this test reads one alone

    page = tmp_path / "a-page.md"
    page.write_text("# A page\n\n- Expects: W304\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        read_description(page)


def test_the_script_writes_the_files(tmp_path: Path) -> None:
    names = ["old-workbook-called-xls", "column-missing"]
    done = subprocess.run(
        [sys.executable, HERE / "build.py", tmp_path / "new", *names],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written = {path.name for path in (tmp_path / "new").iterdir()}
    assert written == {PAGES[name].file_name for name in names}
