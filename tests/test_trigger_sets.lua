--- Trigger sets that a plan keeps, misspelt declarations, and triggers in the
-- futures of a sweep.

local bundle  = require "bundle"
local firings = require "triggers.firings"
local store   = require "triggers.store"

local triggers = ccn.triggers

local test = {}

local function equal(got, wanted)
    if got ~= wanted then
        error(("%s, not %s"):format(tostring(got), tostring(wanted)), 2)
    end
end

local function fails(words, call, ...)
    local good, why = pcall(call, ...)
    if good or not tostring(why):find(words, 1, true) then
        error(("wanted '%s', got %s"):format(words, tostring(why)), 2)
    end
end

--- Names

local function declared(trigger, signpost, set)
    local made = {
        signposts = { { id = "s", of = "cluster", indicators = { "n" },
                        en = "a", vi = "b" } },
        triggers = { { id = "t", signpost = "s", op = ">=", level = 70,
                       en = "a", vi = "b" } },
    }
    for name, value in pairs(trigger or {}) do
        made.triggers[1][name] = value
    end
    for name, value in pairs(signpost or {}) do
        made.signposts[1][name] = value
    end
    for name, value in pairs(set or {}) do
        made[name] = value
    end
    return made
end

function test.a_name_that_nothing_reads_is_refused_with_the_nearest()
    local of = triggers.set
    fails("'t': there is no 'claer'; did you mean 'clear'?", of,
          declared { claer = 60 })
    fails("'t': there is no 'cool_down'; did you mean 'cooldown'?", of,
          declared { cool_down = 4 })
    fails("'s': there is no 'watch'; did you mean 'watches'?", of,
          declared(nil, { watch = { en = "a", vi = "b" } }))
    fails("a set of triggers: there is no 'signpost'", of,
          declared(nil, nil, { signpost = {} }))
    fails("'t', ground: there is no 'eng'", of,
          declared { ground = { eng = "a" } })
    fails("'t', ground must be a table", of, declared { ground = "a" })
    fails("'t', severity must be", of, declared { severity = "warn" })
    fails("value must be a function, got a number", of,
          declared(nil, { value = 1 }))
end

function test.a_set_that_was_checked_may_be_checked_again()
    local set = triggers.set(declared())
    equal(triggers.set(set), set)
    equal(set.triggers[1].watched, set.signposts[1])
end

local PERIODS = { "2025-6m", "2025", "2026-6m", "2026" }

--- Leased land of 40 ha in a row of periods.
local function plan_of(list)
    local plan = ccn.new "Small"
    plan:add("cluster", { key = "A" })
    for i, ha in ipairs(list) do
        for name, value in pairs { industrial_land_leased = ha,
                                   industrial_land_built = 40 } do
            plan:add("observation", {
                key = PERIODS[i] .. "/" .. name, cluster = "A",
                indicator = name, value = value, period = PERIODS[i],
                received = ccn.observations.period(PERIODS[i]).due["02"] })
        end
    end
    return plan
end

function test.what_is_asked_of_evaluate_is_checked_by_name()
    local plan, set = plan_of { 30 }, triggers.standard
    local function ask(options)
        options.from, options.to = "2025-6m", "2025-6m"
        return triggers.evaluate(plan, set, options)
    end
    fails("there is no 'subject'; did you mean 'subjects'?", ask,
          { subject = { "A" } })
    fails("known must be \"then\" or \"now\"", ask, { known = "today" })
    fails("the plan has no 'B'", ask, { subjects = { "B" } })
    set = triggers.set(declared(nil, { indicators =
                                       { "industrial_land_biult" } }))
    fails("'s', indicators: there is no 'industrial_land_biult'; did you mean "
          .. "'industrial_land_built'?", ask, {})
end

function test.an_indicator_of_ones_own_counts_once_it_was_observed()
    local plan = plan_of { 30 }
    local set = triggers.set(declared())
    local function ask()
        return triggers.evaluate(plan, set, { from = "2025-6m",
                                              to = "2025-6m" })[1].state
    end
    fails("there is no 'n'", ask)
    plan:add("observation", { key = "own", cluster = "A", indicator = "n",
                              value = 71, period = "2025-6m",
                              received = "2025-06-20" })
    equal(ask(), "fired")
end

