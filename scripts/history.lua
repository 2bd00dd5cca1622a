--- Versions of a plan as people see them: names, tables, and what a check says.
-- docs/versions.md

local figures = require "figures"
local wording = require "wording"

local say = wording.of(require "lang.versions")

local history = { say = say }

--- The plan of a file; when its tables cannot be read, the plan as its versions
-- say, and why they cannot.
function history.open(path)
    local good, plan = pcall(ccn.open, path)
    if good then
        return plan
    end
    local found, said = pcall(ccn.engine.in_force, path)
    if not found then
        error(plan, 0)
    end
    return said, plan
end

local VERDICTS = {}
for _, verdict in ipairs(ccn.engine.verdicts) do
    VERDICTS[verdict] = true
end

--- The verdict at a place of the command line, or wrong usage.
function history.verdict(name)
    if not name then
        ccn.engine.usage(say("which verdict",
                             table.concat(ccn.engine.verdicts, ", ")))
    elseif not VERDICTS[name] then
        ccn.engine.usage(say("no verdict", name,
                             table.concat(ccn.engine.verdicts, ", ")))
    end
    return name
end

--- The path of the plan, or wrong usage.
function history.path(path)
    return path or ccn.engine.usage(say "which plan")
end

--- "v3" or "3" --> 3
function history.number(name)
    if not name then
        ccn.engine.usage(say "which version")
    elseif VERDICTS[name] then
        ccn.engine.usage(say("version first", name))
    end
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
        if v.state == "urgent" then
            state = say "in force urgently"
        elseif v.id == head then
            state = say "in force"
        end
        rows[i] = { "v" .. v.id, state, v.title,
                    v.parent and "v" .. v.parent, signed(v),
                    figures.date(v.day),
                    v.content:sub(1, 12) }
    end
    return ccn.table { columns = {
        say "version", say "state", { title = say "title", width = 40 },
        say "from", say "by", say "day", say "content" }, rows = rows,
        width = 160 }, #rows
end

--- All versions and decisions in the order in which they were written, each
-- with what = "version" or "decision" and the number of its version.
function history.entries(plan)
    local entries = {}
    local function add(what, version, from)
        local entry = { what = what, version = version }
        for name, value in pairs(from) do
            if name ~= "decisions" and name ~= "id" then
                entry[name] = value
            end
        end
        entries[#entries + 1] = entry
    end
    for _, v in ipairs(plan:versions()) do
        add("version", v.id, v)
        for _, d in ipairs(v.decisions) do
            add("decision", v.id, d)
        end
    end
    table.sort(entries, function(a, b) return a.entry < b.entry end)
    return entries
end

--- A table of these.
function history.log(plan)
    local rows = {}
    for i, entry in ipairs(history.entries(plan)) do
        local comment = entry.comment
        rows[i] = { entry.entry, "v" .. entry.version,
                    say(entry.verdict or "kind " .. entry.kind),
                    figures.date(entry.day), signed(entry),
                    entry.title or comment ~= "" and comment or nil,
                    entry.sha256:sub(1, 12) }
    end
    return ccn.table { columns = {
        { title = say "entry", align = "right" }, say "version", say "what",
        say "day", say "by", { title = say "words", width = 50 }, "SHA-256" },
        rows = rows, width = 160 }, #rows
end

local function indented(text)
    return "  " .. text:gsub("\n", "\n  ")
end

local function version_of(list, number)
    if #list == 0 then
        error(say "none", 0)
    end
    return list[number] or error(say("unknown version", number, #list), 0)
end

--- A version in full: what it is, its reason, and the decisions on it.
function history.one(plan, number)
    local v = version_of(plan:versions(), number)
    local lines = { say("made", v.id, say(v.state), v.title),
                    say("signed", say("kind " .. v.kind), signed(v), v.office,
                        figures.date(v.day),
                        v.parent and "v" .. v.parent or "–"),
                    say("contents", v.content) }
    if v.reason ~= "" then
        lines[#lines + 1] = say "reason"
        lines[#lines + 1] = indented(v.reason)
    end
    for _, d in ipairs(v.decisions) do
        lines[#lines + 1] = say("decided", figures.date(d.day),
                                say(d.verdict), signed(d), d.office)
        if d.comment ~= "" then
            lines[#lines + 1] = indented(d.comment)
        end
    end
    return table.concat(lines, "\n")
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

--- The day since which a version is in force; nil: it never was.
function history.since(v)
    if v.kind == "base" or v.kind == "record" then
        return v.day, v.entry
    end
    local last = v.decisions[#v.decisions]
    if last and last.verdict == "publish" then
        return last.day, last.entry
    end
end

--- The number of the version that was in force on a day; nil: none was.
local function in_force_on(plan, day)
    local found, latest
    for _, v in ipairs(plan:versions()) do
        local since, entry = history.since(v)
        if since and since <= day and entry > (latest or 0) then
            found, latest = v.id, entry
        end
    end
    return found
end

--- The plan as its versions had it on a day; as it is without versions.
function history.as_of(plan, day)
    local found = in_force_on(plan, day)
    return found and plan:version(found) or plan
end

--- The plan to look at, and in words which it is: a version by its number, or
-- the one that was in force on a day.  That of today is the file as it stands,
-- with what was changed outside of any version.
function history.looked_at(plan, day, number)
    local list, head = plan:versions()
    if number then
        local v = version_of(list, number)
        return plan:version(number), say("looked at", number, say(v.state))
    elseif #list == 0 or not day then
        return plan
    end
    local found = in_force_on(plan, day)
    if not found then
        return plan, say("none in force", figures.date(day))
    end
    return found == head and plan or plan:version(found),
        say("in force on", found, figures.date(day))
end

--- Whether all agrees: versions, decisions and the plan (plan:verify), and each
-- firing and proposal that is recorded, computed again.  Gives a table: ok,
-- why not, chain (SHA-256 of the last entry), outside (changes outside of any
-- version), firings and proposals (how many were computed).
function history.verify(plan)
    local ok, chain, why, outside = plan:verify()
    local found = { ok = ok, chain = chain, why = why, outside = outside,
                    firings = 0, proposals = 0 }
    if not ok and not outside then
        return found
    end
    local wrong, counts = require "triggers.verify" (plan, outside)
    found.firings, found.proposals = counts.firings, counts.proposals
    if wrong then
        found.ok, found.why = false, why and why .. "\n" .. wrong or wrong
    end
    return found
end

--- The machine's part of `check`: a version brings no error into the plan that
-- was not there before.  Gives the sentence for the record.
function history.check(plan, number)
    local list = plan:versions()
    local v = version_of(list, number)
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
