--- What scripts find in ccn.triggers; docs/triggers.md.

local backtest = require "triggers.backtest"
local series   = require "triggers.series"

return {
    set      = require "triggers.set",
    run      = require "triggers.machine",
    evaluate = require "triggers.evaluate",
    backtest = backtest.one,
    levels   = backtest.levels,
    series   = function(plan, signpost, subject, options)
        return series.of(plan, signpost, subject,
                         series.periods(options.from, options.to),
                         series.reader(plan, options))
    end,
    standard = require "triggers.standard",
}
