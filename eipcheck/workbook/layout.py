"""How the form is laid out, as data that its writer and its reader share.

The columns around the answers (year, source, quality, the "complete" line) are described with
the same types as the fields of the dictionary, so that headings, drop-downs and cells are written
and read by the same code.
"""

from __future__ import annotations

import re

from eipcheck.model.dictionary import Choice, Field, FieldType, Sheet
from eipcheck.model.record import Quality, Scope
from eipcheck.model.text import NO_TEXT, Language, Text

GUIDE_TITLE = Text("Hướng dẫn", "Guide")
CHOICES_TITLE = Text("Danh mục", "Choices")
FINDINGS_TITLE = Text("Kết quả rà soát", "Findings")
VERSION_LABEL = Text("Phiên bản biểu mẫu", "Template version")
YES = Text("Có", "Yes")
NO = Text("Không", "No")

REGISTER = "enterprises"
REGISTER_CODE = "tax_code"
REGISTER_NAME = "enterprise_name"
REGISTER_KIND = "enterprise_kind"
EVIDENCE = "evidence"
JUDGEMENTS = "judgements"
VIOLATIONS = "violations"
DEVELOPER = "developer"
"""Choice of the fields that say what kind of enterprise, or which party, somebody is."""
CALLED_DEVELOPER = frozenset(
    {
        *("nha dau tu ha tang", "chu dau tu ha tang", "chu dau tu", "cong ty ha tang"),
        *("chu dau tu kcn", "nha dau tu", "infrastructure developer", "developer"),
    }
)
"""Folded words that mean the developer of the park by its role."""

NOBODY = frozenset(
    {
        *("", "0", "khong", "khong co", "ko", "ko co", "k co", "khong ai", "khong ap dung"),
        *("chua", "chua co", "chua ro", "chua biet", "chua xac dinh", "khong ro", "khong biet"),
        *("none", "no", "nobody", "n a", "na", "not applicable", "unknown", "tbd"),
    }
)
"""Folded words that stand where a party is asked for, and name none."""

LINKS = "symbiosis"
SOLUTIONS = "recp"
PERIOD_END = "period_end"
TAX_CODES = frozenset({REGISTER_CODE, "developer_tax_code"})
"""Fields that hold tax codes: text whose leading zero spreadsheets like to drop."""

SCOPED_SHEETS = frozenset({"land"})
"""Facts sheets whose figures may speak of a part of the park."""

LOST = "?"
"""Raw text of an answer that nobody can tell: it is no blank."""

FEWEST_HEADINGS = 3
"""The least known headings on a line that make it the headings of a list."""

HEADER_SEARCH_ROWS = 60
"""How far down a heading row is looked for: rows may have been inserted above it."""

UNNUMBERED = frozenset({"stt", "tt", "so tt", "no", "so thu tu"})
"""Folded headings of running numbers: everybody adds such a column, and it says nothing."""

UNIT_LINES = frozenset({"don vi tinh", "don vi", "dvt", "unit", "units"})
"""Folded words that, before a colon above the headings, begin a line with the unit of all."""

QUALIFYING = frozenset(
    {
        *("ke hoach", "du kien", "muc tieu", "de xuat", "du thao", "ban nhap", "nhap"),
        *("dinh huong", "du bao", "du tinh", "du toan", "phuong an", "kich ban", "lo trinh"),
        *("tiem nang", "kha thi", "nhu cau", "uoc thuc hien", "theo thiet ke"),
        *("thiet ke", "den nam", "het nam", "giai doan", "nam truoc", "ky truoc", "cung ky"),
        *("thoi han", "han khac phuc", "han hoan thanh", "han chot", "cu", "khac"),
        *("plan", "planned", "target", "goal", "expected", "proposed", "draft", "design"),
        *("forecast", "projected", "potential", "intended", "scheduled", "future"),
        *("pending", "deadline", "due", "prior", "previous", "previous year"),
        *("last year", "baseline", "old", "other"),
    }
)
"""Folded words beside a heading that make its column speak of something else."""

QUALIFYING_ALONE = frozenset({"kh", "dang ky", "han", "hen", "chua", "registered"})
"""The same, where they are all that is said."""

TITLES = ("danh sach", "ds ", "bang", "bieu", "list", "table")
"""Folded words with which the title of a list begins."""

GROUPS = (
    *("nhom", "khu", "phan khu", "lo", "cum", "zone", "block", "group", "phase", "fdi", "ddi"),
    *("doanh nghiep fdi", "doanh nghiep ddi", "doanh nghiep trong nuoc", "doanh nghiep co von"),
    *("doanh nghiep nuoc ngoai", "doanh nghiep dau tu", "doanh nghiep che xuat"),
    *("doanh nghiep dang", "cac doanh nghiep", "cac du an", "cac co so", "du an fdi"),
    *("du an trong nuoc", "du an dau tu", "linh vuc", "nganh", "von dau tu", "thong tin chung"),
    *("domestic", "foreign", "enterprises in", "enterprises of"),
)
"""Folded words with which the title of a group of rows begins; any other line may be a row."""

NO_GROUP = frozenset(
    {
        *("cong ty", "cty", "tnhh", "co phan", "jsc", "ltd", "inc", "corp", "company", "xu phat"),
        *("qd", "quyet dinh", "vi pham", "chua", "khong", "con", "bi"),
    }
)
"""Folded words that no title of a group holds: names of firms, and what speaks of them."""

