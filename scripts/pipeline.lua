--- An experiment that runs without Lua: order, works, strict placement,
-- indicators.
-- ccn.pipeline(request) -> what ccn.sweep takes as run.
--
--     run = ccn.pipeline {
--         plan = close, order = order, options = { years = { 2027, 2030 },
--                                                  mode = "strict", ... },
--         effects = {
--             delay = { { phase = "Âu Lâu/2", opens = "add" },
--                       { cluster = "Âu Lâu", shut = "add" } },
--             fill  = { { cluster = "Âu Lâu", fill = "set" } },
--             cost  = { { need = "budget", by = "times" } },
--             money = { { supply = "budget", by = "times", year = 2028 } },
--             jobs  = { { weight = "jobs", by = "set" } },
--         },
--         outputs = { "placed", "left", "last_year",
--                     { name = "spent", is = "used budget", unit = "VND" } },
--     }
--
-- plan, order and options are those of ccn.place; they make the base from which
-- every experiment starts.  An effect says which figure of it a factor changes
-- ("set" to its value, "add" or "times"):
--
--   phase, opens      the year in which a phase opens
--   phase, land       the industrial land it brings, ha
--   cluster, free     land that is free at the start, ha
--   cluster, fill     its fill rate in %, "set": free land is what that leaves
--   cluster, shut     "add": years for which nobody may move there besides
--   need, by          what enterprises need of a resource (enterprise = key)
--   supply, by        what there is of it (cluster = key, year =)
--   earliest          the first year of the enterprises (enterprise = key)
--   weight, by        of a criterion; the order is made anew
--   source, by        money of a source for works (year =)
--   cost_of, by       what the works of a phase cost, or of "all"
--   starts, by        the first year in which a phase, or "all", may open
--
-- scale = multiplies the value first.  Effects take place in the order of the
-- factors and of their lists.
--
-- With schedule = options of ccn.schedule the works are built first: phases
-- open when the schedule says and bring their land; opens = "add" makes them
-- later than that.
--
-- Outputs: placed, left, done (1 when none is left, else 0), last_year, waited,
-- total, "used NAME" and "wanted NAME" of a resource in its unit; behind placed
-- and used a year may stand.  Of works: opened (how many phases), "opens
-- PHASE", paid, "paid SOURCE".  Whatever else depends on a factor (a rule that
-- looks at a phase) is not changed by it: then the experiment is a function.

local figures = require "figures"
local job_of  = require "place.job"
local shape   = require "shape"
local wording = require "wording"
local works   = require "pipeline.works"

local say, key_of = wording.of(require "lang.sweep"), wording.key

local Pipeline = { works = false }
Pipeline.__index = Pipeline

local function index_of(list, wanted, kind)
    for i, entry in ipairs(list) do
        local name = type(entry) == "table" and entry.name or key_of(entry)
        if name == wanted then
            return i
        end
    end
    error(say("pipeline_unknown", kind, tostring(wanted)), 0)
end

--- The land of clusters as the engine takes it, and where phases are in it.
local function ground_of(job)
    local ground, place, opening = {}, {}, {}
    local count = 0
    for c, cluster in ipairs(job.clusters) do
        local land = job.ground[key_of(cluster)]
        if land then
            ground[#ground + 1] = { cluster = c, free = land.free,
                                    opens = land.opens, areas = land.areas }
            place[key_of(cluster)] = #ground
            for _, phase in ipairs(land.phases) do
                count = count + 1
                opening[phase] = count
            end
        end
    end
    return ground, place, opening
end

local OPS = { set = true, add = true, times = true }

local function op_of(op, name)
    if not OPS[op] then
        error(say("pipeline_op", name, tostring(op)), 0)
    end
    return op
end

--- What stands in a unit of people becomes the whole unit of the engine; a
-- factor to multiply by has none.
local function scaled(effect, per)
    effect.scale = effect.op == "times" and 1 or per
    return effect
end

local HA = 100000 -- tenths of a square metre

local make = {}

function make.phase(self, given, name)
    local at = self.opening[given.phase]
        or error(say("pipeline_unknown", "phase", tostring(given.phase)), 0)
    if given.opens then
        return { target = "opens", at = at, op = op_of(given.opens, name) }
    end
    return scaled({ target = "area", at = at, op = op_of(given.land, name) },
                  HA)
end

function make.cluster(self, given, name)
    local key = given.cluster
    local c = index_of(self.job.clusters, key, "cluster")
    if given.shut then
        return { target = "shut", at = c, op = op_of(given.shut, name) }
    end
    local at = self.place[key]
        or error(say("pipeline_no_land", tostring(key)), 0)
    if not given.fill then
        return scaled({ target = "free", at = at,
                        op = op_of(given.free, name) }, HA)
    end
    local industrial = figures.tenths(self.job.clusters[c].industrial_area)
    return { target = "free", at = at, op = op_of(given.fill, name),
             scale = -industrial / 100, offset = industrial }
end

function make.need(self, given, name)
    local r = index_of(self.names, given.need, "resource")
    local of = given.enterprise and index_of(self.job.enterprises,
                                             given.enterprise, "enterprise")
    return scaled({ target = "need", at = r, of = of,
                    op = op_of(given.by, name) }, self.job.resources[r].per)
end

