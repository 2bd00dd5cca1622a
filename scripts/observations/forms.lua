--- The half-yearly forms of Circular 14/2024/TT-BCT: what each asks for, its
-- periods and its cut-off days.
--
-- Form 01 is of an enterprise, 02 of a developer for a cluster, 03 of a unit
-- (district, later commune), 04 of the department for the province; 03 and 04
-- ask the same.  A stock is what stands at the end of the period, a flow what
-- came in it, a ratio follows from two others.
--
-- Source: Thông tư 14/2024/TT-BCT, full text read:
-- https://github.com/Trangsct/skill-sct/blob/
-- 3821ed3bb6381b6340da81feaa135a329b025137/kccn-sct-vn/skills/kccn-sct-vn/
-- van-ban-goc/TT-14-2024-che-do-bao-cao-mau-van-ban-CCN.docx

local forms = { valid_from = "2024-10-01" }

local ENTERPRISE = {
    { key = "revenue", unit = "bn VND", kind = "flow",
      en = "revenue",
      vi = "Doanh thu" },
    { key = "budget", unit = "bn VND", kind = "flow",
      en = "paid to the budget",
      vi = "Nộp ngân sách" },
    { key = "workers", unit = "person", kind = "stock",
      en = "workers with a contract",
      vi = "Lao động có hợp đồng" },
    { key = "income", unit = "million VND/person/month", kind = "ratio",
      en = "average income",
      vi = "Thu nhập bình quân" },
}

local DEVELOPER = {
    { key = "capital_total", unit = "bn VND", kind = "stock",
      en = "approved infrastructure investment",
      vi = "Tổng mức đầu tư được duyệt" },
    { key = "capital_spent", unit = "bn VND", kind = "stock",
      en = "capital paid (cumulative)",
      vi = "Vốn đã đầu tư lũy kế" },
    { key = "industrial_land_built", unit = "ha", kind = "stock",
      en = "industrial land serviced and ready to lease",
      vi = "Đất CN đã xây hạ tầng" },
    { key = "industrial_land_leased", unit = "ha", kind = "stock",
      en = "industrial land leased",
      vi = "Đất CN đã cho thuê" },
    { key = "fill_rate", unit = "%", kind = "ratio",
      en = "fill rate",
      vi = "Tỷ lệ lấp đầy" },
    { key = "n_projects", unit = "project", kind = "stock",
      en = "projects with land",
      vi = "Số dự án đã thuê đất" },
    { key = "n_projects_fdi", unit = "project", kind = "stock",
      en = "foreign-invested projects",
      vi = "Số dự án FDI" },
    { key = "n_projects_operating", unit = "project", kind = "stock",
      en = "projects in operation",
      vi = "Số dự án đang hoạt động" },
    { key = "revenue", unit = "bn VND", kind = "flow",
      en = "revenue of the infrastructure project",
      vi = "Doanh thu dự án hạ tầng" },
    { key = "budget", unit = "bn VND", kind = "flow",
      en = "paid to the budget",
      vi = "Nộp ngân sách" },
    { key = "workers", unit = "person", kind = "stock",
      en = "workers of the infrastructure project",
      vi = "Lao động dự án hạ tầng" },
    { key = "income", unit = "million VND/person/month", kind = "ratio",
      en = "average income",
      vi = "Thu nhập bình quân" },
    { key = "wwtp_any", unit = "0/1", kind = "stock",
      en = "central WWTP built or being built",
      vi = "Đã/đang đầu tư XLNT (1/0)" },
    { key = "wwtp_ok", unit = "0/1", kind = "stock",
      en = "WWTP meets the standard",
      vi = "XLNT đạt tiêu chuẩn (1/0)" },
}

