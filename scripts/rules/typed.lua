--- A rule for clusters of one type: a share of industrial land for what the
-- type is about.  The type is x_cluster_type of a cluster: craft, specialised,
-- supporting or high_tech; a cluster without one is not asked.

return function(rule)
    local fact = next(rule.figures)
    local least = rule.figures[fact][2]
    rule.applies = function(case) return case.cluster_type == rule.x_type end
    rule.examples = {
        { case = { cluster_type = rule.x_type, [fact] = least },
          gives = "true" },
        { case = { cluster_type = rule.x_type, [fact] = least - 0.1 },
          gives = "false" },
        { case = { cluster_type = rule.x_type }, gives = "unknown" },
        { case = { [fact] = 0 }, gives = "not asked" },
    }
    return rule
end
