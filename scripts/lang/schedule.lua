--- What the schedule, the pilots and the lessons say.
return {
    title = { en = "Schedule %d–%d", vi = "Phân kỳ đầu tư %d–%d" },
    phase = { en = "phase", vi = "giai đoạn" },
    cluster = { en = "cluster", vi = "cụm" },
    year = { en = "opens", vi = "năm mở" },
    land = { en = "land [ha]", vi = "đất [ha]" },
    cost = { en = "cost [VND]", vi = "kinh phí [đồng]" },
    source = { en = "paid [VND]", vi = "chi [đồng]" },
    left = { en = "left", vi = "còn lại" },
    nothing = { en = "Nothing can open.",
                vi = "Không mở được giai đoạn nào." },
    counts = { en = "%d of %d phases open.",
               vi = "Mở được %d trong %d giai đoạn." },
    who_pays = { en = "Who pays what:", vi = "Nguồn nào chi bao nhiêu:" },
    waits = { en = "Never:", vi = "Không mở trong kỳ:" },
    excluded = { en = "Not scheduled:", vi = "Không đưa vào phân kỳ:" },
    line = { en = "  %s: %s", vi = "  %s: %s" },
    total = { en = "Total %s; proved that none is above %s (gap %s %%).",
              vi = "Giá trị mục tiêu %s; đã chứng minh không thể cao hơn %s "
                  .. "(chênh lệch %s %%)." },
    term = { en = "  %s (weight %s): %s %s",
             vi = "  %s (trọng số %s): %s %s" },
    term_money = { en = "  money, weighted: %s",
                   vi = "  tiền, theo trọng số: %s" },
    term_served = { en = "land that serves", vi = "đất phục vụ" },
    unit_served = { en = "ha x years", vi = "ha x năm" },
    price = { en = "A billion VND more of %s is worth most in %d: %s.",
              vi = "Thêm một tỷ đồng từ nguồn %s có giá trị nhất vào năm %d: "
                  .. "%s." },
    fair = { en = "Share that opens, by unit:",
             vi = "Tỷ lệ được mở theo đơn vị:" },
    fair_line = { en = "  %s: %s %%", vi = "  %s: %s %%" },
    assumes = { en = "By the script's word:",
                vi = "Theo giả định của kịch bản:" },
    share_note = { en = "  %s pays at most %s %% (%s)",
                   vi = "  %s chi không quá %s %% (%s)" },
    fill_note = { en = "next phase from a fill rate of %s %% (%s)",
                  vi = "giai đoạn sau chỉ mở khi tỷ lệ lấp đầy đạt %s %% "
                      .. "(%s)" },
    after_out = { en = "%s comes after %s, which is not scheduled: it stays "
                      .. "shut",
                  vi = "%s sau %s, mà giai đoạn đó không được phân kỳ: không "
                      .. "mở" },
    sources_out = { en = "they pay for nothing that is scheduled here: %s",
                    vi = "không chi cho nội dung nào được phân kỳ ở đây: %s" },
    lines_out = { en = "%d budget lines are left out: %s",
                  vi = "%d dòng vốn không đưa vào xét: %s" },

    -- why
    opens_in = { en = "%s opens in %d", vi = "%s mở năm %d" },
    never_opens = { en = "%s does not open", vi = "%s không mở" },
    in_year = { en = "in %d: %s", vi = "năm %d: %s" },
    why_worse = { en = "it could in %d, but the total would be less by %s",
                  vi = "có thể mở năm %d, nhưng tổng sẽ giảm %s" },
    why_same = { en = "it could in %d, which changes the total by %s",
                 vi = "có thể mở năm %d, tổng thay đổi %s" },
    why_years = { en = "there is no time for it (years of building: %d)",
                  vi = "không kịp (xây dựng mất %d năm)" },
    why_late = { en = "its earliest year is after the last",
                 vi = "năm sớm nhất sau năm cuối kỳ" },
    why_fill = { en = "the fill rate is high enough only from %d",
                 vi = "tỷ lệ lấp đầy chỉ đủ từ năm %d" },
    why_fill_never = { en = "the fill rate does not get high enough",
                       vi = "tỷ lệ lấp đầy không đạt mức cần thiết" },
    why_area = { en = "its land is not known", vi = "chưa biết diện tích" },
    why_rules = { en = "no source may pay some of it",
                  vi = "có phần không nguồn nào được phép chi" },
    why_before = { en = "it comes after %s, which opens in %d",
                   vi = "phải sau %s, mở năm %d" },
    why_before_never = { en = "it comes after %s, which does not open",
                         vi = "phải sau %s, mà giai đoạn đó không mở" },
    why_after = { en = "%s comes after it and opens before",
                  vi = "%s phải sau nó nhưng mở trước" },
    why_money = { en = "%s VND are missing until %d (of %s)",
                  vi = "thiếu %s đồng đến hết năm %d (nguồn %s)" },
    why_money_only = { en = "%s VND are missing", vi = "thiếu %s đồng" },
    why_row = { en = "limit '%s'", vi = "giới hạn '%s'" },
    change_that = { en = "That much more alone would open it in %d",
                    vi = "Chỉ cần thêm chừng đó thì mở được năm %d" },
    change = { en = "%s VND more until %d (of %s) would open it in %d",
               vi = "Thêm %s đồng đến hết năm %d (nguồn %s) thì mở được năm "
                   .. "%d" },
    out_cost = { en = "its cost is not known", vi = "chưa biết kinh phí" },
    out_duration = { en = "its time of building is not known",
                     vi = "chưa biết thời gian xây dựng" },
    demand_phase = { en = "that '%s' opens", vi = "phải mở '%s'" },
    demand_row = { en = "the least of '%s'", vi = "mức tối thiểu của '%s'" },
    give_up = { en = "%s; it is enough to give up: %s",
                vi = "%s; chỉ cần bỏ: %s" },
    closed_row = { en = "not to open", vi = "không được mở" },
    fair_pair = { en = "%s and %s differ", vi = "chênh lệch giữa %s và %s" },
    fair_least = { en = "least share of %s", vi = "tỷ lệ tối thiểu của %s" },

    -- policies
    policy_refuse = { en = "unknown is an error",
                      vi = "chưa biết thì báo lỗi" },
    policy_out = { en = "unknown is left out (%d)",
                   vi = "chưa biết thì không xét (%d)" },
    policy_assume = { en = "unknown counts as %s (%d)",
                      vi = "chưa biết thì coi là %s (%d)" },
    even = { en = "divided evenly", vi = "chia đều" },
    what_cost = { en = "cost", vi = "kinh phí" },
    what_duration = { en = "time of building", vi = "thời gian xây dựng" },
    what_area = { en = "land of the phase", vi = "diện tích giai đoạn" },
    what_demand = { en = "demand for land", vi = "nhu cầu đất" },
    what_source = { en = "source of a budget line",
                    vi = "nguồn của dòng vốn" },
    what_split = { en = "year of a budget line of a period",
                   vi = "năm của dòng vốn theo kỳ" },
    what_amount = { en = "amount of a budget line",
                    vi = "số tiền của dòng vốn" },

    -- refusals
    no_policy = { en = "unknown.%s must be stated: 'refuse', 'leave out', "
                      .. "{ assume = ... }",
                  vi = "phải nêu unknown.%s: 'refuse', 'leave out', "
                      .. "{ assume = ... }" },
    refused = { en = "%s: %s is not known, and the script refuses that",
                vi = "%s: chưa biết %s, và kịch bản không chấp nhận" },
    no_years = { en = "years must be { first, last }: two whole numbers, the "
                     .. "first not after the last",
                 vi = "years phải là { năm đầu, năm cuối }: hai số nguyên, năm "
                     .. "đầu không sau năm cuối" },
    no_phase = { en = "phase '%s' is not among those to be scheduled",
                 vi = "giai đoạn '%s' không thuộc diện phân kỳ" },
    no_budget = { en = "budget must be \"plan\" or a list of sources",
                  vi = "budget phải là \"plan\" hoặc danh sách nguồn vốn" },
    beside = { en = "%s is of no use without %s",
               vi = "%s chỉ có nghĩa khi có %s" },
    many_years = { en = "years %d to %d are more than %d",
                   vi = "từ năm %d đến %d là quá %d năm" },
    bad_share = { en = "%s must be a share from 0 to 1, such as 0.3 for 30 per "
                      .. "cent, got %s",
                  vi = "%s phải là một tỷ lệ từ 0 đến 1, ví dụ 0.3 là 30 phần "
                      .. "trăm, nhận được %s" },
    bad_assumed = { en = "unknown.%s: what is assumed must be an amount from "
                        .. "0, got %s",
                    vi = "unknown.%s: giá trị giả định phải là một lượng từ "
                        .. "0, nhận được %s" },
    bad_assumed_word = { en = "unknown.%s: what is assumed must be a word, got "
                             .. "%s",
                         vi = "unknown.%s: giá trị giả định phải là một từ, "
                             .. "nhận được %s" },
    bad_demand = { en = "%s must be from 0, got %s",
                   vi = "%s phải từ 0 trở lên, nhận được %s" },
    bad_duration = { en = "phase '%s': its years of building must be from 0 to "
                         .. "%d, got %s",
                     vi = "giai đoạn '%s': số năm xây dựng phải từ 0 đến %d, "
                         .. "nhận được %s" },
    bad_after = { en = "after, %d needs the phase before and the one that "
                      .. "follows: { \"A/1\", \"A/2\" }",
                  vi = "after, %d phải nêu giai đoạn trước và giai đoạn sau: { "
                      .. "\"A/1\", \"A/2\" }" },
    bad_lag = { en = "pilot_lag must be from 0, got %d",
                vi = "pilot_lag phải từ 0 trở lên, nhận được %d" },
    term_twice = { en = "two terms are called '%s'",
                   vi = "có hai thành phần tên '%s'" },
    source_twice = { en = "two sources are called '%s'; give one of them a "
                         .. "name of its own, name =",
                     vi = "có hai nguồn tên '%s'; hãy đặt tên riêng cho một "
                         .. "nguồn, name =" },
    limit_below = { en = "limit '%s' must be from 0, got %s",
                    vi = "giới hạn '%s' phải từ 0 trở lên, nhận được %s" },
    more_money = { en = "%s; or, by itself: %s VND more, there in %d",
                   vi = "%s; hoặc riêng cách này: thêm %s đồng, có trong năm "
                       .. "%d" },
    progress = { en = "  %.0f s: %s, proved that none is above %s (gap %s %%)",
                 vi = "  %.0f giây: %s, đã chứng minh không thể cao hơn %s "
                     .. "(chênh lệch %s %%)" },
    no_source_name = { en = "a source needs a name",
                       vi = "nguồn vốn phải có tên" },
    no_article = { en = "source '%s': its share needs the article it rests on",
                   vi = "nguồn '%s': phần chi phải nêu điều luật làm căn cứ" },
    bad_amount = { en = "source '%s': the money of %d is %s, not whole VND",
                   vi = "nguồn '%s': số tiền năm %d là %s, không phải số đồng "
                       .. "chẵn từ 0" },
    budget_year = { en = "source '%s': %d is not among the years",
                    vi = "nguồn '%s': %d không thuộc các năm được xét" },
    line_years = { en = "budget line '%s': its last year is before its first",
                   vi = "dòng vốn '%s': năm cuối trước năm đầu" },
    bad_split = { en = "unknown.split may assume 'even' only",
                  vi = "unknown.split chỉ có thể giả định 'even'" },
    bad_cost = { en = "phase '%s': the cost of %s must be whole VND from 0, "
                     .. "got %s",
                 vi = "giai đoạn '%s': kinh phí %s phải là số đồng chẵn từ 0, "
                     .. "nhận được %s" },
    bad_spread = { en = "phase '%s': spread must give a share from 0 for each "
                       .. "year of building, not all 0",
                   vi = "giai đoạn '%s': spread phải cho mỗi năm xây dựng một "
                       .. "tỷ lệ từ 0, không phải toàn 0" },
    bad_year = { en = "phase '%s': %s is not among the years",
                 vi = "giai đoạn '%s': %s không thuộc các năm được xét" },
    late_before_early = { en = "phase '%s': its latest year %s is before its "
                              .. "earliest %s",
                          vi = "giai đoạn '%s': năm muộn nhất %s trước năm "
                              .. "sớm nhất %s" },
    must_but_late = { en = "phase '%s' has to open, but it may not before %d",
                      vi = "giai đoạn '%s' phải mở nhưng không thể trước năm "
                          .. "%d" },
    bad_area = { en = "phase '%s': land must be ha from 0, got %s",
                 vi = "giai đoạn '%s': diện tích phải là số ha từ 0, nhận được "
                     .. "%s" },
    bad_discount = { en = "discount must be a share from 0, got %s",
                     vi = "discount phải là một tỷ lệ từ 0, nhận được %s" },
    bad_value = { en = "term '%s': the value of phase '%s' in %d must be a "
                      .. "number, got %s",
                  vi = "thành phần '%s': giá trị của giai đoạn '%s' năm %d "
                      .. "phải là một số, nhận được %s" },
    bad_fill = { en = "fill needs above, the article it rests on, and demand",
                 vi = "fill phải có above, điều luật làm căn cứ và demand" },
    limit = { en = "limit '%s'", vi = "giới hạn '%s'" },
    limit_years = { en = "limit '%s': years must be { first, last }, whole "
                        .. "numbers from %d to %d",
                    vi = "giới hạn '%s': years phải là { năm đầu, năm cuối }, "
                        .. "số nguyên từ %d đến %d" },
    no_limit = { en = "limit '%s' needs least or most",
                 vi = "giới hạn '%s' phải có least hoặc most" },
    bad_lessons = { en = "lessons must be what ccn.lessons gives, got %s",
                    vi = "lessons phải là kết quả của ccn.lessons, nhận được "
                        .. "%s" },
    demand_of = { en = "the demand of '%s' in %d",
                  vi = "nhu cầu đất của '%s' năm %d" },
    spread_of = { en = "what spread gives for '%s'",
                  vi = "giá trị spread trả về cho '%s'" },
    earliest_of = { en = "the earliest year of '%s'",
                    vi = "năm sớm nhất của '%s'" },
    latest_of = { en = "the latest year of '%s'",
                  vi = "năm muộn nhất của '%s'" },
    kind_note = { en = "source '%s': no phase has a cost of the kind '%s'",
                  vi = "nguồn '%s': không giai đoạn nào có kinh phí loại "
                      .. "'%s'" },
    lesson_note = { en = "lessons: no phase has a cost of the kind '%s'",
                    vi = "bài học: không giai đoạn nào có kinh phí loại "
                        .. "'%s'" },
    rule_note = { en = "rules: no budget line is of the source '%s'",
                  vi = "rules: không có dòng vốn nào thuộc nguồn '%s'" },
    least_above_most = { en = "limit '%s': the least is above the most",
                         vi = "giới hạn '%s': mức tối thiểu trên mức tối đa" },
    bad_fair = { en = "fair: the amount of phase '%s' is no number from 0 up",
                 vi = "fair: lượng của giai đoạn '%s' không phải số từ 0 trở "
                     .. "lên" },
    joint_terms = { en = "with place the goal is that of placing: state the "
                        .. "terms in place",
                    vi = "khi có place, mục tiêu là mục tiêu bố trí: hãy nêu "
                        .. "các thành phần trong place" },
    no_joint_order = { en = "with place, order says who is to be placed",
                       vi = "khi có place, order cho biết ai cần bố trí" },
    joint_title = { en = "Land and tenants together, round %d: total %s.",
                    vi = "Tính đất và cơ sở cùng lúc, vòng %d: giá trị mục "
                        .. "tiêu %s." },
    joint_money = { en = "No land and tenants together are proved better than "
                        .. "%s: phases and places at once, under the money "
                        .. "of all sources (gap %s %%).",
                    vi = "Đã chứng minh không phương án đất và cơ sở nào tốt "
                        .. "hơn %s: giai đoạn và nơi bố trí cùng lúc, theo "
                        .. "tiền của mọi nguồn (chênh lệch %s %%)." },
    joint_bound = { en = "No land and tenants together are proved better than "
                        .. "%s: placing alone with every phase open from its "
                        .. "earliest year, whatever the money (gap %s %%).",
                    vi = "Đã chứng minh không phương án đất và cơ sở nào tốt "
                        .. "hơn %s: chỉ xét bố trí, coi như mọi giai đoạn mở "
                        .. "từ năm sớm nhất, không kể tiền (chênh lệch "
                        .. "%s %%)." },

    -- report
    paid_by_year = { en = "money by year and source",
                     vi = "vốn theo năm và nguồn" },
    ["paid alt"] = { en = "%d sources over %d years",
                     vi = "%d nguồn trong %d năm" },
    amount = { en = "amount", vi = "số tiền" },
    who = { en = "source", vi = "nguồn" },
    when = { en = "year", vi = "năm" },
    reason = { en = "why", vi = "vì sao" },

    -- pilots
    pilots_title = { en = "Pilots: portfolios of 1 to %d of %d clusters",
                     vi = "Thí điểm: tổ hợp 1 đến %d trong %d cụm" },
    pilot_rank = { en = "rank", vi = "hạng" },
    pilot_clusters = { en = "clusters", vi = "các cụm" },
    pilot_score = { en = "score", vi = "điểm" },
    pilot_why = { en = "mean score %s, %d of %d kinds seen, %d units",
                  vi = "điểm trung bình %s, gặp %d trong %d loại, %d đơn vị "
                      .. "hành chính" },
    pilot_cost_below = { en = "the cost of '%s' must be from 0, got %s",
                         vi = "kinh phí của '%s' phải từ 0 trở lên, nhận được "
                             .. "%s" },
    pilot_cost = { en = ", %s VND", vi = ", %s đồng" },
    pilot_out = { en = "Left out: %s (%s)", vi = "Không xét: %s (%s)" },
    pilot_no_score = { en = "the order excludes it",
                       vi = "thứ tự ưu tiên loại ra" },
    bad_pilots = { en = "pilots needs learn(cluster)",
                   vi = "pilots phải có learn(cụm)" },
    pilot_order = { en = "pilots needs an order of clusters, as ccn.rank gives "
                        .. "it, got %s",
                    vi = "pilots phải có thứ tự các cụm, là kết quả của "
                        .. "ccn.rank, nhận được %s" },
    pilot_most = { en = "pilots: most must be 1, 2 or 3, got %s",
                   vi = "pilots: most phải là 1, 2 hoặc 3, nhận được %s" },
    pilot_weight = { en = "pilots, weights: %s must be a number from 0, got %s",
                     vi = "pilots, weights: %s phải là số từ 0, nhận được %s" },
    pilot_budget = { en = "pilots: budget needs cost, a field or "
                         .. "function(cluster)",
                     vi = "pilots: budget phải có cost, tên một trường hoặc "
                         .. "function(cụm)" },
    cost_of = { en = "the cost of '%s'", vi = "kinh phí của '%s'" },
    learn_of = { en = "what learn gives for '%s'",
                 vi = "giá trị learn trả về cho '%s'" },
    none_fits = { en = "no portfolio fits the budget",
                  vi = "không tổ hợp nào vừa ngân sách" },
    too_many_pilots = { en = "%d clusters are too many to try all portfolios",
                        vi = "%d cụm là quá nhiều để thử mọi tổ hợp" },

    -- lessons
    bad_lesson = { en = "lesson %d needs %s", vi = "bài học %d phải có %s" },
    lesson_ratio = { en = "lesson %d: %s is what was measured over what was "
                         .. "planned, a number above 0, got %s",
                     vi = "bài học %d: %s là số thực hiện chia cho số kế "
                         .. "hoạch, lớn hơn 0, nhận được %s" },
    lesson_twice = { en = "two lessons about '%s'",
                     vi = "hai bài học về '%s'" },
    lesson_cost = { en = "%s: %s from %s to %s VND (x %s, %s)",
                    vi = "%s: %s từ %s thành %s đồng (x %s, %s)" },
    lesson_duration = { en = "%s: building from %d to %d years (x %s, %s)",
                        vi = "%s: xây dựng từ %d thành %d năm (x %s, %s)" },
    no_change = { en = "The lessons change nothing.",
                  vi = "Các bài học không thay đổi gì." },
}
