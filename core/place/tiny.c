#include "core/place/tiny.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/place/pins.h"

enum { ASK = 256 }; /* choices tried between two questions */

struct way {
    int cluster, year;     /* -1: left out */
    double price, reduced; /* reduced: what is needed there is paid as well */
};

/* One who leads. */
struct lead {
    int enterprise, ways;
    struct way *way; /* cheapest first */
};

struct tiny {
    struct ledger ledger;
    struct lead lead[TINY];
    int leads;
    double rest[TINY + 1];    /* the least this one and all later ones cost */
    double reduced[TINY + 1]; /* the same with what they need */
    double *toll[PLACE_RESOURCES]; /* [group * years + year] of a unit of one
                                      who moves in then */
    double paid;                   /* for all there is */
    double *most;  /* [term] of a limited one, with its tolerance */
    double *least; /* [lead * terms + term] as rest */
    double *sum;   /* [term] of those who are placed */
    int at[TINY];  /* the way that is tried */
    long looks;
    const struct tiny_work *how;
    bool cut; /* not all was tried */
    int *cluster, *year;
    double *total;
};

static double amount_of(const struct tiny *tiny, int term, int e,
                        const struct way *way)
{
    double amount = 0;
    int m = e;
    do {
        amount += place_amount(tiny->ledger.problem, term, m, way->cluster,
                               way->year);
        m = ledger_mate(&tiny->ledger, m);
    } while (m != e);
    return amount;
}

static int by_price(const void *left, const void *right)
{
    const struct way *a = left, *b = right;
    if (a->price != b->price)
        return a->price < b->price ? -1 : 1;
    if (a->year != b->year)
        return a->year - b->year;
    return a->cluster - b->cluster;
}

/* What is needed there costs so much at the prices. */
static double tolls(const struct tiny *tiny, int e, int cluster, int year)
{
    const struct place_problem *problem = tiny->ledger.problem;
    double sum = 0;
    for (int r = 0; r < problem->resources && cluster >= 0; r++) {
        int group = resource_group(&problem->resource[r], cluster);
        if (group >= 0)
            sum += tiny->toll[r][group * problem->years + year] *
                   (double)ledger_need(&tiny->ledger, r, e);
    }
    return sum;
}

/* Whether moving in earlier takes nothing from anyone: who is there stays, so
 * where no year before has less than the year in question, all who are there
 * by then have room before as well. */
static bool harmless(const struct tiny *tiny, int e, const struct way *way,
                     int earlier)
{
    const struct place_problem *problem = tiny->ledger.problem;
    for (int r = 0; r < problem->resources; r++) {
        int group = resource_group(&problem->resource[r], way->cluster);
        if (group < 0 || ledger_need(&tiny->ledger, r, e) == 0)
            continue;
        const int64_t *free =
            tiny->ledger.free[r] + (int64_t)group * problem->years;
        if (problem->resource[r].kind == RESOURCE_SPENT)
            return false;
        for (int t = earlier; t < way->year; t++) {
            if (free[t] < free[way->year])
                return false;
        }
    }
    return true;
}

/* Whether the first is as good for the goal and for limits of terms. */
static bool as_good(const struct tiny *tiny, int e, const struct way *first,
                    const struct way *second)
{
    const struct place_problem *problem = tiny->ledger.problem;
    if (first->price > second->price)
        return false;
    for (int k = 0; k < problem->terms; k++) {
        if (problem->term[k].limited &&
            amount_of(tiny, k, e, first) > amount_of(tiny, k, e, second))
            return false;
    }
    return true;
}

/* Whether there is an earlier way into the cluster that is never worse. */
static bool pointless(const struct tiny *tiny, const struct lead *lead,
                      const struct way *way)
{
    for (int i = lead->ways - 1; i >= 0; i--) {
        const struct way *other = &lead->way[i];
        if (other->cluster != way->cluster)
            return false;
        if (as_good(tiny, lead->enterprise, other, way) &&
            harmless(tiny, lead->enterprise, way, other->year))
            return true;
    }
    return false;
}

static void way_add(struct tiny *tiny, struct lead *lead, int cluster, int year)
{
    double price = ledger_price(&tiny->ledger, lead->enterprise, cluster, year);
    double toll = tolls(tiny, lead->enterprise, cluster, year);
    const struct way way = { cluster, year, price, price + toll };
    if (cluster < 0 || !pointless(tiny, lead, &way))
        lead->way[lead->ways++] = way;
}

