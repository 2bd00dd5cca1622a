---@meta
-- luacheck: ignore
-- What scripts find in `ccn`, for editors.  Nothing here runs: `ccn describe
-- luals` prints it behind the tables and fields, which follow from the model.

---The table of every script
---@class ccn
---@field args table<string|integer, string> k=v as args.k, others as [1], ...
---@field script string Path of the script that runs
---@field engine table What ccn.rank and ccn.place call; not for scripts
ccn = {}

---An empty plan.
---@param name string One line of text
---@return ccn.plan
function ccn.new(name) end

---The plan in a file, which is only read.
---@param path string In a folder that this run may read
---@return ccn.plan
function ccn.open(path) end

---Whether there is a file that this run may read.
---@param path string
---@return boolean
function ccn.exists(path) end

---The names of all tables.
---@return string[]
function ccn.tables() end

---The fields of a table of the model.
---@param table string
---@return ccn.field[]
function ccn.fields(table) end

---Order rows by criteria; docs/ranking.md.
---@param selection ccn.selection
---@param criteria ccn.criteria
---@param options? ccn.rank.options
---@return ccn.order
function ccn.rank(selection, criteria, options) end

---Find cluster and year for enterprises; docs/placing.md.
---@param plan ccn.plan
---@param order ccn.order|ccn.selection Who goes before whom
---@param options ccn.place.options
---@return ccn.placement
function ccn.place(plan, order, options) end

---Land of each cluster by stage and year; docs/placing.md.
---@param plan ccn.plan
---@param options { years: integer[], clusters: ccn.selection?, placement: ccn.placement? }
---@return ccn.ledger
function ccn.ledger(plan, options) end

---What contradicts itself in a plan, and what is missing; docs/checks.md.
---@param plan ccn.plan
---@param options? ccn.check.options
---@return ccn.findings
function ccn.check(plan, options) end

---Lay plans side by side, a column for each; docs/scenarios.md.
---@param plans ccn.plan[]
---@param options? ccn.compare.options
---@return ccn.comparison
function ccn.compare(plans, options) end

---A report to fill, for the terminal and as a page; docs/reports.md.
---@param options ccn.report.options
---@return ccn.report
function ccn.report(options) end

---Write a file that the command line names, or one in a folder given with
-----write; whole, or not at all.
---@param path string
---@param bytes string
function ccn.save_file(path, bytes) end

---Not for scripts: the next line of the person at the prompt; nil and
---"interrupted" after ^C, nil at the end.
---@param prompt string
---@param completer? fun(line: string): string
---@return string?, string?
function ccn.read_line(prompt, completer) end

---Not for scripts: as pcall, and what interrupted it is over when it ends.
---@param call function
---@param ... any
---@return boolean, any ...
function ccn.attempt(call, ...) end

---Not for scripts: a file of the folder of shipped scripts; nil when it is not there.
---@param name string
---@return string?
function ccn.shipped(name) end

---A text file as it is, up to 16 MiB.
---@param path string
---@return string
function ccn.text(path) end

---Not for scripts: a file beside the program, where optional modules are.
---@param name string
---@return string?
function ccn.beside(name) end

---What the run has read so far, and what it runs with.  The SHA-256 of a plan
---is that of what it says, not of the bytes of its file: the log of runs and what
---other programs keep beside the plan do not count.
---@return { seed: integer, versions: table<string, string>, inputs: { path: string, kind: string, sha256: string? }[] }
function ccn.provenance() end

---The SHA-256 of bytes, as 64 hexadecimal digits.
---@param bytes string
---@return string
function ccn.sha256(bytes) end

---A table as aligned text.
---@param description ccn.table.description
---@return string
function ccn.table(description) end

---The cells of a CSV file as texts; blank ones are nil.
---@param path string
---@param options? ccn.csv.options
---@return { headings: string[], rows: table[], decimal: string? }
function ccn.csv(path, options) end

---The number in a text, or nil and why it is none.
---@param text string?
---@param decimal? "point"|"comma"
---@param from? string Unit of the text
---@param to? string Unit wanted; the conversion is exact
---@return number?, string?
function ccn.number(text, decimal, from, to) end

---Run another script of a folder that this run may read.
---@param path string
---@return any ...
function ccn.dofile(path) end

---The language of the person who reads.
---@return "en"|"vi"
function ccn.lang() end

---The name that was probably meant, or nil.
---@param name string
---@param names string[]
---@return string?
function ccn.nearest(name, names) end

---Columns that a text takes on a terminal.
---@param text string
---@return integer
function ccn.width(text) end

---Write bytes without a line break.
---@param bytes string
function ccn.write(bytes) end

---@class ccn.table.column
---@field title string
---@field align "left"|"right"?
---@field width integer? At most; longer texts are wrapped

---@class ccn.table.description
---@field columns (string|ccn.table.column)[]
---@field rows any[][] Cells; nil is shown as –
---@field width integer? Of the whole, 100 if not said

