--- What triggers say.
return {
    quiet = { en = "quiet", vi = "bình thường" },
    watch = { en = "watch", vi = "theo dõi" },
    fired = { en = "fired", vi = "kích hoạt" },
    state = { en = "state", vi = "trạng thái" },
    trigger = { en = "trigger", vi = "ngưỡng hành động" },
    subject = { en = "of", vi = "đối tượng" },
    since = { en = "since", vi = "từ" },
    why = { en = "why", vi = "lý do" },
    action = { en = "allows", vi = "cho phép" },
    total = {
        en = "%d fired, %d watched, %d quiet; %d without a figure at the last "
            .. "cut-off",
        vi = "%d kích hoạt, %d theo dõi, %d bình thường; %d chưa có số liệu "
            .. "kỳ cuối",
    },
    reached = { en = "%s %s %s at %d cut-offs in a row",
                vi = "%s %s %s ở %d kỳ liên tiếp" },
    ["reached once"] = { en = "%s %s %s at the last cut-off",
                         vi = "%s %s %s ở kỳ cuối" },
    ["not cleared"] = { en = "%s, not yet back past %s",
                        vi = "%s, chưa lùi qua %s" },
    silent = { en = "silent for %d cut-offs after it fired",
               vi = "tạm im %d kỳ sau lần kích hoạt trước" },
    stale = { en = "no figure at the last cut-off",
              vi = "kỳ cuối chưa có số liệu" },
    ground = { en = "ground", vi = "căn cứ" },
    level = { en = "level", vi = "ngưỡng" },
    clear = { en = "clear level", vi = "ngưỡng trở lại" },
    cutoff = { en = "cut-off", vi = "kỳ chốt" },
    ["chart alt"] = {
        en = "%s: %d figures against the level %.6g; fired since %s",
        vi = "%s: %d số liệu so với ngưỡng %.6g; kích hoạt từ %s",
    },
    ["chart levels"] = { en = "Dashed: level %.6g; dotted: clear level %.6g.",
                         vi = "Nét đứt: ngưỡng %.6g; chấm: ngưỡng trở lại "
                             .. "%.6g." },
    ["chart level"] = { en = "Dashed: level %.6g.",
                        vi = "Nét đứt: ngưỡng %.6g." },
    ["no data"] = { en = "%s: no figure", vi = "%s: chưa có số liệu" },
    ["no period"] = {
        en = "'%s' is no period: 2026-6m is the half year, 2026 the year",
        vi = "'%s' không phải là kỳ: 2026-6m là 6 tháng, 2026 là cả năm",
    },
    -- declarations
    ["no set"] = {
        en = "a set of triggers needs signposts and triggers",
        vi = "bộ ngưỡng hành động cần signposts và triggers",
    },
    ["a set"] = { en = "a set of triggers", vi = "bộ ngưỡng hành động" },
    of = { en = "'%s', %s", vi = "'%s', %s" },
    ["no such subject"] = {
        en = "subjects: the plan has no '%s' that a signpost could watch",
        vi = "subjects: quy hoạch không có '%s' để theo dõi",
    },
    ["value is"] = { en = "value must be a function, got a %s",
                     vi = "value phải là hàm, nhận được %s" },
    wrong = { en = "'%s': %s", vi = "'%s': %s" },
    ["no id"] = { en = "a signpost or trigger has no id",
                  vi = "một chỉ báo hoặc ngưỡng thiếu id" },
    ["no name"] = { en = "a name in en and vi is missing",
                    vi = "thiếu tên bằng en và vi" },
    ["no subject"] = { en = "of must be cluster, enterprise or unit, got %s",
                       vi = "of phải là cluster, enterprise hoặc unit, nhận "
                           .. "được %s" },
    ["no indicators"] = { en = "indicators are missing",
                          vi = "thiếu indicators" },
    ["no value"] = { en = "several indicators need a function value",
                     vi = "nhiều chỉ tiêu thì cần hàm value" },
    ["no signpost"] = { en = "there is no signpost '%s'",
                        vi = "không có chỉ báo '%s'" },
    ["no op"] = { en = "op must be >=, >, <= or <, got '%s'",
                  vi = "op phải là >=, >, <= hoặc <, nhận được '%s'" },
    ["no level"] = { en = "level must be a number, got %s",
                     vi = "level phải là số, nhận được %s" },
    ["no count"] = { en = "%s must be a whole number of at least %d",
                     vi = "%s phải là số nguyên từ %d trở lên" },
    ["no gap"] = { en = "gap must be break or bridge, got '%s'",
                   vi = "gap phải là break hoặc bridge, nhận được '%s'" },
    ["wrong side"] = {
        en = "%s %s lies beyond the level %s",
        vi = "%s %s nằm quá mức %s",
    },
    twice = { en = "comes twice", vi = "bị khai hai lần" },
    -- findings
    finding = { en = "%s since %s: %s; allows: %s (%s)",
                vi = "%s từ %s: %s; cho phép: %s (%s)" },
    ["no ground"] = { en = "no ground given", vi = "chưa nêu căn cứ" },
    -- sets that a plan keeps
    ["no version"] = { en = "%s: a set that is kept has a name and a version",
                       vi = "%s: bộ được lưu phải có name và version" },
    ["not alone"] = {
        en = "a set that is kept stands alone: it may require modules that "
            .. "ship, not '%s'",
        vi = "bộ được lưu phải tự đủ: chỉ được require mô-đun kèm theo, không "
            .. "được '%s'",
    },
    not_read = {
        en = "only a set that ccn.triggers.read gave can be kept: its text is "
            .. "kept with it",
        vi = "chỉ lưu được bộ do ccn.triggers.read đọc, vì nội dung được lưu "
            .. "cùng",
    },
    no_row = { en = "there is no trigger set '%s' in this plan",
               vi = "quy hoạch này không có bộ ngưỡng hành động '%s'" },
    no_text = { en = "trigger set '%s' has no text",
                vi = "bộ ngưỡng hành động '%s' không có nội dung" },
    changed = {
        en = "trigger set '%s': its text is not the one that was kept "
            .. "(SHA-256)",
        vi = "bộ ngưỡng hành động '%s': nội dung khác với bản đã lưu "
            .. "(SHA-256)",
    },
    no_decision = { en = "an approval has by (the office) and on (the day)",
                    vi = "phê duyệt phải có by (cơ quan) và on (ngày)" },
    -- firings
    ["no day"] = { en = "the day is needed: on = \"2028-07-01\"",
                   vi = "cần ngày: on = \"2028-07-01\"" },
    ["record title"] = { en = "Triggers at %s",
                         vi = "Ngưỡng hành động tại %s" },
    ["no trigger"] = { en = "the set '%s' has no trigger '%s'",
                       vi = "bộ '%s' không có ngưỡng '%s'" },
    ["not recomputed"] = { en = "firing '%s' cannot be computed again: %s",
                           vi = "không tính lại được lần kích hoạt '%s': %s" },
    ["does not follow"] = {
        en = "firing '%s' does not follow from the observations: %s is "
            .. "recorded as %s, and they give %s",
        vi = "lần kích hoạt '%s' không suy ra được từ số liệu: %s đã ghi là "
            .. "%s, nhưng số liệu cho %s",
    },
    gone = { en = "%s '%s' was recorded and is not in the plan any more",
             vi = "%s '%s' đã được ghi nhận nhưng không còn trong quy hoạch" },
}
