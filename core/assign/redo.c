#include "core/assign/redo.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

enum { STEPS_FIRST = 40, STEPS = 12, ALL_WAYS = 80 };

struct part {
    const struct redo *redo;
    struct rng *rng;
    bool *site; /* [site] in it */
    bool *job;  /* [job] in it */
    int sites, jobs;
};

/* A site not yet in the part, the more likely the more it falls short of
 * what it could gain: all that an assignment costs more than the bound is the
 * sum of that. */
static int draw_site(const struct part *part)
{
    const struct redo *redo = part->redo;
    int sites = redo->single->sites, last = -1;
    double all = 0, sum = 0;
    for (int i = 0; i < sites; i++)
        all += redo->deficit[i];
    double flat = 0.5 * all / sites + 1e-9;
    all = 0;
    for (int i = 0; i < sites; i++)
        all += part->site[i] || redo->rest->stall[i].count == 0
                   ? 0
                   : redo->deficit[i] + flat;
    double draw = all * rng_number(part->rng);
    for (int i = 0; i < sites; i++) {
        if (part->site[i] || redo->rest->stall[i].count == 0)
            continue;
        last = i;
        sum += redo->deficit[i] + flat;
        if (sum > draw)
            break;
    }
    return last;
}

static void draw_sites(struct part *part)
{
    int most = 2 + rng_below(part->rng, part->redo->sites - 1);
    for (; part->sites < most; part->sites++) {
        int site = draw_site(part);
        if (site < 0)
            break;
        part->site[site] = true;
    }
}

/* All jobs of the sites, or so many of them. */
static void draw_jobs(struct part *part)
{
    const struct redo *redo = part->redo;
    int n = redo->single->jobs, there = 0, left = redo->jobs;
    for (int j = 0; j < n; j++)
        there += part->site[redo->site[j]];
    for (int j = 0; j < n; j++) {
        if (!part->site[redo->site[j]])
            continue;
        if (rng_below(part->rng, there) < left) {
            part->job[j] = true;
            left--;
        }
        there--;
    }
}

/* Everyone else stays. */
static struct rest *part_rest(const struct part *part)
{
    const struct redo *redo = part->redo;
    struct rest *rest = rest_copy(redo->rest);
    for (int i = 0; i < redo->single->sites; i++) {
        struct stall *stall = &rest->stall[i];
        for (int e = 0; e < stall->count; e++) {
            int job = stall->job[e];
            if (!part->job[job] && redo->site[job] == i)
                rest_settle(rest, i, e);
            else if (!part->job[job] || !part->site[i])
                stall->cost[e] = INFINITY;
        }
    }
    if (rest_sweep(rest))
        return rest;
    rest_free(rest);
    return NULL;
}

bool redo_part(struct worker *worker, const struct redo *redo, struct rng *rng)
{
    size_t n = (size_t)redo->single->jobs, sites = (size_t)redo->single->sites;
    bool *memory = mem_new(n + sites + 1, sizeof *memory);
    struct part part = { redo, rng, memory + n, memory, 0, 0 };
    draw_sites(&part);
    draw_jobs(&part);
    struct rest *rest = part_rest(&part);
    free(memory);
    if (!rest)
        return true;
    worker->wanted = redo->wanted;
    worker->total = INFINITY;
    struct node *node = node_new(rest, redo->worth, -INFINITY);
    if (rest->unsettled > ALL_WAYS) {
        node_descend(worker, node, NULL);
        return false;
    }
    if (node_work(worker, node, STEPS_FIRST) == NODE_CLOSED) {
        node_free(node);
        return true;
    }
    static const double aims[] = { 0.05, 0.2, 0.5, 1 };
    double aim = aims[rng_below(rng, 4)];
    worker->wanted = node->bound + aim * (redo->wanted - node->bound);
    return node_search(worker, node, STEPS);
}
