"""Assessments made by hand, for reports of every state, usual and odd."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from eipcheck.model.assessment import (
    Ask,
    Assessment,
    Because,
    Dated,
    Dates,
    DateSource,
    EvidenceUsed,
    Finding,
    Flag,
    Force,
    Gap,
    Index,
    Judged,
    Observed,
    Outcome,
    OutcomeValue,
    ReadingEffect,
    RowBehind,
    RowsBehind,
    Share,
    Step,
    Truth,
)
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
from eipcheck.model.measure import Answer, DatedValue, FactSum, FactValue, NoneOf, Ratio, Target
from eipcheck.model.measure import Share as ShareOfRows
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Judgement, Observation, Quality
from eipcheck.model.text import NO_TEXT, Text

DAY = date(2020, 11, 20)
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
        units=(("ha", both("ha", "ha")), ("enterprises", both("doanh nghiệp", "enterprises"))),
    )


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


def judged(verdict: Verdict, observed: Observed, *possible: Verdict) -> Judged:
    """Give the verdict of one run."""
    return Judged(verdict, frozenset(possible or (verdict,)), observed)


def answer(low: int, high: int) -> Observed:
    """Give a yes/no range."""
    return Observed(unit="answer", low=Fraction(low), high=Fraction(high))


def share_of(low: tuple[int, int], high: tuple[int, int]) -> Observed:
    """Give a share of counts."""
    return Observed(
        unit="share",
        low=Fraction(*low),
        high=Fraction(*high),
        low_share=Share(Fraction(low[0]), Fraction(low[1])),
        high_share=Share(Fraction(high[0]), Fraction(high[1])),
    )


def finding(criterion: Criterion, declared: Judged, **more: object) -> Finding:
    """Give a finding; the evidenced run says the same unless told."""
    known: dict[str, object] = {
        "criterion": criterion,
        "kind": criterion.kind,
        "declared": declared,
        "evidenced": declared,
        "flags": (),
        "gap": None,
        "evidenced_gap": None,
        "rows": None,
        "observations": (),
        "set_aside": (),
        "evidence": (),
        "steps": (),
        "reading_effects": (),
        "bound": None,
        "inputs": (1, 1),
    }
    return Finding(**{**known, **more})  # type: ignore[arg-type]


def _row(row: int, name: str, among: Truth, where: Truth, *, applied: bool | None) -> RowBehind:
    status = "operating" if among is Truth.TRUE else "under_construction"
    return RowBehind(
        row,
        Cell(REGISTER, row, 2),
        name,
        f"03{row:08}",
        among,
        where,
        where,
        (
            Because("enterprise_status", status, Cell(REGISTER, row, 6)),
            Because("recp_applied", applied, Cell(REGISTER, row, 8)),
        ),
    )


def recp_finding() -> Finding:
    """Give an undetermined share: 1 of 7 sure, 3 of 7 possible, target 20 %."""
    yes, no, unknown = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
    rows = (
        _row(14, "Công ty Dệt Một", yes, yes, applied=True),
        _row(15, "Công ty Thép Hai", yes, no, applied=False),
        _row(16, "Công ty Nhựa Ba", yes, unknown, applied=None),
        _row(17, "Công ty Giấy Bốn", yes, no, applied=False),
        _row(18, "Công ty Da Năm", yes, unknown, applied=None),
        _row(19, "Công ty Gỗ Sáu", yes, no, applied=False),
        _row(20, "Công ty Sơn Bảy", yes, no, applied=False),
        _row(21, "Công ty Kính Tám", no, no, applied=None),
    )
    observed = share_of((1, 7), (3, 7))
    cells = (Cell(REGISTER, 16, 8), Cell(REGISTER, 18, 8))
    return finding(
        RECP,
        judged(Verdict.UNDETERMINED, observed, Verdict.MET, Verdict.NOT_MET),
        flags=(Flag.DEPENDS_ON_READING, Flag.UNEVIDENCED),
        gap=Gap(
            unit="enterprises",
            unanswered=2,
            yes_to_meet=1,
            no_to_miss=2,
            asks=(
                Ask(
                    kind="complete",
                    field="enterprises_complete",
                    cells=(Cell(REGISTER, 3, 2),),
                    asked_of="board",
                ),
                Ask(
                    kind="column",
                    field="recp_applied",
                    cells=cells,
                    asked_of="enterprises",
                    enterprises=("Công ty Nhựa Ba", "Công ty Da Năm"),
                ),
            ),
        ),
        rows=RowsBehind(
            "enterprises", REGISTER, rows, complete=False, complete_cell=Cell(REGISTER, 3, 2)
        ),
        steps=(
            Step(
                "list_size",
                (("n", "8"), ("sheet", "enterprises"), ("complete", "no")),
                (Cell(REGISTER, 3, 2),),
            ),
            Step("counted", (("counted", "7"), ("not_counted", "1"), ("unknown", "0"))),
            Step("answers", (("yes", "1"), ("no", "4"), ("unknown", "2"))),
            Step(
                "share_range",
                (("low_num", "1"), ("low_den", "7"), ("high_num", "3"), ("high_den", "7")),
            ),
            Step("needed", (("bound", "1/5"), ("n_low", "2"), ("n_high", "2"))),
        ),
        reading_effects=(ReadingEffect("Q3", "licensed", Verdict.NOT_MET),),
        bound=Fraction(1, 5),
        inputs=(5, 8),
    )


def land_finding() -> Finding:
    """Give a missed target: 19.97 ha of 80 where 20 are needed."""
    observed = share_of((1997, 8000), (1997, 8000))
    return finding(
        LAND,
        judged(Verdict.NOT_MET, observed),
        flags=(Flag.MARGINAL,),
        gap=Gap(unit="ha", least=Fraction(3, 100), most=Fraction(3, 100)),
        evidenced_gap=Gap(unit="ha", least=Fraction(3, 100), most=Fraction(3, 100)),
        observations=(
            Observation(
                field="land_green",
                value=Decimal("12.5"),
                cell=Cell("Đất", 6, 4),
                raw="12,5",
                unit="ha",
                year=2019,
                source="https://example.org/quy-hoach",
                quality=Quality.MEASURED,
                documents=("QH-01",),
            ),
            Observation(
                field="land_traffic",
                value=Decimal("7.47"),
                cell=Cell("Đất", 7, 4),
                raw="7,47",
                unit="ha",
                year=2019,
                source="Bảng cân bằng đất",
            ),
        ),
        set_aside=(
            Observation(
                field="land_green", value=Decimal(11), cell=Cell("Đất", 8, 4), raw="11", year=2015
            ),
        ),
        evidence=(EvidenceUsed(document="QH-01", cell=Cell("Minh chứng", 6, 1), counts="yes"),),
        steps=(Step("ratio_range", (("low", "1997/8000"), ("high", "1997/8000"))),),
        bound=Fraction(1, 4),
    )


def mechanism_finding() -> Finding:
    """Give a requirement met as declared, undetermined on the evidence."""
    cell = Cell("KCN", 31, 4)
    ask = Ask(kind="document", field="io_mechanism", cells=(cell,), asked_of="developer")
    return finding(
        MECHANISM,
        judged(Verdict.MET, answer(1, 1)),
        evidenced=judged(Verdict.UNDETERMINED, answer(0, 1), Verdict.MET, Verdict.NOT_MET),
        flags=(Flag.UNEVIDENCED,),
        evidenced_gap=Gap(unit="answer", asks=(ask,)),
        observations=(
            Observation(field="io_mechanism", value=True, cell=cell, raw="có", year=2019),
        ),
        evidence=(EvidenceUsed(document="QC-02", cell=None, counts="missing"),),
    )


def compliance_finding() -> Finding:
    """Give two open breaches, which only the authority may judge."""
    observed = Observed(unit="count", low=Fraction(2), high=None)
    return finding(
        COMPLIANCE,
        judged(Verdict.NEEDS_REVIEW, observed),
        gap=Gap(
            unit="breaches",
            least=Fraction(2),
            most=None,
            asks=(
                Ask(
                    kind="decision",
                    field="tenant-compliance",
                    cells=(Cell("Xem xét", 4, 1),),
                    asked_of="authority",
                ),
            ),
        ),
        bound=Fraction(0),
        judgement=Judgement(
            criterion="tenant-compliance",
            met=True,
            by="Sở Tài nguyên",
            on=date(2020, 10, 1),
            documents=(),
            cell=Cell("Xem xét", 4, 1),
        ),
    )


def findings() -> tuple[Finding, ...]:
    """Give one finding per criterion of the set."""
    empty = Observed(unit="answer", low=None, high=None)
    return (
        compliance_finding(),
        finding(ISO, judged(Verdict.REPORTED, share_of((2, 7), (2, 7)))),
        recp_finding(),
        land_finding(),
        finding(HOUSING, judged(Verdict.NOT_APPLICABLE, empty)),
        mechanism_finding(),
    )


PROBLEMS = (
    Problem(
        "D103",
        Cell("Đất", 5, 4),
        (("field", "land_total"), ("sum", "163/2"), ("whole", "80")),
        Severity.ERROR,
        (Cell("Đất", 6, 4), Cell("Đất", 7, 4)),
    ),
)


def _identity(field: str, value: str, row: int) -> Observation:
    return Observation(field=field, value=value, cell=Cell("KCN", row, 4), raw=value)


def park(**changes: str) -> dict[str, Observation]:
    """Give the identity of a synthetic park."""
    facts = {"park_name": "KCN Mẫu", "province": "Hải Phòng", "data_label": "synthetic"}
    return {
        field: _identity(field, value, row)
        for row, (field, value) in enumerate((facts | changes).items(), start=5)
    }


def assessment(**changes: object) -> Assessment:
    """Give an assessment in which most things occur."""
    missing = Dated(None, DateSource.MISSING)
    known: dict[str, object] = {
        "file": "mau.xlsx",
        "sha256": "a" * 64,
        "template_version": "1",
        "park": park(),
        "criteria": criteria_set(),
        "force": Force.IN_FORCE,
        "hypothetical": (),
        "dates": Dates(
            Dated(DAY, DateSource.ASSESSMENT, Cell("KCN", 9, 4)),
            missing,
            Dated(date(2019, 1, 1), DateSource.WORKBOOK, Cell("KCN", 10, 4)),
            Dated(date(2019, 12, 31), DateSource.WORKBOOK, Cell("KCN", 11, 4)),
        ),
        "readings": (("Q3", "operating"),),
        "findings": findings(),
        "outcomes": (Outcome("park", OutcomeValue.DOES_NOT_MEET, OutcomeValue.DOES_NOT_MEET),),
        "index": Index(Fraction(1), Fraction(3), 4, 0),
        "evidenced_index": Index(Fraction(0), Fraction(3), 4, 0),
        "coverage": (9, 12),
        "problems": PROBLEMS,
        "tool_version": "0.1.0",
    }
    return Assessment(**{**known, **changes})  # type: ignore[arg-type]
