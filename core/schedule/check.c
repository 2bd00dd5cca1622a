/* Whether a problem is sound. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/schedule/schedule.h"

/* So that sums over all phases and years do not overflow. */
#define MONEY_MOST (INT64_MAX / 16)

static bool sizes_check(const struct schedule_problem *problem, struct err *err)
{
    if (problem->years < 1 || problem->years > SCHEDULE_YEARS)
        return err_set(err, ERR_RANGE, "from 1 to %d years, got %d",
                       SCHEDULE_YEARS, problem->years);
    if (problem->sources > SCHEDULE_SOURCES)
        return err_set(err, ERR_RANGE, "at most %d sources of money, got %d",
                       SCHEDULE_SOURCES, problem->sources);
    if (problem->kinds > SCHEDULE_KINDS)
        return err_set(err, ERR_RANGE, "at most %d kinds of cost, got %d",
                       SCHEDULE_KINDS, problem->kinds);
    return true;
}

static bool payment_check(const struct schedule_problem *problem, int i,
                          struct err *err)
{
    const struct schedule_payment *p = &problem->payment[i];
    if (p->phase < 0 || p->phase >= problem->phases || p->kind < 0 ||
        p->kind >= problem->kinds)
        return err_set(err, ERR_RANGE, "payment %d: no such phase or kind",
                       i + 1);
    if (p->amount < 0)
        return err_set(err, ERR_RANGE, "phase '%s': a cost of %lld",
                       problem->phase_key[p->phase], (long long)p->amount);
    if (p->before < 0 || p->before >= SCHEDULE_LONGEST)
        return err_set(err, ERR_RANGE,
                       "phase '%s': money %d years before it opens; from 0 to "
                       "%d",
                       problem->phase_key[p->phase], p->before,
                       SCHEDULE_LONGEST - 1);
    return true;
}

static bool too_much(struct err *err)
{
    return err_set(err, ERR_RANGE, "the sums of money are too large");
}

static bool money_check(const struct schedule_problem *problem, struct err *err)
{
    int64_t sum = 0;
    for (int i = 0; i < problem->payments; i++) {
        if (!payment_check(problem, i, err))
            return false;
        if (problem->payment[i].amount > MONEY_MOST - sum)
            return too_much(err);
        sum += problem->payment[i].amount;
    }
    return true;
}

static bool source_check(const struct schedule_problem *problem, int s,
                         int64_t *sum, struct err *err)
{
    const struct schedule_source *source = &problem->source[s];
    if (source->share < 0 || source->share > SCHEDULE_PARTS)
        return err_set(err, ERR_RANGE, "source '%s': its share is from 0 to 1",
                       source->name);
    if (!(source->weight >= 0 && source->weight < INFINITY))
        return err_set(err, ERR_RANGE,
                       "source '%s': its weight must be a number from 0 up",
                       source->name);
    for (int y = 0; y < problem->years; y++) {
        if (source->budget[y] < 0)
            return err_set(err, ERR_RANGE,
                           "source '%s': the budget of %d is %lld",
                           source->name, problem->first_year + y,
                           (long long)source->budget[y]);
        if (source->budget[y] > MONEY_MOST - *sum)
            return too_much(err);
        *sum += source->budget[y];
    }
    return true;
}

static bool years_check(const struct schedule_problem *problem, struct err *err)
{
    for (int p = 0; p < problem->phases; p++) {
        int from = problem->earliest ? problem->earliest[p] : 0;
        int to = problem->latest ? problem->latest[p] : problem->years - 1;
        if (from < 0)
            return err_set(err, ERR_RANGE,
                           "phase '%s': its earliest year is before the first",
                           problem->phase_key[p]);
        if (to < from && problem->must && problem->must[p])
            return err_set(err, ERR_RANGE,
                           "phase '%s' has to open, but its latest year %d is "
                           "before its earliest %d",
                           problem->phase_key[p], problem->first_year + to,
                           problem->first_year + from);
        if (to >= problem->years)
            return err_set(err, ERR_RANGE,
                           "phase '%s': its latest year is after the last",
                           problem->phase_key[p]);
    }
    return true;
}

