--- The sweep of futures in which the extension slips, for ccn triggers.
--
--     build/ccn sweep scenarios/dieu_chinh/slip.lua plan=build/laocai.gpkg
--     build/ccn triggers build/dieu_chinh.gpkg on=2027-12-31 \
--         sweep=out/slip.sqlite subject="Âu Lâu" events=extension-late=no_land

local args = ccn.args or {}
if not args.plan then
    error(require "words" "no plan", 0)
end
print(require "futures"(ccn.open(args.plan)))
