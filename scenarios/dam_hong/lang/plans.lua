return {
    title = { en = "Without the extension: three plans",
              vi = "Nếu không mở rộng: ba phương án" },
    about = {
        en = "If the extension does not come, the 21 must go to land that is "
            .. "free by the record, in any cluster. Strict order: the draft "
            .. "order decides, and nobody takes what one before could have "
            .. "used. Best total: the least years waited and left out, by "
            .. "priority. Least change: first as few changes as can be "
            .. "against what was planned with the extension, then the same "
            .. "goal.",
        vi = "Nếu không mở rộng, 21 cơ sở phải vào đất còn trống theo hồ sơ ở "
            .. "bất kỳ cụm nào. Theo đúng thứ tự: thứ tự dự thảo quyết định, "
            .. "không ai lấy chỗ mà cơ sở đứng trước dùng được. Tổng tốt nhất: "
            .. "ít năm chờ và ít cơ sở chưa bố trí nhất, theo ưu tiên. Ít thay "
            .. "đổi nhất: trước hết thay đổi càng ít càng tốt so với phương án "
            .. "có mở rộng, sau đó mới đến cùng mục tiêu ấy.",
    },
    what = { en = "what", vi = "chỉ tiêu" },
    strict = { en = "strict order", vi = "đúng thứ tự" },
    best = { en = "best total", vi = "tổng tốt nhất" },
    least = { en = "least change", vi = "ít thay đổi nhất" },
    placed = { en = "placed", vi = "bố trí được" },
    land = { en = "land taken", vi = "đất sử dụng" },
    changes = { en = "changes", vi = "thay đổi" },
    total = { en = "waited and left out, weighted",
              vi = "chờ và chưa bố trí, có trọng số" },
    gap = { en = "proved: above the least by at most",
            vi = "đã chứng minh: cao hơn mức thấp nhất không quá" },
    ["all best"] = {
        en = "%d are placed where nothing better can be had by this goal, and "
            .. "none of them would fit into another cluster as it stands.",
        vi = "%d cơ sở ở nơi mà mục tiêu này không thể tốt hơn, và không cơ sở "
            .. "nào trong đó vừa cụm khác như hiện nay.",
    },
    ["no more"] = {
        en = "%d changes are the fewest found, and more of them gain nothing.",
        vi = "%d thay đổi là ít nhất tìm được, và thay đổi thêm cũng không "
            .. "được gì.",
    },
    ["what land"] = { en = "land", vi = "đất" },
    price = {
        en = "The strict order costs %s more of the goal than the best plan "
            .. "found, and at most %s by the proved bound.",
        vi = "Giữ đúng thứ tự làm mục tiêu kém %s so với phương án tốt nhất "
            .. "tìm được, và nhiều nhất %s theo cận đã chứng minh.",
    },
    fewest = {
        en = "The least-change plan changes %d of what was planned, the "
            .. "strict one %d, the best one %d.",
        vi = "Phương án ít thay đổi nhất đổi %d cơ sở so với dự kiến, theo "
            .. "đúng thứ tự đổi %d, tổng tốt nhất đổi %d.",
    },
    who = { en = "who", vi = "cơ sở" },
    ["who where"] = { en = "Who goes where, if not the same in all plans",
                      vi = "Cơ sở nào vào đâu, nếu các phương án khác nhau" },
    planned = { en = "as planned", vi = "dự kiến" },
    waits = { en = "waits", vi = "chờ" },
    plan = { en = "plan", vi = "phương án" },
    binds = { en = "what binds", vi = "vướng mắc" },
    would = { en = "what would place it", vi = "bố trí được nếu" },
    ["why waits"] = { en = "Who waits, and what would change that",
                      vi = "Cơ sở phải chờ và cách giải quyết" },
    ["why placed"] = {
        en = "Who is placed at best total, what keeps them from better, and "
            .. "the next best",
        vi = "Cơ sở được bố trí theo tổng tốt nhất, vì sao không tốt hơn, và "
            .. "nơi tốt thứ hai",
    },
    where = { en = "where", vi = "ở đâu" },
    rather = { en = "rather", vi = "muốn hơn" },
    next = { en = "next best", vi = "nơi tốt thứ hai" },
    ["has best"] = { en = "has the best", vi = "đã ở nơi tốt nhất" },
    other = { en = "%s %d, costs %s", vi = "%s %d, kém %s" },
    ["no other"] = { en = "none fits", vi = "không nơi nào vừa" },
    curve = { en = "What more changes gain", vi = "Thêm thay đổi thì được gì" },
    resource = { en = "what", vi = "nguồn lực" },
    year = { en = "from", vi = "từ năm" },
    worth = { en = "one more ha is worth", vi = "thêm 1 ha đáng giá" },
    prices = { en = "What one more hectare gains, by the proof",
               vi = "Thêm một ha thì được gì, theo cận đã chứng minh" },
    ours = {
        en = "Ours: the draft order, the goal and the tax of 100 on a change; "
            .. "free land is a ceiling that no record calls cleared.",
        vi = "Giả định của chúng tôi: thứ tự dự thảo, mục tiêu và mức phạt 100 "
            .. "cho mỗi thay đổi; đất còn trống là mức trần, chưa hồ sơ nào "
            .. "ghi là mặt bằng sạch.",
    },
}
