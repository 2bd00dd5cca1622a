#include "core/place/choice.h"

#include <math.h>

bool choice_before(const struct choice *a, const struct choice *b)
{
    if (a->price != b->price)
        return a->price < b->price;
    if (a->year != b->year)
        return a->year < b->year;
    return a->cluster < b->cluster;
}

/* Whether some year leaves enough of everything. */
static bool has_room(const struct search *search, int cluster)
{
    const struct ledger *ledger = search->ledger;
    const struct place_problem *problem = ledger->problem;
    for (int i = 0; i < search->owns; i++) {
        int r = search->own[i];
        int group = resource_group(&problem->resource[r], cluster);
        if (search->need[r] > 0 && group >= 0 &&
            search->need[r] > ledger->most[r][group])
            return false;
    }
    return true;
}

static bool is_barred(const struct search *search, int enterprise, int cluster)
{
    const struct place_problem *problem = search->ledger->problem;
    int64_t clusters = problem->clusters;
    if (!problem->barred)
        return false;
    if (search->alone)
        return problem->barred[enterprise * clusters + cluster];
    int e = enterprise;
    do {
        if (problem->barred[e * clusters + cluster])
            return true;
        e = ledger_mate(search->ledger, e);
    } while (e != enterprise);
    return false;
}

/* The price of the site, of all who move together; in the cluster of the plan
 * in force it goes by the year as well. */
static double site_price(const struct search *search, int enterprise,
                         int cluster, int year)
{
    const struct place_problem *problem = search->ledger->problem;
    double price = 0;
    int e = enterprise;
    do {
        price += place_price_site(problem, e, cluster, year);
        e = ledger_mate(search->ledger, e);
    } while (e != enterprise);
    return price;
}

/* Whether it fits, in a cluster where it may go. */
static bool fits(const struct search *search, int enterprise, int cluster,
                 int year)
{
    const struct ledger *ledger = search->ledger;
    const struct place_problem *problem = ledger->problem;
    int years = problem->years;
    if (!search->alone || problem->apart)
        return ledger_limits(ledger, enterprise, cluster, year) == 0;
    if (problem->shut && problem->shut[cluster * years + year])
        return false;
    for (int i = 0; i < search->owns; i++) {
        int r = search->own[i];
        int group = resource_group(&problem->resource[r], cluster);
        if (search->need[r] > 0 && group >= 0 &&
            search->need[r] > ledger->usable[r][(int64_t)group * years + year])
            return false;
    }
    return true;
}

/* How many of the listed years are better than the best so far. */
static int years_better(const struct search *search, int cluster, double site,
                        const struct choice *best)
{
    int count = 0;
    while (count < search->years &&
           search->time[search->year[count]] + site < best->price)
        count++;
    while (count < search->years) {
        int t = search->year[count];
        struct choice choice = { cluster, t, search->time[t] + site };
        if (!choice_before(&choice, best))
            break;
        count++;
    }
    return count;
}

/* Where waiting is never cheaper, the first year that fits is the best; what
 * fits once fits later, so the last one worth it is asked first. */
static void search_growing(const struct search *search, int enterprise,
                           int cluster, double site, struct choice *best)
{
    int count = best->cluster < 0 ? search->years
                                  : years_better(search, cluster, site, best);
    if (count == 0 || (search->lasting && !fits(search, enterprise, cluster,
                                                search->year[count - 1])))
        return;
    for (int i = 0; i < count; i++) {
        int t = search->year[i];
        if (!fits(search, enterprise, cluster, t))
            continue;
        *best = (struct choice){ cluster, t, search->time[t] + site };
        return;
    }
}

/* The years of one cluster, where the site adds the same in each of them. */
static void search_years(const struct search *search, int enterprise,
                         int cluster, double site, struct choice *best)
{
    if (search->growing) {
        search_growing(search, enterprise, cluster, site, best);
        return;
    }
    for (int i = 0; i < search->years; i++) {
        int t = search->year[i];
        struct choice choice = { cluster, t, search->time[t] + site };
        if ((best->cluster < 0 || choice_before(&choice, best)) &&
            fits(search, enterprise, cluster, t))
            *best = choice;
    }
}

static bool may_go(const struct search *search, int enterprise, int cluster)
{
    return cluster != search->besides && has_room(search, cluster) &&
           !is_barred(search, enterprise, cluster);
}

/* The cluster of the plan in force, where staying is cheaper than the same
 * cluster in another year. */
static void search_in_force(const struct search *search, int enterprise,
                            int cluster, struct choice *best)
{
    if (!may_go(search, enterprise, cluster))
        return;
    for (int i = 0; i < search->years; i++) {
        int t = search->year[i];
        double site = site_price(search, enterprise, cluster, t);
        struct choice choice = { cluster, t, search->time[t] + site };
        if ((best->cluster < 0 || choice_before(&choice, best)) &&
            fits(search, enterprise, cluster, t))
            *best = choice;
    }
}

