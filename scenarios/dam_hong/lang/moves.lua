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
    note = {
        en = "Earliest year by land alone, if the extension opens in 2027 "
            .. "with a wastewater plant: both are conditions, not facts. "
            .. "Which wave anyone is in is not given.",
        vi = "Năm sớm nhất chỉ xét về đất, nếu phần mở rộng mở năm 2027 và có "
            .. "nhà máy xử lý nước thải: đó là điều kiện, chưa phải thực tế. "
            .. "Cơ sở nào thuộc đợt nào thì chưa cho.",
    },
}
