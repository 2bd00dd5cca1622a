--- What scripts find in ccn.rules; docs/rules.md.

return {
    may     = require "rules.may",
    explain = require "rules.explain".rule,
    pack    = require "rules.pack",
    logic   = require "rules.logic",
    judge   = require "rules.judge".rule,
    find    = require "rules.packs".find,
}
