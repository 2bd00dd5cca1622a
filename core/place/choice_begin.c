/* What a search needs to know before it looks at clusters. */
#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/place/choice.h"

/* The group of a resource from which every cluster takes, -1 if there is none.
 */
static int shared_group(const struct place_problem *problem, int resource)
{
    const int *group = problem->resource[resource].group;
    for (int c = 0; group && c < problem->clusters; c++) {
        if (group[c] != group[0])
            return -1;
    }
    return group && problem->clusters ? group[0] : -1;
}

void search_init(struct search *search, const struct ledger *ledger)
{
    *search = (struct search){ .ledger = ledger,
                               .steady = true,
                               .lasting = !ledger->problem->shut };
    size_t years = (size_t)ledger->problem->years;
    search->time = mem_raw(years + 1, sizeof(double));
    search->year = mem_raw(years + 1, sizeof(int));
    for (int r = 0; r < ledger->problem->resources; r++) {
        search->shared[r] = shared_group(ledger->problem, r);
        if (search->shared[r] >= 0)
            continue;
        search->own[search->owns++] = r;
        if (ledger->problem->resource[r].kind == RESOURCE_SPENT)
            search->lasting = false;
    }
    size_t cells = years * (size_t)search->owns;
    search->top = mem_new(cells + 1, sizeof(int64_t));
    search->top_group = mem_raw(cells + 1, sizeof(int));
    for (size_t i = 0; i < cells; i++)
        search->top_group[i] = -1;
}

void search_release(struct search *search)
{
    free(search->time);
    free(search->year);
    free(search->top);
    free(search->top_group);
    *search = (struct search){ 0 };
}

/* Narrow years and clusters to those of one of them. */
static void narrow(struct search *search, int e)
{
    const struct place_problem *problem = search->ledger->problem;
    int cluster = problem->pin_cluster ? problem->pin_cluster[e] : -1;
    int year = problem->pin_year ? problem->pin_year[e] : -1;
    int earliest = problem->earliest ? problem->earliest[e] : 0;
    if (problem->out && problem->out[e])
        search->to = search->from;
    if (cluster > search->from)
        search->from = cluster;
    if (cluster >= 0 && cluster + 1 < search->to)
        search->to = cluster + 1;
    if (earliest > search->first)
        search->first = earliest;
    if (year > search->first)
        search->first = year;
    if (year >= 0 && year < search->last)
        search->last = year;
}

static bool shared_has(const struct search *search, int year)
{
    const struct ledger *ledger = search->ledger;
    const struct place_problem *problem = ledger->problem;
    for (int r = 0; r < problem->resources; r++) {
        int64_t at = (int64_t)search->shared[r] * problem->years + year;
        if (search->shared[r] >= 0 && search->need[r] > 0 &&
            search->need[r] > ledger->usable[r][at])
            return false;
    }
    return true;
}

/* Find the group with the most of a resource in a year. */
static void find_top(struct search *search, int own, int year)
{
    const struct place_problem *problem = search->ledger->problem;
    int r = search->own[own], groups = resource_groups(problem, r);
    size_t cell = (size_t)own * (size_t)problem->years + (size_t)year;
    const int64_t *usable = search->ledger->usable[r] + year;
    search->top[cell] = -1;
    search->top_group[cell] = -1;
    for (int g = 0; g < groups; g++, usable += problem->years) {
        if (*usable > search->top[cell]) {
            search->top[cell] = *usable;
            search->top_group[cell] = g;
        }
    }
    for (int c = 0; problem->resource[r].group && c < problem->clusters; c++) {
        if (problem->resource[r].group[c] < 0) {
            search->top[cell] = PLACE_NO_LIMIT;
            search->top_group[cell] = -2;
        }
    }
}

/* Whether some cluster has enough in the year, of each resource by itself. */
static bool any_has(struct search *search, int year)
{
    const struct place_problem *problem = search->ledger->problem;
    for (int i = 0; i < search->owns; i++) {
        int r = search->own[i];
        int cell = i * problem->years + year, group = search->top_group[cell];
        int64_t at = (int64_t)group * problem->years + year;
        if (group == -1 ||
            (group >= 0 && search->ledger->usable[r][at] != search->top[cell]))
            find_top(search, i, year);
        if (search->need[r] > 0 && search->need[r] > search->top[cell])
            return false;
    }
    return true;
}

static void list_years(struct search *search)
{
    double before = -INFINITY;
    search->years = 0;
    search->least = INFINITY;
    for (int t = search->first; t <= search->last; t++) {
        if (!shared_has(search, t) || (search->steady && !any_has(search, t)))
            continue;
        search->year[search->years++] = t;
        search->growing = search->growing && search->time[t] >= before;
        before = search->time[t];
        search->least = fmin(search->least, before);
    }
}

void search_begin(struct search *search, int enterprise)
{
    const struct ledger *ledger = search->ledger;
    const struct place_problem *problem = ledger->problem;
    search->first = search->from = 0;
    search->last = problem->years - 1;
    search->to = problem->clusters;
    search->alone = ledger_mate(ledger, enterprise) == enterprise;
    search->growing = true;
    search->in_force =
        problem->current_cluster ? problem->current_cluster[enterprise] : -1;
    for (int r = 0; r < problem->resources; r++)
        search->need[r] = ledger_need(ledger, r, enterprise);
    for (int t = 0; t < problem->years; t++)
        search->time[t] = 0;
    int e = enterprise;
    do {
        narrow(search, e);
        for (int t = 0; t < problem->years; t++)
            search->time[t] += place_price_time(problem, e, 0, t);
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
    list_years(search);
}
