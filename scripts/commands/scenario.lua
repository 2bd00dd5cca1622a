--- `ccn scenario PLAN`: the scenarios that a plan keeps, as a tree, and what is
-- to be done with one of them.
--
--     ccn scenario laocai.gpkg
--     ccn scenario laocai.gpkg rebase="A year late"              the conflicts
--     ccn scenario laocai.gpkg rebase="A year late" policy=ours  and settled
--     ccn scenario laocai.gpkg promote="Close Đầm Hồng"
--     ccn scenario laocai.gpkg discard="A year late" [all=yes]
--
-- docs/scenarios.md

local json    = require "report.json"
local try     = require "commands.try"
local wording = require "wording"

local say = wording.of(require "lang.scenarios")

local args = ccn.args
local plan = try(ccn.open, args[1])
local names, about = plan:scenarios()

--- Whether the plan has moved on in what a scenario changes.
local function conflicts_of(name)
    local _, conflicts = plan:scenario(name, "refuse")
    return conflicts
end

--- The scenarios of a parent (nil: the plan), in the order of their names.
local function children_of(parent)
    local list = {}
    for _, name in ipairs(names) do
        if about[name].parent == parent then
            list[#list + 1] = name
        end
    end
    return list
end

local function add_rows(rows, parent, depth)
    for _, name in ipairs(children_of(parent)) do
        local kept, count = about[name], #conflicts_of(name)
        rows[#rows + 1] = { ("  "):rep(depth) .. name, kept.changes,
                            count > 0 and count or nil, kept.question,
                            kept.parameters }
        add_rows(rows, name, depth + 1)
    end
end

local function print_tree()
    local rows = {}
    add_rows(rows, nil, 0)
    if #rows == 0 then
        print(say "none")
        return
    end
    print(ccn.table { columns = {
        say "scenario", { title = say "changes", align = "right" },
        { title = say "conflicts", align = "right" },
        { title = say "question", width = 50 },
        { title = say "parameters", width = 40 },
    }, rows = rows, width = 160 })
end

local function print_json()
    local list = json.list {}
    for i, name in ipairs(names) do
        local kept = about[name]
        list[i] = { name = name, parent = kept.parent,
                    question = kept.question, changes = kept.changes,
                    conflicts = #conflicts_of(name),
                    parameters = kept.parameters }
    end
    print(json(list))
end

local function known(name)
    if not about[name] then
        local near = ccn.nearest(name, names)
        error(near and say("near", name, near) or say("unknown", name), 0)
    end
    return name
end

--- A scenario and its ancestors, the plan's child first.
local function chain_of(name)
    local list = {}
    while name and #list < #names do
        table.insert(list, 1, name)
        name = about[name].parent
    end
    return list
end

local function print_conflicts(conflicts)
    local rows = {}
    for i, c in ipairs(conflicts) do
        rows[i] = { c.scenario, c.table, c.key, c.field or say "whole row",
                    wording.value(c.base), wording.value(c.ours),
                    wording.value(c.theirs) }
    end
    print(ccn.table { columns = {
        say "scenario", say "table", say "key", say "field",
        { title = say "then", align = "right" },
        { title = say "ours", align = "right" },
        { title = say "theirs", align = "right" },
    }, rows = rows, width = 160 })
end

--- The conflicts of a scenario and those below it, in the order of the chain;
-- with a policy they are settled and each that had some is kept again.
local function rebase(name)
    local all = {}
    for _, link in ipairs(chain_of(name)) do
        local fork, conflicts = try(plan.scenario, plan, link,
                                    args.policy or "refuse")
        table.move(conflicts, 1, #conflicts, #all + 1, all)
        if not fork then
            break
        elseif args.policy and #conflicts > 0 then
            try(fork.keep, fork, { question = about[link].question,
                                   parameters = about[link].parameters,
                                   parent = about[link].parent or false })
        end
    end
    if #all == 0 then
        print(say("no conflicts", name))
        return
    end
    print_conflicts(all)
    if not args.policy then
        error(say("settle", #all), 0)
    end
    print(say("settled", #all, args.policy))
end

if args.rebase then
    rebase(known(args.rebase))
elseif args.promote then
    try(plan.promote, plan, known(args.promote))
    print(say("promoted", args.promote, args[1]))
elseif args.discard then
    try(plan.discard, plan, known(args.discard),
        args.all == "yes" and "all" or "one")
    print(say("discarded", args.discard))
elseif args.json == "yes" then
    print_json()
else
    print_tree()
end