TOTALS = frozenset({"tong", "tong cong", "tong so", "cong", "total", "grand total", "sum"})
"""Folded words that begin a line of totals, which is no row of the list."""

TOTAL_OF = re.compile(
    r"(?:(?:nhom|muc|phan|toan|kcn|so|all|of|[ivx]+|"
    r"[0-9]+(?: (?:doanh nghiep|dn|co so|du an))?) ?)*"
)
"""What may follow those, folded, to say of what: "Tổng cộng nhóm I", "Tổng số: 12 cơ sở"."""

SIGNATURES = (
    "nguoi lap",
    "nguoi ky",
    "thu truong",
    "ky ghi ro ho ten",
    "ky ten",
    "ky va ghi ro",
    "giam doc",
    "tong giam doc",
    "ke toan truong",
    "dai dien don vi",
    "noi nhan",
    "prepared by",
    "signature",
)
"""Folded words with which the signatures below a list begin."""

REMARKS = frozenset({"ghi chu", "luu y", "note", "notes", "remark", "remarks"})
"""Folded words that, before a colon, begin a remark below a list."""

_QUALITIES = {
    Quality.MEASURED: Text("Đo đếm", "Measured"),
    Quality.CALCULATED: Text("Tính toán", "Calculated"),
    Quality.ESTIMATED: Text("Ước tính", "Estimated"),
    Quality.DECLARED: Text("Tự khai", "Declared"),
}
_SCOPES = {
    Scope.WHOLE: Text("Toàn KCN", "Whole park"),
    Scope.OPERATING_PHASE: Text("Giai đoạn đang hoạt động", "Phase in operation"),
    Scope.DECLARED_PART: Text("Phần được đánh giá", "Part under assessment"),
    Scope.OTHER: Text("Phần khác", "Another part"),
}


def _column(
    field_id: str,
    label: Text,
    type_: FieldType = FieldType.TEXT,
    *,
    choices: tuple[Choice, ...] = (),
    aliases: tuple[str, ...] = (),
    note: Text = NO_TEXT,
) -> Field:
    return Field(
        id=field_id,
        sheet="",
        label=label,
        type=type_,
        choices=choices,
        aliases=aliases,
        note=note,
    )


DOCUMENTS = _column(
    "documents",
    Text("Minh chứng (mã tài liệu)", "Evidence (document ids)"),
    FieldType.DOCUMENTS,
    aliases=("Minh chứng", "Evidence"),
    note=Text(
        "Mã ở sheet Minh chứng; nhiều mã cách nhau bằng dấu chấm phẩy.",
        "Ids on the Evidence sheet; separate several ids by semicolons.",
    ),
)
QUALITY = _column(
    "quality",
    Text("Cách có số liệu", "How obtained"),
    FieldType.CHOICE,
    choices=tuple(Choice(q.value, label) for q, label in _QUALITIES.items()),
)
SCOPE = _column(
    "scope",
    Text("Phạm vi", "Scope"),
    FieldType.CHOICE,
    choices=tuple(Choice(s.value, label) for s, label in _SCOPES.items()),
    note=Text("Để trống là toàn KCN.", "Blank means the whole park."),
)
YEAR = _column(
    "year",
    Text("Năm hoặc ngày", "Year or date"),
    FieldType.YEAR,
    note=Text(
        "Năm của số liệu (2019) hoặc ngày đầy đủ (31/12/2019). Để trống là năm cuối kỳ số liệu.",
        "The year of the figure (2019) or a full date (31/12/2019). Blank means the year in "
        "which the data period ends.",
    ),
)
VALUE = _column("value", Text("Giá trị", "Value"))
UNIT = _column("unit", Text("Đơn vị tính", "Unit"))
FACT_ID = _column("id", Text("Mã", "Id"))
FACT_LABEL = _column("label", Text("Chỉ tiêu", "Field"))
SOURCE = _column("source", Text("Nguồn số liệu", "Source"), aliases=("Nguồn",))
NOTE = _column("note", Text("Ghi chú", "Note"))

FACT_COLUMNS = (
    FACT_ID,
    FACT_LABEL,
    UNIT,
    VALUE,
    YEAR,
    SCOPE,
    SOURCE,
    QUALITY,
    DOCUMENTS,
    NOTE,
)

DECLARATION = _column("declaration", Text("Cam kết về danh sách", "Statement about the list"))
COMPLETE = _column("complete", Text("Có / Không", "Yes / No"), FieldType.YES_NO)
START = _column("start", Text("Từ ngày", "From"), FieldType.DATE)
END = _column("end", Text("Đến ngày (tính đến)", "Up to (as of)"), FieldType.DATE)
DECLARED_BY = _column("declared_by", Text("Người, cơ quan xác nhận", "Declared by"))

DECLARATION_COLUMNS = (DECLARATION, COMPLETE, START, END, DECLARED_BY, DOCUMENTS)


def fact_columns(sheet: Sheet) -> tuple[Field, ...]:
    """Give the columns of a facts sheet in the order of the form."""
    return tuple(c for c in FACT_COLUMNS if c is not SCOPE or sheet.id in SCOPED_SHEETS)


def declaration_columns(sheet: Sheet) -> tuple[Field, ...]:
    """Give the columns of the "complete" lines; only a list over a period has a start."""
    return tuple(c for c in DECLARATION_COLUMNS if c is not START or sheet.covers)


def yes_no(*, value: bool, language: Language) -> str:
    """Give the word that the form offers for an answer."""
    return (YES if value else NO).in_(language)
