#include <math.h>
#include <string.h>

#include "bindings/lua/sandbox.h"
#include "bindings/lua/sorted.h"
#include "bindings/plan/bind.h"
#include "core/base/date.h"
#include "core/base/intern.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/data/shape.h"

int bind_row_table(lua_State *L, int index)
{
    int table = -1;
    if (!lua_isuserdata(L, index) || !lua_getmetatable(L, index))
        return -1;
    if (lua_getfield(L, -1, "__ccn_table") == LUA_TNUMBER)
        table = (int)lua_tointeger(L, -1);
    lua_pop(L, 2);
    return table;
}

static const struct row *check_alive(lua_State *L, const struct row *row)
{
    if (!row->box->plan)
        bind_fail(L, "the plan is closed");
    if (!table_has(plan_table(row->box->plan, row->table), row->row))
        bind_fail(L, "the %s is removed", model_schema[row->table]->name);
    return row;
}

const struct row *bind_row(lua_State *L, int index, int table)
{
    if (table >= 0)
        return check_alive(
            L, luaL_checkudata(L, index, model_schema[table]->name));
    if (bind_row_table(L, index) < 0)
        luaL_typeerror(L, index, "row");
    return check_alive(L, lua_touserdata(L, index));
}

void bind_push_row(lua_State *L, int box, int table, int row)
{
    lua_Integer key = (lua_Integer)row * MODEL_TABLES + table;
    box = lua_absindex(L, box);

    lua_getiuservalue(L, box, 1); /* the rows seen before, held weakly */
    if (lua_rawgeti(L, -1, key) == LUA_TNIL) {
        lua_pop(L, 1);
        struct row *new = lua_newuserdatauv(L, sizeof *new, 1);
        *new = (struct row){ lua_touserdata(L, box), table, row };
        lua_pushvalue(L, box);
        lua_setiuservalue(L, -2, 1);
        luaL_setmetatable(L, model_schema[table]->name);
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, key);
    }
    lua_remove(L, -2);
}

/* Fields */

/* The functions below have two upvalues: their metatable, and a Lua table that
 * gives, for each name, a field number or a method. */
#define UP_META lua_upvalueindex(1)
#define UP_NAMES lua_upvalueindex(2)

/* As bind_row(), without a look into the registry: this is where most of the
 * time of a script goes. */
static const struct row *this_row(lua_State *L)
{
    if (!lua_getmetatable(L, 1) || !lua_rawequal(L, -1, UP_META))
        luaL_typeerror(L, 1, "row");
    lua_pop(L, 1);
    return check_alive(L, lua_touserdata(L, 1));
}

static int push_field(lua_State *L, const struct row *row, int number)
{
    const struct plan *plan = row->box->plan;
    const struct field *field = &plan_schema(plan, row->table)->field[number];
    struct value value = plan_get(plan, row->table, row->row, number);
    if (value.kind == KIND_REF)
        lua_getiuservalue(L, 1, 1);
    bind_push_value(L, -1, field, value);
    return 1;
}

static int row_index(lua_State *L)
{
    const struct row *row = this_row(L);
    lua_pushvalue(L, 2);
    switch (lua_rawget(L, UP_NAMES)) {
    case LUA_TNUMBER:
        return push_field(L, row, (int)lua_tointeger(L, -1));
    case LUA_TFUNCTION:
        return 1;
    default:
        return push_field(
            L, row, bind_field(L, 2, plan_schema(row->box->plan, row->table)));
    }
}

static int row_newindex(lua_State *L)
{
    const struct row *row = this_row(L);
    struct plan *plan = row->box->plan;
    const struct schema *schema = plan_schema(plan, row->table);
    int number = bind_field(L, 2, schema);
    struct value value = bind_value(L, 3, row->box, &schema->field[number]);

    struct err err;
    if (!plan_set(plan, row->table, row->row, number, value, &err))
        return bind_raise(L, &err);
    return 0;
}

static const char *key_of(const struct row *row)
{
    return table_key(plan_table(row->box->plan, row->table), row->row);
}

