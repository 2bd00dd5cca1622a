--- What is asked of a placement by solving again, as people read it: each
-- answer prints as a table.

local solve   = require "place.solve"
local wording = require "wording"

local say, key_of = wording.of(require "lang.again"), wording.key
local share, sum = wording.gap, wording.sum

--- One đồng is worth too little to be read.
local BILLION = 1e9

local shown = {}

--- "Near 2028", or left out.
local function place_of(move)
    return move.cluster and key_of(move.cluster) .. " " .. move.year
        or say "left_out"
end

--- A table with a title above it; names end in > for numbers.
local function text_of(title, names, rows)
    local columns = {}
    for i, name in ipairs(names) do
        local key, right = name:match "^(.-)(>?)$"
        columns[i] = { title = say(key),
                       align = right == ">" and "right" or "left" }
    end
    return title .. (#rows > 0 and "\n" .. tostring(ccn.table {
        columns = columns, rows = rows }) or "")
end

--- Give an answer its words, and print().
local function with(answer, words)
    local function text(self)
        return words(self)
    end
    return setmetatable(answer, { __tostring = text, __index = {
        print = function(self)
            print(text(self))
        end,
    } })
end

local function changes_text(title, list)
    local rows = {}
    for i, moved in ipairs(list) do
        rows[i] = { moved.key, place_of(moved.from), place_of(moved.to) }
    end
    return text_of(title, { "who", "strict", "best" }, rows)
end

function shown.strictness(answer)
    return with(answer, function(self)
        local total = self.strict.total
        if sum(self.most, total) == "0" then
            return changes_text(say("strictness_none", sum(total),
                                    #self.strict.placed), self.moved)
        end
        return changes_text(say("strictness", sum(self.price, total),
                                sum(self.most, total),
                                sum(self.strict.total), sum(self.best.total),
                                #self.strict.placed, #self.best.placed),
                            self.moved)
    end)
end

function shown.pin_costs(list)
    return with(list, function(self)
        local rows = {}
        for i, pin in ipairs(self) do
            rows[i] = { pin.key, place_of(pin),
                        sum(pin.cost, pin.free.total),
                        ("%+d"):format(pin.placed) }
        end
        return text_of(say(#self > 0 and "pins" or "no_pins"),
                       { "who", "pinned", "cost>", "placed>" }, rows)
    end)
end

function shown.front(list, titles)
    return with(list, function(self)
        local columns, rows = {}, {}
        for i, title in ipairs(titles) do
            columns[i] = { title = title, align = "right" }
        end
        columns[#columns + 1] = { title = say "placed_in_all",
                                  align = "right" }
        columns[#columns + 1] = { title = say "gap", align = "right" }
        for i, point in ipairs(self) do
            rows[i] = {}
            for k, value in ipairs(point.values) do
                rows[i][k] = sum(value)
            end
            table.insert(rows[i], tostring(#point.placement.placed))
            table.insert(rows[i], share(point.gap))
        end
        return say "front" .. "\n" .. tostring(ccn.table {
            columns = columns, rows = rows })
    end)
end

function shown.curve(list)
    return with(list, function(self)
        local rows = {}
        for i, point in ipairs(self) do
            rows[i] = { tostring(point.moves), sum(point.total),
                        sum(point.bound),
                        share(point.gap) }
        end
        return text_of(say "curve", { "moves>", "total>", "bound>", "gap>" },
                       rows)
    end)
end

function shown.others(list)
    return with(list, function(self)
        local rows = {}
        for i, placement in ipairs(self) do
            rows[i] = { tostring(i), sum(placement.total),
                        share(placement.gap), tostring(#placement.placed),
                        tostring(#solve.differing(placement, self[1])) }
        end
        return text_of(say("others", #self),
                       { "plan>", "total>", "gap>", "placed_in_all>",
                         "otherwise>" }, rows)
    end)
end

function shown.prices(list)
    return with(list, function(self)
        local rows = {}
        for i, price in ipairs(self) do
            local value, unit = price.price, wording.unit(price.unit)
            if price.unit == "VND" then
                value, unit = value * BILLION, say "billion"
            end
            rows[i] = { price.title or say(price.resource), price.key or
                            say "all_clusters", tostring(price.year),
                        sum(value), unit }
        end
        return text_of(#self > 0 and say "prices" or say "no_prices",
                       { "what", "where", "year>", "price>", "per" }, rows)
    end)
end

return shown
