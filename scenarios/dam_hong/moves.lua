--- Who goes where, when, and how sure that is.

local figures = require "figures"
local layout  = require "layout"
local say     = require "words" "moves"
local trades  = require "trades"

local moves = {}

moves.YEARS = { 2028, 2029 }

--- What a placement says, one entry for each establishment to move.
function moves.list(fork, case, options)
    local order = moves.order(fork, case)
    return moves.read(moves.place(fork, case, order, options))
end

--- Which of the seven groups of the scheme an establishment asks about.
function moves.questions(e, target)
    local asked = {}
    local function ask(key)
        asked[#asked + 1] = key
    end
    if e.land_held == nil then
        ask "area"
    end
    if e.operating_state == "stopped" then
        ask "group 4"
    end
    if e.legal_state == "lease_expired" then
        ask "group 5"
    elseif e.legal_state then
        ask "group 2"
    end
    if e.plan == "move" and not trades.present(e, target) then
        ask "group 7"
    end
    return asked
end

local function sure(e, move, asked)
    if e.plan == "stop" then
        return "stops"
    elseif e.plan == "own_place" then
        return "own place"
    elseif not move or not move.cluster then
        return "undecided"
    elseif e.operating_state == "stopped" or e.legal_state then
        return "doubtful"
    end
    return #asked > 0 and "asked" or "planned"
end

function moves.compute(case, close)
    local list = moves.list(close, case)
    local by_key, rows, placed = {}, {}, 0
    for _, move in ipairs(list) do
        by_key[move.key] = move
        placed = placed + (move.cluster and 1 or 0)
    end
    for i, e in ipairs(case.all) do
        local asked = moves.questions(e, case.target)
        local move = by_key[e:key()]
        rows[i] = { enterprise = e, move = move, asked = asked,
                    sure = sure(e, move, asked) }
    end
    table.sort(rows, function(a, b)
        local x = a.move and a.move.rank or 1000
        local y = b.move and b.move.rank or 1000
        if x ~= y then
            return x < y
        end
        return a.enterprise:key() < b.enterprise:key()
    end)
    return { rows = rows, placed = placed, list = list }
end

function moves.show(found)
    layout.heading(say "title")
    local rows = {}
    for i, row in ipairs(found.rows) do
        local e, move, asked = row.enterprise, row.move, {}
        for j, key in ipairs(row.asked) do
            asked[j] = say(key)
        end
        rows[i] = {
            e:key(), e.activity, figures.m2(e.land_held),
            move and move.cluster or say(row.sure == "stops" and "nowhere"
                or row.sure == "own place" and "elsewhere" or "waits"),
            move and move.year and say("from", move.year) or "–",
            say(row.sure), table.concat(asked, ", "),
        }
    end
    layout.table({ say "who", say "makes", { say "plot" }, say "where",
                   say "when", say "how sure", say "questions" }, rows)
    layout.text(say "note")
end

return moves
