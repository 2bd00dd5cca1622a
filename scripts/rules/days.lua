--- Days of the calendar and working days; holidays are not known to it, so
-- a term in working days is the earliest it can end.
--
--     days.add("2026-09-15", 20)            --> "2026-10-05"
--     days.add_working("2026-09-15", 5)     --> "2026-09-22"

local days = {}

--- Number of a day since 1970-01-01 (proleptic Gregorian calendar).
local function number_of(iso)
    local year, month, day = iso:match "^(%d+)-(%d+)-(%d+)$"
    year, month, day = tonumber(year), tonumber(month), tonumber(day)
    if month <= 2 then
        year, month = year - 1, month + 12
    end
    local era = year // 400
    local of_era = year - era * 400
    local of_year = (153 * (month - 3) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100
        + of_year - 719468
end

local function iso_of(number)
    local z = number + 719468
    local era = z // 146097
    local day = z - era * 146097
    local of_era = (day - day // 1460 + day // 36524 - day // 146096) // 365
    local of_year = day - (365 * of_era + of_era // 4 - of_era // 100)
    local m = (5 * of_year + 2) // 153
    local month = m < 10 and m + 3 or m - 9
    local year = of_era + era * 400 + (month <= 2 and 1 or 0)
    return ("%04d-%02d-%02d"):format(year, month,
                                     of_year - (153 * m + 2) // 5 + 1)
end

--- Days from one day to another.
function days.between(from, to)
    return number_of(to) - number_of(from)
end

function days.add(iso, count)
    return iso_of(number_of(iso) + count)
end

--- 1 is Monday, 7 is Sunday.
function days.weekday(iso)
    return (number_of(iso) + 3) % 7 + 1
end

function days.add_working(iso, count)
    local step = count < 0 and -1 or 1
    while count ~= 0 do
        iso = days.add(iso, step)
        if days.weekday(iso) <= 5 then
            count = count - step
        end
    end
    return iso
end

return days
