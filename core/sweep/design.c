#include "core/sweep/design.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/sweep/design_check.h"
#include "core/sweep/trajectory.h"

uint64_t design_skip(int64_t n)
{
    uint64_t skip = 1;
    while (skip < (uint64_t)n)
        skip *= 2;
    return skip;
}

static void grid_init(struct design *design)
{
    size_t count = (size_t)design->factors;
    design->levels = mem_raw(count, sizeof *design->levels);
    design->base = mem_raw(count, sizeof *design->base);
    for (size_t f = 0; f < count; f++) {
        const struct factor *factor = &design->request.factor[f];
        design->levels[f] = design_levels(factor, &design->request);
        design->base[f] = factor->based
                              ? factor->base
                              : quantile_at(&design->quantile[f], 0.5);
    }
}

static void kind_init(struct design *design)
{
    const struct design_request *r = &design->request;
    int factors = design->factors;
    switch (r->kind) {
    case DESIGN_FACTORIAL:
    case DESIGN_ONE:
        grid_init(design);
        break;
    case DESIGN_LATIN:
        latin_init(&design->latin, (uint32_t)r->n, r->seed, factors);
        design->latin.centred = r->centred;
        break;
    case DESIGN_SOBOL:
        sobol_init(&design->sobol, factors, r->scramble, r->seed);
        break;
    case DESIGN_SALTELLI:
        sobol_init(&design->sobol, 2 * factors, r->scramble, r->seed);
        break;
    case DESIGN_MORRIS:
        if (r->candidates == 0)
            break;
        design->trajectory = mem_raw((size_t)r->n, sizeof *design->trajectory);
        trajectory_choose(factors, r->levels, r->seed, r->candidates, r->n,
                          design->trajectory);
        break;
    case DESIGN_TABLE:
        break;
    }
}

bool design_init(struct design *design, const struct design_request *request,
                 struct err *err)
{
    int64_t runs = design_check(request, err);
    if (runs < 0)
        return false;
    *design = (struct design){ .request = *request,
                               .runs = runs,
                               .factors = request->factors,
                               .block = design_block(request) };
    if (request->levels == 0)
        design->request.levels = request->kind == DESIGN_MORRIS ? 4 : 2;
    design->quantile =
        mem_raw((size_t)request->factors, sizeof *design->quantile);
    for (int f = 0; f < request->factors; f++)
        quantile_init(&design->quantile[f], &request->factor[f]);
    kind_init(design);
    return true;
}

void design_release(struct design *design)
{
    for (int f = 0; f < design->factors; f++)
        quantile_release(&design->quantile[f]);
    free(design->quantile);
    free(design->levels);
    free(design->base);
    free(design->trajectory);
    sobol_release(&design->sobol);
    latin_release(&design->latin);
    *design = (struct design){ 0 };
}

/* The value of a factor at a level of its grid, from 0. */
static double level_value(const struct design *design, int f, int level)
{
    const struct factor *factor = &design->request.factor[f];
    int levels = design->levels[f];
    if (factor->kind == FACTOR_CHOICE)
        return factor->value[level];
    double t = levels > 1 ? (double)level / (levels - 1) : 0.5;
    return quantile_grid(&design->quantile[f], t);
}

static void factorial_row(const struct design *design, int64_t run,
                          double *value)
{
    for (int f = design->factors - 1; f >= 0; f--) {
        int levels = design->levels[f];
        value[f] = level_value(design, f, (int)(run % levels));
        run /= levels;
    }
}

/* Which factor a run changes, and to which level. */
static int one_factor(const struct design *design, int64_t run, int *level)
{
    int64_t left = run - 1;
    int f = 0;
    if (run == 0)
        return -1;
    while (left >= design->levels[f])
        left -= design->levels[f++];
    *level = (int)left;
    return f;
}

int design_one_factor(const struct design *design, int64_t run)
{
    int level;
    return one_factor(design, run, &level);
}

static void one_row(const struct design *design, int64_t run, double *value)
{
    int level, f = one_factor(design, run, &level);
    memcpy(value, design->base, (size_t)design->factors * sizeof *value);
    if (f >= 0)
        value[f] = level_value(design, f, level);
}

static void sobol_rows(const struct design *design, int64_t first,
                       int64_t count, double *value)
{
    size_t factors = (size_t)design->factors;
    uint64_t index = design->request.skip + (uint64_t)first;
    uint32_t *x = mem_raw(factors, sizeof *x);
    sobol_at(&design->sobol, index, x);
    for (int64_t i = 0; i < count; i++) {
        for (size_t f = 0; f < factors; f++)
            *value++ = sobol_number(x[f]);
        sobol_next(&design->sobol, index++, x);
    }
    free(x);
}

