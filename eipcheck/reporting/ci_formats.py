"""Reports about criteria for machines: JSON, JUnit, and the annotations of GitHub."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from eipcheck.model.problem import Severity
from eipcheck.model.text import Language
from eipcheck.reporting.ci import (
    CiCase,
    CiReport,
    CiSuite,
    Counts,
    file_of,
    line_and_column,
    told,
    told_of_case,
    worst_cases_first,
    worst_first,
)
from eipcheck.reporting.json_values import Json, place, problem_json
from eipcheck.reporting.unseen import json_text
from eipcheck.reporting.view_words import clean
from eipcheck.version import __version__

SCHEMA_VERSION = "1.0"
"""Within a major version objects may gain keys; none is lost or changes its meaning."""


def ci_json(report: CiReport) -> str:
    """Write a report as JSON: codes, places and facts; no sentences, hence no language."""
    document: Json = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "eipcheck", "version": __version__},
        "command": f"criteria {report.command}",
        "counts": _counts(report.counts),
        "suites": [
            {
                "name": suite.name,
                "counts": _counts(suite.counts),
                "cases": [_case(case) for case in worst_cases_first(suite)],
            }
            for suite in report.suites
        ],
    }
    return json_text(document)


def _counts(counts: Counts) -> Json:
    return {name: getattr(counts, name) for name in Counts.__struct_fields__}


def _case(case: CiCase) -> Json:
    result = "failed" if case.failed else "skipped" if case.skipped else "passed"
    problems: list[Json] = [problem_json(problem) for problem in worst_first(case.problems)]
    return {
        "name": case.name,
        "place": place(case.place),
        "result": result,
        "problems": problems,
    }


def ci_junit(report: CiReport, language: Language) -> str:
    """Write a report as JUnit XML: a suite for each set, a failure for each case that failed."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    name = f"eipcheck criteria {report.command}"
    lines.append(f"<testsuites {_attributes(name=name, **_tests(report.counts))}>")
    for suite in report.suites:
        numbers = {**_tests(suite.counts), "skipped": suite.counts.skipped}
        lines.append(f"  <testsuite {_attributes(name=suite.name, **numbers)}>")
        for case in worst_cases_first(suite):
            lines += _testcase(suite, case, language)
        lines.append("  </testsuite>")
    return "\n".join((*lines, "</testsuites>")) + "\n"


def _tests(counts: Counts) -> dict[str, int]:
    return {"tests": counts.cases, "failures": counts.failed, "errors": 0}


def _testcase(suite: CiSuite, case: CiCase, language: Language) -> Iterator[str]:
    worst = worst_first(case.problems)
    at = worst[0].place if worst else case.place
    about = {"classname": suite.name, "name": case.name, "file": file_of(at)}
    opening = f"<testcase {_attributes(**about, line=line_and_column(at)[0])}"
    if not worst and not case.skipped:
        yield f"    {opening}/>"
        return
    yield f"    {opening}>"
    if worst:
        all_told = list(told_of_case(suite, case, language))
        lines = [f"{clean(str(t.problem.place))}: {t.problem.code} {t.text}" for t in all_told]
        text = escape("\n\n".join(lines), quote=False)
        if case.failed:
            about = {"type": worst[0].code, "message": all_told[0].what}
            yield f"      <failure {_attributes(**about)}>{text}</failure>"
        else:
            yield f"      <system-out>{text}</system-out>"
    else:
        yield "      <skipped/>"
    yield "    </testcase>"


def _attributes(**values: object) -> str:
    return " ".join(f'{name}="{escape(clean(str(value)))}"' for name, value in values.items())


def ci_github(report: CiReport, language: Language) -> str:
    """Write a report as commands of a GitHub workflow, which shows the first ten of a step."""
    lines = []
    for each in told(report, language):
        place = each.problem.place
        line, column = line_and_column(place)
        command = "error" if each.problem.severity is Severity.ERROR else "warning"
        values = {
            "file": file_of(place),
            "line": line,
            "col": column,
            "title": f"{each.problem.code} {each.suite.name}",
        }
        about = ",".join(f"{name}={_property(value)}" for name, value in values.items())
        lines.append(f"::{command} {about}::{_data(each.text)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(clean(str(value))).replace(":", "%3A").replace(",", "%2C")
