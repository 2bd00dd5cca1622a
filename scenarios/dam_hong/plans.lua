--- Without the extension: three plans side by side, strict order, best total
-- and least change against what was planned, each with its reasons.
--
-- All clusters may be used; unknown and rules are those of moves.lua.

local figures = require "figures"
local layout  = require "layout"
local moves   = require "moves"
local say     = require "words" "plans"

local plans = {}

-- A change counts as much as leaving out thirty of the first, so that changes
-- decide first and the goal after them.
local TAX = 100

--- planned is the placement at Âu Lâu with the extension.
function plans.compute(case, fork, planned)
    local function place(options)
        options.anywhere = true
        return moves.place(fork, case, options)
    end
    local found = { planned = planned, strict = place { current = planned } }
    found.price = found.strict:strictness()
    found.best = found.price.best
    found.least = place { mode = "best", current = planned, change = TAX }
    found.curve = found.best:changes_curve()
    found.worth = found.best:prices()
    found.list = { found.strict, found.best, found.least }
    return found
end

--- Where and when, as short as can be.
local function place_of(move)
    return move.cluster and move.cluster.key .. " " .. move.year
        or say "waits"
end

--- The total of the goal itself, without the tax on changes.
local function total_of(placement)
    return placement.terms[1].total + placement.terms[2].total
end

local function head_rows(found)
    local rows = { { say "placed" }, { say "land" }, { say "changes" },
                   { say "total" }, { say "gap" } }
    for _, placement in ipairs(found.list) do
        local land = 0
        for _, move in ipairs(placement.placed) do
            land = land + figures.tenths(move.land)
        end
        for i, text in ipairs {
            tostring(#placement.placed), figures.ha(land / 100000),
            tostring(#placement.changed),
            figures.number(total_of(placement), 4),
            placement.bound and figures.number(
                math.max(0, placement.total - placement.bound), 4) or "–",
        } do
            table.insert(rows[i], text)
        end
    end
    return rows
end

--- Those who are not the same in all three.
local function who_rows(found)
    local rows = {}
    for i, move in ipairs(found.strict) do
        local cells = { move.key, place_of(found.planned[i]) }
        local same = true
        for _, placement in ipairs(found.list) do
            table.insert(cells, place_of(placement[i]))
            same = same and cells[#cells] == cells[2]
        end
        if not same then
            rows[#rows + 1] = cells
        end
    end
    return rows
end

--- Why each who waits in a plan does, and what would place it.
local function waiting_rows(found)
    local rows = {}
    for i, placement in ipairs(found.list) do
        local name = say(({ "strict", "best", "least" })[i])
        for _, move in ipairs(placement.waiting) do
            rows[#rows + 1] = { name, move.key, move.reason,
                                move.change and move.change.text or "–" }
        end
    end
    return rows
end

--- What keeps those who are placed from where they would rather be; the next
-- best where nothing does.
local function placed_rows(found)
    local rows = {}
    for _, move in ipairs(found.best.placed) do
        local other = move.other
        if other or move.wish then
            rows[#rows + 1] = {
                move.key, place_of(move),
                move.wish and move.wish.text or say "has best",
                other and say("other", other.cluster.key, other.year,
                              figures.number(other.loss, 4))
                    or say "no other",
            }
        end
    end
    return rows
end

local function worth_rows(found)
    local rows = {}
    for i, price in ipairs(found.worth) do
        rows[i] = { say("what " .. price.resource), price.key,
                    tostring(price.year), figures.number(price.price, 4) }
    end
    return rows
end

local function curve_rows(found)
    local rows = {}
    for i, point in ipairs(found.curve) do
        rows[i] = { tostring(point.moves), figures.number(point.total, 4),
                    tostring(#point.placement.placed),
                    figures.number(point.total - point.bound, 4) }
    end
    return rows
end

local function show_placed(found)
    local rows = placed_rows(found)
    if #rows > 0 then
        layout.table("plans-placed", { say "who", say "where", say "rather",
                                       say "next" }, rows, say "why placed")
    end
    layout.text(say("all best", #found.best.placed - #rows))
end

local function show_worth(found)
    if #found.curve > 1 then
        layout.table("plans-curve", { { say "changes" }, { say "total" },
                                      { say "placed" }, { say "gap" } },
                     curve_rows(found), say "curve")
    else
        layout.text(say("no more", found.curve[1].moves))
    end
    if #found.worth > 0 then
        layout.table("plans-worth", { say "resource", say "where",
                                      { say "year" }, { say "worth" } },
                     worth_rows(found), say "prices")
    end
end

function plans.show(found)
    layout.heading(say "title", "plans")
    layout.text(say "about")
    layout.table("plans", { say "what", { say "strict" }, { say "best" },
                            { say "least" } }, head_rows(found))
    layout.item(say("price", figures.number(found.price.price, 4),
                    figures.number(found.price.most, 4)))
    layout.item(say("fewest", #found.least.changed, #found.strict.changed,
                    #found.best.changed))
    layout.table("plans-who", { say "who", say "planned", say "strict",
                                say "best", say "least" }, who_rows(found),
                 say "who where")
    layout.table("plans-waiting", { say "plan", say "who", say "binds",
                                    say "would" }, waiting_rows(found),
                 say "why waits")
    show_placed(found)
    show_worth(found)
    layout.text(say "ours")
end

return plans
