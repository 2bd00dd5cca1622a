--- The budget lines of a plan that say what they pay, and what they pay of the
-- cost of an alternative.
--
-- A line pays when it names a cluster, a purpose, a year, a source and an
-- amount and is more than an estimate of need: for infrastructure the phases of
-- its cluster, for relocation those who leave or come to it, for all either.
-- What of it was spent before is not in the plan.

local wording = require "wording"

local key_of, say = wording.key, wording.of(require "lang.propose")

local lines = {}

--- Which kinds of cost a purpose pays.
local PAYS = {
    infrastructure = { phase_cost = true },
    relocation = { moving_cost = true },
    all = { phase_cost = true, moving_cost = true },
}

--- Why a line pays nothing here; nil when it may.
local function why_not(row)
    if row.status == "need" then
        return "line need"
    elseif not row.source then
        return "line source"
    elseif not PAYS[row.purpose] then
        return "line purpose"
    elseif not (row.year and row.amount and row.amount > 0) then
        return "line year"
    end
end

local function line_of(row)
    local why = why_not(row)
    return {
        key = key_of(row), cluster = key_of(row.cluster), why = why,
        kinds = not why and PAYS[row.purpose] or {}, amount = row.amount,
        left = row.amount, from = row.year, to = row.year_to or row.year,
        source = row.source, label = row.source and row:label "source",
        status = row.status and row:label "status",
    }
end

--- The lines for some clusters (a set of keys), those that end first first.
function lines.of(world, clusters)
    local list = {}
    for row in world:budgets() do
        if row.amount and row.cluster and clusters[key_of(row.cluster)] then
            list[#list + 1] = line_of(row)
        end
    end
    table.sort(list, function(a, b)
        local x, y = a.to or math.huge, b.to or math.huge
        return x < y or x == y and a.key < b.key
    end)
    return list
end

--- What the lines pay of an item: { { line =, amount = VND }, ... }, and
-- whether any line says that it pays it.
function lines.pay(list, item)
    local parts, said, rest = {}, false, item.amount
    for _, line in ipairs(list) do
        if line.kinds[item.kind] and item.clusters[line.cluster]
            and item.year >= line.from and item.year <= line.to then
            local amount = math.min(rest, line.left)
            said, rest, line.left = true, rest - amount, line.left - amount
            if amount > 0 then
                parts[#parts + 1] = { line = line, amount = amount }
            end
        end
    end
    return parts, said
end

--- A source with its line: province (investment/383).
function lines.title(line)
    return ("%s (%s)"):format(line.label, line.key)
end

--- A line in words, and why it pays nothing where it does not.
function lines.words(line, amount)
    local years = line.to == line.from and line.from
        or ("%s-%s"):format(line.from, line.to)
    return say("money", line.key, amount, years or "–",
               line.label or say "not settled", line.status or "–",
               say(line.why or "line pays"))
end

return lines
