return {
    title = { en = "Without the extension", vi = "Nếu không mở rộng" },
    cluster = { en = "cluster", vi = "cụm" },
    industrial = { en = "industrial land", vi = "đất công nghiệp" },
    fill = { en = "fill", vi = "lấp đầy" },
    free = { en = "free at most", vi = "trống nhiều nhất" },
    plant = { en = "central plant", vi = "nhà máy XLNT" },
    record = { en = "the record says", vi = "ghi trong hồ sơ" },
    exempt = { en = "exempt by fill", vi = "được miễn theo lấp đầy" },
    ["needs plant"] = { en = "needed, unless < 100 m³/day",
                        vi = "cần, trừ khi < 100 m³/ngày" },
    withdrawn = { en = "%d withdrawn from the plan: %s.",
                  vi = "%d cụm rút khỏi quy hoạch: %s." },
    ["not working"] = {
        en = "%d where nothing works yet, so no serviced land is on record: "
            .. "%s.",
        vi = "%d cụm chưa có cơ sở hoạt động, chưa ghi nhận đất có hạ tầng: "
            .. "%s.",
    },
    uncleared = {
        en = "%d whose record says the land is not cleared: %s.",
        vi = "%d cụm hồ sơ ghi đất chưa giải phóng mặt bằng: %s.",
    },
    ["no figures"] = { en = "%d without industrial land or fill: %s.",
                       vi = "%d cụm thiếu số liệu đất hoặc lấp đầy: %s." },
    full = { en = "%d full: %s.", vi = "%d cụm đã đầy: %s." },
    sum = {
        en = "Ceiling in all %s; of it %s where no central plant is needed; "
            .. "known need %s.",
        vi = "Mức trần cộng lại %s; trong đó %s ở nơi không cần nhà máy xử lý "
            .. "tập trung; nhu cầu đã biết %s.",
    },
    enough = {
        en = "By these ceilings the room is enough, with %s to spare.",
        vi = "Theo mức trần này thì đủ, còn dư %s.",
    },
    ["not enough"] = {
        en = "Under the wastewater rule it is not enough: %s short.",
        vi = "Theo quy định nước thải thì không đủ: thiếu %s.",
    },
    ["with plant"] = {
        en = "On paper a plant at any one of these would make it enough: %s.",
        vi = "Trên giấy, chỉ cần một trong các cụm này có nhà máy xử lý là đủ: "
            .. "%s.",
    },
    unknown = {
        en = "Cannot be decided: how much of it can be handed over. Missing: "
            .. "cleared land of every cluster (none on record), distance "
            .. "(%d of these %d have no point), trades allowed. The communes "
            .. "and the department of industry and trade can say.",
        vi = "Chưa thể kết luận: bao nhiêu có thể giao ngay. Còn thiếu: đất "
            .. "đã giải phóng mặt bằng của từng cụm (chưa có số liệu nào), "
            .. "khoảng cách (%d trong %d cụm này chưa có tọa độ), ngành nghề "
            .. "được phép. Xã, phường và Sở Công Thương trả lời được.",
    },
    ["two large projects stopped for lack of capital"] = {
        en = "two large projects stopped for lack of capital",
        vi = "hai dự án lớn dừng vì thiếu vốn",
    },
    ["narrow access road from QL37"] = {
        en = "narrow access road from QL37",
        vi = "đường vào từ QL37 hẹp",
    },
    ["no WWTP; infrastructure incomplete"] = {
        en = "no wastewater plant; infrastructure incomplete",
        vi = "chưa có nhà máy XLNT; hạ tầng chưa hoàn chỉnh",
    },
    ["roads degraded"] = { en = "roads degraded",
                           vi = "đường giao thông xuống cấp" },
}
