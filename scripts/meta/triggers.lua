---@meta
-- luacheck: ignore
-- Signposts and triggers, for editors; docs/triggers.md.

---Where a value stands
---@class ccn.triggers.at
---@field plan ccn.plan
---@field subject string Key
---@field period { name: string, year: integer, from: string, to: string }
---@field cutoff string A day

---What is watched for each subject
---@class ccn.triggers.signpost
---@field id string
---@field of "cluster"|"enterprise"|"unit"
---@field indicators string[] Of the half-yearly forms
---@field value (fun(...: any): number?)? From the indicators, all of them known, and last ccn.triggers.at; else the first
---@field unit string?
---@field en string
---@field vi string
---@field watches { en: string, vi: string }? The assumption of the plan that it tests

---When a prepared action is allowed; counts are cut-offs, lead is months
---@class ccn.triggers.trigger
---@field id string
---@field signpost string
---@field op ">="|">"|"<="|"<"
---@field level number In the unit of the signpost
---@field clear number? It is armed again when the value no longer passes it; level if not said
---@field watch number? A level before the level
---@field hold integer? In a row; 1 if not said
---@field cooldown integer? From one firing to the next at least; 0 if not said
---@field lead integer? Months that the action takes
---@field gap "break"|"bridge"|nil Whether a gap breaks a row; it does if not said
---@field severity "error"|"warning"|"note"|nil Of the finding when it has fired
---@field ground { en: string, vi: string }?
---@field en string The action
---@field vi string

---@class ccn.triggers.set
---@field name string? Of a set that a plan keeps
---@field version string? Of a set that a plan keeps
---@field en string?
---@field vi string?
---@field ground string|{ en: string, vi: string }|nil
---@field signposts ccn.triggers.signpost[]
---@field triggers ccn.triggers.trigger[]

---@class ccn.triggers.value
---@field cutoff string A day
---@field value number? nil: a gap
---@field period string?
---@field observations string[]? Keys of what it follows from

---@class ccn.triggers.state: ccn.triggers.value
---@field state "quiet"|"watch"|"fired"
---@field count integer Cut-offs in a row at which the level was reached
---@field fires boolean? At this cut-off
---@field cleared boolean? At this cut-off
---@field silent boolean? Held, but it fired too short a time ago
---@field stale boolean? A gap

---@class ccn.triggers.entry
---@field trigger ccn.triggers.trigger
---@field subject string Key
---@field state "quiet"|"watch"|"fired" At the last cut-off
---@field since string
---@field value number? The last one known
---@field stale boolean
---@field states ccn.triggers.state[]

---States of triggers; prints what has fired and what is watched
---@class ccn.triggers.found
---@field [integer] ccn.triggers.entry
local Found = {}

---@param state "quiet"|"watch"|"fired"
---@return ccn.triggers.entry[]
function Found:of(state) end

---How many had no figure at the last cut-off.
---@return integer
function Found:stale() end

---The figures behind a state, in words.
---@param entry ccn.triggers.entry
---@return string
function Found.why(entry) end

function Found:print() end

---@class ccn.triggers.backtest
---@field timely integer Events with a firing `lead` months before them
---@field late integer Events whose first firing came after that
---@field missed integer Events without a firing
---@field needless integer Firings without an event in the window behind them
---@field open integer Firings whose window is not over
---@field chattering integer Firings too close behind the one before
---@field events { day: string, needed: string, firing: string?, judgement: string }[]
---@field firings { cutoff: string, value: number, judgement: string, chattering: boolean? }[]
---@field level number? Of ccn.triggers.levels

---@alias ccn.triggers.past { events: string[]?, window: integer?, apart: integer? }

---A cut-off of the futures of a sweep
---@class ccn.triggers.fires
---@field period string
---@field cutoff string A day
---@field share number? Of the futures, in which it has fired by then

---One trigger in the futures of a sweep; shares of nothing are nil
---@class ccn.triggers.foreseen
---@field trigger ccn.triggers.trigger
---@field subject string Key
---@field state "quiet"|"watch"|"fired"|nil At the last cut-off that was observed
---@field n integer Futures of which something is known
---@field fires ccn.triggers.fires[]
---@field events integer? Futures with an event; nil: no output tells of it
---@field firings integer? Behind the past
---@field timely number? Share of the events
---@field late number? Share of the events
---@field missed number? Share of the events
---@field needless number? Share of the firings
---@field chattering number? Share of the firings
---@field lead { least: integer, median: integer, most: integer }? Months

