--- `ccn import FILE table=T into=PLAN ...`: read a CSV file into a table of a
-- plan.  All or nothing: when a line is refused, every refused cell is listed
-- and the plan file stays as it is.  A plan that is not there yet is made.
--
--     ccn import clusters.csv table=cluster into=laocai.gpkg decimal=comma
--     ccn import form02.csv table=observation form=02 period=2026-6m
--         into=laocai.gpkg

local counts  = require "observations.counts"
local exceeds = require "check.exceeds"
local history = require "history"
local take    = require "observations.take"
local try     = require "commands.try"
local words   = require "commands.words"

local wording = require "wording"

local say = wording.of(require "lang.observations")

local args = ccn.args

local TEXT = {
    taken = { en = "%s: %d {row|rows} taken into table %s of %s",
              vi = "%s: đã đưa %d dòng vào bảng %s của %s" },
    dry   = { en = "%s: %d {row|rows} would be taken into table %s of %s; "
                  .. "nothing is saved (dry=yes)",
              vi = "%s: có thể đưa %d dòng vào bảng %s của %s; chưa lưu gì "
                  .. "(dry=yes)" },
}

local function open(path)
    if ccn.exists(path) then
        return try(ccn.open, path)
    end
    local file = path:match "[^/]+$" or path
    return ccn.new(file:match "^(.+)%.%w+$" or file)
end

local dry = args.dry == "yes"

--- What goes behind the words for observations that were refused: without a
-- key they may be a form.
local function hint()
    local read, text = pcall(ccn.text, args[1])
    local heading = args.table == "observation" and read
        and text:match "^[^\r\n]*"
    return heading and not heading:find "%f[%a]key%f[%A]"
        and "\n" .. say "is it a form" or ""
end

local function whole_table(plan)
    local good, rows = pcall(plan.import, plan, args[1], args.table, {
        decimal = args.decimal,
        separator = args.separator,
        policy = args.policy,
        clear = args.clear == "yes",
    })
    if not good then
        try(error, tostring(rows) .. hint(), 0)
    end
    if args.table == "observation" then
        try(counts, plan, args[1], args.separator)
    end
    return wording.fill(TEXT[dry and "dry" or "taken"][ccn.lang()],
        args[1], rows, args.table, args.into)
end

--- What may be a slip in a form that was taken, a line each.
local function doubts(plan, count)
    local lines = { "" }
    if count.corrected > 0 then
        lines[2] = say("corrects", count.corrected,
                       count.added + count.corrected + count.same, args.period)
    end
    exceeds(plan, function(finding)
        lines[#lines + 1] = say("doubtful", finding.object.key, finding.text)
    end, { form = args.form, period = args.period })
    return table.concat(lines, "\n")
end

--- A half-yearly form (docs/observations.md).
local function form(plan)
    if args.table ~= "observation" then
        ccn.engine.usage(say("only observations", args.form))
    elseif not args.period then
        ccn.engine.usage(say("no period given", args.form))
    end
    local count = try(take, plan, args[1], {
        form = args.form, period = args.period, decimal = args.decimal,
        separator = args.separator,
    })
    local text = say("taken", args[1], args.form, args.period, count.added,
                     count.corrected, count.same)
    text = dry and text .. "; " .. say "dry" or text
    return text .. doubts(plan, count)
end

local plan = open(args.into)
words(plan.fields, plan, args.table)
local text = args.form and form(plan) or whole_table(plan)
if not dry then
    try(plan.save, plan, args.into)
end
print(text)
if not dry and #plan:versions() > 0 then
    print(history.say("not yet", args.into,
                      args.table == "observation" and "record" or "take"))
end
