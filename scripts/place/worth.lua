--- Shadow prices: what one more hectare, m³ a day or đồng is worth to the goal,
-- by cluster, or group of clusters, and year.
--
-- They are the prices of the proof: by so much the proved bound falls for each
-- unit there is more from that year on, or in that year where money is lost
-- after it.  A price of 0 says that more of it alone gains nothing.

local shown   = require "place.shown"
local solve   = require "place.solve"
local wording = require "wording"

local key_of = wording.key

local worth = {}

--- Who takes from a group of a resource, as text, and as row or rows.
local function holder(self, resource, g)
    local clusters = self.job.clusters
    if not resource.group then
        return key_of(clusters[g]), clusters[g]
    end
    local name = resource.names and resource.names[g]
    return name and key_of(name), name
end

local function add_resource(list, self, r, resource)
    local found = wording.engine("worth", self.handle, r)
    local years = self.job.years
    for at, value in ipairs(found or {}) do
        local price = value * resource.per
        local g, t = (at - 1) // #years + 1, (at - 1) % #years + 1
        -- what comes to stay is told from the first year of its price on
        local told = t > 1 and resource.kind ~= "spent"
            and found[at - 1] == value
        -- what all there is of it could bring is more than rounding
        local held = math.max(resource.supply[at] or 0, resource.per)
        local counts = value * held > 1e-9 * math.abs(self.total)
        if counts and not told then
            local key, row = holder(self, resource, g)
            list[#list + 1] = {
                resource = resource.name, title = resource.title,
                unit = resource.unit, key = key, row = row,
                year = years[t], price = price,
            }
        end
    end
end

--- The prices above 0: { { resource =, key =, row =, year =, price =, unit = },
-- ... }, by resource, cluster and year.  Of a strict placement those of the
-- best total.
function worth.prices(self)
    local best = self
    if self.problem_mode ~= "best" then
        best = solve.again(self, {}, "best")
    end
    local list = {}
    for r, resource in ipairs(self.job.resources) do
        add_resource(list, best, r, resource)
    end
    list.placement = best
    return shown.prices(list)
end

return worth
