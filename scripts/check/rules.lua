--- What the rules of a day find in a plan: the standing ones for each cluster,
-- those on extending for clusters the plan extends, those on establishing for
-- clusters of the plan without a decision.
--
-- A broken rule is a finding for its cluster.  What cannot be decided is one
-- note for each rule and each set of missing facts.

local around  = require "rules.around"
local case_of = require "rules.case"
local judge   = require "rules.judge"
local names   = require "names"
local packs   = require "rules.packs"
local words   = require "rules.words"

local say = require "wording".of(require "lang.rules")

local ASKED = { "standing", "extend", "establish" }

-- Whether the plan asks a question for a cluster.
local WANTS = {
    standing = function() return true end,
    extend = function(row) return row.plan_status == "expand" end,
    establish = function(_, case)
        return case.decision == false and case.in_list ~= false
    end,
}

--- The figures that were compared, by their facts.
local function terms_of(found, terms)
    terms = terms or {}
    for _, part in ipairs(found.parts or {}) do
        terms_of(part, terms)
    end
    if found.fact and found.got ~= nil then
        terms[found.fact] = found.got
    end
    return terms
end

local function broken(found, row, case, facts)
    local rule = found.rule
    local text = ("%s; %s"):format(words.of(found, facts),
                                   words.ground(rule))
    if rule.told then
        text = ("%s: %s"):format(rule.title[ccn.lang()], text)
    end
    if rule.asks ~= "standing" then
        text = ("%s %s: %s"):format(say(rule.asks), say "no", text)
    end
    return { id = rule.id, severity = judge.severity(rule, case),
             object = row, text = text, terms = terms_of(found),
             sources = { words.ground(rule), rule.source } }
end

--- Keeps what is open by rule and missing facts, in the order found.
local function keep(open, found, row)
    local rule = found.rule
    local name = rule.id .. "/" .. table.concat(found.missing, " ")
    local group = open.by[name]
    if not group then
        group = { rule = rule, missing = found.missing, keys = {} }
        open.by[name] = group
        open[#open + 1] = group
    end
    group.keys[#group.keys + 1] = row.key
end

local function note(group, asked, facts)
    local rule = group.rule
    local text = say("undecided", rule.title[ccn.lang()], #group.keys,
                     asked[rule.id], names.all(group.keys),
                     say("missing", table.concat(
                         words.settles(group.missing, facts), ", ")),
                     words.ground(rule))
    return { id = rule.id, severity = "note", object = "clusters",
             text = text,
             terms = { keys = group.keys, missing = group.missing,
                       asked = asked[rule.id] },
             sources = { words.ground(rule), rule.source } }
end

local function judge_row(row, case, rules, sink)
    for _, rule in ipairs(rules) do
        local found = judge.rule(rule, case)
        if found then
            sink.asked[rule.id] = (sink.asked[rule.id] or 0) + 1
            if found.value == false then
                sink.add(broken(found, row, case, sink.facts))
            elseif found.value == nil then
                keep(sink.open, found, row)
            end
        end
    end
end

local function not_seen(list, on, add)
    local told = {}
    for _, asks in ipairs(ASKED) do
        for _, text in ipairs(packs.missing(list, asks, on)) do
            if not told[text] then
                told[text] = true
                add { id = "not-seen", severity = "note", object = "rules",
                      text = say("not seen", text) }
            end
        end
    end
end

--- A day of which no law is known: nothing found is no sign that all is well.
local function none_in_force(list, on, add)
    local text = packs.none(list, on)
    if text then
        add { id = "no-rules", severity = "warning", object = "rules",
              text = text }
    end
end

return function(plan, add, options)
    local on = options.on
    if not on then
        return
    end
    local list = packs.of(plan, options.packs)
    local sink = { add = add, asked = {}, open = { by = {} },
                   facts = packs.facts(list) }
    local rules = {}
    for _, asks in ipairs(ASKED) do
        rules[asks] = packs.rules(list, asks, on)
    end
    none_in_force(list, on, add)
    local look = around(plan, on)
    for row in plan:clusters() do
        local case = row.kind ~= "KCN"
            and case_of(plan, row, { on = on, around = look })
        for _, asks in ipairs(ASKED) do
            if case and WANTS[asks](row, case) then
                judge_row(row, case, rules[asks], sink)
            end
        end
    end
    for _, group in ipairs(sink.open) do
        add(note(group, sink.asked, sink.facts))
    end
    not_seen(list, on, add)
end