/* Prices of a limit in each year, from what more is worth from then on. */
static void toll_set(struct tiny *tiny, int resource, const double *worth)
{
    const struct place_problem *problem = tiny->ledger.problem;
    int years = problem->years;
    int cells = resource_groups(problem, resource) * years;
    bool spent = problem->resource[resource].kind == RESOURCE_SPENT;
    const int64_t *free = tiny->ledger.free[resource];
    double *toll = mem_new((size_t)cells + 1, sizeof(double));
    tiny->toll[resource] = toll;
    for (int i = cells - 1; worth && i >= 0; i--) {
        bool last = i % years == years - 1 || spent;
        double price = fmax(0, worth[i] - (last ? 0 : worth[i + 1]));
        if (free[i] == PLACE_NO_LIMIT)
            price = 0;
        else if (free[i] > 0)
            tiny->paid += price * (double)free[i];
        toll[i] = price + (last ? 0 : toll[i + 1]);
    }
}

/* All that is possible by itself. */
static void lead_add(struct tiny *tiny, int e)
{
    const struct place_problem *problem = tiny->ledger.problem;
    struct lead *lead = &tiny->lead[tiny->leads++];
    size_t most = (size_t)problem->clusters * (size_t)problem->years;
    *lead = (struct lead){ .enterprise = e };
    lead->way = mem_raw(most + 1, sizeof *lead->way);
    for (int c = 0; c < problem->clusters; c++) {
        for (int t = 0; t < problem->years; t++) {
            if (ledger_limits(&tiny->ledger, e, c, t) == 0)
                way_add(tiny, lead, c, t);
        }
    }
    if (!pin_is(&tiny->ledger, e))
        way_add(tiny, lead, -1, -1);
    qsort(lead->way, (size_t)lead->ways, sizeof *lead->way, by_price);
}

/* Whose second way is dearest against the first is asked first. */
static int by_regret(const void *left, const void *right)
{
    const struct lead *a = left, *b = right;
    double mine = a->ways > 1 ? a->way[1].price - a->way[0].price : INFINITY;
    double other = b->ways > 1 ? b->way[1].price - b->way[0].price : INFINITY;
    if (mine != other)
        return mine > other ? -1 : 1;
    return a->enterprise - b->enterprise;
}

/* False when there are too many, or one has no way at all. */
static bool leads_make(struct tiny *tiny)
{
    const struct place_problem *problem = tiny->ledger.problem;
    for (int e = 0; e < problem->enterprises; e++) {
        if (!ledger_leads(&tiny->ledger, e))
            continue;
        if (tiny->leads == TINY)
            return false;
        lead_add(tiny, e);
        if (tiny->lead[tiny->leads - 1].ways == 0)
            return false;
    }
    qsort(tiny->lead, (size_t)tiny->leads, sizeof *tiny->lead, by_regret);
    return true;
}

static void rests_make(struct tiny *tiny)
{
    const struct place_problem *problem = tiny->ledger.problem;
    int terms = problem->terms;
    for (int i = tiny->leads - 1; i >= 0; i--) {
        const struct lead *lead = &tiny->lead[i];
        double reduced = lead->way[0].reduced;
        for (int w = 1; w < lead->ways; w++)
            reduced = fmin(reduced, lead->way[w].reduced);
        tiny->rest[i] = tiny->rest[i + 1] + lead->way[0].price;
        tiny->reduced[i] = tiny->reduced[i + 1] + reduced;
        for (int k = 0; k < terms; k++) {
            double least = INFINITY;
            for (int w = 0; w < lead->ways; w++)
                least = fmin(
                    least, amount_of(tiny, k, lead->enterprise, &lead->way[w]));
            tiny->least[i * terms + k] =
                tiny->least[(i + 1) * terms + k] + least;
        }
    }
    for (int k = 0; k < terms; k++) {
        const struct place_term *term = &problem->term[k];
        tiny->most[k] = term->limited
                            ? term->most + 1e-10 * (1 + fabs(term->most))
                            : INFINITY;
    }
}

static void tiny_make(struct tiny *tiny, const struct place_problem *problem,
                      double *const *worth)
{
    size_t terms = (size_t)problem->terms + 1;
    ledger_init(&tiny->ledger, problem);
    for (int r = 0; r < problem->resources; r++)
        toll_set(tiny, r, worth[r]);
    tiny->most = mem_new(terms, sizeof(double));
    tiny->sum = mem_new(terms, sizeof(double));
    tiny->least = mem_new(terms * (TINY + 1), sizeof(double));
}

