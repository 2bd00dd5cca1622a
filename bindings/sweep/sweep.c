#include "bindings/sweep/sweep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bindings/host/host.h"
#include "bindings/host/pipe.h"
#include "bindings/host/stop.h"
#include "bindings/lua/held.h"
#include "bindings/sweep/sweep_pipe.h"
#include "bindings/sweep/sweep_read.h"
#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/base/say.h"
#include "core/base/task.h"

#define TYPE "ccn.sweep"

enum { MEMORY_LEAST = 16 << 20 }; /* bytes of a state of a thread */

/* A sweep that runs: a userdata, so that nothing is lost when an error jumps.
 * Its user value is the anchor of the arrays. */
struct handle {
    lua_State *L;
    struct design design;
    struct experiment experiment;
    struct results_about about;
    struct sweep sweep;
    const struct bind_experiment *plain; /* without Lua, or NULL */
    struct plan *base;                   /* a fork of the plan as it was */
    void *worker[TASK_THREADS];
    int workers;
    struct text work; /* the answer of the parent */
    struct text block;
    struct text answer;
    struct err refused; /* by the dealer */
};

static void close_workers(struct handle *handle)
{
    for (int i = 0; i < handle->workers; i++) {
        if (handle->plain)
            handle->plain->close(handle->worker[i]);
        else
            sweep_state_free(handle->worker[i], handle->L);
    }
    handle->workers = 0;
}

static int handle_close(lua_State *L)
{
    struct handle *handle = luaL_checkudata(L, 1, TYPE);
    handle->L = L;
    close_workers(handle);
    design_release(&handle->design);
    plan_free(handle->base);
    text_release(&handle->work);
    text_release(&handle->block);
    text_release(&handle->answer);
    *handle = (struct handle){ .work = TEXT_INIT,
                               .block = TEXT_INIT,
                               .answer = TEXT_INIT };
    return 0;
}

static struct handle *push_handle(lua_State *L, const struct arrays *arrays)
{
    struct handle *handle = held_push(L, sizeof *handle, TYPE, handle_close);
    *handle = (struct handle){
        .L = L, .work = TEXT_INIT, .block = TEXT_INIT, .answer = TEXT_INIT
    };
    lua_pushvalue(L, arrays->anchor);
    lua_setiuservalue(L, -2, 1);
    return handle;
}

/* Functions that the engine calls */

static void points(void *data, long first, int count, double *in)
{
    design_rows(data, first, count, in);
}

/* Called by one thread at a time. */
static bool take(void *sink, const struct sweep_block *block, struct err *err)
{
    struct handle *handle = sink;
    text_clear(&handle->block);
    sweep_put_block(&handle->block, block);
    return pipe_send(host_of(handle->L)->fd, MESSAGE_BLOCK, handle->block.bytes,
                     handle->block.size) ||
           err_set(err, ERR_FILE, "the parent process does not answer");
}

/* Ask for the next block, where they are dealt out; while there is none, but
 * may be one again, ask once more. */
static long deal(void *dealer)
{
    const struct timespec while_later = { .tv_nsec = 10000000 };
    struct handle *handle = dealer;
    struct text nothing = TEXT_INIT;
    for (;;) {
        text_clear(&handle->answer);
        if (!host_ask(host_of(handle->L), MESSAGE_DEAL, &nothing,
                      &handle->answer)) {
            err_set(&handle->refused, ERR_MOVED, "%s", handle->answer.bytes);
            return -1;
        }
        long number = atol(handle->answer.bytes);
        if (number != DEAL_LATER)
            return number;
        if (stop_asked())
            return -1;
        nanosleep(&while_later, NULL);
    }
}

/* Making ready */

/* The experiment of the field run: a userdata that needs no Lua, or NULL for a
 * function.  Leaves it on the stack. */
static const struct bind_experiment *read_run(lua_State *L)
{
    const struct bind_experiment *plain = NULL;
    int type = lua_getfield(L, 1, "run");
    if (type == LUA_TUSERDATA &&
        luaL_getmetafield(L, -1, BIND_EXPERIMENT) != LUA_TNIL) {
        lua_pop(L, 1);
        plain = lua_touserdata(L, -1);
    } else if (type != LUA_TFUNCTION) {
        bind_fail(L, "run must be a function or a pipeline");
    }
    return plain;
}

static void check_plain(lua_State *L, const struct handle *handle)
{
    const struct bind_experiment *plain = handle->plain;
    if (plain->inputs != handle->experiment.inputs ||
        plain->outputs != handle->experiment.outputs)
        bind_fail(L,
                  "the pipeline is of %d factors and %d results, the sweep "
                  "of %d and %d",
                  plain->inputs, plain->outputs, handle->experiment.inputs,
                  handle->experiment.outputs);
}

static const struct plan *read_plan(lua_State *L, struct handle *handle)
{
    if (lua_getfield(L, 1, "plan") == LUA_TNIL) {
        lua_pop(L, 1);
        return NULL;
    }
    const struct plan *plan = bind_plan(L, -1);
    handle->base = plan_fork(plan, plan_name(plan));
    lua_pop(L, 1);
    return handle->base;
}

