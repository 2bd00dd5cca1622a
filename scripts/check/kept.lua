--- Texts that a plan keeps: each must have the hash that stands beside it.
-- Nothing of them is run.

local function hashed(row, add)
    if row.text and row.sha256 and ccn.sha256(row.text) ~= row.sha256 then
        add {
            id = "kept-text", severity = "error", object = row,
            field = "text",
            text = { en = "is not the text that was kept (SHA-256)",
                     vi = "không phải nội dung đã lưu (SHA-256)" },
        }
    end
end

return function(plan, add)
    for row in plan:criteria_sets() do
        hashed(row, add)
    end
    for row in plan:trigger_sets() do
        hashed(row, add)
    end
end
