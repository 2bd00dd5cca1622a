--- Tables from files: ccn.csv, ccn.number, plan:import and plan:export.

local test = {}

local BAD = "tests/bad/"

--- The message of a call that must fail.
local function failure(call, ...)
    local good, message = pcall(call, ...)
    assert(not good, "the call did not fail")
    return tostring(message)
end

local function says(message, part)
    assert(message:find(part, 1, true), message .. "\ndoes not say: " .. part)
end

function test.csv_gives_headings_rows_and_lines()
    local data = ccn.csv(BAD .. "expected.csv", { separator = "comma" })
    assert(#data.headings == 7)
    assert(data.headings[1] == "file")
    assert(data.rows[1][1] == "empty.csv")
    assert(data.rows[1].line == 2)
    assert(data.rows[1][3] == nil) -- blank
    assert(data.rows[1][7] == "the file is empty")
end

function test.csv_names_file_line_and_column()
    local message = failure(ccn.csv, BAD .. "stray_quote.csv")
    says(message, "stray_quote.csv: line 2, column 2 (note): a quote inside")
end

function test.options_are_checked()
    local path = BAD .. "expected.csv"
    says(failure(ccn.csv, path, { sep = "," }), "there is no option 'sep'")
    says(failure(ccn.csv, path, { separator = "x" }), "semicolon or tab")
    says(failure(ccn.number, "1", "dot"), "decimal must be point or comma")
end

function test.numbers_follow_the_declared_sign()
    assert(ccn.number("1.234,5", "comma") == 1234.5)
    assert(ccn.number("1.234", "comma") == 1234)
    assert(ccn.number("1.234", "point") == 1.234)
    assert(math.type(ccn.number("12", "point")) == "integer")
    assert(ccn.number(nil, "point") == nil)
    local value, reason = ccn.number("1.234")
    assert(value == nil)
    says(reason, "it is not said whether the decimal sign")
end

function test.numbers_change_their_unit_exactly()
    assert(ccn.number("28.29", "point", "tỷ đồng", "VND") == 28290000000)
    assert(ccn.number("5399.8", "point", "m2", "ha") == 0.53998)
    says(failure(ccn.number, "1", "point", "ha", "VND"), "cannot be converted")
end

function test.import_takes_nothing_and_lists_every_cell()
    local plan = ccn.new "p"
    local message = failure(plan.import, plan, BAD .. "not_a_number.csv",
                            "cluster", { decimal = "point" })
    says(message, "line 2, column 2 (total_area), 'nan': not a number")
    says(message, "line 9, column 2 (total_area), '#N/A': not a number")
    says(message, "nothing was taken")
    assert(#plan:clusters() == 0)
end

function test.a_mapping_says_what_headings_mean()
    local plan = ccn.new "p"
    local rows = plan:import(BAD .. "expected.csv", "cluster", {
        headings = {
            file = "key", table = "note", decimal = "", line = "projects",
            column = "", refused = "", reason = "problems",
        },
    })
    assert(rows == #plan:clusters())
    assert(plan:cluster("empty.csv").problems == "the file is empty")
    says(failure(plan.import, plan, BAD .. "expected.csv", "clutter"),
         "there is no table 'clutter'")
end

function test.export_gives_what_import_reads()
    local plan = ccn.new "p"
    plan:add("cluster", { key = "C1", total_area = 12.5, note = "=1+1" })
    local text = plan:export("cluster", { decimal = "comma",
                                          separator = "semicolon" })
    assert(text:find("\nC1;", 1, true))
    assert(text:find(";12,5;", 1, true))
    assert(text:find("'=1+1", 1, true))
end

return test