function test.a_plain_trigger_is_checked_too()
    fails("there is no 'holds'; did you mean 'hold'?", triggers.run,
          { op = ">=", level = 1, holds = 2 }, {})
    fails("there is no 'claer'", triggers.backtest,
          { op = ">=", level = 1, claer = 2 }, {}, {})
    fails("there is no 'event'; did you mean 'events'?", triggers.backtest,
          { op = ">=", level = 1 }, {}, { event = {} })
end

--- Keeping

local TEXT = [[
return ccn.triggers.set { name = "fill", version = "%s",
    signposts = { { id = "fill", of = "cluster", unit = "%%",
        indicators = { "industrial_land_leased", "industrial_land_built" },
        value = function(leased, built) return 100 * leased / built end,
        en = "leased share", vi = "tỷ lệ cho thuê" } },
    triggers = { { id = "short", signpost = "fill", op = ">=", level = %d,
        clear = 70, lead = 12, en = "open", vi = "mở" } } }
]]

local function kept(plan, version, level, on)
    local row = triggers.keep(plan, store.take(TEXT:format(version, level),
                                               "fill.lua"))
    if on then
        triggers.approve(plan, row.key, { by = "UBND tỉnh", on = on })
    end
    return row
end

function test.a_set_is_kept_with_its_text_and_hash_and_frozen_once_approved()
    local plan = plan_of {}
    local row = kept(plan, "1", 80)
    equal(row.key, "fill 1")
    equal(row.sha256, ccn.sha256(TEXT:format("1", 80)))
    row.note = "a draft can be changed"
    triggers.approve(plan, row.key, { by = "UBND tỉnh", on = "2025-01-01" })
    fails("it is frozen (approved_on 2025-01-01)", function()
        row.text = "return {}"
    end)
    equal(triggers.load(plan, "fill 1").triggers[1].level, 80)
end

function test.the_set_in_force_is_that_of_the_day()
    local plan = plan_of {}
    kept(plan, "1", 80, "2025-01-01")
    kept(plan, "2", 85, "2026-01-01")
    kept(plan, "3", 90)
    equal(triggers.in_force(plan, "fill", "2024-12-31"), nil)
    equal(triggers.in_force(plan, "fill", "2025-12-31").version, "1")
    equal(triggers.in_force(plan, "fill", "2026-01-01").version, "2")
end

function test.a_set_that_cannot_be_kept_is_refused()
    local plan = plan_of {}
    fails("x.lua: a set that is kept has a name and a version", store.take,
          (TEXT:format("1", 80):gsub('name = "fill", ', "")), "x.lua")
    fails("stands alone: it may require modules that ship, not 'mine'",
          store.take, "return require 'mine'", "x.lua")
    fails("x.lua:1:", store.take, "return {", "x.lua")
    fails("only a set that ccn.triggers.read gave", triggers.keep, plan,
          triggers.set(declared()))
    plan:add("trigger_set", { key = "a 1", text = "return {}",
                              sha256 = ("0"):rep(64) })
    fails("its text is not the one that was kept", triggers.load, plan, "a 1")
end

