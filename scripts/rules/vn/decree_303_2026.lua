--- Decree 303/2026/NĐ-CP, which amends Decree 32/2024 from 15/9/2026.
--
-- Known from a summary: the official text was not seen.  A dossier under way
-- on the first day goes on under the older rules (N303-TRANS).  Its limit of
-- 75 ha after an extension (N303-EXP-AREA) is that of Decree 32/2024, whose
-- rule goes on.

local crowding = require "rules.crowding"
local filled   = require "rules.filled"
local is       = require "rules.logic"
local typed    = require "rules.typed"

return require "rules.pack" {
    id = "vn.decree_303_2026",
    document = { en = "Decree 303/2026/NĐ-CP",
                 vi = "Nghị định 303/2026/NĐ-CP" },
    valid_from = "2026-09-15",
    certainty = {
        en = "medium-high (secondary summary)",
        vi = "khá (theo bản tóm tắt)",
    },
    source = "https://github.com/Trangsct/skill-sct kccn-sct-vn references/24 "
        .. "(summary of NĐ 303/2026/NĐ-CP; official text not seen)",
    transition = { id = "N303-TRANS", article = "1.18 (35.2)",
                   dossier_before = "2026-09-15" },
    missing = {
        { from = "2026-09-15",
          en = "Decree 303/2026/NĐ-CP: official text not seen, thresholds by "
              .. "a summary",
          vi = "Nghị định 303/2026/NĐ-CP: chưa có bản gốc, ngưỡng theo bản "
              .. "tóm tắt" },
        { from = "2026-09-15", asks = "extend",
          en = "Art. 8.2b of Decree 32/2024/NĐ-CP: not in the table of "
              .. "regulations",
          vi = "Điều 8.2b Nghị định 32/2024/NĐ-CP: chưa có trong bảng quy "
              .. "định" },
    },
    rules = {
        {
            id = "N303-AREA-MIN", article = "2.1",
            figures = {
                area = { ">=", 5, "ha" },
                -- Article 35.1 goes on; the first day of Decree 68/2017 was
                -- not seen, it was signed on this one.
                formed_on = { "<", "2017-05-25", id = "N32-GRAND-SMALL" },
            },
            test = function(case, rule)
                return is.any { is.figure(rule, case, "area"),
                                is.figure(rule, case, "formed_on") }
            end,
            title = {
                en = "a cluster has at least 5 ha; smaller ones from before "
                    .. "Decree 68/2017 go on",
                vi = "cụm tối thiểu 5 ha; cụm nhỏ hơn có trước Nghị định "
                    .. "68/2017 được tiếp tục",
            },
            examples = {
                { case = { area = 5 }, gives = "true" },
                { case = { area = 4.9, formed_on = "2026-10-01" },
                  gives = "false" },
                { case = { area = 3.5, formed_on = "2016-09-09" },
                  gives = "true" },
                { case = { area = 3.5 }, gives = "unknown" },
            },
        },
        typed {
            id = "N303-CRAFT-SHARE", article = "2.2", x_type = "craft",
            figures = { craft_share = { ">=", 60, "%" } },
            title = {
                en = "a craft-village cluster keeps at least 60 % of its "
                    .. "industrial land for the village's firms",
                vi = "CCN làng nghề dành ít nhất 60 % đất công nghiệp "
                    .. "cho cơ sở của làng nghề",
            },
        },
        typed {
            id = "N303-SPECIAL", x_type = "specialised",
            figures = { same_trade_share = { ">=", 60, "%" } },
            title = {
                en = "a specialised cluster has at least 60 % of one "
                    .. "trade",
                vi = "CCN chuyên ngành có ít nhất 60 % cùng ngành",
            },
        },
        typed {
            id = "N303-SUPPORT", x_type = "supporting",
            figures = { supporting_share = { ">=", 60, "%" } },
            title = {
                en = "a supporting-industry cluster has at least 60 % of "
                    .. "it",
                vi = "CCN hỗ trợ có ít nhất 60 % công nghiệp hỗ trợ",
            },
        },
        typed {
            id = "N303-HITECH", x_type = "high_tech",
            figures = { high_tech_share = { ">=", 30, "%" } },
            title = {
                en = "a high-tech cluster has at least 30 % of it",
                vi = "CCN công nghệ cao có ít nhất 30 % công nghệ cao",
            },
        },
        {
            id = "N303-EST-FILL", article = "8.1c", asks = "establish",
            over = "commune",
            figures = {
                fill_there = { ">", 50, "%" },
                unleased_there = { "<=", 50, "ha", id = "N303-EST-UNLEASED" },
            },
            test = function(case, rule)
                local found = crowding(case.commune, rule)
                return not case.high_tech_or_eco and found
                    or is.any { found, is.compare("high_tech_or_eco", true,
                                                  "=", true) }
            end,
            title = {
                en = "where the commune has established clusters: average "
                    .. "fill rate above 50 %, or at most 50 ha unleased; not "
                    .. "asked of high-tech and eco clusters",
                vi = "nơi xã đã có CCN thành lập: tỷ lệ lấp đầy trung bình "
                    .. "trên 50 %, hoặc còn không quá 50 ha chưa cho thuê; "
                    .. "không áp dụng với CCN công nghệ cao, sinh thái",
            },
            examples = {
                { case = { commune = { { established_there = 0 } } },
                  gives = "true" },
                { case = { commune = { { established_there = 1,
                      fill_there = 0, unleased_there = 53.5 } } },
                  gives = "false" },
                { case = { commune = { { established_there = 1,
                      fill_there = 40, unleased_there = 50 } } },
                  gives = "true" },
                { case = { commune = { { established_there = 2,
                      unleased_there = { low = 53.5 } } } },
                  gives = "unknown" },
                { case = { commune = {
                      { established_there = 0 },
                      { established_there = 3, fill_there = 0,
                        unleased_there = 157.5 } } }, gives = "unknown" },
                { case = { high_tech_or_eco = true, commune = {
                      { established_there = 1, fill_there = 0,
                        unleased_there = 53.5 } } }, gives = "true" },
            },
        },
        {
            id = "N303-EXP-FILL", article = "8.2c", asks = "extend",
            figures = { fill = { ">=", 50, "%" } },
            test = filled,
            title = {
                en = "fill rate of at least 50 %, or demand above the "
                    .. "industrial land",
                vi = "tỷ lệ lấp đầy từ 50 % trở lên, hoặc nhu cầu thuê vượt "
                    .. "diện tích đất công nghiệp",
            },
            examples = {
                { case = { fill = 58.3, industrial_area = 14 },
                  gives = "true" },
                { case = { fill = 49.9, demand = 14, industrial_area = 14 },
                  gives = "false" },
                { case = { fill = 49.9, industrial_area = 14 },
                  gives = "unknown" },
            },
        },
        {
            id = "N303-EXP-INFRA", article = "8.2d", asks = "extend",
            figures = {
                infrastructure = { "=", true },
                formed_on = { "<", "2009-10-05",
                              id = "N303-EXP-INFRA-EXEMPT" },
            },
            test = function(case, rule)
                return is.any { is.figure(rule, case, "infrastructure"),
                                is.figure(rule, case, "formed_on") }
            end,
            title = {
                en = "roads, water, wastewater, solid waste and fire "
                    .. "protection works in use; not asked of clusters formed "
                    .. "before 05/10/2009",
                vi = "đường, cấp nước, thu gom và xử lý nước thải, chất thải "
                    .. "rắn, phòng cháy đã vận hành; không áp dụng với cụm "
                    .. "hình thành trước 05/10/2009",
            },
            examples = {
                { case = { infrastructure = true }, gives = "true" },
                { case = { infrastructure = false,
                           formed_on = "2009-10-30" }, gives = "false" },
                { case = { infrastructure = false,
                           formed_on = "2009-10-04" }, gives = "true" },
                { case = { infrastructure = false }, gives = "unknown" },
            },
        },
        {
            id = "N303-OPERATE",
            figures = { infrastructure = { "=", true } },
            applies = function(case) return (case.being_built or 0) > 0 end,
            told = true,
            title = {
                en = "secondary firms start only when the shared "
                    .. "infrastructure is complete",
                vi = "cơ sở thứ cấp chỉ được hoạt động khi hạ tầng dùng chung "
                    .. "đã hoàn thành",
            },
            examples = {
                { case = { being_built = 6, infrastructure = false },
                  gives = "false" },
                { case = { being_built = 6 }, gives = "unknown" },
                { case = { being_built = 0, infrastructure = false },
                  gives = "not asked" },
            },
        },
    },
}