local UNIT = {
    { key = "n_plan", unit = "cluster", kind = "stock",
      en = "clusters in the plan",
      vi = "Số CCN theo phương án" },
    { key = "area_plan", unit = "ha", kind = "stock",
      en = "area in the plan",
      vi = "Diện tích theo phương án" },
    { key = "n_established", unit = "cluster", kind = "stock",
      en = "clusters established",
      vi = "Số CCN đã thành lập" },
    { key = "area_established", unit = "ha", kind = "stock",
      en = "area established",
      vi = "Diện tích đã thành lập" },
    { key = "n_established_period", unit = "cluster", kind = "flow",
      en = "established in the period",
      vi = "Thành lập trong kỳ" },
    { key = "area_established_period", unit = "ha", kind = "flow",
      en = "area established in the period",
      vi = "Diện tích thành lập trong kỳ" },
    { key = "n_enterprise_developer", unit = "cluster", kind = "stock",
      en = "clusters with an enterprise developer",
      vi = "CCN do doanh nghiệp làm chủ đầu tư" },
    { key = "area_enterprise_developer", unit = "ha", kind = "stock",
      en = "area of these",
      vi = "Diện tích do doanh nghiệp làm chủ đầu tư" },
    { key = "n_detailed_plan", unit = "cluster", kind = "stock",
      en = "clusters with an approved detailed plan",
      vi = "CCN có quy hoạch chi tiết" },
    { key = "area_detailed_plan", unit = "ha", kind = "stock",
      en = "area of these",
      vi = "Diện tích có quy hoạch chi tiết" },
    { key = "n_project_approved", unit = "cluster", kind = "stock",
      en = "clusters with an approved infrastructure project",
      vi = "CCN có dự án hạ tầng được duyệt" },
    { key = "area_project_approved", unit = "ha", kind = "stock",
      en = "area of these",
      vi = "Diện tích có dự án hạ tầng" },
    { key = "capital_total", unit = "bn VND", kind = "stock",
      en = "infrastructure capital by approved projects",
      vi = "Tổng vốn hạ tầng theo dự án" },
    { key = "capital_spent", unit = "bn VND", kind = "stock",
      en = "infrastructure capital paid (cumulative)",
      vi = "Vốn đã đầu tư lũy kế" },
    { key = "n_operating", unit = "cluster", kind = "stock",
      en = "clusters in operation (established + not established)",
      vi = "CCN đã hoạt động (15.1+15.2)" },
    { key = "area_operating", unit = "ha", kind = "stock",
      en = "area of these",
      vi = "Diện tích CCN đã hoạt động (16.1+16.2)" },
    { key = "industrial_land", unit = "ha", kind = "stock",
      en = "industrial land of operating clusters",
      vi = "Đất công nghiệp theo quy hoạch chi tiết" },
    { key = "industrial_land_leased", unit = "ha", kind = "stock",
      en = "industrial land leased",
      vi = "Đất công nghiệp đã cho thuê" },
    { key = "fill_rate", unit = "%", kind = "ratio",
      en = "average fill rate of operating clusters",
      vi = "Tỷ lệ lấp đầy bình quân" },
    { key = "n_projects", unit = "project", kind = "stock",
      en = "production projects",
      vi = "Số dự án" },
    { key = "n_projects_fdi", unit = "project", kind = "stock",
      en = "foreign-invested projects",
      vi = "Số dự án FDI" },
    { key = "n_projects_operating", unit = "project", kind = "stock",
      en = "projects in operation",
      vi = "Số dự án đang hoạt động" },
    { key = "revenue", unit = "bn VND", kind = "flow",
      en = "revenue in the period",
      vi = "Doanh thu trong kỳ" },
    { key = "budget", unit = "bn VND", kind = "flow",
      en = "paid to the budget in the period",
      vi = "Nộp ngân sách trong kỳ" },
    { key = "workers", unit = "person", kind = "stock",
      en = "workers with a contract",
      vi = "Lao động có hợp đồng" },
    { key = "n_wwtp_any", unit = "cluster", kind = "stock",
      en = "clusters with a central WWTP built or being built",
      vi = "CCN đã và đang đầu tư XLNT tập trung" },
    { key = "n_wwtp_ok", unit = "cluster", kind = "stock",
      en = "clusters with a central WWTP meeting the standard",
      vi = "CCN có XLNT đạt tiêu chuẩn" },
}

