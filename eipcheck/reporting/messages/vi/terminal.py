"""Lời trên dòng lệnh."""

MESSAGES: dict[str, str] = {
    "terminal.verdict.met": "Đáp ứng",
    "terminal.verdict.partly_met": "Đáp ứng một phần",
    "terminal.verdict.not_met": "Chưa đáp ứng",
    "terminal.verdict.undetermined": "Chưa đủ dữ liệu",
    "terminal.verdict.needs_review": "Cần xem xét",
    "terminal.verdict.not_applicable": "Không áp dụng",
    "terminal.verdict.reported": "Đã ghi nhận",
    "terminal.work": "Việc cần làm, theo nơi phải hỏi",
    "terminal.more": "… và {n} mục nữa: xem bằng --report html",
    "terminal.column.clause": "Khoản",
    "terminal.column.title": "Yêu cầu",
    "terminal.column.observed": "Thực tế",
    "terminal.column.target": "Mức",
    "terminal.column.verdict": "Kết quả",
    "terminal.column.source": "Nguồn luật",
    "terminal.advisories": "Khuyến khích, ngoài kết luận",
    "terminal.readings": "Cách hiểu:",
    "terminal.default_readings": "tất cả {n} theo mặc định",
    "terminal.other_readings": "{n} cách hiểu khác",
    "terminal.each_now": "hiện nay: {icon} {word}",
    "terminal.explain": "Xem cách tính: eipcheck explain {criterion} {file}",
    "terminal.problems": "Số liệu cần sửa: {n}",
    "terminal.stopped.2": "Chưa làm gì: lệnh chưa đúng.",
    "terminal.stopped.3": "Chưa đánh giá được: không có tệp số liệu dùng được.",
    "terminal.stopped.4": "Chưa làm gì: tệp tiêu chí hoặc tệp ghép cột không hợp lệ.",
    "terminal.stopped.6": "Chưa ghi được kết quả.",
    "terminal.bug": (
        "Xin lỗi, eipcheck {version} gặp lỗi của chương trình ({error}). Xin báo cho nhóm phát "
        "triển, kèm lệnh đã gõ và các dòng dưới đây (không chứa số liệu của bạn). Đặt biến "
        "EIPCHECK_DEBUG=1 rồi chạy lại để xem đầy đủ."
    ),
    "terminal.unchanged": "Không thay đổi: {path}",
    "terminal.wrote": "Đã ghi {path}",
    "terminal.gate": "--fail-on {gate}: không qua.",
    "terminal.batch.done": "{number}/{of}  {file}: {outcome}",
    "terminal.batch.failed": "{number}/{of}  {file}: KHÔNG ĐÁNH GIÁ ĐƯỢC",
    "terminal.batch.no_question": "đã đánh giá",
    "terminal.store.added": "{store}: thêm {new}, đã có sẵn {known}.",
    "terminal.store.empty": "Kho chưa có gì.",
    "terminal.store.standing": (
        "{set}: {met} đáp ứng, {not_met} chưa đáp ứng, {floor} đến {ceiling} điểm, "
        "trả lời {answered} trên {asked}"
    ),
    "terminal.store.outcome": "{question}: theo khai báo {declared}; theo minh chứng {evidenced}",
    "terminal.batch.kept": "Giữ {n} tệp từ lần chạy trước.",
    "terminal.batch.counts": "{done} tệp đã đánh giá, {failed} tệp không đánh giá được.",
    "terminal.demo": (
        "Khu công nghiệp mẫu, số liệu giả định. Thử tiếp:\n"
        "  eipcheck assess {file} --report html\n"
        "  eipcheck explain recp-applied {file}\n"
        "  eipcheck template park.xlsx"
    ),
    "terminal.sets.in_force": "có hiệu lực từ {start}",
    "terminal.sets.until": "có hiệu lực từ {start} đến hết {end}",
    "terminal.sets.status.draft": "dự thảo",
    "terminal.sets.status.in_force": "còn hiệu lực",
    "terminal.sets.status.repealed": "hết hiệu lực",
    "terminal.sets.status.framework": "khung đánh giá",
    "terminal.sets.criteria": "{n} tiêu chí",
    "terminal.sets.no_dates": "không có thời hạn hiệu lực",
    "terminal.check.good": "{set}: không có lỗi.",
    "terminal.check.bad": "{set}: {n} lỗi.",
    "terminal.test.good": "{set}: {n} tình huống đều đúng.",
    "terminal.test.bad": "{set}: {failed} trong {n} tình huống sai.",
    "terminal.test.steps": "Các bước tính:",
    "terminal.ci.set": "Bộ",
    "terminal.ci.cases": "Đã thử",
    "terminal.ci.failed": "Không đạt",
    "terminal.ci.errors": "Lỗi",
    "terminal.ci.warnings": "Cảnh báo",
    "terminal.ci.severity": "Mức độ",
    "terminal.ci.place": "Vị trí",
    "terminal.ci.code": "Mã",
    "terminal.ci.problem": "Sai ở đâu và cách sửa",
    "terminal.ci.error": "lỗi",
    "terminal.ci.warning": "cảnh báo",
    "terminal.ci.nothing": "Không có gì phải sửa.",
    "terminal.ci.more": "… và {n} mục khác.",
    "terminal.coverage.total": (
        "{set}: các ca kiểm thử đã thể hiện {shown} trong {n} kết luận, tính theo giai đoạn và "
        "cách hiểu ({part})."
    ),
    "terminal.mutate.counts": (
        "{set}: {n} thay đổi: {killed} bị phát hiện, {equivalent} đã ghi là không làm khác kết "
        "quả, {survive} không bị phát hiện."
    ),
}
