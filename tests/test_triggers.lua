--- Triggers: the state machine by tables, declarations, evaluation on
-- observations, and back-tests.

local backtest = require "triggers.backtest"
local check    = require "check.plan"
local forms    = require "observations.forms"
local machine  = require "triggers.machine"
local series   = require "triggers.series"
local set_of   = require "triggers.set"
local watch    = require "triggers.check"

local test = {}

local function equal(got, wanted)
    assert(got == wanted, ("%s, not %s"):format(tostring(got),
                                                tostring(wanted)))
end

local function fails(words, call, ...)
    local ok, message = pcall(call, ...)
    assert(not ok, "there is no error")
    assert(tostring(message):find(words, 1, true), tostring(message))
end

--- "72 - 75": values in a row, - for a gap.
local function values(text)
    local list = {}
    for word in text:gmatch "%S+" do
        local i = #list
        list[i + 1] = {
            cutoff = ("%d-%s"):format(2026 + i // 2,
                                      i % 2 == 0 and "06-30" or "12-31"),
            value = tonumber(word),
        }
    end
    return list
end

local LETTER = { quiet = "q", watch = "w", fired = "f" }

--- The states in letters: q, w, f; F where it fires.
local function states(trigger, text)
    local letters = {}
    for i, entry in ipairs(machine(trigger, values(text))) do
        letters[i] = entry.fires and "F" or LETTER[entry.state]
    end
    return table.concat(letters, " ")
end

local function rows(list)
    for _, row in ipairs(list) do
        local got = states(row[1], row[2])
        assert(got == row[3], ("%s: %s, not %s"):format(row[2], got, row[3]))
    end
end

--- The machine

function test.it_fires_when_the_level_has_held()
    local one = { op = ">=", level = 70 }
    local two = { op = ">=", level = 70, hold = 2 }
    local three = { op = ">=", level = 70, hold = 3 }
    rows {
        { one, "60 69.9 70 71", "q q F f" },
        { two, "60 70 71 72", "q w F f" },
        { two, "70 60 70 60 70 70", "w q w q w F" },
        { three, "70 70 60 70 70 70", "w w q w w F" },
        { two, "60 60", "q q" },
        { one, "", "" },
    }
end

function test.every_comparison_has_its_own_level()
    rows {
        { { op = ">", level = 70 }, "70 70.1", "q F" },
        { { op = "<=", level = 30 }, "31 30", "q F" },
        { { op = "<", level = 30 }, "30 29", "q F" },
    }
end

function test.between_clear_and_level_it_stays_fired()
    local sticky = { op = ">=", level = 70, clear = 60 }
    local plain = { op = ">=", level = 70 }
    local low = { op = "<", level = 30, clear = 40 }
    rows {
        { sticky, "70 65 60 59.9 65 70", "F f f q q F" },
        { plain, "70 65 70 65 70", "F q F q F" },
        { low, "29 35 39.9 40 35 29", "F f f q q F" },
    }
end

function test.it_is_silent_while_it_cools_down()
    -- Fired at the first, cleared at the second, may fire again at the fourth.
    local cool = { op = ">=", level = 70, clear = 60, cooldown = 3 }
    rows {
        { cool, "70 50 70 70 70", "F q w F f" },
        { cool, "70 50 70 50 70", "F q w q F" },
        { { op = ">=", level = 70, cooldown = 0 }, "70 50 70", "F q F" },
    }
    local entries = machine(cool, values "70 50 70 70")
    equal(entries[3].silent, true)
    equal(entries[2].cleared, true)
    equal(entries[4].silent, nil)
end

function test.a_gap_is_no_value()
    local two = { op = ">=", level = 70, hold = 2 }
    local bridge = { op = ">=", level = 70, hold = 2, gap = "bridge" }
    local low = { op = "<", level = 30, hold = 1 }
    rows {
        { two, "70 - 70 70", "w w w F" },
        { bridge, "70 - 70 70", "w w F f" },
        { two, "70 70 - -", "w F f f" },
        { two, "- - 70 70", "q q w F" },
        { low, "- - 29", "q q F" }, -- nothing is no zero
        { low, "35 -", "q q" },
    }
    equal(machine(two, values "70 -")[2].stale, true)
    equal(machine(two, values "70 -")[1].stale, nil)
end

function test.a_gap_counts_as_time_for_the_cooldown()
    rows {
        { { op = ">=", level = 70, clear = 60, cooldown = 3 },
          "70 50 - 70", "F q q F" },
    }
end

function test.a_watch_level_warns_before_the_level()
    rows {
        { { op = ">=", level = 80, watch = 70, hold = 2 },
          "60 70 80 80", "q w w F" },
        { { op = "<", level = 30, watch = 40 }, "45 39 29", "q w F" },
    }
end

function test.a_longer_series_does_not_change_what_was()
    -- The state at a cut-off follows from what was known until then.
    local trigger = { op = ">=", level = 70, clear = 60, hold = 2,
                      cooldown = 3, watch = 65 }
    local all = values "60 71 72 58 - 75 76 66 50 80 81 - 90"
    local whole = machine(trigger, all)
    for n = 1, #all do
        local part = machine(trigger, table.move(all, 1, n, 1, {}))
        equal(part[n].state, whole[n].state)
        equal(part[n].count, whole[n].count)
    end
