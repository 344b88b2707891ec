"""Lỗi của số, ngày và mã trong ô, và cách chương trình đã hiểu."""

MESSAGES: dict[str, str] = {
    "problem.W320.what": "{heading}: “{raw}” được hiểu là {value}, theo cách ghi ở ô {cell}.",
    "problem.W320.why": (
        "Đứng một mình, số này có thể lệch một nghìn lần; các số khác trong cột đều cho thấy "
        "cùng một dấu thập phân."
    ),
    "problem.W320.fix": (
        "Nếu đúng thì không cần làm gì; nếu sai, nhập lại dạng số trong Excel, không phải dạng chữ."
    ),
    "problem.W320.example": "1.234",
    "problem.W321.what": (
        "{heading}: “{raw}” có thể hiểu là {thousands} hoặc {decimal}: ô {comma} dùng dấu "
        "phẩy thập phân, ô {point} dùng dấu chấm thập phân."
    ),
    "problem.W321.why": "Cột này ghi số theo hai cách nên không biết số này theo cách nào.",
    "problem.W321.fix": (
        "Nhập lại các số trong cột dạng số trong Excel (ô căn phải), không phải dạng chữ."
    ),
    "problem.W321.example": "1.234 bên cạnh 12,5 và 12.5",
    "problem.W322.what": (
        "{heading}: “{raw}” theo đơn vị “{unit}” đã được quy đổi: × {factor} = {result} {expected}."
    ),
    "problem.W322.why": "Biểu mẫu dùng {expected}; hai đơn vị chỉ khác nhau một hệ số cố định.",
    "problem.W322.fix": "Nếu đúng là “{unit}” thì không cần làm gì; nếu không, sửa lại đơn vị.",
    "problem.W322.example": "50000 m2",
    "problem.W323.what": "{heading}: không nhận ra đơn vị “{unit}” của “{raw}”.",
    "problem.W323.why": "Đọc nhầm đơn vị sẽ cho kết quả sai, nên giá trị chưa được dùng.",
    "problem.W323.fix": "Có phải là “{suggestion}” không? Nếu phải, sửa lại đơn vị.",
    "problem.W323.example": "12 hectata",
    "problem.W324.what": (
        "{heading}: “{raw}” ghi đơn vị “{unit}”, chưa đủ rõ; biểu mẫu dùng “{expected}”."
    ),
    "problem.W324.why": (
        "Thiếu kỳ (ngày, tháng, năm), loại tiền hoặc tên chất thì có thể hiểu khác đi, nên "
        "giá trị chưa được dùng."
    ),
    "problem.W324.fix": "Ghi đủ đơn vị; nếu không phải {expected} thì đổi giá trị sang {expected}.",
    "problem.W324.example": "500 m3",
    "problem.W325.what": "{heading}: “{raw}” không cho biết là bao nhiêu.",
    "problem.W325.why": (
        "Chỉ tiêu này cần một con số. “{raw}” có thể nghĩa là bằng 0, hoặc là chưa rõ bao nhiêu."
    ),
    "problem.W325.fix": "Nếu không phát sinh thì ghi 0; nếu chưa có số liệu thì để trống.",
    "problem.W325.example": "không",
    "problem.W326.what": "{heading}: năm trong “{raw}” chỉ có hai chữ số.",
    "problem.W326.why": "Có thể là thế kỷ khác, hoặc không phải năm, nên ngày này chưa được dùng.",
    "problem.W326.fix": "Ghi năm đủ bốn chữ số, ví dụ 31/12/2019.",
    "problem.W326.example": "05/06/19",
    "problem.W327.what": "{heading}: “{raw}” chỉ là năm, thiếu ngày và tháng.",
    "problem.W327.why": "Chỉ tiêu này cần ngày đầy đủ; chương trình không tự đoán ngày.",
    "problem.W327.fix": "Nhập dạng ngày/tháng/năm, ví dụ 31/12/2019.",
    "problem.W327.example": "2019",
    "problem.W328.what": "{heading}: “{raw}” chỉ có tháng và năm, thiếu ngày.",
    "problem.W328.why": "Chỉ tiêu này cần ngày đầy đủ; chương trình không tự đoán ngày.",
    "problem.W328.fix": "Nhập dạng ngày/tháng/năm, ví dụ 31/12/2019.",
    "problem.W328.example": "06/2019",
    "problem.W329.what": "{heading}: “{raw}” chỉ là quý, thiếu ngày và tháng.",
    "problem.W329.why": "Chỉ tiêu này cần ngày đầy đủ; chương trình không tự đoán ngày.",
    "problem.W329.fix": "Nhập dạng ngày/tháng/năm, ví dụ 31/12/2019.",
    "problem.W329.example": "Quý IV/2024",
    "problem.W330.what": "{heading}: “{raw}” ghi tháng trước ngày.",
    "problem.W330.why": (
        "Ngày được đọc theo thứ tự ngày/tháng/năm; theo thứ tự đó không có ngày này."
    ),
    "problem.W330.fix": "Nếu là {suggestion}, ghi lại như vậy.",
    "problem.W330.example": "12/31/2019",
    "problem.W331.what": "{heading}: số {raw} được hiểu là ngày {day}.",
    "problem.W331.why": "Excel lưu ngày dưới dạng số thứ tự của ngày; ô này đang hiện con số đó.",
    "problem.W331.fix": (
        "Nếu đúng ngày thì không cần làm gì; nếu không, nhập lại dạng ngày/tháng/năm."
    ),
    "problem.W331.example": "43830",
    "problem.W332.what": "{heading}: “{raw}” có thể là {day} hoặc {other}.",
    "problem.W332.why": "Ô {cell} cùng cột ghi tháng trước ngày, nên không chắc thứ tự ở ô này.",
    "problem.W332.fix": "Ghi lại mọi ngày trong cột theo dạng ngày/tháng/năm.",
    "problem.W332.example": "05/06/2019",
    "problem.W333.what": "{heading}: ngày {raw} có thể thật ra là {other}.",
    "problem.W333.why": (
        "Excel để ô {cell} ở dạng chữ, như khi máy đặt tháng trước ngày; khi đó ngày và tháng "
        "ở các ô còn lại đã bị đảo."
    ),
    "problem.W333.fix": "Đối chiếu với hồ sơ rồi nhập lại các ngày trong cột, dạng ngày của Excel.",
    "problem.W333.example": "05/06/2019 bên cạnh chữ 25/06/2019",
    "problem.W335.what": (
        "{heading}: “{raw}” không phải mã số thuế 10 chữ số (hoặc 13 chữ số của chi nhánh)."
    ),
    "problem.W335.why": "Mã vẫn được dùng như đã ghi, nhưng có thể thiếu chữ số hoặc gõ nhầm.",
    "problem.W335.fix": "Kiểm tra lại mã; nhập vào ô có định dạng Văn bản (Text).",
    "problem.W335.example": "03012345",
    "problem.W336.what": "{heading}: “{raw}” là quý, không phải năm.",
    "problem.W336.why": "Số liệu của một quý không phải số liệu cả năm nên chưa được dùng.",
    "problem.W336.fix": "Lấy số liệu cả năm và ghi năm, ví dụ 2019.",
    "problem.W336.example": "Quý IV/2024",
    "problem.W337.what": "{heading}: ô chứa {raw}, một số có hơn 15 chữ số.",
    "problem.W337.why": "Excel chỉ giữ 15 chữ số của một số nên mã đã bị mất.",
    "problem.W337.fix": "Đổi định dạng ô về Văn bản (Text) rồi nhập lại đủ mã.",
    "problem.W337.example": "12345678901234567",
}
