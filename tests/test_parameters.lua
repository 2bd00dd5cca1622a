-- luacheck: globals ccn
--- What a script declares and what it is told: every kind, every bad word.

local test = {}

--- Declares with the words of a command line.
local function told(words, declaration)
    local before = ccn.args
    ccn.args = words
    local done, result = pcall(ccn.scenario, declaration)
    ccn.args = before
    return done, result
end

local function text(extra)
    local parameter = { en = "meaning", vi = "ý nghĩa" }
    for name, value in pairs(extra) do
        parameter[name] = value
    end
    return parameter
end

local ALL = {
    delay = text { default = 1, least = 0, most = 5, unit = "year" },
    cut   = text { default = 0.2, least = 0, most = 1 },
    mode  = text { default = "strict", choices = { "strict", "best" } },
    keep  = text { default = false },
    on    = text { kind = "date", default = "2026-10-05" },
    name  = text { default = "x" },
    plan  = text { kind = "file" },
    debt  = text { kind = "number" },
}

local function refuses(words, wanted)
    local done, why = told(words, { parameters = ALL })
    assert(not done, "it was taken: " .. wanted)
    assert(why:find(wanted, 1, true), why)
end

function test.values_are_those_of_the_declaration_when_nothing_is_said()
    local done, p = told({}, { parameters = ALL })
    assert(done, p)
    assert(p.delay == 1 and math.type(p.delay) == "integer")
    assert(p.cut == 0.2 and p.mode == "strict" and p.keep == false)
    assert(p.on == "2026-10-05" and p.name == "x")
    assert(p.plan == nil and p.debt == nil)
end

function test.words_become_values_of_their_kind()
    local done, p = told({ delay = "5", cut = "1", mode = "best", keep = "yes",
                           on = "2028-02-29", name = "Âu Lâu", plan = "a.gpkg",
                           debt = "-1.5e3" }, { parameters = ALL })
    assert(done, p)
    assert(p.delay == 5 and math.type(p.delay) == "integer")
    assert(p.cut == 1 and math.type(p.cut) == "float")
    assert(p.mode == "best" and p.keep == true and p.on == "2028-02-29")
    assert(p.name == "Âu Lâu" and p.plan == "a.gpkg" and p.debt == -1500)
end

function test.a_whole_number_is_one_within_its_limits()
    for _, word in ipairs { "6", "-1", "1.0", "1e0", "0x1", "", "one", "1 ",
                            "9223372036854775808", "nan" } do
        refuses({ delay = word }, "delay must be a whole number from 0 to 5 "
                .. "year, got '" .. word .. "'")
    end
end

function test.a_number_is_finite_and_has_a_point()
    for _, word in ipairs { "0,5", "nan", "inf", "1e999", "0x1p-1", ".5", "1.1",
                            "-0.1", "" } do
        refuses({ cut = word }, "cut must be a number from 0 to 1, got '"
                .. word .. "'")
    end
    refuses({ debt = "x" }, "debt must be a number of any size, got 'x'")
end

function test.choices_flags_dates_and_texts_are_checked()
    refuses({ mode = "strct" }, "mode must be strict|best, got 'strct'")
    refuses({ keep = "true" }, "keep must be yes|no, got 'true'")
    refuses({ on = "2026-02-30" }, "on must be a date such as 2026-09-15")
    refuses({ on = "2026-2-3" }, "on must be a date")
    refuses({ name = "" }, "name must be a text, got ''")
    refuses({ plan = "" }, "plan must be the path of a file, got ''")
end

function test.an_unknown_name_is_refused_with_the_nearest()
    refuses({ dely = "2" }, "there is no parameter 'dely'; did you mean "
            .. "'delay'?")
    refuses({ zzzzzz = "2" }, "the parameters are: cut, debt, delay, keep")
    refuses({ "word" }, "'word' is one word too many")
    local done, why = told({ a = "1" }, {})
    assert(not done and why:find("the script takes none", 1, true), why)
end

function test.what_must_be_said_is_missed()
    local done, why = told({}, { parameters = {
        year = text { kind = "whole", needed = true, least = 2026 } } })
    assert(not done)
    assert(why:find("year is missing: a whole number of at least 2026", 1,
                    true), why)
end

function test.a_misspelt_parameter_in_the_script_is_an_error()
    local _, p = told({}, { parameters = ALL })
    local done, why = pcall(function() return p.dealy end)
    assert(not done and why:find("did you mean 'delay'?", 1, true), why)
end

function test.a_declaration_that_cannot_be_is_refused()
    local function wrong(parameter, wanted)
        local done, why = told({}, { parameters = { p = parameter } })
        assert(not done, wanted)
        assert(why:find(wanted, 1, true), why)
    end
    wrong(1, "parameter p must be a table, got number")
    wrong({ en = "only" }, "parameter p needs en and vi")
    wrong(text { kind = "hole" }, "there is no kind 'hole'")
    wrong(text { defualt = 1 }, "parameter p has no 'defualt'; there is "
          .. "default")
    wrong(text { default = 7, most = 5 }, "the default is none of its values")
    wrong(text { kind = "choice" }, "parameter p needs choices")
    wrong(text { default = "a", choices = { "b" } }, "none of its values")
    wrong(text { kind = "date", default = "2026" }, "none of its values")
    wrong(text { least = "0" }, "least must be a number, got a string")
    local done, why = told({}, { paramters = {} })
    assert(not done and why:find("not 'paramters'", 1, true), why)
    done, why = told({}, { parameters = { ["a b"] = text {} } })
    assert(not done and why:find("'a b' is no name", 1, true), why)
    assert(not told({}, "a text"))
end

function test.parameters_alone_are_declared_more_shortly()
    local before = ccn.args
    ccn.args = { a = "3" }
    local p = ccn.parameters { a = text { default = 1 } }
    ccn.args = before
    assert(p.a == 3)
end

return test
