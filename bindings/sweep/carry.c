#include "bindings/sweep/carry.h"

#include <stdio.h>
#include <string.h>

#include "bindings/methods/rank.h"
#include "bindings/plan/column.h"
#include "bindings/plan/select.h"
#include "bindings/sweep/carry_known.h"
#include "core/base/text.h"

/* Nothing here allocates in the state that is carried from, so that only the
 * other one can raise an error, and all is done inside of a call of it. */

enum { DEPTH = 150 }; /* of tables in tables */

static bool refuse(struct carrier *c, const char *what)
{
    return err_set(c->err, ERR_TYPE,
                   "'%.80s' is a %.60s, which an experiment cannot take with "
                   "it; make it inside of the function",
                   c->name, what);
}

/* Push what a thing has become already; false: nothing yet. */
static bool push_seen(struct carrier *c, const void *thing)
{
    if (lua_rawgetp(c->to, c->seen, thing) != LUA_TNIL)
        return true;
    lua_pop(c->to, 1);
    return false;
}

/* The thing became what is on top of the other stack. */
static void remember(struct carrier *c, const void *thing)
{
    lua_pushvalue(c->to, -1);
    lua_rawsetp(c->to, c->seen, thing);
    lua_pushboolean(c->to, 1);
    lua_rawsetp(c->to, c->copied, thing);
}

/* Tables */

static bool copy_entries(struct carrier *c, int index)
{
    bool ok = true;
    lua_pushnil(c->from);
    while (ok && lua_next(c->from, index)) {
        const char *outer = c->name;
        if (lua_type(c->from, -2) == LUA_TSTRING)
            c->name = lua_tostring(c->from, -2);
        ok = carry_copy(c, lua_gettop(c->from) - 1);
        if (ok && carry_copy(c, lua_gettop(c->from)))
            lua_rawset(c->to, -3);
        else
            ok = false;
        c->name = ok ? outer : c->name;
        lua_pop(c->from, 1);
    }
    return ok;
}

static bool copy_table(struct carrier *c, int index)
{
    lua_createtable(c->to, (int)lua_rawlen(c->from, index), 0);
    remember(c, lua_topointer(c->from, index));
    if (!copy_entries(c, index))
        return false;
    if (!lua_getmetatable(c->from, index))
        return true;
    bool ok = carry_copy(c, lua_gettop(c->from));
    lua_pop(c->from, 1);
    if (ok)
        lua_setmetatable(c->to, -2);
    return ok;
}

/* Functions */

static int write_code(lua_State *L, const void *bytes, size_t size, void *data)
{
    (void)L;
    text_put(data, bytes, size);
    return 0;
}

/* Our own code that we have just written out is the one binary chunk that is
 * ever loaded. */
static bool copy_code(struct carrier *c, int index)
{
    struct text code = TEXT_INIT;
    lua_pushvalue(c->from, index);
    int status = lua_dump(c->from, write_code, &code, 0);
    lua_pop(c->from, 1);
    if (status == 0)
        status = luaL_loadbufferx(c->to, code.bytes, code.size, "=run", "b");
    text_release(&code);
    return status == LUA_OK || refuse(c, "function");
}

/* An upvalue that two functions share is shared again. */
static bool join(struct carrier *c, const void *id, int number)
{
    lua_State *to = c->to;
    if (lua_rawgetp(to, c->joined, id) == LUA_TTABLE) {
        lua_rawgeti(to, -1, 1);
        lua_rawgeti(to, -2, 2);
        int other = (int)lua_tointeger(to, -1);
        lua_upvaluejoin(to, -4, number, -2, other);
        lua_pop(to, 3);
        return true;
    }
    lua_pop(to, 1);
    lua_createtable(to, 2, 0);
    lua_pushvalue(to, -2);
    lua_rawseti(to, -2, 1);
    lua_pushinteger(to, number);
    lua_rawseti(to, -2, 2);
    lua_rawsetp(to, c->joined, id);
    return false;
}

static bool copy_upvalues(struct carrier *c, int index)
{
    const char *name;
    bool ok = true;
    for (int i = 1; ok && (name = lua_getupvalue(c->from, index, i)); i++) {
        const char *outer = c->name;
        c->name = name;
        if (!join(c, lua_upvalueid(c->from, index, i), i)) {
            ok = carry_copy(c, lua_gettop(c->from));
            if (ok)
                lua_setupvalue(c->to, -2, i);
        }
        c->name = ok ? outer : c->name;
        lua_pop(c->from, 1);
    }
    return ok;
}

static bool copy_function(struct carrier *c, int index)
{
    lua_CFunction function = lua_tocfunction(c->from, index);
    if (function) {
        if (lua_getupvalue(c->from, index, 1)) {
            lua_pop(c->from, 1);
            return refuse(c, "function");
        }
        lua_pushcfunction(c->to, function);
        return true;
    }
    if (!copy_code(c, index))
        return false;
    remember(c, lua_topointer(c->from, index));
    return copy_upvalues(c, index);
}

/* What is of ccn */

static bool copy_plan(struct carrier *c, int index)
{
    const struct box *box = lua_touserdata(c->from, index);
    if (!box->plan)
        return refuse(c, "closed plan");
    struct box *other = bind_push_box(c->to);
    other->plan = plan_fork(box->plan, plan_name(box->plan));
    remember(c, box);
    return true;
}

/* Push the plan of a row or a selection, its user value. */
static bool copy_plan_of(struct carrier *c, int index)
{
    lua_getiuservalue(c->from, index, 1);
    bool ok = carry_copy(c, lua_gettop(c->from));
    lua_pop(c->from, 1);
    return ok;
}

