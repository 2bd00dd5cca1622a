--en NAME: who moves first, and is there land for all?
--vi NAME: cơ sở nào đi trước, và có đủ đất cho tất cả không?
--
--     ccn run NAME/NAME.lua [delay=YEARS] [report=FILE.html]
--
--en Everything in it is made up (synthetic): put your own data into
--en enterprises.csv and your own clusters below.  docs/tutorial.md goes through
--en it line by line.
--vi Mọi số liệu ở đây đều là ví dụ tự đặt: hãy thay enterprises.csv và các cụm
--vi bên dưới bằng số liệu của mình.  docs/tutorial.md giải thích từng dòng.

--en What it asks and what the command line can say; ccn describe shows it.
--vi Câu hỏi và những gì dòng lệnh có thể chọn; xem bằng ccn describe.
local args = ccn.scenario {
    question = { en = "Who moves first, and is there land for all?",
                 vi = "Cơ sở nào đi trước, và có đủ đất cho tất cả không?" },
    parameters = {
        delay = { default = 0, least = 0, most = 20,
                  unit = { en = "years", vi = "năm" },
                  en = "how late the second phase opens",
                  vi = "giai đoạn 2 bị chậm bao lâu" },
        report = { kind = "file", en = "write the page there",
                   vi = "ghi trang báo cáo vào tệp này" },
    },
}
local delay = args.delay
local here = ccn.script:match "^(.*)/" or "."

--en 1. The plan: clusters, their phases, and the enterprises of a CSV file.
--en    A cell that is blank is not known; nothing is guessed.
--vi 1. Quy hoạch: các cụm, giai đoạn, và cơ sở lấy từ tệp CSV.
--vi    Ô trống nghĩa là chưa biết; không tự đoán gì cả.
local plan = ccn.new "NAME"
plan:add("cluster", { key = "C1", state = "operating", total_area = 20,
                      industrial_area = 12, reported_fill = 90,
                      wastewater_plant = true })
plan:add("phase", { key = "C1/2", cluster = "C1", number = 2, opens = 2027,
                    total_area = 3, industrial_area = 2, state = "proposed" })
plan:import(here .. "/enterprises.csv", "enterprise", { decimal = "point" })

--en 2. Criteria: what counts, how much, and what an unknown value means.
--vi 2. Tiêu chí: tính gì, trọng số bao nhiêu, chưa biết thì xử lý thế nào.
local criteria = {
    name = "example", en = "example criteria", vi = "tiêu chí ví dụ",
    version = "1", status = { en = "a draft", vi = "dự thảo" },
    { name = "housing", en = "Among housing", vi = "Trong khu dân cư",
      value = function(row)
          if row.in_residential ~= nil then
              return row.in_residential and 1 or 0
          end
      end,
      scale = { from = 0, to = 1 }, weight = 3, missing = "worst" },
    { name = "workers", en = "Workers", vi = "Lao động", field = "workers",
      scale = { from = 0, to = 60 }, weight = 1, missing = "worst" },
}
local order = ccn.rank(plan:enterprises(), criteria)

--en 3. Who gets land where and when, strictly in that order.
--vi 3. Ai được bố trí ở đâu, năm nào, đúng theo thứ tự đó.
local function place(fork)
    return ccn.place(fork, order, {
        years = { 2026, 2030 }, mode = "strict",
        --en What an unknown counts as must be said; there is no default.
        --vi Phải nói rõ cách xử lý giá trị chưa biết; không có mặc định.
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" },
    })
end
local planned = plan:fork "C1/2 2027"

--en 4. What if the second phase comes later?
--vi 4. Nếu giai đoạn 2 chậm lại thì sao?
local opens = 2027 + math.max(delay, 1)
local late = planned:fork("C1/2 " .. opens)
late:phase("C1/2").opens = opens

--en 5. The result: a report for the terminal and, with report=, as a page.
--vi 5. Kết quả: báo cáo trên màn hình và, nếu có report=, thành một trang HTML.
local text = {
    title = { en = "Who moves first?", vi = "Cơ sở nào đi trước?" },
    order = { en = "Order", vi = "Thứ tự ưu tiên" },
    where = { en = "Where and when", vi = "Bố trí" },
    what_if = { en = "What if", vi = "Nếu … thì sao?" },
    source = { en = "Where this comes from", vi = "Nguồn gốc" },
}
local function say(key)
    return text[key][ccn.lang()]
end

local placement = place(delay > 0 and late or planned)
local report = ccn.report { title = say "title" }
report:section(say "order"):order(order)
report:plain(order:why("E02", "E03"))
report:section(say "where"):placement(placement)
report:section(say "what_if")
report:compare(ccn.compare({ planned, late }, { place = place }))
report:on_page(function()
    report:timeline { phases = { plan:phase "C1/2" }, placement = placement }
    report:section(say "source"):provenance()
end)
print(report)
if args.report then
    report:save(args.report)
end
