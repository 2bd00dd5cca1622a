--- What must hold for the closing of Đầm Hồng by 2029 to succeed?
--
--     build/ccn sweep scenarios/dam_hong/sweep.lua [plan=build/laocai.gpkg]
--         [n=2048] [report=build/dam_hong_sweep.html]
--
-- Thousands of futures: how late the extension of Âu Lâu opens, how full Âu Lâu
-- is, how large the plot of DH09 is, how much money there is and what a move
-- costs.  The results go to out/dam_hong.sqlite and out/dam_hong_one.sqlite.

local args = ccn.scenario {
    question = { en = "What must hold for the closing by 2029 to succeed?",
                 vi = "Cần những điều kiện gì để đóng cụm thành công trước hết "
                     .. "năm 2029?" },
    parameters = {
        plan = { kind = "file", default = "build/laocai.gpkg",
                 en = "the plan", vi = "tệp quy hoạch" },
        data = { kind = "file", default = "scenarios/dam_hong/data",
                 en = "folder of the tables", vi = "thư mục số liệu" },
        on = { kind = "date", default = "2026-10-05",
               en = "day for which the records and rules are read",
               vi = "ngày xét hồ sơ và quy định" },
        n = { kind = "whole", default = 2048, least = 2,
              en = "blocks of the design, seven futures each",
              vi = "số khối của thiết kế, mỗi khối bảy tương lai" },
        report = { kind = "file", en = "write the page there",
                   vi = "ghi trang báo cáo vào tệp này" },
    },
}

local case    = require "case"
local success = require "success"

local plan = ccn.open(args.plan)
local read = case.read(plan, { data = args.data, on = args.on })
local found = success.compute(success.base(plan, read), args.n)
local report = success.show(found)
print(report)
if args.report then
    report:save(args.report)
end
