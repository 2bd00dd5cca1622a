#include "core/place/place.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/place/ledger.h"
#include "core/place/placement.h"

/* More tries than this, and pins are given up as too entangled. */
enum { PIN_TRIES = 1000000 };

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

void placement_release(struct placement *placement)
{
    free(placement->cluster);
    free(placement->year);
    free(placement->term);
    *placement = (struct placement){ 0 };
}

static double term_price(const struct place_problem *problem,
                         const struct place_term *term, int enterprise,
                         int cluster, int year)
{
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
    }
    return term->weight * times * (term->value ? term->value[at] : 1);
}

double place_price(const struct place_problem *problem, int enterprise,
                   int cluster, int year)
{
    double price = 0;
    for (int k = 0; k < problem->terms; k++)
        price +=
            term_price(problem, &problem->term[k], enterprise, cluster, year);
    return price;
}

void placement_value(struct placement *placement,
                     const struct place_problem *problem)
{
    placement->placed = 0;
    placement->total = 0;
    for (int e = 0; e < problem->enterprises; e++)
        placement->placed += placement->cluster[e] >= 0;
    for (int k = 0; k < problem->terms; k++) {
        double sum = 0, lost = 0;
        for (int e = 0; e < problem->enterprises; e++) {
            double part =
                term_price(problem, &problem->term[k], e, placement->cluster[e],
                           placement->year[e]) -
                lost;
            double next = sum + part;
            lost = (next - sum) - part;
            sum = next;
        }
        placement->term[k] = sum;
        placement->total += sum;
    }
}

struct option {
    int cluster, year;
    double price;
};

/* Cheapest first, then earliest, then in the order of the clusters. */
static int option_compare(const void *left, const void *right)
{
    const struct option *a = left, *b = right;
    if (a->price != b->price)
        return a->price < b->price ? -1 : 1;
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    return (a->cluster > b->cluster) - (a->cluster < b->cluster);
}

/* All that fits, best first.  Returns how many. */
static int options_list(const struct ledger *ledger, int enterprise,
                        struct option *option)
{
    const struct place_problem *problem = ledger->problem;
    int count = 0;
    for (int c = 0; c < problem->clusters; c++) {
        for (int t = 0; t < problem->years; t++) {
            if (ledger_limits(ledger, enterprise, c, t))
                continue;
            double price = place_price(problem, enterprise, c, t);
            option[count++] = (struct option){ c, t, price };
        }
    }
    qsort(option, (size_t)count, sizeof *option, option_compare);
    return count;
}

static size_t options_most(const struct place_problem *problem)
{
    return (size_t)problem->clusters * (size_t)problem->years + 1;
}

static void put(struct ledger *ledger, struct placement *placement,
                int enterprise, const struct option *option)
{
    ledger_take(ledger, enterprise, option->cluster, option->year, 1);
    placement->cluster[enterprise] = option->cluster;
    placement->year[enterprise] = option->year;
}

/* Those with a pin, in the order in which they are placed. */
struct pins {
    int *enterprise;
    int count, tries;
    int stuck; /* the deepest that found no place */
};

static bool pin_is(const struct place_problem *problem, int e, bool whole)
{
    bool cluster = problem->pin_cluster && problem->pin_cluster[e] >= 0;
    bool year = problem->pin_year && problem->pin_year[e] >= 0;
    return whole ? cluster && year : cluster != year;
}

static void pins_list(struct pins *pins, const struct place_problem *problem)
{
    pins->enterprise = mem_raw((size_t)problem->enterprises + 1, sizeof(int));
    for (int whole = 1; whole >= 0; whole--) {
        for (int i = 0; i < problem->enterprises; i++) {
            if (pin_is(problem, problem->order[i], whole))
                pins->enterprise[pins->count++] = problem->order[i];
        }
    }
}

/* Find places for the pins from number k on, trying the best first. */
static bool pins_place(struct pins *pins, int k, struct ledger *ledger,
                       struct placement *placement)
{
    if (k == pins->count)
        return true;
    if (k > pins->stuck)
        pins->stuck = k;
    int e = pins->enterprise[k];
    struct option *option =
        mem_raw(options_most(ledger->problem), sizeof *option);
    int count = options_list(ledger, e, option);
    bool placed = false;
    for (int i = 0; i < count && !placed && pins->tries < PIN_TRIES; i++) {
        pins->tries++;
        put(ledger, placement, e, &option[i]);
        placed = pins_place(pins, k + 1, ledger, placement);
        if (!placed)
            ledger_take(ledger, e, option[i].cluster, option[i].year, -1);
    }
    free(option);
    return placed;
}

static bool pins_keep(struct ledger *ledger, struct placement *placement,
                      struct err *err)
{
    const struct place_problem *problem = ledger->problem;
    struct pins pins = { .stuck = 0 };
    pins_list(&pins, problem);
    bool kept = pins_place(&pins, 0, ledger, placement);
    if (!kept && pins.tries >= PIN_TRIES)
        err_set(err, ERR_UNSOLVED, "the pins are too entangled: tried %d ways",
                PIN_TRIES);
    else if (!kept)
        err_set(err, ERR_UNSOLVED,
                "the pins contradict each other or a limit: enterprise '%s' "
                "does not fit as pinned",
                problem->enterprise_key[pins.enterprise[pins.stuck]]);
    free(pins.enterprise);
    return kept;
}

static void place_rest(struct ledger *ledger, struct placement *placement)
{
    const struct place_problem *problem = ledger->problem;
    struct option *option = mem_raw(options_most(problem), sizeof *option);
    for (int i = 0; i < problem->enterprises; i++) {
        int e = problem->order[i];
        if (placement->cluster[e] >= 0)
            continue;
        if (options_list(ledger, e, option) > 0)
            put(ledger, placement, e, &option[0]);
    }
    free(option);
}

bool place_strict(struct placement *placement,
                  const struct place_problem *problem, struct err *err)
{
    *placement = (struct placement){ 0 };
    if (!place_check(problem, err))
        return false;
    placement_init(placement, problem);
    struct ledger ledger;
    ledger_init(&ledger, problem);
    bool kept = pins_keep(&ledger, placement, err);
    if (kept)
        place_rest(&ledger, placement);
    ledger_release(&ledger);
    if (!kept || !placement_check(placement, problem, err)) {
        placement_release(placement);
        return false;
    }
    placement_value(placement, problem);
    return true;
}
