/* Selections: some rows of one table, in an order.
 *
 *     for e in plan:enterprises():where { cluster = "Đầm Hồng" } do ... end
 *     local land, unknown = movers:sum("land_held", "known")
 */
#include <stdlib.h>
#include <string.h>

#include "bindings/bind.h"
#include "core/base/sum.h"

struct selection *bind_push_selection(lua_State *L, int box, int table, int n)
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

static struct selection *check(lua_State *L)
{
    struct selection *selection = luaL_checkudata(L, 1, BIND_SELECTION);
    luaL_argcheck(L, selection->box->plan, 1, "the plan is closed");
    return selection;
}

static const struct plan *plan_of(const struct selection *selection)
{
    return selection->box->plan;
}

static const struct schema *schema_of(const struct selection *selection)
{
    return plan_schema(plan_of(selection), selection->table);
}

/* An empty selection of the same table, as large as this one. */
static struct selection *push_like(lua_State *L, const struct selection *from)
{
    lua_getiuservalue(L, 1, 1);
    struct selection *made = bind_push_selection(L, -1, from->table, from->n);
    lua_remove(L, -2);
    return made;
}

static void push_row(lua_State *L, const struct selection *selection, int i)
{
    lua_getiuservalue(L, 1, 1);
    bind_push_row(L, -1, selection->table, selection->row[i]);
    lua_remove(L, -2);
}

/* for row in selection do: called with the row before, nil at first.  Rows
 * removed meanwhile are passed over. */
static int next(lua_State *L)
{
    struct selection *selection = check(L);
    int i = selection->next;
    if (lua_isnoneornil(L, 3)) {
        i = 0;
    } else {
        const struct row *last = lua_touserdata(L, 3);
        if (i < 1 || selection->row[i - 1] != last->row) {
            for (i = 0; i < selection->n && selection->row[i] != last->row;)
                i++;
            i++;
        }
    }
    const struct table *table =
        plan_table(plan_of(selection), selection->table);
    while (i < selection->n && !table_has(table, selection->row[i]))
        i++;
    selection->next = i + 1;
    if (i >= selection->n)
        return 0;
    push_row(L, selection, i);
    return 1;
}

static int length(lua_State *L)
{
    lua_pushinteger(L, check(L)->n);
    return 1;
}

/* selection:where{ field = value, ... } and selection:where(function). */

