--- The results of a sweep, read from its file: ccn.results(path) -> results.
--
--     local results = ccn.results "out/delay.sqlite"
--     print(results)                         -- what it is, and how far
--     for _, name in ipairs(results.outputs) do
--         local values = results:column(name)  -- values[i], nil for unknown
--     end
--
-- #results is how many experiments are stored.  results.inputs and .outputs
-- are the names in order; .factor[name] and .output[name] describe them
-- (title, unit, what: the distribution, note).  results.design has kind, n,
-- seed and what else the design was made with.  results:numbers() are the
-- numbers of the experiments, results:reasons() lists why some failed.

local shape   = require "shape"
local wording = require "wording"

local say = wording.of(require "lang.sweep")

local Results = {}

local function describe(list)
    local names, by_name = {}, {}
    for i, column in ipairs(list) do
        names[i], by_name[column.name] = column.name, column
        column.number = i
    end
    return names, by_name
end

--- "kind=latin n=100" as a table.
local function design_of(text)
    local design = {}
    for name, value in text:gmatch "(%w+)=(%S+)" do
        if value == "yes" or value == "no" then
            design[name] = value == "yes"
        else
            design[name] = math.tointeger(value) or value
        end
    end
    return design
end

local methods = {}

--- The values of a factor or an output, one for each experiment stored.
function methods:column(name)
    local found = self.factor[name] or self.output[name]
    if not found then
        local names = table.move(self.outputs, 1, #self.outputs,
                                 #self.inputs + 1,
                                 table.move(self.inputs, 1, #self.inputs, 1,
                                            {}))
        local near = ccn.nearest(tostring(name), names)
        error(near and say("no_column_near", tostring(name), near)
              or say("no_column", tostring(name)), 2)
    end
    local kept = rawget(self, "kept")
    if not kept[name] then
        local number = self.output[name] and #self.inputs or 0
        kept[name] = wording.engine("results_column", rawget(self, "file"),
                                    number + found.number)
    end
    return kept[name]
end

--- The numbers of the experiments stored, from 1.
function methods:numbers()
    return wording.engine("results_column", rawget(self, "file"), 0)
end

--- { number =, why = } of those that failed, at most so many (100).
function methods:reasons(most)
    return wording.engine("results_reasons", rawget(self, "file"), most or 100)
end

--- Reasons by how often, the commonest first.
function methods:why_failed()
    local counts, list = {}, {}
    for _, failure in ipairs(self:reasons(self.failed)) do
        if not counts[failure.why] then
            counts[failure.why] = { why = failure.why, count = 0 }
            list[#list + 1] = counts[failure.why]
        end
        counts[failure.why].count = counts[failure.why].count + 1
    end
    table.sort(list, function(a, b)
        if a.count ~= b.count then
            return a.count > b.count
        end
        return a.why < b.why
    end)
    return list
end

local function mean_least_most(column)
    local sum, count, least, most = 0, 0, math.huge, -math.huge
    for i = 1, #column do
        local value = column[i]
        if value then
            sum, count = sum + value, count + 1
            least, most = math.min(least, value), math.max(most, value)
        end
    end
    if count == 0 then
        return nil, nil, nil, 0
    end
    return sum / count, least, most, count
end

local function summary(self)
    local rows = {}
    for _, name in ipairs(self.outputs) do
        local mean, least, most, count = mean_least_most(self:column(name))
        local output = self.output[name]
        rows[#rows + 1] = { output.title, wording.unit(output.unit or ""),
                            wording.number(least, "%.6g"),
                            wording.number(mean, "%.6g"),
                            wording.number(most, "%.6g"), count }
    end
    local function right(key)
        return { title = say(key), align = "right" }
    end
    return ccn.table { columns = { say "result", say "unit", right "least",
                                   right "mean", right "most",
                                   right "known" }, rows = rows }
end

local function failures(self)
    local lines = {}
    for i, failure in ipairs(self:why_failed()) do
        if i > 5 then
            lines[#lines + 1] = "  ..."
            break
        end
        lines[#lines + 1] = ("  %d × %s"):format(failure.count, failure.why)
    end
    return lines
end

function Results.tostring(self)
    local lines = { say("head", self.name, #self, self.runs, self.failed) }
    if self.question ~= "" then
        lines[#lines + 1] = self.question
    end
    lines[#lines + 1] = say("made", rawget(self, "design_text"))
    for _, name in ipairs(self.inputs) do
        local factor = self.factor[name]
        lines[#lines + 1] = ("  %s: %s %s %s"):format(name, factor.what,
            wording.unit(factor.unit or ""), factor.note):gsub("%s+$", "")
    end
    lines[#lines + 1] = tostring(summary(self))
    if self.failed > 0 then
        table.move(failures(self), 1, 6, #lines + 1, lines)
    end
    lines[#lines + 1] = self.finished and say("hash", self.hash)
        or say "unfinished"
    return table.concat(lines, "\n")
end

local meta = {
    __index = function(self, name)
        local method = methods[name]
        if method == nil then
            error(say("no_property", rawget(self, "name"), tostring(name)), 2)
        end
        return method
    end,
    __len = function(self)
        return rawget(self, "count")
    end,
    __tostring = Results.tostring,
    __name = "ccn.results",
}

local function open(path)
    local self = wording.engine("results", path)
    self.path, self.kept, self.design_text = path, {}, self.design
    self.design = design_of(self.design)
    self.finished = self.hash ~= ""
    self.inputs, self.factor = describe(self.factors)
    self.outputs, self.output = describe(self.outputs)
    return setmetatable(self, meta)
end

return function(path)
    wording.run(shape.needed, "results: path", path, "text")
    local results = wording.run(open, path)
    return results
end
