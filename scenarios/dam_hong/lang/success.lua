--- What must hold for the closing by 2029 to succeed.
return {
    title = { en = "What must hold for Đầm Hồng to be closed by 2029",
              vi = "Điều kiện để đóng cụm Đầm Hồng trước hết năm 2029" },
    asof = { en = "By the records of %s; the ranges are ours.",
             vi = "Theo hồ sơ đến ngày %s; các khoảng thay đổi do chúng tôi "
                 .. "đặt." },
    question = {
        en = "What must hold for all 23 establishments to be settled or closed "
            .. "by 31 December 2029, each year within its money?",
        vi = "Cần những điều kiện gì để cả 23 cơ sở được sắp xếp hoặc chấm dứt "
            .. "trước 31/12/2029, mỗi năm trong phạm vi kinh phí?",
    },
    share = { en = "Of the %s futures that were tried it succeeds in %s.",
              vi = "Trong %s tương lai đã thử, %s là thành công." },
    must = { en = "What must hold:", vi = "Những điều phải có:" },
    ["c:delay"] = {
        en = "the 25 ha at Âu Lâu are open, with their wastewater plant, by "
            .. "the end of %d;",
        vi = "25 ha mở rộng tại Âu Lâu, kèm nhà máy xử lý nước thải, được đưa "
            .. "vào sử dụng chậm nhất cuối năm %d;",
    },
    ["c:money"] = {
        en = "at least %s for the move stand in the plans of 2028 and 2029 "
            .. "(%s of the scheme's estimate);",
        vi = "kế hoạch năm 2028 và 2029 bố trí ít nhất %s cho di dời (%s dự "
            .. "toán của đề án);",
    },
    ["c:cost"] = {
        en = "the move costs no more than %s in all (%s of the scheme's "
            .. "estimate);",
        vi = "tổng chi phí di dời không quá %s (%s dự toán của đề án);",
    },
    ["c:other"] = { en = "%s: %s;", vi = "%s: %s;" },
    inside = {
        en = "Where these hold it succeeds in %s of the futures; %s of all "
            .. "successes are of that kind.",
        vi = "Khi đủ các điều kiện trên, %s tương lai thành công; %s số lần "
            .. "thành công thuộc nhóm này.",
    },
    shares = { en = "How often it succeeds", vi = "Tần suất thành công" },
    opens = { en = "the extension opens by the end of",
              vi = "phần mở rộng đưa vào sử dụng cuối năm" },
    enough = { en = "with money for the cost, %%",
               vi = "đủ tiền theo chi phí, %%" },
    less = { en = "with less, %%", vi = "thiếu tiền, %%" },
    ["shares text"] = {
        en = "Money counts as enough when what stands in the plans is at least "
            .. "what the moves cost. It can still fail: DH09's plot may cost "
            .. "more than the estimate holds for it. It can succeed with a "
            .. "little less when that plot is small.",
        vi = "Coi là đủ tiền khi kinh phí bố trí không thấp hơn chi phí di "
            .. "dời. Vẫn có thể không thành: mặt bằng của DH09 có thể tốn hơn "
            .. "dự toán. Thiếu chút ít vẫn có thể thành nếu mặt bằng đó nhỏ.",
    },
    matters = { en = "What matters, and what does not",
                vi = "Yếu tố nào quyết định, yếu tố nào không" },
    idle = { en = "Next to nothing depends on: %s.",
             vi = "Hầu như không ảnh hưởng: %s." },
    ranges = { en = "What was varied", vi = "Đã cho thay đổi những gì" },
    factor = { en = "what", vi = "yếu tố" },
    range = { en = "from, to", vi = "từ, đến" },
    unit = { en = "unit", vi = "đơn vị" },
    whence = { en = "where the range is from", vi = "khoảng lấy từ đâu" },
    years = { en = "years", vi = "năm" },
    ["f:delay"] = { en = "delay of the extension",
                    vi = "phần mở rộng chậm" },
    ["f:fill"] = { en = "fill of Âu Lâu today",
                   vi = "tỷ lệ lấp đầy Âu Lâu hiện nay" },
    ["f:plot"] = { en = "plot that DH09 needs", vi = "mặt bằng DH09 cần" },
    ["f:money"] = { en = "money, against the scheme's",
                    vi = "kinh phí so với đề án" },
    ["f:cost"] = { en = "cost of the move, against the scheme's",
                   vi = "chi phí di dời so với đề án" },
    ["r:delay"] = { en = "ours; 0 is 2027, as the scheme says",
                    vi = "do chúng tôi đặt; 0 là năm 2027 theo đề án" },
    ["r:fill"] = { en = "from the lowest report to full; the end is ours",
                   vi = "từ báo cáo thấp nhất đến đầy; đầu trên do chúng tôi "
                       .. "đặt" },
    ["r:plot"] = { en = "smallest to largest known plot; ours",
                   vi = "mặt bằng nhỏ nhất đến lớn nhất đã biết; do chúng tôi "
                       .. "đặt" },
    ["r:money"] = { en = "ours", vi = "do chúng tôi đặt" },
    ["r:cost"] = { en = "UC-BAND, a band for investments; for moves it is ours",
                   vi = "UC-BAND, biên độ suất đầu tư; áp cho di dời là do "
                       .. "chúng tôi" },
    ["o:done"] = { en = "success", vi = "thành công" },
    ["o:placed"] = { en = "settled at Âu Lâu", vi = "về Âu Lâu" },
    ["o:last_year"] = { en = "year of the last move",
                        vi = "năm di dời cuối" },
    ["o:spent"] = { en = "spent on moves to Âu Lâu",
                    vi = "đã chi cho di dời về Âu Lâu" },
    assumed = { en = "Assumed, ours", vi = "Giả định của chúng tôi" },
    ["a:success"] = {
        en = "success: the 21 named for Âu Lâu are settled there in 2028 or "
            .. "2029, and DH03 (stops) and DH07 (a place of its own) are paid; "
            .. "that DH07 finds its place is not looked at;",
        vi = "thành công: 21 cơ sở về Âu Lâu trong năm 2028 hoặc 2029; DH03 "
            .. "(dừng) và DH07 (tự tìm nơi) được chi trả; không xét việc DH07 "
            .. "tìm được nơi mới;",
    },
    ["a:cost"] = {
        en = "each establishment costs by the hectare it holds: the scheme "
            .. "names no cost of anyone;",
        vi = "chi phí từng cơ sở tính theo diện tích đang giữ: đề án không nêu "
            .. "chi phí từng cơ sở;",
    },
    ["a:carry"] = {
        en = "money of 2028 that is left serves 2029, and none comes before "
            .. "or after;",
        vi = "tiền năm 2028 còn dư được chuyển sang 2029; trước và sau không "
            .. "có;",
    },
    ["a:besides"] = { en = "DH03 and DH07 are paid first, in 2028;",
                      vi = "DH03 và DH07 được chi trước, trong năm 2028;" },
    ["a:plant"] = {
        en = "the extension opens with a wastewater plant; until then land "
            .. "free at Âu Lâu may be used, for above 80 %% fill no plant is "
            .. "required; land opened in a year serves from the next;",
        vi = "phần mở rộng mở cùng nhà máy nước thải; trước đó được dùng đất "
            .. "còn trống tại Âu Lâu vì lấp đầy trên 80 %% thì chưa bắt buộc "
            .. "có nhà máy; đất mở năm nào dùng từ năm sau;",
    },
    ["a:order"] = {
        en = "the order is that of the draft criteria, one after the other;",
        vi = "thứ tự theo bộ tiêu chí dự thảo, lần lượt từng cơ sở;",
    },
    ["a:facts"] = {
        en = "that the policy, the investment lines and the list of seven "
            .. "groups come in time is not varied: without them nothing "
            .. "begins (dam_hong.lua).",
        vi = "việc có chủ trương, dòng vốn và danh sách bảy nhóm đúng hạn "
            .. "không thay đổi ở đây: thiếu thì không bắt đầu được "
            .. "(dam_hong.lua).",
    },
    kept = { en = "All futures: %s; hash %s…",
             vi = "Toàn bộ tương lai: %s; mã băm %s…" },
}
