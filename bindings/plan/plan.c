#include <string.h>

#include "bindings/plan/bind.h"
#include "bindings/plan/hint.h"
#include "bindings/plan/history.h"
#include "bindings/plan/import.h"
#include "bindings/plan/rebase.h"
#include "bindings/plan/save.h"
#include "bindings/plan/scenario.h"
#include "core/base/nearest.h"
#include "core/base/say.h"
#include "core/data/describe.h"

struct plan *bind_plan(lua_State *L, int index)
{
    struct box *box = luaL_checkudata(L, index, BIND_PLAN);
    if (!box->plan)
        bind_fail(L, "the plan is closed");
    return box->plan;
}

struct box *bind_push_box(lua_State *L)
{
    struct box *box = lua_newuserdatauv(L, sizeof *box, 1);
    *box = (struct box){ 0 };
    luaL_setmetatable(L, BIND_PLAN);

    lua_newtable(L); /* its rows, held weakly */
    luaL_setmetatable(L, BIND_PLAN ".rows");
    lua_setiuservalue(L, -2, 1);
    return box;
}

static int box_close(lua_State *L)
{
    struct box *box = luaL_checkudata(L, 1, BIND_PLAN);
    plan_free(box->plan);
    plan_free(box->saved);
    *box = (struct box){ 0 };
    return 0;
}

static int plan_tostring(lua_State *L)
{
    const struct box *box = luaL_checkudata(L, 1, BIND_PLAN);
    lua_pushfstring(L, box->plan ? "plan %s" : "closed plan%s",
                    box->plan ? plan_name(box->plan) : "");
    return 1;
}

/* The name of a plan at this argument: one line of text. */
const char *bind_plan_name(lua_State *L, int arg)
{
    size_t size;
    const char *name = luaL_checklstring(L, arg, &size);
    for (size_t i = 0; i < size; i++) {
        if ((unsigned char)name[i] < ' ' || name[i] == 127)
            bind_fail(L, "the name of a plan is one line of text");
    }
    return name;
}

/* ccn.new(name) gives an empty plan. */
static int new_plan(lua_State *L)
{
    const char *name = bind_plan_name(L, 1);
    struct box *box = bind_push_box(L); /* before the plan: rule 2 */
    box->plan = model_new(name);
    return 1;
}

/* plan:name() */
static int name_plan(lua_State *L)
{
    lua_pushstring(L, plan_name(bind_plan(L, 1)));
    return 1;
}

int bind_table(lua_State *L, int arg)
{
    const char *name = luaL_checkstring(L, arg);
    struct nearest nearest = nearest_to(name);
    for (int table = 0; table < MODEL_TABLES; table++) {
        if (strcmp(model_schema[table]->name, name) == 0)
            return table;
        nearest_try(&nearest, model_schema[table]->name);
    }
    if (nearest.best)
        return bind_fail(L, "there is no table '%s'; did you mean '%s'?", name,
                         nearest.best);
    return bind_fail(L, "there is no table '%s'", name);
}

/* plan:add("cluster", { key = "C-1", projects = 9 }) gives the new row. */
static int add_row(lua_State *L)
{
    struct plan *plan = bind_plan(L, 1);
    int table = bind_table(L, 2);
    luaL_checktype(L, 3, LUA_TTABLE);
    const struct schema *schema = plan_schema(plan, table);

    struct value values[FIELDS_MAX] = { 0 };
    lua_settop(L, 3);
    luaL_checkstack(L, FIELDS_MAX + LUA_MINSTACK, NULL);
    for (int i = 0; i < schema->nfields; i++) {
        /* stays on the stack, so that texts in it stay good */
        lua_pushstring(L, schema->field[i].name);
        lua_rawget(L, 3);
        if (!lua_isnil(L, -1))
            values[i] =
                bind_value(L, -1, lua_touserdata(L, 1), &schema->field[i]);
    }
    luaL_checkstack(L, LUA_MINSTACK, NULL);
    bind_fields(L, 3, schema);

    struct err err;
    int row = plan_add(plan, table, values, &err);
    if (row < 0)
        return bind_raise(L, &err);
    bind_push_row(L, 1, table, row);
    return 1;
}

/* plan:remove(row) */
static int remove_row(lua_State *L)
{
    struct plan *plan = bind_plan(L, 1);
    const struct row *row = bind_row(L, 2, -1);
    if (row->box->plan != plan)
        return bind_fail(L, "it is a row of another plan");

    struct err err;
    if (!plan_remove(plan, row->table, row->row, &err))
        return bind_raise(L, &err);
    return 0;
}

