"""Thông báo của văn bản Word: khung văn bản hành chính, phụ lục, chỗ còn phải điền."""

MESSAGES = {
    # Bản đánh giá, giải trình
    "dossier.title.explanation": "Bản đánh giá, giải trình",
    "dossier.about.explanation": "mức độ đáp ứng các tiêu chí tại {law} của {park}",
    "dossier.purpose.explanation": (
        "Bản này đánh giá, giải trình mức độ {park} đáp ứng từng tiêu chí tại {law}, để kèm theo "
        "hồ sơ đăng ký chứng nhận.{part} Đây là kết quả tự đánh giá, là dự thảo để hoàn thiện "
        "và ký; những chỗ còn phải điền được liệt kê ở cuối."
    ),
    "dossier.part.vn-35-2022": " Đây là nội dung c) của hồ sơ theo Điều 41 Nghị định này.",
    "dossier.illustration": "MINH HOẠ BẰNG SỐ LIỆU GIẢ ĐỊNH – KHÔNG DÙNG ĐỂ NỘP HỒ SƠ",
    # Báo cáo phân tích khoảng cách
    "dossier.title.gap": "Báo cáo phân tích khoảng cách",
    "dossier.about.gap": "{park} so với {law}",
    "dossier.purpose.gap": (
        "Báo cáo này so {park} với từng tiêu chí tại {law} để biết đã đáp ứng đến đâu và còn thiếu "
        "gì. Đây là kết quả tự đánh giá để phân tích, không thay cho hồ sơ và không dùng để nộp."
    ),
    "dossier.analysis": "TÀI LIỆU PHÂN TÍCH – KHÔNG DÙNG ĐỂ NỘP HỒ SƠ",
    "dossier.source": (
        "Số liệu lấy từ tệp {file}. Mỗi số được ghi kèm ô đã lấy, dạng “Sheet!B7”; bảng số liệu "
        "nằm ở {annex}."
    ),
    # Khung văn bản
    "dossier.nation": "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "dossier.motto": "Độc lập - Tự do - Hạnh phúc",
    "dossier.draft": "DỰ THẢO",
    "dossier.number": "Số: {number}",
    "dossier.addressee": "Kính gửi: {addressee}",
    "dossier.basis": "Căn cứ {what};",
    "dossier.recipients": "Nơi nhận:",
    "dossier.recipients.same": "- Như trên;",
    "dossier.recipients.other": "- {other};",
    "dossier.recipients.archive": "- Lưu: {archive}.",
    "dossier.blank": "[CẦN BỔ SUNG: {what}]",
    "dossier.blank.issuer": "tên nhà đầu tư xây dựng và kinh doanh kết cấu hạ tầng",
    "dossier.blank.number": "số, ký hiệu văn bản",
    "dossier.blank.day": "địa danh, ngày, tháng, năm ký",
    "dossier.blank.addressee": "tên Ban quản lý khu công nghiệp, khu kinh tế nhận hồ sơ",
    "dossier.blank.law": "cơ quan ban hành và tên gọi đầy đủ của văn bản",
    "dossier.blank.bases": "các căn cứ khác",
    "dossier.blank.pledge": "kiến nghị và cam kết của nhà đầu tư",
    "dossier.blank.position": "quyền hạn, chức vụ của người ký",
    "dossier.blank.signer": "họ và tên người ký",
    "dossier.blank.recipients": "nơi nhận khác",
    "dossier.blank.archive": "nơi lưu, ký hiệu đơn vị soạn thảo",
    # Các phần
    "dossier.part": "Phần {number}",
    "dossier.general": "Thông tin chung",
    "dossier.conclusion": "Kết luận đánh giá",
    "dossier.by_criterion": (
        "Yêu cầu, hiện trạng, khoảng cách và minh chứng của mọi tiêu chí nằm ở {annex}."
    ),
    "dossier.park": "Thông tin về khu công nghiệp",
    "dossier.actions": "Khoảng cách và việc cần làm",
    "dossier.pledge": "Kiến nghị, cam kết",
    "dossier.limits": "Lưu ý khi đọc",
    "dossier.blanks": "Những chỗ còn phải điền",
    "dossier.blanks.says": "Xoá mục này sau khi đã điền đủ.",
    # Phụ lục
    "dossier.annex": "Phụ lục {number}",
    "dossier.annex.findings.explanation": "Bảng đánh giá, giải trình từng tiêu chí",
    "dossier.annex.findings.gap": "Bảng kết quả từng tiêu chí",
    "dossier.annex.appraisal": "Báo cáo đánh giá: bảng dành cho Ban quản lý",
    "dossier.annex.appraisal.says": (
        "Cùng nội dung với {annex}, để Ban quản lý đối chiếu khi thẩm định; cột cuối để trống."
    ),
    "dossier.annex.numbers": "Cách tính, số liệu và nguồn của từng tiêu chí",
    "dossier.annex.register": "Doanh nghiệp đứng sau các tỷ lệ",
    "dossier.annex.rows": "Các dòng khác được đếm",
    "dossier.annex.problems": "Số liệu cần sửa",
    "dossier.annex.readings": "Cách hiểu quy định",
    "dossier.annex.goals": "Góp phần vào các mục tiêu phát triển bền vững",
    "dossier.annex.method": "Phương pháp, phiên bản và mã băm của tệp",
    # Đầu bảng
    "dossier.head.no": "TT",
    "dossier.head.criterion": "Tiêu chí",
    "dossier.head.basis": "Căn cứ",
    "dossier.head.state": "Hiện trạng",
    "dossier.head.gap": "Khoảng cách",
    "dossier.head.both": "Theo khai báo; có minh chứng nếu khác",
    "dossier.head.party": "Nơi phải hỏi",
    "dossier.head.remarks": "Ý kiến của Ban quản lý",
    "dossier.head.source": "Nguồn, tài liệu, ghi chú",
    "dossier.head.state_and_result": "Hiện trạng và kết quả",
    "dossier.head.count": "Số yêu cầu",
    "dossier.head.index": "Mức chắc chắn, mức có thể, độ phủ",
    "dossier.head.code": "Mã",
    "dossier.head.place": "Chỗ",
    "dossier.head.what": "Điều cần sửa",
    "dossier.head.how": "Vì sao, sửa thế nào",
    "dossier.head.question": "Câu hỏi",
    "dossier.head.chosen": "Cách hiểu đã chọn",
    "dossier.head.effects": "Nếu hiểu cách khác",
    "dossier.head.contributes": "Số đã đáp ứng",
}
