"""Lời của lệnh explain."""

MESSAGES: dict[str, str] = {
    "explain.evidenced": "Theo minh chứng hiện có: {verdict}",
    "explain.observed": "Thực tế",
    "explain.target": "Mức yêu cầu",
    "explain.gap": "Khoảng cách",
    "explain.if_empty": "Nếu không có gì để tính",
    "explain.evidence": "Minh chứng cần có",
    "explain.remedy": "Cách khắc phục",
    "explain.sdg": "Mục tiêu SDG",
    "explain.decision": "Kết luận",
    "explain.waiver": "Miễn trừ",
    "explain.rule": "Quy tắc tính",
    "explain.steps": "Các bước tính",
    "explain.changes": "Điều làm thay đổi kết quả",
    "explain.flags": "Lưu ý",
    "explain.numbers": "Số liệu đã đọc",
    "explain.rows": "Các dòng đứng sau con số",
    "explain.documents": "Minh chứng đã nêu",
    "explain.readings": "Cách hiểu quy định",
    "explain.others": "cách hiểu khác: {others}",
    "explain.source": "Nguồn luật",
    "explain.code.what": "Vấn đề",
    "explain.code.why": "Vì sao",
    "explain.code.fix": "Cách sửa",
    "explain.code.example": "Ví dụ",
    "explain.codes.title": "Các mã lỗi của eipcheck",
    "explain.codes.intro": (
        "Mỗi vấn đề mà eipcheck nêu đều mang một trong các mã sau. Chỗ nào trang này ghi …, thông "
        "báo thật sẽ nêu cụ thể: tiêu đề, giá trị, ô. Lệnh `eipcheck explain W304` giải thích một "
        "mã; trang này được tạo bằng lệnh `eipcheck explain codes --lang vi`."
    ),
    "explain.codes.W": "W: tệp số liệu",
    "explain.codes.C": "C: tệp tiêu chí và tệp danh mục chỉ tiêu",
    "explain.codes.D": "D: số liệu đối chiếu với nhau",
    "explain.codes.O": "O: ghi kết quả",
    "explain.codes.U": "U: dòng lệnh",
}
