--- Designs: which points a sweep looks at.
--
--     design = "latin", n = 1000
--     design = { "saltelli", second = true }, n = 1024
--
--   "factorial"  every combination of levels (levels = 3, or of the factor)
--   "one"        one factor at a time, from the base of each
--   "latin"      n points, one in each stratum of each factor; centred = true
--   "sobol"      n points of the Sobol' sequence; scramble = false, skip =
--   "saltelli"   n blocks for indices of Sobol'; second = true for pairs
--   "morris"     n trajectories; levels = 4, candidates = 500
--   "table"      table = rows, each a list in the order of the factors or by
--                their names
--   "each"       each = function() -> row, or nil at the end; at most n rows
--
-- seed is that of the run unless said.  What a design does not say is filled
-- in, and stored.

local hint    = require "names".hint
local wording = require "wording"

local say = wording.of(require "lang.sweep")

local designs = {}

local OPTIONS = {
    factorial = { "levels" }, one = { "levels" }, latin = { "centred" },
    sobol = { "scramble", "skip" }, saltelli = { "scramble", "skip", "second" },
    morris = { "levels", "candidates" }, table = {}, each = {},
}

local NEEDS_N = { latin = true, sobol = true, saltelli = true, morris = true }

local function check(design, kind)
    local allowed, names = {}, {}
    for name in pairs(OPTIONS) do
        names[#names + 1] = name
    end
    if not OPTIONS[kind] then
        error(say("no_design", tostring(kind), table.concat(names, ", ")), 0)
    end
    for _, name in ipairs(OPTIONS[kind]) do
        allowed[name] = true
    end
    for name in pairs(design) do
        if name ~= 1 and not allowed[name] then
            error(say("no_design_option", kind, tostring(name))
                  .. hint(name, allowed), 0)
        end
    end
end

--- A cell of a table: a number, or the number of a value that is none.
local function cell(value, factor, values, i)
    if values then
        for k, known in ipairs(values) do
            if known == value then
                return k
            end
        end
        error(say("no_value", i, factor.name, tostring(value)), 0)
    end
    if type(value) ~= "number" then
        error(say("no_number", i, factor.name), 0)
    end
    return value
end

local function flat(rows, factors, given)
    local cells = {}
    for i, row in ipairs(rows) do
        for k, factor in ipairs(factors) do
            local value = row[factor.name]
            if value == nil then
                value = row[k]
            end
            local of = given[factor.name] or given[k]
            local values = factor.labelled and factor.labelled > 0 and of.values
            cells[#cells + 1] = cell(value, factor, values, i)
        end
    end
    return cells
end

local function rows_of(request, kind)
    if kind == "table" then
        if type(request.table) ~= "table" then
            error(say "no_table", 0)
        end
        return request.table
    end
    if type(request.each) ~= "function" then
        error(say "no_each", 0)
    end
    local rows, most = {}, request.n or math.huge
    while #rows < most do
        local row = request.each()
        if row == nil then
            break
        end
        rows[#rows + 1] = row
    end
    return rows
end

local function text_of(made, order)
    local words = {}
    for _, name in ipairs(order) do
        local value = made[name]
        if value ~= nil then
            if type(value) == "boolean" then
                value = value and "yes" or "no"
            end
            words[#words + 1] = ("%s=%s"):format(name, tostring(value))
        end
    end
    return table.concat(words, " ")
end

local ORDER = { "kind", "n", "seed", "scramble", "skip", "second", "centred",
                "levels", "candidates" }

local function add_rows(made, request, kind, factors)
    local rows = rows_of(request, kind)
    made.kind, made.n = "table", #rows
    made.table = flat(rows, factors, request.factors)
    local words = {}
    for i, number in ipairs(made.table) do
        words[i] = ("%.17g"):format(number)
    end
    return " sha256=" .. ccn.sha256(table.concat(words, " "))
end

--- The design for the engine, and as text.
function designs.of(request, factors)
    local given = request.design or (request.each and "each")
        or (request.table and "table") or "sobol"
    local design = type(given) == "table" and given or { given }
    local kind = design[1]
    check(design, kind)
    local made = { kind = kind, n = request.n, seed = request.seed
                       or ccn.provenance().seed }
    for _, name in ipairs(OPTIONS[kind]) do
        made[name] = design[name]
    end
    if NEEDS_N[kind] and math.type(request.n) ~= "integer" then
        error(say("no_n", kind), 0)
    end
    if kind == "sobol" or kind == "saltelli" then
        made.scramble = design.scramble ~= false
    end
    local more = ""
    if kind == "table" or kind == "each" then
        more = add_rows(made, request, kind, factors)
    end
    return made, text_of(made, ORDER) .. more
end

return designs
