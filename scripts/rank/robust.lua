--- How sure an order is.  Each answer has its data, and is a table and a text
-- (rank/told.lua).
--
--     order:stability { top = 3 }       how far each weight can go
--     order:dethrone()                  the smallest change for another first
--     order:dominated()                 who is worse than one other throughout
--     order:reversals()                 what turns when one comes or goes
--     order:acceptability { samples = 10000, seed = 1 }

local Told      = require "rank.told"
local uncertain = require "rank.uncertain"
local shape     = require "shape"
local wording   = require "wording"

local say, title = wording.of(require "lang.robust"), wording.title
local number, key_of = wording.number, wording.key

local robust = {}

--- Ask the engine; its error says no line of the library.
local function ask(order, what, ...)
    local done, answer = pcall(order.result[what], order.result, ...)
    if not done then
        error(answer, 0)
    end
    return answer
end

local function key_at(order, i)
    return key_of(order.rows:row(i))
end

local function keys_at(order, pair)
    return pair and { key_at(order, pair[1]), key_at(order, pair[2]) }
end

--- Where a weight of the first place's or of the whole order's interval ends,
-- who passes whom.
local function passes(stay)
    local words = {}
    if stay.at_low then
        words[1] = say("below", stay.at_low[2], stay.at_low[1])
    end
    if stay.at_high then
        words[#words + 1] = say("above", stay.at_high[2], stay.at_high[1])
    end
    return table.concat(words, "; ")
end

local KINDS = { "ranking", "winner", "top" }

local function stability_columns(top)
    local columns = { { title = say "criterion" },
                      { title = say "weight", kind = "percent", digits = 1 } }
    for _, text in ipairs { say "order_from", say "first_from",
                            say("top_from", top) } do
        columns[#columns + 1] = { title = text, kind = "percent", digits = 1 }
        columns[#columns + 1] = { title = say "to", kind = "percent",
                                  digits = 1 }
    end
    columns[#columns + 1] = { title = say "changes", page = true }
    return columns
end

local function stability_row(entry)
    local row = { title(entry.criterion), 100 * entry.weight }
    for _, kind in ipairs(KINDS) do
        row[#row + 1] = 100 * entry[kind].low
        row[#row + 1] = 100 * entry[kind].high
    end
    row[#row + 1] = passes(entry.ranking)
    return row
end

local function stability(order, options)
    local top = options and options.top or 3
    local found = ask(order, "stability", top)
    local rows, notes, whole = {}, {}, false
    for j, entry in ipairs(found) do
        entry.criterion = order.criteria[j]
        entry.name = entry.criterion.name
        for _, kind in ipairs(KINDS) do
            entry[kind].at_low = keys_at(order, entry[kind].at_low)
            entry[kind].at_high = keys_at(order, entry[kind].at_high)
        end
        found[entry.name] = entry
        whole = whole or entry.weight >= 1
        rows[j] = stability_row(entry)
    end
    found.exact = order.method == "sum"
    notes[1] = not found.exact and say "searched" or nil
    notes[#notes + 1] = whole and say "only_weight" or nil
    return Told.make(found, { name = "stability", lines = { say "stability" },
                              columns = stability_columns(top), rows = rows,
                              notes = notes })
end

local function share_text(share)
    return number(100 * share, "%.3g") .. " %"
end

local function dethrone_rows(order, found)
    local rows, total = {}, 0
    for _, criterion in ipairs(order.criteria) do
        total = total + criterion.weight
    end
    for j, criterion in ipairs(order.criteria) do
        local now, after = criterion.weight / total, found.weights[j]
        found.weights[criterion.name] = after
        rows[j] = { title(criterion), 100 * now, 100 * after,
                    100 * (after - now) }
    end
    return rows
end

local function dethrone(order)
    local found = ask(order, "dethrone")
    found.first = found.first and key_at(order, found.first)
    found.who = found.who and key_at(order, found.who)
    local line = say "alone"
    if found.who and found.moved == 0 then
        line = say("tied_first", found.first, found.who)
    elseif found.who then
        line = say("dethroned", found.first, found.who,
                   share_text(found.moved))
    elseif #order > 1 then
        line = say("never", found.first)
    end
    local columns = { { title = say "criterion" } }
    for _, name in ipairs { "now", "after", "change" } do
        columns[#columns + 1] = { title = say(name), kind = "percent",
                                  digits = 1 }
    end
    local moves = found.who and found.moved > 0
    return Told.make(found, { name = "dethrone", lines = { line },
                              columns = columns,
                              rows = moves and dethrone_rows(order, found)
                                  or {} })
end

local function dominated(order)
    local found, places, rows = ask(order, "dominated"), {}, {}
    for place = 1, #order do
        places[order.result:at(place)] = place
    end
    table.sort(found, function(a, b)
        return places[a[1]] < places[b[1]]
    end)
    for i, pair in ipairs(found) do
        local keys = keys_at(order, pair)
        found[i] = { who = keys[1], by = keys[2] }
        found[keys[1]] = keys[2]
        rows[i] = keys
    end
    return Told.make(found, {
        name = "dominated", rows = rows,
        lines = { #rows > 0 and say "dominated" or say "nobody_dominated" },
        columns = { { title = say "who" }, { title = say "by" } },
    })
end

local TRIAL = { ["left out"] = "left_out", copy = "copy", worse = "worse" }

local function reversal_row(trial)
    local pair = trial.pair
    return { say(TRIAL[trial.kind], trial.who), trial.turned,
             pair and say("pair", pair[2], pair[1]) or nil,
             say(trial.first_changed and "yes" or "no") }
end

local function reversals(order)
    local found, rows = ask(order, "reversals"), {}
    for i, trial in ipairs(found) do
        trial.who, trial.pair = key_at(order, trial.who),
            keys_at(order, trial.pair)
        rows[i] = reversal_row(trial)
    end
    local line = #found > 0 and say("reversals", #found, found.trials)
        or say("no_reversal", found.trials)
    return Told.make(found, {
        name = "reversals", lines = { line }, rows = rows,
        columns = { { title = say "trial" },
                    { title = say "turned", kind = "number", digits = 0 },
                    { title = say "example" }, { title = say "new_first" } },
    })
end

--- Acceptability: of each entry the shares of ranks, its central weights and
-- how sure it is first with them.

local function sum_of(list, last)
    local sum = 0
    for i = 1, math.min(last, #list) do
        sum = sum + list[i]
    end
    return sum
end

local function standard_error(share, samples)
    return samples > 0 and (share * (1 - share) / samples) ^ 0.5 or 0
end

local function entries_of(order, answer, top)
    local entries = {}
    for k = 1, #order do
        local shares, centre = answer.shares[k], answer.centres[k] or nil
        local entry = { key = key_at(order, order.result:at(k)),
                        shares = shares, first = shares[1],
                        error = standard_error(shares[1], answer.samples),
                        best = top <= #shares and sum_of(shares, top) or nil,
                        mean_rank = answer.mean_rank[k],
                        confidence = answer.confidence[k] or nil }
        for j, criterion in ipairs(centre and order.criteria or {}) do
            entry.centre = entry.centre or {}
            entry.centre[criterion.name] = centre[j]
        end
        entries[k] = entry
        entries[entry.key] = entry
    end
    return entries
end

local function percent(text, digits)
    return { title = text, kind = "percent", digits = digits }
end

local function acceptability_rows(entries)
    local rows = {}
    for k, entry in ipairs(entries) do
        rows[k] = { k, entry.key, 100 * entry.first, 100 * entry.error,
                    entry.best and 100 * entry.best, entry.mean_rank,
                    entry.confidence and 100 * entry.confidence }
    end
    return rows
end

--- The share of each rank of each entry, one column a rank.
local function ranks_told(self)
    local columns, rows = { { title = say "who" } }, {}
    for r = 1, self.ranks do
        local last = r == self.ranks and r < #self
        columns[r + 1] = percent(last and say("beyond", r) or tostring(r), 1)
    end
    for k, entry in ipairs(self) do
        rows[k] = { entry.key }
        for r, share in ipairs(entry.shares) do
            rows[k][r + 1] = 100 * share
        end
    end
    return Told.make({}, { name = "ranks", lines = { say "ranks" },
                           columns = columns, rows = rows })
end

--- The central weights of those that are first at times.
local function centres_told(self, criteria)
    local columns, rows = { { title = say "who" } }, {}
    for _, criterion in ipairs(criteria) do
        columns[#columns + 1] = percent(title(criterion), 1)
    end
    for _, entry in ipairs(self) do
        if entry.centre then
            local row = { entry.key }
            for j, criterion in ipairs(criteria) do
                row[j + 1] = 100 * entry.centre[criterion.name]
            end
            rows[#rows + 1] = row
        end
    end
    return Told.make({}, { name = "centres", lines = { say "centres" },
                           columns = columns, rows = rows })
end

local function acceptability(order, options)
    options = options or {}
    local asked, words = uncertain.ask(order, options)
    local answer, top = ask(order, "acceptability", asked), options.top or 3
    local found = entries_of(order, answer, top)
    found.samples, found.exact = answer.samples, answer.exact
    found.ranks, found.seed = answer.ranks, asked.seed
    local notes = { answer.exact and say "exact"
        or say("drawn", answer.samples, asked.seed) }
    notes[2] = words and say("constrained", words) or nil
    local told = Told.make(found, {
        name = "acceptability", notes = notes,
        lines = { say("acceptability", #asked.spreads > 0
                      and say "and_values" or "") },
        columns = { { title = say "rank", kind = "number", digits = 0 },
                    { title = say "who" }, percent(say "first", 1),
                    percent(say "error", 1), percent(say("best", top), 1),
                    { title = say "mean_rank", kind = "number", digits = 2 },
                    percent(say "confidence", 0) },
        rows = acceptability_rows(found),
    })
    told.by_rank, told.centres = ranks_told(told),
        centres_told(told, order.criteria)
    return told
end

for name, method in pairs { stability = stability, dethrone = dethrone,
                            dominated = dominated, reversals = reversals,
                            acceptability = acceptability } do
    robust[name] = function(order, options)
        wording.run(shape.value, name .. ": options", options, "table")
        local told = wording.run(method, order, options)
        return told
    end
end

return robust
