--- Criteria inside of criteria, and classes.

local tests = {}

local function near(got, expected)
    assert(math.abs(got - expected) < 1e-12,
           ("%.17g instead of %.17g"):format(got, expected))
end

local function refused(words, call, ...)
    local good, message = pcall(call, ...)
    assert(not good, "it was taken")
    assert(tostring(message):find(words, 1, true), message)
end

local function leaf(name, field, weight, most)
    return { name = name, en = name, vi = name, field = field,
             weight = weight, missing = "interval", ground = "ours",
             scale = { from = 0, to = most } }
end

local function tree()
    return {
        name = "tree", version = "1",
        { name = "size", en = "Size", vi = "Quy mô", weight = 60,
          leaf("workers", "workers", 2, 100),
          { name = "room", en = "Room", vi = "Diện tích", weight = 1,
            leaf("held", "land_held", 1, 2), leaf("wanted", "land_wanted", 3,
                                                  4) } },
        leaf("power", "power", 40, 10),
    }
end

local function flat()
    return { leaf("workers", "workers", 40, 100),
             leaf("held", "land_held", 5, 2),
             leaf("wanted", "land_wanted", 15, 4), leaf("power", "power", 40,
                                                        10) }
end

local function town()
    local plan = ccn.new "Town"
    plan:define("enterprise", { name = "x_power", kind = "number", unit = "kW",
                                min = 0, max = 1e6, en = "P", vi = "P",
                                doc = "test" })
    for i, row in ipairs { { 10, 1, 2, 3 }, { 90, 0.5, 1, 9 },
                           { 50, 2, 4, 1 }, { 20, false, 3, 8 } } do
        plan:add("enterprise", { key = "E" .. i, workers = row[1],
                                 land_held = row[2] or nil,
                                 land_wanted = row[3], x_power = row[4] })
    end
    return plan
end

local function order_by(criteria)
    for _, criterion in ipairs(criteria) do
        if criterion.name == "power" then
            criterion.field = "x_power"
        end
    end
    return ccn.rank(town():enterprises(), criteria)
end

function tests.a_tree_orders_as_its_leaves_with_the_shares_of_the_whole()
    local one, other = order_by(tree()), order_by(flat())
    for place = 1, #one do
        assert(one[place].key == other[place].key)
        near(one[place].score, other[place].score)
        assert(one[place].rank_high == other[place].rank_high)
    end
end

function tests.a_group_adds_what_its_parts_add()
    for entry in order_by(tree()) do
        local c = entry.contributions
        near(c.room, c.held + c.wanted)
        near(c.size, c.workers + c.room)
        near(c.size + c.power, entry.score)
    end
end

function tests.why_speaks_of_groups_and_then_of_their_parts()
    local order = order_by(tree())
    local text = order:why("E2", "E3")
    local size = text:find("Size:", 1, true)
    local room = text:find("\n    %S+  Room:\n      %S+  wanted: 1 against 4")
    assert(size and room and size < room, text)
    assert(not order:why("E2", "E2"):find "Size", "nothing tells them apart")
end

