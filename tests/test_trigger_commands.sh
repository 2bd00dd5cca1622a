#!/bin/sh
# ccn triggers, ccn propose and ccn verify on a town whose extension slips: a set is
# kept and approved, firings and a proposal are recorded, and what does not follow
# is named.
set -u
. tests/tools/shell
begin trigger-commands said
cd "$work" || exit 1
CCN_LOG=none
export CCN_LOG

cat >town.lua <<'END_LUA'
local plan = ccn.new "Town"
plan:add("cluster", { key = "Home", state = "closing" })
plan:add("cluster", { key = "Near", state = "operating", industrial_area = 3,
                      leased_area = 2 })
plan:add("cluster", { key = "Far", state = "operating", industrial_area = 3,
                      leased_area = 2.4 })
plan:add("phase", { key = "Near/2", cluster = "Near", opens = 2027,
                    industrial_area = 2, state = "proposed" })
for i, year in ipairs { 2028, 2030, 2030, 2030 } do
    plan:add("enterprise", { key = "E" .. i, cluster = "Home",
                             land_held = 0.5, destination = "Near",
                             move_year = year })
end
for key, duties in pairs { SCT = "draft;publish;record", STC = "check",
                           SXD = "consult", UBND = "approve" } do
    plan:add("office", { key = key, role = key, duties = duties })
end
for i, period in ipairs { "2027", "2028-6m" } do
    plan:add("observation", { key = "o" .. i, cluster = "Near", value = 5 - i,
        indicator = "industrial_land_built", period = period,
        received = ccn.observations.period(period).due["02"] })
end
plan:save(ccn.args.out)
END_LUA
cat >slips.lua <<'END_LUA'
return ccn.triggers.set {
    name = "slips", version = "1",
    signposts = { { id = "built", of = "cluster", unit = "ha",
                    indicators = { "industrial_land_built" },
                    en = "land built", vi = "đất đã có hạ tầng" } },
    triggers = { { id = "slips", signpost = "built", op = "<", level = 4,
                   lead = 12, en = "move the wave", vi = "dời đợt" } },
}
END_LUA
sed 's/level = 4/levle = 4/' slips.lua >misspelt.lua
sed 's/version = "1"/version = "2"/; s/level = 4/level = 3/' slips.lua >two.lua
cat >wave.lua <<'END_LUA'
local later = require "later"
return function(plan, parameters)
    return {
        triggers = ccn.triggers.in_force(plan, "slips", "2028-06-30"),
        from = "2027", to = "2028-6m",
        actions = { { id = "later", trigger = "slips", en = "later",
                      vi = "muộn hơn",
                      change = later(tonumber(parameters.year or "2030")) } },
        order = function(world)
            return world:enterprises():where { cluster = "Home" }
        end,
        place = { years = { 2028, 2031 }, solver = "exact",
                  unknown = { land = "leave out", capacity = "leave out",
                              trade = "allow" } },
        windows = { closed = 2028, published = 2029 }, tax = 0.5,
        futures = { name = "wave", n = 3, design = "factorial", factors = {
            opens = { values = { 2029, 2030, 2031 },
                      field = { "phase", "Near/2", "opens" } } } },
    }
end
END_LUA
cat >later.lua <<'END_LUA'
return function(year)
    return function(world)
        world:phase "Near/2".opens = year
    end
end
END_LUA

expect 'a town' 0 '' "$CCN" run town.lua out=town.gpkg
plan=town.gpkg

# Keeping.

expect 'no set yet' 0 'keeps no trigger set' "$CCN" triggers $plan
expect 'a misspelt name is named' 1 "'slips': there is no 'levle'" \
    "$CCN" triggers $plan keep=misspelt.lua
also 'with the nearest' "did you mean 'level'?"
for use in 'triggers town.gpkg keep=none.lua' 'propose town.gpkg none.lua' \
    'check town.gpkg on=2028-07-01 triggers=none.lua'; do
    # shellcheck disable=SC2086
    expect "no file: ${use%% *}" 1 "ccn: cannot open 'none.lua'" "$CCN" $use
