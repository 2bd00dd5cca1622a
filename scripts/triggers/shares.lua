--- Adds up back-tests over many futures: which shares of events and firings
-- were how.

local backtest = require "triggers.backtest"

local shares = {}

--- A share, nil of nothing.
function shares.share(count, of)
    return of > 0 and count / of or nil
end

local share = shares.share

--- Nothing counted yet.
function shares.new()
    return { events = 0, timely = 0, late = 0, missed = 0, firings = 0,
             needless = 0, chattering = 0, leads = {} }
end

--- Adds one back-test to the sums; behind: firings up to there are past.  A
-- future tells whether what is warned of happens, also behind its last cut-off,
-- so a firing that warns of nothing is needless and never open.
function shares.add(sums, found, behind)
    for _, event in ipairs(found.events) do
        sums.events = sums.events + 1
        sums[event.judgement] = sums[event.judgement] + 1
        if event.firing then
            sums.leads[#sums.leads + 1] = backtest.months(event.firing,
                                                          event.day)
        end
    end
    for _, firing in ipairs(found.firings) do
        if firing.index > behind then
            sums.firings = sums.firings + 1
            sums.needless = sums.needless
                + (firing.judgement ~= "warns" and 1 or 0)
            sums.chattering = sums.chattering + (firing.chattering and 1 or 0)
        end
    end
end

--- The first cut-off behind the past at which it fires, as its number.
function shares.fires_at(found, behind)
    for _, firing in ipairs(found.firings) do
        if firing.index > behind then
            return firing.index - behind
        end
    end
end

local function leads_of(list)
    table.sort(list)
    local middle = (#list + 1) // 2
    return #list > 0 and { least = list[1], median = list[middle],
                           most = list[#list] } or nil
end

--- The shares of all that was added.
function shares.of(sums)
    return { timely = share(sums.timely, sums.events),
             late = share(sums.late, sums.events),
             missed = share(sums.missed, sums.events),
             needless = share(sums.needless, sums.firings),
             chattering = share(sums.chattering, sums.firings),
             lead = leads_of(sums.leads), events = sums.events,
             firings = sums.firings }
end

return shares
