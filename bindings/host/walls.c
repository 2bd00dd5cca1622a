#define _GNU_SOURCE /* readlink */
#include "bindings/host/walls.h"

#include <limits.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "bindings/host/fence.h"
#include "bindings/host/filter.h"
#include "bindings/host/host.h"
#include "core/base/task.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { WATCHED = 1 }; /* by a sanitizer */
#else
enum { WATCHED = 0 };
#endif

static void bound(unsigned what, rlim_t most)
{
    struct rlimit limit = { most, most };
    setrlimit(what, &limit);
}

const char *walls_missing(void)
{
    if (!fence_there() && !filter_there())
        return "Landlock and seccomp";
    if (!fence_there())
        return "Landlock";
    return filter_there() ? NULL : "seccomp";
}

bool walls_around(const struct grants *grants)
{
    char program[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
    program[size > 0 ? size : 0] = '\0';
    return !fence_there() || fence_raise(grants, program);
}

bool walls_raise(const struct host *host)
{
    /* The sanitizers need room and files of their own. */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0);
    bound(RLIMIT_CORE, 0);
#ifndef __SANITIZE_THREAD__
    bound(RLIMIT_FSIZE, 0);
#endif
    if (!WATCHED) {
        /* What the program takes itself, and stacks, which are hardly used. */
        const rlim_t spare = (rlim_t)(40 + 8 * task_threads()) << 20;
        bound(RLIMIT_DATA, (rlim_t)host->memory + spare);
        /* What is wrong goes to the parent, which says it. */
        dup2(STDOUT_FILENO, STDERR_FILENO);
    }
    if (host->seconds > 0)
        bound(RLIMIT_CPU, (rlim_t)(host->seconds + 2) * 64);
    return WATCHED || !filter_there() || filter_raise();
}
