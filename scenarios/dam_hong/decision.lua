--- The page a director reads first: the decision asked, what blocks it and
-- until when, what is not known.

local figures = require "figures"
local layout  = require "layout"
local say     = require "words" "decision"

local decision = {}

local QUARTER_ENDS = { "03-31", "06-30", "09-30", "12-31" }

--- The last day of a period of the scheme: "2026-Q3", "2026-Q3..Q4".
function decision.end_of(period)
    local year, last = period:match "^(%d%d%d%d)%-.*Q(%d)$"
    return year .. "-" .. QUARTER_ENDS[tonumber(last)]
end

--- The days that follow from the scheme's own timeline (F23, F24) and from
-- the waves: land opened in year t serves from t + 1, so a wave in 2028 needs
-- land open by the end of 2027.
function decision.days(case)
    local plan = case.plan
    local wave1 = math.tointeger(plan:budget("relocation/wave 1").year)
    local wave2 = math.tointeger(plan:budget("relocation/wave 2").year)
    return {
        wave1 = wave1, wave2 = wave2,
        open = ("%d-12-31"):format(wave1 - 1),
        first = ("%d-01-01"):format(wave1),
        funds = decision.end_of(plan:observation("F24").words),
        list = decision.end_of(plan:observation("F23").words),
    }
end

local function blocks(case, found)
    local by, day = found.days, figures.date
    local function clear_by(iso)
        return day(iso) .. say(iso < case.on and "overdue" or "due")
    end
    return {
        { say("land", figures.ha(found.land.now.free),
              #case.movers, figures.ha(found.land.need.known)),
          clear_by(by.open), say "who land" },
        { say("policy", figures.bn(found.money.extension, 0),
              figures.ha(case.phase.total_area, 0)),
          clear_by(by.funds), say "who policy" },
        { say("money", figures.bn(found.money.total, 1),
              figures.bn(found.money.extension, 0)),
          clear_by(by.funds), say "who money" },
        { say("law", day(found.law.pre), day(found.law.formed_on)),
          clear_by(found.law.start_new), say "who law" },
        { say("plant", figures.percent(found.wastewater.own.opening),
              figures.percent(found.wastewater.limit, 0)),
          clear_by(by.first), say "who plant" },
        { say("list", found.trades.asked),
          clear_by(by.list), say "who list" },
    }
end

function decision.show(case, found)
    layout.begin {
        title = say("title", #case.all),
        kicker = say("asof", figures.date(case.on)),
        question = say "decision",
        answer = {
            say("asked", figures.ha(case.phase.total_area, 0),
                figures.bn(found.money.extension, 0),
                figures.bn(found.money.total, 1),
                found.days.wave1, found.days.wave2),
            say("advice", found.land.now.fit, #case.movers),
        },
    }
    layout.heading(say "blocks", "blocks")
    layout.table("blocks", {
        say "fact", say "by", say "who"
    }, blocks(case, found))
    layout.heading(say "unknown", "unknown")
    for _, key in ipairs { "u:members", "u:cost", "u:wanted", "u:dh09",
                           "u:share", "u:flow", "u:formed" } do
        layout.item(say(key))
    end
end

return decision
