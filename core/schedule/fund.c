/* Whose money pays what. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/schedule/flow.h"
#include "core/schedule/model.h"

static bool source_pays(const struct schedule_problem *problem, int source,
                        int phase)
{
    const struct schedule_source *s = &problem->source[source];
    return !s->barred || !s->barred[phase];
}

/* So many parts of an amount, rounded down, without overflow. */
static int64_t share_of(int64_t amount, int share)
{
    int64_t whole = amount / SCHEDULE_PARTS, rest = amount % SCHEDULE_PARTS;
    return whole * share + rest * share / SCHEDULE_PARTS;
}

/* The most each source may pay of a group; kinds: which it may pay. */
static void most_of(const struct schedule_problem *problem, int phase,
                    const int64_t *kind, int64_t *most, unsigned *kinds)
{
    for (int s = 0; s < problem->sources; s++) {
        int64_t sum = 0;
        kinds[s] =
            source_pays(problem, s, phase) ? problem->source[s].kinds : 0;
        for (int k = 0; k < problem->kinds; k++)
            sum += kinds[s] >> k & 1 ? kind[k] : 0;
        most[s] = share_of(sum, problem->source[s].share);
    }
}

/* What the sources of a set can pay of a group: the smallest cut, over the
 * kinds whose whole cost is cut. */
static int64_t can_pay(const struct schedule_problem *problem, int set,
                       const int64_t *kind, const int64_t *most,
                       const unsigned *kinds)
{
    int64_t least = INT64_MAX;
    for (unsigned cut = 0; cut < 1U << problem->kinds; cut++) {
        int64_t sum = 0;
        for (int k = 0; k < problem->kinds; k++)
            sum += cut >> k & 1 ? kind[k] : 0;
        for (int s = 0; s < problem->sources; s++)
            sum += set >> s & 1 && kinds[s] & ~cut ? most[s] : 0;
        least = sum < least ? sum : least;
    }
    return least;
}

int64_t fund_needs(const struct schedule_problem *problem, int phase,
                   const int64_t *kind, int64_t *need)
{
    int64_t most[SCHEDULE_SOURCES], all = 0;
    unsigned kinds[SCHEDULE_SOURCES];
    int sets = (1 << problem->sources) - 1;
    most_of(problem, phase, kind, most, kinds);
    for (int k = 0; k < problem->kinds; k++)
        all += kind[k];
    for (int set = 1; set <= sets; set++)
        need[set - 1] =
            all - (all ? can_pay(problem, sets & ~set, kind, most, kinds) : 0);
    return all - (all ? can_pay(problem, sets, kind, most, kinds) : 0);
}

/* For each set of carried sources the least over its subsets. */
static void least_of_subsets(int carried, int sets, int64_t *least)
{
    for (int bit = 1; bit <= sets; bit <<= 1) {
        for (int set = bit & carried; set <= sets && set; set++) {
            if (set & bit && least[set & ~bit] < least[set])
                least[set] = least[set & ~bit];
        }
    }
}

/* least[V]: the least room of the cuts from this year on whose carried
 * sources lie in V, from that of the next year. */
static void cut_year(const struct model *model, const int64_t *load,
                     const int64_t *income, int having, int64_t *least)
{
    int64_t next[SCHEDULE_SETS + 1];
    int carried = model->carried;
    memcpy(next, least, sizeof(int64_t) * (size_t)(model->sets + 1));
    for (int set = 1; set <= model->sets; set++)
        least[set] = INT64_MAX;
    for (int set = 1; set <= model->sets; set++) {
        int with = set & having; /* without money a source brings nothing */
        int64_t room =
            (with ? income[with - 1] : 0) - load[set - 1] + next[set & carried];
        if (room < least[set & carried])
            least[set & carried] = room;
    }
    least_of_subsets(carried, model->sets, least);
}

/* One source: sums from the first year on, or each year by itself. */
static int64_t missing_of_one(const struct model *model, const int64_t *load)
{
    int64_t rest = 0, missing = 0;
    for (int y = 0; y < model->years; y++) {
        rest += model->income[y] - load[y];
        if (model->carried) {
            missing = -rest > missing ? -rest : missing;
        } else {
            missing += rest < 0 ? -rest : 0;
            rest = 0;
        }
    }
    return missing;
}

int64_t fund_missing(const struct model *model, const int64_t *load, int having)
{
    if (model->sets == 1 && having == 1)
        return missing_of_one(model, load);
    int64_t least[SCHEDULE_SETS + 1] = { 0 };
    for (int y = model->years - 1; y >= 0; y--)
        cut_year(model, load + (size_t)y * (size_t)model->sets,
                 model->income + (size_t)y * (size_t)model->sets, having,
                 least);
    return -least[model->carried];
}

int64_t fund_missing_until(const struct model *model, const int64_t *load,
                           int *last_year)
{
    int64_t all = fund_missing(model, load, model->sets);
    size_t sets = (size_t)model->sets, years = (size_t)model->years;
    int64_t *part = mem_raw(years * sets + 1, sizeof *part);
    memcpy(part, load, years * sets * sizeof *part);
    /* The last year without whose load something less would be missing. */
    *last_year = -1;
    for (int y = model->years - 1; y >= 0 && all > 0 && *last_year < 0; y--) {
        memset(part + (size_t)y * sets, 0, sets * sizeof *part);
        if (fund_missing(model, part, model->sets) < all)
            *last_year = y;
    }
    free(part);
    return all;
}

/* Paying */

