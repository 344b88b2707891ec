"""Rules of criteria in words, in Vietnamese."""

MESSAGES = {
    "rule.applies": "Chỉ áp dụng khi:",
    "rule.target": "Mức yêu cầu: {target}",
    "rule.or_typed": "Hoặc theo tổng số tự khai (hai cách phải khớp nhau):",
    "rule.answer": "Điều kiện:",
    "rule.average": (
        "bình quân {field} của {n} năm đủ gần nhất; năm không có số liệu là chưa biết"
    ),
    "rule.review": "Dù đạt vẫn cần cơ quan có thẩm quyền xem xét nếu:",
    "rule.grace": (
        "Trong {n} tháng sau khi hết năm, thiếu báo cáo năm đó thì chưa kết luận; khi ấy phải có "
        "báo cáo của năm trước."
    ),
    "rule.sum": "tổng của {fields}",
    "rule.ratio": "{numerator}, chia cho {denominator}",
    "rule.among": "Tính trên các dòng ở sheet {sheet} thỏa:",
    "rule.share": "Tỷ lệ các dòng đó thỏa:",
    "rule.every": "Mọi dòng đó phải thỏa:",
    "rule.none": "Không dòng nào trong số đó được thuộc trường hợp:",
    "rule.count": "Đếm các dòng ở sheet {sheet} thỏa:",
    "rule.row_sum": "Tổng cột “{field}” của các dòng ở sheet {sheet} thỏa:",
    "rule.each_year.last": "Năm đủ gần nhất phải có dòng ở sheet {sheet} thỏa:",
    "rule.each_year.three": "Mỗi năm trong ba năm gần nhất phải có dòng ở sheet {sheet} thỏa:",
    "rule.each_year.all": "Mỗi năm từ khi hoạt động phải có dòng ở sheet {sheet} thỏa:",
    "rule.all": "tất cả các điều sau:",
    "rule.any": "ít nhất một trong các điều sau:",
    "rule.either": "một trong các câu trả lời sau (không được trái nhau):",
    "rule.not": "không phải là:",
    "rule.not_leaf": "không phải — {leaf}",
    "rule.has_row": "có dòng ở sheet {sheet} thỏa:",
    "rule.always": "không cần điều kiện",
    "rule.never": "không trường hợp nào",
    "rule.is": "{field}: {value}",
    "rule.in": "{field} là một trong: {values}",
    "rule.at_least": "{field} từ {value} trở lên",
    "rule.at_most": "{field} không quá {value}",
    "rule.within": "{field}: trong {n} tháng trước {before}",
    "rule.before.assessment": "ngày đánh giá",
    "rule.before.registration": "ngày nộp hồ sơ",
    "rule.before.enterprise": ("“{field}” của doanh nghiệp đó (nếu trống thì lấy ngày đánh giá)"),
    "rule.differ": "{one} và {other}: hai doanh nghiệp khác nhau trong danh sách",
    "rule.valid.start": "{field}: không sau ngày đánh giá",
    "rule.valid.until": "{field}: không trước ngày đánh giá",
}