function tests.the_first_level_is_an_order_of_its_own()
    local order = order_by(tree())
    local top = order:top()
    assert(#top.criteria == 2 and top.criteria[1].name == "size")
    for place = 1, #order do
        assert(top[place].key == order[place].key)
        near(top[place].score, order[place].score)
    end
    near(top:stability().size.weight, 0.6)
end

function tests.at_the_end_of_its_interval_the_weight_of_a_group_makes_a_tie()
    local found = order_by(tree()):top():stability().size.ranking
    local tried = 0
    for _, stay in ipairs { { found.low, found.at_low },
                            { found.high, found.at_high } } do
        if stay[2] then
            local criteria = tree()
            criteria[1].weight, criteria[2].weight = stay[1], 1 - stay[1]
            local order = order_by(criteria)
            near(order:entry(stay[2][1]).score, order:entry(stay[2][2]).score)
            tried = tried + 1
        end
    end
    assert(tried > 0)
end

function tests.the_criteria_of_the_script_stay_as_they_are()
    local criteria = tree()
    order_by(criteria)
    assert(criteria[1][1].weight == 2 and criteria[1].weight == 60)
end

function tests.a_wrong_tree_is_refused_by_name()
    local function rank(change)
        local criteria = tree()
        change(criteria)
        return function()
            order_by(criteria)
        end
    end
    refused("two criteria 'held'", rank(function(c) c[2].name = "held" end))
    refused("two criteria 'size'", rank(function(c) c[2].name = "size" end))
    refused("criterion 'size' has parts; only they can have 'field'",
            rank(function(c) c[1].field = "workers" end))
    refused("criterion 'room': it needs a weight",
            rank(function(c) c[1][2].weight = nil end))
    refused("criterion 'held': it needs a weight",
            rank(function(c) c[1][2][1].weight = -1 end))
    refused("criterion 'room': the weights of its parts add up to nothing",
            rank(function(c) c[1][2][1].weight, c[1][2][2].weight = 0, 0 end))
    refused("two criteria 'size'",
            rank(function(c) c[1][3] = c[1] end))
    refused("two criteria 'inner'", rank(function(c)
        local inner = { name = "inner", weight = 1 }
        inner[1] = inner
        c[1][3] = inner
    end))
    refused("criterion 'g34' is too deep", rank(function(c)
        local inner = leaf("end", "power", 1, 10)
        for level = 40, 3, -1 do
            inner = { name = "g" .. level, weight = 1, inner }
        end
        c[1][3] = inner
    end))
    refused("criterion 1 of 'size' must be { name = ..., ... }, got '5'",
            rank(function(c) c[1][1] = 5 end))
    refused("criterion 3 has no name",
            rank(function(c) c[3] = { weight = 1, c[2] } end))
    refused("criterion 1 of 'room' has no name",
            rank(function(c) c[1][2][1].name = nil end))
    refused("size: number 2 is nil",
            rank(function(c) c[1][3], c[1][2] = c[1][2], nil end))
    refused("'none': it needs field or value, or criteria inside",
            rank(function(c) c[3] = { name = "none", weight = 1 } end))
    refused("criterion 'size': it needs a weight",
            rank(function(c) c[1].weight = math.huge end))
end

function tests.a_group_of_weight_0_is_switched_off()
    local criteria = tree()
    criteria[1][2].weight = 0
    local entry = order_by(criteria):entry "E1"
    assert(entry.contributions.room == 0 and entry.contributions.held == 0)
    near(entry.score, 0.6 * 0.1 + 0.4 * 0.3)
end

function tests.a_tree_explains_topsis_too()
    local criteria = tree()
    for _, criterion in ipairs(criteria) do
        criterion.field = criterion.name == "power" and "x_power" or nil
    end
    for entry in ccn.rank(town():enterprises(), criteria,
                          { method = "topsis" }) do
        near(entry.contributions.size + entry.contributions.power, entry.score)
    end
end

--- Classes

local LIST = { { "A", from = 0.7 }, { "B", from = 0.4 }, { "C" } }

function tests.classes_follow_the_thresholds()
    local order = order_by(flat())
    local classes = order:classes(LIST)
    for i, entry in ipairs(order) do
        local expected = entry.score >= 0.7 and "A"
            or entry.score >= 0.4 and "B" or "C"
        assert(classes[i].class == expected)
    end
    assert(classes.count.A + classes.count.B + classes.count.C == 4)
end

function tests.a_class_is_certain_when_the_unknown_cannot_change_it()
    local order = order_by(flat())
    local entry = order:entry "E4"
    local middle = (entry.low + entry.high) / 2
    local classes = order:classes { { "A", from = middle }, { "B" } }
    local four
    for _, found in ipairs(classes) do
        four = found.key == "E4" and found or four
    end
    assert(not four.certain and four.low == "B" and four.high == "A")
    assert(tostring(classes):find("E4 (B–A)", 1, true))
end

function tests.a_score_on_a_threshold_meets_it()
    local plan = ccn.new "Town"
    plan:add("enterprise", { key = "E1", workers = 70 })
    local order = ccn.rank(plan:enterprises(), { leaf("w", "workers", 1, 100) })
    assert(order:classes(LIST)[1].class == "A")
end

function tests.wrong_classes_are_refused()
    local order = order_by(flat())
    refused("class 1 must be", order.classes, order, {})
    refused("class 1 must be", order.classes, order, nil)
    refused("class 2 must be", order.classes, order,
            { { "A", from = 0.4 }, { "B", from = 0.7 }, { "C" } })
    refused("class 1 must be", order.classes, order, { { "A" }, { "B" } })
    refused("class 2 must be", order.classes, order,
            { { "A", from = 0.4 }, { "B", from = 0.1 } })
end

function tests.criteria_with_classes_give_every_entry_its_class()
    local criteria = flat()
    local plain = order_by(flat())
    local four = plain:entry "E4"
    local middle = (four.low + four.high) / 2
    criteria.classes = { { "early", from = middle }, { "late" } }
    local order = order_by(criteria)
    local entry = order:entry "E4"
    assert(entry.class_low == "late" and entry.class_high == "early")
    assert(tostring(order):find("(late–early)", 1, true), tostring(order))
    assert(not tostring(plain):find("class", 1, true))
    local found = order:classes()
    assert(found.count[order[1].class] >= 1)
    assert(found.count.early + found.count.late == 4)
    criteria.classes = { { "one", from = 0.5 }, { "one" } }
    refused("class 2 must be", order_by, criteria)
end

return tests
