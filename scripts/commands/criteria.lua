--- `ccn criteria [NAME|FILE.lua|PLAN] [out=FILE] [set="NAME VERSION"]`: the
-- annex of a criteria set for its submission, as Markdown, or by the ending of
-- out= as .md, .html or .csv.
--
--     ccn criteria                              the sets that ship
--     ccn criteria relocation out=annex.html    one of them
--     ccn criteria my.lua                       one of your own
--     ccn criteria laocai.gpkg                  those that a plan keeps
--     ccn criteria laocai.gpkg set="relocation 0.1"

local try     = require "commands.try"
local wording = require "wording"

local say = wording.of(require "lang.drafting")

local args = ccn.args
local what = args[1]

local function list_shipped()
    print(say "ship")
    local rows = {}
    for i, name in ipairs(ccn.criteria.shipped()) do
        local set = ccn.criteria.read(name)
        rows[i] = { name, set.version, wording.title(set) }
    end
    print(ccn.table { columns = { say "set", say "version_word",
                                  say "about" }, rows = rows })
end

local function is_plan(path)
    return path:find "%.gpkg$" or path:find "%.sqlite$"
end

local function show(set)
    local annex = try(ccn.criteria.annex, set)
    if not args.out then
        annex:print()
        return
    end
    try(annex.save, annex, args.out)
    print(say("written", wording.title(set), args.out))
end

if not what then
    list_shipped()
elseif is_plan(what) then
    local plan = try(ccn.open, what)
    if args.set then
        show(try(ccn.criteria.load, plan, args.set))
    elseif args.out then
        ccn.engine.usage(say "which_set")
    else
        try(ccn.criteria.list, plan):print()
    end
elseif args.set then
    ccn.engine.usage(say("no_plan", what))
else
    show(try(ccn.criteria.read, what))
end
