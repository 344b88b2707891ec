"""``inspect``: what a workbook was recognised as; and ``--mapping`` of every command that reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import SAMPLE, CommandLine
from msgspec.structs import replace
from rich.cells import cell_len
from seen_records import FOREIGN, FORM, GUIDE, MAPPED, NOTES, PROBLEM, record

from eipcheck.cli.inspect import draw
from eipcheck.cli.lines import plain
from eipcheck.model.mapping import Mapping
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import InputError, Problem
from eipcheck.model.record import ParkRecord
from eipcheck.model.text import LANGUAGES
from eipcheck.pipeline.assess import Request, open_session
from eipcheck.pipeline.inspect import inspect_workbook
from eipcheck.pipeline.mappings import shipped_mappings
from eipcheck.reporting.view_inspect import view_inspect

OWN = """\
id: own
title: {vi: "của tôi", en: "mine"}
source: {document: "x", confidence: I}
sheets:
  - {sheet: enterprises, names: ["2024"]}
"""
READER = "eipcheck.pipeline.inspect.look_at_workbook"
Seen = Callable[[ParkRecord], list[tuple[Mapping, ...]]]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """Give a stand-in for the reader; it notes the mappings that it was given."""

    def stand_in(found: ParkRecord) -> list[tuple[Mapping, ...]]:
        given: list[tuple[Mapping, ...]] = []

        def read(*_: object, ways: object) -> ParkRecord:
            given.append(ways.mappings)  # type: ignore[attr-defined]
            return found

        monkeypatch.setattr(READER, read)
        return given

    return stand_in


def own(folder: Path, text: str = OWN) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_was_recognised_and_what_was_left(eipcheck: CommandLine, seen: Seen) -> None:
    seen(record(GUIDE, FORM, FOREIGN, MAPPED, problems=(PROBLEM,)))
    ended = eipcheck("inspect", "mau.xlsx")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "mau.xlsx · sha256 01234567…"
    assert "Sheets: 3 of 4 recognised." in lines
    assert "■ Doanh nghiệp" in lines
    assert "  Enterprises (enterprises) · by its label · heading row 5 · 120 rows read" in lines
    assert any(
        line.split()
        == ["B", "■", "MST", "Tax", "code", "(tax_code)", "·", "by", "a", "known", "alias"]
        for line in lines
    )
    assert "? Vi phạm 2024" in lines
    assert "W206  mau.xlsx › Doanh nghiệp!C5" in lines
    assert lines[-1].startswith("Draft a mapping for what was left: eipcheck inspect mau.xlsx")


def test_no_line_is_wider_than_the_screen() -> None:
    long = "Lượng nước thải phát sinh thực tế trong năm báo cáo của từng cơ sở " * 3
    column = replace(FORM.columns[2], heading=long)
    found = record(replace(FORM, name=long, columns=(column,)), MAPPED, file=f"{long}.xlsx")
    dictionary = inspect_dictionary()
    for language in LANGUAGES:
        for width in (60, 80, 100, 140):
            for line in draw(view_inspect(found, dictionary, language), width):
                assert cell_len(plain(line)) <= width or " " not in plain(line).strip(), line


def inspect_dictionary() -> object:
    return open_session(Request()).library.dictionary


def test_markup_in_a_workbook_is_text_like_any_other(eipcheck: CommandLine, seen: Seen) -> None:
    column = replace(FORM.columns[2], heading="[red]x[/red] :smile:\x1b[31m")
    seen(record(replace(FORM, columns=(column,))))
    out = eipcheck("inspect", "mau.xlsx").out
    assert "[red]x[/red] :smile:[31m" in out
    assert "\x1b" not in out


def test_a_file_that_is_none_of_a_park_is_shown_all_the_same(
    eipcheck: CommandLine, seen: Seen
) -> None:
    seen(record(NOTES))
    ended = eipcheck("inspect", "mau.xlsx", "--lang", "vi")
    assert ended.code == 0
    assert "Không nhận ra sheet nào của biểu mẫu" in ended.out


def test_a_draft_is_written_and_can_be_used_at_once(
    eipcheck: CommandLine, seen: Seen, here: Path
) -> None:
    given = seen(record(FORM, FOREIGN))
    ended = eipcheck("inspect", "mau.xlsx", "--write-mapping", "new.yaml")
    assert (ended.code, ended.err) == (0, "Wrote new.yaml\n")
    assert [path.name for path in here.iterdir()] == ["new.yaml"]
    assert eipcheck("inspect", "mau.xlsx", "--mapping", "new.yaml").code == 0
    assert given[1][0].id == "mau"
    assert len(given[1][0].sheets) == 2


def test_a_draft_replaces_nothing_unasked(eipcheck: CommandLine, seen: Seen, here: Path) -> None:
    seen(record(FORM))
    own(here)
    ended = eipcheck("inspect", "mau.xlsx", "--write-mapping", "own.yaml")
    assert (ended.code, ended.out) == (6, "")
    assert "O101" in ended.err
    assert (here / "own.yaml").read_text(encoding="utf-8") == OWN
    assert eipcheck("inspect", "mau.xlsx", "--write-mapping", "own.yaml", "--force").code == 0
    assert (here / "own.yaml").read_text(encoding="utf-8") != OWN


@pytest.mark.parametrize("target", ["mau.xlsx", "own.yaml"])
def test_a_draft_never_replaces_what_the_run_reads(
    eipcheck: CommandLine, seen: Seen, here: Path, target: str
) -> None:
    seen(record(FORM))
    own(here)
    arguments = ("inspect", "mau.xlsx", "--mapping", "own.yaml", "--write-mapping", target)
    ended = eipcheck(*arguments, "--force")
    assert ended.code == 6
    assert "O102" in ended.err


def test_where_nothing_was_left_nothing_is_drafted(
    eipcheck: CommandLine, seen: Seen, here: Path
) -> None:
    seen(record(GUIDE, MAPPED))
    ended = eipcheck("inspect", "mau.xlsx", "--write-mapping", "new.yaml")
    assert ended.code == 0
    assert "Nothing was left" in ended.err
    assert list(here.iterdir()) == []


def test_an_unusable_file_ends_with_3(
    eipcheck: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> ParkRecord:
        raise InputError((Problem("W115", FilePlace("mau.xlsx"), (("sheets", "Budget"),)),))

    monkeypatch.setattr(READER, refuse)
    ended = eipcheck("inspect", "mau.xlsx")
    assert (ended.code, ended.out) == (3, "")
    assert "W115" in ended.err


@pytest.mark.parametrize(
    "command",
    [
        ("inspect", SAMPLE),
        ("assess", SAMPLE),
        ("explain", "recp-applied", SAMPLE),
        ("batch", SAMPLE, "--out", "out"),
    ],
)
def test_an_invalid_mapping_ends_with_4_and_its_place(
    eipcheck: CommandLine, here: Path, command: tuple[str | Path, ...]
) -> None:
    own(here, OWN.replace("enterprises", "tenants"))
    ended = eipcheck(*command, "--mapping", "own.yaml")
    assert (ended.code, ended.out) == (4, "")
    assert "C231  own.yaml:5:13" in ended.err
    assert not (here / "out").exists()


def test_mappings_of_the_user_come_first_and_replace_shipped_ones(here: Path) -> None:
    shipped = [path.stem for path in shipped_mappings()]
    assert "form-06-02-2022" in shipped
    own(here)
    session = open_session(Request(mappings=("own.yaml", "own.yaml")))
    assert [m.id for m in session.ways.mappings] == ["own", *shipped]
    same = here / "form.yaml"
    same.write_text(OWN.replace("id: own", "id: form-06-02-2022"), encoding="utf-8")
    session = open_session(Request(mappings=("form.yaml",)))
    assert [m.id for m in session.ways.mappings] == shipped
    assert session.ways.mappings[0].source == "x"


def test_inspect_knows_the_fields_of_a_criteria_set(seen: Seen) -> None:
    given = seen(record(FORM))
    done = inspect_workbook(Path("mau.xlsx"), Request(criteria=("vn-82-2018",)))
    assert done.dictionary.has_field("enterprise_name")
    assert [m.id for m in given[0]] == [path.stem for path in shipped_mappings()]
