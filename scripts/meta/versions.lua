---@meta
-- luacheck: ignore
-- Versions of a plan, decisions on them, and proposals, for editors;
-- docs/versions.md, docs/adjustment.md.

---Who and when
---@class ccn.signed
---@field as string Role and initials, as "SCT:NVA"
---@field on string? Day of it; today if not said

---@class ccn.version.about: ccn.signed
---@field title string? Of the version; the name of the fork if not said
---@field reason string?
---@field kind "change"|"base"|"record"|nil
---@field ahead boolean? Of the first: its day is after today, so the plan plays what may come

---@class ccn.version
---@field id integer
---@field entry integer Place in the chain
---@field kind "base"|"change"|"undo"|"record"
---@field state "draft"|"checked"|"submitted"|"consulted"|"approved"|"returned"|"rejected"|"published"|"superseded"
---@field parent integer? Version that it starts from
---@field follows integer? Version whose place it takes
---@field title string
---@field reason string
---@field role string
---@field initials string
---@field office string Key of the office that had the role
---@field day string
---@field written string UTC
---@field content string SHA-256 of what the plan says
---@field sha256 string Of the entry
---@field decisions ccn.decision[]

---@class ccn.decision
---@field entry integer
---@field verdict "check"|"submit"|"consult"|"approve"|"return"|"reject"|"publish"|"urgent"|"confirm"
---@field comment string
---@field role string
---@field initials string
---@field office string
---@field day string
---@field written string UTC
---@field content string SHA-256 of what was decided on
---@field sha256 string Of the entry

---All versions with their decisions, and the number of the one in force; a plan
---in no file has none.
---@return ccn.version[]
---@return integer? head
function Plan:versions() end

---The plan as it is in a version.
---@param number integer
---@return ccn.plan
function Plan:version(number) end

---What a version changes.
---@param number integer
---@return ccn.changes
function Plan:version_changes(number) end

---What the plan or fork says otherwise than the version in force, as a draft; of
---the kind "base" (the first) or "record" (new observations and inspections, as
---the file holds them) it is in force at once.  Refused without the duty.
---@param about ccn.version.about
---@return integer number
function Plan:draft(about) end

---What a fork adds to observations, inspections, firings and proposals, written
---and in force at once.
---@param fork ccn.plan
---@param about ccn.version.about
---@return integer number
function Plan:record(fork, about) end

---A draft that takes back a version that was in force.
---@param number integer
---@param about ccn.version.about
---@return integer number
function Plan:undo(number, about) end

---The changes of a draft once more, on what is in force now; it takes the place
---of that draft.  Refused for conflicts.
---@param number integer
---@param about ccn.version.about
---@return integer number
function Plan:redraft(number, about) end

---A decision on a version; "publish" or "urgent" makes it the plan.  Refused in
---state, without the duty, by the author, or when the base has moved.
---@param number integer
---@param verdict "check"|"submit"|"consult"|"approve"|"return"|"reject"|"publish"|"urgent"|"confirm"
---@param about { as: string, on: string?, comment: string? }
function Plan:decide(number, verdict, about) end

---Whether chain, contents and the plan in the file agree; the SHA-256 of the last
---entry; else the first thing that does not, and what was changed outside of
---versions, without the values of rows that are gone.
---@return boolean
---@return string last
---@return string? why
---@return ccn.changes? outside
function Plan:verify() end

---The file holds again what its versions say.
function Plan:restore() end

---The SHA-256 of what the plan says: rows by key, values, fields of one's own.
---@return string
function Plan:digest() end

---@class ccn.proposal.action
---@field id string
---@field trigger string Id of the trigger that allows it
---@field en string
---@field vi string
---@field window "published"? It may change the published window
---@field change fun(world: ccn.plan, entry: ccn.triggers.entry) Writes what has to be reckoned with

---@class ccn.proposal.options
---@field triggers ccn.triggers.set
---@field from string First period
---@field to string Last period
---@field subjects string[]? Keys
---@field actions ccn.proposal.action[]
---@field order fun(world: ccn.plan): any Whom to place, as ccn.place takes it
---@field place ccn.place.options|fun(world: ccn.plan): ccn.place.options
---@field windows { closed: integer, published: integer? } Years until which moves stay
---@field value (ccn.proposal.term[]|fun(world: ccn.plan): ccn.proposal.term[])? What a plan is worth; years waited and left out if not said
---@field tax number What a change of size 1 must gain of the value
---@field size { year: number?, place: number?, out: number? }? Size of a change to another year, to another cluster, to no place; each 1 if not said, the last the larger of the two
---@field costs (fun(world: ccn.plan, moves: table): table[])? What else an alternative costs: { what, year, amount (VND, nil: not known), source }
---@field pays (fun(item: ccn.proposal.cost.item): any)? Who pays an item: a name, or VND by name
---@field futures { factors: table, n: integer?, design: any?, seed: integer?, name: string? }?
---@field steps integer? Of the search that carries out a plan in a world (2000)

