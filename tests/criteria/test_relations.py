"""Figures that are held against each other: relations of the dictionary load strictly."""

from __future__ import annotations

from pathlib import Path

import pytest
from criteria_files import DICTIONARY, broken, fault_in, places, problems_of, write_files

from eipcheck.criteria.dictionary import extend_dictionary, load_dictionary
from eipcheck.criteria.relations import bounds_of
from eipcheck.model.dictionary import DataDictionary, Layout

ROOT = Path(__file__).parents[2]
TOTAL = '{id: total, label: {vi: "Tổng", en: "Total"}, type: number, unit: ha,'
GREEN = '{id: green, label: {vi: "Xanh", en: "Green"}, type: number, unit: ha,'
ROADS = '{id: roads, label: {vi: "Đường", en: "Roads"}, type: number, unit: ha,'
RELATED = DICTIONARY
for _old, _new in (
    (TOTAL, f"{TOTAL} parts_add_up: true,"),
    (GREEN, f"{GREEN} part_of: total,"),
    (ROADS, f"{ROADS} part_of: total,"),
    ("better: [higher]", "better: [higher]\n        at_most: operating"),
):
    RELATED = broken(RELATED, _old, _new)


def load(folder: Path, text: str) -> DataDictionary:
    write_files(folder, {"fields.yaml": text})
    return load_dictionary(folder / "fields.yaml")


def test_relations_are_kept(tmp_path: Path) -> None:
    dictionary = load(tmp_path, RELATED)
    assert dictionary.field("total").parts_add_up
    assert not dictionary.field("green").parts_add_up
    assert dictionary.field("green").part_of == "total"
    assert dictionary.field("applying").at_most == "operating"
    plant = broken(RELATED, f"{GREEN} part_of: total,", f"{GREEN} capacity: total,")
    plant = broken(plant, " parts_add_up: true,", "")
    assert load(tmp_path, plant).field("green").capacity == "total"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("at_most: operating", "at_most: ¦working", "C230"),
        ("at_most: operating", "at_most: ¦links_total", "C521"),
        ("at_most: operating", "at_most: ¦park_name", "C521"),
        ("at_most: operating", "capacity: ¦total", "C521"),
        ("at_most: operating", "at_most: ¦applying", "C522"),
        ("at_most: operating", "at_most: ¦status", "C230"),
        ("at_most: operating", "at_most: ¦[operating]", "C210"),
        ("parts_add_up: true", 'parts_add_up: ¦"true"', "C216"),
        ("type: text, asked", "type: text, part_of: ¦total, asked", "C305"),
        ("type: text, asked", "type: text, parts_add_up: ¦true, asked", "C305"),
        ('en: "Amount"}, type: number,', 'en: "Amount"}, type: number, at_most: ¦total,', "C524"),
        (
            'en: "Amount"}, type: number,',
            'en: "Amount"}, type: number, parts_add_up: ¦true,',
            "C524",
        ),
    ],
)
def test_a_fault_is_reported_in_its_place(tmp_path: Path, old: str, new: str, code: str) -> None:
    text, expected = fault_in("fields.yaml", RELATED, old, new, code)
    assert places(problems_of(lambda: load(tmp_path, text))) == expected


def test_a_whole_of_fewer_than_two_parts_cannot_add_up(tmp_path: Path) -> None:
    one_part = broken(RELATED, f"{ROADS} part_of: total,", ROADS)
    key = "parts_add_up: "
    text, expected = fault_in("fields.yaml", one_part, f"{key}true", f"{key}¦true", "C523")
    assert places(problems_of(lambda: load(tmp_path, text))) == expected


def test_relations_that_lead_in_a_circle_are_reported_at_each_end(tmp_path: Path) -> None:
    text = broken(RELATED, "parts_add_up: true", "at_most: ¦green")
    text = text.replace("¦", "")
    found = [p.split()[0] for p in places(problems_of(lambda: load(tmp_path, text)))]
    assert found == ["C522", "C522"], "total and green; roads only leads into the circle"


ADDITION = """\
sheets:
  - id: park
    fields:
      - id: water
        label: {vi: "Mặt nước", en: "Water"}
        type: number
        unit: ha
        part_of: total
        asked_of: board
"""


def test_a_set_may_add_a_part_of_a_known_whole(tmp_path: Path) -> None:
    dictionary = load(tmp_path, RELATED)
    write_files(tmp_path / "set", {"fields.yaml": ADDITION})
    extended = extend_dictionary(dictionary, tmp_path / "set")
    assert extended.field("water").part_of == "total"
    text, expected = fault_in("fields.yaml", ADDITION, "part_of: total", "part_of: ¦sum", "C230")
    write_files(tmp_path / "set", {"fields.yaml": text})
    found = places(problems_of(lambda: extend_dictionary(dictionary, tmp_path / "set")))
    assert expected[0] in found


def test_the_relations_of_the_repository_load() -> None:
    dictionary = load_dictionary(ROOT / "criteria" / "fields.yaml")
    facts = [s for s in dictionary.sheets if s.layout is Layout.FACTS]
    related = [f for s in facts for f in s.fields if bounds_of(f)]
    assert len(related) > 20
    assert {f.id for s in facts for f in s.fields if f.parts_add_up} == {
        "land_total_plan",
        "land_total_built",
    }
