"""A small criteria set for reports: five requirements and an advisory."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from report_dictionary import both

from eipcheck.model.condition import All, Is
from eipcheck.model.criterion import (
    Clause,
    CriteriaSet,
    Criterion,
    Kind,
    Option,
    Question,
    Reading,
    Source,
    Status,
    Verdict,
)
from eipcheck.model.measure import Answer, DatedValue, FactSum, FactValue, NoneOf, Ratio, Target
from eipcheck.model.measure import Share as ShareOfRows
from eipcheck.model.text import NO_TEXT, Text


def source(clause: str, confidence: str = "V") -> Source:
    """Give the place in the law of a criterion."""
    return Source(
        document="Nghị định 82/2018/NĐ-CP",
        article="42",
        clause=f"42.{clause}",
        urls=("https://example.org/nghi-dinh-82",),
        confidence=confidence,
    )


def _target(kind: str, value: str, unit: str) -> Target:
    return Target(kind=kind, values=(DatedValue(Decimal(value), date(2018, 7, 10)),), unit=unit)


_OPERATING = Is("enterprise_status", "operating")

RECP = Criterion(
    id="recp-applied",
    clause="42.3",
    kind=Kind.REQUIREMENT,
    actor="enterprises",
    title=both("Áp dụng giải pháp RECP", "RECP solutions applied"),
    requirement=both(
        "Ít nhất 20 % doanh nghiệp trong KCN áp dụng giải pháp sử dụng hiệu quả tài nguyên và "
        "sản xuất sạch hơn (RECP).",
        "At least 20% of the enterprises in the park apply solutions for resource efficiency and "
        "cleaner production (RECP).",
    ),
    computed=both(
        "Số doanh nghiệp áp dụng chia cho số doanh nghiệp đang hoạt động.",
        "Enterprises that apply them, over the enterprises in operation.",
    ),
    measure=ShareOfRows("enterprises", _OPERATING, Is("recp_applied", value=True)),
    target=_target("at_least", "0.2", "share"),
    source=source("3"),
    evidence_expected=both("Báo cáo đánh giá RECP, hồ sơ đầu tư", "RECP reports, investment files"),
    remedy=both(
        "Hỗ trợ thêm doanh nghiệp thực hiện ít nhất một giải pháp.",
        "Help more enterprises carry out at least one solution.",
    ),
    sdg=("12.2", "8.4", "9.4"),
    readings=("Q3",),
)
LAND = Criterion(
    id="shared-land",
    clause="42.4",
    kind=Kind.REQUIREMENT,
    actor="developer",
    title=both("Đất cây xanh, giao thông, hạ tầng dùng chung", "Green, traffic and shared land"),
    requirement=both(
        "Ít nhất 25 % diện tích đất KCN dành cho cây xanh, giao thông và hạ tầng dùng chung.",
        "At least 25% of the land is set aside for green space, traffic and shared services.",
    ),
    computed=both("Tổng các loại đất này chia tổng diện tích.", "These areas over the total."),
    measure=Ratio(FactSum(("land_green", "land_traffic")), FactValue("land_total")),
    target=_target("at_least", "0.25", "share"),
    source=source("4", "P"),
    evidence_expected=both("Quy hoạch được duyệt", "Approved plan"),
    remedy=both("Điều chỉnh quy hoạch.", "Amend the plan."),
    sdg=("11.7", "15.5"),
)
MECHANISM = Criterion(
    id="io-monitoring",
    clause="42.7",
    kind=Kind.REQUIREMENT,
    actor="developer",
    title=both("Cơ chế giám sát đầu vào, đầu ra", "Input-output monitoring"),
    requirement=both("Có cơ chế giám sát đầu vào, đầu ra.", "A mechanism monitors all flows."),
    computed=both("Câu trả lời của nhà đầu tư hạ tầng.", "The answer of the developer."),
    measure=Answer(Is("io_mechanism", value=True)),
    target=Target(kind="true"),
    source=source("7", "M-med"),
    evidence_expected=both("Quy chế phối hợp", "Regulation with tenants"),
    remedy=both("Ban hành quy chế phối hợp.", "Issue a regulation."),
    sdg=("12.6",),
)
COMPLIANCE = Criterion(
    id="tenant-compliance",
    clause="42.1",
    kind=Kind.REQUIREMENT,
    actor="enterprises",
    title=both("Doanh nghiệp tuân thủ pháp luật", "Enterprises comply with the law"),
    requirement=both("Không còn vi phạm chưa khắc phục.", "No breach is left unremedied."),
    computed=both("Số vi phạm chưa khắc phục.", "Breaches without a remedy."),
    measure=NoneOf("violations", All(()), All(())),
    target=_target("at_most", "0", "breaches"),
    source=source("1", "I"),
    evidence_expected=both("Xác nhận của cơ quan quản lý", "Confirmation of the authority"),
    remedy=both("Khắc phục vi phạm.", "Remedy the breaches."),
    otherwise=Verdict.NEEDS_REVIEW,
    sdg=("16.3",),
)
HOUSING = Criterion(
    id="housing",
    clause="42.6",
    kind=Kind.REQUIREMENT,
    actor="park",
    title=both("Nhà ở cho người lao động", "Housing for workers"),
    requirement=both("Có giải pháp nhà ở.", "There is a solution for housing."),
    computed=both("Câu trả lời.", "The answer."),
    measure=Answer(All(())),
    target=Target(kind="true"),
    source=source("6", "P"),
    evidence_expected=both("Phê duyệt dự án", "Project approval"),
    remedy=both("Lập kế hoạch.", "Draw up a plan."),
)
ISO = Criterion(
    id="iso",
    clause="42.1",
    kind=Kind.ADVISORY,
    actor="park",
    title=both("Chứng chỉ ISO", "ISO certificates"),
    requirement=both("Khuyến khích áp dụng ISO.", "ISO systems are encouraged."),
    computed=both("Tỷ lệ doanh nghiệp có chứng chỉ.", "Share of enterprises with a certificate."),
    measure=ShareOfRows("enterprises", _OPERATING, All(())),
    target=None,
    source=source("1"),
    evidence_expected=both("Chứng chỉ", "Certificates"),
    remedy=NO_TEXT,
)

Q3 = Reading(
    "Q3",
    both("Tính trên những doanh nghiệp nào?", "Which enterprises are counted?"),
    (
        Option("operating", both("đang hoạt động", "those in operation")),
        Option("licensed", both("đã được cấp phép", "all licensed")),
    ),
    "operating",
)


def criteria_set(**changes: object) -> CriteriaSet:
    """Give a criteria set with five requirements and an advisory."""
    titles = {
        "42.1": ("Tuân thủ pháp luật", "Compliance"),
        "42.3": ("Sử dụng hiệu quả tài nguyên", "Resource efficiency"),
        "42.4": ("Đất dùng chung", "Shared land"),
        "42.6": ("Nhà ở và công trình xã hội", "Housing and social facilities"),
        "42.7": ("Giám sát và báo cáo", "Monitoring and reports"),
    }
    known: dict[str, object] = {
        "id": "vn-82-2018",
        "version": "1.0",
        "title": both("Khu công nghiệp sinh thái", "Eco-industrial parks"),
        "document": both("Nghị định 82/2018/NĐ-CP", "Decree 82/2018/NĐ-CP"),
        "article": "42",
        "status": Status.REPEALED,
        "in_force_from": date(2018, 7, 10),
        "in_force_to": date(2022, 7, 14),
        "supersedes": None,
        "superseded_by": both("Nghị định 35/2022/NĐ-CP", "Decree 35/2022/NĐ-CP"),
        "verification": both("Soạn từ nguồn công khai.", "Drawn up from public sources."),
        "verified": False,
        "questions": (Question("park", both("Chứng nhận KCN sinh thái", "Park certificate")),),
        "readings": (Q3,),
        "clauses": tuple(Clause(c, Text(*t)) for c, t in titles.items()),
        "criteria": (COMPLIANCE, ISO, RECP, LAND, HOUSING, MECHANISM),
        "waivable": False,
        "partial_credit": False,
        "needs_allow_unverified": False,
        "old_after_years": 3,
        "sha256": "c" * 64,
        "path": "criteria/vn-82-2018",
    }
    return CriteriaSet(**{**known, **changes})  # type: ignore[arg-type]
