--- What the placement says.
return {
    title = { en = "Placement %d–%d, %s", vi = "Bố trí %d–%d, %s" },
    strict = { en = "strict order", vi = "theo đúng thứ tự ưu tiên" },
    best = { en = "best total", vi = "tổng tốt nhất" },
    enterprise = { en = "who", vi = "cơ sở" },
    cluster = { en = "where", vi = "cụm" },
    year = { en = "when", vi = "năm" },
    land = { en = "land [ha]", vi = "đất [ha]" },
    cost = { en = "cost [VND]", vi = "chi phí [đồng]" },
    nobody = { en = "Nobody can be placed.",
               vi = "Không bố trí được cơ sở nào." },
    counts = { en = "Placed %d of %d, %s ha.",
               vi = "Bố trí được %d trong %d cơ sở, %s ha." },
    by_year = { en = "  %d: %d, %s ha", vi = "  %d: %d cơ sở, %s ha" },
    waits = { en = "Waiting:", vi = "Phải chờ:" },
    excluded = { en = "Not to be placed:", vi = "Không thuộc diện bố trí:" },
    waits_line = { en = "  %s: %s", vi = "  %s: %s" },
    would = { en = "    would be placed by: %s",
              vi = "    bố trí được nếu: %s" },
    assumes = { en = "By the script's word:",
                vi = "Theo giả định của kịch bản:" },
    assumes_line = { en = "  %s: %s", vi = "  %s: %s" },
    total = { en = "Sum of the terms %s; proved that none is below %s "
                  .. "(gap %s %%).",
              vi = "Giá trị mục tiêu %s; đã chứng minh không thể thấp hơn %s "
                  .. "(chênh lệch %s %%)." },
    total_only = { en = "Sum of the terms %s.",
                   vi = "Giá trị mục tiêu %s." },
    term = { en = "  %s (weight %s): %s", vi = "  %s (trọng số %s): %s" },

    -- why not
    there = { en = "%s is placed in %s in %d",
              vi = "%s được bố trí vào %s năm %d" },
    fits = { en = "it would fit into %s in %d; where it is placed adds less to "
                 .. "the goal",
             vi = "vẫn vào được %s năm %d; nơi đã bố trí có lợi hơn cho mục "
                 .. "tiêu" },
    at = { en = "%s in %d: %s", vi = "%s năm %d: %s" },
    short_land = { en = "land is short by %s ha", vi = "thiếu %s ha đất" },
    short_wastewater = { en = "treatment is short by %s m³/day",
                         vi = "thiếu %s m³/ngày công suất xử lý nước thải" },
    short_budget = { en = "money is short by %s VND",
                     vi = "thiếu %s đồng" },
    short_other = { en = "%s: short by %s %s", vi = "%s: thiếu %s %s" },
    short_reserve = { en = "%s ha are missing outside what is kept for %s (%s)",
                      vi = "thiếu %s ha ngoài phần dành cho %s (%s)" },
    apart = { en = "one it must be apart from is there",
              vi = "nơi đó có cơ sở phải tách khỏi cơ sở này" },
    pin = { en = "it is pinned elsewhere",
            vi = "đã ấn định nơi hoặc năm khác" },
    early = { en = "before its earliest year",
              vi = "sớm hơn năm sớm nhất" },
    shut = { en = "nobody may move there by the wastewater rule",
             vi = "chưa được tiếp nhận theo quy định về nước thải" },
    kept_back = { en = "%s ha free there are not offered: %s",
                  vi = "%s ha còn trống ở đó không đưa vào bố trí: %s" },
    uncleared = { en = "the record says they are not cleared",
                  vi = "hồ sơ ghi chưa có mặt bằng sạch" },
    not_working = { en = "the cluster does not work yet",
                    vi = "cụm chưa hoạt động" },
    phase_unknown = { en = "the industrial land of phase %s is not known",
                      vi = "chưa biết đất công nghiệp của giai đoạn %s" },

    unwanted = { en = "it would fit, but the terms of the goal are against it",
                 vi = "vẫn vào được, nhưng không có lợi cho mục tiêu đã nêu" },

    -- reasons with a code
    out_land = { en = "its demand for land is not known",
                 vi = "chưa biết nhu cầu đất" },
    out_cost = { en = "the cost of its move is not known",
                 vi = "chưa biết chi phí di dời" },
    out_wastewater = { en = "its wastewater is not known",
                       vi = "chưa biết lượng nước thải" },
    out_resource = { en = "one of its needs is not known",
                     vi = "chưa biết một trong các nhu cầu" },
    out_late = { en = "its earliest year is after the last",
                 vi = "năm sớm nhất của cơ sở sau năm cuối kỳ" },
    out_excluded = { en = "the script excludes it",
                     vi = "kịch bản loại trừ cơ sở này" },
    bar_trade = { en = "its trade is not allowed there",
                  vi = "ngành nghề không được phép ở đó" },
    bar_trade_unknown = { en = "it is not known whether its trade may",
                          vi = "chưa biết ngành nghề có được phép ở đó không" },
    bar_excluded = { en = "the script excludes it there",
                     vi = "kịch bản loại trừ nơi này" },
    bar_home = { en = "it is there now", vi = "hiện đang ở đó" },
    bar_closing = { en = "the cluster closes or leaves the plan",
                    vi = "cụm đóng hoặc rút khỏi quy hoạch" },
    bar_company = { en = "one it moves with may not go there",
                    vi = "cơ sở đi cùng không được vào đó" },
    bar_safety = { en = "nearer than the safety distance",
                   vi = "gần hơn khoảng cách an toàn" },
    bar_distance = { en = "the distance is not known",
                     vi = "chưa biết khoảng cách" },
    bar_capacity = { en = "the free land of the cluster is not known",
                     vi = "chưa biết đất còn trống của cụm" },

    -- changes
    change_land = { en = "%s ha more land in %s that serves moves from %d "
                        .. "(open by %d)",
                    vi = "thêm %s ha đất ở %s phục vụ di dời từ năm %d (mở "
                        .. "xong trong năm %d)" },
    change_wastewater = { en = "%s m³/day more treatment in %s from %d",
                          vi = "thêm %s m³/ngày công suất xử lý ở %s từ năm "
                              .. "%d" },
    change_budget = { en = "%s VND more for %d (into %s)",
                      vi = "thêm %s đồng cho năm %d (vào %s)" },
    change_shut = { en = "%s allowed to take it in %d",
                    vi = "%s được tiếp nhận vào năm %d" },
    change_barred = { en = "%s open to it in %d: today %s",
                      vi = "%s được phép tiếp nhận cơ sở này năm %d (hiện nay: "
                          .. "%s)" },
    change_other = { en = "%s: %s %s more in %s from %d",
                     vi = "%s: thêm %s %s ở %s từ năm %d" },
    change_reserve = { en = "%s ha more in %s from %d outside what is kept for "
                           .. "%s",
                       vi = "thêm %s ha ở %s từ năm %d ngoài phần dành cho "
                           .. "%s" },
    change_early = { en = "letting it move to %s in %d, before its earliest "
                         .. "year",
                     vi = "cho vào %s năm %d, sớm hơn năm sớm nhất" },
    change_apart = { en = "letting it be in %s in %d with one it must be "
                         .. "apart from",
                     vi = "cho vào %s năm %d cùng cơ sở phải tách" },
    change_know = { en = "knowing it", vi = "có số liệu đó" },
    with_mates = { en = " (together with %s)", vi = " (tính cả %s đi cùng)" },
    change_exclude = { en = "no longer excluding it, where there is room",
                       vi = "kịch bản không loại trừ nữa và còn chỗ" },
    change_late = { en = "an earliest year of %d or before, or a longer "
                        .. "period, where there is room",
                    vi = "năm sớm nhất không sau %d hoặc kéo dài kỳ, và còn "
                        .. "chỗ" },
    change_none = { en = "    no single change would place it",
                    vi = "    không có thay đổi đơn lẻ nào đủ để bố trí" },

    -- policies
    policy_refuse = { en = "unknown is an error",
                      vi = "chưa biết thì báo lỗi" },
    policy_out = { en = "unknown is left out (%d)",
                   vi = "chưa biết thì không xét (%d)" },
    policy_allow = { en = "unknown counts as allowed (%d)",
                     vi = "chưa biết thì coi là được (%d)" },
    policy_assume = { en = "unknown counts as %s (%d)",
                      vi = "chưa biết thì coi là %s (%d)" },
    what_land = { en = "land wanted", vi = "nhu cầu đất" },
    what_capacity = { en = "free land", vi = "đất còn trống" },
    what_phase = { en = "land of phases", vi = "đất của giai đoạn" },
    what_trade = { en = "trades allowed", vi = "ngành nghề được phép" },
    what_cost = { en = "moving cost", vi = "chi phí di dời" },
    what_wastewater = { en = "wastewater", vi = "nước thải" },
    what_distance = { en = "distance", vi = "khoảng cách" },
    what_need = { en = "need of %s", vi = "nhu cầu %s" },
    what_supply = { en = "supply of %s", vi = "khả năng cung cấp %s" },
    what_treatment = { en = "treatment", vi = "công suất xử lý" },

    -- refusals
    no_policy = {
        en = "unknown.%s must be stated: %s",
        vi = "phải nêu unknown.%s: %s",
    },
    refused = { en = "%s: %s is not known, and the script refuses that",
                vi = "%s: chưa biết %s, và kịch bản không chấp nhận" },
    no_mode = { en = "mode must be 'strict' or 'best'",
                vi = "mode phải là 'strict' hoặc 'best'" },
    no_years = { en = "years must be { first, last }: two whole numbers, the "
                     .. "first not after the last",
                 vi = "years phải là { năm đầu, năm cuối }: hai số nguyên, năm "
                     .. "đầu không sau năm cuối" },
    no_enterprise = { en = "the plan has no enterprise '%s'",
                      vi = "quy hoạch không có cơ sở '%s'" },
    not_moving = { en = "enterprise '%s' is not among those to be placed",
                   vi = "cơ sở '%s' không thuộc diện bố trí lần này" },
    no_cluster = { en = "cluster '%s' is not among those to place in",
                   vi = "cụm '%s' không thuộc các cụm được xét" },
    no_year = { en = "%s: %s is not among the years",
                vi = "%s: %s không thuộc các năm được xét" },
    bad_amount = { en = "resource '%s': an amount must be from 0 to %s, or "
                      .. "math.huge for no limit, got %s",
                   vi = "nguồn lực '%s': lượng phải từ 0 đến %s, hoặc "
                      .. "math.huge nếu không giới hạn, nhận được %s" },
    bad_per = { en = "resource '%s': per must be from 1 to a million, got %s",
                vi = "nguồn lực '%s': per phải từ 1 đến một triệu, nhận được "
                    .. "%s" },
    bad_money = { en = "budget: the money of %d must be whole VND from 0 to "
                      .. "%s, got %s",
                  vi = "budget: số tiền năm %d phải là số đồng chẵn từ 0 đến "
                      .. "%s, nhận được %s" },
    bad_need = { en = "enterprise '%s': %s must be from 0 to %s, got %s",
                 vi = "cơ sở '%s': %s phải từ 0 đến %s, nhận được %s" },
    bad_assumed = { en = "unknown.%s: what is assumed must be from 0 to %s, "
                        .. "got %s",
                    vi = "unknown.%s: giá trị giả định phải từ 0 đến %s, nhận "
                        .. "được %s" },
    bad_value_of = { en = "term '%s': the value of %s must be a number, got "
                         .. "%s; 0 where it does not count",
                     vi = "thành phần '%s': giá trị của %s phải là một số, "
                         .. "nhận được %s; ghi 0 nếu không tính" },
    bad_amount_of = { en = "term '%s': the value of %s must be a number from "
                          .. "0, got %s",
                      vi = "thành phần '%s': giá trị của %s phải là số từ 0, "
                          .. "nhận được %s" },
    pin_out = { en = "the pin of '%s' cannot be kept: %s; release it",
                vi = "không giữ được ấn định của '%s': %s; cần bỏ ấn định" },
    pin_barred = { en = "the pin of '%s' to '%s' cannot be kept: %s; release "
                       .. "it, or end the frozen years before it",
                   vi = "không giữ được ấn định '%s' vào '%s': %s; cần bỏ ấn "
                       .. "định, hoặc cho phép đổi năm đó" },
    no_cluster_in = { en = "term '%s', %s: the plan has no cluster '%s'",
                      vi = "thành phần '%s', %s: quy hoạch không có cụm '%s'" },
    current_cluster = { en = "current, %s: the plan has no cluster '%s' (who "
                           .. "was where nothing is any more is left out of it)",
                        vi = "current, %s: quy hoạch không có cụm '%s' (cơ sở "
                           .. "ở nơi không còn thì không ghi vào current)" },
    no_terms = { en = "with mode = 'best' the goal needs a term",
                 vi = "với mode = 'best', mục tiêu phải có ít nhất một thành "
                     .. "phần" },
    bad_capacity = { en = "capacity of '%s' in %d: hectares from 0, not %s",
                     vi = "capacity của '%s' năm %d: số ha từ 0, không phải "
                         .. "%s" },
    many_years = { en = "years %d to %d are more than %d",
                   vi = "từ năm %d đến %d là quá %d năm" },
    nowhere = { en = "there is no cluster to place in",
                vi = "không có cụm nào để bố trí" },
    bad_resource = { en = "resource '%s' needs a name of its own",
                     vi = "nguồn lực '%s' phải có tên riêng" },
    no_supply = { en = "resource '%s' needs need and supply(cluster, year)",
                  vi = "nguồn lực '%s' phải có need và supply(cụm, năm)" },
    earliest_of = { en = "the earliest year of '%s'",
                    vi = "năm sớm nhất của '%s'" },
    bad_reserve = { en = "reserve '%s' needs a share from 0 to 1, member"
                        .. "(enterprise) and the article it rests on",
                    vi = "phần dành riêng '%s' phải có share từ 0 đến 1, "
                        .. "member(cơ sở) và điều luật làm căn cứ" },
    reserve_note = { en = "kept for %s: %s %% of the land offered (%s)",
                     vi = "dành cho %s: %s %% đất đưa vào bố trí (%s)" },
    pin_twice = { en = "the pins of '%s' contradict each other",
                  vi = "các ấn định của '%s' mâu thuẫn với nhau" },
    no_group = { en = "%s is a list of groups: { { \"E1\", \"E2\" }, ... }",
                 vi = "%s là danh sách các nhóm: { { \"E1\", \"E2\" }, ... }" },
    no_budget_year = { en = "budget = { [year] = VND }: none of its years is "
                           .. "from %d to %d",
                       vi = "budget = { [năm] = VND }: không có năm nào từ %d "
                           .. "đến %d" },
    budget_key = { en = "budget: a year", vi = "budget: năm" },
    empty_entry = { en = "%s needs %s", vi = "%s cần %s" },
    no_term = { en = "term '%s': kind must be 'wait', 'left', 'pair', "
                    .. "'cost', 'distance' or 'change'",
                vi = "thành phần '%s': kind phải là 'wait', 'left', 'pair', "
                    .. "'cost', 'distance' hoặc 'change'" },
    term_twice = { en = "two terms are called '%s'",
                   vi = "có hai thành phần tên '%s'" },
    term_unit = { en = "  %s (weight %s): %s, weight times %s",
                  vi = "  %s (trọng số %s): %s, trọng số nhân với %s" },
    term_change = { en = "changes against the plan in force",
                    vi = "thay đổi so với phương án hiện hành" },
    unit_years = { en = "years", vi = "năm" },
    unit_money = { en = "VND", vi = "đồng" },
    unit_km = { en = "km", vi = "km" },
    unit_moves = { en = "changes", vi = "thay đổi" },
    changed = { en = "Changed against the plan in force: %d.",
                vi = "Khác phương án hiện hành: %d cơ sở." },
    left_out = { en = "%s is left out", vi = "%s không được bố trí" },
    in_force_elsewhere = { en = "%s: what the plan in force says lies outside "
                               .. "the clusters or years asked about",
                           vi = "%s: phương án hiện hành nằm ngoài các cụm "
                               .. "hoặc các năm được xét" },
    in_two_groups = { en = "'%s' is in two groups",
                      vi = "'%s' nằm trong hai nhóm" },
    bad_safety = { en = "a safety rule needs least(enterprise), distance"
                       .. "(enterprise, cluster) and the article it rests on",
                   vi = "quy định an toàn phải có least(cơ sở), distance(cơ "
                       .. "sở, cụm) và điều luật làm căn cứ" },
    safety_note = { en = "safety distance by %s",
                    vi = "khoảng cách an toàn theo %s" },
    bad_current = { en = "current must be a placement, \"plan\" or { [key] = "
                        .. "{ cluster =, year = } }",
                    vi = "current phải là một phương án bố trí, \"plan\" hoặc "
                        .. "{ [mã] = { cluster =, year = } }" },
    no_current = { en = "%s needs current, the plan in force",
                   vi = "%s cần có current, phương án hiện hành" },
    term_wait = { en = "years waited, by priority",
                  vi = "số năm chờ, theo ưu tiên" },
    term_left = { en = "left out, by priority",
                  vi = "chưa bố trí, theo ưu tiên" },
    unwanted_limit = { en = "it would fit, but '%s' may be %s at most",
                       vi = "vẫn vào được, nhưng '%s' tối đa chỉ được %s" },
    wish = { en = "rather %s in %d (better by %s): %s",
             vi = "phù hợp hơn nếu vào %s năm %d (tốt hơn %s): %s" },
    wish_free = { en = "nothing binds, but that would not be the best in all",
                  vi = "không vướng gì, nhưng tính chung không tốt hơn" },
    costs = { en = "%s, %s VND", vi = "%s, %s đồng" },
    progress = { en = "  %.0f s: %s, proved that none is below %s (gap "
                     .. "%s %%)",
                 vi = "  %.0f giây: %s, đã chứng minh không thể thấp hơn %s "
                     .. "(chênh lệch %s %%)" },
    few_strict = { en = "most_changes needs mode = 'best'",
                        vi = "most_changes chỉ dùng với mode = 'best'" },
    bad_change_cost = { en = "change_cost: '%s' must be VND, a number from 0",
                        vi = "change_cost: '%s' phải là số đồng, từ 0" },
    relax = { en = "or, by itself: %s", vi = "hoặc riêng từng cách: %s" },
    relax_budget = { en = "%s VND more for %d",
                     vi = "thêm %s đồng cho năm %d" },
    relax_more = { en = "%s %s more %s in %s from %d",
                   vi = "thêm %s %s %s ở %s từ năm %d" },
    resource_land = { en = "land", vi = "đất" },
    resource_wastewater = { en = "treatment",
                            vi = "công suất xử lý nước thải" },
    everywhere = { en = "all", vi = "tất cả" },
}
