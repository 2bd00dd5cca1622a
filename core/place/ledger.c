#include "core/place/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

/* A move takes from its year to before this one. */
static int take_end(const struct place_problem *problem, int resource, int year)
{
    bool spent = problem->resource[resource].kind == RESOURCE_SPENT;
    return spent ? year + 1 : problem->years;
}

/* Money of all years until then, when it is carried on. */
static void carry(int64_t *money, int years)
{
    for (int t = 1; t < years; t++) {
        if (money[t - 1] == PLACE_NO_LIMIT || money[t] == PLACE_NO_LIMIT)
            money[t] = PLACE_NO_LIMIT;
        else
            money[t] += money[t - 1];
    }
}

/* Set usable and most of a group from free. */
static void learn(struct ledger *ledger, int resource, int group)
{
    int years = ledger->problem->years;
    size_t row = (size_t)group * (size_t)years;
    const int64_t *free = ledger->free[resource] + row;
    int64_t *usable = ledger->usable[resource] + row;
    bool spent = ledger->problem->resource[resource].kind == RESOURCE_SPENT;
    int64_t least = PLACE_NO_LIMIT, most = INT64_MIN;
    for (int t = years - 1; t >= 0; t--) {
        least = free[t] < least || spent ? free[t] : least;
        usable[t] = least;
        most = least > most ? least : most;
    }
    ledger->most[resource][group] = most;
}

static void resource_init(struct ledger *ledger, int resource)
{
    const struct place_problem *problem = ledger->problem;
    const struct place_resource *r = &problem->resource[resource];
    int groups = resource_groups(problem, resource), years = problem->years;
    size_t cells = (size_t)groups * (size_t)years;
    ledger->free[resource] = mem_raw(cells + 1, sizeof(int64_t));
    ledger->usable[resource] = mem_raw(cells + 1, sizeof(int64_t));
    ledger->most[resource] = mem_raw((size_t)groups + 1, sizeof(int64_t));
    if (cells)
        memcpy(ledger->free[resource], r->supply, cells * sizeof(int64_t));
    for (int g = 0; g < groups; g++) {
        if (r->kind == RESOURCE_CARRIED)
            carry(ledger->free[resource] + (size_t)g * (size_t)years, years);
        learn(ledger, resource, g);
    }
}

static int largest(const int *number, int count)
{
    int most = -1;
    for (int i = 0; number && i < count; i++)
        most = number[i] > most ? number[i] : most;
    return most;
}

/* Link those of one number in a ring. */
static int *rings(const int *together, int count)
{
    if (!together)
        return NULL;
    int numbers = largest(together, count) + 1;
    int *mate = mem_raw((size_t)count + 1, sizeof *mate);
    int *first = mem_raw((size_t)numbers + 1, sizeof *first);
    for (int g = 0; g < numbers; g++)
        first[g] = -1;
    for (int e = 0; e < count; e++) {
        int g = together[e];
        mate[e] = e;
        if (g >= 0 && first[g] < 0) {
            first[g] = e;
        } else if (g >= 0) {
            mate[e] = mate[first[g]];
            mate[first[g]] = e;
        }
    }
    free(first);
    return mate;
}

void ledger_init(struct ledger *ledger, const struct place_problem *problem)
{
    *ledger = (struct ledger){ .problem = problem };
    for (int r = 0; r < problem->resources; r++)
        resource_init(ledger, r);
    ledger->mate = rings(problem->together, problem->enterprises);
    size_t numbers =
        (size_t)(largest(problem->apart, problem->enterprises) + 1);
    if (problem->apart)
        ledger->apart =
            mem_new(numbers * (size_t)problem->clusters + 1, sizeof(int));
}

void ledger_release(struct ledger *ledger)
{
    for (int r = 0; r < PLACE_RESOURCES; r++) {
        free(ledger->free[r]);
        free(ledger->usable[r]);
        free(ledger->most[r]);
    }
    free(ledger->mate);
    free(ledger->apart);
    *ledger = (struct ledger){ 0 };
}

int ledger_mate(const struct ledger *ledger, int enterprise)
{
    return ledger->mate ? ledger->mate[enterprise] : enterprise;
}

bool ledger_leads(const struct ledger *ledger, int enterprise)
{
    int e = ledger_mate(ledger, enterprise);
    while (e != enterprise && e > enterprise)
        e = ledger_mate(ledger, e);
    return e == enterprise;
}