static void where_test(lua_State *L, const struct selection *from,
                       struct selection *to)
{
    for (int i = 0; i < from->n; i++) {
        lua_pushvalue(L, 2);
        push_row(L, from, i);
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
    const struct plan *plan = plan_of(from);
    const struct field *what = &schema_of(from)->field[field];
    *value = bind_value(L, -1, from->box, what);
    if (what->kind == KIND_REF && value->kind == KIND_TEXT) {
        int row = plan_find(plan, what->refers - 1, value->text);
        if (row < 0)
            return false;
        *value = value_ref(row);
    }
    if (field_calculated(what))
        return true;
    struct err err;
    if (!field_accept(what, value, &err))
        bind_raise(L, &err);
    return true;
}

static void where_field(lua_State *L, const struct selection *from,
                        struct selection *to)
{
    struct value value;
    int field = bind_field(L, -2, schema_of(from));
    bool any = wanted(L, from, field, &value);
    int kept = 0;
    for (int i = 0; any && i < to->n; i++) {
        struct value here =
            plan_get(plan_of(from), from->table, to->row[i], field);
        if (value_equal(here, value))
            to->row[kept++] = to->row[i];
    }
    to->n = kept;
}

static int where(lua_State *L)
{
    const struct selection *from = check(L);
    if (lua_isfunction(L, 2)) {
        where_test(L, from, push_like(L, from));
        return 1;
    }
    luaL_checktype(L, 2, LUA_TTABLE);
    struct selection *to = push_like(L, from);
    to->n = from->n;
    memcpy(to->row, from->row, (size_t)from->n * sizeof *to->row);
    for (lua_pushnil(L); lua_next(L, 2); lua_settop(L, 4)) {
        lua_pushvalue(L, 4); /* the name */
        lua_pushvalue(L, 5); /* the value */
        where_field(L, from, to);
    }
    return 1;
}

/* selection:unknown(field): the rows where the field is not known. */
static int unknown(lua_State *L)
{
    const struct selection *from = check(L);
    int field = bind_field(L, 2, schema_of(from));
    struct selection *to = push_like(L, from);
    for (int i = 0; i < from->n; i++) {
        if (plan_get(plan_of(from), from->table, from->row[i], field).kind ==
            KIND_NONE)
            to->row[to->n++] = from->row[i];
    }
    return 1;
}

/* selection:sort(field [, "desc"]): what is not known comes last either way,
 * ties by the bytes of the key. */

struct sorting {
    const struct plan *plan;
    int table, field, sign;
};

static int compare_values(struct value a, struct value b)
{
    if (a.kind == KIND_REAL)
        return (a.real > b.real) - (a.real < b.real);
    if (kind_is_text(a.kind))
        return strcmp(a.text, b.text);
    return (a.whole > b.whole) - (a.whole < b.whole);
}

static int compare_rows(const struct sorting *by, int a, int b)
{
    struct value x = plan_value(by->plan, by->table, a, by->field);
    struct value y = plan_value(by->plan, by->table, b, by->field);
    bool known_x = x.kind != KIND_NONE, known_y = y.kind != KIND_NONE;
    int order = 0;
    if (known_x && known_y)
        order = by->sign * compare_values(x, y);
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
    const struct selection *from = check(L);
    int field = bind_field(L, 2, schema_of(from));
    int order = luaL_checkoption(L, 3, "asc", orders);
    struct selection *to = push_like(L, from);
    int *room = lua_newuserdatauv(L, (size_t)(from->n + 1) * sizeof *room, 0);
    const struct table *table = plan_table(plan_of(from), from->table);
    for (int i = 0; i < from->n; i++) {
        if (table_has(table, from->row[i]))
            to->row[to->n++] = from->row[i];
    }
    struct sorting by = { plan_of(from), from->table, field,
                          order == 0 ? 1 : -1 };
    merge_sort(&by, to->row, room, to->n);
    lua_pop(L, 1);
    return 1;
}

/* selection:sum(field [, "known"]): whole numbers, money and areas add up
 * exactly.  As soon as one is not known the sum is nil, unless only the known
 * are asked for.  The second result is how many are not known. */
static int sum(lua_State *L)
{
    static const char *const ways[] = { "all", "known", NULL };
    const struct selection *from = check(L);
    int number = bind_field(L, 2, schema_of(from));
    bool all = luaL_checkoption(L, 3, "all", ways) == 0;
    const struct field *field = &schema_of(from)->field[number];
    if (kind_is_text(field->kind) || field->kind == KIND_REF ||
        field->kind == KIND_CHOICE || field->kind == KIND_DATE)
        return luaL_error(L, "%s has no sum", field->name);

    int missing = 0;
    int64_t whole = 0;
    bool over = false;
    struct sum real = SUM_INIT;
    for (int i = 0; i < from->n; i++) {
        struct value v =
            plan_get(plan_of(from), from->table, from->row[i], number);
        if (v.kind == KIND_NONE)
            missing++;
        else if (v.kind == KIND_REAL)
            sum_add(&real, v.real);
        else
            over = over || __builtin_add_overflow(whole, v.whole, &whole);
    }
    if (over)
        return luaL_error(L, "the sum of %s is too large", field->name);
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
    const struct selection *from = check(L);
    int number = bind_field(L, 2, schema_of(from));
    const struct field *field = &schema_of(from)->field[number];
    lua_settop(L, 2);
    lua_getiuservalue(L, 1, 1);
    lua_createtable(L, from->n, 0);
    for (int i = 0; i < from->n; i++) {
        struct value value =
            plan_get(plan_of(from), from->table, from->row[i], number);
        if (value.kind == KIND_NONE)
            lua_pushboolean(L, 0);
        else
            bind_push_value(L, 3, field, value);
        lua_rawseti(L, 4, i + 1);
    }
    return 1;
}

/* selection:keys(): the keys as an array. */
static int keys(lua_State *L)
{
    const struct selection *from = check(L);
    const struct table *table = plan_table(plan_of(from), from->table);
    lua_createtable(L, from->n, 0);
    for (int i = 0; i < from->n; i++) {
        lua_pushstring(L, table_key(table, from->row[i]));
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

/* selection:first(): the first row, or nil. */
static int first(lua_State *L)
{
    const struct selection *from = check(L);
    if (from->n == 0)
        lua_pushnil(L);
    else
        push_row(L, from, 0);
    return 1;
}

/* The least or greatest known value of a field, and its row; nil if none. */
static int extreme(lua_State *L, int sign)
{
    const struct selection *from = check(L);
    int number = bind_field(L, 2, schema_of(from));
    int best = -1;
    struct value least = value_none();
    for (int i = 0; i < from->n; i++) {
        struct value value =
            plan_value(plan_of(from), from->table, from->row[i], number);
        if (value.kind == KIND_NONE)
            continue;
        if (best < 0 || sign * compare_values(value, least) < 0) {
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
        L, -1, &schema_of(from)->field[number],
        plan_get(plan_of(from), from->table, from->row[best], number));
    push_row(L, from, best);
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
    const struct selection *from = check(L);
    int number = bind_field(L, 2, schema_of(from));
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
            plan_get(plan_of(from), from->table, sorted->row[i], number);
        if (!part || !value_equal(value, last)) {
            lua_createtable(L, 0, 2);
            lua_getiuservalue(L, 1, 1);
            bind_push_value(L, -1, &schema_of(from)->field[number], value);
            lua_setfield(L, 5, "value");
            part = push_like(L, from);
            lua_setfield(L, 5, "rows");
            lua_settop(L, 5);
            lua_rawseti(L, 4, ++groups);
            last = value;
        }
        part->row[part->n++] = sorted->row[i];
    }
    return 1;
}

/* selection[i], and the methods. */
static int element(lua_State *L)
{
    const struct selection *from = check(L);
    if (lua_isinteger(L, 2)) {
        lua_Integer i = lua_tointeger(L, 2);
        if (i < 1 || i > from->n)
            lua_pushnil(L);
        else
            push_row(L, from, (int)i - 1);
        return 1;
    }
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL)
        return luaL_error(L, "a selection has no method '%s'",
                          luaL_tolstring(L, 2, NULL));
    return 1;
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
        { "column", column }, { "first", first },  { "group", group },
        { "keys", keys },     { "max", greatest }, { "min", least },
        { "sort", sort },     { "sum", sum },      { "unknown", unknown },
        { "where", where },   { NULL, NULL },
    };
    luaL_newmetatable(L, BIND_SELECTION);
    luaL_setfuncs(L, meta, 0);
    luaL_newlib(L, methods);
    lua_pushcclosure(L, element, 1);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}
