/* Differences in Lua.
 *
 *     local list = plan:diff(fork)          or fork:changes()
 *     for i = 1, #list do print(list[i].table, list[i].key, list[i].field) end
 *     print(list)                           one line a change
 *     plan:apply(list)
 */
#include <string.h>

#include "bindings/plan/bind.h"
#include "bindings/plan/hint.h"
#include "core/base/intern.h"
#include "core/base/text.h"

#define TYPE "ccn.changes"

struct changes_box {
    struct changes *list;
};

static struct changes_box *push_box(lua_State *L)
{
    struct changes_box *box = lua_newuserdatauv(L, sizeof *box, 1);
    box->list = NULL;
    luaL_setmetatable(L, TYPE);
    return box;
}

const struct changes *bind_changes(lua_State *L, int index)
{
    const struct changes_box *box = luaL_checkudata(L, index, TYPE);
    if (!box->list)
        bind_fail(L, "the list of changes is closed");
    return box->list;
}

struct changes **bind_push_changes(lua_State *L)
{
    return &push_box(L)->list;
}

static int drop(lua_State *L)
{
    struct changes_box *box = luaL_checkudata(L, 1, TYPE);
    changes_free(box->list);
    box->list = NULL;
    return 0;
}

static bool same_choices(const char *const *a, const char *const *b)
{
    if (!a || !b)
        return a == b;
    while (*a && *b && strcmp(*a, *b) == 0)
        a++, b++;
    return *a == *b;
}

/* Fields that only the other plan has, so that its values can be shown. */
static bool define_missing(struct plan *plan, int table,
                           const struct schema *other, struct err *err)
{
    for (int i = 0; i < other->nfields; i++) {
        const struct field *theirs = &other->field[i];
        const struct schema *schema = plan_schema(plan, table);
        int number = schema_field(schema, theirs->name);
        if (number < 0 && !plan_define(plan, table, theirs, err))
            return false;
        if (number < 0)
            continue;
        const struct field *ours = &schema->field[number];
        if (ours->kind != theirs->kind ||
            strcmp(ours->unit, theirs->unit) != 0 ||
            !same_choices(ours->choices, theirs->choices))
            return err_set(err, ERR_TYPE,
                           "%s of %s is not the same field in both plans",
                           ours->name, schema->name);
    }
    return true;
}

/* A fork of its own, whose schemas name the fields, is kept with the list:
 * so the list outlives the plans. */
static int push_between(lua_State *L, const struct plan *from,
                        const struct plan *to)
{
    struct err err;
    struct box *kept = bind_push_box(L);
    kept->plan = plan_fork(to, plan_name(to));
    for (int table = 0; table < MODEL_TABLES; table++) {
        if (!define_missing(kept->plan, table, plan_schema(from, table), &err))
            return bind_raise(L, &err);
    }
    struct changes_box *box = push_box(L);
    box->list = changes_between(from, to);
    lua_insert(L, -2);
    lua_setiuservalue(L, -2, 1);
    return 1;
}

/* plan:changes(): since the fork was made; of a plan that is no fork, since it
 * was opened or last saved, and of one that never was, since it was empty. */
static int changes(lua_State *L)
{
    const struct plan *plan = bind_plan(L, 1);
    const struct box *box = lua_touserdata(L, 1);
    const struct plan *from = plan_base(plan);
    if (from == plan || box->opened)
        from = box->saved;
    if (from)
        return push_between(L, from, plan);
    struct box *empty = bind_push_box(L);
    empty->plan = model_new("");
    return push_between(L, empty->plan, plan);
}

/* plan:diff(other): what turns plan into other. */
static int diff(lua_State *L)
{
    return push_between(L, bind_plan(L, 1), bind_plan(L, 2));
}

/* plan:apply(list), all or nothing. */
static int apply(lua_State *L)
{
    struct err err;
    struct plan *plan = bind_plan(L, 1);
    if (!changes_apply(plan, bind_changes(L, 2), &err))
        return bind_raise(L, &err);
    return 0;
}

