--- What the trigger allows: the plan in force, the action and what is asked of
-- ccn.propose.  All choices here are ours.

local figures = require "figures"
local say     = require "words"
local watch   = require "watch"
local worth   = require "worth"

local replan = {}

local FROM, TO, PHASE = "Đầm Hồng", "Âu Lâu", "Âu Lâu/2"
local OTHER = "Thịnh Hưng"

replan.WAVE = 2030

local UNKNOWN = { land = "leave out", capacity = "leave out",
                  trade = "allow" }

function replan.order(plan)
    local movers = plan:enterprises():where { cluster = FROM, plan = "move" }
    return ccn.rank(movers, require "criteria.relocation")
end

--- Âu Lâu, which the scheme names, and Thịnh Hưng: of those that have land by
-- the record the one where nothing has to be built before somebody moves
-- (scenarios/dam_hong, "Without the extension").
local function clusters(plan)
    return plan:clusters():where(function(c)
        return c.key == TO or c.key == OTHER
    end)
end

local function place(plan)
    return {
        years = { 2028, 2032 }, mode = "strict", unknown = UNKNOWN,
        clusters = clusters(plan), solver = "exact",
    }
end

local function value(world)
    return worth.terms(replan.order(world), TO)
end

--- The plan in force: one wave on the land that is free in 2028, the other
-- when the extension serves, in 2030.  Its industrial share is taken to be that
-- of the cluster.
function replan.in_force(plan)
    local target, phase = plan:cluster(TO), plan:phase(PHASE)
    local share = target.industrial_area / target.total_area
    phase.industrial_area = figures.tenths(phase.total_area * share) / 100000
    local world = plan:fork "schedule"
    world:phase(PHASE).opens = replan.WAVE - 1
    local options = place(world)
    options.years, options.solver = { 2028, replan.WAVE }, nil
    options.clusters = world:clusters():where { key = TO }
    ccn.place(world, replan.order(world), options):apply(plan)
end

--- The year at whose end the extension opens, by what was seen: the lead time
-- of the trigger once more, and as late again as it is.
local function opens(entry)
    local last = entry.states[#entry.states]
    if not last.value then
        error(say("no figure", figures.date(last.cutoff)), 0)
    end
    local year, month = last.cutoff:match "^(%d+)-(%d+)"
    local months = tonumber(year) * 12 + tonumber(month) - 1
        + entry.trigger.lead + math.floor(last.value)
    return months // 12
end

--- A number of futures, or none.
function replan.count(text)
    local n = math.tointeger(tonumber(text))
    if text and (not n or n < 1) then
        error(say("no count", text), 0)
    end
    return n
end

replan.actions = {
    {
        id = "second-wave", trigger = "extension-late",
        en = "the extension is expected after the lead time and as late "
            .. "again as it is; the second wave follows it or goes elsewhere",
        vi = "phần mở rộng dự kiến xong sau thời gian chuẩn bị cộng thêm số "
            .. "tháng đã chậm; đợt hai theo đó hoặc sang nơi khác",
        change = function(world, entry)
            world:phase(PHASE).opens = opens(entry)
        end,
    },
}

--- What is asked of ccn.propose at the cut-off of a period, by the set of
-- triggers that the plan keeps.
function replan.options(plan, period, futures)
    local cutoff = ccn.observations.period(period).due["04"]
    return {
        triggers = ccn.triggers.in_force(plan, "extension", cutoff),
        from = watch.periods[1], to = period, subjects = { TO },
        actions = replan.actions, order = replan.order, place = place,
        value = value, size = worth.size, tax = worth.tax,
        windows = { closed = 2028, published = 2029 }, steps = 400,
        futures = futures and {
            name = "dieu_chinh", n = futures, factors = {
                opens = { values = { 2029, 2030, 2031 },
                          field = { "phase", PHASE, "opens" },
                          note = "ours: each as likely" },
                fill = { 84, 96, unit = "%",
                         field = { "cluster", OTHER, "reported_fill" },
                         note = "ours" },
            },
        },
    }
end

return replan
