/* Files of tables in Lua: ccn.csv, ccn.number, plan:import, plan:export. */
#include "bindings/plan/import.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/host/host.h"
#include "bindings/lua/held.h"
#include "bindings/lua/sorted.h"
#include "core/base/say.h"
#include "core/io/csv.h"
#include "core/io/export.h"
#include "core/io/file.h"
#include "core/io/import.h"
#include "core/io/unit.h"

/* What must be freed, however the function ends: Lua does it. */
struct scratch {
    struct text bytes, out;
    struct csv csv;
    bool open; /* csv is */
    struct import_result result;
};

static int scratch_release(lua_State *L)
{
    struct scratch *scratch = lua_touserdata(L, 1);
    if (scratch->open)
        csv_close(&scratch->csv);
    scratch->open = false;
    import_release(&scratch->result);
    text_release(&scratch->bytes);
    text_release(&scratch->out);
    return 0;
}

static struct scratch *scratch_new(lua_State *L)
{
    struct scratch *scratch =
        held_push(L, sizeof *scratch, "ccn.scratch", scratch_release);
    *scratch = (struct scratch){ .bytes = TEXT_INIT, .out = TEXT_INIT };
    return scratch;
}

/* Memory goes back now and not when Lua next collects. */
static void scratch_done(struct scratch *scratch)
{
    import_release(&scratch->result);
    text_release(&scratch->bytes);
    text_release(&scratch->out);
}

/* Options. */

/* Every key of the table at index must be one of the names. */
static void check_options(lua_State *L, int index, const char *const names[])
{
    if (lua_isnoneornil(L, index))
        return;
    luaL_checktype(L, index, LUA_TTABLE);
    lua_pushnil(L);
    while (sorted_step(L, index)) {
        const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
                                                         : luaL_typename(L, -2);
        int i = 0;
        while (names[i] && strcmp(names[i], key) != 0)
            i++;
        if (!names[i])
            luaL_error(L, say("there is no option '%s'"), key);
        lua_pop(L, 1);
    }
}

/* Push an option, without metamethods; its type. */
static int push_option(lua_State *L, int index, const char *name)
{
    if (!lua_istable(L, index)) {
        lua_pushnil(L);
        return LUA_TNIL;
    }
    lua_pushstring(L, name);
    return lua_rawget(L, index);
}

/* A text option, or NULL; good as long as the table holds it. */
static const char *option(lua_State *L, int index, const char *name)
{
    const char *text = NULL;
    int type = push_option(L, index, name);
    if (type == LUA_TSTRING)
        text = lua_tostring(L, -1);
    else if (type != LUA_TNIL)
        luaL_error(L, say("option '%s' must be a text"), name);
    lua_pop(L, 1);
    return text;
}

static bool option_flag(lua_State *L, int index, const char *name)
{
    push_option(L, index, name);
    bool flag = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return flag;
}

static char option_separator(lua_State *L, int index)
{
    const char *name = option(L, index, "separator");
    char separator = name ? csv_separator_named(name) : 0;
    if (name && !separator)
        luaL_error(L,
                   say("separator must be comma, semicolon or tab, got '%s'"),
                   name);
    return separator;
}

static enum decimal decimal_of(lua_State *L, const char *name)
{
    enum decimal decimal = DECIMAL_UNDECLARED;
    struct err err;
    if (name && !decimal_named(name, &decimal, &err))
        bind_raise(L, &err);
    return decimal;
}

static enum import_policy option_policy(lua_State *L, int index)
{
    const char *name = option(L, index, "policy");
    enum import_policy policy = IMPORT_ADD;
    struct err err;
    if (name && !import_policy_named(name, &policy, &err))
        bind_raise(L, &err);
    return policy;
}

static int by_from(const void *left, const void *right)
{
    const struct import_heading *a = left, *b = right;
    return strcmp(a->from, b->from);
}

static int count_pairs(lua_State *L, int table)
{
    int n = 0;
    lua_pushnil(L);
    for (; lua_next(L, table); n++)
        lua_pop(L, 1);
    return n;
}

