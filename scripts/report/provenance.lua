--- report:provenance(): what the report was made from, so that it can be made
-- again: the command, the seed, the versions, and every file that was read with
-- its SHA-256.
--
-- Call it last: files that are read later are not in it.

local wording = require "wording"

local say = wording.of(require "lang.report")

--- A word of a command line, quoted where the shell would take it apart.
local function quoted(word)
    if word:find "^[%w_%-%./=:,@%+]+$" then
        return word
    end
    return "'" .. word:gsub("'", "'\\''") .. "'"
end

local function command(made)
    local words = { "ccn", "--seed", tostring(made.seed), "--lang",
                    ccn.lang() }
    local shipped = ccn.script:match "/commands/(%w+)%.lua$"
    words[#words + 1] = shipped or "run"
    if not shipped then
        words[#words + 1] = quoted(ccn.script)
    end
    for _, word in ipairs(ccn.args) do
        words[#words + 1] = quoted(word)
    end
    for name, value in pairs(ccn.args) do
        if type(name) == "string" then
            words[#words + 1] = quoted(name .. "=" .. value)
        end
    end
    return table.concat(words, " ")
end

return function(report)
    local made, versions, rows = ccn.provenance(), {}, {}
    for name, version in pairs(made.versions) do
        versions[#versions + 1] = name .. " " .. version
    end
    report:text(say("made with", table.concat(versions, ", ")))
    report:plain(command(made))
    for i, input in ipairs(made.inputs) do
        rows[i] = { input.path, input.sha256 }
    end
    report:table { name = "inputs", title = say "inputs",
                   columns = { say "file", "SHA-256" }, rows = rows }
end
