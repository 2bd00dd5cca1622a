/* Selections: some rows of one table, in an order.
 *
 *     for e in plan:enterprises():where { cluster = "Đầm Hồng" } do ... end
 *     local land, unknown = movers:sum("land_held", "known")
 */
#include "bindings/plan/select.h"

#include <string.h>

#include "bindings/lua/sorted.h"
#include "bindings/plan/hint.h"

struct selection *select_push(lua_State *L, int box, int table, int n)
{
    box = lua_absindex(L, box);
    size_t rows = (size_t)n * sizeof(int);
    struct selection *made =
        lua_newuserdatauv(L, sizeof(struct selection) + rows, 1);
    *made = (struct selection){ lua_touserdata(L, box), table, 0, 0 };
    lua_pushvalue(L, box);
    lua_setiuservalue(L, -2, 1);
    luaL_setmetatable(L, BIND_SELECTION);
    return made;
}

void bind_push_all(lua_State *L, int box, int table)
{
    const struct box *from = lua_touserdata(L, box);
    const struct table *rows = plan_table(from->plan, table);
    struct selection *all = select_push(L, box, table, table_live(rows));
    for (int row = 0; row < table_rows(rows); row++) {
        if (table_has(rows, row))
            all->row[all->n++] = row;
    }
}

struct selection *select_check(lua_State *L)
{
    struct selection *selection = luaL_checkudata(L, 1, BIND_SELECTION);
    if (!selection->box->plan)
        bind_fail(L, "the plan is closed");
    return selection;
}

const struct plan *select_plan(const struct selection *selection)
{
    return selection->box->plan;
}

const struct schema *select_schema(const struct selection *selection)
{
    return plan_schema(select_plan(selection), selection->table);
}

struct selection *select_push_like(lua_State *L, const struct selection *from)
{
    lua_getiuservalue(L, 1, 1);
    struct selection *made = select_push(L, -1, from->table, from->n);
    lua_remove(L, -2);
    return made;
}

void select_push_row(lua_State *L, const struct selection *selection, int i)
{
    lua_getiuservalue(L, 1, 1);
    bind_push_row(L, -1, selection->table, selection->row[i]);
    lua_remove(L, -2);
}

bool select_has(const struct selection *selection, int i)
{
    const struct table *table =
        plan_table(select_plan(selection), selection->table);
    return table_has(table, selection->row[i]);
}

int select_compare(struct value a, struct value b)
{
    if (a.kind == KIND_REAL)
        return (a.real > b.real) - (a.real < b.real);
    if (kind_is_text(a.kind))
        return strcmp(a.text, b.text);
    return (a.whole > b.whole) - (a.whole < b.whole);
}

/* The place behind the row that a loop was given last: where it says, unless
 * the selection runs in two loops at once. */
static int behind(lua_State *L, const struct selection *selection)
{
    const struct row *last =
        luaL_checkudata(L, 3, model_schema[selection->table]->name);
    int i = selection->next;
    if (i >= 1 && i <= selection->n && selection->row[i - 1] == last->row)
        return i;
    for (i = 0; i < selection->n && selection->row[i] != last->row;)
        i++;
    return i + 1;
}

/* for row in selection do: called with the row before, nil at first. */
static int next(lua_State *L)
{
    struct selection *selection = select_check(L);
    int i = lua_isnoneornil(L, 3) ? 0 : behind(L, selection);
    while (i < selection->n && !select_has(selection, i))
        i++;
    selection->next = i + 1;
    if (i >= selection->n)
        return 0;
    select_push_row(L, selection, i);
    return 1;
}

static int length(lua_State *L)
{
    lua_pushinteger(L, select_check(L)->n);
    return 1;
}

/* selection:where{ field = value, ... } and selection:where(function). */

/* The function may do anything, even close the plan. */
static void where_test(lua_State *L, const struct selection *from,
                       struct selection *to)
{
    for (int i = 0; i < from->n; i++) {
        select_check(L);
        if (!select_has(from, i))
            continue;
        lua_pushvalue(L, 2);
        select_push_row(L, from, i);
        lua_call(L, 1, 1);
        if (lua_toboolean(L, -1))
            to->row[to->n++] = from->row[i];
        lua_pop(L, 1);
    }
}

