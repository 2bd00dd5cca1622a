--- `ccn sweep FILE.sqlite [list=yes] [export=csv]`: what a results file holds.
--
--     ccn sweep out/delay.sqlite
--     ccn sweep out/delay.sqlite --export csv > delay.csv
--
-- `ccn sweep SCRIPT` runs the script itself (docs/sweeps.md).

local export = require "sweep.export"
local try    = require "commands.try"

local args = ccn.args
local results = try(ccn.results, args[1])

if args.export then
    export(results, ccn.write)
end
if args.list == "yes" or not args.export and args.list ~= "no" then
    print(results)
end
