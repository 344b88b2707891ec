"""The JSON of ``diff`` follows its published schema."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path

import pytest
from closed_schema import closed
from command_line import ROOT, SAMPLE, CommandLine
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from sample_edits import Edit, both, cells

from eipcheck.reporting.progress import Cause, Turn
from eipcheck.reporting.progress_rows import Event

SCHEMA = json.loads((ROOT / "eipcheck" / "reporting" / "progress-1.schema.json").read_text("utf-8"))
REGISTER = "Doanh nghiệp"


def test_the_schema_is_a_schema_and_knows_every_word() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    change = SCHEMA["$defs"]["change"]["properties"]
    kinds: tuple[tuple[type[StrEnum], list[str]], ...] = (
        (Turn, [*change["turn"]["enum"], "same"]),  # what is the same is only counted
        (Cause, change["causes"]["items"]["properties"]["cause"]["enum"]),
        (Event, change["rows"]["items"]["properties"]["event"]["enum"]),
    )
    for kind, known in kinds:
        assert {each.value for each in kind} == set(known)


@pytest.mark.parametrize(
    ("edit", "options"),
    [
        (cells("Dịch vụ", B7="Chưa có"), ()),
        (cells(REGISTER, O7="Không", O8=None, J9="Có"), ("--criteria", "vn-35-2022")),
        (cells("KCN", D6="KCN khác"), ("--as-of", "2021-01-01", "--criteria", "vn-82-2018")),
        (cells(REGISTER, B7="", A7=""), ("--criteria", "vn-05-2025-indicators")),
    ],
    ids=["service", "register", "park", "code"],
)
def test_every_comparison_follows_the_schema_to_the_letter(
    edit: Edit, options: tuple[str, ...], eipcheck: CommandLine, here: Path
) -> None:
    book = load_workbook(SAMPLE)
    both(edit)(book)
    book.save(here / "later.xlsx")
    told = eipcheck("diff", SAMPLE, "later.xlsx", *options, "--report", "json:-")
    validator = Draft202012Validator(
        closed(SCHEMA), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    assert [error.message for error in validator.iter_errors(json.loads(told.out))] == []
