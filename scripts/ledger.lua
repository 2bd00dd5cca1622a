--- The land ledger: how much land each cluster has in each stage, by year.
--
--     local ledger = ccn.ledger(plan, { years = { 2027, 2030 } })
--     ledger:print()
--     ledger:row("Near", 2028).free         --> ha
--     ccn.place(plan, order, { capacity = ledger:capacity(), ... })
--     ccn.ledger(plan, { years =, placement = placement }):print()
--
-- Land is industrial land.  A parcel counts in the stage its status says:
-- registered, reserved, cleared, serviced, leased.  A phase that opens in a
-- year makes its land serviced from the next year on, as in placing; its
-- parcels if it has any, else its industrial_area, which until then counts as
-- reserved.  A cluster without parcels has what its record says: leased_area,
-- and the rest of industrial_area as serviced, or as reserved as far as the
-- record says that it is not cleared or that nothing works there yet.
--
-- Who moves to a cluster (destination and move_year of the plan, or a
-- placement) takes land from the serviced of that year on; moved is that sum.
-- free is serviced less moved: below 0 it is an overdraft.  Fields are nil
-- where the record does not say.

local demand  = require "place.demand"
local names   = require "names"
local shape   = require "shape"
local wording = require "wording"

local say, key_of = wording.of(require "lang.ledger"), wording.key
local tenths = demand.tenths

local STAGES = { "registered", "reserved", "cleared", "serviced", "leased" }

local Ledger = {}
Ledger.__index = Ledger

--- Whether the land may serve industry; a use that is not known counts.
local function industrial(parcel)
    return parcel.use == nil or parcel.use == "industry"
end

--- Sums of the parcels of a cluster: by stage, and by phase and stage for the
-- phases that are not open.
local function parcels_of(plan, cluster)
    local sums = { count = 0, stage = {}, phase = {} }
    for parcel in plan:parcels():where { cluster = cluster } do
        local area, status = parcel.area, parcel.status
        if area and status and industrial(parcel) then
            local phase = parcel.phase
            local waits = phase and phase.state ~= "open" and phase.opens
                and status ~= "leased" and status ~= "serviced"
            local into = sums.stage
            if waits then
                sums.phase[key_of(phase)] = sums.phase[key_of(phase)] or {}
                into = sums.phase[key_of(phase)]
            end
            into[status] = (into[status] or 0) + tenths(area)
            sums.count = sums.count + 1
        end
    end
    return sums
end

local NOT_YET = { planned = true, established = true, building = true }

--- What of the land that is not leased can be handed over, as placing has it:
-- none where nothing works yet or the record calls it uncleared, and at most
-- what is cleared.
local function serviced_of(cluster, rest)
    if cluster.uncleared or NOT_YET[cluster.state] then
        return 0
    end
    local cleared = cluster.cleared_area
    return cleared and math.min(rest, tenths(cleared)) or rest
end

--- What the record says of a cluster without parcels; nil for unknown.
local function record_of(cluster)
    local stage, all = {}, cluster.industrial_area
    local leased = cluster.leased_area
    if leased == nil and all and cluster.reported_fill then
        leased = all * cluster.reported_fill / 100
    end
    stage.leased = leased and tenths(leased)
    if all and leased then
        local rest = math.max(0, tenths(all) - tenths(leased))
        stage.serviced = serviced_of(cluster, rest)
        stage.reserved = rest > stage.serviced and rest - stage.serviced or nil
    end
    return stage
end

