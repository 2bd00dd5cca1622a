return {
    title = { en = "Land", vi = "Đất" },
    when = { en = "as of", vi = "thời điểm" },
    who = { en = "reported by", vi = "đơn vị báo cáo" },
    fill = { en = "fill of Âu Lâu", vi = "lấp đầy Âu Lâu" },
    free = {
        en = "At most %s × (1 − %s) = %s of industrial land is free in "
            .. "Âu Lâu, at most %s by the ward's \"over 95 %%\". It is a "
            .. "ceiling: no record says which of it is cleared.",
        vi = "Âu Lâu còn trống nhiều nhất %s × (1 − %s) = %s đất công "
            .. "nghiệp; theo báo cáo của phường (\"trên 95 %%\") nhiều nhất "
            .. "%s. Đây là mức trần: chưa có số liệu đất đã giải phóng "
            .. "mặt bằng.",
    },
    fit = { en = "smallest that fit", vi = "cơ sở nhỏ nhất vừa đủ" },
    taken = { en = "they take", vi = "diện tích chiếm" },
    ["free column"] = { en = "free at most", vi = "trống nhiều nhất" },
    need = {
        en = "The %d establishments named for Âu Lâu hold at least %s (%s, "
            .. "Annex 1; %s not given). By Annex 2 where it differs: %s. "
            .. "Wanted land is not in the source: like for like is ours.",
        vi = "%d cơ sở dự kiến về Âu Lâu đang dùng ít nhất %s (%s, Phụ lục "
            .. "01; chưa có số liệu %s). Theo Phụ lục 02 ở chỗ khác nhau: "
            .. "%s. Nhu cầu đất chưa có trong nguồn: lấy bằng diện tích "
            .. "đang dùng là giả định của chúng tôi.",
    },
    gross = {
        en = "Gross land for the known need at Âu Lâu's industrial share: "
            .. "%s ÷ (%s ÷ %s) = %s. Asked: %s, which would give %s of "
            .. "industrial land at that share.",
        vi = "Tổng diện tích cần theo tỷ lệ đất công nghiệp của Âu Lâu: "
            .. "%s ÷ (%s ÷ %s) = %s. Đề nghị mở rộng: %s, tương ứng %s đất "
            .. "công nghiệp theo tỷ lệ đó.",
    },
    left = {
        en = "Free now %s + opened %s − known need %s = %s left. If the free "
            .. "land is used first, %s gross would do for the known need.",
        vi = "Đang trống %s + mở thêm %s − nhu cầu đã biết %s = còn %s. Nếu "
            .. "dùng hết đất trống trước, chỉ cần mở thêm %s tổng diện tích "
            .. "cho nhu cầu đã biết.",
    },
    unknown = {
        en = "Cannot be decided: whether %s is too much. Missing: land "
            .. "wanted by each establishment, the plot of DH09, demand of "
            .. "others (ward and establishments can say); the industrial share "
            .. "of the extension (its detailed plan).",
        vi = "Chưa thể kết luận: %s có quá nhiều hay không. Còn thiếu: nhu "
            .. "cầu đất của từng cơ sở, diện tích của DH09, nhu cầu của các "
            .. "nhà đầu tư khác (phường và các cơ sở trả lời); tỷ lệ đất công "
            .. "nghiệp của phần mở rộng (quy hoạch chi tiết).",
    },
    ["department of industry and trade"] = {
        en = "department of industry and trade", vi = "Sở Công Thương",
    },
    ["ward report 541/BC-UBND"] = {
        en = "ward report 541/BC-UBND", vi = "phường, báo cáo 541/BC-UBND",
    },
}
