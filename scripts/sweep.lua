--- Runs an experiment over many points: ccn.sweep(request) -> results.
--
--     local results = ccn.sweep {
--         name = "delay", plan = close, n = 1000, design = "latin",
--         factors = { delay = { whole = { 0, 3 } }, cost = { 0.8, 1.5 } },
--         outputs = { "placed", "bill" },
--         run = function(x, plan)
--             plan:phase("Âu Lâu/2").opens = 2028 + x.delay
--             return { placed = ..., bill = ... }
--         end,
--     }
--
--   name      of the results file: out/NAME.sqlite
--   question  what is asked, stored with the results
--   factors   what is varied: sweep/factors.lua
--   design    which points: sweep/designs.lua; n, seed (else --seed), table,
--             each belong to it
--   outputs   names, or { name =, en =, vi =, unit = }, of what run gives
--   plan      run gets a fork of it, with the factors that are fields in it
--   run       function(x, plan) -> { output = number, ... }, or the numbers in
--             the order of the outputs; or a pipeline (ccn.pipeline)
--   block     experiments stored at once; else by the number of them
--
-- run is carried into a Lua state for each thread with all it uses.  It must
-- not count on anything that an earlier experiment has left behind; what it
-- draws from math.random depends on the seed and the experiment alone.  An
-- error of it is the reason why that experiment has no results.

local designs = require "sweep.designs"
local factors = require "sweep.factors"
local hint    = require "names".hint
local wording = require "wording"

local say = wording.of(require "lang.sweep")

local OPTIONS = { name = true, question = true, factors = true, design = true,
                  n = true, seed = true, table = true, each = true,
                  outputs = true, plan = true, run = true, block = true }

local RESERVED = { number = true, failed = true }

local function check(request)
    if type(request) ~= "table" then
        error(say "no_request", 0)
    end
    for option in pairs(request) do
        if not OPTIONS[option] then
            error(say("no_option", tostring(option))
                  .. hint(option, OPTIONS), 0)
        end
    end
    if type(request.name) ~= "string" then
        error(say "no_name", 0)
    end
    if type(request.factors) ~= "table" then
        error(say "no_factors", 0)
    end
end

local function outputs_of(list)
    local made = {}
    if type(list) ~= "table" or #list == 0 then
        error(say "no_outputs", 0)
    end
    for i, output in ipairs(list) do
        local given = type(output) == "table" and output or { name = output }
        if type(given.name) ~= "string" or given.name == "" then
            error(say("no_output", i), 0)
        end
        made[i] = { name = given.name, unit = given.unit or "", what = "",
                    title = wording.title(given), note = given.note or "" }
    end
    return made
end

--- SQLite does not tell large letters from small ones in names of columns.
local function check_names(...)
    local seen = {}
    for _, list in ipairs { ... } do
        for _, column in ipairs(list) do
            local name = column.name:lower()
            if seen[name] or RESERVED[name] then
                error(say("name_twice", column.name), 0)
            end
            seen[name] = true
        end
    end
end

local function names_of(columns)
    local names = {}
    for i, column in ipairs(columns) do
        names[i] = column.name
    end
    return names
end

--- The arguments of the script, a line each.
local function parameters()
    local lines = {}
    for name, value in pairs(ccn.args or {}) do
        lines[#lines + 1] = name .. "=" .. value
    end
    return table.concat(lines, "\n")
end

--- Everything that the results rest on, as a text.  When two are equal, one
-- sweep may go on with what the other has stored.
local function everything(made, inputs, versions)
    local lines = { "ccn " .. versions.ccn, made.design_text,
                    "block " .. tostring(made.block), made.parameters }
    for _, list in ipairs { made.factors, made.outputs } do
        for _, column in ipairs(list) do
            lines[#lines + 1] = table.concat({ column.name, column.what,
                                               column.note }, "\t")
        end
    end
    for _, input in ipairs(inputs) do
        lines[#lines + 1] = input.path .. "\t" .. (input.sha256 or "")
    end
    return table.concat(lines, "\n")
end

local function add_origin(made)
    local found = ccn.provenance()
    made.script, made.script_sha256 = ccn.script or "", ""
    for _, input in ipairs(found.inputs) do
        if input.path == made.script then
            made.script_sha256 = input.sha256 or ""
        end
    end
    made.parameters = parameters()
    made.versions = ("ccn %s, %s"):format(found.versions.ccn,
                                          found.versions.Lua)
    made.identity = ccn.sha256(everything(made, found.inputs, found.versions))
end

local function sweep(request)
    check(request)
    local made = { name = request.name, question = request.question or "",
                   run = request.run, plan = request.plan,
                   block = request.block }
    made.factors, made.labels = factors.of(request.factors)
    local run = type(request.run) == "table" and request.run or nil
    made.outputs = outputs_of(request.outputs or run and run.outputs)
    made.output_names = names_of(made.outputs)
    check_names(made.factors, made.outputs)
    made.design, made.design_text = designs.of(request, made.factors)
    if run then
        made.run = run:made_for(made.factors, made.output_names)
    end
    add_origin(made)
    local path = wording.engine("sweep", made)
    return require "results"(path)
end

return function(request)
    local results = wording.run(sweep, request)
    return results
end
