--- What every way to weights gives.
--
--     return found.make { method = "swing", names = { "a", "b" },
--                         scores = { 0.6, 0.4 }, notes = { "..." } }

local Told    = require "rank.told"
local wording = require "wording"

local say = wording.of(require "lang.weights")
local number = wording.number

local found = {}

--- The methods of the engine need names as texts and numbers as numbers; its
-- errors say what is wrong in words.
function found.ask(problem)
    return wording.engine("method", problem)
end

--- A copy of criteria with these weights; each says where its weight is from.
local function apply(self, criteria)
    local copy, seen = {}, {}
    for key, value in pairs(criteria) do
        copy[key] = value
    end
    for i, criterion in ipairs(criteria) do
        local weight = self.weights[criterion.name]
        if not weight then
            error(say("no_weight", tostring(criterion.name)), 2)
        end
        seen[criterion.name] = true
        copy[i] = {}
        for key, value in pairs(criterion) do
            copy[i][key] = value
        end
        copy[i].weight = weight
        local ground = wording.text(criterion.ground)
        copy[i].ground = (ground and ground .. "; " or "")
            .. say("ground", say(self.method))
    end
    for _, name in ipairs(self.names) do
        if not seen[name] then
            error(say("no_criterion", name), 2)
        end
    end
    return copy
end

function found.make(data)
    local rows = {}
    data.weights = {}
    for i, name in ipairs(data.names) do
        data.weights[name] = data.scores[i]
        rows[i] = { name, 100 * data.scores[i] }
    end
    data.scores, data.apply = nil, apply
    return Told.make(data, {
        name = "weights", lines = { say("title", say(data.method)) },
        columns = { { title = say "criterion" },
                    { title = say "weight", kind = "percent", digits = 1 } },
        rows = rows, notes = data.notes,
    })
end

--- A number as people read it.
function found.number(value)
    return number(value, "%.3g")
end

return found
