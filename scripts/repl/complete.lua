--- What a line at the prompt may go on with.
--
--     complete "plan:clu"       --> "3\nclusters(\ncluster("
--
-- The first line of the answer is how many bytes before the cursor a candidate
-- replaces, then a candidate a line: names, fields and methods behind a point
-- or a colon, and keys of rows inside of plan:cluster("...
--
-- Nothing is called on the way but what only reads: names are looked up, and
-- a call of a table of the plan with a whole key, as in plan:cluster("A").

local reference = require "repl.reference"

-- Letters without their marks, so that "dam hong" finds "Đầm Hồng".
local PLAIN = {}
for letter, forms in pairs {
    a = "àáảãạăằắẳẵặâầấẩẫậ", e = "èéẻẽẹêềếểễệ", i = "ìíỉĩị",
    o = "òóỏõọôồốổỗộơờớởỡợ", u = "ùúủũụưừứửữự", y = "ỳýỷỹỵ", d = "đ",
} do
    for _, code in utf8.codes(forms) do
        PLAIN[utf8.char(code)] = letter
    end
end

local UPPER = {
    ["Đ"] = "d", ["Â"] = "a", ["Ă"] = "a", ["Ê"] = "e", ["Ô"] = "o",
    ["Ơ"] = "o", ["Ư"] = "u", ["Á"] = "a", ["À"] = "a", ["Ả"] = "a",
    ["Ã"] = "a", ["Ạ"] = "a", ["Ắ"] = "a", ["Ằ"] = "a", ["Ẳ"] = "a",
    ["Ẵ"] = "a", ["Ặ"] = "a", ["Ấ"] = "a", ["Ầ"] = "a", ["Ẩ"] = "a",
    ["Ẫ"] = "a", ["Ậ"] = "a", ["É"] = "e", ["È"] = "e", ["Ẻ"] = "e",
    ["Ẽ"] = "e", ["Ẹ"] = "e", ["Ế"] = "e", ["Ề"] = "e", ["Ể"] = "e",
    ["Ễ"] = "e", ["Ệ"] = "e", ["Ó"] = "o", ["Ò"] = "o", ["Ỏ"] = "o",
    ["Õ"] = "o", ["Ọ"] = "o", ["Ố"] = "o", ["Ồ"] = "o", ["Ổ"] = "o",
    ["Ỗ"] = "o", ["Ộ"] = "o", ["Ớ"] = "o", ["Ờ"] = "o", ["Ở"] = "o",
    ["Ỡ"] = "o", ["Ợ"] = "o", ["Ú"] = "u", ["Ù"] = "u", ["Ủ"] = "u",
    ["Ũ"] = "u", ["Ụ"] = "u", ["Ứ"] = "u", ["Ừ"] = "u", ["Ử"] = "u",
    ["Ữ"] = "u", ["Ự"] = "u", ["Í"] = "i", ["Ì"] = "i", ["Ỉ"] = "i",
    ["Ĩ"] = "i", ["Ị"] = "i", ["Ý"] = "y", ["Ỳ"] = "y", ["Ỷ"] = "y",
    ["Ỹ"] = "y", ["Ỵ"] = "y",
}

local function plain(text)
    local letters = {}
    for _, code in utf8.codes(text) do
        local letter = utf8.char(code)
        letters[#letters + 1] = PLAIN[letter] or UPPER[letter]
            or letter:lower()
    end
    return table.concat(letters)
end

local function begins(text, with)
    return text:sub(1, #with) == with
end

--- Keys that begin as typed; if none does, those that do without marks.
local function keys_like(keys, typed)
    local found = {}
    for _, key in ipairs(keys) do
        if begins(key, typed) then
            found[#found + 1] = key
        end
    end
    if #found == 0 and utf8.len(typed) then
        local wanted = plain(typed)
        for _, key in ipairs(keys) do
            if begins(plain(key), wanted) then
                found[#found + 1] = key
            end
        end
    end
    return found
end

local function keys_of(plan, table_name)
    local keys = {}
    for row in plan[table_name .. "s"](plan) do
        keys[#keys + 1] = row.key
    end
    return keys
end

--- The global a line names, without calling anything: a, a.b.c.
local function value_of(path)
    local value = _G
    for name in path:gmatch "[%a_][%w_]*" do
        local done, part = pcall(function() return value[name] end)
        if not done or part == nil then
            return nil
        end
        value = part
    end
    return value
end

local function is_plan(value)
    return type(value) == "userdata" and tostring(value):find "^plan " ~= nil
end

--- `plan:cluster("Âu`: the table and what is typed of the key.
local function key_completion(line)
    local path, name, quote, typed =
        line:match "([%a_][%w_%.]*):([%a_]+)%s*%(?%s*([\"'])([^\"']*)$"
    local plan = path and value_of(path)
    if not plan or not is_plan(plan) or not reference.is_table(name) then
        return nil
    end
    local found = keys_like(keys_of(plan, name), typed)
    if #found == 1 then
        local call = line:find("%(%s*" .. quote .. "[^\"']*$") ~= nil
        found[1] = found[1] .. quote .. (call and ")" or "")
    end
    return #typed, found
end

--- Names that may stand behind a point or a colon of an expression.
local function members(path, sign, typed)
    local found = {}
    local function offer(name)
        if begins(name, typed) then
            found[#found + 1] = name
        end
    end
    local value = value_of(path)
    if value ~= nil then
        reference.names_of(value, sign, offer)
    end
    return found
end

--- Behind a call of a plan: plan:cluster("Âu Lâu").to, plan:clusters():wh.
local function behind_call(line)
    local path, name, sign, typed = line:match(
        "([%a_][%w_%.]*):([%a_]+)%s*%(?%s*[\"'][^\"']*[\"']%s*%)?"
        .. "([%.:])([%w_]*)$")
    local many = not path
    if many then
        path, name, sign, typed = line:match
            "([%a_][%w_%.]*):([%a_]+)s%(%)([%.:])([%w_]*)$"
    end
    local plan = path and value_of(path)
    if not plan or not is_plan(plan) or not reference.is_table(name) then
        return nil
    end
    local found = {}
    local function offer(word)
        if begins(word, typed) then
            found[#found + 1] = word
        end
    end
    if many then
        reference.methods("Selection", offer)
    else
        reference.row_names(name, sign, offer)
    end
    return #typed, found
end

local function globals(typed)
    local found = {}
    for name in pairs(_G) do
        if type(name) == "string" and begins(name, typed) then
            found[#found + 1] = name
        end
    end
    for _, word in ipairs(reference.KEYWORDS) do
        if #typed > 0 and begins(word, typed) then
            found[#found + 1] = word
        end
    end
    return found
end

local function candidates(line)
    local count, keys = key_completion(line)
    if count then
        return count, keys
    end
    local help = line:match "^%s*%?%s*([%w_%.:]*)$"
    if help then
        return #help, reference.topics(help)
    end
    count, keys = behind_call(line)
    if count then
        return count, keys
    end
    local path, sign, typed =
        line:match "([%a_][^%s=,;{}%+%*/<>~]*)([%.:])([%a_]?[%w_]*)$"
    if path then
        return #typed, members(path, sign, typed)
    end
    typed = line:match "[%a_]?[%w_]*$"
    return #typed, globals(typed)
end

return function(line)
    local count, found = candidates(line)
    table.sort(found)
    return count .. "\n" .. table.concat(found, "\n")
end
