--- What a reader of foreign CSV files says.
return {
    ["unknown column"] = { en = "unknown column", vi = "cột không rõ" },
    ["missing column"] = { en = "column is missing", vi = "thiếu cột này" },
    twice = { en = "column comes twice", vi = "cột xuất hiện hai lần" },
    ["no text"] = { en = "is no text", vi = "không phải là chữ" },
    ["no number"] = { en = "is no number", vi = "không phải là số" },
    ["no whole"] = { en = "is no whole number", vi = "không phải số nguyên" },
    ["no cluster"] = { en = "is no cluster of the plan",
                       vi = "không phải là cụm của quy hoạch" },
    ["no cluster, nearest"] = {
        en = "is no cluster of the plan; did you mean '%s'?",
        vi = "không phải là cụm của quy hoạch; có phải là '%s'?",
    },
    refused = { en = "nothing was imported; %d refused:\n%s",
                vi = "chưa nhập gì; %d chỗ bị từ chối:\n%s" },
}
