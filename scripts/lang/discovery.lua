--- What is said of boxes (PRIM) and of robustness.
return {
    prim_what = {
        en = "'%s' is not only 0 and 1: say what succeeds with at_least, "
            .. "at_most or success",
        vi = "'%s' không chỉ gồm 0 và 1: hãy nêu thế nào là đạt bằng at_least, "
            .. "at_most hoặc success",
    },
    prim_no_box = { en = "there is no box %s; the last is %d",
                    vi = "không có hộp %s; hộp cuối là %d" },
    prim_all = {
        en = "In %s of %d runs %s is as wanted.",
        vi = "%s trong %d lần chạy đạt yêu cầu về %s.",
    },
    prim_never = { en = "In none of %d runs %s is as wanted.",
                   vi = "Không lần nào trong %d lần chạy đạt yêu cầu về %s." },
    prim_no_limits = {
        en = "No range of a factor makes success more frequent.",
        vi = "Không khoảng giá trị nào làm tỷ lệ đạt tăng lên.",
    },
    prim_box = {
        en = "With %s it is %s.",
        vi = "Khi %s, tỷ lệ này là %s.",
    },
    prim_coverage = {
        en = "%s of all successes lie there, and %s of all runs.",
        vi = "%s số lần đạt nằm ở đó, trong %s tổng số lần chạy.",
    },
    prim_doubt = {
        en = "The limits of %s may be chance.",
        vi = "Giới hạn của %s có thể chỉ là ngẫu nhiên.",
    },
    prim_pasted = { en = "Limits were moved outwards again %d times.",
                    vi = "Đã nới giới hạn trở lại %d lần." },
    prim_trajectory = {
        en = "Peeling: each box is part of the one before; box %d is chosen "
            .. "(*).",
        vi = "Quá trình bóc: mỗi hộp nằm trong hộp trước; chọn hộp %d (*).",
    },
    exactly = { en = "exactly %s", vi = "đúng bằng %s" },
    between = { en = "from %s to %s", vi = "từ %s đến %s" },
    at_least = { en = "at least %s", vi = "ít nhất %s" },
    at_most = { en = "at most %s", vi = "nhiều nhất %s" },
    factor = { en = "factor", vi = "yếu tố" },
    must_be = { en = "must be", vi = "cần là" },
    sampled_from = { en = "tried from", vi = "đã thử từ" },
    sampled_to = { en = "to", vi = "đến" },
    chance = { en = "by chance", vi = "do ngẫu nhiên" },
    box = { en = "box", vi = "hộp" },
    coverage = { en = "coverage", vi = "độ phủ" },
    density = { en = "density", vi = "mật độ" },
    mass = { en = "runs", vi = "lần chạy" },
    limited = { en = "limited factors", vi = "yếu tố bị giới hạn" },
    peeled = { en = "peeled", vi = "yếu tố vừa bóc" },
    runs_left_out = {
        en = "%d of %d runs have no result; they are left out.",
        vi = "%d trên %d lần chạy không có kết quả nên được bỏ ra.",
    },
    coverage_chart = { en = "Coverage against density of the boxes",
                       vi = "Độ phủ và mật độ của các hộp" },
    coverage_alt = {
        en = "A point for each box of the peeling: to the right the more "
            .. "successes it holds, upwards the purer it is; box %d is chosen.",
        vi = "Mỗi hộp một điểm: càng sang phải chứa càng nhiều lần đạt, càng "
            .. "lên cao càng thuần; chọn hộp %d.",
    },
    box_chart = { en = "What must hold", vi = "Điều kiện cần giữ" },
    box_alt = {
        en = "For each limited factor the range that was tried, and on it the "
            .. "range of the box: %s.",
        vi = "Với mỗi yếu tố bị giới hạn: khoảng đã thử và trên đó là khoảng "
            .. "của hộp: %s.",
    },
    share_of_range = { en = "%% of the range tried",
                       vi = "%% khoảng đã thử" },
    chosen = { en = "chosen", vi = "được chọn" },
    -- robustness
    no_plans = {
        en = "plans = { names } and values = { a list or column of results for "
            .. "each } are needed, or results and the option plan",
        vi = "cần plans = { tên } và values = { danh sách hoặc cột kết quả cho "
            .. "mỗi phương án }, hoặc kết quả loạt chạy và tùy chọn plan",
    },
    no_plan_factor = { en = "there is no factor '%s' for the plans",
                       vi = "không có yếu tố '%s' để làm phương án" },
    other_futures = { en = "plan '%s' has %d futures, another has %d",
                      vi = "phương án '%s' có %d tương lai, phương án khác có "
                          .. "%d" },
    one_threshold = { en = "at_least or at_most, not both",
                      vi = "at_least hoặc at_most, không dùng cả hai" },
    threshold_side = {
        en = "where more is better the threshold is at_least, where less is "
            .. "(lower = true) at_most",
        vi = "nếu nhiều hơn là tốt hơn thì ngưỡng là at_least, nếu ít hơn là "
            .. "tốt hơn (lower = true) thì là at_most",
    },
    the_result = { en = "the result", vi = "kết quả" },
    robust_regret = {
        en = "%s is never far behind the best plan of a future: in %s by %s "
            .. "at most (minimax regret).",
        vi = "%s không bao giờ kém xa phương án tốt nhất của một tương lai: về "
            .. "%s nhiều nhất là %s (minimax hối tiếc).",
    },
    robust_all = {
        en = "%s is also best in its worst case, on average, and by Hurwicz.",
        vi = "%s cũng tốt nhất trong trường hợp xấu nhất, tính trung bình và "
            .. "theo Hurwicz.",
    },
    robust_differ = {
        en = "In its worst case %s does best (%s), on average %s (%s).",
        vi = "Trong trường hợp xấu nhất, tốt nhất là %s (%s); tính trung bình "
            .. "là %s (%s).",
    },
    robust_satisfied = {
        en = "%s has most often a %s of %s: in %s of the futures.",
        vi = "%s thường có %s %s nhất: trong %s số tương lai.",
    },
    robust_how = {
        en = "worst: maximin; Hurwicz with alpha %s; mean: Laplace; regret: "
            .. "how far behind the best plan of the same future.",
        vi = "xấu nhất: maximin; Hurwicz với alpha %s; trung bình: Laplace; "
            .. "hối tiếc: mức kém phương án tốt nhất trong cùng tương lai.",
    },
    futures_left_out = {
        en = "%d of %d futures are left out: some plan has no result there.",
        vi = "%d trên %d tương lai được bỏ ra vì có phương án không có kết "
            .. "quả.",
    },
    plan = { en = "plan", vi = "phương án" },
    worst = { en = "worst", vi = "xấu nhất" },
    hurwicz = { en = "Hurwicz", vi = "Hurwicz" },
    mean = { en = "mean", vi = "trung bình" },
    most_regret = { en = "largest regret", vi = "hối tiếc lớn nhất" },
    mean_regret = { en = "mean regret", vi = "hối tiếc trung bình" },
    satisfied = { en = "good enough in", vi = "đạt trong" },
    regret = { en = "regret", vi = "hối tiếc" },
    future = { en = "future", vi = "tương lai" },
    regret_chart = { en = "Regret of each plan over the futures",
                     vi = "Hối tiếc của từng phương án qua các tương lai" },
    regret_alt = {
        en = "For each plan a line from its least to its largest regret, a bar "
            .. "over the middle half and a mark at the median; %s has the "
            .. "smallest largest one.",
        vi = "Mỗi phương án một đường từ hối tiếc nhỏ nhất đến lớn nhất, thanh "
            .. "là nửa giữa, vạch là trung vị; nhỏ nhất ở mức lớn nhất là %s.",
    },
    heat_chart = { en = "Regret, plan by plan and future by future",
                   vi = "Hối tiếc theo từng phương án và từng tương lai" },
    heat_alt = {
        en = "A line for each plan, a column for each future, the darker the "
            .. "further behind the best plan of that future.",
        vi = "Mỗi dòng một phương án, mỗi cột một tương lai, càng đậm càng kém "
            .. "phương án tốt nhất của tương lai đó.",
    },
}
