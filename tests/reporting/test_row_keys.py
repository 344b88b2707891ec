"""Rows that are told by a choice of the form are told in words, not by its id."""

from __future__ import annotations

import pytest
from sample_edits import SAMPLE

from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Request, assess
from eipcheck.reporting.view import report_view


@pytest.mark.parametrize(("language", "words"), [("vi", "Cấp điện"), ("en", "Electricity")])
def test_a_service_is_named_in_the_language_of_the_report(language: Language, words: str) -> None:
    done = assess(SAMPLE, Request(criteria=("vn-82-2018",)))
    view = report_view(done.assessments[0], done.dictionary, language)
    keys = {row.code for card in view.requirements if card.rows for row in card.rows.rows}
    assert words in keys
    assert "electricity" not in keys
