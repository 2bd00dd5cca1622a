--- Land: what is free in Âu Lâu, what the movers need, what 25 ha would give.

local case_of = require "case"
local figures = require "figures"
local layout  = require "layout"
local say     = require "words" "land"

local land = {}

--- How many of the smallest plots fit into an area, and what they take.
function land.smallest_that_fit(movers, free)
    local sizes, room = {}, figures.tenths(free)
    for _, e in ipairs(movers) do
        if e.land_held then
            sizes[#sizes + 1] = figures.tenths(e.land_held)
        end
    end
    table.sort(sizes)
    local count, taken = 0, 0
    while sizes[count + 1] and taken + sizes[count + 1] <= room do
        count = count + 1
        taken = taken + sizes[count]
    end
    return count, taken / 100000
end

function land.compute(case)
    local found = { need = case.need, need_annex2 = case.need_annex2,
                    share = case.share, fills = {} }
    for i, fill in ipairs(case.fills) do
        local free = case_of.free(case.target, fill.value)
        local count, taken = land.smallest_that_fit(case.movers, free)
        found.fills[i] = { fill = fill, value = fill.value, free = free,
                           fit = count, taken = taken }
        if fill == case.latest then
            found.now = found.fills[i]
        end
        if not found.fullest or fill.value > found.fullest.value then
            found.fullest = found.fills[i]
        end
    end
    found.gross = case.need.known / case.share
    found.gross_after_free = (case.need.known - found.now.free) / case.share
    found.asked = case.phase.total_area
    found.opened = found.asked * case.share
    found.left = found.now.free + found.opened - case.need.known
    return found
end

local function when(fill)
    return fill.date and figures.date(fill.date)
        or figures.month(fill.period)
end

--- Reported as "over 95 %".
local function over(fill)
    return (fill.note or ""):find "over" ~= nil
end

local function fill_rows(found)
    local rows = {}
    for i, f in ipairs(found.fills) do
        rows[i] = {
            when(f.fill), say(f.fill.reporter),
            { value = f.value, text = (over(f.fill) and "> " or "")
                  .. figures.percent(f.value, 2) },
            figures.cell("ha", f.free), f.fit, figures.cell("ha", f.taken),
        }
    end
    return rows
end

function land.show(found, case)
    layout.heading(say "title", "land")
    layout.table("fills", {
        say "when", say "who", { say "fill" }, { say "free column" },
        { say "fit" }, { say "taken" },
    }, fill_rows(found))
    local industrial = figures.ha(case.target.industrial_area, 1)
    layout.item(say("free", industrial,
                    figures.percent(found.now.value, 2),
                    figures.ha(found.now.free),
                    figures.ha(found.fullest.free)))
    layout.item(say("need", #case.movers, figures.ha(found.need.known),
                    figures.m2(found.need.known),
                    table.concat(found.need.unknown, ", "),
                    figures.ha(found.need_annex2.known)))
    layout.item(say("gross", figures.ha(found.need.known),
                    industrial, figures.ha(case.target.total_area, 0),
                    figures.ha(found.gross), figures.ha(found.asked, 0),
                    figures.ha(found.opened, 1)))
    layout.item(say("left", figures.ha(found.now.free),
                    figures.ha(found.opened, 1),
                    figures.ha(found.need.known), figures.ha(found.left),
                    figures.ha(found.gross_after_free)))
    layout.item(say("unknown", figures.ha(found.asked, 0)))
end

return land