/* plan:cluster(key) gives the cluster with this key, or nil. */
static int find_row(lua_State *L)
{
    int table = (int)lua_tointeger(L, lua_upvalueindex(1));
    int row = plan_find(bind_plan(L, 1), table, luaL_checkstring(L, 2));
    if (row < 0)
        return hint_missing(L, 1, table, lua_tostring(L, 2));
    bind_push_row(L, 1, table, row);
    return 1;
}

/* plan:clusters() gives a selection of all clusters. */
static int all_rows(lua_State *L)
{
    bind_plan(L, 1);
    bind_push_all(L, 1, (int)lua_tointeger(L, lua_upvalueindex(1)));
    return 1;
}

/* Descriptions of fields are read raw: a metamethod could close the plan. */

static int push_raw(lua_State *L, int table, const char *name)
{
    lua_pushstring(L, name);
    return lua_rawget(L, table);
}

/* Left on the stack, so that the text stays good. */
static const char *text_of(lua_State *L, int table, const char *name)
{
    int type = push_raw(L, table, name);
    if (type != LUA_TNIL && type != LUA_TSTRING)
        bind_fail(L, "%s must be a text", name);
    return lua_tostring(L, -1);
}

static double number_of(lua_State *L, int table, const char *name)
{
    int type = push_raw(L, table, name);
    if (type != LUA_TNIL && type != LUA_TNUMBER)
        bind_fail(L, "%s must be a number", name);
    return lua_tonumber(L, -1);
}

static enum kind kind_of(lua_State *L, int table)
{
    static const char *const names[] = { "number", "whole",  "money", "area",
                                         "text",   "choice", "set",   "date",
                                         "flag",   NULL };
    static const enum kind kinds[] = { KIND_REAL, KIND_WHOLE, KIND_MONEY,
                                       KIND_AREA, KIND_TEXT,  KIND_CHOICE,
                                       KIND_SET,  KIND_DATE,  KIND_FLAG };
    const char *name = text_of(L, table, "kind");
    if (!name)
        return KIND_TEXT;
    for (int i = 0; names[i]; i++) {
        if (strcmp(names[i], name) == 0)
            return kinds[i];
    }
    bind_fail(L,
              "there is no kind '%s'; the kinds are number, whole, money, "
              "area, text, choice, set, date and flag",
              name);
    return KIND_TEXT;
}

/* The choices of a new field, in memory that Lua frees. */
static const char *const *choices_of(lua_State *L, int table)
{
    int type = push_raw(L, table, "choices");
    if (type == LUA_TNIL)
        return NULL;
    if (type != LUA_TTABLE)
        bind_fail(L, "choices must be a table of names");
    int list = lua_gettop(L);
    int n = (int)lua_rawlen(L, list);
    if (n < 1 || n > 1000)
        bind_fail(L, "choices must be 1 to 1000 names");
    luaL_checkstack(L, n + LUA_MINSTACK, NULL);
    const char **names =
        lua_newuserdatauv(L, (size_t)(n + 1) * sizeof *names, 0);
    for (int i = 0; i < n; i++) {
        if (lua_rawgeti(L, list, i + 1) != LUA_TSTRING)
            bind_fail(L, "choices must be a table of names");
        names[i] = lua_tostring(L, -1);
    }
    names[n] = NULL;
    return names;
}

/* plan:define("enterprise", { name = "x_noise", kind = "number", ... }) adds
 * a field of one's own. */
static int define_field(lua_State *L)
{
    struct plan *plan = bind_plan(L, 1);
    int table = bind_table(L, 2);
    luaL_checktype(L, 3, LUA_TTABLE);
    luaL_checkstack(L, 32, NULL);

    struct field field = { .name = text_of(L, 3, "name") };
    if (!field.name)
        return bind_fail(L, "a field needs a name");
    field.kind = kind_of(L, 3);
    field.unit = text_of(L, 3, "unit");
    if (!field.unit)
        field.unit = field.kind == KIND_AREA    ? "ha"
                     : field.kind == KIND_MONEY ? "VND"
                                                : "";
    field.en = text_of(L, 3, "en");
    field.vi = text_of(L, 3, "vi");
    field.doc = text_of(L, 3, "doc");
    field.min = number_of(L, 3, "min");
    field.max = number_of(L, 3, "max");
    field.choices = choices_of(L, 3);

    struct err err;
    if (!plan_define(plan, table, &field, &err))
        return bind_raise(L, &err);
    return 0;
}

