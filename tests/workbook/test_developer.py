"""The developer is known in every spelling that comes down to the same keys."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eipcheck.model.place import Cell
from eipcheck.model.record import Observation
from eipcheck.workbook.developer import Developer, loose_keys

SPELLINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "in capitals": str.upper,
    "wide": lambda name: f"  {name}   ",
    "with its role": lambda name: f"{name} (chủ đầu tư)",
    "a branch": lambda name: f"Chi nhánh {name}",
}
NAMES = st.text(st.sampled_from("aăâbcdđeêhioôơuưyặếộữỳÁÐŽø0123456789 .-+&/()'"), max_size=24)


def named(name: str) -> Developer:
    said = Observation(field="developer_name", value=name, cell=Cell("KCN", 6, 4), raw=name)
    return Developer({"developer_name": (said,)}, None)


@pytest.mark.parametrize("spelt", SPELLINGS.values(), ids=SPELLINGS)
@given(name=NAMES)
def test_a_text_with_a_key_of_the_developer_may_be_it(
    spelt: Callable[[str], str], name: str
) -> None:
    shared = set(loose_keys(name)) & set(loose_keys(spelt(name)))
    assert named(name).may_be(spelt(name)) >= bool(shared)


def test_another_firm_is_not_the_developer() -> None:
    developer = named("Công ty CP Hạ tầng Núi Đá")
    others = ("Công ty CP Hạ tầng Núi Đất", "Núi Đá 2", "Đá Núi", "0301234567")
    assert [developer.may_be(other) for other in others] == [False] * len(others)
