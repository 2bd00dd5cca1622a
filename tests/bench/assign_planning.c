/* Planning instances: the proven gap in a given time, beside what is aimed at.
 *
 * The instances are those of ../shared/cases/opt/planbench.c, which is compiled
 * when it is there and checks each answer as well; without it there is nothing
 * to measure.  Seconds exclude reading.  BENCH_LARGE=1 adds the largest case,
 * which takes minutes and half a gigabyte of disk.
 */
#include "tests/bench/bench.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/assign/assign.h"
#include "core/base/task.h"

#define SOURCE "../shared/cases/opt/planbench.c"

struct run {
    const char *size;    /* as planbench takes it */
    double seconds, aim; /* gap in per cent; 0: only a first answer */
    bool joint;
};

static const struct run runs[] = {
    { "500 30 10 42 125", 0.05, 0, false },
    { "500 30 10 42 125", 10, 1.5, false },
    { "500 30 10 43 125", 10, 1.5, false },
    { "500 30 10 44 125", 10, 1.5, false },
    { "500 30 10 45 125", 10, 1.5, false },
    { "500 30 10 42 100", 20, 6.5, false },
    { "1000 30 10 7 125", 5, 0.9, false },
    { "1000 30 10 42 125", 5, 0.9, false },
    { "10000 100 1 42 125", 0.5, 1, false },
    { "10000 100 1 42 125", 2, 0.2, false },
    { "10000 100 1 42 125", 20, 0.1, false },
    { "10000 100 10 42 125", 1, 1, false },
    { "10000 100 10 42 125", 15, 0.4, false },
    { "500 30 10 42 100", 60, 5, true },
    { "500 30 10 42 125", 60, 5, true },
};

static const struct run large = { "100000 1000 10 42 125", 120, 2, false };

static char folder[] = "/tmp/assign_planning_XXXXXX";

static void path_of(char *path, size_t size, const char *name)
{
    snprintf(path, size, "%s/%s", folder, name);
}

static bool command(const char *text)
{
    fflush(stdout);
    return system(text) == 0;
}

static bool generate(const char *size, const char *file)
{
    char text[400];
    snprintf(text, sizeof text, "%s/planbench gen %s >%s", folder, size, file);
    return command(text);
}

static void must(bool ok, const struct err *err)
{
    if (ok)
        return;
    fprintf(stderr, "%s\n", err->text);
    exit(1);
}

static double cpu_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void write_answer(const struct assignment *assignment,
                         const struct assign_problem *problem,
                         const char *places, const char *years)
{
    FILE *out = fopen(places, "w");
    for (int j = 0; out && j < assignment->jobs; j++)
        fprintf(out, "%d %d\n", assignment->site[j] + 1,
                assignment->year[j] + 1);
    if (out)
        fclose(out);
    if (!assignment->opens || !(out = fopen(years, "w")))
        return;
    for (int p = 0; p < problem->phases.start[problem->sites]; p++)
        fprintf(out, "%d\n", assignment->opens[p] + 1);
    fclose(out);
}

/* What planbench says of it. */
static void check_beside(const struct assignment *assignment,
                         const struct assign_problem *problem, const char *plan)
{
    char places[80], years[80], text[400];
    path_of(places, sizeof places, "places");
    path_of(years, sizeof years, "years");
    write_answer(assignment, problem, places, years);
    snprintf(text, sizeof text, "%s/planbench check %s %s %s", folder, plan,
             places, assignment->opens ? years : "");
    command(text);
}

