return {
    title = { en = "Law: may Âu Lâu be extended?",
              vi = "Pháp lý: Âu Lâu có được mở rộng không?" },
    dossier = { en = "dossier of", vi = "hồ sơ ngày" },
    condition = { en = "condition (Art. 8.2)", vi = "điều kiện (Điều 8.2)" },
    value = { en = "Âu Lâu", vi = "Âu Lâu" },
    limit = { en = "limit", vi = "ngưỡng" },
    rule = { en = "rule", vi = "quy định" },
    result = { en = "result", vi = "kết quả" },
    area = { en = "area after", vi = "diện tích sau" },
    fill = { en = "fill rate", vi = "tỷ lệ lấp đầy" },
    infrastructure = { en = "infrastructure", vi = "hạ tầng thiết yếu" },
    built = { en = "in use", vi = "đã có" },
    ["not built"] = { en = "not in use", vi = "chưa xong" },
    ["not known"] = { en = "not known", vi = "chưa rõ" },
    holds = { en = "holds", vi = "đạt" },
    fails = { en = "fails", vi = "không đạt" },
    exempt = { en = "exempt", vi = "được miễn" },
    answer = {
        en = "By the record the extension %s under the rules before, and %s "
            .. "under those from that day: area (exactly at the ceiling) and "
            .. "fill hold, the infrastructure condition does not.",
        vi = "Theo hồ sơ, việc mở rộng %s theo quy định cũ và %s theo quy "
            .. "định mới: diện tích (đúng bằng mức trần) và lấp đầy đạt, điều "
            .. "kiện hạ tầng không đạt.",
    },
    formed = {
        en = "The new rules exempt clusters formed before %s from the "
            .. "infrastructure condition. Âu Lâu's detailed plan is of %s: "
            .. "%d days late. An earlier act of forming would change the "
            .. "answer; the record names none (department of industry and "
            .. "trade can say).",
        vi = "Quy định mới miễn điều kiện hạ tầng cho cụm hình thành trước "
            .. "%s. Quy hoạch chi tiết Âu Lâu ngày %s: muộn %d ngày. Nếu có "
            .. "văn bản hình thành sớm hơn thì kết luận đổi; hồ sơ không nêu "
            .. "(Sở Công Thương trả lời).",
    },
    trans = {
        en = "A dossier under appraisal on %s goes on under the old rules "
            .. "(N303-TRANS): no exemption there. The record does not say "
            .. "that one had been handed in for the extension.",
        vi = "Hồ sơ đang thẩm định ngày %s tiếp tục theo quy định cũ "
            .. "(N303-TRANS): không có miễn trừ. Hồ sơ không cho biết đã nộp "
            .. "hồ sơ mở rộng hay chưa.",
    },
    decision = {
        en = "Âu Lâu has no establishment decision, only a detailed plan. "
            .. "Clusters formed before 05/10/2009 must get one by %s; by its "
            .. "date Âu Lâu is not among them, Đầm Hồng (25/8/2009) is. "
            .. "Whether a cluster without a decision can be extended: cannot "
            .. "be decided here, ask the department of justice.",
        vi = "Âu Lâu chưa có quyết định thành lập, chỉ có quy hoạch chi tiết. "
            .. "Cụm hình thành trước 05/10/2009 phải có quyết định trước %s; "
            .. "theo ngày này Âu Lâu không thuộc diện, Đầm Hồng (25/8/2009) "
            .. "thuộc diện. Cụm chưa có quyết định thành lập có được mở rộng "
            .. "không: chưa thể kết luận, hỏi Sở Tư pháp.",
    },
    terms = {
        en = "Works in %d need a decision by %s: the procedure must begin by "
            .. "%s under the new terms (%s under the old), holidays not "
            .. "counted. Begun on %s it ends on %s at the earliest.",
        vi = "Thi công năm %d thì phải có quyết định trước %s: thủ tục phải "
            .. "bắt đầu trước %s theo thời hạn mới (%s theo thời hạn cũ), "
            .. "chưa trừ ngày nghỉ lễ. Nếu bắt đầu ngày %s thì sớm nhất xong "
            .. "ngày %s.",
    },
    unknown = { en = "cannot be decided", vi = "chưa thể kết luận" },
    source = {
        en = "Decree 303/2026 is known from an officer's summary only "
            .. "(certainty medium-high): check the text before relying on it.",
        vi = "Nghị định 303/2026 mới biết qua bản tóm tắt của cán bộ (độ tin "
            .. "cậy trung bình khá): cần đối chiếu văn bản gốc.",
    },
}