--- Land of phases that are not open: { opens =, stage = { name = tenths } }.
local function phases_of(plan, cluster, sums)
    local list = {}
    for phase in plan:phases():where { cluster = cluster } do
        if phase.state ~= "open" and phase.opens then
            local stage = sums.phase[key_of(phase)]
            if not stage and phase.industrial_area then
                stage = { reserved = tenths(phase.industrial_area) }
            end
            list[#list + 1] = stage and { opens = phase.opens, stage = stage }
        end
    end
    return list
end

--- The moves into clusters: { [key] = { { year =, land =, key = }, ... } }.
local function planned_moves(plan)
    local moves = {}
    for row in plan:enterprises() do
        local there, year = row.destination, row.move_year
        if there and year then
            local key = key_of(there)
            local land = row.land_wanted or row.land_held
            moves[key] = moves[key] or {}
            table.insert(moves[key], { year = year, key = row.key,
                                       land = land and tenths(land) })
        end
    end
    return moves
end

local function placed_moves(placement)
    local moves = {}
    for _, move in ipairs(placement.placed) do
        local key = key_of(move.cluster)
        moves[key] = moves[key] or {}
        table.insert(moves[key], { year = move.year, key = move.key,
                                   land = tenths(move.land) })
    end
    return moves
end

--- What the moves until a year take, who they are, and of how many of them the
-- land is not known.
local function taken(moves, year)
    local sum, unknown, who = 0, 0, {}
    for _, move in ipairs(moves or {}) do
        if move.year <= year then
            sum = sum + (move.land or 0)
            unknown = unknown + (move.land and 0 or 1)
            who[#who + 1] = move.key
        end
    end
    return sum, unknown, who
end

local function ha(amount)
    return amount and amount / 100000
end

--- One cluster in one year.
local function row_of(base, phases, moves, year, known)
    local stage = {}
    for _, name in ipairs(STAGES) do
        stage[name] = base[name] or known and 0 or nil
    end
    for _, phase in ipairs(phases) do
        for name, area in pairs(phase.stage) do
            local now = phase.opens < year and "serviced" or name
            stage[now] = (stage[now] or 0) + area
        end
    end
    local moved, unknown, who = taken(moves, year)
    local row = { year = year, moved = ha(moved), who = who,
                  unknown = unknown }
    for _, name in ipairs(STAGES) do
        row[name] = ha(stage[name])
    end
    row.free = stage.serviced and ha(stage.serviced - moved)
    return row
end

local function add_cluster(self, plan, cluster, moves)
    local sums = parcels_of(plan, cluster)
    local known = sums.count > 0
    local base = known and sums.stage or record_of(cluster)
    local phases = phases_of(plan, cluster, sums)
    local key = key_of(cluster)
    self.cells[key] = {}
    for year = self.years[1], self.years[2] do
        local row = row_of(base, phases, moves[key], year, known)
        row.cluster, row.from = cluster, known and "parcels" or "record"
        self.cells[key][year] = row
        self[#self + 1] = row
    end
end

local function find_row(self, cluster, year)
    local key = key_of(cluster)
    local text = say("no_row", key, tostring(year))
    return names.find(self.cells, key, text)[year] or error(text, 0)
end

--- A row of the ledger: ha in each stage, moved and free, and who moved.
function Ledger:row(cluster, year)
    local row = wording.run(find_row, self, cluster, year)
    return row
end

--- For the option capacity of ccn.place: the land that is serviced, less what
-- those take who have a place already.
function Ledger:capacity()
    return function(cluster, year)
        local years = self.cells[key_of(cluster)]
        local row = years and years[year]
        return row and row.free and math.max(0, row.free)
    end
end

--- Rows in which more land is taken than is serviced.
function Ledger:overdrafts()
    local list = {}
    for _, row in ipairs(self) do
        if row.free and row.free < 0 then
            list[#list + 1] = row
        end
    end
    return list
end

Ledger.__tostring = function(self)
    local columns = { { title = say "cluster" },
                      { title = say "year", align = "right" } }
    local fields = { "registered", "reserved", "cleared", "serviced", "leased",
                     "moved", "free" }
    for _, name in ipairs(fields) do
        columns[#columns + 1] = { title = say(name), align = "right" }
    end
    local rows = {}
    for i, row in ipairs(self) do
        rows[i] = { key_of(row.cluster), tostring(row.year) }
        for _, name in ipairs(fields) do
            table.insert(rows[i], wording.number(row[name], "%.5f"))
        end
    end
    local lines = { say("title", self.years[1], self.years[2]),
                    tostring(ccn.table { columns = columns, rows = rows }) }
    for _, row in ipairs(self:overdrafts()) do
        lines[#lines + 1] = say("overdraft", key_of(row.cluster), row.year,
                                wording.number(-row.free, "%.5f"),
                                table.concat(row.who, ", "))
    end
    for _, row in ipairs(self) do
        if row.unknown > 0 then
            lines[#lines + 1] = say("unknown", key_of(row.cluster), row.year,
                                    row.unknown)
        end
    end
    return table.concat(lines, "\n")
end

function Ledger:print()
    print(tostring(self))
end

local MOST_YEARS = 100

local OPTIONS = { years = "any", placement = "table", clusters = "rows" }

local function check(plan, options)
    shape.needed("ledger: plan", plan, "plan")
    shape.check("ledger", options, OPTIONS)
    local years = options.years
    if type(years) ~= "table" or math.type(years[1]) ~= "integer"
        or math.type(years[2]) ~= "integer" or years[2] < years[1] then
        error(say "no_years", 0)
    elseif years[2] - years[1] >= MOST_YEARS then
        error(say("many_years", years[1], years[2], MOST_YEARS), 0)
    elseif options.placement and not options.placement.placed then
        error(say "no_placement", 0)
    end
end

local function make(plan, options)
    check(plan, options)
    local self = setmetatable({ years = options.years, cells = {} }, Ledger)
    local moves = options.placement and placed_moves(options.placement)
        or planned_moves(plan)
    for cluster in options.clusters or plan:clusters() do
        add_cluster(self, plan, cluster, moves)
    end
    return self
end

return function(plan, options)
    local ledger = wording.run(make, plan, options or {})
    return ledger
end
