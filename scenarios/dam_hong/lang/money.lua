return {
    title = { en = "Money", vi = "Kinh phí" },
    item = { en = "the move of %d establishments",
             vi = "di dời %d cơ sở" },
    amount = { en = "amount", vi = "số tiền" },
    land = { en = "compensation for land", vi = "bồi thường đất" },
    assets = { en = "buildings and works", vi = "nhà xưởng, công trình" },
    stabilisation = { en = "support to settle", vi = "hỗ trợ ổn định" },
    stoppage = { en = "support for stopped production",
                 vi = "hỗ trợ ngừng sản xuất" },
    contingency = { en = "contingency (2 × 3 bn)",
                    vi = "dự phòng (2 × 3 tỷ)" },
    sum = { en = "sum of the items", vi = "cộng các khoản" },
    ["wave 1"] = { en = "wave one, %d establishments, %d",
                   vi = "đợt 1, %d cơ sở, năm %d" },
    ["wave 2"] = { en = "wave two, %d establishments, %d",
                   vi = "đợt 2, %d cơ sở, năm %d" },
    waves = { en = "sum of the waves", vi = "cộng hai đợt" },
    agree = {
        en = "Items and waves both give the stated total of %s, to the đồng.",
        vi = "Các khoản và hai đợt đều khớp tổng đã nêu %s, đến từng đồng.",
    },
    disagree = {
        en = "Items and waves do not give the stated total of %s.",
        vi = "Các khoản và hai đợt không khớp tổng đã nêu %s.",
    },
    extension = {
        en = "Extension: about %s for %s = %s a ha. The norm is %s a ha (QĐ "
            .. "425/QĐ-BXD 30/3/2026, clearance not included): %s.",
        vi = "Mở rộng: khoảng %s cho %s = %s mỗi ha. Suất vốn đầu tư %s mỗi "
            .. "ha (QĐ 425/QĐ-BXD 30/3/2026, chưa gồm giải phóng mặt bằng): "
            .. "%s.",
    },
    above = {
        en = "The difference of %s is %s a ha; clearance observed in the "
            .. "province costs %s to %s bn a ha. The department's own band "
            .. "asks for reasons above %s a ha: ask for the breakdown.",
        vi = "Chênh lệch %s, tức %s mỗi ha; giải phóng mặt bằng ghi nhận "
            .. "trong tỉnh từ %s đến %s tỷ mỗi ha. Theo ngưỡng của Sở, trên "
            .. "%s mỗi ha phải giải trình: đề nghị nêu cơ cấu chi phí.",
    },
    lines = {
        en = "The 2026-2030 investment plan has %d lines for clusters, none "
            .. "for the move and none for the new %s: line %s at Âu Lâu is the "
            .. "extension decided in %d (%s allotted).",
        vi = "Kế hoạch đầu tư công 2026-2030 có %d dòng về cụm, không dòng "
            .. "nào cho việc di dời hay cho %s mới: dòng %s tại Âu Lâu là phần "
            .. "mở rộng quyết định năm %d (giao %s).",
    },
    open = {
        en = "Not yet allotted in the province, all fields: %s; the move and "
            .. "the extension ask %s (%s of it), and new projects come ninth "
            .. "and last in the order of allotment.",
        vi = "Vốn toàn tỉnh chưa phân bổ, mọi lĩnh vực: %s; di dời và mở rộng "
            .. "cần %s (%s), dự án mới xếp thứ chín, cuối cùng trong thứ tự "
            .. "phân bổ.",
    },
    unknown = {
        en = "Cannot be decided: cost per establishment and who pays which "
            .. "part. Missing: inventory of each plot, shares of province, "
            .. "infrastructure investor and enterprises (department of "
            .. "finance, due Q4/2026). No establishment shows a cost here.",
        vi = "Chưa thể kết luận: chi phí từng cơ sở và ai trả phần nào. Còn "
            .. "thiếu: kiểm kê từng thửa, phần của tỉnh, chủ đầu tư hạ tầng, "
            .. "doanh nghiệp (Sở Tài chính, hạn quý IV/2026). Ở đây không ghi "
            .. "chi phí cho cơ sở nào.",
    },
}
