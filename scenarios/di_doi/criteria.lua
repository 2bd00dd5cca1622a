--- Three sets of criteria: OURS, version 0.1, approved by nobody.
--
--     local criteria = require "criteria"
--     ccn.rank(polluting, criteria.relocation(classes, "low"))
--     ccn.rank(needs_room, criteria.needs_room)
--     ccn.rank(new, criteria.new)
--
-- The types are those of the Sơn La plan to 2020 (chapter on implementation,
-- 2.3).  Every criterion, scale and weight is ours.

local criteria = {}

local STATUS = { en = "our draft, approved by nobody",
                 vi = "bản dự thảo của nhóm làm công cụ, chưa ai phê duyệt" }

local MOVES = { name = "plan", field = "plan", values = { move = true },
                unknown = "pass", en = "it does not move to a cluster",
                vi = "không di dời vào cụm" }

local function yes_no(name, field, weight, en, vi)
    return { name = name, field = field, weight = weight, en = en, vi = vi,
             scale = { values = { yes = 1, no = 0 } }, missing = "interval",
             ground = "ours" }
end

--- classes: what pollution.classes gives.  count: "low", what the readings
-- prove, or "high", what they leave possible.  Without any reading the class
-- is not known.
function criteria.relocation(classes, count)
    local function class_of(row)
        local class = classes[row.key]
        return class.read and class[count] or nil
    end
    return {
        name = "di_doi", version = "0.1", status = STATUS,
        en = "relocation of polluting establishments",
        vi = "di dời cơ sở gây ô nhiễm",
        { name = "pollution", en = "Pollution class", vi = "Mức ô nhiễm",
          value = class_of, scale = { from = 0, to = 4 }, weight = 45,
          missing = "interval",
          ground = "readings against QCVN 40:2011, column B; classes ours" },
        yes_no("housing", "in_residential", 25, "Among housing",
               "Trong khu dân cư"),
        yes_no("intake", "x_above_intake", 20, "Above a drinking-water intake",
               "Thượng nguồn điểm lấy nước sinh hoạt"),
        yes_no("listed", "polluter_listed", 10, "On the list of polluters",
               "Trong danh sách gây ô nhiễm"),
        gates = { MOVES },
    }
end

criteria.needs_room = require "criteria.places_needs_room"
criteria.new = require "criteria.places_new"

return criteria
