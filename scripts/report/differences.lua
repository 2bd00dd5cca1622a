--- A map of differences for report:compare: for each plan but the first, where
-- more and where fewer are placed than in the first, and which clusters it
-- changes.  Clusters stand at their centres; those without a known place are in
-- the table all the same.

local wording = require "wording"

local say = wording.of(require "lang.report")

--- The cluster that a change is about: itself, or that of a phase.
local function cluster_of(change, plans)
    if change.table == "cluster" then
        return change.key
    elseif change.table ~= "phase" or not change.key then
        return nil
    end
    for _, plan in ipairs(plans) do
        local phase = plan:phase(change.key)
        if phase and phase.cluster then
            return phase.cluster.key
        end
    end
end

--- A change in words: "opens 2028 → 2029", "− Âu Lâu/2".
local function words(change)
    local who = change.table == "phase" and change.key .. " " or ""
    if change.op == "add" or change.op == "remove" then
        return (change.op == "add" and "+ " or "− ") .. change.key
    end
    return ("%s%s %s → %s"):format(who, change.field,
        wording.value(change.old), wording.value(change.new))
end

--- What a plan changes in each cluster against the first, in words.  Cells of
-- rows that come or go are not listed one by one.
local function changes_of(first, plan)
    local found, whole = {}, {}
    local list = first:diff(plan)
    for i = 1, #list do
        local change = list[i]
        if change.op == "add" or change.op == "remove" then
            whole[change.table .. "/" .. change.key] = true
        end
    end
    for i = 1, #list do
        local change = list[i]
        local key = cluster_of(change, { plan, first })
        local cell = change.op == "set"
            and whole[change.table .. "/" .. change.key]
        if key and not cell then
            found[key] = found[key] or {}
            table.insert(found[key], words(change))
        end
    end
    return found
end

local function placed_in(placement)
    local count = {}
    for _, move in ipairs(placement or {}) do
        if move.cluster then
            local key = wording.key(move.cluster)
            count[key] = (count[key] or 0) + 1
        end
    end
    return count
end

--- Each cluster of either plan: key and centre.
local function places(first, plan)
    local list, seen = {}, {}
    for _, each in ipairs { first, plan } do
        for row in each:clusters() do
            if not seen[row.key] then
                seen[row.key] = true
                list[#list + 1] = { key = row.key, lon = row.lon,
                                    lat = row.lat }
            end
        end
    end
    return list
end

local function outcome(difference, changes)
    if difference ~= 0 then
        return difference > 0 and say "more" or say "fewer"
    end
    return changes and say "changed" or say "same"
end

--- A row for each plan but the first and each cluster.
local function rows_of(together)
    local first, rows = together.plans[1], {}
    local before = placed_in(together.placements[1])
    for i = 2, #together.plans do
        local plan = together.plans[i]
        local now = placed_in(together.placements[i])
        local changes = changes_of(first, plan)
        for _, place in ipairs(places(first, plan)) do
            local was, is = before[place.key] or 0, now[place.key] or 0
            local about = changes[place.key]
            rows[#rows + 1] = {
                plan = plan:name(), order = i, name = place.key,
                lon = place.lon, lat = place.lat, was = was, is = is,
                difference = is - was, outcome = outcome(is - was, about),
                about = about and table.concat(about, "; ") or "",
                differs = is ~= was or about ~= nil,
            }
        end
    end
    return rows
end

local WIDTH, MOST = 250, 360

--- Where the points stand in a flat picture, its size and its limits.
local function picture(rows)
    local west, east, south, north = math.huge, -math.huge, math.huge,
                                     -math.huge
    for _, row in ipairs(rows) do
        west, east = math.min(west, row.lon), math.max(east, row.lon)
        south, north = math.min(south, row.lat), math.max(north, row.lat)
    end
    local factor = math.cos(math.rad((south + north) / 2))
    for _, row in ipairs(rows) do
        row.x, row.y = row.lon * factor, row.lat
    end
    local wide = math.max((east - west) * factor, 0.01)
    local high = math.max(north - south, 0.01)
    local height = math.max(120, math.min(MOST, WIDTH * high / wide))
    local margin = 0.12 * math.max(wide, high)
    return { height = height,
             x = { west * factor - margin, east * factor + margin },
             y = { south - margin, north + margin } }
