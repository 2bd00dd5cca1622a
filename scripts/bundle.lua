--- A Lua file and the modules beside it that it requires, as one text that can
-- be kept and run again when the files are gone.
--
--     local made = bundle.read "scenarios/dieu_chinh/second_wave.lua"
--     made.value                 -- what the file returns
--     made.text()                -- all of them, as far as required by now
--     bundle.run(text, "proposal 2028-06-30").value
--
-- Each text stands behind a line "-- file NAME BYTES", the file itself first.
-- Modules that ship are not part of it.

local say = require "wording".of(require "lang.bundle")

local bundle = {}

--- Runs texts that fetch gives by name; the modules they require are fetched
-- too, or else are shipped ones.  parts gets { name =, text = } of each.
local function runner(fetch, parts)
    local loaded, globals = {}, setmetatable({}, { __index = _G })
    local function run(name, text)
        parts[#parts + 1] = { name = name, text = text }
        local chunk, problem = load(text, "=" .. name, "t", globals)
        if not chunk then
            error(problem, 0)
        end
        return chunk(name)
    end
    function globals.require(name)
        if loaded[name] == nil then
            local text = fetch(name)
            loaded[name] = text and (run(name, text) or true)
                or require(name)
        end
        return loaded[name]
    end
    return run
end

local function joined(parts)
    local texts = {}
    for i, part in ipairs(parts) do
        texts[i] = ("-- file %s %d\n%s"):format(part.name, #part.text,
                                                part.text)
    end
    return table.concat(texts)
end

--- A file of a granted folder.
function bundle.read(path)
    local folder, file = path:match "^(.*)/([^/]*)$"
    folder, file = folder or ".", file or path
    local parts = {}
    local run = runner(function(name)
        local beside = ("%s/%s.lua"):format(folder, name:gsub("%.", "/"))
        return ccn.exists(beside) and ccn.text(beside) or nil
    end, parts)
    return { value = run(file:gsub("%.lua$", ""), ccn.text(path)),
             text = function() return joined(parts) end }
end

--- The parts of a text that was joined, by name, and the first name.
local function split(text, from)
    local texts, first, at = {}, nil, 1
    while at <= #text do
        local name, size, start = text:match("^%-%- file (%S+) (%d+)\n()", at)
        local last = start and start + tonumber(size) - 1
        if not start or last > #text then
            error(say("damaged", from), 0)
        end
        first = first or name
        texts[name], at = text:sub(start, last), last + 1
    end
    if not first then
        error(say("damaged", from), 0)
    end
    return texts, first
end

--- What the text of a bundle gives; from is what errors call it.
function bundle.run(text, from)
    local texts, first = split(text, from)
    local parts = {}
    local run = runner(function(name) return texts[name] end, parts)
    return { value = run(first, texts[first]),
             text = function() return joined(parts) end }
end

return bundle
