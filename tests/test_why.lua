--- What order:why says would make two change places does so.

local tests = {}

local SCALES = {
    { from = 0, to = 80 }, { from = 90, to = 10 },
    { points = { { 0, 0 }, { 30, 3 }, { 60, 4 }, { 100, 10 } } },
    { bands = { { 24, 4 }, { 36, 2 }, { 70, 1 } }, above = 0 },
    { all = 55 }, { deduct = 0.1, out_of = 10 },
}

local function criteria(fields)
    local list = {}
    for j, field in ipairs(fields) do
        list[j] = { name = field, en = field, vi = field, field = field,
                    weight = 1 + (3 * j) % 5, missing = "worst",
                    scale = SCALES[j] }
    end
    return list
end

--- A plan of two whose values are whole, or not.
local function two(fields, kind, draw)
    local plan = ccn.new "Two"
    for _, field in ipairs(fields) do
        plan:define("enterprise", { name = field, kind = kind, unit = "",
                                    min = 0, max = 1000, en = field,
                                    vi = field, doc = "test" })
    end
    for _, key in ipairs { "A", "B" } do
        local row = { key = key }
        for _, field in ipairs(fields) do
            row[field] = draw()
        end
        plan:add("enterprise", row)
    end
    return plan
end

local FIELDS = { "x_a", "x_b", "x_c", "x_d", "x_e", "x_f" }

--- The change that the text names, tried: who stood behind is behind no more.
local function try(plan, text, slack)
    local who, field, value = text:match("(%S+) would draw level, or pass, "
                                         .. "with (%S+) (%S+) instead")
    if not who then
        return false
    end
    plan:enterprise(who)[field] = tonumber(value)
    local order = ccn.rank(plan:enterprises(), criteria(FIELDS))
    local other = who == "A" and "B" or "A"
    assert(order:entry(who).score >= order:entry(other).score - slack, text)
    return true
end

function tests.a_changed_value_draws_level()
    local seed = 3
    local function random() -- Park and Miller 1988
        seed = seed * 48271 % 2147483647
        return seed / 2147483647
    end
    for kind, draw in pairs {
        whole = function() return math.floor(random() * 101) end,
        number = function() return random() * 100 end,
    } do
        local tried = 0
        for _ = 1, 300 do
            local plan = two(FIELDS, kind, draw)
            local order = ccn.rank(plan:enterprises(), criteria(FIELDS))
            -- six digits are shown
            tried = tried + (try(plan, order:why("A", "B"),
                                 kind == "whole" and 1e-9 or 1e-4)
                             and 1 or 0)
        end
        assert(tried > 100, tried)
    end
end

function tests.what_is_counted_changes_by_whole_numbers()
    local plan = ccn.new "Three"
    for key, e in pairs { E1 = { 24, 0.3 }, E3 = { 40, 1.5 } } do
        plan:add("enterprise", { key = key, workers = e[1], land_held = e[2] })
    end
    local function order_with(weight)
        return ccn.rank(plan:enterprises(), {
            { name = "workers", en = "Workers", vi = "Lao động",
              field = "workers", scale = { from = 0, to = 80 }, weight = weight,
              missing = "refuse" },
            { name = "land", en = "Land held", vi = "Đất đang giữ",
              field = "land_held", scale = { from = 2, to = 0 }, weight = 1,
              missing = "refuse" } })
    end
    local text = order_with(1.55):why("E1", "E3")
    assert(text:find("E3 would draw level, or pass, with Workers 55 instead of "
                     .. "40.", 1, true), text)
    plan:enterprise "E3".workers = 54
    assert(order_with(1.55)[1].key == "E1")
    plan:enterprise "E3".workers = 55
    assert(order_with(1.55)[1].key == "E3")
end

--- No factor on a weight helps who is nowhere better.
function tests.nothing_is_said_where_nothing_would_do()
    local plan = ccn.new "Two"
    plan:add("enterprise", { key = "A", workers = 20, type = "polluting" })
    plan:add("enterprise", { key = "B", workers = 80, type = "new" })
    local order = ccn.rank(plan:enterprises(), {
        { name = "workers", field = "workers", scale = { all = 10 }, weight = 1,
          missing = "refuse" },
        { name = "type", field = "type", weight = 3, missing = "refuse",
          scale = { values = { polluting = 2, new = 1 }, out_of = 2 } } })
    local text = order:why("A", "B")
    assert(not text:find("would tie if the weight", 1, true), text)
    assert(text:find("with type polluting instead of new", 1, true), text)
end

return tests
