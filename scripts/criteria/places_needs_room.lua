--- Order of placing for enterprises that need room: OUR DRAFT, version 0.1,
-- approved by nobody.
--
--     local order = ccn.rank(needs_room, require "criteria.places_needs_room")
--
-- The Sơn La plan to 2020 (implementation chapter, 2.3) names the type: firms
-- with a large market that need more room.  It gives no points; every
-- criterion, scale and weight here is ours.

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
    name = "needs_room", version = "0.1",
    status = { en = "our draft, approved by nobody",
               vi = "bản dự thảo của nhóm làm công cụ, chưa ai phê duyệt" },
    en = "places for those that need room",
    vi = "bố trí cho cơ sở cần mở rộng mặt bằng",
    ground = PLAN, article = PLACE,

    { name = "growth", en = "Land wanted for land held",
      vi = "Nhu cầu đất so với đất đang có",
      value = function(row)
          local held, wanted = row.land_held, row.land_wanted
          return held and wanted and wanted / held or nil
      end,
      scale = { from = 1, to = 2.5 }, weight = 40, missing = "interval",
      ground = OURS },
    { name = "workers", field = "workers", en = "Workers", vi = "Lao động",
      scale = { from = 0, to = 100 }, weight = 35, missing = "interval",
      ground = OURS },
    { name = "papers", field = "legal_state", en = "State of its papers",
      vi = "Tình trạng hồ sơ", scale = { values = PAPERS }, weight = 25,
      missing = "interval", ground = OURS },

    gates = { { name = "plan", field = "plan", values = { move = true },
                unknown = "pass", en = "it does not move to a cluster",
                vi = "không di dời vào cụm", ground = OURS } },
}
