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
