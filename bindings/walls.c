#include "bindings/walls.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "bindings/host.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { WATCHED = 1 }; /* by a sanitizer */
#else
enum { WATCHED = 0 };
#endif

static void bound(int what, rlim_t most)
{
    struct rlimit limit = { most, most };
    setrlimit(what, &limit);
}

/* What is wrong goes to the parent, which says it. */
static void mute(void)
{
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDERR_FILENO);
    close(nowhere);
}

void walls_raise(const struct host *host)
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
        const rlim_t spare = (rlim_t)3 << 30; /* for the plan and libraries */
        bound(RLIMIT_AS, (rlim_t)host->memory + spare);
        mute();
    }
    if (host->seconds > 0)
        bound(RLIMIT_CPU, (rlim_t)(host->seconds + 2) * 64);
}
