--- The yearly duty on synthetic establishments, checked by hand from its data.

ccn.dofile "tests/at_home.lua" "scenarios/di_doi"

local criteria  = require "criteria"
local job       = require "job"
local pollution = require "pollution"

local DATA = "scenarios/di_doi/data"
local plan, tables = require "read" (DATA)
local found = job.compute(plan, tables, "low")

local test = {}

local function equal(got, wanted)
    if got ~= wanted then
        error(("got %s, wanted %s"):format(tostring(got), tostring(wanted)), 2)
    end
end

function test.there_are_60_of_three_types_and_all_say_that_they_are_made_up()
    equal(#plan:enterprises(), 60)
    for kind, count in pairs { polluting = 30, needs_room = 18, new = 12 } do
        equal(#plan:enterprises():where { type = kind }, count)
    end
    for row in plan:enterprises() do
        assert(row.origin:find "synthetic", row.key)
    end
    for row in plan:inspections() do
        assert(row.origin:find "synthetic", row.key)
    end
end

--- Column B of QCVN 40:2011: BOD5 50, COD 150, TSS 100.
function test.each_reading_has_the_limit_of_its_parameter()
    local limits = { BOD5 = 50, COD = 150, TSS = 100 }
    for reading in plan:inspections() do
        assert(reading.limit_value and reading.standard, reading.key)
        local limit = limits[reading.parameter]
        if limit then
            equal(reading.limit_value, limit)
            assert(reading.standard:find("QCVN 40:2011", 1, true))
            assert(reading.standard:find("column B", 1, true))
        end
    end
end

local function town()
    local small = ccn.new "Small"
    small:add("enterprise", { key = "A", type = "polluting", wastewater = 60 })
    small:add("enterprise", { key = "B", type = "polluting" })
    small:add("enterprise", { key = "C", type = "polluting", wastewater = 5 })
    local function read(who, parameter, value, limit)
        small:add("inspection", {
            key = who .. parameter, enterprise = who, medium = "wastewater",
            parameter = parameter, value = value, limit_value = limit })
    end
    for _, who in ipairs { "A", "B" } do
        read(who, "BOD5", 120, 50)   -- 2.4 times
        read(who, "COD", 150, 150)   -- at the limit is within it
        read(who, "TSS", 10, 100)
    end
    return small
end

function test.classes_follow_the_table()
    local classes = pollution.classes(town(), tables)
    equal(classes.A.class, 3)          -- over twice, from 50 m3/day
    equal(classes.A.worst.parameter, "BOD5")
    equal(#classes.A.missing, 0)
    equal(classes.B.class, nil)        -- the flow decides between 2 and 3
    equal(classes.B.low, 2)
    equal(classes.B.high, 3)
    equal(classes.C.read, false)
    equal(classes.C.low, 0)
    equal(classes.C.high, 4)
    equal(table.concat(classes.C.missing, " "), "BOD5 COD TSS")
end

function test.a_class_without_any_reading_is_not_known()
    for entry in found.order do
        local class = found.classes[entry.key]
        equal(entry.values.pollution, class.read and class.low or nil)
        if not class.read then
            assert(entry.coverage < 0.6 and entry.rank_low < entry.rank_high)
        end
    end
end

function test.what_is_possible_counts_when_asked()
    local proven, possible = found.order, ccn.rank(
        plan:enterprises():where { type = "polluting" },
        criteria.relocation(found.classes, "high"))
    local higher = 0
    for entry in possible do
        local before = proven:entry(entry.key)
        assert(entry.score >= before.score - 1e-12)
        higher = higher + (entry.score > before.score and 1 or 0)
    end
    assert(higher > 0)
end

--- Nobody gets support that is not there, nor twice; what is left is carried.
function test.no_year_uses_more_than_there_is()
    local left, placed = 0, 0
    for _, wave in ipairs(found.waves) do
        left = left + found.budget[wave.year] - wave.used
        equal(wave.left, left)
        assert(left >= 0, wave.year)
        placed = placed + wave.count
    end
    equal(placed, #found.placement.placed)
    equal(found.budget[2027], 3500000000)
end

--- In strict order nobody lower got a place while one before it waited for
-- the same thing: those that wait here have no known cost.
function test.who_waits_lacks_a_figure_or_room()
    for _, move in ipairs(found.placement.waiting) do
        equal(plan:enterprise(move.key).moving_cost, nil)
    end
end

function test.each_mover_gets_one_notice_before_its_year()
    equal(#found.notices, #found.placement.placed)
    local seen = {}
    for _, notice in ipairs(found.notices) do
        assert(not seen[notice.row.key])
        seen[notice.row.key] = true
        equal(notice.by, ("%d-12-31"):format(notice.move.year - 1))
        local readings = 0
        for _, point in ipairs(notice.open) do
            readings = readings + (point[1] == "reading" and 1 or 0)
        end
        equal(readings, #notice.class.missing)
    end
end

--- The polluting ones keep their places; the others come behind them.
function test.the_two_lists_take_what_is_left()
    local by_key, land = {}, {}
    for _, move in ipairs(found.rest) do
        by_key[move.key] = move
        if move.cluster then
            local key = move.cluster.key
            land[key] = (land[key] or 0) + move.land
        end
    end
    for _, move in ipairs(found.placement.placed) do
        equal(by_key[move.key].cluster, move.cluster)
        equal(by_key[move.key].year, move.year)
    end
    local most = { ["Chiềng Ngần"] = 7 - 5.2 + 4, ["Mường La"] = 5 - 2.6,
                   ["Phồng Lái"] = 3 - 2.5 + 2.5 }
    for key, used in pairs(land) do
        assert(used <= most[key] + 1e-9, key)
    end
    equal(#found.lists.needs_room, 18)
    equal(#found.lists.new, 12)
end

function test.the_report_says_what_it_stands_on()
    local text = tostring(require "show" (found))
    for _, part in ipairs { "Synthetic establishments", "QCVN 40:2025",
                            "was not seen", "Notice list", "samples, seed 1",
                            "Places for new ones" } do
        assert(text:find(part, 1, true), part)
    end
    local page = require "show" (found):html()
    for _, id in ipairs { "c-robust-ranks", "c-robust-weights", "t-notices",
                          "t-limits", "t-needs_room", "t-new" } do
        assert(page:find('id="' .. id, 1, true), id)
    end
end

return test
