--- Sets of declarations that a plan keeps: a row for each version, with the
-- text of its Lua file and its SHA-256; frozen once it is approved.
--
--     local sets = kept { table = "trigger_set", say = say,
--                         evaluate = function(text, from) return set end }
--     local set = sets.take(text, from)       -- remembers the text
--     sets.keep(plan, set)                    -- a row, as a draft
--     sets.load(plan, "extension 1")
--     sets.approve(plan, "extension 1", { by =, on =, decision = })
--     sets.in_force(plan, "extension", "2028-06-30")

local names = require "names"

return function(about)
    local say, sets, sources = about.say, {}, {}

    --- The set that a text gives; from is what errors call it.
    function sets.take(text, from)
        local set = about.evaluate(text, from)
        sources[set] = text
        return set
    end

    --- Keep a set that was taken in a plan, as a draft; its row.
    function sets.keep(plan, set)
        local text = sources[set]
        if not text then
            error(say "not_read", 0)
        end
        return plan:add(about.table, {
            key = set.name .. " " .. set.version, name = set.name,
            version = set.version, text = text, sha256 = ccn.sha256(text),
            origin = require "wording".text(set.ground),
        })
    end

    --- The row of a set by its key.
    local function row_of(plan, key)
        local row = type(key) == "string" and plan[about.table](plan, key)
            or key
        if not row or type(row) == "string" then
            error(say("no_row", tostring(key))
                  .. names.near(key, plan[about.table .. "s"](plan):keys()), 0)
        end
        return row
    end

    --- A set that is kept in a plan, by its row or key.
    function sets.load(plan, key)
        local row = row_of(plan, key)
        if not row.text then
            error(say("no_text", row.key), 0)
        elseif row.sha256 and ccn.sha256(row.text) ~= row.sha256 then
            error(say("changed", row.key), 0)
        end
        return sets.take(row.text, row.key)
    end

    --- Approve a set that is kept: nothing of it can be changed from then on.
    function sets.approve(plan, key, decision)
        local row = row_of(plan, key)
        if type(decision) ~= "table" or not (decision.by and decision.on) then
            error(say "no_decision", 0)
        end
        sets.load(plan, row)
        row.approved_by, row.decision = decision.by, decision.decision
        row.approved_on = decision.on
        return row
    end

    --- The rows approved last up to a day (nil: any), by the names of sets.
    function sets.rows_in_force(plan, on)
        local last = {}
        for row in plan[about.table .. "s"](plan) do
            local other = last[row.name]
            if row.name and row.approved_on
                and (not on or row.approved_on <= on)
                and (not other or row.approved_on > other.approved_on) then
                last[row.name] = row
            end
        end
        return last
    end

    --- The set of a name that is approved last up to a day; nil when there is
    -- none.
    function sets.in_force(plan, name, on)
        local row = sets.rows_in_force(plan, on)[name]
        return row and sets.load(plan, row) or nil
    end

    return sets
end
