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
}
