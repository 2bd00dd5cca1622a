--- House rules of Lào Cai: the department's checklist for appraising a land-use
-- balance.  A rule of the office, not the law; stricter than QCVN 01:2021 where
-- it asks for more green.  Its days are not known: it is taken to hold always.

local function share(id, fact, operator, limit, en, vi)
    local least = operator == ">="
    return {
        id = id, severity = "warning",
        figures = { [fact] = { operator, limit, "%" } },
        applies = function(case) return case[fact] ~= nil end,
        title = {
            en = ("%s %s %d %% of the cluster"):format(
                en, least and "at least" or "at most", limit),
            vi = ("%s %s %d %% diện tích cụm"):format(
                vi, least and "ít nhất" or "không quá", limit),
        },
        examples = {
            { case = { [fact] = { low = limit, high = limit } },
              gives = "true" },
            { case = { [fact] = { low = 0, high = 100 } },
              gives = "unknown" },
            { case = {}, gives = "not asked" },
        },
    }
end

return require "rules.pack" {
    id = "lao_cai.appraisal",
    place = "Tỉnh Lào Cai",
    document = { en = "Lào Cai appraisal checklist (house rule)",
                 vi = "Bảng kiểm thẩm định của Lào Cai (quy định nội bộ)" },
    certainty = {
        en = "medium",
        vi = "trung bình",
    },
    source = "https://github.com/Trangsct/skill-sct/blob/"
        .. "3821ed3bb6381b6340da81feaa135a329b025137/kccn-sct-vn/skills/"
        .. "kccn-sct-vn/references/07-bao-cao-dau-tu.md",
    rules = {
        share("LC-FACTORY", "industry_share", ">=", 50, "factory land",
              "đất nhà máy"),
        share("LC-ROAD", "road_share", ">=", 10, "roads", "đất giao thông"),
        share("LC-GREEN", "green_share", ">=", 15, "green areas",
              "đất cây xanh"),
        share("LC-TECH", "technical_share", ">=", 1, "technical areas",
              "đất hạ tầng kỹ thuật"),
        share("LC-SERVICE-MIN", "service_share", ">=", 1,
              "administration and services", "đất hành chính - dịch vụ"),
        share("LC-SERVICE-MAX", "service_share", "<=", 3,
              "administration and services", "đất hành chính - dịch vụ"),
    },
}
