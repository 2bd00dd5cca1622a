return {
    title = { en = "Sơn La: what is known and what is not",
              vi = "Sơn La: biết gì và chưa biết gì" },
    kicker = {
        en = "An illustration on public sources of 2014-2022, not a record",
        vi = "Minh họa từ nguồn công khai 2014-2022, không phải hồ sơ",
    },
    asked = { en = "Which polluting establishments could move where?",
              vi = "Cơ sở gây ô nhiễm nào có thể di dời về đâu?" },
    answer = {
        en = "The press names %d single establishments; our draft ranks them, "
            .. "%d can be placed.",
        vi = "Báo chí nêu %d cơ sở riêng lẻ; dự thảo của chúng tôi xếp thứ "
            .. "tự, bố trí được %d.",
    },
    ["answer 2"] = {
        en = "No area, phase, cost or fill of any cluster (CCN) was found, so "
            .. "nothing can be decided on land.",
        vi = "Chưa có diện tích, giai đoạn, kinh phí hay tỷ lệ lấp đầy của cụm "
            .. "nào nên chưa thể kết luận gì về đất.",
    },
    cannot = { en = "What cannot be decided, and who can say",
               vi = "Điều chưa thể kết luận và ai trả lời được" },
    question = { en = "question", vi = "câu hỏi" },
    missing = { en = "missing", vi = "còn thiếu" },
    ["who can say"] = { en = "who can say", vi = "ai trả lời được" },
    first = { en = "who must move first", vi = "cơ sở nào phải đi trước" },
    ["first: missing"] = {
        en = "type, measurements against the standard, distance to housing",
        vi = "loại cơ sở, kết quả đo so với quy chuẩn, khoảng cách đến khu "
            .. "dân cư",
    },
    ["first: who"] = {
        en = "department of agriculture and environment; the list of serious "
            .. "polluters of 2013 (decision 1972/QĐ-UBND, not seen)",
        vi = "Sở Nông nghiệp và Môi trường; danh sách cơ sở gây ô nhiễm "
            .. "nghiêm trọng năm 2013 (QĐ 1972/QĐ-UBND, chưa được xem)",
    },
    where = { en = "which cluster takes whom", vi = "cụm nào nhận cơ sở nào" },
    ["where: missing"] = {
        en = "land of every cluster: total, industrial, cleared, leased; "
            .. "trades allowed; land each establishment needs",
        vi = "đất của mọi cụm: tổng, công nghiệp, đã giải phóng mặt bằng, đã "
            .. "cho thuê; ngành nghề được phép; nhu cầu đất từng cơ sở",
    },
    ["where: who"] = { en = "department of industry and trade, developers",
                       vi = "Sở Công Thương, chủ đầu tư hạ tầng" },
    opens = { en = "which phase opens when",
              vi = "giai đoạn nào mở năm nào" },
    ["opens: missing"] = { en = "phases, years and costs of every cluster",
                           vi = "giai đoạn, năm và kinh phí của mọi cụm" },
    ["opens: who"] = { en = "department of industry and trade",
                       vi = "Sở Công Thương" },
    law = { en = "may a cluster be extended",
            vi = "cụm nào được mở rộng" },
    ["law: missing"] = {
        en = "a fill rate with its day, the state of the infrastructure, "
            .. "decisions of establishment",
        vi = "tỷ lệ lấp đầy có ngày, tình trạng hạ tầng, quyết định thành lập",
    },
    ["law: who"] = { en = "department of industry and trade, People's "
                         .. "Committees of the communes",
                     vi = "Sở Công Thương, UBND cấp xã" },
    money = { en = "what it costs and who pays",
              vi = "chi phí và nguồn vốn" },
    ["money: missing"] = { en = "every cost and every budget line",
                           vi = "mọi chi phí và dòng vốn" },
    ["money: who"] = { en = "department of finance", vi = "Sở Tài chính" },
    known = { en = "What is known", vi = "Điều đã biết" },
    parks = {
        en = "Industrial parks (KCN), under another law, take nobody here: %s.",
        vi = "Khu công nghiệp (KCN) theo luật khác, ở đây không nhận cơ sở "
            .. "nào: %s.",
    },
    clusters = { en = "Clusters (CCN) known by name: %s.",
                 vi = "Cụm công nghiệp (CCN) biết tên: %s." },
    odd = {
        en = "The park Mai Sơn: the source gives %s ha leased, more than the "
            .. "%s ha of its first phase. One of the two is meant otherwise; "
            .. "neither is corrected here.",
        vi = "KCN Mai Sơn: nguồn ghi %s ha đã cho thuê, lớn hơn %s ha của "
            .. "giai đoạn 1. Một trong hai số mang nghĩa khác; ở đây không "
            .. "sửa số nào.",
    },
    who = { en = "who", vi = "cơ sở" },
    distances = { en = "Distance to the clusters",
                  vi = "Khoảng cách đến các cụm" },
    ["district points"] = {
        en = "Straight lines between the points of the districts, tens of km "
            .. "wide: good for far or near, not for a choice. 0: the same "
            .. "district.",
        vi = "Đường thẳng giữa điểm của các huyện rộng hàng chục km: chỉ để "
            .. "biết xa hay gần, không đủ để chọn. 0: cùng huyện.",
    },
    order = { en = "Order by our draft criteria",
              vi = "Thứ tự theo tiêu chí dự thảo" },
    draft = {
        en = "The criteria are our draft, approved by nobody; nearly "
            .. "everything they ask is unknown here.",
        vi = "Tiêu chí là dự thảo của chúng tôi, chưa ai phê duyệt; hầu hết "
            .. "những gì chúng hỏi đều chưa biết.",
    },
    placing = { en = "Placing", vi = "Bố trí" },
    ["what if"] = { en = "What if", vi = "Nếu … thì sao?" },
    room = {
        en = "Placed above as if every cluster (CCN) had %s ha free: your "
            .. "figure, not a record.",
        vi = "Bố trí ở trên như thể mỗi cụm (CCN) trống %s ha: con số của "
            .. "người dùng, không phải hồ sơ.",
    },
    faults = { en = "What the checks found", vi = "Kết quả kiểm tra" },
    source = { en = "Where this comes from", vi = "Nguồn gốc" },
}
