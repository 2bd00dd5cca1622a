--- The answers for many clusters as one table.
--
--     print(show.all(plan, "extend", { dossier = "2026-09-15" }))

local around  = require "rules.around"
local figures = require "figures"
local may     = require "rules.may"

local say = require "wording".of(require "lang.rules")

local show = {}

--- An answer for each cluster of a selection, else of the plan; parks are left
-- out, they have rules of their own.
function show.answers(plan, asks, options, clusters)
    local list = {}
    options = { dossier = options.dossier, on = options.on,
                facts = options.facts, packs = options.packs,
                around = around(plan, options.dossier) }
    for row in clusters or plan:clusters() do
        if row.kind ~= "KCN" then
            list[#list + 1] = may(plan, asks, row, options)
        end
    end
    return list
end

local function counts(answers)
    local count = { holds = 0, fails = 0, open = 0, void = 0 }
    for _, answer in ipairs(answers) do
        local name = answer:kind()
        count[name] = count[name] + 1
    end
    return say("counts", count.holds, count.fails, count.open, count.void)
end

function show.all(plan, asks, options)
    local answers, rows = show.answers(plan, asks, options), {}
    for i, answer in ipairs(answers) do
        rows[i] = { answer.cluster, answer:short(), answer:why() }
    end
    local lines = { say("title " .. asks, figures.date(options.dossier)),
        ccn.table { columns = { say "cluster",
            { title = say "answer", width = 34 },
            { title = say "why", width = 80 } }, rows = rows, width = 140 },
        counts(answers) }
    if answers[1] then
        for _, text in ipairs(answers[1].not_seen) do
            lines[#lines + 1] = say("not seen", text)
        end
    end
    return table.concat(lines, "\n")
end

return show
