#include "core/sweep/regress.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/normal.h"
#include "core/base/sum.h"
#include "core/sweep/sorted.h"

/* Columns of the runs used, less their means; the last is the result. */
struct table {
    int columns;
    int64_t n;
    double **column;
    double *sum;     /* of each column so far */
    double *product; /* of each pair so far: columns rows */
};

/* A system of equations on the factors that vary. */
struct system {
    int count;
    int *factor;
    double *lower;   /* Cholesky factor of the correlations, rows of count */
    double *answer;  /* the coefficients */
    double *inverse; /* diagonal of the inverse */
};

static void centre(double *x, int64_t n)
{
    struct sum sum = SUM_INIT;
    for (int64_t i = 0; i < n; i++)
        sum_add(&sum, x[i]);
    double mean = sum_total(&sum) / (double)n;
    for (int64_t i = 0; i < n; i++)
        x[i] -= mean;
}

static void table_init(struct table *t, const struct regress_problem *p,
                       const uint32_t *run, int64_t n)
{
    size_t columns = (size_t)p->factors + 1, rows = (size_t)n;
    *t = (struct table){ .columns = p->factors + 1, .n = n };
    t->column = mem_raw(columns, sizeof *t->column);
    t->sum = mem_new(columns, sizeof *t->sum);
    t->product = mem_new(columns * columns, sizeof *t->product);
    double *raw = mem_raw(rows, sizeof *raw);
    for (size_t j = 0; j < columns; j++) {
        const double *from = j + 1 < columns ? p->x[j] : p->y;
        double *to = mem_raw(rows, sizeof *to);
        for (size_t i = 0; i < rows; i++)
            raw[i] = from[run[i]];
        if (p->ranks)
            ranks_of(raw, n, to);
        else
            memcpy(to, raw, rows * sizeof *to);
        centre(to, n);
        t->column[j] = to;
    }
    free(raw);
}

static void table_release(struct table *t)
{
    for (int j = 0; j < t->columns; j++)
        free(t->column[j]);
    free(t->column);
    free(t->sum);
    free(t->product);
}

static double product(const double *x, const double *y, int64_t n)
{
    double part[4] = { 0 };
    int64_t i = 0;
    for (; i + 4 <= n; i += 4) {
        for (int l = 0; l < 4; l++)
            part[l] += x[i + l] * y[i + l];
    }
    for (; i < n; i++)
        part[0] += x[i] * y[i];
    return (part[0] + part[1]) + (part[2] + part[3]);
}

/* Rows from..end - 1 as well. */
static void table_add(struct table *t, int64_t from, int64_t end)
{
    size_t columns = (size_t)t->columns;
    for (size_t a = 0; a < columns; a++) {
        const double *x = t->column[a];
        for (int64_t i = from; i < end; i++)
            t->sum[a] += x[i];
        for (size_t b = a; b < columns; b++)
            t->product[a * columns + b] +=
                product(x + from, t->column[b] + from, end - from);
    }
}

static double covariance(const struct table *t, int a, int b, int64_t n)
{
    if (a > b) {
        int other = a;
        a = b;
        b = other;
    }
    return t->product[(size_t)a * (size_t)t->columns + (size_t)b] -
           t->sum[a] * t->sum[b] / (double)n;
}

static double correlation(const struct table *t, int a, int b, int64_t n)
{
    return covariance(t, a, b, n) /
           sqrt(covariance(t, a, a, n) * covariance(t, b, b, n));
}

static void system_init(struct system *s, int factors)
{
    size_t k = (size_t)factors;
    s->factor = mem_raw(k, sizeof *s->factor);
    s->lower = mem_new(k * k, sizeof *s->lower);
    s->answer = mem_new(k, sizeof *s->answer);
    s->inverse = mem_new(k, sizeof *s->inverse);
}

static void system_release(struct system *s)
{
    free(s->factor);
    free(s->lower);
    free(s->answer);
    free(s->inverse);
}

/* A row of the Cholesky factor; false where the factor follows from those
 * before it. */
static bool row_of(struct system *s, const struct table *t, int i, int64_t n)
{
    int k = s->count;
    for (int j = 0; j <= i; j++) {
        double left = correlation(t, s->factor[i], s->factor[j], n);
        for (int l = 0; l < j; l++)
            left -= s->lower[i * k + l] * s->lower[j * k + l];
        if (i == j && !(left > 1e-10))
            return false;
        s->lower[i * k + j] = i == j ? sqrt(left) : left / s->lower[j * k + j];
    }
    return true;
}

static void solve(struct system *s, const struct table *t, int64_t n)
{
    int k = s->count;
    double *x = s->answer;
    for (int i = 0; i < k; i++) {
        x[i] = correlation(t, s->factor[i], t->columns - 1, n);
        for (int l = 0; l < i; l++)
            x[i] -= s->lower[i * k + l] * x[l];
        x[i] /= s->lower[i * k + i];
    }
    for (int i = k - 1; i >= 0; i--) {
        for (int l = i + 1; l < k; l++)
            x[i] -= s->lower[l * k + i] * x[l];
        x[i] /= s->lower[i * k + i];
    }
}

