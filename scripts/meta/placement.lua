---@meta
-- luacheck: ignore
-- What placing and the land ledger take and give, for editors.

---Options of ccn.place; docs/placing.md
---@class ccn.place.options
---@field years integer[] { first, last }
---@field mode "strict"|"best"
---@field unknown table<string, any> What an unknown counts as; no default
---@field land string|fun(enterprise: any): number? | nil
---@field clusters ccn.selection?
---@field capacity (fun(cluster: any, year: integer): number?)?
---@field uncleared "offer"?
---@field unready "offer"?
---@field industrial_share number?
---@field wastewater "capacity"|fun(cluster: any, year: integer): boolean? | nil
---@field budget table<integer, integer>? VND by year
---@field carry boolean?
---@field cost string|fun(enterprise: any): integer? | nil
---@field earliest string|fun(enterprise: any): integer? | nil
---@field pins table?
---@field exclude { enterprise: string?, cluster: string? }[]?
---@field terms ccn.place.term[]?
---@field resources ccn.place.resource[]? Water, power, workers, land of a unit
---@field reserve ccn.place.reserve[]? Shares of the land kept for a class
---@field together string[][]? Each in one cluster and year, or not at all
---@field apart string[][]? No two of each in one cluster
---@field safety ccn.place.safety[]?
---@field current ccn.placement|"plan"|table<string, table>? The plan in force
---@field frozen integer? Year until which the plan in force stays
---@field change number? Weight of each change against the plan in force
---@field seconds number? For mode "best"; of a large case 30 when nothing is said
---@field steps integer? For mode "best"; 20000, or 4000 above 100 enterprises, when nothing is said
---@field gap number? Enough, as a share of the total
---@field seed integer?
---@field threads integer?
---@field watch "print"|(fun(progress: { seconds: number, total: number?, bound: number?, steps: integer }): boolean?) | nil False stops
---@field most_changes integer? At most so many against the plan in force
---@field unsolved "tell"? Pins that cannot be kept are an answer, not an error
---@field change_cost table<string, number>? VND for one unit of a change, by its kind
---@field solver "exact"? CBC, for small cases

---A part of the goal, to be small
---@class ccn.place.term
---@field name string
---@field kind "wait"|"left"|"pair"|"cost"|"distance"|"change"
---@field weight number
---@field en string? For people; else the name
---@field vi string?
---@field unit string?
---@field value table|fun(enterprise: any, cluster: any): number? | nil

---Something that enterprises need and clusters, or groups of them, have
---@class ccn.place.resource
---@field name string
---@field en string?
---@field vi string?
---@field unit string?
---@field kind "held"|"spent"|"carried"|nil "held" if not said
---@field need string|fun(enterprise: any): number?
---@field supply fun(cluster: any, year: integer): number?
---@field group (fun(cluster: any): any)? What shares a supply
---@field per integer? Smallest units in one; 1000 if not said
---@field unknown { need: any, supply: any }? No default

---@class ccn.place.reserve
---@field name string
---@field en string?
---@field vi string?
---@field share number From 0 to 1
---@field member fun(enterprise: any): boolean
---@field article any The law it rests on
---@field of (fun(cluster: any, year: integer): number?)? ha

---@class ccn.place.safety
---@field least fun(enterprise: any): number? km
---@field distance fun(enterprise: any, cluster: any): number? km
---@field article any The law it rests on

---A placement; placement[i] in the order of priority
---@class ccn.placement
---@field [integer] ccn.move
---@field placed ccn.move[]
---@field waiting ccn.move[]
---@field excluded table[]
---@field mode "strict"|"best"
---@field total number Sum of the terms
---@field bound number? No placement has less
---@field gap number? (total - bound) / total
---@field amounts number[] Sums of the terms without their weights
---@field terms { name: string, title: string, weight: number, unit: string?, total: number }[] title is for people
---@field changed ccn.move[]? Whose place or year is not that in force
local Placement = {}

---Why an enterprise is not in a cluster, everyone else staying; in the year in
---which the fewest limits bind, or in one.
---@param enterprise ccn.row|string
---@param cluster ccn.row|string
---@param year integer?
---@return string
function Placement:why_not(enterprise, cluster, year) end

