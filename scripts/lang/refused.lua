--- What scripts are told when they ask the library for something it cannot do.
return {
    text = { en = "%s must be a text, got %s",
             vi = "%s phải là văn bản, nhận được %s" },
    rows = { en = "a %s needs columns and rows",
             vi = "%s cần columns (các cột) và rows (các dòng)" },
    spec = { en = "a chart needs a specification: spec = { mark =, ... }",
             vi = "biểu đồ cần đặc tả: spec = { mark =, ... }" },
    report = { en = "a report needs a title: ccn.report { title = \"...\" }",
               vi = "báo cáo cần tiêu đề: ccn.report { title = \"...\" }" },
    made = { en = "%s needs what %s gives, got %s",
             vi = "%s cần kết quả của %s, nhận được %s" },
    plans = {
        en = "a comparison needs a list of plans: "
            .. "ccn.compare({ plan, fork })",
        vi = "so sánh cần một danh sách quy hoạch: "
            .. "ccn.compare({ plan, fork })",
    },
    line = { en = "the comparison has no line '%s'",
             vi = "bảng so sánh không có dòng '%s'" },
    tests = { en = "tests that failed: %d", vi = "kiểm thử không đạt: %d" },
}
