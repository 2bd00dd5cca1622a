--- What `ccn.propose` says.
return {
    nothing = { en = "do nothing", vi = "không điều chỉnh" },
    least = { en = "least change", vi = "thay đổi ít nhất" },
    balanced = { en = "balanced", vi = "cân bằng" },
    free = { en = "free", vi = "tự do" },
    ["no option"] = { en = "ccn.propose needs the option '%s'",
                      vi = "ccn.propose cần tùy chọn '%s'" },
    ["not fired"] = { en = "no trigger with an action has fired at %s",
                      vi = "đến %s chưa ngưỡng nào có hành động bị kích hoạt" },
    ["fired then"] = {
        en = " in the plan as it is now; it had when '%s' was recorded: "
            .. "version=v%d looks at it as it was",
        vi = " trong quy hoạch hiện nay; nhưng đã kích hoạt khi ghi nhận '%s': "
            .. "version=v%d xét theo lúc đó",
    },
    ["no futures"] = {
        en = "'beats nothing' and 'most regret' need futures: with=futures=40, "
            .. "where the file takes it (option futures).",
        vi = "'hơn không điều chỉnh' và 'hối tiếc lớn nhất' cần các tương lai: "
            .. "with=futures=40, nếu tệp nhận tham số này (tùy chọn futures).",
    },
    ["no alternative"] = { en = "there is no alternative '%s'; there are: %s",
                           vi = "không có phương án '%s'; có: %s" },
    title = { en = "Proposal at %s", vi = "Đề xuất tại %s" },
    ["no years"] = {
        en = "windows = { closed = year, published = year }: whole years, the "
            .. "second may be left out",
        vi = "windows = { closed = năm, published = năm }: năm nguyên, có thể "
            .. "bỏ năm thứ hai",
    },
    ["windows cross"] = {
        en = "the published window ends in %d, before the closed one (%d)",
        vi = "giai đoạn công bố kết thúc năm %d, trước giai đoạn khóa (%d)",
    },
    stays = {
        en = "action '%s' changes the move of %s, but moves until %d stay as "
            .. "they are",
        vi = "hành động '%s' đổi lượt di dời của %s, nhưng các lượt đến hết "
            .. "năm %d giữ nguyên",
    },
    ["no change"] = { en = "action '%s' needs change = function(world, entry)",
                      vi = "hành động '%s' cần change = function(world, "
                          .. "entry)" },
    ["trigger"] = { en = "[%d] trigger %s, %s: %s",
                    vi = "[%d] ngưỡng %s, %s: %s" },
    observed = { en = "by the reports %s", vi = "theo các báo cáo %s" },
    ground = { en = "ground: %s", vi = "căn cứ: %s" },
    action = { en = "action %s: %s", vi = "hành động %s: %s" },
    world = { en = "so %s", vi = "nên %s" },
    fixed = { en = "Moves until %d stay as they are (%s).",
              vi = "Các lượt di dời đến hết năm %d giữ nguyên (%s)." },
    ["window closed"] = { en = "closed window",
                          vi = "giai đoạn đã khóa" },
    ["window published"] = { en = "published window; no fired rule names it",
                             vi = "giai đoạn đã công bố; không quy tắc nào "
                                 .. "được kích hoạt nêu giai đoạn này" },
    tax = { en = "Tax on each change: %s.",
            vi = "Thuế cho mỗi thay đổi: %s." },
    ["tax on size"] = {
        en = "Tax on the size of change: %s; another year counts %s, another "
            .. "cluster %s, no place any more %s.",
        vi = "Thuế trên mức thay đổi: %s; đổi năm tính %s, đổi cụm tính %s, "
            .. "không còn chỗ tính %s.",
    },
    ["below nothing"] = { en = "%s must not be below 0, got %s",
                          vi = "%s không được nhỏ hơn 0, nhận được %s" },
    ["no share"] = {
        en = "%s: discount is a share of a year, such as 0.05, got %s",
        vi = "%s: discount là tỷ lệ mỗi năm, ví dụ 0.05, nhận được %s",
    },
    ["term twice"] = { en = "value: two terms are called '%s'; give one a name",
                       vi = "value: hai thành phần cùng tên '%s'; hãy đặt "
                           .. "name khác" },
    ["value of"] = { en = "What the value is made of (the less the better)",
                     vi = "Giá trị gồm những gì (càng nhỏ càng tốt)" },
    term = { en = "term", vi = "thành phần" },
    unit = { en = "unit", vi = "đơn vị" },
    weight = { en = "weight", vi = "trọng số" },
    ["sum of terms"] = { en = "value", vi = "giá trị" },
    ["term wait"] = { en = "years waited", vi = "số năm chờ" },
    ["term left"] = { en = "left out", vi = "không được bố trí" },
    ["term place"] = { en = "place", vi = "địa điểm" },
    ["term moving_cost"] = { en = "cost of moves", vi = "chi phí di dời" },
    ["term works"] = { en = "cost of works", vi = "kinh phí xây dựng" },
    ["term other_cost"] = { en = "other costs", vi = "chi phí khác" },
    ["term money_missing"] = { en = "money missing", vi = "vốn còn thiếu" },
    ["unit years"] = { en = "years", vi = "năm" },
    ["unit people"] = { en = "enterprises", vi = "cơ sở" },
    ["unit money"] = { en = "bn VND", vi = "tỷ đồng" },
    ["value of one"] = {
        en = "Value of '%s': %s, of doing nothing %s (the less the better)",
        vi = "Giá trị của phương án '%s': %s, nếu không điều chỉnh %s (càng "
            .. "nhỏ càng tốt)",
    },
    ["term line"] = { en = "%s: %s, doing nothing %s (%s, weight %s)",
                      vi = "%s: %s, nếu không điều chỉnh %s (%s, trọng số "
                          .. "%s)" },
    ["none weighed"] = { en = "none: not known", vi = "không: chưa rõ" },
    ["size line"] = { en = "size of change: %s. %s",
                      vi = "mức thay đổi: %s. %s" },
    discounted = { en = "%s, less by %s %% a year from %d",
                   vi = "%s, chiết khấu %s %%/năm từ %d" },
    ["not weighed"] = {
        en = "not in the value: %s, not known for %s",
        vi = "không tính vào giá trị: %s, chưa rõ đối với %s",
    },
    ["not searched"] = {
        en = "not in the value: %s, not known for some who could have moved",
        vi = "không tính vào giá trị: %s, chưa rõ đối với một số cơ sở có "
            .. "thể di dời",
    },
    ["not steered"] = {
        en = "counted afterwards, not searched for: %s",
        vi = "tính sau, không dùng khi tìm phương án: %s",
    },
    note = { en = "weights: %s", vi = "trọng số: %s" },
    ["best between"] = {
        en = "'%s' is the best of these at a tax from %s to %s",
        vi = "'%s' tốt nhất trong số này khi thuế từ %s đến %s",
    },
    ["best from"] = {
        en = "'%s' is the best of these at a tax from %s on",
        vi = "'%s' tốt nhất trong số này khi thuế từ %s trở lên",
    },
    ["best never"] = { en = "'%s' is the best of these at no tax",
                       vi = "'%s' không tốt nhất với mức thuế nào" },
    size = { en = "size", vi = "mức thay đổi" },
    alternative = { en = "alternative", vi = "phương án" },
    changes = { en = "changes", vi = "thay đổi" },
    placed = { en = "placed", vi = "bố trí được" },
    land = { en = "land [ha]", vi = "đất [ha]" },
    value = { en = "value", vi = "giá trị" },
    gap = { en = "gap [%%]", vi = "khoảng cách [%%]" },
    beats = { en = "beats nothing [%%]", vi = "hơn không điều chỉnh [%%]" },
    regret = { en = "most regret", vi = "hối tiếc lớn nhất" },
    futures = { en = "%d {future|futures} of %s; a lower value is better.",
                vi = "%d tương lai theo %s; giá trị thấp hơn là tốt hơn." },
    ["failed futures"] = { en = "%d of them could not be computed.",
                           vi = "%d trong số đó không tính được." },
    gains = { en = "gain a place: %s", vi = "có chỗ nhờ phương án: %s" },
    loses = { en = "move later or elsewhere than planned: %s",
              vi = "di dời muộn hơn hoặc nơi khác so với kế hoạch: %s" },
    nobody = { en = "nobody", vi = "không ai" },
    why = { en = "Why, for '%s':", vi = "Lý do của phương án '%s':" },
    change = { en = "%s: %s → %s, because %s [%s]",
               vi = "%s: %s → %s, vì %s [%s]" },
    ["change of others"] = {
        en = "%s: %s → %s, because %s [%s, through others]",
        vi = "%s: %s → %s, vì %s [%s, do cơ sở khác]",
    },
    sooner = { en = "move earlier than planned: %s",
               vi = "di dời sớm hơn kế hoạch: %s" },
    cost = { en = "cost [bn VND]", vi = "kinh phí [tỷ đồng]" },
    costs = { en = "Cost of '%s':", vi = "Kinh phí của phương án '%s':" },
    ["no cost known"] = { en = "known: nothing", vi = "đã biết: chưa có gì" },
    ["left out"] = { en = "Left out when nothing is done: %s",
                     vi = "Không có chỗ nếu không điều chỉnh: %s" },
    ["cost known"] = { en = "known: %s bn VND", vi = "đã biết: %s tỷ đồng" },
    ["cost of year"] = { en = "%d: %s bn VND (%s)",
                         vi = "%d: %s tỷ đồng (%s)" },
    rule = { en = "Rules of %s find in %s: %s [%s]",
             vi = "Quy định ngày %s tại %s: %s [%s]" },
    ["not settled"] = { en = "source not known", vi = "chưa rõ nguồn" },
    ["missing phase_cost"] = {
        en = "not known: the cost of phases, %d of them (%s)",
        vi = "chưa rõ: kinh phí của %d giai đoạn (%s)",
    },
    ["missing moving_cost"] = {
        en = "not known: the cost of moves, %d of them (%s)",
        vi = "chưa rõ: chi phí di dời của %d cơ sở (%s)",
    },
    ["missing other_cost"] = { en = "not known: other amounts, %d of them (%s)",
                               vi = "chưa rõ: số tiền của %d mục khác (%s)" },
    more = { en = "against doing nothing: %s bn VND more",
             vi = "so với không điều chỉnh: thêm %s tỷ đồng" },
    ["more known"] = {
        en = "against doing nothing: %s bn VND more as far as known",
        vi = "so với không điều chỉnh: thêm %s tỷ đồng theo số đã biết",
    },
    ["money there"] = {
        en = "Budget lines of the plan for these clusters:",
        vi = "Các dòng vốn trong quy hoạch cho các cụm này:",
    },
    ["line pays"] = { en = "pays what it is for, as far as it goes",
                      vi = "chi đúng mục đích, trong phạm vi số vốn" },
    ["line need"] = { en = "pays nothing: an estimate of need",
                      vi = "không chi: chỉ là nhu cầu ước tính" },
    ["line source"] = { en = "pays nothing: its source is not known",
                        vi = "không chi: chưa rõ nguồn" },
    ["line purpose"] = {
        en = "pays nothing: its purpose is not moves or works in whole",
        vi = "không chi: mục đích không phải di dời hoặc toàn bộ hạ tầng",
    },
    ["line year"] = { en = "pays nothing: its year or amount is not known",
                      vi = "không chi: chưa rõ năm hoặc số tiền" },
    money = { en = "%s: %s bn VND, %s, %s, %s; %s",
              vi = "%s: %s tỷ đồng, %s, %s, %s; %s" },
    ["bad cost"] = {
        en = "costs, entry %d: { what = text, year = whole, amount = whole VND "
            .. "or none, source = text or none }",
        vi = "costs, mục %d: { what = chữ, year = năm, amount = số đồng nguyên "
            .. "hoặc bỏ trống, source = chữ hoặc bỏ trống }",
    },
    ["bad share"] = {
        en = "pays: what '%s' costs is paid by '%s' with a whole amount, at "
            .. "most what is left of it",
        vi = "pays: phần của '%s' do '%s' chi là số nguyên, không quá phần "
            .. "còn lại",
    },
    prefers = { en = "all together are worth more so",
                vi = "như vậy giá trị chung của tất cả tốt hơn" },
    waits = { en = "waits", vi = "chờ" },
    infeasible = { en = "Nothing feasible: %s",
                   vi = "Không có phương án khả thi: %s" },
    ["why now"] = { en = "What fired, and what it allows",
                    vi = "Ngưỡng nào kích hoạt, cho phép gì" },
    alternatives = { en = "Alternatives", vi = "Các phương án" },
    ["what it costs"] = { en = "What it costs", vi = "Kinh phí" },
    ["gains and losses"] = { en = "Who gains, who loses, and why",
                             vi = "Ai được lợi, ai bị thiệt, vì sao" },
    ["what to do"] = { en = "What can be done, and what does it bring?",
                       vi = "Có thể làm gì, và được gì?" },
    answer = {
        en = "%d {alternative|alternatives}, %d of them other than doing "
            .. "nothing. Nothing is decided here.",
        vi = "%d phương án, trong đó %d phương án có điều chỉnh. Báo cáo này "
            .. "không quyết định gì.",
    },
    provenance = { en = "Where this comes from",
                   vi = "Nguồn gốc của báo cáo" },
    year = { en = "year", vi = "năm" },
    source = { en = "source", vi = "nguồn" },
    amount = { en = "amount", vi = "số tiền" },
    ["line of the plan"] = { en = "budget line of the plan: %s",
                             vi = "dòng vốn trong quy hoạch: %s" },
    same = { en = "the same as '%s'", vi = "giống '%s'" },
}
