-- Reads one field of a cluster n times: see process.c.
local n, field = tonumber(ccn.args.n), ccn.args.field
local plan = ccn.new "bench"
local cluster = plan:add("cluster", { key = "C", total_area = 50 })
for i = 1, 20000 do
    plan:add("parcel", { key = "P" .. i, cluster = cluster, area = 0.25 })
end

local value
for _ = 1, n do
    value = cluster[field]
end
assert(n == 0 or value)