static void read_request(lua_State *L, struct arrays *arrays,
                         struct handle *handle)
{
    struct err err;
    struct design_request request;
    sweep_read_design(arrays, 1, &request);
    sweep_read_factors(arrays, 1, read_plan(L, handle), &handle->experiment);
    sweep_read_about(arrays, 1, &handle->about);
    if (!design_init(&handle->design, &request, &err))
        bind_raise(L, &err);
    long runs = (long)handle->design.runs;
    double block = arrays_number(arrays, 1, "block", sweep_block_size(runs));
    if (!(block >= 1 && block <= SWEEP_BLOCK_MOST))
        bind_fail(L, "a block has from 1 to %d experiments", SWEEP_BLOCK_MOST);
    handle->about.seed = handle->experiment.seed = request.seed;
    handle->about.runs = runs;
    handle->about.block = handle->experiment.block = (int)block;
    handle->sweep = (struct sweep){ .runs = runs,
                                    .inputs = handle->about.inputs,
                                    .outputs = handle->about.outputs,
                                    .block = (int)block,
                                    .points = points,
                                    .design = &handle->design,
                                    .take = take,
                                    .sink = handle,
                                    .worker = handle->worker,
                                    .dealer = handle,
                                    .stop = &stop_wanted };
}

/* Tell the parent; what is to be done is in its answer. */
static bool begin(lua_State *L, struct handle *handle, struct sweep_work *work,
                  struct err *err)
{
    struct text question = TEXT_INIT;
    long blocks = sweep_blocks(handle->about.runs, handle->about.block);
    sweep_put_about(&question, &handle->about);
    bool yes = host_ask(host_of(L), MESSAGE_SWEEP, &question, &handle->work);
    text_release(&question);
    if (!yes)
        return err_set(err, ERR_FILE, "%s", handle->work.bytes);
    if (!sweep_take_work(&handle->work, work, blocks))
        return err_set(err, ERR_FORMAT, "the parent process does not answer");
    handle->sweep.done = work->done;
    handle->sweep.next = work->dealt ? deal : NULL;
    return true;
}

static int threads_for(const struct handle *handle,
                       const struct sweep_work *work)
{
    long blocks = sweep_blocks(handle->about.runs, handle->about.block);
    int threads = work->threads ? work->threads : task_threads();
    if (threads > blocks)
        threads = blocks > 0 ? (int)blocks : 1;
    return threads > TASK_THREADS ? TASK_THREADS : threads;
}

/* The memory of the run, shared out over its states. */
static size_t memory_for(const struct host *host, int threads)
{
    size_t left = host->memory > host->used ? host->memory - host->used : 0;
    size_t each = left / (size_t)threads;
    return each < MEMORY_LEAST ? MEMORY_LEAST : each;
}

/* run is at index 3, the labels at 4. */
static bool open_workers(lua_State *L, struct handle *handle, int threads,
                         struct err *err)
{
    size_t memory = memory_for(host_of(L), threads);
    for (int i = 0; i < threads; i++) {
        void *worker =
            handle->plain
                ? handle->plain->open(handle->plain)
                : sweep_state_new(L, 3, 4, &handle->experiment, memory, err);
        if (!worker)
            return false;
        handle->worker[handle->workers++] = worker;
    }
    handle->sweep.threads = threads;
    handle->sweep.run = handle->plain ? handle->plain->run : sweep_state_run;
    return true;
}

/* Tell the parent that all is stored; the path of the file, interned, NULL
 * when something went wrong. */
static const char *end(lua_State *L, struct handle *handle, struct err *err)
{
    struct text nothing = TEXT_INIT;
    text_clear(&handle->answer);
    if (host_ask(host_of(L), MESSAGE_SWEPT, &nothing, &handle->answer))
        return intern(handle->answer.bytes);
    err_set(err, ERR_FILE, "%s", handle->answer.bytes);
    return NULL;
}

/* ccn.engine.sweep(request) gives the path of the results file. */
static int engine_sweep(lua_State *L)
{
    struct err err;
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    if (host_of(L)->experiment)
        return bind_fail(L, "an experiment cannot run a sweep of its own");
    struct arrays arrays = arrays_new(L);
    const struct bind_experiment *plain = read_run(L);
    lua_getfield(L, 1, "labels");
    luaL_checktype(L, 4, LUA_TTABLE);
    struct handle *handle = push_handle(L, &arrays);
    handle->plain = plain;
    read_request(L, &arrays, handle);
    if (plain)
        check_plain(L, handle);
    struct sweep_work work = { 0 };
    if (!begin(L, handle, &work, &err) ||
        !open_workers(L, handle, threads_for(handle, &work), &err))
        return bind_raise(L, &err);
    stop_work_begin();
    bool ran = sweep_run(&handle->sweep, &err);
    stop_work_end();
    if (!ran)
        return bind_raise(L, &err);
    if (handle->refused.code)
        return bind_raise(L, &handle->refused);
    close_workers(handle);
    const char *path = end(L, handle, &err);
    if (!path)
        return bind_raise(L, &err);
    if (*path == '\0') { /* a helper of another machine's run */
        pipe_send(host_of(L)->fd, MESSAGE_DONE, "", 0);
        _exit(EXIT_SUCCESS);
    }
    lua_pushstring(L, path);
    return 1;
}

const luaL_Reg bind_sweep_functions[] = {
    { "sweep", engine_sweep },
    { NULL, NULL },
};
