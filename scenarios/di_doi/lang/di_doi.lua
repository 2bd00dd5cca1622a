--- What the report says.
return {
    title = { en = "Relocation of polluting establishments 2027–2030",
              vi = "Di dời cơ sở gây ô nhiễm 2027–2030" },
    kicker = {
        en = "Synthetic establishments, readings, land and money; only "
            .. "trades, communes and names of clusters are real",
        vi = "Cơ sở, số đo, đất và kinh phí đều là giả định; chỉ ngành "
            .. "nghề, tên xã và tên cụm là có thật",
    },
    question = {
        en = "Who moves, in which order and year, with which support, and "
            .. "who is next for a place?",
        vi = "Cơ sở nào di dời, theo thứ tự và năm nào, hỗ trợ bao nhiêu, "
            .. "và ai được bố trí tiếp theo?",
    },
    answer = {
        en = "%d of %d polluting establishments that are to move get a place "
            .. "until %d, with %s of %s of support.",
        vi = "%d trên %d cơ sở gây ô nhiễm phải di dời được bố trí đến năm %d, "
            .. "dùng %s trong %s hỗ trợ.",
    },
    ["answer first"] = {
        en = "First stands %s; it is first in %s of all weightings within "
            .. "30 %% of these.",
        vi = "Đứng đầu là %s, và đứng đầu trong %s số bộ trọng số lệch không "
            .. "quá 30 %%.",
    },
    ["answer waiting"] = {
        en = "%d wait: %s.", vi = "%d cơ sở còn chờ: %s.",
    },
    ["answer proven"] = {
        en = "Where readings are missing, what was measured counts.",
        vi = "Nơi thiếu số đo, tính theo phần đã đo được.",
    },
    ["answer possible"] = {
        en = "Where readings are missing, the worst they leave possible "
            .. "counts.",
        vi = "Nơi thiếu số đo, tính theo mức xấu nhất còn có thể.",
    },
    classes = { en = "Pollution classes", vi = "Mức ô nhiễm" },
    who = { en = "who", vi = "cơ sở" },
    commune = { en = "commune", vi = "xã" },
    trade = { en = "trade", vi = "ngành nghề" },
    worst = { en = "worst reading", vi = "số đo vượt nhiều nhất" },
    times = { en = "times the limit", vi = "số lần giới hạn" },
    class = { en = "class", vi = "mức" },
    missing = { en = "not measured", vi = "chưa đo" },
    flow = { en = "flow not known", vi = "chưa biết lưu lượng" },
    ["class note"] = {
        en = "0 within limits to 4; two figures: at least and at most.",
        vi = "Từ 0 (trong giới hạn) đến 4; hai số: ít nhất và nhiều nhất.",
    },
    order = { en = "Order of relocation", vi = "Thứ tự di dời" },
    sure = { en = "How sure the order is", vi = "Thứ tự chắc chắn đến đâu" },
    waves = { en = "Waves and support", vi = "Các đợt và kinh phí hỗ trợ" },
    year = { en = "year", vi = "năm" },
    count = { en = "establishments", vi = "số cơ sở" },
    land = { en = "land", vi = "diện tích" },
    budget = { en = "support planned", vi = "kinh phí bố trí" },
    used = { en = "used", vi = "sử dụng" },
    left = { en = "left for later", vi = "chuyển năm sau" },
    waiting = { en = "Waits", vi = "Còn chờ" },
    ["would place"] = { en = "what would place it",
                        vi = "điều kiện để được bố trí" },
    notices = { en = "Notice list", vi = "Danh sách thông báo" },
    ["notice note"] = {
        en = "Notice by the end of the year before the move: ours, no rule "
            .. "was read for it.",
        vi = "Thông báo trước khi hết năm liền trước năm di dời: do nhóm đặt "
            .. "ra, chưa đọc quy định nào.",
    },
    by = { en = "notice by", vi = "thông báo trước" },
    where = { en = "where to", vi = "nơi đến" },
    support = { en = "support", vi = "hỗ trợ" },
    ["first do"] = { en = "first", vi = "cần làm trước" },
    reading = { en = "measure %s", vi = "đo %s" },
    ["flow first"] = { en = "measure the flow", vi = "đo lưu lượng" },
    papers = { en = "mend the papers", vi = "hoàn thiện hồ sơ" },
    ["papers unknown"] = { en = "ask for the papers", vi = "xác minh hồ sơ" },
    needs_room = { en = "Places for those that need room",
                   vi = "Bố trí cho cơ sở cần mở rộng mặt bằng" },
    new = { en = "Places for new ones without premises",
            vi = "Bố trí cho cơ sở mới chưa có mặt bằng" },
    ["list note"] = {
        en = "Placed behind the polluting ones, on land that these leave.",
        vi = "Bố trí sau các cơ sở gây ô nhiễm, trên phần đất còn lại.",
    },
    ["placed of"] = { en = "%d of %d get a place.",
                      vi = "Bố trí được %d trên %d cơ sở." },
    limits = { en = "Limits and classes used",
               vi = "Giới hạn và bảng phân mức đã dùng" },
    ["limit remark"] = {
        en = "QCVN 40:2025/BTNMT (Circular 06/2025) has replaced QCVN 40:2011 "
            .. "and was not seen: its limits must be put into limits.csv "
            .. "before any of this is used. Kq and Kf of QCVN 40:2011 were "
            .. "not seen either; C stands alone.",
        vi = "QCVN 40:2025/BTNMT (Thông tư 06/2025) đã thay QCVN 40:2011 nhưng "
            .. "chưa được đọc: phải đưa các giới hạn mới vào limits.csv trước "
            .. "khi sử dụng. Hệ số Kq và Kf của QCVN 40:2011 cũng chưa được "
            .. "đọc nên chỉ dùng giá trị C.",
    },
    ["class remark"] = {
        en = "The bands of Circular 04/2012/TT-BTNMT were not seen; bands, "
            .. "flows and classes of classes.csv are ours.",
        vi = "Chưa đọc được các khoảng vượt của Thông tư 04/2012/TT-BTNMT; các "
            .. "khoảng, lưu lượng và mức trong classes.csv là của nhóm.",
    },
    medium = { en = "medium", vi = "thành phần" },
    wastewater = { en = "wastewater", vi = "nước thải" },
    air = { en = "air", vi = "khí thải" },
    parameter = { en = "parameter", vi = "thông số" },
    limit = { en = "limit", vi = "giới hạn" },
    measure = { en = "in", vi = "đơn vị" },
    standard = { en = "standard", vi = "quy chuẩn" },
    certainty = { en = "how sure", vi = "độ chắc chắn" },
    over = { en = "over, times the limit", vi = "vượt quá, số lần" },
    flow_from = { en = "from flow", vi = "từ lưu lượng" },
}
