/* Whether a problem is sound, and whether a placement keeps its limits. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/place/place.h"

/* So that the sum over a thousand years does not overflow. */
#define AMOUNT_MOST (INT64_MAX / 4096)

static bool amounts_check(const int64_t *amount, int count, const char *what,
                          struct err *err)
{
    for (int i = 0; amount && i < count; i++) {
        if (amount[i] < 0)
            return err_set(err, ERR_RANGE, "%s: must not be negative, got %lld",
                           what, (long long)amount[i]);
        if (amount[i] != PLACE_NO_LIMIT && amount[i] > AMOUNT_MOST)
            return err_set(err, ERR_RANGE, "%s: %lld is too much", what,
                           (long long)amount[i]);
    }
    return true;
}

/* Sums stay far from overflow: a demand is less than the largest sum that
 * fits, shared by all. */
static bool demands_check(const struct place_problem *problem, struct err *err)
{
    const int64_t *demand[] = { problem->land, problem->wastewater,
                                problem->cost };
    int64_t most = INT64_MAX / 4 / (problem->enterprises + 1);
    for (int k = 0; k < 3; k++) {
        for (int e = 0; demand[k] && e < problem->enterprises; e++) {
            if (demand[k][e] < 0 || demand[k][e] > most)
                return err_set(
                    err, ERR_RANGE, "enterprise '%s': a demand of %lld",
                    problem->enterprise_key[e], (long long)demand[k][e]);
        }
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
    int cluster = problem->pin_cluster[e];
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

static bool term_check(const struct place_problem *problem,
                       const struct place_term *term, struct err *err)
{
    if (!(term->weight >= 0) || !isfinite(term->weight))
        return err_set(err, ERR_RANGE, "weight must not be negative, got %g",
                       term->weight);
    int64_t count = problem->enterprises;
    if (term->kind == TERM_PAIR)
        count *= problem->clusters;
    for (int64_t i = 0; term->value && i < count; i++) {
        int64_t e = term->kind == TERM_PAIR ? i / problem->clusters : i;
        if (!isfinite(term->value[i]))
            return err_set(err, ERR_UNKNOWN,
                           "enterprise '%s': the value is not a finite number",
                           problem->enterprise_key[e]);
    }
    return true;
}

bool place_check(const struct place_problem *problem, struct err *err)
{
    int cells = problem->clusters * problem->years;
    if (problem->years < 1)
        return err_set(err, ERR_RANGE, "no years to place in");
    if (!demands_check(problem, err) || !order_check(problem, err))
        return false;
    if (!amounts_check(problem->room, cells, "land", err) ||
        !amounts_check(problem->treatment, cells, "treatment", err) ||
        !amounts_check(problem->budget, problem->years, "budget", err))
        return false;
    for (int e = 0; problem->pin_cluster && e < problem->enterprises; e++) {
        if (!pin_check(problem, e, err))
            return err_in(err, "pin of enterprise '%s'",
                          problem->enterprise_key[e]);
    }
    for (int k = 0; k < problem->terms; k++) {
        if (!term_check(problem, &problem->term[k], err))
            return err_in(err, "term '%s'", problem->term[k].name);
    }
    return true;
}

/* From here on: the check of a placement, straight from the definition. */

/* What is taken in a cluster until the end of a year. */
static int64_t taken(const struct placement *placement, const int64_t *demand,
                     int cluster, int year)
{
    int64_t sum = 0;
    for (int e = 0; e < placement->enterprises; e++) {
        if (placement->cluster[e] == cluster && placement->year[e] <= year)
            sum += demand[e];
    }
    return sum;
}

static bool supply_keeps(const struct placement *placement,
                         const struct place_problem *problem,
                         const int64_t *demand, const int64_t *supply,
                         struct err *err)
{
    for (int c = 0; demand && supply && c < problem->clusters; c++) {
        for (int t = 0; t < problem->years; t++) {
            int64_t sum = taken(placement, demand, c, t);
            int64_t most = supply[c * problem->years + t];
            if (sum > most)
                return err_set(err, ERR_RANGE,
                               "cluster '%s' in %d: %lld taken of %lld",
                               problem->cluster_key[c], problem->first_year + t,
                               (long long)sum, (long long)most);
        }
    }
    return true;
}

static bool money_keeps(const struct placement *placement,
                        const struct place_problem *problem, struct err *err)
{
    int64_t saved = 0;
    for (int t = 0; problem->cost && problem->budget && t < problem->years;
         t++) {
        int64_t spent = 0;
        for (int e = 0; e < problem->enterprises; e++) {
            if (placement->cluster[e] >= 0 && placement->year[e] == t)
                spent += problem->cost[e];
        }
        int64_t given = problem->budget[t];
        if (given == PLACE_NO_LIMIT || saved == PLACE_NO_LIMIT) {
            saved = problem->carry ? PLACE_NO_LIMIT : 0;
            continue;
        }
        if (spent > given + saved)
            return err_set(err, ERR_RANGE, "budget of %d: %lld spent of %lld",
                           problem->first_year + t, (long long)spent,
                           (long long)(given + saved));
        saved = problem->carry ? saved + given - spent : 0;
    }
    return true;
}

static bool choice_keeps(const struct placement *placement,
                         const struct place_problem *problem, int e)
{
    int c = placement->cluster[e], t = placement->year[e];
    int pin_cluster = problem->pin_cluster ? problem->pin_cluster[e] : -1;
    int pin_year = problem->pin_year ? problem->pin_year[e] : -1;
    if (c < 0)
        return t < 0 && pin_cluster < 0 && pin_year < 0;
    if (c >= problem->clusters || t < 0 || t >= problem->years)
        return false;
    if (problem->out && problem->out[e])
        return false;
    if (problem->barred && problem->barred[(int64_t)e * problem->clusters + c])
        return false;
    if (problem->shut && problem->shut[c * problem->years + t])
        return false;
    if (problem->earliest && t < problem->earliest[e])
        return false;
    return (pin_cluster < 0 || pin_cluster == c) &&
           (pin_year < 0 || pin_year == t);
}

bool placement_check(const struct placement *placement,
                     const struct place_problem *problem, struct err *err)
{
    for (int e = 0; e < problem->enterprises; e++) {
        if (!choice_keeps(placement, problem, e))
            return err_set(err, ERR_RANGE,
                           "enterprise '%s' stands where it may not",
                           problem->enterprise_key[e]);
    }
    return supply_keeps(placement, problem, problem->land, problem->room,
                        err) &&
           supply_keeps(placement, problem, problem->wastewater,
                        problem->treatment, err) &&
           money_keeps(placement, problem, err);
}
