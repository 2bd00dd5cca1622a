--- Judges a case by a rule, and keeps the examples of a rule.

local judge = {}

--- The judgement of a rule on a case: nil when the rule does not ask.
function judge.rule(rule, case)
    if rule.applies and not rule.applies(case, rule) then
        return nil
    end
    local found = rule.test(case, rule)
    found.rule = rule
    return found
end

local WORDS = { [true] = "true", [false] = "false" }

--- What a rule gives for an example: "true", "false", "unknown", "not asked".
function judge.example(rule, example)
    local case = { on = example.on or rule.valid_from }
    for name, value in pairs(example.case) do
        case[name] = value
    end
    local found = judge.rule(rule, case)
    if not found then
        return "not asked"
    end
    return WORDS[found.value] or "unknown", found
end

--- The examples of a rule that do not give what they say: { example, got }.
function judge.broken(rule)
    local list = {}
    for _, example in ipairs(rule.examples) do
        local got = judge.example(rule, example)
        if got ~= example.gives then
            list[#list + 1] = { example = example, got = got }
        end
    end
    return list
end

--- How bad it is that a rule is broken in a case.
function judge.severity(rule, case)
    local severity = rule.severity
    return type(severity) == "function" and severity(case, rule) or severity
end

return judge
