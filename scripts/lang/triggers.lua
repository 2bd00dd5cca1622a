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
    ["no figure"] = { en = "no figure: %s", vi = "chưa có số liệu: %s" },
    ["no figure since"] = { en = "%s of %s since %s", vi = "%s của %s từ %s" },
    reached = { en = "%s %s %s at %d {cut-off|cut-offs in a row}",
                vi = "%s %s %s ở %d kỳ liên tiếp" },
    ["reached once"] = { en = "%s %s %s at the last cut-off",
                         vi = "%s %s %s ở kỳ cuối" },
    ["not cleared"] = { en = "%s, not yet back past %s",
                        vi = "%s, chưa lùi qua %s" },
    silent = { en = "silent for %d {cut-off|cut-offs} after it fired",
               vi = "tạm im %d kỳ sau lần kích hoạt trước" },
    stale = { en = "no figure at the last cut-off",
              vi = "kỳ cuối chưa có số liệu" },
    ground = { en = "ground", vi = "căn cứ" },
    level = { en = "level", vi = "ngưỡng" },
    clear = { en = "clear level", vi = "ngưỡng trở lại" },
    cutoff = { en = "cut-off", vi = "kỳ chốt" },
    ["chart alt"] = {
        en = "%s: %d {figure|figures} against the level %.6g; fired since %s",
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
    no_decision = {
        en = "an approval has by= (the office) and from= (the day from which "
            .. "it is in force; in a script on)",
        vi = "phê duyệt phải có by= (cơ quan) và from= (ngày có hiệu lực; "
            .. "trong kịch bản là on)",
    },
    ["from of what"] = { en = "from=DATE goes with approve=",
                         vi = "from=NGÀY đi cùng approve=" },
    -- firings
    ["no day"] = { en = "the day is needed: on=2028-07-01",
                   vi = "cần ngày: on=2028-07-01" },
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
    -- in the futures of a sweep
    ["no futures"] = {
        en = "the sweep '%s' has no output named INDICATOR PERIOD, such as "
            .. "'industrial_land_built 2028-6m'",
        vi = "phép quét '%s' không có kết quả nào tên CHỈ TIÊU KỲ, ví dụ "
            .. "'industrial_land_built 2028-6m'",
    },
    ["no future subject"] = {
        en = "the subject that the sweep is about is needed: subject = KEY",
        vi = "cần đối tượng của phép quét: subject = KHÓA",
    },
    ["tells of none"] = {
        en = "the sweep '%s' tells of no indicator of these triggers: %s",
        vi = "phép quét '%s' không có chỉ tiêu nào của các ngưỡng này: %s",
    },
    ["futures of"] = { en = "%s, %s: %s today; %d {future|futures}",
                       vi = "%s, %s: hiện %s; %d tương lai" },
    ["share that fires"] = { en = "Share of futures in which it fires [%%]:",
                             vi = "Tỷ lệ tương lai bị kích hoạt [%%]:" },
    ["futures alt"] = {
        en = "Share of futures that have fired by each of %d "
            .. "{cut-off|cut-offs}: %s",
        vi = "Tỷ lệ tương lai đã kích hoạt đến từng kỳ trong %d kỳ: %s",
    },
    ["by cut-off"] = { en = "by", vi = "đến kỳ" },
    shares = {
        en = "Timely, late and missed of the events, needless and chattering "
            .. "of the firings [%%]:",
        vi = "Kịp, muộn, bỏ sót trên số sự kiện; thừa, dồn dập trên số lần "
            .. "kích hoạt [%%]:",
    },
    ["share timely"] = { en = "timely", vi = "kịp" },
    ["share late"] = { en = "late", vi = "muộn" },
    ["share missed"] = { en = "missed", vi = "bỏ sót" },
    ["share needless"] = { en = "needless", vi = "thừa" },
    ["share chattering"] = { en = "chattering", vi = "dồn dập" },
    ["share lead"] = { en = "lead [months]: least, median, most",
                       vi = "báo trước [tháng]: ít, giữa, nhiều nhất" },
    ["left out"] = { en = "The sweep does not tell of: %s",
                     vi = "Phép quét không nói đến: %s" },
    -- ccn triggers
    set = { en = "set", vi = "bộ ngưỡng" },
    status = { en = "status", vi = "tình trạng" },
    by = { en = "by", vi = "cơ quan" },
    decision = { en = "decision", vi = "quyết định" },
    draft = { en = "draft", vi = "dự thảo" },
    approved = { en = "approved", vi = "đã phê duyệt" },
    ["no sets"] = {
        en = "the plan keeps no trigger set; keep=FILE.lua keeps one",
        vi = "quy hoạch chưa lưu bộ ngưỡng hành động nào; keep=TỆP.lua để lưu",
    },
    ["no set on"] = {
        en = "no trigger set of the plan was in force on %s, so none was "
            .. "looked at",
        vi = "ngày %s chưa có bộ ngưỡng hành động nào của quy hoạch có hiệu "
            .. "lực, nên chưa xét bộ nào",
    },
    ["on day"] = { en = "On %s:", vi = "Tại %s:" },
    ["none in force"] = {
        en = "no set is in force, or no form is due",
        vi = "chưa có bộ nào hiệu lực, hoặc chưa đến hạn báo cáo nào",
    },
    ["to record"] = { en = "%d not recorded yet (record=yes)",
                      vi = "còn %d chưa ghi nhận (record=yes)" },
    ["all recorded"] = { en = "all that is fired or watched is recorded",
                         vi = "đã ghi nhận mọi kích hoạt và theo dõi" },
    recorded = { en = "%d recorded as v%d", vi = "đã ghi nhận %d, là v%d" },
    ["nothing new"] = { en = "nothing is fired or watched that is not recorded",
                        vi = "không có kích hoạt hay theo dõi nào chưa ghi" },
    ["no forms"] = { en = "the plan holds no form; say on=DATE",
                     vi = "quy hoạch chưa có báo cáo nào; hãy nêu on=NGÀY" },
    keeps = { en = "Trigger set %s", vi = "Bộ ngưỡng %s" },
    approves = { en = "Trigger set %s approved",
                 vi = "Phê duyệt bộ ngưỡng %s" },
    ["kept at once"] = { en = "%s: saved", vi = "%s: đã lưu" },
    ["full trigger"] = { en = "\n%s allows: %s", vi = "\n%s cho phép: %s" },
    ["full when"] = { en = "  fires when %s %s %s at %d "
                          .. "{cut-off|cut-offs in a row}",
                      vi = "  kích hoạt khi %s %s %s ở %d kỳ liên tiếp" },
    ["full back"] = { en = "  until it is back past %s",
                      vi = "  cho đến khi lùi qua %s" },
    ["full silent"] = { en = "silent for %d {cut-off|cut-offs} after a firing",
                        vi = "im %d kỳ sau khi kích hoạt" },
    ["full watch"] = { en = "watched from %s", vi = "theo dõi từ %s" },
    ["full lead"] = { en = "the action takes %d {month|months}",
                      vi = "hành động cần %d tháng" },
    ["full watches"] = { en = "  tests that %s", vi = "  kiểm tra rằng %s" },
    ["full ground"] = { en = "  ground: %s", vi = "  căn cứ: %s" },
}
