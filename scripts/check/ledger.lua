--- The land bank against the plan: more taken than there is, and land that is
-- used otherwise than the plan says.

local ledger_of = require "ledger"

local function span(plan)
    local first, last
    for row in plan:enterprises() do
        local year = row.destination and row.move_year
        if year then
            first = math.min(first or year, year)
            last = math.max(last or year, year)
        end
    end
    return first, last
end

--- The first year in which a cluster is overdrawn, and the worst.
local function overdrafts(plan, add)
    local first, last = span(plan)
    if not first then
        return
    end
    local seen = {}
    for _, row in ipairs(ledger_of(plan, { years = { first, last } })
                             :overdrafts()) do
        if not seen[row.cluster.key] then
            seen[row.cluster.key] = true
            add {
                id = "land-overdraft", severity = "error",
                object = row.cluster, field = "leased_area",
                text = {
                    en = "in %d %.5g ha are taken by moves, %.5g ha are "
                        .. "serviced: %s",
                    vi = "năm %d các cơ sở chuyển đến lấy %.5g ha, đất có hạ "
                        .. "tầng %.5g ha: %s",
                },
                values = { row.year, row.moved, row.serviced,
                           table.concat(row.who, ", ") },
                terms = { year = row.year, moved = row.moved,
                          serviced = row.serviced, free = row.free },
            }
        end
    end
end

local MAY_BE_LET = { industry = true, service = true, technical = true }

local function uses(plan, add)
    for parcel in plan:parcels() do
        local use = parcel.use
        local let = parcel.status == "leased" or parcel.holder
        if let and use and not MAY_BE_LET[use] then
            add {
                id = "use-outside-plan", severity = "warning", object = parcel,
                field = "use",
                text = {
                    en = "let, but the detailed plan has it as %s",
                    vi = "đã giao, nhưng quy hoạch chi tiết ghi là %s",
                },
                values = { parcel:label "use" },
                terms = { area = parcel.area },
                sources = { parcel.origin },
            }
        end
        local phase = parcel.status == "leased" and parcel.phase
        if phase and phase.state == "proposed" then
            add {
                id = "leased-before-open", severity = "warning",
                object = parcel, field = "status",
                text = { en = "leased, but phase %s is only proposed",
                         vi = "đã cho thuê, nhưng giai đoạn %s mới đề xuất" },
                values = { phase.key }, terms = { area = parcel.area },
                sources = { parcel.origin },
            }
        end
    end
end

local function sums(plan, add)
    for cluster in plan:clusters() do
        local sum, all = 0, cluster.total_area
        for parcel in plan:parcels():where { cluster = cluster } do
            sum = sum + math.floor((parcel.area or 0) * 100000 + 0.5)
        end
        if all and sum > math.floor(all * 100000 + 0.5) then
            add {
                id = "parcels-and-total", severity = "warning",
                object = cluster, field = "total_area",
                text = { en = "parcels sum to %.5g ha of %.5g ha in all",
                         vi = "các thửa cộng lại %.5g ha trên tổng %.5g ha" },
                values = { sum / 100000, all },
                terms = { parcels = sum / 100000, total = all },
            }
        end
    end
end

return function(plan, add)
    overdrafts(plan, add)
    uses(plan, add)
    sums(plan, add)
end