static bool copy_row(struct carrier *c, int index)
{
    const struct row *row = lua_touserdata(c->from, index);
    if (!copy_plan_of(c, index))
        return false;
    bind_push_row(c->to, lua_gettop(c->to), row->table, row->row);
    lua_remove(c->to, -2);
    return true;
}

static bool copy_selection(struct carrier *c, int index)
{
    const struct selection *selection = lua_touserdata(c->from, index);
    if (!copy_plan_of(c, index))
        return false;
    struct selection *other =
        select_push(c->to, lua_gettop(c->to), selection->table, selection->n);
    other->n = selection->n;
    memcpy(other->row, selection->row,
           (size_t)selection->n * sizeof *selection->row);
    lua_remove(c->to, -2);
    remember(c, selection);
    return true;
}

/* Which of our types a userdata is of, by the metatables in the registry. */
static bool is_of(lua_State *L, int index, const char *type)
{
    bool same = false;
    if (lua_getmetatable(L, index)) {
        luaL_getmetatable(L, type);
        same = lua_rawequal(L, -1, -2);
        lua_pop(L, 2);
    }
    return same;
}

/* Rows, columns and rankings, which point to memory of the state they are
 * from. */
static bool copy_engine(struct carrier *c, int index)
{
    if (bind_is_rows(c->from, index) && !copy_plan_of(c, index))
        return false;
    if (!bind_column_carry(c->from, index, c->to) &&
        !bind_ranking_carry(c->from, index, c->to))
        return false;
    remember(c, lua_topointer(c->from, index));
    return true;
}

static bool copy_userdata(struct carrier *c, int index)
{
    char name[60] = "userdata";
    if (is_of(c->from, index, BIND_PLAN))
        return copy_plan(c, index);
    if (is_of(c->from, index, BIND_SELECTION))
        return copy_selection(c, index);
    if (bind_row_table(c->from, index) >= 0)
        return copy_row(c, index);
    if (copy_engine(c, index))
        return true;
    if (luaL_getmetafield(c->from, index, "__name") == LUA_TSTRING)
        snprintf(name, sizeof name, "%s", lua_tostring(c->from, -1));
    return refuse(c, name);
}

static bool copy_text(struct carrier *c, int index)
{
    size_t size;
    const char *text = lua_tolstring(c->from, index, &size);
    lua_pushlstring(c->to, text, size);
    return true;
}

static bool copy_number(struct carrier *c, int index)
{
    if (lua_isinteger(c->from, index))
        lua_pushinteger(c->to, lua_tointeger(c->from, index));
    else
        lua_pushnumber(c->to, lua_tonumber(c->from, index));
    return true;
}

static bool copy_new(struct carrier *c, int index)
{
    bool ok = false;
    if (!lua_checkstack(c->from, 8) || ++c->depth > DEPTH)
        return refuse(c, "table");
    luaL_checkstack(c->to, 12, NULL);
    switch (lua_type(c->from, index)) {
    case LUA_TTABLE:
        ok = copy_table(c, index);
        break;
    case LUA_TFUNCTION:
        ok = copy_function(c, index);
        break;
    case LUA_TUSERDATA:
        ok = copy_userdata(c, index);
        break;
    default:
        return refuse(c, luaL_typename(c->from, index));
    }
    c->depth--;
    return ok;
}

/* Push onto the other stack what is at an index (absolute) of this one. */
bool carry_copy(struct carrier *c, int index)
{
    switch (lua_type(c->from, index)) {
    case LUA_TNIL:
        lua_pushnil(c->to);
        return true;
    case LUA_TBOOLEAN:
        lua_pushboolean(c->to, lua_toboolean(c->from, index));
        return true;
    case LUA_TNUMBER:
        return copy_number(c, index);
    case LUA_TSTRING:
        return copy_text(c, index);
    default:
        return push_seen(c, lua_topointer(c->from, index)) ||
               copy_new(c, index);
    }
}

/* Upvalue-free, called by the other state in protection: pushes the copy, or
 * nothing when the error is in err already. */
static int carry_all(lua_State *to)
{
    struct carrier *c = lua_touserdata(to, 1);
    int index = (int)lua_tointeger(to, 2);
    lua_settop(to, 0);
    for (int i = 1; i <= 3; i++)
        lua_newtable(to);
    c->seen = 1;
    c->joined = 2;
    c->copied = 3;
    lua_pushglobaltable(to);
    lua_pushglobaltable(c->from);
    int globals = lua_gettop(c->from);
    carry_match(c, globals, 4);
    if (!carry_copy(c, index)) {
        lua_pop(c->from, 1);
        return 0;
    }
    struct err other;
    c->err = &other; /* what the function does not name may stay behind */
    carry_rest(c, globals, 4);
    lua_getfield(to, 4, "ccn");
    lua_getfield(c->from, globals, "ccn");
    carry_rest(c, globals + 1, lua_gettop(to));
    lua_pop(c->from, 2);
    carry_modules(c);
    lua_settop(to, 5);
    return 1;
}

bool carry(lua_State *from, int index, lua_State *to, struct err *err)
{
    struct carrier c = { .from = from, .to = to, .name = "run", .err = err };
    int top = lua_gettop(from);
    err->code = ERR_NONE;
    if (!lua_checkstack(from, 8) || !lua_checkstack(to, 8))
        return err_set(err, ERR_TYPE, "out of memory");
    lua_pushcfunction(to, carry_all);
    lua_pushlightuserdata(to, &c);
    lua_pushinteger(to, lua_absindex(from, index));
    int status = lua_pcall(to, 2, 1, 0);
    lua_settop(from, top);
    if (status != LUA_OK) {
        const char *why = lua_tostring(to, -1);
        return err_set(err, ERR_TYPE, "%s", why ? why : "?");
    }
    return err->code == ERR_NONE;
}
