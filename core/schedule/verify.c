/* Whether a schedule keeps every limit: by the rules as they are told, money
 * added up payment by payment. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/schedule/schedule.h"

static bool years_kept(const struct schedule *schedule,
                       const struct schedule_problem *problem, struct err *err)
{
    for (int p = 0; p < problem->phases; p++) {
        int t = schedule->year[p];
        const char *key = problem->phase_key[p];
        if (t == problem->years && problem->must && problem->must[p])
            return err_set(err, ERR_UNSOLVED, "phase '%s' has to open", key);
        if (t == problem->years)
            continue;
        if (t < 0 || t > problem->years ||
            (problem->earliest && t < problem->earliest[p]) ||
            (problem->latest && t > problem->latest[p]))
            return err_set(err, ERR_UNSOLVED,
                           "phase '%s' may not open in that year", key);
    }
    for (int i = 0; i < problem->arcs; i++) {
        const struct schedule_arc *arc = &problem->arc[i];
        int first = schedule->year[arc->first];
        int then = schedule->year[arc->then];
        if (then < problem->years &&
            (first >= problem->years || then < first + arc->lag))
            return err_set(err, ERR_UNSOLVED, "phase '%s' comes after '%s'",
                           problem->phase_key[arc->then],
                           problem->phase_key[arc->first]);
    }
    return true;
}

/* The year in which a payment is due, -1: it is not. */
static int due(const struct schedule *schedule,
               const struct schedule_problem *problem, int payment)
{
    const struct schedule_payment *p = &problem->payment[payment];
    int t = schedule->year[p->phase];
    return t < problem->years ? t - p->before : -1;
}

static bool payments_made(const struct schedule *schedule,
                          const struct schedule_problem *problem,
                          struct err *err)
{
    for (int i = 0; i < problem->payments; i++) {
        const struct schedule_payment *p = &problem->payment[i];
        bool opens = schedule->year[p->phase] < problem->years;
        int64_t sum = 0;
        for (int s = 0; s < problem->sources; s++) {
            const struct schedule_source *source = &problem->source[s];
            int64_t paid = schedule->paid[s * problem->payments + i];
            bool may = source->kinds >> p->kind & 1 &&
                       !(source->barred && source->barred[p->phase]);
            if (paid < 0 || (paid > 0 && !may))
                return err_set(err, ERR_UNSOLVED,
                               "source '%s' may not pay for phase '%s'",
                               source->name, problem->phase_key[p->phase]);
            sum += paid;
        }
        if (sum != (opens ? p->amount : 0))
            return err_set(err, ERR_UNSOLVED,
                           "phase '%s': %lld is paid where %lld is due",
                           problem->phase_key[p->phase], (long long)sum,
                           (long long)(opens ? p->amount : 0));
        if (opens && p->amount > 0 && due(schedule, problem, i) < 0)
            return err_set(err, ERR_UNSOLVED,
                           "phase '%s' would be paid before the first year",
                           problem->phase_key[p->phase]);
    }
    return true;
}

static bool budget_kept(const struct schedule *schedule,
                        const struct schedule_problem *problem, int s,
                        struct err *err)
{
    const struct schedule_source *source = &problem->source[s];
    int64_t rest = 0;
    for (int y = 0; y < problem->years; y++) {
        rest = (source->carry ? rest : 0) + source->budget[y];
        for (int i = 0; i < problem->payments; i++) {
            if (due(schedule, problem, i) == y)
                rest -= schedule->paid[s * problem->payments + i];
        }
        if (rest < 0)
            return err_set(
                err, ERR_UNSOLVED, "source '%s' pays %lld too much until %d",
                source->name, (long long)-rest, problem->first_year + y);
    }
    return true;
}

/* Of each phase and year, in the kinds it pays; parts are kept exactly, by
 * long division. */
