--- `ccn export PLAN TABLE ...`: a table of a plan as CSV, which ccn import
-- reads back to the bit.
--
--     ccn export laocai.gpkg cluster decimal=comma separator=semicolon bom=yes

local try = require "commands.try"

local args = ccn.args

local plan = try(ccn.open, args[1])
ccn.write(try(plan.export, plan, args[2], {
    decimal = args.decimal,
    separator = args.separator,
    bom = args.bom == "yes",
}))
