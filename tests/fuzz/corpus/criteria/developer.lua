--- Choosing a developer of a cluster: the 100-point set of Lào Cai of
-- 18 August 2026, as read from a public summary of it (certainty medium to
-- high), in our words.  The frame of points is that of Decree 32/2024/ND-CP,
-- Article 13.2: infrastructure 15, environment 15, capacity 30, finance 40, and
-- a pass mark of 50 of 100.
--
--     local order = ccn.rank(ccn.csv("dossiers.csv"):records(),
--                            ccn.criteria.read "developer")
--     order:classes():print()
--
-- Where the summary states no rule for the points of an item, the council gives
-- them, from 0 to the most; no rule is ours.  An item nobody proved counts as
-- nothing: a dossier proves what it claims.

local EN, VI = "standard set of Lào Cai, 18/8/2026",
    "bộ tiêu chí mẫu của Lào Cai, 18/8/2026"

local DECREE = { en = "Decree 32/2024/ND-CP, Article 13.2",
                 vi = "Nghị định 32/2024/NĐ-CP, Điều 13 khoản 2" }

local FRAME = { en = "frame of points of the decree",
                vi = "khung điểm của nghị định" }

--- rule: { en, vi }; without one the council gives the points.
local function item(name, most, en, vi, scale, rule, unit)
    rule = rule or { "no rule stated, points by the council",
                     "không nêu cách tính, Hội đồng cho điểm" }
    return { name = name, field = name, weight = most, en = en, vi = vi,
             scale = scale or { from = 0, to = most }, missing = "worst",
             unit = unit, ground = { en = EN .. ": " .. rule[1],
                                     vi = VI .. ": " .. rule[2] } }
end

return {
    name = "developer", version = "0.1",
    status = { en = "a worked example after a public summary, approved by "
                   .. "nobody here",
               vi = "ví dụ theo bản tóm tắt công khai, chưa ai phê duyệt ở "
                   .. "đây" },
    en = "choice of a developer", vi = "lựa chọn chủ đầu tư hạ tầng",
    ground = { en = EN, vi = VI }, article = DECREE,

    { name = "capacity", weight = 30, en = "Capacity and experience",
      vi = "Năng lực, kinh nghiệm",
      ground = FRAME, article = DECREE,
      item("experience", 15, "Experience", "Kinh nghiệm",
           { from = 0, to = 1 },
           { "50 %, 75 % or all of the points by type of project",
             "50 %, 75 % hoặc đủ điểm theo loại dự án" }),
      item("staff", 15, "Qualified staff", "Nhân sự có trình độ",
           { all = 3 }, { "at least three qualified people",
             "ít nhất ba người có trình độ" },
           { en = "people", vi = "người" }) },
    { name = "finance", weight = 40, en = "Financial plan",
      vi = "Phương án tài chính",
      ground = FRAME, article = DECREE,
      item("equity_proof", 10, "Proof of equity",
           "Chứng minh vốn chủ sở hữu", { all = 1 }, { "all or nothing",
             "đạt đủ điểm, không đạt 0" }),
      item("capital_proof", 5, "Proof of total capital",
           "Chứng minh tổng vốn"),
      item("loan_commitment", 10, "Loan commitment", "Cam kết cho vay"),
      item("capital_schedule", 5, "Schedule of capital",
           "Tiến độ huy động vốn"),
      item("years_to_fill", 10, "Plan to attract enterprises",
           "Kế hoạch thu hút đầu tư",
           { bands = { { 5, 10 }, { 10, 7 } }, above = 0 },
           { "full within 5 years 10, within 10 years 7, else 0",
             "lấp đầy trong 5 năm 10, trong 10 năm 7, còn lại 0" },
           { en = "years", vi = "năm" }) },
    { name = "infrastructure", weight = 15, en = "Infrastructure plan",
      vi = "Phương án đầu tư hạ tầng",
      ground = FRAME, article = DECREE,
      item("works", 6, "Completeness of works", "Tính đầy đủ của công trình",
           { from = 0, to = 6 }, { "6, 4, 2 or 0",
             "6, 4, 2 hoặc 0" }),
      item("connection", 2, "Connection to works outside",
           "Kết nối hạ tầng ngoài hàng rào"),
      item("clearance", 2, "Land clearance plan",
           "Phương án giải phóng mặt bằng"),
      item("housing", 1, "Housing of workers", "Nhà ở công nhân"),
      item("months_to_build", 4, "Schedule of building", "Tiến độ xây dựng",
           { bands = { { 24, 4 }, { 36, 2 } }, above = 0 },
           { "up to 24 months 4, up to 36 months 2, else 0",
             "đến 24 tháng 4, đến 36 tháng 2, còn lại 0" },
           { en = "months", vi = "tháng" }) },
    { name = "environment", weight = 15, en = "Environmental plan",
      vi = "Phương án bảo vệ môi trường",
      ground = FRAME, article = DECREE,
      item("solution_missing", 10, "Environmental solution",
           "Giải pháp môi trường", { deduct = 1.5, out_of = 10 },
           { "five items, 1.5 less for each one missing",
             "năm nội dung, thiếu mỗi nội dung trừ 1,5" }),
      item("management_missing", 5, "Environmental management",
           "Quản lý môi trường", { deduct = 0.75, out_of = 5 },
           { "six items, 0.75 less for each one missing",
             "sáu nội dung, thiếu mỗi nội dung trừ 0,75" }) },

    classes = { { "đạt / passes", from = 0.5 }, { "không đạt / fails" } },

    gates = {
        { name = "equity", field = "equity_is_enough",
          values = { yes = true }, unknown = "refuse",
          en = "its equity is below 20 % of the investment (15 % from 20 ha)",
          vi = "vốn chủ sở hữu dưới 20 % tổng vốn (15 % nếu từ 20 ha)",
          ground = { en = EN, vi = VI } },
        { name = "conditions", field = "conditions_are_met",
          values = { yes = true }, unknown = "refuse",
          en = "line of business, ban, dissolution or land law: not met",
          vi = "chưa đạt điều kiện về ngành nghề, cấm thầu, giải thể hoặc "
              .. "pháp luật đất đai",
          ground = { en = EN, vi = VI } },
    },
}
