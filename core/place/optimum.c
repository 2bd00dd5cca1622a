#include "core/place/optimum.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "core/base/mem.h"
#include "core/place/improve.h"
#include "core/place/placement.h"
#include "core/place/relax.h"

/* Trials between two looks at the clock. */
enum { LOOK = 64 };

/* The part of the time that the relaxation may take. */
static const double relaxed_share = 0.6;

struct run {
    const struct place_work *work;
    struct improve improve;
    double from, bound;
    long steps;
    double told;   /* when, in seconds */
    bool stopped;  /* by the one who watches */
    double offset; /* of the bound, while the relaxation is solved */
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double least(const struct run *run)
{
    return fmin(run->improve.best, run->improve.total);
}

/* Up to the rounding of long sums. */
static bool close_enough_to(double bound, double total)
{
    return total - bound <= 1e-9 * fabs(total);
}

static bool close_enough(const struct run *run)
{
    return close_enough_to(run->bound, least(run)) ||
           least(run) - run->bound <= run->work->gap * fabs(least(run));
}

static void tell(struct run *run)
{
    const struct place_work *work = run->work;
    double seconds = now() - run->from;
    if (!work->watch || seconds - run->told < 0.1)
        return;
    run->told = seconds;
    struct place_progress progress = { seconds, least(run), run->bound,
                                       run->steps };
    run->stopped = run->stopped || !work->watch(work->data, &progress);
}

/* Whether to stop. */
static bool look(struct run *run)
{
    const struct place_work *work = run->work;
    tell(run);
    return run->stopped || close_enough(run) ||
           (work->steps > 0 && run->steps >= work->steps) ||
           (work->seconds > 0 && now() - run->from >= work->seconds);
}

/* How far the work is, from 0 to 1. */
static double share(const struct run *run)
{
    const struct place_work *work = run->work;
    if (work->steps > 0)
        return (double)run->steps / (double)work->steps;
    return work->seconds > 0 ? (now() - run->from) / work->seconds : 0.5;
}

/* Begin hot enough to leave a local best, end cold. */
static void search_on(struct run *run)
{
    struct improve *improve = &run->improve;
    double first = 0.1 * fabs(improve->total) / (improve->leads + 1);
    while (!look(run)) {
        double heat = fmax(first * pow(1e-3, share(run)), 1e-12);
        for (int i = 0; i < LOOK; i++)
            improve_try(improve, heat);
        run->steps += LOOK;
    }
    improve_keep(improve);
}

static void adopt(struct placement *placement, const struct improve *improve)
{
    for (int e = 0; e < placement->enterprises; e++) {
        placement->cluster[e] = improve->best_cluster[e];
        placement->year[e] = improve->best_year[e];
    }
}

/* From strict order, and from the plan in force where there is one; the
 * better of both goes on. */
static bool start(struct run *run, const struct placement *strict,
                  const struct place_problem *problem)
{
    struct improve *improve = &run->improve;
    run->bound = improve_bound(improve);
    bool kept = true;
    if (problem->current_cluster && problem->current_year)
        kept = improve_start(improve, problem->current_cluster,
                             problem->current_year);
    double other = improve->best;
    kept = kept && improve_start(improve, strict->cluster, strict->year);
    if (kept && improve->best == other && other < improve->total)
        kept = improve_start(improve, problem->current_cluster,
                             problem->current_year);
    return kept;
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
    tell(run);
    return !run->stopped && !close_enough(run);
}

/* Go where the assignment says, as far as the limits allow; and back when that
 * is not better. */
static void follow(struct run *run, const struct relaxed *relaxed,
                   const struct assignment *assignment)
{
    struct improve *improve = &run->improve;
    size_t n = (size_t)improve->ledger.problem->enterprises;
    int *cluster = mem_raw(n + 1, sizeof *cluster);
    int *year = mem_raw(n + 1, sizeof *year);
    for (size_t e = 0; e < n; e++)
        cluster[e] = year[e] = -1;
    for (int j = 0; j < assignment->jobs; j++) {
        cluster[relaxed->lead[j]] = assignment->site[j];
        year[relaxed->lead[j]] = assignment->year[j];
    }
    double before = improve->best;
    improve_start(improve, cluster, year);
    if (improve->best >= before)
        improve_start(improve, improve->best_cluster, improve->best_year);
    free(cluster);
    free(year);
}

static void solve_relaxed(struct run *run, const struct place_problem *problem)
{
    const struct place_work *work = run->work;
    struct relaxed relaxed;
    struct assignment assignment;
    struct ledger ledger;
    struct err err;
    ledger_init(&ledger, problem);
    bool some = relaxed_init(&relaxed, &ledger);
    ledger_release(&ledger);
    if (!some)
        return;
    run->offset = relaxed.constant;
    const struct assign_work share = {
        .seconds = work->seconds * relaxed_share,
        .steps = work->steps,
        .threads = work->threads,
        .seed = work->seed,
        .gap = work->gap,
        .watch = watch_relaxed,
        .data = run,
    };
    if (assign_check(&relaxed.problem, &err) &&
        assign_solve(&assignment, &relaxed.problem, &share, &err)) {
        learn_bound(run, relaxed.constant, assignment.bound);
        follow(run, &relaxed, &assignment);
        assignment_release(&assignment);
    }
    relaxed_release(&relaxed);
}

bool place_best(struct placement *placement,
                const struct place_problem *problem,
                const struct place_work *work, struct err *err)
{
    struct run run = { .work = work, .from = now() };
    if (!place_strict(placement, problem, err))
        return false;
    improve_init(&run.improve, problem, work->seed);
    bool kept = start(&run, placement, problem);
    if (kept) {
        if (!look(&run))
            solve_relaxed(&run, problem);
        search_on(&run);
        adopt(placement, &run.improve);
    }
    improve_release(&run.improve);
    if (!placement_check(placement, problem, err)) {
        placement_release(placement);
        return false;
    }
    placement_value(placement, problem);
    placement->bound = kept && close_enough_to(run.bound, placement->total)
                           ? placement->total
                           : run.bound;
    return true;
}