/* Those who move together, and goals of several terms by site. */
static void search_any(const struct search *search, int enterprise,
                       struct choice *best)
{
    bool mixed =
        !search->alone && search->ledger->problem->current_cluster != NULL;
    for (int c = search->from; c < search->to; c++) {
        if (mixed || c == search->in_force) {
            search_in_force(search, enterprise, c, best);
            continue;
        }
        double site = site_price(search, enterprise, c, search->first);
        if ((best->cluster < 0 || search->least + site <= best->price) &&
            may_go(search, enterprise, c))
            search_years(search, enterprise, c, site, best);
    }
}

/* Clusters are passed by so many at a time when none of them is worth it. */
enum { STRIDE = 16 };

static bool at_stride(const struct search *search, int cluster)
{
    return (cluster - search->from) % STRIDE == 0 &&
           cluster + STRIDE <= search->to;
}

static bool any_below(const double *site, double bar)
{
    int below = 0;
    for (int i = 0; i < STRIDE; i++)
        below |= site[i] < bar;
    return below;
}

/* The same with what is added to all of them. */
static bool any_within(const double *site, double weight, double more,
                       double bar)
{
    int within = 0;
    for (int i = 0; i < STRIDE; i++)
        within |= more + weight * site[i] <= bar;
    return within;
}

/* The cluster with the lowest value that has room, -1 if none has. */
static int lowest(const struct search *search, int enterprise,
                  const double *site)
{
    double least = INFINITY;
    int found = -1;
    for (int c = search->from; c < search->to; c++) {
        while (at_stride(search, c) && !any_below(site + c, least))
            c += STRIDE;
        if (c < search->to && site[c] < least &&
            may_go(search, enterprise, c)) {
            least = site[c];
            found = c;
        }
    }
    return found;
}

/* Whether a cluster is full in the last of the listed years in which it would
 * be as good as the bar, so that it is in all before. */
static bool is_late(const struct search *search, int cluster, double site,
                    double bar)
{
    const struct ledger *ledger = search->ledger;
    int last = 0, years = ledger->problem->years;
    while (last + 1 < search->years &&
           search->time[search->year[last + 1]] + site <= bar)
        last++;
    for (int i = 0; i < search->owns; i++) {
        int r = search->own[i];
        int group = resource_group(&ledger->problem->resource[r], cluster);
        if (search->need[r] > 0 && group >= 0 &&
            search->need[r] >
                ledger->usable[r][(int64_t)group * years + search->year[last]])
            return true;
    }
    return false;
}

/* The same for one alone, when one term goes by the cluster: site is the row
 * of its values.  Asks the nearest first, so that few others are worth it. */
static void search_row(const struct search *search, int enterprise,
                       const double *site, double weight, struct choice *best)
{
    int first = lowest(search, enterprise, site);
    if (first < 0)
        return;
    search_years(search, enterprise, first, weight * site[first], best);
    double bar = best->cluster < 0 ? INFINITY : best->price;
    bool quick = search->growing && search->lasting;
    for (int c = search->from; c < search->to; c++) {
        while (at_stride(search, c) &&
               !any_within(site + c, weight, search->least, bar))
            c += STRIDE;
        double price = c < search->to ? weight * site[c] : INFINITY;
        if (search->least + price > bar || c == first || c >= search->to ||
            (quick && is_late(search, c, price, bar)) ||
            !may_go(search, enterprise, c))
            continue;
        search_years(search, enterprise, c, price, best);
        bar = best->cluster < 0 ? INFINITY : best->price;
    }
}

/* The row of values of the one term that goes by the cluster; NULL when there
 * is none, or more than that. */
static const double *site_row(const struct search *search, int enterprise,
                              double *weight)
{
    const struct place_problem *problem = search->ledger->problem;
    const double *row = NULL;
    for (int k = 0; k < problem->terms; k++) {
        const struct place_term *term = &problem->term[k];
        if (term->kind != TERM_PAIR && term->kind != TERM_CHANGE)
            continue;
        if (row || term->kind == TERM_CHANGE || !term->value)
            return NULL;
        row = term->value + (int64_t)enterprise * problem->clusters;
        *weight = term->weight;
    }
    return row;
}

static bool search_clusters(struct search *search, int enterprise,
                            struct choice *best)
{
    double weight = 0;
    const double *site = site_row(search, enterprise, &weight);
    *best = (struct choice){ -1, -1, 0 };
    search_begin(search, enterprise);
    if (search->years == 0)
        return false;
    if (search->alone && site)
        search_row(search, enterprise, site, weight, best);
    else
        search_any(search, enterprise, best);
    return best->cluster >= 0;
}

bool search_best(struct search *search, int enterprise, struct choice *best)
{
    search->besides = -1;
    return search_clusters(search, enterprise, best);
}

bool search_elsewhere(struct search *search, int enterprise, int cluster,
                      struct choice *best)
{
    search->besides = cluster;
    return search_clusters(search, enterprise, best);
}
