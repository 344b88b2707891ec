"""Bảng tổng hợp nhiều khu công nghiệp."""

MESSAGES: dict[str, str] = {
    "summary.title": "Tổng hợp kết quả tự đánh giá khu công nghiệp sinh thái",
    "summary.counts": "{done} tệp đã đánh giá, {failed} tệp không đánh giá được",
    "summary.sheet": "Tổng hợp",
    "summary.failures": "Tệp không đánh giá được",
    "summary.column.park": "Khu công nghiệp",
    "summary.column.file": "Tệp",
    "summary.column.date": "Ngày đánh giá",
    "summary.column.law": "Hiệu lực văn bản",
    "summary.column.declared": "{question}: theo khai báo",
    "summary.column.evidenced": "{question}: có minh chứng",
    "summary.column.index": "Mức tiến độ (tham khảo)",
    "summary.column.floor": "Chắc chắn đạt",
    "summary.column.ceiling": "Có thể đạt tối đa",
    "summary.column.coverage": "Mức đầy đủ số liệu",
    "summary.column.problems": "Lỗi số liệu",
    "summary.column.failure": "Lý do và cách khắc phục",
    "summary.bug": "Chương trình gặp lỗi khi đánh giá tệp này; xin báo cho nhóm phát triển.",
}
