"""A small data dictionary for reports."""

from __future__ import annotations

from eipcheck.model.dictionary import (
    Choice,
    DataDictionary,
    DeclarationSpec,
    Field,
    FieldType,
    Layout,
    Party,
    Sheet,
    Words,
)
from eipcheck.model.text import Text
from eipcheck.model.unit import Unit

REGISTER = "Doanh nghiệp"


def both(vi: str, en: str) -> Text:
    """Give a text in both languages."""
    return Text(vi, en)


def _field(name: str, sheet: str, vi: str, en: str, kind: FieldType, **more: object) -> Field:
    return Field(id=name, sheet=sheet, label=Text(vi, en), type=kind, **more)  # type: ignore[arg-type]


_STATUS = (
    Choice("operating", both("Đang hoạt động", "Operating")),
    Choice("under_construction", both("Đang xây dựng", "Under construction")),
)
_LABELS = (
    Choice("real", both("Số liệu thật", "Real figures")),
    Choice("synthetic", both("Số liệu giả định", "Synthetic figures")),
)
_BOARD_LIST = both("Danh sách doanh nghiệp của Ban quản lý", "The board's list of enterprises")
_PLAN = both("Quy hoạch được duyệt", "Approved plan")


def dictionary() -> DataDictionary:
    """Give a small data dictionary: park, land, enterprises, violations."""
    number, yes_no, text = FieldType.NUMBER, FieldType.YES_NO, FieldType.TEXT
    park = (
        _field("park_name", "park", "Tên khu công nghiệp", "Name of the park", text),
        _field("province", "park", "Tỉnh, thành phố", "Province or city", text),
        _field(
            "data_label",
            "park",
            "Tính chất số liệu",
            "Nature of the data",
            FieldType.CHOICE,
            choices=_LABELS,
        ),
        _field(
            "io_mechanism",
            "park",
            "Cơ chế giám sát đầu vào, đầu ra",
            "Input-output mechanism",
            yes_no,
            found_in=both("Quy chế phối hợp", "Regulation with tenants"),
        ),
    )
    land = (
        _field("land_total", "land", "Tổng diện tích", "Total land", number, unit="ha"),
        _field(
            "land_green", "land", "Đất cây xanh", "Green land", number, unit="ha", found_in=_PLAN
        ),
        _field(
            "land_traffic",
            "land",
            "Đất giao thông",
            "Traffic land",
            number,
            unit="ha",
            found_in=_PLAN,
        ),
    )
    enterprises = (
        _field("enterprise_name", "enterprises", "Tên doanh nghiệp", "Name", text),
        _field(
            "enterprise_status",
            "enterprises",
            "Tình trạng",
            "Status",
            FieldType.CHOICE,
            choices=_STATUS,
            asked_of="board",
        ),
        _field(
            "recp_applied",
            "enterprises",
            "Áp dụng giải pháp RECP",
            "Applies RECP",
            yes_no,
            asked_of="enterprises",
            found_in=both("Báo cáo đánh giá RECP", "RECP assessment report"),
        ),
    )
    violations = (
        _field(
            "violation_remedied", "violations", "Ngày khắc phục xong", "Remedied on", FieldType.DATE
        ),
    )
    return DataDictionary(
        version="1",
        sheets=(
            Sheet(id="park", label=both("KCN", "Park"), layout=Layout.FACTS, fields=park),
            Sheet(id="land", label=both("Đất", "Land"), layout=Layout.FACTS, fields=land),
            Sheet(
                id="enterprises",
                label=both(REGISTER, "Enterprises"),
                layout=Layout.LIST,
                fields=enterprises,
                declarations=(
                    DeclarationSpec(
                        "enterprises_complete",
                        both("Danh sách doanh nghiệp này đầy đủ", "The list is complete"),
                        asked_of="board",
                        found_in=_BOARD_LIST,
                    ),
                ),
            ),
            Sheet(
                id="violations",
                label=both("Vi phạm", "Violations"),
                layout=Layout.LIST,
                fields=violations,
                declarations=(
                    DeclarationSpec(
                        "violations_complete",
                        both("Đã liệt kê đầy đủ vi phạm", "All breaches are listed"),
                        asked_of="authority",
                    ),
                ),
            ),
        ),
        words=Words(("có",), ("không",), ("0",), ("-",)),
        parties=(
            Party("developer", both("Nhà đầu tư hạ tầng", "Infrastructure developer")),
            Party("enterprises", both("Doanh nghiệp trong KCN", "Enterprises in the park")),
            Party("board", both("Ban quản lý KCN", "Management board")),
            Party("authority", both("Cơ quan có thẩm quyền", "Competent authority")),
        ),
        units=(
            Unit(id="ha", label=both("ha", "ha")),
            Unit(id="enterprises", label=both("doanh nghiệp", "enterprises")),
        ),
    )