done
expect 'without versions it is saved at once' 0 'Trigger set slips 1: saved' \
    "$CCN" triggers $plan keep=slips.lua
expect 'each version once' 1 "there is a trigger_set 'slips 1' already" \
    "$CCN" triggers $plan keep=slips.lua
expect 'the nearest set' 1 "did you mean 'slips 1'?" \
    "$CCN" triggers $plan set=slip
expect 'an approval names the office and the day' 1 'an approval has by' \
    "$CCN" triggers $plan approve='slips 1'
expect 'a set is there or not' 1 "no trigger set 'slips 9'" \
    "$CCN" triggers $plan approve='slips 9' by=UBND on=2027-01-05
expect 'a draft is not in force' 0 'no set is in force' "$CCN" triggers $plan
expect 'from which day goes with an approval' 2 'from=DATE goes with approve=' \
    "$CCN" triggers $plan from=2027-01-05
cp $plan unapproved.gpkg
expect 'it is approved' 0 'Trigger set slips 1 approved: saved' \
    "$CCN" triggers $plan approve='slips 1' by=UBND from=2027-01-05 \
    decision='QĐ 1'
expect 'and shown' 0 'QĐ 1' "$CCN" triggers $plan
also 'with its states' 'land built 3 ha < 4 ha at the last cut-off'
expect 'the nearest subject' 1 "no 'Naer' that a signpost could watch" \
    "$CCN" triggers $plan subject=Naer
also 'is named' "did you mean 'Near'?"
expect 'what has no figure is named' 0 'no figure: slips of Near since 31 Dec 2028' \
    "$CCN" triggers $plan on=2029-07-01
expect 'the states' 0 '' "$CCN" triggers $plan
also 'and what is not recorded' '1 not recorded yet (record=yes)'
expect 'one in full' 0 'fires when land built < 4 ha at 1 cut-off' \
    "$CCN" triggers $plan set='slips 1'
also 'and what is not given is left out' 'until it is back past 4 ha'
cp said full
expect 'nothing of it' 1 '' grep -E 'watched from|silent for' full
expect 'in Vietnamese' 0 'kích hoạt khi đất đã có hạ tầng < 4 ha' \
    "$CCN" --lang vi triggers $plan set='slips 1'
expect 'a parameter is one' 2 "did you mean 'record'?" "$CCN" triggers $plan recrod=yes

expect 'what is in force is a finding of the day' 0 \
    'fired since 30 Jun 2028: land built 3 ha < 4 ha at the last cut-off' \
    "$CCN" check $plan on=2028-07-01 triggers=kept

expect 'triggers need a day' 2 'needs the day to look at' \
    "$CCN" check $plan triggers=kept
expect 'a day before the set is in force' 0 \
    'no trigger set of the plan was in force on 1 Jan 2026' \
    "$CCN" check $plan on=2026-01-01 triggers=kept
expect 'a plan that keeps none' 0 '' "$CCN" run town.lua out=none.gpkg
expect 'is said to keep none' 0 'the plan keeps no trigger set' \
    "$CCN" check none.gpkg on=2028-07-01 triggers=kept

expect 'with versions' 0 'v1: published' \
    "$CCN" versions unapproved.gpkg begin=yes as=SCT:NVA title=x
expect 'an approval is a draft of today' 0 'v2: draft' \
    "$CCN" triggers unapproved.gpkg approve='slips 1' by=UBND from=2027-08-01 \
    as=SCT:NVA
expect 'in force from another day' 0 "approved_on not known -> 2027-08-01" \
    "$CCN" diff unapproved.gpkg v1 v2

# Recording.

expect 'a record needs versions' 1 'no versions yet' \
    "$CCN" triggers $plan record=yes as=SCT:NVA on=2028-07-01
expect 'they begin' 0 'v1: published' \
    "$CCN" versions $plan begin=yes as=SCT:NVA title=2028 on=2028-06-30 \
    ahead=yes
