/* Phasing alone: 30 and 1,000 clusters of three phases, ten years, one budget
 * carried over that pays three quarters of all; the gap after 2 s, and beside
 * it CBC on the same programme, where its module is there.
 *
 *     build/tests/bench/schedule [PLAN1-FILE ...]
 *
 * Generated: land and cost of phases are drawn, what a phase is worth falls by
 * 8 % a year and differs by half from cluster to cluster.  With files
 * (core/assign/assign.h says how they look), their phases and capital. */
#include "tests/bench/bench.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "core/assign/assign.h"
#include "core/base/mem.h"
#include "core/schedule/schedule.h"
#include "core/solver/solver.h"

enum { YEARS = 10 };

struct world {
    struct schedule_problem problem;
    struct schedule_source source;
    struct schedule_term term;
    struct schedule_payment *payment;
    struct schedule_arc *arc;
    int *cluster, *earliest;
    int64_t *budget;
    double *value;
    const char **key;
};

static uint64_t state;

static int draw(int least, int most)
{
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return least + (int)((state >> 33) % (uint64_t)(most - least + 1));
}

static void world_room(struct world *w, int phases, int years)
{
    size_t n = (size_t)phases;
    *w = (struct world){ .cluster = mem_new(n, sizeof(int)) };
    w->earliest = mem_new(n, sizeof(int));
    w->payment = mem_new(n, sizeof *w->payment);
    w->arc = mem_new(n, sizeof *w->arc);
    w->key = mem_new(n, sizeof *w->key);
    w->value = mem_new(n * (size_t)years, sizeof(double));
    w->budget = mem_new((size_t)years, sizeof(int64_t));
    w->problem.years = years;
}

/* Phase number q of cluster k: worth as in the study of the instances. */
static void world_phase(struct world *w, int k, int q, double land, int cost)
{
    struct schedule_problem *problem = &w->problem;
    int p = problem->phases++, years = problem->years;
    double more = 1 + 0.05 * ((k * 7 + q * 3) % 10), sum = 0;
    for (int t = years - 1; t >= 0; t--) {
        double next = t + 1 < years ? pow(1.08, -(t + 1)) : 0;
        sum += floor(10 * land * more * (pow(1.08, -t) - next));
        w->value[p * years + t] = sum;
    }
    w->key[p] = "phase";
    w->cluster[p] = k;
    w->payment[p] = (struct schedule_payment){ p, 0, 0, cost };
    if (q > 0)
        w->arc[problem->arcs++] = (struct schedule_arc){ p - 1, p, 0 };
}

static void world_close(struct world *w)
{
    struct schedule_problem *problem = &w->problem;
    w->source = (struct schedule_source){ .name = "capital",
                                          .budget = w->budget,
                                          .carry = true,
                                          .kinds = 1,
                                          .share = SCHEDULE_PARTS };
    w->term = (struct schedule_term){ "land", 1, w->value };
    problem->phase_key = w->key;
    problem->cluster = w->cluster;
    problem->earliest = w->earliest;
    problem->kinds = problem->sources = problem->terms = 1;
    problem->payments = problem->phases;
    problem->payment = w->payment;
    problem->source = &w->source;
    problem->arc = w->arc;
    problem->term = &w->term;
}

static void generate(struct world *w, int clusters, uint64_t seed)
{
    int64_t all = 0;
    state = seed;
    world_room(w, 3 * clusters, YEARS);
    for (int k = 0; k < clusters; k++) {
        int size = draw(60, 260), year = draw(0, 3);
        for (int q = 0; q < 3; q++) {
            int cost = size * draw(70, 130) / 100, p = w->problem.phases;
            w->earliest[p] = year;
            world_phase(w, k, q, cost * draw(20, 32) / 10.0, cost);
            all += cost;
            year += draw(1, 3);
            year = year < YEARS ? year : YEARS - 1;
        }
    }
    for (int t = 0; t < YEARS; t++)
        w->budget[t] = all * 3 / 4 / YEARS;
    world_close(w);
}

static bool from_file(struct world *w, const char *path)
{
    struct assign_problem read;
    struct err err;
    if (!assign_read(&read, path, ASSIGN_PLAN, &err)) {
        puts(err.text);
        return false;
    }
    const struct assign_phases *phases = &read.phases;
    world_room(w, phases->start[read.sites], read.years);
    for (int k = 0; k < read.sites; k++) {
        for (int p = phases->start[k]; p < phases->start[k + 1]; p++) {
            w->earliest[p] = phases->earliest[p];
            world_phase(w, k, p - phases->start[k],
                        phases->room[p * read.resources], (int)phases->cost[p]);
        }
    }
    for (int t = 0; t < read.years; t++)
        w->budget[t] = (int64_t)phases->capital[t];
    world_close(w);
    assign_problem_release(&read);
    return true;
}

/* CBC: a column for each phase and year, 1 if it is open by then. */
struct peer {
    struct programme programme;
    double *cost, *element, *least, *most, *x;
    int *start, *index;
};

