--- What `ccn diff` says.
return {
    same  = { en = "no differences", vi = "không có khác biệt" },
    total = { en = "%d {change|changes}", vi = "%d thay đổi" },
    near = {
        en = "'%s' is no plan file and no scenario of the plan; did you mean "
            .. "'%s'?",
        vi = "'%s' không phải tệp quy hoạch hay kịch bản của quy hoạch; ý bạn "
            .. "là '%s'?",
    },
    neither = {
        en = "'%s' is no plan file and no scenario kept in %s",
        vi = "'%s' không phải tệp quy hoạch hay kịch bản lưu trong %s",
    },
    ["no options"] = {
        en = "%s must return the options of ccn.compare: { lines = ... }",
        vi = "%s phải trả về các tùy chọn của ccn.compare: { lines = ... }",
    },
    results = { en = "results that differ", vi = "kết quả khác nhau" },
    difference = { en = "difference", vi = "chênh lệch" },
    ["no effect"] = { en = "none of the results compared differs",
                      vi = "không có kết quả nào được so sánh bị khác đi" },
}
