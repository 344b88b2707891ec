"""Words of problems in the data that evaluation finds (codes D), in Vietnamese."""

MESSAGES = {
    "problem.D101.what": (
        "Danh sách và tổng số tự khai mâu thuẫn về “{field}”: "
        "theo danh sách {register}, theo tổng số {typed}."
    ),
    "problem.D101.why": "Hai con số nói về cùng một việc nhưng không thể cùng đúng.",
    "problem.D101.fix": "Kiểm tra lại danh sách và tổng số; sửa ô sai hoặc xóa tổng số đã cũ.",
    "problem.D101.example": (
        "Danh sách đầy đủ có 25/115 doanh nghiệp áp dụng, tổng số tự khai là 40/115."
    ),
    "problem.D102.what": (
        "Câu trả lời “{field}” của {name} trong danh sách doanh nghiệp trái với sheet chi tiết."
    ),
    "problem.D102.why": "Hai câu trả lời trái nhau nên coi là chưa rõ.",
    "problem.D102.fix": "Sửa câu trả lời trong danh sách hoặc ở sheet chi tiết cho thống nhất.",
    "problem.D102.example": (
        "Danh sách ghi “Không” về RECP; sheet “RECP” lại có giải pháp đang áp dụng."
    ),
    "problem.D103.what": "Các phần cộng lại là {sum}, lớn hơn {whole} của “{field}”.",
    "problem.D103.why": "Tỷ lệ tính từ các số này không có nghĩa nên không kết luận.",
    "problem.D103.fix": "Kiểm tra lại từng phần và tổng, kể cả đơn vị và năm.",
    "problem.D103.example": "Cây xanh 60 ha và giao thông 50 ha, trong tổng số 100 ha",
    "problem.D104.what": "“{criterion}”: kết quả tính là {computed}, người xem xét ghi {judged}.",
    "problem.D104.why": "Kết luận ghi tay không thay kết quả tính; hai bên cần thống nhất.",
    "problem.D104.fix": "Kiểm tra số liệu của tiêu chí này hoặc xóa dòng ở sheet Xem xét.",
    "problem.D104.example": "Tính được 18 %, yêu cầu 20 %; sheet Xem xét ghi “Đáp ứng”",
    "problem.D105.what": "Sheet Xem xét ghi tiêu chí “{criterion}” không có trong bộ tiêu chí.",
    "problem.D105.why": "Dòng này không được dùng.",
    "problem.D105.fix": "Ghi đúng mã tiêu chí như trong lệnh “eipcheck criteria show”.",
    "problem.D105.example": "recp-aplied",
    "problem.D106.what": "“{field}” năm {year} có nhiều giá trị: {values}.",
    "problem.D106.why": "Các nguồn khác nhau nên tính cả khoảng từ thấp nhất đến cao nhất.",
    "problem.D106.fix": "Chọn một nguồn, hoặc giữ cả hai nếu chưa xác minh được.",
    "problem.D106.example": "Năm 2019, sổ địa chính ghi 340 ha, báo cáo năm ghi 352 ha.",
    "problem.D109.what": "“{field}” ghi ngày {date}, sau ngày đánh giá.",
    "problem.D109.why": "Việc xảy ra sau ngày đánh giá chưa được tính.",
    "problem.D109.fix": "Sửa ngày nếu ghi nhầm, hoặc đánh giá vào ngày muộn hơn.",
    "problem.D109.example": "Số liệu tại ngày 31/12/2020, ngày đánh giá là 20/11/2020.",
    "problem.D110.what": "Kết luận ghi tay về “{criterion}” không được dùng.",
    "problem.D110.why": (
        "Chỉ tiêu chí có kết quả “Cần cơ quan có thẩm quyền xem xét” mới nhận kết luận ghi tay."
    ),
    "problem.D110.fix": "Bổ sung số liệu cho tiêu chí này thay vì ghi kết luận.",
    "problem.D110.example": (
        "Ghi “Đáp ứng” cho recp-applied khi danh sách chưa đủ dữ liệu để kết luận"
    ),
    "problem.D111.what": (
        "Văn bản miễn cho “{criterion}” không được dùng: hiệu lực từ {granted} đến {expires}."
    ),
    "problem.D111.why": "Miễn trừ chỉ có hiệu lực trong thời hạn được cấp.",
    "problem.D111.fix": "Kiểm tra thời hạn, hoặc xin văn bản mới của cơ quan có thẩm quyền.",
    "problem.D111.example": "từ 01/01/2018 đến 31/12/2019, trong khi đánh giá ngày 20/11/2020",
    "problem.D112.what": "“{field}” ghi {date}, trước “{other}” ({other_date}).",
    "problem.D112.why": "Ngày không thể có được coi là chưa rõ.",
    "problem.D112.fix": "Sửa ngày ghi sai trong hai ngày.",
    "problem.D112.example": "Vi phạm ngày 15/03/2020, khắc phục xong ngày 09/03/2020.",
    "problem.D113.what": "Kết luận về “{criterion}” không được dùng.",
    "problem.D113.why": (
        "Kết luận không có ngày, không ghi cơ quan kết luận hoặc ghi chính nhà đầu tư hạ tầng, "
        "không đọc được, trái với kết luận khác có thể là mới nhất, ra vào ngày bộ tiêu chí không "
        "có hiệu lực, hoặc có trước việc cần xem xét."
    ),
    "problem.D113.fix": (
        "Ghi cơ quan, ngày và kết luận cho từng dòng, chỉ giữ kết luận đang có hiệu lực."
    ),
    "problem.D113.example": "“Đáp ứng” và “Không đáp ứng” của cùng một cơ quan, đều không ghi ngày",
    "problem.D114.what": "“{field}” không cho biết một ngày duy nhất: {values}.",
    "problem.D114.why": "Mọi kết quả đều xét tại ngày này nên không tự chọn ngày khác.",
    "problem.D114.fix": "Ghi một ngày theo dạng dd/mm/yyyy, hoặc cho ngày đánh giá bằng --as-of.",
    "problem.D114.example": "một dòng ghi 31/12/2019, dòng khác ghi 30/06/2020",
    "problem.D115.what": "“{field}” ({year}) là {figure}, nhiều hơn “{other}” ({ceiling}).",
    "problem.D115.why": (
        "Một phần không thể nhiều hơn tổng số. Có thể đã đếm thứ khác (dự án, hợp đồng, chi "
        "nhánh) hoặc đếm vào ngày khác."
    ),
    "problem.D115.fix": "Kiểm tra hai số và ngày của từng số; sửa số đã đếm thứ khác.",
    "problem.D115.example": "130 doanh nghiệp áp dụng, 115 doanh nghiệp hoạt động",
    "problem.D116.what": (
        "“{field}” ({year}) là {figure}, lớn hơn “{other}” ({ceiling}): tỷ lệ vượt 100 %."
    ),
    "problem.D116.why": (
        "Có thể hai số thuộc hai giai đoạn hoặc hai thời điểm khác nhau, hoặc ghi đổi chỗ cho nhau."
    ),
    "problem.D116.fix": "Đối chiếu hai số với nguồn; ghi cả hai của cùng giai đoạn và thời điểm.",
    "problem.D116.example": "Đã cho thuê 260 ha trong 252 ha có thể cho thuê",
    "problem.D117.what": "“{field}” ({year}) là {figure}, vượt “{other}” ({ceiling}).",
    "problem.D117.why": (
        "Có thể đây là lượng của cả tháng hoặc cả năm, là số thiết kế thay cho số đã xây "
        "dựng, hoặc công suất chỉ là của một giai đoạn."
    ),
    "problem.D117.fix": (
        "Ghi cả hai theo cùng một khoảng thời gian (như ngày đêm), theo phần đã xây dựng của "
        "mọi giai đoạn."
    ),
    "problem.D117.example": "Xử lý 12.000 m3/ngày đêm, công suất 8.000 m3/ngày đêm",
    "problem.D118.what": (
        "Các phần đã biết của “{field}” ({year}) cộng lại là {added}, lớn hơn {ceiling} của "
        "cả tổng."
    ),
    "problem.D118.why": (
        "Có thể một phần bị tính hai lần, ghi sai đơn vị, hoặc thuộc giai đoạn hay thời điểm khác."
    ),
    "problem.D118.fix": "Kiểm tra lại từng phần và tổng, kể cả đơn vị, năm và giai đoạn.",
    "problem.D118.example": "Hoạt động 110, đang xây dựng 15, được cấp phép 120",
    "problem.D119.what": (
        "Các phần của “{field}” ({year}) cộng lại là {added}, nhưng tổng ghi {ceiling}."
    ),
    "problem.D119.why": (
        "Đã có đủ các phần nên phải cộng khớp. Có thể một số bị gõ nhầm hoặc lấy từ tài liệu khác."
    ),
    "problem.D119.fix": "Đối chiếu từng phần và tổng với cùng một tài liệu.",
    "problem.D119.example": "Các phần cộng lại 342 ha, tổng ghi 360 ha",
    "problem.D120.what": (
        "Các phần của “{other}” ({year}) cộng lại là {added}, không phải {ceiling}; nếu "
        "“{field}” là {mended} thay cho {figure} thì khớp."
    ),
    "problem.D120.why": (
        "Có thể gõ đảo hai chữ số liền nhau; nếu nhiều số được nêu như vậy thì nhiều nhất một số "
        "sai. Các số vẫn được dùng như đã ghi."
    ),
    "problem.D120.fix": "Đối chiếu “{field}” với nguồn, sửa lại nếu đúng là đảo chữ số.",
    "problem.D120.example": "Gõ 579 thay cho 597",
    "problem.D121.what": (
        "Các phần của “{other}” ({year}) cộng lại là {added}, không phải {ceiling}; nếu "
        "“{field}” là {mended} thay cho {figure} thì khớp."
    ),
    "problem.D121.why": (
        "Có thể dấu thập phân bị lệch hoặc số ghi theo đơn vị khác (m2 thay cho ha); nếu nhiều số "
        "được nêu như vậy thì nhiều nhất một số sai. Các số vẫn được dùng như đã ghi."
    ),
    "problem.D121.fix": (
        "Đối chiếu “{field}” với nguồn: đơn vị, dấu thập phân và dấu phân cách hàng nghìn."
    ),
    "problem.D121.example": "Ô tính bằng ha ghi 365000 thay cho 36,5",
    "problem.D122.what": (
        "“{field}” ({year}) là {figure}, gấp khoảng {ratio} lần “{other}” ({ceiling}), "
        "trong khi không thể vượt số này."
    ),
    "problem.D122.why": (
        "Vượt xa như vậy thì có thể ghi theo đơn vị khác (m2 thay cho ha) hoặc mất dấu thập "
        "phân. Số vẫn được dùng như đã ghi."
    ),
    "problem.D122.fix": (
        "Đối chiếu “{field}” với nguồn: đơn vị, dấu thập phân và dấu phân cách hàng nghìn."
    ),
    "problem.D122.example": "Đã cho thuê 2394000 ha trong 252 ha có thể cho thuê",
    "problem.D123.what": (
        "“{field}” thay đổi từ {earlier} ({earlier_year}) thành {figure} ({year}), chênh "
        "khoảng {ratio} lần."
    ),
    "problem.D123.why": (
        "Thay đổi lớn như vậy thì có thể do khác đơn vị, lệch dấu thập phân, hoặc số của khu "
        "vực hay giai đoạn khác."
    ),
    "problem.D123.fix": (
        "Đối chiếu hai số với nguồn; nếu thay đổi là thật thì ghi lý do ở cột ghi chú."
    ),
    "problem.D123.example": "Năm 2018 là 361 ha, năm 2019 là 3610 ha",
    "problem.D124.what": (
        "“{field}” thay đổi từ {earlier} ({earlier_year}) thành {figure} ({year}), chênh "
        "khoảng {ratio} lần."
    ),
    "problem.D124.why": (
        "Chênh khoảng một nghìn lần thì có thể dấu phân cách hàng nghìn bị hiểu là dấu thập "
        "phân, hoặc khác đơn vị (kWh thay cho MWh)."
    ),
    "problem.D124.fix": "Đối chiếu hai số với nguồn: dấu phân cách hàng nghìn và đơn vị.",
    "problem.D124.example": "Năm 2018 là 1686 ha, năm 2019 là 1,686 ha",
    "problem.D125.what": (
        "Các nguồn của “{field}” ({year}) chênh nhau khoảng {ratio} lần: {least} và {most}."
    ),
    "problem.D125.why": (
        "Chênh xa như vậy thì có thể một số ghi theo đơn vị khác, hoặc sai dấu thập phân hay "
        "dấu phân cách hàng nghìn."
    ),
    "problem.D125.fix": (
        "Đối chiếu từng số với nguồn: đơn vị, dấu thập phân và dấu phân cách hàng nghìn."
    ),
    "problem.D125.example": "Một nguồn ghi 541 ha, nguồn khác ghi 541000 ha",
    "problem.D126.what": "“{field}” ghi {date}, trước ngày bộ tiêu chí có hiệu lực ({other_date}).",
    "problem.D126.why": (
        "Không thể đăng ký theo văn bản chưa có hiệu lực; thời hạn xem xét kết thúc quá sớm sẽ bỏ "
        "sót các vi phạm sau đó. Điều gì phụ thuộc thời hạn này đều chưa kết luận được."
    ),
    "problem.D126.fix": (
        "Sửa ngày, để trống nếu chưa đăng ký, hoặc chọn bộ tiêu chí có hiệu lực vào ngày đó "
        "(--criteria)."
    ),
    "problem.D126.example": "Đăng ký ngày 30/04/2022 theo nghị định có hiệu lực từ 15/07/2022.",
    "problem.D127.what": (
        "Danh sách “{sheet}” lập tại ngày {date}, sau ngày đánh giá ({other_date})."
    ),
    "problem.D127.why": (
        "Danh sách lập sau không cho biết ai đã rời đi trước đó, và điều có lợi cho KCN có thể bắt "
        "đầu muộn hơn; chỉ tính câu trả lời có ngày."
    ),
    "problem.D127.fix": "Sửa ngày nếu ghi sai, hoặc đánh giá tại ngày đó (--as-of).",
    "problem.D127.example": "Đầy đủ tại ngày 30/06/2023, ngày đánh giá 31/12/2022.",
}
