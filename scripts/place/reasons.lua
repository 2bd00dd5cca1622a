--- Why someone waits, what would change that, and what another place would
-- cost.  The fields of a move that say so are worked out when they are read.

local resources   = require "place.resources"
local term_limits = require "place.term_limits"
local wording     = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key
local number, money = wording.number, wording.money

local reasons = {}

--- All digits that count: 0.35 for 35000 tenths of a square metre.
local function ha(tenths)
    local text = ("%d.%05d"):format(tenths // 100000, tenths % 100000)
    text = text:gsub("0+$", ""):gsub("%.$", "")
    return ccn.lang() == "vi" and text:gsub("%.", ",") or text
end

--- An amount of a resource, in whole units, as people read it.
function reasons.amount_text(resource, amount)
    if resource.per == 100000 then
        return ha(amount)
    elseif resource.per == 1 then
        return money(amount)
    end
    return number(amount / resource.per, "%.5g")
end

--- What is missing of each resource, in words.
local function short_words(self, found, cluster, add)
    local job = self.job
    for r, resource in ipairs(job.resources) do
        local missing = found.missing[r]
        local hidden = resource.name == "land"
            and job.no_capacity[key_of(cluster)]
        if missing > 0 and not hidden then
            local text = reasons.amount_text(resource, missing)
            add(resources.short(resource, text))
        end
    end
    local kept = job.kept_back[key_of(cluster)]
    if found.missing[1] > 0 and kept then
        add(say("kept_back", ha(kept.area), say(kept.reason)))
    end
end

local function limit_words(self, found, cluster)
    local words, limits = {}, found.limits
    local function add(text)
        words[#words + 1] = text
    end
    if (limits.out or limits.barred) and found.code > 0 then
        add(say(self.job.reasons[found.code]))
    end
    for _, name in ipairs { "pin", "early", "shut", "apart" } do
        if limits[name] then
            add(say(name))
        end
    end
    short_words(self, found, cluster, add)
    return words
end

--- What speaks against an enterprise in a cluster, in its nearest year or in
-- the one of that number.
function reasons.against(self, e, c, t)
    local job = self.job
    local found = wording.engine("why_not", self.handle, e, c, t)
    local cluster = job.clusters[c]
    local missing, limits = {}, found.limits
    for r, resource in ipairs(job.resources) do
        missing[resource.name] = found.missing[r] / resource.per
        limits[resource.name] = found.missing[r] > 0 or nil
    end
    return { cluster = cluster, year = job.years[found.year],
             limits = limits, missing = missing, land = missing.land,
             treatment = missing.wastewater or 0,
             money = missing.budget and math.floor(missing.budget) or 0,
             words = limit_words(self, found, cluster) }
end

local RULES = { "shut", "barred", "early", "apart" }
local RULE = { shut = true, barred = true, apart = true }

local function rule_words(self, kind, change, e, name, year)
    if kind == "barred" then
        local job = self.job
        local bar = job.bars[(e - 1) * #job.clusters + change.cluster]
        return say("change_barred", name, year, say(bar or "bar_company"))
    end
    return say("change_" .. kind, name, year)
end

--- Where a resource is short: in the cluster, or in the group that shares it.
local function where_of(self, resource, c)
    local g = resource.names and resource.group and resource.group[c]
    return key_of(g and resource.names[g] or self.job.clusters[c])
end

local function resource_words(resource, change, name, year)
    local text = reasons.amount_text(resource, change.amount)
    if resource.name == "land" then
        return say("change_land", text, name, year, year - 1)
    elseif resource.name == "budget" then
        return say("change_budget", text, year, name)
    elseif resource.article then
        return say("change_reserve", text, name, year, resource.title)
    elseif resource.title then
        return say("change_other", resource.title, text,
                   wording.unit(resource.unit), name, year)
    end
    return say("change_wastewater", text, name, year)
end

--- What a change costs, by the script's word, is said in VND.
local function change_of(self, change, kind, amount, text)
    local per = (self.options.change_cost or {})[kind]
    local cost = per and per * math.max(amount, RULE[kind] and 1 or 0)
    return { kind = kind, amount = amount, cost = cost,
             text = cost and say("costs", text, money(math.ceil(cost)))
                 or text,
             cluster = self.job.clusters[change.cluster],
             year = self.job.years[change.year] }
end

--- Those whose cost is known first, the cheapest of them first.
local function cheaper(a, b)
    if a.cost ~= b.cost then
        return (a.cost or math.huge) < (b.cost or math.huge)
    end
    return a.place < b.place
end

--- What the engine says would each make room for one who waits, without what a
-- limit of a term does not allow.
local function enough_for(self, e)
    local found = wording.engine("changes", self.handle, e)
    local problem = self.job.problem
    for name, change in pairs(found) do
        if not term_limits.kept(problem, self.amounts, e, change.cluster,
                                change.year) then
            found[name] = nil
        end
    end
    return found
end

--- The changes that would each make room for one who waits.
local function changes_for(self, e)
    local job, list = self.job, {}
    local found = enough_for(self, e)
    for r, resource in ipairs(job.resources) do
        local change = found[r]
        if change then
            local text = resource_words(resource, change,
                                        where_of(self, resource,
                                                 change.cluster),
                                        job.years[change.year])
            local amount = resource.per == 1 and change.amount
                or change.amount / resource.per
            list[#list + 1] = change_of(self, change, resource.name, amount,
                                        text)
        end
    end
    for _, kind in ipairs(RULES) do
        local change = found[kind]
        if change then
            local text = rule_words(self, kind, change, e,
                                    key_of(job.clusters[change.cluster]),
                                    job.years[change.year])
            list[#list + 1] = change_of(self, change, kind, change.amount,
                                        text)
        end
    end
    for i, change in ipairs(list) do
        change.place = i
    end
    table.sort(list, cheaper)
    return list
end

--- The fewest limits, then the least missing land.
local function nearer(a, b)
    if #a.words ~= #b.words then
        return #a.words < #b.words
    end
    return a.land < b.land
end

--- Why one who would fit is left out: the goal, or a limit of one of its
-- terms.
local function unwanted(self)
    for _, term in ipairs(self.job.problem.terms) do
        if term.most then
            return say("unwanted_limit", term.name,
                       number(term.most, "%.6g"))
        end
    end
    return say "unwanted"
end

--- What binds where the first change would make room; else where the fewest
-- limits bind.
local function reason_of(self, e, limits, change)
    local job, nearest = self.job, nil
    if change and change.cluster then
        nearest = reasons.against(self, e,
                                  job.cluster_number[key_of(change.cluster)],
                                  change.year - job.years[1] + 1)
    end
    for _, found in ipairs(nearest and {} or limits) do
        if not nearest or nearer(found, nearest) then
            nearest = found
        end
    end
    return nearest
        and say("at", key_of(nearest.cluster), nearest.year,
                #nearest.words > 0 and table.concat(nearest.words, "; ")
                or unwanted(self))
        or say "nowhere"
end

--- What would have to be otherwise for one who is not looked at at all; whether
-- there is room then is not known.
local function change_of_out(self, out)
    if out == "out_excluded" then
        return { kind = "exclude", text = say "change_exclude" }
    elseif out == "out_late" then
        local last = self.job.years[#self.job.years]
        return { kind = "early", year = last, text = say("change_late", last) }
    end
    return { kind = "know", text = say "change_know" }
end

--- Those who move with it, whose needs count in what is short.
local function with_mates(self, e)
    local keys = {}
    for i, m in ipairs(term_limits.mates(self.job.problem, e)) do
        keys[i - 1] = key_of(self.job.enterprises[m])
    end
    return #keys > 0 and say("with_mates", table.concat(keys, ", ")) or ""
end

--- Fill in the reasons of one who waits.
local function explain(self, move, e)
    local out = self.job.out[e]
    move.limits, move.changes = {}, {}
    if out then
        move.reason = say(out)
        move.changes[1] = change_of_out(self, out)
    else
        move.changes = changes_for(self, e)
        for c in ipairs(self.job.clusters) do
            move.limits[c] = reasons.against(self, e, c)
        end
        move.reason = reason_of(self, e, move.limits, move.changes[1])
            .. with_mates(self, e)
    end
    move.change = move.changes[1]
end

local LAZY = { limits = true, changes = true, reason = true, change = true }

--- A move of one who waits.
function reasons.of_waiting(self, move, e)
    local explained = false
    return setmetatable(move, { __index = function(_, field)
        if not LAZY[field] or explained then
            return nil
        end
        explained = true
        explain(self, move, e)
        return rawget(move, field)
    end })
end

local function other_of(self, e)
    local found = wording.engine("other", self.handle, e)
    if not found then
        return nil
    end
    local cluster = self.job.clusters[found.cluster]
    local year = self.job.years[found.year]
    return { cluster = cluster, year = year, loss = found.loss,
             text = say("other", key_of(cluster), year,
                        number(found.loss, "%.6g")) }
end

--- Where it would rather be, and what binds there; nil when it has that.
local function wish_of(self, e)
    local found = wording.engine("wish", self.handle, e)
    if not found or found.gain <= 1e-9 then
        return nil
    end
    local wish = reasons.against(self, e, found.cluster, found.year)
    wish.gain = found.gain
    wish.text = say("wish", key_of(wish.cluster), wish.year,
                    number(found.gain, "%.6g"), #wish.words > 0
                        and table.concat(wish.words, "; ")
                        or say "wish_free")
    return wish
end

local ASKED = { other = other_of, wish = wish_of }

--- A move of one who is placed: other and wish are asked for when they are
-- read.
function reasons.of_placed(self, move, e)
    local asked = {}
    return setmetatable(move, { __index = function(_, field)
        if not ASKED[field] or asked[field] then
            return nil
        end
        asked[field] = true
        move[field] = ASKED[field](self, e)
        return rawget(move, field)
    end })
end

return reasons
