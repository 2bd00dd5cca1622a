--- Decree 08/2022/NĐ-CP as amended by Decree 48/2026/NĐ-CP: wastewater.

local is = require "rules.logic"

--- A plant, or one of two exceptions; under both each tenant treats.
local function treated(case, rule)
    return is.any {
        is.figure(rule, case, "plant"),
        is.all {
            is.any {
                is.all { is.figure(rule, case, "worked_on"),
                         is.figure(rule, case, "fill") },
                is.figure(rule, case, "flow"),
            },
            is.compare("tenants_treat", case.tenants_treat, "=", true),
        },
    }
end

return require "rules.pack" {
    id = "vn.decree_08_2022",
    document = {
        en = "Decree 08/2022/NĐ-CP as amended by Decree 48/2026/NĐ-CP",
        vi = "Nghị định 08/2022/NĐ-CP, sửa đổi bởi Nghị định 48/2026/NĐ-CP",
    },
    valid_from = "2026-01-29",
    certainty = {
        en = "medium-high (secondary)",
        vi = "khá (nguồn thứ cấp)",
    },
    source = "https://github.com/Trangsct/skill-sct/blob/"
        .. "3821ed3bb6381b6340da81feaa135a329b025137/bvmt-sct-vn/skills/"
        .. "bvmt-sct-vn/references/02-khung-phap-ly.md",
    rules = {
        {
            id = "N48-CCN-WWTP", article = "49",
            figures = {
                plant = { "=", true },
                fill = { ">", 80, "%", id = "N48-CCN-NO-WWTP-FILL" },
                worked_on = { "<", "2022-01-01",
                              id = "N48-CCN-NO-WWTP-FILL" },
                flow = { "<", 100, "m3/day", id = "N48-CCN-NO-WWTP-FLOW" },
            },
            applies = function(case) return case.operating == true end,
            test = treated,
            title = {
                en = "a central wastewater plant works, or none is needed: "
                    .. "in operation before 01/01/2022 with a fill rate "
                    .. "above 80 %, or below 100 m³/day, and each tenant "
                    .. "treats to standard",
                vi = "có nhà máy xử lý nước thải tập trung, hoặc được miễn: "
                    .. "hoạt động trước 01/01/2022 và lấp đầy trên 80 %, "
                    .. "hoặc dưới 100 m³/ngày, và từng cơ sở tự xử lý đạt "
                    .. "quy chuẩn",
            },
            examples = {
                { case = { operating = true, plant = true }, gives = "true" },
                { case = { operating = true, plant = false, fill = 10,
                           flow = 99.9, tenants_treat = true },
                  gives = "true" },
                { case = { operating = true, plant = false, fill = 10,
                           flow = 100, tenants_treat = true },
                  gives = "false" },
                { case = { operating = true, plant = false, fill = 80.1,
                           worked_on = "2021-12-31", flow = 500,
                           tenants_treat = true }, gives = "true" },
                { case = { operating = true, plant = false, fill = 80.1,
                           worked_on = "2022-01-01", flow = 500,
                           tenants_treat = true }, gives = "false" },
                { case = { operating = true, plant = false, fill = 10,
                           flow = 99.9, tenants_treat = false },
                  gives = "false" },
                { case = { operating = true, plant = false, fill = 10 },
                  gives = "unknown" },
                { case = { plant = false }, gives = "not asked" },
            },
        },
    },
}
