--- Triggers in the futures of a sweep, in words.

local figures = require "figures"
local wording = require "wording"

local say = wording.of(require "lang.triggers")

local function percent(value)
    return value and figures.number(100 * value, 0) or "–"
end

--- Cut-offs down, triggers across.
local function fires(self)
    local columns = { { title = say "by cut-off" } }
    local rows = {}
    for k, entry in ipairs(self) do
        columns[k + 1] = { title = entry.trigger.id, align = "right" }
        for i, one in ipairs(entry.fires) do
            rows[i] = rows[i] or { figures.date(one.cutoff) }
            rows[i][k + 1] = percent(one.share)
        end
    end
    return tostring(ccn.table { columns = columns, rows = rows, width = 140 })
end

local function lead(found)
    return found and ("%d, %d, %d"):format(found.least, found.median,
                                           found.most) or "–"
end

local SHARES = { "timely", "late", "missed", "needless", "chattering" }

local function tests(self)
    local columns, rows = { say "trigger" }, {}
    for i, name in ipairs(SHARES) do
        columns[i + 1] = { title = say("share " .. name), align = "right" }
    end
    columns[#columns + 1] = { title = say "share lead", align = "right" }
    for _, entry in ipairs(self) do
        if entry.events then
            local row = { entry.trigger.id }
            for i, name in ipairs(SHARES) do
                row[i + 1] = percent(entry[name])
            end
            row[#row + 1] = lead(entry.lead)
            rows[#rows + 1] = row
        end
    end
    return #rows > 0 and tostring(ccn.table { columns = columns, rows = rows,
                                              width = 140 })
end

return function(self)
    local lines = {}
    for _, entry in ipairs(self) do
        lines[#lines + 1] = say("futures of", entry.trigger.id, entry.subject,
                                entry.state and say(entry.state) or "–",
                                entry.n)
    end
    lines[#lines + 1] = say "share that fires"
    lines[#lines + 1] = fires(self)
    local judged = tests(self)
    if judged then
        lines[#lines + 1] = say "shares"
        lines[#lines + 1] = judged
    end
    if #self.left_out > 0 then
        lines[#lines + 1] = say("left out", table.concat(self.left_out, ", "))
    end
    return table.concat(lines, "\n")
end
