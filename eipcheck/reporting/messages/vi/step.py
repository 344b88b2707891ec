"""Steps of a computation, in Vietnamese."""

MESSAGES = {
    "step.answers": "Trong số được tính: {yes} thỏa điều kiện, {no} không thỏa, {unknown} chưa rõ",
    "step.applies": "Yêu cầu này có áp dụng: {truth}",
    "step.average": "Trung bình các năm {years}: {range}",
    "step.condition": "Điều kiện được thỏa: {truth}",
    "step.contradiction": (
        "Danh sách và tổng số tự khai mâu thuẫn nhau; chỉ kết luận khi cả hai cho cùng kết quả"
    ),
    "step.count_range": "Đếm được: {range}",
    "step.counted": "{counted} được tính, {not_counted} không tính, {unknown} chưa rõ",
    "step.empty": "Không có đối tượng nào để tính",
    "step.grace": "Năm {year} còn trong thời gian chờ báo cáo",
    "step.judged": "{by} kết luận: {result}",
    "step.harder": "Thêm đối tượng được tính thì khó đạt hơn: nếu tính {counted} thì cần {needed}",
    "step.list_size": "{n} dòng ở sheet {sheet}, {complete}",
    "step.mixed_years": "Số liệu thuộc các năm khác nhau ({years}) nên không tính chung",
    "step.needed": "Mức {bound} ứng với {range} đối tượng",
    "step.over_whole": "Các phần cộng lại là {sum}, lớn hơn tổng {whole}",
    "step.part": "{text}: {truth}",
    "step.part_missing": "Thiếu số liệu: {field}",
    "step.population_unknown": (
        "Danh sách chưa được xác nhận đầy đủ và không có tổng số, nên chưa biết tính trên bao nhiêu"
    ),
    "step.ratio_range": "Tỷ lệ: {range}",
    "step.review": "Có việc mà cơ quan có thẩm quyền phải xem xét: {truth}",
    "step.share_range": "Tỷ lệ: {range}",
    "step.sum_range": "Tổng: {range}",
    "step.typed_counted": "{field}: {n} (tổng số tự khai)",
    "step.typed_other_year": (
        "{field} là số của năm {year}, danh sách là của năm {register_year}: không dùng chung"
    ),
    "step.typed_qualifying": "{field}: {n} (tổng số tự khai)",
    "step.value": "{field}: {range} {unit} ({year})",
    "step.waived": "Được {by} miễn; kết quả tính không đổi",
    "step.whole": "{field}: {value}",
    "step.year": "Năm {year}: {truth}",
    "step.year_missing": "{field}, năm {year}: chưa có số liệu",
    "step.years_due": "Năm phải có báo cáo: {years}",
}
