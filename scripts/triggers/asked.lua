--- What is asked of evaluate is checked: options, subjects, and indicators,
-- since what nobody reports would only be quiet for ever.

local forms = require "observations.forms"
local names = require "names"

local say = require "wording".of(require "lang.triggers")

local OPTIONS = { "from", "to", "on", "known", "subjects" }

local FORMS = { cluster = { "02" }, enterprise = { "01" },
                unit = { "03", "04" } }

--- The names of indicators that a form asks of such subjects, and of those that
-- were ever observed.
local function indicators_of(plan, of)
    local list, seen = {}, {}
    local function add(name)
        if name and not seen[name] then
            seen[name], list[#list + 1] = true, name
        end
    end
    for _, form in ipairs(FORMS[of]) do
        for _, indicator in ipairs(forms.asks[form]) do
            add(indicator.key)
        end
    end
    for o in plan:observations() do
        add(o[of] and o.indicator)
    end
    return list
end

--- An indicator that is in no form and was never observed is misspelt.
local function check_indicators(plan, set)
    local known = {}
    for _, signpost in ipairs(set.signposts) do
        local of = signpost.of
        known[of] = known[of] or indicators_of(plan, of)
        for _, name in ipairs(signpost.indicators) do
            names.only(say("of", signpost.id, "indicators"), { [name] = true },
                       known[of])
        end
    end
end

--- A subject that the plan does not have would only be quiet for ever.
local function check_subjects(plan, set, subjects)
    for _, key in ipairs(subjects or {}) do
        local there, keys = false, {}
        for _, signpost in ipairs(set.signposts) do
            there = there or plan[signpost.of](plan, key) ~= nil
            local more = plan[signpost.of .. "s"](plan):keys()
            table.move(more, 1, #more, #keys + 1, keys)
        end
        if not there then
            error(say("no such subject", tostring(key))
                  .. names.near(key, keys), 0)
        end
    end
end

return function(plan, set, options)
    names.only("ccn.triggers.evaluate", options, OPTIONS)
    names.one_of(say("of", "ccn.triggers.evaluate", "known"), options.known,
                 { "then", "now" })
    check_indicators(plan, set)
    check_subjects(plan, set, options.subjects)
end
