---@meta
-- luacheck: ignore
-- Reports, for editors.

---@class ccn.report.options
---@field title string
---@field kicker string? One line above: day, place
---@field question string?
---@field answer string|string[]|nil Sentences

---@class ccn.report.column
---@field title string
---@field unit string?
---@field kind "text"|"number"|"money"|"percent"|"date"|"bar"|nil "text" if not said
---@field digits integer? Decimals shown; the page keeps all of them
---@field align "left"|"right"?
---@field width integer? At most, on a terminal
---@field page boolean? Only the page shows it

---@class ccn.report.table
---@field name string? Stands in addresses and names of CSV files
---@field title string?
---@field note string?
---@field columns (string|ccn.report.column)[]
---@field rows any[][] Raw values, nil where not known, or { text =, value = }

---@class ccn.report.chart
---@field name string?
---@field title string?
---@field note string?
---@field spec table Vega-Lite
---@field alt string What it shows, in words
---@field table ccn.report.table? Its numbers
---@field beside string? Or the name of a table of the report that has them

---A report; its pieces give it back, so that calls can follow each other
---@class ccn.report
local Report = {}

---@param title string
---@param name? string Stands in the address
---@return ccn.report
function Report:section(title, name) end

---@param title string
---@return ccn.report
function Report:subsection(title) end

---A paragraph.
---@param text string
---@return ccn.report
function Report:text(text) end

---A point of a list.
---@param text string
---@return ccn.report
function Report:item(text) end

---A text that is laid out already.
---@param text any
---@return ccn.report
function Report:plain(text) end

---@param description ccn.report.table
---@return ccn.report
function Report:table(description) end

---@param description ccn.report.chart
---@return ccn.report
function Report:chart(description) end

---Blocks that a terminal does without.
---@param call fun(report: ccn.report)
---@return ccn.report
function Report:on_page(call) end

---Who goes before whom, with what each criterion adds.
---@param order ccn.order
---@param options? { name: string?, title: string?, most: integer?, columns: table[]? }
---@return ccn.report
function Report:order(order, options) end

---How sure an order is: stability of the weights, rank acceptability, what
---dethrones the first; options are those of order:acceptability and `name`.
---@param order ccn.order
---@param options? table
---@return ccn.report
function Report:robustness(order, options) end

---Who goes where and when, who waits and why.
---@param placement ccn.placement
---@param options? { name: string?, columns: table[]? }
---@return ccn.report
function Report:placement(placement, options) end

---The clusters whose place is known, and the names of the others.
---@param plan ccn.plan
---@param options? { name: string?, title: string?, clusters: ccn.selection? }
---@return ccn.report
function Report:map(plan, options) end

---What the rules of a day say of each cluster, and a map of it.
---@param plan ccn.plan
---@param findings ccn.findings Of the same day
---@param options { on: string, packs: ccn.rules.pack[]? }
---@return ccn.report
function Report:rules(plan, findings, options) end

---What has fired and what is watched; on the page the values behind it.
---@param found ccn.triggers.found
---@param options? { name: string? }
---@return ccn.report
function Report:triggers(found, options) end

---The triggers of a set in the futures of a sweep, with lines on the page.
---@param seen ccn.triggers.futures
---@param options? { name: string? }
---@return ccn.report
function Report:futures(seen, options) end

---What opens and who moves, by year.
---@param options { phases: ccn.phase[]?, placement: ccn.placement?, marks: { date: string, text: string }[]?, name: string?, title: string? }
---@return ccn.report
function Report:timeline(options) end

---Need and money by year and source.
---@param options { plan: ccn.plan?, needs: table[]?, money: table[]?, name: string?, title: string?, note: string? }
---@return ccn.report
function Report:money(options) end

---Plans side by side, who gains and who loses.
---@param comparison ccn.comparison
---@param options? { name: string?, title: string?, pictures: string[]? }
---@return ccn.report
function Report:compare(comparison, options) end

---What the checks found.
---@param findings ccn.findings
---@param options? { name: string?, title: string? }
---@return ccn.report
function Report:findings(findings, options) end

---What ccn.sobol, morris, pawn, regression, tornado, prim or robustness found:
---sentences, table, pictures.
---@param found ccn.sensitivity|ccn.prim|ccn.robustness
---@param options? { name: string? }
---@return ccn.report
function Report:sensitivity(found, options) end

---What the report was made from; call it last.
---@return ccn.report
function Report:provenance() end

---One HTML file as text.
---@return string
function Report:html() end

---Write the page to a file that the command line names.
---@param path string
function Report:save(path) end

function Report:print() end
