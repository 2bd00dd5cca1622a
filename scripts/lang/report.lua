--- What reports say; `page` is what the script of the page shows.
return {
    nothing = { en = "Nothing.", vi = "Không có." },
    numbers = { en = "Numbers", vi = "Số liệu" },
    contents = { en = "Contents", vi = "Mục lục" },
    noscript = {
        en = "This browser runs no scripts here: tables cannot be sorted and "
            .. "charts are not drawn. Every figure is in the tables.",
        vi = "Trình duyệt không chạy kịch bản ở đây: bảng không sắp xếp được "
            .. "và biểu đồ không hiện. Mọi số liệu đều có trong các bảng.",
    },

    -- order
    rank = { en = "rank", vi = "thứ hạng" },
    who = { en = "who", vi = "cơ sở" },
    score = { en = "score", vi = "điểm" },
    points = { en = "points", vi = "điểm" },
    criterion = { en = "criterion", vi = "tiêu chí" },
    known = { en = "known", vi = "đã biết" },
    class = { en = "class", vi = "loại" },
    mostly = { en = "mostly for", vi = "chủ yếu do" },
    range = { en = "rank at best–worst", vi = "hạng tốt–kém nhất" },
    ["criteria line"] = { en = "%s, version %s, %s",
                          vi = "%s, phiên bản %s, %s" },
    ["first of"] = { en = "Points by criterion, the first %d of %d",
                     vi = "Điểm theo tiêu chí, %d trong %d cơ sở đứng đầu" },
    ["points by criterion"] = { en = "Points by criterion",
                                vi = "Điểm theo tiêu chí" },
    ["order alt"] = {
        en = "Stacked bars, one for each: %s is first of %d.",
        vi = "Thanh chồng, mỗi cơ sở một thanh: %s đứng đầu trong %d." },
    tied = { en = "%d share their rank (=); among them the order is by key.",
             vi = "%d cơ sở đồng hạng (=); trong đó xếp theo mã." },
    ["from data"] = {
        en = "Some points are measured against the best and worst of this "
            .. "list: one more entry can turn the order of two others.",
        vi = "Một số điểm tính theo giá trị tốt nhất và kém nhất của danh "
            .. "sách: thêm một cơ sở có thể đảo thứ tự hai cơ sở khác." },
    excluded = { en = "%s is left out: %s", vi = "%s không xét: %s" },

    -- placement
    placement = { en = "Who goes where, and when",
                  vi = "Bố trí cơ sở vào cụm theo năm" },
    priority = { en = "priority", vi = "thứ tự" },
    where = { en = "where", vi = "cụm" },
    year = { en = "year", vi = "năm" },
    land = { en = "land", vi = "đất" },
    cost = { en = "cost", vi = "chi phí" },
    reason = { en = "why it waits", vi = "lý do phải chờ" },
    ["would place"] = { en = "would be placed by", vi = "bố trí được nếu" },
    waits = { en = "waits", vi = "phải chờ" },
    ["waits -"] = { en = "waits (−)", vi = "phải chờ (−)" },
    waves = { en = "Moves by year and cluster",
              vi = "Số cơ sở theo năm và cụm" },
    moves = { en = "moves", vi = "di dời" },
    ["placed of"] = { en = "Placed %d of %d.",
                      vi = "Bố trí được %d trong %d." },
    assumed = { en = "Assumed, by the word of the script:",
                vi = "Giả định của kịch bản:" },

    -- map
    map = { en = "Where the clusters are", vi = "Vị trí các cụm" },
    ["map alt"] = {
        en = "Map of %d {cluster|clusters}; the place of %d more is not known.",
        vi = "Bản đồ %d cụm; %d cụm chưa có tọa độ." },
    ["map note"] = {
        en = "Points and outlines of the plan, without a base map. A name that "
            .. "finds no room shows when the point is touched.",
        vi = "Điểm và ranh giới trong quy hoạch, không có bản đồ nền. Tên "
            .. "không đủ chỗ hiện khi chỉ vào điểm." },
    ["map name"] = { en = "cluster", vi = "cụm" },
    ["map state"] = { en = "state", vi = "tình trạng" },
    ["map area"] = { en = "total area [ha]", vi = "tổng diện tích [ha]" },
    ["map lon"] = { en = "longitude", vi = "kinh độ" },
    ["map lat"] = { en = "latitude", vi = "vĩ độ" },
    cluster = { en = "cluster", vi = "cụm" },
    ["total area"] = { en = "total area", vi = "tổng diện tích" },
    ["not known"] = { en = "not known", vi = "chưa rõ" },
    ["no places"] = { en = "No cluster has a known place, so there is no map.",
                      vi = "Chưa cụm nào có tọa độ nên không có bản đồ." },
    ["no place"] = { en = "Not on the map, place not known (%d): %s.",
                     vi = "Không có trên bản đồ vì chưa có tọa độ (%d): %s." },

    -- timeline
    timeline = { en = "What opens and who moves, by year",
                 vi = "Tiến độ mở đất và di dời theo năm" },
    ["timeline alt"] = { en = "Timeline with %d {bar|bars} and %d {day that "
        .. "decides|days that decide}.",
                         vi = "Biểu đồ tiến độ: %d thanh, %d mốc quyết định." },
    phase = { en = "phase %s", vi = "giai đoạn %s" },
    building = { en = "building", vi = "xây dựng" },
    opens = { en = "opens", vi = "mở" },
    builds = { en = "%s is being built", vi = "%s đang xây dựng" },
    ["opens in"] = { en = "%s opens in %d, serves from the next year",
                     vi = "%s mở năm %d, dùng được từ năm sau" },
    ["moves to"] = { en = "%s moves to %s in %d",
                     vi = "%s chuyển về %s năm %d" },
    to = { en = "to %s", vi = "về %s" },
    wave = { en = "%d move to %s in %d", vi = "%d cơ sở về %s năm %d" },
    day = { en = "day", vi = "mốc" },
    from = { en = "from", vi = "từ" },
    what = { en = "what", vi = "việc" },
    means = { en = "which means", vi = "nghĩa là" },
    ["mark note"] = { en = "Days that decide: %s.",
                      vi = "Các mốc quyết định: %s." },
    ["no year"] = { en = "Without a year, so not drawn: %s.",
                    vi = "Chưa có năm nên không vẽ: %s." },

    -- money
    ["need and money"] = { en = "Need and money by year",
                           vi = "Nhu cầu và nguồn vốn theo năm" },
    ["money by year"] = { en = "Need against money",
                          vi = "Đối chiếu nhu cầu và nguồn vốn" },
    need = { en = "need", vi = "nhu cầu" },
    money = { en = "money", vi = "nguồn vốn" },
    short = { en = "short", vi = "còn thiếu" },
    source = { en = "source", vi = "nguồn" },
    ["no source"] = { en = "source not settled", vi = "chưa rõ nguồn" },
    billion = { en = "bn VND", vi = "tỷ đồng" },
    ["money alt"] = {
        en = "Bars of need and of money by source, for %d {year|years}.",
        vi = "Cột nhu cầu và nguồn vốn theo nguồn, trong %d năm." },
    ["no money"] = { en = "The plan has no needs and no money by year.",
                     vi = "Quy hoạch chưa có nhu cầu và vốn theo năm." },
    ["no amount"] = { en = "Without a year or an amount: %s.",
                      vi = "Chưa có năm hoặc số tiền: %s." },

    -- scenarios
    line = { en = "what", vi = "chỉ tiêu" },
    ["side by side"] = { en = "Side by side", vi = "So sánh các phương án" },
    ["compare alt"] = { en = "%d small bar {chart|charts} of %d {plan|plans}.",
                        vi = "%d biểu đồ nhỏ của %d phương án." },
    ["gains and loses"] = { en = "Who gains and who loses",
                            vi = "Ai được lợi, ai bị thiệt" },
    changes = { en = "%s: %d gain, %d lose.",
                vi = "%s: %d được lợi, %d bị thiệt." },
    ["gains note"] = {
        en = "Years against \"%s\": (+1) a year later, (−) placed there but "
            .. "waits here, (+) waits there but placed here. Who is the same "
            .. "everywhere is not listed.",
        vi = "Năm so với \"%s\": (+1) chậm một năm, (−) ở đó bố trí được "
            .. "nhưng ở đây phải chờ, (+) ở đó phải chờ nhưng ở đây bố trí "
            .. "được. Không liệt kê cơ sở không thay đổi." },

    ["map of differences"] = { en = "Where it differs",
                               vi = "Khác nhau ở đâu" },
    ["differences alt"] = {
        en = "Maps of the clusters, one for each plan: %d places where it "
            .. "differs from \"%s\".",
        vi = "Bản đồ các cụm, mỗi phương án một hình: %d chỗ khác với \"%s\".",
    },
    ["differences note"] = {
        en = "Against \"%s\": how many more (+) or fewer (−) are placed in a "
            .. "cluster, and clusters or phases that the plan changes.",
        vi = "So với \"%s\": số cơ sở bố trí vào cụm nhiều hơn (+) hoặc ít hơn "
            .. "(−), và các cụm, giai đoạn mà phương án sửa đổi.",
    },
    more = { en = "more placed", vi = "bố trí nhiều hơn" },
    fewer = { en = "fewer placed", vi = "bố trí ít hơn" },
    changed = { en = "changed", vi = "sửa đổi" },
    same = { en = "the same", vi = "như nhau" },
    plan = { en = "plan", vi = "phương án" },
    ["placed in"] = { en = "placed in %s", vi = "bố trí ở %s" },
    ["placed here"] = { en = "placed here", vi = "bố trí ở đây" },
    ["placed then"] = { en = "placed in the first",
                        vi = "bố trí ở phương án đầu" },
    ["placed now"] = { en = "placed here", vi = "bố trí ở đây" },
    difference = { en = "difference", vi = "chênh lệch" },

    -- findings
    found = { en = "%d contradictions that cannot be, %d that do not agree, "
                  .. "%d notes.",
              vi = "%d lỗi, %d cảnh báo, %d ghi chú." },
    severity = { en = "weight", vi = "mức độ" },
    error = { en = "error", vi = "lỗi" },
    warning = { en = "warning", vi = "cảnh báo" },
    note = { en = "note", vi = "ghi chú" },
    about = { en = "about", vi = "đối tượng" },
    finding = { en = "finding", vi = "phát hiện" },
    sources = { en = "sources", vi = "nguồn" },
    rule = { en = "check", vi = "kiểm tra" },

    -- provenance
    ["made with"] = { en = "Made with %s. The same command on the same files "
                          .. "gives the same bytes:",
                      vi = "Lập bằng %s. Cùng lệnh này trên cùng các tệp cho "
                          .. "đúng kết quả từng byte:" },
    inputs = { en = "Files that were read", vi = "Các tệp đã đọc" },
    file = { en = "file", vi = "tệp" },

    page = {
        filter = { en = "Filter", vi = "Lọc" },
        rows = { en = "{n} of {all} rows", vi = "{n} trong {all} dòng" },
        csv = { en = "Tables are saved as CSV with",
                vi = "Lưu bảng dạng CSV với" },
        save = { en = "Save this table as CSV", vi = "Lưu bảng này dạng CSV" },
        comma = { en = "decimal point, commas between cells",
                  vi = "dấu chấm thập phân, ô cách bằng dấu phẩy" },
        semicolon = { en = "decimal comma, semicolons between cells",
                      vi = "dấu phẩy thập phân, ô cách bằng dấu chấm phẩy" },
        first = { en = "the first {n} are shown", vi = "hiện {n} dòng đầu" },
        all = { en = "show all {all}", vi = "hiện cả {all} dòng" },
        sort = { en = "Sort by {title}", vi = "Sắp xếp theo {title}" },
        nocharts = {
            en = "The charts are missing: this ccn was built without Vega. "
                .. "Install npm and run make again. The numbers are here.",
            vi = "Thiếu biểu đồ: ccn này được dựng khi không có Vega. Hãy cài "
                .. "npm rồi chạy lại make. Số liệu ở ngay đây.",
        },
        failed = { en = "This chart could not be drawn: {why}",
                   vi = "Không vẽ được biểu đồ này: {why}" },
    },
}
