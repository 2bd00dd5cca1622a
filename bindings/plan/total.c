/* Selections as figures: sums, columns, keys. */
#include "bindings/plan/select.h"
#include "core/base/sum.h"

/* selection:sum(field [, "known"]): whole numbers, money and areas add up
 * exactly.  As soon as one is not known the sum is nil, unless only the known
 * are asked for.  The second result is how many are not known. */
static int sum(lua_State *L)
{
    static const char *const ways[] = { "all", "known", NULL };
    const struct selection *from = select_check(L);
    int number = bind_field(L, 2, select_schema(from));
    bool all = luaL_checkoption(L, 3, "all", ways) == 0;
    const struct field *field = &select_schema(from)->field[number];
    if (kind_is_text(field->kind) || field->kind == KIND_REF ||
        field->kind == KIND_CHOICE || field->kind == KIND_DATE)
        return bind_fail(L, "%s has no sum", field->name);

    int missing = 0;
    int64_t whole = 0;
    bool over = false;
    struct sum real = SUM_INIT;
    for (int i = 0; i < from->n; i++) {
        if (!select_has(from, i))
            continue;
        struct value v =
            plan_get(select_plan(from), from->table, from->row[i], number);
        if (v.kind == KIND_NONE)
            missing++;
        else if (v.kind == KIND_REAL)
            sum_add(&real, v.real);
        else
            over = over || __builtin_add_overflow(whole, v.whole, &whole);
    }
    if (over)
        return bind_fail(L, "the sum of %s is too large", field->name);
    if (all && missing > 0)
        lua_pushnil(L);
    else if (field->kind == KIND_REAL)
        lua_pushnumber(L, sum_total(&real));
    else if (field->kind == KIND_AREA)
        lua_pushnumber(L, field_number(field, value_area(whole)));
    else
        lua_pushinteger(L, whole);
    lua_pushinteger(L, missing);
    return 2;
}

/* selection:column(field): the values as an array, false where not known. */
static int column(lua_State *L)
{
    const struct selection *from = select_check(L);
    int number = bind_field(L, 2, select_schema(from));
    const struct field *field = &select_schema(from)->field[number];
    lua_settop(L, 2);
    lua_getiuservalue(L, 1, 1);
    lua_createtable(L, from->n, 0);
    for (int i = 0, k = 0; i < from->n; i++) {
        if (!select_has(from, i))
            continue;
        struct value value =
            plan_get(select_plan(from), from->table, from->row[i], number);
        if (value.kind == KIND_NONE)
            lua_pushboolean(L, 0);
        else
            bind_push_value(L, 3, field, value);
        lua_rawseti(L, 4, ++k);
    }
    return 1;
}

/* selection:keys(): the keys as an array. */
static int keys(lua_State *L)
{
    const struct selection *from = select_check(L);
    const struct table *table = plan_table(select_plan(from), from->table);
    lua_createtable(L, from->n, 0);
    for (int i = 0, k = 0; i < from->n; i++) {
        if (!select_has(from, i))
            continue;
        lua_pushstring(L, table_key(table, from->row[i]));
        lua_rawseti(L, -2, ++k);
    }
    return 1;
}

const luaL_Reg select_total_methods[] = {
    { "column", column },
    { "keys", keys },
    { "sum", sum },
    { NULL, NULL },
};