local function group_of(self, resource, key)
    local c = key and index_of(self.job.clusters, key, "cluster")
    return c and (resource.group and resource.group[c] or c)
end

function make.supply(self, given, name)
    local r = index_of(self.names, given.supply, "resource")
    local resource = self.job.resources[r]
    return scaled({ target = "supply", at = r,
                    of = group_of(self, resource, given.cluster),
                    year = given.year and self:year(given.year),
                    op = op_of(given.by, name) }, resource.per)
end

function make.earliest(self, given, name)
    local of = given.enterprise and index_of(self.job.enterprises,
                                             given.enterprise, "enterprise")
    return { target = "earliest", at = 1, of = of,
             op = op_of(given.earliest, name) }
end

function make.weight(self, given, name)
    local criteria = self.order.criteria
        or error(say "pipeline_no_order", 0)
    self.ranked = true
    return { target = "weight", at = index_of(criteria, given.weight,
                                              "criterion"),
             op = op_of(given.by, name) }
end

local KINDS = { "phase", "need", "supply", "earliest", "weight", "cluster" }

local function effect_of(self, given, name)
    for _, kind in ipairs(KINDS) do
        if given[kind] ~= nil then
            return make[kind](self, given, name)
        end
    end
    for kind, effect in pairs(works.effects) do
        if given[kind] ~= nil then
            op_of(given.by, name)
            return effect(self.works, given, name)
        end
    end
    error(say("pipeline_no_effect", name), 0)
end

--- The number of a year of the placement.
function Pipeline:year(year)
    local number = year - self.job.years[1] + 1
    if math.type(year) ~= "integer" or not self.job.years[number] then
        error(say("pipeline_no_year", tostring(year)), 0)
    end
    return number
end

local INDICATORS = { placed = "placed", left = "left", done = "done",
                     last_year = "last",
                     waited = "waited", total = "total", used = "used",
                     wanted = "wanted" }

--- "used budget 2028" as the engine takes it.
function Pipeline:indicator(text)
    local words, of_works = {}, works.indicator(self.works, text)
    if of_works then
        return of_works
    end
    for word in text:gmatch "%S+" do
        words[#words + 1] = word
    end
    local kind = INDICATORS[words[1]]
        or error(say("pipeline_no_output", text), 0)
    local made = { kind = kind }
    if kind == "used" or kind == "wanted" then
        made.resource = index_of(self.names, words[2], "resource")
        made.scale = 1 / self.job.resources[made.resource].per
    end
    local last = words[#words]
    if #words > 1 and last:find "^%d%d%d%d$" then
        made.year = self:year(math.tointeger(tonumber(last)))
    end
    return made
end

--- Which enterprise each alternative of the order is.
local function enterprises_of(self)
    local number, list = {}, {}
    for e, enterprise in ipairs(self.job.enterprises) do
        number[key_of(enterprise)] = e
    end
    local keys = self.order.problem.keys
    for i = 1, #keys do
        list[i] = number[keys[i]] or false
    end
    return list
end

--- For the factors and outputs of a sweep: the userdata that runs.
function Pipeline:made_for(factors, outputs)
    local spec = { factors = #factors, land = 1, ground = self.ground,
                   effects = {}, indicators = {} }
    self.ranked = false
    local seen = {}
    for i, factor in ipairs(factors) do
        seen[factor.name] = true
        for _, given in ipairs(self.effects[factor.name] or {}) do
            local effect = effect_of(self, given, factor.name)
            effect.factor = i
            effect.scale = (effect.scale or 1) * (given.scale or 1)
            spec.effects[#spec.effects + 1] = effect
        end
    end
    for name in pairs(self.effects) do
        if not seen[name] then
            error(say("pipeline_no_factor", name), 0)
        end
    end
    for i, name in ipairs(outputs) do
        spec.indicators[i] = self:indicator(self.is[name] or name)
    end
    if self.ranked then
        spec.ranking = self.order.result
        spec.enterprise = enterprises_of(self)
    end
    if not self.terms then
        spec.priority = { 1, 1 }
    end
    if self.works then
        works.add(self.works, spec, self.opening)
    end
    return wording.engine("pipeline", self.job.problem, spec)
end

local function outputs_of(list)
    local is = {}
    for _, output in ipairs(list or {}) do
        if type(output) == "table" then
            is[output.name] = output.is
        end
    end
    return is
end

local REQUEST = { plan = "plan", order = "rows", options = "table",
                  effects = "table", outputs = "list", schedule = "table" }

local function pipeline(request)
    shape.check("pipeline", request, REQUEST)
    shape.needed("pipeline: plan", request.plan, "plan")
    shape.needed("pipeline: options", request.options, "table")
    local options = request.options or {}
    if options.mode ~= "strict" then
        error(say "pipeline_strict", 0)
    end
    local self = setmetatable({ effects = request.effects or {},
                                order = request.order,
                                terms = options.terms,
                                outputs = request.outputs }, Pipeline)
    local plan = request.plan
    if request.schedule then
        self.works, plan = works.begin(plan, request.schedule)
    end
    self.job = job_of(plan, request.order, options)
    self.ground, self.place, self.opening = ground_of(self.job)
    self.is, self.names = outputs_of(request.outputs), {}
    for i, resource in ipairs(self.job.resources) do
        self.names[i] = resource.name
    end
    return self
end

return function(request)
    local made = wording.run(pipeline, request)
    return made
end
