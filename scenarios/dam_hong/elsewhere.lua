--- Without the extension: which clusters have room, and is it enough?

local case_of = require "case"
local figures = require "figures"
local layout  = require "layout"
local plant   = require "rules.wastewater"
local say, words = require "words" "elsewhere"

local elsewhere = {}

--- Why a cluster offers nothing today, or nothing.
local function refusal(cluster)
    if cluster.plan_status == "withdraw" then
        return "withdrawn"
    elseif cluster.state ~= "operating" then
        return "not working"
    elseif cluster.uncleared then
        return "uncleared"
    elseif not cluster.industrial_area or not cluster.reported_fill then
        return "no figures"
    elseif case_of.free(cluster, cluster.reported_fill) <= 0 then
        return "full"
    end
end

local function room_of(case, cluster)
    local fill = cluster.reported_fill
    return { cluster = cluster, fill = fill,
             free = case_of.free(cluster, fill),
             cleared = cluster.cleared_area,
             plant = plant(case.book, { on = case.on, fill = fill,
                                        flow = cluster.wastewater_flow }) }
end

--- Exempt as far as the fill rate goes; the first year of work is not known.
function elsewhere.exempt_by_fill(room)
    return room.plant.by_fill.result ~= "fails"
end

function elsewhere.compute(case)
    local found = { rooms = {}, refused = {}, total = 0, exempt = 0,
                    cleared = 0, need = case.need.known }
    local known = case.plan:clusters():where { x_state_row = true }
    for cluster in known:sort "key" do
        local reason = cluster ~= case.from and refusal(cluster)
        if reason then
            found.refused[reason] = found.refused[reason] or {}
            table.insert(found.refused[reason], cluster.key)
        elseif cluster ~= case.from then
            local room = room_of(case, cluster)
            table.insert(found.rooms, room)
            found.total = found.total + room.free
            if elsewhere.exempt_by_fill(room) then
                found.exempt = found.exempt + room.free
            end
            if room.cleared then
                found.cleared = found.cleared + 1
            end
        end
    end
    found.without_point = 0
    for _, room in ipairs(found.rooms) do
        if not room.cluster.shape then
            found.without_point = found.without_point + 1
        end
    end
    found.with_plant = {}
    for _, room in ipairs(found.rooms) do
        if not elsewhere.exempt_by_fill(room)
            and found.exempt + room.free >= found.need then
            table.insert(found.with_plant, room.cluster.key)
        end
    end
    found.enough = found.exempt >= found.need
    return found
end

local function rows_of(found)
    local rows = {}
    for i, room in ipairs(found.rooms) do
        local c = room.cluster
        rows[i] = {
            c.key, figures.cell("ha", c.industrial_area),
            figures.cell("percent", room.fill, 2),
            figures.cell("ha", room.free),
            say(elsewhere.exempt_by_fill(room) and "exempt" or "needs plant"),
            words(c.problems),
        }
    end
    return rows
end

function elsewhere.show(found)
    layout.heading(say "title", "elsewhere")
    layout.table("elsewhere", {
        say "cluster", { say "industrial" }, { say "fill" }, { say "free" },
        say "plant", say "record",
    }, rows_of(found))
    for reason, keys in pairs(found.refused) do
        layout.item(say(reason, #keys, table.concat(keys, ", ")))
    end
    layout.item(say("sum", figures.ha(found.total), figures.ha(found.exempt),
                    figures.ha(found.need)))
    layout.item(say(found.enough and "enough" or "not enough",
                    figures.ha(math.abs(found.need - found.exempt))))
    if #found.with_plant > 0 then
        layout.item(say("with plant", table.concat(found.with_plant, ", ")))
    end
    layout.item(say("unknown", found.without_point, #found.rooms))
end

return elsewhere
