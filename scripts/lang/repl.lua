--- What the prompt says.
return {
    welcome = {
        en = "%s: %d {cluster|clusters}, %d {enterprise|enterprises}.  ? for "
            .. "help, ^D to leave.",
        vi = "%s: %d cụm, %d cơ sở.  ? để xem trợ giúp, ^D để thoát.",
    },
    error = { en = "error: %s", vi = "lỗi: %s" },
    leave = { en = "changes not saved: %d; leave? [y/N] ",
              vi = "thay đổi chưa lưu: %d; thoát? [c/K] " },
    ["nothing to save"] = { en = "nothing has changed",
                            vi = "không có gì thay đổi" },
    saved = { en = "saved in %s", vi = "đã lưu vào %s" },
    ["no rows"] = { en = "no rows", vi = "không có dòng nào" },
    ["more rows"] = { en = "… %d more of %d; show(x, n) shows n",
                      vi = "… còn %d trong %d; show(x, n) hiện n dòng" },
    ["more lines"] = { en = "… %d more {line|lines}; print(x) shows all",
                       vi = "… còn %d dòng; print(x) hiện tất cả" },
    more = { en = "… %d more", vi = "… còn %d" },
    field = { en = "field", vi = "trường" },
    value = { en = "value", vi = "giá trị" },
    meaning = { en = "meaning", vi = "ý nghĩa" },
    kind = { en = "kind", vi = "loại" },
    unit = { en = "unit", vi = "đơn vị" },
    ["of kind"] = { en = "%s, unit %s", vi = "%s, đơn vị %s" },
    refers = { en = "a row of %s", vi = "một dòng của %s" },
    calculated = { en = "follows from other fields and cannot be set",
                   vi = "tính từ các trường khác, không ghi được" },
    ["no help"] = { en = "nothing is called '%s'; ? alone shows the guide",
                    vi = "không có gì tên là '%s'; ? để xem hướng dẫn" },
    ["no help, near"] = { en = "nothing is called '%s'; did you mean '%s'?",
                          vi = "không có gì tên là '%s'; có phải '%s'?" },
    guide = {
        en = [[
plan                          the plan; plan:clusters(), plan:cluster("Âu Lâu")
plan:cluster("Âu Lâu").fill_rate      a field; nil is not known
fork "name"                   a scenario; change it, then diff(plan, it)
diff()                        what has changed since the file
save() or save "file"         write it, after a question
?enterprise ?land_held ?rank  a table, a field, a function
show(x, n)                    n rows of x
Tab completes names, fields, methods, keys; ^C ends a statement, ^D leaves.]],
        vi = [[
plan                          quy hoạch; plan:clusters(), plan:cluster("Âu Lâu")
plan:cluster("Âu Lâu").fill_rate        một trường; nil là chưa biết
fork "tên"                    một kịch bản; sửa rồi xem diff(plan, nó)
diff()                        những gì đã đổi so với tệp
save() hoặc save "tệp"        ghi, sau khi hỏi
?enterprise ?land_held ?rank  một bảng, một trường, một hàm
show(x, n)                    n dòng của x
Tab điền tên, trường, phương thức và mã; ^C dừng câu lệnh, ^D thoát.]],
    },
}
