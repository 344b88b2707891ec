"""Writes the first sheet: how to fill in the form, and what it is and is not."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.text import Language, Text
from eipcheck.workbook.form_style import (
    BODY,
    BOX,
    LINK,
    SECOND_HEADING_FILL,
    STRONG,
    WRAPPED,
    prepare_page,
    put,
    put_title,
)
from eipcheck.workbook.layout import GUIDE_TITLE, VERSION_LABEL

_TITLE = Text(
    "Biểu số liệu đánh giá khu công nghiệp sinh thái",
    "Data form for the assessment of an eco-industrial park",
)
_NOTE = Text(
    "Đây là biểu tự đánh giá, không phải chứng nhận. Việc chứng nhận khu công nghiệp sinh thái "
    "thuộc thẩm quyền của Ủy ban nhân dân cấp tỉnh.",
    "This is a self-assessment, not a certification. Eco-industrial parks are certified by the "
    "provincial People's Committee.",
)
_SHEETS = Text("Các sheet", "The sheets")
_SETS = Text("Lập cho", "Made for")
_ONLY = Text(
    "{sets}. Biểu mẫu chỉ hỏi những gì các bộ tiêu chí này cần. Có thể đánh giá theo bộ tiêu chí "
    "khác; khi đó những gì không hỏi ở đây được coi là chưa biết.",
    "{sets}. The form asks only what these criteria sets need. It can be assessed under others; "
    "what is not asked here is unknown to them.",
)

_RULES = (
    (
        Text("Cách điền", "How to fill it in"),
        Text(
            "Điền các ô màu vàng nhạt và các bảng danh sách. Rê chuột lên ô có dấu đỏ ở góc để "
            "xem giải thích, nơi có số liệu và đơn vị cần hỏi. Không sửa mã ở cột đầu của các "
            "sheet số liệu; được chèn thêm dòng, đổi thứ tự cột. Điền được đến đâu nộp đến đó: "
            "kết quả sẽ chỉ rõ còn thiếu ô nào.",
            "Fill in the pale yellow cells and the lists. Rest the pointer on a cell with a red "
            "corner to see what is meant, where it is found and whom to ask. Leave the ids in "
            "the first column of the facts sheets alone; rows may be inserted and columns "
            "reordered. Half a form is useful: the result names the cells still missing.",
        ),
    ),
    (
        Text("Ô để trống", "Blank cells"),
        Text(
            "Ô trống là chưa biết: không phải 0, không phải 'không'. Một vài chỉ tiêu có ghi chú "
            "khác ngay tại ô tiêu đề. Chưa có số liệu thì để trống hoặc ghi một trong các từ: "
            "{missing}.",
            "A blank is unknown: neither 0 nor 'no'. Where a blank means something else, the "
            "note of its heading says so. If there are no data, leave the cell blank or write "
            "one of: {missing}.",
        ),
    ),
    (
        Text("Số không", "Zero"),
        Text(
            "Đã biết là không có thì ghi 0 hoặc một trong các từ: {zero}.",
            "If it is known that there is none, write 0 or one of: {zero}.",
        ),
    ),
    (
        Text("Số và phần trăm", "Numbers and percentages"),
        Text(
            "Nhập số dạng số, không kèm đơn vị; đơn vị đã ghi ở tiêu đề. Không nhập '1.234' dạng "
            "chữ: có thể hiểu là 1234 hoặc 1,234. Phần trăm ghi 85 (hoặc 85%), không ghi 0,85.",
            "Enter numbers as numbers, without a unit; the heading states it. Avoid '1.234' as "
            "text: it may mean 1234 or 1.234. Write percentages as 85 (or 85%), not 0.85.",
        ),
    ),
    (
        Text("Ngày và năm", "Dates and years"),
        Text(
            "Ngày ghi đủ ngày/tháng/năm, ví dụ 31/12/2019. Ở các sheet số liệu, năm để trống "
            "được hiểu là năm cuối kỳ số liệu.",
            "Write full dates, day/month/year: 31/12/2019. On the facts sheets a blank year "
            "means the year in which the data period ends.",
        ),
    ),
    (
        Text("Nhiều năm, nhiều nguồn", "Several years or sources"),
        Text(
            "Một chỉ tiêu có thể có nhiều dòng: chép thêm dòng với cùng mã, ghi năm và nguồn của "
            "từng dòng. Không xoá số liệu mâu thuẫn; kết quả sẽ nêu rõ.",
            "A field may have several rows: copy the row with its id and give the year and the "
            "source of each. Keep conflicting figures; the result will name them.",
        ),
    ),
    (
        Text("Danh sách đầy đủ", "Complete lists"),
        Text(
            "Mỗi danh sách có dòng cam kết 'đầy đủ'. Chỉ chọn 'Có' khi đã liệt kê hết; khi đó "
            "những gì không có trong danh sách được hiểu là không có. Để trống hoặc 'Không': "
            "danh sách còn có thể thiếu. Danh sách trống mà chọn 'Có' nghĩa là không có trường "
            "hợp nào.",
            "Each list has a line that says it is complete. Answer 'Yes' only when everything "
            "is listed: whatever is not listed then does not exist. Blank or 'No' leaves the "
            "list open. An empty list with 'Yes' means that there is none.",
        ),
    ),
    (
        Text("Minh chứng", "Evidence"),
        Text(
            "Mỗi tài liệu là một dòng ở sheet Minh chứng, với tình trạng: đã có, đang bổ sung, "
            "chưa có. Các sheet khác chỉ ghi mã tài liệu. Kết quả luôn gồm hai phần: theo số "
            "liệu khai và theo minh chứng đã có; bản tự khai không được tính là minh chứng.",
            "Each document is a row of the Evidence sheet, with its state: in hand, pending, "
            "none. Other sheets cite its id. Results always come twice: as declared, and as "
            "evidenced by documents in hand; a self-declaration alone is no evidence.",
        ),
    ),
    (
        Text("Doanh nghiệp", "Enterprises"),
        Text(
            "Một mã số thuế là một doanh nghiệp, nhập dạng chữ để không mất số 0 ở đầu. Ở các "
            "sheet khác, ghi mã số thuế hoặc tên đúng như trong danh sách doanh nghiệp.",
            "One tax code is one enterprise; enter it as text so that its leading zero is "
            "kept. On other sheets give the tax code or the name as on the list.",
        ),
    ),
    (
        Text("Trợ giúp", "Help"),
        Text(
            "Chạy 'eipcheck assess TÊN_TỆP.xlsx' để đánh giá; 'eipcheck explain MÃ' giải thích "
            "một tiêu chí hoặc một mã lỗi. Chương trình không bao giờ sửa tệp này.",
            "Run 'eipcheck assess FILE.xlsx' to assess; 'eipcheck explain CODE' explains a "
            "criterion or a problem code. The program never changes this file.",
        ),
    ),
)


def write_guide(
    sheet: Worksheet, dictionary: DataDictionary, language: Language, sets: Sequence[CriteriaSet]
) -> None:
    """Write the guide; its version cell is how the reader knows the form, and for which sets."""
    sheet.title = GUIDE_TITLE.in_(language)
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 104
    put_title(sheet, _TITLE.in_(language), _NOTE.in_(language))
    names = ", ".join(s.id for s in sets)
    version = f"{dictionary.version} ({names})" if sets else dictionary.version
    _line(sheet, 3, VERSION_LABEL.in_(language), version)
    if sets:
        titles = "; ".join(s.title.in_(language) for s in sets)
        _line(sheet, 4, _SETS.in_(language), _ONLY.in_(language).format(sets=titles))
    words = {
        "missing": ", ".join(dictionary.words.missing),
        "zero": ", ".join(dictionary.words.zero),
    }
    row = 4
    for title, text in _RULES:
        row += 1
        _line(sheet, row, title.in_(language), text.in_(language).format(**words))
    row += 2
    put(sheet, row, 1, _SHEETS.in_(language)).font = STRONG
    for spec in dictionary.sheets:
        row += 1
        _line(sheet, row, spec.label.in_(language), spec.note.in_(language))
        link = sheet.cell(row=row, column=1)
        assert isinstance(link, Cell)
        target = f"'{spec.label.in_(language)}'!A1"
        link.hyperlink = Hyperlink(ref=link.coordinate, location=target)
        link.font = LINK
    prepare_page(sheet, 1, "A4")


def _line(sheet: Worksheet, row: int, title: str, text: str) -> None:
    name, words = put(sheet, row, 1, title), put(sheet, row, 2, text)
    name.font, words.font = STRONG, BODY
    name.fill = SECOND_HEADING_FILL
    for cell in (name, words):
        cell.alignment, cell.border = WRAPPED, BOX
    sheet.row_dimensions[row].height = 15.0 * (1 + len(text) // 100) + 4
