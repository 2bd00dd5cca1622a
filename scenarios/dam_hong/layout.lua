--- The report of the scenario, which its parts fill: headings, texts, tables.
--
--     layout.begin { title = "…", question = "…", answer = { "…" } }
--     layout.heading("Land", "land")
--     layout.table("fills", { "as of", { "free" } }, rows)
--     layout.report:save "report.html"

local layout = {}

--- Begins a report; options as those of ccn.report.
function layout.begin(options)
    layout.report = ccn.report(options)
end

--- A section; name stands in the address of the page.
function layout.heading(text, name)
    layout.report:section(text, name)
end

function layout.text(text)
    layout.report:text(text)
end

--- One point of a list.
function layout.item(text)
    layout.report:item(text)
end

--- A table: a column is a title, or { title } when its cells are numbers.
function layout.table(name, columns, rows, title)
    local described = {}
    for i, column in ipairs(columns) do
        local number = type(column) == "table"
        described[i] = { title = number and column[1] or column,
                         kind = number and "number" or "text" }
    end
    layout.report:table { name = name, columns = described, rows = rows,
                          title = title }
end

return layout
