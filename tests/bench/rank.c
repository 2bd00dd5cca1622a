/* Ranking a random table of 1,000,000 x 10, scores and ranks. */
#include "tests/bench/bench.h"

#include <string.h>

#include "core/rank/rank.h"

enum { ROWS = 1000000, COLUMNS = 10, TIMES = 7 };

static struct criterion criterion[COLUMNS];

/* SplitMix64 (Steele, Lea and Flood 2014): the same table in every run. */
static double next_number(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return (double)((z ^ z >> 31) >> 11) / 9007199254740992.0;
}

static void fill(void)
{
    uint64_t state = 1;
    for (int j = 0; j < COLUMNS; j++) {
        double *column = malloc(ROWS * sizeof *column);
        if (!column)
            exit(1);
        for (int i = 0; i < ROWS; i++)
            column[i] = 1 + 99 * next_number(&state);
        criterion[j] = (struct criterion){ .name = "c",
                                           .weight = 1 + j,
                                           .column = column,
                                           .lower = j % 3 == 2,
                                           .missing = MISSING_WORST };
    }
}

static void rank(const char *what, enum rank_method method, enum normal normal,
                 const char *most)
{
    static const double at[] = { 1, 100 }, points[] = { 0, 1 };
    double took[TIMES];
    for (int j = 0; j < COLUMNS; j++) {
        criterion[j].normal = normal;
        criterion[j].scale = (struct scale){ SCALE_LINEAR, 2, at, points, 1 };
    }
    struct rank_problem problem = { .method = method,
                                    .alternatives = ROWS,
                                    .criteria = COLUMNS,
                                    .criterion = criterion };
    for (int k = 0; k < TIMES; k++) {
        struct ranking ranking;
        struct err err;
        double from = own_seconds();
        if (!ranking_init(&ranking, &problem, &err)) {
            fprintf(stderr, "%s\n", err.text);
            exit(1);
        }
        took[k] = own_seconds() - from;
        ranking_release(&ranking);
    }
    print_seconds(what, median(took, TIMES), most);
}

int main(void)
{
    fill();
    rank("sum, minmax, ranks, 1,000,000 x 10", RANK_SUM, NORMAL_MINMAX,
         "at most 60 ms");
    rank("sum, fixed scales, ranks, 1,000,000 x 10", RANK_SUM, NORMAL_SCALE,
         "at most 60 ms");
    rank("TOPSIS, vector, ranks, 1,000,000 x 10", RANK_TOPSIS, NORMAL_VECTOR,
         "at most 60 ms");
    rank("TOPSIS, minmax, ranks, 1,000,000 x 10", RANK_TOPSIS, NORMAL_MINMAX,
         "at most 60 ms");
    for (int j = 0; j < COLUMNS; j += 2)
        for (int i = j; i < ROWS; i += 20)
            ((double *)(uintptr_t)criterion[j].column)[i] = 0.0 / 0.0;
    rank("sum, fixed scales, 2.5 % unknown, 1,000,000 x 10", RANK_SUM,
         NORMAL_SCALE, "");
    rank("TOPSIS, vector, 2.5 % unknown, 1,000,000 x 10", RANK_TOPSIS,
         NORMAL_VECTOR, "");
    return 0;
}
