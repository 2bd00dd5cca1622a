return {
    what = { en = "what", vi = "nội dung" },
    area = { en = "industrial land", vi = "đất công nghiệp" },
    ["land title"] = { en = "Land there is against land needed",
                       vi = "Đất có so với đất cần" },
    ["land alt"] = {
        en = "Four bars: at most %s free now, %s would open, at least %s are "
            .. "needed, %s would be left.",
        vi = "Bốn thanh: hiện trống nhiều nhất %s, mở thêm %s, cần ít nhất "
            .. "%s, còn lại %s.",
    },
    free = { en = "free at Âu Lâu, at most", vi = "Âu Lâu đang trống, tối đa" },
    opens = { en = "opened by the extension",
              vi = "phần mở rộng mở thêm" },
    need = { en = "known need of the 21", vi = "nhu cầu đã biết của 21 cơ sở" },
    left = { en = "left after the moves", vi = "còn lại sau di dời" },
    there = { en = "there", vi = "có" },
    needed = { en = "needed", vi = "cần" },
    remains = { en = "left", vi = "còn" },

    ["fill title"] = { en = "Fill by the industrial share of the extension",
                       vi = "Lấp đầy theo tỷ lệ đất công nghiệp phần mở rộng" },
    ["fill alt"] = {
        en = "Two falling lines: fill on opening and after all known moves. "
            .. "The second stays above %s only while the share is below %s.",
        vi = "Hai đường giảm: lấp đầy khi mở và sau mọi lần di dời đã biết. "
            .. "Đường thứ hai chỉ trên %s khi tỷ lệ dưới %s.",
    },
    share = { en = "industrial share [%%]", vi = "tỷ lệ đất công nghiệp [%%]" },
    fill = { en = "fill [%%]", vi = "lấp đầy [%%]" },
    opening = { en = "on opening", vi = "khi mở" },
    moved = { en = "after all known moves", vi = "sau mọi lần di dời đã biết" },

    records = { en = "day of the records", vi = "ngày của số liệu" },
    funds = { en = "policy and lines of the investment plan are due",
              vi = "hạn chủ trương và danh mục đầu tư công" },
    procedure = { en = "the procedure for the extension must have begun",
                  vi = "phải bắt đầu thủ tục mở rộng" },
    ["first wave"] = { en = "wave one begins", vi = "bắt đầu đợt 1" },

    extension = { en = "extension of Âu Lâu, 25 ha (about)",
                  vi = "mở rộng Âu Lâu 25 ha (khoảng)" },
    wave = { en = "move, wave %d", vi = "di dời, đợt %d" },
    ["money note"] = {
        en = "The whole cost of the extension stands in the year it opens; "
            .. "how it is spread over the years of building is not known. No "
            .. "line of any plan pays for it yet.",
        vi = "Toàn bộ kinh phí mở rộng tính vào năm mở; chưa biết phân bổ "
            .. "theo các năm xây dựng. Chưa có dòng vốn nào cho việc này.",
    },
    ["all findings"] = { en = "Everything the checks found",
                         vi = "Toàn bộ kết quả kiểm tra" },
    provenance = { en = "Where this comes from",
                   vi = "Nguồn gốc của báo cáo" },
}
