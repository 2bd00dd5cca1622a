--- Why a phase waits, and what would open it.

local wording = require "wording"

local say = wording.of(require "lang.schedule")

local reasons = {}

local function names(self, flags)
    local list = {}
    for s, source in ipairs(self.job.sources) do
        if flags[s] then
            list[#list + 1] = source.name
        end
    end
    return list
end

--- How far off a year is: years before the building is done come last.
local function count(limits)
    local n = limits.years and 10 or 0
    for _ in pairs(limits) do
        n = n + 1
    end
    return n
end

--- What keeps it from opening in a year, as the engine says.
local function ask(self, entry, t)
    local job = self.job
    local number = job.by_key[entry.key].number
    local found = wording.engine("schedule_why", self.handle, number, t)
    return { year = job.years[t], limits = found.limits,
             missing = found.missing, sources = names(self, found.sources),
             until_year = found["until"] > 0 and job.years[found["until"]]
                or nil,
             after = found.other > 0 and job.phases[found.other].key or nil,
             row = found.row > 0 and job.problem.rows[found.row].name or nil,
             loss = found.loss, count = count(found.limits) }
end

--- Of the years before the one it has, the one with the fewest limits, money
-- last; and the least money that alone would open it.
function reasons.of(self, entry)
    local job, best, change = self.job, nil, nil
    for t, year in ipairs(job.years) do
        if entry.year and year >= entry.year then
            break
        end
        local found = ask(self, entry, t)
        if not best or found.count < best.count
            or found.count == best.count and found.limits.money
            and best.limits.money and found.missing < best.missing then
            best = found
        end
        if found.count == 1 and found.limits.money
            and (not change or found.missing < change.amount) then
            change = { amount = found.missing, year = year,
                       until_year = found.until_year,
                       sources = found.sources }
        end
    end
    if best then
        best.change = change
    end
    return best
end

local function own_limits(job, entry)
    local own = job.by_key[entry.key]
    if own.no_area then
        return say "why_area"
    elseif own.fill_from and own.earliest == own.fill_from
        and own.earliest > 1 then
        return own.fill_from > #job.years and say "why_fill_never"
            or say("why_fill", job.years[own.fill_from])
    elseif own.too_late then
        return say "why_late"
    end
    return nil
end

local function words(self, entry, found)
    local list, limits = {}, found.limits
    local own = own_limits(self.job, entry)
    if limits.years or limits.row and own then
        list[#list + 1] = own or say("why_years",
                                     self.job.by_key[entry.key].built)
    end
    if limits.rules then
        list[#list + 1] = say "why_rules"
    end
    if limits.before then
        local other = self.by_key[found.after]
        list[#list + 1] = other.year
            and say("why_before", other.key, other.year)
            or say("why_before_never", other.key)
    end
    if limits.after then
        list[#list + 1] = say("why_after", found.after)
    end
    if limits.money then
        list[#list + 1] = #found.sources > 0
            and say("why_money", wording.money(found.missing),
                    found.until_year, table.concat(found.sources, ", "))
            or say("why_money_only", wording.money(found.missing))
    end
    if limits.row and not own then
        list[#list + 1] = say("why_row", found.row)
    end
    return list
end

--- The least money that alone would open it, which may be what is missing.
local function change_words(found)
    local change = found.change
    if not change then
        return ""
    elseif change.year == found.year and change.amount == found.missing then
        return ". " .. say("change_that", change.year)
    end
    return ". " .. say("change", wording.money(change.amount),
                       change.until_year, table.concat(change.sources, ", "),
                       change.year)
end

--- Everything else staying as it is, in words.
function reasons.text(self, entry)
    local found = reasons.of(self, entry)
    local head = entry.year and say("opens_in", entry.key, entry.year)
        or say("never_opens", entry.key)
    if not found then
        return head
    elseif found.count == 0 then
        return head .. "; " .. say(found.loss > 0 and "why_worse" or
                                   "why_same", found.year,
                                   wording.number(found.loss, "%.6g"))
    end
    local text = head .. "; " .. say("in_year", found.year,
                                     table.concat(words(self, entry, found),
                                                  "; "))
    return text .. change_words(found)
end

return reasons
