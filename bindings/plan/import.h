/* Files of tables in Lua.
 *
 *     local data = ccn.csv("plan.csv", { separator = "semicolon" })
 *     data.headings[1], data.rows[1][1], data.rows[1].line
 *
 * Cells are texts, blank ones nil; a ' that keeps a spreadsheet from taking a
 * text for a formula is gone.  Without a separator it is found from the first
 * line.  data.decimal is the decimal sign of the options, for ccn.number.
 *
 *     ccn.number("1.234,5", "comma")      1234.5
 *     ccn.number("1.234")                 nil, "it is not said whether ..."
 *     ccn.number("28.29", "point", "tỷ đồng", "VND")      28290000000, exact
 *
 *     plan:import("clusters.csv", "cluster", {
 *         decimal = "point",              "point" or "comma"
 *         separator = "comma",            or "semicolon", "tab"
 *         policy = "add",                 or "update", "both"
 *         clear = false,                  true: blank cells make unknown
 *         headings = { ["Diện tích"] = "total_area [m2]", ["STT"] = "" },
 *     })                                  number of rows; all or nothing
 *
 *     plan:export("cluster", { decimal = "comma", separator = "semicolon",
 *                              bom = true })     the CSV as a text
 */
#ifndef BINDINGS_PLAN_IMPORT_H
#define BINDINGS_PLAN_IMPORT_H

#include "bindings/plan/bind.h"

/* For the table ccn, and for the methods of plans. */
extern const luaL_Reg bind_import_functions[];
extern const luaL_Reg bind_import_methods[];

#endif