/* headings = { ["Diện tích"] = "total_area [m2]", ["STT"] = "" }, sorted so
 * that messages do not depend on the order inside the table.  Pushes what
 * must stay on the stack while the array is used, and until then nothing may
 * be called that could change the table. */
static void option_headings(lua_State *L, int index,
                            struct import_options *options)
{
    if (push_option(L, index, "headings") == LUA_TNIL)
        return;
    int table = lua_gettop(L);
    luaL_checktype(L, table, LUA_TTABLE);
    size_t size = (size_t)count_pairs(L, table) * sizeof *options->headings;
    struct import_heading *headings = lua_newuserdatauv(L, size + 1, 0);
    int n = 0;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        if (lua_type(L, -2) != LUA_TSTRING || lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, say("headings must be pairs of texts"));
        headings[n].from = lua_tostring(L, -2);
        headings[n++].to = lua_tostring(L, -1);
        lua_pop(L, 1);
    }
    qsort(headings, (size_t)n, sizeof *headings, by_from);
    options->headings = headings;
    options->nheadings = n;
}

/* Load the file at this index, if the script may read it. */
static void load(lua_State *L, int index, struct text *bytes)
{
    const char *path = bind_path(L, index);
    char resolved[PATH_MAX];
    struct err err;
    if (!bind_read(L, path, resolved, sizeof resolved, &err) ||
        !file_load(resolved, FILE_MOST, bytes, &err))
        bind_raise(L, &err);
}

/* ccn.csv */

static int raise_place(lua_State *L, const struct csv *csv, struct err *err)
{
    csv_place(csv, err);
    err_in(err, "%s", lua_tostring(L, 1));
    return bind_raise(L, err);
}

/* { "a", nil, "c"; line = 2 } */
static void push_row(lua_State *L, const struct csv *csv)
{
    lua_createtable(L, csv->ncolumns, 1);
    for (int i = 0; i < csv->ncolumns; i++) {
        if (!*csv->cell[i])
            continue;
        lua_pushstring(L, export_plain(csv->cell[i]));
        lua_rawseti(L, -2, i + 1);
    }
    lua_pushinteger(L, csv->line);
    lua_setfield(L, -2, "line");
}

static void push_headings(lua_State *L, const struct csv *csv)
{
    lua_createtable(L, csv->ncolumns, 0);
    for (int i = 0; i < csv->ncolumns; i++) {
        lua_pushstring(L, csv->heading[i]);
        lua_rawseti(L, -2, i + 1);
    }
}

static int csv_read(lua_State *L)
{
    static const char *const names[] = { "decimal", "separator", NULL };
    lua_settop(L, 2);
    check_options(L, 2, names);
    char separator = option_separator(L, 2);
    enum decimal decimal = decimal_of(L, option(L, 2, "decimal"));
    struct scratch *scratch = scratch_new(L);
    struct csv *csv = &scratch->csv;
    load(L, 1, &scratch->bytes);

    struct err err;
    if (!csv_open(csv, scratch->bytes.bytes, scratch->bytes.size, separator,
                  &err))
        return raise_place(L, csv, &err);
    scratch->open = true;

    lua_createtable(L, 0, 3);
    push_headings(L, csv);
    lua_setfield(L, -2, "headings");
    if (decimal != DECIMAL_UNDECLARED) {
        lua_pushstring(L, decimal == DECIMAL_POINT ? "point" : "comma");
        lua_setfield(L, -2, "decimal");
    }
    lua_newtable(L);
    enum csv_got got;
    for (int n = 1; (got = csv_next(csv, &err)) != CSV_END; n++) {
        if (got == CSV_BAD)
            return raise_place(L, csv, &err);
        push_row(L, csv);
        lua_rawseti(L, -2, n);
    }
    lua_setfield(L, -2, "rows");
    csv_close(csv);
    scratch->open = false;
    scratch_done(scratch);
    return 1;
}

/* ccn.number */

