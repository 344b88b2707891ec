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
    "summary.column.floor": "Chắc chắn đạt",
    "summary.column.ceiling": "Có thể đạt tối đa",
    "summary.column.coverage": "Mức đầy đủ số liệu",
    "summary.column.problems": "Lỗi số liệu",
    "summary.column.failure": "Lý do và cách khắc phục",
    "summary.bug": "Chương trình gặp lỗi khi đánh giá tệp này; xin báo cho nhóm phát triển.",
    "summary.column.place": "Tỉnh, thành phố theo tệp số liệu",
    "summary.column.requirement": "Yêu cầu",
    "summary.column.clause": "Khoản",
    "summary.column.missed": "Số khu chưa đáp ứng",
    "summary.column.undecided": "Số khu thiếu dữ liệu hoặc cần xem xét",
    "summary.column.who": "Nơi phải hỏi",
    "summary.column.note": "Không tính",
    "summary.gaps": "Điều các khu chưa đạt và điều chưa rõ",
    "summary.gaps_sheet": "Khoảng cách",
    "summary.counted": "Tính {n} trong {of} dòng.",
    "summary.twins": "Có tệp khác cũng ghi khu này, ngày này, nên không tính tệp nào: {files}",
    "summary.earlier": "Lần đánh giá trước của một khu có ngày mới hơn ở đây; không tính.",
    "summary.twins_told": "{n} tệp cùng ghi {park}, ngày {date}, nên không tính tệp nào: {files}",
    "summary.no_province": "Chưa ghi tỉnh, thành phố",
    "summary.readings": "Cách hiểu khác mặc định: {readings}",
    "summary.matrix_note": "Mỗi khoản hiện kết quả bất lợi nhất, theo khai báo.",
    "summary.by_province": "Số khu được tính theo tỉnh, thành phố mà tệp ghi vào ngày đánh giá",
    "summary.province": "Tỉnh, thành phố",
    "summary.all": "Tất cả",
    "summary.tables": (
        "Không so sánh các khu được đánh giá theo bộ tiêu chí, phiên bản, cách hiểu hoặc loại số "
        "liệu khác nhau:"
    ),
    "summary.trends": "Khu có nhiều lần đánh giá",
    "summary.trends_sheet": "Các lần đánh giá",
    "summary.lacks": "Dữ liệu thiếu nhiều nhất và nơi cần hỏi",
    "summary.lacks_sheet": "Dữ liệu thiếu",
    "summary.savings": "Các giải pháp RECP tiết kiệm mỗi năm",
    "summary.savings_sheet": "Tiết kiệm",
    "summary.savings_stated": (
        "{given} trên {measured} giải pháp có kết quả đo được; {n} trên {of} khu"
    ),
    "summary.savings_left": (
        "{listed} trên {of} khu có danh sách giải pháp; số danh sách được khai là đầy đủ: "
        "{complete}. Không cộng: {unmeasured} giải pháp đã thực hiện nhưng không có hoặc chưa rõ "
        "có kết quả đo được; {others} giải pháp chưa thực hiện vào ngày đánh giá, hoặc chưa rõ "
        "tình trạng hay ngày bắt đầu."
    ),
    "summary.savings_alike": (
        "Số liệu giống hệt nhau, có thể là số chung của các khu, nên chỉ cộng một lần: {parks}"
    ),
    "summary.savings_note": (
        "Ít nhất, theo số liệu của các khu: giải pháp đã thực hiện và có kết quả đo được, của các "
        "khu được tính. Không cộng mức tiết kiệm đề xuất hoặc ước tính, cũng như tổng số mà khu "
        "nêu không kèm giải pháp, và số liệu ngoài khoảng hợp lý; biểu mẫu không hỏi mức tiết kiệm "
        "nhờ cộng sinh."
    ),
    "summary.column.saving": "Tiết kiệm hoặc giảm phát thải",
    "summary.column.amount": "Ít nhất, mỗi năm",
    "summary.column.stated": "Có số liệu từ",
    "summary.column.unit": "Đơn vị",
    "summary.column.province": "Tỉnh, thành phố",
    "summary.column.range": "Chắc chắn và có thể đạt",
    "summary.column.what": "Dữ liệu còn thiếu",
    "summary.column.lacking": "Số khu còn thiếu",
}
