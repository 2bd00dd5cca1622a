--- Drafting criteria: reading, trying, keeping, approving, the annex.

local criteria = ccn.criteria
local tests = {}

local function refused(words, call, ...)
    local good, message = pcall(call, ...)
    assert(not good, "it was taken")
    assert(tostring(message):find(words, 1, true), message)
    return message
end

local function leaf(name, field, weight, most)
    return { name = name, en = name, vi = name, field = field,
             weight = weight, missing = "interval", ground = "ours",
             scale = { from = 0, to = most } }
end

local function town(rows)
    local plan = ccn.new "Town"
    for i, row in ipairs(rows) do
        plan:add("enterprise", { key = "E" .. i, workers = row[1],
                                 land_held = row[2], land_wanted = row[3] })
    end
    return plan
end

local ROWS = { { 10, 0.1, 2 }, { 40, 0.4, 1 }, { 90, 0.9, 4 }, { 20, 0.2 },
               { 60, 0.6, 3 } }

local function set()
    return { name = "draft", version = "1", en = "Draft", vi = "Dự thảo",
             leaf("workers", "workers", 50, 100),
             leaf("held", "land_held", 30, 1),
             leaf("wanted", "land_wanted", 20, 4) }
end

function tests.every_set_that_ships_is_a_set_with_grounds()
    for _, name in ipairs(criteria.shipped()) do
        local shipped = criteria.read(name)
        assert(shipped.status and shipped.en and shipped.vi, name)
        local function check(list)
            for _, criterion in ipairs(list) do
                assert(criterion.en and criterion.vi, criterion.name)
                assert(criterion.ground and criterion.weight, criterion.name)
                check(criterion[1] and criterion or {})
            end
        end
        check(shipped)
    end
end

