#!/bin/sh
# A field of the model is a property in Lua and a column in the plan file:
# what `ccn describe` says is asked of the program and of SQLite.
set -u
. tests/tools/shell
begin fields

"$CCN" describe md --lang en >"$work/reference.md"
"$CCN" describe luals >"$work/ccn.d.lua"
"$CCN" describe sql >"$work/schema.sql"

# The fields as lines "table field stored|calculated".
awk -F' *[|] *' '
    /^## / { table = substr($0, 4) }
    /^[|] `/ {
        name = $2; gsub(/`/, "", name)
        calculated = $7 ~ /^(calculated|sum of|count of)/
        print table, name, calculated ? "calculated" : "stored"
    }' "$work/reference.md" >"$work/fields"
holds 'the reference has fields' grep -q '^cluster total_area stored$' \
    "$work/fields"

awk 'BEGIN { print "local plan = ccn.new \"fields\"\nlocal row" }
    $1 != table {
        table = $1
        print "row = plan:add(\"" table "\", { key = \"k\" })"
        print "assert(plan:" table "(\"k\") == row)"
    }
    { print "assert(pcall(function() return row." $2 " end))" }
    $3 == "calculated" {
        print "assert(not pcall(function() row." $2 " = 1 end))"
    }
    END { print "assert(not pcall(function() return row.no_such end))" }
    ' "$work/fields" >"$work/fields.lua"
holds 'every field is a property in Lua' "$CCN" run "$work/fields.lua"

# The descriptions for the editor name the same fields.
awk '/^---@class / { table = "" }
    /^---@class ccn\..*: ccn.row/ { table = $2; sub(/^ccn\./, "", table)
         sub(/:$/, "", table) }
    /^---@field / && table { print table, $2 }' "$work/ccn.d.lua" >"$work/completed"
cut -d' ' -f1,2 "$work/fields" >"$work/named"
holds 'every field is completed' diff "$work/named" "$work/completed"

# Stored ones are columns, calculated ones are not.
sqlite3 "$work/schema.db" <"$work/schema.sql"
for table in $(cut -d' ' -f1 "$work/fields" | uniq); do
    sqlite3 "$work/schema.db" "SELECT name FROM pragma_table_info('$table')" |
        grep -vxE 'fid' | sed "s/^/$table /"
done | sort >"$work/columns"
awk '$3 == "stored" { print $1, $2 }' "$work/fields" | sort >"$work/stored"
holds 'every stored field is a column, and no other' \
    diff "$work/stored" "$work/columns"

finish