end

--- Declarations

local function declared(trigger, signpost)
    local set = {
        signposts = { { id = "s", of = "cluster", indicators = { "n" },
                        en = "a", vi = "b" } },
        triggers = { { id = "t", signpost = "s", op = ">=", level = 70,
                       en = "a", vi = "b" } },
    }
    for name, value in pairs(trigger or {}) do
        set.triggers[1][name] = value
    end
    for name, value in pairs(signpost or {}) do
        set.signposts[1][name] = value
    end
    return set
end

function test.declarations_that_are_wrong_are_refused_by_name()
    assert(set_of(declared()))
    fails("'t': op must be", set_of, declared { op = "=" })
    fails("level must be a number", set_of, declared { level = "x" })
    fails("there is no signpost 'z'", set_of, declared { signpost = "z" })
    fails("hold must be a whole number", set_of, declared { hold = 0 })
    fails("cooldown must be", set_of, declared { cooldown = 1.5 })
    fails("clear 75 lies beyond the level 70", set_of, declared { clear = 75 })
    fails("clear 20 lies beyond", set_of,
          declared { op = "<", level = 30, clear = 20 })
    fails("gap must be", set_of, declared { gap = "skip" })
    fails("of must be cluster", set_of, declared(nil, { of = "phase" }))
    fails("need a function value", set_of,
          declared(nil, { indicators = { "a", "b" } }))
    fails("needs signposts and triggers", set_of, {})
    local twice = declared()
    twice.triggers[2] = twice.triggers[1]
    fails("comes twice", set_of, twice)
end

--- On observations

--- Three years of half-yearly forms 02 of a cluster; - is a form that did not
-- come.  40 ha are serviced.
local PERIODS = { "2024-6m", "2024", "2025-6m", "2025", "2026-6m", "2026" }

local function plan_of(text)
    local plan = ccn.new "Small"
    plan:add("cluster", { key = "A", state = "operating" })
    local i = 0
    for word in text:gmatch "%S+" do
        i = i + 1
        if word ~= "-" then
            for name, value in pairs { industrial_land_leased =
                                           tonumber(word),
                                       industrial_land_built = 40 } do
                plan:add("observation", {
                    key = PERIODS[i] .. "/" .. name, cluster = "A",
                    indicator = name, value = value, period = PERIODS[i],
                    received = forms.period(PERIODS[i]).due["02"] })
            end
        end
    end
    return plan
end

local function evaluate(plan, to, options)
    local all = { from = "2024-6m", to = to }
    for name, value in pairs(options or {}) do
        all[name] = value
    end
    return ccn.triggers.evaluate(plan, ccn.triggers.standard, all)
end

local function state_of(found, id)
    for _, entry in ipairs(found) do
        if entry.trigger.id == id then
            return entry.state, entry
        end
    end
end

