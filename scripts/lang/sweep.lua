--- What sweeps and their results say.
return {
    no_request = { en = "ccn.sweep takes a table",
                   vi = "ccn.sweep nhận một bảng" },
    no_option = { en = "a sweep has no option '%s'",
                  vi = "quét không có tùy chọn '%s'" },
    no_name = { en = "a sweep needs a name: its results go to out/NAME.sqlite",
                vi = "quét cần có name: kết quả được ghi vào "
                    .. "out/NAME.sqlite" },
    no_factors = { en = "a sweep needs factors: a table of what is varied",
                   vi = "quét cần có factors: bảng các yếu tố thay đổi" },
    no_outputs = { en = "a sweep needs outputs: the names of what run gives",
                   vi = "quét cần có outputs: tên các kết quả mà run trả về" },
    no_output = { en = "output %d has no name", vi = "kết quả thứ %d không có "
                      .. "tên" },
    name_twice = {
        en = "two columns of the results would be called '%s' (number and "
            .. "failed are taken)",
        vi = "hai cột kết quả sẽ cùng tên '%s' (number và failed đã dùng)",
    },
    no_factor_name = { en = "factor %d has no name",
                       vi = "yếu tố thứ %d không có tên" },
    no_factor_option = { en = "factor %s: there is no option '%s'",
                         vi = "yếu tố %s: không có tùy chọn '%s'" },
    not_numbers = { en = "factor %s: %s needs a list of %d numbers",
                    vi = "yếu tố %s: %s cần danh sách %d số" },
    no_values = { en = "factor %s: values is a list of at least one",
                  vi = "yếu tố %s: values là danh sách có ít nhất một giá "
                      .. "trị" },
    no_distribution = {
        en = "factor %s: how it varies is not said: { low, high }, whole, "
            .. "triangular, normal, lognormal, values or a number",
        vi = "yếu tố %s: chưa nói thay đổi thế nào: { thấp, cao }, whole, "
            .. "triangular, normal, lognormal, values hoặc một số",
    },
    no_design = { en = "there is no design '%s'; there are %s",
                  vi = "không có thiết kế '%s'; có: %s" },
    no_design_option = { en = "the design %s has no option '%s'",
                         vi = "thiết kế %s không có tùy chọn '%s'" },
    no_n = { en = "the design %s needs n, a whole number",
             vi = "thiết kế %s cần n, một số nguyên" },
    no_table = { en = "the design table needs table = a list of rows",
                 vi = "thiết kế table cần table = danh sách các dòng" },
    no_each = { en = "the design each needs each = a function that gives rows",
                vi = "thiết kế each cần each = hàm trả về từng dòng" },
    no_number = { en = "row %d of the table: %s is no number",
                  vi = "dòng %d của bảng: %s không phải số" },
    no_value = { en = "row %d of the table: %s has no value '%s'",
                 vi = "dòng %d của bảng: %s không có giá trị '%s'" },
    pipeline_unknown = { en = "the pipeline has no %s '%s'",
                         vi = "chuỗi tính không có %s '%s'" },
    pipeline_op = { en = "factor %s: 'set', 'add' or 'times', got '%s'",
                    vi = "yếu tố %s: 'set', 'add' hoặc 'times', đã cho '%s'" },
    pipeline_no_land = { en = "what is free at %s is not made of its record",
                         vi = "đất trống tại %s không tính từ hồ sơ của cụm" },
    pipeline_no_order = { en = "the order has no criteria, so no weights",
                          vi = "thứ tự không có tiêu chí nên không có trọng "
                              .. "số" },
    pipeline_no_effect = {
        en = "factor %s: an effect has phase, cluster, need, supply, earliest "
            .. "weight, source, cost_of or starts",
        vi = "yếu tố %s: tác động phải có phase, cluster, need, supply, "
            .. "earliest, weight, source, cost_of hoặc starts",
    },
    pipeline_no_works = {
        en = "'%s' is about works, and the pipeline has no schedule",
        vi = "'%s' nói về công trình nhưng chuỗi tính không có schedule",
    },
    pipeline_no_year = { en = "'%s' is no year of the placement",
                         vi = "'%s' không phải năm của phương án bố trí" },
    pipeline_no_output = {
        en = "'%s' is no indicator: placed, left, last_year, waited, total, "
            .. "used NAME, wanted NAME",
        vi = "'%s' không phải chỉ tiêu: placed, left, last_year, waited, "
            .. "total, used TÊN, wanted TÊN",
    },
    pipeline_no_factor = { en = "the pipeline has an effect of '%s', which is "
                               .. "no factor of the sweep",
                           vi = "chuỗi tính có tác động của '%s', không phải "
                               .. "yếu tố của lần quét" },
    pipeline_strict = { en = "a pipeline places in mode = \"strict\"",
                        vi = "chuỗi tính bố trí với mode = \"strict\"" },
    no_column = { en = "there is no factor or result '%s'",
                  vi = "không có yếu tố hay kết quả '%s'" },
    no_column_near = { en = "there is no factor or result '%s'; did you mean "
                           .. "'%s'?",
                       vi = "không có yếu tố hay kết quả '%s'; có phải ý bạn "
                           .. "là '%s'?" },
    no_property = { en = "the results of %s have no '%s'",
                    vi = "kết quả của %s không có '%s'" },
    head = { en = "%s: %d of %d {experiment|experiments}, %d failed",
             vi = "%s: %d trên %d lần thử, %d lần hỏng" },
    made = { en = "design: %s", vi = "thiết kế: %s" },
    result = { en = "result", vi = "kết quả" },
    unit = { en = "unit", vi = "đơn vị" },
    least = { en = "least", vi = "nhỏ nhất" },
    mean = { en = "mean", vi = "trung bình" },
    most = { en = "most", vi = "lớn nhất" },
    known = { en = "known", vi = "biết được" },
    hash = { en = "hash of the results: %s", vi = "mã băm của kết quả: %s" },
    unfinished = { en = "not finished; ccn sweep SCRIPT --resume does the rest",
                   vi = "chưa xong; ccn sweep SCRIPT --resume chạy phần còn "
                       .. "lại" },
}
