"""Assesses example workbooks as the program would, without its command line."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from eipcheck.criteria.dictionary import extend_dictionary, load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.criteria.waivers import load_waivers
from eipcheck.evaluation.dates import choose_dates
from eipcheck.evaluation.evaluate import Options, evaluate
from eipcheck.model.assessment import Assessment
from eipcheck.workbook.read import read_workbook

CRITERIA = Path(__file__).resolve().parents[1] / "criteria"
DECREE_82 = CRITERIA / "vn-82-2018"
ANY_DAY = date(2026, 11, 23)  # every example says its own assessment date


@cache
def assessed(workbook: Path, folder: Path, waivers: Path | None = None) -> Assessment:
    """Assess a workbook against the criteria set in ``folder``, with its default readings."""
    dictionary = extend_dictionary(load_dictionary(CRITERIA / "fields.yaml"), folder)
    criteria = load_set(folder, dictionary)
    record = read_workbook(workbook, dictionary)
    options = Options(waivers=load_waivers(waivers, criteria) if waivers else ())
    return evaluate(record, criteria, dictionary, choose_dates(record, None, ANY_DAY), options)
