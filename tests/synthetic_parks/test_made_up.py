"""Made-up parks: the same for a seed, readable, labelled, and spread as the country's are."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from eipcheck.model.problem import Severity
from eipcheck.pipeline.assess import Request, open_session

sys.path.insert(0, str(Path(__file__).resolve().parent))

from made_up import NATIONAL_MEAN, REGIONS, WITH_PLANT, content, park
from make import SET, workbook

SEED, MOST = 7, 12


def test_a_seed_gives_the_same_bytes_and_another_one_others() -> None:
    assert workbook(3, SEED, MOST) == workbook(3, SEED, MOST)
    assert workbook(3, SEED, MOST) != workbook(3, SEED + 1, MOST)
    assert workbook(3, SEED, MOST) != workbook(4, SEED, MOST)


def test_every_workbook_is_labelled_and_reads_without_error(tmp_path: Path) -> None:
    session = open_session(Request(criteria=(SET,)))
    verdicts: dict[str, set[str]] = {}
    for number in range(1, 16):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(workbook(number, SEED, MOST))
        done = session.assess(path)
        assert [p.code for p in done.problems if p.severity is Severity.ERROR] == []
        assert [o.value for o in done.record.facts["data_label"]] == ["synthetic"]
        assert "giả định" in str(done.record.facts["park_name"][0].value)
        for finding in done.assessments[0].findings:
            verdicts.setdefault(finding.criterion.id, set()).add(finding.declared.verdict.value)
    assert sum(len(found) > 1 for found in verdicts.values()) >= 8
    assert {"met", "not_met", "undetermined"} <= set().union(*verdicts.values())


def test_regions_and_sizes_are_spread_as_told() -> None:
    parks = [park(number, SEED, MOST) for number in range(1, 2001)]
    counts = Counter(p.region for p in parks)
    all_parks = sum(n for n, _ in REGIONS.values())
    for region, (planned, _) in REGIONS.items():
        assert counts[region] / 2000 == pytest.approx(planned / all_parks, abs=0.03)
    assert sum(p.area for p in parks) / 2000 == pytest.approx(NATIONAL_MEAN, rel=0.05)
    assert len({p.name for p in parks}) == 2000


def test_as_many_have_a_wastewater_plant_as_the_country_s() -> None:
    states = Counter(
        row["service_since"] is not None
        for number in range(1, 1001)
        for row in content(park(number, SEED, 3), SEED).rows["services"]
        if row["service"] == "wastewater"
    )
    assert states[True] / 1000 == pytest.approx(WITH_PLANT, abs=0.03)
