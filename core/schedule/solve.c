/* The course of the work: prices, a first schedule, better ones, the proof. */
#include <stdlib.h>
#include <string.h>

#include "core/base/clock.h"
#include "core/base/mem.h"
#include "core/base/task.h"
#include "core/schedule/branch.h"
#include "core/schedule/result.h"
#include "core/schedule/whole.h"

enum {
    ROOT_PASSES = 600,
    FIRST_CHOICES = 40,  /* of a part, at first */
    MENU_CHOICES = 4000, /* in all */
    PART_CHOICES = 400,
    FIRST_TRIES = 3000000,
    SHAKE_TRIES = 60000,
    SHAKES = 4,      /* at once */
    LARGE = 600,     /* phases; above, dividing seldom pays */
    WHOLE_ROUND = 1, /* when money is kept whole, if not done before */
    WHOLE_PASSES = 4000
};

struct solve {
    const struct model *model;
    const struct schedule_work *work;
    double begun;
    struct dual dual;
    struct dual worker[TASK_THREADS];
    struct branch branch;
    struct seek shaker[SHAKES];
    double loss; /* the menus of the shakers list; 0: there are none */
    long rounds, steps;
    int threads;
    bool stopped;
};

/* May be asked on any thread. */
static bool time_is_over(void *data)
{
    const struct solve *solve = data;
    return solve->work->seconds > 0 &&
           clock_seconds() - solve->begun >= solve->work->seconds;
}

static bool is_over(void *data)
{
    struct solve *solve = data;
    const struct schedule_work *work = solve->work;
    double seconds = clock_seconds() - solve->begun;
    if (time_is_over(solve))
        return true;
    if (work->watch && !solve->stopped) {
        double bound = solve->branch.model ? branch_bound(&solve->branch)
                                           : solve->dual.bound;
        struct schedule_progress progress = {
            .seconds = seconds,
            .total = solve->branch.model ? solve->branch.total : -INFINITY,
            .bound = bound,
            .steps = solve->steps,
        };
        solve->stopped = !work->watch(work->data, &progress);
    }
    return solve->stopped;
}

static bool is_good_enough(const struct solve *solve)
{
    const struct branch *branch = &solve->branch;
    double gap = branch_bound(branch) - branch->total;
    if (branch->total == -INFINITY)
        return false;
    return solve->work->gap == INFINITY ||
           gap <= solve->work->gap * fabs(branch->total);
}

/* A schedule from where the prices lead. */
static void first_schedule(struct solve *solve, const int *year)
{
    const struct model *model = solve->model;
    struct seek seek;
    double loss = 0.01 * fabs(solve->dual.bound) + model->value_unit;
    for (int tries = 0; tries < 4; tries++, loss *= 8) {
        seek_init(&seek, model, &solve->dual, model->years_of, loss,
                  FIRST_CHOICES << 2 * tries);
        seek.over = time_is_over;
        seek.data = solve;
        seek_set(&seek, year);
        bool good = seek_repair(&seek);
        if (good)
            branch_offer(&solve->branch, seek.state.year,
                         state_total(&seek.state));
        seek_release(&seek);
        if (good)
            break;
    }
}

/* Nothing new where nothing has to be. */
static void offer_nothing(struct solve *solve)
{
    struct state state;
    state_init(&state, solve->model);
    bool may = state_broken(&state) <= 0;
    for (int p = 0; p < solve->model->phases; p++)
        may = may && model_may(solve->model, p, solve->model->years);
    if (may)
        branch_offer(&solve->branch, state.year, 0);
    state_release(&state);
}

static void shakers_release(struct solve *solve)
{
    for (int i = 0; i < SHAKES && solve->loss > 0; i++)
        seek_release(&solve->shaker[i]);
    solve->loss = 0;
}

