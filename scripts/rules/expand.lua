--- May a cluster be extended?  Article 8.2 of Decree 32/2024, and as amended
-- by Decree 303/2026; a dossier under way keeps the rules of its day.
--
--     local expand = require "rules.expand"
--     local answer = expand(book, { dossier = "2026-09-15", area_after = 75,
--         fill = 91.19, infrastructure = false, formed_on = "2009-10-30" })
--     answer.result          --> "fails"
--     answer[3].id           --> "N303-EXP-INFRA"
--
-- Every figure may be missing (nil): then the answer is "unknown" and says
-- what is missing.

local CHECKS = {
    { name = "area", value = "area_after",
      ids = { "N32-EXP-AREA", "N303-EXP-AREA" } },
    { name = "fill", value = "fill", ids = { "N32-EXP-FILL", "N303-EXP-FILL" },
      other = "demand_exceeds" },
    { name = "infrastructure", value = "infrastructure",
      ids = { "N32-EXP-INFRA", "N303-EXP-INFRA" },
      exempt = "N303-EXP-INFRA-EXEMPT" },
}

local WORSE = { holds = 1, exempt = 1, unknown = 2, fails = 3 }

--- An alternative ("or demand exceeds the land") can only help.
local function alternative(found, case, check)
    local other = check.other and case[check.other]
    if found.result ~= "holds" and other == true then
        found.result, found.by = "holds", check.other
    end
end

--- Formed before a day: exempt; day not known: an open question.
local function exemption(book, found, case, check, on)
    if not check.exempt or found.result == "holds"
        or not book:valid(check.exempt, on) then
        return
    end
    local formed = book:test(check.exempt, case.formed_on, on, "formed_on")
    found.exemption = formed
    if formed.result == "holds" then
        found.result = "exempt"
    elseif formed.result == "unknown" then
        found.result, found.missing = "unknown", "formed_on"
    end
end

return function(book, case)
    local on = case.dossier
    local answer = { on = on, result = "holds" }
    for i, check in ipairs(CHECKS) do
        local rule = book:newest(check.ids, on)
        if not rule then
            error(("no rule on %s is valid on %s"):format(check.name, on), 2)
        end
        local found = book:test(rule.id, case[check.value], on, check.value)
        found.name = check.name
        alternative(found, case, check)
        exemption(book, found, case, check, on)
        answer[i] = found
        if WORSE[found.result] > WORSE[answer.result] then
            answer.result = found.result
        end
    end
    return answer
end