int64_t ledger_need(const struct ledger *ledger, int resource, int enterprise)
{
    const int64_t *need = ledger->problem->resource[resource].need;
    int64_t sum = 0;
    int e = enterprise;
    do {
        sum += need[e];
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
    return sum;
}

/* The parts are summed apart, as the search for the best choice does. */
double ledger_price(const struct ledger *ledger, int enterprise, int cluster,
                    int year)
{
    double time = 0, site = 0;
    int e = enterprise;
    do {
        time += place_price_time(ledger->problem, e, cluster, year);
        site += place_price_site(ledger->problem, e, cluster, year);
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
    return time + site;
}

static void take(struct ledger *ledger, int resource, int group, int year,
                 int64_t amount)
{
    const struct place_problem *problem = ledger->problem;
    int64_t *free = ledger->free[resource] + (int64_t)group * problem->years;
    int end = take_end(problem, resource, year);
    if (group < 0 || amount == 0)
        return;
    for (int t = year; t < end; t++) {
        if (free[t] != PLACE_NO_LIMIT)
            free[t] -= amount;
    }
    learn(ledger, resource, group);
}

static int *apart_there(const struct ledger *ledger, int enterprise,
                        int cluster)
{
    const struct place_problem *problem = ledger->problem;
    int number = problem->apart ? problem->apart[enterprise] : -1;
    if (number < 0)
        return NULL;
    return &ledger->apart[(size_t)number * (size_t)problem->clusters +
                          (size_t)cluster];
}

void ledger_take(struct ledger *ledger, int enterprise, int cluster, int year,
                 int sign)
{
    const struct place_problem *problem = ledger->problem;
    for (int r = 0; r < problem->resources; r++)
        take(ledger, r, resource_group(&problem->resource[r], cluster), year,
             sign * ledger_need(ledger, r, enterprise));
    int e = enterprise;
    do {
        int *there = apart_there(ledger, e, cluster);
        if (there)
            *there += sign;
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
}

void ledger_load(struct ledger *ledger, const struct placement *placement)
{
    for (int e = 0; e < placement->enterprises; e++) {
        if (placement->cluster[e] >= 0 && ledger_leads(ledger, e))
            ledger_take(ledger, e, placement->cluster[e], placement->year[e],
                        1);
    }
}

int64_t ledger_short(const struct ledger *ledger, int resource, int enterprise,
                     int cluster, int year)
{
    const struct place_problem *problem = ledger->problem;
    int group = resource_group(&problem->resource[resource], cluster);
    int64_t amount = ledger_need(ledger, resource, enterprise);
    if (group < 0 || amount <= 0)
        return 0;
    int64_t least =
        ledger->usable[resource][(int64_t)group * problem->years + year];
    return amount > least ? amount - least : 0;
}

static bool pinned_away(const struct place_problem *problem, int enterprise,
                        int cluster, int year)
{
    int to = problem->pin_cluster ? problem->pin_cluster[enterprise] : -1;
    int in = problem->pin_year ? problem->pin_year[enterprise] : -1;
    return (to >= 0 && to != cluster) || (in >= 0 && in != year);
}

static unsigned limits_of_one(const struct place_problem *problem,
                              int enterprise, int cluster, int year)
{
    unsigned limits = 0;
    if (problem->out && problem->out[enterprise])
        limits |= LIMIT_OUT;
    if (problem->barred &&
        problem->barred[(int64_t)enterprise * problem->clusters + cluster])
        limits |= LIMIT_BARRED;
    if (pinned_away(problem, enterprise, cluster, year))
        limits |= LIMIT_PIN;
    if (problem->earliest && year < problem->earliest[enterprise])
        limits |= LIMIT_EARLY;
    if (problem->shut && problem->shut[cluster * problem->years + year])
        limits |= LIMIT_SHUT;
    return limits;
}

unsigned ledger_limits_alone(const struct ledger *ledger, int enterprise,
                             int cluster, int year)
{
    unsigned limits = 0;
    int e = enterprise;
    do {
        limits |= limits_of_one(ledger->problem, e, cluster, year);
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
    return limits;
}

unsigned ledger_limits(const struct ledger *ledger, int enterprise, int cluster,
                       int year)
{
    unsigned limits = ledger_limits_alone(ledger, enterprise, cluster, year);
    for (int r = 0; r < ledger->problem->resources; r++) {
        if (ledger_short(ledger, r, enterprise, cluster, year) > 0)
            limits |= (unsigned)LIMIT_RESOURCE << r;
    }
    int e = enterprise;
    do {
        const int *there = apart_there(ledger, e, cluster);
        if (there && *there > 0)
            limits |= LIMIT_APART;
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
    return limits;
}
