--- What scripts find in ccn.triggers; docs/triggers.md.

local backtest = require "triggers.backtest"
local fields   = require "triggers.fields"
local firings  = require "triggers.firings"
local machine  = require "triggers.machine"
local names    = require "names"
local series   = require "triggers.series"
local store    = require "triggers.store"

return {
    set      = require "triggers.set",
    run      = function(trigger, values)
        names.only("trigger", trigger, fields.plain)
        return machine(trigger, values)
    end,
    evaluate = require "triggers.evaluate",
    backtest = backtest.one,
    levels   = backtest.levels,
    series   = function(plan, signpost, subject, options)
        return series.of(plan, signpost, subject,
                         series.periods(options.from, options.to),
                         series.reader(plan, options))
    end,
    read     = store.read,
    keep     = store.keep,
    load     = store.load,
    approve  = store.approve,
    in_force = store.in_force,
    record   = firings.record,
    futures  = require "triggers.futures",
    standard = require "triggers.standard",
}
