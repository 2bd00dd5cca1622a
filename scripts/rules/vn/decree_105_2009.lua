--- Decision 105/2009/QĐ-TTg on industrial clusters, as far as it was seen.
--
-- The day it ended was not seen: it is known to have held until the day before
-- Decree 68/2017 was signed.

local SOURCE = "https://vietnamlawmagazine.vn/decision-no-105-2009-qd-ttg-"
    .. "industrial-clusters-not-to-be-larger-than-75-hectares-3141.html"

return require "rules.pack" {
    id = "vn.decree_105_2009",
    document = { en = "Decision 105/2009/QĐ-TTg",
                 vi = "Quyết định 105/2009/QĐ-TTg" },
    valid_from = "2009-10-05",
    certainty = {
        en = "high (figures); articles and end date not seen",
        vi = "cao (số liệu); chưa rõ điều khoản và ngày hết hiệu lực",
    },
    source = SOURCE,
    missing = {
        { from = "2009-10-05", to = "2017-05-24",
          en = "conditions of Decision 105/2009/QĐ-TTg to establish and "
              .. "extend: not seen",
          vi = "điều kiện thành lập, mở rộng của Quyết định 105/2009/QĐ-TTg: "
              .. "chưa có bản gốc" },
        { from = "2017-05-25", to = "2024-04-30",
          en = "Decree 68/2017/NĐ-CP of 25/5/2017: thresholds not seen",
          vi = "Nghị định 68/2017/NĐ-CP ngày 25/5/2017: chưa có các ngưỡng" },
        { from = "2020-06-11", to = "2024-04-30",
          en = "Decree 66/2020/NĐ-CP of 11/6/2020: thresholds not seen",
          vi = "Nghị định 66/2020/NĐ-CP ngày 11/6/2020: chưa có các ngưỡng" },
    },
    rules = {
        {
            id = "Q105-AREA-MAX", asks = "establish",
            known_to = "2017-05-24",
            figures = { area = { "<=", 50, "ha" } },
            title = { en = "a new cluster has at most 50 ha",
                      vi = "cụm thành lập mới không quá 50 ha" },
            examples = {
                { case = { area = 50 }, gives = "true" },
                { case = { area = 50.1 }, gives = "false" },
                { case = {}, gives = "unknown" },
            },
        },
        {
            id = "Q105-AREA-MAX-EXP", asks = "extend",
            known_to = "2017-05-24",
            figures = { area_after = { "<=", 75, "ha" } },
            title = { en = "an extended cluster has at most 75 ha",
                      vi = "cụm sau mở rộng không quá 75 ha" },
            examples = {
                { case = { area_after = 75 }, gives = "true" },
                { case = { area_after = 75.5 }, gives = "false" },
            },
        },
    },
}