/* The diagonal of the inverse: squares of the columns of L^-1. */
static void invert(struct system *s)
{
    int k = s->count;
    double *column = mem_raw((size_t)k + 1, sizeof *column);
    for (int j = 0; j < k; j++) {
        s->inverse[j] = 0;
        for (int i = j; i < k; i++) {
            double left = i == j;
            for (int l = j; l < i; l++)
                left -= s->lower[i * k + l] * column[l];
            column[i] = left / s->lower[i * k + i];
            s->inverse[j] += column[i] * column[i];
        }
    }
    free(column);
}

/* The coefficients of the first n rows; gives the factor that follows from
 * others, or -1. */
static int fit(struct system *s, const struct table *t, int64_t n)
{
    s->count = 0;
    for (int j = 0; j + 1 < t->columns; j++) {
        double scale = t->product[(size_t)j * (size_t)(t->columns + 1)];
        if (covariance(t, j, j, n) > 1e-12 * scale)
            s->factor[s->count++] = j;
    }
    for (int i = 0; i < s->count; i++) {
        if (!row_of(s, t, i, n))
            return s->factor[i];
    }
    solve(s, t, n);
    return -1;
}

static void keep_step(struct regress *r, const struct system *s, int step,
                      bool good)
{
    double *row = r->settling + (size_t)step * (size_t)r->factors;
    for (int j = 0; j < r->factors; j++)
        row[j] = NAN;
    for (int i = 0; good && i < s->count; i++)
        row[s->factor[i]] = s->answer[i];
}

static void keep(struct regress *r, struct system *s, const struct table *t,
                 double level)
{
    double z = normal_quantile(0.5 + level / 2), share = 0;
    for (int i = 0; i < s->count; i++)
        share +=
            s->answer[i] * correlation(t, s->factor[i], t->columns - 1, t->n);
    r->share = share < 0 ? 0 : share > 1 ? 1 : share;
    double free_rows = (double)t->n - s->count - 1;
    invert(s);
    for (int j = 0; j < r->factors; j++)
        r->factor[j] = (struct estimate){ NAN, NAN, NAN };
    for (int i = 0; i < s->count; i++) {
        double half = z * sqrt((1 - r->share) * s->inverse[i] / free_rows);
        double b = s->answer[i];
        r->factor[s->factor[i]] = (struct estimate){ b, b - half, b + half };
    }
}

static bool run(struct regress *r, const struct regress_problem *p,
                struct table *t, struct err *err)
{
    struct system s = { 0 };
    int follows = -1;
    int64_t from = 0;
    system_init(&s, p->factors);
    for (int i = 0; i < r->steps; i++) {
        table_add(t, from, r->step[i]);
        from = r->step[i];
        follows = fit(&s, t, from);
        keep_step(r, &s, i, follows < 0);
    }
    int y = t->columns - 1;
    bool same = !(covariance(t, y, y, t->n) > 0);
    if (!same && follows < 0)
        keep(r, &s, t, p->level);
    system_release(&s);
    if (same)
        return err_set(err, ERR_UNSOLVED, "the output is the same in all runs");
    if (follows >= 0)
        return err_set(err, ERR_UNSOLVED,
                       "factor '%s' follows from those before it, so their "
                       "effects cannot be told apart",
                       p->name[follows]);
    return true;
}

static bool problem_check(const struct regress_problem *p, struct err *err)
{
    if (p->factors < 1 || p->runs < 1)
        return err_set(err, ERR_RANGE, "there are no runs to judge");
    if (p->factors > REGRESS_FACTORS)
        return err_set(err, ERR_RANGE, "more than %d factors", REGRESS_FACTORS);
    if (!(p->level > 0 && p->level < 1))
        return err_set(err, ERR_RANGE,
                       "the level of an interval is between 0 and 1, got %g",
                       p->level);
    return true;
}

bool regress_init(struct regress *r, const struct regress_problem *p,
                  struct err *err)
{
    if (!problem_check(p, err))
        return false;
    int64_t known = 0;
    uint32_t *used = runs_known(p->y, p->runs, &known);
    if (known < p->factors + 3) {
        free(used);
        return err_set(err, ERR_UNSOLVED,
                       "%d factors need at least %d runs that have a result, "
                       "got %lld",
                       p->factors, p->factors + 3, (long long)known);
    }
    size_t k = (size_t)p->factors;
    struct table table;
    table_init(&table, p, used, known);
    *r = (struct regress){ .factors = p->factors,
                           .runs = known,
                           .failed = p->runs - known };
    r->factor = mem_raw(k, sizeof *r->factor);
    r->steps = steps_of(known, p->factors + 3, r->step);
    r->settling = mem_raw((size_t)r->steps * k, sizeof *r->settling);
    bool good = run(r, p, &table, err);
    table_release(&table);
    free(used);
    if (!good)
        regress_release(r);
    return good;
}

void regress_release(struct regress *r)
{
    free(r->factor);
    free(r->settling);
    *r = (struct regress){ 0 };
}
