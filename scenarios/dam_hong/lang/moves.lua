return {
    title = { en = "Who, where, when, and how sure",
              vi = "Cơ sở nào, về đâu, khi nào, chắc đến đâu" },
    who = { en = "who", vi = "cơ sở" },
    makes = { en = "makes", vi = "sản phẩm" },
    plot = { en = "plot", vi = "diện tích" },
    where = { en = "where", vi = "nơi đến" },
    when = { en = "earliest", vi = "sớm nhất" },
    ["how sure"] = { en = "how sure", vi = "độ chắc chắn" },
    questions = { en = "to be settled first", vi = "cần làm rõ trước" },
    from = { en = "%d", vi = "%d" },
    nowhere = { en = "stops", vi = "chấm dứt" },
    elsewhere = { en = "own place", vi = "tự tìm" },
    waits = { en = "waits", vi = "chờ" },
    stops = { en = "registered", vi = "đã đăng ký" },
    ["own place"] = { en = "place unknown", vi = "chưa rõ nơi" },
    undecided = { en = "cannot be decided", vi = "chưa kết luận được" },
    doubtful = { en = "doubtful", vi = "còn vướng" },
    asked = { en = "to be asked", vi = "phải hỏi" },
    planned = { en = "as planned", vi = "theo kế hoạch" },
    area = { en = "plot area", vi = "diện tích" },
    ["group 2"] = { en = "papers (gr. 2/3)", vi = "giấy tờ (nhóm 2/3)" },
    ["group 4"] = { en = "stopped (gr. 4)", vi = "đã dừng (nhóm 4)" },
    ["group 5"] = { en = "lease over (gr. 5)", vi = "hết hạn đất (nhóm 5)" },
    ["group 7"] = { en = "trade (gr. 7)", vi = "ngành nghề (nhóm 7)" },
    summary = {
        en = "If the extension opens in 2027 with a wastewater plant, land is "
            .. "enough for %d of the %d from 2028: land alone does not ask for "
            .. "two waves. Cannot be decided: %s (%s).",
        vi = "Nếu phần mở rộng mở năm 2027 và có nhà máy xử lý nước thải, đất "
            .. "đủ cho %d trong %d cơ sở từ năm 2028: riêng về đất thì không "
            .. "cần chia hai đợt. Chưa thể kết luận: %s (%s).",
    },
    assumed = { en = "Assumed, ours:", vi = "Giả định của chúng tôi:" },
    ["a:share"] = {
        en = "the extension has Âu Lâu's industrial share (%s);",
        vi = "phần mở rộng có tỷ lệ đất công nghiệp như Âu Lâu (%s);",
    },
    ["a:like"] = {
        en = "each wants as much land as it holds (Annex 1); who has no "
            .. "figure is left out;",
        vi = "mỗi cơ sở cần bằng diện tích đang dùng (Phụ lục 01); không có "
            .. "số liệu thì để ngoài;",
    },
    ["a:plant"] = {
        en = "a plant opens with the extension (F22 asks for one);",
        vi = "nhà máy xử lý mở cùng phần mở rộng (F22 yêu cầu);",
    },
    ["a:open"] = {
        en = "all of it is open at the end of %d, though the scheme speaks of "
            .. "a first part (F26), and tenants may work only when the shared "
            .. "infrastructure is complete (N303-OPERATE);",
        vi = "toàn bộ phần mở rộng xong cuối năm %d, dù đề án chỉ nói phần "
            .. "đầu (F26), và cơ sở chỉ được hoạt động khi hạ tầng chung hoàn "
            .. "thành (N303-OPERATE);",
    },
    ["a:trade"] = {
        en = "an unknown permission by trade keeps nobody out;",
        vi = "chưa rõ ngành nghề được phép thì không loại cơ sở nào;",
    },
    ["a:free"] = {
        en = "what the fill rate leaves free at Âu Lâu is on offer: the record "
            .. "does not call it uncleared.",
        vi = "đất còn trống theo tỷ lệ lấp đầy của Âu Lâu được đưa vào: hồ sơ "
            .. "không ghi là chưa giải phóng mặt bằng.",
    },
}