forms.asks = { ["01"] = ENTERPRISE, ["02"] = DEVELOPER, ["03"] = UNIT,
               ["04"] = UNIT }

--- The column of a form that names what it speaks of.
forms.subject = { ["01"] = "enterprise", ["02"] = "cluster", ["03"] = "unit",
                  ["04"] = "unit" }

--- The rows of a plan among which it is.
forms.rows = { ["01"] = "enterprises", ["02"] = "clusters", ["03"] = "units",
               ["04"] = "units" }

-- Month and day before which a form must be in (TT14-DUE-...).
local DUE = {
    ["01"] = { half = "06-20", year = "12-20" },
    ["02"] = { half = "06-20", year = "12-20" },
    ["03"] = { half = "06-25", year = "12-25" },
    ["04"] = { half = "06-30", year = "12-31" },
}

local PERIODS = {} -- those asked for so far, by name

--- A period by its name: "2026-6m" is 15/12/2025 to 14/6/2026, "2026" is
-- 15/12/2025 to 14/12/2026; nil when it is none.
--
--     forms.period "2026-6m"  --> { name =, year = 2026, from =, to =, due = {
--                                   ["01"] = "2026-06-20", ... } }
function forms.period(name)
    if type(name) ~= "string" then
        return nil
    elseif PERIODS[name] then
        return PERIODS[name]
    end
    local year = tonumber(name:match "^(%d%d%d%d)$"
                          or name:match "^(%d%d%d%d)%-6m$")
    if not year then
        return nil
    end
    local half = #name > 4
    local due = {}
    for form, days in pairs(DUE) do
        due[form] = ("%d-%s"):format(year, half and days.half or days.year)
    end
    PERIODS[name] = {
        name = name, year = year, half = half, due = due,
        from = ("%d-12-15"):format(year - 1),
        to = ("%d-%s"):format(year, half and "06-14" or "12-14"),
    }
    return PERIODS[name]
end

--- The period before: of "2026" it is "2026-6m", of "2026-6m" it is "2025".
function forms.before(period)
    return forms.period(period.half and tostring(period.year - 1)
                        or period.year .. "-6m")
end

--- The last period whose form is due on a day: it must be in before it.
function forms.last_due(form, on)
    local period = forms.period(on:sub(1, 4))
    while period.due[form] > on do
        period = forms.before(period)
    end
    return period
end

-- The numbers of a form's indicators by key, number and name; false: a name
-- that several have.
local INDEX = {}

local function enter(index, name, number)
    if index[name] ~= number then
        index[name] = index[name] == nil and number
    end
end

for form, list in pairs(forms.asks) do
    local index = {}
    for i, indicator in ipairs(list) do
        for _, name in ipairs { indicator.en, indicator.vi, tostring(i),
                                ("(%d)"):format(i) } do
            enter(index, name, i)
        end
    end
    for i, indicator in ipairs(list) do
        index[indicator.key] = i -- a key comes before a name that is like it
    end
    INDEX[form] = index
end

--- The indicator of a form and its number, by key, number ("17", "(17)") or
-- name; nil for a name that several have, as "area of these".
function forms.indicator(form, text)
    local number = INDEX[form][text] or nil
    return number and forms.asks[form][number], number
end

--- Whether what is counted are things, so that a figure is a whole number.
local COUNTED = { cluster = true, project = true, person = true,
                  ["0/1"] = true }

function forms.is_count(indicator)
    return COUNTED[indicator.unit] or false
end

--- The form that an observation belongs to; nil when it is of none.
function forms.of(observation)
    if not forms.period(observation.period) then
        return nil
    end
    local form
    if observation.enterprise then
        form = "01"
    elseif observation.cluster then
        form = "02"
    else
        local unit = observation.unit
        form = unit and (unit.level == "province" and "04" or "03")
    end
    local indicator = observation.indicator
    return form and indicator and forms.indicator(form, indicator) and form
        or nil
end

return forms
