---@meta
-- luacheck: ignore
-- What ranking, checks and comparison take and give, for editors.

---@class ccn.rank.options
---@field method "sum"|"topsis"? "sum" if not said
---@field normal "minmax"|"vector"|"ratio"|"share"? For criteria without a scale

---How a value becomes points; docs/ranking.md
---@class ccn.scale
---@field from number? Worth 0
---@field to number? Worth 1
---@field points number[][]? Straight lines between { value, points }
---@field bands number[][]? { upper end, points }, rising
---@field above number? Points above the last band
---@field all number? All or nothing from this value on
---@field deduct number? Points less for each missing item
---@field values table<string, number>? Points of categories
---@field other number? Points of categories that are not listed
---@field out_of number? Points of the best; else the largest of the scale

---@class ccn.criterion
---@field name string
---@field en string?
---@field vi string?
---@field doc string?
---@field field string? Either field
---@field value (fun(row: any): any)? or value
---@field scale ccn.scale?
---@field normal "minmax"|"vector"|"ratio"|"share"? Worth from the data, without a scale
---@field lower boolean? Less is better; with normal
---@field weight number
---@field missing "refuse"|"worst"|"best"|"interval"|"leave out"|{ value: any }
---@field ground string|{ en: string, vi: string }? Where it comes from
---@field labels table<string, { en: string, vi: string }>? Of values, for people
---@field unit string? Of a value that is no field, for people

---@class ccn.gate
---@field name string
---@field en string? The reason shown for who is kept out
---@field vi string?
---@field field string?
---@field value (fun(row: any): any)?
---@field values table<string, boolean>?
---@field least number?
---@field most number?
---@field unknown "refuse"|"pass"|"exclude"
---@field ground string?

---@class ccn.criteria
---@field name string?
---@field version string?
---@field status string|{ en: string, vi: string }|nil
---@field gates ccn.gate[]?
---@field classes table[]? Of Order:classes; then entries have their class
---@field [integer] ccn.criterion

---An order: `for entry in order do`, order[i]
---@class ccn.order
---@field [integer] ccn.order.entry
---@field excluded ccn.order.excluded[]
---@field criteria ccn.criteria The leaves, weights as shares of the whole
---@field tops table[] The first level; parts where a criterion has some
---@field groups table[] Those that have parts, the inner ones first
---@field method "sum"|"topsis"
---@field from_data boolean? Worth is taken from the data
local Order = {}

---The entry of a row or key, ranked or excluded.
---@param who ccn.row|string
---@return ccn.order.entry
function Order:entry(who) end

---The rank; nil and the gate for who is excluded.
---@param who ccn.row|string
---@return integer?, string?
function Order:rank_of(who) end

---Why one stands before the other, and what would make them tie.
---@param one ccn.row|string
---@param other ccn.row|string
---@return string
function Order:why(one, other) end

---The same by another method of the literature (docs/methods.md), which gets
---what the values are worth.
---@param method string
---@param params? table Thresholds are in worth, one for each weight above 0
---@return ccn.by
function Order:by(method, params) end

---The same order by the first level of its criteria alone.
---@return ccn.order
function Order:top() end

---How sure the order is, in sentences; print() and report:order say them too.
---@return string[]
function Order:sure() end

---Classes by thresholds of the score: { { name, from = score }, ..., { name } };
---list[i] has key, class, low, high, certain, and count is by class.
---@param list? table[] Those of the criteria if not said
---@return ccn.told
function Order:classes(list) end

---The two criteria that add most to an entry, in words.
---@param entry ccn.order.entry
---@return string
function Order:mostly(entry) end

---The class of an entry with what else it could be, in words.
---@param entry ccn.order.entry
---@return string
function Order:class_text(entry) end

---The order as a table of text.
---@return string
function Order:table() end

function Order:print() end

---How far each weight can go before the ranking, the first or the best few
---change; docs/robustness.md
---@param options? { top: integer? } How many are the best; 3 if not said
---@return ccn.stability
function Order:stability(options) end

---The smallest change of the weights after which the first no longer leads.
---@return ccn.dethrone
function Order:dethrone() end

---How often each takes each rank when weights are drawn at random (SMAA-2).
---@param options? ccn.acceptability.options
---@return ccn.acceptability
function Order:acceptability(options) end

---Who is worse than one other under every criterion.
---@return ccn.dominated
function Order:dominated() end

---Whether the order of two turns when a third comes or goes.
---@return ccn.reversals
function Order:reversals() end

---An answer: figures, a table of them, and the same as text.
---@class ccn.told
---@field lines string[] What stands above the table
---@field columns table[]
---@field rows any[][]
---@field notes string[] What stands below it
local Told = {}

---{ name =, title =, note =, columns =, rows = }, for ccn.table and
---report:table.
---@return table
function Told:table() end

function Told:print() end

---@class ccn.order.excluded
---@field row ccn.row
---@field key string
---@field excluded_by string Name of the gate
---@field reason string Its title

---@class ccn.order.entry
---@field row ccn.row
---@field key string
---@field index integer Place in the order
---@field rank integer Equal for ties
---@field score number 0 to 1
---@field tie boolean
---@field contributions table<string, number> By criterion; they add up to score
---@field values table<string, any> By criterion
---@field coverage number Share of the weight that is known
---@field low number Least score, however the unknown turns out
---@field high number Greatest score
---@field rank_low integer Best rank, however the unknown turns out
---@field rank_high integer Worst rank
---@field class string? Where the criteria have classes
---@field class_low string? The worst class that it could be
---@field class_high string? The best

---@class ccn.check.options
---@field on string? A day, whose rules and due forms are looked at
---@field packs ccn.rules.pack[]? Further packs of rules
---@field extra? fun(plan: ccn.plan, add: fun(finding: ccn.finding))

---@class ccn.findings
---@field [integer] ccn.finding
local Findings = {}

---How many have this severity.
---@param severity "error"|"warning"|"note"
---@return integer
function Findings:count(severity) end

---Those with this id.
---@param id string
---@return ccn.findings
function Findings:of(id) end

function Findings:print() end

---@class ccn.finding
---@field id string
---@field severity "error"|"warning"|"note"
---@field object any A row, or its name
---@field title string? The object in the language of the reader
---@field field string?
---@field text string|{ en: string, vi: string } With % for each of values
---@field values any[]?
---@field terms table? The figures compared
---@field sources string[]?
---@field order integer? As found

---@class ccn.compare.options
---@field place? fun(plan: ccn.plan): ccn.placement
---@field lines any[][]? More lines: { key, title, function(plan, placement) }
---@field plain boolean? Without the usual lines

---@class ccn.comparison
---@field plans ccn.plan[]
---@field placements ccn.placement[]
---@field rows { key: string, title: string, cells: any[] }[]
---@field by_key table<string, any[]>
local Comparison = {}

---The cell of a line in a column.
---@param key string
---@param column integer
---@return any
function Comparison:get(key, column) end

---A cell of a line as people read it.
---@param row { key: string, title: string, cells: any[], digits: integer? }
---@param column integer
---@return string
function Comparison.text(row, column) end

---Add a line by a function of plan and placement.
---@param key string
---@param title string
---@param value fun(plan: ccn.plan, placement: ccn.placement?): any
---@param digits? integer Decimals shown of a number
function Comparison:line(key, title, value, digits) end

---Add a line with a cell for each plan.
---@param key string
---@param title string
---@param cells any[]
---@param digits? integer
function Comparison:add(key, title, cells, digits) end
