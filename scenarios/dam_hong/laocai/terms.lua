--- Words of the Lào Cai records and what the plan makes of them.
--
-- Everything the mapping decides by words stands in this file, so that it can
-- be read, argued about and changed.

local terms = {}

--- The record calls the free land not cleared: problems -> uncleared.
-- Only words that say so; "roads degraded" or silence say nothing about land.
terms.uncleared = {
    { "no clean land",     "says so" },
    { "little clean land", "what little there is has no area in the record" },
    { "not cleared",       "says so, with the area" },
    { "land clearance",    "clearance is named as the problem" },
}

terms.plan_status = {
    ["I"] = "keep", ["II.1"] = "expand", ["II.2"] = "expand",
    ["II.3"] = "reduce", ["III"] = "withdraw", ["IV"] = "add",
    ["V"] = "advance", ["VI"] = "postpone",
}

terms.developer = {
    UBND = "committee", PMU = "management_board", enterprise = "enterprise",
}

terms.form = { company = "company", household = "household" }

terms.legal_state = {
    ["land lease expired 11/2023"] = "lease_expired",
    ["land certificate incomplete"] = "certificate_incomplete",
    ["land certificate incomplete; owes 212.4 million VND"] =
        "certificate_incomplete",
}

terms.operating_state = {
    ["stopped"] = "stopped", ["registered to stop"] = "stopping",
}

--- planned_destination -> plan and destination.
terms.destination = {
    ["CCN Âu Lâu"]   = { plan = "move", destination = "Âu Lâu" },
    ["own site"]     = { plan = "own_place" },
    ["none (stops)"] = { plan = "stop" },
}

--- subject of a fact -> cluster it speaks of.
terms.subject = { ["CCN Đầm Hồng"] = "Đầm Hồng", ["CCN Âu Lâu"] = "Âu Lâu" }

--- words in the source of a fact -> who reported it.
terms.reporter = {
    { "541/BC%-UBND", "ward report 541/BC-UBND" },
    { "Đề án di dời", "relocation scheme 7/2026" },
    { "QĐ 2390",      "decision 2390/QĐ-UBND" },
    { "references/14", "norm QĐ 425/QĐ-BXD" },
}

--- start of the name of an investment line -> purpose.
terms.purpose = {
    { "^detailed plan",  "planning" },
    { "road",            "road" },
    { "bypass",          "road" },
    { "^resettlement",   "resettlement" },
    { "^clearance for",  "clearance" },
    { "",                "infrastructure" },
}

terms.fund_source = { ["on-lent foreign loans"] = "loan" }

terms.certainty = { high = "high", medium = "medium", low = "low" }

--- Two texts, either of which may be missing, as one.
function terms.joined(a, b)
    if a and b then
        return a .. "; " .. b
    end
    return a or b
end

--- The value of the first pattern that stands in the text.
-- terms.find(terms.reporter, "... 541/BC-UBND ...") --> "ward report ..."
function terms.find(list, text)
    for _, pair in ipairs(list) do
        if text and text:find(pair[1]) then
            return pair[2], pair[1]
        end
    end
end

--- The one date in a text, as an ISO date; nothing when there is none or more
-- than one.
-- terms.only_date "detailed plan 1656/QĐ-UBND 30/10/2009" --> "2009-10-30"
function terms.only_date(text)
    local found
    for day, month, year in text:gmatch "%f[%d](%d%d?)/(%d%d?)/(%d%d%d%d)" do
        if found then
            return nil
        end
        found = ("%s-%02d-%02d"):format(year, month, day)
    end
    return found
end

return terms