/* The value as the field holds it; a key that no row has matches nothing. */
static bool wanted(lua_State *L, const struct selection *from, int field,
                   struct value *value)
{
    struct field what = select_schema(from)->field[field];
    *value = bind_value(L, -1, from->box, &what);
    if (what.kind == KIND_REF && value->kind == KIND_TEXT) {
        int row = plan_find(select_plan(from), what.refers - 1, value->text);
        if (row < 0)
            return false;
        *value = value_ref(row);
    }
    what.derive = NULL; /* a calculated field holds values like any other */
    what.total = NULL;
    struct err err;
    if (!field_accept(&what, value, &err))
        bind_raise(L, &err);
    return true;
}

static void where_field(lua_State *L, const struct selection *from,
                        struct selection *to)
{
    struct value value;
    int field = bind_field(L, -2, select_schema(from));
    bool any = wanted(L, from, field, &value);
    int kept = 0;
    for (int i = 0; any && i < to->n; i++) {
        struct value here =
            plan_get(select_plan(from), from->table, to->row[i], field);
        if (value_equal(here, value))
            to->row[kept++] = to->row[i];
    }
    to->n = kept;
}

static int where(lua_State *L)
{
    const struct selection *from = select_check(L);
    if (lua_isfunction(L, 2)) {
        where_test(L, from, select_push_like(L, from));
        return 1;
    }
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    struct selection *to = select_push_like(L, from);
    for (int i = 0; i < from->n; i++) {
        if (select_has(from, i))
            to->row[to->n++] = from->row[i];
    }
    for (lua_pushnil(L); sorted_step(L, 2); lua_settop(L, 4)) {
        lua_pushvalue(L, 4); /* the name */
        lua_pushvalue(L, 5); /* the value */
        where_field(L, from, to);
    }
    lua_settop(L, 3);
    return 1;
}

/* selection:unknown(field): the rows where the field is not known. */
static int unknown(lua_State *L)
{
    const struct selection *from = select_check(L);
    int field = bind_field(L, 2, select_schema(from));
    struct selection *to = select_push_like(L, from);
    for (int i = 0; i < from->n; i++) {
        if (select_has(from, i) &&
            plan_get(select_plan(from), from->table, from->row[i], field)
                    .kind == KIND_NONE)
            to->row[to->n++] = from->row[i];
    }
    return 1;
}

/* selection:first(): the first row, or nil. */
static int first(lua_State *L)
{
    const struct selection *from = select_check(L);
    for (int i = 0; i < from->n; i++) {
        if (select_has(from, i)) {
            select_push_row(L, from, i);
            return 1;
        }
    }
    lua_pushnil(L);
    return 1;
}

/* selection[i], and the methods. */
static int element(lua_State *L)
{
    const struct selection *from = select_check(L);
    if (lua_isinteger(L, 2)) {
        lua_Integer i = lua_tointeger(L, 2);
        if (i < 1 || i > from->n)
            lua_pushnil(L);
        else
            select_push_row(L, from, (int)i - 1);
        return 1;
    }
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
        return 1;
    return hint_no_method(L, "selection", lua_upvalueindex(1));
}

static int to_text(lua_State *L)
{
    const struct selection *from = luaL_checkudata(L, 1, BIND_SELECTION);
    const struct schema *schema = model_schema[from->table];
    lua_pushfstring(L, "%d %s", from->n,
                    from->n == 1 ? schema->name : schema->plural);
    return 1;
}

void bind_selection_type(lua_State *L)
{
    static const luaL_Reg meta[] = {
        { "__call", next },
        { "__len", length },
        { "__tostring", to_text },
        { NULL, NULL },
    };
    static const luaL_Reg methods[] = {
        { "first", first },
        { "unknown", unknown },
        { "where", where },
        { NULL, NULL },
    };
    luaL_newmetatable(L, BIND_SELECTION);
    luaL_setfuncs(L, meta, 0);
    luaL_newlib(L, methods);
    luaL_setfuncs(L, select_order_methods, 0);
    luaL_setfuncs(L, select_total_methods, 0);
    lua_pushcclosure(L, element, 1);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}
