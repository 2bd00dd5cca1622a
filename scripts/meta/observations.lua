---@meta
-- luacheck: ignore
-- Observations and the forms of Circular 14/2024, for editors;
-- docs/observations.md.

---@class ccn.observations.options
---@field period string "2026-6m" (15 Dec to 14 June) or "2026" (15 Dec to 14 Dec)
---@field on string? Only what was received by this day

---A sum over clusters or enterprises; units are those of the form
---@class ccn.observations.sum
---@field value number? nil when a part is not known
---@field known number? Sum of the parts that are known
---@field unknown string[] Keys of those whose part is not known
---@field count integer Parts in all
---@field from { plan: integer, observation: integer }

---@class ccn.observations.reporter
---@field form "01"|"02"|"03"|"04"
---@field subject string Key of the enterprise, cluster or unit
---@field due string It must be in before this day
---@field received string?
---@field state "in time"|"late"|"missing"|"expected"|"undated"
---@field days integer? Days late, or missing by `on`

---A reported figure that is not the sum of what lies below it
---@class ccn.observations.cell
---@field form "03"|"04"
---@field subject string
---@field indicator string
---@field reported number
---@field computed number
---@field error number reported - computed
---@field from "clusters"|"units"|"form" What it was computed from
---@field observation ccn.observation

---Form 04 of a period, [1] to [27]; prints as text
---@class ccn.observations.form04
---@field filled integer Cells that have a value
---@field reporters ccn.observations.reporter[]
---@field cells ccn.observations.cell[]
---@field [integer] { number: integer, key: string, name: string, unit: string, value: number?, from: string }
local Form = {}

---As a report, for the terminal and as a page.
---@return ccn.report
function Form:report() end

---@return string
function Form:csv() end

---To a file that ends in .csv or .html.
---@param path string
function Form:save(path) end

---How many reporters are in a state.
---@param state string
---@return integer
function Form:count(state) end

---Dated figures with source and reporter
---@class ccn.observations
ccn.observations = {}

---The observations in force: corrected ones are left out, drafts too.
---@param plan ccn.plan
---@param options? { period: string?, form: string?, indicator: string?, on: string?, draft: boolean? }
---@return ccn.observation[]
function ccn.observations.current(plan, options) end

---Take a half-yearly form into a plan, all of it or nothing.
---@param plan ccn.plan
---@param path string
---@param options { form: "01"|"02"|"03"|"04", period: string, decimal: ("point"|"comma")?, separator: string? }
---@return { added: integer, corrected: integer, same: integer }
function ccn.observations.take(plan, path, options) end

---The indicators of forms 03 and 04 from what lies below them.
---@param plan ccn.plan
---@param options { period: string, unit: string?, on: string? }
---@return table<string, ccn.observations.sum>
function ccn.observations.rollup(plan, options) end

---Who has to report for a period, and who did.
---@param plan ccn.plan
---@param options ccn.observations.options
---@return ccn.observations.reporter[]
function ccn.observations.reporters(plan, options) end

---The reported figures that are not the sums they should be.
---@param plan ccn.plan
---@param options ccn.observations.options
---@return ccn.observations.cell[]
function ccn.observations.compare(plan, options) end

---Form 04 of a period, filled from the observations and the plan.
---@param plan ccn.plan
---@param options ccn.observations.options
---@return ccn.observations.form04
function ccn.observations.form04(plan, options) end

---First and last day of a period, and before which days its forms are due.
---@param name string
---@return { name: string, year: integer, from: string, to: string, due: table<string, string> }?
function ccn.observations.period(name) end
