--- What rules say.
return {
    -- results
    holds = { en = "yes", vi = "đạt" },
    fails = { en = "no", vi = "không đạt" },
    open = { en = "cannot be decided", vi = "chưa kết luận được" },
    void = { en = "does not arise", vi = "không đặt ra" },
    granted = { en = "yes", vi = "được" },
    ["granted as far"] = {
        en = "yes, as far as it could be judged",
        vi = "được, trong phạm vi đã xét",
    },
    ["count not judged"] = { en = "not judged: %d", vi = "chưa xét: %d" },
    refused = { en = "no", vi = "không được" },
    yes = { en = "yes", vi = "có" },
    no = { en = "no", vi = "không" },
    -- figures
    ["a day"] = { en = "/day", vi = "/ngày" },
    ["not known"] = { en = "%s not known", vi = "chưa rõ: %s" },
    ["for lack of"] = { en = "%s (missing: %s)", vi = "%s (thiếu: %s)" },
    lacks = { en = "cannot be decided: %s not known",
                  vi = "chưa kết luận được, chưa rõ: %s" },
    asked = { en = "[asked: %s]", vi = "[yêu cầu: %s]" },
    ["from to"] = { en = "%s to %s", vi = "từ %s đến %s" },
    above = { en = "more than %s", vi = "lớn hơn %s" },
    ["at least"] = { en = "at least %s", vi = "ít nhất %s" },
    latest = { en = "%s at the latest", vi = "muộn nhất %s" },
    ["at most"] = { en = "at most %s", vi = "nhiều nhất %s" },
    article = { en = "Art. %s %s", vi = "Điều %s %s" },
    ["in both"] = {
        en = "%s, clusters in two communes counted",
        vi = "%s, có tính cụm nằm trên hai xã",
    },
    ["in none"] = {
        en = "%s, clusters in two communes not counted",
        vi = "%s, không tính cụm nằm trên hai xã",
    },
    -- where a fact comes from
    computed = { en = "%.5g of %.5g ha", vi = "%.5g trên %.5g ha" },
    reported = { en = "as reported", vi = "theo báo cáo" },
    ["reported by"] = { en = "as reported %s", vi = "theo báo cáo %s" },
    ["reported after"] = { en = "reported %s, after that day",
                           vi = "báo cáo %s, sau ngày đó" },
    ["form of"] = { en = "form %s of %s", vi = "mẫu %s kỳ %s" },
    ["by form"] = { en = "%s of %s ha, %s", vi = "%s trên %s ha, %s" },
    ["row says"] = { en = "; the plan says %s without a day",
                     vi = "; quy hoạch ghi %s, không rõ ngày" },
    ["plant by form"] = { en = "a plant that meets the standard: %s",
                          vi = "nhà máy xử lý đạt tiêu chuẩn: %s" },
    ["no plant by form"] = { en = "no central wastewater plant: %s",
                             vi = "chưa có nhà máy xử lý nước thải tập trung: "
                                 .. "%s" },
    ["plant open by form"] = {
        en = "a plant built or being built, not up to standard: %s",
        vi = "nhà máy đã hoặc đang đầu tư, chưa đạt tiêu chuẩn: %s",
    },
    ["fill behind"] = {
        en = "the plan says %s, and a later form gives %s (%s)",
        vi = "quy hoạch ghi %s, nhưng báo cáo sau cho %s (%s)",
    },
    ["plant behind"] = {
        en = "central wastewater plant: the plan says %s, and a later form "
            .. "says otherwise: %s (%s)",
        vi = "nhà máy xử lý nước thải tập trung: quy hoạch ghi %s, nhưng báo "
            .. "cáo sau nói khác: %s (%s)",
    },
    ["same day"] = {
        en = "two fill rates of one day, %s: %s and %s (%s)",
        vi = "hai tỷ lệ lấp đầy cùng ngày %s: %s và %s (%s)",
    },
    planned = { en = "as planned", vi = "theo quy hoạch" },
    ["more than now"] = { en = "an extension adds land",
                          vi = "mở rộng làm tăng diện tích" },
    ["no plant"] = { en = "no central wastewater plant",
                     vi = "chưa có nhà máy xử lý nước thải tập trung" },
    ["not known of"] = { en = "of %s", vi = "của %s" },
    -- findings
    undecided = { en = "%s: cannot be decided for %d of %d (%s): %s; %s",
                  vi = "%s: chưa kết luận được với %d trên %d (%s): %s; %s" },
    ["not seen"] = { en = "not judged: %s", vi = "chưa xét: %s" },
    ["none in force"] = {
        en = "no rule pack was in force on %s; the first begins on %s, so no "
            .. "rule was looked at",
        vi = "ngày %s chưa có bộ quy định nào có hiệu lực; bộ đầu tiên có hiệu "
            .. "lực từ %s, nên chưa xét quy định nào",
    },
    ["none known"] = {
        en = "no rule pack was in force on %s, so no rule was looked at",
        vi = "ngày %s chưa có bộ quy định nào có hiệu lực, nên chưa xét quy "
            .. "định nào",
    },
    ["no day given"] = {
        en = "rules of a day: add --on DATE, such as --on 2026-09-15",
        vi = "để xét theo quy định của một ngày: thêm --on NGÀY, ví dụ "
            .. "--on 2026-09-15",
    },
    standing = { en = "what holds at any time",
                 vi = "yêu cầu thường xuyên" },
    extend = { en = "may it be extended?",
                   vi = "có được mở rộng không?" },
    establish = { en = "may it be established?",
                      vi = "có được thành lập không?" },
    ["rules title"] = { en = "Rules of %s", vi = "Quy định ngày %s" },
    ["map title"] = { en = "May they be extended on %s?",
                      vi = "Có được mở rộng vào ngày %s không?" },
    broken = { en = "broken rules", vi = "quy định bị vi phạm" },
    -- what if
    ["title extend"] = {
        en = "May it be extended, by a dossier of %s?",
        vi = "Có được mở rộng không, theo hồ sơ ngày %s?",
    },
    ["title establish"] = {
        en = "May it be established, by a dossier of %s?",
        vi = "Có được thành lập không, theo hồ sơ ngày %s?",
    },
    counts = {
        en = "%d yes, %d no, %d cannot be decided, %d do not arise",
        vi = "%d được, %d không được, %d chưa kết luận được, %d không đặt ra",
    },
    ["no plan given"] = { en = "name a plan file: ccn check PLAN",
                          vi = "hãy cho tệp quy hoạch: ccn check PLAN" },
    cluster = { en = "cluster", vi = "cụm" },
    answer = { en = "answer", vi = "kết luận" },
    why = { en = "why", vi = "lý do" },
    condition = { en = "condition", vi = "điều kiện" },
    rule = { en = "rule", vi = "quy định" },
    ground = { en = "ground", vi = "căn cứ" },
    result = { en = "result", vi = "kết quả" },
    ["all seen hold"] = {
        en = "every condition that could be judged holds",
        vi = "mọi điều kiện đã xét đều đạt",
    },
    ["established already"] = { en = "established already",
                                vi = "đã có quyết định thành lập" },
    ["a park"] = { en = "a park has rules of its own",
                   vi = "khu công nghiệp có quy định riêng" },
    ["no rules"] = { en = "no rule of that day is known",
                     vi = "chưa có quy định nào của ngày đó" },
    missing = { en = "missing: %s", vi = "còn thiếu: %s" },
    kept = {
        en = "the dossier of %s, if it was under way on %s, goes on under the "
            .. "rules of its day (%s)",
        vi = "hồ sơ ngày %s, nếu đang giải quyết vào ngày %s, tiếp tục theo "
            .. "quy định của ngày nộp (%s)",
    },
    ["no cluster"] = { en = "the plan has no cluster '%s'",
                       vi = "quy hoạch không có cụm '%s'" },
    ["no cluster, nearest"] = {
        en = "the plan has no cluster '%s'; did you mean '%s'?",
        vi = "quy hoạch không có cụm '%s'; có phải ý bạn là '%s'?",
    },
    ["only with may"] = {
        en = "%s goes with may=extend or may=establish",
        vi = "%s chỉ đi cùng may=extend hoặc may=establish",
    },
    ["no day for may"] = {
        en = "may=%s needs the day of the dossier: on=DATE",
        vi = "may=%s cần ngày của hồ sơ: on=NGÀY",
    },
    ["no day for triggers"] = {
        en = "triggers= needs the day to look at: on=DATE",
        vi = "triggers= cần ngày để xét: on=NGÀY",
    },
    ["no pair"] = { en = "'%s' is no fact: NAME=VALUE, divided by commas",
                    vi = "'%s' không phải dữ kiện: TÊN=GIÁTRỊ, cách nhau "
                        .. "bằng dấu phẩy" },
    ["comma in number"] = {
        en = "'%s' is no fact: a comma divides facts; write %s",
        vi = "'%s' không phải dữ kiện: dấu phẩy ngăn cách các dữ kiện; hãy "
            .. "viết %s",
    },
    ["no value"] = { en = "%s: '%s' is neither yes, no, a number nor a day",
                     vi = "%s: '%s' không phải có, không, số hay ngày" },
    ["no fact"] = { en = "no rule asks for '%s'",
                    vi = "không quy định nào hỏi '%s'" },
    ["no fact, nearest"] = {
        en = "no rule asks for '%s'; did you mean '%s'?",
        vi = "không quy định nào hỏi '%s'; có phải ý bạn là '%s'?",
    },
    ["unknown question"] = {
        en = "rules answer 'extend' and 'establish', not '%s'",
        vi = "chỉ hỏi được 'extend' (mở rộng) và 'establish' (thành lập), "
            .. "không có '%s'",
    },
    ["bad dossier"] = {
        en = "dossier must be a day such as \"2026-09-15\", got %s",
        vi = "dossier phải là một ngày, ví dụ \"2026-09-15\", nhận được %s",
    },
    -- explain
    valid = { en = "valid", vi = "hiệu lực" },
    from = { en = "from %s", vi = "từ %s" },
    ["to"] = { en = "to %s", vi = "đến hết %s" },
    ["known to"] = { en = "known to hold until %s; its end was not seen",
                     vi = "chắc chắn còn hiệu lực đến %s; chưa rõ ngày hết "
                         .. "hiệu lực" },
    always = { en = "days not known", vi = "chưa rõ thời gian hiệu lực" },
    asks = { en = "asks", vi = "hỏi" },
    over = { en = "counted over", vi = "tính trên" },
    severity = { en = "when broken", vi = "khi vi phạm" },
    certainty = { en = "certainty", vi = "độ tin cậy" },
    source = { en = "source", vi = "nguồn" },
    figures = { en = "figures", vi = "ngưỡng" },
    examples = { en = "tests", vi = "phép thử" },
    ["by case"] = { en = "by case", vi = "tùy trường hợp" },
    error = { en = "error", vi = "lỗi" },
    warning = { en = "warning", vi = "cảnh báo" },
    note = { en = "note", vi = "ghi chú" },
    commune = { en = "commune", vi = "xã, phường" },
    district = { en = "district", vi = "huyện" },
    ["true"] = { en = "holds", vi = "đạt" },
    ["false"] = { en = "fails", vi = "không đạt" },
    unknown = { en = "not known", vi = "chưa rõ" },
    ["not asked"] = { en = "not asked", vi = "không áp dụng" },
    kept_test = { en = "as expected", vi = "đúng như mong đợi" },
    broken_test = { en = "gives %s", vi = "lại cho %s" },
    ["broken tests"] = { en = "%s does not keep %d of its tests",
                         vi = "%s không đạt %d phép thử của chính nó" },
    tests = { en = "%d {test|tests}, %d as expected",
              vi = "%d phép thử, %d đúng như mong đợi" },
    -- packs that cannot be read
    ["no pack"] = {
        en = "a pack of rules needs document (en, vi) and rules",
        vi = "gói quy định cần document (en, vi) và rules",
    },
    ["bad pack"] = { en = "pack %s, rule %s: %s",
                     vi = "gói %s, quy định %s: %s" },
    ["no id"] = { en = "a rule has no id", vi = "quy định thiếu id" },
    ["no title"] = { en = "title in en and vi is missing",
                     vi = "thiếu title bằng en và vi" },
    ["no test"] = { en = "it has neither figures nor a test",
                    vi = "không có figures, cũng không có test" },
    ["no day"] = { en = "%s '%s' is no day such as 2026-09-15",
                   vi = "%s '%s' không phải là ngày như 2026-09-15" },
    ["no rule"] = { en = "no pack has a rule '%s'",
                    vi = "không gói nào có quy định '%s'" },
    ["no rule, nearest"] = {
        en = "no pack has a rule '%s'; did you mean '%s'?",
        vi = "không gói nào có quy định '%s'; có phải ý bạn là '%s'?",
    },
}
