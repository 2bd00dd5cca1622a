/* Strict order against the plain way: list every cluster and year that fits,
 * take the cheapest; on some thousand cases of medium size. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/place/choice.h"

enum { E = 150, C = 37, T = 5, CASES = 800 };

struct world {
    int64_t land[E], water[E], cost[E], room[C * T], wells[2 * T], budget[T];
    int well[C], purse[C], earliest[E], order[E];
    int together[E], apart[E], current_cluster[E], current_year[E];
    unsigned char shut[C * T], barred[E * C], out[E];
    double worth[E], far[E * C], liking[E * C];
    struct place_resource resource[3];
    struct place_term term[4];
    struct place_problem problem;
    const char *key[E];
};

static unsigned long long seed;

/* A number from 0 to most. */
static int dice(int most)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (int)((seed >> 33) % (unsigned)(most + 1));
}

static bool one_in(int chance)
{
    return dice(chance - 1) == 0;
}

static void people(struct world *w, bool rising)
{
    for (int e = 0; e < E; e++) {
        w->land[e] = dice(9);
        w->water[e] = dice(4);
        w->cost[e] = dice(5);
        w->key[e] = "one";
        w->out[e] = one_in(15);
        w->earliest[e] = one_in(3) ? dice(T - 1) : 0;
        w->together[e] = one_in(6) ? dice(4) : -1;
        w->apart[e] = w->together[e] < 0 && one_in(4) ? dice(3) : -1;
        w->current_cluster[e] = one_in(2) ? dice(C - 1) : -1;
        w->current_year[e] = one_in(2) ? dice(T - 1) : -1;
        w->order[e] = (e * 7 + 3) % E;
        w->worth[e] = rising ? dice(3) : dice(4) - 2;
        for (int c = 0; c < C; c++) {
            w->barred[e * C + c] = one_in(6);
            w->far[e * C + c] = dice(5);
            w->liking[e * C + c] = dice(4) - 2;
        }
    }
}

static void places(struct world *w)
{
    for (int i = 0; i < C * T; i++) {
        bool grows = i % T > 0 && !one_in(5);
        w->room[i] = grows ? w->room[i - 1] + dice(9) : dice(20);
        w->shut[i] = one_in(10);
    }
    for (int i = 0; i < 2 * T; i++)
        w->wells[i] = one_in(4) ? PLACE_NO_LIMIT : dice(30);
    for (int c = 0; c < C; c++)
        w->well[c] = dice(2) - 1;
    for (int t = 0; t < T; t++)
        w->budget[t] = dice(40);
}

static void world_make(struct world *w, int number)
{
    seed = (unsigned long long)number * 7919 + 1;
    memset(w, 0, sizeof *w);
    people(w, one_in(2));
    places(w);
    w->resource[0] = (struct place_resource){ "land",  RESOURCE_HELD, w->land,
                                              w->room, NULL,          0 };
    w->resource[1] = (struct place_resource){
        "water", (enum resource_kind)dice(2), w->water, w->wells, w->well, 2
    };
    w->resource[2] = (struct place_resource){
        "money", (enum resource_kind)dice(2), w->cost, w->budget, w->purse, 1
    };
    w->term[0] = (struct place_term){
        .name = "wait", .kind = TERM_WAIT, .weight = 1, .value = w->worth
    };
    w->term[1] = (struct place_term){
        .name = "far", .kind = TERM_PAIR, .weight = 0.5, .value = w->far
    };
    w->term[2] = (struct place_term){
        .name = "liking", .kind = TERM_PAIR, .weight = 2, .value = w->liking
    };
    w->term[3] = (struct place_term){ .name = "change",
                                      .kind = TERM_CHANGE,
                                      .weight = 3 };
    w->problem = (struct place_problem){
        .enterprises = E,
        .clusters = C,
        .years = T,
        .first_year = 2027,
        .enterprise_key = w->key,
        .cluster_key = w->key,
        .resources = dice(3),
        .resource = w->resource,
        .shut = one_in(2) ? w->shut : NULL,
        .out = w->out,
        .barred = w->barred,
        .earliest = w->earliest,
        .together = one_in(2) ? w->together : NULL,
        .apart = one_in(2) ? w->apart : NULL,
        .current_cluster = w->current_cluster,
        .current_year = w->current_year,
        .order = w->order,
        .terms = dice(4),
        .term = w->term,
    };
}

/* The cheapest of all cells that fit. */
static bool plain_best(const struct ledger *ledger, int e, struct choice *best)
{
    best->cluster = -1;
    for (int c = 0; c < C; c++) {
        for (int t = 0; t < T; t++) {
            if (ledger_limits(ledger, e, c, t))
                continue;
            struct choice choice = { c, t, ledger_price(ledger, e, c, t) };
            if (best->cluster < 0 || choice_before(&choice, best))
                *best = choice;
        }
    }
    return best->cluster >= 0;
}

static int plain_strict(const struct world *w, int *cluster, int *year)
{
    struct ledger ledger;
    int placed = 0;
    ledger_init(&ledger, &w->problem);
    for (int e = 0; e < E; e++)
        cluster[e] = year[e] = -1;
    for (int i = 0; i < E; i++) {
        int e = w->order[i], m = e;
        struct choice choice;
        if (cluster[e] >= 0 || !plain_best(&ledger, e, &choice))
            continue;
        ledger_take(&ledger, e, choice.cluster, choice.year, 1);
        do {
            cluster[m] = choice.cluster;
            year[m] = choice.year;
            placed++;
            m = ledger_mate(&ledger, m);
        } while (m != e);
    }
    ledger_release(&ledger);
    return placed;
}

static void
the_search_that_stops_early_finds_what_a_full_list_does(void **state)
{
    (void)state;
    int placed = 0;
    for (int number = 0; number < CASES; number++) {
        struct world w;
        struct placement placement;
        struct err err;
        int cluster[E], year[E];
        world_make(&w, number);
        placed += plain_strict(&w, cluster, year);
        assert_ok(place_strict(&placement, &w.problem, &err));
        assert_memory_equal(placement.cluster, cluster, sizeof cluster);
        assert_memory_equal(placement.year, year, sizeof year);
        placement_release(&placement);
    }
    assert_in_range(placed, CASES * E / 4, CASES * E * 9 / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            the_search_that_stops_early_finds_what_a_full_list_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
