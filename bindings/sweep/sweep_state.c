#include "bindings/sweep/sweep_state.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/host/host.h"
#include "bindings/sweep/carry.h"
#include "bindings/sweep/sweep_write.h"
#include "core/base/mem.h"
#include "core/base/nearest.h"
#include "core/base/rng.h"
#include "core/base/say.h"

/* What stays on the stack of the state, from the bottom. */
enum { AT_CALL = 1, AT_FUNCTION, AT_LABELS, AT_VALUES };

struct sweep_state {
    const struct experiment *about;
    struct host host;
    lua_State *L;
    struct rng rng;
    /* of the experiment that runs */
    long number;
    const double *in;
    double *out;
    struct plan *fork; /* until it is in a box */
};

/* Random numbers of the experiment that runs, in place of math.random. */

static lua_Integer random_whole(struct rng *rng, lua_Integer low,
                                lua_Integer high)
{
    lua_Unsigned span = (lua_Unsigned)high - (lua_Unsigned)low, mask = span;
    for (int shift = 1; shift < 64; shift *= 2)
        mask |= mask >> shift;
    lua_Unsigned number;
    do
        number = rng_bits(rng) & mask;
    while (number > span);
    return (lua_Integer)((lua_Unsigned)low + number);
}

static int experiment_random(lua_State *L)
{
    struct sweep_state *state = lua_touserdata(L, lua_upvalueindex(1));
    int n = lua_gettop(L);
    if (n == 0) {
        lua_pushnumber(L, rng_number(&state->rng));
        return 1;
    }
    lua_Integer low = n > 1 ? luaL_checkinteger(L, 1) : 1;
    lua_Integer high = luaL_checkinteger(L, n > 1 ? 2 : 1);
    luaL_argcheck(L, low <= high, n, "interval is empty");
    lua_pushinteger(L, random_whole(&state->rng, low, high));
    return 1;
}

/* The values of the factors, x */

static int no_factor(lua_State *L)
{
    const struct experiment *about = lua_touserdata(L, lua_upvalueindex(1));
    const char *name = luaL_tolstring(L, 2, NULL);
    struct nearest nearest = nearest_to(name);
    for (int i = 0; i < about->inputs; i++)
        nearest_try(&nearest, about->factor[i].name);
    if (nearest.best)
        return bind_fail(L, "there is no factor '%s'; did you mean '%s'?", name,
                         nearest.best);
    return bind_fail(L, "there is no factor '%s'", name);
}

static void push_values(lua_State *L, const struct experiment *about)
{
    lua_createtable(L, 0, about->inputs);
    lua_createtable(L, 0, 3);
    lua_pushlightuserdata(L, (void *)about);
    lua_pushcclosure(L, no_factor, 1);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__index");
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    for (int i = 0; i < about->inputs; i++) {
        lua_pushinteger(L, 0); /* present, so that setting it is raw */
        lua_setfield(L, -3, about->factor[i].name);
    }
    lua_setmetatable(L, -2);
}

static void push_input(lua_State *L, const struct state_factor *factor, int i,
                       double value)
{
    if (factor->labels) {
        lua_rawgeti(L, AT_LABELS, i + 1);
        lua_rawgeti(L, -1, (lua_Integer)value);
        lua_remove(L, -2);
    } else if (factor->whole) {
        lua_pushinteger(L, (lua_Integer)value);
    } else {
        lua_pushnumber(L, value);
    }
}

static void set_values(lua_State *L, const struct sweep_state *state)
{
    const struct experiment *about = state->about;
    for (int i = 0; i < about->inputs; i++) {
        lua_pushstring(L, about->factor[i].name);
        push_input(L, &about->factor[i], i, state->in[i]);
        lua_rawset(L, AT_VALUES);
    }
}

/* What the function gives */

static double read_output(lua_State *L, int index, const char *name)
{
    int is_number;
    if (lua_isnoneornil(L, index))
        return NAN;
    if (lua_isboolean(L, index))
        return lua_toboolean(L, index);
    double number = lua_type(L, index) == LUA_TNUMBER
                        ? lua_tonumberx(L, index, &is_number)
                        : NAN;
    if (lua_type(L, index) != LUA_TNUMBER)
        bind_fail(L,
                  "the result '%s' must be a number, yes or no, or nil, got "
                  "a %s",
                  name, luaL_typename(L, index));
    if (!isfinite(number))
        bind_fail(L, "the result '%s' is no finite number", name);
    return number;
}

/* A result that is not among the outputs would be lost unseen. */
static void check_names(lua_State *L, const struct experiment *about, int table)
{
    lua_pushnil(L);
    while (lua_next(L, table)) {
        bool known = false;
        const char *name =
            lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "?";
        for (int i = 0; i < about->outputs && !known; i++)
            known = strcmp(about->output[i], name) == 0;
        if (!known)
            bind_fail(L,
                      "the function gives '%s', which is not among the "
                      "outputs",
                      name);
        lua_pop(L, 1);
    }
}

static void read_table(lua_State *L, const struct sweep_state *state, int table)
{
    const struct experiment *about = state->about;
    if (state->number % about->block == 0)
        check_names(L, about, table);
    for (int i = 0; i < about->outputs; i++) {
        lua_pushstring(L, about->output[i]);
        lua_rawget(L, table);
        state->out[i] = read_output(L, -1, about->output[i]);
        lua_pop(L, 1);
    }
}

