#include "core/place/optimum.h"
#include "core/base/clock.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/place/improve.h"
#include "core/place/placement.h"
#include "core/place/pool.h"
#include "core/place/relax.h"
#include "core/place/tiny.h"

/* Trials between two looks at the clock. */
enum { LOOK = 64 };

/* Choices tried where there are few enterprises; steps for prices then. */
enum { TRIED = 2000000, PRICING = 500 };

/* The parts of the time that the relaxation may take, and before it the pool
 * of all clusters. */
static const double relaxed_part = 0.5, pool_part = 0.1;

/* Good enough for the pool, whose assignment is of no use. */
static const double pool_gap = 2e-4;

struct run {
    const struct place_work *work;
    struct improve improve;
    double from, bound;
    long steps;
    double told;   /* when, in seconds */
    bool stopped;  /* by the one who watches */
    bool tiny;     /* so few that all can be tried: prices are enough */
    double offset; /* of the bound, while the relaxation is solved */
    bool says_all; /* the relaxation that is solved leaves nothing out */
    double found;  /* the total of its best assignment; else infinite */
};

static double least(const struct run *run)
{
    const struct improve *improve = &run->improve;
    return improve_excess(improve) > 0
               ? improve->best
               : fmin(improve->best, improve_total(improve));
}

/* Up to the rounding of long sums. */
static bool close_enough_to(double bound, double total)
{
    return total - bound <= 1e-9 * fabs(total);
}

static bool close_enough(const struct run *run)
{
    double total = least(run);
    return isfinite(total) &&
           (close_enough_to(run->bound, total) ||
            total - run->bound <= run->work->gap * fabs(total));
}

static void tell(struct run *run)
{
    const struct place_work *work = run->work;
    double seconds = clock_seconds() - run->from;
    if (!work->watch || seconds - run->told < 0.1)
        return;
    run->told = seconds;
    struct place_progress progress = { seconds, fmin(least(run), run->found),
                                       run->bound, run->steps };
    run->stopped = run->stopped || !work->watch(work->data, &progress);
}

/* Whether to stop. */
static bool look(struct run *run)
{
    const struct place_work *work = run->work;
    tell(run);
    return run->stopped || close_enough(run) ||
           (work->steps > 0 && run->steps >= work->steps) ||
           (work->seconds > 0 && clock_seconds() - run->from >= work->seconds);
}

/* How far the work is, from 0 to 1. */
static double share(const struct run *run)
{
    const struct place_work *work = run->work;
    if (work->steps > 0)
        return (double)run->steps / (double)work->steps;
    return work->seconds > 0 ? (clock_seconds() - run->from) / work->seconds
                             : 0.5;
}

/* So many trials, and limits of terms are pressed now and then. */
static void look_on(struct improve *improve, double heat)
{
    int every = improve->leads / 4 < 8 ? 8 : LOOK;
    for (int i = 1; i <= LOOK; i++) {
        improve_try(improve, heat);
        if (improve->limits == 0 || i % every != 0)
            continue;
        improve_keep(improve);
        improve_press(improve);
    }
}

/* Begin hot enough to leave a local best, end cold. */
static void search_on(struct run *run)
{
    struct improve *improve = &run->improve;
    double first = 0.1 * fabs(improve->total) / (improve->leads + 1);
    while (!look(run)) {
        double heat = fmax(first * pow(1e-3, share(run)), 1e-12);
        look_on(improve, heat);
        run->steps += LOOK;
    }
    improve_keep(improve);
}

/* The best; where none keeps the limits of terms, what stands, which says by
 * how much it does not. */
static void adopt(struct placement *placement, const struct improve *improve)
{
    bool some = isfinite(improve->best);
    for (int e = 0; e < placement->enterprises; e++) {
        placement->cluster[e] =
            some ? improve->best_cluster[e] : improve->cluster[e];
        placement->year[e] = some ? improve->best_year[e] : improve->year[e];
    }
}

/* Go where it is said, as far as limits allow; and back when that is worse.
 */
