/* From exec to exit, and what a field costs in Lua: the time that scripts
 * take which read a field often and less often tells one read. */
#include "tests/bench/bench.h"

#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { TIMES = 21, READS = 4000000 };

static double once(char *const argv[])
{
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null",
                                     O_WRONLY, 0);
    double from = seconds();
    pid_t child;
    int status = -1;
    if (posix_spawn(&child, argv[0], &quiet, NULL, argv, environ) == 0)
        waitpid(child, &status, 0);
    double took = seconds() - from;
    posix_spawn_file_actions_destroy(&quiet);
    if (status != 0) {
        fprintf(stderr, "%s %s failed\n", argv[0], argv[2]);
        exit(1);
    }
    return took;
}

static double often(char *const argv[])
{
    double took[TIMES];
    for (int i = 0; i < TIMES; i++)
        took[i] = once(argv);
    return median(took, TIMES);
}

/* One read of a field: the script with READS reads less one with none. */
static double one_read(const char *ccn, const char *field)
{
    char what[64], many[32];
    snprintf(what, sizeof what, "field=%s", field);
    snprintf(many, sizeof many, "n=%d", READS);
    char none[] = "n=0";
    char *script = "tests/bench/field.lua";
    char *with[] = { (char *)ccn, "run", script, what, many, NULL };
    char *without[] = { (char *)ccn, "run", script, what, none, NULL };
    double empty = once(without);
    return (once(with) - empty) / READS;
}

int main(void)
{
    const char *build = getenv("BUILD");
    char ccn[256];
    snprintf(ccn, sizeof ccn, "%s/ccn", build ? build : "build");
    char *trivial[] = { ccn, "run", "tests/bench/trivial.lua", NULL };
    print_seconds("ccn run of a trivial script, exec to exit", often(trivial),
                  "at most 20 ms");
    print_seconds("stored field from Lua", one_read(ccn, "total_area"),
                  "at most 100 ns");
    print_seconds("derived field from Lua, 20000 parcels",
                  one_read(ccn, "parcel_area"), "at most 1 us");
    return 0;
}
