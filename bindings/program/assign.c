#include "bindings/program/assign.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/program/parameters.h"
#include "core/assign/assign.h"
#include "core/base/err.h"
#include "core/base/say.h"
#include "core/base/task.h"

static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

static double gap_of(double total, double bound)
{
    return total == bound ? 0 : (total - bound) / fabs(total);
}

static bool watch(void *data, const struct assign_progress *progress)
{
    bool *shown = data;
    if (isatty(STDERR_FILENO)) {
        fprintf(stderr,
                say("\r%.1f s, %s: total %.15g, bound %.15g, gap "
                    "%.3f %%\033[K"),
                progress->seconds, say(progress->stage), progress->total,
                progress->bound,
                100 * gap_of(progress->total, progress->bound));
        fflush(stderr);
        *shown = true;
    }
    return !interrupted;
}

/* The value of NAME=VALUE, or NULL. */
static const char *value_of(const struct options *options, const char *name)
{
    size_t size = strlen(name);
    for (int i = 1; i < options->argc; i++) {
        if (strncmp(options->argv[i], name, size) == 0 &&
            options->argv[i][size] == '=')
            return options->argv[i] + size + 1;
    }
    return NULL;
}

static const char *file_of(const struct options *options)
{
    for (int i = 1; i < options->argc; i++) {
        if (!strchr(options->argv[i], '='))
            return options->argv[i];
    }
    return NULL;
}

static enum assign_format format_of(const struct options *options)
{
    static const char *const names[] = { "gap", "sscflp", "plan" };
    const char *value = value_of(options, "format");
    for (int i = 0; value && i < 3; i++) {
        if (strcmp(value, names[i]) == 0)
            return (enum assign_format)(i + 1);
    }
    return ASSIGN_GUESS;
}

static bool count_of(const struct options *options, const char *name, long most,
                     long *count)
{
    const char *value = value_of(options, name);
    if (!value)
        return true;
    char *end;
    *count = strtol(value, &end, 10);
    if (end != value && *end == '\0' && *count >= 1 && *count <= most)
        return true;
    fprintf(stderr,
            say("ccn: %s must be a whole number from 1 to %ld, got "
                "'%s'\n"),
            name, most, value);
    return false;
}

/* Numbers that are whole are written so, nothing without a sign, and no number
 * that JSON lacks. */
static void print_number(const char *name, double number)
{
    if (isfinite(number))
        printf("\"%s\": %.15g, ", name, number == 0 ? 0 : number);
    else
        printf("\"%s\": null, ", name);
}

static void print_places(const struct assignment *assignment, bool years)
{
    fputs("\"assignment\": [", stdout);
    for (int j = 0; j < assignment->jobs; j++) {
        fputs(j ? ", " : "", stdout);
        if (assignment->site[j] < 0)
            fputs("null", stdout);
        else if (years)
            printf("[%d, %d]", assignment->site[j] + 1,
                   assignment->year[j] + 1);
        else
            printf("%d", assignment->site[j] + 1);
    }
    fputs("]", stdout);
}

static void print_phases(const struct assignment *assignment,
                         const struct assign_problem *problem)
{
    const int *start = problem->phases.start;
    fputs(", \"phases\": [", stdout);
    for (int k = 0; k < problem->sites; k++) {
        fputs(k ? ", [" : "[", stdout);
        for (int p = start[k]; p < start[k + 1]; p++) {
            fputs(p > start[k] ? ", " : "", stdout);
            if (assignment->opens[p] < problem->years)
                printf("%d", assignment->opens[p] + 1);
            else
                fputs("null", stdout);
        }
        fputs("]", stdout);
    }
    fputs("]", stdout);
}

/* Where leaving out is no answer, there is none until everyone is placed. */
static void print_answer(const struct assignment *assignment,
                         const struct assign_problem *problem)
{
    bool failed = problem->must && assignment->left > 0;
    fputs("{", stdout);
    print_number("objective", failed ? INFINITY : assignment->total);
    print_number("bound",
                 assignment->impossible ? INFINITY : assignment->bound);
    print_number("gap", failed ? INFINITY
                               : gap_of(assignment->total, assignment->bound));
    printf("\"seconds\": %.3f, \"steps\": %ld, \"unplaced\": %d, ",
           assignment->seconds, assignment->steps, assignment->left);
    if (assignment->impossible)
        fputs("\"infeasible\": true, ", stdout);
    print_places(assignment, problem->phases.start != NULL);
    if (assignment->opens && problem->phases.start)
        print_phases(assignment, problem);
    fputs("}\n", stdout);
}

/* Nothing is printed that other code does not find right. */
static bool sound(const struct assignment *assignment,
                  const struct assign_problem *problem, struct err *err)
{
    bool none = problem->must && assignment->left > 0;
    return none || assignment_check(assignment, problem, err) ||
           err_in(err, "%s", say("the answer is wrong, please report it"));
}

static bool solve(const struct options *options, struct assign_work *work,
                  struct err *err)
{
    struct assign_problem problem;
    struct assignment assignment;
    if (!assign_read(&problem, file_of(options), format_of(options), err))
        return false;
    bool solved = assign_solve(&assignment, &problem, work, err);
    if (solved && *(bool *)work->data)
        fputs("\r\033[K", stderr);
    if (solved) {
        solved = sound(&assignment, &problem, err);
        if (solved)
            print_answer(&assignment, &problem);
        assignment_release(&assignment);
    }
    assign_problem_release(&problem);
    return solved;
}

int assign_command(const struct options *options)
{
    bool shown = false;
    long threads = task_threads();
    struct assign_work work = { .seconds = options->seconds,
                                .seed = options->seed,
                                .watch = watch,
                                .data = &shown };
    if (!parameters_check(options->argv[0], options->argc - 1,
                          options->argv + 1) ||
        !count_of(options, "steps", 1000000000000, &work.steps) ||
        !count_of(options, "threads", TASK_THREADS, &threads))
        return 2;
    if (!file_of(options)) {
        fputs(say("ccn: assign needs a FILE\n"), stderr);
        return 2;
    }
    work.threads = (int)threads;
    const char *joint = value_of(options, "joint");
    work.joint = joint && strcmp(joint, "yes") == 0;
    if (work.steps > 0 && !options->timed)
        work.seconds = 0;
    struct sigaction action = { .sa_handler = interrupt };
    sigaction(SIGINT, &action, NULL);
    struct err err;
    if (solve(options, &work, &err))
        return EXIT_SUCCESS;
    fprintf(stderr, "ccn: %s\n", err.text);
    return EXIT_FAILURE;
}
