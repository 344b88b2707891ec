"""Lời trợ giúp của dòng lệnh."""

MESSAGES: dict[str, str] = {
    "app": "Đánh giá khu công nghiệp theo tiêu chí khu công nghiệp sinh thái: từ bảng Excel đến "
    "báo cáo khoảng cách. Kết quả là tự đánh giá; việc chứng nhận thuộc thẩm quyền UBND cấp tỉnh.",
    "version": "In phiên bản rồi thoát.",
    "assess": "Đánh giá một khu công nghiệp. Cho biết tiêu chí nào đạt, chưa đạt, còn thiếu số "
    "liệu nào, ở ô nào, hỏi ai.",
    "batch": "Đánh giá nhiều khu. Mỗi bảng Excel cho một tệp JSON và một tệp HTML, kèm bảng tổng "
    "hợp.",
    "template": "Tạo bảng Excel trống để điền.",
    "demo": "Thử với khu công nghiệp mẫu. Ghi bảng số liệu giả định vào thư mục DIR rồi đánh giá.",
    "explain": "Giải thích một tiêu chí, một mã lỗi hoặc mọi mã lỗi. Nếu có bảng Excel: quy tắc, "
    "số liệu và ô, từng bước tính, điều gì làm thay đổi kết quả.",
    "inspect": "Xem bảng Excel được nhận ra thế nào: sheet, dòng tiêu đề, cột, đơn vị, và phần nào "
    "chưa nhận ra. Không đánh giá gì.",
    "criteria_group": "Xem và kiểm tra các bộ tiêu chí.",
    "criteria_list": "Liệt kê các bộ tiêu chí có sẵn.",
    "criteria_show": "Xem một bộ tiêu chí hoặc một tiêu chí.",
    "criteria_check": "Kiểm tra các tệp tiêu chí. Nêu mọi lỗi trong một lần chạy.",
    "criteria_test": "Chạy các tình huống đặt cạnh tiêu chí.",
    "criteria_mutate": (
        "Thử đổi từng chi tiết nhỏ của tiêu chí; nêu mọi thay đổi mà không tình huống nào phát "
        "hiện, kèm tình huống còn thiếu."
    ),
    "criteria_coverage": (
        "Cho biết các tình huống đã thể hiện những kết luận nào của từng tiêu chí, theo giai "
        "đoạn hiệu lực và theo cách hiểu."
    ),
    "criteria_diff": (
        "Cho biết một bộ tiêu chí đã đổi gì so với bộ khác, hoặc một lần sửa đổi đã đổi gì giữa "
        "hai ngày: bãi bỏ, mới, chặt hơn, nới hơn, thay đổi, chỉ đổi câu chữ."
    ),
    "diff_before": "Bộ cũ: mã hoặc thư mục; thêm @2020-01-01 thì đọc như vào ngày đó.",
    "diff_after": "Bộ mới; cùng một bộ với ngày khác thì cho biết phần đã sửa đổi.",
    "diff_report": (
        "Ghi thêm dạng md hoặc json; dùng được nhiều lần. Không ghi đường dẫn thì tệp mang tên "
        "hai bộ; '-' là đầu ra chuẩn."
    ),
    "fail_under": "Thoát với mã 1 nếu phần kết luận đã thể hiện thấp hơn mức này.",
    "park": "Bảng Excel của khu công nghiệp, hoặc địa chỉ của nó (như s3://bucket/khu.xlsx).",
    "inspected": "Bảng Excel bất kỳ, theo biểu mẫu hay không.",
    "some_park": "Bảng Excel của khu công nghiệp, để giải thích tiêu chí với số liệu của khu đó.",
    "paths": "Tệp Excel hoặc thư mục chứa tệp Excel; có thể là địa chỉ (s3://…).",
    "criteria_schema": (
        "In JSON Schema của một loại tệp tiêu chí, để trình soạn thảo gợi ý và kiểm tra."
    ),
    "schema_kind": "Loại tệp; bỏ trống: liệt kê các loại.",
    "ci_report": (
        "Báo cáo dạng text, json, sarif, junit, github hoặc markdown; có thể lặp lại. Không có "
        "đường dẫn, hoặc với '-', báo cáo ra đầu ra chuẩn."
    ),
    "set_paths": "Tệp tiêu chí, bộ tiêu chí, hoặc thư mục chứa nhiều bộ; bỏ trống: mọi bộ có sẵn.",
    "out_file": "Tệp Excel sẽ tạo.",
    "resume": (
        "Giữ kết quả của lần chạy trước trong thư mục nếu không có gì thay đổi: tệp, bộ tiêu chí, "
        "tùy chọn, phiên bản. Kết quả khác được ghi lại."
    ),
    "jobs": "Số tệp xử lý cùng lúc, mỗi tệp một tiến trình riêng; 1 là chỉ tiến trình này.",
    "seconds": "Thời gian (giây) cho một tệp trước khi tiến trình của nó bị dừng.",
    "memory": "Bộ nhớ (MB) mà tiến trình của một tệp được dùng.",
    "scheduler": (
        "Giao việc cho một cụm Dask, như tcp://10.0.0.5:8786; chỉ dùng cụm mà bạn tin cậy."
    ),
    "diff": (
        "So sánh hai lần đánh giá một khu: điều gì kém đi, tốt lên, thay đổi, và có thể do đâu."
    ),
    "options_file": (
        "Tệp YAML quy định tùy chọn cho cả lần chạy: criteria, as_of, lang, readings, mappings, "
        "limits, templates, audience, fail_on, convert_legacy, allow_unverified."
    ),
    "store_group": "Lưu các lần đánh giá, theo dõi khu công nghiệp theo thời gian, xuất bảng.",
    "store_add": "Lưu kết quả đánh giá: báo cáo JSON, hoặc thư mục như thư mục của batch.",
    "store_list": "Cho biết các khu công nghiệp theo từng ngày.",
    "store_export": "Xuất một bảng của kho ra CSV, xlsx hoặc Parquet.",
    "store_folder": "Thư mục lưu các lần đánh giá; được tạo nếu chưa có.",
    "store_paths": "Báo cáo JSON, hoặc thư mục (tìm cả thư mục con).",
    "store_out": "Tệp cần ghi, có đuôi csv, xlsx hoặc parquet.",
    "store_table": "Bảng nào: assessments, outcomes hoặc findings. Có thể lặp lại với xlsx.",
    "into_store": "Lưu thêm kết quả vào kho này (xem eipcheck store).",
    "from_store": (
        "Một kho; khi đó OLD và NEW là ngày như 2020-11-20, hoặc phần đầu của mã "
        "(xem eipcheck store list)."
    ),
    "of_park": "Chỉ khu công nghiệp này, dù tên viết theo cách nào.",
    "diff_old": "Lần đánh giá trước: báo cáo JSON, hoặc tệp Excel để đánh giá.",
    "diff_new": "Lần đánh giá sau.",
    "diff_fail": "Kết thúc với mã 1 nếu có yêu cầu kém đi.",
    "baseline": ("Lần đánh giá trước dùng cho --fail-on regression: báo cáo JSON, hoặc tệp Excel."),
    "out_folder": "Thư mục nhận kết quả.",
    "demo_folder": "Thư mục nhận bảng mẫu; bỏ trống: thư mục hiện tại.",
    "subject": "Mã tiêu chí (như recp-applied), mã lỗi (như W203), hoặc 'codes': mọi mã lỗi, thành "
    "một trang Markdown.",
    "show_id": "Mã bộ tiêu chí (như vn-82-2018) hoặc mã tiêu chí.",
    "criteria": "Bộ tiêu chí, có thể lặp lại; auto: bộ đang có hiệu lực vào ngày đăng ký. "
    "Mặc định: vn-82-2018.",
    "asked_by": "Chỉ hỏi những gì bộ tiêu chí này cần; dùng được nhiều lần. Mặc định: toàn bộ chỉ "
    "tiêu của biểu mẫu đi kèm.",
    "as_of": "Ngày đánh giá, như 2020-11-20 hoặc 20/11/2020; bỏ trống: lấy trong bảng Excel.",
    "lang": "Ngôn ngữ; mặc định vi, hoặc theo biến EIPCHECK_LANG.",
    "langs": "Ngôn ngữ; mặc định vi, hoặc theo biến EIPCHECK_LANG. 'both' tạo một trang tiếng "
    "Việt và tiếng Anh song song, còn định dạng khác mỗi ngôn ngữ một tệp.",
    "own_templates": "Mẫu báo cáo của mình thay cho mẫu có sẵn: tệp kết thúc bằng .docx, .html.j2 "
    "hoặc .md.j2; có thể lặp lại. Xem docs/report-view.md để biết mẫu được dùng gì.",
    "audience": "'public' bỏ tên doanh nghiệp, mã số thuế, vi phạm, hợp đồng và số tiền khỏi mọi "
    "báo cáo; mặc định 'full'. Bảng tổng hợp của batch chỉ ghi phần được công bố nếu không chọn "
    "'full'.",
    "report": "Ghi thêm báo cáo html, docx, pdf, xlsx, md, json hoặc annotated (bản sao của bảng "
    "Excel có ghi chú trong ô), có thể lặp lại; không có đường dẫn: ghi vào thư mục hiện tại với "
    "tên của bảng Excel; '-' là đầu ra chuẩn.",
    "force": "Cho phép ghi đè tệp đã có.",
    "reading": "Chọn một cách hiểu quy định, như Q9=built_whole; có thể lặp lại.",
    "fail_on": "Thoát với mã 1 nếu có: not-met (chưa đáp ứng), undetermined (chưa kết luận được), "
    "unevidenced (thiếu minh chứng), problems (lỗi số liệu); có thể lặp lại.",
    "mapping": "Tệp YAML cho biết tiêu đề nào của sheet khác biểu mẫu trả lời chỉ tiêu nào; có thể "
    "lặp lại. Các tệp có sẵn luôn được thử sau đó.",
    "write_mapping": "Soạn nháp một tệp như vậy cho phần chưa nhận ra, ghi vào đây.",
    "limit": "Cho phép bảng Excel lớn hơn giới hạn, như cells=5000000; có thể lặp lại.",
    "convert_legacy": "Chuyển chữ mã cũ (TCVN3, VNI) sang Unicode và cho biết đã chuyển những gì.",
    "allow_unverified": "Cho dùng bộ tiêu chí chưa đối chiếu với văn bản gốc; kết quả là giả định.",
    "criteria_new": "Bắt đầu một bộ tiêu chí trong FOLDER: bản nháp có một ví dụ, qua được check.",
    "criteria_unverified": (
        "Liệt kê nội dung còn phải đối chiếu với bản ký, kém chắc chắn nhất trước."
    ),
    "write_cases": "Viết sẵn khung các ca kiểm thử còn thiếu: mỗi bộ một tệp mới trong DIR, hoặc "
    "một tệp PATH (.yaml). Không ghi đè.",
    "new_folder": "Thư mục của bộ mới; tên thư mục là mã của bộ.",
    "new_id": "Mã của bộ khi FOLDER là thư mục cấp trên, ví dụ vn-99-2027.",
    "new_title": "Tên của bộ tiêu chí.",
    "checklist": "Cho danh sách để in, có ô đánh dấu: markdown ra màn hình, hoặc markdown:PATH.",
}
