"""Bảng Excel gửi lại, có ghi chú trong từng ô."""

MESSAGES: dict[str, str] = {
    "annotated.sheet": "Kết quả rà soát",
    "annotated.title": "Kết quả rà soát bảng Excel này bằng eipcheck",
    "annotated.made": "Lập ngày {date} bằng eipcheck {version}; bộ tiêu chí {set}",
    "annotated.counts": "{errors} lỗi · {warnings} lưu ý · {blanks} ô cần điền",
    "annotated.clean": "Không có gì phải sửa hay phải điền.",
    "annotated.copy": (
        "Đây là bản sao: tệp của bạn không bị thay đổi. Hãy điền và sửa ngay trong bản này, lưu "
        "lại rồi chạy đánh giá lần nữa; khi đó ghi chú và màu của lần trước được gỡ đi."
    ),
    "annotated.legend": "Trong các sheet, mỗi ô dưới đây được tô màu và có ghi chú:",
    "annotated.legend.error": "Lỗi: chưa sửa thì mất một câu trả lời",
    "annotated.legend.warning": "Lưu ý: cần kiểm tra lại",
    "annotated.legend.todo": "Cần điền: có tiêu chí đang chờ ô này",
    "annotated.results": (
        "Công thức hiện kết quả của lần lưu gần nhất; Excel tính lại khi mở tệp."
    ),
    "annotated.lost": "Những phần không mang sang được bản sao này; tệp của bạn vẫn còn nguyên:",
    "annotated.column.number": "STT",
    "annotated.column.code": "Mã",
    "annotated.column.kind": "Loại",
    "annotated.column.place": "Vị trí (bấm để đến)",
    "annotated.column.what": "Vấn đề",
    "annotated.column.why": "Vì sao",
    "annotated.column.fix": "Cách sửa",
    "annotated.column.criterion": "Cho tiêu chí nào",
    "annotated.column.who": "Hỏi ai",
    "annotated.mark.fill": "Cần điền",
    "annotated.mark.decision": "Cần kết luận",
    "annotated.hidden": "{place} (sheet đang ẩn)",
    "annotated.more": "… và {n} mục nữa",
    "annotated.more_places": "… và {n} ô nữa từ đây trở xuống: {places}",
    "annotated.fill": "Cần điền: {label}",
    "annotated.evidence": "Cần minh chứng: {label}",
    "annotated.decision": "Cần kết luận: {label}",
    "annotated.waits": "Tiêu chí đang chờ: {criteria}",
    "annotated.waits_for": "{criterion} ({said})",
    "annotated.of_set": "{criterion} [{set}]",
    "annotated.undecided": "Thiếu thì chưa kết luận được.",
    "annotated.unproven": "Thiếu thì câu trả lời chỉ được tính theo khai báo, chưa có minh chứng.",
    "annotated.ask": "Hỏi: {who}",
    "annotated.fix.fact": "Điền hoặc làm rõ ô này.",
    "annotated.fix.column_missing": "Thêm cột với tiêu đề này như trong biểu mẫu trắng, rồi điền.",
    "annotated.fix.column": "Điền vào các ô còn trống.",
    "annotated.fix.complete": "Ghi đủ danh sách rồi trả lời “Có” ở ô này.",
    "annotated.fix.row": "Bổ sung các dòng còn thiếu.",
    "annotated.fix.document": "Ghi tài liệu vào sheet “{evidence}” rồi ghi mã tài liệu ở dòng này.",
    "annotated.fix.decision": "Ghi kết luận vào sheet “{judgements}”.",
    "annotated.found_in": "Tìm trong: {where}.",
    "annotated.mend": "Cách sửa: {fix}",
    "annotated.see": "Xem {place}.",
    # What a copy may lose
    "annotated.lost.charts": "biểu đồ",
    "annotated.lost.chart_looks": "kiểu trình bày chi tiết của biểu đồ (biểu đồ được vẽ lại)",
    "annotated.lost.pictures": "hình ảnh",
    "annotated.lost.shapes": "hình vẽ và hộp chữ",
    "annotated.lost.dropdowns": (
        "danh sách chọn kiểu mới của Excel, như loại lấy lựa chọn từ sheet khác"
    ),
    "annotated.lost.formats": (
        "định dạng có điều kiện kiểu mới của Excel, như bộ biểu tượng và thanh dữ liệu"
    ),
    "annotated.lost.sparklines": "biểu đồ nhỏ trong ô",
    "annotated.lost.slicers": "bộ lọc bấm chọn và trục thời gian",
    "annotated.lost.pivots": "bảng tổng hợp động (PivotTable)",
    "annotated.lost.macros": "macro và nút lệnh tự tạo",
    "annotated.lost.controls": "nút bấm, ô đánh dấu và các điều khiển khác",
    "annotated.lost.objects": "tệp và đối tượng nhúng",
    "annotated.lost.links": (
        "liên kết đến tệp Excel khác (công thức lấy số từ đó được thay bằng kết quả của lần lưu "
        "gần nhất)"
    ),
    "annotated.lost.connections": "kết nối và truy vấn dữ liệu",
    "annotated.lost.threads": "chuỗi bình luận (nội dung vẫn còn, dưới dạng ghi chú thường)",
    "annotated.lost.notes": "chữ đậm, nghiêng trong ghi chú có sẵn (nội dung vẫn còn)",
    "annotated.lost.labels": "nhãn độ mật và dữ liệu kèm theo của chương trình khác",
    "annotated.lost.printer": "thiết lập riêng của máy in",
    "annotated.lost.signatures": "chữ ký số",
    "annotated.lost.protection": (
        "mật khẩu cho phép ghi, và các vùng được sửa trên sheet có bảo vệ"
    ),
    "annotated.lost.backgrounds": "hình nền của sheet và hình ở đầu trang, chân trang",
    "annotated.lost.views": "chế độ xem tự tạo của sheet",
    "annotated.lost.types": "kiểu dữ liệu liên kết, và công thức trả kết quả ra nhiều ô",
    "annotated.lost.other": "các phần khác: {names}",
}