/* In a process of its own, for its memory. */
static void measure(const struct run *run, const char *plan)
{
    struct assign_problem problem;
    struct assignment assignment;
    struct err err;
    struct rusage usage;
    must(assign_read(&problem, plan, ASSIGN_PLAN, &err), &err);
    const struct assign_work work = { .seconds = run->seconds,
                                      .threads = task_threads(),
                                      .seed = 1,
                                      .joint = run->joint };
    double cpu = cpu_seconds();
    must(assign_solve(&assignment, &problem, &work, &err), &err);
    cpu = cpu_seconds() - cpu;
    must(assignment_check(&assignment, &problem, &err), &err);
    getrusage(RUSAGE_SELF, &usage);
    char aim[40] = "an answer";
    if (run->aim > 0)
        snprintf(aim, sizeof aim, "at most %g %%", run->aim);
    printf("%-22s%-6s %6.2f s (cpu %6.2f) %7.3f %%  %-14s %5d left %5ld MB  ",
           run->size, run->joint ? "joint" : "", assignment.seconds, cpu,
           100 * (assignment.total - assignment.bound) / assignment.total, aim,
           assignment.left, usage.ru_maxrss / 1024);
    check_beside(&assignment, &problem, plan);
    assignment_release(&assignment);
    assign_problem_release(&problem);
}

static void apart(const struct run *run)
{
    char plan[80];
    path_of(plan, sizeof plan, "plan");
    if (!generate(run->size, plan))
        return;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        measure(run, plan);
        exit(0);
    }
    waitpid(child, NULL, 0);
}

/* One enterprise in a hundred needs half more or comes a year later; one
 * cluster in a hundred has a tenth less room. */
static void spoil(struct assign_problem *problem)
{
    int R = problem->resources;
    for (int j = 50; j < problem->jobs; j += 100) {
        for (int r = 0; j % 200 == 50 && r < R; r++)
            problem->need[j * R + r] = floor(problem->need[j * R + r] * 1.5);
        if (j % 200 != 50 && problem->ready[j] + 1 < problem->years)
            problem->ready[j]++;
    }
    int cells = problem->years * R;
    for (int k = 50; k < problem->sites; k += 100) {
        for (int i = k * cells; i < (k + 1) * cells; i++)
            problem->room[i] = floor(problem->room[i] * 0.9);
    }
}

static int moved(const struct assignment *a, const struct assignment *b)
{
    int count = 0;
    for (int j = 0; j < a->jobs; j++)
        count += a->site[j] != b->site[j] || a->year[j] != b->year[j];
    return count;
}

static void replan(const char *size)
{
    struct assign_problem problem;
    struct assignment before, after;
    struct err err;
    char plan[80];
    path_of(plan, sizeof plan, "plan");
    if (!generate(size, plan))
        return;
    must(assign_read(&problem, plan, ASSIGN_PLAN, &err), &err);
    struct assign_work work = { .seconds = 5,
                                .threads = task_threads(),
                                .seed = 1 };
    must(assign_solve(&before, &problem, &work, &err), &err);
    spoil(&problem);
    work.from = &before;
    work.tax = 50;
    double cpu = cpu_seconds();
    must(assign_solve(&after, &problem, &work, &err), &err);
    cpu = cpu_seconds() - cpu;
    must(assignment_check(&after, &problem, &err), &err);
    printf("%-22sre-plan %6.3f s (cpu %6.3f), at most 0.3 s; %d moved of %d, "
           "at most 2 %%; gap %.3f %% after %.3f %%\n",
           size, after.seconds, cpu, moved(&before, &after), before.jobs,
           100 * (after.total - after.bound) / after.total,
           100 * (before.total - before.bound) / before.total);
    assignment_release(&before);
    assignment_release(&after);
    assign_problem_release(&problem);
}

int main(void)
{
    char text[200];
    if (access(SOURCE, R_OK) != 0 || !mkdtemp(folder)) {
        printf("planning instances: %s is not there, so none are measured\n",
               SOURCE);
        return 0;
    }
    snprintf(text, sizeof text,
             "${CC:-cc} -w -O2 -o %s/planbench " SOURCE " -lm", folder);
    if (command(text)) {
        for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
            apart(&runs[i]);
        replan("10000 100 1 42 125");
        replan("10000 100 10 42 125");
        if (getenv("BENCH_LARGE"))
            apart(&large);
    }
    snprintf(text, sizeof text, "rm -r %s", folder);
    return command(text) ? 0 : 1;
}
