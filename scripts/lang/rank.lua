--- What the ranking says.
return {
    title = { en = "Order by %s, version %s (%s)",
              vi = "Thứ tự theo %s, phiên bản %s (%s)" },
    rank = { en = "rank", vi = "hạng" },
    key = { en = "who", vi = "đối tượng" },
    score = { en = "score", vi = "điểm" },
    class = { en = "class", vi = "loại" },
    range = { en = "rank at best–worst", vi = "hạng tốt nhất–kém nhất" },
    known = { en = "known", vi = "đã biết" },
    why = { en = "mostly for", vi = "chủ yếu do" },
    tied = { en = "%d=", vi = "%d=" },
    excluded = { en = "Not ranked:", vi = "Không xếp hạng:" },
    excluded_line = { en = "  %s: %s", vi = "  %s: %s" },
    ties = { en = "Ties are shown with '='; among them the order is by key.",
             vi = "Dấu '=' là đồng hạng; khi đó xếp theo tên." },
    nobody = { en = "Nobody is left to rank.",
               vi = "Không còn đối tượng nào để xếp hạng." },
    data_bounds = {
        en = "Worth is taken from the data: adding an alternative can turn "
            .. "the order of others.",
        vi = "Giá trị được chuẩn hoá theo số liệu: thêm một đối tượng có thể "
            .. "đổi thứ tự các đối tượng khác.",
    },
    before = {
        en = "%s (rank %d, %s) stands before %s (rank %d, %s) by %s:",
        vi = "%s (hạng %d, %s) đứng trước %s (hạng %d, %s), hơn %s:",
    },
    tie = {
        en = "%s and %s tie (rank %d, %s); the order between them is by key:",
        vi = "%s và %s đồng hạng (hạng %d, %s); giữa hai bên xếp theo tên:",
    },
    part = { en = "  %s  %s: %s against %s", vi = "  %s  %s: %s so với %s" },
    group = { en = "  %s  %s:", vi = "  %s  %s:" },
    equal = { en = "  no criterion tells them apart",
              vi = "  không tiêu chí nào phân biệt được hai bên" },
    swap = {
        en = "They would tie if the weight of '%s' were %s times what it is.",
        vi = "Hai bên sẽ ngang nhau nếu trọng số của '%s' gấp %s lần hiện nay.",
    },
    shift = {
        en = "They would tie if %s %% of all weight moved from %s to %s.",
        vi = "Hai bên sẽ ngang nhau nếu chuyển %s %% tổng trọng số từ %s sang "
            .. "%s.",
    },
    value = {
        en = "%s would draw level, or pass, with %s %s instead of %s.",
        vi = "%s sẽ ngang bằng hoặc vượt lên nếu %s là %s thay vì %s.",
    },
    unknown = {
        en = "Unknown: %s. The ranks could be %d–%d and %d–%d.",
        vi = "Chưa biết: %s. Hạng có thể là %d–%d và %d–%d.",
    },
    gated = { en = "%s is not ranked: %s.",
              vi = "%s không được xếp hạng: %s." },
    no_method = { en = "no method '%s': sum or topsis",
                  vi = "không có phương pháp '%s': sum hoặc topsis" },
    no_missing = {
        en = "criterion '%s': say what an unknown value counts as: missing = "
            .. "'refuse', 'worst', 'best', 'interval', 'leave out' or "
            .. "{ value = ... }",
        vi = "tiêu chí '%s': phải nêu giá trị chưa biết được tính thế nào: "
            .. "missing = 'refuse', 'worst', 'best', 'interval', "
            .. "'leave out' hoặc { value = ... }",
    },
    no_unknown = {
        en = "gate '%s': say what an unknown value does: unknown = 'refuse', "
            .. "'pass' or 'exclude'",
        vi = "điều kiện '%s': phải nêu xử lý khi chưa biết: unknown = "
            .. "'refuse', 'pass' hoặc 'exclude'",
    },
    no_scale = {
        en = "criterion '%s': it needs a scale, or normal = 'minmax', "
            .. "'vector', 'ratio' or 'share'",
        vi = "tiêu chí '%s': cần thang điểm (scale), hoặc normal = 'minmax', "
            .. "'vector', 'ratio' hay 'share'",
    },
    no_value = { en = "'%s': it needs field or value, or criteria inside",
                 vi = "'%s': cần field hoặc value, hoặc các tiêu chí con" },
    no_option = { en = "criterion '%s': there is no option '%s'",
                  vi = "tiêu chí '%s': không có tùy chọn '%s'" },
    no_category = {
        en = "criterion '%s', alternative '%s': '%s' is not on its scale",
        vi = "tiêu chí '%s', đối tượng '%s': '%s' không có trong thang điểm",
    },
    no_number = {
        en = "criterion '%s', alternative '%s': a number is needed, got '%s'",
        vi = "tiêu chí '%s', đối tượng '%s': cần một số, lại có '%s'",
    },
    no_row = { en = "'%s' is not in this order",
               vi = "'%s' không có trong thứ tự này" },
}
