"""Lời của lệnh inspect."""

MESSAGES: dict[str, str] = {
    "inspect.sheets": "Sheet: nhận ra {read} trong {n}.",
    "inspect.columns": "Cột: nhận ra {read} trong {n}, chưa nhận ra {left}, không trả lời câu hỏi "
    "nào {ignored}.",
    "inspect.problems": "Số liệu cần sửa hoặc lưu ý: {n}.",
    "inspect.no_park": "Không nhận ra sheet nào của biểu mẫu: chưa thể đánh giá tệp này.",
    "inspect.how.id": "theo mã",
    "inspect.how.label": "theo nhãn",
    "inspect.how.alias": "theo tên khác đã biết",
    "inspect.how.mapping": "theo tệp ghép cột {mapping}",
    "inspect.how.headings": "theo các tiêu đề",
    "inspect.how.left": "chưa nhận ra, không đọc",
    "inspect.how.ignored": "đã biết, không trả lời câu hỏi nào",
    "inspect.how.own": "thuộc biểu mẫu, không chứa câu trả lời",
    "inspect.near": "gần giống {name}",
    "inspect.hidden": "sheet ẩn",
    "inspect.heading_row": "dòng tiêu đề {rows}",
    "inspect.no_heading_row": "không thấy dòng tiêu đề",
    "inspect.rows": "đã đọc {n} dòng",
    "inspect.unit": "đơn vị {unit}",
    "inspect.converted": "đổi đơn vị: {unit} × {factor} = {target}",
    "inspect.convention.comma": "dấu phẩy là dấu thập phân",
    "inspect.convention.point": "dấu chấm là dấu thập phân",
    "inspect.missing": "Chưa có cột cho {n} chỉ tiêu: {names}",
    "inspect.draft": "Soạn nháp tệp ghép cột cho phần chưa nhận ra: eipcheck inspect {file} "
    "--write-mapping OUT.yaml",
    "inspect.nothing_left": "Không còn gì để ghép: không ghi tệp nháp.",
}
