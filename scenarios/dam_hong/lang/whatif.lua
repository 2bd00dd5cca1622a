return {
    title = { en = "What if", vi = "Nếu như" },
    money = { en = "money of the two waves, ours [bn VND]",
              vi = "kinh phí hai đợt, giả định [tỷ đồng]" },
    short = { en = "short of the need [bn VND]",
              vi = "thiếu so với nhu cầu [tỷ đồng]" },
    dossier = { en = "Dossier of %s", vi = "Hồ sơ ngày %s" },
    area = { en = "area after", vi = "diện tích sau" },
    fill = { en = "fill rate", vi = "tỷ lệ lấp đầy" },
    infrastructure = { en = "infrastructure", vi = "hạ tầng thiết yếu" },
    result = { en = "may be extended", vi = "được mở rộng" },
    start = { en = "begin by, for a decision in 2026",
              vi = "bắt đầu trước, để có quyết định trong 2026" },
    holds = { en = "holds", vi = "đạt" },
    fails = { en = "fails", vi = "không đạt" },
    exempt = { en = "exempt", vi = "được miễn" },
    unknown = { en = "cannot be decided", vi = "chưa thể kết luận" },
    ["late text"] = {
        en = "A year late: land opened in 2028 serves from 2029, so 2028 has "
            .. "only what is free today and the rest moves in 2029 at the "
            .. "earliest: one wave slips, and 2029 carries nearly all.",
        vi = "Chậm một năm: đất mở năm 2028 dùng được từ 2029, nên năm 2028 "
            .. "chỉ có phần đang trống, số còn lại sớm nhất 2029: một đợt bị "
            .. "lùi, năm 2029 gánh gần hết.",
    },
    ["less text"] = {
        en = "Money a fifth lower (baseline ours: each wave's total in its "
            .. "year, no carry-over): %s short, %s more than the whole "
            .. "contingency. Cannot be decided: who would wait. Missing: the "
            .. "cost of each establishment.",
        vi = "Kinh phí giảm một phần năm (mức gốc do chúng tôi giả định: mỗi "
            .. "đợt đúng số tổng trong năm, không chuyển nguồn): thiếu %s, "
            .. "vượt toàn bộ dự phòng %s. Chưa thể kết luận: cơ sở nào phải "
            .. "chờ. Còn thiếu: chi phí từng cơ sở.",
    },
    ["dry text"] = {
        en = "No plant: from the day the 25 ha open, the exemption is gone "
            .. "and nobody may move in, not even onto the land that is free "
            .. "today. An extension without a plant is worse than none.",
        vi = "Không có nhà máy: từ ngày mở 25 ha, điều kiện miễn không còn, "
            .. "không cơ sở nào được vào, kể cả trên đất đang trống. Mở rộng "
            .. "mà không có nhà máy còn kém hơn không mở rộng.",
    },
    ["none text"] = {
        en = "No extension: at Âu Lâu only what is free today; with the other "
            .. "clusters that need no plant more can go, on ceilings that no "
            .. "record calls cleared, and not all of them.",
        vi = "Không mở rộng: tại Âu Lâu chỉ có phần đang trống; thêm các cụm "
            .. "không cần nhà máy thì được nhiều hơn, nhưng đó là mức trần "
            .. "chưa ai xác nhận mặt bằng, và không đủ cho tất cả.",
    },
    ["sets text"] = {
        en = "The two rule sets differ in the fill asked (60 and 50 %%) and "
            .. "in the exemption for clusters formed before 05/10/2009; Âu "
            .. "Lâu fails both on the infrastructure.",
        vi = "Hai bộ quy định khác nhau ở mức lấp đầy (60 và 50 %%) và ở miễn "
            .. "trừ cho cụm hình thành trước 05/10/2009; Âu Lâu không đạt ở cả "
            .. "hai vì hạ tầng.",
    },
}
