--- ccn.report { title =, question =, answer = } -> a report to fill.
--
--     local report = ccn.report { title = "Relocation 2028",
--         question = "Who moves first?", answer = { "DH14.", "In 2028." } }
--     report:section "Order":order(order)
--     print(report)                  -- on the terminal
--     report:save(ccn.args.report)   -- one HTML file, which opens offline
--
-- The same blocks make both.  docs/reports.md has every piece.

local Report  = require "report.document"
local wording = require "wording"

return function(options)
    local report = wording.run(Report.new, options)
    return report
end
