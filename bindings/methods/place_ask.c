#include "bindings/methods/place_ask.h"

#include "bindings/methods/told.h"
#include "core/place/reason.h"

static int check_number(lua_State *L, int arg, int most)
{
    lua_Integer number = luaL_checkinteger(L, arg);
    luaL_argcheck(L, number >= 1 && number <= most, arg, "no such number");
    return (int)number - 1;
}

static struct handle *check_handle(lua_State *L)
{
    struct handle *handle = luaL_checkudata(L, 1, PLACEMENT_TYPE);
    if (handle->placement.cluster && !handle->ledger.problem) {
        ledger_init(&handle->ledger, &handle->problem);
        ledger_load(&handle->ledger, &handle->placement);
    }
    luaL_argcheck(L, handle->placement.cluster != NULL, 1, "nothing placed");
    return handle;
}

static const char *const limit_names[] = { "out",   "barred", "pin",
                                           "early", "shut",   "apart" };

/* ccn.engine.why_not(handle, enterprise, cluster [, year]) gives { limits = {
 * early = true, ... }, year =, missing = { amount of each resource }, code =,
 * price = }; without a year in the one in which least speaks against it. */
int engine_why_not(lua_State *L)
{
    struct handle *handle = check_handle(L);
    const struct place_problem *problem = &handle->problem;
    int enterprise = check_number(L, 2, problem->enterprises);
    int cluster = check_number(L, 3, problem->clusters);

    struct place_reason reason;
    if (lua_isnoneornil(L, 4))
        reason_why_not(&handle->ledger, &handle->placement, enterprise, cluster,
                       &reason);
    else
        reason_at(&handle->ledger, &handle->placement, enterprise, cluster,
                  check_number(L, 4, problem->years), &reason);
    lua_createtable(L, 0, 8);
    told_flags(L, "limits", reason.limits, limit_names,
               sizeof limit_names / sizeof limit_names[0]);
    told_whole(L, "year", reason.year + 1);
    told_whole(L, "code", reason.code);
    lua_createtable(L, problem->resources, 0);
    for (int r = 0; r < problem->resources; r++) {
        lua_pushinteger(L, reason.missing[r]);
        lua_rawseti(L, -2, r + 1);
    }
    lua_setfield(L, -2, "missing");
    lua_pushnumber(L, reason.price);
    lua_setfield(L, -2, "price");
    return 1;
}

/* Set the key at the top of the stack, which it takes, to a change. */
static void set_change(lua_State *L, const struct place_change *change)
{
    lua_createtable(L, 0, 3);
    told_whole(L, "cluster", change->cluster + 1);
    told_whole(L, "year", change->year + 1);
    told_whole(L, "amount", change->amount);
    lua_rawset(L, -3);
}

/* ccn.engine.changes(handle, enterprise) gives { [resource] = { cluster =,
 * year =, amount = }, ..., shut = ... }: changes each of which alone makes
 * room for it. */
int engine_changes(lua_State *L)
{
    static const char *const names[] = { "shut", "barred", "early", "apart" };
    struct handle *handle = check_handle(L);
    int enterprise = check_number(L, 2, handle->problem.enterprises);

    struct place_change change[CHANGES];
    reason_changes(&handle->ledger, &handle->placement, enterprise, change);
    lua_newtable(L);
    for (int k = 0; k < CHANGES; k++) {
        if (change[k].cluster < 0)
            continue;
        if (k < PLACE_RESOURCES)
            lua_pushinteger(L, k + 1);
        else
            lua_pushstring(L, names[k - PLACE_RESOURCES]);
        set_change(L, &change[k]);
    }
    return 1;
}

/* ccn.engine.other(handle, enterprise) gives { cluster =, year =, loss = }, the
 * best in another cluster, or nil. */
int engine_other(lua_State *L)
{
    struct handle *handle = check_handle(L);
    int enterprise = check_number(L, 2, handle->problem.enterprises);

    struct place_other other;
    reason_other(&handle->ledger, &handle->placement, enterprise, &other);
    if (other.cluster < 0)
        return 0;
    lua_createtable(L, 0, 3);
    told_whole(L, "cluster", other.cluster + 1);
    told_whole(L, "year", other.year + 1);
    lua_pushnumber(L, other.loss);
    lua_setfield(L, -2, "loss");
    return 1;
}

/* ccn.engine.wish(handle, enterprise) gives { cluster =, year =, gain = },
 * where it would rather be if nobody else were there and by how much less the
 * total would then be; nil when it may go nowhere. */
int engine_wish(lua_State *L)
{
    struct handle *handle = check_handle(L);
    const struct placement *placement = &handle->placement;
    int enterprise = check_number(L, 2, handle->problem.enterprises);

    struct place_wish wish;
    reason_wish(&handle->ledger, enterprise, &wish);
    if (wish.cluster < 0)
        return 0;
    double now = ledger_price(&handle->ledger, enterprise,
                              placement->cluster[enterprise],
                              placement->year[enterprise]);
    lua_createtable(L, 0, 3);
    told_whole(L, "cluster", wish.cluster + 1);
    told_whole(L, "year", wish.year + 1);
    lua_pushnumber(L, now - wish.price);
    lua_setfield(L, -2, "gain");
    return 1;
}

/* ccn.engine.worth(handle, resource) gives what one more unit is worth, group
 * after group, each by years; nil when that is not known. */
int engine_worth(lua_State *L)
{
    const struct handle *handle = luaL_checkudata(L, 1, PLACEMENT_TYPE);
    lua_Integer r = luaL_checkinteger(L, 2);
    luaL_argcheck(L, r >= 1 && r <= handle->problem.resources, 2,
                  "no such number");
    const double *worth = handle->placement.worth[r - 1];
    if (!worth)
        return 0;
    int groups = resource_groups(&handle->problem, (int)r - 1);
    arrays_push_numbers(L, worth,
                        (size_t)groups * (size_t)handle->problem.years);
    return 1;
}
