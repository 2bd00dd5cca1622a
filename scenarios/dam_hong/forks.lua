--- The forks of the main job: closing, and what if ...
--
-- What a fork assumes is ours and is printed with the result (lang/forks.lua).

local figures = require "figures"
local funds   = require "funds"
local say     = require "words" "forks"

local forks = {}

forks.PHASE = "Âu Lâu/2"
forks.CUT = 0.20

local PLANT = {
    name = "x_plant", kind = "flag", en = "With a wastewater plant",
    vi = "Có nhà máy xử lý nước thải",
    doc = "Whether a central plant opens with the phase: assumed",
}

--- Closing: the extension at Âu Lâu's own industrial share, like for like
-- plots, a plant that opens with it, and the money of each wave in its year.
function forks.close(plan, case)
    local fork = plan:fork(say "close")
    fork:cluster(case.from.key).state = "closing"
    local phase = fork:phase(forks.PHASE)
    phase.industrial_area =
        figures.tenths(phase.total_area * case.share) / 100000
    fork:define("phase", PLANT)
    phase.x_plant = true
    for _, mover in ipairs(case.movers) do
        local e = fork:enterprise(mover.key)
        e.land_wanted = e.land_held
    end
    funds.baseline(fork)
    return fork
end

--- The extension a year late.
function forks.late(close)
    local fork = close:fork(say "late")
    local phase = fork:phase(forks.PHASE)
    phase.opens = phase.opens + 1
    return fork
end

--- Money a fifth lower in every year.
function forks.less(close)
    local fork = close:fork(say("less", figures.percent(100 * forks.CUT, 0)))
    funds.cut(fork, forks.CUT)
    return fork
end

--- No extension at all.
function forks.none(close)
    local fork = close:fork(say "none")
    fork:remove(fork:phase(forks.PHASE))
    return fork
end

--- The extension without a wastewater plant.
function forks.dry(close)
    local fork = close:fork(say "dry")
    fork:phase(forks.PHASE).x_plant = false
    return fork
end

--- No extension, but other clusters may be used.
function forks.elsewhere(close)
    local fork = close:fork(say "elsewhere")
    fork:remove(fork:phase(forks.PHASE))
    return fork
end

forks.ORDER = { "close", "late", "less", "dry", "none", "elsewhere" }

--- Stores the forks, in this order, in the plan file they come from.
function forks.keep(list)
    for i, fork in ipairs(list) do
        fork:keep { question = say("q:" .. forks.ORDER[i]) }
    end
end

return forks
