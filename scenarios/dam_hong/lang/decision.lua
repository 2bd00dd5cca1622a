return {
    title = {
        en = "Close Đầm Hồng, extend Âu Lâu, settle %d establishments",
        vi = "Đóng cụm Đầm Hồng, mở rộng Âu Lâu, bố trí %d cơ sở",
    },
    asof = { en = "As of %s, by the records of "
                 .. "scenarios/dam_hong/data/SOURCES.md.",
             vi = "Tính đến %s, theo số liệu nêu tại "
                 .. "scenarios/dam_hong/data/SOURCES.md." },
    decision = { en = "The decision asked", vi = "Quyết định đề nghị" },
    asked = {
        en = "Approve the investment policy for %s at Âu Lâu (about %s), put "
            .. "it and the move (%s) into the 2026-2030 investment plan, and "
            .. "start wave one in %d and wave two in %d.",
        vi = "Phê duyệt chủ trương đầu tư mở rộng %s tại Âu Lâu (khoảng %s), "
            .. "đưa dự án này và kinh phí di dời (%s) vào kế hoạch đầu tư "
            .. "công 2026-2030, dời đợt 1 năm %d và đợt 2 năm %d.",
    },
    advice = {
        en = "By the record it cannot start yet: land for %d of the %d at "
            .. "most is free at Âu Lâu today, and the facts below block the "
            .. "rest.",
        vi = "Theo hồ sơ thì chưa thể bắt đầu: hiện Âu Lâu nhiều nhất đủ đất "
            .. "cho %d trong %d cơ sở, và những điểm dưới đây đang vướng.",
    },
    blocks = { en = "What blocks it, and until when",
               vi = "Vướng mắc và thời hạn tháo gỡ" },
    fact = { en = "fact", vi = "vướng mắc" },
    by = { en = "clear by", vi = "trước ngày" },
    who = { en = "who can clear it", vi = "ai tháo gỡ" },
    land = {
        en = "Âu Lâu has at most %s free; the %d need at least %s",
        vi = "Âu Lâu trống nhiều nhất %s; %d cơ sở cần ít nhất %s",
    },
    ["who land"] = { en = "ward, developer (open the extension)",
                     vi = "phường, chủ đầu tư (làm xong phần mở rộng)" },
    policy = {
        en = "no investment policy for the extension (%s, %s)",
        vi = "chưa có chủ trương đầu tư phần mở rộng (%s, %s)",
    },
    ["who policy"] = { en = "People's Council, People's Committee",
                       vi = "HĐND, UBND tỉnh" },
    money = {
        en = "no line in the investment plan for %s or for %s",
        vi = "kế hoạch đầu tư công chưa có dòng cho %s lẫn %s",
    },
    ["who money"] = { en = "department of finance", vi = "Sở Tài chính" },
    law = {
        en = "infrastructure not in use; exempt only if formed before %s "
            .. "(plan of %s)",
        vi = "hạ tầng chưa xong; chỉ được miễn nếu hình thành trước %s (quy "
            .. "hoạch ngày %s)",
    },
    ["who law"] = { en = "departments of industry and trade, justice",
                    vi = "Sở Công Thương, Sở Tư pháp" },
    plant = {
        en = "no wastewater plant; opening lowers the fill to %s (< %s)",
        vi = "chưa có nhà máy XLNT; khi mở, lấp đầy còn %s (< %s)",
    },
    ["who plant"] = { en = "dept. of agriculture and environment",
                      vi = "Sở Nông nghiệp và Môi trường" },
    list = {
        en = "no list of the seven groups yet; for %d the trade is a question",
        vi = "chưa thấy danh sách bảy nhóm; %d cơ sở phải hỏi về ngành nghề",
    },
    ["who list"] = { en = "department of industry and trade",
                     vi = "Sở Công Thương" },
    overdue = { en = " (past)", vi = " (đã qua)" },
    due = { en = "", vi = "" },
    unknown = { en = "What nobody knows yet, and who can say",
                vi = "Điều chưa ai biết và ai trả lời được" },
    ["u:members"] = {
        en = "who is in wave one and two: department of industry and trade",
        vi = "cơ sở nào thuộc đợt 1, đợt 2: Sở Công Thương",
    },
    ["u:cost"] = {
        en = "cost of each establishment: inventory by the ward's council",
        vi = "chi phí từng cơ sở: kiểm kê của hội đồng bồi thường phường",
    },
    ["u:wanted"] = {
        en = "land each establishment wants at the new place: they themselves",
        vi = "nhu cầu đất của từng cơ sở tại nơi mới: chính các cơ sở",
    },
    ["u:dh09"] = {
        en = "plot area of DH09 (stopped): the ward's land register",
        vi = "diện tích DH09 (đã dừng): sổ địa chính phường",
    },
    ["u:share"] = {
        en = "industrial share and forest land of the extension: detailed plan",
        vi = "tỷ lệ đất công nghiệp, đất rừng phần mở rộng: quy hoạch chi tiết",
    },
    ["u:flow"] = {
        en = "wastewater of Âu Lâu and of the movers: measurement",
        vi = "lưu lượng nước thải Âu Lâu và các cơ sở dời đến: đo đạc",
    },
    ["u:formed"] = {
        en = "an act forming Âu Lâu before 05/10/2009: archive of the "
            .. "province",
        vi = "văn bản hình thành Âu Lâu trước 05/10/2009: lưu trữ tỉnh",
    },
}
