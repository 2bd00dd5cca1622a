#include "core/place/place.h"

#include <math.h>
#include <stdlib.h>

#include "core/assign/assign.h"
#include "core/base/mem.h"
#include "core/place/placement.h"

void place_land_serving(int64_t free, int openings,
                        const struct place_opening *opening, int first_year,
                        int years, int64_t *room)
{
    for (int t = 0; t < years; t++) {
        room[t] = free;
        for (int k = 0; k < openings; k++) {
            if (opening[k].year < first_year + t)
                room[t] += opening[k].area;
        }
    }
}

int resource_groups(const struct place_problem *problem, int resource)
{
    const struct place_resource *r = &problem->resource[resource];
    return r->group ? r->groups : problem->clusters;
}

void placement_init(struct placement *placement,
                    const struct place_problem *problem)
{
    size_t n = (size_t)problem->enterprises;
    *placement = (struct placement){ .enterprises = problem->enterprises,
                                     .bound = -INFINITY };
    placement->cluster = mem_raw(n + 1, sizeof(int));
    placement->year = mem_raw(n + 1, sizeof(int));
    placement->term = mem_new((size_t)problem->terms + 1, sizeof(double));
    for (size_t e = 0; e < n; e++)
        placement->cluster[e] = placement->year[e] = -1;
}

void placement_forget(struct placement *placement)
{
    for (int r = 0; r < PLACE_RESOURCES; r++) {
        free(placement->worth[r]);
        placement->worth[r] = NULL;
    }
    if (placement->proof)
        assignment_release(placement->proof);
    free(placement->proof);
    placement->proof = NULL;
}

void placement_release(struct placement *placement)
{
    free(placement->cluster);
    free(placement->year);
    free(placement->term);
    placement_forget(placement);
    *placement = (struct placement){ 0 };
}

/* Who is not in the plan in force does not change it by being placed. */
static bool changes(const struct place_problem *problem, int enterprise,
                    int cluster, int year)
{
    int there =
        problem->current_cluster ? problem->current_cluster[enterprise] : -1;
    int then = problem->current_year ? problem->current_year[enterprise] : -1;
    return there >= 0 && (cluster != there || (then >= 0 && year != then));
}

double place_amount(const struct place_problem *problem, int number,
                    int enterprise, int cluster, int year)
{
    const struct place_term *term = &problem->term[number];
    int64_t at = enterprise;
    double times = 1;
    int earliest = problem->earliest ? problem->earliest[enterprise] : 0;
    switch (term->kind) {
    case TERM_WAIT:
        times = cluster < 0 ? 0 : year - earliest;
        break;
    case TERM_LEFT:
        times = cluster < 0;
        break;
    case TERM_PAIR:
        if (cluster < 0)
            return 0;
        at = at * problem->clusters + cluster;
        break;
    case TERM_CHANGE:
        times = changes(problem, enterprise, cluster, year);
        break;
    }
    return times * (term->value ? term->value[at] : 1);
}

static double term_price(const struct place_problem *problem, int k,
                         int enterprise, int cluster, int year)
{
    return problem->term[k].weight *
           place_amount(problem, k, enterprise, cluster, year);
}

static bool by_site(const struct place_term *term)
{
    return term->kind == TERM_PAIR || term->kind == TERM_CHANGE;
}

static double price_of(const struct place_problem *problem, bool site,
                       int enterprise, int cluster, int year)
{
    double price = 0;
    for (int k = 0; k < problem->terms; k++) {
        if (by_site(&problem->term[k]) == site)
            price += term_price(problem, k, enterprise, cluster, year);
    }
    return price;
}

double place_price_time(const struct place_problem *problem, int enterprise,
                        int cluster, int year)
{
    return price_of(problem, false, enterprise, cluster, year);
}

double place_price_site(const struct place_problem *problem, int enterprise,
                        int cluster, int year)
{
    return price_of(problem, true, enterprise, cluster, year);
}

double place_price(const struct place_problem *problem, int enterprise,
                   int cluster, int year)
{
    return place_price_time(problem, enterprise, cluster, year) +
           place_price_site(problem, enterprise, cluster, year);
}

static double term_total(const struct placement *placement,
                         const struct place_problem *problem, int k)
{
    double sum = 0, lost = 0;
    for (int e = 0; e < problem->enterprises; e++) {
        double part = term_price(problem, k, e, placement->cluster[e],
                                 placement->year[e]) -
                      lost;
        double next = sum + part;
        lost = (next - sum) - part;
        sum = next;
    }
    return sum;
}

void placement_value(struct placement *placement,
                     const struct place_problem *problem)
{
    placement->placed = 0;
    placement->total = 0;
    for (int e = 0; e < problem->enterprises; e++)
        placement->placed += placement->cluster[e] >= 0;
    for (int k = 0; k < problem->terms; k++) {
        placement->term[k] = term_total(placement, problem, k);
        placement->total += placement->term[k];
    }
}
