/* Designs of 1,000,000 runs of 10 factors, in blocks of 1,000 as workers make
 * them, and as one table. */
#include "tests/bench/bench.h"

#include <string.h>

#include "core/sweep/design.h"

enum { FACTORS = 10, RUNS = 1000000, BLOCK = 1000, TIMES = 5 };

static struct factor factor[FACTORS];

static void begin(struct design *design, struct design_request request)
{
    struct err err;
    request.factor = factor;
    request.factors = FACTORS;
    if (design_init(design, &request, &err))
        return;
    fprintf(stderr, "%s\n", err.text);
    exit(1);
}

static double once(struct design_request request, double *value, int64_t block)
{
    struct design design;
    double from = own_seconds();
    begin(&design, request);
    for (int64_t first = 0; first < design.runs; first += block) {
        int64_t left = design.runs - first;
        double *to = block < RUNS ? value : value + first * FACTORS;
        design_rows(&design, first, left < block ? left : block, to);
    }
    design_release(&design);
    return own_seconds() - from;
}

static void time_design(const char *what, struct design_request request,
                        int64_t block, const char *most)
{
    double took[TIMES];
    double *value = calloc((size_t)block * FACTORS, sizeof *value);
    if (!value)
        exit(1);
    memset(value, 1, (size_t)block * FACTORS * sizeof *value);
    for (int i = 0; i < TIMES; i++)
        took[i] = once(request, value, block);
    print_seconds(what, median(took, TIMES), most);
    free(value);
}

int main(void)
{
    for (int f = 0; f < FACTORS; f++)
        factor[f] =
            (struct factor){ .name = "x", .kind = FACTOR_UNIFORM, .b = 1 };
    struct design_request sobol = { .kind = DESIGN_SOBOL, .n = RUNS },
                          scrambled = sobol,
                          latin = { .kind = DESIGN_LATIN, .n = RUNS },
                          saltelli = { .kind = DESIGN_SALTELLI,
                                       .n = RUNS / 12,
                                       .scramble = true },
                          morris = { .kind = DESIGN_MORRIS,
                                     .n = RUNS / (FACTORS + 1) };
    scrambled.scramble = true;
    time_design("Sobol' points, 1,000,000 x 10, blocks", sobol, BLOCK,
                "at most 50 ms");
    time_design("Sobol' points, 1,000,000 x 10, one table", sobol, RUNS,
                "at most 50 ms");
    time_design("Sobol' points, scrambled, 1,000,000 x 10, blocks", scrambled,
                BLOCK, "at most 50 ms");
    time_design("Latin hypercube, 1,000,000 x 10, blocks", latin, BLOCK,
                "at most 300 ms");
    time_design("Latin hypercube, 1,000,000 x 10, one table", latin, RUNS,
                "at most 300 ms");
    time_design("Saltelli, 999,996 x 10, blocks", saltelli, BLOCK, "");
    time_design("Morris, 999,999 x 10, blocks", morris, BLOCK, "");
    return 0;
}
