--- A plan of 10,000 enterprises, made up, for the bench of reports; out= names
-- its file.

local plan = ccn.new "big"
for c = 1, 40 do
    plan:add("cluster", {
        key = "C" .. c, total_area = 50, industrial_area = 30,
        reported_fill = 50, shape = ("POINT (%g %g)"):format(
            104 + c / 40, 21 + (c * 7 % 40) / 40),
    })
end
for i = 1, 10000 do
    plan:add("enterprise", {
        key = ("E%05d"):format(i), plan = "move", activity = "cơ khí",
        land_wanted = 0.1 + i % 50 / 100, workers = i % 200,
        in_residential = i % 3 == 0,
        type = i % 2 == 0 and "polluting" or "other",
    })
end
plan:save(ccn.args.out)
