--- A synthetic nation, made and placed; README.md says what it is not.
--
--     ccn run scenarios/toan_quoc/toan_quoc.lua [size=full] [provinces=N]
--         [clusters=N] [enterprises=N] [years=N] [mode=best] [seconds=S]
--         [progress=yes] [out=FILE.gpkg]

local function count(most, en, vi)
    return { kind = "whole", least = 1, most = most, en = en, vi = vi }
end

local args = ccn.scenario {
    question = { en = "How long does a nation take to place?",
                 vi = "Bố trí cho cả nước mất bao lâu?" },
    parameters = {
        size = { choices = { "small", "full" }, default = "small",
                 en = "how much is made", vi = "quy mô tạo ra" },
        provinces   = count(63, "instead of that of the size",
                            "thay cho số tỉnh của quy mô"),
        clusters    = count(10000, "the same for clusters", "số cụm"),
        enterprises = count(1000000, "the same for enterprises",
                            "số cơ sở"),
        years       = count(50, "the same for years", "số năm"),
        mode = { choices = { "strict", "best" }, default = "strict",
                 en = "in the order, or at the best total",
                 vi = "theo thứ tự, hoặc tổng tốt nhất" },
        seconds = { kind = "number", least = 0, unit = "s",
                    en = "longest search of mode=best, each province",
                    vi = "thời gian tìm dài nhất của mode=best, mỗi tỉnh" },
        progress = { choices = { "yes", "no" }, default = "no",
                     en = "say how far the search is",
                     vi = "in tiến độ tìm kiếm" },
        out = { kind = "file", en = "keep the plan there",
                vi = "lưu quy hoạch vào tệp này" },
    },
}

local nation = require "nation"
local say    = require "words"

local FIRST_YEAR = 2027
local SEED = ccn.provenance().seed

local SIZES = {
    small = { provinces = 2, clusters = 8, enterprises = 800, years = 5 },
    full  = { provinces = 34, clusters = 1000, enterprises = 100000,
              years = 10 },
}

local function size_of()
    local size = {}
    for part, default in pairs(SIZES[args.size]) do
        size[part] = args[part] or default
    end
    size.first_year, size.name = FIRST_YEAR, say "name"
    size.origin = say("origin", SEED)
    return size
end

--- Each province places its own.
local function place(plan, unit, size)
    local own = { unit = unit.key }
    return ccn.place(plan, plan:enterprises():where(own), {
        years = { FIRST_YEAR, FIRST_YEAR + size.years - 1 },
        mode = args.mode, seconds = args.seconds,
        watch = args.progress == "yes" and "print" or nil,
        clusters = plan:clusters():where(own), wastewater = "capacity",
        unknown = { land = "refuse", capacity = "refuse", trade = "refuse",
                    wastewater = "refuse", treatment = "refuse" },
    })
end

local function land_of(placement)
    local land = 0
    for _, wave in ipairs(placement:waves()) do
        land = land + wave.land
    end
    return land
end

--- Adds what a province has to the nation; a bound that is missing once is
-- missing for all.
local function add(sum, part)
    for name, value in pairs(part) do
        sum[name] = (sum[name] or 0) + value
    end
    sum.proved = sum.proved ~= false and part.bound ~= nil
end

local function line(name, row, proved)
    local gap = proved and (row.total > 0
        and ("%.2f"):format(100 * (row.total - row.bound) / row.total) or "0")
    print(("%-12s %9d %9d %12.2f %17.4f %14s %12s"):format(name, row.placed,
        row.waiting, row.land, row.total,
        proved and ("%.4f"):format(row.bound) or "-", gap or "-"))
end

local function place_all(plan, size)
    local sum = {}
    print(("%-12s %9s %9s %12s %17s %14s %12s"):format(say "province",
        say "placed", say "waiting", say "land", say "sum", say "bound",
        say "gap"))
    for unit in plan:units() do
        local placement = place(plan, unit, size)
        local part = { placed = #placement.placed, bound = placement.bound,
                       waiting = #placement.waiting, total = placement.total,
                       land = land_of(placement) }
        line(unit.key, part, part.bound)
        add(sum, part)
    end
    line(say "nation", sum, sum.proved)
end

local size = size_of()
print(say("synthetic", SEED))
print(say("sizes", size.provinces, size.clusters, size.enterprises,
          size.years))
local plan = nation.make(size)
place_all(plan, size)
if args.out then
    plan:save(args.out)
    print(say("kept", args.out))
end
