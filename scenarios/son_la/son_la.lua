--- Sơn La: what can be said, and what cannot be decided and why.
--
--     ccn run scenarios/son_la/son_la.lua [plan=build/sonla.gpkg]
--         [room=HA] [report=FILE.html]
--
-- An illustration: of the clusters of the province only names and places were
-- found.  The shipped criteria, checks and placing run on it as on any plan.
-- room=5 asks: what if every cluster (CCN) had 5 ha free?  The figure is yours.

local args = ccn.scenario {
    question = { en = "What can be said, and what cannot be decided and why?",
                 vi = "Nói được gì, chưa quyết được gì và vì sao?" },
    parameters = {
        plan = { kind = "file", default = "build/sonla.gpkg",
                 en = "the plan", vi = "tệp quy hoạch" },
        room = { kind = "number", least = 0, most = 1000, unit = "ha",
                 en = "what if every cluster had so much free land",
                 vi = "nếu cụm nào cũng còn trống chừng này đất" },
        report = { kind = "file", en = "write the page there",
                   vi = "ghi trang báo cáo vào tệp này" },
    },
}
local say  = require "words" "son_la"

local plan = ccn.open(args.plan)
local room = args.room

-- A park (KCN) follows another law: no workshop is placed there.
local clusters = plan:clusters():where { kind = "CCN" }

local order = ccn.rank(plan:enterprises(), require "criteria.relocation")

local function place(fork)
    return ccn.place(fork, order, {
        years = { 2027, 2030 }, mode = "strict", clusters = clusters,
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" },
        land = "land_held",
        capacity = room and function() return room end or nil,
    })
end

--- km from each establishment to each cluster, between the points of their
-- districts: the only places that are known.
local function distances(report)
    local columns, rows = { { title = say "who" } }, {}
    for cluster in clusters do
        columns[#columns + 1] = { title = cluster.key, unit = "km",
                                  kind = "number", digits = 0 }
    end
    for e in plan:enterprises() do
        local row = { e.key }
        for i, cluster in ipairs(clusters:keys()) do
            local to = plan:cluster(cluster).unit
            row[i + 1] = e.unit and to and e.unit:distance(to)
        end
        rows[#rows + 1] = row
    end
    report:table { name = "distances", title = say "distances",
                   columns = columns, rows = rows,
                   note = say "district points" }
end

local function undecided(report)
    local rows = {}
    for i, key in ipairs { "first", "where", "opens", "law", "money" } do
        rows[i] = { say(key), say(key .. ": missing"), say(key .. ": who") }
    end
    report:table { name = "undecided", rows = rows, columns = {
        say "question", say "missing", say "who can say" } }
end

local placement = place(plan)
local report = ccn.report {
    title = say "title", kicker = say "kicker", question = say "asked",
    answer = { say("answer", #plan:enterprises(), #placement.placed),
               say "answer 2" },
}
report:section(say "cannot", "cannot")
undecided(report)

report:section(say "known", "known")
report:item(say("parks", table.concat(
    plan:clusters():where { kind = "KCN" }:keys(), ", ")))
report:item(say("clusters", table.concat(clusters:keys(), ", ")))
local park = plan:cluster "Mai Sơn"
report:item(say("odd", park.leased_area, plan:phase("Mai Sơn/1").total_area))
distances(report)

report:section(say "order", "order"):order(order)
report:item(say "draft")
report:section(say "placing", "placing"):placement(placement)

if room then
    report:section(say "what if", "whatif")
    report:text(say("room", room))
end
report:section(say "faults", "faults"):findings(ccn.check(plan))
report:on_page(function()
    report:section(say "source", "provenance"):provenance()
end)

print(report)
if args.report then
    report:save(args.report)
end
