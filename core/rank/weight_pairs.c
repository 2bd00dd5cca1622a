#include "core/rank/weight_pairs.h"

#include <math.h>
#include <stddef.h>

enum { ROUNDS = 100000, INDEX_MOST = 15 };

/* A judgement and its counterpart may differ by the digits people type. */
#define RECIPROCAL 1e-6

static double judgement(const struct pairs *pairs, int i, int j)
{
    return pairs->judgement[(size_t)i * (size_t)pairs->n + (size_t)j];
}

double random_index(enum random_index index, int n)
{
    static const double table[][INDEX_MOST + 1] = {
        { 0, 0, 0, 0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499,
          1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838 },
        { 0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48,
          1.56, 1.57, 1.59 },
    };
    return n <= INDEX_MOST ? table[index][n] : NAN;
}

/* Soundness */

static bool pair_check(const struct pairs *pairs, int i, int j, int *missing,
                       struct err *err)
{
    double there = judgement(pairs, i, j), back = judgement(pairs, j, i);
    if (isnan(there) && isnan(back)) {
        ++*missing;
        return true;
    }
    if (isnan(there) || isnan(back))
        return err_set(err, ERR_RANGE,
                       "only one of the two directions is "
                       "judged");
    if (!(there > 0) || !(back > 0) || isinf(there) || isinf(back))
        return err_set(err, ERR_RANGE,
                       "a judgement is a ratio above 0, got %g and %g", there,
                       back);
    if (fabs(there * back - 1) > RECIPROCAL)
        return err_set(err, ERR_RANGE,
                       "%g one way and %g the other do not "
                       "multiply to 1",
                       there, back);
    return true;
}

/* Mark all that judgements link with criterion i. */
static void reach(const struct pairs *pairs, int i, bool *seen)
{
    int stack[PAIRS_MOST], top = 0;
    stack[top++] = i;
    seen[i] = true;
    while (top > 0) {
        int at = stack[--top];
        for (int j = 0; j < pairs->n; j++) {
            if (seen[j] || isnan(judgement(pairs, at, j)))
                continue;
            seen[j] = true;
            stack[top++] = j;
        }
    }
}

static bool linked_check(const struct pairs *pairs, struct err *err)
{
    bool seen[PAIRS_MOST] = { false };
    reach(pairs, 0, seen);
    for (int j = 1; j < pairs->n; j++) {
        if (!seen[j])
            return err_set(err, ERR_UNSOLVED,
                           "no judgements link '%s' with '%s': judge one more "
                           "pair",
                           pairs->name[j], pairs->name[0]);
    }
    return true;
}

static bool pairs_check(const struct pairs *pairs, int *missing,
                        struct err *err)
{
    if (pairs->n < 1)
        return err_set(err, ERR_RANGE, "no criteria to weigh");
    if (pairs->n > PAIRS_MOST)
        return err_set(err, ERR_RANGE, "more than %d criteria", PAIRS_MOST);
    *missing = 0;
    for (int i = 0; i < pairs->n; i++) {
        if (fabs(judgement(pairs, i, i) - 1) > RECIPROCAL)
            return err_set(err, ERR_RANGE,
                           "criterion '%s' is judged against itself: %g, not 1",
                           pairs->name[i], judgement(pairs, i, i));
        for (int j = i + 1; j < pairs->n; j++) {
            if (!pair_check(pairs, i, j, missing, err))
                return err_in(err, "judgement of '%s' against '%s'",
                              pairs->name[i], pairs->name[j]);
        }
    }
    return linked_check(pairs, err);
}

/* Eigenvector */

/* Harker's matrix: 0 for a missing judgement, and each adds 1 to its row's
 * diagonal. */
static void harker(const struct pairs *pairs, double *matrix)
{
    int n = pairs->n;
    for (int i = 0; i < n; i++) {
        double own = 1;
        for (int j = 0; j < n; j++) {
            double given = judgement(pairs, i, j);
            matrix[i * n + j] = isnan(given) ? 0 : given;
            own += isnan(given);
        }
        matrix[i * n + i] = own;
    }
}

/* One round of the power iteration; how far the weights moved. */
static double multiply(const double *matrix, int n, double *weight,
                       double *lambda)
{
    double next[PAIRS_MOST], sum = 0, moved = 0;
    for (int i = 0; i < n; i++) {
        double total = 0;
        for (int j = 0; j < n; j++)
            total += matrix[i * n + j] * weight[j];
        next[i] = total;
        sum += total;
    }
    for (int i = 0; i < n; i++) {
        double w = next[i] / sum;
        moved = fmax(moved, fabs(w - weight[i]) / w);
        weight[i] = w;
    }
    *lambda = sum;
    return moved;
}

/* The matrix is not negative, linked and has a positive diagonal, so the
 * iteration converges (Perron and Frobenius). */