static void read_outputs(lua_State *L, const struct sweep_state *state,
                         int first)
{
    const struct experiment *about = state->about;
    int given = lua_gettop(L) - first + 1;
    if (given == 1 && lua_istable(L, first)) {
        read_table(L, state, first);
        return;
    }
    if (given != about->outputs)
        bind_fail(L, "the function gives %d results, the outputs are %d", given,
                  about->outputs);
    for (int i = 0; i < given; i++)
        state->out[i] = read_output(L, first + i, about->output[i]);
}

/* One experiment, in protection. */
static int call(lua_State *L)
{
    struct sweep_state *state = lua_touserdata(L, lua_upvalueindex(1));
    const struct experiment *about = state->about;
    struct box *box = NULL;
    set_values(L, state);
    lua_pushvalue(L, AT_FUNCTION);
    lua_pushvalue(L, AT_VALUES);
    if (about->plan) {
        box = bind_push_box(L);
        box->plan = state->fork;
        state->fork = NULL;
    }
    lua_call(L, box ? 2 : 1, LUA_MULTRET);
    read_outputs(L, state, AT_VALUES + 1);
    return 0;
}

/* Push the call and what stays, at the same places, for it. */
static void push_stay(lua_State *L)
{
    lua_pushvalue(L, AT_CALL);
    for (int i = AT_CALL; i <= AT_VALUES; i++)
        lua_pushvalue(L, i);
}

static void fail(lua_State *L, int status, struct err *err)
{
    const char *why = lua_tostring(L, -1);
    if (status == LUA_ERRMEM)
        err_set(err, ERR_TYPE,
                "an experiment needs more than %d MiB of memory; --memory "
                "allows more",
                (int)(host_of(L)->memory >> 20));
    else if (!why)
        err_set(err, ERR_TYPE, "the script raised an error that is no text");
    else
        err_set(err, ERR_TYPE, "%s", why);
}

bool sweep_state_run(void *worker, long number, const double *in, double *out,
                     struct err *err)
{
    struct sweep_state *state = worker;
    const struct experiment *about = state->about;
    lua_State *L = state->L;
    state->number = number;
    state->in = in;
    state->out = out;
    state->rng = rng_new(about->seed, (uint64_t)number, 1);
    if (about->plan) {
        state->fork = plan_fork(about->plan, plan_name(about->plan));
        if (!sweep_write(state->fork, about, L, AT_LABELS, in, err)) {
            plan_free(state->fork);
            state->fork = NULL;
            return false;
        }
    }
    push_stay(L);
    int status = lua_pcall(L, AT_VALUES, 0, 0);
    bool ok = status == LUA_OK;
    if (!ok)
        fail(L, status, err);
    plan_free(state->fork); /* one that no box took */
    state->fork = NULL;
    lua_settop(L, AT_VALUES);
    return ok;
}

/* Life cycle */

static int set_up(lua_State *L)
{
    struct sweep_state *state = lua_touserdata(L, 1);
    lua_getglobal(L, "require");
    lua_pushstring(L, "prelude");
    lua_call(L, 1, 0);
    lua_getglobal(L, "math");
    lua_pushlightuserdata(L, state);
    lua_pushcclosure(L, experiment_random, 1);
    lua_setfield(L, -2, "random");
    return 0;
}

static int make_stay(lua_State *L)
{
    struct sweep_state *state = lua_touserdata(L, 1);
    lua_pushlightuserdata(L, state);
    lua_pushcclosure(L, call, 1);
    push_values(L, state->about);
    return 2;
}

static bool failed(lua_State *L, struct err *err)
{
    const char *why = lua_tostring(L, -1);
    return err_set(err, ERR_TYPE, "%s", why ? why : "?");
}

static bool fill(struct sweep_state *state, lua_State *from, int function,
                 int labels, struct err *err)
{
    lua_State *L = state->L;
    lua_pushcfunction(L, set_up);
    lua_pushlightuserdata(L, state);
    if (lua_pcall(L, 1, 0, 0) != LUA_OK)
        return failed(L, err);
    lua_pushcfunction(L, make_stay);
    lua_pushlightuserdata(L, state);
    if (lua_pcall(L, 1, 2, 0) != LUA_OK)
        return failed(L, err);
    if (!carry(from, function, L, err) || !carry(from, labels, L, err))
        return false;
    lua_rotate(L, 2, -1); /* call, function, labels, values */
    return true;
}

struct sweep_state *sweep_state_new(lua_State *from, int function, int labels,
                                    const struct experiment *experiment,
                                    size_t memory, struct err *err)
{
    const struct host *host = host_of(from);
    struct sweep_state *state = mem_new(1, sizeof *state);
    state->about = experiment;
    state->host = (struct host){ .fd = host->fd,
                                 .open = host->open,
                                 .lib = host->lib,
                                 .home = host->home,
                                 .memory = memory,
                                 .seed = host->seed,
                                 .experiment = true };
    state->L = host_new(&state->host);
    if (!state->L)
        err_set(err, ERR_TYPE,
                "there is not enough memory for a script; --memory allows "
                "more");
    if (state->L && fill(state, from, function, labels, err))
        return state;
    sweep_state_free(state, from);
    return NULL;
}

void sweep_state_free(struct sweep_state *state, lua_State *from)
{
    if (!state)
        return;
    const struct inputs *inputs = &state->host.inputs;
    for (int i = 0; i < inputs->count; i++)
        inputs_add(&host_of(from)->inputs, inputs->input[i]);
    if (state->L)
        host_close(state->L);
    free(state);
}
