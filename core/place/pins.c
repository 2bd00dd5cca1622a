#include "core/place/pins.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/place/choice.h"
#include "core/place/placement.h"

/* More tries than this, and pins are given up as too entangled. */
enum { PIN_TRIES = 1000000, RELEASE_TRIES = 2000 };

/* Those with a pin, one of each who move together: those pinned to cluster
 * and year first, then in the order. */
struct pins {
    int *enterprise;
    bool *released; /* [number in enterprise] */
    int count, whole, tries, most;
    int stuck; /* the deepest that found no place */
    struct ledger *ledger;
    struct placement *placement;
};

/* 1 for a cluster, 2 for a year. */
static unsigned pin_parts(const struct ledger *ledger, int enterprise)
{
    const struct place_problem *problem = ledger->problem;
    unsigned parts = 0;
    int e = enterprise;
    do {
        if (problem->pin_cluster && problem->pin_cluster[e] >= 0)
            parts |= 1;
        if (problem->pin_year && problem->pin_year[e] >= 0)
            parts |= 2;
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
    return parts;
}

bool pin_is(const struct ledger *ledger, int enterprise)
{
    return pin_parts(ledger, enterprise) != 0;
}

void placement_put(struct placement *placement, struct ledger *ledger,
                   int enterprise, int cluster, int year)
{
    ledger_take(ledger, enterprise, cluster, year, 1);
    int e = enterprise;
    do {
        placement->cluster[e] = cluster;
        placement->year[e] = year;
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
}

static void take_back(struct pins *pins, int enterprise)
{
    struct placement *placement = pins->placement;
    int e = enterprise;
    ledger_take(pins->ledger, e, placement->cluster[e], placement->year[e], -1);
    do {
        placement->cluster[e] = placement->year[e] = -1;
        e = ledger_mate(pins->ledger, e);
    } while (e != enterprise);
}

static void pins_list(struct pins *pins)
{
    const struct place_problem *problem = pins->ledger->problem;
    size_t n = (size_t)problem->enterprises + 1;
    bool *seen = mem_new(n, sizeof *seen);
    pins->enterprise = mem_raw(n, sizeof(int));
    pins->released = mem_new(n, sizeof(bool));
    for (int whole = 1; whole >= 0; whole--) {
        for (int i = 0; i < problem->enterprises; i++) {
            int e = problem->order[i];
            unsigned parts = pin_parts(pins->ledger, e);
            if (seen[e] || parts == 0 || (parts == 3) != (whole == 1))
                continue;
            pins->enterprise[pins->count++] = e;
            for (int m = e; !seen[m]; m = ledger_mate(pins->ledger, m))
                seen[m] = true;
        }
        if (whole)
            pins->whole = pins->count;
    }
    free(seen);
}

static int choice_compare(const void *left, const void *right)
{
    const struct choice *a = left, *b = right;
    return choice_before(a, b) ? -1 : choice_before(b, a);
}

/* All that fits, best first. */
static struct choice *choices_list(const struct ledger *ledger, int enterprise,
                                   int *count)
{
    const struct place_problem *problem = ledger->problem;
    int years = problem->years;
    int to = problem->pin_cluster ? problem->pin_cluster[enterprise] : -1;
    int from = to < 0 ? 0 : to, end = to < 0 ? problem->clusters : to + 1;
    size_t most = (size_t)(end - from) * (size_t)years;
    struct choice *choice = mem_raw(most + 1, sizeof *choice);
    *count = 0;
    for (int c = from; c < end; c++) {
        for (int t = 0; t < years; t++) {
            if (ledger_limits(ledger, enterprise, c, t) == 0)
                choice[(*count)++] =
                    (struct choice){ c, t,
                                     ledger_price(ledger, enterprise, c, t) };
        }
    }
    qsort(choice, (size_t)*count, sizeof *choice, choice_compare);
    return choice;
}

/* Find places for the pins from number k on, trying the best first. */
static bool pins_try(struct pins *pins, int k)
{
    while (k < pins->count && pins->released[k])
        k++;
    if (k == pins->count)
        return true;
    pins->stuck = k > pins->stuck ? k : pins->stuck;
    int e = pins->enterprise[k], count;
    struct choice *choice = choices_list(pins->ledger, e, &count);
    bool placed = false;
    for (int i = 0; i < count && !placed && pins->tries < pins->most; i++) {
        pins->tries++;
        placement_put(pins->placement, pins->ledger, e, choice[i].cluster,
                      choice[i].year);
        placed = pins_try(pins, k + 1);
        if (!placed)
            take_back(pins, e);
    }
    free(choice);
    return placed;
}

/* Those pinned to cluster and year have no other choice.  Returns how many
 * found their place before one did not. */
static int wholes_put(struct pins *pins)
{
    for (int k = 0; k < pins->whole; k++) {
        if (pins->released[k])
            continue;
        int e = pins->enterprise[k], count;
        struct choice *choice = choices_list(pins->ledger, e, &count);
        if (count == 0) {
            free(choice);
            return k;
        }
        placement_put(pins->placement, pins->ledger, e, choice->cluster,
                      choice->year);
        free(choice);
    }
    return pins->whole;
}

static bool pins_keep(struct pins *pins)
{
    pins->tries = pins->stuck = 0;
    int put = wholes_put(pins);
    bool kept = put == pins->whole;
    if (kept)
        kept = pins_try(pins, pins->whole);
    else
        pins->stuck = put;
    for (int k = 0; !kept && k < put; k++) {
        if (!pins->released[k])
            take_back(pins, pins->enterprise[k]);
    }
    return kept;
}

/* Whether the pins that are not released can be kept; leaves nothing placed.
 */
static bool pins_could(struct pins *pins)
{
    bool kept = pins_keep(pins);
    for (int k = 0; kept && k < pins->count; k++) {
        if (!pins->released[k])
            take_back(pins, pins->enterprise[k]);
    }
    return kept;
}

/* One pin alone whose release is enough, tried from the one that got stuck. */
static bool release_one(struct pins *pins)
{
    int tries = pins->count < RELEASE_TRIES ? pins->count : RELEASE_TRIES;
    for (int i = 0, from = pins->stuck; i < tries; i++) {
        int k = (from + i) % pins->count;
        pins->released[k] = true;
        if (pins_could(pins))
            return true;
        pins->released[k] = false;
    }
    return false;
}

static bool release_two(struct pins *pins)
{
    long tries = 0;
    for (int a = 0; a < pins->count; a++) {
        for (int b = a + 1; b < pins->count; b++) {
            if (++tries > RELEASE_TRIES)
                return false;
            pins->released[a] = pins->released[b] = true;
            if (pins_could(pins))
                return true;
            pins->released[a] = pins->released[b] = false;
        }
    }
    return false;
}

/* Keep one after the other where the kept ones allow it, then take back every
 * release that is not needed. */
static void release_some(struct pins *pins)
{
    for (int k = 0; k < pins->count; k++)
        pins->released[k] = true;
    for (int k = 0; k < pins->count; k++) {
        pins->released[k] = false;
        if (!pins_could(pins))
            pins->released[k] = true;
    }
}

static void released_names(const struct pins *pins, char *text, size_t size)
{
    const char *const *key = pins->ledger->problem->enterprise_key;
    size_t used = 0;
    text[0] = '\0';
    for (int k = 0; k < pins->count && used + 4 < size; k++) {
        if (!pins->released[k])
            continue;
        int more = snprintf(text + used, size - used, "%s'%s'",
                            used ? ", " : "", key[pins->enterprise[k]]);
        used += more > 0 ? (size_t)more : 0;
    }
    if (used >= size)
        snprintf(text + size - 4, 4, "...");
}

/* Find out which to release, after it was found that not all can be kept. */
static bool pins_release(struct pins *pins)
{
    if (pins->tries >= PIN_TRIES)
        return false;
    pins->most = RELEASE_TRIES;
    if (!release_one(pins) && !release_two(pins))
        release_some(pins);
    return true;
}

static bool pins_fail(struct pins *pins, struct err *err)
{
    const struct place_problem *problem = pins->ledger->problem;
    int stuck = pins->enterprise[pins->stuck];
    if (!pins_release(pins))
        return err_set(err, ERR_UNSOLVED,
                       "the pins are too entangled: tried %d ways", PIN_TRIES);
    char names[400];
    released_names(pins, names, sizeof names);
    return err_set(err, ERR_UNSOLVED,
                   "the pins contradict each other or a limit: enterprise "
                   "'%s' does not fit as pinned; to release: %s",
                   problem->enterprise_key[stuck], names);
}

bool pins_place(struct ledger *ledger, struct placement *placement,
                struct err *err)
{
    struct pins pins = { .ledger = ledger,
                         .placement = placement,
                         .most = PIN_TRIES };
    pins_list(&pins);
    bool kept = pins_keep(&pins) || pins_fail(&pins, err);
    free(pins.enterprise);
    free(pins.released);
    return kept;
}

int pins_to_release(const struct place_problem *problem, bool *released)
{
    struct ledger ledger;
    struct placement placement;
    struct pins pins = { .ledger = &ledger,
                         .placement = &placement,
                         .most = PIN_TRIES };
    ledger_init(&ledger, problem);
    placement_init(&placement, problem);
    pins_list(&pins);
    int count = 0;
    if (!pins_keep(&pins))
        count = pins_release(&pins) ? 0 : -1;
    for (int e = 0; e < problem->enterprises; e++)
        released[e] = false;
    for (int k = 0; k < pins.count && count >= 0; k++) {
        released[pins.enterprise[k]] = pins.released[k];
        count += pins.released[k];
    }
    free(pins.enterprise);
    free(pins.released);
    placement_release(&placement);
    ledger_release(&ledger);
    return count;
}