/* Values of A and, behind them, of B. */
static void saltelli_point(const struct design *design, int64_t block,
                           uint32_t *x, double *point)
{
    int factors = design->factors;
    sobol_at(&design->sobol, design->request.skip + (uint64_t)block, x);
    for (int d = 0; d < 2 * factors; d++)
        point[d] =
            quantile_at(&design->quantile[d % factors], sobol_number(x[d]));
}

/* Run `of` of a block: 0: A; up to k: A with one of B; then, with second
 * order, B with one of A; last: B. */
static void saltelli_row(const struct design *design, const double *point,
                         int64_t of, double *value)
{
    int64_t k = design->factors;
    bool from_b = of > k;
    memcpy(value, from_b ? point + k : point, (size_t)k * sizeof *value);
    if (of == 0 || of == design->block - 1)
        return;
    int64_t j = (of - 1) % k;
    value[j] = from_b ? point[j] : point[k + j];
}

static void saltelli_rows(const struct design *design, int64_t first,
                          int64_t count, double *value)
{
    size_t room = 2 * (size_t)design->factors;
    uint32_t *x = mem_raw(room, sizeof *x);
    double *point = mem_raw(room, sizeof *point);
    for (int64_t i = 0; i < count; i++) {
        int64_t run = first + i, of = run % design->block;
        if (i == 0 || of == 0)
            saltelli_point(design, run / design->block, x, point);
        saltelli_row(design, point, of, value + i * design->factors);
    }
    free(x);
    free(point);
}

static void morris_draw(const struct design *design, int64_t number,
                        struct trajectory *t)
{
    if (design->trajectory)
        number = design->trajectory[number];
    trajectory_draw(t, design->request.seed, number);
}

static void morris_rows(const struct design *design, int64_t first,
                        int64_t count, double *value)
{
    struct trajectory t;
    trajectory_init(&t, design->factors, design->request.levels);
    for (int64_t i = 0; i < count; i++) {
        int64_t run = first + i;
        int changes = (int)(run % design->block);
        if (i == 0 || changes == 0)
            morris_draw(design, run / design->block, &t);
        for (int f = 0; f < design->factors; f++)
            *value++ = quantile_grid(&design->quantile[f],
                                     trajectory_at(&t, f, changes));
    }
    trajectory_release(&t);
}

void design_morris_steps(const struct design *design, int64_t trajectory,
                         int *factor, double *delta)
{
    struct trajectory t;
    trajectory_init(&t, design->factors, design->request.levels);
    morris_draw(design, trajectory, &t);
    for (int s = 0; s < design->factors; s++) {
        factor[s] = t.order[s];
        delta[s] = (double)t.step[factor[s]] / (t.levels - 1);
    }
    trajectory_release(&t);
}

/* Numbers in (0, 1) that become values, a few rows at a time so that they are
 * still in the cache. */
static void cube_rows(const struct design *design, int64_t first, int64_t count,
                      double *value)
{
    int64_t factors = design->factors;
    for (int64_t done = 0; done < count; done += LATIN_ROWS) {
        int64_t rows = count - done < LATIN_ROWS ? count - done : LATIN_ROWS;
        double *u = value + done * factors;
        if (design->request.kind == DESIGN_LATIN)
            latin_rows(&design->latin, (uint32_t)(first + done), (int)rows, u);
        else
            sobol_rows(design, first + done, rows, u);
        for (int f = 0; f < factors; f++)
            quantile_each(&design->quantile[f], u + f, rows, factors);
    }
}

void design_rows(const struct design *design, int64_t first, int64_t count,
                 double *value)
{
    int64_t factors = design->factors;
    switch (design->request.kind) {
    case DESIGN_FACTORIAL:
        for (int64_t i = 0; i < count; i++)
            factorial_row(design, first + i, value + i * factors);
        break;
    case DESIGN_ONE:
        for (int64_t i = 0; i < count; i++)
            one_row(design, first + i, value + i * factors);
        break;
    case DESIGN_LATIN:
    case DESIGN_SOBOL:
        cube_rows(design, first, count, value);
        break;
    case DESIGN_SALTELLI:
        saltelli_rows(design, first, count, value);
        break;
    case DESIGN_MORRIS:
        morris_rows(design, first, count, value);
        break;
    case DESIGN_TABLE:
        memcpy(value, design->request.table + first * factors,
               (size_t)(count * factors) * sizeof *value);
        break;
    }
}
