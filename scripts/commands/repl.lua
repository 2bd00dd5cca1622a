--- `ccn repl [PLAN]`: type statements and see what they give.  docs/prompt.md
--
--     ccn repl laocai.gpkg
--     > plan:cluster("Âu Lâu").total_area
--     50.0
--
-- `plan` is the plan of the command line; fork, diff and save are there
-- without a dot.  An error, or ^C, ends a statement and not the prompt.

local Session = require "repl.session"
local try     = require "commands.try"
local wording = require "wording"

local path = ccn.args[1]
local plan = path and try(ccn.open, path) or ccn.new "plan"

local session = Session.new(plan, path)
local failed = session:run()

-- With nobody at the terminal, a statement that failed is a failed command.
if failed > 0 and not session.person then
    local text = { en = "%d {statement|statements} failed",
                   vi = "%d câu lệnh bị lỗi" }
    error(wording.fill(text[ccn.lang()], failed), 0)
end
