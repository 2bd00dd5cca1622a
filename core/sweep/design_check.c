/* Whether a design can be made, and how many runs it has. */
#include "core/sweep/design_check.h"

#include <math.h>

int design_levels(const struct factor *factor, const struct design_request *r)
{
    int values = factor_values(factor);
    if (factor->levels > 0)
        return factor->levels;
    if (factor->kind == FACTOR_CHOICE || factor->kind == FACTOR_FIXED)
        return values;
    int wanted = r->levels > 0 ? r->levels : 2;
    return values > 0 && values < wanted ? values : wanted;
}

static bool too_many(struct err *err)
{
    return err_set(err, ERR_RANGE, "the design has more than %d runs",
                   DESIGN_RUNS);
}

static int64_t grid_runs(const struct design_request *r, struct err *err)
{
    int64_t runs = 1;
    for (int f = 0; f < r->factors; f++) {
        int levels = design_levels(&r->factor[f], r);
        runs = r->kind == DESIGN_ONE ? runs + levels : runs * levels;
        if (runs > DESIGN_RUNS) {
            too_many(err);
            return -1;
        }
    }
    return runs;
}

int64_t design_block(const struct design_request *r)
{
    switch (r->kind) {
    case DESIGN_SALTELLI:
        return r->second ? 2 * (int64_t)r->factors + 2 : r->factors + 2;
    case DESIGN_MORRIS:
        return r->factors + 1;
    default:
        return 1;
    }
}

static int64_t block_runs(const struct design_request *r, struct err *err)
{
    if (r->n < 1)
        err_set(err, ERR_RANGE, "n must be at least 1, got %lld",
                (long long)r->n);
    else if (r->n > DESIGN_RUNS / design_block(r))
        too_many(err);
    else
        return r->n * design_block(r);
    return -1;
}

static bool sobol_check(const struct design_request *r, struct err *err)
{
    int most =
        r->kind == DESIGN_SALTELLI ? SOBOL_DIMENSIONS / 2 : SOBOL_DIMENSIONS;
    if (r->factors > most)
        return err_set(err, ERR_RANGE,
                       "the Sobol' sequence has numbers for up to %d factors "
                       "here, got %d",
                       most, r->factors);
    if (r->skip > UINT32_MAX - (uint64_t)DESIGN_RUNS)
        return err_set(err, ERR_RANGE, "skip must be at most %llu, got %llu",
                       (unsigned long long)UINT32_MAX - DESIGN_RUNS,
                       (unsigned long long)r->skip);
    return true;
}

/* The work of the choice: pairs of candidates times pairs of their points. */
static bool morris_check(const struct design_request *r, struct err *err)
{
    int levels = r->levels;
    if (levels != 0 && (levels < 2 || levels % 2 != 0))
        return err_set(err, ERR_RANGE,
                       "the levels of a Morris design are even, got %d",
                       levels);
    if (r->candidates == 0)
        return true;
    if (r->candidates < r->n || r->candidates > DESIGN_CANDIDATES)
        return err_set(err, ERR_RANGE,
                       "candidates must be from n to %d, got %lld",
                       DESIGN_CANDIDATES, (long long)r->candidates);
    double work = pow((double)r->candidates, 2) / 2 *
                  pow((double)r->factors + 1, 2) * r->factors;
    if (work > 2e10)
        return err_set(err, ERR_RANGE,
                       "to choose out of %lld trajectories of %d factors "
                       "takes too long; take fewer candidates",
                       (long long)r->candidates, r->factors);
    return true;
}

static bool table_check(const struct design_request *r, struct err *err)
{
    for (int64_t i = 0; i < r->n; i++) {
        for (int f = 0; f < r->factors; f++) {
            if (!isfinite(r->table[i * r->factors + f]))
                return err_set(err, ERR_RANGE,
                               "row %lld of the table: '%s' is not a number",
                               (long long)i + 1, r->factor[f].name);
        }
    }
    return true;
}

static bool factors_check(const struct design_request *r, struct err *err)
{
    if (r->factors < 1)
        return err_set(err, ERR_RANGE, "a design needs at least one factor");
    if (r->factors > DESIGN_FACTORS)
        return err_set(err, ERR_RANGE, "more than %d factors", DESIGN_FACTORS);
    if (r->levels < 0 || r->levels > DESIGN_LEVELS)
        return err_set(err, ERR_RANGE, "levels must be from 1 to %d, got %d",
                       DESIGN_LEVELS, r->levels);
    for (int f = 0; f < r->factors; f++) {
        if (!factor_check(&r->factor[f], err))
            return false;
    }
    return true;
}

int64_t design_check(const struct design_request *r, struct err *err)
{
    bool grid = r->kind == DESIGN_FACTORIAL || r->kind == DESIGN_ONE;
    if (!factors_check(r, err))
        return -1;
    int64_t runs = grid ? grid_runs(r, err) : block_runs(r, err);
    if (runs < 0)
        return -1;
    bool good = true;
    if (r->kind == DESIGN_SOBOL || r->kind == DESIGN_SALTELLI)
        good = sobol_check(r, err);
    else if (r->kind == DESIGN_MORRIS)
        good = morris_check(r, err);
    else if (r->kind == DESIGN_TABLE)
        good = table_check(r, err);
    return good ? runs : -1;
}
