/* Kept scenarios: forks as their lists of changes, each against its parent,
 * which is the plan or another kept scenario.
 *
 *     struct chain chain;
 *     store_chain("laocai.gpkg", "A year late", &chain, &err);
 *     chain.scenario[0]        the one whose parent is the plan
 *     fork = chain_on(&chain, plan, REBASE_REFUSE, found, &err);
 *     chain_release(&chain);
 *
 * So what is changed in a parent reaches its children, and a cell that both
 * change is a conflict, shown when the child is opened.
 */
#ifndef CORE_STORE_CHAIN_H
#define CORE_STORE_CHAIN_H

#include "core/store/store.h"

struct chain {
    int n;
    struct store_scenario *scenario; /* texts interned */
    struct changes **list;           /* of each */
};

/* A scenario and its ancestors, the plan's child first.  Fails with ERR_UNKNOWN
 * when there is none of that name, ERR_FORMAT when an ancestor is missing. */
bool store_chain(const char *path, const char *name, struct chain *chain,
                 struct err *err);

/* All that are kept, by name. */
bool store_tree(const char *path, struct chain *chain, struct err *err);

void chain_release(struct chain *chain);

/* The last scenario of the chain on top of a plan; of an empty chain a fork
 * with the name of the plan.  What cannot be applied as it is, is rebased;
 * found gets the conflicts of each link, to be released by the caller, under
 * every policy.  NULL when a link has some and the policy is REBASE_REFUSE:
 * then those behind it are not looked at. */
struct plan *chain_on(const struct chain *chain, const struct plan *plan,
                      enum rebase policy, struct conflicts found[],
                      struct err *err);

/* Throw a scenario away; refused while others have it as their parent, unless
 * all goes, they included. */
bool store_discard(const char *path, const char *name, bool all,
                   struct err *err);

/* Save the plan that a scenario has become, as store_save_over(): the scenario
 * goes, and its children become those of the plan, in one transaction. */
bool store_promote(const struct plan *plan, const char *before,
                   const char *path, const char *name, struct err *err);

#endif
