-- What someone who has only the documentation meets in scheduling: a mistake is
-- named where it was made, and what cannot be says what would be enough.

local test = {}

local BILLION = 1000000000

local function town()
    local plan = ccn.new "Town"
    for i, key in ipairs { "A", "B" } do
        plan:add("unit", { key = "Commune " .. i })
        plan:add("cluster", { key = key, unit = "Commune " .. i,
                              state = "operating", industrial_area = 10,
                              leased_area = 9 })
    end
    for key, row in pairs { ["A/2"] = { "A", 5, 20 }, ["A/3"] = { "A", 4, 12 },
                            ["B/2"] = { "B", 6, 18 } } do
        plan:add("phase", { key = key, cluster = row[1], duration = 1,
                            number = tonumber(key:sub(3)),
                            industrial_area = row[2], cost = row[3] * BILLION,
                            state = "proposed" })
    end
    return plan
end

local function schedule(options, plan)
    local all = { years = { 2027, 2030 }, budget = {
        { source = "province", carry = true, [2027] = 15 * BILLION,
          [2028] = 15 * BILLION } } }
    for key, value in pairs(options or {}) do
        all[key] = value
    end
    return ccn.schedule(plan or town(), all)
end

local function fails(message, options, plan)
    local done, got = pcall(schedule, options, plan)
    got = tostring(got)
    if done or not got:find(message, 1, true) or got:find("scripts/", 1, true)
    then
        error(("wanted the error '%s', got %s"):format(message, got), 2)
    end
end

local function all() return true end

-- What cannot be

