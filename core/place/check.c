/* Whether a problem is sound. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/place/place.h"

/* So that the sum over a thousand years does not overflow. */
#define AMOUNT_MOST (INT64_MAX / 4096)

static bool supply_check(const struct place_problem *problem, int resource,
                         struct err *err)
{
    const struct place_resource *r = &problem->resource[resource];
    int64_t cells =
        (int64_t)resource_groups(problem, resource) * problem->years;
    for (int64_t i = 0; i < cells; i++) {
        if (r->supply[i] < 0)
            return err_set(err, ERR_RANGE, "%s: must not be negative, got %lld",
                           r->name, (long long)r->supply[i]);
        if (r->supply[i] != PLACE_NO_LIMIT && r->supply[i] > AMOUNT_MOST)
            return err_set(err, ERR_RANGE, "%s: %lld is too much", r->name,
                           (long long)r->supply[i]);
    }
    for (int c = 0; r->group && c < problem->clusters; c++) {
        if (r->group[c] >= r->groups)
            return err_set(err, ERR_RANGE, "%s: there is no group %d", r->name,
                           r->group[c] + 1);
    }
    return true;
}

/* Sums stay far from overflow: a demand is less than the largest sum that
 * fits, shared by all. */
static bool need_check(const struct place_problem *problem, int resource,
                       struct err *err)
{
    const struct place_resource *r = &problem->resource[resource];
    int64_t most = INT64_MAX / 4 / ((int64_t)problem->enterprises + 1);
    for (int e = 0; e < problem->enterprises; e++) {
        if (r->need[e] < 0 || r->need[e] > most)
            return err_set(err, ERR_RANGE, "enterprise '%s': %s of %lld",
                           problem->enterprise_key[e], r->name,
                           (long long)r->need[e]);
    }
    return true;
}

static bool resources_check(const struct place_problem *problem,
                            struct err *err)
{
    if (problem->resources > PLACE_RESOURCES)
        return err_set(err, ERR_RANGE, "at most %d resources, got %d",
                       PLACE_RESOURCES, problem->resources);
    for (int r = 0; r < problem->resources; r++) {
        if (!need_check(problem, r, err) || !supply_check(problem, r, err))
            return false;
    }
    return true;
}

static bool order_check(const struct place_problem *problem, struct err *err)
{
    bool *seen = mem_new((size_t)problem->enterprises + 1, sizeof *seen);
    bool sound = true;
    for (int i = 0; i < problem->enterprises && sound; i++) {
        int e = problem->order[i];
        sound = e >= 0 && e < problem->enterprises && !seen[e];
        if (sound)
            seen[e] = true;
    }
    free(seen);
    return sound ||
           err_set(err, ERR_RANGE, "the order must name everyone once");
}

static bool pin_check(const struct place_problem *problem, int e,
                      struct err *err)
{
    int cluster = problem->pin_cluster ? problem->pin_cluster[e] : -1;
    int year = problem->pin_year ? problem->pin_year[e] : -1;
    if (cluster >= problem->clusters || year >= problem->years)
        return err_set(err, ERR_RANGE, "no such cluster or year");
    if (cluster < 0 && year < 0)
        return true;
    if (problem->out && problem->out[e])
        return err_set(err, ERR_UNSOLVED, "it is not to be placed at all");
    if (cluster >= 0 && problem->barred &&
        problem->barred[(int64_t)e * problem->clusters + cluster])
        return err_set(err, ERR_UNSOLVED, "it may not go to cluster '%s'",
                       problem->cluster_key[cluster]);
    if (year >= 0 && problem->earliest && year < problem->earliest[e])
        return err_set(err, ERR_UNSOLVED, "%d is before its earliest year, %d",
                       problem->first_year + year,
                       problem->first_year + problem->earliest[e]);
    return true;
}

/* A sum of 0 * value is 0 only when all values are finite.  Several sums at
 * once, since each waits for its last addition. */
static bool block_is_finite(const double *value, int count)
{
    enum { SUMS = 8 };
    double zero[SUMS] = { 0 }, all = 0;
    int i = 0;
    for (; i + SUMS <= count; i += SUMS) {
        for (int k = 0; k < SUMS; k++)
            zero[k] += 0 * value[i + k];
    }
    for (; i < count; i++)
        all += 0 * value[i];
    for (int k = 0; k < SUMS; k++)
        all += zero[k];
    return all == 0;
}