---Why it is where it is, or waits, in words.
---@param enterprise any A row or its key
---@return string
function Placement:why(enterprise) end

---What strictness costs: price, and the most it can be.
---@return ccn.strictness
function Placement:strictness() end

---What the total would be less by without each pin alone.
---@return ccn.pin_costs
function Placement:pin_costs() end

---Placements that trade two or three terms, by shifting weight between them, or
---by "limits" on all but the last.
---@param terms string[]
---@param steps integer? 6 if not said
---@param how "weights"|"limits"|nil
---@return ccn.front
function Placement:pareto(terms, steps, how) end

---Good plans with at least so many enterprises placed otherwise; share(key)
---gives the share of them by cluster.
---@param count integer
---@param apart integer
---@return ccn.placement[]
function Placement:others(count, apart) end

---The least goal with a term, without its weight, at most so much.
---@param term string
---@param most number
---@return ccn.placement
function Placement:within(term, most) end

---The least goal with at most so many changes against the plan in force.
---@param most integer
---@return ccn.placement
function Placement:changes(most) end

---What more changes against the plan in force gain, fewest first.
---@param steps integer? How many points are looked for between the ends; 8
---@return ccn.curve
function Placement:changes_curve(steps) end

---Shadow prices above 0: by how much the proved bound falls, at most, for one
---more unit of a resource.
---@return ccn.shadow_prices
function Placement:prices() end

---Write destination and move_year of who is placed into a plan.
---@param plan ccn.plan
function Placement:apply(plan) end

---Moves by year.
---@return { year: integer, count: integer, land: number }[]
function Placement:waves() end

function Placement:print() end

---@class ccn.strictness
---@field strict ccn.placement
---@field best ccn.placement
---@field price number How much more strict order costs
---@field most number? How much more it can cost, by the bound
---@field moved { key: string, from: ccn.move, to: ccn.move }[]
---@field print fun(self: ccn.strictness)

---@class ccn.pin_costs
---@field [integer] { key: string, cluster: ccn.cluster, year: integer, cost: number, placed: integer, free: ccn.placement }
---@field print fun(self: ccn.pin_costs)

---@class ccn.front
---@field [integer] { values: number[], placement: ccn.placement, gap: number }
---@field print fun(self: ccn.front)

---@class ccn.curve
---@field [integer] { moves: integer, total: number, bound: number?, gap: number?, placement: ccn.placement }
---@field print fun(self: ccn.curve)

---@class ccn.shadow_prices
---@field [integer] { resource: string, title: string?, key: string?, row: any, year: integer, price: number, unit: string }
---@field placement ccn.placement The one they are of
---@field print fun(self: ccn.shadow_prices)

---@class ccn.move
---@field row ccn.row
---@field key string
---@field cluster ccn.cluster? nil: it waits
---@field year integer?
---@field land number? ha
---@field cost integer? VND
---@field reason string? Of who waits
---@field limits table[]? For each cluster, what binds
---@field changes ccn.move.change[]? Each enough by itself
---@field change ccn.move.change? The first of them
---@field other ccn.move.other? The best in another cluster, of who is placed
---@field wish ccn.move.wish? Where it would rather be, and what binds there

---@class ccn.move.other
---@field cluster ccn.cluster
---@field year integer
---@field loss number What the total would grow by

---@class ccn.move.wish
---@field cluster ccn.cluster
---@field year integer
---@field gain number What the total would fall by
---@field limits table<string, boolean>
---@field missing table<string, number> Of each resource, in its unit
---@field words string[]
---@field text string

---@class ccn.move.change
---@field kind string A resource, "shut", "barred", "early", "apart" or "know"
---@field cluster ccn.cluster?
---@field year integer?
---@field amount number? ha, m³/day, VND, in the unit of the resource, years
---@field cost number? VND, by change_cost
---@field text string

---The land ledger: rows, one for each cluster and year
---@class ccn.ledger
---@field [integer] table
local Ledger = {}

---@param cluster ccn.row|string
---@param year integer
---@return table
function Ledger:row(cluster, year) end

---For the option capacity of ccn.place.
---@return fun(cluster: any, year: integer): number?
function Ledger:capacity() end

---Rows in which more land is taken than is serviced.
---@return table[]
function Ledger:overdrafts() end

function Ledger:print() end
