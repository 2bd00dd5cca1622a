--- Close Đầm Hồng, extend Âu Lâu by 25 ha first, settle 23 establishments.
--
--     build/ccn run scenarios/dam_hong/dam_hong.lua [plan=build/laocai.gpkg]
--         [data=scenarios/dam_hong/data] [on=2026-10-05] [keep=yes]
--         [report=build/dam_hong.html]
--
-- keep=yes stores the forks as scenarios in the plan file; report= writes the
-- same as a page with charts, which opens offline.
--
-- The decision asked and what blocks it come first; then who, where, when and
-- how sure; then the reckoning; scores and faults of the data last.

local args = ccn.scenario {
    question = { en = "Can Đầm Hồng be closed and its 23 establishments be "
                     .. "settled by the end of 2029?",
                 vi = "Có thể đóng cụm Đầm Hồng và sắp xếp xong 23 cơ sở "
                     .. "trước hết năm 2029 không?" },
    parameters = {
        plan = { kind = "file", default = "build/laocai.gpkg",
                 en = "the plan", vi = "tệp quy hoạch" },
        data = { kind = "file", default = "scenarios/dam_hong/data",
                 en = "folder of the tables", vi = "thư mục số liệu" },
        -- The last day of the records: so a run repeats itself.
        on = { kind = "date", default = "2026-10-05",
               en = "day for which the records and rules are read",
               vi = "ngày xét hồ sơ và quy định" },
        keep = { default = false, en = "keep the forks in the plan",
                 vi = "lưu các kịch bản vào tệp quy hoạch" },
        report = { kind = "file", en = "write the page there",
                   vi = "ghi trang báo cáo vào tệp này" },
    },
}

local job  = require "job"

local plan = ccn.open(args.plan)

local found = job.compute(plan, { data = args.data, on = args.on })
local report = job.show(found)
print(report)
if args.report then
    report:save(args.report)
end

if args.keep then
    require("forks").keep(found.whatif.forks)
end
