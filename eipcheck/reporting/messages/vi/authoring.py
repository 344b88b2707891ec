"""Words of criterion cards, of the list of what to compare, and of drafts, in Vietnamese."""

MESSAGES: dict[str, str] = {
    "authoring.from": "từ {start}",
    "authoring.from_to": "từ {start} đến {end}",
    "authoring.to": "đến {end}",
    "authoring.looked_until": "đã tra cứu đến {date}",
    "authoring.partly": "{target}, đáp ứng một phần: {least}",
    "authoring.parameters": "Các con số mà tiêu chí gọi theo tên",
    "authoring.parameter": "Con số: {value}",
    "authoring.look_up": "Tra: {place}",
    "authoring.requirement": "Văn bản quy định: {text}",
    "authoring.bound": "Mức: {target}",
    "authoring.days": "Hiệu lực: {days}",
    "authoring.seen_at": "Đến nay mới xem tại {url}",
    "authoring.record": "Sau đó ghi verified_by và verified_on tại {place}",
    "authoring.count": "{n} nội dung cần đối chiếu",
    "authoring.none": "Không còn gì phải đối chiếu.",
    "authoring.heading": "Nội dung cần đối chiếu với bản ký",
    "authoring.how": (
        "Mở bản ký (Công báo): đánh dấu điều đã khớp; điều nào khác thì ghi lại, rồi sửa tiêu chí "
        "và các ca kiểm thử. Nội dung ít chắc chắn nhất đứng trước."
    ),
    "authoring.signed": "Người đối chiếu: ____________________  Ngày: ____________",
    "authoring.drafts": "Các ca còn thiếu; điền từng ca rồi xóa “todo: true” của ca đó.",
    "authoring.todo": "chưa viết xong: {case}",
    "authoring.new.next": (
        "Bản nháp có một ví dụ. Thay những chỗ trong ngoặc nhọn, rồi chạy:\n"
        "  eipcheck criteria check {folder}\n"
        "  eipcheck criteria test {folder}"
    ),
    "authoring.card.set": "Bộ tiêu chí",
    "authoring.card.question": "Quyết định",
    "authoring.card.actor": "Ai phải đáp ứng",
    "authoring.card.days": "Hiệu lực",
    "authoring.card.target": "Mức yêu cầu",
    "authoring.card.benchmark": "Để so sánh",
    "authoring.card.not_law": "{target} (không phải quy định, không dùng để kết luận)",
    "authoring.card.beside": "Nêu kèm theo",
    "authoring.card.missing": "Nếu thiếu câu trả lời",
    "authoring.card.unknown": (
        "Ô trống là chưa biết, không phải “không”, cũng không phải số 0: chừng nào câu trả lời "
        "còn thiếu có thể làm đổi kết quả thì chưa kết luận."
    ),
    "authoring.card.otherwise": "Nếu không đạt",
    "authoring.card.each": "của từng doanh nghiệp",
}
