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
}
