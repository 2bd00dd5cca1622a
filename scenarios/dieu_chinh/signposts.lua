--- What is watched of the extension, and when it is time to act.  Levels are
-- ours, to be approved by whoever decides.

local OURS = { en = "our proposal, not of the law",
               vi = "đề xuất của chúng tôi, không phải quy định" }

--- Whole months from one day to another.
local function months(from, to)
    local function count(day)
        local year, month = day:match "^(%d+)-(%d+)"
        return tonumber(year) * 12 + tonumber(month)
    end
    return count(to) - count(from)
end

--- Months since the first phase that is not open should have been: none when
-- more land is built than the cluster had, or no phase is due.
local function months_late(built, at)
    local cluster = at.plan:cluster(at.subject)
    local due
    for phase in at.plan:phases():where { cluster = at.subject } do
        if phase.opens and phase.state ~= "open" then
            due = math.min(due or phase.opens, phase.opens)
        end
    end
    if not due or not cluster.industrial_area then
        return nil
    elseif built > cluster.industrial_area then
        return 0
    end
    return math.max(0, months(("%d-12-31"):format(due), at.cutoff))
end

return ccn.triggers.set {
    name = "extension", version = "1", ground = OURS,
    signposts = {
        {
            id = "extension", of = "cluster",
            indicators = { "industrial_land_built" }, value = months_late,
            en = "months the extension is late",
            vi = "số tháng mở rộng chậm",
            watches = { en = "the second wave finds its land",
                        vi = "đợt di dời thứ hai có đất" },
        },
        {
            id = "fill", of = "cluster", unit = "%",
            indicators = { "industrial_land_leased",
                           "industrial_land_built" },
            value = function(leased, built) return 100 * leased / built end,
            en = "leased share of serviced land",
            vi = "tỷ lệ cho thuê trên đất đã có hạ tầng",
            watches = { en = "there is land until the extension opens",
                        vi = "còn đất cho đến khi phần mở rộng hoàn thành" },
        },
    },
    triggers = {
        {
            id = "extension-late", signpost = "extension", op = ">=",
            level = 6, watch = 1, clear = 1, hold = 1, lead = 18,
            en = "move the second wave to a later year, or elsewhere",
            vi = "dời đợt hai sang năm sau hoặc sang nơi khác",
            ground = OURS,
        },
        {
            id = "land-short", signpost = "fill", op = ">=", level = 92,
            clear = 85, hold = 2, cooldown = 4, lead = 12,
            en = "take no new tenants but those who are moved",
            vi = "chỉ nhận cơ sở di dời, không nhận cơ sở mới",
            ground = OURS,
        },
    },
}
