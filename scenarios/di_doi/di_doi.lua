--- Who moves, when, with which support, who gets notice, who is next for land.
--
--     build/ccn run scenarios/di_doi/di_doi.lua [data=FOLDER]
--         [count=proven|possible] [report=FILE.html]
--
-- The establishments are made up: data/SOURCES.md.

local here = ccn.script:match "^(.*)/" or "."
local args = ccn.scenario {
    question = { en = "Who moves, when, with which support, and who is next?",
                 vi = "Ai di dời, khi nào, được hỗ trợ gì, và ai kế tiếp?" },
    parameters = {
        data  = { kind = "file", default = here .. "/data",
                  en = "folder of the tables", vi = "thư mục số liệu" },
        count = { choices = { "proven", "possible" }, default = "proven",
                  en = "points that are proven, or all that are possible",
                  vi = "điểm đã có căn cứ, hoặc mọi điểm có thể đạt" },
        report = { kind = "file", en = "write the page there",
                   vi = "ghi trang báo cáo vào tệp này" },
    },
}
local job, show = require "job", require "show"

local COUNT = { proven = "low", possible = "high" }

local plan, tables = require "read" (args.data)
local report = show(job.compute(plan, tables, COUNT[args.count]))
print(report)
if args.report then
    report:save(args.report)
end
