--- Versions of a plan as people see them: names, tables, and what a check says.
-- docs/versions.md

local wording = require "wording"

local say = wording.of(require "lang.versions")

local history = { say = say }

--- "v3" or "3" --> 3
function history.number(name)
    local number = math.tointeger(tonumber((name:gsub("^v", ""))))
    if not number or number < 1 then
        ccn.engine.usage(say("no version", name))
    end
    return number
end

local function signed(entry)
    return entry.role .. ":" .. entry.initials
end

--- A table of all versions.
function history.list(plan)
    local list, head = plan:versions()
    local rows = {}
    for i, v in ipairs(list) do
        local state = say(v.state)
        if v.id == head then
            state = say "in force"
        end
        rows[i] = { "v" .. v.id, state, v.title,
                    v.parent and "v" .. v.parent, signed(v), v.day,
                    v.content:sub(1, 12) }
    end
    return ccn.table { columns = {
        say "version", say "state", { title = say "title", width = 40 },
        say "from", say "by", say "day", say "content" }, rows = rows,
        width = 160 }, #rows
end

--- A table of all versions and decisions in the order in which they were
-- written.
function history.log(plan)
    local rows = {}
    for _, v in ipairs(plan:versions()) do
        rows[#rows + 1] = { v.entry, "v" .. v.id, say("kind " .. v.kind), v.day,
                            signed(v), v.title, v.sha256:sub(1, 12) }
        for _, d in ipairs(v.decisions) do
            rows[#rows + 1] = { d.entry, "v" .. v.id, say(d.verdict), d.day,
                                signed(d), d.comment ~= "" and d.comment or nil,
                                d.sha256:sub(1, 12) }
        end
    end
    table.sort(rows, function(a, b) return a[1] < b[1] end)
    return ccn.table { columns = {
        { title = say "entry", align = "right" }, say "version", say "what",
        say "day", say "by", { title = say "words", width = 50 }, "SHA-256" },
        rows = rows, width = 160 }, #rows
end

--- What ccn.check finds in one plan and not in another: a line for each.
local function errors_of(plan)
    local seen, n, warnings = {}, 0, 0
    for _, f in ipairs(require "check.plan" (plan)) do
        if f.severity == "error" then
            seen[("%s\n%s\n%s"):format(f.id, f.object, f.text)] = true
            n = n + 1
        elseif f.severity == "warning" then
            warnings = warnings + 1
        end
    end
    return seen, n, warnings
end

--- The machine's part of `check`: a version brings no error into the plan that
-- was not there before.  Gives the sentence for the record.
function history.check(plan, number)
    local list = plan:versions()
    local v = list[number]
    if not v then
        error(say("no version", "v" .. number), 0)
    end
    local after, n, warnings = errors_of(plan:version(number))
    local before = v.parent and errors_of(plan:version(v.parent)) or {}
    local new = 0
    for finding in pairs(after) do
        if not before[finding] then
            new = new + 1
        end
    end
    if new > 0 then
        error(say("errors", new, number), 0)
    end
    return say("errors before", n, warnings)
end

return history
