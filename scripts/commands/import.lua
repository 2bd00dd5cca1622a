--- `ccn import FILE table=T into=PLAN ...`: read a CSV file into a table of a
-- plan.  All or nothing: when a line is refused, every refused cell is listed
-- and the plan file stays as it is.  A plan that is not there yet is made.
--
--     ccn import clusters.csv table=cluster into=laocai.gpkg decimal=comma

local try = require "commands.try"

local args = ccn.args

local TEXT = {
    taken = { en = "%s: %d rows taken into table %s of %s",
              vi = "%s: đã đưa %d dòng vào bảng %s của %s" },
    dry   = { en = "%s: %d rows would be taken into table %s of %s; nothing "
                  .. "is saved (dry=yes)",
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

local plan = open(args.into)
local rows = try(plan.import, plan, args[1], args.table, {
    decimal = args.decimal,
    separator = args.separator,
    policy = args.policy,
    clear = args.clear == "yes",
})

local dry = args.dry == "yes"
if not dry then
    try(plan.save, plan, args.into)
end
print(TEXT[dry and "dry" or "taken"][ccn.lang()]:format(args[1], rows,
                                                        args.table, args.into))
