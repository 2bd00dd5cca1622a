--- Refuses counts of the half-yearly forms that are no whole numbers, in a CSV
-- file that was read into the table observation: each with its line and column.
--
--     counts(plan, "observations.csv", separator)

local forms  = require "observations.forms"
local reader = require "reader"

local say = require "wording".of(require "lang.observations")

--- The observations of a plan that count things and are not whole, by key.
local function broken(plan)
    local list, any = {}, false
    for o in plan:observations() do
        local form = forms.of(o)
        local indicator = form and forms.indicator(form, o.indicator)
        if indicator and o.value and o.value % 1 ~= 0
            and forms.is_count(indicator) then
            list[o.key], any = o.value, true
        end
    end
    return any and list or nil
end

return function(plan, path, separator)
    local list = broken(plan)
    if not list then
        return
    end
    local refusals = reader.new()
    for _, cells in ipairs(ccn.csv(path, { separator = separator }).rows) do
        for _, cell in pairs(cells) do
            if list[cell] then
                refusals:refuse(path, cells.line, "value", list[cell],
                                say "not whole")
            end
        end
    end
    refusals:finish()
end