expect 'a set in a plan with versions is a draft' 0 'v2: draft, Trigger set' \
    "$CCN" triggers $plan keep=two.lua as=SCT:NVA on=2028-06-30
expect 'a proposal needs the firing' 1 \
    "there is no firing 'slips 1/slips/Near/2028-6m' in the plan; record it" \
    "$CCN" propose $plan wave.lua record=yes as=SCT:NVA
expect 'a record without a set' 0 'keeps no trigger set' \
    "$CCN" triggers none.gpkg record=yes as=SCT:NVA on=2028-07-01
expect 'or before it is in force' 0 'no trigger set of the plan was in force' \
    "$CCN" triggers $plan record=yes as=SCT:NVA on=2026-07-01
expect 'the day is said' 1 'the day is needed' \
    "$CCN" triggers $plan record=yes as=SCT:NVA
expect 'who records has the duty' 1 "STC has not the duty 'record'" \
    "$CCN" triggers $plan record=yes as=STC:LTB on=2028-07-01
expect 'then nothing has changed' 0 '2 entries and 2 versions agree' \
    "$CCN" verify $plan
expect 'a firing is recorded' 0 '1 recorded as v3' \
    "$CCN" triggers $plan record=yes as=SCT:NVA on=2028-07-01
expect 'once' 0 'nothing is fired or watched that is not recorded' \
    "$CCN" triggers $plan record=yes as=SCT:NVA on=2028-07-01
expect 'as is shown' 0 'all that is fired or watched is recorded' \
    "$CCN" triggers $plan
cat >other.lua <<'END_LUA'
local plan = ccn.open(ccn.args.plan)
local options = ccn.proposals.read("wave.lua", plan)
local fork = plan:fork "other"
fork:cluster "Far".leased_area = 2.5
local function refused(proposal, words)
    local good, why = pcall(ccn.proposals.record, plan, proposal,
                            { as = "SCT:NVA", on = "2028-07-05" })
    assert(not good and why:find(words, 1, true), why)
end
refused(ccn.propose(fork, options), "made on other contents")
local late = ccn.propose(plan, options)
late.alternatives[2].gap = 0.1
refused(late, "alternative 'least' is what was found when the time was up")
options.triggers = ccn.dofile "slips.lua"
options.triggers.name = nil
refused(ccn.propose(plan, options), "are a set that the plan keeps")
local copy = {}
for name, value in pairs(options) do
    copy[name] = value
end
refused(ccn.propose(plan, copy), "only a proposal whose options")
END_LUA
expect 'a proposal on something else is not recorded' 0 '' \
    "$CCN" run other.lua plan=$plan
expect 'none is recorded yet' 0 'no proposal is recorded' \
    "$CCN" propose $plan
expect 'a parameter that nothing reads' 1 "no 'yaer'; did you mean 'year'?" \
    "$CCN" propose $plan wave.lua with=yaer=2030
expect 'one without a value' 2 "'year' is no NAME=VALUE" \
    "$CCN" propose $plan wave.lua with=year
expect 'a page is HTML' 2 'a page is saved as .html' \
    "$CCN" propose $plan wave.lua out=proposal.pdf
expect 'a proposal is drafted' 0 'v4: draft' "$CCN" propose $plan wave.lua \
    with=year=2030 draft=balanced record=yes as=SCT:NVA on=2028-07-05
also 'and recorded' 'proposal 2028-06-30 recorded as v5'
expect 'a proposal is recorded once' 1 \
    "there is a proposal '2028-06-30' already" "$CCN" propose $plan wave.lua \
    record=yes as=SCT:NVA on=2028-07-05
expect 'it is listed with its draft' 0 'v4 least' "$CCN" propose $plan
also 'and what allowed it' 'slips 1/slips/Near/2028-6m'
expect 'and shown in words' 0 'by the reports o2' \
    "$CCN" propose $plan show=2028-06-30
expect 'by its key' 1 "no proposal '2029' is recorded" \
    "$CCN" propose $plan show=2029