static void push_names(lua_State *L, const char *const *names)
{
    lua_newtable(L);
    for (int i = 0; names[i]; lua_rawseti(L, -2, ++i))
        lua_pushstring(L, names[i]);
}

static void push_field(lua_State *L, const struct field *field)
{
    lua_createtable(L, 0, 8);
    lua_pushstring(L, field->name);
    lua_setfield(L, -2, "name");
    lua_pushstring(L, describe_kind(field));
    lua_setfield(L, -2, "kind");
    lua_pushstring(L, field->unit);
    lua_setfield(L, -2, "unit");
    lua_pushstring(L, field->en);
    lua_setfield(L, -2, "en");
    lua_pushstring(L, field->vi);
    lua_setfield(L, -2, "vi");
    lua_pushstring(L, field->doc);
    lua_setfield(L, -2, "doc");
    lua_pushboolean(L, field_calculated(field));
    lua_setfield(L, -2, "calculated");
    if (field->kind == KIND_REF || (field->kind == KIND_SET && field->refers)) {
        lua_pushstring(L, model_schema[field->refers - 1]->name);
        lua_setfield(L, -2, "refers");
    }
    if (!field->choices)
        return;
    push_names(L, field->choices);
    lua_setfield(L, -2, "choices");
    bool vi = say_language() == LANGUAGE_VI && field->choices_vi;
    push_names(L, vi ? field->choices_vi : field->choices);
    lua_setfield(L, -2, "labels");
}

static int push_fields(lua_State *L, const struct schema *schema)
{
    lua_createtable(L, schema->nfields, 0);
    for (int i = 0; i < schema->nfields; i++) {
        push_field(L, &schema->field[i]);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

/* ccn.fields("cluster") gives { { name =, kind =, unit =, ... }, ... } of the
 * model; plan:fields("cluster") of a plan, with the fields of its own. */
static int fields(lua_State *L)
{
    return push_fields(L, model_schema[bind_table(L, 1)]);
}

static int plan_fields(lua_State *L)
{
    const struct plan *plan = bind_plan(L, 1);
    return push_fields(L, plan_schema(plan, bind_table(L, 2)));
}

/* ccn.tables() gives the names of all tables. */
static int tables(lua_State *L)
{
    lua_createtable(L, MODEL_TABLES, 0);
    for (int i = 0; i < MODEL_TABLES; i++) {
        lua_pushstring(L, model_schema[i]->name);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

static void add_table_methods(lua_State *L)
{
    for (int table = 0; table < MODEL_TABLES; table++) {
        lua_pushinteger(L, table);
        lua_pushcclosure(L, find_row, 1);
        lua_setfield(L, -2, model_schema[table]->name);
        lua_pushinteger(L, table);
        lua_pushcclosure(L, all_rows, 1);
        lua_setfield(L, -2, model_schema[table]->plural);
    }
}

static int no_method(lua_State *L)
{
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
        return 1;
    return hint_no_method(L, "plan", lua_upvalueindex(1));
}

void bind_plan_type(lua_State *L)
{
    static const luaL_Reg functions[] = {
        { "fields", fields },
        { "new", new_plan },
        { "tables", tables },
        { NULL, NULL },
    };
    static const luaL_Reg meta[] = {
        { "__close", box_close },
        { "__gc", box_close },
        { "__tostring", plan_tostring },
        { NULL, NULL },
    };
    static const luaL_Reg methods[] = {
        { "add", add_row },
        { "close", box_close },
        { "define", define_field },
        { "fields", plan_fields },
        { "name", name_plan },
        { "remove", remove_row },
        { NULL, NULL },
    };
    luaL_setfuncs(L, functions, 0);

    luaL_newmetatable(L, BIND_PLAN);
    luaL_setfuncs(L, meta, 0);
    luaL_newlib(L, methods);
    luaL_setfuncs(L, bind_change_methods, 0);
    luaL_setfuncs(L, bind_rebase_methods, 0);
    luaL_setfuncs(L, bind_scenario_methods, 0);
    luaL_setfuncs(L, bind_keep_methods, 0);
    luaL_setfuncs(L, bind_history_methods, 0);
    luaL_setfuncs(L, bind_version_methods, 0);
    luaL_setfuncs(L, bind_import_methods, 0);
    luaL_setfuncs(L, bind_save_methods, 0);
    add_table_methods(L);
    lua_pushcclosure(L, no_method, 1);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);

    luaL_newmetatable(L, BIND_PLAN ".rows");
    lua_pushstring(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_pop(L, 1);
}
