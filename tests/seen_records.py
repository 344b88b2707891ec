"""Records made by hand that tell what was recognised of a workbook."""

from __future__ import annotations

from decimal import Decimal

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.recognition import How, SeenColumn, SeenSheet
from eipcheck.model.record import ParkRecord

FORM = SeenSheet(
    name="Doanh nghiệp",
    how=How.LABEL,
    sheet="enterprises",
    heading_rows=(5,),
    rows=120,
    columns=(
        SeenColumn(column=1, heading="STT", how=How.IGNORED),
        SeenColumn(column=2, heading="MST", how=How.ALIAS, field="tax_code"),
        SeenColumn(column=3, heading="Tên DN", how=How.LEFT, suggestion="enterprise_name"),
        SeenColumn(column=4, heading="Nước thải / Đấu nối", how=How.LEFT),
    ),
)
FOREIGN = SeenSheet(
    name="Vi phạm 2024",
    how=How.LEFT,
    heading_rows=(3, 4),
    suggestion="violations",
    columns=(
        SeenColumn(column=1, heading="Số QĐ", how=How.LEFT, suggestion="violation_decision"),
        SeenColumn(column=2, heading="Mức phạt", how=How.LEFT),
    ),
)
MAPPED = SeenSheet(
    name="PL1",
    how=How.MAPPING,
    sheet="recp",
    mapping="board-list",
    hidden=True,
    heading_rows=(2,),
    rows=1,
    columns=(
        SeenColumn(
            column=1,
            heading="Điện (MWh)",
            how=How.MAPPING,
            field="recp_kwh",
            unit="MWh",
            factor=Decimal(1000),
            convention="comma",
        ),
        SeenColumn(column=27, heading="Nước", how=How.MAPPING, field="recp_water", unit="m3"),
    ),
)
GUIDE = SeenSheet(name="Hướng dẫn", how=How.OWN)
NOTES = SeenSheet(name="Sheet1", how=How.LEFT)
PROBLEM = Problem(
    "W206",
    Cell("Doanh nghiệp", 5, 3),
    (("heading", "Tên DN"), ("suggestion", "Tên doanh nghiệp")),
    Severity.WARNING,
)


def record(*seen: SeenSheet, file: str = "mau.xlsx", **more: object) -> ParkRecord:
    """Give a record in which nothing but recognition is told."""
    return ParkRecord(
        file=file,
        sha256="0123456789abcdef",
        template_version=None,
        facts={},
        blank_cells={},
        tables={},
        documents={},
        seen=seen,
        **more,  # type: ignore[arg-type]
    )
