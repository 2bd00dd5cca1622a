--- Lays plans side by side: any number of forks, a column for each.
--
--     local together = compare({ close, late }, {
--         place = function(plan) return ccn.place(plan, order, options) end })
--     print(together)
--     together:get("placed", 2)        --> what the second column says
--
-- Given plans alone, it counts what the plans hold (planned moves, land,
-- phases, needs by year).  With `place` it adds what each placement gives:
-- placed, waiting, land, and the size of each year's wave.  `lines` are more
-- lines of the scenario: { { key, title, function(plan, placement),
-- digits = decimals shown } }; `plain` leaves the lines of its own out.

local figures = require "figures"
local shape   = require "shape"
local wording = require "wording"

local refused = wording.of(require "lang.refused")

local Together = {}
Together.__index = Together

local WORDS = {
    plan      = { en = "", vi = "" },
    moves     = { en = "to move", vi = "thuộc diện di dời" },
    held      = { en = "their known land [ha]",
                  vi = "đất đã biết [ha]" },
    opening   = { en = "land opening [ha] (year)",
                  vi = "đất mở thêm [ha] (năm)" },
    cost      = { en = "its cost [bn VND] (year)",
                  vi = "kinh phí mở đất [tỷ đồng] (năm)" },
    placed    = { en = "placed", vi = "bố trí được" },
    waiting   = { en = "waiting", vi = "phải chờ" },
    land      = { en = "land taken [ha]", vi = "đất sử dụng [ha]" },
    wave      = { en = "moves in %d", vi = "dời năm %d" },
    need      = { en = "need %d [bn VND]", vi = "nhu cầu %d [tỷ đồng]" },
}

local function title(key, ...)
    return WORDS[key][ccn.lang()]:format(...)
end

--- Known land of the enterprises that a plan says move.
local function movers(plan)
    local count, tenths = 0, 0
    for e in plan:enterprises():where { plan = "move" } do
        count = count + 1
        if e.land_held then
            tenths = tenths + math.floor(e.land_held * 100000 + 0.5)
        end
    end
    return count, tenths / 100000
end