/* The number of the first, count when all are finite. */
static int64_t first_not_finite(const double *value, int64_t count)
{
    enum { BLOCK = 1024 };
    int64_t from = 0;
    while (from < count) {
        int64_t size = count - from > BLOCK ? BLOCK : count - from;
        if (!block_is_finite(value + from, (int)size))
            break;
        from += size;
    }
    while (from < count && isfinite(value[from]))
        from++;
    return from;
}

static bool term_check(const struct place_problem *problem,
                       const struct place_term *term, struct err *err)
{
    if (!(term->weight >= 0) || !isfinite(term->weight))
        return err_set(err, ERR_RANGE, "weight must not be negative, got %g",
                       term->weight);
    if (term->limited && isnan(term->most))
        return err_set(err, ERR_RANGE, "the most it may be is not a number");
    int64_t count = problem->enterprises;
    if (term->kind == TERM_PAIR)
        count *= problem->clusters;
    int64_t wrong = term->value ? first_not_finite(term->value, count) : count;
    if (wrong == count)
        return true;
    int64_t e = term->kind == TERM_PAIR ? wrong / problem->clusters : wrong;
    return err_set(err, ERR_UNKNOWN,
                   "enterprise '%s': the value is not a finite number",
                   problem->enterprise_key[e]);
}

/* Those who move together must not be told to go to different places, nor to
 * be apart. */
static bool pair_check(const struct place_problem *problem, int a, int b,
                       struct err *err)
{
    const int *pins[] = { problem->pin_cluster, problem->pin_year };
    const char *other = problem->enterprise_key[b];
    for (int k = 0; k < 2; k++) {
        if (pins[k] && pins[k][a] >= 0 && pins[k][b] >= 0 &&
            pins[k][a] != pins[k][b])
            return err_set(err, ERR_UNSOLVED,
                           "it moves with '%s', which is pinned elsewhere",
                           other);
    }
    if (problem->apart && problem->apart[a] >= 0 &&
        problem->apart[a] == problem->apart[b])
        return err_set(err, ERR_UNSOLVED,
                       "it is to move with '%s' and to be apart from it",
                       other);
    return true;
}

static bool groups_check(const struct place_problem *problem, const int *number,
                         struct err *err)
{
    for (int e = 0; number && e < problem->enterprises; e++) {
        if (number[e] >= problem->enterprises)
            return err_set(err, ERR_RANGE, "there is no group %d",
                           number[e] + 1);
    }
    return true;
}

/* Each against those of its group before it. */
static bool together_check(const struct place_problem *problem, struct err *err)
{
    size_t n = (size_t)problem->enterprises;
    if (!groups_check(problem, problem->together, err) ||
        !groups_check(problem, problem->apart, err))
        return false;
    if (!problem->together)
        return true;
    int *last = mem_raw(n + 1, sizeof *last),
        *before = mem_raw(n + 1, sizeof *before);
    bool sound = true;
    for (size_t g = 0; g < n; g++)
        last[g] = -1;
    for (int b = 0; b < problem->enterprises && sound; b++) {
        int g = problem->together[b];
        if (g < 0)
            continue;
        before[b] = last[g];
        last[g] = b;
        for (int a = before[b]; a >= 0 && sound; a = before[a])
            sound = pair_check(problem, a, b, err) ||
                    err_in(err, "enterprise '%s'", problem->enterprise_key[a]);
    }
    free(last);
    free(before);
    return sound;
}

static bool pins_check(const struct place_problem *problem, struct err *err)
{
    bool any = problem->pin_cluster || problem->pin_year;
    for (int e = 0; any && e < problem->enterprises; e++) {
        if (!pin_check(problem, e, err))
            return err_in(err, "pin of enterprise '%s'",
                          problem->enterprise_key[e]);
    }
    return true;
}

bool place_check(const struct place_problem *problem, struct err *err)
{
    if (problem->years < 1)
        return err_set(err, ERR_RANGE, "no years to place in");
    if ((int64_t)problem->clusters * problem->years > INT32_MAX)
        return err_set(err, ERR_RANGE, "the problem is too large");
    if (!resources_check(problem, err) || !order_check(problem, err) ||
        !together_check(problem, err) || !pins_check(problem, err))
        return false;
    for (int k = 0; k < problem->terms; k++) {
        if (!term_check(problem, &problem->term[k], err))
            return err_in(err, "term '%s'", problem->term[k].name);
    }
    return true;
}
