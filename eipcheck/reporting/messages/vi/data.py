"""Words of problems in the data that evaluation finds (codes D), in Vietnamese."""

MESSAGES = {
    "problem.D101.what": (
        "Danh sách và tổng số tự khai mâu thuẫn về “{field}”: "
        "theo danh sách {register}, theo tổng số {typed}."
    ),
    "problem.D101.why": "Hai con số nói về cùng một việc nhưng không thể cùng đúng.",
    "problem.D101.fix": "Kiểm tra lại danh sách và tổng số; sửa ô sai hoặc xóa tổng số đã cũ.",
    "problem.D102.what": (
        "Câu trả lời “{field}” của {name} trong danh sách doanh nghiệp trái với sheet chi tiết."
    ),
    "problem.D102.why": "Hai câu trả lời trái nhau nên coi là chưa rõ.",
    "problem.D102.fix": "Sửa câu trả lời trong danh sách hoặc ở sheet chi tiết cho thống nhất.",
    "problem.D103.what": "Các phần cộng lại là {sum}, lớn hơn {whole} của “{field}”.",
    "problem.D103.why": "Tỷ lệ tính từ các số này không có nghĩa nên không kết luận.",
    "problem.D103.fix": "Kiểm tra lại từng phần và tổng, kể cả đơn vị và năm.",
    "problem.D104.what": "“{criterion}”: kết quả tính là {computed}, người xem xét ghi {judged}.",
    "problem.D104.why": "Kết luận ghi tay không thay kết quả tính; hai bên cần thống nhất.",
    "problem.D104.fix": "Kiểm tra số liệu của tiêu chí này hoặc xóa dòng ở sheet Xem xét.",
    "problem.D105.what": "Sheet Xem xét ghi tiêu chí “{criterion}” không có trong bộ tiêu chí.",
    "problem.D105.why": "Dòng này không được dùng.",
    "problem.D105.fix": "Ghi đúng mã tiêu chí như trong lệnh “eipcheck criteria show”.",
    "problem.D106.what": "“{field}” năm {year} có nhiều giá trị: {values}.",
    "problem.D106.why": "Các nguồn khác nhau nên tính cả khoảng từ thấp nhất đến cao nhất.",
    "problem.D106.fix": "Chọn một nguồn, hoặc giữ cả hai nếu chưa xác minh được.",
    "problem.D109.what": "“{field}” ghi ngày {date}, sau ngày đánh giá.",
    "problem.D109.why": "Việc xảy ra sau ngày đánh giá chưa được tính.",
    "problem.D109.fix": "Sửa ngày nếu ghi nhầm, hoặc đánh giá vào ngày muộn hơn.",
    "problem.D110.what": "Kết luận ghi tay về “{criterion}” không được dùng.",
    "problem.D110.why": (
        "Chỉ tiêu chí có kết quả “Cần cơ quan có thẩm quyền xem xét” mới nhận kết luận ghi tay."
    ),
    "problem.D110.fix": "Bổ sung số liệu cho tiêu chí này thay vì ghi kết luận.",
    "problem.D111.what": (
        "Văn bản miễn cho “{criterion}” không được dùng: hiệu lực từ {granted} đến {expires}."
    ),
    "problem.D111.why": "Miễn trừ chỉ có hiệu lực trong thời hạn được cấp.",
    "problem.D111.fix": "Kiểm tra thời hạn, hoặc xin văn bản mới của cơ quan có thẩm quyền.",
    "problem.D112.what": "“{field}” ghi {date}, trước “{other}” ({other_date}).",
    "problem.D112.why": "Ngày không thể có được coi là chưa rõ.",
    "problem.D112.fix": "Sửa ngày ghi sai trong hai ngày.",
    "problem.D113.what": "Kết luận về “{criterion}” không được dùng.",
    "problem.D113.why": (
        "Kết luận không có ngày, không đọc được, hoặc trái với kết luận khác có thể là mới nhất."
    ),
    "problem.D113.fix": "Ghi ngày và kết luận cho từng dòng, chỉ giữ kết luận đang có hiệu lực.",
    "problem.D114.what": "“{field}” không cho biết một ngày duy nhất: {values}.",
    "problem.D114.why": "Mọi kết quả đều xét tại ngày này nên không tự chọn ngày khác.",
    "problem.D114.fix": "Ghi một ngày theo dạng dd/mm/yyyy, hoặc cho ngày đánh giá bằng --as-of.",
}
