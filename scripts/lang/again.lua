--- What is asked of a placement by solving again.
return {
    who = { en = "who", vi = "cơ sở" },
    strict = { en = "strict order", vi = "theo đúng thứ tự" },
    best = { en = "best total", vi = "tổng tốt nhất" },
    left_out = { en = "waits", vi = "phải chờ" },
    strictness = {
        en = "Strict order costs %s more, at most %s (%s against %s); placed "
            .. "%d against %d.",
        vi = "Giữ đúng thứ tự tốn thêm %s, nhiều nhất %s (%s so với %s); bố "
            .. "trí được %d so với %d cơ sở.",
    },
    strictness_none = {
        en = "Strict order costs nothing: none is proved better than %s; "
            .. "placed %d.",
        vi = "Giữ đúng thứ tự không tốn thêm gì: đã chứng minh không phương án "
            .. "nào tốt hơn %s; bố trí được %d cơ sở.",
    },
    pins = { en = "What each pin costs:", vi = "Chi phí của từng ấn định:" },
    pinned = { en = "pinned to", vi = "ấn định" },
    cost = { en = "costs", vi = "tốn thêm" },
    placed = { en = "more placed without it", vi = "bố trí thêm nếu bỏ" },
    placed_in_all = { en = "placed", vi = "bố trí được" },
    gap = { en = "gap [%%]", vi = "chênh lệch [%%]" },
    front = { en = "What is traded for what:", vi = "Đánh đổi giữa các mục "
              .. "tiêu:" },
    curve = { en = "What more changes are worth:",
              vi = "Thêm thay đổi thì được gì:" },
    moves = { en = "changes", vi = "thay đổi" },
    total = { en = "sum of the terms", vi = "tổng mục tiêu" },
    bound = { en = "none is below", vi = "không thể thấp hơn" },
    others = { en = "Clearly different good plans: %d.",
               vi = "Các phương án tốt khác hẳn nhau: %d." },
    plan = { en = "plan", vi = "phương án" },
    otherwise = { en = "placed otherwise than in 1",
                  vi = "bố trí khác phương án 1" },
    changes = { en = "changes against the plan in force",
                vi = "thay đổi so với phương án hiện hành" },
    prices = { en = "What one more unit from that year on is worth:",
               vi = "Thêm một đơn vị từ năm đó đáng giá:" },
    no_prices = { en = "More of any one resource alone gains nothing that is "
                      .. "proved.",
                  vi = "Chỉ thêm riêng một nguồn lực nào cũng không chứng minh "
                      .. "được là có lợi." },
    no_pins = { en = "Nothing is pinned.", vi = "Không có ấn định nào." },
    billion = { en = "billion VND", vi = "tỷ đồng" },
    at_least_one = { en = "%s must be at least 1, got %d",
                     vi = "%s phải từ 1 trở lên, nhận được %d" },
    within_least = { en = "no placement has '%s' at most %s; the least found "
                        .. "is %s",
                     vi = "không có phương án nào có '%s' không quá %s; thấp "
                        .. "nhất tìm được là %s" },
    few_changes = { en = "no placement has at most %d changes against the plan "
                       .. "in force; the fewest found are %d",
                    vi = "không có phương án nào thay đổi không quá %d so với "
                       .. "phương án hiện hành; ít nhất tìm được là %d" },
    what = { en = "what", vi = "nguồn lực" },
    where = { en = "where", vi = "ở đâu" },
    year = { en = "from", vi = "từ năm" },
    price = { en = "worth", vi = "giá trị" },
    per = { en = "for one", vi = "cho một" },
    all_clusters = { en = "all", vi = "tất cả" },
    land = { en = "land", vi = "đất" },
    wastewater = { en = "wastewater treatment", vi = "xử lý nước thải" },
    budget = { en = "money", vi = "vốn" },

    no_such_term = { en = "the goal has no term '%s', only %s",
                     vi = "mục tiêu không có thành phần '%s', chỉ có %s" },
    two_terms = { en = "name two or three terms",
                  vi = "phải nêu hai hoặc ba thành phần" },
    no_way = { en = "a front goes by \"weights\" or \"limits\", not '%s'",
               vi = "đánh đổi theo \"weights\" hoặc \"limits\", không phải "
                   .. "'%s'" },
    bad_most = { en = "the most that term '%s' may be must be a number",
                 vi = "mức tối đa của thành phần '%s' phải là một số" },
    bad_changes = { en = "at most so many changes: a whole number from 0, not "
                        .. "'%s'",
                    vi = "số thay đổi tối đa phải là số nguyên từ 0, không "
                        .. "phải '%s'" },
    no_current = { en = "this needs current, the plan in force",
                   vi = "cần có current, phương án hiện hành" },
    not_moving = { en = "enterprise '%s' is not among those to be placed",
                   vi = "cơ sở '%s' không thuộc diện bố trí lần này" },
}