rm -rf away beside && mkdir away beside && cp wave.lua later.lua beside
cd away || exit 1
expect 'a file elsewhere has its modules beside it' 0 'action later: later' \
    "$CCN" propose ../$plan ../beside/wave.lua
echo 'return ccn.text "../slips.lua"' >../beside/up.lua
expect 'and nothing further up' 1 'in no folder that this run may read' \
    "$CCN" propose ../$plan ../beside/up.lua
cd ..
cp slips.lua slips.kept
rm wave.lua later.lua slips.lua
expect 'all is computed again, without the files' 0 \
    'computed again: the same; firings: 1, proposals: 1' "$CCN" verify $plan
expect 'in Vietnamese' 0 'tính lại 1 lần kích hoạt và 1 đề xuất: đều giống' \
    "$CCN" --lang vi verify $plan

cat >correct.lua <<'END_LUA'
local plan = ccn.open(ccn.args.plan)
local fork = plan:fork "correction"
fork:add("observation", { key = "o3", cluster = "Near", value = 5,
    indicator = "industrial_land_built", period = "2028-6m",
    received = ccn.args.received, supersedes = "o2" })
print(plan:record(fork, { as = "SCT:NVA", title = "correction",
                           on = "2028-07-06" }))
assert(plan:observation "o3".value == 5)
END_LUA

# A record is of what the file holds, and of nothing else.

cat >both.lua <<'END_LUA'
local plan, other = ccn.open(ccn.args.plan), ccn.open(ccn.args.plan)
local function observe(on, key)
    local fork = on:fork(key)
    fork:add("observation", { key = key, cluster = "Far", value = 1,
        indicator = "n_projects", period = "2028", received = "2028-12-15" })
    return fork
