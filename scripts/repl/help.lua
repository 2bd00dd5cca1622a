--- `?name` at the prompt: a table, a field, a function or a method.

local reference = require "repl.reference"

local say = require "wording".of(require "lang.repl")

local help = {}

local function field_line(field)
    return { field.name, field.kind, field.unit ~= "" and field.unit or nil,
             field[ccn.lang()] }
end

local function table_help(name)
    local rows = {}
    for i, field in ipairs(ccn.fields(name)) do
        rows[i] = field_line(field)
    end
    return tostring(ccn.table { columns = { say "field", say "kind",
        say "unit", say "meaning" }, rows = rows })
end

local function field_help(table_name, field)
    local lines = { ("%s.%s"):format(table_name, field.name),
                    "  " .. field.en .. " / " .. field.vi,
                    "  " .. say("of kind", field.kind, field.unit ~= ""
                        and field.unit or "–") }
    if field.doc and field.doc ~= "" then
        lines[#lines + 1] = "  " .. field.doc
    end
    if field.choices then
        lines[#lines + 1] = "  " .. table.concat(field.choices, ", ")
    end
    if field.refers then
        lines[#lines + 1] = "  " .. say("refers", field.refers)
    end
    if field.calculated then
        lines[#lines + 1] = "  " .. say "calculated"
    end
    return table.concat(lines, "\n")
end

--- Fields of this name, in every table that has one.
local function fields_named(table_wanted, name)
    local found = {}
    for _, table_name in ipairs(ccn.tables()) do
        if not table_wanted or table_name == table_wanted then
            for _, field in ipairs(ccn.fields(table_name)) do
                if field.name == name then
                    found[#found + 1] = field_help(table_name, field)
                end
            end
        end
    end
    return found
end

local function function_help(entry)
    local lines = { entry.call }
    for _, line in ipairs(entry.lines) do
        lines[#lines + 1] = "  " .. line:gsub("^@param ", "")
            :gsub("^@return ", "--> ")
    end
    return table.concat(lines, "\n")
end

--- Functions and methods of this name, with or without what stands before it.
local function functions_named(topic)
    local found = {}
    for name, entry in pairs(reference.entries()) do
        if name:lower() == topic:lower() or name:match "[%w_]+$" == topic then
            found[#found + 1] = function_help(entry)
        end
    end
    return found
end

local function nearest(topic)
    local names = {}
    for name in pairs(reference.entries()) do
        names[#names + 1] = name
        names[#names + 1] = name:match "[%w_]+$"
    end
    for _, table_name in ipairs(ccn.tables()) do
        names[#names + 1] = table_name
        for _, field in ipairs(ccn.fields(table_name)) do
            names[#names + 1] = field.name
        end
    end
    return ccn.nearest(topic, names)
end

function help.text(topic)
    if topic == "" then
        return say "guide"
    end
    local found = reference.is_table(topic) and { table_help(topic) } or {}
    local table_name, field = topic:match "^(%w+)[%.:]([%w_]+)$"
    local known = table_name and reference.is_table(table_name)
    for _, text in ipairs(fields_named(known and table_name or nil,
                                       known and field or topic)) do
        found[#found + 1] = text
    end
    for _, text in ipairs(functions_named(topic)) do
        found[#found + 1] = text
    end
    if #found > 0 then
        return table.concat(found, "\n")
    end
    local near = nearest(topic)
    return near and say("no help, near", topic, near) or say("no help", topic)
end

function help.print(topic)
    print(help.text(topic or ""))
end

return help
