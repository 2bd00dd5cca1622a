/* How long a plan file of 1,000,000 enterprises takes, with every field of the
 * model filled.  Prints, never asserts. */
#define _GNU_SOURCE /* wait4 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/model/model.h"
#include "core/store/store.h"
#include "tests/bench/bench.h"

enum { TRADES = 40, UNITS = 300, CLUSTERS = 1000 };

static const struct store_options checked = { .schemas = model_schema,
                                              .nschemas = MODEL_TABLES };
static const struct store_options unchecked = { .schemas = model_schema,
                                                .nschemas = MODEL_TABLES,
                                                .unchecked = true };

static void must(bool ok, const struct err *err)
{
    if (ok)
        return;
    fprintf(stderr, "%s\n", err->text);
    exit(1);
}

static void fill(struct plan *plan, int table, const char *prefix, int n)
{
    struct err err;
    for (int i = 0; i < n; i++) {
        char key[32];
        snprintf(key, sizeof key, "%s %d", prefix, i);
        must(plan_add_key(plan, table, key, &err) >= 0, &err);
    }
}

static struct value value_for(const struct field *field, int row)
{
    static char text[64];
    static const int rows[MODEL_TABLES] = {
        [UNIT] = UNITS, [TRADE] = TRADES, [CLUSTER] = CLUSTERS
    };
    switch (field->kind) {
    case KIND_REAL:
        return value_real(row % 1000 / 8.0);
    case KIND_WHOLE:
        return value_whole(2000 + row % 50);
    case KIND_MONEY:
        return value_money((int64_t)row * 1000);
    case KIND_AREA:
        return value_area(row % 100000);
    case KIND_CHOICE:
        return value_text(field->choices[row % 2]);
    case KIND_FLAG:
        return value_flag(row % 2);
    case KIND_REF:
        return value_ref(row % rows[field->refers - 1]);
    case KIND_SHAPE:
        return value_none(); /* most enterprises have no measured place */
    default:
        snprintf(text, sizeof text, "%s %d", field->name, row % 5000);
        return value_text(text);
    }
}

static struct plan *enterprises(int n)
{
    struct err err;
    struct plan *plan = model_new("bench");
    fill(plan, UNIT, "X.", UNITS);
    fill(plan, TRADE, "trade", TRADES);
    fill(plan, CLUSTER, "CCN", CLUSTERS);
    plan_room(plan, ENTERPRISE, n);
    fill(plan, ENTERPRISE, "E", n);
    const struct schema *schema = plan_schema(plan, ENTERPRISE);
    for (int i = 1; i < schema->nfields; i++) {
        const struct field *field = &schema->field[i];
        for (int row = 0; !field_calculated(field) && row < n; row++)
            must(
                plan_set(plan, ENTERPRISE, row, i, value_for(field, row), &err),
                &err);
    }
    return plan;
}

/* In a process of its own, so that its peak of memory is that of the action. */
static void in_a_child(const char *what, const char *target,
                       void (*action)(const char *), const char *path)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        double from = seconds();
        action(path);
        print_seconds(what, seconds() - from, target);
        fflush(stdout);
        _exit(0);
    }
    int status;
    struct rusage used;
    wait4(child, &status, 0, &used);
    printf("    peak %ld MiB\n", used.ru_maxrss / 1024);
}

static void open_checked(const char *path)
{
    struct err err;
    must(store_open(path, &checked, &err) != NULL, &err);
}

static void open_unchecked(const char *path)
{
    struct err err;
    must(store_open(path, &unchecked, &err) != NULL, &err);
}

static void make_and_save(const char *path)
{
    struct err err;
    struct plan *plan = enterprises(1000000);
    double from = seconds();
    must(store_save(plan, path, &err), &err);
    print_seconds("save 1000000 enterprises", seconds() - from, "at most 10 s");
}

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "build/bench_store.gpkg";
    unlink(path);
    in_a_child("make the plan and save it", "", make_and_save, path);
    in_a_child("open, all checks", "at most 4.5 s, 600 MiB", open_checked,
               path);
    in_a_child("open, without the integrity check", "at most 3 s",
               open_unchecked, path);
    unlink(path);
    return 0;
}
