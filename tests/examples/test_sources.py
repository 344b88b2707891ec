"""The table of published figures keeps its rules, and every row of it reaches its workbook."""

from __future__ import annotations

import re
from typing import Any

import pytest
from example_builds import PILOT, built, cells, script

ROWS = script(PILOT).read_rows()
FACTS = [row for row in ROWS if not row.row]
ENTERED = [row for row in ROWS if row.value]
PARKS = (
    "dinh-vu",
    "hoa-khanh",
    "amata-bien-hoa",
    "tra-noc-1",
    "tra-noc-2",
    "hiep-phuoc",
    "khanh-phu",
    "gian-khau",
)
NAMES = {"park_name", "park_name_en", "province", "developer_name"}
DESCRIPTIVE = {
    "founded",
    "park_area",
    "leased_area",
    "occupancy",
    "workers",
    "projects",
    "capital_registered",
    "capital_realised",
    "enterprises_recp_taking_part",
    "enterprises_recp_assessed",
    "recp_solutions_proposed",
    "recp_solutions_implemented",
    "symbiosis_solutions_found",
    "saving_money",
    "saving_water",
    "saving_wastewater",
    "saving_co2",
    "wastewater_capacity",
}
"""Figures that describe a park; no criterion of Decree 82 counts them."""
NOT_THE_PARKS_OWN = {
    "dinh-vu": {"3400", "1700", "1840", "2000", "13500", "140", "145", "94", "51", "116", "161"},
    "hoa-khanh": {"132.60", "132.6", "57", "22", "123", "74000", "58036", "1066", "1067", "395.72"},
    "amata-bien-hoa": {"168", "57", "43", "42", "25", "300000"},
    "tra-noc-1": {"290", "300", "129", "6000", "12000", "34000", "30700"},
    "tra-noc-2": {"290", "300", "129", "6000", "12000", "34000", "30700", "111"},
    "hiep-phuoc": {"6309", "579", "597", "311", "778", "6000", "74", "70", "96", "37", "13"},
    "khanh-phu": {"36000", "120", "109", "97.83", "5.3"},
    "gian-khau": {"36000", "120", "109", "97.83", "162"},
}
"""Printed figures of a cluster, city, province, pair, phase or plan, and what is only recalled."""


def test_every_pilot_park_has_its_workbook() -> None:
    assert tuple(dict.fromkeys(row.park for row in ROWS)) == PARKS
    assert {path.stem for path in built(PILOT)} == set(PARKS)


def test_every_row_cites_a_page_and_says_how_well_it_was_seen() -> None:
    for row in ROWS:
        assert re.fullmatch(r"https?://\S+", row.source_url), row
        assert row.confidence in {"V", "P"}, row  # never from memory only


def test_every_figure_carries_a_year_or_says_that_the_source_has_none() -> None:
    undated = [
        (row.park, row.field, row.value) for row in ROWS if not row.year and row.field not in NAMES
    ]
    assert undated == [("tra-noc-2", "park_area", "165")]
    assert all("Nguồn không ghi năm" in row.note for row in ROWS if not row.year)


def test_remarks_come_in_both_languages() -> None:
    assert [row for row in ROWS if bool(row.note) != bool(row.note_en)] == []


def test_a_row_without_a_value_says_why() -> None:
    blank = [row for row in ROWS if not row.value]
    assert all(row.note.startswith("Để trống:") for row in blank)
    assert all(row.note_en.startswith("Left blank:") for row in blank)


def test_only_names_and_descriptive_figures_are_entered_as_facts() -> None:
    entered = {row.field for row in FACTS if row.value}
    assert entered == NAMES | DESCRIPTIVE


def test_lists_hold_one_link_with_its_parties_and_one_operator() -> None:
    listed = [(row.park, row.row, row.field, row.value) for row in ROWS if row.row]
    assert listed == [
        ("hoa-khanh", "services:wastewater", "service_provider", "URENCO"),
        ("khanh-phu", "enterprises:fertilizer", "enterprise_name", "Ninh Bình Fertilizer"),
        ("khanh-phu", "enterprises:gas", "enterprise_name", "Ninh Binh Industrial Gas JSC"),
        ("khanh-phu", "symbiosis:co2", "link_name", "Sản xuất CO2 lỏng từ khí thải"),
        ("khanh-phu", "symbiosis:co2", "link_type", "waste_reuse"),
        ("khanh-phu", "symbiosis:co2", "link_provider", "Ninh Bình Fertilizer"),
        ("khanh-phu", "symbiosis:co2", "link_receiver", "Ninh Binh Industrial Gas JSC"),
        ("khanh-phu", "symbiosis:co2", "link_flow", "CO2"),
    ]


@pytest.mark.parametrize("park", PARKS)
def test_figures_that_are_not_the_parks_own_are_not_entered(park: str) -> None:
    values = {row.value for row in ENTERED if row.park == park}
    assert values.isdisjoint(NOT_THE_PARKS_OWN[park])


def test_more_than_and_about_are_kept_and_marked_as_estimates() -> None:
    entered = [row for row in FACTS if row.value]
    loose = [row for row in entered if re.search(r"[>~] ?\d|estimate", row.note_en)]
    assert loose == [row for row in entered if row.quality == "estimated"]
    assert {row.quality for row in ROWS} == {"", "estimated"}


def test_sources_that_disagree_stand_side_by_side() -> None:
    several = {
        (row.park, row.field, row.year)
        for row in FACTS
        for other in FACTS
        if row is not other
        and (row.park, row.field, row.year) == (other.park, other.field, other.year)
        and row.value != other.value
    }
    assert several == {("hoa-khanh", "enterprises_recp_taking_part", "2019")}


def _lines(park: str) -> list[tuple[Any, ...]]:
    workbook = next(w for path, w in built(PILOT).items() if path.stem == park)
    return [line for sheet in cells(workbook).values() for line in sheet]


@pytest.mark.parametrize("park", PARKS)
def test_every_row_stands_in_the_workbook_with_year_page_and_confidence(park: str) -> None:
    lines = _lines(park)
    for row in (r for r in FACTS if r.park == park):
        said = [
            line for line in lines if line[0] == row.field and row.source_url in line
            and (not row.value or _plain(row.value) in map(_plain, line))
        ]  # fmt: skip
        assert said, row
        text = [" ".join(map(_plain, line)) for line in said]
        assert any(row.year in t and f"Độ tin cậy {row.confidence} " in t for t in text), row
    for row in (r for r in ROWS if r.row and r.park == park and r.field == "link_name"):
        line = next(line for line in lines if row.value in line)
        note = " ".join(str(c) for c in line if c)
        assert row.source_url in note
        assert f"({row.year})" in note
        assert f"Độ tin cậy {row.confidence} " in note


def _plain(value: object) -> str:
    """Write a cell or a value of the table the same way."""
    text = str(value).removesuffix(" 00:00:00")
    return text.rstrip("0").rstrip(".") if re.fullmatch(r"\d+\.\d+", text) else text


@pytest.mark.parametrize("park", PARKS)
def test_no_list_is_declared_complete_and_the_label_says_published_only(park: str) -> None:
    content = script(PILOT).contents(script(PILOT).dictionary())[park]
    assert content.declarations == ()
    assert not {"violations", "reports", "evidence", "judgements", "recp"} & set(content.rows)
    labels = {fact.field: fact.value for fact in content.facts}
    assert labels["data_label"] == "published_only"
    assert str(labels["assessment_date"]) == "2026-11-22"
