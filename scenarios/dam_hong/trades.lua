--- Trades: permission is unknown for every cluster.  The policy of this
-- scenario, and the questions of group 7 ("trade unfit: not placed").

local layout = require "layout"
local say    = require "words" "trades"

local trades = {}

--- What the scenario tells the placement about an unknown permission.
trades.POLICY = "allow"

--- Words among the trades present at the destination that speak for an
-- activity.  "nhựa" (plastics) does not speak for recycling scrap.
local SPOKEN_FOR = {
    ["đũa gỗ"] = "gỗ", ["ván ghép thanh"] = "gỗ",
    ["đũa gỗ xuất khẩu"] = "gỗ", ["chế biến lâm sản"] = "gỗ",
    ["ván ép"] = "gỗ", ["viên nén"] = "gỗ",
}

--- Whether one of the listed trades is exactly this word.
local function listed(industries, word)
    for part in (industries or ""):gmatch "[^;]+" do
        if part:match "^%s*(.-)%s*$" == word then
            return true
        end
    end
    return false
end

function trades.present(enterprise, cluster)
    local activity = enterprise.activity
    local word = SPOKEN_FOR[activity]
    return listed(cluster.industries, activity)
        or word ~= nil and listed(cluster.industries, word)
end

--- Movers by activity whose trade is not yet at the destination.
function trades.compute(case)
    local found = { questions = {}, asked = 0, present = 0, allowed_known = 0 }
    local by_activity = {}
    for cluster in case.plan:clusters() do
        if cluster.trades_allowed then
            found.allowed_known = found.allowed_known + 1
        end
    end
    for _, e in ipairs(case.movers) do
        if trades.present(e, case.target) then
            found.present = found.present + 1
        else
            local question = by_activity[e.activity]
            if not question then
                question = { activity = e.activity, keys = {} }
                by_activity[e.activity] = question
                table.insert(found.questions, question)
            end
            table.insert(question.keys, e.key)
            found.asked = found.asked + 1
        end
    end
    return found
end

function trades.show(found, case)
    layout.heading(say "title", "trades")
    layout.item(say("policy", found.allowed_known, #case.movers))
    layout.item(say("present", found.present, case.target.industries))
    local parts = {}
    for i, q in ipairs(found.questions) do
        parts[i] = ("%s (%s)"):format(q.activity, table.concat(q.keys, ", "))
    end
    layout.item(say("asked", found.asked, table.concat(parts, "; ")))
end

return trades
