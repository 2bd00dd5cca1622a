--- Weights from comparisons of pairs: AHP and the best-worst method.
--
--     ccn.weights.ahp { judgements = { { "a", "b", 3 }, { "a", "c", 1/5 } },
--                       priority = "geometric" }
--     ccn.weights.best_worst { best = "a", worst = "c",
--                              best_over = { b = 2, c = 8 },
--                              over_worst = { a = 8, b = 3 } }

local found   = require "weights.found"
local shape   = require "shape"
local wording = require "wording"

local say = wording.of(require "lang.weights")
local number = found.number

local pairs_ = {}

--- The names in the order in which they first appear, and the judgements as a
-- matrix; false: not judged.
local function read(judgements)
    if type(judgements) ~= "table" or #judgements == 0 then
        error(say "no_judgements", 0)
    end
    local names, place, matrix = {}, {}, {}
    for i, judgement in ipairs(judgements) do
        if type(judgement) ~= "table" or type(judgement[3]) ~= "number" then
            error(say("no_judgement", i), 0)
        end
        for k = 1, 2 do
            local name = tostring(judgement[k])
            if not place[name] then
                names[#names + 1] = name
                place[name] = #names
            end
        end
    end
    for i = 1, #names do
        matrix[i] = {}
        for j = 1, #names do
            matrix[i][j] = i == j and 1 or false
        end
    end
    for _, judgement in ipairs(judgements) do
        local i = place[tostring(judgement[1])]
        local j = place[tostring(judgement[2])]
        if i == j or matrix[i][j] then
            error(say(i == j and "judged_itself" or "judged_twice", names[i],
                      names[j]), 0)
        end
        matrix[i][j], matrix[j][i] = judgement[3], 1 / judgement[3]
    end
    return names, matrix
end

--- What to look at again, in words.
local function notes_of(made, names, matrix)
    local notes = { say("consistency", number(made.cr), made.index_name,
                        say(made.cr <= 0.1 and "good" or "too_high")) }
    if made.missing > 0 then
        notes[#notes + 1] = say("incomplete", made.missing)
    end
    if made.cr > 0.1 and made.worst then
        local i, j = made.worst[1] + 1, made.worst[2] + 1
        notes[#notes + 1] = say("worst", names[i], names[j],
                                number(matrix[i][j]),
                                number(matrix[i][j] / made.worst_ratio))
    end
    if made.cr > 0.1 and made.triad then
        notes[#notes + 1] = say("triad", names[made.triad[1] + 1],
                                names[made.triad[2] + 1],
                                names[made.triad[3] + 1])
    end
    return notes
end

local INDEX = { alonso_lamata = "Alonso, Lamata 2006", saaty = "Saaty 1980" }

local function index_of(given)
    local index = given.index or "alonso_lamata"
    if not INDEX[index] then
        error(say("no_kind", tostring(index), "alonso_lamata, saaty"), 0)
    end
    return index
end

function pairs_.ahp(given)
    local names, matrix = read(type(given) == "table" and given.judgements)
    local index = index_of(given)
    local made = found.ask { method = "ahp", matrix = matrix, params = {
        names = names, priority = given.priority } }
    made.cr, made.index_name = made["cr_" .. index], INDEX[index]
    made.method, made.names = "ahp", names
    made.matrix, made.notes = matrix, notes_of(made, names, matrix)
    return found.make(made)
end

--- The comparisons of one criterion with all, in the order of the names.
local function listed(names, given, own, field)
    local list = {}
    for i, name in ipairs(names) do
        list[i] = name == own and 1 or given[name]
        if type(list[i]) ~= "number" then
            error(say("no_comparison", field, name), 0)
        end
    end
    return list
end

function pairs_.best_worst(given)
    shape.needed("best_worst", given, "table")
    local over, under = given.best_over, given.over_worst
    local best, worst = given.best, given.worst
    if not (best and worst and type(over) == "table"
            and type(under) == "table") then
        error(say "no_best_worst", 0)
    end
    local names = { best }
    for name in pairs(over) do
        if name ~= best then
            names[#names + 1] = name
        end
    end
    local made = found.ask { method = "bwm_linear", params = {
        names = names, best_to_others = listed(names, over, best, "best_over"),
        others_to_worst = listed(names, under, worst, "over_worst") } }
    made.method, made.names = "best_worst", names
    made.notes = { say("input_ratio", number(made.cr_input), number(made.xi)) }
    if made.farthest and made.cr_input > 0.1 then
        made.notes[2] = say("farthest", names[made.farthest[1] + 1])
    end
    return found.make(made)
end

return pairs_
