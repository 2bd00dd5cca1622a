--- How long an engine may work, and who is told of it: the options of ccn.place
-- and ccn.schedule.
--
--   seconds, steps   at most so long, at most so many
--   gap              a share: near enough to the best is enough
--   seed, threads
--   watch            "print", or function({ seconds =, total =, bound =, steps
--                    = }), told now and then; false stops

local wording = require "wording"

local say = wording.of(require "lang.work")

local work = {}

--- The kinds, for shape.check.
work.FIELDS = { seconds = "number", steps = "number", gap = "number",
                seed = "integer", threads = "integer",
                watch = '"print"|function(progress)' }

--- Put these fields beside those of the caller.
function work.with(fields)
    for name, kinds in pairs(work.FIELDS) do
        fields[name] = kinds
    end
    return fields
end

--- Beyond its kind, whether each says something that can be done.
function work.check(options)
    local steps, threads = options.steps, options.threads
    if options.seconds and options.seconds < 0 then
        error(say("bad_seconds", wording.value(options.seconds)), 0)
    elseif steps and (steps < 1 or steps % 1 ~= 0) then
        error(say("bad_steps", wording.value(steps)), 0)
    elseif options.gap and not (options.gap >= 0 and options.gap < 1) then
        error(say("bad_gap", wording.value(options.gap)), 0)
    elseif threads and threads < 1 then
        error(say("bad_threads", threads), 0)
    end
end

--- How far a total is from its bound, whichever is above.
local function gap_of(total, bound)
    return total ~= 0 and math.abs(total - bound) / math.abs(total) or 0
end

local EVERY = 2 -- seconds between two lines

--- What is told while the engine works; "print" prints a line now and then, by
-- a text with seconds, total, bound and gap.
function work.watch(watch, text)
    if watch ~= "print" then
        return watch
    end
    local last, next_at = 0, EVERY
    return function(progress)
        local begins = progress.seconds < last -- another search
        next_at = begins and EVERY or next_at
        last = progress.seconds
        if last < next_at or not (progress.total and progress.bound) then
            return true
        end
        next_at = last + EVERY
        local total, bound = progress.total, progress.bound
        print(text(progress.seconds, wording.sum(total), wording.sum(bound),
                   wording.gap(gap_of(total, bound))))
        return true
    end
end

return work
