--- 4. What if the second phase opens later?
--
--     ccn run scenarios/examples/04_what_if.lua [opens=2029]

local opens = ccn.scenario {
    question = { en = "What if the second phase opens later?",
                 vi = "Nếu giai đoạn 2 mở muộn hơn thì sao?" },
    parameters = {
        opens = { default = 2029, least = 2026, most = 2050,
                  en = "when the second phase opens",
                  vi = "năm mở giai đoạn 2" },
    },
}.opens

local plan = require "world"()
local order = ccn.rank(plan:enterprises(), require "criteria")

local late = plan:fork("opens " .. opens)
late:phase("C1/2").opens = opens

print(plan:diff(late))
print()

local function place(fork)
    return ccn.place(fork, order, {
        years = { 2026, 2030 }, mode = "strict",
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" },
    })
end

local report = ccn.report { title = "What if the phase is late?" }
report:compare(ccn.compare({ plan, late }, { place = place }))
print(report)