/* plan:adopt(fork): the plan becomes the fork, which is closed. */
static int adopt(lua_State *L)
{
    struct err err;
    struct plan *plan = bind_plan(L, 1);
    struct plan *fork = bind_plan(L, 2);
    if (plan == fork || plan_base(fork) == fork)
        return bind_fail(L, "'%s' is no fork", plan_name(fork));
    if (!plan_adopt(plan, fork, &err))
        return bind_raise(L, &err);
    ((struct box *)lua_touserdata(L, 2))->plan = NULL;
    return 0;
}

void bind_push_change_value(lua_State *L, const struct plan *plan,
                            const struct change *change, struct value value)
{
    const struct schema *schema =
        plan_schema(plan, plan_table_named(plan, change->table));
    const struct field *field =
        &schema->field[schema_field(schema, change->field)];
    bind_push_value(L, 0, field, value);
}

static const char *op_name(enum change_op op)
{
    static const char *const names[CHANGE_OPS] = {
        [CHANGE_DEFINE] = "define",     [CHANGE_ADD] = "add",
        [CHANGE_SET] = "set",           [CHANGE_REMOVE] = "remove",
        [CHANGE_UNDEFINE] = "undefine",
    };
    return names[op];
}

static void push_change(lua_State *L, const struct plan *plan,
                        const struct change *change)
{
    lua_createtable(L, 0, 6);
    lua_pushstring(L, op_name(change->op));
    lua_setfield(L, -2, "op");
    lua_pushstring(L, change->table);
    lua_setfield(L, -2, "table");
    if (change->key) {
        lua_pushstring(L, change->key);
        lua_setfield(L, -2, "key");
    }
    if (change->define) {
        lua_pushstring(L, change->define->name);
        lua_setfield(L, -2, "field");
    }
    if (change->op != CHANGE_SET)
        return;
    lua_pushstring(L, change->field);
    lua_setfield(L, -2, "field");
    bind_push_change_value(L, plan, change, change->old);
    lua_setfield(L, -2, "old");
    bind_push_change_value(L, plan, change, change->new);
    lua_setfield(L, -2, "new");
}

static int element(lua_State *L)
{
    const struct changes *list = bind_changes(L, 1);
    if (!lua_isinteger(L, 2)) {
        lua_pushvalue(L, 2);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
            return 1;
        return hint_no_method(L, "list of changes", lua_upvalueindex(1));
    }
    lua_Integer i = lua_tointeger(L, 2);
    if (i < 1 || i > list->n) {
        lua_pushnil(L);
        return 1;
    }
    lua_getiuservalue(L, 1, 1);
    push_change(L, bind_plan(L, -1), &list->change[i - 1]);
    return 1;
}

static int length(lua_State *L)
{
    lua_pushinteger(L, bind_changes(L, 1)->n);
    return 1;
}

static int to_text(lua_State *L)
{
    const struct changes *list = bind_changes(L, 1);
    lua_getiuservalue(L, 1, 1);
    const struct plan *plan = bind_plan(L, -1);
    luaL_Buffer lines;
    luaL_buffinit(L, &lines);
    for (int i = 0; i < list->n; i++) {
        struct text text = TEXT_INIT;
        change_print(plan, &list->change[i], &text);
        const char *line = intern(text.bytes); /* rule 1: nothing to free */
        text_release(&text);
        luaL_addstring(&lines, line);
        if (i + 1 < list->n)
            luaL_addchar(&lines, '\n');
    }
    luaL_pushresult(&lines);
    return 1;
}

/* list:print(): a line for each change. */
static int print_list(lua_State *L)
{
    bind_changes(L, 1);
    lua_getglobal(L, "print");
    lua_pushcfunction(L, to_text);
    lua_pushvalue(L, 1);
    lua_call(L, 1, 1);
    lua_call(L, 1, 0);
    return 0;
}

const luaL_Reg bind_change_methods[] = {
    { "adopt", adopt }, { "apply", apply }, { "changes", changes },
    { "diff", diff },   { NULL, NULL },
};

void bind_change_type(lua_State *L)
{
    static const luaL_Reg meta[] = {
        { "__gc", drop },
        { "__len", length },
        { "__tostring", to_text },
        { NULL, NULL },
    };
    static const luaL_Reg methods[] = {
        { "print", print_list },
        { NULL, NULL },
    };
    luaL_newmetatable(L, TYPE);
    luaL_setfuncs(L, meta, 0);
    luaL_newlib(L, methods);
    lua_pushcclosure(L, element, 1);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}