static bool share_kept(const struct schedule *schedule,
                       const struct schedule_problem *problem, int s,
                       struct err *err)
{
    const struct schedule_source *source = &problem->source[s];
    size_t cells = (size_t)problem->phases * SCHEDULE_LONGEST;
    int64_t *cost = mem_new(cells + 1, sizeof *cost);
    int64_t *paid = mem_new(cells + 1, sizeof *paid);
    bool good = true;
    for (int i = 0; i < problem->payments; i++) {
        const struct schedule_payment *p = &problem->payment[i];
        int cell = p->phase * SCHEDULE_LONGEST + p->before;
        cost[cell] += source->kinds >> p->kind & 1 ? p->amount : 0;
        paid[cell] += schedule->paid[s * problem->payments + i];
    }
    for (size_t i = 0; i < cells && good; i++) {
        int64_t whole = cost[i] / SCHEDULE_PARTS * source->share;
        int64_t rest = cost[i] % SCHEDULE_PARTS * source->share;
        good = paid[i] <= whole + rest / SCHEDULE_PARTS ||
               err_set(err, ERR_UNSOLVED,
                       "source '%s' pays more than its share of phase '%s'",
                       source->name, problem->phase_key[i / SCHEDULE_LONGEST]);
    }
    free(cost);
    free(paid);
    return good;
}

static int64_t row_amount(const struct schedule *schedule,
                          const struct schedule_problem *problem,
                          const struct schedule_row *row, int entry)
{
    int p = row->phase[entry], t = schedule->year[p];
    int64_t sum = 0;
    if (t >= problem->years)
        return 0;
    if (row->kind == ROW_OPENS)
        return t >= row->from && t <= row->to ? row->amount[entry] : 0;
    for (int i = 0; i < problem->payments; i++) {
        int y = due(schedule, problem, i);
        if (problem->payment[i].phase == p && y >= row->from && y <= row->to)
            sum += problem->payment[i].amount;
    }
    return row->amount[entry] * sum;
}

static bool rows_kept(const struct schedule *schedule,
                      const struct schedule_problem *problem, struct err *err)
{
    for (int r = 0; r < problem->rows; r++) {
        const struct schedule_row *row = &problem->row[r];
        int64_t sum = 0;
        for (int i = 0; i < row->entries; i++)
            sum += row_amount(schedule, problem, row, i);
        if (sum > row->most || sum < row->least)
            return err_set(err, ERR_UNSOLVED, "%s: the sum is %lld", row->name,
                           (long long)sum);
    }
    return true;
}

static bool worth_kept(const struct schedule *schedule,
                       const struct schedule_problem *problem, struct err *err)
{
    double total = 0, scale = 1;
    for (int k = 0; k < problem->terms; k++) {
        for (int p = 0; p < problem->phases; p++) {
            int t = schedule->year[p];
            double value =
                t < problem->years
                    ? problem->term[k].weight *
                          problem->term[k].value[p * problem->years + t]
                    : 0;
            total += value;
            scale += fabs(value);
        }
    }
    for (int s = 0; s < problem->sources; s++) {
        for (int i = 0; i < problem->payments; i++)
            total -= problem->source[s].weight *
                     (double)schedule->paid[s * problem->payments + i];
    }
    return fabs(total - schedule->total) <= 1e-7 * scale ||
           err_set(err, ERR_UNSOLVED, "its total is %.17g, not %.17g", total,
                   schedule->total);
}

bool schedule_check(const struct schedule *schedule,
                    const struct schedule_problem *problem, struct err *err)
{
    if (!years_kept(schedule, problem, err) ||
        !payments_made(schedule, problem, err) ||
        !rows_kept(schedule, problem, err) ||
        !worth_kept(schedule, problem, err))
        return false;
    for (int s = 0; s < problem->sources; s++) {
        if (!budget_kept(schedule, problem, s, err) ||
            !share_kept(schedule, problem, s, err))
            return false;
    }
    return true;
}