---@class ccn.triggers.futures
---@field [integer] ccn.triggers.foreseen
---@field left_out string[] Triggers of whose indicators the sweep does not tell
local Futures = {}

---@param id string Of a trigger
---@param level number? Where several levels were asked for
---@return ccn.triggers.foreseen?
function Futures:of(id, level) end

function Futures:print() end

---Signposts and triggers
---@class ccn.triggers
---@field standard ccn.triggers.set A set to begin with; its levels are ours
ccn.triggers = {}

---A set from its declarations, checked; ends with an error that names what is wrong.
---@param set ccn.triggers.set
---@return ccn.triggers.set
function ccn.triggers.set(set) end

---The state at each cut-off; a pure function.
---@param trigger ccn.triggers.trigger
---@param series ccn.triggers.value[]
---@return ccn.triggers.state[]
function ccn.triggers.run(trigger, series) end

---The values of a signpost for one subject.
---@param plan ccn.plan
---@param signpost ccn.triggers.signpost
---@param subject string
---@param options { from: string, to: string, on: string?, known: ("then"|"now")? } Periods
---@return ccn.triggers.value[]
function ccn.triggers.series(plan, signpost, subject, options) end

---Every trigger for every subject.
---@param plan ccn.plan
---@param set ccn.triggers.set
---@param options { from: string, to: string, on: string?, known: ("then"|"now")?, subjects: string[]? }
---@return ccn.triggers.found
function ccn.triggers.evaluate(plan, set, options) end

---How good a trigger would have been; days of events, window in months (36),
---apart in cut-offs (4).
---@param trigger ccn.triggers.trigger
---@param series ccn.triggers.value[]
---@param past ccn.triggers.past
---@return ccn.triggers.backtest
function ccn.triggers.backtest(trigger, series, past) end

---The same at several levels; clear and watch keep their distance.
---@param trigger ccn.triggers.trigger
---@param series ccn.triggers.value[]
---@param levels number[]
---@param past ccn.triggers.past
---@return ccn.triggers.backtest[]
function ccn.triggers.levels(trigger, series, levels, past) end

---The set of a file; its text stays with it.
---@param path string
---@return ccn.triggers.set
function ccn.triggers.read(path) end

---Keep a set that was read in a plan, as a draft.
---@param plan ccn.plan
---@param set ccn.triggers.set
---@return ccn.trigger_set
function ccn.triggers.keep(plan, set) end

---A set that a plan keeps; refused when its text is not the one that was kept.
---@param plan ccn.plan
---@param key string|ccn.trigger_set "NAME VERSION"
---@return ccn.triggers.set
function ccn.triggers.load(plan, key) end

---Approve a set that is kept; it is frozen from then on.
---@param plan ccn.plan
---@param key string
---@param decision { by: string, on: string, decision: string? } Office and day
---@return ccn.trigger_set
function ccn.triggers.approve(plan, key, decision) end

---The set of a name that was approved last up to a day (any, if not said).
---@param plan ccn.plan
---@param name string
---@param on string?
---@return ccn.triggers.set?
function ccn.triggers.in_force(plan, name, on) end

---Record what is fired or watched at the last cut-off before a day, as a version
---that is in force at once.
---@param plan ccn.plan With versions
---@param options { as: string, on: string, title: string?, subjects: string[]? }
---@return integer count
---@return integer? number Of the version; nil when there was nothing new
function ccn.triggers.record(plan, options) end

---The triggers of a set in the futures of a sweep whose outputs are named
---"INDICATOR PERIOD"; events are outputs with the year of what is warned of.
---@param plan ccn.plan
---@param set ccn.triggers.set
---@param results ccn.results
---@param options { subject: string, from: string?, to: string?, on: string?, known: ("then"|"now")?, events: table<string, string>?, levels: table<string, number[]>?, window: integer?, apart: integer? }
---@return ccn.triggers.futures
function ccn.triggers.futures(plan, set, results, options) end
