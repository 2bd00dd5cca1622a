#include "core/sweep/structure.h"

#include <math.h>

/* Whether two runs that are there have different values of a factor. */
static bool differs(const double *x, int64_t run, int64_t from)
{
    return isfinite(x[run]) && isfinite(x[from]) && x[run] != x[from];
}

int64_t saltelli_broken(const double *const *x, int factors, int64_t blocks,
                        bool second, int *factor)
{
    int64_t k = factors, block = second ? 2 * k + 2 : k + 2;
    for (int64_t run = 0; run < blocks * block; run++) {
        int64_t of = run % block, a = run - of, b = a + block - 1;
        bool from_b = of > k;
        int64_t exchanged = of == 0 || run == b ? -1 : (of - 1) % k;
        for (int j = 0; j < factors; j++) {
            int64_t from = from_b == (j != exchanged) ? b : a;
            if (!differs(x[j], run, from))
                continue;
            *factor = j;
            return run;
        }
    }
    return -1;
}

int64_t morris_broken(const double *const *x, int factors, int64_t trajectories,
                      const int *changed, int *factor)
{
    int64_t block = (int64_t)factors + 1;
    for (int64_t run = 0; run < trajectories * block; run++) {
        int64_t t = run / block, step = run % block;
        if (step == 0)
            continue;
        for (int j = 0; j < factors; j++) {
            if (j == changed[t * factors + step - 1] ||
                !differs(x[j], run, run - 1))
                continue;
            *factor = j;
            return run;
        }
    }
    return -1;
}
