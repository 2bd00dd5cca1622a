--- A proposal in words.

local figures = require "figures"
local money   = require "propose.money"
local rules   = require "propose.rules"
local value   = require "propose.value_text"
local wording = require "wording"

local say = wording.of(require "lang.propose")

local text = {}

text.say = say

--- From observation to action, a line each; each that fired has a number.
function text.ground(self)
    local lines = {}
    for i, one in ipairs(self.fired) do
        local entry, action = one.entry, one.action
        local last = entry.states[#entry.states]
        lines[#lines + 1] = say("trigger", i, entry.trigger.id, entry.subject,
                                self.evaluated.why(entry))
        if last.observations and #last.observations > 0 then
            lines[#lines + 1] = say("observed",
                                    table.concat(last.observations, ", "))
        end
        if entry.trigger.ground then
            lines[#lines + 1] = say("ground",
                                    wording.title(entry.trigger.ground))
        end
        lines[#lines + 1] = say("action", action.id, action[ccn.lang()])
        for _, line in ipairs(one.world) do
            lines[#lines + 1] = say("world", line)
        end
    end
    return lines
end

local function at(move)
    return move and ("%s %d"):format(move.cluster, move.year) or say "waits"
end

--- What a change gains and gives up against that of the least change, where
-- the two differ.
local function rather(self, found, change)
    local least = self:alternative "least"
    local other = least.moves[change.key]
    if found == least or at(other) == at(change.to) then
        return ""
    end
    local list = value.differences(self, change.key, other, change.to)
    return say("rather", at(other), #list > 0 and table.concat(list, ", ")
               or say "for others")
end

--- Each change of an alternative with its reason and the numbers of what
-- fired behind it, a line each.
function text.changes(self, found)
    local lines = {}
    for i, change in ipairs(found.changes) do
        local chain = self:chain(change)
        lines[i] = say(chain.direct and "change" or "change of others",
                       change.key, at(change.from), at(change.to),
                       chain.constraint, table.concat(chain.fired, ", "))
            .. rather(self, found, change)
    end
    return lines
end

text.rules, text.costs, text.money = rules, money.costs, money.lines
text.parts, text.missing = money.parts, money.missing

--- The whole chain, for the record of a version.
function text.reason(self, found)
    local lines = text.ground(self)
    for _, part in ipairs { text.changes(self, found),
                            rules(self, { found }),
                            value.lines(self, found, text.name),
                            { say("costs", text.name(found)) },
                            text.costs(self, found) } do
        table.move(part, 1, #part, #lines + 1, lines)
    end
    return table.concat(lines, "\n")
end

--- The name of an alternative, with those that are the same.
function text.name(found)
    local names = { say(found.id) }
    for _, also in ipairs(found.also or {}) do
        names[#names + 1] = say(also)
    end
    return table.concat(names, " = ")
end

local function percent(share)
    return share and figures.number(100 * share, 0)
end

function text.rows(self)
    local rows = {}
    for i, found in ipairs(self.alternatives) do
        rows[i] = { text.name(found), #found.changes,
                    wording.number(found.size, "%.6g"),
                    #found.placement.placed,
                    figures.number(found.land, 2), money.cost(found),
                    wording.number(found.value, "%.6g"),
                    found.gap and wording.number(100 * found.gap, "%.2g"),
                    percent(found.beats), found.regret
                        and wording.number(found.regret, "%.6g") }
    end
    return rows
end

text.columns = { "alternative", "changes", "size", "placed", "land", "cost",
                 "value", "gap", "beats", "regret" }

local function list_of(keys)
    return #keys > 0 and table.concat(keys, ", ") or say "nobody"
end

local function add(lines, more)
    for _, line in ipairs(more) do
        lines[#lines + 1] = "  " .. line
    end
end

--- What the shares and regrets rest on, a line each.
function text.futures(self)
    if not self.futures then
        return { say "no futures" }
    end
    local factors, lines = {}, {}
    for factor in pairs(self.options.futures.factors) do
        factors[#factors + 1] = factor
    end
    lines[1] = say("futures", self.futures.n, table.concat(factors, ", "))
    if self.futures.failed > 0 then
        lines[2] = say("failed futures", self.futures.failed)
    end
    return lines
end

--- A table of which all but the first columns, one if not said, are figures.
local function shown(titles, rows, left)
    local columns = {}
    for i, title in ipairs(titles) do
        columns[i] = i > (left or 1) and { title = title, align = "right" }
            or title
    end
    return tostring(ccn.table { columns = columns, rows = rows, width = 160 })
end

local function alternatives(self, lines)
    local titles = {}
    for i, column in ipairs(text.columns) do
        titles[i] = say(column)
    end
    lines[#lines + 1] = shown(titles, text.rows(self))
    local more = text.futures(self)
    table.move(more, 1, #more, #lines + 1, lines)
    lines[#lines + 1] = say "value of"
    lines[#lines + 1] = shown(value.columns(self, text.name), value.rows(self),
                              2)
    add(lines, value.notes(self))
    add(lines, value.taxes(self, text.name))
end

local function reasons(self, found, lines)
    local gains, loses, sooner = self:touched(found)
    lines[#lines + 1] = say("why", text.name(found))
    add(lines, { say("gains", list_of(gains)), say("loses", list_of(loses)) })
    if #sooner > 0 then
        add(lines, { say("sooner", list_of(sooner)) })
    end
    add(lines, text.changes(self, found))
end

function text.whole(self)
    local lines = { say("title", figures.date(self.day)) }
    add(lines, text.ground(self))
    lines[#lines + 1] = say("fixed", self.fixed, say("window " .. self.window))
    lines[#lines + 1] = value.tax(self)
    if self.infeasible then
        lines[#lines + 1] = say("infeasible", self.infeasible)
    end
    alternatives(self, lines)
    for _, found in ipairs(self.alternatives) do
        lines[#lines + 1] = say("costs", text.name(found))
        add(lines, text.costs(self, found))
    end
    local there = money.lines(self)
    if #there > 0 then
        lines[#lines + 1] = say "money there"
        add(lines, there)
    end
    for _, line in ipairs(rules(self, self.alternatives)) do
        lines[#lines + 1] = line
    end
    lines[#lines + 1] = say("left out", list_of(self:left_out()))
    for _, found in ipairs(self.alternatives) do
        if #found.changes > 0 then
            reasons(self, found, lines)
        end
    end
    return table.concat(lines, "\n")
end

return text
