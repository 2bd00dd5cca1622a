--- Decree 32/2024/NĐ-CP on the management and growth of industrial clusters.

local crowding = require "rules.crowding"
local filled   = require "rules.filled"
local is       = require "rules.logic"
local typed    = require "rules.typed"

local LAST = "2026-09-14" -- the day before Decree 303/2026

--- Article 2.1 with the exemption of Article 35.1.
local function large_enough(case, rule)
    return is.any {
        is.figure(rule, case, "area"),
        is.all {
            is.compare("area", case.area, ">=", rule.x_small.limit, "ha"),
            is.compare("mountain_or_craft", case.mountain_or_craft, "=",
                       true),
        },
        is.compare("formed_on", case.formed_on, "<", rule.x_old.limit),
    }
end

return require "rules.pack" {
    id = "vn.decree_32_2024",
    document = { en = "Decree 32/2024/NĐ-CP", vi = "Nghị định 32/2024/NĐ-CP" },
    valid_from = "2024-05-01",
    certainty = {
        en = "high (full text read)",
        vi = "cao (đã đọc toàn văn)",
    },
    source = "https://github.com/Trangsct/skill-sct/blob/"
        .. "3821ed3bb6381b6340da81feaa135a329b025137/kccn-sct-vn/skills/"
        .. "kccn-sct-vn/van-ban-goc/ND-32-2024-quan-ly-phat-trien-CCN.docx",
    missing = {
        { from = "2024-05-01", to = LAST, asks = "extend",
          en = "Art. 8.2b of Decree 32/2024/NĐ-CP: not in the table of "
              .. "regulations",
          vi = "Điều 8.2b Nghị định 32/2024/NĐ-CP: chưa có trong bảng quy "
              .. "định" },
    },
    rules = {
        {
            id = "N32-AREA-MAX", article = "2.1; 35.1", severity = "error",
            figures = {
                area = { "<=", 75, "ha" },
                formed_on = { "<", "2009-10-05", id = "N32-GRAND-SMALL" },
            },
            test = function(case, rule)
                return is.any { is.figure(rule, case, "area"),
                                is.figure(rule, case, "formed_on") }
            end,
            title = {
                en = "a cluster has at most 75 ha; larger ones formed before "
                    .. "05/10/2009 go on",
                vi = "cụm không quá 75 ha; cụm lớn hơn hình thành trước "
                    .. "05/10/2009 được tiếp tục",
            },
            examples = {
                { case = { area = 75 }, gives = "true" },
                { case = { area = 80, formed_on = "2012-01-01" },
                  gives = "false" },
                { case = { area = 80, formed_on = "2008-01-01" },
                  gives = "true" },
                { case = { area = 80 }, gives = "unknown" },
            },
        },
        {
            id = "N32-AREA-MIN", article = "2.1; 35.1", valid_to = LAST,
            figures = { area = { ">=", 10, "ha" } },
            x_small = { id = "N32-AREA-MIN-MTN", limit = 5 },
            -- Decree 68/2017 was signed on 25/5/2017; its first day was not
            -- seen.
            x_old = { limit = "2017-05-25" },
            test = large_enough,
            title = {
                en = "a cluster has at least 10 ha, 5 ha in mountain "
                    .. "districts and craft villages; smaller ones from "
                    .. "before Decree 68/2017 go on",
                vi = "cụm tối thiểu 10 ha, 5 ha ở huyện miền núi và làng "
                    .. "nghề; cụm nhỏ hơn có trước Nghị định 68/2017 được "
                    .. "tiếp tục",
            },
            examples = {
                { case = { area = 10 }, gives = "true" },
                { case = { area = 7.5, mountain_or_craft = true },
                  gives = "true" },
                { case = { area = 7.5, formed_on = "2016-09-09" },
                  gives = "true" },
                { case = { area = 7.5, formed_on = "2020-01-01",
                           mountain_or_craft = false }, gives = "false" },
                { case = { area = 7.5, formed_on = "2020-01-01" },
                  gives = "unknown" },
            },
        },
        typed {
            id = "N32-CRAFT-SHARE", article = "2.2", valid_to = LAST,
            x_type = "craft", figures = { craft_share = { ">=", 75, "%" } },
            title = {
                en = "a craft-village cluster keeps at least 75 % of its "
                    .. "industrial land for the village's firms",
                vi = "CCN làng nghề dành ít nhất 75 % đất công nghiệp cho cơ "
                    .. "sở của làng nghề",
            },
        },
        {
            id = "N32-SERVICE-MAX", article = "3.1c",
            figures = { service_share = { "<=", 10, "%" } },
            applies = function(case) return case.service_share ~= nil end,
            title = {
                en = "storage, packing, transport and repair take at most "
                    .. "10 % of the cluster",
                vi = "kho bãi, đóng gói, vận chuyển, sửa chữa không quá 10 % "
                    .. "diện tích cụm",
            },
            examples = {
                { case = { service_share = { low = 11, high = 40 } },
                  gives = "false" },
                { case = { service_share = { low = 4, high = 40 } },
                  gives = "unknown" },
                { case = { service_share = { low = 4, high = 4 } },
                  gives = "true" },
                { case = {}, gives = "not asked" },
            },
        },
        {
            id = "N32-EST-LIST", article = "8.1a", asks = "establish",
            figures = { in_list = { "=", true } },
            test = function(case, rule)
                return is.all {
                    is.figure(rule, case, "in_list"),
                    is.compare("in_land_use_plan", case.in_land_use_plan, "=",
                               true),
                }
            end,
            title = {
                en = "in the approved list, and its land in the land-use plan",
                vi = "có trong danh mục được duyệt và có trong kế hoạch sử "
                    .. "dụng đất",
            },
            examples = {
                { case = { in_list = false }, gives = "false" },
                { case = { in_list = true }, gives = "unknown" },
                { case = { in_list = true, in_land_use_plan = true },
                  gives = "true" },
            },
        },
        {
            id = "N32-EST-DEV", article = "8.1b", asks = "establish",
            figures = { developer = { "=", true } },
            title = { en = "a capable developer asks for it",
                      vi = "có pháp nhân đủ năng lực đề nghị làm chủ đầu tư" },
            examples = {
                { case = { developer = true }, gives = "true" },
                { case = {}, gives = "unknown" },
            },
        },
        {
            id = "N32-EST-FILL", article = "8.1c", asks = "establish",
            valid_to = LAST, over = "district",
            figures = {
                fill_there = { ">", 50, "%" },
                unleased_there = { "<=", 100, "ha",
                                   id = "N32-EST-UNLEASED" },
            },
            test = function(case, rule)
                return crowding(case.district, rule)
            end,
            title = {
                en = "where the district has established clusters: average "
                    .. "fill rate above 50 %, or at most 100 ha unleased",
                vi = "nơi huyện đã có CCN thành lập: tỷ lệ lấp đầy trung bình "
                    .. "trên 50 %, hoặc còn không quá 100 ha chưa cho thuê",
            },
            examples = {
                { case = {}, gives = "unknown" },
                { case = { district = { { established_there = 0 } } },
                  gives = "true" },
                { case = { district = { { established_there = 2,
                      fill_there = 40, unleased_there = 100 } } },
                  gives = "true" },
                { case = { district = { { established_there = 2,
                      fill_there = 50, unleased_there = 101 } } },
                  gives = "false" },
            },
        },
        {
            id = "N32-EXP-AREA", article = "8.2a", asks = "extend",
            figures = { area_after = { "<=", 75, "ha" } },
            title = { en = "at most 75 ha after the extension",
                      vi = "không quá 75 ha sau mở rộng" },
            examples = {
                { case = { area_after = 75 }, gives = "true" },
                { case = { area_after = { low = 75, above = true } },
                  gives = "false" },
                { case = { area_after = { low = 50, above = true } },
                  gives = "unknown" },
            },
        },
        {
            id = "N32-EXP-FILL", article = "8.2c", asks = "extend",
            valid_to = LAST,
            figures = { fill = { ">=", 60, "%" } },
            test = filled,
            title = {
                en = "fill rate of at least 60 %, or demand above the "
                    .. "industrial land",
                vi = "tỷ lệ lấp đầy từ 60 % trở lên, hoặc nhu cầu thuê vượt "
                    .. "diện tích đất công nghiệp",
            },
            examples = {
                { case = { fill = 60 }, gives = "true" },
                { case = { fill = 58.3, demand = 10, industrial_area = 14 },
                  gives = "false" },
                { case = { fill = 58.3, demand = 15, industrial_area = 14 },
                  gives = "true" },
                { case = { fill = 58.3, industrial_area = 14 },
                  gives = "unknown" },
                { case = {}, gives = "unknown" },
            },
        },
        {
            id = "N32-EXP-INFRA", article = "8.2d", asks = "extend",
            valid_to = LAST,
            figures = { infrastructure = { "=", true } },
            title = {
                en = "roads, water supply, wastewater collection and "
                    .. "treatment in use as in the detailed plan",
                vi = "đường nội bộ, cấp nước, thu gom và xử lý nước thải đã "
                    .. "xây dựng, vận hành theo quy hoạch chi tiết",
            },
            examples = {
                { case = { infrastructure = true }, gives = "true" },
                { case = { infrastructure = false }, gives = "false" },
                { case = {}, gives = "unknown" },
            },
        },
        {
            id = "N32-PRE105-DEADLINE", article = "35.4b",
            figures = {
                decision = { "=", true },
                formed_on = { "<", "2009-10-05" },
                on = { "<=", "2026-12-31" },
            },
            applies = function(case, rule)
                return case.decision ~= true and case.in_list ~= false
                    and is.figure(rule, case, "formed_on").value ~= false
            end,
            test = function(case, rule)
                local formed = rule.figures.formed_on
                return is.any {
                    is.figure(rule, case, "decision"),
                    is.compare("formed_on", case.formed_on, ">=",
                               formed.limit),
                }
            end,
            told = true,
            title = {
                en = "clusters formed before 05/10/2009 have an "
                    .. "establishment decision by 31/12/2026",
                vi = "cụm hình thành trước 05/10/2009 phải có quyết định "
                    .. "thành lập trước 31/12/2026",
            },
            severity = function(case, rule)
                return case.on > rule.figures.on.limit and "error"
                    or "warning"
            end,
            examples = {
                { case = { formed_on = "2008-10-10", decision = false },
                  gives = "false" },
                { case = { formed_on = "2008-10-10" }, gives = "unknown" },
                { case = { formed_on = "2009-10-30", decision = false },
                  gives = "not asked" },
                { case = { formed_on = "2008-10-10", decision = true },
                  gives = "not asked" },
            },
        },
    },
}
