--- Reports for the tests in a browser: words=, hostile=, empty= and numbers=
-- name files.

local args = ccn.args

local SENTENCE = "Ắ Ằ Ẳ Ẵ Ặ ấ ầ ẩ ẫ ậ đ Đ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ "
    .. "ứ ừ ử ữ ự ỳ ỷ ỹ ỵ"

local function bars(values)
    return { data = { values = values }, mark = "bar", encoding = {
        y = { field = "who", type = "nominal" },
        x = { field = "n", type = "quantitative" } } }
end

local function words()
    local report = ccn.report { title = SENTENCE }
    local rows = { { "Đầm Hồng", 2.7487231, '=1+1,"x"' },
                   { "Âu Lâu", nil, "a" } }
    for i = 1, 7 do
        rows[i + 2] = { "C" .. i, i == 4 and 1000 or i + 1, "b" }
    end
    report:section "Đất":text(SENTENCE)
    report:table { name = "rows", rows = rows, columns = { "who",
        { title = "free", unit = "ha", kind = "number", digits = 2 },
        "text" } }
    report:chart { name = "bars", alt = "Bars of two clusters",
                   spec = bars { { who = "Đầm Hồng", n = 2 },
                                 { who = "Âu Lâu", n = 3 } },
                   table = { columns = { "who" },
                             rows = { { "Đầm Hồng" } } } }
    return report
end

local HOSTILE = {
    "<script>window.ran = true</script>",
    "</script><script>window.ran = true</script>",
    "<img src=x onerror='window.ran=true'>", "\" onclick=\"window.ran=true",
    "'; window.ran = true; '", "javascript:window.ran=true",
    "\u{202E}txet desrever\u{202C}", "שלום عليكم", ("a\u{301}"):rep(200),
    ("x"):rep(500), "\0\1\27[31m", "\xff\xfe bad \xc3", "<!-- -->", "&lt;b&gt;",
    "{{7*7}}", "<svg onload=window.ran=true>",
}

local function hostile()
    local report = ccn.report { title = HOSTILE[1], question = HOSTILE[3],
                                answer = HOSTILE, kicker = HOSTILE[2] }
    local rows, values = {}, {}
    for i, text in ipairs(HOSTILE) do
        report:section(text, text):subsection(text):text(text):item(text)
        report:plain(text)
        rows[i] = { text, { text = text, value = text }, i }
        values[i] = { who = text, n = i }
    end
    local described = { name = HOSTILE[4], title = HOSTILE[1],
        note = HOSTILE[2], rows = rows, columns = { { title = HOSTILE[1],
            unit = HOSTILE[4] }, HOSTILE[3], { title = "n",
            kind = "number" } } }
    report:table(described)
    report:chart { name = HOSTILE[2], title = HOSTILE[1], alt = HOSTILE[4],
                   spec = bars(values), table = described }
    return report
end

--- Thousands and halves on one axis each.
local function numbers()
    local report = ccn.report { title = "Số" }
    for name, n in pairs { thousands = 4000, halves = 1 } do
        report:chart { name = name, alt = "Hai thanh cho hai cụm",
                       spec = bars { { who = "Đầm Hồng", n = n },
                                     { who = "Âu Lâu", n = n / 2 } },
                       table = { columns = { "who" },
                                 rows = { { "Đầm Hồng" } } } }
    end
    return report
end

if args.numbers then
    numbers():save(args.numbers)
end
if args.words then
    words():save(args.words)
end
if args.hostile then
    hostile():save(args.hostile)
end
if args.empty then
    require "report.overview"(ccn.new "Nothing", {}):save(args.empty)
end
