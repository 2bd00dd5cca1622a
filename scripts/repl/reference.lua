--- What the prompt knows of tables, fields, functions and methods: from the
-- model, and from the reference for editors (scripts/meta).

local reference = {}

reference.KEYWORDS = { "and", "break", "do", "else", "elseif", "end", "false",
    "for", "function", "goto", "if", "in", "local", "nil", "not", "or",
    "repeat", "return", "then", "true", "until", "while" }

local SHIPPED = {
    "meta/ccn.lua", "meta/changes.lua", "meta/scenario.lua",
    "meta/results.lua", "meta/robust.lua", "meta/placement.lua",
    "meta/schedule.lua", "meta/methods.lua", "meta/report.lua",
    "meta/rules.lua", "meta/observations.lua", "meta/triggers.lua",
    "meta/versions.lua", "meta/sweep.lua", "meta/sensitivity.lua",
}

local ROW_METHODS = { "distance", "label", "table", "text" }

--- { ["ccn.open"] = { call =, lines = }, ["Plan:fork"] = ... }
local entries

--- Reads `---` lines and the function or class behind them.
local function read(text, into)
    local said = {}
    for line in text:gmatch "[^\n]*" do
        local comment = line:match "^%-%-%-(.*)$"
        local call = line:match "^function (.-) end$"
        if comment then
            said[#said + 1] = comment
        elseif call then
            into[call:match "^[^(]+"] = { call = call, lines = said }
            said = {}
        else
            said = {}
        end
    end
end

function reference.entries()
    if not entries then
        entries = {}
        for _, name in ipairs(SHIPPED) do
            read(ccn.shipped(name) or "", entries)
        end
    end
    return entries
end

function reference.is_table(name)
    for _, table_name in ipairs(ccn.tables()) do
        if name == table_name then
            return true
        end
    end
    return false
end

function reference.row_names(table_name, sign, offer)
    if sign == ":" then
        for _, name in ipairs(ROW_METHODS) do
            offer(name .. "(")
        end
        return
    end
    for _, field in ipairs(ccn.fields(table_name)) do
        offer(field.name)
    end
end

--- Names of the methods of a class of the reference.
function reference.methods(class, offer)
    for name in pairs(reference.entries()) do
        local method = name:match("^" .. class .. ":(.+)$")
        if method then
            offer(method .. "(")
        end
    end
end

local function is_row(value)
    local done, name = pcall(function() return value:table() end)
    return done and name or nil
end

local function plan_names(sign, offer)
    if sign == ":" then
        reference.methods("Plan", offer)
        for _, name in ipairs(ccn.tables()) do
            offer(name .. "(")
            offer(name .. "s(")
        end
    end
end

local function class_of(value)
    if type(value) == "userdata" then
        return pcall(function() return value:keys() end) and "Selection"
    end
    for class, mark in pairs { Order = "rank_of", Placement = "why_not",
                               Comparison = "get", Findings = "count",
                               Report = "section" } do
        if getmetatable(value) and type(value[mark]) == "function" then
            return class
        end
    end
end

--- What the library uses itself is not offered.
local function hidden(value, name)
    local entry = value == ccn and reference.entries()["ccn." .. name]
    return entry and entry.lines[1]:find "Not for scripts" ~= nil
end

--- Names that may stand behind a value.
function reference.names_of(value, sign, offer)
    local row = type(value) == "userdata" and is_row(value)
    if row then
        reference.row_names(row, sign, offer)
    elseif type(value) == "userdata" and tostring(value):find "^plan " then
        plan_names(sign, offer)
    elseif type(value) == "string" then
        value = string
    end
    local class = not row and (type(value) == "table"
        or type(value) == "userdata") and class_of(value)
    if class then
        reference.methods(class, offer)
    elseif type(value) == "table" and sign == "." then
        for name, part in pairs(value) do
            if type(name) == "string" and not hidden(value, name) then
                offer(type(part) == "function" and name .. "(" or name)
            end
        end
    end
end

--- Topics of help that begin like this.
function reference.topics(typed)
    local found, seen = {}, {}
    local function offer(name)
        if name:sub(1, #typed) == typed and not seen["offer " .. name] then
            seen["offer " .. name] = true
            found[#found + 1] = name
        end
    end
    for _, name in ipairs(ccn.tables()) do
        offer(name)
        for _, field in ipairs(ccn.fields(name)) do
            if #typed > 0 and not seen[field.name] then
                seen[field.name] = true
                offer(field.name)
            end
            offer(typed:find(".", 1, true) and name .. "." .. field.name
                or name)
        end
    end
    for name in pairs(reference.entries()) do
        offer(name)
    end
    return found
end

return reference
