/* Selections in order: sort, group, least and greatest. */
#include <string.h>

#include "bindings/plan/select.h"

/* selection:sort(field [, "desc"]): what is not known comes last either way,
 * ties by the bytes of the key. */

struct sorting {
    const struct plan *plan;
    int table, field, sign;
};

/* What rows are sorted by: a reference by its key, a choice by its place among
 * the choices (low, medium, high), anything else as it is. */
static struct value value_of(const struct plan *plan, int table, int row,
                             int field)
{
    if (plan_schema(plan, table)->field[field].kind == KIND_REF)
        return plan_value(plan, table, row, field);
    return plan_get(plan, table, row, field);
}

static int compare_rows(const struct sorting *by, int a, int b)
{
    struct value x = value_of(by->plan, by->table, a, by->field);
    struct value y = value_of(by->plan, by->table, b, by->field);
    bool known_x = x.kind != KIND_NONE, known_y = y.kind != KIND_NONE;
    int order = 0;
    if (known_x && known_y)
        order = by->sign * select_compare(x, y);
    else if (known_x != known_y)
        order = known_x ? -1 : 1;
    if (order != 0)
        return order;
    const struct table *table = plan_table(by->plan, by->table);
    return strcmp(table_key(table, a), table_key(table, b));
}

static void merge_sort(const struct sorting *by, int *row, int *room, int n)
{
    if (n < 2)
        return;
    int half = n / 2;
    merge_sort(by, row, room, half);
    merge_sort(by, row + half, room, n - half);
    memcpy(room, row, (size_t)half * sizeof *room);
    for (int i = 0, j = half, k = 0; i < half; k++)
        row[k] = j < n && compare_rows(by, row[j], room[i]) < 0 ? row[j++]
                                                                : room[i++];
}

static int sort(lua_State *L)
{
    static const char *const orders[] = { "asc", "desc", NULL };
    const struct selection *from = select_check(L);
    int field = bind_field(L, 2, select_schema(from));
    int order = luaL_checkoption(L, 3, "asc", orders);
    struct selection *to = select_push_like(L, from);
    int *room = lua_newuserdatauv(L, (size_t)(from->n + 1) * sizeof *room, 0);
    for (int i = 0; i < from->n; i++) {
        if (select_has(from, i))
            to->row[to->n++] = from->row[i];
    }
    struct sorting by = { select_plan(from), from->table, field,
                          order == 0 ? 1 : -1 };
    merge_sort(&by, to->row, room, to->n);
    lua_pop(L, 1);
    return 1;
}

/* The least or greatest known value of a field, and its row; nil if none. */
static int extreme(lua_State *L, int sign)
{
    const struct selection *from = select_check(L);
    int number = bind_field(L, 2, select_schema(from));
    int best = -1;
    struct value least = value_none();
    for (int i = 0; i < from->n; i++) {
        if (!select_has(from, i))
            continue;
        struct value value =
            value_of(select_plan(from), from->table, from->row[i], number);
        if (value.kind == KIND_NONE)
            continue;
        if (best < 0 || sign * select_compare(value, least) < 0) {
            best = i;
            least = value;
        }
    }
    if (best < 0) {
        lua_pushnil(L);
        return 1;
    }
    lua_getiuservalue(L, 1, 1);
    bind_push_value(
        L, -1, &select_schema(from)->field[number],
        plan_get(select_plan(from), from->table, from->row[best], number));
    select_push_row(L, from, best);
    return 2;
}

static int least(lua_State *L)
{
    return extreme(L, 1);
}

static int greatest(lua_State *L)
{
    return extreme(L, -1);
}

/* selection:group(field): an array of { value =, rows = selection }, sorted
 * by the value, what is not known last. */
static int group(lua_State *L)
{
    const struct selection *from = select_check(L);
    int number = bind_field(L, 2, select_schema(from));
    lua_settop(L, 2);
    lua_pushcfunction(L, sort);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 2);
    lua_call(L, 2, 1);
    const struct selection *sorted = lua_touserdata(L, 3);
    lua_newtable(L);
    struct selection *part = NULL;
    struct value last = value_none();
    for (int i = 0, groups = 0; i < sorted->n; i++) {
        struct value value =
            plan_get(select_plan(from), from->table, sorted->row[i], number);
        if (!part || !value_equal(value, last)) {
            lua_createtable(L, 0, 2);
            lua_getiuservalue(L, 1, 1);
            bind_push_value(L, -1, &select_schema(from)->field[number], value);
            lua_setfield(L, 5, "value");
            part = select_push_like(L, from);
            lua_setfield(L, 5, "rows");
            lua_settop(L, 5);
            lua_rawseti(L, 4, ++groups);
            last = value;
        }
        part->row[part->n++] = sorted->row[i];
    }
    return 1;
}

const luaL_Reg select_order_methods[] = {
    { "group", group }, { "max", greatest }, { "min", least },
    { "sort", sort },   { NULL, NULL },
};