static bool row_check(const struct schedule_problem *problem, int r,
                      struct err *err)
{
    const struct schedule_row *row = &problem->row[r];
    if (row->from < 0 || row->to >= problem->years || row->from > row->to)
        return err_set(err, ERR_RANGE, "%s: its years are not in order",
                       row->name);
    if (row->least > row->most)
        return err_set(err, ERR_RANGE, "%s: the least is above the most",
                       row->name);
    int64_t most = INT64_MAX / 4 / ((int64_t)row->entries + 1);
    for (int i = 0; i < row->entries; i++) {
        int64_t amount = row->amount[i];
        if (row->phase[i] < 0 || row->phase[i] >= problem->phases)
            return err_set(err, ERR_RANGE, "%s: no such phase", row->name);
        bool good = row->kind == ROW_SPENDS ? amount == 0 || amount == 1
                                            : amount <= most && amount >= -most;
        if (!good)
            return err_set(err, ERR_RANGE, "%s: an amount of %lld", row->name,
                           (long long)amount);
    }
    return true;
}

static bool terms_check(const struct schedule_problem *problem, struct err *err)
{
    size_t cells = (size_t)problem->phases * (size_t)problem->years;
    for (int k = 0; k < problem->terms; k++) {
        const struct schedule_term *term = &problem->term[k];
        for (size_t i = 0; i < cells; i++) {
            double value = term->weight * term->value[i];
            if (!(fabs(value) < 1e100))
                return err_set(err, ERR_RANGE,
                               "term '%s': the value of phase '%s' is no "
                               "sensible number",
                               term->name,
                               problem->phase_key[i / (size_t)problem->years]);
        }
    }
    return true;
}

/* Circles */

static bool arcs_check(const struct schedule_problem *problem, struct err *err)
{
    for (int i = 0; i < problem->arcs; i++) {
        const struct schedule_arc *arc = &problem->arc[i];
        if (arc->first < 0 || arc->first >= problem->phases || arc->then < 0 ||
            arc->then >= problem->phases)
            return err_set(err, ERR_RANGE, "precedence %d: no such phase",
                           i + 1);
        if (arc->lag < 0 || arc->lag > SCHEDULE_YEARS)
            return err_set(err, ERR_RANGE,
                           "phase '%s': %d years after '%s' is not from 0 to "
                           "%d",
                           problem->phase_key[arc->then], arc->lag,
                           problem->phase_key[arc->first], SCHEDULE_YEARS);
    }
    return true;
}

/* Phases that do not come after themselves, one after the other: left[p] is
 * how many of those before p are not done yet. */
static void remove_one(const struct schedule_problem *problem, int phase,
                       int *left)
{
    left[phase] = -1;
    for (int i = 0; i < problem->arcs; i++) {
        if (problem->arc[i].first == phase)
            left[problem->arc[i].then]--;
    }
}

static int remove_free(const struct schedule_problem *problem, int *left)
{
    int removed = 0;
    bool more = true;
    while (more) {
        more = false;
        for (int p = 0; p < problem->phases; p++) {
            if (left[p] != 0)
                continue;
            remove_one(problem, p, left);
            removed++;
            more = true;
        }
    }
    return removed;
}

/* One who comes before, among those that are left. */
static int one_before(const struct schedule_problem *problem, const int *left,
                      int phase)
{
    for (int i = 0; i < problem->arcs; i++) {
        if (problem->arc[i].then == phase && left[problem->arc[i].first] > 0)
            return problem->arc[i].first;
    }
    return phase;
}

static bool name_circle(const struct schedule_problem *problem, const int *left,
                        struct err *err)
{
    int p = 0;
    while (left[p] <= 0)
        p++;
    for (int i = 0; i < problem->phases; i++)
        p = one_before(problem, left, p);
    err_set(err, ERR_RANGE, "precedence goes in a circle");
    int start = p;
    for (int i = 0; i < 8; i++) {
        int first = one_before(problem, left, p);
        err_hint(err, "'%s' after '%s'", problem->phase_key[p],
                 problem->phase_key[first]);
        p = first;
        if (p == start)
            break;
    }
    return false;
}

static bool circle_check(const struct schedule_problem *problem,
                         struct err *err)
{
    int *left = mem_new((size_t)problem->phases + 1, sizeof *left);
    for (int i = 0; i < problem->arcs; i++)
        left[problem->arc[i].then]++;
    bool good = remove_free(problem, left) == problem->phases ||
                name_circle(problem, left, err);
    free(left);
    return good;
}

bool schedule_problem_check(const struct schedule_problem *problem,
                            struct err *err)
{
    int64_t sum = 0;
    if (!sizes_check(problem, err) || !money_check(problem, err) ||
        !years_check(problem, err) || !arcs_check(problem, err) ||
        !terms_check(problem, err))
        return false;
    for (int s = 0; s < problem->sources; s++) {
        if (!source_check(problem, s, &sum, err))
            return false;
    }
    for (int r = 0; r < problem->rows; r++) {
        if (!row_check(problem, r, err))
            return false;
    }
    return circle_check(problem, err);
}
