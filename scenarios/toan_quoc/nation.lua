--- Draws a nation by lot: nation.make { provinces =, clusters =,
-- enterprises =, years =, first_year =, origin =, name = } -> plan.
--
-- Synthetic.  What a hectare needs comes from data/coefficients.csv, all else
-- from the limits of data/made_up.csv.  Clusters and enterprises are dealt out
-- to the provinces in turn.  The lot is that of `ccn --seed`.

local here = ccn.script:match "^(.*)/"

local nation = {}

--- Rows of a file, by their first column.
local function by_name(file)
    local csv, rows = ccn.csv(here .. "/data/" .. file), {}
    for _, cells in ipairs(csv.rows) do
        local row = {}
        for i, heading in ipairs(csv.headings) do
            row[heading] = cells[i]
        end
        rows[#rows + 1], rows[cells[1]] = row, row
    end
    return rows
end

local coefficients = by_name "coefficients.csv"
local made_up = by_name "made_up.csv"

local function coefficient(id)
    return tonumber(coefficients[id].value)
end

local function draw(name)
    local low = tonumber(made_up[name].low)
    return low + (tonumber(made_up[name].high) - low) * math.random()
end

--- True so many times in a hundred.
local function happens(name)
    return math.random() * 100 < tonumber(made_up[name].low)
end

--- In tenths of a square metre, as papers have it.
local function ha(area)
    return math.floor(area * 1e5 + 0.5) / 1e5
end

local function whole(number)
    return math.floor(number + 0.5)
end

local function name_of(kind, number)
    return ("SYN-%s%06d"):format(kind, number)
end

--- The power norms name the trades.
local function add_trades(plan, origin)
    local keys = {}
    for _, row in ipairs(coefficients) do
        if row.group == "power" then
            keys[#keys + 1] = "SYN-" .. row.id
            plan:add("trade", { key = keys[#keys], note = row.quantity,
                                power_per_ha = tonumber(row.value),
                                origin = origin .. "; " .. row.source })
        end
    end
    return keys
end

--- Some of the trades, one at least.
local function some(trades)
    local taken = {}
    for _, trade in ipairs(trades) do
        if happens "trade_allowed" then
            taken[#taken + 1] = trade
        end
    end
    return #taken > 0 and taken or { trades[math.random(#trades)] }
end

--- What a hectare of a cluster sends to its plant, m³/day.
local function wastewater_per_ha()
    return coefficient "WT-CCN" * coefficient "WW-SHARE" / 100
end

--- Two phases open the rest of a cluster.
local function add_phases(plan, key, rest, size)
    local opens = size.first_year - 1
    for number = 2, 3 do
        opens = opens + whole(draw "phase_opens")
        plan:add("phase", {
            key = key .. "/" .. number, cluster = key, number = number,
            total_area = ha(rest / 2), opens = opens, state = "proposed",
            industrial_area = ha(rest / 2 * coefficient "LU-IND" / 100),
            wastewater_capacity = whole(rest / 2 * wastewater_per_ha()),
            cost = whole(rest / 2 * coefficient "UC-CCN") * 1000000,
            origin = size.origin,
        })
    end
end

local function add_cluster(plan, number, trades, size)
    local key, total = name_of("C", number), ha(draw "cluster_area")
    local first = total * draw "phase_share" / 100
    local industrial = ha(first * coefficient "LU-IND" / 100)
    local fill = draw "fill" / 100
    plan:add("cluster", {
        key = key, kind = "CCN", state = "operating", origin = size.origin,
        unit = name_of("P", (number - 1) % size.provinces + 1),
        total_area = total, industrial_area = industrial,
        leased_area = ha(industrial * fill), wastewater_plant = true,
        wastewater_capacity = whole(first * wastewater_per_ha()),
        wastewater_flow = whole(first * wastewater_per_ha() * fill),
        trades_allowed = some(trades),
    })
    add_phases(plan, key, total - first, size)
end

--- A hectare of industrial land bears more than one of the cluster.
local function land_wanted()
    local land = made_up.enterprise_land
    local low, high = tonumber(land.low), tonumber(land.high)
    return ha(low * (high / low) ^ math.random())
end

local function add_enterprise(plan, number, trades, size)
    local land = land_wanted()
    local gross = land * 100 / coefficient "LU-IND"
    local water = gross * coefficient "WT-CCN" * draw "water_factor"
    local trade = trades[math.random(#trades)]
    local polluting = happens "polluting"
    plan:add("enterprise", {
        key = name_of("E", number), trade = trade, origin = size.origin,
        unit = name_of("P", (number - 1) % size.provinces + 1),
        type = polluting and "polluting" or "needs_room",
        in_residential = polluting, land_wanted = land,
        water = whole(water * 1000) / 1000,
        wastewater = whole(water * coefficient "WW-SHARE" * 10) / 1000,
        power = whole(land * coefficient(trade:sub(5))),
        workers = whole(gross * coefficient "LB-GROSS" * draw "worker_factor"),
    })
end

function nation.make(size)
    local plan = ccn.new(size.name)
    local trades = add_trades(plan, size.origin)
    for i = 1, size.provinces do
        plan:add("unit", { key = name_of("P", i), level = "province",
                           origin = size.origin })
    end
    for i = 1, size.clusters do
        add_cluster(plan, i, trades, size)
    end
    for i = 1, size.enterprises do
        add_enterprise(plan, i, trades, size)
    end
    return plan
end

return nation
