--- Does a cluster need a central wastewater plant?  Two exceptions of Decree
-- 08/2022 as amended by Decree 48/2026, either of which is enough: worked
-- before 2022 with a fill rate above a share, or little wastewater in all.
--
--     local plant = require("rules.wastewater")(book, { on = "2026-11-01",
--         fill = 60.8, flow = nil, worked_before = true })
--     plant.result           --> "unknown": the flow is not known
--     plant.by_fill.result   --> "fails"

return function(book, case)
    local by_fill = book:test("N48-CCN-NO-WWTP-FILL", case.fill, case.on,
                              "fill")
    if case.worked_before == false then
        by_fill.result = "fails"
    elseif case.worked_before == nil and by_fill.result == "holds" then
        by_fill.result, by_fill.missing = "unknown", "worked_before"
    end
    local by_flow = book:test("N48-CCN-NO-WWTP-FLOW", case.flow, case.on,
                              "flow")
    local result = "needed"
    if by_fill.result == "holds" or by_flow.result == "holds" then
        result = "exempt"
    elseif by_fill.result == "unknown" or by_flow.result == "unknown" then
        result = "unknown"
    end
    return { result = result, by_fill = by_fill, by_flow = by_flow }
end
