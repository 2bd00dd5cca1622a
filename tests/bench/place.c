/* Strict order and reasons, at provincial and at national size.
 *
 * Generated: needs, first years and distances are drawn; room is a share of
 * what all need and opens in steps, so that the last ones find most clusters
 * full.
 */
#include "tests/bench/bench.h"

#include "core/base/mem.h"
#include "core/place/optimum.h"
#include "core/place/reason.h"

enum { RESOURCES = 3 };

struct world {
    struct place_problem problem;
    struct place_resource resource[RESOURCES];
    struct place_term term[4];
    char (*name)[16];
    const char **key;
    int64_t *need[RESOURCES], *supply[RESOURCES];
    int *earliest, *order, *purse;
    double *worth, *far;
};

static uint64_t state = 1;

/* From 0 to most. */
static int64_t draw(int64_t most)
{
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (int64_t)((state >> 33) % (uint64_t)(most + 1));
}

static void people(struct world *w, int n, int clusters, int years)
{
    w->name = mem_raw((size_t)(n + clusters), sizeof *w->name);
    w->key = mem_raw((size_t)(n + clusters), sizeof *w->key);
    for (int i = 0; i < n + clusters; i++) {
        snprintf(w->name[i], sizeof w->name[i], "%d", i);
        w->key[i] = w->name[i];
    }
    for (int r = 0; r < RESOURCES; r++)
        w->need[r] = mem_raw((size_t)n, sizeof(int64_t));
    w->earliest = mem_raw((size_t)n, sizeof(int));
    w->order = mem_raw((size_t)n, sizeof(int));
    w->worth = mem_raw((size_t)n, sizeof(double));
    w->far = mem_raw((size_t)n * (size_t)clusters, sizeof(double));
    for (int e = 0; e < n; e++) {
        w->need[0][e] = 5000 + draw(200000);
        w->need[1][e] = draw(3) ? draw(50000) : 0;
        w->need[2][e] = 100000000 + draw(2000000000);
        w->earliest[e] = (int)draw(years / 3);
        w->order[e] = e;
        w->worth[e] = 1 + (double)draw(99) / 10;
        for (int c = 0; c < clusters; c++)
            w->far[(size_t)e * (size_t)clusters + (size_t)c] =
                (double)draw(30000) / 100;
    }
}

static int64_t sum(const int64_t *amount, int n)
{
    int64_t total = 0;
    for (int i = 0; i < n; i++)
        total += amount[i];
    return total;
}

/* Room of a cluster opens in three steps. */
static void places(struct world *w, int n, int clusters, int years, int room)
{
    for (int r = 0; r < 2; r++) {
        int64_t mean = sum(w->need[r], n) / clusters * room / 100;
        w->supply[r] =
            mem_raw((size_t)clusters * (size_t)years, sizeof(int64_t));
        for (int c = 0; c < clusters; c++) {
            int64_t all = mean / 2 + draw(mean);
            for (int t = 0; t < years; t++)
                w->supply[r][c * years + t] = all * (1 + 3 * t / years) / 3;
        }
    }
    w->supply[2] = mem_raw((size_t)years, sizeof(int64_t));
    for (int t = 0; t < years; t++)
        w->supply[2][t] = sum(w->need[2], n) / years * 11 / 10;
    w->purse = mem_new((size_t)clusters, sizeof(int));
}

static void world_make(struct world *w, int n, int clusters, int years,
                       int room)
{
    static const char *const names[] = { "land", "wastewater", "support" };
    *w = (struct world){ .name = NULL };
    people(w, n, clusters, years);
    places(w, n, clusters, years, room);
    for (int r = 0; r < RESOURCES; r++)
        w->resource[r] =
            (struct place_resource){ names[r],     RESOURCE_HELD, w->need[r],
                                     w->supply[r], NULL,          0 };
    w->resource[2].kind = RESOURCE_SPENT;
    w->resource[2].group = w->purse;
    w->resource[2].groups = 1;
    w->term[0] = (struct place_term){
        .name = "wait", .kind = TERM_WAIT, .weight = 10, .value = w->worth
    };
    w->term[1] = (struct place_term){
        .name = "left", .kind = TERM_LEFT, .weight = 200, .value = w->worth
    };
    w->term[2] = (struct place_term){
        .name = "far", .kind = TERM_PAIR, .weight = 0.1, .value = w->far
    };
    w->problem = (struct place_problem){
        .enterprises = n,
        .clusters = clusters,
        .years = years,
        .first_year = 2027,
        .enterprise_key = w->key,
        .cluster_key = w->key + n,
        .resources = RESOURCES,
        .resource = w->resource,
        .earliest = w->earliest,
        .order = w->order,
        .terms = 3,
        .term = w->term,
    };
}

static void world_release(struct world *w)
{
    for (int r = 0; r < RESOURCES; r++) {
        free(w->need[r]);
        free(w->supply[r]);
    }
    free(w->name);
    free(w->key);
    free(w->earliest);
    free(w->order);
    free(w->purse);
    free(w->worth);
    free(w->far);
}

static void must(bool ok, const struct err *err)
{
    if (ok)
        return;
    fprintf(stderr, "%s\n", err->text);
    exit(1);
}

