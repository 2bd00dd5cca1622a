/* What to give up when not everything can be had. */
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/schedule/reason.h"

/* A copy of the problem some of whose demands are dropped. */
struct relaxed {
    struct schedule_problem problem;
    const struct schedule_problem *from;
    unsigned char *must;
    struct schedule_row *row;
    struct schedule_work work;
};

static void drop(struct relaxed *relaxed, const struct schedule_demand *demand)
{
    if (demand->row)
        relaxed->row[demand->number].least = -SCHEDULE_NO_LIMIT;
    else
        relaxed->must[demand->number] = 0;
}

static void restore(struct relaxed *relaxed,
                    const struct schedule_demand *demand)
{
    int i = demand->number;
    if (demand->row)
        relaxed->row[i].least = relaxed->from->row[i].least;
    else
        relaxed->must[i] = relaxed->from->must[i];
}

static bool has_schedule(const struct relaxed *relaxed)
{
    struct schedule schedule;
    struct err err;
    bool has =
        schedule_solve(&schedule, &relaxed->problem, &relaxed->work, &err);
    if (has)
        schedule_release(&schedule);
    return has;
}

static int list_demands(const struct schedule_problem *problem,
                        struct schedule_demand *demand)
{
    int count = 0;
    for (int r = 0; r < problem->rows; r++) {
        if (problem->row[r].least > 0)
            demand[count++] = (struct schedule_demand){ true, r };
    }
    for (int p = 0; p < problem->phases; p++) {
        if (problem->must && problem->must[p])
            demand[count++] = (struct schedule_demand){ false, p };
    }
    return count;
}

static bool without(struct relaxed *relaxed,
                    const struct schedule_demand *demand, int i, int j)
{
    drop(relaxed, &demand[i]);
    drop(relaxed, &demand[j]);
    bool has = has_schedule(relaxed);
    restore(relaxed, &demand[i]);
    restore(relaxed, &demand[j]);
    return has;
}

static bool two_are_enough(struct relaxed *relaxed,
                           struct schedule_demand *demand, int i, int count)
{
    for (int j = i + 1; j < count; j++) {
        if (!without(relaxed, demand, i, j))
            continue;
        struct schedule_demand second = demand[j];
        demand[0] = demand[i];
        demand[1] = second;
        return true;
    }
    return false;
}

/* Put the demand that is enough, or the two, in front. */
static int one_or_two(struct relaxed *relaxed, struct schedule_demand *demand,
                      int count)
{
    enum { PAIRS = 40 }; /* of more demands, pairs are too many to try */
    for (int i = 0; i < count; i++) {
        if (without(relaxed, demand, i, i)) {
            demand[0] = demand[i];
            return 1;
        }
    }
    for (int i = 0; i < count && count <= PAIRS; i++) {
        if (two_are_enough(relaxed, demand, i, count))
            return 2;
    }
    return 0;
}

/* Take demands back, one after the other, as long as there is a schedule; the
 * others stay. */
static int take_back(struct relaxed *relaxed, struct schedule_demand *demand,
                     int count)
{
    int left = 0;
    for (int i = 0; i < count; i++)
        drop(relaxed, &demand[i]);
    if (!has_schedule(relaxed))
        return -1;
    for (int i = 0; i < count; i++) {
        restore(relaxed, &demand[i]);
        if (has_schedule(relaxed))
            continue;
        drop(relaxed, &demand[i]);
        demand[left++] = demand[i];
    }
    return left;
}

int schedule_relax(const struct schedule_problem *problem,
                   const struct schedule_work *work,
                   struct schedule_demand *demand)
{
    size_t phases = (size_t)problem->phases, rows = (size_t)problem->rows;
    struct relaxed relaxed = { .problem = *problem,
                               .from = problem,
                               .work = *work };
    relaxed.work.gap = INFINITY; /* any schedule will do */
    relaxed.work.from = NULL;
    relaxed.must = mem_new(phases + 1, 1);
    relaxed.row = mem_raw(rows + 1, sizeof *relaxed.row);
    if (problem->must)
        memcpy(relaxed.must, problem->must, phases);
    if (rows)
        memcpy(relaxed.row, problem->row, rows * sizeof *relaxed.row);
    relaxed.problem.must = relaxed.must;
    relaxed.problem.row = relaxed.row;
    int count = list_demands(problem, demand), found = 0;
    if (!has_schedule(&relaxed)) {
        found = one_or_two(&relaxed, demand, count);
        if (found == 0)
            found = take_back(&relaxed, demand, count);
    }
    free(relaxed.must);
    free(relaxed.row);
    return found;
}
