--- The blocks of ccn.prim and ccn.robustness for report:sensitivity.

local wording = require "wording"

local say = wording.of(require "lang.discovery")

local HEAT = 120 -- futures that a heat map still shows

local function described(found, name)
    local made = found:table()
    made.name, made.title = name, nil
    made.note = #found.notes > 0 and table.concat(found.notes, " ") or nil
    return made
end

--- Adds a table; gives the name that it has got.
local function add_table(report, description)
    report:table(description)
    return report.blocks[#report.blocks].name
end

--- Coverage against density, the chosen box marked.
local function trajectory_chart(found, name, numbers)
    local values = {}
    for i, box in ipairs(found.boxes) do
        values[i] = { box = i, coverage = box.coverage or 0,
                      density = box.density, limited = box.restricted,
                      chosen = i == found.chosen }
    end
    local x = { field = "coverage", type = "quantitative",
                title = say "coverage", axis = { format = "%" } }
    local y = { field = "density", type = "quantitative",
                title = say "density", axis = { format = "%" } }
    local color = { field = "limited", type = "ordinal",
                    title = say "limited" }
    return { name = name .. "-coverage", title = say "coverage_chart",
             alt = say("coverage_alt", found.chosen),
             beside = numbers,
             spec = { data = { values = values }, height = 280, layer = {
        { mark = { type = "point", filled = true, size = 60 },
          encoding = { x = x, y = y, color = color } },
        { transform = { { filter = "datum.chosen" } },
          mark = { type = "point", size = 260, color = "black" },
          encoding = { x = x, y = y } },
    } } }
end

--- Of each limited factor the range tried, and on it that of the box.
local function box_chart(found, name, numbers)
    local values, texts = {}, {}
    for i, limit in ipairs(found.limits) do
        local width = limit.to - limit.from
        local function part(value, missing)
            return value and width > 0 and 100 * (value - limit.from) / width
                or missing
        end
        texts[i] = ("%s %s"):format(limit.title, limit.text)
        values[i] = { factor = limit.title, none = 0, all = 100,
                      low = part(limit.low, 0), high = part(limit.high, 100),
                      text = limit.text }
    end
    local y = { field = "factor", type = "nominal", title = "",
                axis = { labelLimit = 400 } }
    local function x(field)
        return { field = field, type = "quantitative",
                 title = say "share_of_range" }
    end
    return { name = name .. "-box", title = say "box_chart", beside = numbers,
             alt = say("box_alt", table.concat(texts, "; ")),
             spec = { data = { values = values }, height = { step = 34 },
                      layer = {
        { mark = { type = "bar", height = 4, color = "#bbb" },
          encoding = { y = y, x = x "none", x2 = { field = "all" } } },
        { mark = { type = "bar", height = 14 },
          encoding = { y = y, x = x "low", x2 = { field = "high" } } },
        { mark = { type = "text", align = "left", dy = -12 },
          encoding = { y = y, x = x "low",
                       text = { field = "text", type = "nominal" } } },
    } } }
end

local function prim(report, found, name)
    report:text(table.concat(found.lines, " "))
    local numbers = add_table(report, described(found, name))
    local boxes = found.trajectory:table()
    boxes.name = name .. "-boxes"
    report:on_page(function()
        if #found.limits > 0 then
            report:chart(box_chart(found, name, numbers))
        end
        report:chart(trajectory_chart(found, name, add_table(report, boxes)))
    end)
end

local function quantile(sorted, share)
    local at = 1 + share * (#sorted - 1)
    local low = math.floor(at)
    local high = math.min(low + 1, #sorted)
    return sorted[low] + (at - low) * (sorted[high] - sorted[low])
end

--- Least, quarter, half, three quarters, most.
local function regret_chart(found, name, numbers)
    local values = {}
    for i, plan in ipairs(found.plans) do
        local sorted = table.move(plan.regrets, 1, #plan.regrets, 1, {})
        table.sort(sorted)
        values[i] = { plan = plan.plan, least = sorted[1],
                      low = quantile(sorted, 0.25),
                      middle = quantile(sorted, 0.5),
                      high = quantile(sorted, 0.75), most = sorted[#sorted] }
    end
    local y = { field = "plan", type = "nominal", title = "",
                axis = { labelLimit = 400 } }
    local function x(field)
        return { field = field, type = "quantitative", title = say "regret" }
    end
    return { name = name .. "-regret", title = say "regret_chart",
             alt = say("regret_alt", found.choices.most_regret.plan),
             beside = numbers,
             spec = { data = { values = values }, height = { step = 30 },
                      layer = {
        { mark = "rule", encoding = { y = y, x = x "least",
                                      x2 = { field = "most" } } },
        { mark = { type = "bar", height = 14 },
          encoding = { y = y, x = x "low", x2 = { field = "high" } } },
        { mark = { type = "tick", color = "black", thickness = 2,
                   size = 18 },
          encoding = { y = y, x = x "middle" } },
    } } }
end

local function heat_chart(found, name)
    local values, rows = {}, {}
    for _, plan in ipairs(found.plans) do
        for f, regret in ipairs(plan.regrets) do
            values[#values + 1] = { plan = plan.plan, future = found.used[f],
                                    regret = regret }
            rows[#rows + 1] = { plan.plan, found.used[f], regret }
        end
    end
    return { name = name .. "-heat", title = say "heat_chart",
             alt = say "heat_alt",
             table = { columns = { say "plan",
                                   { title = say "future", kind = "number" },
                                   { title = say "regret", kind = "number" } },
                       rows = rows },
             spec = { data = { values = values }, mark = "rect",
                      height = { step = 24 }, encoding = {
        y = { field = "plan", type = "nominal", title = "",
              axis = { labelLimit = 400 } },
        x = { field = "future", type = "ordinal", title = say "future",
              axis = { labelOverlap = true } },
        color = { field = "regret", type = "quantitative",
                  title = say "regret", scale = { scheme = "blues" } },
    } } }
end

local function robustness(report, found, name)
    report:text(table.concat(found.lines, " "))
    local numbers = add_table(report, described(found, name))
    report:on_page(function()
        report:chart(regret_chart(found, name, numbers))
        if found.futures <= HEAT then
            report:chart(heat_chart(found, name))
        end
    end)
end

return function(report, found, options)
    local name = options and options.name or found.kind
    if found.kind == "prim" then
        prim(report, found, options and name or "prim-" .. found.output)
    else
        robustness(report, found, name)
    end
end
