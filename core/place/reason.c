#include "core/place/reason.h"

#include "core/place/choice.h"

static int count_limits(unsigned limits)
{
    int count = 0;
    for (; limits; limits &= limits - 1)
        count++;
    return count;
}

/* Fewer limits; with the same limits, less missing. */
static bool reason_less(const struct place_reason *a,
                        const struct place_reason *b)
{
    int many = count_limits(a->limits), other = count_limits(b->limits);
    if (many != other || a->limits != b->limits)
        return many < other;
    for (int r = 0; r < PLACE_RESOURCES; r++) {
        if (a->missing[r] != b->missing[r])
            return a->missing[r] < b->missing[r];
    }
    return false;
}

/* The first code of those who move together. */
static unsigned char code_of(const struct ledger *ledger, int enterprise,
                             int cluster, unsigned limits)
{
    const struct place_problem *problem = ledger->problem;
    unsigned char code = 0;
    int e = enterprise;
    do {
        if (limits & LIMIT_OUT)
            code = problem->out[e];
        else if (limits & LIMIT_BARRED)
            code = problem->barred[(int64_t)e * problem->clusters + cluster];
        e = ledger_mate(ledger, e);
    } while (e != enterprise && code == 0);
    return code;
}

static struct place_reason reason_in(const struct ledger *ledger,
                                     int enterprise, int cluster, int year)
{
    struct place_reason reason = { .year = year };
    reason.limits = ledger_limits(ledger, enterprise, cluster, year);
    for (int r = 0; r < ledger->problem->resources; r++)
        reason.missing[r] = ledger_short(ledger, r, enterprise, cluster, year);
    reason.price = ledger_price(ledger, enterprise, cluster, year);
    if (reason.limits & (LIMIT_OUT | LIMIT_BARRED))
        reason.code = code_of(ledger, enterprise, cluster, reason.limits);
    return reason;
}

/* Take it out of the ledger, sign -1, or put it back. */
static void shift(struct ledger *ledger, const struct placement *placement,
                  int enterprise, int sign)
{
    if (placement->cluster[enterprise] >= 0)
        ledger_take(ledger, enterprise, placement->cluster[enterprise],
                    placement->year[enterprise], sign);
}

void reason_why_not(struct ledger *ledger, const struct placement *placement,
                    int enterprise, int cluster, struct place_reason *reason)
{
    shift(ledger, placement, enterprise, -1);
    *reason = reason_in(ledger, enterprise, cluster, 0);
    for (int t = 1; t < ledger->problem->years; t++) {
        struct place_reason other = reason_in(ledger, enterprise, cluster, t);
        if (reason_less(&other, reason))
            *reason = other;
    }
    shift(ledger, placement, enterprise, 1);
}

void reason_at(struct ledger *ledger, const struct placement *placement,
               int enterprise, int cluster, int year,
               struct place_reason *reason)
{
    shift(ledger, placement, enterprise, -1);
    *reason = reason_in(ledger, enterprise, cluster, year);
    shift(ledger, placement, enterprise, 1);
}

void reason_wish(const struct ledger *ledger, int enterprise,
                 struct place_wish *wish)
{
    const struct place_problem *problem = ledger->problem;
    struct choice best = { -1, -1, 0 };
    for (int c = 0; c < problem->clusters; c++) {
        for (int t = 0; t < problem->years; t++) {
            if (ledger_limits_alone(ledger, enterprise, c, t) != 0)
                continue;
            struct choice choice = { c, t,
                                     ledger_price(ledger, enterprise, c, t) };
            if (best.cluster < 0 || choice_before(&choice, &best))
                best = choice;
        }
    }
    *wish = (struct place_wish){ best.cluster, best.year, best.price };
}

static void change_offer(struct place_change *change, int cluster, int year,
                         int64_t amount)
{
    if (change->cluster < 0 || amount < change->amount ||
        (amount == change->amount && year < change->year))
        *change = (struct place_change){ cluster, year, amount };
}

/* The latest of the first years of those who move together. */
static int earliest_of(const struct ledger *ledger, int enterprise)
{
    const struct place_problem *problem = ledger->problem;
    int year = 0, e = enterprise;
    do {
        if (problem->earliest && problem->earliest[e] > year)
            year = problem->earliest[e];
        e = ledger_mate(ledger, e);
    } while (e != enterprise);
    return year;
}

static void change_learn(struct place_change change[CHANGES],
                         const struct ledger *ledger, int enterprise,
                         int cluster, int year)
{
    unsigned limits = ledger_limits(ledger, enterprise, cluster, year);
    if (limits == 0 || (limits & (limits - 1)) != 0)
        return; /* nothing speaks against it, or more than one thing */
    if (limits == LIMIT_SHUT)
        change_offer(&change[CHANGE_SHUT], cluster, year, 0);
    if (limits == LIMIT_BARRED)
        change_offer(&change[CHANGE_BARRED], cluster, year, 0);
    if (limits == LIMIT_APART)
        change_offer(&change[CHANGE_APART], cluster, year, 0);
    if (limits == LIMIT_EARLY)
        change_offer(&change[CHANGE_EARLY], cluster, year,
                     earliest_of(ledger, enterprise) - year);
    for (int r = 0; r < ledger->problem->resources; r++) {
        if (limits == (unsigned)LIMIT_RESOURCE << r)
            change_offer(&change[r], cluster, year,
                         ledger_short(ledger, r, enterprise, cluster, year));
    }
}

void reason_changes(struct ledger *ledger, const struct placement *placement,
                    int enterprise, struct place_change change[CHANGES])
{
    for (int k = 0; k < CHANGES; k++)
        change[k] = (struct place_change){ -1, -1, 0 };
    shift(ledger, placement, enterprise, -1);
    for (int c = 0; c < ledger->problem->clusters; c++) {
        for (int t = 0; t < ledger->problem->years; t++)
            change_learn(change, ledger, enterprise, c, t);
    }
    shift(ledger, placement, enterprise, 1);
}

void reason_other(struct ledger *ledger, const struct placement *placement,
                  int enterprise, struct place_other *other)
{
    int cluster = placement->cluster[enterprise];
    int year = placement->year[enterprise];
    struct search search;
    struct choice choice;
    *other = (struct place_other){ -1, -1, 0 };
    shift(ledger, placement, enterprise, -1);
    search_init(&search, ledger);
    if (search_elsewhere(&search, enterprise, cluster, &choice)) {
        double here = ledger_price(ledger, enterprise, cluster, year);
        *other = (struct place_other){ choice.cluster, choice.year,
                                       choice.price - here };
    }
    shift(ledger, placement, enterprise, 1);
    search_release(&search);
}
