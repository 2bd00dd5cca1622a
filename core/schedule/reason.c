#include "core/schedule/reason.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

void reasons_init(struct reasons *reasons,
                  const struct schedule_problem *problem,
                  const struct schedule *schedule)
{
    model_init(&reasons->model, problem);
    state_init(&reasons->state, &reasons->model);
    for (int p = 0; p < problem->phases; p++)
        state_put(&reasons->state, p, schedule->year[p]);
}

void reasons_release(struct reasons *reasons)
{
    state_release(&reasons->state);
    model_release(&reasons->model);
}

/* Whether the rules let the sources pay all of a phase, had they the money. */
static bool rules_pay(const struct model *model, int phase)
{
    const struct schedule_problem *problem = model->problem;
    int64_t kind[SCHEDULE_KINDS], need[SCHEDULE_SETS];
    for (int l = 0; l < model->leads_of[phase]; l++) {
        memset(kind, 0, sizeof kind);
        for (int i = 0; i < problem->payments; i++) {
            const struct schedule_payment *p = &problem->payment[i];
            if (p->phase == phase && p->before == l)
                kind[p->kind] += p->amount;
        }
        if (fund_needs(problem, phase, kind, need) > 0)
            return false;
    }
    return true;
}

static bool in_years(const struct model *model, int phase, int year)
{
    const struct schedule_problem *problem = model->problem;
    if (year == model->years)
        return !problem->must || !problem->must[phase];
    return year >= model->leads_of[phase] - 1 &&
           (!problem->earliest || year >= problem->earliest[phase]) &&
           (!problem->latest || year <= problem->latest[phase]);
}

static void look_at_arcs(const struct reasons *reasons, int phase, int year,
                         struct schedule_reason *reason)
{
    const struct schedule_problem *problem = reasons->model.problem;
    int years = problem->years;
    for (int i = 0; i < problem->arcs; i++) {
        const struct schedule_arc *arc = &problem->arc[i];
        bool is_then = arc->then == phase, is_first = arc->first == phase;
        int first = is_first ? year : reasons->state.year[arc->first];
        int then = is_then ? year : reasons->state.year[arc->then];
        if ((!is_then && !is_first) || then == years ||
            (first < years && first + arc->lag <= then))
            continue;
        reason->limits |= is_then ? LIMIT_BEFORE : LIMIT_AFTER;
        reason->other = is_then ? arc->first : arc->then;
    }
}

static void look_at_rows(const struct reasons *reasons,
                         struct schedule_reason *reason)
{
    const struct schedule_problem *problem = reasons->model.problem;
    for (int r = 0; r < problem->rows && reason->row < 0; r++) {
        const struct schedule_row *row = &problem->row[r];
        int64_t used = reasons->state.used[r];
        if (used > row->most || used < row->least) {
            reason->limits |= LIMIT_ROW;
            reason->row = r;
        }
    }
}

/* Sources of which more money until that year would leave less missing. */
static unsigned helping_sources(struct reasons *reasons, int until,
                                int64_t missing)
{
    struct model *model = &reasons->model;
    unsigned helping = 0;
    for (int s = 0; s < model->sources; s++) {
        int64_t *income = model->income + until * model->sets;
        for (int set = 1; set <= model->sets; set++)
            income[set - 1] += set >> s & 1 ? missing : 0;
        if (fund_missing(model, reasons->state.load, model->sets) < missing)
            helping |= 1U << s;
        for (int set = 1; set <= model->sets; set++)
            income[set - 1] -= set >> s & 1 ? missing : 0;
    }
    return helping;
}

void reasons_at(struct reasons *reasons, int phase, int year,
                struct schedule_reason *reason)
{
    struct state *state = &reasons->state;
    const struct model *model = &reasons->model;
    int old = state->year[phase];
    double total = state_total(state);
    *reason = (struct schedule_reason){ .other = -1, .row = -1, .until = -1 };
    if (!rules_pay(model, phase) && year < model->years)
        reason->limits |= LIMIT_RULES;
    if (!in_years(model, phase, year))
        reason->limits |= LIMIT_YEARS;
    look_at_arcs(reasons, phase, year, reason);
    if (year < model->years && year < model->leads_of[phase] - 1)
        return; /* its money would be due before the first year */
    state_put(state, phase, year);
    look_at_rows(reasons, reason);
    reason->missing = fund_missing_until(model, state->load, &reason->until);
    if (reason->missing > 0) {
        reason->limits |= LIMIT_MONEY;
        if (reason->until >= 0)
            reason->sources =
                helping_sources(reasons, reason->until, reason->missing);
    }
    reason->loss = total - state_total(state);
    state_put(state, phase, old);
}
