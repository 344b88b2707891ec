"""``template --criteria``: the form for chosen sets; then ``assess`` and ``batch`` under others."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from command_line import SAMPLE, CommandLine
from extra_set import extended, write_extra
from openpyxl import load_workbook
from workbook_helper import the_dictionary

from eipcheck.model.record import EnterpriseRef
from eipcheck.pipeline import others
from eipcheck.workbook.content import Content, DeclarationRow, FactRow
from eipcheck.workbook.fill import filled_bytes

EXTRA = "--allow-unverified"


@pytest.fixture
def extra(here: Path) -> Path:
    """Give the folder of a set that adds to the dictionary."""
    return write_extra(here)


def fields(path: Path, sheet: str) -> set[object]:
    """Give the ids of the lines of a facts sheet."""
    return {row[0].value for row in load_workbook(path)[sheet].iter_rows(min_row=5)}


def test_the_form_asks_only_what_the_set_needs(eipcheck: CommandLine, here: Path) -> None:
    assert eipcheck("template", "all.xlsx").code == 0
    assert eipcheck("template", "one.xlsx", "--criteria", "vn-82-2018").code == 0
    whole, part = fields(here / "all.xlsx", "Park"), fields(here / "one.xlsx", "Park")
    assert part < whole
    assert {"park_name", "enterprises_operating"} <= part
    assert "saving_money" in whole - part
    ended = eipcheck("assess", here / "one.xlsx", "--fail-on", "problems")
    assert ended.code == 0
    assert "As declared:   12 not enough data" in ended.out


def test_sets_are_added_up(eipcheck: CommandLine, here: Path, extra: Path) -> None:
    both = ("--criteria", "vn-82-2018", "--criteria", extra, EXTRA)
    assert eipcheck("template", "both.xlsx", *both).code == 0
    book = load_workbook(here / "both.xlsx")
    assert {"Land", "Trainings", "Noise"} <= set(book.sheetnames)
    assert {"canteens", "enterprises_operating"} <= fields(here / "both.xlsx", "Park")
    assert eipcheck("template", "extra.xlsx", "--criteria", extra, EXTRA).code == 0
    assert "Land" not in load_workbook(here / "extra.xlsx").sheetnames


def test_a_set_that_is_unknown_or_not_allowed_gives_no_form(
    eipcheck: CommandLine, here: Path, extra: Path
) -> None:
    ended = eipcheck("template", "form.xlsx", "--criteria", "vn-28-2018")
    assert (ended.code, "U101" in ended.err, "vn-82-2018" in ended.err) == (2, True, True)
    ended = eipcheck("template", "form.xlsx", "--criteria", extra)
    assert (ended.code, "U104" in ended.err) == (2, True)
    assert not (here / "form.xlsx").exists()


def test_auto_asks_what_any_law_reads(eipcheck: CommandLine, here: Path) -> None:
    assert eipcheck("template", "auto.xlsx", "--criteria", "auto").code == 0
    assert eipcheck("template", "one.xlsx", "--criteria", "vn-82-2018").code == 0
    assert fields(here / "one.xlsx", "Park") <= fields(here / "auto.xlsx", "Park")


@pytest.mark.parametrize("asked", [True, False])
def test_a_question_that_a_form_did_not_ask_is_no_blank(
    eipcheck: CommandLine, here: Path, extra: Path, *, asked: bool
) -> None:
    """A blank shift is by day, so nobody works at night; without the column nobody was asked."""
    content = Content(
        rows={"enterprises": ({"tax_code": "0301234567"},)},
        declarations=(DeclarationRow(id="enterprises_complete", complete=True),),
    )
    dictionary = extended(extra) if asked else the_dictionary()
    (here / "park.xlsx").write_bytes(filled_bytes(dictionary, "en", content))
    sets = ("--criteria", extra, EXTRA, "--reading", "X1=night")
    (found,) = verdicts(eipcheck, here / "park.xlsx", *sets)
    assert found["quiet-firms"] == ("not_met" if asked else "undetermined")


def answered(folder: Path, extra: Path) -> Path:
    """Fill in a form that asks everything, also what the set adds."""
    content = Content(
        facts=(
            FactRow(field="park_name", value="KCN"),
            FactRow(field="canteens", value=Decimal(3)),
            FactRow(field="noise_night", value=Decimal(45)),
        ),
        rows={
            "enterprises": ({"tax_code": "0301234567", "quiet": True, "shift": "day"},),
            "trainings": (
                {"training_topic": "RECP", "training_enterprise": EnterpriseRef("A", 0)},
            ),
        },
    )
    path = folder / "park.xlsx"
    path.write_bytes(filled_bytes(extended(extra), "en", content))
    return path


def report(eipcheck: CommandLine, *arguments: str | Path) -> dict[str, object]:
    """Assess and give the report as data."""
    ended = eipcheck("assess", *arguments, "--report", "json:-")
    assert ended.code == 0, ended.err
    data: dict[str, object] = json.loads(ended.out)
    return data


def verdicts(eipcheck: CommandLine, *arguments: str | Path) -> list[dict[str, str]]:
    """Give, set by set, the verdict of each criterion."""
    return [
        {f["id"]: f["verdict"] for f in assessment["findings"]}
        for assessment in report(eipcheck, *arguments)["assessments"]  # type: ignore[attr-defined]
    ]


def test_two_sets_of_which_one_adds_read_the_same_workbook(
    eipcheck: CommandLine, here: Path, extra: Path
) -> None:
    park = answered(here, extra)
    law, more = verdicts(eipcheck, park, "--criteria", "vn-82-2018", "--criteria", extra, EXTRA)
    assert more["canteens"] == "met"
    assert more["quiet-firms"] == "met"
    assert law == verdicts(eipcheck, park)[0]
    assert [more] == verdicts(eipcheck, park, "--criteria", extra, EXTRA)


def test_readings_are_shared_out_to_the_sets_that_have_them(
    eipcheck: CommandLine, here: Path, extra: Path
) -> None:
    sets = ("--criteria", "vn-82-2018", "--criteria", extra, EXTRA)
    law, more = verdicts(eipcheck, answered(here, extra), *sets, "--reading", "X1=night")
    assert more["quiet-firms"] == "undetermined"  # the register is open, and nobody works at night
    assert law == verdicts(eipcheck, here / "park.xlsx")[0]


def test_a_batch_takes_both_sets(eipcheck: CommandLine, here: Path, extra: Path) -> None:
    park = answered(here, extra)
    ended = eipcheck(
        *("batch", park, SAMPLE, "--out", "out"),
        *("--criteria", "vn-82-2018", "--criteria", extra, EXTRA),
    )
    assert ended.code == 0
    data = json.loads((here / "out" / "park.json").read_text(encoding="utf-8"))
    assert [a["set"]["id"] for a in data["assessments"]] == ["vn-82-2018", "extra"]


def test_what_another_set_asks_is_one_line_and_changes_nothing(
    eipcheck: CommandLine, here: Path, extra: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(others, "shipped_sets", lambda: {"extra": extra})
    data = report(eipcheck, answered(here, extra))
    assert [p["code"] for p in data["problems"]] == ["W250"]  # type: ignore[attr-defined]


def test_a_fault_in_the_file_of_another_set_stops_no_run(
    eipcheck: CommandLine, here: Path, extra: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    park = answered(here, extra)
    (extra / "fields.yaml").write_text("sheets: nothing\n", encoding="utf-8")
    monkeypatch.setattr(others, "shipped_sets", lambda: {"extra": extra})
    data = report(eipcheck, park)
    assert "W217" in [p["code"] for p in data["problems"]]  # type: ignore[attr-defined]


def test_a_clean_workbook_does_not_have_the_other_sets_loaded(
    eipcheck: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> dict[str, Path]:
        message = "the other sets were loaded"
        raise AssertionError(message)

    monkeypatch.setattr(others, "shipped_sets", refuse)
    assert eipcheck("assess", SAMPLE).code == 0