function test.the_right_cut_off_fires()
    -- 75 %, 80, 82.5: the level of 80 is held at the second and third.
    local plan = plan_of "24 30 32 33 34 34"
    equal(state_of(evaluate(plan, "2024"), "land-short"), "watch")
    equal(state_of(evaluate(plan, "2025-6m"), "land-short"), "watch")
    local state, entry = state_of(evaluate(plan, "2025"), "land-short")
    equal(state, "fired")
    equal(entry.since, "2025-12-31")
    equal(entry.value, 82.5)
    equal(#entry.states[4].observations, 2)
    local found = evaluate(plan, "2025")
    assert(found.why(entry):find("82.5 % ≥ 80 % at 2 cut-offs", 1, true))
    assert(tostring(found):find("1 fired", 1, true))
end

function test.a_form_that_did_not_come_is_stale_and_no_zero()
    local plan = plan_of "24 32 - 32"
    local state, entry = state_of(evaluate(plan, "2025-6m"), "land-short")
    equal(state, "watch")
    equal(entry.stale, true)
    equal(state_of(evaluate(plan, "2025-6m"), "land-idle"), "quiet")
    -- The cut-offs in a row begin anew behind the gap.
    equal(state_of(evaluate(plan, "2025"), "land-short"), "watch")
end

function test.what_came_late_was_not_known_at_the_cut_off()
    local plan = plan_of "24 32 33"
    for _, name in ipairs { "industrial_land_leased",
                            "industrial_land_built" } do
        plan:observation("2025-6m/" .. name).received = "2025-08-01"
    end
    equal(state_of(evaluate(plan, "2025-6m"), "land-short"), "watch")
    equal(state_of(evaluate(plan, "2025-6m", { known = "now" }),
                   "land-short"), "fired")
end

function test.a_correction_counts_from_the_day_it_came()
    local plan = plan_of "24 32 33"
    plan:add("observation", { key = "fix", cluster = "A", value = 20,
        indicator = "industrial_land_leased", period = "2025-6m",
        received = "2025-09-01",
        supersedes = "2025-6m/industrial_land_leased" })
    equal(state_of(evaluate(plan, "2025-6m"), "land-short"), "fired")
    equal(state_of(evaluate(plan, "2025-6m", { known = "now" }),
                   "land-short"), "quiet")
end

function test.a_division_by_nothing_is_no_figure()
    local plan = plan_of "0 0"
    plan:observation("2024-6m/industrial_land_built").value = 0
    local list = ccn.triggers.series(plan,
        ccn.triggers.standard.signposts[1], "A",
        { from = "2024-6m", to = "2024" })
    equal(list[1].value, nil)
    equal(list[2].value, 0)
end

function test.periods_run_from_one_to_another()
    local names = {}
    for i, period in ipairs(series.periods("2025", "2026")) do
        names[i] = period.name
    end
    equal(table.concat(names, " "), "2025 2026-6m 2026")
    equal(#series.periods("2026", "2025"), 0)
    fails("is no period", series.periods, "2025-12m", "2026")
end

function test.what_fired_is_a_finding_with_its_ground()
    local plan = plan_of "24 30 32 33 34 34"
    local set = ccn.triggers.standard
    local found = check(plan, { on = "2026-01-05", extra = watch.set(set) })
        :of "land-short"
    equal(found[1].severity, "warning")
    equal(found[1].object, "cluster A")
    assert(found[1].text:find("open the next phase earlier", 1, true))
    assert(found[1].text:find("not of the law", 1, true))
    equal(#check(plan, { on = "2024-07-05", extra = watch.set(set) })
          :of "land-short", 0)
    equal(check(plan, { on = "2025-07-05", extra = watch.set(set) })
          :of("land-short")[1].severity, "note")
end

function test.a_value_may_be_held_against_the_plan()
    local plan = plan_of "24 30"
    local set = declared(nil, { indicators = { "industrial_land_leased" },
        value = function(leased, at)
            return at.period.year - 2020 + leased
                + #at.plan:clusters():where { key = at.subject }
        end })
    local list = ccn.triggers.series(plan, set.signposts[1], "A",
                                     { from = "2024-6m", to = "2024" })
    equal(list[1].value, 29)
    equal(list[2].value, 35)
end

function test.a_report_shows_what_fired_with_its_level()
    local found = evaluate(plan_of "24 30 32 33 34 34", "2025")
    local report = ccn.report { title = "Watched" }
    report:section "Triggers":triggers(found)
    local text = tostring(report)
    assert(text:find("land-short", 1, true), text)
    local html = report:html()
    assert(html:find("c-triggers-land-short", 1, true))
    assert(html:find("clear level 70", 1, true))
end

--- Back-tests

local LEAD = { op = ">=", level = 70, clear = 60, lead = 12 }

function test.an_event_is_timely_late_or_missed()
    local function counts(text, day)
        local found = backtest.one(LEAD, values(text), { events = { day } })
        return ("%d %d %d"):format(found.timely, found.late, found.missed)
    end
    -- Fires on 2026-12-31; the action takes twelve months.
    equal(counts("60 70 75 80 85", "2027-12-31"), "1 0 0")
    equal(counts("60 70 75 80 85", "2027-12-30"), "0 1 0")
    equal(counts("60 61 62 63 64", "2027-12-31"), "0 0 1")
    equal(counts("60 70 75 80 85", "2026-12-30"), "0 0 1")
end

function test.a_firing_without_an_event_is_needless_or_still_open()
    local function counts(text, window)
        local found = backtest.one(LEAD, values(text), { window = window })
        return found.needless, found.open
    end
    local needless, open = counts("70 50 50 50 50", 18)
    equal(needless, 1)
    equal(open, 0)
    needless, open = counts("70 50 50", 18)
    equal(needless, 0)
    equal(open, 1)
end

function test.firings_close_together_are_chattering()
    local plain = { op = ">=", level = 70 }
    local sticky = { op = ">=", level = 70, clear = 60 }
    local text = "70 65 70 65 70"
    equal(backtest.one(plain, values(text), {}).chattering, 2)
    equal(backtest.one(sticky, values(text), {}).chattering, 0)
    equal(backtest.one(plain, values(text), { apart = 2 }).chattering, 0)
end

function test.a_higher_level_is_later_and_less_needless()
    local found = backtest.levels(LEAD, values "60 72 62 50 50 50 72 82 85",
        { 70, 80 }, { events = { "2030-07-01" }, window = 24 })
    equal(found[1].level, 70)
    equal(found[1].timely, 1)
    equal(found[1].needless, 1)
    equal(found[2].late, 1)
    equal(found[2].needless, 0)
end

function test.months_end_with_the_month()
    -- Needed by 30/6, twelve months before; 31/8 less six months is 28/2.
    local lead = { op = ">=", level = 70, lead = 6 }
    local found = backtest.one(lead, {}, { events = { "2027-08-31",
                                                     "2028-08-31" } })
    equal(found.events[1].needed, "2027-02-28")
    equal(found.events[2].needed, "2028-02-29")
end

return test
