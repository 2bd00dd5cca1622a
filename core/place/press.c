#include "core/place/press.h"

#include <math.h>

#include "core/base/mem.h"

/* Weights of its own, which can be pressed. */
void press_init(struct improve *improve)
{
    struct place_problem *problem = &improve->problem;
    size_t terms = (size_t)problem->terms;
    improve->term = mem_raw(terms + 1, sizeof *improve->term);
    improve->limited = mem_raw(terms + 1, sizeof(int));
    improve->sum = mem_new(terms + 1, sizeof(double));
    improve->press = mem_new(terms + 1, sizeof(double));
    for (int k = 0; k < problem->terms; k++) {
        improve->term[k] = problem->term[k];
        if (problem->term[k].limited)
            improve->limited[improve->limits++] = k;
    }
    improve->base = problem->term;
    problem->term = improve->term;
}

void press_count(struct improve *improve, int e, int sign)
{
    for (int i = 0; i < improve->limits; i++) {
        int m = e;
        do {
            improve->sum[i] +=
                sign * place_amount(&improve->problem, improve->limited[i], m,
                                    improve->cluster[m], improve->year[m]);
            m = ledger_mate(&improve->ledger, m);
        } while (m != e);
    }
}

double improve_excess(const struct improve *improve)
{
    double excess = 0;
    for (int i = 0; i < improve->limits; i++) {
        double most = improve->problem.term[improve->limited[i]].most;
        double unit = 1 + fabs(most);
        /* As exact as sums of many steps are. */
        if (improve->sum[i] > most + 1e-10 * unit)
            excess += (improve->sum[i] - most) / unit;
    }
    return excess;
}

double improve_total(const struct improve *improve)
{
    double total = improve->total;
    for (int i = 0; i < improve->limits; i++)
        total -= improve->press[i] * improve->sum[i];
    return total;
}

/* Price and total anew. */
static void sum_up(struct improve *improve)
{
    improve->total = 0;
    for (int e = 0; e < improve->problem.enterprises; e++) {
        if (!ledger_leads(&improve->ledger, e))
            continue;
        improve->price[e] = ledger_price(&improve->ledger, e,
                                         improve->cluster[e], improve->year[e]);
        improve->total += improve->price[e];
    }
}

void press_by(struct improve *improve, double times)
{
    const struct place_term *base = improve->base;
    for (int i = 0; i < improve->limits; i++) {
        int k = improve->limited[i];
        improve->term[k].weight = base[k].weight + times * improve->press[i];
    }
}

void improve_press(struct improve *improve)
{
    for (int i = 0; i < improve->limits; i++) {
        const struct place_term *term = &improve->term[improve->limited[i]];
        double slack = 1e-10 * (1 + fabs(term->most));
        double first = 0.1 * fabs(improve->total) /
                       ((1 + fabs(improve->sum[i])) * (improve->leads + 1));
        if (improve->sum[i] > term->most + slack)
            improve->press[i] = fmax(improve->press[i] * 1.5, first);
        else
            improve->press[i] /= 1.3;
    }
    press_by(improve, 1);
    sum_up(improve);
}