/* Menus of what something better may do, short enough to go through. */
static void shakers_make(struct solve *solve)
{
    const struct model *model = solve->model;
    double loss = solve->branch.total > -INFINITY
                      ? branch_bound(&solve->branch) - solve->branch.total
                      : 0.01 * fabs(solve->dual.bound);
    loss = loss > 0 ? loss : 1e-9;
    shakers_release(solve);
    for (;; loss /= 1.5) {
        seek_init(&solve->shaker[0], model, &solve->dual, model->years_of, loss,
                  PART_CHOICES);
        int most = model->parts * 3 / 2;
        most = most > MENU_CHOICES ? most : MENU_CHOICES;
        if (solve->shaker[0].menu.choices <= most)
            break;
        seek_release(&solve->shaker[0]);
    }
    for (int i = 1; i < SHAKES; i++)
        seek_init(&solve->shaker[i], model, &solve->dual, model->years_of, loss,
                  PART_CHOICES);
    for (int i = 0; i < SHAKES; i++) {
        solve->shaker[i].over = time_is_over;
        solve->shaker[i].data = solve;
    }
    solve->loss = loss;
}

static void shake(void *data, long number, int thread)
{
    struct solve *solve = data;
    struct seek *seek = &solve->shaker[number];
    struct rng rng =
        rng_new(solve->work->seed, (uint64_t)solve->rounds, (uint32_t)number);
    bool first = solve->rounds == 0;
    (void)thread;
    seek_set(seek, solve->branch.year);
    if (!first || number > 0)
        seek_shake(seek, &rng, 2 + rng_below(&rng, 3));
    if (seek_repair(seek))
        seek_climb(seek, first ? FIRST_TRIES : SHAKE_TRIES, &rng);
}

/* Several new starts at once, from the best. */
static void shake_all(struct solve *solve)
{
    double gap = branch_bound(&solve->branch) - solve->branch.total;
    if (solve->loss == 0 || gap < 0.6 * solve->loss)
        shakers_make(solve);
    task_run(solve->threads, SHAKES, shake, solve);
    for (int i = 0; i < SHAKES; i++) {
        struct state *state = &solve->shaker[i].state;
        if (state_broken(state) <= 0)
            branch_offer(&solve->branch, state->year, state_total(state));
    }
    solve->steps += SHAKES;
}

/* Most of the time that is left may go into the money kept whole. */
static bool whole_over(void *data)
{
    const struct solve *solve = data;
    double limit = solve->work->seconds;
    return is_over(data) ||
           (limit > 0 && clock_seconds() - solve->begun > 0.9 * limit);
}

static double attempt(void *data, const int *year)
{
    struct solve *solve = data;
    struct seek *seek = &solve->shaker[0];
    seek_set(seek, year);
    if (seek_repair(seek)) {
        seek_climb(seek, SHAKE_TRIES, NULL);
        branch_offer(&solve->branch, seek->state.year,
                     state_total(&seek->state));
    }
    return solve->branch.total;
}

/* Once the easy ways have not closed the gap. */
static void keep_money_whole(struct solve *solve)
{
    struct whole whole;
    struct whole_work how = { .known = solve->branch.total,
                              .passes = WHOLE_PASSES,
                              .threads = solve->threads,
                              .over = whole_over,
                              .attempt = attempt,
                              .best = solve->branch.year,
                              .data = solve };
    long steps = solve->work->steps;
    if (solve->loss == 0)
        return; /* there is no schedule to begin with */
    if (steps > 0 && steps / 4 < how.passes)
        how.passes = steps / 4;
    price_clusters(&solve->dual.price, solve->dual.best_at,
                   solve->model->years_of);
    if (!whole_run(&whole, solve->model, &solve->dual, &how))
        return;
    branch_narrow(&solve->branch, whole.bound, whole.years_of);
    solve->steps += whole.passes;
    shakers_release(solve);
    whole_release(&whole);
}

