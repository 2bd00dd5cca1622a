return {
    title = { en = "What if", vi = "Nếu … thì sao?" },
    money = { en = "money %d, ours [bn VND]",
              vi = "kinh phí %d, giả định [tỷ đồng]" },
    best = { en = "placed at best total", vi = "bố trí theo tổng tốt nhất" },
    short = { en = "short of the need [bn VND]",
              vi = "thiếu so với nhu cầu [tỷ đồng]" },
    dossier = { en = "Dossier of %s", vi = "Hồ sơ ngày %s" },
    area = { en = "area after", vi = "diện tích sau" },
    fill = { en = "fill rate", vi = "tỷ lệ lấp đầy" },
    infrastructure = { en = "infrastructure", vi = "hạ tầng thiết yếu" },
    result = { en = "may be extended", vi = "được mở rộng" },
    start = { en = "begin by, for a decision in 2026",
              vi = "bắt đầu trước, để có quyết định trong 2026" },
    holds = { en = "holds", vi = "đạt" },
    fails = { en = "fails", vi = "không đạt" },
    exempt = { en = "exempt", vi = "được miễn" },
    unknown = { en = "cannot be decided", vi = "chưa thể kết luận" },
    ["late text"] = {
        en = "A year late: land opened in 2028 serves from 2029. In 2028 "
            .. "there is room for %d in the draft order (%d if the smallest "
            .. "went first), while wave one names %d; %d are left for 2029.",
        vi = "Chậm một năm: đất mở năm 2028 dùng được từ 2029. Năm 2028 chỉ "
            .. "đủ cho %d cơ sở theo thứ tự dự thảo (%d nếu cơ sở nhỏ đi "
            .. "trước), trong khi đợt 1 có %d; còn %d dồn sang 2029.",
    },
    ["less text"] = {
        en = "Money a fifth lower (baseline ours: each wave's total in its "
            .. "year, no carry-over): %s short, %s more than the whole "
            .. "contingency. Cannot be decided: who would wait. Missing: the "
            .. "cost of each establishment.",
        vi = "Kinh phí giảm một phần năm (mức gốc do chúng tôi giả định: mỗi "
            .. "đợt đúng số tổng trong năm, không chuyển nguồn): thiếu %s, "
            .. "vượt toàn bộ dự phòng %s. Chưa thể kết luận: cơ sở nào phải "
            .. "chờ. Còn thiếu: chi phí từng cơ sở.",
    },
    ["dry text"] = {
        en = "No plant: from the day the land opens the exemption is gone, "
            .. "and as we read the rule nobody may move in, not even onto "
            .. "land that is free today. An extension without a plant is "
            .. "worse than none.",
        vi = "Không có nhà máy: từ ngày mở đất không còn được miễn; theo "
            .. "cách hiểu của chúng tôi thì không cơ sở nào được vào, kể cả "
            .. "trên đất đang trống. Mở rộng mà không có nhà máy còn kém hơn "
            .. "không mở rộng.",
    },
    ["none text"] = {
        en = "No extension: %d in the draft order at Âu Lâu, %d at best "
            .. "total, %d if only the number counted. With every other "
            .. "cluster that needs no plant: %d, or %d at best total; on "
            .. "ceilings that no record calls cleared.",
        vi = "Không mở rộng: tại Âu Lâu %d cơ sở theo thứ tự dự thảo, %d theo "
            .. "tổng tốt nhất, %d nếu chỉ tính số lượng. Thêm mọi cụm không "
            .. "cần nhà máy: %d, hoặc %d theo tổng tốt nhất; đều là mức trần "
            .. "chưa ai xác nhận mặt bằng.",
    },
    waits = {
        en = "Who waits without the extension even if every cluster may be "
            .. "used:",
        vi = "Cơ sở vẫn phải chờ nếu không mở rộng, dù được dùng mọi cụm:",
    },
    who = { en = "who", vi = "cơ sở" },
    binds = { en = "what binds", vi = "vướng" },
    would = { en = "what would place it", vi = "bố trí được nếu" },
    sets = { en = "The two rule sets", vi = "Hai bộ quy định" },
    ["sets text"] = {
        en = "The two rule sets differ in the fill asked (60 and 50 %%) and "
            .. "in the exemption for clusters formed before 05/10/2009; Âu "
            .. "Lâu fails both on the infrastructure.",
        vi = "Hai bộ quy định khác nhau ở mức lấp đầy (60 và 50 %%) và ở miễn "
            .. "trừ cho cụm hình thành trước 05/10/2009; Âu Lâu không đạt ở cả "
            .. "hai vì hạ tầng.",
    },
}
