/* Strict order. */
#include "core/base/mem.h"
#include "core/place/choice.h"
#include "core/place/pins.h"
#include "core/place/placement.h"

static void place_rest(struct ledger *ledger, struct placement *placement)
{
    const struct place_problem *problem = ledger->problem;
    struct search search;
    struct choice choice;
    search_init(&search, ledger);
    for (int i = 0; i < problem->enterprises; i++) {
        int e = problem->order[i];
        if (placement->cluster[e] < 0 && search_best(&search, e, &choice))
            placement_put(placement, ledger, e, choice.cluster, choice.year);
    }
    search_release(&search);
}

bool place_in_order(struct placement *placement,
                    const struct place_problem *problem, struct err *err)
{
    *placement = (struct placement){ 0 };
    if (!place_check(problem, err))
        return false;
    placement_init(placement, problem);
    struct ledger ledger;
    ledger_init(&ledger, problem);
    bool kept = pins_place(&ledger, placement, err);
    if (kept)
        place_rest(&ledger, placement);
    ledger_release(&ledger);
    if (!kept)
        placement_release(placement);
    return kept;
}

bool place_strict(struct placement *placement,
                  const struct place_problem *problem, struct err *err)
{
    if (!place_in_order(placement, problem, err))
        return false;
    if (!placement_check(placement, problem, err)) {
        placement_release(placement);
        return false;
    }
    placement_value(placement, problem);
    return true;
}
