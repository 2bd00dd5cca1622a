--- Why one is where the placement has it, or waits, in words: all of what its
-- move says as data.

local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

--- A pin decides, whatever else there would be.
local function of_placed(move, pinned)
    local list = { say("there", move.key, key_of(move.cluster), move.year) }
    if pinned then
        list[2] = say "pinned_there"
    else
        list[2] = move.wish and move.wish.text or say "has_best"
        list[3] = move.other and move.other.text or say "no_other"
    end
    return table.concat(list, "; ")
end

local function of_waiting(move)
    local ways = {}
    for i, change in ipairs(move.changes) do
        ways[i] = change.text
    end
    local text = say("waits_for", move.key, move.reason)
    return text .. "; " .. (#ways > 0
        and say("ways", table.concat(ways, " | ")) or say "no_way")
end

--- The words for a move, of one who is pinned or not.
return function(move, pinned)
    return move.cluster and of_placed(move, pinned) or of_waiting(move)
end
