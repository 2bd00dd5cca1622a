--- How many faults the records have, and where to read them.

local layout = require "layout"
local say    = require "words" "doubts"

local doubts = {}

function doubts.show(plan, data, on)
    local findings = ccn.check(plan, { on = on, data = data,
                                       extra = require "checks" })
    layout.heading(say "title")
    layout.text(say("count", findings:count "warning",
                    findings:count "note"))
    for _, id in ipairs { "plots-annexes", "plots-swapped", "full-with-room",
                          "area-and-cleared", "water-demand",
                          "points-of-state-table", "points-far-apart" } do
        for _, finding in ipairs(findings:of(id)) do
            layout.item(finding.object .. ": " .. finding.text)
        end
    end
end

return doubts
