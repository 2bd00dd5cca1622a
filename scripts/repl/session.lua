--- A session at the prompt: reads statements, runs them, shows what they give.

local complete = require "repl.complete"
local help     = require "repl.help"
local show     = require "repl.show"

local say = require "wording".of(require "lang.repl")

local Session = {}
Session.__index = Session

local PROMPT, MORE = "> ", ">> "

--- What a session adds to the names that scripts have.
local function add_words(self)
    local names = _G
    names.plan = self.plan
    names.show = show.print
    names.help = help.print
    function names.fork(name)
        return names.plan:fork(name)
    end
    function names.diff(one, other)
        return (one or names.plan)[other and "diff" or "changes"](
            one or names.plan, other)
    end
    function names.save(path)
        self:save(path)
    end
end

function Session.new(plan, path)
    local self = setmetatable({ plan = plan, path = path, failed = 0,
                                person = ccn.args.person == "yes" }, Session)
    add_words(self)
    return self
end

--- Shows what would be written; the parent asks before it writes.
function Session:save(path)
    local plan = _G.plan
    local changes = plan:changes()
    if #changes == 0 and not path then
        print(say "nothing to save")
        return
    end
    print(changes)
    plan:save(path or self.path)
    print(say("saved", path or self.path))
end

--- The statement of the lines so far: a function, or nil, why not, and whether
-- more lines may make one of it.
local function compiled(text)
    local call, wrong = load("return " .. text, "=prompt", "t")
    if call then
        return call
    end
    local statement, why = load(text, "=prompt", "t")
    local unfinished = not statement
        and (why:find "<eof>$" or wrong:find "<eof>$")
    return statement, why, unfinished ~= nil and unfinished ~= false
end

--- The next whole statement; nil at the end of the input.
function Session.read()
    local text, why = ccn.read_line(PROMPT, complete)
    if not text then
        return nil, why
    end
    while true do
        if text:find "^%s*$" or text:find "^%s*%?" then
            return text
        end
        local call, _, unfinished = compiled(text)
        if call or not unfinished then
            return text
        end
        local more, cut = ccn.read_line(MORE, complete)
        if not more then
            return cut == "interrupted" and "" or text
        end
        text = text .. "\n" .. more
    end
end

--- An error of a statement, without the place that is always the same.
local function complaint(why)
    why = tostring(why):gsub("^prompt:1: ", "")
    return (why:gsub("^[^\n]-/scripts/repl/session%.lua:%d+: ", ""))
end

function Session:fail(why)
    self.failed = self.failed + 1
    print(say("error", complaint(why)))
end

--- Runs one statement; results are shown, errors said.
function Session:execute(text)
    if text:find "^%s*$" then
        return
    end
    local topic = text:match "^%s*%?%s*(.-)%s*$"
        or text:find "^%s*help%s*$" and ""
    if topic then
        help.print(topic)
        return
    end
    local call, wrong = compiled(text)
    if not call then
        self:fail(wrong)
        return
    end
    local results = table.pack(call())
    for i = 1, results.n do
        show.print(results[i])
    end
end

--- At the end of the input: whether to go, asked when something is unsaved.
function Session:leaves()
    local changes = _G.plan:changes()
    if #changes == 0 or not self.person then
        return true
    end
    local answer = ccn.read_line(say("leave", #changes))
    return not answer or answer:lower() == "y" or answer:lower() == "c"
end

--- exit and quit leave, as long as nothing is called so.
local function is_farewell(text)
    local word = text and text:match "^%s*(%a+)%s*$"
    return (word == "exit" or word == "quit") and _G[word] == nil
end

--- One statement, whatever becomes of it; false at the end.
local function step(self)
    local text, why = Session.read()
    if is_farewell(text) then
        return not self:leaves()
    elseif text then
        self:execute(text)
    elseif why ~= "interrupted" then
        return not self:leaves()
    end
    return true
end

--- Until the person leaves; how many statements failed.
function Session:run()
    if self.person then
        print(say("welcome", self.plan:name(), #self.plan:clusters(),
                  #self.plan:enterprises()))
    end
    while true do
        local done, result = ccn.attempt(step, self)
        if not done then
            self:fail(result)
        elseif not result then
            return self.failed
        end
    end
end

return Session