/* The nodes of the network: the end, money of each source and year, groups
 * and their payments by source. */
struct pay {
    const struct model *model;
    const int *year;
    struct flow flow;
    int *first_edge; /* [source * payments + payment] -1: none */
    int *group_of;   /* [payment] the first payment of its group */
};

static bool is_paid(const struct pay *pay, int payment)
{
    const struct schedule_payment *p = &pay->model->problem->payment[payment];
    return p->amount > 0 && pay->year[p->phase] < pay->model->years;
}

static int node_of_year(const struct pay *pay, int source, int year)
{
    return 2 + source * pay->model->years + year;
}

static int node_of_payment(const struct pay *pay, int payment)
{
    return 2 + pay->model->sources * pay->model->years + payment;
}

static int node_of_group(const struct pay *pay, int source, int group)
{
    int payments = pay->model->problem->payments;
    return node_of_payment(pay, payments) + source * payments + group;
}

/* The first payment of the same phase and year stands for the group. */
static void find_groups(struct pay *pay)
{
    const struct model *model = pay->model;
    const struct schedule_problem *problem = model->problem;
    size_t cells = (size_t)model->phases * (size_t)model->leads;
    int *first = mem_raw(cells + 1, sizeof *first);
    for (size_t i = 0; i < cells; i++)
        first[i] = -1;
    for (int i = 0; i < problem->payments; i++) {
        if (!is_paid(pay, i))
            continue;
        int *at = &first[problem->payment[i].phase * model->leads +
                         problem->payment[i].before];
        if (*at < 0)
            *at = i;
        pay->group_of[i] = *at;
    }
    free(first);
}

/* What the phase of a group costs in each kind in its year. */
static void group_kinds(const struct pay *pay, int group, int64_t *kind)
{
    const struct schedule_problem *problem = pay->model->problem;
    memset(kind, 0, SCHEDULE_KINDS * sizeof *kind);
    for (int i = group; i < problem->payments; i++) {
        if (is_paid(pay, i) && pay->group_of[i] == group)
            kind[problem->payment[i].kind] += problem->payment[i].amount;
    }
}

static void add_group(struct pay *pay, int group)
{
    const struct schedule_problem *problem = pay->model->problem;
    const struct schedule_payment *first = &problem->payment[group];
    int64_t kind[SCHEDULE_KINDS], most[SCHEDULE_SOURCES];
    unsigned kinds[SCHEDULE_SOURCES];
    int year = pay->year[first->phase] - first->before;
    group_kinds(pay, group, kind);
    most_of(problem, first->phase, kind, most, kinds);
    for (int s = 0; s < problem->sources; s++) {
        if (most[s] > 0)
            flow_edge(&pay->flow, node_of_year(pay, s, year),
                      node_of_group(pay, s, group), most[s]);
    }
}

static void add_payment(struct pay *pay, int payment)
{
    const struct schedule_problem *problem = pay->model->problem;
    const struct schedule_payment *p = &problem->payment[payment];
    for (int s = 0; s < problem->sources; s++) {
        if (!(problem->source[s].kinds >> p->kind & 1) ||
            !source_pays(problem, s, p->phase))
            continue;
        pay->first_edge[s * problem->payments + payment] =
            flow_edge(&pay->flow, node_of_group(pay, s, pay->group_of[payment]),
                      node_of_payment(pay, payment), p->amount);
    }
    flow_edge(&pay->flow, node_of_payment(pay, payment), 1, p->amount);
}

/* The money of one source comes in, and more is paid with it. */
static void add_source(struct pay *pay, int source)
{
    const struct schedule_source *s = &pay->model->problem->source[source];
    int years = pay->model->years;
    for (int y = 0; y < years; y++) {
        flow_edge(&pay->flow, 0, node_of_year(pay, source, y), s->budget[y]);
        if (s->carry && y + 1 < years)
            flow_edge(&pay->flow, node_of_year(pay, source, y),
                      node_of_year(pay, source, y + 1), INT64_MAX / 4);
    }
}

static int64_t pay_all(struct pay *pay)
{
    const struct schedule_problem *problem = pay->model->problem;
    int64_t due = 0, paid = 0;
    for (int i = 0; i < problem->payments; i++) {
        if (!is_paid(pay, i))
            continue;
        due += problem->payment[i].amount;
        if (pay->group_of[i] == i)
            add_group(pay, i);
        add_payment(pay, i);
    }
    for (int i = 0; i < problem->sources; i++) {
        add_source(pay, pay->model->by_weight[i]);
        paid += flow_push(&pay->flow);
    }
    return due - paid;
}

int64_t fund_pay(const struct model *model, const int *year, int64_t *paid)
{
    const struct schedule_problem *problem = model->problem;
    size_t payments = (size_t)problem->payments;
    size_t cells = payments * (size_t)problem->sources;
    struct pay pay = { .model = model, .year = year };
    pay.first_edge = mem_raw(cells + 1, sizeof(int));
    pay.group_of = mem_raw(payments + 1, sizeof(int));
    for (size_t i = 0; i < cells; i++)
        pay.first_edge[i] = -1;
    find_groups(&pay);
    flow_init(&pay.flow, node_of_group(&pay, problem->sources, 0) + 1);
    int64_t missing = pay_all(&pay);
    for (size_t i = 0; i < cells; i++)
        paid[i] =
            pay.first_edge[i] < 0 ? 0 : flow_of(&pay.flow, pay.first_edge[i]);
    flow_release(&pay.flow);
    free(pay.first_edge);
    free(pay.group_of);
    return missing;
}
