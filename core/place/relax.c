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

static double as_room(int64_t amount)
{
    return amount == PLACE_NO_LIMIT ? ASSIGN_NO_LIMIT : (double)amount;
}

/* Each cluster's own, from its year on. */
static void add_own(struct relaxed *relaxed, const struct ledger *ledger,
                    int resource)
{
    struct assign_problem *to = &relaxed->problem;
    int r = to->resources++, cells = to->sites * to->years;
    double all = 0;
    for (int j = 0; j < to->jobs; j++) {
        double need = (double)ledger_need(ledger, resource, relaxed->lead[j]);
        to->need[j * ASSIGN_RESOURCES + r] = need;
        all += need;
    }
    for (int cell = 0; cell < cells; cell++)
        to->room[cell * ASSIGN_RESOURCES + r] =
            fmin(as_room(ledger->usable[resource][cell]), all);
    relaxed->own[resource] = r;
}

/* Any other: what comes in is for one year, or stays. */
static void add_shared(struct relaxed *relaxed, const struct ledger *ledger,
                       int resource)
{
    const struct place_problem *problem = ledger->problem;
    const struct place_resource *from = &problem->resource[resource];
    struct assign_problem *to = &relaxed->problem;
    int groups = resource_groups(problem, resource);
    size_t cells = (size_t)groups * (size_t)to->years;
    double *need = mem_raw((size_t)to->jobs + 1, sizeof *need);
    double *room = mem_raw(cells + 1, sizeof *room);
    for (int j = 0; j < to->jobs; j++)
        need[j] = (double)ledger_need(ledger, resource, relaxed->lead[j]);
    for (size_t cell = 0; cell < cells; cell++)
        room[cell] = as_room(ledger->usable[resource][cell]);
    relaxed->shared[to->shareds] =
        (struct assign_shared){ .groups = groups,
                                .group = from->group,
                                .need = need,
                                .room = room,
                                .flow = from->kind == RESOURCE_SPENT };
    relaxed->own[resource] = -1 - to->shareds++;
}

static void add_resources(struct relaxed *relaxed, const struct ledger *ledger)
{
    const struct place_problem *problem = ledger->problem;
    struct assign_problem *to = &relaxed->problem;
    for (int r = 0; r < problem->resources; r++) {
        const struct place_resource *resource = &problem->resource[r];
        if (resource->group || resource->kind == RESOURCE_SPENT ||
            to->resources == ASSIGN_RESOURCES)
            add_shared(relaxed, ledger, r);
        else
            add_own(relaxed, ledger, r);
    }
    to->shared = relaxed->shared;
}

/* The year to which one who moves with it is pinned, and a group that it must
 * be apart in; the first of each, which is what all can say. */
static void add_company(struct relaxed *relaxed, const struct ledger *ledger,
                        int j)
{
    const struct place_problem *problem = ledger->problem;
    int e = relaxed->lead[j];
    relaxed->pin_year[j] = relaxed->apart[j] = -1;
    do {
        if (problem->pin_year && relaxed->pin_year[j] < 0)
            relaxed->pin_year[j] = problem->pin_year[e];
        if (problem->apart && relaxed->apart[j] < 0)
            relaxed->apart[j] = problem->apart[e];
        e = ledger_mate(ledger, e);
    } while (e != relaxed->lead[j]);
    if (relaxed->apart[j] >= relaxed->problem.apart_groups)
        relaxed->problem.apart_groups = relaxed->apart[j] + 1;
}

static void add_rules(struct relaxed *relaxed, const struct ledger *ledger)
{
    struct assign_problem *to = &relaxed->problem;
    size_t jobs = (size_t)to->jobs + 1;
    relaxed->pin_year = mem_raw(jobs, sizeof(int));
    relaxed->apart = mem_raw(jobs, sizeof(int));
    for (int j = 0; j < to->jobs; j++)
        add_company(relaxed, ledger, j);
    to->shut = ledger->problem->shut;
    to->pin_year = ledger->problem->pin_year ? relaxed->pin_year : NULL;
    to->apart = to->apart_groups > 0 ? relaxed->apart : NULL;
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
    add_rules(relaxed, ledger);
    close_up(to->need, to->jobs, to->resources);
    close_up(to->room, (int64_t)cells, to->resources);
    return true;
}

/* Whether a year less of waiting can be worse. */
static bool waits_gladly(const struct place_problem *problem, int term)
{
    const struct place_term *t = &problem->term[term];
    int count = t->kind == TERM_WAIT && t->value ? problem->enterprises : 0;
    for (int e = 0; e < count; e++) {
        if (t->value[e] < 0)
            return true;
    }
    return false;
}

bool relaxed_says_all(const struct place_problem *problem)
{
    for (int k = 0; k < problem->terms; k++) {
        if (problem->term[k].limited || problem->term[k].kind == TERM_CHANGE ||
            waits_gladly(problem, k))
            return false;
    }
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
    for (int i = 0; i < to->shareds; i++) {
        free((void *)relaxed->shared[i].need);
        free((void *)relaxed->shared[i].room);
    }
    free(relaxed->pin_year);
    free(relaxed->apart);
    *relaxed = (struct relaxed){ 0 };
}

/* More of it from a year on is worth its price in that year and, unless it is
 * spent, in all later ones. */
static void shared_worth(const struct assign_shared *shared,
                         const double *price, int years, double *worth)
{
    for (int g = 0; g < shared->groups; g++) {
        double later = 0;
        for (int t = years - 1; t >= 0; t--) {
            double here = price[g * years + t];
            later = shared->flow ? here : later + here;
            worth[g * years + t] = later;
        }
    }
}

double *relaxed_worth(const struct relaxed *relaxed,
                      const struct assignment *assignment, int resource)
{
    const struct assign_problem *problem = &relaxed->problem;
    int own = relaxed->own[resource], years = problem->years;
    int groups = own < 0 ? relaxed->shared[-1 - own].groups : problem->sites;
    int cells = groups * years;
    double *worth = mem_new((size_t)cells + 1, sizeof *worth);
    for (int cell = 0; own >= 0 && cell < cells; cell++)
        worth[cell] = assignment->price[cell * problem->resources + own];
    if (own < 0)
        shared_worth(&relaxed->shared[-1 - own],
                     assignment->shared_price[-1 - own], years, worth);
    return worth;
}