end

local function axis(field, domain)
    return { field = field, type = "quantitative", axis = false,
             scale = { domain = domain, zero = false, nice = false } }
end

local function spec_of(rows, frame)
    local order, seen = {}, {}
    for _, row in ipairs(rows) do
        if not seen[row.plan] then
            seen[row.plan] = true
            order[#order + 1] = row.plan
        end
    end
    local x, y = axis("x", frame.x), axis("y", frame.y)
    local text = { type = "text", dy = -11, fontSize = 10 }
    return {
        data = { values = rows }, columns = 2,
        facet = { field = "plan", type = "nominal", title = "", sort = order },
        spec = { width = WIDTH, height = frame.height,
                 view = { stroke = "#d8d8d8" }, layer = {
            { mark = { type = "circle", opacity = 0.9 }, encoding = {
                x = x, y = y,
                size = { field = "size", type = "quantitative", scale = false,
                         legend = false },
                color = { field = "outcome", type = "nominal", title = "",
                          legend = { orient = "top" }, scale = {
                    domain = { say "more", say "fewer", say "changed",
                               say "same" },
                    range = { "#1b7837", "#b2182b", "#e08214",
                              "#c8c8c8" } } },
                tooltip = { { field = "name", title = say "map name" },
                            { field = "was", title = say "placed then" },
                            { field = "is", title = say "placed now" },
                            { field = "about", title = say "changed" } } } },
            { transform = { { filter = "datum.differs" } }, mark = text,
              encoding = { x = x, y = y,
                           text = { field = "label", type = "nominal" } } },
        } },
    }
end

local function table_of(rows, name, first)
    local cells = {}
    for _, row in ipairs(rows) do
        if row.differs then
            cells[#cells + 1] = { row.plan, row.name, row.was, row.is,
                                  row.difference, row.about }
        end
    end
    return { name = name .. "-where", columns = {
        { title = say "plan" }, { title = say "map name" },
        { title = say("placed in", first), kind = "number" },
        { title = say "placed here", kind = "number" },
        { title = say "difference", kind = "number" },
        { title = say "changed" },
    }, rows = cells }, #cells
end

--- The rows to draw: of plans that differ where a place is known; and the names
-- of clusters that differ where none is.
local function drawn(rows)
    local known, unknown, seen, plans = {}, {}, {}, {}
    for _, row in ipairs(rows) do
        local placed = row.lon and row.lat
        if row.differs and placed then
            plans[row.plan] = true
        elseif row.differs and not seen[row.name] then
            seen[row.name] = true
            unknown[#unknown + 1] = row.name
        end
    end
    for _, row in ipairs(rows) do
        if plans[row.plan] and row.lon and row.lat then
            row.size = 60 + 30 * math.min(math.abs(row.difference), 20)
            row.label = row.difference ~= 0
                and ("%s %+d"):format(row.name, row.difference)
                    :gsub("%-(%d+)$", "−%1") or row.name
            known[#known + 1] = row
        end
    end
    return known, unknown
end

--- Adds the map to a report, or the table alone where no place is known; adds
-- nothing where no cluster differs.
return function(report, together, name)
    local rows = rows_of(together)
    local first = together.plans[1]:name()
    local numbers, count = table_of(rows, name, first)
    if count == 0 then
        return
    end
    local known, unknown = drawn(rows)
    local note = say("differences note", first)
    if #unknown > 0 then
        note = note .. " " .. say("no place", #unknown,
                                  table.concat(unknown, ", "))
    end
    if #known == 0 then
        numbers.title, numbers.note = say "map of differences", note
        report:table(numbers)
        return
    end
    report:chart { name = name .. "-map", title = say "map of differences",
                   spec = spec_of(known, picture(known)), table = numbers,
                   alt = say("differences alt", count, first), note = note }
end
