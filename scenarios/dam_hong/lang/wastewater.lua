return {
    title = { en = "Wastewater", vi = "Nước thải" },
    rule = {
        en = "No central plant is required above %s fill (worked before "
            .. "01/01/2022) or below %s a day in all, each tenant treating "
            .. "to standard (Decree 08/2022 as amended by 48/2026). Âu Lâu "
            .. "has no plant and reports %s.",
        vi = "Không bắt buộc có nhà máy xử lý tập trung khi lấp đầy trên %s "
            .. "(hoạt động trước 01/01/2022) hoặc tổng nước thải dưới %s mỗi "
            .. "ngày, từng cơ sở tự xử lý đạt chuẩn (NĐ 08/2022 sửa bởi NĐ "
            .. "48/2026). Âu Lâu chưa có nhà máy, lấp đầy báo cáo %s.",
    },
    share = { en = "industrial share", vi = "tỷ lệ đất CN" },
    opened = { en = "opened", vi = "mở thêm" },
    opening = { en = "fill on opening", vi = "lấp đầy khi mở" },
    moved = { en = "after all known moves", vi = "sau khi dời hết (đã biết)" },
    result = { en = "at the end", vi = "kết quả" },
    above = { en = "above %s", vi = "trên %s" },
    below = { en = "not above %s", vi = "không trên %s" },
    own = {
        en = "Âu Lâu's own share today (%s of %s); the share of the "
            .. "extension is not known.",
        vi = "tỷ lệ hiện nay của Âu Lâu (%s trên %s); tỷ lệ của phần mở "
            .. "rộng chưa có.",
    },
    ["opening text"] = {
        en = "Opening the extension lowers the fill to %s: below %s, so the "
            .. "exemption by fill falls from that day.",
        vi = "Mở phần mở rộng làm tỷ lệ lấp đầy giảm còn %s, dưới %s: từ ngày "
            .. "đó không còn được miễn theo tỷ lệ lấp đầy.",
    },
    after = {
        en = "After all known moves it is %s; it stays above the limit only "
            .. "while the industrial share is below %s (limit %s). Without "
            .. "the %d stopped establishments it ends at %s.",
        vi = "Sau khi dời hết (phần đã biết) là %s; chỉ vượt ngưỡng khi tỷ lệ "
            .. "đất công nghiệp dưới %s (ngưỡng %s). Không tính %d cơ sở đã "
            .. "dừng hoạt động thì còn %s.",
    },
    reports = {
        en = "It hangs on today's fill too: %s.",
        vi = "Kết quả còn tùy tỷ lệ lấp đầy hiện nay: %s.",
    },
    report = {
        en = "from %s it falls to %s and ends at %s",
        vi = "từ %s giảm còn %s và cuối cùng là %s",
    },
    flow = {
        en = "The other exemption does not help: the plan gives %s m³ of "
            .. "water a day for %s, so about %s m³ of wastewater (%s), "
            .. "against %s.",
        vi = "Điều kiện miễn còn lại không giúp được: quy hoạch cấp nước %s "
            .. "m³/ngày cho %s, tức khoảng %s m³ nước thải (%s), so với "
            .. "ngưỡng %s.",
    },
    unknown = {
        en = "Cannot be decided: size, cost and year of the plant. Missing: "
            .. "measured flow of Âu Lâu, wastewater of the movers, first "
            .. "year of work (before 2022?), whether the cost includes it "
            .. "(ward, developer, department of agriculture and environment).",
        vi = "Chưa thể kết luận: quy mô, kinh phí và năm có nhà máy. Còn "
            .. "thiếu: lưu lượng đo tại Âu Lâu, nước thải của các cơ sở dời "
            .. "đến, năm bắt đầu hoạt động (trước 2022?), kinh phí có gồm nhà "
            .. "máy hay không (phường, chủ đầu tư, Sở Nông "
            .. "nghiệp và Môi trường).",
    },
}
