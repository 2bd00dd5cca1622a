/* The host: a Lua state for one run, inside of a worker process.
 *
 * It knows the pipe to the parent and what the run may use.  Nothing here
 * writes a file: what a script prints, asks and saves goes over the pipe.
 */
#ifndef BINDINGS_HOST_HOST_H
#define BINDINGS_HOST_HOST_H

#include <sha256.h>

#include "bindings/host/inputs.h"
#include "bindings/lua/raise.h"
#include "core/base/text.h"

struct host {
    int fd;             /* to the parent */
    lua_CFunction open; /* puts what scripts find into a new state */
    const char *lib;    /* folder of the shipped scripts */
    const char *home;   /* folder of the script that runs */
    size_t memory;      /* bytes the state may use at most */
    size_t used;
    int seconds;     /* of wall clock the run may take */
    unsigned seed;   /* of the random numbers of the run */
    bool trace;      /* errors with the calls that led to them */
    bool late;       /* the time is up */
    bool experiment; /* a thread of a sweep: it may read, but change nothing */
    struct inputs inputs;
    SHA2_CTX shipped;       /* of the shipped scripts, as they were loaded */
    const char *parameters; /* JSON, after defaults; interned, or NULL */
    const char *question;   /* that the script declares; the same */
};

/* A state with what scripts find in it; NULL when the memory does not even
 * reach for that. */
lua_State *host_new(struct host *host);

/* Close a state, and forget what its run has read. */
void host_close(lua_State *L);

/* The host of a state. */
struct host *host_of(lua_State *L);

/* Load a file as a function, or give an error message: like luaL_loadfile,
 * text only, and the name in errors is the path as given. */
int host_load(lua_State *L, const char *path);

/* Tell the parent what the run has read and runs with (record.h). */
void host_report(const struct host *host);

/* Run a function with its arguments on the stack, within the limits.  On
 * failure the message is left on the stack. */
int host_call(lua_State *L, int arguments, int results);

/* Between two statements of a prompt nothing limits the time, and what was
 * interrupted is over; a statement begins with all its seconds. */
void host_rest(lua_State *L);
void host_resume(lua_State *L);

/* Let the parent interrupt by SIGUSR1: work that can end early, so that the
 * script goes on with what there is; else the statement of a prompt, and
 * elsewhere the worker, which ends with EXIT_INTERRUPTED (stop.h). */
void host_interruptible(void);

/* Ask the parent; the answer is in text.  False: refused, text says why.
 * Threads may ask at once. */
bool host_ask(struct host *host, int type, const struct text *question,
              struct text *answer);

/* Whether a script may read the file; resolved gets the path to open. */
bool bind_may_read(lua_State *L, const char *path, char *resolved, size_t size,
                   struct err *err);

/* The same before it is read: it is an input of the run from now on. */
bool bind_read(lua_State *L, const char *path, char *resolved, size_t size,
               struct err *err);

#endif