static bool eigenvector(const struct pairs *pairs, double *weight,
                        double *lambda, struct err *err)
{
    double matrix[PAIRS_MOST * PAIRS_MOST];
    harker(pairs, matrix);
    for (int i = 0; i < pairs->n; i++)
        weight[i] = 1.0 / pairs->n;
    double last = INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
        double moved = multiply(matrix, pairs->n, weight, lambda);
        /* Rounding keeps it moving by some last bits. */
        if (moved <= 1e-15 || (moved < 1e-13 && moved >= last))
            return true;
        last = moved;
    }
    return err_set(err, ERR_UNSOLVED,
                   "the weights do not settle: the "
                   "judgements contradict each other");
}

/* Geometric mean */

/* Solve the symmetric positive definite system in place. */
static void solve(double *matrix, double *right, int n)
{
    for (int k = 0; k < n; k++) {
        for (int i = k + 1; i < n; i++) {
            double factor = matrix[i * n + k] / matrix[k * n + k];
            for (int j = k; j < n; j++)
                matrix[i * n + j] -= factor * matrix[k * n + j];
            right[i] -= factor * right[k];
        }
    }
    for (int k = n - 1; k >= 0; k--) {
        for (int j = k + 1; j < n; j++)
            right[k] -= matrix[k * n + j] * right[j];
        right[k] /= matrix[k * n + k];
    }
}

/* Logarithmic least squares: the log of the last weight is 0. */
static void geometric(const struct pairs *pairs, double *weight)
{
    int n = pairs->n, m = n - 1;
    double matrix[PAIRS_MOST * PAIRS_MOST] = { 0 }, right[PAIRS_MOST] = { 0 };
    for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
            double given = judgement(pairs, i, j);
            if (i == j || isnan(given))
                continue;
            matrix[i * m + i] += 1;
            right[i] += log(given);
            if (j < m)
                matrix[i * m + j] = -1;
        }
    }
    solve(matrix, right, m);
    double sum = 1;
    for (int i = 0; i < m; i++)
        sum += weight[i] = exp(right[i]);
    weight[m] = 1;
    for (int i = 0; i < n; i++)
        weight[i] /= sum;
}

/* What is wrong with the judgements */

/* The triad of i, j and k, if it is farther from 1 than that so far. */
static void try_triad(const struct pairs *pairs, int i, int j, int k,
                      struct priorities *found)
{
    double product = judgement(pairs, i, j) * judgement(pairs, j, k) /
                     judgement(pairs, i, k);
    double most = fmax(1e-9, fabs(log(found->triad_product)));
    if (!(fabs(log(product)) > most)) /* NAN: not all judged */
        return;
    found->triad[0] = i;
    found->triad[1] = j;
    found->triad[2] = k;
    found->triad_product = product;
}

static void worst_triad(const struct pairs *pairs, struct priorities *found)
{
    for (int i = 0; i < pairs->n; i++) {
        for (int j = i + 1; j < pairs->n; j++) {
            for (int k = j + 1; k < pairs->n; k++)
                try_triad(pairs, i, j, k, found);
        }
    }
}

static void worst_judgement(const struct pairs *pairs, struct priorities *found)
{
    double most = 1e-9;
    for (int i = 0; i < pairs->n; i++) {
        for (int j = i + 1; j < pairs->n; j++) {
            double ratio =
                judgement(pairs, i, j) * found->weight[j] / found->weight[i];
            if (!(fabs(log(ratio)) > most))
                continue;
            most = fabs(log(ratio));
            found->worst[0] = i;
            found->worst[1] = j;
            found->worst_ratio = ratio;
        }
    }
}

static void consistency(const struct pairs *pairs, struct priorities *found)
{
    int n = pairs->n;
    found->ri = random_index(pairs->index, n);
    found->ci = n > 1 ? fmax(0, (found->lambda_max - n) / (n - 1)) : 0;
    found->cr = 0;
    if (n <= 2)
        return;
    double left = 1 - 2.0 * found->missing / ((n - 1.0) * (n - 2.0));
    found->ri *= left;
    if (left > 0)
        found->cr = found->ci / found->ri;
}

bool priorities_find(const struct pairs *pairs, struct priorities *found,
                     struct err *err)
{
    struct priorities made = { .weight = found->weight,
                               .triad = { -1, -1, -1 },
                               .triad_product = 1,
                               .worst = { -1, -1 },
                               .worst_ratio = 1 };
    double weight[PAIRS_MOST];
    if (!pairs_check(pairs, &made.missing, err) ||
        !eigenvector(pairs, weight, &made.lambda_max, err))
        return false;
    if (pairs->priority == PRIORITY_GEOMETRIC)
        geometric(pairs, weight);
    *found = made;
    for (int i = 0; i < pairs->n; i++)
        found->weight[i] = weight[i];
    consistency(pairs, found);
    worst_triad(pairs, found);
    worst_judgement(pairs, found);
    return true;
}
