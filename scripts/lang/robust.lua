--- What is said of how sure an order is.
return {
    criterion = { en = "criterion", vi = "tiêu chí" },
    weight = { en = "weight", vi = "trọng số" },
    who = { en = "who", vi = "đối tượng" },
    rank = { en = "rank", vi = "hạng" },
    stability = {
        en = "How far each weight can go before something changes, in %% of "
            .. "all weights; the others keep their proportions:",
        vi = "Khoảng ổn định của từng trọng số, tính theo %% tổng trọng số; "
            .. "các trọng số khác giữ nguyên tỷ lệ:",
    },
    order_from = { en = "order from", vi = "thứ tự: từ" },
    first_from = { en = "first from", vi = "hạng nhất: từ" },
    top_from = { en = "best %d from", vi = "%d hạng đầu: từ" },
    to = { en = "to", vi = "đến" },
    changes = { en = "then", vi = "ngoài khoảng đó" },
    below = { en = "below: %s before %s", vi = "thấp hơn: %s vượt %s" },
    above = { en = "above: %s before %s", vi = "cao hơn: %s vượt %s" },
    searched = {
        en = "Searched for on a grid: this method has no formula for it.",
        vi = "Dò tìm trên lưới: phương pháp này không có công thức.",
    },
    only_weight = {
        en = "A criterion that has all the weight cannot give any away in "
            .. "proportion.",
        vi = "Tiêu chí giữ toàn bộ trọng số thì không có tỷ lệ nào để chia.",
    },
    dethroned = {
        en = "%s no longer leads alone: %s draws level as soon as %s of the "
            .. "weight moves:",
        vi = "%s không còn dẫn đầu một mình: %s ngang bằng ngay khi %s tổng "
            .. "trọng số được chuyển:",
    },
    tied_first = { en = "%s shares the first place with %s already.",
                   vi = "%s vốn đã đồng hạng nhất với %s." },
    never = {
        en = "%s stays first whatever the weights are, as long as each that "
            .. "is 0 stays so.",
        vi = "%s luôn đứng đầu với mọi trọng số, miễn là trọng số bằng 0 vẫn "
            .. "bằng 0.",
    },
    alone = { en = "Fewer than two are ranked.",
              vi = "Có chưa đến hai đối tượng được xếp hạng." },
    now = { en = "now", vi = "hiện nay" },
    after = { en = "then", vi = "khi đó" },
    change = { en = "change", vi = "thay đổi" },
    dominated = {
        en = "Dominated: another is worth as much under every criterion and "
            .. "more under one, however the unknown turns out.",
        vi = "Bị trội: có đối tượng khác không kém ở tiêu chí nào và hơn ở ít "
            .. "nhất một tiêu chí, dù phần chưa biết ra sao.",
    },
    by = { en = "dominated by", vi = "bị trội bởi" },
    tightest = {
        en = "%s stays first while the weight of '%s' is from %s to %s (now "
            .. "%s), the others in their proportions; no weight has less "
            .. "room.",
        vi = "%s vẫn đứng đầu khi trọng số của '%s' từ %s đến %s (hiện nay "
            .. "%s), các trọng số khác giữ tỷ lệ; đây là trọng số có khoảng "
            .. "hẹp nhất.",
    },
    first_exact = { en = "%s is first with %s of all possible weights.",
                    vi = "%s đứng đầu với %s mọi bộ trọng số có thể có." },
    first_drawn = {
        en = "%s is first with %s of all possible weights (± %s; %d drawn).",
        vi = "%s đứng đầu với %s mọi bộ trọng số có thể có (± %s; rút %d bộ).",
    },
    some_dominated = {
        en = "%d dominated, each by the one in brackets: %s.",
        vi = "Có %d đối tượng bị trội (bởi đối tượng trong ngoặc): %s.",
    },
    nobody_dominated = { en = "Nobody is dominated.",
                         vi = "Không đối tượng nào bị trội." },
    reversals = {
        en = "The order of two turns in %d of %d trials:",
        vi = "Có đảo hạng trong %d trên %d phép thử:",
    },
    no_reversal = {
        en = "No order of two turned in %d trials: each left out in turn, a "
            .. "copy of the last added, a worse one added.",
        vi = "Không có đảo hạng trong %d phép thử: lần lượt bỏ từng đối tượng, "
            .. "thêm một bản sao của đối tượng cuối, thêm một đối tượng kém "
            .. "hơn.",
    },
    trial = { en = "trial", vi = "phép thử" },
    turned = { en = "turned", vi = "số cặp đảo" },
    example = { en = "for example", vi = "ví dụ" },
    new_first = { en = "another first", vi = "đổi hạng nhất" },
    left_out = { en = "without %s", vi = "bỏ %s" },
    copy = { en = "with a copy of %s", vi = "thêm bản sao của %s" },
    worse = { en = "with one worse than %s", vi = "thêm đối tượng kém hơn %s" },
    pair = { en = "%s before %s", vi = "%s vượt %s" },
    yes = { en = "yes", vi = "có" },
    no = { en = "no", vi = "không" },
    acceptability = {
        en = "How often each takes which rank when weights%s are drawn at "
            .. "random (SMAA-2):",
        vi = "Mức chấp nhận thứ hạng khi rút ngẫu nhiên trọng số%s (SMAA-2):",
    },
    and_values = { en = " and uncertain values",
                   vi = " và các giá trị chưa chắc chắn" },
    first = { en = "first", vi = "hạng nhất" },
    error = { en = "±", vi = "±" },
    best = { en = "best %d", vi = "%d hạng đầu" },
    mean_rank = { en = "expected rank", vi = "hạng kỳ vọng" },
    confidence = { en = "confidence", vi = "hệ số tin cậy" },
    drawn = {
        en = "%d samples, seed %d; ± is the standard error of 'first'.",
        vi = "%d mẫu, hạt giống %d; ± là sai số chuẩn của cột hạng nhất.",
    },
    exact = { en = "Calculated, not sampled.",
              vi = "Tính chính xác, không lấy mẫu." },
    constrained = { en = "Weights are bound by: %s.",
                    vi = "Trọng số bị ràng buộc: %s." },
    around = { en = "each within %s of what it is",
               vi = "mỗi trọng số lệch tối đa %s so với hiện nay" },
    order = { en = "falling from %s", vi = "giảm dần theo %s" },
    share = { en = "%s from %s to %s", vi = "%s từ %s đến %s" },
    ratio = { en = "%s at least %s times %s", vi = "%s ít nhất gấp %s lần %s" },
    ranks = { en = "Share of samples with each rank:",
              vi = "Tỷ lệ mẫu theo từng hạng:" },
    weights_title = { en = "Weights with which the best %d stay the same",
                      vi = "Khoảng trọng số giữ nguyên %d hạng đầu" },
    weights_alt = {
        en = "For each criterion the interval of its weight in which the best "
            .. "%d stay the same, and a mark at the weight now.",
        vi = "Với mỗi tiêu chí: khoảng trọng số mà %d hạng đầu không đổi, vạch "
            .. "đứng là trọng số hiện nay.",
    },
    weight_share = { en = "%% of all weights", vi = "%% tổng trọng số" },
    ranks_alt = {
        en = "One line for each, one column for each rank, the darker the "
            .. "more often; %s is first in %s of the samples.",
        vi = "Mỗi dòng một đối tượng, mỗi cột một hạng, càng đậm càng thường "
            .. "gặp; %s đứng đầu trong %s số mẫu.",
    },
    share_of_samples = { en = "share of samples", vi = "tỷ lệ mẫu" },
    beyond = { en = "%d and after", vi = "từ hạng %d" },
    centres = {
        en = "Central weights: the mean of those with which one is first.",
        vi = "Trọng số trung tâm: trung bình các bộ trọng số đưa đối tượng lên "
            .. "hạng nhất.",
    },
    no_criterion = { en = "there is no criterion '%s' to constrain",
                     vi = "không có tiêu chí '%s' để ràng buộc" },
    no_constraint = {
        en = "no constraint '%s': around, order, share or ratio",
        vi = "không có ràng buộc '%s': around, order, share hoặc ratio",
    },
    no_option = {
        en = "no option '%s': samples, seed, ranks, top, constraints, "
            .. "uncertain or unknown",
        vi = "không có tùy chọn '%s': samples, seed, ranks, top, constraints, "
            .. "uncertain hoặc unknown",
    },
    no_distribution = {
        en = "criterion '%s', '%s': an uncertain value is { from =, to = }, "
            .. "{ from =, likely =, to = }, { mean =, sd = } or { values = { "
            .. "{ value, chance }, ... } }",
        vi = "tiêu chí '%s', '%s': giá trị chưa chắc chắn có dạng { from =, "
            .. "to = }, { from =, likely =, to = }, { mean =, sd = } hoặc "
            .. "{ values = { { giá trị, xác suất }, ... } }",
    },
    no_unknown = { en = "unknown: 'stated' or 'interval', got '%s'",
                   vi = "unknown: 'stated' hoặc 'interval', lại là '%s'" },
    no_whole = { en = "%s: a whole number above 0 is needed",
                 vi = "%s: cần một số nguyên lớn hơn 0" },
    no_uncertain = {
        en = "criterion '%s': its values are categories, so uncertain ones "
            .. "are { values = { { name, chance }, ... } }",
        vi = "tiêu chí '%s': giá trị là hạng mục nên chỉ có thể nêu { values "
            .. "= { { tên, xác suất }, ... } }",
    },
}
