--- The blocks of a report as HTML.

local cell   = require "report.cell"
local escape = require "report.escape"
local glue   = require "report.glue"
local json   = require "report.json"
local words  = require "wording".of(require "lang.report")

local blocks = {}

--- Running text: a number and its unit stay together.
local function prose(text)
    return escape(glue(text, "\u{A0}"))
end

local function number(value)
    return type(value) == "number" and json.number(value) or nil
end

-- Rows whose bars are drawn; a browser takes long for thousands of pictures.
local DRAWN = 300

-- Rows that a page shows at first, for the same reason; page.js has the rest at
-- hand, and without scripts all are shown.
local SHOWN = 500

--- A stacked bar of its parts, or one bar, out of `most`.
local function bar(read, most)
    local parts = read.parts or { read.value }
    local x, out = 0, { '<svg class="bar" viewBox="0 0 100 8" '
        .. 'preserveAspectRatio="none" aria-hidden="true">' }
    for i, part in ipairs(parts) do
        local wide = most > 0 and math.max(0, 100 * part / most) or 0
        if wide > 0 then
            out[#out + 1] = ('<rect class="p%d" x="%.2f" width="%.2f" '
                .. 'height="8"/>'):format((i - 1) % 8 + 1, x, wide)
            x = x + wide
        end
    end
    out[#out + 1] = "</svg>"
    return table.concat(out)
end

local function td(column, read, most)
    if read.unknown then
        return '<td class="unknown">–</td>'
    end
    local raw = number(read.value)
    local class = read.tone or column.number and "number"
        or column.align == "right" and "right" or nil
    if not raw and type(read.value) == "string" and read.value ~= read.text then
        raw = escape(read.value)
    end
    local text = prose(read.text)
    if column.kind == "bar" and most then
        text, class = bar(read, most) .. " <span>" .. text .. "</span>", "bar"
    end
    return ("<td%s%s>%s</td>"):format(
        class and (' class="%s"'):format(class) or "",
        raw and (' data-value="%s"'):format(raw) or "", text)
end

local function th(column)
    return ('<th scope="col" data-kind="%s"%s>%s</th>'):format(
        column.number and "number" or column.kind,
        column.unit and (' data-unit="%s"'):format(escape(column.unit)) or "",
        escape(cell.title(column)))
end

local function largest(rows, i)
    local most = 0
    for _, row in ipairs(rows) do
        local value = row[i].value
        most = type(value) == "number" and math.max(most, value) or most
    end
    return most
end

local function table_only(block)
    local most, head, body = {}, {}, {}
    for i, column in ipairs(block.columns) do
        head[i] = th(column)
        most[i] = column.kind == "bar" and largest(block.rows, i) or 0
    end
    for r, row in ipairs(block.rows) do
        local cells = {}
        for i, column in ipairs(block.columns) do
            cells[i] = td(column, row[i], r <= DRAWN and most[i] or nil)
        end
        body[r] = (r <= SHOWN and "<tr>" or '<tr class="more">')
            .. table.concat(cells) .. "</tr>"
    end
    return ('<div class="scroll"><table data-name="%s"><thead><tr>%s</tr>'
        .. '</thead><tbody>\n%s\n</tbody></table></div>'):format(
        block.name, table.concat(head), table.concat(body, "\n"))
end

local function note(block)
    return block.note and '<p class="note">' .. prose(block.note) .. "</p>"
        or ""
end

local function caption(block)
    return block.title
        and "<figcaption>" .. escape(block.title) .. "</figcaption>" or ""
end

local function table_figure(block)
    if #block.rows == 0 then
        return caption(block) .. "<p>" .. escape(words "nothing") .. "</p>"
            .. note(block)
    end
    return ('<figure class="table" id="t-%s">%s<div class="tools"></div>%s%s'
        .. '</figure>'):format(block.name, caption(block), table_only(block),
                               note(block))
end

--- The numbers of a chart: folded below it, or a table of the page.
local function numbers_of(block)
    local word = escape(words "numbers")
    if block.beside then
        return ('<p class="beside"><a href="#t-%s">%s</a></p>'):format(
            block.beside, word)
    end
    return ("<details><summary>%s</summary>%s</details>"):format(
        word, table_figure(block.table))
end

local function chart(block)
    local spec = "c-" .. block.name .. "-spec"
    return table.concat {
        ('<figure class="chart" id="c-%s" role="group">'):format(block.name),
        caption(block),
        ('<div class="plot" role="img" aria-label="%s" data-spec="%s"></div>')
            :format(escape(block.alt), spec),
        note(block),
        numbers_of(block), "</figure>\n",
        ('<script type="application/json" id="%s">'):format(spec),
        json(block.spec), "</script>",
    }
end

local SHOW = { table = table_figure, chart = chart }

function SHOW.subsection(block)
    return "<h3>" .. escape(block.title) .. "</h3>"
end

function SHOW.text(block)
    return "<p>" .. prose(block.text) .. "</p>"
end

function SHOW.plain(block)
    return "<pre>" .. escape(block.text) .. "</pre>"
end

--- The blocks of a list, sections and all, as lines of HTML.
function blocks.html(list)
    local out, items, open = {}, false, false
    for _, block in ipairs(list) do
        if items and block.kind ~= "item" then
            out[#out + 1], items = "</ul>", false
        end
        if block.kind == "section" then
            out[#out + 1] = open and "</section>" or nil
            out[#out + 1] = ('<section id="s-%s"><h2>%s</h2>'):format(
                block.name, escape(block.title))
            open = true
        elseif block.kind == "item" then
            out[#out + 1] = not items and "<ul>" or nil
            items = true
            out[#out + 1] = "<li>" .. prose(block.text) .. "</li>"
        else
            out[#out + 1] = SHOW[block.kind](block)
        end
    end
    out[#out + 1] = items and "</ul>" or nil
    out[#out + 1] = open and "</section>" or nil
    return table.concat(out, "\n")
end

return blocks