static void add(struct peer *peer, int row, double element)
{
    int at = peer->start[peer->programme.columns + 1]++;
    peer->index[at] = row;
    peer->element[at] = element;
}

/* Rows: money of each year; then for each column: once open it stays, and
 * only behind the phase in front. */
static void peer_column(struct peer *peer, const struct world *w, int p, int t)
{
    const struct schedule_problem *problem = &w->problem;
    int years = problem->years, cell = p * years + t, rows = years;
    int all = problem->phases * years;
    bool early = t < w->earliest[p];
    bool follows = p > 0 && w->cluster[p] == w->cluster[p - 1];
    bool leads = p + 1 < problem->phases && w->cluster[p + 1] == w->cluster[p];
    peer->start[cell + 1] = peer->start[cell];
    peer->cost[cell] =
        (t + 1 < years ? w->value[cell + 1] : 0) - w->value[cell];
    add(peer, t, (double)w->payment[p].amount);
    add(peer, rows + cell, early ? 2 : -1); /* twice: more than there may be */
    if (t + 1 < years)
        add(peer, rows + cell + 1, 1);
    if (follows)
        add(peer, rows + all + cell, 1);
    if (leads)
        add(peer, rows + all + cell + years, -1);
    peer->programme.columns++;
}

static void peer_init(struct peer *peer, const struct world *w)
{
    int years = w->problem.years, cells = w->problem.phases * years;
    size_t n = (size_t)cells, rows = (size_t)years + 2 * n;
    *peer = (struct peer){ .cost = mem_new(n, sizeof(double)) };
    peer->element = mem_new(5 * n, sizeof(double));
    peer->index = mem_new(5 * n, sizeof(int));
    peer->start = mem_new(n + 1, sizeof(int));
    peer->least = mem_new(rows, sizeof(double));
    peer->most = mem_new(rows, sizeof(double));
    peer->x = mem_new(n, sizeof(double));
    double money = 0;
    for (size_t i = 0; i < rows; i++)
        peer->least[i] = -1e9;
    for (int t = 0; t < years; t++)
        peer->most[t] = money += (double)w->budget[t];
    for (int p = 0; p < w->problem.phases; p++) {
        for (int t = 0; t < years; t++) {
            if (t < w->earliest[p])
                peer->most[years + p * years + t] = 1;
            peer_column(peer, w, p, t);
        }
    }
    peer->programme.rows = (int)rows;
    peer->programme.cost = peer->cost;
    peer->programme.start = peer->start;
    peer->programme.index = peer->index;
    peer->programme.element = peer->element;
    peer->programme.least = peer->least;
    peer->programme.most = peer->most;
}

static bool open_cbc(struct solver *solver, struct err *err)
{
    static const char file[] = "/../../ccn-cbc.so";
    char path[4096];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path - sizeof file);
    path[size > 0 ? size : 0] = '\0';
    char *slash = strrchr(path, '/');
    memcpy(slash ? slash : path, file, sizeof file);
    return solver_open(solver, path, err);
}

static void beside_cbc(const struct world *w, double limit)
{
    struct solver solver;
    struct peer peer;
    struct err err;
    if (!open_cbc(&solver, &err)) {
        puts(err.text);
        return;
    }
    peer_init(&peer, w);
    struct answer answer = { .x = peer.x };
    double from = seconds();
    if (solver_solve(&solver, &peer.programme, limit, &answer, &err))
        printf("  CBC, %.1f s: total %.0f, bound %.0f, gap %.4f %%\n",
               seconds() - from, -answer.total, -answer.bound,
               100 * (answer.total - answer.bound) / -answer.total);
    else
        printf("  CBC, %.1f s: %s\n", seconds() - from, err.text);
}

static void run(const struct world *w, const char *name, double limit)
{
    struct schedule schedule;
    struct err err;
    for (int threads = 1; threads <= 2; threads++) {
        struct schedule_work work = { .seconds = 2,
                                      .threads = threads,
                                      .seed = 1 };
        double from = seconds();
        if (!schedule_solve(&schedule, &w->problem, &work, &err)) {
            puts(err.text);
            return;
        }
        printf("%s, %d threads, %.2f s: total %.0f, bound %.0f, gap %.4f %%\n",
               name, threads, seconds() - from, schedule.total, schedule.bound,
               100 * (schedule.bound - schedule.total) / schedule.total);
        schedule_release(&schedule);
    }
    fflush(stdout);
    beside_cbc(w, limit);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    struct world w;
    for (int i = 1; i < argc; i++) {
        if (from_file(&w, argv[i]))
            run(&w, argv[i], 20);
    }
    if (argc == 1) {
        generate(&w, 30, 42);
        run(&w, "30 clusters", 10);
        generate(&w, 1000, 42);
        run(&w, "1,000 clusters", 20);
    }
    return 0;
}
