--- Who goes where, when, and how sure that is.

local figures = require "figures"
local layout  = require "layout"
local plant   = require "rules.wastewater"
local say     = require "words" "moves"
local trades  = require "trades"

local moves = {}

moves.YEARS = { 2028, 2029 }

-- What an unknown counts as; ccn.place has no default for it.
moves.UNKNOWN = { land = "leave out", capacity = "leave out",
                  trade = trades.POLICY, wastewater = "leave out" }

--- The movers in the order of the draft criteria.
function moves.order(fork, case)
    local movers = fork:enterprises():where {
        cluster = case.from.key, plan = "move",
    }
    return ccn.rank(movers, require "criteria.relocation")
end

--- Industrial land of a cluster in a year, and whether a plant is there: land
-- opened in year t serves, and counts, from t + 1.
local function land_in(fork, cluster, year)
    local land, with_plant = cluster.industrial_area,
        cluster.wastewater_plant
    for phase in fork:phases():where { cluster = cluster } do
        if phase.opens and phase.opens < year and phase.industrial_area then
            land = land + phase.industrial_area
            with_plant = with_plant or phase.x_plant
        end
    end
    return land, with_plant
end

--- Whether anyone may move to a cluster in a year by the wastewater rule;
-- nothing when that is not known.
function moves.rule(fork, case)
    return function(cluster, year)
        local fill = cluster.reported_fill
        if not fill or not cluster.industrial_area then
            return nil
        end
        local land, with_plant = land_in(fork, cluster, year)
        if with_plant then
            return true
        end
        local found = plant(case.book, {
            on = case.on, flow = cluster.wastewater_flow,
            fill = fill * cluster.industrial_area / land,
        })
        if found.by_fill.result ~= "fails"
            or found.by_flow.result == "holds" then
            return true
        end
        return found.result == "needed" and false or nil
    end
end

--- Places the movers of a fork: at the cluster the scheme names, or anywhere.
function moves.place(fork, case, options)
    local clusters
    if not options.anywhere then
        clusters = fork:clusters():where { key = case.target.key }
    end
    return ccn.place(fork, moves.order(fork, case), {
        years = moves.YEARS, mode = options.mode or "strict",
        unknown = moves.UNKNOWN, clusters = clusters,
        wastewater = moves.rule(fork, case),
        current = options.current, change = options.change,
    })
end

--- What a placement says, one entry for each establishment to move.
function moves.list(placement)
    local list = {}
    for i, move in ipairs(placement) do
        list[i] = { key = move.key, rank = i, year = move.year,
                    cluster = move.cluster and move.cluster.key,
                    land = move.land, reason = move.reason }
    end
    return list
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
    local placement = moves.place(close, case, {})
    local list = moves.list(placement)
    local by_key, rows, placed = {}, {}, 0
    for _, move in ipairs(list) do
        by_key[move.key] = move
        placed = placed + (move.cluster and 1 or 0)
    end
    for i, e in ipairs(case.all) do
        local asked = moves.questions(e, case.target)
        local move = by_key[e.key]
        rows[i] = { enterprise = e, move = move, asked = asked,
                    sure = sure(e, move, asked) }
    end
    table.sort(rows, function(a, b)
        local x = a.move and a.move.rank or 1000
        local y = b.move and b.move.rank or 1000
        if x ~= y then
            return x < y
        end
        return a.enterprise.key < b.enterprise.key
    end)
    return { rows = rows, placed = placed, list = list,
             placement = placement, order = moves.order(close, case) }
end

local function table_rows(found)
    local rows = {}
    for i, row in ipairs(found.rows) do
        local e, move, asked = row.enterprise, row.move, {}
        for j, key in ipairs(row.asked) do
            asked[j] = say(key)
        end
        rows[i] = {
            e.key, e.activity, e.land_held and
                { text = figures.m2(e.land_held), value = e.land_held * 10000 },
            move and move.cluster or say(row.sure == "stops" and "nowhere"
                or row.sure == "own place" and "elsewhere" or "waits"),
            move and move.year and say("from", move.year) or "–",
            say(row.sure), table.concat(asked, ", "),
        }
    end
    return rows
end

--- Who waits, and why, in the words of the placement.
local function waiting(found)
    local keys, reasons = {}, {}
    for _, move in ipairs(found.list) do
        if not move.cluster then
            keys[#keys + 1] = move.key
            reasons[#reasons + 1] = move.reason
        end
    end
    return table.concat(keys, ", "), table.concat(reasons, "; ")
end

function moves.show(found, case)
    layout.heading(say "title", "moves")
    layout.table("moves", { say "who", say "makes", { say "plot" }, say "where",
                   say "when", say "how sure", say "questions" },
                 table_rows(found))
    layout.text(say("summary", found.placed, #found.list, waiting(found)))
    layout.text(say "assumed")
    layout.item(say("a:share", figures.percent(100 * case.share)))
    layout.item(say("a:open", case.phase.opens))
    for _, key in ipairs { "a:like", "a:plant", "a:trade", "a:free" } do
        layout.item(say(key))
    end
end

return moves
