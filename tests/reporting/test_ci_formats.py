"""Reports about criteria: every format says the same, in its own grammar, whatever YAML holds."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from eipcheck.model.place import FilePlace, Line
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting.ci import CiCase, CiReport, CiSuite, worst_first
from eipcheck.reporting.ci_formats import ci_github, ci_json, ci_junit
from eipcheck.reporting.ci_markdown import MOST, ci_markdown
from eipcheck.reporting.ci_sarif import ci_sarif

HOSTILE = (
    "]]>\n::error::pwned\r\n##[group]%0A%25 <b onclick=\"x\" a='y'>&amp; | `code` [l](j) :,\0\u202e"
)


def a_problem(
    code: str, file: str, line: int, column: int, severity: Severity = Severity.ERROR, **facts: str
) -> Problem:
    given = {"item": "kind", "value": "x", "known": "y", "id": "c", "verdict": "met"} | facts
    return Problem(code, Line(file, line, column), tuple(given.items()), severity)


WRONG = a_problem("C205", "criteria/a/42-1.yaml", 7, 5)
LATER = a_problem("C205", "criteria/a/42-1.yaml", 30, 5)
LACKING = a_problem("C501", "criteria/a/42-1.yaml", 3, 9)
WARNING = a_problem("C506", "criteria/a/set.yaml", 1, 1, Severity.WARNING)


def report(*problems: Problem, name: str = "42-1", details: tuple[str, ...] = ()) -> CiReport:
    place = FilePlace("criteria/a/42-1.yaml")
    cases = (
        CiCase(name=name, place=place, problems=problems, details=details),
        CiCase(name="fine", place=Line("criteria/a/tests/b.yaml", 4, 3)),
        CiCase(name="to be written", place=place, skipped=True),
    )
    return CiReport("check", (CiSuite("a", cases), CiSuite("b", ())))


def everything(name: str, made: CiReport, language: Language = "en") -> str:
    match name:
        case "json":
            return ci_json(made)
        case "sarif":
            return ci_sarif(made, language)
        case "junit":
            return ci_junit(made, language)
        case "github":
            return ci_github(made, language)
        case _:
            return ci_markdown(made, language)


def hostile() -> CiReport:
    """Make a report in which every text that a YAML file could bring is an attack."""
    problem = a_problem("C205", f"criteria/{HOSTILE}.yaml", 7, 5, value=HOSTILE, item=HOSTILE)
    case = CiCase(name=HOSTILE, place=problem.place, problems=(problem,), details=(HOSTILE,))  # type: ignore[arg-type]
    return CiReport("test", (CiSuite(HOSTILE, (case,)),))


def parsed(text: str) -> ET.Element:
    """Parse JUnit XML."""
    return ET.fromstring(text)  # noqa: S314 - of our own making


def test_the_worst_comes_first() -> None:
    given = (WARNING, LACKING, LATER, WRONG)
    assert worst_first(given) == [WRONG, LATER, LACKING, WARNING]
    made = report(*given)
    lines = ci_github(made, "en").splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 3 + ["::warning"]
    assert [line.split("line=")[1].split(",")[0] for line in lines] == ["7", "30", "3", "1"]
    results = json.loads(ci_sarif(made, "en"))["runs"][0]["results"]
    assert [result["level"] for result in results] == ["error"] * 3 + ["warning"]
    assert [r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in results] == [
        *(7, 30, 3, 1)
    ]


def test_json_counts_and_names_what_was_tried() -> None:
    found = json.loads(ci_json(report(WRONG, WARNING)))
    assert found["schema_version"] == "1.0"
    assert found["command"] == "criteria check"
    counted = {"cases": 3, "failed": 1, "skipped": 1, "errors": 1, "warnings": 1}
    assert found["counts"] == counted
    assert [suite["name"] for suite in found["suites"]] == ["a", "b"]
    cases = found["suites"][0]["cases"]
    assert [case["result"] for case in cases] == ["failed", "passed", "skipped"]
    assert cases[1]["place"] == {"file": "criteria/a/tests/b.yaml", "line": 4, "column": 3}
    assert cases[0]["problems"][0] == {
        "code": "C205",
        "severity": "error",
        "place": {"file": "criteria/a/42-1.yaml", "line": 7, "column": 5},
        "other_places": [],
        "facts": {"item": "kind", "value": "x", "known": "y", "id": "c", "verdict": "met"},
    }


def test_a_warning_fails_nothing() -> None:
    assert json.loads(ci_json(report(WARNING)))["counts"]["failed"] == 0
    junit = parsed(ci_junit(report(WARNING), "en"))
    assert junit.find(".//failure") is None
    assert junit.findtext(".//system-out")


def test_junit_has_a_suite_for_each_set_and_a_failure_with_the_computation() -> None:
    text = ci_junit(report(LATER, WRONG, details=("Computation:", "  1 of 3")), "en")
    top = parsed(text)
    assert top.attrib == {
        "name": "eipcheck criteria check",
        "tests": "3",
        "failures": "1",
        "errors": "0",
    }
    suites = top.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["a", "b"]
    failed, fine, skipped = suites[0].findall("testcase")
    assert (failed.get("file"), failed.get("line")) == ("criteria/a/42-1.yaml", "7")
    assert (failed.get("classname"), failed.get("name")) == ("a", "42-1")
    failure = failed.find("failure")
    assert failure is not None
    assert failure.get("type") == "C205"
    assert failure.text is not None
    assert failure.text.startswith("criteria/a/42-1.yaml:7:5: C205 ")
    assert "criteria/a/42-1.yaml:30:5: C205 " in failure.text
    assert "Computation:\n  1 of 3" in failure.text
    assert not list(fine)
    assert [each.tag for each in skipped] == ["skipped"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_counts_the_sets_and_lists_the_problems(language: Language) -> None:
    text = ci_markdown(report(WRONG, WARNING), language)
    assert "| a | 3 | 1 | 1 | 1 |" in text
    assert text.index("criteria/a/42-1.yaml:7:5") < text.index("criteria/a/set.yaml:1:1")
    fine = ci_markdown(report(), language)
    assert "C205" not in fine
    assert len(fine.splitlines()) > 5


def test_markdown_leaves_out_what_a_summary_has_no_room_for() -> None:
    many = [a_problem("C205", "a.yaml", line, 1) for line in range(1, MOST + 12)]
    text = ci_markdown(report(*many), "en")
    assert text.count("| error |") == MOST
    assert text.endswith("… and 11 more.\n")


def test_github_escapes_what_would_end_a_command() -> None:
    lines = ci_github(hostile(), "en").splitlines()
    assert len(lines) == 1
    about, _, message = lines[0].removeprefix("::error ").partition("::")
    assert about.startswith("file=criteria/]]> %3A%3Aerror%3A%3Apwned")
    assert [part.split("=")[0] for part in about.split(",")] == ["file", "line", "col", "title"]
    assert "%250A%2525" in message
    assert "%0A" in message
    assert ",line=7,col=5,title=C205 " in about


def test_junit_and_sarif_and_json_stay_well_formed() -> None:
    top = parsed(ci_junit(hostile(), "en"))
    case = top.find(".//testcase")
    assert case is not None
    assert "::error::pwned" in str(case.get("name"))
    assert [each.tag for each in case] == ["failure"]
    result = json.loads(ci_sarif(hostile(), "en"))["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert " " not in uri
    assert "<" not in uri
    assert json.loads(ci_json(hostile()))["suites"][0]["name"] == HOSTILE


def test_markdown_shows_hostile_text_as_text() -> None:
    text = ci_markdown(hostile(), "en")
    assert "<b " not in text
    assert "\n::error" not in text
    assert "\\[l\\](j)" in text
    rows = [line for line in text.splitlines() if line.startswith("| error")]
    assert len(rows) == 1
    assert rows[0].replace("\\|", "").count("|") == 5


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "github", "markdown"])
def test_nobody_is_misled_by_what_nobody_sees(name: str) -> None:
    text = everything(name, hostile())
    assert "\0" not in text
    assert "\u202e" not in text
    assert "\r" not in text


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "github", "markdown"])
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert everything(name, report(WRONG)) == everything(name, report(WRONG))


_MESSAGE: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
}
_LOCATION: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "type": "object",
            "additionalProperties": False,
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["uri"],
                    "properties": {
                        "uri": {"type": "string", "pattern": r"^[^\s\\<>\"|{}^`]+$"},
                        "uriBaseId": {"const": "SRCROOT"},
                    },
                },
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["startLine"],
                    "properties": {
                        "startLine": {"type": "integer", "minimum": 1},
                        "startColumn": {"type": "integer", "minimum": 1},
                    },
                },
            },
        }
    },
}
SARIF: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["$schema", "version", "runs"],
    "properties": {
        "$schema": {"type": "string", "pattern": "sarif-schema-2\\.1\\.0\\.json$"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "additionalProperties": False,
                                "required": ["name"],
                                "properties": {
                                    "name": {"const": "eipcheck"},
                                    "version": {"type": "string"},
                                    "semanticVersion": {"type": "string"},
                                    "language": {"pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "additionalProperties": False,
                                            "required": ["id"],
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": _MESSAGE,
                                                "fullDescription": _MESSAGE,
                                                "help": _MESSAGE,
                                                "defaultConfiguration": {
                                                    "type": "object",
                                                    "additionalProperties": False,
                                                    "properties": {
                                                        "level": {
                                                            "enum": [
                                                                *("none", "note"),
                                                                *("warning", "error"),
                                                            ]
                                                        }
                                                    },
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "automationDetails": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"id": {"type": "string"}},
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "originalUriBaseIds": {
                        "type": "object",
                        "additionalProperties": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {"description": _MESSAGE},
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["message"],
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": _MESSAGE,
                                "locations": {"type": "array", "items": _LOCATION},
                                "relatedLocations": {
                                    "type": "array",
                                    "uniqueItems": True,
                                    "items": _LOCATION,
                                },
                                "partialFingerprints": {
                                    "type": "object",
                                    "additionalProperties": {"type": "string"},
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What SARIF 2.1.0 allows of the parts that are used; anything else is refused."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [report(), report(WRONG, LATER, WARNING), hostile()])
def test_sarif_has_only_what_version_2_1_0_knows(made: CiReport, language: Language) -> None:
    document = json.loads(ci_sarif(made, language))
    assert list(Draft202012Validator(SARIF).iter_errors(document)) == []
    (run,) = document["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]


def test_sarif_tells_what_why_and_how_to_mend() -> None:
    (rule,) = json.loads(ci_sarif(report(WRONG), "en"))["runs"][0]["tool"]["driver"]["rules"]
    help_text = rule["help"]["text"]
    for label in ("What", "Why", "How to mend", "Example"):
        assert f"{label}: " in help_text


def test_sarif_keeps_a_file_of_elsewhere_and_other_places() -> None:
    elsewhere = Problem(
        "C205",
        Line("/srv/x y/a.yaml", 1, 2),
        WRONG.facts,
        other_places=(Line("b.yaml", 3, 4),),
    )
    (result,) = json.loads(ci_sarif(report(elsewhere), "en"))["runs"][0]["results"]
    found = result["locations"][0]["physicalLocation"]
    assert found["artifactLocation"] == {"uri": "file:///srv/x%20y/a.yaml"}
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 4}
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "b.yaml"


def test_sarif_knows_a_problem_again_after_lines_have_moved() -> None:
    def fingerprint(problem: Problem) -> str:
        (result,) = json.loads(ci_sarif(report(problem), "en"))["runs"][0]["results"]
        found: str = result["partialFingerprints"]["problem/v1"]
        return found

    assert fingerprint(WRONG) == fingerprint(LATER)
    assert fingerprint(WRONG) != fingerprint(LACKING)
