--- What contradicts itself in a plan, and what is missing.
--
--     local findings = ccn.check(plan, { on = "2026-10-05" })
--     findings:print()
--     findings:count "error"
--
-- A finding is a table { id, severity, object, title, field, text, terms,
-- sources }: severity is error (cannot be so), warning (does not agree) or
-- note (worth knowing); title is the object in the language of the user; terms
-- are the figures it compared.  A scenario adds checks of its own with
-- { extra = own }, a function (plan, add, opts).  With a day the rules that
-- hold on it are asked as well (check/rules.lua); { packs = } adds packs.

local shape   = require "shape"
local wording = require "wording"

local PARTS = { "land", "ledger", "fill", "phases", "references", "counts",
                "distance", "missing", "kept", "lao_cai", "rules",
                "reported", "observations", "exceeds" }

local ORDER = { error = 1, warning = 2, note = 3 }

local WORDS = {
    error   = { en = "error", vi = "lỗi" },
    warning = { en = "warning", vi = "cảnh báo" },
    note    = { en = "note", vi = "ghi chú" },
    total   = { en = "%d {error|errors}, %d {warning|warnings}, "
                    .. "%d {note|notes}",
                vi = "%d lỗi, %d cảnh báo, %d ghi chú" },
}

-- What findings are about, in Vietnamese; tables by their names.
local OBJECTS = {
    cluster = "cụm", clusters = "các cụm", enterprise = "cơ sở",
    enterprises = "các cơ sở", phase = "giai đoạn",
    phases = "các giai đoạn", parcel = "thửa", budget = "dòng vốn",
    unit = "đơn vị", observation = "số liệu",
    ward = "phường", triggers = "ngưỡng hành động", rules = "quy định",
}

--- "cluster Đầm Hồng" --> "cụm Đầm Hồng" where that is the language.
local function title_of(object)
    local name, rest = object:match "^(%a+)(.*)$"
    if ccn.lang() == "vi" and OBJECTS[name] then
        return OBJECTS[name] .. rest
    end
    return object
end

local Findings = {}
Findings.__index = Findings

--- How many findings have this severity.
function Findings:count(severity)
    local count = 0
    for _, finding in ipairs(self) do
        if finding.severity == severity then
            count = count + 1
        end
    end
    return count
end

--- The findings with this id.
function Findings:of(id)
    local list = setmetatable({}, Findings)
    for _, finding in ipairs(self) do
        if finding.id == id then
            list[#list + 1] = finding
        end
    end
    return list
end

function Findings:__tostring()
    local lines, lang = {}, ccn.lang()
    for i, f in ipairs(self) do
        lines[i] = ("%s: %s: %s [%s]"):format(WORDS[f.severity][lang],
                                              f.title, f.text, f.id)
    end
    lines[#lines + 1] = wording.fill(WORDS.total[lang],
        self:count "error", self:count "warning", self:count "note")
    return table.concat(lines, "\n")
end

function Findings:print()
    print(tostring(self))
end

--- The text with its values; numbers with the decimal sign of the language.
local function filled(text, values)
    local i = 0
    return (text:gsub("%%([%-+%d%.]*)([%a%%])", function(how, kind)
        if kind == "%" then
            return "%"
        end
        i = i + 1
        local word = ("%" .. how .. kind):format(values[i])
        if kind ~= "s" and ccn.lang() == "vi" then
            word = word:gsub("%.", ",")
        end
        return word
    end))
end

--- Puts a finding together: text is { en =, vi = } with the values to fill in,
-- or a text that is ready.
local function adder(findings)
    return function(finding)
        if type(finding.text) == "table" then
            finding.text = filled(finding.text[ccn.lang()],
                                  finding.values or {})
        end
        finding.object = tostring(finding.object)
        finding.title = title_of(finding.object)
        finding.terms = finding.terms or {}
        finding.sources = finding.sources or {}
        finding.order = #findings + 1
        findings[#findings + 1] = finding
    end
end

local OPTIONS = { on = "day", packs = "list",
                  extra = "function(plan, add, options)" }

local function check_arguments(plan, opts)
    shape.needed("check: plan", plan, "plan")
    shape.check("check", opts, OPTIONS)
end

--- All findings of a plan, errors first.
return function(plan, opts)
    opts = opts or {}
    wording.run(check_arguments, plan, opts)
    local findings = setmetatable({}, Findings)
    local add = adder(findings)
    for _, part in ipairs(PARTS) do
        require("check." .. part)(plan, add, opts)
    end
    if opts.extra then
        opts.extra(plan, add, opts)
    end
    table.sort(findings, function(a, b)
        if a.severity ~= b.severity then
            return ORDER[a.severity] < ORDER[b.severity]
        end
        return a.order < b.order
    end)
    return findings
end
