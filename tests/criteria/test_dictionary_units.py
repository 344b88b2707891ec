"""Units load with their other names and conversions, and no name stands for two of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from criteria_files import DICTIONARY, broken, fault_in, places, problems_of, write_files

from eipcheck.criteria.dictionary import extend_dictionary, load_dictionary
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.unit import Conversion, unit_key

HA = '{id: ha, label: {vi: "ha", en: "ha"}}'
RICH = (
    '{id: ha, label: {vi: "ha", en: "ha"}, aliases: ["hecta"], incomplete: ["mẫu"], per: ["năm"], '
    'converted: [{names: ["m2", "mét vuông"], times: 0.0001}, {names: ["km2"], times: 100}]}'
)


def load(folder: Path, text: str) -> DataDictionary:
    write_files(folder, {"fields.yaml": text})
    return load_dictionary(folder / "fields.yaml")


def test_a_unit_keeps_everything_it_says(tmp_path: Path) -> None:
    unit, *others = load(tmp_path, broken(DICTIONARY, HA, RICH)).units
    assert unit.aliases == ("hecta",)
    assert unit.incomplete == ("mẫu",)
    assert unit.converted[0] == Conversion(("m2", "mét vuông"), Decimal("0.0001"))
    names = dict(unit.names())
    assert names["hecta/năm"] == names["ha"] == 1
    assert names["mét vuông/năm"] == Decimal("0.0001")
    assert "mẫu" not in names
    assert [u.id for u in others] == ["enterprises", "links"]


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (("m³/ngày.đêm", "M3/NGÀY ĐÊM", "m3/ngay-dem", "m3 / nga\u0300y đêm"), "m3ngaydem"),
        (("km²", "KM2", "㎢"), "km2"),
        (("%",), "%"),
        (("US$",), "us$"),
        (("/ha",), "/ha"),
        (("ha?",), "ha?"),
        (("", " ", "-"), ""),
    ],
)
def test_what_tells_units_apart(texts: tuple[str, ...], key: str) -> None:
    assert {unit_key(text) for text in texts} == {key}


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ('{id: ha, label: {vi: "ha", en: "ha"}, aliases: ¦"hecta"}', "C212"),
        ('{id: ha, label: {vi: "ha", en: "ha"}, ¦alias: ["hecta"]}', "C201"),
        ('{id: ha, label: {vi: "ha", en: "ha"}, converted: [{names: ["m2"], times: ¦0}]}', "C520"),
        ('{id: ha, label: {vi: "ha", en: "ha"}, converted: [{names: ["m2"], times: ¦-1}]}', "C520"),
        (
            '{id: ha, label: {vi: "ha", en: "ha"}, converted: [{names: ["m2"], times: ¦"0.1"}]}',
            "C214",
        ),
        ('{id: ha, label: {vi: "ha", en: "ha"}, converted: [¦{names: ["m2"]}]}', "C202"),
        ('{id: ha, label: {vi: "ha", en: "ha"}, converted: [¦{times: 2}]}', "C202"),
        (
            '¦{id: ha, label: {vi: "ha", en: "ha"}, converted: [{names: ["HA"], times: 2}]}',
            "C309",
        ),
        (
            (
                '¦{id: ha, label: {vi: "ha", en: "ha"}, converted: '
                '[{names: ["m2"], times: 2}, {names: ["m²"], times: 3}]}'
            ),
            "C309",
        ),
        ('{id: ha, label: {vi: "ha", en: "ha"}, incomplete: ¦["Ha"]}', "C309"),
    ],
)
def test_a_fault_is_reported_in_its_place(tmp_path: Path, new: str, code: str) -> None:
    text, expected = fault_in("fields.yaml", DICTIONARY, HA, new, code)
    assert places(problems_of(lambda: load(tmp_path, text))) == expected


def test_a_name_of_two_units_is_reported_at_the_second(tmp_path: Path) -> None:
    first = '{id: ha, label: {vi: "ha", en: "ha"}, aliases: ["Liên kết"]}'
    text = broken(DICTIONARY, HA, first)
    text, expected = fault_in("fields.yaml", text, "{id: links,", "¦{id: links,", "C309")
    assert places(problems_of(lambda: load(tmp_path, text))) == expected


SET = """\
units:
  - {id: trees, label: {vi: "cây", en: "trees"}, aliases: ["cây xanh"]}
  - {id: ha, label: {vi: "ha", en: "ha"}}
sheets:
  - id: park
    fields:
      - {id: trees, label: {vi: "Cây", en: "Trees"}, type: integer, unit: trees, asked_of: board}
"""


def test_a_set_adds_units_and_may_name_known_ones(tmp_path: Path) -> None:
    dictionary = load(tmp_path, broken(DICTIONARY, HA, RICH))
    write_files(tmp_path / "set", {"fields.yaml": SET})
    extended = extend_dictionary(dictionary, tmp_path / "set")
    assert extended.units[:-1] == dictionary.units, "a known unit keeps its other names"
    assert extended.units[-1].aliases == ("cây xanh",)
    assert extend_dictionary(extended, tmp_path / "set") == extended, "again is no harm"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('label: {vi: "ha", en: "ha"}}', 'label: {vi: "ha", en: "ha"}, aliases: ¦["hec"]}', "C310"),
        (
            'label: {vi: "ha", en: "ha"}}',
            'label: {vi: "ha", en: "ha"}, converted: ¦[{names: ["m2"], times: 0.001}]}',
            "C310",
        ),
        ('label: {vi: "ha", en: "ha"}}', 'label: ¦{vi: "hecta", en: "ha"}}', "C310"),
        (
            'label: {vi: "ha", en: "ha"}}',
            'label: {vi: "ha", en: "ha"}}\n  - {id: ¦ha, label: {vi: "ha", en: "ha"}}',
            "C219",
        ),
        ('- {id: trees, label: {vi: "cây"', '- ¦{id: trees, label: {vi: "m2"', "C309"),
        (
            '{id: trees, label: {vi: "cây", en: "trees"}, aliases: ["cây xanh"]}',
            '¦{id: trees, label: {vi: "cây", en: "trees"}, aliases: ["Héc-ta"]}',
            "C309",
        ),
    ],
)
def test_a_set_cannot_change_a_unit_or_take_its_name(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    dictionary = load(tmp_path, broken(DICTIONARY, HA, RICH))
    text, expected = fault_in("fields.yaml", SET, old, new, code)
    write_files(tmp_path / "set", {"fields.yaml": text})
    assert places(problems_of(lambda: extend_dictionary(dictionary, tmp_path / "set"))) == expected
