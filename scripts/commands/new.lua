--- `ccn new NAME`: a folder with a scenario that runs at once, and its data.
-- The parent has made the folder, and takes it away again when this fails.

local try = require "commands.try"

local folder = ccn.args[1]:gsub("/+$", "")
local name = folder:match "[^/]+$"

--- The comments in the language of the reader, the name put in.
local function filled(text)
    local lines, other = {}, ccn.lang() == "vi" and "en" or "vi"
    for line in text:gmatch "([^\n]*)\n" do
        if not line:find("^%s*%-%-" .. other .. " ") then
            line = line:gsub("^(%s*%-%-)" .. ccn.lang() .. " ", "%1 ")
            lines[#lines + 1] = line:gsub("NAME", name)
        end
    end
    return table.concat(lines, "\n") .. "\n"
end

local function write(from, to)
    local text = ccn.shipped("new/" .. from)
        or error(("the file scripts/new/%s is missing"):format(from), 0)
    try(ccn.save_file, folder .. "/" .. to, from:find "%.lua$"
        and filled(text) or text)
end

write("scenario.lua", name .. ".lua")
write("enterprises.csv", "enterprises.csv")

local TEXT = {
    en = "%s/ holds a scenario and its data.  Run it:\n"
        .. "    ccn run %s/%s.lua report=%s.html",
    vi = "%s/ có một kịch bản và số liệu của nó.  Chạy thử:\n"
        .. "    ccn run %s/%s.lua report=%s.html",
}
print(TEXT[ccn.lang()]:format(folder, folder, name, name))
