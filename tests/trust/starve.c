#include "tests/trust/starve.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LUA_ONCE = 50, SECONDS = 120 };

static enum starve kind;
static long made, at, each_step;
static bool failed, in_lua;
static void (*judge_each)(enum starve how, long n, int status);

void starve_at(enum starve how, long n)
{
    kind = how;
    made = 0;
    at = n;
    failed = false;
}

void starve_each(long step, void (*judge)(enum starve how, long n, int status))
{
    starve_at(STARVE_NONE, 0);
    each_step = step;
    judge_each = judge;
}

void starve_lua(bool inside)
{
    in_lua = inside;
}

long starve_end(bool *any)
{
    if (any)
        *any = failed;
    kind = STARVE_NONE;
    judge_each = NULL;
    return made;
}

#if STARVE_HERE

static bool busy; /* with a child */

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

/* True in the child, where this allocation fails. */
static bool forked(enum starve how)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        judge_each = NULL;
        starve_at(how, 0);
        alarm(SECONDS);
        return true;
    }
    if (child < 0 || waitpid(child, &status, 0) != child) {
        perror("starve");
        _exit(2);
    }
    judge_each(how, made, status);
    return false;
}

static bool fails_in_a_child(void)
{
    if (made % each_step != 0)
        return false;
    busy = true;
    bool child =
        forked(STARVE_EVER) ||
        ((!in_lua || made / each_step % LUA_ONCE == 0) && forked(STARVE_ONCE));
    busy = false;
    return child;
}

static bool fails(void)
{
    if (busy)
        return false;
    long n = ++made;
    bool now = judge_each ? fails_in_a_child()
                          : n == at || (n > at && kind == STARVE_EVER);
    if (!now || kind == STARVE_NONE)
        return false;
    failed = true;
    errno = ENOMEM;
    return true;
}

/* For the libraries too. */
#define SEEN __attribute__((visibility("default")))

SEEN void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

SEEN void *calloc(size_t n, size_t size)
{
    return fails() ? NULL : __libc_calloc(n, size);
}

SEEN void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}

#endif
