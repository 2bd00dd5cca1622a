--- The report of a plan as it stands: overview(plan [, options]) -> report.
--
-- Options: criteria (a set; else our draft for relocation), on (a day, whose
-- rules are asked), packs (further packs of rules).  Nothing is placed here:
-- that takes decisions on what is not known, which a script has to state.

local history = require "history"
local wording = require "wording"

local say = wording.of(require "lang.overview")

local function list(selection)
    local rows = {}
    for row in selection do
        rows[#rows + 1] = row
    end
    return rows
end

local function counts(report, plan)
    local rows = {}
    for _, name in ipairs(ccn.tables()) do
        local count = #plan[name .. "s"](plan)
        if count > 0 then
            rows[#rows + 1] = { say(name), name, count }
        end
    end
    report:table { name = "tables", columns = { say "table", say "name",
        { title = say "rows", kind = "number", digits = 0 } }, rows = rows }
end

--- A choice in words, nil where it is not known.
local function known(row, field)
    local text = row:label(field)
    return text ~= "" and text or nil
end

local function clusters(report, plan)
    local rows = {}
    for cluster in plan:clusters() do
        rows[#rows + 1] = {
            cluster.key, known(cluster, "state"), cluster.total_area,
            cluster.industrial_area, cluster.fill_rate,
            cluster.reported_fill, cluster.enterprises,
            cluster.wastewater_plant,
        }
    end
    if #rows == 0 then
        return
    end
    report:section(say "clusters", "clusters")
    report:table { name = "clusters", columns = { say "cluster", say "state",
        { title = say "total", unit = "ha", kind = "number" },
        { title = say "industrial", unit = "ha", kind = "number" },
        { title = say "fill", kind = "percent", digits = 2 },
        { title = say "reported", kind = "percent", digits = 2 },
        { title = say "here", kind = "number", digits = 0 },
        { title = say "plant" } }, rows = rows }
    report:map(plan)
end

--- The moves the plan itself names, as a placement would say them.
local function moves_of(plan)
    local placed, waiting = {}, {}
    for e in plan:enterprises():where { plan = "move" } do
        if e.destination and e.move_year then
            placed[#placed + 1] = { key = e.key, cluster = e.destination,
                                    year = math.tointeger(e.move_year) }
        else
            waiting[#waiting + 1] = { key = e.key, row = e }
        end
    end
    return { placed = placed, waiting = waiting }
end

local function order_of(report, plan, criteria)
    local movers = plan:enterprises():where { plan = "move" }
    if #movers == 0 then
        report:text(say "no movers")
        return
    end
    local done, order = pcall(ccn.rank, movers, criteria)
    if done then
        report:order(order)
    else
        report:text(say("no order", tostring(order)))
    end
end

local function moves(report, plan, criteria)
    report:section(say "moves", "moves")
    order_of(report, plan, criteria)
    local found, rows = moves_of(plan), {}
    for i, move in ipairs(found.placed) do
        rows[i] = { move.key, move.cluster, tostring(move.year) }
    end
    for _, move in ipairs(found.waiting) do
        rows[#rows + 1] = { move.key, move.row.destination,
                            move.row.move_year and
                                tostring(move.row.move_year) or nil }
    end
    if #rows > 0 then
        report:table { name = "planned", title = say "planned",
                       columns = { say "who", say "to", say "year" },
                       rows = rows }
    end
    report:timeline { phases = list(plan:phases()), placement = found }
end

local function scenarios(report, plan)
    local names = plan:scenarios()
    if #names == 0 then
        return
    end
    local plans = { plan }
    report:section(say "scenarios", "scenarios")
    for _, name in ipairs(names) do
        local done, fork = pcall(plan.scenario, plan, name)
        if done then
            plans[#plans + 1] = fork
        else
            report:item(tostring(fork))
        end
    end
    report:compare(ccn.compare(plans))
end

--- What the rules of a day find, and what contradicts itself, in the version
-- of the day.
local function judged(report, plan, options)
    local looked, which = history.looked_at(plan, options.on)
    local findings = ccn.check(looked, { on = options.on,
                                         packs = options.packs })
    local function section(name)
        report:section(say(name), name)
        if which then
            report:text(which)
        end
    end
    if options.on then
        section "rules"
        report:rules(looked, findings, { on = options.on,
                                         packs = options.packs })
    end
    section "faults"
    report:findings(findings)
end

return function(plan, options)
    local report = ccn.report { title = plan:name(), question = say "question",
        answer = say("answer", #plan:clusters(), #plan:enterprises(),
                     #plan:phases(), #plan:budgets()) }
    report:section(say "holds", "tables")
    counts(report, plan)
    clusters(report, plan)
    moves(report, plan, options.criteria or require "criteria.relocation")
    report:section(say "money", "money")
    report:money { plan = plan }
    scenarios(report, plan)
    judged(report, plan, options)
    report:section(say "provenance", "provenance")
    report:provenance()
    return report
end
