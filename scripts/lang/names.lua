--- What is said of names that nothing reads.
return {
    no_table = { en = "%s must be a table, got a %s",
                 vi = "%s phải là một bảng, nhận được %s" },
    no_name_near = { en = "%s: there is no '%s'; did you mean '%s'?",
                     vi = "%s: không có '%s'; có phải ý bạn là '%s'?" },
    no_name = { en = "%s: there is no '%s', only %s",
                vi = "%s: không có '%s', chỉ có %s" },
    not_one = { en = "%s must be %s, got '%s'",
                vi = "%s phải là %s, nhận được '%s'" },
    ["or"] = { en = " or ", vi = " hoặc " },
    near = { en = "%s; did you mean '%s'?", vi = "%s; có phải là '%s'?" },
}
