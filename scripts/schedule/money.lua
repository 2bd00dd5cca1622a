--- Sources of money: what comes in when, and what each may pay.
--
-- A source is { source = "province", [2027] = VND, ..., carry = true, share =
-- 0.3, pays = { "infrastructure" }, clusters = { ... }, weight =, name =,
-- article = }:
--
--   carry     what is left serves later years; else it lapses
--   share     of what a phase costs in a year, in the kinds it pays, at most
--   pays      kinds of cost; else all
--   clusters  it pays for these alone
--   weight    of one VND in the goal; 0 if not said
--   article   what the rule rests on; needed with share

local phases  = require "schedule.phases"
local shape   = require "shape"
local wording = require "wording"

local say, key_of = wording.of(require "lang.schedule"), wording.key

local money = {}

--- Which kinds of cost a source pays.  One that no phase has is noted, as it
-- may be misspelt.
local function kinds_of(job, source, name)
    local set, result = {}, {}
    for _, kind in ipairs(source.pays) do
        shape.needed(("budget, %s: pays"):format(name), kind, "text")
        set[kind] = true
    end
    for i, kind in ipairs(job.problem.kinds) do
        result[i] = set[kind] or false
        set[kind] = nil
    end
    for kind in pairs(job.options.budget ~= "plan" and set or {}) do
        job.notes[#job.notes + 1] = say("kind_note", name, kind)
    end
    return result
end

local function budget_of(job, source, name)
    local budget = {}
    for i, year in ipairs(job.years) do
        local amount = source[year] or 0
        local whole = type(amount) == "number" and math.tointeger(amount)
        if not whole or whole < 0 then
            error(say("bad_amount", name, year, shape.shown(amount)), 0)
        end
        budget[i] = whole
    end
    for year in pairs(source) do
        if math.type(year) == "integer"
            and (year < job.years[1] or year > job.years[#job.years]) then
            error(say("budget_year", name, year), 0)
        end
    end
    return budget
end

local function barred_of(job, source, name)
    if not source.clusters then
        return nil
    end
    local may, barred = {}, {}
    for _, cluster in ipairs(source.clusters) do
        phases.check_cluster(job, ("budget, %s: clusters"):format(name),
                             cluster)
        may[key_of(cluster)] = true
    end
    for i, entry in ipairs(job.phases) do
        barred[i] = not (entry.cluster and may[key_of(entry.cluster)])
    end
    return barred
end

local FIELDS = { source = "text", name = "text", carry = "flag",
                 share = "number", pays = "list", clusters = "list",
                 weight = "number", article = "any" }

local function check_source(job, source, name)
    local share = source.share
    if share and (share < 0 or share > 1) then
        error(say("bad_share", name .. ": share", wording.value(share)), 0)
    elseif share and not source.article then
        error(say("no_article", name), 0)
    end
    for _, other in ipairs(job.sources) do
        if other.name == name then
            error(say("source_twice", name), 0)
        end
    end
end

local function add_source(job, source, i)
    shape.check(("budget, %d"):format(i), source, FIELDS, true)
    local name = source.name or source.source
    if type(name) ~= "string" then
        error(say "no_source_name", 0)
    end
    check_source(job, source, name)
    local list = job.problem.sources
    list[#list + 1] = {
        name = name, budget = budget_of(job, source, name),
        carry = source.carry, share = source.share, weight = source.weight,
        kinds = source.pays and kinds_of(job, source, name),
        barred = barred_of(job, source, name),
    }
    job.sources[#job.sources + 1] = { name = name, article = source.article,
                                      share = source.share,
                                      pays = source.pays,
                                      carry = source.carry }
end

-- From the table budget of the plan

local function new_source(sources, key, fields)
    if not sources[key] then
        sources[key] = fields
        sources[#sources + 1] = fields
    end
    return sources[key]
end

--- The years of a line, each with its part; nil and a note: left out.
local function parts_of(job, line, amount)
    local from, to = line.year, line.year_to or line.year
    if from == nil then
        return nil
    elseif to < from then
        error(say("line_years", key_of(line)), 0)
    elseif from == to then
        return { [from] = amount }
    end
    local how = job.unknown:meet("split", key_of(line))
    if how == nil then
        return nil
    elseif how ~= "even" then
        error(say "bad_split", 0)
    end
    local parts, count = {}, to - from + 1
    for i = 1, count do
        parts[from + i - 1] = amount * i // count
            - amount * (i - 1) // count
    end
    return parts
end

local function add_line(job, sources, rules, line)
    local amount = line.amount or job.unknown:meet("amount", key_of(line))
    local source = line.source or amount
        and job.unknown:meet("source", key_of(line))
    local parts = source and parts_of(job, line, amount)
    if not parts then
        job.left_lines[#job.left_lines + 1] = key_of(line)
        return
    end
    local purpose = line.purpose or "all"
    local cluster = line.cluster and key_of(line.cluster)
    local key = table.concat({ source, purpose, cluster or "" }, "\0")
    local rule = rules[source] or {}
    local found = new_source(sources, key, {
        source = source, name = source .. (purpose ~= "all"
            and "/" .. purpose or "") .. (cluster and "/" .. cluster or ""),
        pays = rule.pays or purpose ~= "all" and { purpose } or nil,
        clusters = cluster and { cluster } or nil, share = rule.share,
        carry = rule.carry, article = rule.article, weight = rule.weight })
    for year, part in pairs(parts) do
        if year >= job.years[1] and year <= job.years[#job.years] then
            found[year] = (found[year] or 0) + part
        end
    end
end

--- A rule for a source of which the plan has no line is noted.
local function note_rules(job, sources, rules)
    local has = {}
    for _, source in ipairs(sources) do
        has[source.source] = true
    end
    for name in pairs(rules) do
        if not has[name] then
            job.notes[#job.notes + 1] = say("rule_note", tostring(name))
        end
    end
end

local function any(list, has)
    for _, name in ipairs(list) do
        if has[name] then
            return true
        end
    end
    return false
end

--- Those that may pay for something of the phases at hand; the others, which
-- are for works or clusters not looked at, are noted.
local function useful(job, sources)
    local list, rest, kinds, clusters = {}, {}, {}, {}
    for _, kind in ipairs(job.problem.kinds) do
        kinds[kind] = true
    end
    for _, entry in ipairs(job.phases) do
        clusters[entry.cluster and key_of(entry.cluster) or ""] = true
    end
    for _, source in ipairs(sources) do
        local may = (not source.pays or any(source.pays, kinds))
            and (not source.clusters or any(source.clusters, clusters))
        table.insert(may and list or rest, may and source or source.name)
    end
    if #rest > 0 then
        job.notes[#job.notes + 1] = say("sources_out", table.concat(rest, ", "))
    end
    return list
end

local function from_plan(job, rules)
    local sources = {}
    job.left_lines = {}
    for line in job.plan:budgets() do
        if line.status ~= "need" then
            add_line(job, sources, rules, line)
        end
    end
    note_rules(job, sources, rules)
    if #job.left_lines > 0 then
        job.notes[#job.notes + 1] = say("lines_out", #job.left_lines,
                                        table.concat(job.left_lines, ", "))
    end
    return useful(job, sources)
end

function money.add(job, options)
    local budget = options.budget
    if budget == "plan" then
        budget = from_plan(job, options.rules or {})
    elseif type(budget) ~= "table" or #budget == 0 and next(budget) then
        error(say "no_budget", 0)
    end
    job.problem.sources, job.sources = {}, {}
    for i, source in ipairs(budget) do
        add_source(job, source, i)
    end
end

return money
