"""Lỗi của tệp số liệu, từ cả tệp đến từng ô."""

from eipcheck.reporting.messages.vi import workbook_cells

MESSAGES: dict[str, str] = {
    **workbook_cells.MESSAGES,
    "problem.W101.what": "Không tìm thấy tệp này.",
    "problem.W101.why": "Không có tệp thì không có gì để đánh giá.",
    "problem.W101.fix": "Kiểm tra lại tên tệp và thư mục.",
    "problem.W101.example": "gõ “kcn_a.xlsx”, trong khi tệp tên là “kcn-a.xlsx”",
    "problem.W102.what": "Đây là thư mục, không phải tệp Excel.",
    "problem.W102.why": "Mỗi lần đánh giá đọc một tệp.",
    "problem.W102.fix": "Chỉ rõ tệp .xlsx, hoặc dùng lệnh batch cho cả thư mục.",
    "problem.W102.example": "“so-lieu/2019”, thư mục chứa nhiều tệp Excel",
    "problem.W103.what": "Không được phép đọc tệp này.",
    "problem.W103.why": "Tệp bị hạn chế quyền, hoặc đang được chương trình khác giữ.",
    "problem.W103.fix": "Đóng tệp trong Excel rồi chạy lại; nếu vẫn lỗi, xin quyền đọc tệp.",
    "problem.W103.example": "tệp trong thư mục của người khác, chưa được chia sẻ",
    "problem.W104.what": "Không đọc được tệp: {reason}.",
    "problem.W104.why": "Hệ điều hành từ chối đọc tệp.",
    "problem.W104.fix": "Chép tệp sang ổ đĩa trên máy rồi chạy lại.",
    "problem.W104.example": "rút ổ USB khi tệp đang được đọc",
    "problem.W105.what": "Tệp quá lớn: {size} MB, tối đa {limit} MB.",
    "problem.W105.why": "Biểu số liệu của một KCN không lớn đến vậy; thường do chèn hình ảnh.",
    "problem.W105.fix": "Xoá hình ảnh và các sheet ngoài biểu mẫu, hoặc thêm --limit {option}.",
    "problem.W105.example": "tệp 150 MB vì chứa nhiều ảnh chụp",
    "problem.W106.what": "Tệp rỗng (0 byte).",
    "problem.W106.why": "Tệp chưa được tải về hoặc lưu xong.",
    "problem.W106.fix": "Lấy lại tệp gốc.",
    "problem.W106.example": "tải về bị ngắt ngay từ đầu",
    "problem.W107.what": "Tệp được đặt mật khẩu.",
    "problem.W107.why": "Nội dung bị mã hoá nên không đọc được.",
    "problem.W107.fix": (
        "Trong Excel: Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hoá bằng mật khẩu, "
        "xoá mật khẩu rồi lưu lại."
    ),
    "problem.W107.example": "tệp mà khi mở, Excel hỏi mật khẩu",
    "problem.W108.what": "Tệp có định dạng Excel cũ (.xls).",
    "problem.W108.why": "Chương trình chỉ đọc định dạng .xlsx, dù tên tệp là gì.",
    "problem.W108.fix": "Mở trong Excel, chọn Lưu thành > Sổ làm việc Excel (.xlsx).",
    "problem.W108.example": "KCN-2005.xls, hoặc chính tệp đó đổi tên thành KCN-2005.xlsx",
    "problem.W109.what": "Tệp này không phải tệp Excel (.xlsx).",
    "problem.W109.why": "Tên có đuôi .xlsx chưa làm cho tệp thành sổ làm việc Excel.",
    "problem.W109.fix": "Mở tệp trong Excel và lưu thành Sổ làm việc Excel (.xlsx).",
    "problem.W109.example": "tệp của một chương trình lạ, đổi tên thành KCN.xlsx",
    "problem.W110.what": "Tệp bị hỏng, không mở được: {reason}.",
    "problem.W110.why": "Đọc một phần tệp hỏng có thể cho kết quả sai, nên không đọc phần nào.",
    "problem.W110.fix": "Mở tệp trong Excel, để Excel sửa lỗi rồi lưu lại; hoặc lấy lại tệp gốc.",
    "problem.W110.example": "tệp tải về dở dang, chỉ còn một nửa",
    "problem.W111.what": "Tệp phình ra quá lớn khi giải nén (phần {part}).",
    "problem.W111.why": "Tệp như vậy có thể làm treo máy nên không được mở.",
    "problem.W111.fix": (
        "Chép số liệu sang biểu mẫu trống mới; nếu tin cậy tệp này, thêm --limit {option}."
    ),
    "problem.W111.example": "một ảnh 3 KB, giải nén thành 3 MB",
    "problem.W112.what": "Có ô nằm rất xa vùng số liệu: {cell}.",
    "problem.W112.why": "Phải đọc hàng triệu ô trống ở giữa.",
    "problem.W112.fix": "Xoá các dòng và cột thừa ngoài vùng số liệu, rồi lưu lại.",
    "problem.W112.example": "Số liệu hết ở dòng 40, nhưng còn một ô ở CV200000.",
    "problem.W113.what": "Phần {part} của tệp chứa khai báo hoặc bảng mã không được phép.",
    "problem.W113.why": "Khai báo này có thể đọc trộm tệp khác hoặc làm treo máy.",
    "problem.W113.fix": "Chép số liệu sang một biểu mẫu trống mới rồi chạy lại.",
    "problem.W113.example": "<!DOCTYPE …> kèm khai báo thực thể trong xl/workbook.xml",
    "problem.W114.what": "Thiếu nội dung của sheet “{sheet}” trong tệp.",
    "problem.W114.why": "Sheet có tên nhưng mất nội dung; coi là trống thì kết quả sẽ sai.",
    "problem.W114.fix": "Lấy lại tệp gốc, hoặc mở trong Excel, kiểm tra sheet này rồi lưu lại.",
    "problem.W114.example": "Có tên sheet “Đất” nhưng trong tệp không có xl/worksheets/sheet3.xml.",
    "problem.W115.what": "Đây không phải biểu số liệu KCN; các sheet trong tệp: {sheets}.",
    "problem.W115.why": "Không có sheet nào của biểu mẫu.",
    "problem.W115.fix": "Tạo biểu mẫu bằng lệnh eipcheck template rồi điền số liệu vào đó.",
    "problem.W115.example": "tệp dự toán có các sheet “Dự toán” và “Kế hoạch”",
    "problem.W116.what": "Sheet “{sheet}” được lưu ở định dạng không đọc được.",
    "problem.W116.why": "Thường do lưu thành “Strict Open XML”.",
    "problem.W116.fix": "Mở trong Excel, chọn Lưu thành > Sổ làm việc Excel (.xlsx).",
    "problem.W116.example": "tệp được lưu dạng “Strict Open XML Spreadsheet”",
    "problem.W117.what": "Đây là bảng tính của chương trình khác: {program}.",
    "problem.W117.why": "Chương trình chỉ đọc định dạng .xlsx, dù tên tệp là gì.",
    "problem.W117.fix": (
        "Mở bằng chương trình đó rồi lưu hoặc xuất thành Sổ làm việc Excel (.xlsx)."
    ),
    "problem.W117.example": "tệp .ods của LibreOffice bị đổi tên thành .xlsx",
    "problem.W118.what": "Đây là tệp Excel dạng nhị phân (.xlsb).",
    "problem.W118.why": "Chương trình chỉ đọc định dạng .xlsx, dù tên tệp là gì.",
    "problem.W118.fix": "Mở trong Excel, chọn Lưu thành > Sổ làm việc Excel (.xlsx).",
    "problem.W118.example": "tệp lưu dạng “Sổ làm việc Excel nhị phân”",
    "problem.W119.what": "Cấu trúc XML của {part} lồng nhau hơn {limit} cấp.",
    "problem.W119.why": (
        "Đọc tệp như vậy có thể làm hỏng chương trình; Excel không tạo ra tệp như thế."
    ),
    "problem.W119.fix": (
        "Chép số liệu sang biểu mẫu trống mới; nếu tin cậy tệp này, thêm --limit {option}."
    ),
    "problem.W119.example": "100.000 thẻ lồng vào nhau",
    "problem.W120.what": "Trong tệp có {part} bị lặp lại, hoặc mang tên dẫn ra ngoài tệp.",
    "problem.W120.why": (
        "Mỗi chương trình sẽ đọc ra một nội dung khác nhau, nên không đọc phần nào."
    ),
    "problem.W120.fix": "Mở trong Excel, kiểm tra nội dung rồi lưu thành tệp mới.",
    "problem.W120.example": (
        "hai phần cùng tên xl/worksheets/sheet2.xml, hoặc phần tên ../../evil.xml"
    ),
    "problem.W121.what": "Đây là tệp của {program}, không phải tệp Excel.",
    "problem.W121.why": "Tên có đuôi .xlsx chưa làm cho tệp thành sổ làm việc Excel.",
    "problem.W121.fix": "Xin tệp Excel gốc, hoặc chép các bảng sang biểu mẫu trống.",
    "problem.W121.example": "tệp .docx bị đổi tên thành .xlsx",
    "problem.W122.what": "Đây là tệp nén {format}, không phải tệp Excel; bên trong có: {files}.",
    "problem.W122.why": "Không đọc tệp Excel khi nó còn nằm trong tệp nén.",
    "problem.W122.fix": "Giải nén rồi chọn chính tệp Excel bên trong.",
    "problem.W122.example": "so-lieu.zip chứa KCN-2019.xlsx",
    "problem.W123.what": "Đây là tệp {format} mang tên của tệp Excel.",
    "problem.W123.why": "Excel vẫn mở được tệp này, nhưng có thể làm đổi số và ngày khi mở.",
    "problem.W123.fix": (
        "Mở trong Excel, kiểm tra mã số, số liệu, ngày tháng rồi lưu thành Sổ làm việc Excel "
        "(.xlsx)."
    ),
    "problem.W123.example": "bảng xuất ra dạng trang web (HTML) nhưng đặt đuôi .xls hoặc .xlsx",
    "problem.W124.what": "Đây là tệp {format}, không phải tệp Excel.",
    "problem.W124.why": "Không thể đọc chắc chắn số liệu trong ảnh hoặc bản in.",
    "problem.W124.fix": "Xin tệp Excel gốc, hoặc nhập số liệu vào biểu mẫu trống.",
    "problem.W124.example": "bản quét PDF bị đổi tên thành .xlsx",
    "problem.W125.what": "Phần {part} của tệp được nén kèm mật khẩu hoặc theo cách lạ.",
    "problem.W125.why": "Phần này không đọc được; Excel không nén như vậy.",
    "problem.W125.fix": "Giải nén bằng chương trình đã nén, mở trong Excel rồi lưu lại.",
    "problem.W125.example": "tệp Excel bị đặt mật khẩu bằng chương trình nén",
    "problem.W126.what": "Tệp có {count} ô, nhiều hơn {allowed} ô.",
    "problem.W126.why": "Đọc hết có thể làm cạn bộ nhớ; ô trống có định dạng cũng được tính.",
    "problem.W126.fix": "Xoá các sheet, dòng và cột thừa; nếu cần tất cả, thêm --limit {option}.",
    "problem.W126.example": "kẻ khung cho 1.000.000 dòng trống",
    "problem.W127.what": (
        "Ngoài các ô, tệp có {count} thành phần, nhiều hơn {allowed}; nhiều nhất ở {part}."
    ),
    "problem.W127.why": (
        "Định dạng, tên vùng, ô gộp tích tụ do chép nhiều lần làm mọi chương trình chậm lại."
    ),
    "problem.W127.fix": (
        "Chép số liệu (chỉ giá trị) sang biểu mẫu trống mới, hoặc thêm --limit {option}."
    ),
    "problem.W127.example": "2.000.000 vùng ô gộp, hoặc 600.000 kiểu định dạng ô",
    "problem.W128.what": "Có đoạn chữ dài hơn {limit} KB ở {part}.",
    "problem.W128.why": (
        "Một ô Excel chứa nhiều nhất 32.767 ký tự; đoạn dài như vậy có thể làm cạn bộ nhớ."
    ),
    "problem.W128.fix": "Rút ngắn đoạn chữ; nếu cần giữ, thêm --limit {option}.",
    "problem.W128.example": "một ô chứa 8 MB chữ",
    "problem.W129.what": "Danh mục của tệp không khớp với nội dung: {part}.",
    "problem.W129.why": (
        "Mỗi chương trình sẽ đọc ra một nội dung khác nhau, nên không đọc phần nào."
    ),
    "problem.W129.fix": "Mở trong Excel, kiểm tra nội dung rồi lưu thành tệp mới.",
    "problem.W129.example": (
        "có dữ liệu lạ trước phần đầu tiên, hoặc hai phần cùng tự nhận là sổ làm việc"
    ),
    "problem.W201.what": "Sổ thiếu các sheet: {sheets}.",
    "problem.W201.why": "Mọi nội dung lẽ ra ở đó coi là chưa biết.",
    "problem.W201.fix": "Chép sheet từ biểu mẫu trắng, hoặc đặt lại đúng tên.",
    "problem.W201.example": "Sheet “Báo cáo” đã bị xoá.",
    "problem.W202.what": "Thiếu sheet “{sheet}”; có sheet tên gần giống là “{found}”.",
    "problem.W202.why": "Sheet “{found}” không được đọc, vì tên khác biểu mẫu.",
    "problem.W202.fix": "Nếu đúng là sheet đó, đổi tên thành “{sheet}”.",
    "problem.W202.example": "“Đất1” thay cho “Đất”",
    "problem.W203.what": "Sheet “{sheet}” không được đọc, dù tên gần giống “{read}”.",
    "problem.W203.why": "Chỉ sheet “{read}” được dùng để đánh giá.",
    "problem.W203.fix": "Nếu sheet này có số liệu cần dùng, chép sang “{read}”; nếu không, xoá đi.",
    "problem.W203.example": "“Vi phạm (2)”, bản sao nằm cạnh “Vi phạm”",
    "problem.W204.what": "Hai sheet cùng là một bảng: “{sheet}” và “{first}”.",
    "problem.W204.why": "Không sheet nào được đọc vì không rõ sheet nào đúng.",
    "problem.W204.fix": "Gộp vào một sheet rồi xoá sheet kia.",
    "problem.W204.example": "“Doanh nghiệp” và bản sao tên “DS DN”",
    "problem.W205.what": "Không tìm thấy dòng tiêu đề trên sheet “{sheet}”.",
    "problem.W205.why": "Không biết cột nào là chỉ tiêu nào nên cả sheet coi là chưa biết.",
    "problem.W205.fix": "Chép lại dòng tiêu đề từ biểu mẫu trống, đặt ngay trên số liệu.",
    "problem.W205.example": "Dòng ghi “Loại báo cáo”, “Năm báo cáo”… đã bị xoá.",
    "problem.W206.what": "Không nhận ra tiêu đề cột “{heading}”.",
    "problem.W206.why": "Số liệu trong cột này không được đọc.",
    "problem.W206.fix": "Có phải là “{suggestion}” không? Nếu phải, sửa tiêu đề cho đúng.",
    "problem.W206.example": "“Mã số thếu” thay cho “Mã số thuế”",
    "problem.W207.what": "Các cột không thuộc biểu mẫu, không được đọc: {headings}.",
    "problem.W207.why": "Không tiêu chí nào dùng các cột này của sheet “{sheet}”.",
    "problem.W207.fix": "Không cần làm gì nếu là cột riêng của đơn vị; nếu không, sửa lại tiêu đề.",
    "problem.W207.example": "“Quốc gia” và “Vốn đầu tư (tr.USD)” do đơn vị tự thêm",
    "problem.W208.what": "Sheet “{sheet}” thiếu cột: {fields}.",
    "problem.W208.why": "Các chỉ tiêu này coi là chưa biết ở mọi dòng.",
    "problem.W208.fix": "Thêm cột với đúng tiêu đề như trên.",
    "problem.W208.example": "Cột “Mô tả” của sheet “RECP” đã bị xoá.",
    "problem.W209.what": "Hai cột cùng tiêu đề “{heading}”; cột kia ở ô {first}.",
    "problem.W209.why": "Không biết cột nào đúng nên không cột nào được dùng.",
    "problem.W209.fix": "Giữ một cột, xoá cột kia.",
    "problem.W209.example": "“Có áp dụng giải pháp RECP” ở cả ô O6 và ô Z6",
    "problem.W210.what": "Tiêu đề “{heading}” ghi đơn vị “{unit}”, biểu mẫu dùng “{expected}”.",
    "problem.W210.why": "Đọc nhầm đơn vị sẽ cho kết quả sai, nên cột này chưa được dùng.",
    "problem.W210.fix": "Đổi số liệu sang {expected} rồi sửa đơn vị trong tiêu đề.",
    "problem.W210.example": "“Điện tiết kiệm (m3/năm)”, trong khi biểu mẫu dùng kWh/năm",
    "problem.W211.what": "Sheet “{sheet}” thiếu dòng “{declaration}”.",
    "problem.W211.why": "Không có dòng này, danh sách luôn được coi là có thể còn thiếu.",
    "problem.W211.fix": "Chép lại dòng này từ biểu mẫu trống, đặt phía trên danh sách.",
    "problem.W211.example": "Dòng hỏi danh sách đã đầy đủ chưa, phía trên bảng dịch vụ, đã bị xoá.",
    "problem.W212.what": "Không nhận ra chỉ tiêu “{id}” (giá trị: “{raw}”).",
    "problem.W212.why": "Giá trị này không được đọc.",
    "problem.W212.fix": "Có phải là “{suggestion}” không? Nếu phải, sửa mã ở cột đầu.",
    "problem.W212.example": "“park_nam” thay cho “park_name”",
    "problem.W213.what": "Thiếu cột “{field}”, trong khi có tiêu đề không nhận ra: {headings}.",
    "problem.W213.why": (
        "Ở cột này ô trống có ý nghĩa riêng; nếu cột chỉ bị đổi tên thì hiểu là trống sẽ sai, "
        "nên coi là chưa biết."
    ),
    "problem.W213.fix": "Sửa lại tiêu đề, hoặc thêm cột “{field}” (có thể để trống).",
    "problem.W213.example": (
        "“Ngày dừng” bị đổi thành “Chấm dứt hợp đồng”; để trống ở đó nghĩa là vẫn vận hành."
    ),
    "problem.W214.what": "Mã “{id}” và chỉ tiêu “{label}” trên cùng dòng không khớp nhau.",
    "problem.W214.why": "Không biết giá trị “{raw}” thuộc chỉ tiêu nào nên không dùng.",
    "problem.W214.fix": "Sửa mã hoặc tên chỉ tiêu cho khớp với biểu mẫu.",
    "problem.W214.example": "cột A ghi “park_name”, cột B ghi “Tỉnh, thành phố”",
    "problem.W215.what": "Dòng {row} có số liệu nhưng không ghi {heading}.",
    "problem.W215.why": "Không biết dòng này nói về đối tượng nào.",
    "problem.W215.fix": "Ghi {heading}, hoặc xoá dòng nếu là ghi chú.",
    "problem.W215.example": (
        "Dòng 7 có tình trạng hoạt động nhưng không có tên, không có mã số thuế."
    ),
    "problem.W216.what": "Dòng “{raw}” được bỏ qua vì là dòng cộng.",
    "problem.W216.why": "Dòng cộng không phải một dòng của danh sách.",
    "problem.W216.fix": "Không cần làm gì; nếu đây là tên thật, ghi đầy đủ hơn.",
    "problem.W216.example": "“Tổng cộng” ở dưới giải pháp cuối cùng",
    "problem.W217.what": "Không nhận ra chỉ tiêu “{id}” (giá trị: “{raw}”).",
    "problem.W217.why": "Giá trị này không được đọc.",
    "problem.W217.fix": "Ghi mã chỉ tiêu ở cột đầu như trong biểu mẫu, hoặc xoá dòng.",
    "problem.W217.example": "Dòng “Giá thuê đất” ghi 95, không có mã chỉ tiêu.",
    "problem.W301.what": "{heading}: ô báo lỗi “{raw}”.",
    "problem.W301.why": "Công thức trong ô bị lỗi, nên chưa có số liệu.",
    "problem.W301.fix": "Sửa công thức, hoặc nhập thẳng giá trị.",
    "problem.W301.example": "#REF!",
    "problem.W302.what": "{heading}: ô có công thức chưa được tính.",
    "problem.W302.why": "Tệp không lưu kết quả của công thức; ô trông như trống.",
    "problem.W302.fix": "Mở tệp trong Excel và lưu lại, hoặc nhập thẳng giá trị.",
    "problem.W302.example": "D7 ghi =SUM(D3:D6), trong tệp không lưu kết quả.",
    "problem.W303.what": "{heading}: “{raw}” không phải là số.",
    "problem.W303.why": "Chỉ tiêu này cần một con số.",
    "problem.W303.fix": "Nhập số, không kèm chữ; chưa có số liệu thì để trống.",
    "problem.W303.example": "khoảng 26.500",
    "problem.W304.what": "{heading}: “{raw}” có thể hiểu là {thousands} hoặc {decimal}.",
    "problem.W304.why": "Chương trình không đoán, vì đoán sai làm số liệu lệch một nghìn lần.",
    "problem.W304.fix": "Nhập lại dạng số trong Excel (ô căn phải), không phải dạng chữ.",
    "problem.W304.example": "1.234",
    "problem.W305.what": "{heading}: ô chứa ngày hoặc giờ {raw}, không phải số.",
    "problem.W305.why": "Excel hay tự đổi số như 1-2 hoặc 12.5 thành ngày.",
    "problem.W305.fix": "Đổi định dạng ô về Số (Number) rồi nhập lại.",
    "problem.W305.example": "gõ 1-2, Excel tự đổi thành 01/02/2019",
    "problem.W306.what": "{heading}: “{raw}” không phải số nguyên.",
    "problem.W306.why": "Chỉ tiêu này là số đếm.",
    "problem.W306.fix": "Nhập số nguyên; kiểm tra dấu phẩy, dấu chấm.",
    "problem.W306.example": "1250,5 lao động",
    "problem.W307.what": "{heading}: “{raw}” ghi theo đơn vị “{unit}”, biểu mẫu dùng “{expected}”.",
    "problem.W307.why": "Đọc nhầm đơn vị sẽ cho kết quả sai, nên giá trị chưa được dùng.",
    "problem.W307.fix": (
        "Đổi giá trị sang {expected} và sửa đơn vị. Nếu khác kỳ (giờ, ngày, tháng), nhân với số "
        "giờ hoặc số ngày hoạt động thực tế."
    ),
    "problem.W307.example": "120 m3/h, trong khi biểu mẫu dùng m3/ngày",
    "problem.W308.what": "{heading}: “{raw}” không phải ngày đầy đủ.",
    "problem.W308.why": "Chỉ tiêu này cần ngày, tháng, năm.",
    "problem.W308.fix": "Nhập dạng ngày/tháng/năm, ví dụ 31/12/2019.",
    "problem.W308.example": "cuối năm 2019",
    "problem.W309.what": "{heading}: “{raw}” là ngày không có thật.",
    "problem.W309.why": "Ngày, tháng hoặc năm nằm ngoài lịch.",
    "problem.W309.fix": "Nhập lại dạng ngày/tháng/năm, ví dụ 31/12/2019.",
    "problem.W309.example": "31/11/2019",
    "problem.W310.what": "{heading}: ô hiện {raw}, nhưng thật ra chứa số {number} định dạng ngày.",
    "problem.W310.why": "Thường do gõ năm vào ô có định dạng ngày.",
    "problem.W310.fix": "Nhập ngày đầy đủ, hoặc đổi định dạng ô về Chung (General) nếu cần năm.",
    "problem.W310.example": "gõ 2019 vào ô định dạng ngày, ô hiện 11/07/1905",
    "problem.W311.what": "{heading}: “{raw}” không phải là năm.",
    "problem.W311.why": "Chỉ tiêu này cần một năm.",
    "problem.W311.fix": "Nhập năm bốn chữ số, ví dụ 2019.",
    "problem.W311.example": "lâu rồi",
    "problem.W312.what": "{heading}: “{raw}” không có trong danh sách lựa chọn.",
    "problem.W312.why": "Chỉ hiểu được các giá trị của biểu mẫu.",
    "problem.W312.fix": "Chọn một trong: {choices}.",
    "problem.W312.example": "“Tốt” ở cột tình trạng của dịch vụ",
    "problem.W313.what": "{heading}: “{raw}” không phải Có hoặc Không.",
    "problem.W313.why": "Câu hỏi này chỉ có hai câu trả lời.",
    "problem.W313.fix": "Chọn Có hoặc Không; chưa biết thì để trống.",
    "problem.W313.example": "một phần",
    "problem.W314.what": "{heading}: giá trị “{raw}” khác thường; hay gặp từ {low} đến {high}.",
    "problem.W314.why": "Giá trị vẫn được dùng, nhưng có thể sai đơn vị hoặc gõ nhầm.",
    "problem.W314.fix": "Kiểm tra lại số liệu và đơn vị.",
    "problem.W314.example": "6309 doanh nghiệp trong một KCN",
    "problem.W315.what": "{heading}: “{raw}” được hiểu là {raw} %; có phải là {percent} % không?",
    "problem.W315.why": "Chỉ tiêu này tính bằng phần trăm: 85 là 85 %, 0,85 là chưa đến 1 %.",
    "problem.W315.fix": "Nếu là {percent} %, nhập {percent}.",
    "problem.W315.example": "0,85",
    "problem.W316.what": "{heading}: “{raw}” thiếu chữ số, được hiểu là {code}.",
    "problem.W316.why": "Excel bỏ số 0 ở đầu khi mã số thuế được nhập dạng số.",
    "problem.W316.fix": "Đổi định dạng ô về Văn bản (Text) rồi nhập đủ mã số thuế.",
    "problem.W316.example": "301234567 thay cho 0301234567",
    "problem.W317.what": "{heading}: không đọc được năm hoặc ngày “{year}” ở ô {cell}.",
    "problem.W317.why": "Không biết giá trị “{raw}” là của năm nào nên chưa dùng.",
    "problem.W317.fix": "Ở ô {cell}, nhập năm (2019) hoặc ngày đầy đủ (31/12/2019).",
    "problem.W317.example": "“20I9”, chữ I thay cho số 1",
    "problem.W318.what": "{heading}: không hiểu phạm vi “{scope}” ở ô {cell}.",
    "problem.W318.why": "Không biết giá trị “{raw}” là của toàn KCN hay một phần nên chưa dùng.",
    "problem.W318.fix": "Ở ô {cell}, chọn trong danh sách; để trống là toàn KCN.",
    "problem.W318.example": "giai đoạn 1 và 2",
    "problem.W219.what": "Dòng “{declaration}” có hai lần và ghi khác nhau.",
    "problem.W219.why": "Lời khai trái nhau thì danh sách chưa được coi là đầy đủ.",
    "problem.W219.fix": "Giữ lại một dòng, xoá dòng kia.",
    "problem.W219.example": "Dòng này ghi “Có” ở dòng 4 và “Không” ở dòng 5.",
    "problem.W220.what": "Sheet “{sheet}” thiếu cột: {fields}.",
    "problem.W220.why": "Thiếu cột này, con số có thể sai nghĩa nên cả sheet coi là chưa biết.",
    "problem.W220.fix": "Ghi lại tiêu đề cột như trong biểu mẫu.",
    "problem.W220.example": "Cột đơn vị của sheet “Đất” đã bị xoá.",
    "problem.W319.what": "{heading}: “{raw}” là số âm.",
    "problem.W319.why": "Diện tích, số lượng không thể âm nên số này không được dùng.",
    "problem.W319.fix": "Ghi lại số không có dấu âm, hoặc để trống.",
    "problem.W319.example": "-12,5 ha",
    "problem.W401.what": "{heading}: “{raw}” đã có ở ô {first}.",
    "problem.W401.why": "Mỗi đối tượng chỉ được một dòng; hai dòng sẽ bị đếm hai lần.",
    "problem.W401.fix": "Gộp hai dòng làm một, hoặc sửa lại nếu nhập nhầm.",
    "problem.W401.example": "Mã số thuế 0301234567 có ở cả ô A7 và ô A9.",
    "problem.W402.what": "{heading}: không có “{raw}” trong danh sách doanh nghiệp.",
    "problem.W402.why": "Không biết dòng này thuộc doanh nghiệp nào.",
    "problem.W402.fix": (
        "Có phải là “{suggestion}” không? Ghi đúng mã số thuế hoặc tên, hoặc thêm doanh nghiệp "
        "vào danh sách."
    ),
    "problem.W402.example": "“Công ty An Binnh”, trong khi danh sách ghi “Công ty An Bình”",
    "problem.W403.what": "{heading}: không có “{raw}” trong danh sách doanh nghiệp.",
    "problem.W403.why": "Không biết dòng này thuộc doanh nghiệp nào.",
    "problem.W403.fix": "Thêm doanh nghiệp vào danh sách, hoặc ghi đúng mã số thuế hoặc tên.",
    "problem.W403.example": "0399999999, mã số thuế không có ở dòng nào của danh sách",
    "problem.W404.what": "{heading}: “{raw}” ứng với {n} dòng trong danh sách doanh nghiệp.",
    "problem.W404.why": "Không biết là doanh nghiệp nào.",
    "problem.W404.fix": "Ghi mã số thuế thay cho tên; nếu mã bị trùng, sửa danh sách trước.",
    "problem.W404.example": "“Trùng Dương”, tên của hai doanh nghiệp trong danh sách",
    "problem.W405.what": "{heading}: không có tài liệu “{document}” ở sheet Minh chứng.",
    "problem.W405.why": "Tài liệu không có trong danh sách thì không được tính là minh chứng.",
    "problem.W405.fix": "Thêm tài liệu vào sheet Minh chứng, hoặc sửa lại mã.",
    "problem.W405.example": "“TL-9”, mã không có ở dòng nào của sheet Minh chứng",
    "problem.W406.what": "{heading}: “{raw}” được hiểu là “{name}”.",
    "problem.W406.why": (
        "Cách ghi khác nhau, và chỉ có doanh nghiệp này trong danh sách là phù hợp."
    ),
    "problem.W406.fix": "Không cần làm gì nếu đúng; nếu không, ghi mã số thuế thay cho tên.",
    "problem.W406.example": "“CTY TNHH Hoà Phát” được hiểu là “Công ty TNHH Hòa Phát”.",
    "problem.W407.what": "{heading}: “{raw}” trùng tên với ô {first}.",
    "problem.W407.why": (
        "Không có hai mã số thuế khác nhau thì có thể là một doanh nghiệp; hiện được đếm là hai."
    ),
    "problem.W407.fix": "Ghi mã số thuế ở cả hai dòng, hoặc gộp hai dòng làm một.",
    "problem.W407.example": "“Công ty An Bình” ở ô B7 và ô B9, đều không có mã số thuế.",
    "problem.W408.what": "{heading}: “{raw}” không khớp với “{name}” ở ô {second}.",
    "problem.W408.why": (
        "Vi phạm có thể của nhà đầu tư hạ tầng hoặc của doanh nghiệp đó, nên coi như chưa biết là "
        "của bên nào."
    ),
    "problem.W408.fix": (
        "Ghi rõ bên vi phạm: nếu là nhà đầu tư hạ tầng, để trống ô {second} hoặc ghi tên của chính "
        "nhà đầu tư; nếu là doanh nghiệp, chọn “Doanh nghiệp”."
    ),
    "problem.W408.example": (
        "“Nhà đầu tư hạ tầng” bên cạnh “Công ty An Bình”, một doanh nghiệp trong danh sách"
    ),
    "problem.W409.what": "{heading}: “{name}” là nhà đầu tư hạ tầng nhưng ghi là “{raw}”.",
    "problem.W409.why": (
        "Nếu đếm như doanh nghiệp thì nhà đầu tư sẽ được tính vào tỷ lệ và cộng sinh, nên loại coi "
        "như chưa biết."
    ),
    "problem.W409.fix": "Chọn loại “Nhà đầu tư hạ tầng”, hoặc sửa lại mã số thuế hay tên.",
    "problem.W409.example": "Mã số thuế của nhà đầu tư hạ tầng, trong danh sách là doanh nghiệp",
    "problem.W410.what": "{heading}: ghi “{raw}” cho chi nhánh {name}, trụ sở chính ở ô {first}.",
    "problem.W410.why": (
        "Chi nhánh và trụ sở chính là một pháp nhân; đếm hai lần sẽ làm lệch mọi tỷ lệ, nên loại "
        "của chi nhánh coi như chưa biết."
    ),
    "problem.W410.fix": "Chọn “Chi nhánh, đơn vị phụ thuộc” cho dòng này.",
    "problem.W410.example": "0301234567-001 ghi là “Doanh nghiệp” bên cạnh 0301234567",
    "problem.W411.what": "{heading}: “{raw}” không khớp với bên “{name}” ({second}).",
    "problem.W411.why": (
        "Bên ngoài là không ai, là nhà đầu tư hạ tầng hoặc là doanh nghiệp của chính KCN này thì "
        "không phải cộng sinh với KCN khác hay cộng đồng, nên loại của bên ngoài coi như chưa biết."
    ),
    "problem.W411.fix": (
        "Ghi rõ bên ngoài KCN là ai và thuộc loại nào; nếu không có, chọn “Không có” và ghi cả hai "
        "doanh nghiệp trong KCN."
    ),
    "problem.W411.example": "Bên ngoài ghi “Không có”, bên cạnh “Doanh nghiệp KCN khác”",
    "problem.W412.what": (
        "{heading}: ghi “{raw}” nhưng không mức tiết kiệm nào lớn hơn 0 ({values})."
    ),
    "problem.W412.why": (
        "Kết quả là mức tiết kiệm hoặc giảm phát thải lớn hơn 0, nên coi như chưa biết có kết quả "
        "hay không."
    ),
    "problem.W412.fix": "Ghi mức tiết kiệm đo được, để trống mức chưa biết, hoặc chọn “Không”.",
    "problem.W412.example": "“Có” bên cạnh mức tiết kiệm 0 kWh và 0 m3",
    "problem.W221.what": "{heading}: ô nằm dưới một giá trị được gộp qua nhiều cột.",
    "problem.W221.why": (
        "Không rõ giá trị đó có trả lời cho cả cột này không, nên coi là chưa biết."
    ),
    "problem.W221.fix": "Bỏ gộp ô (Home > Merge & Center) và ghi từng câu trả lời vào ô của nó.",
    "problem.W221.example": "F9:H9 được gộp và ghi “Có”: F9 được đọc, G9 và H9 thì không.",
    "problem.W222.what": "Tiêu đề “{heading}” nằm dưới nhóm “{group}”.",
    "problem.W222.why": (
        "Số liệu kế hoạch, thiết kế hoặc của năm khác không trả lời câu hỏi của biểu mẫu, nên "
        "cột không được dùng."
    ),
    "problem.W222.fix": (
        "Nếu cột đúng là câu trả lời, hãy đặt tiêu đề như trong biểu mẫu, không có nhóm phía trên."
    ),
    "problem.W222.example": "“Tình trạng” nằm dưới “Kế hoạch 2025”.",
    "problem.W223.what": (
        "Cột “{heading}” ghi theo “{unit}”, được đổi sang {expected} (nhân {factor})."
    ),
    "problem.W223.why": "Biểu mẫu hỏi theo {expected}; phép đổi là chính xác.",
    "problem.W223.fix": "Không cần làm gì nếu “{unit}” đúng; nếu không, hãy sửa tiêu đề.",
    "problem.W223.example": "“Diện tích (m2)”: 289 000 được đọc là 28,9 ha.",
    "problem.W225.what": "Dòng “{raw}” được hiểu là tên nhóm.",
    "problem.W225.why": "Tên nhóm không phải là một dòng của danh sách nên không được tính.",
    "problem.W225.fix": (
        "Không cần làm gì; nếu là tên thật, hãy ghi mã số thuế hoặc câu trả lời khác cho dòng đó."
    ),
    "problem.W225.example": "“II. Doanh nghiệp trong nước”, ngoài ra dòng không ghi gì.",
    "problem.W226.what": "{heading}: dòng “{words}” ghi {raw}, nhưng các dòng cộng lại là {sum}.",
    "problem.W226.why": "Có thể thiếu dòng, ghi trùng, hoặc có số ghi nhầm.",
    "problem.W226.fix": "Đối chiếu các dòng với nguồn, rồi sửa dòng sai hoặc sửa tổng.",
    "problem.W226.example": "Các dòng ghi 120 và 150 lao động, dòng tổng ghi 370.",
    "problem.W227.what": "“{raw}” được hiểu là phần ký tên.",
    "problem.W227.why": "Đó không phải là dòng của danh sách; phần ký tên bên dưới cũng vậy.",
    "problem.W227.fix": (
        "Không cần làm gì; nếu bên dưới còn dòng của danh sách, hãy chuyển lên trên."
    ),
    "problem.W227.example": "“Người lập biểu” và họ tên ở dưới dòng cuối.",
    "problem.W230.what": (
        "Sheet “{sheet}” có dòng bị ẩn, vẫn được đọc như các dòng khác ({n}): {which}."
    ),
    "problem.W230.why": "Lọc hoặc ẩn dòng không làm mất câu trả lời.",
    "problem.W230.fix": "Bỏ ẩn để kiểm tra; xoá các dòng không thuộc danh sách.",
    "problem.W230.example": (
        "Bộ lọc chỉ hiện doanh nghiệp đang hoạt động; các dòng khác vẫn được đọc."
    ),
    "problem.W231.what": (
        "Sheet “{sheet}” có cột bị ẩn, vẫn được đọc như các cột khác ({n}): {which}."
    ),
    "problem.W231.why": "Cột bị ẩn vẫn trả lời câu hỏi của nó.",
    "problem.W231.fix": "Bỏ ẩn để kiểm tra các cột này.",
    "problem.W231.example": "Cột G bị ẩn và còn ghi câu trả lời của năm trước.",
    "problem.W232.what": "Sheet “{sheet}” bị ẩn nhưng vẫn được đọc như các sheet khác.",
    "problem.W232.why": "Nội dung ở đó vẫn được tính, dù người mở tệp không nhìn thấy.",
    "problem.W232.fix": "Bỏ ẩn sheet để kiểm tra; xoá nếu đó là bản cũ.",
    "problem.W232.example": "Sheet vi phạm bị ẩn trước khi gửi tệp.",
    "problem.W240.what": "Sheet “{sheet}” được đọc là “{list}”, theo bảng ánh xạ “{mapping}”.",
    "problem.W240.why": "Tên sheet hoặc các tiêu đề đúng như bảng ánh xạ mô tả.",
    "problem.W240.fix": "Không cần làm gì; eipcheck inspect cho biết cột nào được đọc thành gì.",
    "problem.W240.example": "Sheet “PL1” có các tiêu đề của Mẫu 06.",
    "problem.W241.what": "Sheet “{sheet}” được đọc là “{list}” vì có các tiêu đề của danh sách đó.",
    "problem.W241.why": "Sheet gốc của biểu mẫu không có, và không sheet nào khác giống nó.",
    "problem.W241.fix": (
        "Không cần làm gì; nếu đó là danh sách khác, hãy đổi tiêu đề hoặc xoá sheet."
    ),
    "problem.W241.example": "Danh sách doanh nghiệp nằm ở “Sheet1”.",
    "problem.W242.what": "Nhiều sheet giống “{list}”: {sheets}.",
    "problem.W242.why": "Không sheet nào được đọc vì không rõ sheet nào đúng.",
    "problem.W242.fix": "Giữ lại một sheet, với tên như trong biểu mẫu.",
    "problem.W242.example": "“2019” và “2020” đều có tiêu đề của danh sách doanh nghiệp.",
    "problem.W250.what": (
        "Bảng số liệu còn trả lời chỉ tiêu của bộ tiêu chí khác ({sets}): {n} sheet, cột hoặc dòng."
    ),
    "problem.W250.why": "Chúng không được đọc vì bộ tiêu chí đang dùng không hỏi đến.",
    "problem.W250.fix": (
        "Không cần sửa; nếu muốn dùng, đánh giá theo cả các bộ tiêu chí đó (--criteria)."
    ),
    "problem.W250.example": "Biểu mẫu lập cho khung quốc tế, đánh giá theo nghị định",
    "problem.W340.what": "{heading}: kết quả công thức được dùng như đã lưu trong tệp ({n} ô).",
    "problem.W340.why": "Kết quả chỉ mới như lần tính cuối cùng của tệp.",
    "problem.W340.fix": (
        "Không cần làm gì nếu tệp được Excel lưu sau lần sửa cuối; nếu không, mở bằng Excel và "
        "lưu lại."
    ),
    "problem.W340.example": "D7 ghi =SUM(D3:D6), kết quả đã lưu là 74,5.",
    "problem.W341.what": ("Có {n} ô dùng bảng mã cũ TCVN3 (ABC): “{raw}” có lẽ là “{converted}”."),
    "problem.W341.why": (
        "Chỉ phông .Vn cũ hiện đúng chữ này; để nguyên như vậy thì không hiểu được."
    ),
    "problem.W341.fix": (
        "So sánh hai cách ghi; nếu “{converted}” là đúng, chạy lại với --convert-legacy, hoặc "
        "chuyển tệp sang Unicode bằng bộ gõ tiếng Việt."
    ),
    "problem.W341.example": "“C«ng ty ViÖt” thay cho “Công ty Việt”.",
    "problem.W342.what": "Có {n} ô dùng bảng mã cũ VNI: “{raw}” có lẽ là “{converted}”.",
    "problem.W342.why": (
        "Chỉ phông VNI cũ hiện đúng chữ này; để nguyên như vậy thì không hiểu được."
    ),
    "problem.W342.fix": (
        "So sánh hai cách ghi; nếu “{converted}” là đúng, chạy lại với --convert-legacy, hoặc "
        "chuyển tệp sang Unicode bằng bộ gõ tiếng Việt."
    ),
    "problem.W342.example": "“Coâng ty Vieät” thay cho “Công ty Việt”.",
    "problem.W343.what": "Có {n} ô dùng chữ khác thay cho đ: “{raw}” có lẽ là “{converted}”.",
    "problem.W343.why": (
        "Phần mềm cũ ghi ð hoặc ñ thay cho đ; từ viết như vậy không tìm được trong danh sách."
    ),
    "problem.W343.fix": (
        "Thay chữ đó bằng đ trong Excel (Tìm và thay thế), hoặc chạy lại với --convert-legacy."
    ),
    "problem.W343.example": "“ðặc ñiểm” thay cho “đặc điểm”.",
    "problem.W344.what": (
        "Đã chuyển {n} ô từ bảng mã cũ ({encoding}) theo yêu cầu: “{raw}” được đọc là "
        "“{converted}”."
    ),
    "problem.W344.why": "Chương trình đánh giá theo chữ đã chuyển, không theo chữ trong tệp.",
    "problem.W344.fix": "So sánh hai cách ghi; tốt nhất là chuyển hẳn tệp sang Unicode.",
    "problem.W344.example": "“n−íc th¶i” được đọc là “nước thải”.",
    "problem.W346.what": "{heading}: kết quả lấy từ tệp khác được dùng như đã lưu ({n} ô).",
    "problem.W346.why": "Tệp kia không bao giờ được mở, nên số có thể đã cũ.",
    "problem.W346.fix": "Kiểm tra số, và ghi thẳng giá trị thay cho công thức.",
    "problem.W346.example": "D7 ghi ='[danh sach 2018.xlsx]Tong'!B9.",
    "problem.W224.what": "{heading}: tên chỉ tiêu ghi “{words}”, nên “{raw}” không được dùng.",
    "problem.W224.why": (
        "Điều còn trong kế hoạch hoặc của năm khác không trả lời câu hỏi của biểu mẫu."
    ),
    "problem.W224.fix": "Nếu đúng là câu trả lời, hãy bỏ các chữ đó; ghi năm vào cột riêng.",
    "problem.W224.example": "“Nhà ở công nhân (dự kiến 2025)”: Đang sử dụng",
    "problem.W228.what": "Ở đây có nội dung không nằm dưới hàng tiêu đề đã đọc.",
    "problem.W228.why": (
        "Có thể là bảng khác hoặc một dòng ở trên tiêu đề; phần này không được đọc, danh sách "
        "coi như chưa đủ."
    ),
    "problem.W228.fix": "Mỗi sheet chỉ để một bảng, tiêu đề nằm trên mọi dòng.",
    "problem.W228.example": "Dòng 10 ghi một vi phạm, còn tiêu đề ở dòng 11.",
    "problem.W229.what": (
        "Ghi chú “{raw}” dưới tiêu đề không được đọc; danh sách coi như có thể chưa đủ."
    ),
    "problem.W229.why": "Ghi chú có thể nói rằng còn thiếu hoặc chưa xong.",
    "problem.W229.fix": (
        "Nếu không ảnh hưởng, hãy chuyển lên trên tiêu đề; nếu có, bổ sung vào danh sách."
    ),
    "problem.W229.example": "“Ghi chú: chưa gồm 30 doanh nghiệp chưa trả lời”",
    "problem.W347.what": "{heading}: định dạng của ô hiển thị số khác với số trong ô.",
    "problem.W347.why": "Định dạng rút gọn hàng nghìn hoặc hàng triệu nên không rõ số nào đúng.",
    "problem.W347.fix": "Đặt định dạng ô là Number, kiểm tra lại số và ghi đơn vị vào cột đơn vị.",
    "problem.W347.example": "Ô chứa 1500000 nhưng hiện 1.500 (định dạng #,##0,)",
}
