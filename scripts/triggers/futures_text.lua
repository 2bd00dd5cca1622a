--- Triggers in the futures of a sweep, in words and as tables.

local figures = require "figures"
local wording = require "wording"

local say = wording.of(require "lang.triggers")

local text = {}

--- The id of a trigger, with its level where there are several.
local function name_of(self, entry)
    local trigger, count = entry.trigger, 0
    for _, other in ipairs(self) do
        count = count + (other.trigger.id == trigger.id and 1 or 0)
    end
    return count < 2 and trigger.id
        or ("%s %s %s"):format(trigger.id, trigger.op,
                               wording.number(trigger.level, "%.6g"))
end

local function percent(share)
    return share and 100 * share
end

--- Cut-offs down, triggers across: names of the triggers, and rows of a day and
-- the shares in %.
function text.fires(self)
    local titles, rows = {}, {}
    for k, entry in ipairs(self) do
        titles[k] = name_of(self, entry)
        for i, one in ipairs(entry.fires) do
            rows[i] = rows[i] or { one.cutoff }
            rows[i][k + 1] = percent(one.share)
        end
    end
    return titles, rows
end

text.shares = { "timely", "late", "missed", "needless", "chattering" }

--- Of each trigger whose events are known: its name, the shares in %, and the
-- lead in words.
function text.judged(self)
    local rows = {}
    for _, entry in ipairs(self) do
        if entry.events then
            local row, lead = { name_of(self, entry) }, entry.lead
            for i, name in ipairs(text.shares) do
                row[i + 1] = percent(entry[name])
            end
            row[#text.shares + 2] = lead and ("%d, %d, %d"):format(
                lead.least, lead.median, lead.most)
            rows[#rows + 1] = row
        end
    end
    return rows
end

--- Titles of the columns of text.judged.
function text.titles()
    local list = { say "trigger" }
    for i, name in ipairs(text.shares) do
        list[i + 1] = say("share " .. name)
    end
    list[#list + 1] = say "share lead"
    return list
end

--- What each trigger is today, a line each.
function text.today(self)
    local lines = {}
    for i, entry in ipairs(self) do
        lines[i] = say("futures of", name_of(self, entry), entry.subject,
                       entry.state and say(entry.state) or "–", entry.n)
    end
    return lines
end

--- A table whose columns but the first stand right; shares without decimals.
local function shown(titles, rows)
    local columns = {}
    for k, title in ipairs(titles) do
        columns[k] = k > 1 and { title = title, align = "right" } or title
    end
    for _, row in ipairs(rows) do
        for k = 2, #titles do
            if type(row[k]) == "number" then
                row[k] = figures.number(row[k], 0)
            end
        end
    end
    return tostring(ccn.table { columns = columns, rows = rows, width = 140 })
end

function text.whole(self)
    local lines = text.today(self)
    local titles, rows = text.fires(self)
    table.insert(titles, 1, say "by cut-off")
    for _, row in ipairs(rows) do
        row[1] = figures.date(row[1])
    end
    lines[#lines + 1] = say "share that fires"
    lines[#lines + 1] = shown(titles, rows)
    local judged = text.judged(self)
    if #judged > 0 then
        lines[#lines + 1] = say "shares"
        lines[#lines + 1] = shown(text.titles(), judged)
    end
    if #self.left_out > 0 then
        lines[#lines + 1] = say("left out", table.concat(self.left_out, ", "))
    end
    return table.concat(lines, "\n")
end

return text