function test.a_text_that_was_changed_elsewhere_is_a_finding()
    local plan = plan_of {}
    local row = kept(plan, "1", 80)
    equal(#ccn.check(plan):of "kept-text", 0)
    row.text = row.text .. "\n"
    equal(ccn.check(plan):of "kept-text"[1].object, "trigger_set fill 1")
end

--- Firings

function test.a_firing_is_recorded_with_its_observations()
    local plan = plan_of { 24, 33 }
    kept(plan, "1", 80, "2025-01-01")
    equal(firings.add(plan, "2025-07-01"), 0) -- quiet: 60 %
    equal(firings.add(plan, "2026-01-05"), 1)
    equal(firings.add(plan, "2026-01-05"), 0) -- once
    local row = plan:firing "fill 1/short/A/2025"
    equal(row.state, "fired")
    equal(row.value, 82.5)
    equal(row.day, "2025-12-31")
    equal(row.from, "2025-6m")
    equal(row.observations[1], "2025/industrial_land_built")
    equal(firings.wrong(plan, row, plan), nil)
end

function test.a_firing_follows_from_what_was_known_on_its_day()
    local plan = plan_of { 24, 33 }
    kept(plan, "1", 80, "2025-01-01")
    firings.add(plan, "2026-01-05")
    local row = plan:firing "fill 1/short/A/2025"
    plan:add("observation", { key = "fix", cluster = "A", value = 20,
        indicator = "industrial_land_leased", period = "2025",
        received = "2026-03-01", supersedes = "2025/industrial_land_leased" })
    equal(firings.wrong(plan, row, plan), nil)
    plan:observation "fix".received = "2025-12-20"
    local wrong = firings.wrong(plan, row, plan)
    assert(wrong:find("state is recorded as fired, and they give quiet", 1,
                      true), wrong)
end

function test.every_part_of_a_firing_is_compared()
    local plan = plan_of { 24, 33 }
    kept(plan, "1", 80, "2025-01-01")
    firings.add(plan, "2026-01-05")
    local row = plan:firing "fill 1/short/A/2025"
    for field, words in pairs {
        state = "state is recorded as watch", value = "value is recorded as 82",
        since = "since is recorded as 2025-06-30",
        day = "day is recorded as 2025-12-30",
        observations = "observations is recorded as –",
        trigger = "the set 'fill' has no trigger 'long'",
        subject = "the plan has no 'B'",
        set = "does not follow",
    } do
        local fork = plan:fork(field)
        local wrong = fork:firing(row.key)
        kept(fork, "2", 90, "2025-06-01")
        wrong[field] = ({ state = "watch", value = 82, since = "2025-06-30",
                          day = "2025-12-30", trigger = "long", subject = "B",
                          set = "fill 2" })[field]
        local why = firings.wrong(fork, wrong, fork)
        assert(why and why:find(words, 1, true), tostring(why))
    end
end

--- Bundles

function test.a_file_is_kept_with_the_modules_beside_it()
    local made = bundle.read "scenarios/dieu_chinh/second_wave.lua"
    equal(type(made.value), "function")
    local text = made.text()
    for _, name in ipairs { "second_wave", "replan", "watch", "signposts" } do
        assert(text:find("-- file " .. name .. " ", 1, true), name)
    end
    assert(not text:find("-- file figures ", 1, true), "shipped")
    local again = bundle.run(text, "kept")
    equal(type(again.value), "function")
    equal(again.text(), text)
end

function test.a_bundle_that_was_cut_is_refused()
    local text = bundle.read "scenarios/dieu_chinh/watch.lua".text()
    fails("x: its script is not as it was kept", bundle.run,
          text:sub(1, -2), "x")
    fails("x: its script is not as it was kept", bundle.run, "return 1", "x")
    fails("x: its script is not as it was kept", bundle.run, "", "x")
end

--- Futures

local FUTURE = { "2026-6m", "2026", "2027-6m", "2027" }

--- Four futures of leased land, in which it is full in a year or never.
local function futures_of(name, rows)
    local outputs = { "full" }
    for _, period in ipairs(FUTURE) do
        outputs[#outputs + 1] = "industrial_land_leased " .. period
        outputs[#outputs + 1] = "industrial_land_built " .. period
    end
    local numbers = {}
    for i = 1, #rows do
        numbers[i] = { i }
    end
    return ccn.sweep { name = name, design = "table", table = numbers,
        factors = { i = { values = { 1, 2, 3, 4 } } }, outputs = outputs,
        run = function(x)
            local made, row = {}, rows[x.i]
            if not row then
                error("no future", 0)
            end
            for k, period in ipairs(FUTURE) do
                made["industrial_land_leased " .. period] = row[k]
                made["industrial_land_built " .. period] = 40
            end
            made.full = row.full
            return made
        end }
end

local function seen(past, rows, options)
    local plan = plan_of(past)
    local set = load(TEXT:format("1", 80), "=fill", "t")()
    local asked = { subject = "A", events = { short = "full" } }
    if #past > 0 then
        asked.from, asked.to = PERIODS[1], PERIODS[#past]
    end
    for name, value in pairs(options or {}) do
        asked[name] = value
    end
    return triggers.futures(plan, set, futures_of("test_futures", rows), asked)
end

-- 32 ha are 80 %: the first fires at once, the second at the third cut-off, the
-- third chatters, the last stays quiet.
local ROWS = {
    { 32, 33, 34, 34, full = 2028 }, { 28, 30, 33, 33, full = 2028 },
    { 33, 20, 33, 20 }, { 20, 20, 20, 20, full = 2028 },
}

function test.the_forecast_is_the_share_that_has_fired_by_each_cut_off()
    local entry = seen({ 24, 28 }, ROWS):of "short"
    equal(entry.state, "quiet")
    equal(entry.n, 4)
    local shares = {}
    for i, one in ipairs(entry.fires) do
        shares[i] = one.cutoff .. " " .. one.share
    end
    equal(table.concat(shares, ", "), "2026-06-30 0.5, 2026-12-31 0.5, "
          .. "2027-06-30 0.75, 2027-12-31 0.75")
end

function test.a_sweep_says_how_often_it_is_late_missed_needless_and_chatters()
    local entry = seen({ 24, 28 }, ROWS):of "short"
    equal(entry.events, 3)   -- 1 Jan 2028, in three of four futures
    equal(entry.timely, 1 / 3) -- the first, 18 months before; 12 are needed
    equal(entry.late, 1 / 3)   -- the second, 6 months before
    equal(entry.missed, 1 / 3) -- the last
    equal(entry.firings, 4)
    equal(entry.needless, 0.5) -- both of the third
    equal(entry.chattering, 0.25)
    equal(entry.lead.least, 6)
    equal(entry.lead.most, 18)
end

function test.a_higher_level_is_less_needless_and_later()
    local found = seen({ 24, 28 }, ROWS,
                       { levels = { short = { 75, 80, 85 } } })
    equal(#found, 3)
    local low, high = found:of("short", 75), found:of("short", 85)
    equal(low.timely, 2 / 3)  -- the second too: 30 ha are 75 %
    equal(low.needless, 0.5)
    equal(high.late, 1 / 3)   -- 34 ha are 85 %, six months before
    equal(high.missed, 2 / 3)
    equal(high.needless, 0)   -- 33 ha are less
    equal(found:of("short", 80).late, 1 / 3)
    local text = tostring(found)
    assert(text:find("short >= 85, A: quiet today; 4 futures", 1, true), text)
    fails("there is no 'shrot'; did you mean 'short'?", seen, { 24 }, ROWS,
          { levels = { shrot = { 1 } } })
end

function test.what_was_observed_stands_before_the_futures()
    -- It has fired before and is not cleared, so nothing fires again.
    local entry = seen({ 33, 33 }, { { 33, 33, 33, 33 } }):of "short"
    equal(entry.state, "fired")
    equal(entry.fires[4].share, 0)
    equal(seen({}, { { 33, 33, 33, 33 } }):of "short".fires[1].share, 1)
end

function test.a_period_that_was_observed_is_not_taken_from_the_sweep()
    local entry = seen({ 24, 24, 24 }, { { 33, 24, 24, 24 } }):of "short"
    equal(#entry.fires, 3)
    equal(entry.fires[1].period, "2026")
    equal(entry.fires[3].share, 0)
end

function test.a_future_that_failed_does_not_count()
    local rows = { ROWS[1], false }
    local entry = seen({}, rows):of "short"
    equal(entry.n, 1)
    equal(entry.fires[1].share, 1)
end

function test.what_a_sweep_does_not_tell_is_said()
    local results = ccn.sweep { name = "test_futures_none", n = 2,
        factors = { a = { 0, 1 } }, outputs = { "y" }, run = function(x)
            return x.a
        end }
    local plan, set = plan_of { 24 }, triggers.standard
    fails("has no output named INDICATOR PERIOD", triggers.futures, plan, set,
          results, { subject = "A" })
    fails("the subject", triggers.futures, plan, set, results, {})
    fails("there is no 'land-shrot'; did you mean 'land-short'?",
          triggers.futures, plan, set, results,
          { subject = "A", events = { ["land-shrot"] = "y" } })
    local found = triggers.futures(plan, set,
        futures_of("test_futures", { ROWS[1] }), { subject = "A" })
    equal(found.left_out[1], "no-treatment")
    equal(found:of "no-treatment", nil)
    equal(found:of "land-short".missed, nil) -- no events are known
    local text = tostring(found)
    assert(text:find("does not tell of: no-treatment", 1, true), text)
    assert(not text:find("needless", 1, true), text)
end

function test.a_report_shows_the_futures_with_a_chart()
    local found = seen({ 24, 28 }, ROWS)
    local report = ccn.report { title = "Foreseen" }
    report:section "Futures":futures(found)
    local text = tostring(report)
    assert(text:find("short, A: quiet today; 4 futures", 1, true), text)
    assert(text:find("30 Jun 2027%s+75\n"), text)
    local html = report:html()
    assert(html:find("c-futures", 1, true))
    assert(html:find("needless", 1, true))
end

function test.the_futures_are_told_in_shares()
    local text = tostring(seen({ 24, 28 }, ROWS))
    assert(text:find("short, A: quiet today; 4 futures", 1, true), text)
    assert(text:find("30 Jun 2027%s+75\n"), text)
    assert(text:find("short%s+33%s+33%s+33%s+50%s+25%s+6, 6, 18"), text)
end

return test
