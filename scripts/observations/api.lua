--- What scripts find in ccn.observations; docs/observations.md.

return {
    current   = require "observations.current",
    take      = require "observations.take",
    rollup    = require "observations.rollup".sums,
    reporters = require "observations.reporters",
    compare   = require "observations.compare".cells,
    form04    = require "observations.form04",
    period    = require "observations.forms".period,
}
