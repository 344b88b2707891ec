"""Which names of parks are one name."""

from __future__ import annotations

import unicodedata

import pytest

from eipcheck.model.park_name import park_key


@pytest.mark.parametrize(
    "name",
    [
        *("Trà Nóc 2", "KCN Trà Nóc II", "Khu công nghiệp Tra Noc 2", "TRÀ NÓC ii"),
        *("Tra Noc Industrial Park II", "Industrial Park Tra Noc 2", "Tra Noc IZ 2", "Trà Nóc Ⅱ"),
        *("Trà Nóc 2 Industrial Park", "KCN Trà-Nóc 2 ", unicodedata.normalize("NFD", "Trà Nóc 2")),
    ],
)
def test_a_park_is_known_however_its_name_is_written(name: str) -> None:
    assert park_key(name) == "tra noc 2"


def test_other_parks_stay_others() -> None:
    others = [
        "Trà Nóc 1",
        "Trà Nóc",
        "Hòa Khánh",
        "Hòa Khánh mở rộng",
        "Đình Vũ",
        "Đồ Sơn",
        "V",
        "",
    ]
    assert len({park_key(name) for name in [*others, "Trà Nóc 2", "V", ""]}) == 9
    assert park_key("KCN") == "kcn"
    assert park_key("Industrial Park") == "industrial park"
    assert park_key("\N{LATIN CAPITAL LETTER ETH}ình Vũ") == park_key("Đình Vũ")
    assert park_key("Vietnam Industrial Park Holdings") == "vietnam industrial park holdings"
    assert park_key("VSIP II Vĩnh Thạnh") == "vsip ii vinh thanh"
    assert park_key("") == ""
