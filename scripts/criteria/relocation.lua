--- Order of relocation: OUR DRAFT, version 0.1, approved by nobody.
--
--     local order = ccn.rank(movers, require "criteria.relocation")
--
-- No provincial table of points for ordering relocation was found.  What this
-- draft stands on is named with each criterion: the three types of enterprise
-- of the Sơn La plan (its implementation chapter, section 2.3), the seven
-- groups of the Đầm Hồng scheme (Lào Cai, July 2026), and the three tests of
-- Bình Dương, which are for establishments outside clusters and parks only.
-- These sources name groups and tests; every point and weight is ours.
--
-- Group 7 of the scheme, a trade that does not fit the cluster, is a question
-- of where, not of whether: placing asks it for each cluster.
--
-- The scheme would end what stands still (group 4), yet names such
-- establishments among those that move.  So group 4 comes last here and is not
-- excluded: whom the plan lets stop or find its own place is.

local GROUPS = {
    no_land_certificate    = "group 3",
    certificate_incomplete = "group 3",
    papers_missing         = "group 2",
    lease_expired          = "group 5",
    violation              = "group 6",
}

local LABELS = {
    ["group 1"] = { en = "1 eligible and operating",
                    vi = "1 đủ điều kiện, đang hoạt động" },
    ["group 2"] = { en = "2 papers missing", vi = "2 thiếu hồ sơ" },
    ["group 3"] = { en = "3 no land certificate",
                    vi = "3 chưa có giấy chứng nhận đất" },
    ["group 4"] = { en = "4 stopped", vi = "4 ngừng hoạt động" },
    ["group 5"] = { en = "5 land term over", vi = "5 hết hạn thuê đất" },
    ["group 6"] = { en = "6 violations", vi = "6 vi phạm" },
}

--- The group of the scheme that an establishment falls in, the gravest first;
-- nil when its papers or its operation are not known.
local function group_of(row)
    local operating, legal = row.operating_state, row.legal_state
    if operating == "stopped" or operating == "stopping" then
        return "group 4"
    elseif GROUPS[legal] then
        return GROUPS[legal]
    elseif legal == "complete" and operating == "operating" then
        return "group 1"
    end
    return nil
end

--- Whether the trade is one that carries a high risk of pollution.
local function risky(row)
    local trade = row.trade
    local risk = trade and trade.risk
    if risk == nil then
        return nil
    end
    return risk == "high"
end

--- The tests of Bình Dương: any one is enough.  Who is in a cluster is not
-- tested.  nil when none is met and one is not known.
local function tests_of(row)
    if row.cluster then
        return "inside"
    end
    local fits, listed, risk = row.plan_conflict, row.polluter_listed,
        risky(row)
    if fits or listed or risk then
        return "met"
    elseif fits == nil or listed == nil or risk == nil then
        return nil
    end
    return "not met"
end

return {
    name = "relocation", version = "0.1",
    status = { en = "our draft, approved by nobody",
               vi = "bản dự thảo của nhóm làm công cụ, chưa ai phê duyệt" },
    en = "priority of relocation", vi = "mức ưu tiên di dời",
    ground = {
        en = "Sơn La plan to 2020, chapter on implementation, 2.3; relocation "
            .. "scheme of Đầm Hồng, Lào Cai 7/2026; criteria of Bình Dương",
        vi = "quy hoạch Sơn La đến 2020, phần tổ chức thực hiện, 2.3; đề án di "
            .. "dời CCN Đầm Hồng, Lào Cai 7/2026; tiêu chí của Bình Dương",
    },

    {
        name = "type", field = "type",
        en = "Type of enterprise", vi = "Loại doanh nghiệp",
        scale = { values = { polluting = 3, needs_room = 2, new = 1,
                             other = 0 }, out_of = 3 },
        weight = 40, missing = "leave out",
        ground = {
            en = "Sơn La plan, 2.3: polluting in residential areas, then those "
                .. "that need room, then new ones; the order of naming is the "
                .. "plan's, the points are ours",
            vi = "quy hoạch Sơn La, 2.3: gây ô nhiễm trong khu dân cư, rồi cần "
                .. "mở rộng, rồi mới thành lập; thứ tự nêu là của quy hoạch, "
                .. "điểm do nhóm làm công cụ đặt",
        },
        article = { en = "chapter on implementation, 2.3; that polluting ones "
                        .. "in residential areas are encouraged to move: "
                        .. "Decree 32/2024/ND-CP, Article 3.1đ",
                    vi = "phần tổ chức thực hiện, 2.3; khuyến khích cơ sở gây "
                        .. "ô nhiễm trong khu dân cư di dời: Nghị định "
                        .. "32/2024/NĐ-CP, Điều 3 khoản 1 điểm đ" },
    },
    {
        name = "tests", value = tests_of,
        en = "Tests for establishments outside clusters",
        vi = "Tiêu chí với cơ sở ngoài cụm",
        scale = { values = { met = 1, ["not met"] = 0, inside = 0 } },
        labels = { met = { en = "one is met", vi = "đạt một tiêu chí" },
                   ["not met"] = { en = "none is met", vi = "không đạt" },
                   inside = { en = "inside a cluster", vi = "trong cụm" } },
        weight = 30, missing = "leave out",
        ground = {
            en = "Bình Dương: place no longer fits the plans, or on the list "
                .. "of serious polluters, or trade of high risk; any one is "
                .. "enough, inside clusters not applied",
            vi = "Bình Dương: không còn phù hợp quy hoạch, hoặc trong danh "
                .. "sách gây ô nhiễm nghiêm trọng, hoặc ngành có nguy cơ cao; "
                .. "chỉ cần một, không áp dụng trong cụm",
        },
    },
    {
        name = "group", value = group_of,
        en = "Readiness by the groups of the scheme",
        vi = "Mức sẵn sàng theo nhóm của đề án",
        scale = { values = { ["group 1"] = 5, ["group 2"] = 4,
                             ["group 3"] = 3, ["group 5"] = 2,
                             ["group 6"] = 1, ["group 4"] = 0 }, out_of = 5 },
        weight = 30, missing = { value = "group 2" }, labels = LABELS,
        ground = {
            en = "Đầm Hồng scheme; a state that is not known is a paper to be "
                .. "completed (2); the points are ours",
            vi = "đề án Đầm Hồng; tình trạng chưa biết là hồ sơ cần hoàn thiện "
                .. "(2); điểm do nhóm làm công cụ đặt",
        },
    },

    gates = {
        {
            name = "plan", field = "plan", values = { move = true },
            unknown = "pass",
            en = "it does not move to a cluster: it stays, stops, or finds "
                .. "its own place",
            vi = "không di dời vào cụm: ở lại, chấm dứt hoặc tự tìm nơi mới",
            ground = { en = "the plan of each establishment in the scheme",
                       vi = "phương án của từng cơ sở trong đề án" },
        },
    },
}
