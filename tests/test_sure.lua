--- What is said of every order without being asked.

local tests = {}

local function order_of(workers, options)
    local plan = ccn.new "Town"
    for i, count in ipairs(workers) do
        plan:add("enterprise", { key = "E" .. i, workers = count,
                                 land_held = (i * 7 % 5) / 5 })
    end
    local function leaf(name, field, weight, most)
        return { name = name, en = name, vi = name, field = field,
                 weight = weight, missing = "refuse",
                 scale = { from = 0, to = most } }
    end
    return ccn.rank(plan:enterprises(), {
        leaf("workers", "workers", 3, 100), leaf("land", "land_held", 1, 1),
    }, options)
end

local function has(lines, words)
    for _, line in ipairs(lines) do
        if line:find(words, 1, true) then
            return true
        end
    end
    error("not said: " .. words .. "\n" .. table.concat(lines, "\n"))
end

function tests.the_sentences_agree_with_the_questions()
    local order = order_of { 10, 90, 40, 70 }
    local lines = order:sure()
    has(lines, "E2 is first with "
        .. ("%.3g"):format(100 * order:acceptability()[1].first) .. " %")
    has(lines, order:dethrone().lines[1]:gsub(":$", "."))
    has(lines, "dominated")
end

function tests.nothing_is_said_of_one_or_of_a_tie_for_the_first_place()
    assert(#order_of({ 50 }):sure() == 0)
    local plan = ccn.new "Town"
    for i = 1, 3 do
        plan:add("enterprise", { key = "E" .. i, workers = i < 3 and 9 or 1 })
    end
    local order = ccn.rank(plan:enterprises(), {
        { name = "w", field = "workers", weight = 1, missing = "refuse",
          scale = { from = 0, to = 10 } },
    })
    assert(order[1].tie and #order:sure() == 0)
end

function tests.where_worth_comes_from_the_data_reversals_are_told()
    local plan = ccn.new "Town"
    for i, row in ipairs { { 10, 5 }, { 90, 1 }, { 40, 4 }, { 70, 2 } } do
        plan:add("enterprise", { key = "E" .. i, workers = row[1],
                                 land_held = row[2] })
    end
    local order = ccn.rank(plan:enterprises(), {
        { name = "w", field = "workers", weight = 1, missing = "refuse" },
        { name = "l", field = "land_held", weight = 1, missing = "refuse" },
    }, { normal = "minmax" })
    has(order:sure(), order:reversals().lines[1])
end

function tests.another_method_gives_the_sentences_that_fit_it()
    local lines = order_of({ 10, 90, 40, 70 }, { method = "topsis" }):sure()
    has(lines, "E2")
end

return tests