function tests.the_developer_set_has_100_points_and_a_pass_mark()
    local dossiers = {
        { key = "A", experience = 1, staff = 4, equity_proof = 1,
          capital_proof = 5, loan_commitment = 10, capital_schedule = 5,
          years_to_fill = 5, works = 6, connection = 2, clearance = 2,
          housing = 1, months_to_build = 24, solution_missing = 0,
          management_missing = 0, equity_is_enough = "yes",
          conditions_are_met = "yes" },
        { key = "B", experience = 0.5, staff = 2, equity_proof = 1,
          years_to_fill = 9, months_to_build = 30, solution_missing = 2,
          management_missing = 4, equity_is_enough = "yes",
          conditions_are_met = "yes" },
        { key = "C", equity_is_enough = "no", conditions_are_met = "yes" },
    }
    local at = 0
    local order = ccn.rank(function()
        at = at + 1
        return dossiers[at]
    end, criteria.read "developer")
    assert(#order == 2 and order[1].key == "A")
    assert(math.abs(order[1].score - 1) < 1e-12)
    local points = 7.5 + 0 + 10 + 7 + 2 + (10 - 3) + (5 - 3)
    assert(math.abs(100 * order[2].score - points) < 1e-9)
    assert(order[1].class:find "passes" and order[2].class:find "fails")
    assert(order:entry("C").excluded_by == "equity")
end

--- Trying

function tests.a_trial_says_how_well_it_tells_apart()
    local plan = town { { 10, 0.1, 1 }, { 10, 0.1, 1 }, { 90, 0.9, 1 } }
    local s = criteria.try(plan:enterprises(), set()).separation
    assert(s.ranked == 3 and s.distinct == 2 and s.tied == 2)
    assert(math.abs(s.spread - 0.64) < 1e-12)
end

function tests.a_criterion_that_decides_nothing_is_named()
    local plan = town { { 10, 0.1, 1 }, { 50, 0.5, 1 }, { 90, 0.9, 1 } }
    local trial = criteria.try(plan:enterprises(), set())
    local idle = {}
    for _, entry in ipairs(trial.idle) do
        idle[entry.name] = entry.idle
    end
    assert(idle.wanted and idle.held, "each is the same for all or doubled")
    assert(tostring(trial):find("decides nothing", 1, true))
end

function tests.two_that_say_the_same_are_named()
    local trial = criteria.try(town(ROWS):enterprises(), set())
    assert(#trial.alike == 1)
    assert(trial.alike[1].one == "workers" and trial.alike[1].other == "held")
    assert(math.abs(trial.alike[1].rho - 1) < 1e-9)
    assert(trial.alike[1].count == 5)
end

function tests.what_an_unknown_counts_as_makes_nothing_alike()
    local plan = town { { 10, 0.9, 1 }, { 40, 0.1 }, { 90, 0.5 }, { 20 } }
    local trial = criteria.try(plan:enterprises(), set())
    assert(#trial.alike == 0, "three have both, and these do not go together")
    local constant = {}
    for _, entry in ipairs(trial.idle) do
        constant[entry.name] = entry.constant
    end
    assert(constant.wanted and not constant.workers)
end

function tests.what_is_not_known_is_counted()
    local trial = criteria.try(town(ROWS):enterprises(), set())
    assert(trial.unknown[3].name == "wanted" and trial.unknown[3].missing == 1)
    assert(trial.unknown[1].missing == 0)
end

function tests.experts_are_held_against_each_other()
    local trial = criteria.try(town(ROWS):enterprises(), set(), { experts = {
        { workers = 50, held = 30, wanted = 20 },
        { workers = 50, held = 30, wanted = 20 } } })
    assert(trial.experts.kendall_w == 1 and trial.experts.consensus == 1)
    local apart = criteria.try(town(ROWS):enterprises(), set(), { experts = {
        { workers = 100, held = 0, wanted = 0 },
        { workers = 0, held = 0, wanted = 100 } } })
    assert(apart.experts.kendall_w < 1 and apart.experts.consensus < 0.5)
end

function tests.what_the_old_set_orders_differently_is_listed()
    local old = set()
    old.version, old[1].weight, old[3].weight = "0", 10, 90
    local trial = criteria.try(town(ROWS):enterprises(), set(),
                               { against = old })
    local before = ccn.rank(town(ROWS):enterprises(), old)
    for _, change in ipairs(trial.changes) do
        assert(before:rank_of(change.key) == change.before)
        assert(trial.order:rank_of(change.key) == change.rank)
        assert(change.moved == change.before - change.rank)
    end
    assert(#trial.changes > 0)
    assert(#criteria.try(town(ROWS):enterprises(), set(),
                         { against = set() }).changes == 0)
end

function tests.a_change_says_which_criterion_moved_whom()
    local old, plan = set(), town(ROWS)
    old.version, old[1].weight, old[3].weight = "0", 10, 90
    local trial = criteria.try(plan:enterprises(), set(), { against = old })
    local before = ccn.rank(plan:enterprises(), old)
    local mean = 0
    for _, entry in ipairs(trial.order) do
        mean = mean + (entry.score - before:entry(entry.key).score) / 5
    end
    for _, change in ipairs(trial.changes) do
        local sum = 0
        for _, part in ipairs(change.by) do
            sum = sum + part.points
        end
        local went = trial.order:entry(change.key).score
            - before:entry(change.key).score - mean
        assert(math.abs(sum - went) < 1e-12, change.key)
        assert(change.by[1].points * change.moved >= change.by[3].points
                   * change.moved, "what pushed that way comes first")
    end
end

function tests.who_is_kept_out_by_one_set_alone_is_a_change()
    local strict, plan = set(), town(ROWS)
    strict.gates = { { name = "large", field = "workers", least = 15,
                       unknown = "exclude", en = "too small", vi = "quá nhỏ" } }
    local function of(draft, against)
        local trial = criteria.try(plan:enterprises(), draft,
                                   { against = against })
        for _, change in ipairs(trial.changes) do
            if change.key == "E1" then
                return change
            end
        end
    end
    local out, back = of(strict, set()), of(set(), strict)
    assert(out.before == 5 and out.rank == nil and out.excluded_by == "large")
    assert(out.why:find("is not ranked: too small", 1, true), out.why)
    assert(back.before == nil and back.rank == 5)
    assert(back.why:find("was not ranked: too small", 1, true), back.why)
end

--- Keeping

function tests.a_set_is_kept_with_its_text_and_read_back()
    local plan, relocation = ccn.new "Town", criteria.read "relocation"
    local row = criteria.keep(plan, relocation)
    assert(row.key == "relocation 0.1")
    assert(row.text == ccn.shipped "criteria/relocation.lua")
    local again = criteria.load(plan, "relocation 0.1")
    assert(again[1].name == relocation[1].name)
    refused("there is a criteria_set 'relocation 0.1' already", criteria.keep,
            plan, relocation)
end

function tests.an_approved_set_is_frozen()
    local plan = ccn.new "Town"
    local row = criteria.keep(plan, criteria.read "places_new")
    row.note = "a draft can be changed"
    criteria.approve(plan, "new 0.1", { by = "UBND tỉnh", on = "2026-12-01",
                                        decision = "1/QĐ-UBND" })
    refused("it is frozen (approved_on 2026-12-01)", function()
        row.text = "other"
    end)
    refused("it is frozen", function()
        row.approved_on = nil
    end)
    refused("it is frozen", plan.remove, plan, row)
    local fork = plan:fork "F"
    refused("it is frozen", function()
        fork:criteria_set("new 0.1").note = nil
    end)
end

function tests.the_set_in_force_is_that_of_the_day()
    local plan = ccn.new "Town"
    criteria.keep(plan, criteria.read "places_new")
    assert(criteria.in_force(plan, "new") == nil, "a draft is not in force")
    criteria.approve(plan, "new 0.1", { by = "UBND", on = "2026-12-01" })
    assert(criteria.in_force(plan, "new", "2026-11-30") == nil)
    assert(criteria.in_force(plan, "new", "2026-12-01").version == "0.1")
    local text = plan:criteria_set("new 0.1").text:gsub('"0.1"', '"0.2"')
    plan:add("criteria_set", { key = "new 0.2", name = "new", text = text,
                               version = "0.2", sha256 = ccn.sha256(text),
                               approved_by = "UBND",
                               approved_on = "2027-06-01" })
    assert(criteria.in_force(plan, "new", "2027-05-31").version == "0.1")
    assert(criteria.in_force(plan, "new").version == "0.2")
end

function tests.a_text_that_was_changed_elsewhere_is_refused()
    local plan = ccn.new "Town"
    plan:add("criteria_set", { key = "new 0.1", text = "return {}",
                               sha256 = ("0"):rep(64) })
    refused("its text is not the one that was kept", criteria.load, plan,
            "new 0.1")
end

function tests.bad_sets_are_refused_by_name()
    local plan = ccn.new "Town"
    refused("the sets that ship are relocation", criteria.read, "nothing.lua")
    refused("the name of a set", criteria.read)
    refused("only a set that ccn.criteria.read gave", criteria.keep, plan,
            set())
    refused("try: selection must be a selection", criteria.try)
    refused("no criteria set 'x'", criteria.load, plan, "x")
    refused("no criteria set 'x'", criteria.approve, plan, "x", {})
    criteria.keep(plan, criteria.read "places_new")
    refused("an approval has by", criteria.approve, plan, "new 0.1", {})
    plan:add("criteria_set", { key = "bad 1", text = "return {" })
    refused("bad 1:1:", criteria.load, plan, "bad 1")
    plan:add("criteria_set", { key = "bad 2", text = "return {}" })
    refused("bad 2: a criteria set has a name", criteria.load, plan, "bad 2")
    plan:add("criteria_set", { key = "bad 3" })
    refused("'bad 3' has no text", criteria.load, plan, "bad 3")
    local message = refused("no alternatives to rank", criteria.try,
                            plan:enterprises(), set())
    assert(not message:find("drafting", 1, true), message)
end

--- The annex

function tests.the_annex_gives_points_scales_and_grounds()
    local text = tostring(criteria.annex(criteria.read "developer"))
    for _, words in ipairs {
        "| I | Capacity and experience | 30 | 30 % |  |",
        "| I.2 | Qualified staff | 15 | 50 % | from 3 people on: all, below: "
            .. "none | as the worst |",
        "up to 24 months: 4; up to 36 months: 2; above: 0 (of 4)",
        "1.5 less for each missing item (of 10)", "## Conditions",
        "| 1 | đạt / passes | from 50 |",
    } do
        assert(text:find(words, 1, true), words)
    end
end

function tests.the_csv_of_the_annex_is_for_spreadsheets()
    local csv = criteria.annex(criteria.read "relocation"):csv()
    assert(csv:sub(1, 3) == "\u{FEFF}")
    assert(csv:find("\r\n1;Type of enterprise;40;\"", 1, true))
    local draft = set()
    draft[1].en = "=1+1; or not"
    csv = criteria.annex(draft):csv()
    assert(csv:find("1;\"'=1+1; or not\";50;", 1, true), "no formula")
end

function tests.ground_article_and_unit_are_in_the_language_of_the_reader()
    local draft = set()
    draft.ground, draft.article = "a plan", { en = "part 2", vi = "phần 2" }
    draft[1].article = { en = "Article 3", vi = "Điều 3" }
    draft[1].unit = { en = "people", vi = "người" }
    local text = tostring(criteria.annex(draft))
    assert(text:find("Ground: a plan; part 2.", 1, true), text)
    assert(text:find("100 people: all; in proportion between | the middle, "
                     .. "with both ends told | ours | Article 3 |", 1, true),
           text)
    assert(not text:find("weight in its group", 1, true))
end

return tests
