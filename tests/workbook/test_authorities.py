"""Who has judged: a row that names no authority, or the developer, is as good as unread."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbook_helper import read

from eipcheck.workbook.content import Content, FactRow

OWN = (
    FactRow(field="developer_name", value="Công ty CP Hạ tầng Núi Đá"),
    FactRow(field="developer_tax_code", value="0301234570"),
)


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        ("Ban quản lý các khu công nghiệp tỉnh", True),
        ("Sở Tài nguyên và Môi trường", True),
        (None, False),
        ("Không có", False),
        ("Chưa xác định", False),
        ("Công ty CP Hạ tầng Núi Đá", False),
        ("Cty Hạ tầng Núi Đá", False),
        ("Chủ đầu tư", False),
    ],
)
def test_a_judgement_counts_where_it_names_an_authority(
    by: str | None, *, counts: bool, tmp_path: Path
) -> None:
    row = {
        "judgement_criterion": "compliance",
        "judgement_result": "met",
        "judgement_by": by,
        "judgement_date": "01/06/2020",
    }
    record = read(tmp_path, Content(facts=OWN, rows={"judgements": (row,)}))
    assert [judgement.readable for judgement in record.judgements] == [counts]