end
local about = { as = "SCT:NVA", title = "form", on = "2028-07-06" }
local first = plan:record(observe(plan, "o8"), about)
-- Whoever read the plan before does not take that back.
local good, why = pcall(other.record, other, observe(other, "o9"), about)
assert(not good and why:find("observation 'o8'", 1, true), why)
local fork = plan:fork "more"
fork:cluster "Far".leased_area = 1
good, why = pcall(plan.record, plan, fork, about)
assert(not good and why:find("a record only adds", 1, true), why)
plan:cluster "Far".leased_area = 1
good, why = pcall(plan.record, plan, observe(plan, "o10"), about)
assert(not good and why:find("changes that are not saved", 1, true), why)
print("v" .. first, #ccn.open(ccn.args.plan):versions())
END_LUA
cp $plan two.gpkg
expect 'one of two records' 0 "$(printf 'v6\t6')" \
    "$CCN" run both.lua plan=two.gpkg
expect 'and the plan agrees' 0 'computed again: the same' "$CCN" verify two.gpkg
sqlite3 two.gpkg "UPDATE observation SET value = 9 WHERE key = 'o1'"
expect 'what was changed outside is not recorded with it' 1 \
    "observation 'o1': a record only adds" \
    "$CCN" run correct.lua plan=two.gpkg received=2028-08-01

# A correction that came later changes nothing of what was known then.

cp $plan corrected.gpkg
cat >late.lua <<'END_LUA'
local plan = ccn.open(ccn.args.plan)
local fork = plan:fork "late"
fork:add("observation", { key = "o4", cluster = "Near", value = 6,
    indicator = "industrial_land_built", period = "2028-6m",
    received = "2028-06-18", supersedes = "o3" })
print(plan:record(fork, { as = "SCT:NVA", title = "late", on = "2030-01-01" }))
END_LUA
expect 'a correction is recorded' 0 '6' \
    "$CCN" run correct.lua plan=corrected.gpkg received=2028-08-01
expect 'a correction of before that is recorded later' 0 '7' \
    "$CCN" run late.lua plan=corrected.gpkg
expect 'is not known before it is recorded' 0 'land built 3 ha < 4 ha' \
    "$CCN" triggers corrected.gpkg on=2028-07-01
expect 'nor by a check' 0 'land built 3 ha < 4 ha' \
    "$CCN" check corrected.gpkg on=2028-07-01 triggers=kept
expect 'nor with a set in a file' 0 'land built 3 ha < 4 ha' \
    "$CCN" check corrected.gpkg on=2028-07-01 triggers=slips.kept
expect 'what was known then still follows' 0 'computed again: the same' \
    "$CCN" verify corrected.gpkg

mv slips.kept slips.lua
cat >wave.lua <<'END_LUA'
return function(plan)
    return {
        triggers = ccn.triggers.in_force(plan, "slips", "2028-06-30"),
        from = "2027", to = "2028-6m", tax = 0.5, windows = { closed = 2028 },
        actions = { { id = "later", trigger = "slips", en = "a", vi = "b",
                      change = function() end } },
        order = function(world)
            return world:enterprises():where { cluster = "Home" }
        end,
        place = { years = { 2028, 2031 }, unknown = { land = "leave out",
                  capacity = "leave out", trade = "allow" } },
    }
end
END_LUA
cp $plan past.gpkg
expect 'a correction in time' 0 '6' \
    "$CCN" run correct.lua plan=past.gpkg received=2028-06-25
expect 'what had fired and does not now' 1 \
    "no trigger with an action has fired at 2028-6m in the plan as it is now" \
    "$CCN" propose past.gpkg wave.lua
also 'with the version in which it had' 'version=v3 looks at it as it was'
expect 'and that one gives it' 0 "need futures: with=futures=40" \
    "$CCN" propose past.gpkg wave.lua version=v3
rm wave.lua slips.lua

# What is in the chain as it should be, but does not follow.

cat >forge.lua <<'END_LUA'
local plan = ccn.open(ccn.args.plan)
local fork = plan:fork "forged"
local from = fork[ccn.args.table](fork, ccn.args.key)
local row = { key = "forged" }
for _, field in ipairs(ccn.fields(ccn.args.table)) do
    if field.name ~= "key" then
        row[field.name] = from[field.name]
    end
end
if row.base then
    row.base = plan:digest()
end
local name, old, new = ccn.args.field, ccn.args.old, ccn.args.new
row[name] = tostring(row[name]):gsub(old, new)
fork:add(ccn.args.table, row)
plan:record(fork, { as = "SCT:NVA", title = "forged",
                    on = "2028-07-06" })
END_LUA
# forge NAME TABLE KEY FIELD OLD NEW WORDS
forge() {
    cp $plan forged.gpkg
    expect "$1" 0 '' "$CCN" run forge.lua plan=forged.gpkg table="$2" key="$3" \
        field="$4" old="$5" new="$6"
    expect "$1: named" 1 "$7" "$CCN" verify forged.gpkg
}
forge 'a firing that was none' firing 'slips 1/slips/Near/2028-6m' period \
    2028.6m 2027 "firing 'forged' does not follow from the observations: day is"
forge 'a proposal with another outcome' proposal 2028-06-30 outcome 2031 2029 \
    "proposal 'forged' does not follow from the plan"
also 'with what it gives' 'nothing: value 12 (wait 2, left 2), size 0, placed 2'
forge 'a proposal with another script' proposal 2028-06-30 script 'tax = 0.5' \
    'tax = 9.5' 'script, parameters or seed are not those that were kept'
forge 'a proposal on another plan' proposal 2028-06-30 base . 0 \
    'was made on other contents of the plan'

# hand NAME SQL WORDS: what is changed by hand is named.
hand() {
    cp $plan hand.gpkg
    sqlite3 hand.gpkg "$2"
    expect "$1" 1 "$3" "$CCN" verify hand.gpkg
}
hand 'an observation' "UPDATE observation SET value = 4.5 WHERE key = 'o2'" \
    "firing 'slips 1/slips/Near/2028-6m' does not follow from the observations"
hand 'an observation that is gone' \
    "UPDATE firing SET observations = NULL; DELETE FROM observation
     WHERE key = 'o2'" "firing 'slips 1/slips/Near/2028-6m' does not follow"
hand 'a firing that is gone' "UPDATE proposal SET firings = NULL;
    DELETE FROM firing" "firing 'slips 1/slips/Near/2028-6m' was recorded"

# A script that a plan keeps is a stranger's.

expect 'another town' 0 '' "$CCN" run town.lua out=stranger.gpkg
sed 's/name = "slips"/name = "stranger"/; s/indicators/value = function(built, at)\
    at.plan:save "stranger.gpkg"; return built end, indicators/' two.lua \
    >stranger.lua
cat >approve.lua <<'END_LUA'
local plan = ccn.open(ccn.args.plan)
local row = ccn.triggers.keep(plan, ccn.triggers.read "stranger.lua")
ccn.triggers.approve(plan, row.key, { by = "UBND", on = "2027-01-05" })
plan:save()
END_LUA
expect 'a set with a side effect' 0 '' \
    "$CCN" run approve.lua plan=stranger.gpkg
before=$(sha256sum <stranger.gpkg)
expect 'it writes nothing' 1 'this run may not write' \
    "$CCN" triggers stranger.gpkg
expect 'nor when it is shown in full' 0 'fires when land built' \
    "$CCN" triggers stranger.gpkg set='stranger 2'
[ "$before" = "$(sha256sum <stranger.gpkg)" ] ||
    fail 'the plan was written'

# The seed is part of a proposal.

cp "$plan" seeded.gpkg
cat >wave.lua <<'END_LUA'
return function(plan)
    return {
        triggers = ccn.triggers.in_force(plan, "slips", "2028-06-30"),
        from = "2027", to = "2028-6m", tax = math.random(),
        actions = { { id = "later", trigger = "slips", en = "a", vi = "b",
                      change = function() end } },
        order = function(world) return world:enterprises() end,
        place = { years = { 2028, 2031 },
                  unknown = { land = "leave out", capacity = "leave out",
                              trade = "allow" } },
        windows = { closed = 2028 },
    }
end
END_LUA
cat >record.lua <<'END_LUA'
local plan = ccn.open(ccn.args.plan)
local proposal = ccn.propose(plan, ccn.proposals.read("wave.lua", plan))
ccn.proposals.record(plan, proposal, { as = "SCT:NVA", key = "seeded",
                                       on = "2028-07-06" })
END_LUA
expect 'a proposal of another seed' 0 '' \
    "$CCN" run record.lua plan=seeded.gpkg --seed 7
expect 'is computed with that seed' 1 \
    "proposal 'seeded' cannot be computed again: it was made with the seed 7" \
    "$CCN" verify seeded.gpkg

expect 'a report counts what triggers have done' 0 'trigger sets' \
    "$CCN" report seeded.gpkg

# The sweep.

cat >sweep.lua <<'END_LUA'
print(ccn.sweep { name = "built", design = "factorial",
    factors = { ha = { values = { 3, 3.5, 4.5, 5 } } },
    outputs = { "industrial_land_built 2028", "short" },
    run = function(x)
        return { ["industrial_land_built 2028"] = x.ha,
                 short = x.ha == 3 and 2030 or nil }
    end })
END_LUA
expect 'futures' 0 '4 of 4' "$CCN" sweep sweep.lua
expect 'the share in which it fires' 0 'slips, Near: quiet today; 4 futures' \
    "$CCN" triggers town.gpkg on=2027-12-31 sweep=out/built.sqlite subject=Near \
    events=slips=short
also 'of those that end below' '31 Dec 2028     50'
also 'half of them for nothing' 'slips       100     0       0        50'
expect 'a subject is needed' 1 'the subject that the sweep is about' \
    "$CCN" triggers town.gpkg sweep=out/built.sqlite
expect 'an event is of a trigger' 1 "there is no 'slisp'; did you mean 'slips'?" \
    "$CCN" triggers town.gpkg sweep=out/built.sqlite subject=Near \
    events=slisp=short
expect 'an event without its output is wrong usage' 2 \
    "events: 'slips' is no NAME=VALUE" \
    "$CCN" triggers town.gpkg sweep=out/built.sqlite subject=Near \
    events=slips

finish
