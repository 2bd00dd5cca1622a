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
