/* SMAA-2: 10,000 weights, 1,000 alternatives, 8 criteria. */
#include "tests/bench/bench.h"

#include <string.h>
#include <sys/resource.h>

#include "core/base/rng.h"
#include "core/rank/smaa.h"

enum { ROWS = 1000, COLUMNS = 8, SAMPLES = 10000, TIMES = 5 };

static double worth[ROWS * COLUMNS], weight[COLUMNS];

static double run(int threads, struct smaa *smaa)
{
    struct worths worths = { ROWS, COLUMNS, weight, worth, NULL };
    struct smaa_problem problem = {
        .worths = &worths, .samples = SAMPLES, .seed = 1, .threads = threads
    };
    struct err err;
    double from = threads == 1 ? own_seconds() : seconds();
    if (!smaa_init(smaa, &problem, &err)) {
        fprintf(stderr, "%s\n", err.text);
        exit(1);
    }
    return (threads == 1 ? own_seconds() : seconds()) - from;
}

static double median_of(int threads)
{
    double took[TIMES];
    for (int i = 0; i < TIMES; i++) {
        struct smaa smaa;
        took[i] = run(threads, &smaa);
        smaa_release(&smaa);
    }
    return median(took, TIMES);
}

static long peak(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

int main(void)
{
    struct rng rng = rng_new(1, 0, 0);
    for (int i = 0; i < ROWS * COLUMNS; i++)
        worth[i] = rng_number(&rng);
    for (int j = 0; j < COLUMNS; j++)
        weight[j] = 1.0 / COLUMNS;
    long before = peak();
    double one = median_of(1);
    long memory = peak() - before;
    double two = median_of(2);
    print_seconds("SMAA 10,000 weights, 1,000 x 8, one thread", one,
                  "at most 100 ms");
    print_seconds("SMAA 10,000 weights, 1,000 x 8, two threads", two,
                  "1.8 times as fast");
    printf("%-52s %9ld MiB  at most 20 MiB\n", "SMAA, memory beyond the table",
           memory);
    struct smaa a, b;
    run(1, &a);
    run(2, &b);
    size_t size = (size_t)ROWS * ROWS * sizeof *a.share;
    if (memcmp(a.share, b.share, size) != 0)
        fprintf(stderr, "two threads give other bytes\n");
    smaa_release(&a);
    smaa_release(&b);
    return 0;
}
