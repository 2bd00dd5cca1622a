--- Who is in which wave?  Not given.  One named hypothesis, and what speaks
-- against it.  No establishment gets a cost from it.

local case_of = require "case"
local figures = require "figures"
local layout  = require "layout"
local say     = require "words" "waves"

local waves = {}

--- A legal or operating flag of the source stands on the establishment.
function waves.flagged(enterprise)
    return enterprise.legal_note ~= nil or enterprise.operating_state ~= nil
end

local function keys_of(rows, wanted)
    local keys = {}
    for _, e in ipairs(rows) do
        if wanted(e) then
            keys[#keys + 1] = e.key
        end
    end
    return keys
end

function waves.compute(case, money)
    local flagged, plain = {}, {}
    for _, e in ipairs(case.all) do
        table.insert(waves.flagged(e) and flagged or plain, e)
    end
    local all, with = case_of.land(case.all), case_of.land(flagged)
    local without = case_of.land(plain)
    return {
        given = money.waves, movers = #case.movers,
        plain = #plain, flagged = #flagged,
        keys = keys_of(flagged, function() return true end),
        stopped = keys_of(flagged, function(e)
            return e.operating_state == "stopped" and e.plan == "move"
        end),
        elsewhere = keys_of(flagged, function(e) return e.plan ~= "move" end),
        land = with.known, land_share = with.known / all.known,
        money_share = money.wave2 / (money.wave1 + money.wave2),
        per_m2_plain = money.wave1 / (without.known * 10000),
        per_m2_flagged = money.wave2 / (with.known * 10000),
    }
end

function waves.show(found)
    layout.heading(say "title", "waves")
    local one, two = found.given[1], found.given[2]
    layout.item(say("given", one.count, one.year, two.count, two.year))
    layout.item(say("hypothesis", found.plain, found.flagged,
                    table.concat(found.keys, ", ")))
    layout.text(say "against")
    layout.item(say("share", found.flagged,
                    figures.percent(100 * found.land_share),
                    figures.percent(100 * found.money_share)))
    layout.item(say("per m2", figures.vnd(found.per_m2_plain),
                    figures.vnd(found.per_m2_flagged)))
    layout.item(say("stopped", table.concat(found.stopped, ", "),
                    found.movers))
    layout.item(say("elsewhere", table.concat(found.elsewhere, ", ")))
    layout.item(say("unknown", one.year))
end

return waves
