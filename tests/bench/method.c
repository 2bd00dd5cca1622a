/* Methods of the literature on random tables, and AHP. */
#include "tests/bench/bench.h"

#include <string.h>
#include <sys/resource.h>

#include "core/base/rng.h"
#include "core/rank/method.h"
#include "core/rank/weight_pairs.h"

enum { COLUMNS = 10, MOST = 1000000, TIMES = 7 };

static double *table;
static double weight[COLUMNS], q[COLUMNS], p[COLUMNS], s[COLUMNS];
static bool lower[COLUMNS];

static void fill(void)
{
    struct rng rng = rng_new(1, 0, 0);
    table = malloc((size_t)MOST * COLUMNS * sizeof *table);
    if (!table)
        exit(1);
    for (size_t k = 0; k < (size_t)MOST * COLUMNS; k++)
        table[k] = 1 + 99 * rng_number(&rng);
    for (int j = 0; j < COLUMNS; j++) {
        weight[j] = 1 + j;
        lower[j] = j % 3 == 2;
        q[j] = 2;
        p[j] = 20;
        s[j] = 10;
    }
}

static void add_list(struct figures *params, const char *name,
                     const double *list)
{
    memcpy(figures_vector(params, name, COLUMNS), list, sizeof q);
}

static void add_functions(struct figures *params, const char *name)
{
    struct figure *figure =
        figures_add(params, FIGURE_TEXTS, "functions", COLUMNS, 1);
    size_t size = strlen(name) + 1;
    figure->text = malloc(COLUMNS * size);
    for (size_t j = 0; figure->text && j < COLUMNS; j++)
        memcpy(figure->text + j * size, name, size);
}

static void run(const char *what, const char *name, size_t n,
                const char *function, const char *most)
{
    double took[TIMES];
    struct figures params = FIGURES_INIT;
    add_list(&params, "q", q);
    add_list(&params, "p", p);
    add_list(&params, "s", s);
    add_functions(&params, function);
    struct method_problem problem = { .n = n,
                                      .q = COLUMNS,
                                      .x = table,
                                      .weight = weight,
                                      .lower = lower,
                                      .params = &params };
    for (int k = 0; k < TIMES; k++) {
        struct figures out = FIGURES_INIT;
        struct err err;
        double from = own_seconds();
        if (!method_run(name, &problem, &out, &err)) {
            fprintf(stderr, "%s\n", err.text);
            exit(1);
        }
        took[k] = own_seconds() - from;
        figures_release(&out);
    }
    print_seconds(what, median(took, TIMES), most);
    figures_release(&params);
}

/* Nine criteria that contradict each other a little. */
static void ahp(void)
{
    enum { N = 9, ROUNDS = 10000 };
    static const char *const name[N] = { "1", "2", "3", "4", "5",
                                         "6", "7", "8", "9" };
    double judgement[N * N], own[N], took[TIMES];
    for (int k = 0; k < N * N; k++) {
        int i = k / N, j = k % N;
        double ratio = 1 + (i < j ? j - i : i - j) + (i * j % 3) / 2.0;
        judgement[k] = i == j ? 1 : i < j ? ratio : 1 / ratio;
    }
    struct pairs pairs = { .n = N, .name = name, .judgement = judgement };
    for (int k = 0; k < TIMES; k++) {
        double from = own_seconds();
        for (int round = 0; round < ROUNDS; round++) {
            struct err err;
            struct priorities found = { .weight = own };
            if (!priorities_find(&pairs, &found, &err)) {
                fprintf(stderr, "%s\n", err.text);
                exit(1);
            }
        }
        took[k] = (own_seconds() - from) / ROUNDS;
    }
    print_seconds("AHP, 9 x 9, weights and consistency", median(took, TIMES),
                  "at most 5 us");
}

int main(void)
{
    fill();
    run("VIKOR, ranks, compromise set, 1,000,000 x 10", "vikor", MOST, "usual",
        "at most 60 ms");
    run("PROMETHEE II, linear, 10,000 x 10", "promethee", 10000, "linear",
        "at most 10 ms");
    run("PROMETHEE II, linear, 1,000,000 x 10", "promethee", MOST, "linear",
        "at most 1.2 s");
    run("PROMETHEE II, Gaussian, 10,000 x 10", "promethee", 10000, "gaussian",
        "");
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%-54s %8.0f MiB  at most 200 MiB\n", "memory beyond the table",
           (double)usage.ru_maxrss / 1024 -
               (double)MOST * COLUMNS * sizeof *table / (1 << 20));
    ahp();
    free(table);
    return 0;
}
