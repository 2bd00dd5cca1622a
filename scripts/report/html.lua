--- A report as one HTML file that opens offline.
--
-- Everything is inside: the style, the script of the page and, where the
-- program has them, the charts (Vega-Lite, Vega and its interpreter, which
-- needs no eval).  The policy of the page allows exactly these texts, by their
-- hashes, and no request to anywhere.

local blocks = require "report.blocks"
local escape = require "report.escape"
local json   = require "report.json"
local texts  = require "lang.report"
local words  = require "wording".of(texts)

local BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    .. "0123456789+/"

--- The bytes of a hexadecimal text in base 64.
local function base64(hex)
    local bits, count, out = 0, 0, {}
    for digit in hex:gmatch "%x" do
        bits, count = bits << 4 | tonumber(digit, 16), count + 4
        if count >= 6 then
            count = count - 6
            local six = bits >> count & 63
            out[#out + 1] = BASE64:sub(six + 1, six + 1)
            bits = bits & (1 << count) - 1
        end
    end
    if count > 0 then
        local six = bits << 6 - count & 63
        out[#out + 1] = BASE64:sub(six + 1, six + 1)
    end
    return table.concat(out) .. ("="):rep(-#out % 4)
end

local function allowed(list)
    local hashes = {}
    for i, text in ipairs(list) do
        hashes[i] = "'sha256-" .. base64(ccn.sha256(text)) .. "'"
    end
    return #hashes > 0 and table.concat(hashes, " ") or "'none'"
end

--- What the page may do: run these scripts, use this style, nothing else.
local function policy(scripts, style)
    return table.concat({ "default-src 'none'",
        "script-src " .. allowed(scripts), "style-src " .. allowed { style },
        "img-src data:", "base-uri 'none'", "form-action 'none'" }, "; ")
end

local function shipped(name)
    return ccn.shipped("report/" .. name)
        or error(("the file scripts/report/%s is missing"):format(name), 0)
end

local function navigation(list)
    local out = {}
    for _, block in ipairs(list) do
        if block.kind == "section" then
            out[#out + 1] = ('<a href="#s-%s">%s</a>'):format(
                block.name, escape(block.title))
        end
    end
    if #out < 2 then
        return ""
    end
    return ('<nav aria-label="%s">%s</nav>'):format(
        escape(words "contents"), table.concat(out, "\n"))
end

local function header(report)
    local out = { "<header>" }
    local function add(text, tag, class)
        if text and text ~= "" then
            out[#out + 1] = ('<%s class="%s">%s</%s>'):format(
                tag, class, escape(text), tag)
        end
    end
    add(report.kicker, "p", "kicker")
    out[#out + 1] = "<h1>" .. escape(report.title) .. "</h1>"
    add(report.question, "p", "question")
    for _, sentence in ipairs(report.answer) do
        add(sentence, "p", "answer")
    end
    out[#out + 1] = "</header>"
    return table.concat(out, "\n")
end

local function has_charts(report)
    for _, block in ipairs(report.blocks) do
        if block.kind == "chart" then
            return true
        end
    end
    return false
end

--- The words that the script of the page shows.
local function page_words()
    local list = {}
    for key, text in pairs(texts.page) do
        list[key] = text[ccn.lang()]
    end
    return json(list)
end

return function(report)
    local scripts, style = {}, shipped "page.css"
    local charts = has_charts(report) and ccn.beside "ccn-charts.js"
    scripts[1] = charts or nil
    scripts[#scripts + 1] = shipped "page.js"
    local out = {
        "<!DOCTYPE html>",
        ('<html lang="%s">'):format(ccn.lang()), "<head>",
        '<meta charset="utf-8">',
        ('<meta http-equiv="Content-Security-Policy" content="%s">'):format(
            policy(scripts, style)),
        '<meta name="viewport" content="width=device-width, '
            .. 'initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="generator" content="ccn">',
        "<title>" .. escape(report.title) .. "</title>",
        "<style>" .. style .. "</style>", "</head>", "<body>",
        header(report), navigation(report.blocks), "<main>",
        "<noscript><p class=\"note\">" .. escape(words "noscript")
            .. "</p></noscript>",
        blocks.html(report.blocks), "</main>",
        '<script type="application/json" id="words">' .. page_words()
            .. "</script>",
    }
    for _, script in ipairs(scripts) do
        out[#out + 1] = "<script>" .. script .. "</script>"
    end
    out[#out + 1] = "</body>\n</html>\n"
    return table.concat(out, "\n")
end
