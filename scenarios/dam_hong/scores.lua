--- The order of the movers by the draft criteria, last: scores are no ground
-- of the decision, only of who goes first when land is short.

local layout = require "layout"
local say    = require "words" "scores"

local scores = {}

--- How many share the first rank.
function scores.first(order)
    local count = 0
    for entry in order do
        count = count + (entry.rank == 1 and 1 or 0)
    end
    return count
end

function scores.show(found)
    layout.heading(say "title", "scores")
    layout.text(say "draft")
    layout.report:order(found.moves.order)
    layout.report:on_page(function(report)
        report:robustness(found.moves.order, {
            constraints = { around = 0.5 }, unknown = "interval" })
    end)
    layout.item(say("ties", scores.first(found.moves.order)))
    layout.item(say("modes", #found.moves.placement.placed,
                    #found.best.placed))
end

return scores
