/* What a sweep's runs tell: Sobol' indices with 100 bootstraps on 1.31 million
 * evaluations, PAWN, PRIM. */
#include "tests/bench/bench.h"

#include <string.h>
#include <sys/resource.h>

#include "core/base/rng.h"
#include "core/sweep/pawn.h"
#include "core/sweep/prim.h"
#include "core/sweep/variance.h"

enum { EVALUATIONS = 1310720, TIMES = 3, SAMPLE = 100000, FACTORS = 5 };

static void *room(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory)
        exit(1);
    return memory;
}

static long peak(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

static void must(bool done, const struct err *err)
{
    if (done)
        return;
    fprintf(stderr, "%s\n", err->text);
    exit(1);
}

static double indices(struct variance_problem *problem, int threads,
                      struct variance *variance)
{
    double took[TIMES];
    struct err err;
    problem->threads = threads;
    for (int i = 0; i < TIMES; i++) {
        double from = threads == 1 ? own_seconds() : seconds();
        must(variance_init(variance, problem, &err), &err);
        took[i] = (threads == 1 ? own_seconds() : seconds()) - from;
        if (i + 1 < TIMES)
            variance_release(variance);
    }
    return median(took, TIMES);
}

static void time_indices(const double *y, int factors, bool second)
{
    int block = second ? 2 * factors + 2 : factors + 2;
    struct variance_problem problem = { .y = y,
                                        .blocks = EVALUATIONS / block,
                                        .factors = factors,
                                        .second = second,
                                        .resamples = 100,
                                        .level = 0.95,
                                        .seed = 1 };
    struct variance a, b;
    char what[80];
    snprintf(what, sizeof what, "Sobol' indices%s, 1.31 million, %d factors",
             second ? " to 2nd order" : "", factors);
    print_seconds(what, indices(&problem, 1, &a), "at most 1 s");
    print_seconds("... two threads", indices(&problem, 2, &b), "at most 1 s");
    if (memcmp(a.first, b.first, 2 * (size_t)factors * sizeof *a.first) != 0)
        fprintf(stderr, "two threads give other bytes\n");
    variance_release(&a);
    variance_release(&b);
}

static void time_samples(const double *const *x, const double *y)
{
    struct err err;
    struct pawn_problem pawn_of = { .y = y,
                                    .x = x,
                                    .runs = SAMPLE,
                                    .factors = FACTORS,
                                    .slices = 10,
                                    .threads = 1 };
    struct prim_problem prim_of = { .y = y,
                                    .x = x,
                                    .runs = SAMPLE,
                                    .factors = FACTORS,
                                    .alpha = 0.05,
                                    .least = 0.05 };
    double took[2][TIMES];
    for (int i = 0; i < TIMES; i++) {
        struct pawn pawn;
        struct prim prim;
        double from = own_seconds();
        must(pawn_init(&pawn, &pawn_of, &err), &err);
        took[0][i] = own_seconds() - from;
        from = own_seconds();
        must(prim_init(&prim, &prim_of, &err), &err);
        took[1][i] = own_seconds() - from;
        pawn_release(&pawn);
        prim_release(&prim);
    }
    print_seconds("PAWN, 100,000 x 5, with convergence", median(took[0], TIMES),
                  "");
    print_seconds("PRIM, 100,000 x 5", median(took[1], TIMES),
                  "at most 300 ms");
}

int main(void)
{
    double *y = room(EVALUATIONS, sizeof *y);
    struct rng rng = rng_new(1, 0, 0);
    for (int i = 0; i < EVALUATIONS; i++)
        y[i] = rng_number(&rng);
    long before = peak();
    time_indices(y, 3, false);
    time_indices(y, 10, false);
    time_indices(y, 10, true);
    printf("%-52s %9ld MiB  at most 100 MiB\n",
           "Sobol' indices, memory beyond the results", peak() - before);
    const double *x[FACTORS];
    for (int j = 0; j < FACTORS; j++)
        x[j] = y + (j + 1) * SAMPLE;
    for (int i = 0; i < SAMPLE; i++)
        y[i] = x[0][i] > 0.4 && x[0][i] + x[1][i] < 1.4 && x[2][i] < 0.7;
    time_samples(x, y);
    free(y);
    return 0;
}