static void offer(struct run *run, const int *cluster, const int *year)
{
    struct improve *improve = &run->improve;
    size_t size = (size_t)improve->ledger.problem->enterprises * sizeof(int);
    int *old_cluster = mem_raw(size + 1, 1), *old_year = mem_raw(size + 1, 1);
    memcpy(old_cluster, improve->cluster, size);
    memcpy(old_year, improve->year, size);
    double excess = improve_excess(improve), total = improve->total;
    improve_start(improve, cluster, year);
    double now = improve_excess(improve);
    if (now > excess || (now == excess && improve->total > total))
        improve_start(improve, old_cluster, old_year);
    free(old_cluster);
    free(old_year);
}

/* The earlier placement to begin with; NULL when there is none of this size. */
static const struct placement *earlier(const struct place_work *work,
                                       const struct place_problem *problem)
{
    const struct placement *from = work->from;
    return from && from->enterprises == problem->enterprises ? from : NULL;
}

/* From an earlier placement; where there is none, from strict order and from
 * the plan in force, and the better of both goes on.  Returns whether the pins
 * could be kept. */
static bool start(struct run *run, struct placement *placement,
                  const struct place_problem *problem, struct err *err)
{
    struct improve *improve = &run->improve;
    const struct placement *from = earlier(run->work, problem);
    if (from) {
        placement_init(placement, problem);
        if (improve_start(improve, from->cluster, from->year))
            return true;
        placement_release(placement);
    }
    /* In order, even if only to say what is wrong with the pins. */
    if (!place_in_order(placement, problem, err))
        return false;
    improve_start(improve, placement->cluster, placement->year);
    if (problem->current_cluster && problem->current_year)
        offer(run, problem->current_cluster, problem->current_year);
    return true;
}

static void learn_bound(struct run *run, double constant, double bound)
{
    /* Sums of floating numbers may be a little off. */
    double slack = 1e-10 * (fabs(constant) + fabs(bound));
    run->bound = fmax(run->bound, constant + bound - slack);
}

static bool watch_relaxed(void *data, const struct assign_progress *progress)
{
    struct run *run = data;
    learn_bound(run, run->offset, progress->bound);
    if (run->says_all && isfinite(progress->total))
        run->found = fmin(run->found, run->offset + progress->total);
    tell(run);
    return !run->stopped && !close_enough(run);
}

/* Go where the assignment says. */
static void follow(struct run *run, const struct relaxed *relaxed,
                   const struct assignment *assignment)
{
    size_t n = (size_t)run->improve.ledger.problem->enterprises;
    int *cluster = mem_raw(n + 1, sizeof *cluster);
    int *year = mem_raw(n + 1, sizeof *year);
    for (size_t e = 0; e < n; e++)
        cluster[e] = year[e] = -1;
    for (int j = 0; j < assignment->jobs; j++) {
        cluster[relaxed->lead[j]] = assignment->site[j];
        year[relaxed->lead[j]] = assignment->year[j];
    }
    offer(run, cluster, year);
    free(cluster);
    free(year);
}

/* What the proof says and what the next search begins with. */
static void keep_proof(struct placement *placement,
                       const struct relaxed *relaxed,
                       const struct assignment *assignment, int resources)
{
    placement_forget(placement);
    placement->proof = mem_raw(1, sizeof *placement->proof);
    *placement->proof = *assignment;
    for (int r = 0; r < resources; r++)
        placement->worth[r] = relaxed_worth(relaxed, assignment, r);
}

static struct assign_work work_of(struct run *run, double part)
{
    const struct place_work *work = run->work;
    return (struct assign_work){
        .seconds = work->seconds * part,
        .steps = run->tiny ? PRICING : work->steps,
        .threads = work->threads,
        .seed = work->seed,
        .gap = work->gap,
        .watch = watch_relaxed,
        .data = run,
    };
}

