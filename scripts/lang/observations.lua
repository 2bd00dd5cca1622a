--- What observations and the forms of Circular 14/2024 say.
return {
    -- import
    ["wrong unit"] = { en = "the unit of this column is %s",
                       vi = "đơn vị của cột này là %s" },
    ["unknown column"] = { en = "is no column of this form",
                           vi = "không phải là cột của mẫu này" },
    ["missing column"] = { en = "the column is missing", vi = "thiếu cột này" },
    twice = { en = "comes twice", vi = "xuất hiện hai lần" },
    ["twice since"] = { en = "is on line %d already",
                        vi = "đã có ở dòng %d" },
    negative = { en = "cannot be negative", vi = "không thể là số âm" },
    ["no flag"] = { en = "must be 0 or 1", vi = "phải là 0 hoặc 1" },
    ["no day"] = { en = "is no day such as 2026-06-18",
                   vi = "không phải là ngày như 2026-06-18" },
    ["no subject"] = { en = "says nobody", vi = "không ghi đối tượng" },
    ["unknown subject"] = { en = "is not in the plan",
                            vi = "không có trong quy hoạch" },
    ["unknown subject, nearest"] = {
        en = "is not in the plan; did you mean '%s'?",
        vi = "không có trong quy hoạch; có phải là '%s'?",
    },
    ["not whole"] = { en = "is a count, so a whole number",
                      vi = "là số đếm nên phải là số nguyên" },
    ["finding whole"] = {
        en = "observation '%s': %s is %s, but what is counted is a whole "
            .. "number",
        vi = "số liệu '%s': %s là %s, nhưng số đếm phải là số nguyên",
    },
    ["wrong level"] = {
        en = "form 03 is of a district, commune or ward, form 04 of a province",
        vi = "mẫu 03 của huyện, xã, phường; mẫu 04 của tỉnh",
    },
    ["no form"] = { en = "the forms are 01, 02, 03 and 04, not '%s'",
                    vi = "chỉ có các mẫu 01, 02, 03, 04, không có '%s'" },
    ["no period"] = {
        en = "'%s' is no period: 2026-6m is the half year, 2026 the year",
        vi = "'%s' không phải là kỳ: 2026-6m là 6 tháng, 2026 là cả năm",
    },
    ["no period given"] = {
        en = "form=%s needs the period: period=2026-6m or period=2026",
        vi = "form=%s cần kỳ báo cáo: period=2026-6m hoặc period=2026",
    },
    ["only observations"] = {
        en = "form=%s goes with table=observation",
        vi = "form=%s chỉ dùng với table=observation",
    },
    ["is it a form"] = {
        en = "a form of Circular 14/2024 is taken with form=02 period=2026-6m",
        vi = "biểu mẫu Thông tư 14/2024 được nhập với form=02 period=2026-6m",
    },
    taken = {
        en = "%s: form %s of %s: %d new {figure|figures}, %d "
            .. "{correction|corrections}, %d as known",
        vi = "%s: mẫu %s kỳ %s: %d số liệu mới, %d đính chính, %d như cũ",
    },
    corrects = {
        en = "warning: %d of these %d figures correct figures of the same "
            .. "period; is this the form of %s?",
        vi = "cảnh báo: %d trong %d số liệu này đính chính số liệu đã có của "
            .. "cùng kỳ; có đúng là báo cáo kỳ %s không?",
    },
    doubtful = { en = "warning: %s: %s", vi = "cảnh báo: %s: %s" },
    dry = { en = "nothing is saved (dry=yes)", vi = "chưa lưu gì (dry=yes)" },
    -- form 04
    title = { en = "Circular 14/2024, form 04, period %s",
              vi = "Thông tư 14/2024, mẫu 04, kỳ %s" },
    window = { en = "figures from %s to %s; due before %s",
               vi = "số liệu từ %s đến %s; gửi trước %s" },
    question = {
        en = "What does the department report, and what is missing for it?",
        vi = "Sở báo cáo những gì, và còn thiếu gì?",
    },
    answer = { en = "%d of %d indicators can be filled.",
               vi = "Điền được %d trên %d chỉ tiêu." },
    form = { en = "The form", vi = "Biểu mẫu" },
    ["csv headings"] = {
        en = "number,indicator,name,unit,value,from",
        vi = "TT,mã chỉ tiêu,chỉ tiêu,đơn vị,giá trị,nguồn",
    },
    number = { en = "no.", vi = "TT" },
    indicator = { en = "indicator", vi = "chỉ tiêu" },
    unit = { en = "unit", vi = "đơn vị" },
    value = { en = "value", vi = "giá trị" },
    from = { en = "from", vi = "nguồn" },
    ["from observation"] = { en = "%d reported", vi = "%d số báo cáo" },
    ["from plan"] = { en = "%d of the plan", vi = "%d số trong quy hoạch" },
    ["from units"] = { en = "sum of the forms 03", vi = "cộng các mẫu 03" },
    ["from own"] = { en = "as the department reported",
                     vi = "theo Sở đã báo cáo" },
    follows = { en = "follows from 17 and 18", vi = "tính từ 17 và 18" },
    ["no source"] = { en = "no form reports it", vi = "chưa mẫu nào báo cáo" },
    partly = { en = "known: %s; not known of %d of %d (%s)",
               vi = "đã biết: %s; chưa rõ ở %d trên %d (%s)" },
    ["of none"] = { en = "known of none of %d (%s)",
                    vi = "chưa rõ ở cả %d (%s)" },
    ["unit cluster"] = { en = "cluster", vi = "CCN" },
    ["unit ha"] = { en = "ha", vi = "ha" },
    ["unit bn VND"] = { en = "bn VND", vi = "tỷ đồng" },
    ["unit %"] = { en = "%%", vi = "%%" },
    ["unit project"] = { en = "project", vi = "dự án" },
    ["unit person"] = { en = "person", vi = "người" },
    -- reporters
    reporters = { en = "Who has reported", vi = "Tình hình gửi báo cáo" },
    counts = {
        en = "%d in time, %d late, %d missing, %d not due yet, %d without a "
            .. "day of receipt.",
        vi = "%d đúng hạn, %d trễ, %d chưa gửi, %d chưa đến hạn, %d không rõ "
            .. "ngày nhận.",
    },
    ["form no"] = { en = "form", vi = "mẫu" },
    subject = { en = "of", vi = "đơn vị báo cáo" },
    state = { en = "state", vi = "tình trạng" },
    due = { en = "before", vi = "trước ngày" },
    received = { en = "received", vi = "ngày nhận" },
    days = { en = "days late", vi = "số ngày trễ" },
    late = { en = "late", vi = "trễ" },
    missing = { en = "missing", vi = "chưa gửi" },
    -- sums
    sums = { en = "Sums up", vi = "Đối chiếu số cộng" },
    ["all agree"] = {
        en = "All %d figures that can be computed agree with what was "
            .. "reported.",
        vi = "Cả %d số liệu tính được đều khớp với số báo cáo.",
    },
    ["none compared"] = {
        en = "No figure was reported that can be computed (%d).",
        vi = "Chưa có số báo cáo nào tính lại được (%d).",
    },
    reported = { en = "reported", vi = "báo cáo" },
    computed = { en = "computed", vi = "tính được" },
    error = { en = "error", vi = "sai số" },
    against = { en = "against", vi = "so với" },
    ["sum of clusters"] = { en = "forms 01 and 02, and the plan",
                            vi = "mẫu 01, 02 và quy hoạch" },
    ["sum of units"] = { en = "forms 03", vi = "các mẫu 03" },
    ["sum of form"] = { en = "18 ÷ 17 of the form",
                        vi = "18 ÷ 17 của chính mẫu" },
    provenance = { en = "Where this comes from",
                   vi = "Nguồn gốc của báo cáo" },
    ["sheet reporters"] = { en = "late, missing", vi = "trễ, chưa gửi" },
    ["sheet sums"] = { en = "sums", vi = "đối chiếu" },
    ending = { en = "'%s': the form is saved as .xlsx, .csv or .html",
               vi = "'%s': biểu mẫu được lưu dạng .xlsx, .csv hoặc .html" },
    -- findings
    ["the form"] = { en = "Circular 14/2024, form %s",
                     vi = "Thông tư 14/2024, mẫu %s" },
    ["finding sum"] = {
        en = "form %s, %s, %s: %s reported, %s computed (%s): error %s",
        vi = "mẫu %s, %s, %s: báo cáo %s, tính được %s (%s): sai số %s",
    },
    ["finding exceeds"] = {
        en = "form %s of %s: %s is more than %s (%s, %s)",
        vi = "mẫu %s kỳ %s: %s lớn hơn %s (%s, %s)",
    },
    ["finding late"] = {
        en = "form %s of %s was received on %s, days late: %d (before %s)",
        vi = "mẫu %s kỳ %s nhận ngày %s, số ngày trễ: %d (hạn trước %s)",
    },
    ["finding missing"] = {
        en = "form %s of %s is missing since %s; nothing was reported before",
        vi = "mẫu %s kỳ %s chưa gửi từ %s; trước đó cũng chưa báo cáo",
    },
    ["finding stale"] = {
        en = "form %s of %s is missing since %s; the last figures are of %s",
        vi = "mẫu %s kỳ %s chưa gửi từ %s; số liệu gần nhất là kỳ %s",
    },
}
