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
    no_column = { en = "there is no factor or result '%s'",
                  vi = "không có yếu tố hay kết quả '%s'" },
    no_column_near = { en = "there is no factor or result '%s'; did you mean "
                           .. "'%s'?",
                       vi = "không có yếu tố hay kết quả '%s'; có phải ý bạn "
                           .. "là '%s'?" },
    no_property = { en = "the results of %s have no '%s'",
                    vi = "kết quả của %s không có '%s'" },
    head = { en = "%s: %d of %d experiments, %d failed",
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
