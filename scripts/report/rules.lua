--- report:rules(plan, findings, { on = DATE }): what the rules of a day say of
-- each cluster: what is broken, may it be extended, may it be established; and
-- a map of it.  findings are those of ccn.check of the same day.

local figures = require "figures"
local packs   = require "rules.packs"
local show    = require "rules.show"

local say = require "wording".of(require "lang.rules")

--- The rules that a cluster breaks at any time, by its key.
local function broken(plan, findings, options)
    local standing, by = {}, {}
    for _, rule in ipairs(packs.rules(packs.of(plan, options.packs),
                                      "standing", options.on)) do
        standing[rule.id] = true
    end
    for _, finding in ipairs(findings) do
        local key = finding.object:match "^cluster (.+)$"
        if key and standing[finding.id] and finding.severity ~= "note" then
            by[key] = by[key] or {}
            table.insert(by[key], finding.id)
        end
    end
    return by
end

local function answers(plan, asks, options)
    local by = {}
    for _, answer in ipairs(show.answers(plan, asks,
        { dossier = options.on, packs = options.packs })) do
        by[answer.cluster] = answer
    end
    return by
end

local function rows_of(plan, found)
    local rows = {}
    for row in plan:clusters() do
        local extend = found.extend[row.key]
        if extend then
            local ids = found.broken[row.key]
            rows[#rows + 1] = {
                row.key, ids and table.concat(ids, ", ") or nil,
                extend:short(), extend:why(),
                found.establish[row.key]:short(),
            }
        end
    end
    return rows
end

return function(report, plan, findings, options)
    local found = { broken = broken(plan, findings, options),
                    extend = answers(plan, "extend", options),
                    establish = answers(plan, "establish", options) }
    report:table { name = "rules", title = say("rules title",
                                               figures.date(options.on)),
        columns = { say "cluster", say "broken",
                    { title = say "extend", width = 30 },
                    { title = say "why", page = true },
                    { title = say "establish", width = 30 } },
        rows = rows_of(plan, found) }
    report:on_page(function(page)
        page:map(plan, { name = "rules-map", title = say("map title",
                                                figures.date(options.on)),
            class = function(row)
                local answer = found.extend[row.key]
                return answer and answer:word() or say "void"
            end })
    end)
end
