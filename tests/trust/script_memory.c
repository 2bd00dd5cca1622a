/* Memory runs out in a worker, at each of its allocations in turn.
 *
 *     script_memory STEP LIBRARY SCRIPT [ARGUMENT...]
 *
 * Runs the worker of ccn without walls and answers what it asks: it may read
 * all files, and what it saves is said to be saved.  First all is well, then at
 * each STEP-th allocation the process is forked and it fails in the child
 * (starve.h).  A child ends with a message, with the exit code 71, or with
 * success, and then it has printed and saved what the first run did, or has
 * printed why not: an error that someone swallowed would show. */
#define _GNU_SOURCE /* realpath, MAP_ANONYMOUS */
#include <lua.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bindings/host/pipe.h"
#include "bindings/host/walls.h"
#include "bindings/program/worker.h"
#include "core/base/mem.h"
#include "tests/trust/starve.h"

enum { ARGUMENTS_MOST = 64, PATH_ROOM = 8192 };
enum { SAYS_NOTHING = 90, DIFFERS }; /* exit codes of children */

static struct tally {
    uint64_t output; /* of the run in which all is well */
    long runs, refused, ended, done, bad;
} * tally;

static bool counting; /* the run in which all is well */
static uint64_t output = 14695981039346656037u;
static char path[PATH_ROOM];
static bool told;  /* that memory ran out, in what is printed */
static bool known; /* the path asked for last is there */
static int asked;  /* the last question */

bool __wrap_pipe_send(int fd, enum message type, const void *bytes,
                      size_t size);
int __wrap_pipe_receive(int fd, struct text *bytes);
bool __wrap_walls_raise(const struct host *host);
lua_State *__wrap_lua_newstate(lua_Alloc f, void *data);
lua_State *__real_lua_newstate(lua_Alloc f, void *data);

/* The other side */

static void note(const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    told = told || memmem(bytes, size, "of memory", 9) ||
           memmem(bytes, size, "enough memory", 13);
    for (size_t i = 0; i < size; i++)
        output = (output ^ at[i]) * 1099511628211u;
}

static void resolve(const char *bytes, size_t size)
{
    char name[PATH_ROOM];
    known = size < sizeof name;
    if (!known)
        return;
    memcpy(name, bytes, size);
    name[size] = '\0';
    known = realpath(name, path) != NULL;
}

/* Where it was saved is where it was to be saved: the second text. */
static void resolve_saved(const char *bytes, size_t size)
{
    const char *at = bytes, *end = bytes + size, *name;
    size_t length = 0;
    if (pipe_take(&at, end, &length) && (name = pipe_take(&at, end, &length)))
        resolve(name, length);
}

static void end_well(void)
{
    if (counting)
        tally->output = output;
    else if (output != tally->output && !told)
        _exit(DIFFERS);
}

bool __wrap_pipe_send(int fd, enum message type, const void *bytes, size_t size)
{
    (void)fd;
    asked = (int)type;
    if (type == MESSAGE_READ)
        resolve(bytes, size);
    else if (type == MESSAGE_SAVE)
        resolve_saved(bytes, size);
    if (type == MESSAGE_DONE)
        end_well();
    else if (type == MESSAGE_ERROR && size == 0)
        _exit(SAYS_NOTHING);
    else if (type == MESSAGE_ERROR && counting)
        fprintf(stderr, "%.*s\n", (int)size, (const char *)bytes);
    else if (type != MESSAGE_NOTES && type != MESSAGE_READ)
        note(bytes, size);
    return true;
}

int __wrap_pipe_receive(int fd, struct text *bytes)
{
    (void)fd;
    static const char no[] = "it is not there", yes[] = "/somewhere";
    bool reads = asked == MESSAGE_READ, saves = asked == MESSAGE_SAVE;
    const char *answer = (reads || saves) && known ? path : reads ? no : yes;
    text_clear(bytes);
    text_put(bytes, answer, strlen(answer));
    return reads && !known ? MESSAGE_NO : MESSAGE_YES;
}

bool __wrap_walls_raise(const struct host *host)
{
    (void)host;
    return true;
}

/* Lua's allocations */

static lua_Alloc allocate;

static void *allocate_marked(void *data, void *old, size_t old_size,
                             size_t size)
{
    starve_lua(true);
    void *new = allocate(data, old, old_size, size);
    starve_lua(false);
    return new;
}

lua_State *__wrap_lua_newstate(lua_Alloc f, void *data)
{
    allocate = f;
    return __real_lua_newstate(allocate_marked, data);
}

/* Runs */

static void judge(enum starve how, long n, int status)
{
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    tally->runs++;
    tally->done += code == EXIT_SUCCESS;
    tally->refused += code == EXIT_FAILURE;
    tally->ended += code == EXIT_NO_MEMORY;
    if (code == EXIT_SUCCESS || code == EXIT_FAILURE || code == EXIT_NO_MEMORY)
        return;
    tally->bad++;
    dprintf(STDOUT_FILENO, "script_memory: allocation %ld (%s): %s\n", n,
            how == STARVE_ONCE ? "once" : "for ever",
            code == SAYS_NOTHING ? "nothing was said"
            : code == DIFFERS    ? "success, but with another output"
            : code < 0           ? strsignal(WTERMSIG(status))
                                 : "an exit code that is none of ours");
}

static int work(int argc, char **argv)
{
    const char *own[WORKER_ARGUMENTS + ARGUMENTS_MOST + 1] = {
        "ccn",
        [WORKER_MARK] = "--worker",
        [WORKER_FD] = "3",
        [WORKER_LANG] = "en",
        [WORKER_MEMORY] = "1024",
        [WORKER_SECONDS] = "0",
        [WORKER_SEED] = "1",
        [WORKER_TRACE] = "0",
        [WORKER_DESCRIBE] = "0",
        [WORKER_LIB] = argv[0],
        [WORKER_SCRIPT] = argv[1],
    };
    for (int i = 2; i < argc && i < ARGUMENTS_MOST; i++)
        own[WORKER_ARGUMENTS + i - 2] = argv[i];
    return worker_main(WORKER_ARGUMENTS + argc - 2, (char **)own);
}

/* The worker ends its process, so it is given one. */
static int in_a_process(long step, int argc, char **argv)
{
    int status = 0;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        counting = step == 0;
        if (step > 0 && !freopen("/dev/null", "w", stderr))
            _exit(2);
        if (step > 0)
            starve_each(step, judge);
        _exit(work(argc, argv));
    }
    if (child < 0 || waitpid(child, &status, 0) != child)
        return 2;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}

int main(int argc, char **argv)
{
    if (argc < 4 || argc > ARGUMENTS_MOST)
        return 2;
    if (!STARVE_HERE) {
        printf("memory: not with this sanitizer, which allocates itself\n");
        return 0;
    }
    long step = atol(argv[1]);
    setenv("CCN_THREADS", "1", 1);
    tally = mmap(NULL, sizeof *tally, PROT_READ | PROT_WRITE,
                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (tally == MAP_FAILED)
        return 2;
    if (in_a_process(0, argc - 2, argv + 2) != EXIT_SUCCESS ||
        in_a_process(step > 0 ? step : 1, argc - 2, argv + 2) != EXIT_SUCCESS) {
        printf("script_memory: %s does not run\n", argv[3]);
        return 2;
    }
    printf("script_memory: %ld runs, %ld refused, %ld ended with 71, "
           "%ld got through, %ld bad\n",
           tally->runs, tally->refused, tally->ended, tally->done, tally->bad);
    return tally->bad > 0;
}
