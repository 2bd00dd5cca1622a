--- The placement as people read it.

local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key
local number = wording.number

local function moves_table(placement)
    local columns, rows = {}, {}
    local with_cost = placement.job.need.cost ~= nil
    for i, name in ipairs { "enterprise", "cluster", "year", "land",
                            with_cost and "cost" or nil } do
        columns[i] = { title = say(name), align = i < 3 and "left" or "right" }
    end
    for i, move in ipairs(placement.placed) do
        rows[i] = { move.key, key_of(move.cluster), tostring(move.year),
                    number(move.land, "%.5f"),
                    with_cost and wording.money(move.cost) or nil }
    end
    return tostring(ccn.table { columns = columns, rows = rows })
end

local function add_waves(lines, placement)
    local waves, tenths = placement:waves(), 0
    for _, wave in ipairs(waves) do
        tenths = tenths + wave.tenths
    end
    lines[#lines + 1] = say("counts", #placement.placed, #placement,
                            number(tenths / 100000, "%.5f"))
    for _, wave in ipairs(waves) do
        if wave.count > 0 then
            lines[#lines + 1] = say("by_year", wave.year, wave.count,
                                    number(wave.land, "%.5f"))
        end
    end
end

local function add_waiting(lines, placement)
    if #placement.waiting > 0 then
        lines[#lines + 1] = say "waits"
    end
    for _, move in ipairs(placement.waiting) do
        lines[#lines + 1] = say("waits_line", move.key, move.reason)
        lines[#lines + 1] = move.change and say("would", move.change.text)
            or "    " .. say "no_way"
    end
end

local function add_excluded(lines, placement)
    if #placement.excluded > 0 then
        lines[#lines + 1] = say "excluded"
    end
    for _, entry in ipairs(placement.excluded) do
        lines[#lines + 1] = say("waits_line", entry.key, entry.reason)
    end
end

local function add_total(lines, placement)
    local total = wording.sum(placement.total)
    if placement.bound then
        lines[#lines + 1] = say("total", total,
                                wording.sum(placement.bound, placement.total),
                                wording.gap(placement.gap))
    else
        lines[#lines + 1] = say("total_only", total)
    end
    for _, term in ipairs(placement.terms) do
        lines[#lines + 1] = say(term.unit and "term_unit" or "term",
                                term.title, number(term.weight, "%.6g"),
                                wording.sum(term.total, placement.total),
                                term.unit and wording.unit(term.unit))
    end
end

local function add_changed(lines, placement)
    local changed = placement.changed
    if not changed then
        return
    end
    lines[#lines + 1] = say("changed", #changed)
    for _, move in ipairs(changed) do
        lines[#lines + 1] = "  " .. (move.cluster
            and say("there", move.key, key_of(move.cluster), move.year)
            or say("left_out", move.key))
    end
end

local function add_assumptions(lines, placement)
    lines[#lines + 1] = say "assumes"
    for _, line in ipairs(placement.job.unknown:lines()) do
        lines[#lines + 1] = line
    end
    for _, note in ipairs(placement.job.notes) do
        lines[#lines + 1] = "  " .. note
    end
end

return function(placement)
    local years = placement.job.years
    local lines = { say("title", years[1], years[#years],
                        say(placement.mode)) }
    lines[2] = #placement.placed > 0 and moves_table(placement)
        or say "nobody"
    add_waves(lines, placement)
    add_waiting(lines, placement)
    add_excluded(lines, placement)
    add_changed(lines, placement)
    add_total(lines, placement)
    add_assumptions(lines, placement)
    return table.concat(lines, "\n")
end