static void tiny_release(struct tiny *tiny)
{
    for (int i = 0; i < tiny->leads; i++)
        free(tiny->lead[i].way);
    for (int r = 0; r < tiny->ledger.problem->resources; r++)
        free(tiny->toll[r]);
    free(tiny->most);
    free(tiny->sum);
    free(tiny->least);
    ledger_release(&tiny->ledger);
}

static void keep(struct tiny *tiny, double total)
{
    *tiny->total = total;
    for (int i = 0; i < tiny->leads; i++) {
        const struct way *way = &tiny->lead[i].way[tiny->at[i]];
        int e = tiny->lead[i].enterprise, m = e;
        do {
            tiny->cluster[m] = way->cluster;
            tiny->year[m] = way->year;
            m = ledger_mate(&tiny->ledger, m);
        } while (m != e);
    }
}

/* Count the way for the terms; whether their limits can still be kept. */
static bool count(struct tiny *tiny, int i, int sign)
{
    const struct lead *lead = &tiny->lead[i];
    int terms = tiny->ledger.problem->terms;
    bool kept = true;
    for (int k = 0; k < terms; k++) {
        if (isinf(tiny->most[k]))
            continue;
        tiny->sum[k] += sign * amount_of(tiny, k, lead->enterprise,
                                         &lead->way[tiny->at[i]]);
        kept = kept &&
               tiny->sum[k] + tiny->least[(i + 1) * terms + k] <= tiny->most[k];
    }
    return kept;
}

/* Take the way at hand, or give it back; whether limits can be kept with it. */
static bool use(struct tiny *tiny, int i, int sign)
{
    const struct lead *lead = &tiny->lead[i];
    const struct way *way = &lead->way[tiny->at[i]];
    if (way->cluster >= 0)
        ledger_take(&tiny->ledger, lead->enterprise, way->cluster, way->year,
                    sign);
    return count(tiny, i, sign);
}

static bool fits(struct tiny *tiny, int i)
{
    const struct lead *lead = &tiny->lead[i];
    const struct way *way = &lead->way[tiny->at[i]];
    return way->cluster < 0 || ledger_limits(&tiny->ledger, lead->enterprise,
                                             way->cluster, way->year) == 0;
}

/* A total from which on nothing is better; sums may be a little off. */
static double enough_is(const struct tiny *tiny)
{
    double total = *tiny->total;
    return isfinite(total) ? total - 1e-10 * (fabs(total) + tiny->paid) : total;
}

static bool looked_enough(struct tiny *tiny)
{
    return tiny->looks-- <= 0 ||
           (tiny->looks % ASK == 0 && tiny->how->over(tiny->how->data));
}

/* This one and all later ones, of whom there are few; total and reduced are of
 * those before. */
/* NOLINTNEXTLINE(misc-no-recursion) */
static void go(struct tiny *tiny, int i, double total, double reduced)
{
    const struct lead *lead = &tiny->lead[i];
    if (i == tiny->leads) {
        keep(tiny, total);
        return;
    }
    for (int w = 0; w < lead->ways && !tiny->cut; w++) {
        const struct way *way = &lead->way[w];
        double enough = enough_is(tiny), thrift = reduced + way->reduced;
        if (total + way->price + tiny->rest[i + 1] >= enough)
            return;
        if (thrift + tiny->reduced[i + 1] - tiny->paid >= enough)
            continue;
        tiny->cut = looked_enough(tiny);
        tiny->at[i] = w;
        if (tiny->cut || !fits(tiny, i))
            continue;
        if (use(tiny, i, 1))
            go(tiny, i + 1, total + way->price, thrift);
        use(tiny, i, -1);
    }
}

bool tiny_is(const struct place_problem *problem)
{
    struct ledger ledger;
    int leads = 0;
    if (problem->enterprises > TINY * TINY)
        return false;
    ledger_init(&ledger, problem);
    for (int e = 0; e < problem->enterprises; e++)
        leads += ledger_leads(&ledger, e);
    ledger_release(&ledger);
    return leads <= TINY;
}

bool tiny_place(const struct place_problem *problem,
                const struct tiny_work *how, int *cluster, int *year,
                double *total)
{
    struct tiny tiny = { .how = how,
                         .looks = how->looks,
                         .cluster = cluster,
                         .year = year,
                         .total = total };
    tiny_make(&tiny, problem, how->worth);
    bool some = leads_make(&tiny);
    if (some) {
        rests_make(&tiny);
        go(&tiny, 0, 0, 0);
    }
    tiny_release(&tiny);
    return some && !tiny.cut;
}
