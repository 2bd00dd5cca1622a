--- What the methods of the literature say.
return {
    no_problem = { en = "a problem is a table with method, matrix, weights "
                       .. "and directions",
                   vi = "bài toán là một bảng có method, matrix, weights và "
                       .. "directions" },
    misspelt = { en = "there is no '%s'; did you mean '%s'?",
                 vi = "không có '%s'; có phải ý bạn là '%s'?" },
    wrong_kind = { en = "'%s' must be %s", vi = "'%s' phải là %s" },
    string = { en = "a text", vi = "văn bản" },
    table = { en = "a list or table", vi = "danh sách hoặc bảng" },
    by = { en = "The same by %s:", vi = "Cùng bài toán, theo %s:" },
    rank = { en = "rank", vi = "hạng" },
    key = { en = "who", vi = "đối tượng" },
    score = { en = "score", vi = "điểm" },
    here = { en = "rank in the order", vi = "hạng trong thứ tự" },
    moved = { en = "places", vi = "số bậc" },
    agree = {
        en = "Kendall's tau with the order: %s. First: %s, in the order: %s.",
        vi = "Hệ số Kendall tau với thứ tự: %s. Đứng đầu: %s; trong thứ tự: "
            .. "%s.",
    },
    low_best = { en = "The lowest score is the best.",
                 vi = "Điểm thấp nhất là tốt nhất." },
    no_ranks = {
        en = "%s gives no ranks; use ccn.method and read what it found",
        vi = "%s không cho thứ hạng; hãy dùng ccn.method và đọc kết quả",
    },
}
