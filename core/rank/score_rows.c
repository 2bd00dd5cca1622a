#include "core/rank/score_rows.h"

enum { ROWS = 256 }; /* with 8 criteria their worths fill half a cache */

/* Four criteria at a time, always in the same order. */
static void add_four(const double *const v[4], const double w[4], size_t n,
                     double *restrict score)
{
    const double *restrict a = v[0], *restrict b = v[1];
    const double *restrict c = v[2], *restrict d = v[3];
    double wa = w[0], wb = w[1], wc = w[2], wd = w[3];
    for (size_t k = 0; k < n; k++)
        score[k] =
            (((score[k] + wa * a[k]) + wb * b[k]) + wc * c[k]) + wd * d[k];
}

static void add_one(const double *restrict v, double w, size_t n,
                    double *restrict score)
{
    for (size_t k = 0; k < n; k++)
        score[k] += w * v[k];
}

static void score_block(const struct worths *worths, const double *weight,
                        size_t from, size_t n, double *score)
{
    int j = 0;
    for (size_t k = 0; k < n; k++)
        score[k] = 0;
    for (; j + 4 <= worths->criteria; j += 4) {
        const double *v[4];
        for (int i = 0; i < 4; i++)
            v[i] = worths_of(worths, j + i) + from;
        add_four(v, weight + j, n, score);
    }
    for (; j < worths->criteria; j++)
        add_one(worths_of(worths, j) + from, weight[j], n, score);
}

/* Where something is left out: divided by the weights that count. */
static void score_counted(const struct worths *worths, const double *weight,
                          size_t from, size_t n, double *score)
{
    for (size_t k = from; k < from + n; k++) {
        double sum = 0, total = 0;
        for (int j = 0; j < worths->criteria; j++) {
            size_t cell = (size_t)j * worths->n + k;
            double w = weight[j] * worths->counts[cell];
            sum += w * worths->worth[cell];
            total += w;
        }
        score[k - from] = total > 0 ? sum / total : 0;
    }
}

void score_rows(const struct worths *worths, const double *weight, int samples,
                double *score)
{
    size_t criteria = (size_t)worths->criteria;
    for (size_t from = 0; from < worths->n; from += ROWS) {
        size_t left = worths->n - from, n = left < ROWS ? left : ROWS;
        for (int s = 0; s < samples; s++) {
            const double *w = weight + (size_t)s * criteria;
            double *out = score + (size_t)s * worths->n + from;
            if (worths->counts)
                score_counted(worths, w, from, n, out);
            else
                score_block(worths, w, from, n, out);
        }
    }
}

double score_drawn(const struct worths *worths, const double *weight,
                   const struct spread *spread, const double *drawn,
                   size_t spreads)
{
    double sum = 0, total = 0;
    size_t next = 0;
    for (int j = 0; j < worths->criteria; j++) {
        size_t cell = (size_t)j * worths->n + spread[0].row;
        bool is_drawn = next < spreads && spread[next].criterion == j;
        double w = weight[j];
        if (worths->counts && !is_drawn)
            w *= worths->counts[cell];
        sum += w * (is_drawn ? drawn[next] : worths->worth[cell]);
        total += w;
        next += is_drawn;
    }
    if (!worths->counts)
        return sum;
    return total > 0 ? sum / total : 0;
}
