"""Kết quả không ghi được, hoặc không có gì để ghi (mã O)."""

MESSAGES: dict[str, str] = {
    "problem.O101.what": "Tệp này đã có.",
    "problem.O101.why": "Kết quả cũ không bị ghi đè khi chưa được phép.",
    "problem.O101.fix": "Chọn tên khác, hoặc thêm --force để ghi đè.",
    "problem.O101.example": "bao-cao.html của tuần trước",
    "problem.O102.what": "Tệp kết quả trùng với tệp số liệu đang đọc.",
    "problem.O102.why": "Tệp số liệu của bạn không bao giờ bị ghi đè, kể cả khi có --force.",
    "problem.O102.fix": "Chọn tên khác cho tệp kết quả.",
    "problem.O102.example": "eipcheck assess kcn.xlsx --report annotated:kcn.xlsx",
    "problem.O103.what": "Hai kết quả cùng ghi vào tệp này.",
    "problem.O103.why": "Kết quả sau sẽ xoá kết quả trước.",
    "problem.O103.fix": "Đặt cho mỗi kết quả một tên riêng.",
    "problem.O103.example": "--report html:kq.html --report md:kq.html",
    "problem.O104.what": "Đây là một thư mục.",
    "problem.O104.why": "Kết quả phải ghi vào một tệp.",
    "problem.O104.fix": "Thêm tên tệp vào sau tên thư mục.",
    "problem.O104.example": "--report html:bao-cao, trong khi “bao-cao” là thư mục",
    "problem.O105.what": "Thư mục của tệp này không có.",
    "problem.O105.why": "Không rõ có phải gõ nhầm đường dẫn hay không.",
    "problem.O105.fix": "Sửa đường dẫn, hoặc tạo thư mục trước.",
    "problem.O105.example": "--report html:bao-cao/kcn.html, chưa có thư mục “bao-cao”",
    "problem.O106.what": "Tệp này đang bị khoá hoặc không cho ghi ({reason}).",
    "problem.O106.why": "Thường là vì tệp đang mở trong Excel, Word hoặc trình duyệt.",
    "problem.O106.fix": "Đóng tệp rồi chạy lại, hoặc chọn tên khác.",
    "problem.O106.example": "kcn.html đang mở trong Word.",
    "problem.O107.what": "Không ghi được vào đây ({reason}).",
    "problem.O107.why": "Không có phần nào của tệp được ghi.",
    "problem.O107.fix": "Kiểm tra quyền ghi và dung lượng đĩa, hoặc chọn thư mục khác.",
    "problem.O107.example": "ổ USB đã hết chỗ",
    "problem.O110.what": (
        "Bản sao có ghi chú thiếu những phần mà thư viện Excel không ghi lại được: {kinds}."
    ),
    "problem.O110.why": "Tệp của bạn không bị thay đổi và vẫn còn đủ các phần ấy.",
    "problem.O110.fix": (
        "Câu trả lời, công thức, định dạng và danh sách chọn thường đều có trong bản sao. Nếu"
        " cần các phần còn lại, hãy chép các ghi chú sang tệp của bạn."
    ),
    "problem.O110.example": "biểu đồ; macro và nút lệnh tự tạo",
    "problem.O111.what": "Tệp số liệu đã thay đổi trong khi đánh giá ({reason}).",
    "problem.O111.why": "Ghi chú đặt vào một tệp đã khác sẽ nằm sai ô.",
    "problem.O111.fix": "Lưu và đóng tệp rồi chạy lại.",
    "problem.O111.example": "kcn.xlsx được lưu từ Excel trong lúc đang chạy",
    "problem.O112.what": "Không lập được bản sao có ghi chú của tệp này ({reason}).",
    "problem.O112.why": (
        "Tệp đã được đọc và đánh giá, nhưng có một phần không chứa câu trả lời không ghi lại được."
    ),
    "problem.O112.fix": (
        "Mở tệp bằng Excel, lưu lại dưới dạng .xlsx rồi chạy lại; hoặc dùng --report html, "
        "báo cáo này nêu cùng các ô."
    ),
    "problem.O112.example": "một bản vẽ trỏ đến phần không có trong tệp",
    "problem.O113.what": (
        "Không lập được bản sao có ghi chú: ô gộp hoặc liên kết trong tệp trải trên {n} ô; "
        "giới hạn là {limit} ô."
    ),
    "problem.O113.why": "Sao chép sẽ tốn quá nhiều bộ nhớ, không an toàn.",
    "problem.O113.fix": "Bỏ gộp cả cột hoặc cả sheet rồi chạy lại, hoặc dùng --report html.",
    "problem.O113.example": "các ô A1:XFD1048576 bị gộp làm một",
    "problem.O114.what": (
        "Còn {n} ô chỉ được tô màu mà không có ghi chú: tối đa {limit} ô có ghi chú."
    ),
    "problem.O114.why": "Tệp có nhiều ghi chú hơn sẽ mở rất chậm.",
    "problem.O114.fix": (
        "Xem sheet kết quả rà soát, nơi liệt kê các ô ấy; sửa những ô đầu rồi chạy lại."
    ),
    "problem.O114.example": "danh sách doanh nghiệp còn 12.000 ô phải điền",
    "problem.O115.what": "Bản sao có ghi chú là tệp Excel, tên phải có đuôi .xlsx.",
    "problem.O115.why": "Với đuôi khác, Excel không mở tệp.",
    "problem.O115.fix": "Ví dụ ghi: --report annotated:kcn-ghi-chu.xlsx.",
    "problem.O115.example": "annotated:kcn.xlsm",
    "problem.O116.what": (
        "Không lập được bản sao có ghi chú: trong tệp có ô không nằm ở dòng hoặc thứ tự đúng như "
        "địa chỉ của nó ({cell})."
    ),
    "problem.O116.why": "Mỗi chương trình đặt ô ấy một chỗ; bản sao có thể mang câu trả lời khác.",
    "problem.O116.fix": "Mở tệp bằng Excel, kiểm tra, lưu lại rồi chạy lại.",
    "problem.O116.example": "ô ghi địa chỉ B6 lại nằm trong dòng 9",
    "problem.O120.what": "Không đọc được mẫu Word: {reason}",
    "problem.O120.why": "Mẫu phải là tệp .docx nguyên vẹn.",
    "problem.O120.fix": "Mở mẫu bằng Word, lưu lại dạng .docx; hoặc bắt đầu lại từ mẫu có sẵn.",
    "problem.O120.example": "tệp .doc cũ được đổi đuôi thành .docx",
    "problem.O121.what": "Mẫu Word viết chưa đúng tại “{where}”: {reason}",
    "problem.O121.why": "Không thể tạo báo cáo từ mẫu này.",
    "problem.O121.fix": "Sửa đoạn đó trong Word; lệnh trong mẫu viết bằng Jinja2, theo docxtpl.",
    "problem.O121.example": "{{%p for c in view.requirements %}} không có {{%p endfor %}}",
    "problem.O122.what": "Mẫu Word dùng một tên không có tại “{where}”: {reason}",
    "problem.O122.why": "Để trống chỗ đó có thể che mất một kết quả.",
    "problem.O122.fix": "Lấy tên trong docs/report-view.md, nơi liệt kê mọi tên.",
    "problem.O122.example": "{{{{ view.verdict }}}}; kết quả thuộc về từng tiêu chí",
    "problem.O123.what": "Mẫu Word làm một việc không được phép tại “{where}”: {reason}",
    "problem.O123.why": "Mẫu có thể do người khác viết; mẫu chỉ được trình bày báo cáo.",
    "problem.O123.fix": "Bỏ phần đó; mẫu được in, lặp, chọn và gọi macro.",
    "problem.O123.example": "{{{{ view.__class__ }}}}",
    "problem.O124.what": "Mẫu Word bị lỗi tại “{where}”: {reason}",
    "problem.O124.why": "Không ghi tệp nào, vì nửa báo cáo không phải là báo cáo.",
    "problem.O124.fix": "Sửa đoạn đó; docs/report-view.md cho biết mỗi tên chứa gì.",
    "problem.O124.example": "{{{{ view.clauses + 1 }}}}",
    "problem.O125.what": "Mẫu Word cho ra một văn bản mà Word không mở được: {reason}",
    "problem.O125.why": "Thường là vì một vòng lặp mở ở chỗ này và đóng ở chỗ khác loại.",
    "problem.O125.fix": (
        "Mở và đóng cùng một kiểu, ở cùng một cấp: %p giữa các đoạn, %tr giữa các dòng của một "
        "bảng, %tc giữa các ô của một dòng."
    ),
    "problem.O125.example": "{{%tr for … %}} trong bảng, {{%p endfor %}} dưới bảng",
    "problem.O140.what": "Tệp này không phải kết quả đánh giá: {reason}",
    "problem.O140.why": "Chỉ so sánh được tệp do eipcheck ghi với --report json.",
    "problem.O140.fix": "Chọn tệp như vậy, hoặc chính tệp Excel.",
    "problem.O140.example": "tệp JSON của criteria diff",
    "problem.O141.what": "Kết quả ghi theo lược đồ {found}; chương trình này đọc {known}.",
    "problem.O141.why": "Nội dung có thể mang nghĩa khác.",
    "problem.O141.fix": "Đánh giá lại tệp Excel bằng phiên bản này, hoặc chọn chính tệp Excel.",
    "problem.O141.example": "báo cáo của phiên bản eipcheck mới hơn",
    "problem.O150.what": "Tiến trình đọc tệp này đã bị dừng.",
    "problem.O150.why": (
        "Tiến trình bị lỗi, hoặc dùng quá {seconds} giây hay {memory} MB, kể cả khi chạy lại riêng "
        "tệp này. Các tệp khác vẫn được đánh giá."
    ),
    "problem.O150.fix": (
        "Lưu lại tệp bằng phần mềm bảng tính, hoặc tăng --seconds hay --memory; rồi chạy lại với "
        "--resume."
    ),
    "problem.O150.example": "tệp làm thư viện đọc nó bị dừng đột ngột",
    "problem.O151.what": "Một lần chạy khác đang ghi vào thư mục này.",
    "problem.O151.why": "Hai lần chạy cùng lúc sẽ làm lẫn kết quả.",
    "problem.O151.fix": "Chờ lần chạy kia xong, hoặc chọn thư mục khác (--out).",
    "problem.O151.example": "eipcheck batch parks --out out, ở hai cửa sổ",
    "problem.O160.what": "Một dòng của kho không phải kết quả đánh giá: {reason}",
    "problem.O160.why": "Lịch sử bị khuyết dễ bị hiểu là đầy đủ.",
    "problem.O160.fix": "Khôi phục tệp từ bản sao, hoặc bỏ dòng này ra.",
    "problem.O160.example": "tệp lưu bị sửa bằng tay",
    "problem.O161.what": "Không đọc được kho ({reason}).",
    "problem.O161.why": "Thiếu tệp lưu thì không biết được gì.",
    "problem.O161.fix": "Kiểm tra thư mục và quyền truy cập.",
    "problem.O161.example": "thư mục thuộc về người khác",
    "problem.O201.what": "Không tìm thấy bảng Excel nào ở đây.",
    "problem.O201.why": "Lệnh batch nhận tệp .xlsx, hoặc thư mục có tệp .xlsx.",
    "problem.O201.fix": "Kiểm tra đường dẫn; tệp khoá (~$…) và bảng tổng hợp cũ được bỏ qua.",
    "problem.O201.example": "thư mục chỉ có tệp PDF",
    "problem.O130.what": "Chưa tạo được tệp PDF.",
    "problem.O130.why": "Phần tạo PDF là phần cài thêm vì dung lượng lớn.",
    "problem.O130.fix": "Chạy: pip install 'eipcheck[pdf]'. Hoặc in báo cáo HTML ra PDF.",
    "problem.O130.example": "--report pdf, khi chỉ mới pip install eipcheck",
    "problem.O135.what": "Mẫu báo cáo viết chưa đúng: {reason}",
    "problem.O135.why": "Không thể tạo báo cáo từ mẫu này.",
    "problem.O135.fix": "Sửa dòng này; mẫu viết bằng ngôn ngữ Jinja2.",
    "problem.O135.example": "{{% for c in view.clauses %}} không có dòng kết thúc",
    "problem.O136.what": "Mẫu báo cáo dùng một tên không có: {reason}",
    "problem.O136.why": "Để trống chỗ đó có thể che mất một kết quả.",
    "problem.O136.fix": "Lấy tên trong docs/report-view.md, nơi liệt kê mọi tên.",
    "problem.O136.example": "{{{{ view.verdict }}}}; kết quả thuộc về từng tiêu chí",
    "problem.O137.what": "Mẫu báo cáo làm một việc không được phép: {reason}",
    "problem.O137.why": "Mẫu có thể do người khác viết; mẫu chỉ được trình bày báo cáo.",
    "problem.O137.fix": "Bỏ phần đó; mẫu được in, lặp, chọn và gọi macro.",
    "problem.O137.example": "{{{{ view.__class__ }}}}",
    "problem.O138.what": "Không đọc được mẫu báo cáo: {reason}",
    "problem.O138.why": "Mẫu chỉ đọc các tệp trong thư mục của chính nó.",
    "problem.O138.fix": "Kiểm tra tên tệp, và để mọi tệp của mẫu trong một thư mục.",
    "problem.O138.example": '{{% include "../tieu-de.html.j2" %}}',
    "problem.O139.what": "Mẫu báo cáo bị lỗi: {reason}",
    "problem.O139.why": "Không ghi tệp nào, vì nửa báo cáo không phải là báo cáo.",
    "problem.O139.fix": "Sửa dòng này; docs/report-view.md cho biết mỗi tên chứa gì.",
    "problem.O139.example": "{{{{ view.clauses + 1 }}}}",
}
