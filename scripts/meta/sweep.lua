---@meta
-- luacheck: ignore
-- Sweeps and their results, for editors.  docs/sweeps.md

---How a factor varies: { low, high } is uniform, a number is fixed.
---@class ccn.factor
---@field name string? Needed in a list
---@field [1] number? Least
---@field [2] number? Most
---@field whole number[]? { low, high }: whole numbers
---@field triangular number[]? { least, likeliest, most }
---@field normal number[]? { mean, standard deviation }
---@field lognormal number[]? Of the logarithm
---@field low number? Cut off below
---@field high number? Cut off above
---@field values any[]? Numbers, texts, yes and no, tables or functions
---@field weights number[]? Of the values
---@field fixed number?
---@field base number? One at a time; else the median
---@field levels integer? Of a grid
---@field field string[]? { table, key, field } of the plan that takes the value
---@field by "set"|"add"|"times"? To what stands there
---@field unit string?
---@field en string?
---@field vi string?
---@field note string? Where the range comes from

---@class ccn.output
---@field name string
---@field unit string?
---@field en string?
---@field vi string?
---@field is string? What it is of a pipeline

---@class ccn.sweep.request
---@field name string Of the results file, out/NAME.sqlite
---@field question string?
---@field factors table<string, ccn.factor|number>|ccn.factor[] In the order of their names, or of the list
---@field design string|table|nil "sobol" if not said; { "saltelli", second = true }
---@field n integer? Points, blocks or trajectories
---@field seed integer? That of the run if not said
---@field table table[]? Rows, for the design "table"
---@field each (fun(): table?)? Gives row after row, for the design "each"
---@field outputs (string|ccn.output)[]?
---@field plan ccn.plan? run gets a fork of it
---@field run (fun(x: table<string, any>, plan: ccn.plan): ...)|ccn.pipeline
---@field block integer? Experiments stored at once

---Run an experiment over many points, on all cores, and store each.  run is
---carried into a Lua state for each thread with all it uses; an error of it is
---kept as the reason why that experiment has no results.  The same request and
---seed give the same hash on any number of threads and machines.
---@param request ccn.sweep.request
---@return ccn.results
function ccn.sweep(request) end

---@class ccn.results
---@field name string
---@field question string
---@field path string
---@field design { kind: string, n: integer?, seed: integer? } And what else it was made with
---@field inputs string[] Names of the factors
---@field outputs string[]
---@field factor table<string, { title: string, unit: string, what: string, note: string }> what: the distribution
---@field output table<string, { title: string, unit: string, note: string }>
---@field runs integer Experiments of the design; #results are stored
---@field failed integer
---@field finished boolean
---@field hash string Of all results; "" until it is finished
---@field seed integer
---@field script string
---@field script_sha256 string
---@field parameters string A line name=value for each
---@field versions string
local Results = {}

---The values of a factor or an output, nil where not known.  An unknown name is
---an error that names the nearest.
---@param name string
---@return (number?)[]
function Results:column(name) end

---The numbers of the experiments that are stored, from 1.
---@return number[]
function Results:numbers() end

---Why experiments failed, in the order of their numbers.
---@param most integer? 100 if not said
---@return { number: integer, why: string }[]
function Results:reasons(most) end

---The reasons, the commonest first.
---@return { why: string, count: integer }[]
function Results:why_failed() end

---The results of a sweep, from their file.
---@param path string
---@return ccn.results
function ccn.results(path) end

---What a factor changes: one of phase, cluster, need, supply, earliest, weight,
---source, cost_of, starts.
---@class ccn.effect
---@field phase string? Its key; with opens or land
---@field opens "set"|"add"|"times"|nil The year in which the phase opens
---@field land "set"|"add"|"times"|nil The land it brings, ha
---@field cluster string? Its key; with free, fill or shut; of a supply
---@field free "set"|"add"|"times"|nil Land free at the start, ha
---@field fill "set"? Its fill rate, %
---@field shut "add"? Years for which nobody may move there besides
---@field need string? Of a resource
---@field supply string? Of a resource
---@field weight string? Of a criterion
---@field source string? Of money for works
---@field cost_of string? Key of a phase, or "all"
---@field starts string? Key of a phase, or "all": the first year it may open
---@field by "set"|"add"|"times"|nil
---@field earliest "set"|"add"|nil The first year
---@field enterprise string? Its key; all if not said
---@field year integer? Of a supply; all if not said
---@field scale number? The value is multiplied by it first

---@class ccn.pipeline
---@field outputs (string|ccn.output)[]

---An experiment that runs without Lua: order, works, strict placement,
---indicators.  schedule: options of ccn.schedule, by which phases open.  Outputs: "placed", "left", "done", "last_year", "waited", "total", "used NAME"
---and "wanted NAME" of a resource; behind placed and used a year may stand; of
---works "opened", "opens PHASE", "paid" and "paid SOURCE".
---@param request { plan: ccn.plan, order: ccn.order, options: table, schedule: table?, effects: table<string, ccn.effect[]>, outputs: (string|ccn.output)[] }
---@return ccn.pipeline
function ccn.pipeline(request) end
