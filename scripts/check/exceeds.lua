--- Figures of half-yearly forms that are more than what they are part of: more
-- land leased than built, more projects operating than registered.
--
--     ccn.check(plan)         -- as a part of it, by what was known on a day
--     exceeds(plan, add, { form = "02", period = "2026-6m" })

local current = require "observations.current"
local forms   = require "observations.forms"
local wording = require "wording"

local say = wording.of(require "lang.observations")

-- Part and whole.
local PROJECTS = { { "n_projects_operating", "n_projects" },
                   { "n_projects_fdi", "n_projects" } }
local UNIT = { { "industrial_land_leased", "industrial_land" },
               { "n_wwtp_ok", "n_wwtp_any" }, table.unpack(PROJECTS) }
local PAIRS = {
    ["01"] = {},
    ["02"] = { { "industrial_land_leased", "industrial_land_built" },
               { "wwtp_ok", "wwtp_any" }, table.unpack(PROJECTS) },
    ["03"] = UNIT, ["04"] = UNIT,
}

--- The figures of each form by indicator, in the order of the plan.
local function gather(plan, options)
    local list, by = {}, {}
    for _, o in ipairs(current(plan, { on = options.on, form = options.form,
                                       period = options.period })) do
        local form = forms.of(o)
        if form and o.value then
            local subject = o[forms.subject[form]]
            local name = ("%s/%s/%s"):format(form, o.period, subject.key)
            if not by[name] then
                by[name] = { form = form, subject = subject, figures = {} }
                list[#list + 1] = by[name]
            end
            by[name].figures[o.indicator] = o
        end
    end
    return list
end

local function figure(form, o)
    local indicator = forms.indicator(form, o.indicator)
    local text = ("%s %s"):format(indicator[ccn.lang()],
                                  wording.number(o.value, "%.6g"))
    return forms.is_count(indicator) and text
        or text .. " " .. say("unit " .. indicator.unit)
end

return function(plan, add, options)
    for _, one in ipairs(gather(plan, options)) do
        for _, pair in ipairs(PAIRS[one.form]) do
            local part, whole = one.figures[pair[1]], one.figures[pair[2]]
            if part and whole and part.value > whole.value then
                add { id = "form-exceeds", severity = "warning",
                      object = one.subject, field = part.indicator,
                      text = say("finding exceeds", one.form, part.period,
                                 figure(one.form, part),
                                 figure(one.form, whole), part.key,
                                 part.reporter or "?"),
                      terms = { part = part.value, whole = whole.value },
                      sources = { part.key, whole.key } }
            end
        end
    end
end
