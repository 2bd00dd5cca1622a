---@meta
-- luacheck: ignore
-- What a script declares, and scenarios that are kept, for editors.

---What the script asks and what it can be told; first of all in a script.
---Gives the values after defaults; refuses words of the command line that are
---unknown, of the wrong kind or out of range.  docs/scenarios.md
---@param declaration ccn.declaration
---@return table<string, any>
function ccn.scenario(declaration) end

---The parameters alone: ccn.scenario { parameters = ... }.
---@param parameters table<string, ccn.parameter>
---@return table<string, any>
function ccn.parameters(parameters) end

---@class ccn.declaration
---@field question (string|{ en: string, vi: string })?
---@field parent string? Scenario that this one builds on
---@field parameters table<string, ccn.parameter>?

---A parameter; from the command line as NAME=VALUE
---@class ccn.parameter
---@field en string What it means
---@field vi string
---@field kind "whole"|"number"|"text"|"choice"|"flag"|"date"|"file"? Follows from default or choices
---@field default any? Else the value is nil when not said
---@field needed boolean? It must be said
---@field least number?
---@field most number?
---@field unit (string|{ en: string, vi: string })?
---@field choices string[]?

---Keep the fork in the plan file, as its changes against its parent: the nearest
---of those it was forked from that is kept, else the plan.  The question is, if
---not said, that of ccn.scenario.
---@param about? { question: string?, parent: (string|false)? } parent false: the plan
function Plan:keep(about) end

---The fork kept under this name, with what its ancestors change below.
---@param name string
---@return ccn.plan
---@param policy? "refuse"|"ours"|"theirs" when the plan has moved on in the same cells
---@return ccn.conflict[]? conflicts
function Plan:scenario(name, policy) end

---The names of the forks that are kept, and by name what is known of each.
---@return string[]
---@return table<string, { parent: string?, question: string?, parameters: string?, changes: integer }>
function Plan:scenarios() end

---Make the plan in the file what the kept scenario is, which is none then; its
---own scenarios become those of the plan.  Refused for conflicts.
---@param name string
function Plan:promote(name) end

---Throw a kept scenario away; refused while others have it as their parent.
---@param name string
---@param reach? "one"|"all" "all": those others as well
function Plan:discard(name, reach) end
