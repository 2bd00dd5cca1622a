/* What the benches share: a clock, and a line per figure.
 *
 * A bench prints and does not judge: machines differ.  Beside a figure stands
 * what it should not exceed on an ordinary desk machine. */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Of this thread, without what other programs take. */
static inline double own_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static inline int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Of n figures, which it sorts. */
static inline double median(double *figure, size_t n)
{
    qsort(figure, n, sizeof *figure, by_size);
    return figure[n / 2];
}

static inline void print_seconds(const char *what, double s, const char *most)
{
    const char *unit = s < 1e-6 ? "ns" : s < 1e-3 ? "us" : s < 1 ? "ms" : "s";
    double times = s < 1e-6 ? 1e9 : s < 1e-3 ? 1e6 : s < 1 ? 1e3 : 1;
    printf("%-52s %9.2f %-2s  %s\n", what, s * times, unit, most);
    fflush(stdout);
}

#endif
