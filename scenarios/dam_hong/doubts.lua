--- How many faults the records have, and those that matter here.

local layout = require "layout"
local say    = require "words" "doubts"

local doubts = {}

local HERE = { "plots-annexes", "plots-swapped", "full-with-room",
               "area-and-cleared", "water-demand", "points-of-state-table",
               "points-far-apart" }

function doubts.show(findings)
    layout.heading(say "title", "doubts")
    layout.text(say("count", findings:count "warning",
                    findings:count "note"))
    for _, id in ipairs(HERE) do
        for _, finding in ipairs(findings:of(id)) do
            layout.item(finding.title .. ": " .. finding.text)
        end
    end
end

return doubts
