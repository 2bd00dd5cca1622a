---@meta
-- luacheck: ignore
-- Lists of changes and conflicts, for editors.

---A list of changes: #list, list[i], print(list)
---@class ccn.changes
---@operator len: integer
---@field [integer] ccn.change
local Changes = {}

function Changes:print() end

---@class ccn.change
---@field op "define"|"add"|"set"|"remove"|"undefine"
---@field table string
---@field key string?
---@field field string?
---@field old any
---@field new any

---A cell that both plans changed, or a row that one changed and one removed
---@class ccn.conflict
---@field table string
---@field key string
---@field field string? nil: the whole row
---@field scenario string? Of a kept scenario: whose change it is
---@field base any
---@field ours any What the fork says
---@field theirs any What the plan says

