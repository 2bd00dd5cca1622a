return {
    title = { en = "Waves: a hypothesis, not a result",
              vi = "Các đợt: một giả thuyết, không phải kết quả" },
    given = {
        en = "Given: %d establishments in %d, %d in %d, and two totals. "
            .. "Not given: which ones, and what each costs. Both stay "
            .. "unknown.",
        vi = "Đã cho: %d cơ sở năm %d, %d cơ sở năm %d và hai số tổng. "
            .. "Chưa cho: cơ sở nào, mỗi cơ sở bao nhiêu tiền. Cả hai để "
            .. "chưa rõ.",
    },
    hypothesis = {
        en = "Hypothesis \"flags second\": wave one is the %d without a legal "
            .. "or operating flag, wave two the %d with one: %s. The counts "
            .. "agree; nothing else supports it.",
        vi = "Giả thuyết \"vướng mắc dời sau\": đợt 1 là %d cơ sở không vướng "
            .. "pháp lý, hoạt động; đợt 2 là %d cơ sở có vướng mắc: %s. Chỉ "
            .. "số lượng là khớp.",
    },
    against = { en = "Against it:", vi = "Điểm không ủng hộ:" },
    share = {
        en = "the %d hold %s of the known plot area and would take %s of the "
            .. "money;",
        vi = "%d cơ sở này chiếm %s diện tích đã biết nhưng nhận %s kinh phí;",
    },
    ["per m2"] = {
        en = "that is %s against %s a m² (averages of a group, not a cost of "
            .. "anyone);",
        vi = "tức %s so với %s mỗi m² (bình quân nhóm, không phải chi phí của "
            .. "cơ sở nào);",
    },
    stopped = {
        en = "%s are stopped: group 4 of the scheme would end them, yet they "
            .. "stand among the %d for Âu Lâu;",
        vi = "%s đã dừng hoạt động: nhóm 4 của đề án sẽ chấm dứt, nhưng vẫn "
            .. "nằm trong %d cơ sở về Âu Lâu;",
    },
    elsewhere = {
        en = "%s do not go to Âu Lâu at all, so wave two would bring fewer.",
        vi = "%s không về Âu Lâu, nên đợt 2 thực tế ít cơ sở hơn.",
    },
    unknown = {
        en = "Cannot be decided: who moves in %d. Missing: the list of the "
            .. "seven groups (department of industry and trade, due Q3/2026).",
        vi = "Chưa thể kết luận: cơ sở nào dời năm %d. Còn thiếu: danh sách "
            .. "phân loại bảy nhóm (Sở Công Thương, hạn quý III/2026).",
    },
}