static void work_on(struct solve *solve)
{
    const struct schedule_work *work = solve->work;
    struct branch *branch = &solve->branch;
    for (; !is_over(solve) && !is_good_enough(solve); solve->rounds++) {
        if (work->steps > 0 && solve->steps >= work->steps)
            break;
        if (branch->total > -INFINITY)
            shake_all(solve);
        if (is_over(solve))
            break;
        if (solve->rounds == WHOLE_ROUND)
            keep_money_whole(solve);
        if (solve->model->phases > LARGE && solve->rounds % 16 != 8 &&
            branch->total > -INFINITY)
            continue;
        int done = branch_round(branch, solve->worker, solve->threads);
        solve->steps += done;
        if (done == 0)
            break;
    }
}

static void solve_begin(struct solve *solve)
{
    const struct model *model = solve->model;
    const struct schedule_work *work = solve->work;
    solve->begun = clock_seconds();
    solve->threads = work->threads < 1 ? 1 : work->threads;
    if (solve->threads > TASK_THREADS)
        solve->threads = TASK_THREADS;
    dual_init(&solve->dual, model);
    solve->dual.over = is_over;
    solve->dual.data = solve;
    dual_run(&solve->dual, model->years_of, ROOT_PASSES, -INFINITY, false);
    solve->dual.over = NULL;
    branch_init(&solve->branch, model, &solve->dual);
    for (int i = 0; i < solve->threads; i++) {
        dual_init(&solve->worker[i], model);
        solve->worker[i].far = solve->branch.floor;
        solve->worker[i].over = time_is_over;
        solve->worker[i].data = solve;
    }
}

static void solve_run(struct solve *solve)
{
    const struct schedule_work *work = solve->work;
    solve_begin(solve);
    if (solve->dual.bound > -INFINITY) {
        offer_nothing(solve);
        if (work->from)
            first_schedule(solve, work->from);
        first_schedule(solve, solve->dual.price.year);
        work_on(solve);
    }
}

static void solve_release(struct solve *solve)
{
    shakers_release(solve);
    for (int i = 0; i < solve->threads; i++)
        dual_release(&solve->worker[i]);
    branch_release(&solve->branch);
    dual_release(&solve->dual);
}

static bool no_schedule(const struct solve *solve, struct err *err)
{
    const struct model *model = solve->model;
    for (int p = 0; p < model->phases; p++) {
        if (!model->years_of[p])
            return err_set(err, ERR_UNSOLVED,
                           "phase '%s' has to open, but there is no year in "
                           "which it may",
                           model->problem->phase_key[p]);
    }
    if (branch_finished(&solve->branch))
        return err_set(err, ERR_UNSOLVED, "no schedule keeps all the limits");
    return err_set(err, ERR_UNSOLVED,
                   "no schedule that keeps all the limits was found in time; "
                   "it is not proved that there is none");
}

static bool give_result(const struct solve *solve, struct schedule *schedule,
                        struct err *err)
{
    const struct branch *branch = &solve->branch;
    if (branch->total == -INFINITY)
        return no_schedule(solve, err);
    if (!result_make(schedule, solve->model, branch->year, err) ||
        !schedule_check(schedule, solve->model->problem, err)) {
        schedule_release(schedule);
        return err_in(err, "the engine made a wrong schedule");
    }
    schedule->bound = fmax(branch_bound(branch), schedule->total);
    if (schedule->bound - schedule->total <= 1e-8 * (1 + fabs(schedule->total)))
        schedule->bound = schedule->total;
    result_prices(schedule, solve->model, &solve->dual);
    schedule->steps = solve->steps;
    schedule->seconds = clock_seconds() - solve->begun;
    return true;
}

bool schedule_solve(struct schedule *schedule,
                    const struct schedule_problem *problem,
                    const struct schedule_work *work, struct err *err)
{
    *schedule = (struct schedule){ .year = NULL };
    if (!schedule_problem_check(problem, err))
        return false;
    struct model model;
    model_init(&model, problem);
    struct solve *solve = mem_new(1, sizeof *solve);
    solve->model = &model;
    solve->work = work;
    solve_run(solve);
    bool good = give_result(solve, schedule, err);
    solve_release(solve);
    free(solve);
    model_release(&model);
    return good;
}
