--- The names that declarations of triggers may have.

return {
    set = { "name", "version", "en", "vi", "ground", "signposts", "triggers" },
    signpost = { "id", "of", "unit", "indicators", "value", "en", "vi",
                 "watches" },
    trigger = { "id", "signpost", "op", "level", "clear", "watch", "hold",
                "cooldown", "lead", "gap", "severity", "ground", "en", "vi" },
    -- of a trigger that came out of a set, or was written for a back-test
    plain = { "id", "signpost", "op", "level", "clear", "watch", "hold",
              "cooldown", "lead", "gap", "severity", "ground", "en", "vi",
              "watched" },
}
