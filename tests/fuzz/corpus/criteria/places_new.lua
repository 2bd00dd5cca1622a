--- Order of placing for new enterprises without premises: OUR DRAFT, version
-- 0.1, approved by nobody.
--
--     local order = ccn.rank(new, require "criteria.places_new")
--
-- The Sơn La plan to 2020 (implementation chapter, 2.3) names the type and
-- gives no points; every criterion, scale and weight here is ours.

local PAPERS = { complete = 3, papers_missing = 2, no_land_certificate = 1,
                 certificate_incomplete = 1, lease_expired = 0, violation = 0 }

local OURS = { en = "ours", vi = "do nhóm làm công cụ đặt" }
local PLAN = {
    en = "Sơn La plan to 2020, which names this type and gives no points",
    vi = "quy hoạch Sơn La đến 2020, nêu loại này và không cho điểm",
}
local PLACE = { en = "chapter on implementation, 2.3",
                vi = "phần tổ chức thực hiện, 2.3" }

return {
    name = "new", version = "0.1",
    status = { en = "our draft, approved by nobody",
               vi = "bản dự thảo của nhóm làm công cụ, chưa ai phê duyệt" },
    en = "places for new ones without premises",
    vi = "bố trí cho cơ sở mới chưa có mặt bằng",
    ground = PLAN, article = PLACE,

    { name = "workers", field = "workers", en = "Workers", vi = "Lao động",
      scale = { from = 0, to = 100 }, weight = 50, missing = "interval",
      ground = OURS },
    { name = "papers", field = "legal_state", en = "State of its papers",
      vi = "Tình trạng hồ sơ", scale = { values = PAPERS }, weight = 30,
      missing = "interval", ground = OURS },
    { name = "risk", en = "Risk of its trade", vi = "Nguy cơ ô nhiễm của ngành",
      value = function(row)
          return row.trade and row.trade.risk
      end,
      scale = { values = { low = 2, medium = 1, high = 0 } },
      labels = { low = { en = "low", vi = "thấp" },
                 medium = { en = "medium", vi = "trung bình" },
                 high = { en = "high", vi = "cao" } }, weight = 20,
      missing = "interval", ground = OURS },

    gates = { { name = "plan", field = "plan", values = { move = true },
                unknown = "pass", en = "it does not move to a cluster",
                vi = "không di dời vào cụm", ground = OURS } },
}
