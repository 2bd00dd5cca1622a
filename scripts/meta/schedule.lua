---@meta
-- luacheck: ignore
-- What scheduling, pilots and lessons take and give, for editors.

---When which phases open, and by whose money; docs/scheduling.md.
---@param plan ccn.plan
---@param options ccn.schedule.options
---@return ccn.schedule
function ccn.schedule(plan, options) end

---Portfolios of one to three clusters to try first; docs/scheduling.md.
---@param order ccn.order Of clusters
---@param options ccn.pilots.options
---@return ccn.pilots
function ccn.pilots(order, options) end

---What the pilots taught about costs and times; docs/scheduling.md.
---@param list ccn.lesson[]
---@return ccn.lessons
function ccn.lessons(list) end

---@class ccn.schedule.options
---@field years integer[] { first, last }
---@field phases ccn.selection?
---@field budget "plan"|ccn.schedule.source[]
---@field rules table<string, ccn.schedule.source>? With budget = "plan"
---@field unknown table<string, any>? cost, duration, area, demand; source, split, amount
---@field cost (fun(phase: any): integer|table<string, integer>|nil)? VND
---@field spread (fun(phase: any): number[])? Shares by year of building
---@field lessons ccn.lessons?
---@field area string|fun(phase: any): number? | nil
---@field demand (fun(cluster: any, year: integer): number?)? ha
---@field fill { above: number, article: string }?
---@field discount number? Of served land, a year
---@field terms ccn.schedule.term[]?
---@field after table[]? { first, second, lag }
---@field pilots table? Clusters
---@field pilot_lag integer?
---@field earliest string|fun(phase: any): integer? | nil
---@field latest string|fun(phase: any): integer? | nil
---@field must string|fun(phase: any): boolean? | nil
---@field limits ccn.schedule.limit[]?
---@field fair ccn.schedule.fair?
---@field place ccn.place.options? Land and tenants together
---@field order ccn.order|ccn.selection|nil With place
---@field rounds integer? With place; 4 if not said
---@field seconds number? Above 200 phases 30 when nothing is said
---@field steps integer? 2000 when no seconds are said
---@field gap number? Enough, as a share of the total
---@field seed integer?
---@field threads integer?
---@field watch "print"|(fun(progress: { seconds: number, total: number?, bound: number, steps: integer }): boolean?) | nil
---@field unsolved "tell"?

---Money by year, [2027] = VND, and rules
---@class ccn.schedule.source
---@field source string?
---@field name string?
---@field carry boolean? What is left serves later years
---@field share number? Of what a phase costs in a year, at most
---@field article string? What share rests on
---@field pays string[]? Kinds of cost
---@field clusters table?
---@field weight number? Of one VND in the goal
---@field [integer] integer

---@class ccn.schedule.term
---@field name string
---@field weight number?
---@field unit string?
---@field value fun(phase: any, year: integer): number

---@class ccn.schedule.limit
---@field name string
---@field of "phases"|"money"|"land"
---@field each "year"?
---@field group (fun(phase: any): any)?
---@field least number|fun(group: string, year: integer?): number? | nil
---@field most number|fun(group: string, year: integer?): number? | nil
---@field years integer[]?

---@class ccn.schedule.fair
---@field group (fun(phase: any): any)? The unit of the cluster if not said
---@field of (fun(phase: any): number)? Land if not said
---@field least number|"most"|nil
---@field difference number?

---@class ccn.schedule
---@field opened ccn.schedule.entry[]
---@field waiting ccn.schedule.entry[]
---@field excluded { key: string, reason: string }[]
---@field by_key table<string, ccn.schedule.entry>
---@field total number
---@field bound number No schedule has more
---@field gap number
---@field money number
---@field terms { name: string, title: string, weight: number, unit: string?, total: number }[] title is for people
---@field prices table<string, table<integer, number>> [source][year] of one VND
---@field fair { group: string, share: number, opened: number, whole: number }[]?
---@field placement ccn.placement? With place
---@field joint { total: number, bound: number, gap: number, rounds: integer, money: boolean }?
---@field [integer] ccn.schedule.entry
local Schedule = {}

---@class ccn.schedule.entry
---@field key string
---@field row any
---@field cluster any
---@field area number? ha; nil: not known
---@field cost integer VND
---@field year integer? nil: it does not open
---@field built integer Years of building
---@field payments { source: string, year: integer, kind: string, amount: integer }[]

---Why a phase opens when it does, or not, in words.
---@param phase any
---@return string
function Schedule:why(phase) end

---The same as data; nil when there is no earlier year.
---@param phase any
---@return table?
function Schedule:reason(phase) end

---What each source pays by year, VND.
---@return { source: string, year: integer, amount: integer, budget: integer, left: integer }[]
function Schedule:paid() end

---Write the opening years into a plan; do it in a fork.
---@param plan ccn.plan
function Schedule:apply(plan) end

function Schedule:print() end

---@class ccn.pilots.options
---@field learn fun(cluster: any): string[] What a cluster teaches
---@field most integer? 3 if not said
---@field weights { score: number?, learn: number?, spread: number? }?
---@field budget integer? VND
---@field cost string|fun(cluster: any): integer? | nil
---@field unit (fun(cluster: any): any)?

---@class ccn.pilots
---@field out { key: string, reason: string }[]
---@field [integer] ccn.portfolio
local Pilots = {}
function Pilots:print() end

---@class ccn.portfolio
---@field rank integer
---@field keys string[]
---@field clusters any[]
---@field score number
---@field parts table<string, number>
---@field cost integer?
---@field why string
local Portfolio = {}

---What was planned for the phases of these clusters, to be filled
---@param plan ccn.plan
---@param cost string|fun(phase: any): any | nil
---@return ccn.lesson_sheet
function Portfolio:sheet(plan, cost) end

---@class ccn.lesson_sheet
---@field [integer] { phase: string, work: string, planned: integer?, years: number?, spent: number?, took: number?, source: any }
local Sheet = {}

---@param phase any
---@param work string
---@param measured { spent: number?, took: number?, size: number?, built: number?, source: any }
function Sheet:fill(phase, work, measured) end

function Sheet:print() end

---Measured over planned, for a kind of work
---@class ccn.lesson
---@field work string
---@field cost number?
---@field duration number?
---@field source string
---@field only (fun(phase: any): boolean)?

---@class ccn.lessons
---@field changes { phase: string, what: "cost"|"duration", work: string, from: integer, to: integer, ratio: number, source: string }[]
local Lessons = {}
function Lessons:print() end
