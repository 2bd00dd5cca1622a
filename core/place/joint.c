#include "core/place/joint.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/assign.h"
#include "core/base/mem.h"
#include "core/place/ledger.h"
#include "core/place/relax.h"

/* What all together need of a resource: more room than that is none. */
static double all_needs(const struct assign_problem *problem, int own)
{
    double sum = 0;
    for (int j = 0; j < problem->jobs; j++)
        sum += problem->need[j * problem->resources + own];
    return sum;
}

static double capped(int64_t amount, double most)
{
    return amount == PLACE_NO_LIMIT ? most
                                    : fmin(most, fmax(0, (double)amount));
}

/* The room of one resource: of what there is without phases, which is a first
 * phase that costs nothing, and of each phase what it adds. */
static void room_add(struct assign_phases *to, const struct relaxed *relaxed,
                     const struct place_problem *problem,
                     const struct place_phases *from, int resource)
{
    int own = relaxed->own[resource], R = relaxed->problem.resources;
    double most = all_needs(&relaxed->problem, own);
    for (int c = 0; c < problem->clusters; c++) {
        int at = to->start[c];
        double had =
            capped(from->base[c * problem->resources + resource], most);
        to->room[at * R + own] = had;
        for (int p = from->start[c]; p < from->start[c + 1]; p++) {
            double now =
                capped(from->room[p * problem->resources + resource], most);
            to->room[++at * R + own] = fmax(0, now - had);
            had = fmax(had, now);
        }
    }
}

static void phases_make(struct relaxed *relaxed,
                        const struct place_problem *problem,
                        const struct place_phases *from)
{
    int clusters = problem->clusters, count = from->start[clusters] + clusters;
    size_t n = (size_t)count + 1, R = (size_t)relaxed->problem.resources;
    struct assign_phases *to = &relaxed->problem.phases;
    to->start = mem_raw((size_t)clusters + 1, sizeof(int));
    to->earliest = mem_new(n, sizeof(int));
    to->cost = mem_new(n, sizeof(double));
    to->room = mem_new(n * R, sizeof(double));
    for (int c = 0; c <= clusters; c++)
        to->start[c] = from->start[c] + c;
    for (int c = 0; c < clusters; c++) {
        for (int p = from->start[c]; p < from->start[c + 1]; p++) {
            to->earliest[p + c + 1] = from->earliest[p];
            to->cost[p + c + 1] = from->cost[p];
        }
    }
    if (from->capital) {
        to->capital = mem_raw((size_t)problem->years, sizeof(double));
        memcpy(to->capital, from->capital,
               (size_t)problem->years * sizeof(double));
    }
    for (int r = 0; r < problem->resources; r++) {
        if (relaxed->own[r] >= 0)
            room_add(to, relaxed, problem, from, r);
    }
    assign_room(&relaxed->problem, to->earliest, relaxed->problem.room);
}

static void phases_free(struct assign_phases *phases)
{
    free(phases->start);
    free(phases->earliest);
    free(phases->cost);
    free(phases->room);
    free(phases->capital);
}

struct told {
    const struct place_work *work;
    double constant;
};

static bool watch(void *data, const struct assign_progress *progress)
{
    const struct told *told = data;
    const struct place_progress mine = { progress->seconds,
                                         told->constant + progress->total,
                                         told->constant + progress->bound,
                                         progress->steps };
    return !told->work->watch || told->work->watch(told->work->data, &mine);
}

static void adopt(struct place_joint *joint, const struct relaxed *relaxed,
                  const struct place_phases *phases,
                  const struct assignment *assignment)
{
    int clusters = relaxed->problem.sites;
    double bound = relaxed->constant + assignment->bound;
    /* Sums of floating numbers may be a little off. */
    bound -= 1e-10 * (fabs(relaxed->constant) + fabs(assignment->bound));
    joint->total = relaxed->constant + assignment->total;
    joint->bound = fmin(bound, joint->total);
    joint->serves = mem_raw((size_t)phases->start[clusters] + 1, sizeof(int));
    for (int c = 0; c < clusters; c++) {
        for (int p = phases->start[c]; p < phases->start[c + 1]; p++)
            joint->serves[p] = assignment->opens[p + c + 1];
    }
}

static bool solve(struct place_joint *joint, struct relaxed *relaxed,
                  const struct place_phases *phases,
                  const struct place_work *work, struct err *err)
{
    struct told told = { work, relaxed->constant };
    const struct assign_work how = { .seconds = work->seconds,
                                     .steps = work->steps,
                                     .threads = work->threads,
                                     .seed = work->seed,
                                     .gap = work->gap,
                                     .joint = true,
                                     .watch = watch,
                                     .data = &told };
    struct assignment assignment;
    if (!assign_solve(&assignment, &relaxed->problem, &how, err))
        return false;
    adopt(joint, relaxed, phases, &assignment);
    assignment_release(&assignment);
    return true;
}

bool place_joint(struct place_joint *joint, const struct place_problem *problem,
                 const struct place_phases *phases,
                 const struct place_work *work, struct err *err)
{
    struct relaxed relaxed;
    struct ledger ledger;
    *joint = (struct place_joint){ 0 };
    if (!place_check(problem, err))
        return false;
    ledger_init(&ledger, problem);
    bool some = relaxed_init(&relaxed, &ledger);
    ledger_release(&ledger);
    if (!some)
        return err_set(err, ERR_RANGE,
                       "there is nobody to place, no cluster, "
                       "or too many years");
    phases_make(&relaxed, problem, phases);
    bool solved = solve(joint, &relaxed, phases, work, err);
    phases_free(&relaxed.problem.phases);
    relaxed_release(&relaxed);
    return solved;
}

void place_joint_release(struct place_joint *joint)
{
    free(joint->serves);
    *joint = (struct place_joint){ 0 };
}