---@class ccn.csv.options
---@field decimal "point"|"comma"? For ccn.number, by way of the result
---@field separator "comma"|"semicolon"|"tab"? Else that of the first line

---@class ccn.import.options: ccn.csv.options
---@field policy "add"|"update"|"both"? "add": all rows are new
---@field clear boolean? Blank cells make known values unknown
---@field headings table<string, string>? Field of a heading; "" leaves it out

---@class ccn.export.options: ccn.csv.options
---@field bom boolean? Marked as UTF-8, for spreadsheets

---@alias ccn.kind
---| "number"
---| "whole"
---| "money"
---| "area"
---| "text"
---| "choice"
---| "set"
---| "date"
---| "flag"
---| "reference"
---| "shape"

---A field of one's own
---@class ccn.define.field
---@field name string Begins with x_
---@field kind ccn.kind? "text" if not said; no "reference" and no "shape"
---@field unit string?
---@field min number?
---@field max number?
---@field choices string[]?
---@field en string?
---@field vi string?
---@field doc string?

---@class ccn.field
---@field name string
---@field kind ccn.kind
---@field unit string "" for none
---@field en string
---@field vi string
---@field doc string?
---@field calculated boolean It follows from other fields and cannot be set
---@field refers string? Table that a reference or a set of keys leads to
---@field labels string[]? The choices in the language of the reader
---@field choices string[]?

---A plan, or a fork of one
---@class ccn.plan
local Plan = {}

---@return string
function Plan:name() end

---A plan that starts equal and goes its own way.
---@param name string
---@return ccn.plan
function Plan:fork(name) end

---Free the memory now; rows and selections of it are gone.
function Plan:close() end

---Add a row; the key is needed.
---@param table string
---@param values table<string, any>
---@return ccn.row
function Plan:add(table, values) end

---Remove a row that no other row refers to.
---@param row ccn.row
function Plan:remove(row) end

---Add a field of one's own.
---@param table string
---@param field ccn.define.field
function Plan:define(table, field) end

---The fields of a table with those of one's own.
---@param table string
---@return ccn.field[]
function Plan:fields(table) end

---What has changed since the fork was made, or the plan opened or saved.
---@return ccn.changes
function Plan:changes() end

---What turns this plan into the other.
---@param other ccn.plan
---@return ccn.changes
function Plan:diff(other) end

---Apply changes, all or nothing.
---@param changes ccn.changes
function Plan:apply(changes) end

---Become the fork, which is closed.
---@param fork ccn.plan
function Plan:adopt(fork) end

---The fork's changes on top of a plan that has moved on; nil when refused.
---@param plan ccn.plan
---@param policy? "refuse"|"ours"|"theirs" "ours" is what the fork says
---@return ccn.plan?
---@return ccn.conflict[]
function Plan:rebase(plan, policy) end

---Save, to the file it was opened from or another.
---@param path? string
function Plan:save(path) end

---Take a CSV file into a table, all of it or nothing; docs/formats.md.
---@param path string
---@param table string
---@param options? ccn.import.options
---@return integer rows
function Plan:import(path, table, options) end

---A table as the text of a CSV file.
---@param table string
---@param options? ccn.export.options
---@return string
function Plan:export(table, options) end

---A row of a table; its fields read and write like those of a table in Lua
---@class ccn.row
---@field key string
local Row = {}

---The name of its table.
---@return string
function Row:table() end

---A value as text, in the unit of the field; "" when not known.
---@param field string
---@return string
function Row:text(field) end

---Kilometres between the centres of two rows with places (great circle); nil
---when a place is not known.
---@param other ccn.row
---@return number?
function Row:distance(other) end

---The same, but a choice as the word for it in the language of the reader.
---@param field string
---@return string
function Row:label(field) end

---Some rows of one table in an order: `for row in selection do`, #selection,
---selection[i]
---@class ccn.selection
---@operator len: integer
---@overload fun(_: any, last: ccn.row?): ccn.row?
---@field [integer] ccn.row
local Selection = {}

---The rows with these values, or those for which the function gives true.
---@param test table<string, any>|fun(row: any): any
---@return ccn.selection
function Selection:where(test) end

---By a field; unknown ones last, ties by key.
---@param field string
---@param order? "asc"|"desc"
---@return ccn.selection
function Selection:sort(field, order) end

---Groups by the value of a field.
---@param field string
---@return { value: any, rows: ccn.selection }[]
function Selection:group(field) end

---The sum, nil when one is not known ("known": of the known ones), and how
---many are not known.
---@param field string
---@param of? "all"|"known"
---@return number?, integer
function Selection:sum(field, of) end

---The least known value and its row.
---@param field string
---@return any, ccn.row?
function Selection:min(field) end

---The greatest known value and its row.
---@param field string
---@return any, ccn.row?
function Selection:max(field) end

---The rows where a field is not known.
---@param field string
---@return ccn.selection
function Selection:unknown(field) end

---The values of a field, false where not known.
---@param field string
---@return any[]
function Selection:column(field) end

---@return string[]
function Selection:keys() end

---The first row, or nil.
---@return any
function Selection:first() end