/* All clusters as one first, whose prices are a good beginning. */
static bool solve_pool(struct run *run, const struct relaxed *relaxed,
                       struct assignment *seed)
{
    struct pool pool;
    struct assignment pooled;
    struct err err;
    struct assign_work work = work_of(run, pool_part);
    work.gap = fmax(work.gap, pool_gap);
    pool_init(&pool, relaxed);
    bool solved = assign_check(&pool.problem, &err) &&
                  assign_solve(&pooled, &pool.problem, &work, &err);
    if (solved) {
        learn_bound(run, relaxed->constant, pooled.bound);
        pool_seed(&pooled, relaxed, seed);
        assignment_release(&pooled);
    }
    pool_release(&pool);
    return solved;
}

static void solve_whole(struct run *run, const struct relaxed *relaxed,
                        struct placement *placement,
                        const struct place_problem *problem)
{
    const struct placement *from = run->work->from;
    struct assignment assignment, seed = { 0 };
    struct assign_work work = work_of(run, relaxed_part);
    struct err err;
    if (from && from->proof)
        work.from = from->proof;
    else if (solve_pool(run, relaxed, &seed))
        work.from = &seed;
    if (work.from == &seed && close_enough(run)) {
        keep_proof(placement, relaxed, &seed, problem->resources);
        return;
    }
    run->says_all = relaxed_says_all(problem);
    if (assign_solve(&assignment, &relaxed->problem, &work, &err)) {
        learn_bound(run, relaxed->constant, assignment.bound);
        follow(run, relaxed, &assignment);
        keep_proof(placement, relaxed, &assignment, problem->resources);
    }
    run->says_all = false;
    run->found = INFINITY;
    assignment_release(&seed);
}

static void solve_relaxed(struct run *run, struct placement *placement,
                          const struct place_problem *problem)
{
    struct relaxed relaxed;
    struct ledger ledger;
    struct err err;
    ledger_init(&ledger, problem);
    bool some = relaxed_init(&relaxed, &ledger);
    ledger_release(&ledger);
    if (!some)
        return;
    run->offset = relaxed.constant;
    if (assign_check(&relaxed.problem, &err))
        solve_whole(run, &relaxed, placement, problem);
    relaxed_release(&relaxed);
}

static bool looked(void *data)
{
    return look(data);
}

/* Where there are few, prices first, then all are tried: what that finds is
 * the best.  Returns whether it has come to an end. */
static bool try_all(struct run *run, struct placement *placement,
                    const struct place_problem *problem)
{
    struct improve *improve = &run->improve;
    run->tiny = tiny_is(problem);
    if (!run->tiny)
        return false;
    solve_relaxed(run, placement, problem);
    run->tiny = false;
    const struct tiny_work how = { placement->worth, TRIED, looked, run };
    bool all = tiny_place(problem, &how, improve->best_cluster,
                          improve->best_year, &improve->best);
    if (all && isfinite(improve->best))
        run->bound = fmax(run->bound, improve->best);
    return all;
}

/* What each costs alone, unless a proof is at hand, which says more. */
static double first_bound(struct run *run)
{
    const struct placement *from = run->work->from;
    return from && from->proof ? -INFINITY : improve_bound(&run->improve);
}

static void search_all(struct run *run, struct placement *placement,
                       const struct place_problem *problem)
{
    if (look(run) || try_all(run, placement, problem))
        return;
    if (!look(run))
        solve_relaxed(run, placement, problem);
    search_on(run);
}

bool place_best(struct placement *placement,
                const struct place_problem *problem,
                const struct place_work *work, struct err *err)
{
    struct run run = { .work = work,
                       .from = clock_seconds(),
                       .found = INFINITY };
    *placement = (struct placement){ 0 };
    if (!place_check(problem, err))
        return false;
    improve_init(&run.improve, problem, work->seed);
    run.bound = first_bound(&run);
    bool kept = start(&run, placement, problem, err);
    if (kept) {
        search_all(&run, placement, problem);
        adopt(placement, &run.improve);
    }
    improve_release(&run.improve);
    if (!kept)
        return false;
    if (!placement_check(placement, problem, err)) {
        placement_release(placement);
        return false;
    }
    placement_value(placement, problem);
    placement->bound = close_enough_to(run.bound, placement->total)
                           ? placement->total
                           : run.bound;
    return true;
}
