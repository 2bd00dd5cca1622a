--- Who stands elsewhere than by another set, and why.
--
--     local found = changes(order, old, against)
--     found[1].key, found[1].before, found[1].rank, found[1].moved
--     found[1].by[1].name, found[1].by[1].points
--
-- by: what each criterion of the first level of either set gave to or took from
-- the score, against the mean of all who are ranked by both, the most telling
-- first.  The points of an entry sum to how its score moved against that mean.
-- Who is ranked by one set alone has before or rank, and the reason.

local Told    = require "rank.told"
local wording = require "wording"

local say    = wording.of(require "lang.drafting")
local number = wording.number
local title  = wording.title

local MOST = 2 -- criteria that a line of the table names

--- The criteria of the first level of two orders, each once.
local function criteria_of(order, old)
    local list, seen = {}, {}
    for _, source in ipairs { order, old } do
        for _, criterion in ipairs(source.tops) do
            if not seen[criterion.name] then
                seen[criterion.name] = true
                list[#list + 1] = criterion
            end
        end
    end
    return list
end

--- By key, the entry of both orders, where there is one.
local function pairs_of(order, old)
    local list = {}
    for _, entry in ipairs(order) do
        list[entry.key] = { now = entry }
    end
    for _, entry in ipairs(old) do
        list[entry.key] = list[entry.key] or {}
        list[entry.key].before = entry
    end
    return list
end

local function gain(pair, name)
    return (pair.now.contributions[name] or 0)
        - (pair.before.contributions[name] or 0)
end

--- The mean gain of each criterion, of those who are ranked by both.
local function means(both, criteria)
    local mean, count = {}, 0
    for _, pair in pairs(both) do
        if pair.now and pair.before then
            count = count + 1
            for _, criterion in ipairs(criteria) do
                local name = criterion.name
                mean[name] = (mean[name] or 0) + gain(pair, name)
            end
        end
    end
    for name, sum in pairs(mean) do
        mean[name] = sum / count
    end
    return mean
end

--- What each criterion gave; those that push the way it went come first.
local function reasons(pair, criteria, mean, moved)
    local list, way = {}, moved > 0 and 1 or -1
    for i, criterion in ipairs(criteria) do
        local name = criterion.name
        list[i] = { name = name, title = title(criterion), at = i,
                    points = gain(pair, name) - mean[name] }
    end
    table.sort(list, function(x, y)
        if x.points ~= y.points then
            return way * x.points > way * y.points
        end
        return x.at < y.at
    end)
    return list
end

local function in_words(by, moved)
    local words = {}
    for i = 1, math.min(MOST, #by) do
        local points = by[i].points
        if points * moved > 0 and math.abs(points) >= 0.0005 then
            words[i] = by[i].title .. " " .. number(points, "%+.3f")
        end
    end
    return #words > 0 and table.concat(words, "; ") or say "others_moved"
end

local function one_of_both(pair, criteria, mean)
    local before, rank = pair.before.rank, pair.now.rank
    if before == rank then
        return nil
    end
    local by = reasons(pair, criteria, mean, before - rank)
    return { key = pair.now.key, before = before, rank = rank,
             moved = before - rank, by = by,
             why = in_words(by, before - rank) }
end

--- Who is kept out by one of the two.
local function one_of_one(key, pair, order, old)
    local entry = (pair.now and old or order):entry(key)
    return { key = key, before = pair.before and pair.before.rank,
             rank = pair.now and pair.now.rank, excluded_by = entry.excluded_by,
             why = say(pair.now and "was_out" or "is_out", entry.reason) }
end

local function farthest_first(x, y)
    local a, b = math.abs(x.moved or math.huge), math.abs(y.moved or math.huge)
    if a ~= b then
        return a > b
    end
    local first, second = x.rank or math.huge, y.rank or math.huge
    return first < second or first == second and x.key < y.key
end

local function told(found, against)
    local rows = {}
    for i, change in ipairs(found) do
        rows[i] = { change.key, change.before, change.rank, change.moved,
                    change.why }
    end
    return Told.make(found, {
        name = "changes", rows = rows,
        lines = { say(#found > 0 and "changes" or "no_changes", title(against),
                      tostring(against.version or "–")) },
        columns = { { title = say "who" },
                    { title = say "before", kind = "number", digits = 0 },
                    { title = say "now", kind = "number", digits = 0 },
                    { title = say "places", kind = "number", digits = 0 },
                    { title = say "because" } },
    })
end

return function(order, old, against)
    local criteria, found = criteria_of(order, old), {}
    local both = pairs_of(order, old)
    local mean = means(both, criteria)
    for key, pair in pairs(both) do
        if pair.now and pair.before then
            found[#found + 1] = one_of_both(pair, criteria, mean)
        else
            found[#found + 1] = one_of_one(key, pair, order, old)
        end
    end
    table.sort(found, farthest_first)
    return told(found, against)
end
