--- Criteria of the examples: ours, made up, approved by nobody.
return {
    name = "example", en = "example criteria", vi = "tiêu chí ví dụ",
    version = "1", status = { en = "a draft", vi = "dự thảo" },
    { name = "housing", en = "Among housing", vi = "Trong khu dân cư",
      value = function(row)
          if row.in_residential ~= nil then
              return row.in_residential and 1 or 0
          end
      end,
      scale = { from = 0, to = 1 }, weight = 3, missing = "worst" },
    { name = "workers", en = "Workers", vi = "Lao động", field = "workers",
      scale = { from = 0, to = 60 }, weight = 1, missing = "worst" },
}
