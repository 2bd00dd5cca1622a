-- luacheck: globals ccn
--- What a plan says and what follows from it, by key and without regard to the
-- order of its rows: equal for every order in which they were imported.

local plan = ccn.open "plan.gpkg"

--- Totals are exact, so no order of adding is seen in them.
for _, sum in ipairs { { "cluster", "total_area" },
                       { "cluster", "industrial_area" },
                       { "enterprise", "land_held" },
                       { "enterprise", "land_wanted" },
                       { "enterprise", "workers" },
                       { "phase", "cost" }, { "phase", "industrial_area" } } do
    local rows = plan[sum[1] .. "s"](plan)
    print("sum", sum[1], sum[2], (rows:sum(sum[2], "known")))
end

local function sorted(lines)
    table.sort(lines)
    print(table.concat(lines, "\n"))
end

local order = ccn.rank(plan:enterprises(), {
    name = "shuffled", version = "1", status = "draft",
    { name = "workers", field = "workers", scale = { from = 0, to = 200 },
      weight = 2, missing = "worst", ground = "ours" },
    { name = "land", field = "land_wanted", scale = { from = 2, to = 0 },
      weight = 1, missing = "interval", ground = "ours" },
    { name = "water", field = "wastewater", scale = { from = 0, to = 100 },
      weight = 1, missing = "worst", ground = "ours" },
})
local lines = {}
for row in plan:enterprises() do
    lines[#lines + 1] = ("rank %s %d"):format(row.key,
                                              order:rank_of(row.key))
end
sorted(lines)

--- Strict order: nobody lower takes what a higher one could use.
local placement = ccn.place(plan, order, {
    years = { 2027, 2031 }, mode = "strict",
    unknown = { land = "leave out", capacity = "leave out", trade = "allow",
                distance = "leave out" },
})
lines = {}
for _, placed in ipairs(placement.placed) do
    lines[#lines + 1] = ("placed %s %s %d"):format(
        placed.key, tostring(placed.cluster), placed.year)
end
sorted(lines)
