--- What is said of which factors drive a result.
return {
    -- reading
    no_results = {
        en = "results are needed: what ccn.sweep gives, or { design = { kind = "
            .. "... }, inputs = { name = { ... } }, outputs = { name = { ... } "
            .. "} }",
        vi = "cần kết quả: giá trị ccn.sweep trả về, hoặc { design = { kind = "
            .. "... }, inputs = { tên = { ... } }, outputs = { tên = { ... } } "
            .. "}",
    },
    nothing = { en = "there are no runs to judge",
                vi = "không có lần chạy nào để đánh giá" },
    no_input = { en = "order names '%s', which is no input",
                 vi = "order nêu '%s' nhưng không có đầu vào này" },
    not_number = { en = "'%s': entry %d is not a number but %s",
                   vi = "'%s': phần tử %d không phải là số mà là %s" },
    which_output = { en = "which output? There are: %s",
                     vi = "đầu ra nào? Có: %s" },
    no_output = { en = "there is no output '%s'; there are: %s",
                  vi = "không có đầu ra '%s'; có: %s" },
    wrong_design = {
        en = "this needs a sweep with the design '%s', got '%s'; pawn, "
            .. "regression and prim take any",
        vi = "việc này cần loạt chạy theo thiết kế '%s', lại là '%s'; pawn, "
            .. "regression và prim dùng được với mọi thiết kế",
    },
    no_options = { en = "options are a table",
                   vi = "tùy chọn phải là một bảng" },
    no_option = { en = "no option '%s': %s",
                  vi = "không có tùy chọn '%s': %s" },
    wrong_option = { en = "option '%s' must be %s, got a %s",
                     vi = "tùy chọn '%s' phải là %s, lại là %s" },
    a_number = { en = "a number", vi = "một số" },
    a_string = { en = "a text", vi = "một chuỗi" },
    a_boolean = { en = "true or false", vi = "true hoặc false" },
    a_function = { en = "a function", vi = "một hàm" },
    -- all
    factor = { en = "factor", vi = "yếu tố" },
    from = { en = "from", vi = "từ" },
    to = { en = "to", vi = "đến" },
    ["and"] = { en = "%s and %s", vi = "%s và %s" },
    from_to = { en = " (%s to %s)", vi = " (%s đến %s)" },
    yes = { en = "yes", vi = "có" },
    no_more = { en = "no more than chance", vi = "không hơn ngẫu nhiên" },
    runs_left_out = {
        en = "%d of %d runs have no result; they are left out.",
        vi = "%d trên %d lần chạy không có kết quả nên được bỏ ra.",
    },
    effects_left_out = {
        en = "%d runs have no result; the steps from and to them are left out.",
        vi = "%d lần chạy không có kết quả; các bước đi từ và đến chúng được "
            .. "bỏ ra.",
    },
    blocks_left_out = {
        en = "%d of %d blocks of the design have a run without a result; they "
            .. "are left out whole.",
        vi = "%d trên %d khối của thiết kế có lần chạy không có kết quả nên "
            .. "được bỏ ra cả khối.",
    },
    settled = {
        en = "No index moved by more than %s since %d, half of the sample.",
        vi = "Không chỉ số nào thay đổi quá %s kể từ %d, tức nửa mẫu.",
    },
    settled_points = {
        en = "No index moved by more than %s percentage points since %d "
            .. "blocks, half of the sample.",
        vi = "Không chỉ số nào thay đổi quá %s điểm phần trăm kể từ %d khối, "
            .. "tức nửa mẫu.",
    },
    wide = {
        en = "Intervals reach %s to either side: more runs are needed before "
            .. "the factors are told apart.",
        vi = "Khoảng tin cậy rộng đến %s mỗi phía: cần thêm lần chạy mới phân "
            .. "biệt được các yếu tố.",
    },
    -- Sobol'
    sobol_first = {
        en = "%s alone explains %s of how %s varies%s.",
        vi = "Riêng %s giải thích %s biến động của %s%s.",
    },
    sobol_none = {
        en = "No factor alone explains even %s of how %s varies: it is what "
            .. "they do together.",
        vi = "Không yếu tố nào riêng lẻ giải thích nổi %s biến động của %s: đó "
            .. "là do chúng tác động cùng nhau.",
    },
    sobol_most = { en = "Most depends on %s: %s with its interplay.",
                   vi = "Phụ thuộc nhiều nhất vào %s: %s khi tính cả tương "
                       .. "tác." },
    sobol_total = {
        en = "Together with its interplay with the others it is %s.",
        vi = "Tính cả tương tác với các yếu tố khác là %s.",
    },
    sobol_next = { en = "%s comes next with %s.",
                   vi = "Tiếp theo là %s với %s." },
    sobol_together = {
        en = "%s comes from factors acting together, not one by one.",
        vi = "%s là do các yếu tố tác động cùng nhau, không phải riêng lẻ.",
    },
    sobol_additive = {
        en = "The factors act one by one; there is hardly any interplay.",
        vi = "Các yếu tố tác động riêng lẻ, hầu như không có tương tác.",
    },
    sobol_fix = {
        en = "%s could be given any value of the range: at most %s of the "
            .. "variation depends on it.",
        vi = "%s có thể lấy bất kỳ giá trị nào trong khoảng: nhiều nhất %s "
            .. "biến động phụ thuộc vào đó.",
    },
    sobol_pair = {
        en = "The strongest interplay is that of %s with %s: %s.",
        vi = "Tương tác mạnh nhất là giữa %s và %s: %s.",
    },
    alone = { en = "alone", vi = "riêng lẻ" },
    with_others = { en = "with interplay", vi = "cả tương tác" },
    no_power = {
        en = "n = %d is not a power of two; the Sobol' sequence is most even "
            .. "at one.",
        vi = "n = %d không phải luỹ thừa của hai; dãy Sobol' đều nhất tại các "
            .. "luỹ thừa của hai.",
    },
    -- Morris
    morris_first = {
        en = "%s moves %s most: by %s on average over its whole range.",
        vi = "%s làm thay đổi %s nhiều nhất: trung bình %s trên cả khoảng giá "
            .. "trị.",
    },
    morris_curved = {
        en = "The effect of %s is not the same everywhere: it bends, or "
            .. "depends on other factors.",
        vi = "Tác động của %s không như nhau ở mọi nơi: phi tuyến hoặc phụ "
            .. "thuộc yếu tố khác.",
    },
    morris_idle = {
        en = "%s hardly matters and could be left at any value.",
        vi = "%s hầu như không ảnh hưởng, có thể để ở bất kỳ giá trị nào.",
    },
    morris_nothing = { en = "No factor moves %s at all.",
                       vi = "Không yếu tố nào làm thay đổi %s." },
    strength = { en = "μ*", vi = "μ*" },
    mean_effect = { en = "μ", vi = "μ" },
    spread = { en = "σ", vi = "σ" },
    effects = { en = "effects", vi = "số tác động" },
    -- PAWN
    pawn_first = {
        en = "Knowing %s moves the distribution of %s most (median distance "
            .. "%s of at most 1).",
        vi = "Biết %s làm phân phối của %s dịch chuyển nhiều nhất (khoảng cách "
            .. "trung vị %s, tối đa là 1).",
    },
    pawn_idle = {
        en = "%s cannot be told from a factor without influence (dummy: up to "
            .. "%s).",
        vi = "%s không phân biệt được với một yếu tố không ảnh hưởng (biến "
            .. "giả: đến %s).",
    },
    pawn_nothing = {
        en = "No factor moves the distribution of %s by more than a factor "
            .. "without influence does (dummy: up to %s).",
        vi = "Không yếu tố nào làm phân phối của %s dịch chuyển hơn một yếu tố "
            .. "không ảnh hưởng (biến giả: đến %s).",
    },
    median = { en = "median", vi = "trung vị" },
    mean = { en = "mean", vi = "trung bình" },
    most = { en = "largest", vi = "lớn nhất" },
    matters = { en = "matters", vi = "có ảnh hưởng" },
    dummy = { en = "(dummy)", vi = "(biến giả)" },
    -- regression
    regression_up = {
        en = "%s drives %s most and raises it: by %s standard deviations for "
            .. "one of its own.",
        vi = "%s chi phối %s nhiều nhất và làm tăng: %s độ lệch chuẩn cho mỗi "
            .. "độ lệch chuẩn của nó.",
    },
    regression_down = {
        en = "%s drives %s most and lowers it: by %s standard deviations for "
            .. "one of its own.",
        vi = "%s chi phối %s nhiều nhất và làm giảm: %s độ lệch chuẩn cho mỗi "
            .. "độ lệch chuẩn của nó.",
    },
    regression_idle = {
        en = "Of %s not even the direction is sure.",
        vi = "Với %s, ngay cả chiều tác động cũng chưa chắc.",
    },
    regression_share = {
        en = "A straight line explains %s of the variation (R²), one of the "
            .. "ranks %s.",
        vi = "Đường thẳng giải thích %s biến động (R²), đường thẳng theo hạng "
            .. "giải thích %s.",
    },
    regression_weak = {
        en = "That is little: the coefficients leave most of it unsaid; ask "
            .. "ccn.pawn or ccn.sobol.",
        vi = "Như vậy là ít: các hệ số bỏ sót nhiều; hãy dùng ccn.pawn hoặc "
            .. "ccn.sobol.",
    },
    regression_nothing = {
        en = "No factor varies, so nothing explains %s.",
        vi = "Không yếu tố nào thay đổi nên không có gì giải thích %s.",
    },
    coefficient = { en = "coefficient", vi = "hệ số" },
    by_ranks = { en = "by ranks", vi = "theo hạng" },
    -- one at a time
    tornado_first = {
        en = "%s moves %s most: from %s to %s, against %s at the base.",
        vi = "%s làm thay đổi %s nhiều nhất: từ %s đến %s, so với %s ở mức "
            .. "gốc.",
    },
    tornado_idle = { en = "%s changes nothing.",
                     vi = "%s không làm thay đổi gì." },
    tornado_nothing = { en = "No factor moves %s.",
                        vi = "Không yếu tố nào làm thay đổi %s." },
    tornado_alone = {
        en = "One at a time: what factors do together is not seen.",
        vi = "Xét từng yếu tố: không thấy được tác động đồng thời.",
    },
    tornado_two = {
        en = "run %d changes '%s' and '%s': that is not one at a time",
        vi = "lần chạy %d thay đổi cả '%s' và '%s': không phải từng yếu tố một",
    },
    tornado_part = { en = "the sweep is not finished",
                     vi = "loạt chạy chưa hoàn tất" },
    tornado_no_base = { en = "the first run, which is the base, has no result",
                        vi = "lần chạy đầu, tức mức gốc, không có kết quả" },
    least = { en = "least", vi = "nhỏ nhất" },
    most_of_all = { en = "most", vi = "lớn nhất" },
    at_value = { en = "at", vi = "tại" },
    swing = { en = "difference", vi = "chênh lệch" },
    -- pictures
    variation = { en = "share of the variation", vi = "tỷ lệ biến động" },
    which = { en = "index", vi = "chỉ số" },
    bars_alt = {
        en = "A bar for each factor, the largest first; %s leads.",
        vi = "Mỗi yếu tố một thanh, lớn nhất trước; dẫn đầu là %s.",
    },
    sobol_chart = { en = "What each factor explains of %s",
                    vi = "Mỗi yếu tố giải thích bao nhiêu của %s" },
    morris_chart = { en = "Strength and spread of the effects on %s",
                     vi = "Độ mạnh và độ phân tán của tác động lên %s" },
    morris_alt = {
        en = "A point for each factor: to the right the stronger, upwards the "
            .. "less even its effect; %s is the strongest.",
        vi = "Mỗi yếu tố một điểm: càng sang phải càng mạnh, càng lên cao tác "
            .. "động càng không đều; mạnh nhất là %s.",
    },
    pawn_chart = { en = "How far each factor moves the distribution of %s",
                   vi = "Mỗi yếu tố làm phân phối của %s dịch chuyển bao xa" },
    distance = { en = "distance (median over slices)",
                 vi = "khoảng cách (trung vị các lát cắt)" },
    regression_chart = { en = "Standardised coefficients for %s",
                         vi = "Hệ số chuẩn hoá đối với %s" },
    tornado_chart = { en = "How far %s goes, one factor at a time",
                      vi = "%s thay đổi bao xa khi từng yếu tố thay đổi" },
    tornado_alt = {
        en = "A bar for each factor from the least to the most, the longest "
            .. "first (%s), and a line at the base.",
        vi = "Mỗi yếu tố một thanh từ nhỏ nhất đến lớn nhất, dài nhất trước "
            .. "(%s), vạch đứng là mức gốc.",
    },
    settling_chart = { en = "How the figures settle as the sample grows",
                       vi = "Các chỉ số ổn định dần khi mẫu tăng" },
    settling_alt = {
        en = "A line for each factor over the size of the sample; level lines "
            .. "say that the sample is large enough.",
        vi = "Mỗi yếu tố một đường theo cỡ mẫu; đường nằm ngang nghĩa là mẫu "
            .. "đã đủ lớn.",
    },
    size = { en = "size of the sample", vi = "cỡ mẫu" },
    pairs = { en = "What two factors explain together, beyond each alone",
              vi = "Phần hai yếu tố cùng giải thích, ngoài phần riêng của mỗi "
                  .. "yếu tố" },
    pair = { en = "pair", vi = "cặp" },
    not_a_finding = {
        en = "report:sensitivity needs what ccn.sobol, morris, pawn, "
            .. "regression, tornado, prim or robustness gave",
        vi = "report:sensitivity cần kết quả của ccn.sobol, morris, pawn, "
            .. "regression, tornado, prim hoặc robustness",
    },
}