---@class ccn.proposal.term
---@field kind "wait"|"left"|"place"|"moving_cost"|"works"|"other_cost"|"money_missing"
---@field weight number Of one unit: a year, an enterprise, a bn VND
---@field value (fun(enterprise: any, cluster: any): number)? Of wait, left and place
---@field discount number? Of works and other_cost: share of a year by which later ones count less
---@field name string? The kind if not said
---@field unit string|table? Of place
---@field en string? Title
---@field vi string?
---@field note string|table? Whose weight it is

---@class ccn.proposal.cost.item
---@field kind "phase_cost"|"moving_cost"|"other_cost"
---@field key string
---@field year integer
---@field amount integer? VND; nil where it is not known

---@class ccn.proposal.cost
---@field items ccn.proposal.cost.item[]
---@field known integer VND, the sum of what is known
---@field by_year table<integer, integer> VND
---@field by_source table<any, integer> VND; false: who pays is not known
---@field missing table<string, string[]> Keys whose figure is not there, by kind
---@field whole boolean Whether none is missing
---@field short integer VND that the budget lines which pay it do not cover

---@class ccn.alternative
---@field id "nothing"|"least"|"balanced"|"free"
---@field also string[]? Others that are no better and no smaller
---@field value number Sum of the terms that are weighed; the less the better
---@field amounts table<string, { amount: number, missing: string[] }> Each term: what is known, and whose figure is not
---@field size number Of all changes
---@field gap number? Proved, of its own goal
---@field land number ha
---@field changes { key: string, from: table?, to: table? }[]
---@field moves table<string, { cluster: string, year: integer }>
---@field placement ccn.placement
---@field fork ccn.plan
---@field cost ccn.proposal.cost
---@field beats number? Share of futures in which it is better than doing nothing
---@field regret number? Most by which another would have been better

---@class ccn.proposal
---@field alternatives ccn.alternative[]
---@field infeasible string? Why there is none: the fewest to release
---@field fixed integer Year until which moves stay
---@field window "closed"|"published"
---@field day string Cut-off at which the trigger fired
---@field futures { n: integer, failed: integer }?
---@field terms ccn.proposal.term[] Of the value
---@field weighed table<string, boolean> Which of them are known in full, by name, and so are in the value
local Proposal = {}

---@param id string
---@return ccn.alternative
function Proposal:alternative(id) end

---Who gains a place against doing nothing, and who moves later or elsewhere.
---@param found ccn.alternative
---@return string[] gains
---@return string[] loses
---@return string[] sooner Who moves earlier than planned
function Proposal:touched(found) end

---Who has a place in the plan in force and none when nothing is done.
---@return string[]
function Proposal:left_out() end

---All that an alternative has otherwise than the plan in force.
---@param id string
---@return ccn.changes
function Proposal:diff(id) end

---From a change back to what was observed.
---@param change { key: string, from: table?, to: table? }
---@return { fired: integer[], direct: boolean, observations: string[], triggers: string[], actions: string[], world: string[], constraint: string }
function Proposal:chain(change) end

---As a page with its tables.
---@return ccn.report
function Proposal:report() end

---What keeps one from where the plan has it.
---@param change { key: string, from: table? }
---@return string
function Proposal:why(change) end

---Make a draft of an alternative, with the whole chain as its reason.
---@param id string
---@param about ccn.version.about
---@return integer number
function Proposal:draft(id, about) end

---What a trigger that has fired allows, as alternatives with reasons.
---@param plan ccn.plan
---@param options ccn.proposal.options
---@return ccn.proposal
function ccn.propose(plan, options) end

---Proposals that a plan keeps
---@class ccn.proposals
ccn.proposals = {}

---The options of ccn.propose that a file gives: it returns them, or a function of
---the plan and the parameters.  Its text and that of the modules beside it stay
---with them.
---@param path string
---@param plan ccn.plan
---@param parameters table<string, any>? They reach the file as texts
---@return ccn.proposal.options
function ccn.proposals.read(path, plan, parameters) end

---Record a proposal whose options were read, as a version that is in force at
---once, so that ccn verify computes it again.
---@param plan ccn.plan With versions, and with the firings recorded
---@param proposal ccn.proposal
---@param options { as: string, on: string?, key: string?, title: string? } key: the day of the cut-off if not said
---@return string key
---@return integer number Of the version
function ccn.proposals.record(plan, proposal, options) end
