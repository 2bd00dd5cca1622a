--- What is wrong with what ccn.rank is given.
return {
    no_selection = {
        en = "rows are needed first, such as plan:enterprises(), or a function "
            .. "that gives them one by one; got %s",
        vi = "trước hết cần các đối tượng, ví dụ plan:enterprises(), hoặc một "
            .. "hàm trả về từng đối tượng; lại có %s",
    },
    no_criteria = {
        en = "criteria are needed: { { name = ..., field = ..., scale = ... }, "
            .. "... }; got %s",
        vi = "cần các tiêu chí: { { name = ..., field = ..., scale = ... }, "
            .. "... }; lại có %s",
    },
    no_options = {
        en = "options are a table, such as { method = 'topsis' }; got %s",
        vi = "tùy chọn là một bảng, ví dụ { method = 'topsis' }; lại có %s",
    },
    no_option = { en = "there is no option '%s': method, normal",
                  vi = "không có tùy chọn '%s': method, normal" },
    no_normal = {
        en = "no normal '%s': minmax, vector, ratio or share",
        vi = "không có normal '%s': minmax, vector, ratio hoặc share",
    },
    no_normal_of = {
        en = "criterion '%s': no normal '%s': minmax, vector, ratio or share",
        vi = "tiêu chí '%s': không có normal '%s': minmax, vector, ratio hoặc "
            .. "share",
    },
    no_gates = {
        en = "gates are a list: { { name = ..., field = ..., ... }, ... }; got "
            .. "%s",
        vi = "gates là danh sách: { { name = ..., field = ..., ... }, ... }; "
            .. "lại có %s",
    },
    hole = {
        en = "%s: number %d is nil; what follows would be lost",
        vi = "%s: phần tử số %d là nil; các phần tử sau sẽ bị mất",
    },
    criteria = { en = "criteria", vi = "các tiêu chí" },
    criterion = { en = "criterion", vi = "tiêu chí" },
    gate = { en = "gate", vi = "điều kiện" },
    place_in = { en = "%d of '%s'", vi = "%d của '%s'" },
    no_criterion = {
        en = "criterion %s must be { name = ..., ... }, got '%s'",
        vi = "tiêu chí %s phải là { name = ..., ... }, lại là '%s'",
    },
    no_gate = {
        en = "gate %s must be { name = ..., ... }, got '%s'",
        vi = "điều kiện %s phải là { name = ..., ... }, lại là '%s'",
    },
    no_name = { en = "%s %s has no name: name = 'a text'",
                vi = "%s %s chưa có tên: name = 'chữ'" },
    no_weight = {
        en = "criterion '%s': it needs a weight, a number of 0 or more; got "
            .. "'%s'",
        vi = "tiêu chí '%s': cần trọng số (weight), là số từ 0 trở lên; lại có "
            .. "'%s'",
    },
    two_sources = { en = "'%s': it has field and value; leave out one",
                    vi = "'%s': có cả field và value; hãy bỏ một" },
    no_function = {
        en = "'%s': value must be a function of the row, got '%s'",
        vi = "'%s': value phải là hàm của đối tượng, lại là '%s'",
    },
    scale_and_normal = {
        en = "criterion '%s': it has a scale and normal; leave out one",
        vi = "tiêu chí '%s': có cả scale và normal; hãy bỏ một",
    },
    scale_and_lower = {
        en = "criterion '%s': lower goes with normal; in a scale put the worst "
            .. "value first: { from = worst, to = best }",
        vi = "tiêu chí '%s': lower đi với normal; trong thang điểm hãy đặt giá "
            .. "trị kém nhất trước: { from = kém nhất, to = tốt nhất }",
    },
    gate_values = {
        en = "gate '%s': values is a table of what passes, got '%s'",
        vi = "điều kiện '%s': values là bảng các giá trị được qua, lại là '%s'",
    },
    gate_bound = {
        en = "gate '%s': %s must be a number or a text, got '%s'",
        vi = "điều kiện '%s': %s phải là số hoặc chữ, lại là '%s'",
    },
    gate_yes_no = {
        en = "gate '%s', alternative '%s': it has no values, least or most, so "
            .. "true or false is needed, got '%s'",
        vi = "điều kiện '%s', đối tượng '%s': không có values, least hay most "
            .. "nên cần true hoặc false, lại là '%s'",
    },
    gate_type = {
        en = "gate '%s', alternative '%s': '%s' cannot be compared with '%s'",
        vi = "điều kiện '%s', đối tượng '%s': không so sánh được '%s' với "
            .. "'%s'",
    },
    -- Values
    function_fails = { en = "%s '%s', alternative '%s': %s",
                       vi = "%s '%s', đối tượng '%s': %s" },
    field_fails = { en = "%s '%s': %s", vi = "%s '%s': %s" },
    no_assumed = {
        en = "criterion '%s': missing = { value = ... }: a value of its scale "
            .. "is needed, got '%s'",
        vi = "tiêu chí '%s': missing = { value = ... }: cần một giá trị của "
            .. "thang điểm, lại là '%s'",
    },
    -- Scales
    in_scale = { en = "criterion '%s': scale: %s",
                 vi = "tiêu chí '%s': thang điểm: %s" },
    scale_table = {
        en = "it must be a table, such as { from = 0, to = 10 }, got '%s'",
        vi = "phải là một bảng, ví dụ { from = 0, to = 10 }, lại là '%s'",
    },
    no_kind = {
        en = "it needs from and to, or points, bands, all, deduct or values",
        vi = "cần from và to, hoặc points, bands, all, deduct hay values",
    },
    two_kinds = {
        en = "it has %s and %s; a scale is of one kind",
        vi = "có cả %s và %s; thang điểm chỉ có một loại",
    },
    scale_option = { en = "with %s there is no '%s'",
                     vi = "cùng với %s không có '%s'" },
    scale_number = {
        en = "%s must be a number that is not infinite, got '%s'",
        vi = "%s phải là một số hữu hạn, lại là '%s'",
    },
    scale_list = {
        en = "%s is a list of { value, points }, got '%s'",
        vi = "%s là danh sách { giá trị, điểm }, lại là '%s'",
    },
    scale_values = {
        en = "values is a table of { category = points }, got '%s'",
        vi = "values là bảng { hạng mục = điểm }, lại là '%s'",
    },
    scale_name = {
        en = "a category in values is a text ('yes' and 'no' for true and "
            .. "false), got '%s'",
        vi = "hạng mục trong values là chữ ('yes' và 'no' cho đúng và sai), "
            .. "lại là '%s'",
    },
}
