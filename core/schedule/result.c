#include "core/schedule/result.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/sum.h"
#include "core/schedule/state.h"

static void schedule_init(struct schedule *schedule, const struct model *model)
{
    const struct schedule_problem *problem = model->problem;
    size_t money = (size_t)problem->sources * (size_t)problem->years;
    size_t cells = (size_t)problem->sources * (size_t)problem->payments;
    *schedule =
        (struct schedule){ .phases = problem->phases, .bound = INFINITY };
    schedule->year = mem_raw((size_t)problem->phases + 1, sizeof(int));
    schedule->paid = mem_new(cells + 1, sizeof(int64_t));
    schedule->term = mem_new((size_t)problem->terms + 1, sizeof(double));
    schedule->price = mem_new(money + 1, sizeof(double));
    schedule->row_price = mem_new((size_t)problem->rows + 1, sizeof(double));
}

static void add_terms(struct schedule *schedule,
                      const struct schedule_problem *problem)
{
    struct sum total = SUM_INIT;
    for (int k = 0; k < problem->terms; k++) {
        struct sum sum = SUM_INIT;
        const struct schedule_term *term = &problem->term[k];
        for (int p = 0; p < problem->phases; p++) {
            int t = schedule->year[p];
            if (t < problem->years)
                sum_add(&sum, term->value[(size_t)p * (size_t)problem->years +
                                          (size_t)t]);
        }
        schedule->term[k] = term->weight * sum_total(&sum);
        sum_add(&total, schedule->term[k]);
    }
    struct sum money = SUM_INIT;
    for (int s = 0; s < problem->sources; s++) {
        for (int i = 0; i < problem->payments; i++)
            sum_add(&money,
                    problem->source[s].weight *
                        (double)schedule->paid[s * problem->payments + i]);
    }
    schedule->money = sum_total(&money);
    sum_add(&total, -schedule->money);
    schedule->total = sum_total(&total);
}

bool result_make(struct schedule *schedule, const struct model *model,
                 const int *year, struct err *err)
{
    schedule_init(schedule, model);
    for (int p = 0; p < model->phases; p++) {
        schedule->year[p] = year[p];
        schedule->opened += year[p] < model->years;
    }
    int64_t missing = fund_pay(model, year, schedule->paid);
    add_terms(schedule, model->problem);
    return missing == 0 ||
           err_set(err, ERR_UNSOLVED, "%lld of money is missing",
                   (long long)missing);
}

void result_prices(struct schedule *schedule, const struct model *model,
                   const struct dual *dual)
{
    const struct price *price = &dual->price;
    int years = model->years;
    for (int s = 0; s < model->sources; s++) {
        double later = 0;
        for (int y = years - 1; y >= 0; y--) {
            int dim = price_money_dim(price, s, y);
            double here = dual->best_at[dim] / price->unit[dim];
            later = model->carried >> s & 1 ? later + here : here;
            schedule->price[s * years + y] = later;
        }
    }
    for (int r = 0; r < model->problem->rows; r++) {
        int dim = price_row_dim(price, r);
        schedule->row_price[r] = dual->best_at[dim] / price->unit[dim];
    }
}

/* Which limit the state breaks. */
static bool name_broken(const struct state *state, struct err *err)
{
    const struct model *model = state->model;
    const struct schedule_problem *problem = model->problem;
    int last = -1;
    int64_t missing = fund_missing_until(model, state->load, &last);
    if (missing > 0)
        return err_set(err, ERR_UNSOLVED,
                       "%lld of money is missing in the years until %d",
                       (long long)missing, problem->first_year + last);
    for (int i = 0; i < model->extras; i++) {
        const struct schedule_arc *arc = &model->extra[i];
        if (state->year[arc->then] < model->years &&
            state->year[arc->first] + arc->lag > state->year[arc->then])
            return err_set(err, ERR_UNSOLVED, "phase '%s' comes after '%s'",
                           problem->phase_key[arc->then],
                           problem->phase_key[arc->first]);
    }
    for (int r = 0; r < problem->rows; r++) {
        if (state->used[r] > problem->row[r].most ||
            state->used[r] < problem->row[r].least)
            return err_set(err, ERR_UNSOLVED, "%s: the sum is %lld",
                           problem->row[r].name, (long long)state->used[r]);
    }
    return true;
}

static bool name_wrong_year(const struct model *model, const int *year,
                            struct err *err)
{
    const struct schedule_problem *problem = model->problem;
    for (int p = 0; p < model->phases; p++) {
        if (year[p] < 0 || year[p] > model->years ||
            !model_may(model, p, year[p]))
            return err_set(err, ERR_UNSOLVED,
                           year[p] == model->years
                               ? "phase '%s' has to open"
                               : "phase '%s' may not open in that year",
                           problem->phase_key[p]);
        int parent = model->parent[p];
        if (parent >= 0 && year[p] < model->years &&
            (year[parent] == model->years ||
             year[parent] + model->lag[p] > year[p]))
            return err_set(err, ERR_UNSOLVED, "phase '%s' comes after '%s'",
                           problem->phase_key[p], problem->phase_key[parent]);
    }
    return true;
}

bool schedule_make(struct schedule *schedule,
                   const struct schedule_problem *problem, const int *year,
                   struct err *err)
{
    *schedule = (struct schedule){ .year = NULL };
    if (!schedule_problem_check(problem, err))
        return false;
    struct model model;
    struct state state;
    model_init(&model, problem);
    state_init(&state, &model);
    bool good = name_wrong_year(&model, year, err);
    for (int p = 0; p < model.phases && good; p++)
        state_put(&state, p, year[p]);
    good = good && name_broken(&state, err);
    if (good && !result_make(schedule, &model, year, err)) {
        schedule_release(schedule);
        good = false;
    }
    state_release(&state);
    model_release(&model);
    return good;
}
