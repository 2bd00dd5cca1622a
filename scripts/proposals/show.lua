--- The proposals that a plan keeps, and which drafts were made of them.

local figures = require "figures"
local names   = require "names"
local wording = require "wording"

local say = wording.of(require "lang.proposals")

local show = {}

--- The drafts whose contents are those of an alternative: "v7 least".
local function drafts_of(row, versions)
    local list = {}
    for line in (row.outcome or ""):gmatch "[^\n]+" do
        local id, content = line:match "^(%w+): .* plan (%x+)$"
        for _, v in ipairs(versions) do
            if content == v.content and v.kind == "change" then
                list[#list + 1] = ("v%d %s"):format(v.id, id)
            end
        end
    end
    return #list > 0 and table.concat(list, ", ") or "–"
end

--- All of them as a table.
function show.list(plan)
    local rows, versions = {}, plan:versions()
    for row in plan:proposals() do
        rows[#rows + 1] = { row.key, figures.date(row.day),
            table.concat(row.firings or {}, ", "), drafts_of(row, versions),
            row.versions }
    end
    if #rows == 0 then
        return say "none kept"
    end
    return tostring(ccn.table { columns = { say "proposal", say "cut-off",
        { title = say "allowed by", width = 50 }, say "draft",
        say "made with" }, rows = rows, width = 160 })
end

--- One of them in words, as it was recorded.
function show.one(plan, key)
    local row = plan:proposal(key)
    if not row then
        error(say("no proposal", key)
              .. names.near(key, plan:proposals():keys()), 0)
    end
    return row.reason or say("no words", key)
end

return show
