--- What people read of the declaration of a script, and of its parameters.
return {
    near = { en = "there is no parameter '%s'; did you mean '%s'?",
             vi = "không có tham số '%s'; ý bạn là '%s'?" },
    unknown = { en = "there is no parameter '%s'; the parameters are: %s",
                vi = "không có tham số '%s'; các tham số là: %s" },
    none = { en = "there is no parameter '%s'; the script takes none",
             vi = "không có tham số '%s'; tệp lệnh không nhận tham số nào" },
    word = { en = "'%s' is one word too many; parameters are NAME=VALUE",
             vi = "thừa '%s'; tham số viết dạng TÊN=GIÁTRỊ" },
    needed = { en = "%s is missing: %s", vi = "thiếu %s: %s" },
    ["must be"] = { en = "%s must be %s, got '%s'",
                    vi = "%s phải là %s, nhận được '%s'" },
    ["a whole"] = { en = "a whole number %s", vi = "số nguyên %s" },
    ["a number"] = { en = "a number %s", vi = "số %s" },
    ["a text"] = { en = "a text", vi = "văn bản" },
    ["a file"] = { en = "the path of a file", vi = "đường dẫn của một tệp" },
    ["a date"] = { en = "a date such as 2026-09-15",
                   vi = "ngày như 2026-09-15" },
    ["from to"] = { en = "from %s to %s", vi = "từ %s đến %s" },
    ["from"] = { en = "of at least %s", vi = "ít nhất %s" },
    ["up to"] = { en = "of at most %s", vi = "nhiều nhất %s" },
    any = { en = "of any size", vi = "bất kỳ" },

    declaration = {
        en = "a declaration is a table: { question =, parent =, "
            .. "parameters = }",
        vi = "phần khai báo là một bảng: { question =, parent =, "
            .. "parameters = }",
    },
    part = {
        en = "a declaration has question, parent and parameters, not '%s'",
        vi = "phần khai báo có question, parent và parameters, không có '%s'",
    },
    name = { en = "'%s' is no name of a parameter: letters, digits and _",
             vi = "'%s' không phải tên tham số: chữ cái, chữ số và _" },
    table = { en = "parameter %s must be a table, got %s",
              vi = "tham số %s phải là bảng, nhận được %s" },
    kind = {
        en = "parameter %s: there is no kind '%s'; the kinds are whole, "
            .. "number, text, choice, flag, date, file",
        vi = "tham số %s: không có kiểu '%s'; các kiểu là whole, number, "
            .. "text, choice, flag, date, file",
    },
    doc = { en = "parameter %s needs en and vi: what it means",
            vi = "tham số %s cần en và vi: ý nghĩa của nó" },
    choices = { en = "parameter %s needs choices",
                vi = "tham số %s cần choices (các lựa chọn)" },
    field = { en = "parameter %s: %s must be a %s, got a %s",
              vi = "tham số %s: %s phải là %s, nhận được %s" },
    ["no field"] = { en = "parameter %s has no '%s'; there is %s",
                     vi = "tham số %s không có '%s'; có %s" },
    default = { en = "the default is none of its values: %s",
                vi = "giá trị mặc định không hợp lệ: %s" },

    question = { en = "Question", vi = "Câu hỏi" },
    parent = { en = "Parent", vi = "Kịch bản gốc" },
    parameter = { en = "parameter", vi = "tham số" },
    values = { en = "values", vi = "giá trị" },
    ["if not said"] = { en = "if not said", vi = "mặc định" },
    meaning = { en = "meaning", vi = "ý nghĩa" },
    ["must be said"] = { en = "must be said", vi = "bắt buộc" },
    undeclared = {
        en = "%s declares nothing: see ccn.scenario in docs/scenarios.md",
        vi = "%s không khai báo gì: xem ccn.scenario trong docs/scenarios.md",
    },
}
