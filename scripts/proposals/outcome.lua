--- What came of a proposal, as lines that are the same in every language: each
-- alternative with its figures, each term of its value (? behind what is known
-- in part) and the SHA-256 of the plan as it would be, and below it who moves
-- from where to where.

local function figure(value)
    if not value then
        return "-"
    end
    return ("%.10g"):format(math.abs(value) < 1e-9 and 0 or value)
end

local function at(move)
    return move and ("%s %d"):format(move.cluster, move.year) or "-"
end

local function terms(proposal, found)
    local list = {}
    for i, term in ipairs(proposal.terms) do
        local of = found.amounts[term.name]
        list[i] = ("%s %s%s"):format(term.name, figure(of.amount),
                                     #of.missing > 0 and "?" or "")
    end
    return table.concat(list, ", ")
end

return function(proposal)
    local lines = { ("fixed until %d, %s window"):format(proposal.fixed,
                                                         proposal.window) }
    if proposal.infeasible then
        lines[#lines + 1] = "infeasible"
    end
    for _, found in ipairs(proposal.alternatives) do
        lines[#lines + 1] = ("%s: value %s (%s), size %s, placed %d, "
            .. "land %s ha, gap %s, beats %s, regret %s, plan %s"):format(
                found.id, figure(found.value), terms(proposal, found),
                figure(found.size), #found.placement.placed,
                figure(found.land), figure(found.gap), figure(found.beats),
                figure(found.regret), found.fork:digest())
        for _, change in ipairs(found.changes) do
            lines[#lines + 1] = ("  %s: %s > %s"):format(change.key,
                at(change.from), at(change.to))
        end
    end
    return table.concat(lines, "\n")
end
