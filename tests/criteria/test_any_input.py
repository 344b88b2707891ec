"""Whatever a file holds, reading it ends with data or with coded problems, never otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from criteria_files import (
    ANSWER_CLAUSE,
    DICTIONARY,
    FILES,
    SET,
    SHARE_CLAUSE,
    load_small_dictionary,
    places,
    write_files,
)
from hypothesis import given
from hypothesis import strategies as st

from eipcheck.criteria.cases import load_cases
from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.document import parse_document
from eipcheck.criteria.load import load_set
from eipcheck.criteria.problems import Problems
from eipcheck.model.problem import CriteriaError

CASES = """\
cases:
  - name: "One of two applies"
    criterion: recp-applied
    as_of: 2020-11-20
    readings: {Q3: all_licensed}
    given:
      facts: {operating: 2, total: {value: 1.5, documents: [D1]}, green: [{value: 1}, 2]}
      complete: [enterprises_complete, {id: links_water, to: 2020-11-20}]
      rows:
        enterprises:
          - {times: 2, status: operating, applied: "yes"}
        links:
          - {provider: "0100000002", signed: 2019-05-01}
      documents: {D1: {state: have, date: 2019-01-01}}
      judgements: [{criterion: recp-applied, result: met, by: "UBND"}]
    expect: {verdict: met, low: 1/2, flags: [marginal]}
"""
ODDITIES = ("5", "[]", "{}", "''", "x", "2020-01-01", "{vi: a}", "[[1], {x: y}]", "true")
_VALUE = re.compile(r"(?<=[:\[,] )[^,\]}\[{\n]+|(?<=\S: )[\[{].*$", re.MULTILINE)


@given(st.text(alphabet="ab12 -?:,[]{}#&*!|>'\"%@`\n\t<=~0.x_y\u0007\ufeff\u2028é\r", max_size=40))
def test_any_text_gives_a_document_or_a_problem(text: str) -> None:
    problems = Problems()
    assert parse_document(text, "a.yaml", problems) is not None or problems


@pytest.mark.parametrize("odd", ODDITIES)
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fields.yaml", DICTIONARY[: DICTIONARY.index("  - id: links")]),
        ("small/set.yaml", SET),
        ("small/42-1.yaml", SHARE_CLAUSE),
        ("small/42-2.yaml", ANSWER_CLAUSE),
        ("small/tests/a.yaml", CASES),
    ],
)
def test_any_value_in_any_place_gives_a_result_or_problems_with_words(
    tmp_path: Path, name: str, text: str, odd: str
) -> None:
    whole = load_small_dictionary(tmp_path)
    write_files(tmp_path / "small", {**FILES, "tests/a.yaml": CASES})
    for value in _VALUE.finditer(text):
        changed = text[: value.start()] + odd + text[value.end() :]
        write_files(tmp_path, {name: changed})
        try:
            if name == "fields.yaml":
                load_dictionary(tmp_path / name)
            else:
                criteria_set = load_set(tmp_path / "small", whole)
                load_cases(tmp_path / "small", criteria_set, whole)
        except CriteriaError as error:
            places(error.problems)  # fails where a problem has no words
