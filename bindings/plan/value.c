#include <string.h>

#include "bindings/lua/sandbox.h"
#include "bindings/lua/sorted.h"
#include "bindings/plan/bind.h"
#include "core/base/date.h"
#include "core/base/intern.h"
#include "core/base/text.h"
#include "core/data/shape.h"

/* From Lua */

static struct value row_value(lua_State *L, int index, const struct box *box,
                              const struct field *field)
{
    int table = bind_row_table(L, index);
    if (field->kind != KIND_REF || table < 0)
        bind_fail(L, "%s cannot be a %s", field->name, luaL_typename(L, index));
    if (table != field->refers - 1)
        bind_fail(L, "%s must be a row of %s, got one of %s", field->name,
                  model_schema[field->refers - 1]->name,
                  model_schema[table]->name);
    const struct row *row = bind_row(L, index, table);
    if (row->box != box)
        bind_fail(L, "%s is a row of another plan; give its key", field->name);
    return value_ref(row->row);
}

/* A table of names, as the text of a set.  Leaves the text on the stack, so
 * that it lives as long as the call. */
static struct value set_value(lua_State *L, int index,
                              const struct field *field)
{
    if (field->kind != KIND_SET)
        bind_fail(L, "%s cannot be a %s", field->name, "table");
    luaL_Buffer names;
    int n = (int)lua_rawlen(L, index);
    luaL_buffinit(L, &names);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, index, i);
        if (lua_type(L, -1) != LUA_TSTRING)
            bind_fail(L, "%s must be a table of names", field->name);
        luaL_addvalue(&names);
        luaL_addchar(&names, ';');
    }
    luaL_pushresult(&names);
    if (n == 0)
        return value_none();
    return value_text(lua_tostring(L, -1));
}

struct value bind_value(lua_State *L, int index, const struct box *box,
                        const struct field *field)
{
    index = lua_absindex(L, index);
    switch (lua_type(L, index)) {
    case LUA_TNIL:
        return value_none();
    case LUA_TBOOLEAN:
        if (field->kind != KIND_FLAG)
            break;
        return value_flag(lua_toboolean(L, index));
    case LUA_TNUMBER:
        return lua_isinteger(L, index) ? value_whole(lua_tointeger(L, index))
                                       : value_real(lua_tonumber(L, index));
    case LUA_TSTRING:
        if (strlen(lua_tostring(L, index)) != lua_rawlen(L, index))
            bind_fail(L, "%s must not hold a zero byte", field->name);
        return value_text(lua_tostring(L, index));
    case LUA_TTABLE:
        return set_value(L, index, field);
    case LUA_TUSERDATA:
        return row_value(L, index, box, field);
    }
    bind_fail(L, "%s cannot be a %s", field->name, luaL_typename(L, index));
    return value_none();
}

static int no_field(lua_State *L, int index, const struct schema *schema)
{
    const char *name = sandbox_text(L, index);
    const char *nearest = schema_nearest(schema, name);
    if (nearest)
        return bind_fail(L, "%s has no field '%s'; did you mean '%s'?",
                         schema->name, name, nearest);
    return bind_fail(L, "%s has no field '%s'", schema->name, name);
}

int bind_field(lua_State *L, int index, const struct schema *schema)
{
    int field = -1;
    if (lua_type(L, index) == LUA_TSTRING)
        field = schema_field(schema, lua_tostring(L, index));
    return field >= 0 ? field : no_field(L, index, schema);
}

void bind_fields(lua_State *L, int table, const struct schema *schema)
{
    bool good = true;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1))
        good = good && lua_type(L, -2) == LUA_TSTRING &&
               schema_field(schema, lua_tostring(L, -2)) >= 0;
    if (good)
        return;
    for (lua_pushnil(L); sorted_step(L, table); lua_pop(L, 1))
        bind_field(L, -2, schema);
}

/* To Lua */

static void push_set(lua_State *L, const char *names)
{
    lua_newtable(L);
    for (int i = 1; *names; i++) {
        size_t size = strcspn(names, ";");
        lua_pushlstring(L, names, size);
        lua_rawseti(L, -2, i);
        names += size + (names[size] == ';');
    }
}

static void push_shape(lua_State *L, const char *shape)
{
    struct text text = TEXT_INIT;
    shape_wkt(shape, &text);
    const char *kept = intern(text.bytes); /* rule 1: nothing to free */
    text_release(&text);
    lua_pushstring(L, kept);
}

void bind_push_value(lua_State *L, int box, const struct field *field,
                     struct value value)
{
    char date[11];
    switch (value.kind) {
    case KIND_NONE:
        lua_pushnil(L);
        break;
    case KIND_REAL:
        lua_pushnumber(L, value.real);
        break;
    case KIND_AREA:
        lua_pushnumber(L, field_number(field, value));
        break;
    case KIND_TEXT:
        lua_pushstring(L, value.text);
        break;
    case KIND_SET:
        push_set(L, value.text);
        break;
    case KIND_CHOICE:
        lua_pushstring(L, field->choices[value.whole]);
        break;
    case KIND_DATE:
        date_format(value.whole, date);
        lua_pushstring(L, date);
        break;
    case KIND_FLAG:
        lua_pushboolean(L, value.whole != 0);
        break;
    case KIND_REF:
        bind_push_row(L, box, field->refers - 1, (int)value.whole);
        break;
    case KIND_SHAPE:
        push_shape(L, value.text);
        break;
    default:
        lua_pushinteger(L, value.whole);
    }
}
