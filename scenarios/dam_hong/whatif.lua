--- What if: the forks side by side, money, and the two rule sets.

local figures = require "figures"
local forks   = require "forks"
local funds   = require "funds"
local law     = require "law"
local layout  = require "layout"
local moves   = require "moves"
local say     = require "words" "whatif"

local expand    = require "rules.expand"
local procedure = require "rules.procedure"
local days      = require "rules.days"

local whatif = {}

--- What a fork has in a year, and what its waves lack in all.
local function money_lines(close)
    local lines = {}
    for i, y in ipairs(funds.of(close).years) do
        lines[i] = { "money " .. y.year, say("money", y.year), function(fork)
            return funds.of(fork).years[i].money / 1e9
        end, digits = 2 }
    end
    lines[#lines + 1] = { "short", say "short", function(fork)
        return funds.of(fork).short / 1e9
    end, digits = 2 }
    return lines
end

--- The most that any placement with the same goal can settle.
local function best_line(case, options)
    return { "best", say "best", function(fork)
        local o = { mode = "best", anywhere = options(fork) }
        return #moves.place(fork, case, o).placed
    end }
end

function whatif.compute(case, close)
    local elsewhere = forks.elsewhere(close)
    local list = { close, forks.late(close), forks.less(close),
                   forks.dry(close), forks.none(close), elsewhere }
    local function anywhere(fork)
        return fork == elsewhere
    end
    local lines = money_lines(close)
    table.insert(lines, 1, best_line(case, anywhere))
    local contingency = case.plan:observation("cost/contingency").value
    local less = funds.of(list[3])
    return {
        forks = list, elsewhere = elsewhere, less = less,
        beyond = less.short - contingency,
        together = ccn.compare(list, { lines = lines,
            place = function(fork)
                return moves.place(fork, case, { anywhere = anywhere(fork) })
            end,
        }),
        sets = whatif.rule_sets(case, close),
    }
end

local function result_of(answer, name)
    for _, check in ipairs(answer) do
        if check.name == name then
            return say(check.result)
        end
    end
end

--- The two rule sets, by the day of the dossier.
function whatif.rule_sets(case, close)
    local since = case.book:rule("N303-EXP-FILL").valid_from
    local list, answers, starts = {}, {}, {}
    for i, on in ipairs { days.add(since, -1), since } do
        list[i] = close:fork(say("dossier", figures.date(on)))
        answers[list[i]:name()] =
            expand(case.book, law.case_of(case, on))
        starts[list[i]:name()] =
            procedure.latest_start(case.book, on, law.decide_by(case))
    end
    local function line(name)
        return { name, say(name), function(fork)
            return result_of(answers[fork:name()], name)
        end }
    end
    return ccn.compare(list, { plain = true, lines = {
        line "area", line "fill", line "infrastructure",
        { "result", say "result", function(fork)
            return say(answers[fork:name()].result)
        end },
        { "start", say "start", function(fork)
            return figures.date(starts[fork:name()])
        end },
    } })
end

--- Who waits in a column, what binds, and what would place them.
local function waiting_rows(placement)
    local rows = {}
    for i, move in ipairs(placement.waiting) do
        rows[i] = { move.key, move.reason,
                    move.change and move.change.text or "–" }
    end
    return rows
end

function whatif.show(found, smallest, wave_one)
    local function of(key, column)
        return found.together:get(key, column)
    end
    layout.heading(say "title", "whatif")
    layout.report:compare(found.together)
    layout.item(say("late text", of("wave 2028", 2), smallest,
                    wave_one, of("wave 2029", 2)))
    layout.item(say("less text", figures.vnd(found.less.short),
                    figures.bn(found.beyond, 2)))
    layout.item(say "dry text")
    layout.item(say("none text", of("placed", 5), of("best", 5), smallest,
                    of("placed", 6), of("best", 6)))
    layout.text(say "waits")
    layout.table("waiting", { say "who", say "binds", say "would" },
                 waiting_rows(found.together.placements[#found.forks]))
    layout.report:compare(found.sets, { name = "dossiers",
                                        title = say "sets" })
    layout.item(say "sets text")
end

return whatif
