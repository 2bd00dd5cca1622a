--- Numbers as people of the language write them.
--
--     figures.ha(2.74872)            --> 2.75 ha      2,75 ha
--     figures.bn(42911261351)        --> 42.9 bn VND  42,9 tỷ đồng
--     figures.date "2026-12-31"      --> 31 Dec 2026  31/12/2026
--     figures.cell("ha", 2.74872)    --> { text = "2.75 ha", value = 2.74872 }

local figures = {}

local MONTHS = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" }

local function vi()
    return ccn.lang() == "vi"
end

--- A number with so many decimals, thousands apart.
function figures.number(value, decimals)
    if value == nil then
        return "–"
    end
    local text = ("%." .. (decimals or 0) .. "f"):format(value)
    local sign, whole, rest = text:match "^(%-?)(%d+)%.?(%d*)$"
    local mark, point = ",", "."
    if vi() then
        mark, point = ".", ","
    end
    whole = whole:reverse():gsub("(%d%d%d)", "%1" .. mark):reverse()
    whole = whole:gsub("^%" .. mark, "")
    return sign .. whole .. (rest ~= "" and point .. rest or "")
end

function figures.ha(value, decimals)
    return figures.number(value, decimals or 2) .. " ha"
end

--- Square metres of an area in ha, to the last 0.1 m2.
function figures.m2(ha)
    return ha and figures.number(ha * 10000, 1) .. " m²" or "–"
end

function figures.percent(value, decimals)
    return figures.number(value, decimals or 1) .. " %"
end

--- Money in thousand million VND.
function figures.bn(vnd, decimals)
    return figures.number(vnd and vnd / 1e9, decimals or 1)
        .. (vi() and " tỷ đồng" or " bn VND")
end

--- Money to the last đồng.
function figures.vnd(vnd)
    return figures.number(vnd) .. (vi() and " đồng" or " VND")
end

function figures.date(iso)
    if not iso then
        return "–"
    end
    local year, month, day = iso:match "^(%d+)-(%d+)-(%d+)$"
    if vi() then
        return day .. "/" .. month .. "/" .. year
    end
    return ("%d %s %s"):format(day, MONTHS[tonumber(month)], year)
end

--- A month as a source names it: "2026-05" --> May 2026, 05/2026.
function figures.month(period)
    local year, month = period:match "^(%d+)-(%d+)$"
    if not year then
        return period
    elseif vi() then
        return month .. "/" .. year
    end
    return MONTHS[tonumber(month)] .. " " .. year
end

--- A cell of a table: the text of one of these functions over the value.
function figures.cell(name, value, decimals)
    if value == nil then
        return nil
    end
    return { text = figures[name](value, decimals), value = value }
end

--- An area in whole tenths of a square metre: sums of these are exact.
function figures.tenths(ha)
    return math.floor(ha * 100000 + 0.5)
end

return figures
