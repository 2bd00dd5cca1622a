---@meta
-- luacheck: ignore
-- Methods of the literature, for editors.

---What a JSON file holds; null is false in a list and absent in an object.
---@param path string
---@return any
function ccn.json(path) end

---A plain problem: a row of matrix for each alternative
---@class ccn.problem
---@field method string Its name in docs/methods.md
---@field matrix number[][]
---@field weights number[]? One for each criterion, divided by their sum
---@field directions ("max"|"min")[]?
---@field params table? What the method asks beside

---A method of the literature on a plain problem; docs/methods.md says what each
---gives.  Places are counted from 0.  Errors name alternative and criterion.
---@param problem ccn.problem
---@return { scores: number[]?, ranks: integer[]?, best_is: "high"|"low"? }
function ccn.method(problem) end

---The same by another method: list[i] has key, score, rank, rank_here
---@class ccn.by: ccn.told
---@field method string
---@field tau number? Kendall's tau-b with the order; nil beyond 2,000
---@field found table What the method gave, by place in the order

---Weights by name of criterion; docs/weights.md has formulas and sources
---@class ccn.weights.found: ccn.told
---@field names string[]
---@field weights table<string, number> They sum to 1
---@field method string
---@field cr number? Consistency ratio of AHP
---@field xi number? Of the best-worst method
---@field consensus number? Of a group, 0 to 1
local Found = {}

---A copy of criteria with these weights, each with its ground.
---@param criteria ccn.criteria
---@return ccn.criteria
function Found:apply(criteria) end

---@class ccn.weights
ccn.weights = {}

---Shares of points: { name = points } or { { name, points } }.
---@param points table
---@return ccn.weights.found
function ccn.weights.direct(points) end

---100 for the swing that counts most.
---@param points table
---@return ccn.weights.found
function ccn.weights.swing(points) end

---10 for the least important.
---@param points table
---@return ccn.weights.found
function ccn.weights.smart(points) end

---From an order alone, the most important first; ties in a list of their own.
---@param names (string|string[])[]
---@param kind? "roc"|"rank_sum"|"rank_reciprocal"
---@return ccn.weights.found
function ccn.weights.order(names, kind) end

---AHP: { judgements = { { name, name, times }, ... }, priority =, index = }.
---@param given { judgements: any[][], priority?: "eigenvector"|"geometric", index?: "alonso_lamata"|"saaty" }
---@return ccn.weights.found
function ccn.weights.ahp(given) end

---The best-worst method.
---@param given { best: string, worst: string, best_over: table<string, number>, over_worst: table<string, number> }
---@return ccn.weights.found
function ccn.weights.best_worst(given) end

---What tells the entries of an order apart.
---@param order ccn.order
---@param kind "entropy"|"std"|"critic"|"merec"
---@return ccn.weights.found
function ccn.weights.data(order, kind) end

---The weights of several experts as one, and their consensus.
---@param experts (ccn.weights.found|table<string, number>)[]
---@param options? { mean?: "geometric"|"arithmetic", voices?: number[], most?: number }
---@return ccn.weights.found
function ccn.weights.group(experts, options) end

---Several orders of the same as one: list[i] has key, rank, borda, copeland.
---@param orders (ccn.order|(string|string[])[])[]
---@param options? { voices?: number[] }
---@return ccn.told
function ccn.weights.vote(orders, options) end

---What a draft does on the data; every part is told as a table too
---@class ccn.trial
---@field order ccn.order
---@field separation ccn.told ranked, distinct, tied, spread, closest
---@field idle ccn.told list[i] has name, moved, idle
---@field alike ccn.told list[i] has one, other, r
---@field unknown ccn.told list[i] has name, missing
---@field experts ccn.told? kendall_w, consensus, weights, orders
---@field changes ccn.told? list[i] has key, before, rank, moved, why
local Trial = {}

function Trial:print() end

---@class ccn.annex
local Annex = {}

function Annex:print() end

---@return string
function Annex:csv() end

---@return ccn.report
function Annex:report() end

---By the ending: .md, .html or .csv.
---@param path string
function Annex:save(path) end

---Drafting priority criteria; docs/criteria.md
---@class ccn.criteria.drafting
ccn.criteria = {}

---The names of the sets that ship.
---@return string[]
function ccn.criteria.shipped() end

---A set from a file, or one that ships.
---@param name string
---@return ccn.criteria
function ccn.criteria.read(name) end

---@param rows any A selection, or what a loop takes
---@param set ccn.criteria
---@param options? { against?: ccn.criteria, experts?: (table|ccn.weights.found)[] }
---@return ccn.trial
function ccn.criteria.try(rows, set, options) end

---@param set ccn.criteria
---@return ccn.annex
function ccn.criteria.annex(set) end

---Keep a set that was read, as a draft; its row.
---@param plan ccn.plan
---@param set ccn.criteria
---@return ccn.row
function ccn.criteria.keep(plan, set) end

---Approve a kept set, which freezes it.
---@param plan ccn.plan
---@param key string
---@param decision { by: string, on: string, decision?: string }
---@return ccn.row
function ccn.criteria.approve(plan, key, decision) end

---A set that a plan keeps, by its row or key.
---@param plan ccn.plan
---@param key string|ccn.row
---@return ccn.criteria
function ccn.criteria.load(plan, key) end

---The set of a name that was approved last up to a day; nil: none.
---@param plan ccn.plan
---@param name string
---@param on? string Day
---@return ccn.criteria?
function ccn.criteria.in_force(plan, name, on) end

---What a plan keeps.
---@param plan ccn.plan
---@return ccn.told
function ccn.criteria.list(plan) end
