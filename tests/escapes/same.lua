--- pairs has one order | 0 | 1 2 a b
local keys = {}
for key in pairs { b = 1, a = 1, [2] = 1, [1] = 1 } do
    keys[#keys + 1] = tostring(key)
end
print(table.concat(keys, " "))
--- pairs refuses keys without an order | 1 | no order
for _ in pairs { [{}] = 1 } do print(_) end
--- random numbers are those of the seed | 0 | same
local first = {}
for i = 1, 3 do first[i] = math.random(1 << 30) end
print(#first == 3 and "same" or "other")
--- there is no clock | 1 | global 'os'
print(os.clock())
--- not a number has no place in an order | 1 |
local plan = ccn.open "plan.gpkg"
ccn.rank(plan:clusters(), { { name = "x", weight = 0 / 0,
    value = function() return 1 end } })
--- no number of a plan is infinite | 1 |
ccn.new("P"):add("cluster", { key = "C", total_area = 1 / 0 })
--- nor not a number | 1 |
ccn.new("P"):add("cluster", { key = "C", total_area = 0 / 0 })
--- nor too large to count | 1 |
ccn.new("P"):add("budget", { key = "B", amount = 1e300 })
--- a whole number is not taken from a text | 1 |
ccn.new("P"):add("enterprise", { key = "E", workers = "10" })
--- nor cut from a fraction | 1 |
ccn.new("P"):add("enterprise", { key = "E", workers = 1.5 })
