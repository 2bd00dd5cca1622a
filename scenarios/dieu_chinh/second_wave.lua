--- What is asked of `ccn propose` at the cut-off of 30/6/2028 (replan.lua).
--
--     build/ccn propose build/dieu_chinh.gpkg \
--         scenarios/dieu_chinh/second_wave.lua version=v4

return require "replan".options("2028-6m", 12)