static void explain(struct world *w, const struct placement *placement,
                    const char *size)
{
    struct ledger ledger;
    struct place_change change[CHANGES];
    struct place_reason reason;
    double took[101], from = own_seconds();
    size_t asked = 0;
    ledger_init(&ledger, &w->problem);
    ledger_load(&ledger, placement);
    double loaded = own_seconds() - from;
    for (int e = 0; e < w->problem.enterprises && asked < 101; e++) {
        if (placement->cluster[e] >= 0)
            continue;
        from = own_seconds();
        reason_changes(&ledger, placement, e, change);
        for (int c = 0; c < w->problem.clusters; c++)
            reason_why_not(&ledger, placement, e, c, &reason);
        took[asked++] = own_seconds() - from;
    }
    ledger_release(&ledger);
    char what[80];
    snprintf(what, sizeof what, "reasons, once for a placement, %s", size);
    print_seconds(what, loaded, "");
    snprintf(what, sizeof what, "explain one unplaced enterprise, %s", size);
    if (asked)
        print_seconds(what, median(took, asked), "at most 10 ms");
}

/* room is in per cent of what all need. */
static void measure(int n, int clusters, int years, int room, const char *most)
{
    struct world w;
    struct placement placement;
    struct err err;
    char size[40], what[80];
    world_make(&w, n, clusters, years, room);
    snprintf(size, sizeof size, "%d x %d x %d, %d %%", n, clusters, years,
             room);
    double from = own_seconds();
    must(place_strict(&placement, &w.problem, &err), &err);
    double took = own_seconds() - from;
    snprintf(what, sizeof what, "strict order, %s", size);
    print_seconds(what, took, most);
    printf("%-52s %9d\n", "  left out", n - placement.placed);
    explain(&w, &placement, size);
    placement_release(&placement);
    world_release(&w);
}

static void best(int n, int clusters, int room, double limit)
{
    struct world w;
    struct placement placement, strict;
    struct err err;
    char what[80];
    world_make(&w, n, clusters, 10, room);
    const struct place_work work = { .seconds = limit, .seed = 1 };
    must(place_strict(&strict, &w.problem, &err), &err);
    must(place_best(&placement, &w.problem, &work, &err), &err);
    snprintf(what, sizeof what, "best total, %d x %d x 10, %d %%, %g s", n,
             clusters, room, limit);
    printf("%-52s %9.3f %%   strict order is %.1f %% above it\n", what,
           100 * (placement.total - placement.bound) / placement.total,
           100 * (strict.total - placement.total) / placement.total);
    placement_release(&strict);
    placement_release(&placement);
    world_release(&w);
}

/* Change the needs of one in a hundred by up to a fifth. */
static void shake(struct world *w)
{
    for (int e = 0; e < w->problem.enterprises; e++) {
        if (draw(99) == 0)
            w->need[0][e] = w->need[0][e] * (80 + draw(40)) / 100;
    }
}

/* Solve, change some of the data, solve again from there with a tax on each
 * change and at most so many of them.  Who was left out before and has a place
 * now is not moved. */
#define MOVED_MOST 0.02

static void replan(int n, int clusters, int years, int room, double limit)
{
    struct world w;
    struct placement before, after;
    struct err err;
    char what[80];
    world_make(&w, n, clusters, years, room);
    struct place_work work = { .seconds = 5, .seed = 1 };
    must(place_best(&before, &w.problem, &work, &err), &err);
    shake(&w);
    w.problem.current_cluster = before.cluster;
    w.problem.current_year = before.year;
    w.term[3] = (struct place_term){ .name = "change",
                                     .kind = TERM_CHANGE,
                                     .weight = 5,
                                     .limited = true,
                                     .most = MOVED_MOST * n };
    w.problem.terms = 4;
    work.seconds = limit;
    work.from = &before;
    double from = own_seconds();
    must(place_best(&after, &w.problem, &work, &err), &err);
    double took = own_seconds() - from;
    int moved = 0;
    for (int e = 0; e < n; e++)
        moved +=
            before.cluster[e] >= 0 && (before.cluster[e] != after.cluster[e] ||
                                       before.year[e] != after.year[e]);
    snprintf(what, sizeof what, "re-plan after 1 %% changed, %d x %d x %d", n,
             clusters, years);
    print_seconds(what, took, "at most 0.3 s");
    printf("%-52s %9.2f %%   at most 2 %%\n", "  moved", 100.0 * moved / n);
    printf("%-52s %9.2f %%   %.2f %% before\n", "  proved gap",
           100 * (after.total - after.bound) / after.total,
           100 * (before.total - before.bound) / before.total);
    placement_release(&before);
    placement_release(&after);
    world_release(&w);
}

int main(void)
{
    measure(1000, 30, 10, 125, "");
    measure(10000, 100, 10, 90, "");
    measure(100000, 1000, 10, 125, "at most 1 s");
    measure(100000, 1000, 10, 90, "at most 1 s");
    best(500, 30, 125, 2);
    best(500, 30, 90, 2);
    best(10000, 100, 125, 5);
    replan(10000, 100, 1, 125, 0.3);
    replan(10000, 100, 10, 125, 0.3);
    return 0;
}