/* A whole number as an integer, anything else as the nearest double. */
static bool push_number(lua_State *L, const struct number *number,
                        struct factor factor, struct err *err)
{
    int64_t whole;
    double real;
    struct err ignored;
    if (number_whole(number, factor.times, factor.tens, NULL, &whole,
                     &ignored)) {
        lua_pushinteger(L, whole);
        return true;
    }
    if (!number_real(number, factor.times, factor.tens, &real, err))
        return false;
    lua_pushnumber(L, real);
    return true;
}

/* From the unit at the index to the one behind it, if there are any. */
static struct factor factor_at(lua_State *L, int index)
{
    struct factor factor = { .times = 1 };
    struct err err;
    if (!lua_isnoneornil(L, index) &&
        !unit_factor(luaL_checkstring(L, index), luaL_checkstring(L, index + 1),
                     &factor, &err))
        bind_raise(L, &err);
    return factor;
}

static int number_of(lua_State *L)
{
    enum decimal decimal = decimal_of(L, luaL_optstring(L, 2, NULL));
    struct factor factor = factor_at(L, 3);
    struct number number;
    struct err err;
    if (lua_isnoneornil(L, 1)) {
        lua_pushnil(L);
        return 1;
    }
    const char *text = luaL_checkstring(L, 1);
    if (number_read(text, decimal, &number, &err) &&
        push_number(L, &number, factor, &err))
        return 1;
    lua_pushnil(L);
    lua_pushstring(L, err.text);
    return 2;
}

/* plan:import, plan:export */

/* Every refusal on a line of its own, behind the place in the script. */
static int raise_refused(lua_State *L, struct scratch *scratch)
{
    import_print(&scratch->result, IMPORT_PRINTED, &scratch->out);
    text_add(&scratch->out, "%s", say("nothing was taken"));
    luaL_where(L, 1);
    lua_pushlstring(L, scratch->out.bytes, scratch->out.size);
    lua_concat(L, 2);
    scratch_done(scratch);
    return lua_error(L);
}

static int plan_import(lua_State *L)
{
    static const char *const names[] = { "clear",  "decimal",   "headings",
                                         "policy", "separator", NULL };
    lua_settop(L, 4);
    struct plan *plan = bind_plan(L, 1);
    int table = bind_table(L, 3);
    check_options(L, 4, names);
    struct import_options options = {
        .file = bind_path(L, 2),
        .separator = option_separator(L, 4),
        .decimal = decimal_of(L, option(L, 4, "decimal")),
        .policy = option_policy(L, 4),
        .clear = option_flag(L, 4, "clear"),
    };
    struct scratch *scratch = scratch_new(L);
    load(L, 2, &scratch->bytes);
    option_headings(L, 4, &options);

    struct err err;
    struct import_result *result = &scratch->result;
    if (!import_csv(plan, table, &scratch->bytes, &options, result, &err))
        return result->nrefused ? raise_refused(L, scratch)
                                : bind_raise(L, &err);
    lua_pushinteger(L, result->added + result->updated);
    scratch_done(scratch);
    return 1;
}

static int plan_export(lua_State *L)
{
    static const char *const names[] = { "bom", "decimal", "separator", NULL };
    lua_settop(L, 3);
    struct plan *plan = bind_plan(L, 1);
    int table = bind_table(L, 2);
    check_options(L, 3, names);
    const struct export_form form = {
        .separator = option_separator(L, 3),
        .decimal = decimal_of(L, option(L, 3, "decimal")),
        .bom = option_flag(L, 3, "bom"),
    };
    struct scratch *scratch = scratch_new(L);
    struct err err;
    if (!export_table(plan, table, &form, &scratch->out, &err))
        return bind_raise(L, &err);
    lua_pushlstring(L, scratch->out.bytes, scratch->out.size);
    scratch_done(scratch);
    return 1;
}

const luaL_Reg bind_import_functions[] = { { "csv", csv_read },
                                           { "number", number_of },
                                           { NULL, NULL } };

const luaL_Reg bind_import_methods[] = { { "import", plan_import },
                                         { "export", plan_export },
                                         { NULL, NULL } };
