--- May a cluster be extended or established, by a dossier of a day?
--
--     local may = require "rules.may"
--     local answer = may(plan, "extend", "Âu Lâu", { dossier = "2026-09-14" })
--     answer.result            --> true, false, or nil: cannot be decided
--     answer.missing           --> the facts that would settle it
--     answer[1].rule.id, answer[1].value
--     print(answer)
--
-- Options: dossier (the day), on (the day of looking, for rules of
-- transition), facts (what is known beside the plan), packs (further ones).
-- A dossier under way keeps the rules of its day (N303-TRANS).

local case_of = require "rules.case"
local figures = require "figures"
local judge   = require "rules.judge"
local logic   = require "rules.logic"
local names   = require "names"
local packs   = require "rules.packs"
local shape   = require "shape"
local usual   = require "rules.facts"
local wording = require "wording"
local words   = require "rules.words"

local say = wording.of(require "lang.rules")

local QUESTIONS = { extend = true, establish = true }

local Answer = {}
Answer.__index = Answer

--- "holds", "fails", "open" or "void": a question that does not arise.
function Answer:kind()
    return self.void and "void" or words.result(self.result)
end

--- "yes", "no", "cannot be decided", "does not arise" for the reader; a yes
-- where a text was not seen is "yes, as far as it could be judged".
function Answer:word()
    local kind = self:kind()
    if kind == "holds" and #self.not_seen > 0 then
        return say "granted as far"
    end
    return say(kind == "holds" and "granted" or kind == "fails" and "refused"
               or kind)
end

--- In a word, and when it is open what is missing: "cannot be decided:
-- industrial land not known".
function Answer:short()
    if self.result == nil and #self.missing > 0 then
        return say("lacks", words.names(self.missing, self.facts))
    end
    return self:word()
end

--- One line: what decides, or what is missing.
function Answer:why()
    if self.void then
        return say(self.void)
    elseif self.result then
        return say "all seen hold"
    end
    local list = {}
    for _, found in ipairs(self) do
        if found.value == self.result then
            list[#list + 1] = ("%s; %s"):format(words.of(found, self.facts),
                                                words.ground(found.rule))
        end
    end
    return #list > 0 and table.concat(list, ". ") or self.none
end

--- What is missing and what would settle it, a text for each fact.
function Answer:settles()
    return words.settles(self.missing, self.facts)
end

--- The line under the question.
local function headline(answer)
    local word = answer:word()
    if answer.void then
        return word .. ": " .. say(answer.void)
    elseif answer.none then
        return word .. ": " .. answer.none
    elseif answer.result and #answer.not_seen > 0 then
        return word .. "; " .. say("count not judged", #answer.not_seen)
    end
    return word
end

local function condition_rows(answer)
    local rows = {}
    for i, found in ipairs(answer) do
        rows[i] = { found.rule.title[ccn.lang()],
                    words.of(found, answer.facts),
                    words.ground(found.rule), found.rule.id,
                    say(words.result(found.value)) }
    end
    return rows
end

function Answer:__tostring()
    local lines = { ("%s: %s"):format(self.cluster,
        say("title " .. self.asks, figures.date(self.dossier))),
        "  " .. headline(self) }
    if self.kept then
        lines[#lines + 1] = "  " .. say("kept", figures.date(self.dossier),
            figures.date(self.kept.dossier_before), self.kept.id)
    end
    if #self > 0 then
        lines[#lines + 1] = ccn.table { columns = {
            { title = say "condition", width = 34 },
            { title = say "why", width = 44 },
            { title = say "ground", width = 24 }, say "rule", say "result",
        }, rows = condition_rows(self), width = 150 }
    end
    for _, text in ipairs(self:settles()) do
        lines[#lines + 1] = "  " .. say("missing", text)
    end
    for _, text in ipairs(self.not_seen) do
        lines[#lines + 1] = "  " .. say("not seen", text)
    end
    return table.concat(lines, "\n")
end

function Answer:print()
    print(tostring(self))
end

--- A rule of transition that keeps older rules for a dossier: looked at from
-- a later day, a dossier of before goes on.
local function transition(list, dossier, on)
    for _, pack in ipairs(list) do
        local kept = pack.transition
        if kept and dossier < kept.dossier_before
            and on >= kept.dossier_before then
            return kept
        end
    end
end

local function cluster_of(plan, thing)
    if type(thing) ~= "string" then
        return thing
    end
    local row = plan:cluster(thing)
    if row then
        return row
    end
    local close = ccn.nearest(thing, plan:clusters():keys())
    error(close and say("no cluster, nearest", thing, close)
          or say("no cluster", thing), 0)
end

local function judge_all(answer, list, case)
    for _, rule in ipairs(packs.rules(list, answer.asks, answer.dossier)) do
        local found = judge.rule(rule, case)
        answer[#answer + 1] = found
    end
    if #answer == 0 then
        answer.none = packs.none(list, answer.dossier) or say "no rules"
        return
    end
    local together = logic.all { table.unpack(answer) }
    answer.result, answer.missing = together.value, together.missing
end

local OPTIONS = { dossier = "any", on = "day", facts = "table",
                  packs = "list", around = "any" }

local function check_options(asks, options)
    shape.check("may", options or {}, OPTIONS)
    if not QUESTIONS[asks] then
        error(say("unknown question", tostring(asks)), 0)
    end
    local day = options and options.dossier
    if type(day) ~= "string" or not day:match "^%d%d%d%d%-%d%d%-%d%d$" then
        error(say("bad dossier", tostring(day)), 0)
    end
end

--- A fact that is given goes by the name that rules ask for.
local function check_facts(list, given)
    local known = {}
    for _, facts in ipairs { usual, packs.facts(list) } do
        for name in pairs(facts) do
            known[#known + 1] = name
        end
    end
    for name in pairs(given) do
        if not tostring(name):find "^x_" then
            names.known("may: facts", name, known)
        end
    end
end

local function may(plan, asks, cluster, options)
    check_options(asks, options)
    shape.needed("may: plan", plan, "plan")
    shape.needed("may: cluster", cluster, "row")
    local row = cluster_of(plan, cluster)
    local list = packs.of(plan, options.packs)
    local dossier = options.dossier
    check_facts(list, options.facts or {})
    local answer = setmetatable({
        asks = asks, cluster = row.key, dossier = dossier, missing = {},
        facts = packs.facts(list),
        not_seen = packs.missing(list, asks, dossier),
        kept = options.on and transition(list, dossier, options.on),
    }, Answer)
    if row.kind == "KCN" then
        answer.void = "a park"
        return answer
    end
    local case = case_of(plan, row, { on = dossier, facts = options.facts,
                                      around = options.around })
    if asks == "establish" and case.decision then
        answer.void = "established already"
        return answer
    end
    judge_all(answer, list, case)
    return answer
end

return function(...)
    local answer = wording.run(may, ...)
    return answer
end
