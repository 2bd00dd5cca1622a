--- Every table of a plan, written for Excel under Vietnamese settings and read
-- back into an empty plan: no difference.  plan= names the plan.

local ORDER = { "unit", "trade", "cluster", "phase", "enterprise", "parcel",
                "inspection", "budget", "labour", "observation" }

local plan = ccn.open(ccn.args.plan)

-- Texts that a spreadsheet would run, cut or turn.
local nasty = { '=1+1', "+84", "-5", "@x", "'=a", "a;b", 'say "no"', "1,5",
                "1.234", "a\nb", "  blanks ", "\tTab", "Đường số 1" }
for i, text in ipairs(nasty) do
    plan:add("enterprise", { key = "N" .. i, note = text,
                             land_held = i / 3 // 0.00001 * 0.00001 })
end
plan:add("cluster", { key = "Hình", shape =
    "POLYGON ((104.5 21.5, 104.6 21.5, 104.6 21.6, 104.5 21.5))" })

local back = ccn.new(plan:name())
for _, name in ipairs(ORDER) do
    for _, field in ipairs(plan:fields(name)) do
        if field.name:find "^x_" then
            back:define(name, { name = field.name, kind = field.kind,
                unit = field.unit, en = field.en, vi = field.vi,
                doc = field.doc, choices = field.choices })
        end
    end
end
for _, name in ipairs(ORDER) do
    local text = plan:export(name, { decimal = "comma", bom = true,
                                     separator = "semicolon" })
    assert(text:sub(1, 3) == "\xEF\xBB\xBF")
    for cell in text:gmatch '[;\n]"?([=+@][^;\n]*)' do
        error("a live formula: " .. cell)
    end
    ccn.save_file(ccn.args.csv, text)
    if #plan[name .. "s"](plan) > 0 then
        back:import(ccn.args.csv, name, { decimal = "comma",
                                          separator = "semicolon" })
    end
end
local changes = back:diff(plan)
assert(#changes == 0, tostring(changes))
print "no difference"
