/* What a sweep costs beside the experiments: with a C function through the
 * engine into a results file, and as `ccn sweep` runs it. */
#include "tests/bench/bench.h"

#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/store/results.h"
#include "core/sweep/sweep.h"

extern char **environ;

enum { RUNS = 100000, INPUTS = 4, OUTPUTS = 6, CLUSTERS = 30, YEARS = 15 };

static char folder[300];

static void points(void *design, long first, int count, double *in)
{
    (void)design;
    for (int i = 0; i < count * INPUTS; i++)
        in[i] = (double)((first * INPUTS + i) * 7919 % 10007) / 10007;
}

static bool trivial(void *worker, long number, const double *in, double *out,
                    struct err *err)
{
    (void)worker, (void)number, (void)err;
    for (int i = 0; i < OUTPUTS; i++)
        out[i] = in[i % INPUTS] + i;
    return true;
}

/* Clusters fill up by year; what is beyond a limit waits. */
static bool plan(void *worker, long number, const double *in, double *out,
                 struct err *err)
{
    double filled = 0, spent = 0, late = 0;
    (void)worker, (void)number, (void)err;
    for (int c = 0; c < CLUSTERS; c++) {
        double fill = 0.5, area = 21 + c;
        for (int y = 0; y < YEARS; y++) {
            double want = fill * (1.01 + 0.09 * in[0]);
            double most = 0.5 + 0.5 * in[3];
            late += want > most ? want - most : 0;
            want = want > most ? most : want;
            spent += (want - fill) * area * (0.8 + in[1]);
            fill = want;
        }
        filled += fill * area;
    }
    for (int i = 0; i < OUTPUTS; i++)
        out[i] = i == 0 ? filled : i == 1 ? spent : late;
    return true;
}

static bool take(void *sink, const struct sweep_block *block, struct err *err)
{
    const struct results_block stored = {
        .number = block->number,
        .first = block->first,
        .runs = block->runs,
        .failed = block->failed,
        .in = block->in,
        .out = block->out,
        .reason = (const char *const *)block->reason,
        .hash = block->hash,
    };
    return results_put(sink, &stored, err);
}

static void fail(const struct err *err)
{
    fprintf(stderr, "%s\n", err->text);
    exit(1);
}

static struct results *create(void)
{
    static const struct results_column column[INPUTS + OUTPUTS] = {
        { "a", "", "", "", "" }, { "b", "", "", "", "" },
        { "c", "", "", "", "" }, { "d", "", "", "", "" },
        { "p", "", "", "", "" }, { "q", "", "", "", "" },
        { "r", "", "", "", "" }, { "s", "", "", "", "" },
        { "t", "", "", "", "" }, { "u", "", "", "", "" },
    };
    const struct results_about about = {
        "bench", "", "",   "",          "",     "",      "",
        "",      1,  RUNS, SWEEP_BLOCK, INPUTS, OUTPUTS, column,
    };
    char path[320];
    struct err err;
    snprintf(path, sizeof path, "%s/bench.sqlite", folder);
    struct results *results = results_create(path, &about, &err);
    if (!results)
        fail(&err);
    return results;
}

static double processor(void)
{
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e-6;
}

/* Seconds on the wall; *cpu: of processors. */
static double run(bool (*what)(void *, long, const double *, double *,
                               struct err *),
                  int threads, double *cpu)
{
    struct err err;
    struct results *results = create();
    const struct sweep sweep = { .runs = RUNS,
                                 .inputs = INPUTS,
                                 .outputs = OUTPUTS,
                                 .block = SWEEP_BLOCK,
                                 .threads = threads,
                                 .points = points,
                                 .run = what,
                                 .take = take,
                                 .sink = results };
    double from = seconds(), before = processor();
    if (!sweep_run(&sweep, &err) || !results_close(results, &err))
        fail(&err);
    *cpu = processor() - before;
    return seconds() - from;
}

static double best(bool (*what)(void *, long, const double *, double *,
                                struct err *),
                   int threads, double *cpu)
{
    double least = 1e9;
    *cpu = 1e9;
    for (int i = 0; i < 5; i++) {
        double here, took = run(what, threads, &here);
        least = took < least ? took : least;
        *cpu = here < *cpu ? here : *cpu;
    }
    return least;
}

/* ccn sweep of a script of tests/bench, best of some; *cpu as above. */
static double command(const char *script, const char *n, const char *threads,
                      double *cpu)
{
    char ccn[300], file[100], count[40], out[340];
    const char *build = getenv("BUILD");
    snprintf(ccn, sizeof ccn, "%s/ccn", build ? build : "build");
    snprintf(file, sizeof file, "tests/bench/%s", script);
    snprintf(count, sizeof count, "n=%s", n);
    snprintf(out, sizeof out, "out=%s", folder);
    const char *argv[] = {
        ccn,         "sweep",     file,    count,      out,
        "fresh=yes", "--threads", threads, "--no-log", NULL
    };
    double least = 1e9;
    *cpu = 1e9;
    for (int i = 0; i < 3; i++) {
        posix_spawn_file_actions_t quiet;
        posix_spawn_file_actions_init(&quiet);
        posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null",
                                         O_WRONLY, 0);
        struct rusage a, b;
        getrusage(RUSAGE_CHILDREN, &a);
        double from = seconds();
        pid_t child;
        int status = -1;
        if (posix_spawn(&child, ccn, &quiet, NULL, (char *const *)argv,
                        environ) == 0)
            waitpid(child, &status, 0);
        double took = seconds() - from;
        getrusage(RUSAGE_CHILDREN, &b);
        posix_spawn_file_actions_destroy(&quiet);
        if (status != 0)
            exit(1);
        double used = (double)(b.ru_utime.tv_sec - a.ru_utime.tv_sec) +
                      (double)(b.ru_utime.tv_usec - a.ru_utime.tv_usec) * 1e-6;
        least = took < least ? took : least;
        *cpu = used < *cpu ? used : *cpu;
    }
    return least;
}

static void print_both(const char *what, double wall, double cpu, double by,
                       const char *goal)
{
    char both[120];
    print_seconds(what, wall / by, goal);
    snprintf(both, sizeof both, "    of processors");
    print_seconds(both, cpu / by, "");
}

int main(void)
{
    const char *build = getenv("BUILD");
    double cpu, one, two;
    snprintf(folder, sizeof folder, "%s", build ? build : "build");
    one = best(trivial, 1, &cpu);
    print_both("sweep: an experiment stored, C, 10 columns", one, cpu, RUNS,
               "at most 1.5 us");
    one = best(plan, 1, &cpu);
    print_both("100000 plans of 30 clusters x 15 years, C", one, cpu, 1,
               "at most 0.2 s");
    one = command("sweep_trivial.lua", "100000", "1", &cpu);
    print_both("sweep: an experiment stored, Lua, 10 columns", one, cpu, RUNS,
               "at most 5 us");
    one = command("sweep_plan.lua", "100000", "1", &cpu);
    print_both("100000 plans, Lua, one thread", one, cpu, 1, "");
    two = command("sweep_plan.lua", "100000", "2", &cpu);
    print_both("100000 plans, Lua, two threads", two, cpu, 1, "at most 2 s");
    printf("    two threads are %.2f times one, at least 1.8\n", one / two);
    one = command("sweep_dam_hong.lua", "50000", "2", &cpu);
    print_both("50000 futures of Dam Hong, two threads", one, cpu, 1,
               "at most 5 s");
    one = command("sweep_trivial.lua", "1", "1", &cpu);
    print_both("from start to the first result", one, cpu, 1, "at most 20 ms");
    return 0;
}
