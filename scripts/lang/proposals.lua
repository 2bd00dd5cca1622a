--- What is said of proposals that a plan keeps.
return {
    title = { en = "Proposal %s", vi = "Đề xuất %s" },
    ["none kept"] = { en = "no proposal is recorded in the plan",
                      vi = "quy hoạch chưa ghi nhận đề xuất nào" },
    ["no proposal"] = { en = "no proposal '%s' is recorded in the plan",
                        vi = "quy hoạch chưa ghi nhận đề xuất '%s'" },
    ["no words"] = { en = "proposal '%s' says nothing in words",
                     vi = "đề xuất '%s' không có phần diễn giải" },
    proposal = { en = "proposal", vi = "đề xuất" },
    ["cut-off"] = { en = "cut-off", vi = "kỳ chốt" },
    ["allowed by"] = { en = "allowed by", vi = "do kích hoạt" },
    draft = { en = "draft", vi = "dự thảo" },
    ["made with"] = { en = "made with", vi = "lập bằng" },
    recorded = { en = "proposal %s recorded as v%d",
                 vi = "đã ghi nhận đề xuất %s, là v%d" },
    ["no options"] = {
        en = "%s: it must return the options of ccn.propose (triggers, order, "
            .. "place and others), or a function of the plan that gives them",
        vi = "%s: phải trả về tùy chọn của ccn.propose (triggers, order, place "
            .. "và các mục khác), hoặc một hàm của quy hoạch cho ra chúng",
    },
    ["no pair"] = { en = "%s: '%s' is no NAME=VALUE",
                    vi = "%s: '%s' không phải TÊN=GIÁTRỊ" },
    ["takes none"] = { en = "%s takes no parameters, got '%s'",
                       vi = "%s không nhận tham số, nhận được '%s'" },
    ["not read"] = {
        en = "only a proposal whose options ccn.proposals.read gave can be "
            .. "recorded: their text is kept with it",
        vi = "chỉ ghi nhận được đề xuất có tùy chọn do ccn.proposals.read đọc, "
            .. "vì nội dung được lưu cùng",
    },
    ["no set kept"] = {
        en = "the triggers of a proposal that is recorded are a set that the "
            .. "plan keeps (ccn.triggers.in_force)",
        vi = "đề xuất được ghi nhận phải dùng bộ ngưỡng mà quy hoạch lưu "
            .. "(ccn.triggers.in_force)",
    },
    ["by the clock"] = {
        en = "alternative '%s' is what was found when the time was up, which "
            .. "another run may not find; say steps in place, not seconds",
        vi = "phương án '%s' là kết quả khi hết giờ, lần chạy khác có thể "
            .. "không tìm lại được; hãy nêu steps trong place, không nêu "
            .. "seconds",
    },
    ["other plan"] = {
        en = "the proposal was made on other contents than the plan has now",
        vi = "đề xuất được lập trên nội dung khác với quy hoạch hiện nay",
    },
    ["not recorded"] = {
        en = "there is no firing '%s' in the plan; record it first (ccn "
            .. "triggers PLAN record=yes)",
        vi = "quy hoạch chưa có lần kích hoạt '%s'; hãy ghi nhận trước (ccn "
            .. "triggers PLAN record=yes)",
    },
    changed = {
        en = "script, parameters or seed are not those that were kept "
            .. "(SHA-256)",
        vi = "kịch bản, tham số hoặc hạt giống khác với khi lưu (SHA-256)",
    },
    seed = { en = "it was made with the seed %d; ccn verify --seed says so",
             vi = "đề xuất được lập với hạt giống %d; nêu bằng ccn verify "
                 .. "--seed" },
    ["not recomputed"] = {
        en = "proposal '%s' cannot be computed again: %s",
        vi = "không tính lại được đề xuất '%s': %s",
    },
    ["does not follow"] = {
        en = "proposal '%s' does not follow from the plan: recorded is\n"
            .. "    %s\nand it gives\n    %s",
        vi = "đề xuất '%s' không suy ra được từ quy hoạch: đã ghi\n    %s\n"
            .. "và tính lại được\n    %s",
    },
    ["other base"] = {
        en = "proposal '%s' was made on other contents of the plan (SHA-256)",
        vi = "đề xuất '%s' được lập trên nội dung quy hoạch khác (SHA-256)",
    },
}
