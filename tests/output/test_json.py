"""JSON: follows its published schema, is exact, and is the same for the same input."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from closed_schema import closed
from command_line import PILOT, ROOT, SAMPLE
from jsonschema import Draft202012Validator
from workbook_helper import saved

from eipcheck.model.assessment import Share
from eipcheck.model.place import Cell, FilePlace, Line, SheetPlace
from eipcheck.pipeline.assess import Request, assess
from eipcheck.reporting.json_values import bound, fraction, place, quantity
from eipcheck.reporting.jsonout import SCHEMA_VERSION, assessment_json

SCHEMA = ROOT / "eipcheck" / "reporting" / "assessment-1.schema.json"
PARKS = [*sorted((ROOT / "examples").rglob("*.xlsx"))]


def published() -> dict[str, Any]:
    """Read the schema as it is published."""
    schema: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return schema


@cache
def written(park: Path, request: Request | None = None) -> str:
    """Write the JSON of a park."""
    done = assess(park, request)
    return assessment_json(done.record, done.dates, done.assessments, done.run_at)


def document(park: Path) -> dict[str, Any]:
    """Give the JSON of a park as data."""
    data: dict[str, Any] = json.loads(written(park))
    return data


def findings(park: Path) -> dict[str, dict[str, Any]]:
    """Give the findings of a park by criterion."""
    return {f["id"]: f for f in document(park)["assessments"][0]["findings"]}


def test_the_schema_is_a_schema_and_states_its_policy() -> None:
    Draft202012Validator.check_schema(published())
    assert "nothing is removed" in published()["description"]


@pytest.mark.parametrize("park", PARKS, ids=lambda p: p.stem)
def test_every_example_follows_the_schema_to_the_letter(park: Path) -> None:
    validator = Draft202012Validator(
        closed(published()), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    assert [error.message for error in validator.iter_errors(document(park))] == []


def test_the_blank_form_follows_the_schema(tmp_path: Path) -> None:
    data = document(saved(tmp_path))
    assert list(Draft202012Validator(closed(published())).iter_errors(data)) == []
    assert {f["verdict"] for f in data["assessments"][0]["findings"]} <= {
        "undetermined",
        "reported",
    }


def test_a_reader_of_this_version_accepts_keys_of_a_later_one() -> None:
    data = document(PILOT)
    data["schema_version"] = "1.7"
    data["assessments"][0]["findings"][0]["added_later"] = 1
    assert list(Draft202012Validator(published()).iter_errors(data)) == []
    data["schema_version"] = "2.0"
    assert list(Draft202012Validator(published()).iter_errors(data))


def test_the_same_input_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1605830400")
    once, again = (assess(SAMPLE) for _ in range(2))
    texts = {
        assessment_json(done.record, done.dates, done.assessments, done.run_at)
        for done in (once, again)
    }
    assert len(texts) == 1
    assert '"run_at": "2020-11-20T00:00:00+00:00"' in texts.pop()


def test_only_the_time_of_the_run_varies() -> None:
    one, other = (json.loads(written.__wrapped__(SAMPLE)) for _ in range(2))
    one["tool"].pop("run_at")
    other["tool"].pop("run_at")
    assert one == other


def test_the_version_is_that_of_the_schema() -> None:
    assert document(PILOT)["schema_version"] == SCHEMA_VERSION
    assert SCHEMA.name.startswith(f"assessment-{SCHEMA_VERSION.partition('.')[0]}.")


def test_shares_carry_the_counts_behind_them() -> None:
    observed = findings(SAMPLE)["recp-applied"]["observed"]
    assert observed["low"] == {"num": 20, "den": 115, "approx": 0.173913}
    assert observed["high"]["num"] == 32
    assert findings(SAMPLE)["recp-applied"]["target"]["bound"] == {
        "num": 1,
        "den": 5,
        "approx": 0.2,
    }


def test_every_row_behind_a_count_is_there() -> None:
    rows = findings(SAMPLE)["recp-applied"]["rows"]["rows"]
    counted = [row for row in rows if row["counted"] == "true"]
    assert len(counted) == 115
    assert sum(row["qualifies"] == "true" for row in counted) == 20


def test_a_count_without_an_end_is_null_and_named_by_its_unit() -> None:
    links = findings(PILOT)["symbiosis-links"]["observed"]
    assert (links["low"], links["high"], links["unit"]) == (0, None, "links")


def test_clauses_hold_the_criteria_of_their_points() -> None:
    clauses = document(SAMPLE)["assessments"][0]["clauses"]
    named = [criterion for clause in clauses for criterion in clause["criteria"]]
    assert sorted(named) == sorted(findings(SAMPLE))


def test_no_sentence_is_in_it() -> None:
    """JSON tells steps and problems by name, so that it does not depend on the language."""
    steps = [s for f in findings(SAMPLE).values() for s in f["explanation"]]
    assert steps
    assert all(step["name"].isidentifier() for step in steps)
    assert "Regulation" not in written(SAMPLE)
    assert "This is a self-assessment" not in written(SAMPLE)


def test_exact_numbers() -> None:
    assert quantity(None) is None
    assert quantity(Fraction(12)) == 12
    assert quantity(Fraction(241, 10)) == {"num": 241, "den": 10, "approx": 24.1}
    counts = Share(Fraction(23), Fraction(115))
    assert fraction(Fraction(1, 5), counts) == {"num": 23, "den": 115, "approx": 0.2}
    assert fraction(Fraction(1), Share(Fraction(0), Fraction(0))) == {
        "num": 1,
        "den": 1,
        "approx": 1.0,
    }
    figures = Share(Fraction(1, 2), Fraction(5, 2))
    assert fraction(Fraction(1, 5), figures) == {"num": 1, "den": 5, "approx": 0.2}
    assert bound(None, "share") is None


def test_places() -> None:
    assert place(Cell("Land", 7, 4)) == {"sheet": "Land", "cell": "D7"}
    assert place(SheetPlace("Land")) == {"sheet": "Land"}
    assert place(Line("set.yaml", 3, 5)) == {"file": "set.yaml", "line": 3, "column": 5}
    assert place(FilePlace("park.xlsx")) == {"file": "park.xlsx"}
