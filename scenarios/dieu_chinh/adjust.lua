--- Plays three years of reports in which the extension of Âu Lâu slips, up to
-- the published change of the plan, and reports old and new side by side.
--
--     build/ccn run scenarios/dieu_chinh/adjust.lua plan=build/laocai.gpkg
--         out=build/dieu_chinh.gpkg [report=FILE.html] [futures=40]
--         [home=scenarios/dieu_chinh]

local figures = require "figures"
local history = require "history"
local page    = require "propose.page"
local play    = require "play"
local replan  = require "replan"
local say     = require "words"

local args = ccn.args or {}
if not args.plan then
    error(say "no plan", 0)
elseif not args.out then
    error(say "no out", 0)
end

local home = args.home or "scenarios/dieu_chinh"
if not ccn.exists(home .. "/signposts.lua") then
    error(say("no home", home), 0)
end
local futures = replan.count(args.futures or "40")
local found = play.all(args.plan, args.out, home, args.data or home .. "/data",
                       futures)
local plan, proposal = found.plan, found.proposal
local list = plan:versions()
local chosen = proposal:alternative "balanced"

local function moving(year)
    return { "moves" .. year, say("places", year), function(p)
        return #p:enterprises():where { move_year = year }
    end }
end

local function going(cluster)
    return { cluster, say("going", cluster), function(p)
        return #p:enterprises():where(function(e)
            return e.move_year and e.destination
                and e.destination.key == cluster
        end)
    end }
end

local function side_by_side(report)
    report:section(say "old and new", "compare")
    local old = plan:version(found.before):fork(say("old", found.before))
    local new = plan:version(found.after):fork(say("new", found.after))
    report:compare(ccn.compare({ old, new }, { lines = {
        moving(2028), moving(2029), moving(2030), moving(2031),
        moving(2032), going "Âu Lâu", going "Thịnh Hưng" } }))
end

local function decisions(report)
    local rows = {}
    for _, v in ipairs(list) do
        rows[#rows + 1] = { v.entry, "v" .. v.id,
                            history.say("kind " .. v.kind),
                            v.role .. ":" .. v.initials, v.day,
                            v.content:sub(1, 12) }
        for _, d in ipairs(v.decisions) do
            rows[#rows + 1] = { d.entry, "v" .. v.id, history.say(d.verdict),
                                d.role .. ":" .. d.initials, d.day,
                                d.content:sub(1, 12) }
        end
    end
    table.sort(rows, function(a, b) return a[1] < b[1] end)
    for _, row in ipairs(rows) do
        table.remove(row, 1)
    end
    report:section(say "versions", "versions")
    report:table { name = "versions", rows = rows, columns = {
        say "version", say "what", say "by",
        { title = say "day", kind = "date" }, say "content" } }
    local made = history.verify(plan)
    report:item(made.ok and say("verified", made.firings, made.proposals)
                or say("broken", made.why))
    local undone, before = list[found.undone], list[found.before]
    report:item(say("undone", undone.id, found.after,
                    undone.content:sub(1, 12), before.id,
                    before.content:sub(1, 12)))
end

local report = ccn.report {
    title = say "adjust title", question = say "adjust question",
    kicker = say "made up",
    answer = { say("adjust answer", figures.date(proposal.day),
                   #chosen.changes,
                   figures.date(list[found.after].decisions[5].day),
                   found.after) },
}
page.into(proposal, report)
side_by_side(report)
decisions(report)
report:section(say "provenance", "provenance"):provenance()

print(report)
if args.report then
    report:save(args.report)
end
