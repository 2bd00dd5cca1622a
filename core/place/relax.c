#include "core/place/relax.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/place/pins.h"

/* Not above a number, as a float. */
static float floor_float(double number)
{
    float near = (float)number;
    return (double)near > number ? nextafterf(near, -INFINITY) : near;
}

/* The first year in which all who move together may. */
static int first_year(const struct ledger *ledger, int enterprise)
{
    const struct place_problem *problem = ledger->problem;
    int first = 0, e = enterprise;
    do {
        int earliest = problem->earliest ? problem->earliest[e] : 0;
        int pin = problem->pin_year ? problem->pin_year[e] : -1;
        first = earliest > first ? earliest : first;
        first = pin > first ? pin : first;
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
    return first;
}

/* The time part of the price, of all who move together. */
static double time_price(const struct ledger *ledger, int enterprise, int year)
{
    double price = 0;
    int e = enterprise;
    do {
        price += place_price_time(ledger->problem, e, 0, year);
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
    return price;
}

/* The least that a year of waiting adds, 0 or more; base becomes what the
 * time costs at least when each year costs that. */
static double waiting(const struct ledger *ledger, int enterprise, int first,
                      double *base)
{
    int years = ledger->problem->years;
    double least = first + 1 < years ? INFINITY : 0;
    for (int t = first + 1; t < years; t++)
        least = fmin(least, time_price(ledger, enterprise, t) -
                                time_price(ledger, enterprise, t - 1));
    least = fmax(least, 0);
    *base = INFINITY;
    for (int t = first; t < years; t++)
        *base = fmin(*base,
                     time_price(ledger, enterprise, t) - least * (t - first));
    return least;
}

/* The part of the price that goes by the cluster; staying where the plan in
 * force has it is taken to be without change. */
static double site_price(const struct ledger *ledger, int enterprise,
                         int cluster)
{
    const struct place_problem *problem = ledger->problem;
    double price = 0;
    int e = enterprise;
    do {
        bool there = problem->current_cluster &&
                     problem->current_cluster[e] == cluster &&
                     problem->current_year && problem->current_year[e] >= 0;
        price += place_price_site(problem, e, cluster,
                                  there ? problem->current_year[e] : 0);
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
    return price;
}

/* Whether the cluster alone speaks against it in every year. */
static bool never(const struct ledger *ledger, int enterprise, int cluster)
{
    for (int t = 0; t < ledger->problem->years; t++) {
        if (ledger_limits(ledger, enterprise, cluster, t) == 0)
            return false;
    }
    return true;
}

/* What a job costs is told from an offset of the size of its differences: the
 * engine takes the length of its first steps from the size of the costs.
 * Whole, so that whole costs stay whole. */
static double offset_of(const double *price, int count, double least,
                        double wait, double left)
{
    double sum = 0;
    int options = 0;
    for (int c = 0; c < count; c++) {
        if (price[c] < INFINITY) {
            sum += price[c] - least;
            options++;
        }
    }
    double offset = wait + (options ? sum / options : 0);
    if (offset == 0 && options)
        offset = fmax(0, left - least);
    return offset > 1 ? ceil(offset) : offset;
}

/* Fill the options of one job; costs are above base. */
static void add_job(struct relaxed *relaxed, const struct ledger *ledger, int j)
{
    struct assign_problem *to = &relaxed->problem;
    int e = relaxed->lead[j];
    double time, least = INFINITY, most = 0;
    int first = first_year(ledger, e);
    to->ready[j] = first;
    to->wait[j] = waiting(ledger, e, first, &time);
    size_t at = to->start[j];
    double *price = mem_raw((size_t)to->sites + 1, sizeof *price);
    for (int c = 0; c < to->sites; c++) {
        price[c] =
            never(ledger, e, c) ? INFINITY : time + site_price(ledger, e, c);
        least = fmin(least, price[c]);
        most = price[c] < INFINITY ? fmax(most, fabs(price[c])) : most;
    }
    double left = ledger_price(ledger, e, -1, -1);
    /* One that is pinned must go; leaving it out costs more than any place. */
    if (pin_is(ledger, e))
        left = fmax(left, 3 * (most + to->years * to->wait[j] + 1));
    double base = fmin(left, least) -
                  offset_of(price, to->sites, least, to->wait[j], left);
    for (int c = 0; c < to->sites; c++) {
        if (price[c] < INFINITY)
            to->option[at++] =
                (struct assign_option){ c, floor_float(price[c] - base), 1 };
    }
    free(price);
    to->start[j + 1] = at;
    to->penalty[j] = left - base;
    relaxed->constant += base;
}

static double as_room(int64_t amount, double all)
{
    return amount == PLACE_NO_LIMIT || (double)amount > all ? all
                                                            : (double)amount;
}

/* Each cluster's own: held from its year on.  What is spent in a year is as
 * if all that came in until then were there. */
static void add_own(struct relaxed *relaxed, const struct ledger *ledger,
                    int resource)
{
    const struct place_problem *problem = ledger->problem;
    struct assign_problem *to = &relaxed->problem;
    bool spent = problem->resource[resource].kind == RESOURCE_SPENT;
    int r = to->resources++;
    double all = 0;
    for (int j = 0; j < to->jobs; j++) {
        double need = (double)ledger_need(ledger, resource, relaxed->lead[j]);
        to->need[j * ASSIGN_RESOURCES + r] = need;
        all += need;
    }
    for (int c = 0; c < to->sites; c++) {
        double sum = 0;
        for (int t = 0; t < to->years; t++) {
            double here =
                as_room(ledger->usable[resource][c * to->years + t], all);
            sum = fmin(sum + here, all);
            to->room[(c * to->years + t) * ASSIGN_RESOURCES + r] =
                spent ? sum : here;
        }
    }
}

/* One that all clusters share and that is spent: the budget. */
static void add_budget(struct relaxed *relaxed, const struct ledger *ledger,
                       int resource)
{
    struct assign_problem *to = &relaxed->problem;
    int group = ledger->problem->resource[resource].group[0];
    to->budget = mem_raw((size_t)to->years, sizeof(double));
    to->money = mem_raw((size_t)to->jobs + 1, sizeof(double));
    for (int j = 0; j < to->jobs; j++)
        to->money[j] = (double)ledger_need(ledger, resource, relaxed->lead[j]);
    for (int t = 0; t < to->years; t++) {
        int64_t here = ledger->free[resource][group * to->years + t];
        to->budget[t] = here == PLACE_NO_LIMIT ? ASSIGN_NO_LIMIT : (double)here;
    }
}

/* A limit of groups of clusters, as it stands in the last year. */
static void add_district(struct relaxed *relaxed, const struct ledger *ledger,
                         int resource)
{
    const struct place_resource *r = &ledger->problem->resource[resource];
    struct assign_problem *to = &relaxed->problem;
    to->districts = r->groups + 1; /* the last one is not limited */
    to->district = mem_raw((size_t)to->sites + 1, sizeof(int));
    to->limit = mem_raw((size_t)to->districts, sizeof(double));
    to->hazard = mem_raw((size_t)to->jobs + 1, sizeof(double));
    for (int j = 0; j < to->jobs; j++)
        to->hazard[j] = (double)ledger_need(ledger, resource, relaxed->lead[j]);
    for (int c = 0; c < to->sites; c++)
        to->district[c] = r->group[c] < 0 ? r->groups : r->group[c];
    for (int g = 0; g < r->groups; g++) {
        int64_t last = ledger->free[resource][g * to->years + to->years - 1];
        to->limit[g] = last == PLACE_NO_LIMIT ? ASSIGN_NO_LIMIT : (double)last;
    }
    to->limit[r->groups] = ASSIGN_NO_LIMIT;
}

static bool shared_by_all(const struct place_problem *problem, int resource)
{
    const int *group = problem->resource[resource].group;
    for (int c = 0; c < problem->clusters; c++) {
        if (group[c] < 0 || group[c] != group[0])
            return false;
    }
    return true;
}

static void add_resources(struct relaxed *relaxed, const struct ledger *ledger)
{
    const struct place_problem *problem = ledger->problem;
    struct assign_problem *to = &relaxed->problem;
    for (int r = 0; r < problem->resources; r++) {
        const struct place_resource *resource = &problem->resource[r];
        bool spent = resource->kind == RESOURCE_SPENT;
        if (!resource->group && to->resources < ASSIGN_RESOURCES)
            add_own(relaxed, ledger, r);
        else if (resource->group && spent && !to->budget &&
                 shared_by_all(problem, r))
            add_budget(relaxed, ledger, r);
        else if (resource->group && !spent && !to->limit)
            add_district(relaxed, ledger, r);
    }
}

/* Rows of as many columns as there are resources, instead of the most. */
static void close_up(double *row, int64_t rows, int resources)
{
    for (int64_t i = 0; i < rows; i++) {
        for (int r = 0; r < resources; r++)
            row[i * resources + r] = row[i * ASSIGN_RESOURCES + r];
    }
}

static void list_leads(struct relaxed *relaxed, const struct ledger *ledger)
{
    const struct place_problem *problem = ledger->problem;
    relaxed->lead = mem_raw((size_t)problem->enterprises + 1, sizeof(int));
    for (int e = 0; e < problem->enterprises; e++) {
        if (ledger_leads(ledger, e))
            relaxed->lead[relaxed->problem.jobs++] = e;
    }
}

bool relaxed_init(struct relaxed *relaxed, const struct ledger *ledger)
{
    const struct place_problem *problem = ledger->problem;
    *relaxed = (struct relaxed){ .problem.sites = problem->clusters,
                                 .problem.years = problem->years };
    struct assign_problem *to = &relaxed->problem;
    list_leads(relaxed, ledger);
    if (to->jobs == 0 || to->sites == 0 || to->years > ASSIGN_YEARS) {
        relaxed_release(relaxed);
        return false;
    }
    size_t jobs = (size_t)to->jobs, sites = (size_t)to->sites;
    size_t cells = sites * (size_t)to->years;
    to->ready = mem_raw(jobs, sizeof(int));
    to->wait = mem_raw(jobs, sizeof(double));
    to->penalty = mem_raw(jobs, sizeof(double));
    to->need = mem_new(jobs * ASSIGN_RESOURCES, sizeof(double));
    to->room = mem_new(cells * ASSIGN_RESOURCES, sizeof(double));
    to->start = mem_new(jobs + 1, sizeof(size_t));
    to->option = mem_raw(jobs * sites, sizeof *to->option);
    for (int j = 0; j < to->jobs; j++)
        add_job(relaxed, ledger, j);
    add_resources(relaxed, ledger);
    close_up(to->need, to->jobs, to->resources);
    close_up(to->room, (int64_t)cells, to->resources);
    return true;
}

void relaxed_release(struct relaxed *relaxed)
{
    struct assign_problem *to = &relaxed->problem;
    free(relaxed->lead);
    free(to->ready);
    free(to->wait);
    free(to->penalty);
    free(to->need);
    free(to->room);
    free(to->start);
    free(to->option);
    free(to->budget);
    free(to->money);
    free(to->district);
    free(to->limit);
    free(to->hazard);
    *relaxed = (struct relaxed){ 0 };
}