static int row_tostring(lua_State *L)
{
    const struct row *row = lua_touserdata(L, 1);
    const char *name = model_schema[row->table]->name;
    if (!row->box->plan)
        lua_pushfstring(L, "%s of a closed plan", name);
    else if (!key_of(row))
        lua_pushfstring(L, "removed %s", name);
    else
        lua_pushfstring(L, "%s %s", name, key_of(row));
    return 1;
}

/* row:table() gives the name of its table. */
static int row_table(lua_State *L)
{
    lua_pushstring(L, model_schema[bind_row(L, 1, -1)->table]->name);
    return 1;
}

/* row:text(field) gives the value as text, in the unit, "" when not known. */
static int row_text(lua_State *L)
{
    const struct row *row = bind_row(L, 1, -1);
    const struct plan *plan = row->box->plan;
    int field = bind_field(L, 2, plan_schema(plan, row->table));
    struct text text = TEXT_INIT;
    plan_text(plan, row->table, row->row, field, &text);
    const char *kept = intern(text.bytes); /* rule 1: nothing to free */
    text_release(&text);
    lua_pushstring(L, kept);
    return 1;
}

/* row:label(field): the word for a choice in the language of the reader; ""
 * when not known, NULL for other kinds. */
static const char *label_of(const struct field *field, struct value value)
{
    if (field->kind != KIND_CHOICE)
        return NULL;
    if (value.kind == KIND_NONE)
        return "";
    const char *const *names =
        say_language() == LANGUAGE_VI && field->choices_vi ? field->choices_vi
                                                           : field->choices;
    return names[value.whole];
}

static int row_label(lua_State *L)
{
    const struct row *row = bind_row(L, 1, -1);
    const struct plan *plan = row->box->plan;
    const struct schema *schema = plan_schema(plan, row->table);
    int field = bind_field(L, 2, schema);
    const char *label = label_of(&schema->field[field],
                                 plan_get(plan, row->table, row->row, field));
    if (!label)
        return row_text(L);
    lua_pushstring(L, label);
    return 1;
}

/* The shape of a row, or NULL: not known, or rows of its table have none. */
static const char *shape_of(const struct row *row)
{
    const struct plan *plan = row->box->plan;
    const struct schema *schema = plan_schema(plan, row->table);
    for (int i = 0; i < schema->nfields; i++) {
        if (schema->field[i].kind != KIND_SHAPE)
            continue;
        struct value value = plan_get(plan, row->table, row->row, i);
        return value.kind == KIND_SHAPE ? value.text : NULL;
    }
    return NULL;
}

/* row:distance(other): km between the centres, nil when a place is not known.
 */
static int row_distance(lua_State *L)
{
    const char *one = shape_of(bind_row(L, 1, -1));
    const char *other = shape_of(bind_row(L, 2, -1));
    if (one && other)
        lua_pushnumber(L, shape_distance(one, other));
    else
        lua_pushnil(L);
    return 1;
}

static void push_names(lua_State *L, int table)
{
    static const luaL_Reg methods[] = {
        { "table", row_table }, { "distance", row_distance },
        { "label", row_label }, { "text", row_text },
        { NULL, NULL },
    };
    const struct schema *schema = model_schema[table];
    lua_createtable(L, 0, schema->nfields);
    luaL_setfuncs(L, methods, 0);
    for (int i = 0; i < schema->nfields; i++) {
        lua_pushinteger(L, i);
        lua_setfield(L, -2, schema->field[i].name);
    }
}

void bind_row_types(lua_State *L)
{
    static const luaL_Reg meta[] = {
        { "__index", row_index },
        { "__newindex", row_newindex },
        { "__tostring", row_tostring },
        { NULL, NULL },
    };
    for (int table = 0; table < MODEL_TABLES; table++) {
        luaL_newmetatable(L, model_schema[table]->name);
        lua_pushvalue(L, -1);
        push_names(L, table);
        luaL_setfuncs(L, meta, 2);
        lua_pushinteger(L, table);
        lua_setfield(L, -2, "__ccn_table");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable"); /* scripts cannot reach it */
        lua_pop(L, 1);
    }
}
