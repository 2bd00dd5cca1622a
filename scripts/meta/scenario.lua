---@meta
-- luacheck: ignore
-- What a script declares, for editors.

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
