--- States of triggers as they were recorded at a cut-off: rows of the table
-- firing, and whether they still follow from what the plan holds.
--
--     ccn.triggers.record(plan, { on = "2028-07-01", as = "SCT:NVA" })
--     firings.wrong(plan, row, plan)      -- nil, or what does not follow

local evaluate = require "triggers.evaluate"
local figures  = require "figures"
local forms    = require "observations.forms"
local names    = require "names"
local series   = require "triggers.series"
local store    = require "triggers.store"
local wording  = require "wording"

local say = wording.of(require "lang.triggers")

local firings = {}

--- The sets in force on a day with their states at the last cut-off before it:
-- { row =, set =, from =, period =, found = }.  subjects: keys, if not all.
function firings.states(plan, on, subjects)
    local list, first = {}, series.span(plan)
    local last = forms.last_due("04", on)
    if not first or last.to < first.to then
        return list
    end
    for _, one in ipairs(store.all_in_force(plan, last.due["04"])) do
        one.from, one.period = first.name, last.name
        one.found = evaluate(plan, one.set, {
            from = first.name, to = last.name, on = last.due["04"],
            subjects = subjects })
        list[#list + 1] = one
    end
    return list
end

local function key_of(row, entry, period)
    return ("%s/%s/%s/%s"):format(row.key, entry.trigger.id, entry.subject,
                                  period)
end

--- The firing of an entry that is recorded, or nil.
function firings.of(plan, one, entry)
    return plan:firing(key_of(one.row, entry, one.period))
end

--- The row that an entry makes.
local function row_of(one, entry)
    local last = entry.states[#entry.states]
    return {
        key = key_of(one.row, entry, one.period), set = one.row.key,
        trigger = entry.trigger.id, subject = entry.subject,
        from = one.from, period = one.period, day = last.cutoff,
        state = entry.state, since = entry.since, value = entry.value,
        observations = last.observations,
    }
end

--- Add what is fired or watched at the last cut-off, unless it is recorded
-- already; how many.
function firings.add(plan, on, subjects)
    local count = 0
    for _, one in ipairs(firings.states(plan, on, subjects)) do
        for _, entry in ipairs(one.found) do
            if entry.state ~= "quiet" and not firings.of(plan, one, entry) then
                plan:add("firing", row_of(one, entry))
                count = count + 1
            end
        end
    end
    return count
end

local function check(options)
    names.only("ccn.triggers.record", options, { "on", "as", "title",
                                                 "subjects" })
    if not options.on then
        error(say "no day", 0)
    end
end

--- Records what is fired or watched at the last cut-off before a day as a
-- version of kind record; how many, and the number of the version.
function firings.record(plan, options)
    check(options)
    local title = options.title or say("record title",
                                       figures.date(options.on))
    local fork = plan:fork(title)
    local count = firings.add(fork, options.on, options.subjects)
    if count == 0 then
        return 0
    end
    return count, plan:record(fork, { as = options.as, on = options.on,
                                      title = title })
end

-- Verifying

local COMPARED = { "day", "state", "since", "value" }

local function joined(keys)
    local list = table.move(keys or {}, 1, #(keys or {}), 1, {})
    table.sort(list)
    return #list > 0 and table.concat(list, ", ") or "–"
end

--- The first field in which a row is not as it should be: name, was, is.
local function first_difference(row, made)
    for _, field in ipairs(COMPARED) do
        if row[field] ~= made[field] then
            return field, wording.value(row[field]), wording.value(made[field])
        end
    end
    local was, is = joined(row.observations), joined(made.observations)
    if was ~= is then
        return "observations", was, is
    end
end

--- The states of a set at the cut-off of a row, computed once for all rows that
-- were recorded with it.
local function states_of(plan, row, kept, cache)
    local key = ("%s\n%s\n%s\n%s"):format(row.set and row.set.key, row.from,
                                          row.period, row.day)
    if not cache[key] then
        local set = store.load(kept, row.set and row.set.key)
        cache[key] = { set = set, found = evaluate(plan, set, {
            from = row.from, to = row.period, on = row.day }) }
    end
    return cache[key].found, cache[key].set
end

--- Why a set has no such state.
local function refuse(set, row)
    for _, trigger in ipairs(set.triggers) do
        if trigger.id == row.trigger then
            error(say("no such subject", tostring(row.subject)), 0)
        end
    end
    error(say("no trigger", set.name, tostring(row.trigger)), 0)
end

--- What a row should say.
local function recompute(plan, row, kept, cache)
    local found, set = states_of(plan, row, kept, cache)
    for _, entry in ipairs(found) do
        if entry.trigger.id == row.trigger and entry.subject == row.subject then
            return row_of({ row = row.set, from = row.from,
                            period = row.period }, entry)
        end
    end
    refuse(set, row)
end

--- Nil, or in words what of a firing does not follow from a plan and from the
-- set that another (kept) holds.  cache: of what was computed on this plan.
function firings.wrong(plan, row, kept, cache)
    local done, made = pcall(recompute, plan, row, kept, cache or {})
    if not done then
        return say("not recomputed", row.key, tostring(made))
    end
    local field, was, is = first_difference(row, made)
    return field and say("does not follow", row.key, field, was, is) or nil
end

return firings
