#include "core/place/tiny.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/place/pins.h"

enum { ASK = 256 }; /* choices tried between two questions */

struct way {
    int cluster, year; /* -1: left out */
    double price;
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
    double rest[TINY + 1]; /* the least that this one and all later ones cost
                            */
    double *most;          /* [term] of a limited one, with its tolerance */
    double *least;         /* [lead * terms + term] as rest */
    double *sum;           /* [term] of those who are placed */
    int at[TINY];          /* the way that is tried */
    long looks;
    bool (*over)(void *data);
    void *data;
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

static void way_add(struct tiny *tiny, struct lead *lead, int cluster, int year)
{
    lead->way[lead->ways++] =
        (struct way){ cluster, year,
                      ledger_price(&tiny->ledger, lead->enterprise, cluster,
                                   year) };
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
        tiny->rest[i] = tiny->rest[i + 1] + lead->way[0].price;
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

static void tiny_make(struct tiny *tiny, const struct place_problem *problem)
{
    size_t terms = (size_t)problem->terms + 1;
    ledger_init(&tiny->ledger, problem);
    tiny->most = mem_new(terms, sizeof(double));
    tiny->sum = mem_new(terms, sizeof(double));
    tiny->least = mem_new(terms * (TINY + 1), sizeof(double));
}

static void tiny_release(struct tiny *tiny)
{
    for (int i = 0; i < tiny->leads; i++)
        free(tiny->lead[i].way);
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

static bool looked_enough(struct tiny *tiny)
{
    return tiny->looks-- <= 0 ||
           (tiny->looks % ASK == 0 && tiny->over(tiny->data));
}

/* This one and all later ones, of whom there are few; total is of those
 * before. */
/* NOLINTNEXTLINE(misc-no-recursion) */
static void go(struct tiny *tiny, int i, double total)
{
    const struct lead *lead = &tiny->lead[i];
    if (i == tiny->leads) {
        keep(tiny, total);
        return;
    }
    for (int w = 0; w < lead->ways && !tiny->cut; w++) {
        double here = total + lead->way[w].price;
        double enough = *tiny->total - 1e-12 * fabs(*tiny->total);
        if (isfinite(enough) && here + tiny->rest[i + 1] >= enough)
            return;
        tiny->cut = looked_enough(tiny);
        tiny->at[i] = w;
        if (tiny->cut || !fits(tiny, i))
            continue;
        if (use(tiny, i, 1))
            go(tiny, i + 1, here);
        use(tiny, i, -1);
    }
}

bool tiny_place(const struct place_problem *problem, long looks,
                bool over(void *), void *data, int *cluster, int *year,
                double *total)
{
    struct tiny tiny = { .looks = looks,
                         .over = over,
                         .data = data,
                         .cluster = cluster,
                         .year = year,
                         .total = total };
    tiny_make(&tiny, problem);
    bool some = leads_make(&tiny);
    if (some) {
        rests_make(&tiny);
        go(&tiny, 0, 0);
    }
    tiny_release(&tiny);
    return some && !tiny.cut;
}
