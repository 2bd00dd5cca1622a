--- Money by year: the needs of the waves against what a fork has.
--
-- The baseline is ours and marked so: each wave has exactly its total in its
-- year, and nothing is carried over.  No source is named for any of it.

local funds = {}

local NOTE = "ours: money = need of the wave, no carry-over"

--- Gives a fork its baseline: a proposed line for each need.
function funds.baseline(fork)
    for b in fork:budgets():where { status = "need",
                                    purpose = "relocation" } do
        fork:add("budget", {
            key = "baseline/" .. b.year, name = b.name, year = b.year,
            purpose = "relocation", status = "proposed",
            cluster = b.cluster, amount = b.amount, note = NOTE,
        })
    end
end

--- Lowers every line of the baseline by a share, to whole đồng.
function funds.cut(fork, share)
    for b in fork:budgets():where { status = "proposed",
                                    purpose = "relocation" } do
        b.amount = b.amount - math.ceil(b.amount * share)
    end
end

--- Need, money and what is short, by year and in all.
function funds.of(fork)
    local found = { years = {}, need = 0, money = 0, short = 0 }
    local by = {}
    for b in fork:budgets():where { purpose = "relocation" } do
        if b.status == "need" or b.status == "proposed" then
            local year = b.year
            if not by[year] then
                by[year] = { year = year, need = 0, money = 0 }
                table.insert(found.years, by[year])
            end
            local name = b.status == "need" and "need" or "money"
            by[year][name] = by[year][name] + b.amount
        end
    end
    table.sort(found.years, function(a, b) return a.year < b.year end)
    for _, y in ipairs(found.years) do
        y.short = math.max(0, y.need - y.money)
        found.need = found.need + y.need
        found.money = found.money + y.money
        found.short = found.short + y.short
    end
    return found
end

return funds
