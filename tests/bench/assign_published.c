/* Published instances: what is reached in how many seconds (SECONDS of the
 * environment, 10), beside the best value known. */
#include "tests/bench/bench.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "core/assign/assign.h"
#include "core/base/task.h"

#define CASES "../shared/cases/opt/"

static void show(const json_t *entry, double seconds)
{
    const char *name = json_string_value(json_object_get(entry, "name"));
    const char *file = json_string_value(json_object_get(entry, "file"));
    double best = json_number_value(json_object_get(entry, "best_known"));
    struct assign_problem problem;
    struct assignment assignment;
    struct err err;
    char path[200];
    snprintf(path, sizeof path, CASES "%s", file);
    const struct assign_work work = { .seconds = seconds,
                                      .threads = task_threads(),
                                      .seed = 1 };
    if (!assign_read(&problem, path, ASSIGN_GUESS, &err)) {
        fprintf(stderr, "%s\n", err.text);
        return;
    }
    if (assign_solve(&assignment, &problem, &work, &err)) {
        bool good = assignment_check(&assignment, &problem, &err);
        bool reached = assignment.total <= best * (1 + 1e-6);
        printf("%-20s %14.2f %14.2f %s %9.4f %% %8.2f s%s\n", name,
               assignment.total, best, reached ? "reached" : "       ",
               100 * (assignment.total - assignment.bound) / assignment.total,
               assignment.seconds, good ? "" : err.text);
        assignment_release(&assignment);
    }
    assign_problem_release(&problem);
}

int main(void)
{
    const char *text = getenv("SECONDS");
    double seconds = text ? strtod(text, NULL) : 10;
    json_error_t error;
    json_t *index = json_load_file(CASES "index.json", 0, &error);
    if (!index) {
        printf("published instances: " CASES " is not here\n");
        return 0;
    }
    printf("%-20s %14s %14s %7s %11s\n", "published instance", "objective",
           "best known", "", "proven gap");
    size_t i;
    json_t *entry;
    json_array_foreach(json_object_get(index, "cases"), i, entry)
        show(entry, seconds > 0 ? seconds : 10);
    json_decref(index);
    return 0;
}
