/* Whether a placement keeps the limits, straight from their definition.  Uses
 * nothing that makes placements. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/place/place.h"

/* What is taken of a resource by those who move in a year: [group * years +
 * year]. */
static int64_t *moved(const struct placement *placement,
                      const struct place_problem *problem,
                      const struct place_resource *resource, int groups)
{
    int64_t *sum =
        mem_new((size_t)groups * (size_t)problem->years + 1, sizeof *sum);
    for (int e = 0; e < problem->enterprises; e++) {
        int c = placement->cluster[e];
        int g = c >= 0 && resource->group ? resource->group[c] : c;
        if (g >= 0)
            sum[(int64_t)g * problem->years + placement->year[e]] +=
                resource->need[e];
    }
    return sum;
}

static const char *group_name(const struct place_problem *problem,
                              const struct place_resource *resource, int group)
{
    for (int c = 0; resource->group && c < problem->clusters; c++) {
        if (resource->group[c] == group)
            return problem->cluster_key[c];
    }
    return problem->cluster_key[group];
}

/* One group through the years. */
static bool years_keep(const struct place_problem *problem,
                       const struct place_resource *resource, int group,
                       const int64_t *moved, struct err *err)
{
    const int64_t *supply = resource->supply + (int64_t)group * problem->years;
    int64_t taken = 0, given = 0;
    bool endless = false;
    for (int t = 0; t < problem->years; t++) {
        bool spent = resource->kind == RESOURCE_SPENT;
        bool carried = resource->kind == RESOURCE_CARRIED;
        taken = spent ? moved[t] : taken + moved[t];
        endless = supply[t] == PLACE_NO_LIMIT || (carried && endless);
        if (endless)
            continue;
        given = carried ? given + supply[t] : supply[t];
        if (taken > given && taken > 0)
            return err_set(err, ERR_RANGE, "%s, '%s' in %d: %lld taken of %lld",
                           resource->name, group_name(problem, resource, group),
                           problem->first_year + t, (long long)taken,
                           (long long)given);
    }
    return true;
}

static bool resource_keeps(const struct placement *placement,
                           const struct place_problem *problem,
                           const struct place_resource *resource,
                           struct err *err)
{
    int groups = resource->group ? resource->groups : problem->clusters;
    int64_t *sum = moved(placement, problem, resource, groups);
    bool keeps = true;
    for (int g = 0; g < groups && keeps; g++)
        keeps = years_keep(problem, resource, g,
                           sum + (int64_t)g * problem->years, err);
    free(sum);
    return keeps;
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

static bool together_keeps(const struct placement *placement,
                           const struct place_problem *problem, struct err *err)
{
    int n = problem->enterprises;
    int *first = mem_raw((size_t)n + 1, sizeof *first);
    int wrong = -1;
    for (int g = 0; g < n; g++)
        first[g] = -1;
    for (int e = 0; e < n && wrong < 0; e++) {
        int g = problem->together[e];
        if (g < 0)
            continue;
        if (first[g] < 0)
            first[g] = e;
        else if (placement->cluster[first[g]] != placement->cluster[e] ||
                 placement->year[first[g]] != placement->year[e])
            wrong = e;
    }
    free(first);
    return wrong < 0 || err_set(err, ERR_RANGE,
                                "enterprise '%s' is not with those it is to "
                                "move with",
                                problem->enterprise_key[wrong]);
}

/* Each against those of its group before it. */
static bool apart_keeps(const struct placement *placement,
                        const struct place_problem *problem, struct err *err)
{
    int n = problem->enterprises;
    int *last = mem_raw((size_t)n + 1, sizeof *last);
    int *before = mem_raw((size_t)n + 1, sizeof *before);
    bool keeps = true;
    for (int g = 0; g < n; g++)
        last[g] = -1;
    for (int b = 0; b < n && keeps; b++) {
        int g = problem->apart[b], a;
        if (g < 0 || placement->cluster[b] < 0)
            continue;
        before[b] = last[g];
        last[g] = b;
        for (a = before[b]; a >= 0; a = before[a]) {
            if (placement->cluster[a] == placement->cluster[b])
                break;
        }
        keeps =
            a < 0 ||
            err_set(err, ERR_RANGE, "enterprises '%s' and '%s' are not apart",
                    problem->enterprise_key[a], problem->enterprise_key[b]);
    }
    free(last);
    free(before);
    return keeps;
}

/* Long sums round; so much, relative, is let pass. */
static bool term_keeps(const struct placement *placement,
                       const struct place_problem *problem, int k,
                       struct err *err)
{
    const struct place_term *term = &problem->term[k];
    double sum = 0;
    for (int e = 0; e < problem->enterprises; e++)
        sum += place_amount(problem, k, e, placement->cluster[e],
                            placement->year[e]);
    return sum <= term->most + 1e-9 * (1 + fabs(term->most)) ||
           err_set(err, ERR_UNSOLVED,
                   "term '%s': %g, and %g is the most it may be", term->name,
                   sum, term->most);
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
    for (int r = 0; r < problem->resources; r++) {
        if (!resource_keeps(placement, problem, &problem->resource[r], err))
            return false;
    }
    for (int k = 0; k < problem->terms; k++) {
        if (problem->term[k].limited && !term_keeps(placement, problem, k, err))
            return false;
    }
    return (!problem->together || together_keeps(placement, problem, err)) &&
           (!problem->apart || apart_keeps(placement, problem, err));
}
