--- Texts of the scenario.
return {
    title = { en = "Watching the extension of Âu Lâu",
              vi = "Theo dõi việc mở rộng CCN Âu Lâu" },
    kicker = { en = "half-yearly reports %s to %s, made up",
               vi = "báo cáo 6 tháng từ %s đến %s, số liệu giả định" },
    question = { en = "When is it time to change the plan?",
                 vi = "Khi nào cần điều chỉnh quy hoạch?" },
    fired = {
        en = "On %s the extension is %d months late: it is allowed to %s.",
        vi = "Ngày %s, việc mở rộng chậm %d tháng: được phép %s.",
    },
    ["not fired"] = { en = "Nothing has fired.",
                      vi = "Chưa có ngưỡng nào kích hoạt." },
    timely = {
        en = "The second wave of %d needs %d months' notice: the trigger "
            .. "comes in time.",
        vi = "Đợt hai năm %d cần biết trước %d tháng: ngưỡng kích hoạt kịp.",
    },
    late = {
        en = "The second wave of %d needs %d months' notice: the trigger "
            .. "comes too late.",
        vi = "Đợt hai năm %d cần biết trước %d tháng: ngưỡng kích hoạt trễ.",
    },
    cutoffs = { en = "At each cut-off", vi = "Tại từng kỳ chốt" },
    cutoff = { en = "cut-off", vi = "kỳ chốt" },
    trigger = { en = "trigger", vi = "ngưỡng hành động" },
    state = { en = "state", vi = "trạng thái" },
    why = { en = "why", vi = "lý do" },
    ["state quiet"] = { en = "quiet", vi = "bình thường" },
    ["state watch"] = { en = "watch", vi = "theo dõi" },
    ["state fired"] = { en = "fired", vi = "kích hoạt" },
    now = { en = "At the last cut-off", vi = "Tại kỳ chốt cuối" },
    past = { en = "Would it have come in time?", vi = "Có kịp không?" },
    hold = { en = "cut-offs in a row", vi = "số kỳ liên tiếp" },
    firing = { en = "fires on", vi = "kích hoạt ngày" },
    needed = { en = "needed by", vi = "cần trước ngày" },
    judgement = { en = "judgement", vi = "đánh giá" },
    ["judged timely"] = { en = "timely", vi = "kịp" },
    ["judged late"] = { en = "late", vi = "trễ" },
    ["judged missed"] = { en = "missed", vi = "bỏ lỡ" },
    forms = { en = "The forms", vi = "Các báo cáo" },
    ["late form"] = {
        en = "The form of %s came in on %s, after its day: what it says "
            .. "counts from then on.",
        vi = "Báo cáo kỳ %s nhận ngày %s, quá hạn: số liệu được tính từ ngày "
            .. "đó.",
    },
    corrected = {
        en = "Corrected on %s: %s of %s, from %s to %s; both are kept.",
        vi = "Đính chính ngày %s: %s kỳ %s, từ %s thành %s; giữ cả hai.",
    },
    provenance = { en = "Where this comes from",
                   vi = "Nguồn gốc của báo cáo" },
    ["no plan"] = { en = "name the plan: plan=build/laocai.gpkg",
                    vi = "hãy cho quy hoạch: plan=build/laocai.gpkg" },
    ["no home"] = {
        en = "the files of the scenario are not in %s; name their folder: "
            .. "home=FOLDER",
        vi = "tệp của kịch bản không có trong %s; hãy cho thư mục: "
            .. "home=THƯMỤC",
    },
    ["no figure"] = {
        en = "the trigger has fired, but no form of %s says how late the "
            .. "extension is",
        vi = "ngưỡng đã kích hoạt, nhưng chưa có báo cáo kỳ %s cho biết phần "
            .. "mở rộng chậm bao lâu",
    },
    there = { en = "the file is there already; remove it or name another",
              vi = "đã có tệp này; hãy xóa hoặc cho tên khác" },
    ["no out"] = { en = "name the plan file to be made: out=adjusted.gpkg",
                   vi = "hãy cho tên tệp quy hoạch sẽ lập: out=adjusted.gpkg" },
    ["adjust title"] = { en = "The extension of Âu Lâu slips: a changed plan",
                         vi = "Mở rộng CCN Âu Lâu chậm: điều chỉnh quy hoạch" },
    ["adjust question"] = { en = "What changes, why, and who decided?",
                            vi = "Thay đổi gì, vì sao, ai quyết định?" },
    ["adjust answer"] = {
        en = "On %s a trigger fired; %d establishments of the second wave move "
            .. "to another year or place; published on %s as v%d.",
        vi = "Ngày %s có ngưỡng kích hoạt; %d cơ sở đợt hai chuyển sang năm "
            .. "hoặc nơi khác; công bố ngày %s là v%d.",
    },
    ["made up"] = {
        en = "Reports, duties of offices, initials and days are made up.",
        vi = "Báo cáo, nhiệm vụ các cơ quan, chữ ký và ngày tháng là giả định.",
    },
    ["old and new"] = { en = "Old and new plan", vi = "Quy hoạch cũ và mới" },
    versions = { en = "Versions and decisions",
                 vi = "Phiên bản và quyết định" },
    version = { en = "version", vi = "phiên bản" },
    what = { en = "what", vi = "việc" },
    by = { en = "by", vi = "người ký" },
    day = { en = "day", vi = "ngày" },
    content = { en = "contents", vi = "nội dung" },
    expected = { en = "What was to be expected at the end of 2027",
                 vi = "Cuối năm 2027 có thể dự kiến gì" },
    ["expected text"] = {
        en = "200 futures in which the extension is up to 42 months late, 9 as "
            .. "the likeliest (ours). An event: the second wave of %d has no "
            .. "land.",
        vi = "200 tương lai trong đó phần mở rộng chậm tới 42 tháng, nhiều khả "
            .. "năng nhất là 9 (giả định của chúng tôi). Sự kiện: đợt hai năm "
            .. "%d không có đất.",
    },
    ["slip question"] = {
        en = "What will the forms report when the extension opens late?",
        vi = "Các báo cáo sẽ ghi gì nếu phần mở rộng mở chậm?",
    },
    ["no count"] = {
        en = "futures must be a whole number of at least 1, got '%s'",
        vi = "futures phải là số nguyên từ 1 trở lên, nhận được '%s'",
    },
    ["no period"] = {
        en = "period must be a period such as 2028-6m or 2028, got '%s'",
        vi = "period phải là kỳ, ví dụ 2028-6m hoặc 2028, nhận được '%s'",
    },
    verified = {
        en = "Chain, versions and plan agree; firings (%d) and proposals (%d) "
            .. "computed again are the same.",
        vi = "Chuỗi, phiên bản và quy hoạch khớp nhau; tính lại %d lần kích "
            .. "hoạt và %d đề xuất đều giống.",
    },
    broken = { en = "They do not agree: %s", vi = "Không khớp: %s" },
    undone = {
        en = "v%d would take v%d back: its contents have the SHA-256 %s, those "
            .. "of v%d have %s.",
        vi = "v%d sẽ hoàn lại v%d: nội dung có SHA-256 %s, của v%d là %s.",
    },
    places = { en = "establishments moving in %d",
               vi = "số cơ sở di dời năm %d" },
    going = { en = "establishments moving to %s",
              vi = "số cơ sở chuyển đến %s" },
    old = { en = "before (v%d)", vi = "trước (v%d)" },
    new = { en = "changed (v%d)", vi = "sau điều chỉnh (v%d)" },
}
