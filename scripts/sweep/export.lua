--- The experiments of a sweep as CSV (RFC 4180): number, factors, outputs, why
-- it failed.  Blank: not known.

local MANY = 500 -- lines written at once

local function quoted(text)
    if text:find '[",\r\n]' then
        return '"' .. text:gsub('"', '""') .. '"'
    end
    return text
end

--- A number in the fewest digits that read back to it.
local function number(value)
    if value == nil then
        return ""
    end
    local whole = math.tointeger(value)
    if whole then
        return tostring(whole)
    end
    local text = ("%.15g"):format(value)
    return tonumber(text) == value and text or ("%.17g"):format(value)
end

local function columns_of(results)
    local names, columns = {}, {}
    for _, list in ipairs { results.inputs, results.outputs } do
        for _, name in ipairs(list) do
            names[#names + 1] = name
            columns[#columns + 1] = results:column(name)
        end
    end
    return names, columns
end

local function heading(names)
    local cells = { "number" }
    for i, name in ipairs(names) do
        cells[i + 1] = quoted(name)
    end
    cells[#cells + 1] = "failed"
    return table.concat(cells, ",")
end

return function(results, write)
    local names, columns = columns_of(results)
    local numbers, reasons = results:numbers(), {}
    for _, failure in ipairs(results:reasons(results.failed)) do
        reasons[failure.number] = failure.why
    end
    local lines = { heading(names) }
    for i = 1, #results do
        local cells = { number(numbers[i]) }
        for k, column in ipairs(columns) do
            cells[k + 1] = number(column[i])
        end
        local why = reasons[math.tointeger(numbers[i])] or ""
        -- a spreadsheet would take a text that begins so for a formula
        why = why:find "^[=+%-@\t\r]" and "'" .. why or why
        cells[#cells + 1] = quoted(why)
        lines[#lines + 1] = table.concat(cells, ",")
        if #lines >= MANY then
            write(table.concat(lines, "\n") .. "\n")
            lines = {}
        end
    end
    if #lines > 0 then
        write(table.concat(lines, "\n") .. "\n")
    end
end
