--- What `ccn scenario` says.
return {
    scenario = { en = "scenario", vi = "kịch bản" },
    changes = { en = "changes", vi = "thay đổi" },
    conflicts = { en = "conflicts", vi = "xung đột" },
    question = { en = "question", vi = "câu hỏi" },
    parameters = { en = "parameters", vi = "tham số" },
    none = { en = "the plan keeps no scenarios",
             vi = "quy hoạch không lưu kịch bản nào" },
    unknown = { en = "there is no scenario '%s'",
                vi = "không có kịch bản '%s'" },
    near = { en = "there is no scenario '%s'; did you mean '%s'?",
             vi = "không có kịch bản '%s'; ý bạn là '%s'?" },
    table = { en = "table", vi = "bảng" },
    key = { en = "key", vi = "khóa" },
    field = { en = "field", vi = "trường" },
    ["whole row"] = { en = "the whole row", vi = "cả dòng" },
    ["then"] = { en = "it was", vi = "trước là" },
    ours = { en = "scenario (ours)", vi = "kịch bản (ours)" },
    theirs = { en = "plan (theirs)", vi = "quy hoạch (theirs)" },
    ["no conflicts"] = {
        en = "'%s' has no conflicts with the plan as it is",
        vi = "'%s' không xung đột với quy hoạch hiện tại",
    },
    settle = {
        en = "%d {conflict|conflicts}; policy=ours keeps what the scenario "
            .. "says, policy=theirs what the plan says",
        vi = "%d xung đột; policy=ours giữ theo kịch bản, policy=theirs giữ "
            .. "theo quy hoạch",
    },
    settled = { en = "%d {conflict|conflicts} settled: %s",
                vi = "đã giải quyết %d xung đột: %s" },
    promoted = { en = "'%s' is the plan in %s now",
                 vi = "'%s' nay là quy hoạch trong %s" },
    discarded = { en = "'%s' is discarded", vi = "đã bỏ kịch bản '%s'" },
}
