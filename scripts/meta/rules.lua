---@meta
-- luacheck: ignore
-- Rules with a date, for editors; docs/rules.md.

---What is known of a cluster, by the names of rules/facts.lua: a number, a flag,
---a day, bounds { low =, high = }, or nil when not known
---@alias ccn.rules.case table<string, any>

---True, false, or nil with the facts that would settle it
---@class ccn.rules.judgement
---@field value boolean?
---@field kind "figure"|"all"|"any"|"readings"|"open"
---@field parts ccn.rules.judgement[]?
---@field fact string? Of a figure
---@field got any? What the case has
---@field operator string?
---@field limit any?
---@field unit string?
---@field missing string[] Facts; empty when settled

---@class ccn.rules.example
---@field case ccn.rules.case
---@field gives "true"|"false"|"unknown"|"not asked"

---A dated rule; days are the first and the last on which it holds
---@class ccn.rules.rule
---@field id string
---@field article string|{ en: string, vi: string }|nil
---@field title { en: string, vi: string } What it asks for
---@field asks "standing"|"extend"|"establish"|nil "standing" if not said
---@field over "cluster"|"commune"|"district"|nil Unit it aggregates over
---@field valid_from string?
---@field valid_to string?
---@field known_to string? Last day it is known to hold; its end was not seen
---@field figures table<string, table>? Of a fact: { operator, limit, unit, id = }
---@field applies (fun(case: ccn.rules.case, rule: ccn.rules.rule): boolean)?
---@field test (fun(case: ccn.rules.case, rule: ccn.rules.rule): ccn.rules.judgement)? Else all figures must hold
---@field severity "error"|"warning"|"note"|fun(case: ccn.rules.case, rule: ccn.rules.rule): string|nil "warning" if not said
---@field told boolean? A finding needs the title as well as the figures
---@field examples ccn.rules.example[]?

---The rules of one document
---@class ccn.rules.pack
---@field id string
---@field document { en: string, vi: string }
---@field place string? Key of the unit whose plans it is for; else all
---@field valid_from string?
---@field certainty { en: string, vi: string }?
---@field source string?
---@field facts table<string, { en: string, vi: string, settled: { en: string, vi: string }? }>? Of its own
---@field missing { from: string?, to: string?, asks: string?, en: string, vi: string }[]? Texts that were not seen
---@field rules ccn.rules.rule[]

---@class ccn.rules.may.options
---@field dossier string Day of the dossier, whose rules hold
---@field on string? Day of looking, for rules of transition
---@field facts ccn.rules.case? Known beside the plan; they come before it
---@field packs ccn.rules.pack[]? Further ones

---An answer, whose conditions are [1], [2], ...; prints as text
---@class ccn.rules.answer
---@field result boolean? nil: cannot be decided
---@field missing string[] Facts that would settle it
---@field not_seen string[] Texts of the law that were not seen
---@field kept table? The rule by which the rules of the dossier go on
---@field void string? Why the question does not arise
---@field none string? Why there is no rule to judge by on that day
---@field [integer] ccn.rules.judgement
local Answer = {}

---"holds", "fails", "open" or "void".
---@return string
function Answer:kind() end

---The answer in the language of the reader.
---@return string
function Answer:word() end

---The answer, and what is missing when it is open.
---@return string
function Answer:short() end

---The figures that decide, or that are open, with their articles.
---@return string
function Answer:why() end

---What is missing and what would settle it.
---@return string[]
function Answer:settles() end

function Answer:print() end

---Rules with a date
---@class ccn.rules
---@field logic table Three-valued connectives: compare, figure, all, any, readings, open
ccn.rules = {}

---May a cluster be extended or established, by a dossier of a day?
---@param plan ccn.plan
---@param asks "extend"|"establish"
---@param cluster ccn.cluster|string
---@param options ccn.rules.may.options
---@return ccn.rules.answer
function ccn.rules.may(plan, asks, cluster, options) end

---A rule in full, with its ground and its tests, and how many of the tests do
---not give what they say.
---@param id string
---@param packs? ccn.rules.pack[]
---@return string
---@return integer broken
function ccn.rules.explain(id, packs) end

---A pack from its description, checked; ends with an error that names the rule.
---@param pack ccn.rules.pack
---@return ccn.rules.pack
function ccn.rules.pack(pack) end

---The judgement of a rule on a case; nil when it does not ask.
---@param rule ccn.rules.rule
---@param case ccn.rules.case
---@return ccn.rules.judgement?
function ccn.rules.judge(rule, case) end

---The rule of an id, and its pack.
---@param id string
---@param packs? ccn.rules.pack[]
---@return ccn.rules.rule
---@return ccn.rules.pack
function ccn.rules.find(id, packs) end
