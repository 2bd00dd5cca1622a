/* From exec to exit, and what a field costs in Lua: the time that scripts
 * take which read a field often and less often tells one read. */
#include "tests/bench/bench.h"

#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { TIMES = 21, READS = 4000000 };

static double once(const char *const argv[])
{
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null",
                                     O_WRONLY, 0);
    double from = seconds();
    pid_t child;
    int status = -1;
    if (posix_spawn(&child, argv[0], &quiet, NULL, (char *const *)argv,
                    environ) == 0)
        waitpid(child, &status, 0);
    double took = seconds() - from;
    posix_spawn_file_actions_destroy(&quiet);
    if (status != 0) {
        fprintf(stderr, "%s %s failed\n", argv[0], argv[2]);
        exit(1);
    }
    return took;
}

static double often(const char *const argv[])
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
    const char *script = "tests/bench/field.lua";
    const char *with[] = { ccn, "run", script, what, many, NULL };
    const char *without[] = { ccn, "run", script, what, none, NULL };
    double empty = once(without);
    return (once(with) - empty) / READS;
}

/* A report: how long, and how large it is. */
static void report(const char *const argv[], const char *file, const char *what,
                   const char *goal)
{
    char name[96];
    struct stat about;
    double took[5];
    for (int i = 0; i < 5; i++)
        took[i] = once(argv);
    snprintf(name, sizeof name, "report of %s", what);
    print_seconds(name, median(took, 5), goal);
    if (stat(file, &about) == 0)
        printf("    %s: %.2f MB\n", file, (double)about.st_size / 1e6);
}

static void reports(const char *build, char *ccn)
{
    char plan[300], big[300], out[320], page[300], whole[320], made[320];
    snprintf(plan, sizeof plan, "plan=%s/laocai.gpkg", build);
    snprintf(page, sizeof page, "%s/bench.html", build);
    snprintf(whole, sizeof whole, "report=%s", page);
    const char *dam_hong[] = { ccn,  "run", "scenarios/dam_hong/dam_hong.lua",
                               plan, whole, NULL };
    report(dam_hong, page, "Dam Hong, with all its reckoning",
           "at most 0.5 s and 1.5 MB");
    snprintf(big, sizeof big, "%s/bench.gpkg", build);
    snprintf(made, sizeof made, "out=%s", big);
    const char *make[] = { ccn, "run", "tests/bench/big.lua", made, NULL };
    once(make);
    snprintf(out, sizeof out, "out=%s", page);
    const char *many[] = { ccn, "report", big, out, NULL };
    report(many, page, "10000 enterprises", "at most 3 s");
    remove(big);
    remove(page);
}

int main(void)
{
    const char *build = getenv("BUILD");
    char ccn[256];
    snprintf(ccn, sizeof ccn, "%s/ccn", build ? build : "build");
    const char *trivial[] = { ccn, "run", "tests/bench/trivial.lua", NULL };
    print_seconds("ccn run of a trivial script, exec to exit", often(trivial),
                  "at most 20 ms");
    print_seconds("stored field from Lua", one_read(ccn, "total_area"),
                  "at most 100 ns");
    print_seconds("derived field from Lua, 20000 parcels",
                  one_read(ccn, "parcel_area"), "at most 1 us");
    reports(build ? build : "build", ccn);
    return 0;
}
