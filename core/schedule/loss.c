#include <string.h>

#include "core/schedule/price.h"

/* Losses */

/* From what is best for the parent and its other children. */
static void phase_up(struct price *price, int phase)
{
    const struct model *model = price->model;
    int years = model->years, width = years + 1, lag = model->lag[phase];
    double *up = price->up + phase * width, top = -INFINITY;
    const double *best = price->best + phase * width;
    const double *over = price->up + model->parent[phase] * width;
    const double *down = price->down + model->parent[phase] * width;
    for (int t = 0; t < lag && t < years; t++)
        up[t] = -INFINITY;
    for (int from = 0; from < width; from++) {
        int then = from == years || from + lag > years ? years : from + lag;
        if (down[from] > -INFINITY)
            top = fmax(top, over[from] + down[from] - best[then]);
        if (then < years)
            up[then] = top;
    }
    up[years] = top;
}

void price_losses(struct price *price, const uint64_t *years_of, double *loss)
{
    const struct model *model = price->model;
    int width = model->years + 1;
    for (int i = 0; i < model->phases; i++) {
        int p = model->order[i];
        if (model->parent[p] < 0)
            memset(price->up + p * width, 0, (size_t)width * sizeof(double));
        else
            phase_up(price, p);
        for (int t = 0; t < width; t++)
            loss[p * width + t] =
                years_of[p] >> t & 1
                    ? price->up[p * width + t] + price->down[p * width + t]
                    : -INFINITY;
    }
    for (int p = 0; p < model->phases; p++) {
        double most = -INFINITY;
        for (int t = 0; t < width; t++)
            most = fmax(most, loss[p * width + t]);
        for (int t = 0; t < width; t++)
            loss[p * width + t] = most - loss[p * width + t];
    }
}