--- What phases that are to open add, with the year of each.
local function openings(plan, amount)
    local parts = {}
    for phase in plan:phases() do
        if phase.opens and phase.state ~= "open" then
            parts[#parts + 1] = ("%s (%d)"):format(amount(phase), phase.opens)
        end
    end
    return #parts > 0 and table.concat(parts, ", ") or "–"
end

local function opening_land(plan)
    return openings(plan, function(phase)
        return wording.number(phase.total_area, "%.4g")
    end)
end

local function opening_cost(plan)
    return openings(plan, function(phase)
        return wording.number(phase.cost and phase.cost / 1e9, "%.4g")
    end)
end

--- Money needed by year, from budget lines that are needs.
local function needs(plan)
    local by_year = {}
    for b in plan:budgets():where { status = "need" } do
        if b.year and b.amount then
            by_year[b.year] = (by_year[b.year] or 0) + b.amount
        end
    end
    return by_year
end

--- All years of several tables, sorted.
local function years_of(tables)
    local seen, years = {}, {}
    for _, by_year in ipairs(tables) do
        for year in pairs(by_year) do
            if not seen[year] then
                seen[year] = true
                years[#years + 1] = year
            end
        end
    end
    table.sort(years)
    return years
end

function Together:add(key, name, cells, digits)
    self.rows[#self.rows + 1] = { key = key, title = name, cells = cells,
                                  digits = digits }
    self.by_key[key] = cells
end

--- A line by a function of plan and placement; digits: of a number, shown.
function Together:line(key, name, value, digits)
    local cells = {}
    for i, plan in ipairs(self.plans) do
        cells[i] = value(plan, self.placements[i])
    end
    self:add(key, name, cells, digits)
end

--- A cell of a line as people read it.
function Together.text(row, column)
    local value = row.cells[column]
    if row.digits and type(value) == "number" then
        return figures.number(value, row.digits)
    end
    return value == nil and "–" or tostring(value)
end

--- The cell of a line in a column; the lines are named by key.
function Together:get(key, column)
    local cells = self.by_key[key]
        or error(refused("line", key), 2)
    return cells[column]
end

function Together:__tostring()
    local columns = { { title = WORDS.plan[ccn.lang()], align = "left" } }
    for i, plan in ipairs(self.plans) do
        columns[i + 1] = { title = plan:name(), align = "right" }
    end
    local rows = {}
    for i, row in ipairs(self.rows) do
        local cells = { row.title }
        for j = 1, #self.plans do
            cells[j + 1] = Together.text(row, j)
        end
        rows[i] = cells
    end
    return tostring(ccn.table { columns = columns, rows = rows })
end

local function add_plans(self)
    self:line("moves", title "moves", function(plan)
        return (movers(plan))
    end)
    self:line("held", title "held", function(plan)
        return select(2, movers(plan))
    end, 2)
    self:line("opening", title "opening", opening_land)
    self:line("cost", title "cost", opening_cost)
end

local function add_placements(self, summary)
    local found = {}
    for i, placement in ipairs(self.placements) do
        found[i] = summary(placement)
    end
    local function of(name, digits)
        local cells = {}
        for i, s in ipairs(found) do
            cells[i] = s[name]
        end
        self:add(name, title(name), cells, digits)
    end
    of "placed"
    of "waiting"
    of("land", 2)
    local waves = {}
    for i, s in ipairs(found) do
        waves[i] = s.waves
    end
    for _, year in ipairs(years_of(waves)) do
        local cells = {}
        for i in ipairs(found) do
            cells[i] = waves[i][year] or 0
        end
        self:add("wave " .. year, title("wave", year), cells)
    end
end

local function add_needs(self)
    local all = {}
    for i, plan in ipairs(self.plans) do
        all[i] = needs(plan)
    end
    for _, year in ipairs(years_of(all)) do
        local cells = {}
        for i in ipairs(self.plans) do
            local amount = all[i][year]
            cells[i] = amount and amount / 1e9
        end
        self:add("need " .. year, title("need", year), cells, 2)
    end
end

--- What a placement says in numbers: placed, waiting, land, waves by year.
local function summary_of(placement)
    local sum = { placed = 0, waiting = 0, land = 0, waves = {} }
    for _, move in ipairs(placement) do
        if move.cluster then
            sum.placed = sum.placed + 1
            sum.land = sum.land + (move.land or 0)
            sum.waves[move.year] = (sum.waves[move.year] or 0) + 1
        else
            sum.waiting = sum.waiting + 1
        end
    end
    return sum
end

local OPTIONS = { place = "function(plan)", lines = "list", plain = "flag" }

local function check(plans, options)
    if type(plans) ~= "table" or #plans == 0 then
        error(refused "plans", 0)
    end
    for i, plan in ipairs(plans) do
        shape.needed(("compare: plans, %d"):format(i), plan, "plan")
    end
    shape.check("compare", options, OPTIONS)
    for i, line in ipairs(options.lines or {}) do
        local where = ("compare: lines, %d"):format(i)
        shape.needed(where, line, "table")
        shape.needed(where .. ": value", line[3], "function(plan, placement)")
    end
end

--- Compares plans; options: place, lines, plain.
return function(plans, options)
    options = options or {}
    wording.run(check, plans, options)
    local self = setmetatable({ plans = plans, placements = {}, rows = {},
                                by_key = {} }, Together)
    if not options.plain then
        add_plans(self)
    end
    if options.place then
        for i, plan in ipairs(plans) do
            self.placements[i] = options.place(plan)
        end
        add_placements(self, summary_of)
    end
    if not options.plain then
        add_needs(self)
    end
    for _, line in ipairs(options.lines or {}) do
        self:line(line[1], line[2], line[3], line.digits)
    end
    return self
end
