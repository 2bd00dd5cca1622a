--- Signposts and triggers to begin with, on what form 02 reports for a cluster.
-- The levels are ours, to be tested on a province's own data and approved by
-- whoever decides; they are not of the law.

local OURS = { en = "our proposal, not of the law",
               vi = "đề xuất của chúng tôi, không phải quy định" }

return require "triggers.set" {
    signposts = {
        {
            id = "fill", of = "cluster", unit = "%",
            indicators = { "industrial_land_leased",
                           "industrial_land_built" },
            value = function(leased, built) return 100 * leased / built end,
            en = "leased share of serviced land",
            vi = "tỷ lệ cho thuê trên đất đã có hạ tầng",
            watches = { en = "the next phase opens when it is needed",
                        vi = "giai đoạn sau được mở đúng lúc cần" },
        },
        {
            id = "treated", of = "cluster",
            indicators = { "wwtp_ok" },
            en = "wastewater plant meets the standard (1 yes, 0 no)",
            vi = "XLNT đạt tiêu chuẩn (1 có, 0 không)",
            watches = { en = "tenants can be taken without harm",
                        vi = "có thể nhận thêm cơ sở mà không gây ô nhiễm" },
        },
    },
    triggers = {
        {
            id = "land-short", signpost = "fill", op = ">=", level = 80,
            clear = 70, watch = 70, hold = 2, cooldown = 4, lead = 18,
            en = "open the next phase earlier",
            vi = "mở giai đoạn sau sớm hơn", ground = OURS,
        },
        {
            id = "land-idle", signpost = "fill", op = "<", level = 30,
            clear = 40, hold = 4, cooldown = 4, lead = 12,
            en = "postpone the next phase, release its capital",
            vi = "lùi giai đoạn sau, điều chuyển vốn", ground = OURS,
        },
        {
            id = "no-treatment", signpost = "treated", op = "<", level = 1,
            hold = 1, lead = 24,
            en = "take no more wastewater before a plant meets the standard",
            vi = "không nhận thêm nước thải khi XLNT chưa đạt",
            ground = OURS,
        },
    },
}