function test.money_that_is_too_little_says_how_much_more_would_do()
    -- 50 billion are asked, 30 are there
    fails("it is enough to give up: that 'A/2' opens; or, by itself: "
          .. "20,000,000,000 VND more, there in 2027", { must = all })
    local plan, budget = town(), {
        { source = "province", carry = true, [2027] = 35 * BILLION,
          [2028] = 15 * BILLION } }
    assert(#schedule({ must = all, budget = budget }, plan).opened == 3)
end

function test.limits_that_cannot_be_kept_can_be_an_answer()
    local found = schedule { must = all, unsolved = "tell", limits = {
        { name = "early", of = "phases", least = 1, years = { 2027, 2027 } } } }
    assert(found.unsolved and found.money == 20 * BILLION)
    assert(#found.give_up == 1 and found.give_up[1].phase)
    assert(tostring(found):find "20,000,000,000 VND more")
    found = schedule { unsolved = "tell", limits = {
        { name = "many", of = "phases", least = 4 } } }
    assert(found.unsolved and found.money == nil)
    assert(found.give_up[1].limit == "many")
end

function test.what_more_money_does_not_help_says_nothing_of_it()
    local done, why = pcall(schedule, { must = all, limits = {
        { name = "few", of = "phases", most = 1 } } })
    assert(not done and not why:find "VND more", why)
end

-- Mistakes

function test.a_field_of_a_phase_that_is_misspelt_is_the_scripts_mistake()
    fails("phase has no field 'mst'", { must = "mst" })
    fails("did you mean 'industrial_area'?", { area = "industrial_aera" })
    fails("place: there is no 'yrs'", { order = town():enterprises(),
                                        place = { yrs = { 2027, 2028 } } })
end

function test.shares_are_no_percentages()
    local function source(share)
        return { budget = { { source = "a", share = share, article = "x",
                              [2027] = 5 } } }
    end
    fails("a: share must be a share from 0 to 1", source(30))
    fails("a: share must be a share from 0 to 1", source(-0.1))
    fails("fill.above must be a share", { fill = { above = 60, article = "x" },
                                          demand = function() return 1 end })
    fails("fair.least must be a share", { fair = { least = 30 } })
    fails("fair.difference must be a share", { fair = { difference = -1 } })
end

function test.sources_of_one_name_are_refused()
    fails("two sources are called 'a'", { budget = {
        { source = "a", [2027] = 5 }, { source = "a", [2028] = 5 } } })
    local two = schedule { budget = { { source = "a", [2027] = 20e9 },
                                      { source = "a", name = "a, late",
                                        [2028] = 18e9 } } }
    local sum = 0
    for _, cell in ipairs(two:paid()) do
        sum = sum + cell.amount
    end
    assert(sum == 38 * BILLION)
end

function test.amounts_below_nothing_are_refused()
    fails("the money of 2027 is -5", { budget = { { source = "a",
                                                    [2027] = -5 } } })
    fails("must be from 0, got -5", { demand = function() return -5 end })
    fails("limit 'few' must be from 0, got -1", { limits = {
        { name = "few", of = "phases", most = -1 } } })
    fails("pilot_lag must be from 0", { pilots = { "A" }, pilot_lag = -1 })
    for _, value in ipairs { "x", -1, 1e300 } do
        local plan = town()
        plan:phase "A/2".cost = nil
        fails("unknown.cost: what is assumed must be", {
            unknown = { cost = { assume = value } } }, plan)
    end
    local plan = town()
    plan:phase "A/2".duration = nil
    fails("its years of building must be from 0 to 60", {
        unknown = { duration = { assume = 1e9 } } }, plan)
end

function test.what_would_not_be_heeded_is_refused()
    fails("rules is of no use without", { rules = {} })
    fails("pilot_lag is of no use without pilots", { pilot_lag = 1 })
    fails("rounds is of no use without place", { rounds = 1 })
    fails("two terms are called 'x'", { terms = {
        { name = "x", value = function() return 1 end },
        { name = "x", value = function() return 1 end } } })
    fails("with place the goal is that of placing", {
        order = town():enterprises(), terms = {},
        place = { years = { 2027, 2030 }, mode = "best" } })
    fails("after, 1 needs the phase before", { after = { { "A/2" } } })
    fails("did you mean 'A/2'?", { after = { { "A/2", "A/22" } } })
    fails("years 2027 to 2300 are more than 60", { years = { 2027, 2300 } })
    fails("gap must be a share", { gap = 2 })
    fails("steps must be a whole number from 1", { steps = 0 })
end

function test.a_phase_asked_about_is_one_of_the_schedule()
    local made = schedule()
    for _, ask in ipairs { "why", "reason" } do
        local done, why = pcall(made[ask], made, "A/22")
        assert(not done and why:find("did you mean 'A/2'?", 1, true))
        done, why = pcall(made[ask], made)
        assert(not done and why:find("why: phase must be a row", 1, true))
    end
end

function test.a_lesson_about_no_work_there_is_is_noted()
    local lessons = ccn.lessons { { work = "infrastucture", cost = 1.2,
                                    source = "pilot" } }
    local text = tostring(schedule { lessons = lessons })
    assert(text:find("no phase has a cost of the kind 'infrastucture'; did "
                     .. "you mean 'infrastructure'?", 1, true), text)
end

function test.what_is_assumed_is_told_in_full()
    local plan = town()
    plan:phase "A/2".cost = nil
    local made = schedule({ unknown = { cost = { assume = 4e9 } } }, plan)
    assert(tostring(made):find("cost: unknown counts as 4,000,000,000 (1)", 1,
                               true))
end

-- What works as it is written

function test.fairness_without_a_limit_is_told()
    local made = schedule { fair = {} }
    local free = schedule()
    assert(made.total == free.total)
    assert(#made.fair == 2 and made.fair[2].group == "Commune 2")
    assert(made.fair[2].opened == 6 and made.fair[2].share == 1)
end

function test.progress_can_be_printed()
    assert(schedule { watch = "print" }.total == schedule().total)
end

function test.money_may_be_written_in_powers_of_ten()
    local made = schedule { budget = { { source = "a", [2027] = 18e9 } },
                            cost = function(phase) return phase.cost * 1.0 end }
    assert(#made.opened == 1 and made.opened[1].key == "B/2")
end

function test.the_first_phase_of_a_pilot_is_first_by_number()
    local made = schedule { pilots = { "A" }, pilot_lag = 1, budget = {
        { source = "a", [2027] = 60e9, carry = true } } }
    local by = made.by_key
    assert(by["A/2"].year == 2027 and by["B/2"].year == 2028)
    local plan = town()
    plan:phase "A/3".number = 1
    made = schedule({ pilots = { "A" }, pilot_lag = 1, budget = {
        { source = "a", [2027] = 12e9, [2028] = 18e9 } } }, plan)
    assert(made.by_key["A/3"].year == 2027 and made.by_key["B/2"].year == 2028)
end

function test.an_amount_of_a_budget_line_may_be_assumed()
    local plan = town()
    plan:add("budget", { key = "L1", year = 2027, source = "province",
                         status = "planned" })
    local made = schedule({ budget = "plan",
                            unknown = { amount = { assume = 18 * BILLION } } },
                          plan)
    assert(#made.opened == 1 and made.opened[1].key == "B/2")
end

function test.lines_that_pay_for_nothing_here_do_not_count_as_sources()
    local plan = town()
    for i, purpose in ipairs { "relocation", "clearance", "resettlement",
                               "planning", "road", "wastewater" } do
        for k, cluster in ipairs { "A", "B" } do
            plan:add("budget", { key = ("L%d%d"):format(i, k), year = 2027,
                                 source = "province", purpose = purpose,
                                 cluster = cluster, status = "planned",
                                 amount = BILLION })
        end
    end
    plan:add("budget", { key = "All", year = 2027, source = "province",
                         purpose = "infrastructure", status = "planned",
                         amount = 18 * BILLION })
    local made = schedule({ budget = "plan" }, plan)
    assert(#made.job.sources == 1 and #made.opened == 1)
    assert(tostring(made):find "they pay for nothing that is scheduled here: ")
end

return test
