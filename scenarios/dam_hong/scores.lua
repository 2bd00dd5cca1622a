--- The order of the movers by the draft criteria, last: scores are no ground
-- of the decision, only of who goes first when land is short.

local layout = require "layout"
local say    = require "words" "scores"

local scores = {}

function scores.show(found)
    layout.heading(say "title")
    layout.text(say "draft")
    found.moves.order:print()
    layout.item(say "ties")
    layout.item(say("modes", #found.moves.placement.placed,
                    #found.best.placed))
end

return scores
