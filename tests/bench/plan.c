/* Forks, first writes and totals, in plans of 20,000 and 1,000,000 rows. */
#include "tests/bench/bench.h"

#include "core/model/model.h"

enum { TIMES = 101 };

static void must(bool ok, const struct err *err)
{
    if (ok)
        return;
    fprintf(stderr, "%s\n", err->text);
    exit(1);
}

static struct plan *enterprises(int rows)
{
    struct err err;
    struct plan *plan = model_new("bench");
    plan_room(plan, ENTERPRISE, rows);
    for (int i = 0; i < rows; i++) {
        char key[16];
        snprintf(key, sizeof key, "E%07d", i);
        int row = plan_add_key(plan, ENTERPRISE, key, &err);
        must(row >= 0, &err);
        must(plan_set(plan, ENTERPRISE, row, ENTERPRISE_WORKERS,
                      value_whole(i % 500), &err),
             &err);
    }
    return plan;
}

/* The median time of one action on a fresh fork. */
static double on_a_fork(struct plan *plan, void (*action)(struct plan *, int))
{
    double took[TIMES];
    for (int i = 0; i < TIMES; i++) {
        struct plan *fork = plan_fork(plan, "fork");
        double from = seconds();
        action(fork, i);
        took[i] = seconds() - from;
        plan_free(fork);
    }
    return median(took, TIMES);
}

static void write_once(struct plan *fork, int i)
{
    struct err err;
    must(
        plan_set(fork, ENTERPRISE, i, ENTERPRISE_WORKERS, value_whole(7), &err),
        &err);
}

static void add_once(struct plan *fork, int i)
{
    struct err err;
    char key[16];
    snprintf(key, sizeof key, "new %d", i);
    must(plan_add_key(fork, ENTERPRISE, key, &err) >= 0, &err);
}

static double fork_alone(struct plan *plan)
{
    enum { FORKS = 10000 };
    double from = seconds();
    for (int i = 0; i < FORKS; i++)
        plan_free(plan_fork(plan, "fork"));
    return (seconds() - from) / FORKS;
}

static void forks(int rows)
{
    struct plan *plan = enterprises(rows);
    char what[80];
    snprintf(what, sizeof what, "fork and drop, %d rows", rows);
    print_seconds(what, fork_alone(plan), "at most 5 us");
    snprintf(what, sizeof what, "first write into a forked column, %d rows",
             rows);
    print_seconds(what, on_a_fork(plan, write_once), "one block copied");
    snprintf(what, sizeof what, "row added to a fork, %d rows", rows);
    print_seconds(what, on_a_fork(plan, add_once), "one block a column");
    plan_free(plan);
}

static void totals(int parcels)
{
    struct err err;
    struct plan *plan = model_new("bench");
    int cluster = plan_add_key(plan, CLUSTER, "C", &err);
    must(cluster >= 0, &err);
    for (int i = 0; i < parcels; i++) {
        char key[16];
        snprintf(key, sizeof key, "P%d", i);
        int row = plan_add_key(plan, PARCEL, key, &err);
        must(row >= 0, &err);
        must(plan_set(plan, PARCEL, row, PARCEL_CLUSTER, value_ref(cluster),
                      &err) &&
                 plan_set(plan, PARCEL, row, PARCEL_AREA, value_real(0.25),
                          &err),
             &err);
    }
    int64_t sum = 0;
    double from = seconds();
    for (int i = 0; i < 1000000; i++)
        sum += plan_get(plan, CLUSTER, cluster, CLUSTER_PARCEL_AREA).whole;
    double took = (seconds() - from) / 1e6;
    if (sum != (int64_t)parcels * 25000 * 1000000)
        fprintf(stderr, "a wrong total\n");
    print_seconds("derived field of a cluster with 20000 parcels", took,
                  "at most 1 us");
    plan_free(plan);
}

int main(void)
{
    forks(20000);
    forks(1000000);
    totals(20000);
    return 0;
}
