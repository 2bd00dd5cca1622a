#include "core/place/reason.h"

static int count_limits(unsigned limits)
{
    int count = 0;
    for (; limits; limits &= limits - 1)
        count++;
    return count;
}

static bool reason_less(const struct place_reason *a,
                        const struct place_reason *b)
{
    int many = count_limits(a->limits), other = count_limits(b->limits);
    if (many != other)
        return many < other;
    if (a->limits == b->limits && a->land != b->land)
        return a->land < b->land;
    if (a->limits == b->limits && a->money != b->money)
        return a->money < b->money;
    return false;
}

static struct place_reason reason_in(const struct ledger *ledger,
                                     int enterprise, int cluster, int year)
{
    const struct place_problem *problem = ledger->problem;
    struct place_reason reason = { .year = year };
    reason.limits = ledger_limits(ledger, enterprise, cluster, year);
    reason.land = ledger_land_short(ledger, enterprise, cluster, year);
    reason.treatment =
        ledger_treatment_short(ledger, enterprise, cluster, year);
    reason.money = ledger_money_short(ledger, enterprise, year);
    reason.price = place_price(problem, enterprise, cluster, year);
    if (reason.limits & LIMIT_BARRED)
        reason.code =
            problem->barred[(int64_t)enterprise * problem->clusters + cluster];
    if (reason.limits & LIMIT_OUT)
        reason.code = problem->out[enterprise];
    return reason;
}

void placement_why_not(const struct placement *placement,
                       const struct place_problem *problem, int enterprise,
                       int cluster, struct place_reason *reason)
{
    struct ledger ledger;
    ledger_init(&ledger, problem);
    ledger_load(&ledger, placement, enterprise);
    *reason = reason_in(&ledger, enterprise, cluster, 0);
    for (int t = 1; t < problem->years; t++) {
        struct place_reason other = reason_in(&ledger, enterprise, cluster, t);
        if (reason_less(&other, reason))
            *reason = other;
    }
    ledger_release(&ledger);
}

static void change_offer(struct place_change *change, int cluster, int year,
                         int64_t amount)
{
    if (change->cluster < 0 || amount < change->amount ||
        (amount == change->amount && year < change->year))
        *change = (struct place_change){ cluster, year, amount };
}

static void change_learn(struct place_change change[CHANGES],
                         const struct place_reason *reason, int cluster)
{
    int year = reason->year;
    switch (reason->limits) {
    case LIMIT_LAND:
        change_offer(&change[CHANGE_LAND], cluster, year, reason->land);
        break;
    case LIMIT_WASTEWATER:
        change_offer(&change[CHANGE_TREATMENT], cluster, year,
                     reason->treatment);
        break;
    case LIMIT_BUDGET:
        change_offer(&change[CHANGE_MONEY], cluster, year, reason->money);
        break;
    case LIMIT_SHUT:
        change_offer(&change[CHANGE_SHUT], cluster, year, 0);
        break;
    case LIMIT_BARRED:
        change_offer(&change[CHANGE_BARRED], cluster, year, 0);
        break;
    default:
        break; /* nothing speaks against it, or more than one thing */
    }
}

void placement_changes(const struct placement *placement,
                       const struct place_problem *problem, int enterprise,
                       struct place_change change[CHANGES])
{
    for (int k = 0; k < CHANGES; k++)
        change[k] = (struct place_change){ -1, -1, 0 };
    struct ledger ledger;
    ledger_init(&ledger, problem);
    ledger_load(&ledger, placement, enterprise);
    for (int c = 0; c < problem->clusters; c++) {
        for (int t = 0; t < problem->years; t++) {
            struct place_reason reason = reason_in(&ledger, enterprise, c, t);
            change_learn(change, &reason, c);
        }
    }
    ledger_release(&ledger);
}
