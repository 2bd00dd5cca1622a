--- `ccn export PLAN TABLE ...`: a table of a plan as CSV, which ccn import
-- reads back to the bit.
--
--     ccn export laocai.gpkg cluster excel=yes >cluster.csv
--
-- excel=yes is what Excel under Vietnamese settings opens by a double click:
-- bom=yes separator=semicolon decimal=comma; each can be said by itself.

local try   = require "commands.try"
local words = require "commands.words"

local args = ccn.args

local excel = args.excel == "yes"

local plan = try(ccn.open, args[1])
words(plan.fields, plan, args[2])
ccn.write(try(plan.export, plan, args[2], {
    decimal = args.decimal or excel and "comma" or nil,
    separator = args.separator or excel and "semicolon" or nil,
    bom = (args.bom or excel and "yes") == "yes",
}))
