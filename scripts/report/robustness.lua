--- report:robustness(order [, options]): how far each weight can go, how often
-- each takes which rank, what dethrones the first; docs/robustness.md.
--
-- Options: name (of the blocks), top, and those of order:acceptability.

local wording = require "wording"

local say, title = wording.of(require "lang.robust"), wording.title

local function percent(share)
    return wording.number(100 * share, "%.3g") .. " %"
end

--- A bar from low to high for each weight, and a mark where it is now.
local function weights_chart(report, found, name, top)
    local values = {}
    for i, entry in ipairs(found) do
        values[i] = { criterion = title(entry.criterion),
                      low = 100 * entry.top.low, high = 100 * entry.top.high,
                      now = 100 * entry.weight }
    end
    local y = { field = "criterion", type = "nominal", title = "",
                axis = { labelLimit = 400 } }
    local function x(field)
        return { field = field, type = "quantitative",
                 title = say "weight_share" }
    end
    report:chart {
        name = name .. "-weights", title = say("weights_title", top),
        alt = say("weights_alt", top), beside = name .. "-stability",
        spec = { data = { values = values }, height = { step = 26 }, layer = {
            { mark = { type = "bar", height = 8 },
              encoding = { y = y, x = x "low", x2 = { field = "high" } } },
            { mark = { type = "tick", thickness = 3, size = 20,
                       color = "black" },
              encoding = { y = y, x = x "now" } },
        } },
    }
end

--- How often each has each rank: the darker, the more often.
local function ranks_chart(report, found, name)
    local values, keys = {}, {}
    for k, entry in ipairs(found) do
        keys[k] = entry.key
        for rank, share in ipairs(entry.shares) do
            values[#values + 1] = { who = entry.key, rank = rank,
                                    share = share }
        end
    end
    local tooltip = { { field = "who", title = say "who" },
                      { field = "rank", title = say "rank" },
                      { field = "share", title = say "share_of_samples",
                        format = ".1%" } }
    report:chart {
        name = name .. "-ranks", title = say "ranks",
        alt = say("ranks_alt", found[1].key, percent(found[1].first)),
        table = found.by_rank:table(),
        spec = {
            data = { values = values }, mark = "rect",
            height = { step = 16 }, encoding = {
                y = { field = "who", type = "nominal", title = "",
                      sort = keys },
                x = { field = "rank", type = "ordinal", title = say "rank",
                      axis = { labelAngle = 0 } },
                color = { field = "share", type = "quantitative",
                          title = say "share_of_samples",
                          scale = { scheme = "blues" } },
                tooltip = tooltip,
            },
        },
    }
end

local function described(told, name)
    local made = told:table()
    made.name = name .. "-" .. told.name
    made.note = #told.notes > 0 and table.concat(told.notes, " ") or nil
    return made
end

local function acceptability(report, order, options, name)
    local asked = {}
    for key, value in pairs(options) do
        asked[key] = key ~= "name" and value or nil
    end
    local found = order:acceptability(asked)
    report:table(described(found, name))
    report:on_page(function()
        ranks_chart(report, found, name)
    end)
    if not order.leaves_out then
        report:table(described(order:dethrone(), name))
    end
end

return function(report, order, options)
    options = options or {}
    local name, top = options.name or "robust", options.top or 3
    if #order < 2 then
        report:text(say "alone")
        return
    end
    local found = order:stability { top = top }
    report:table(described(found, name))
    report:on_page(function()
        weights_chart(report, found, name, top)
    end)
    if order.method == "sum" then
        acceptability(report, order, options, name)
    end
    if order.from_data then
        report:table(described(order:reversals(), name))
    end
end
