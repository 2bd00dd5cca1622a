-- The land ledger, and what the checks say of it.

local test = {}

local function town()
    local plan = ccn.new "Town"
    plan:add("cluster", { key = "A", state = "operating", total_area = 30,
                          industrial_area = 20, leased_area = 5 })
    plan:add("cluster", { key = "B", state = "operating", total_area = 9 })
    plan:add("phase", { key = "B/2", cluster = "B", opens = 2027,
                        state = "proposed" })
    for i, status in ipairs { "registered", "reserved", "cleared", "serviced",
                              "leased" } do
        plan:add("parcel", { key = "P" .. i, cluster = "B", area = i,
                             status = status, use = "industry" })
    end
    plan:add("parcel", { key = "P6", cluster = "B", area = 0.7, use = "road",
                         status = "serviced" })
    plan:add("enterprise", { key = "E1", land_held = 4.5, destination = "B",
                             move_year = 2028 })
    return plan
end

local function ledger(plan, options)
    options = options or {}
    options.years = options.years or { 2027, 2029 }
    return ccn.ledger(plan, options)
end

local function near(got, wanted)
    if not got or math.abs(got - wanted) > 1e-9 then
        error(("got %s, wanted %s"):format(tostring(got), tostring(wanted)), 2)
    end
end

local function fails(message, call, ...)
    local done, got = pcall(call, ...)
    if done or not tostring(got):find(message, 1, true) then
        error(("wanted the error '%s', got %s"):format(message,
                                                      tostring(got)), 2)
    end
end

function test.parcels_count_in_the_stage_of_their_status()
    local row = ledger(town()):row("B", 2027)
    near(row.registered, 1)
    near(row.reserved, 2)
    near(row.cleared, 3)
    near(row.serviced, 4) -- without the road
    near(row.leased, 5)
    near(row.free, 4)
    assert(row.from == "parcels")
end

function test.a_cluster_without_parcels_has_what_its_record_says()
    local plan = town()
    local row = ledger(plan):row("A", 2027)
    near(row.serviced, 15)
    near(row.leased, 5)
    assert(row.registered == nil and row.from == "record")
    plan:cluster "A".uncleared = true
    row = ledger(plan):row("A", 2027)
    near(row.reserved, 15)
    near(row.serviced, 0)
end

function test.what_cannot_be_handed_over_is_not_serviced()
    local plan = town()
    local cluster = plan:cluster "A"
    cluster.cleared_area = 4
    near(ledger(plan):row("A", 2027).serviced, 4)
    near(ledger(plan):row("A", 2027).reserved, 11)
    cluster.cleared_area = 400
    near(ledger(plan):row("A", 2027).serviced, 15)
    cluster.state = "building"
    near(ledger(plan):row("A", 2027).serviced, 0)
    near(ledger(plan):row("A", 2027).reserved, 15)
end

function test.moves_of_which_the_land_is_not_known_are_told()
    local plan = town()
    plan:enterprise "E1".land_held = nil
    local found = ledger(plan)
    assert(found:row("B", 2028).unknown == 1)
    assert(tostring(found):find("B in 2028: the land of 1 who move there is "
                                .. "not known", 1, true))
    assert(not tostring(found):find("B in 2027: the land", 1, true))
end

function test.what_is_asked_wrongly_of_the_ledger_is_named()
    local plan = town()
    plan:add("cluster", { key = "Đông", state = "operating" })
    local found = ledger(plan)
    fails("did you mean 'Đông'?", found.row, found, "Dong", 2028)
    fails("no cluster 'B' in 2050", found.row, found, "B", 2050)
    fails("more than 100", ccn.ledger, plan, { years = { 2027, 9999999 } })
    fails("placement must be what ccn.place gives", ccn.ledger, plan,
          { years = { 2027, 2028 }, placement = {} })
end

function test.what_is_not_known_stays_blank()
    local plan = town()
    plan:cluster "A".leased_area = nil
    local row = ledger(plan):row("A", 2027)
    assert(row.free == nil and row.leased == nil)
    assert(ledger(plan):capacity()(plan:cluster "A", 2027) == nil)
end

function test.a_phase_serves_from_the_year_after_it_opens()
    local plan = town()
    for i = 1, 3 do
        plan:parcel("P" .. i).phase = "B/2"
    end
    local found = ledger(plan)
    near(found:row("B", 2027).cleared, 3)
    near(found:row("B", 2028).cleared, 0)
    near(found:row("B", 2028).serviced, 10)
    plan:phase "B/2".state = "open"
    near(ledger(plan):row("B", 2028).cleared, 3)
end

function test.a_phase_without_parcels_opens_its_industrial_land()
    local plan = town()
    plan:phase "B/2".industrial_area = 2.5
    local found = ledger(plan)
    near(found:row("B", 2027).reserved, 4.5)
    near(found:row("B", 2028).reserved, 2)
    near(found:row("B", 2028).serviced, 6.5)
end

function test.moves_take_from_their_year_on()
    local found = ledger(town())
    near(found:row("B", 2027).moved, 0)
    near(found:row("B", 2028).free, -0.5)
    near(found:row("B", 2029).free, -0.5)
    assert(#found:overdrafts() == 2)
    local words = "B in 2028: 0.50000 ha more than there are (E1)"
    assert(tostring(found):find(words, 1, true))
    fails("no cluster 'C'", function() return found:row("C", 2028) end)
    fails("years must be", ccn.ledger, town(), { years = { 2029, 2027 } })
end

function test.placing_reads_the_ledger_and_writes_into_it()
    local plan = town()
    plan:enterprise "E1".destination = nil
    plan:enterprise "E1".land_held = 3.5
    plan:add("enterprise", { key = "E2", land_held = 1 })
    local placement = ccn.place(plan, plan:enterprises(), {
        years = { 2027, 2029 }, mode = "strict",
        capacity = ledger(plan):capacity(),
        clusters = plan:clusters():where { key = "B" },
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" } })
    assert(#placement.placed == 1 and placement.placed[1].key == "E1")
    near(ledger(plan, { placement = placement }):row("B", 2027).free, 0.5)
    placement:apply(plan)
    near(ledger(plan):row("B", 2029).free, 0.5)
end

function test.checks_find_overdrafts_and_uses_outside_the_plan()
    local plan = town()
    local finding = ccn.check(plan):of "land-overdraft"[1]
    near(finding.terms.free, -0.5)
    assert(finding.terms.year == 2028 and finding.text:find "E1")
    plan:enterprise "E1".land_held = 4
    assert(#ccn.check(plan):of "land-overdraft" == 0)
    assert(#ccn.check(plan):of "use-outside-plan" == 0)
    plan:parcel "P6".holder = "E1"
    assert(#ccn.check(plan):of "use-outside-plan" == 1)
    plan:parcel "P5".phase = "B/2"
    assert(#ccn.check(plan):of "leased-before-open" == 1)
    assert(#ccn.check(plan):of "parcels-and-total" == 1)
end

return test
