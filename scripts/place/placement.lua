--- The placement that ccn.place gives.
--
--     for i, move in ipairs(placement) do print(move.key, move.cluster) end
--     placement.placed, placement.waiting      --> lists of the same moves
--     print(placement:why_not("DH14", "Báo Đáp"))
--     placement:apply(plan)       -- destination and move_year of who is placed
--     placement:print()
--
-- A move has row, key, cluster (row), year, land (ha) and cost, in the order
-- of priority; who waits has no cluster but reason (text), limits (for each
-- cluster what binds), changes (each enough by itself) and change (the first
-- of them).  placement.excluded are those whom the order excludes.  Areas are
-- in ha, treatment in m³/day, money in VND.

local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key
local number, money = wording.number, wording.money

local Placement = {}
Placement.__index = Placement

--- All digits that count: 0.35 for 35000 tenths of a square metre.
local function ha(tenths)
    local text = ("%d.%05d"):format(tenths // 100000, tenths % 100000)
    text = text:gsub("0+$", ""):gsub("%.$", "")
    return ccn.lang() == "vi" and text:gsub("%.", ",") or text
end

local function m3(litres)
    return number(litres / 1000, "%.5g")
end

--- What binds, as data with the words of it.
local function limit_words(self, found, cluster)
    local words = {}
    local function add(flag, text)
        if flag then
            words[#words + 1] = text
        end
    end
    local limits = found.limits
    add(limits.out or limits.barred,
        found.code > 0 and say(self.job.reasons[found.code]))
    add(limits.pin, say "pin")
    add(limits.early, say "early")
    add(limits.shut, say "shut")
    add(limits.land and not self.job.no_capacity[key_of(cluster)],
        say("short_land", ha(found.land)))
    add(limits.wastewater, say("short_treatment", m3(found.treatment)))
    add(limits.budget, say("short_money", money(found.money)))
    local kept = self.job.kept_back[key_of(cluster)]
    if limits.land and kept then
        add(true, say("kept_back", ha(kept.area), say(kept.reason)))
    end
    return words
end

--- What speaks against an enterprise in a cluster, in its nearest year.
local function against(self, e, c)
    local found = wording.engine("why_not", self.handle, e, c)
    local cluster = self.job.clusters[c]
    return { cluster = cluster, year = self.job.years[found.year],
             limits = found.limits, land = found.land / 100000,
             treatment = found.treatment / 1000, money = found.money,
             words = limit_words(self, found, cluster) }
end

local function find(index, who, text)
    local key = wording.key(who)
    return index[key] or error(say(text, key), 0)
end

local function why_not(self, enterprise, cluster)
    local e = find(self.job.number_of, enterprise, "not_moving")
    local c = find(self.job.cluster_number, cluster, "no_cluster")
    local key, name = wording.key(enterprise), wording.key(cluster)
    local move = self.by_key[key]
    if move.cluster and key_of(move.cluster) == name then
        return say("there", key, name, move.year)
    elseif self.job.out[e] then
        return say(self.job.out[e])
    end
    local found = against(self, e, c)
    if #found.words == 0 then
        return say("fits", name, found.year)
    end
    return say("at", name, found.year, table.concat(found.words, "; "))
end

--- Why an enterprise is not in a cluster, in words, everyone else staying
-- where they are.
function Placement:why_not(enterprise, cluster)
    local text = wording.run(why_not, self, enterprise, cluster)
    return text
end

local KINDS = { "land", "wastewater", "budget", "shut", "barred" }

local function change_words(self, kind, change, e)
    local cluster = self.job.clusters[change.cluster]
    local name, year = key_of(cluster), self.job.years[change.year]
    if kind == "land" then
        return say("change_land", ha(change.amount), name, year, year - 1)
    elseif kind == "wastewater" then
        return say("change_wastewater", m3(change.amount), name, year)
    elseif kind == "budget" then
        return say("change_budget", money(change.amount), year, name)
    elseif kind == "shut" then
        return say("change_shut", name, year)
    end
    local bar = self.job.bars[(e - 1) * #self.job.clusters + change.cluster]
    return say("change_barred", name, year, say(bar))
end

--- The changes that would each make room for one who waits.
local function changes_for(self, e)
    local found = wording.engine("changes", self.handle, e)
    local list = {}
    for _, kind in ipairs(KINDS) do
        local change = found[kind]
        if change then
            list[#list + 1] = {
                kind = kind, cluster = self.job.clusters[change.cluster],
                year = self.job.years[change.year],
                amount = kind == "land" and change.amount / 100000
                    or kind == "wastewater" and change.amount / 1000
                    or change.amount,
                text = change_words(self, kind, change, e),
            }
        end
    end
    return list
end

--- The fewest limits, then the least missing land.
local function nearer(a, b)
    if #a.words ~= #b.words then
        return #a.words < #b.words
    end
    return a.land < b.land
end

local function explain(self, move, e)
    local out = self.job.out[e]
    if out then
        move.reason, move.limits = say(out), {}
        move.changes = { { kind = "know", text = say "change_know" } }
        if out == "out_excluded" or out == "out_late" then
            move.changes = {}
        end
        return
    end
    move.limits, move.changes = {}, changes_for(self, e)
    local nearest
    for c in ipairs(self.job.clusters) do
        local found = against(self, e, c)
        move.limits[c] = found
        if not nearest or nearer(found, nearest) then
            nearest = found
        end
    end
    move.reason = nearest
        and say("at", key_of(nearest.cluster), nearest.year,
                #nearest.words > 0 and table.concat(nearest.words, "; ")
                or say "unwanted")
        or say "nobody"
end

local function move_of(self, result, e)
    local job = self.job
    local row = job.enterprises[e]
    local move = { row = row, key = key_of(row) }
    local land, cost = job.problem.land[e], job.problem.cost
    if result.cluster[e] > 0 then
        move.cluster = job.clusters[result.cluster[e]]
        move.year = job.years[result.year[e]]
        move.land = land / 100000
        move.cost = cost and cost[e]
        table.insert(self.placed, move)
    else
        table.insert(self.waiting, move)
    end
    return move
end

--- The placement of a handle of the engine.
function Placement.make(handle, job, options)
    local result = wording.engine("placed", handle)
    local self = setmetatable({ handle = handle, job = job, placed = {},
                                waiting = {}, by_key = {}, terms = {},
                                mode = options.mode, total = result.total,
                                bound = result.bound }, Placement)
    for e in ipairs(job.enterprises) do
        local move = move_of(self, result, e)
        self[e], self.by_key[move.key] = move, move
        if not move.cluster then
            explain(self, move, e)
            move.change = move.changes[1]
        end
    end
    for k, term in ipairs(job.problem.terms) do
        self.terms[k] = { name = term.name, weight = term.weight,
                          total = result.terms[k] }
    end
    return self
end

--- Write where and when into a plan.
function Placement:apply(plan)
    for _, move in ipairs(self.placed) do
        local row = plan:enterprise(move.key)
        row.destination = key_of(move.cluster)
        row.move_year = move.year
    end
end

--- The moves by year: { { year =, count =, land = }, ... }.
function Placement:waves()
    local waves = {}
    for t, year in ipairs(self.job.years) do
        waves[t] = { year = year, count = 0, tenths = 0 }
    end
    for _, move in ipairs(self.placed) do
        local wave = waves[move.year - self.job.years[1] + 1]
        wave.count = wave.count + 1
        wave.tenths = wave.tenths + math.floor(move.land * 100000 + 0.5)
    end
    for _, wave in ipairs(waves) do
        wave.land = wave.tenths / 100000
    end
    return waves
end

Placement.__tostring = function(self)
    return require "place.text" (self)
end

function Placement:print()
    print(tostring(self))
end

return Placement
