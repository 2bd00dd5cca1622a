#include "core/schedule/branch.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/task.h"

enum {
    NODE_PASSES = 40,
    NODE_CHOICES = 40, /* of a part, for the search */
    NODE_TRIES = 20000
};

/* The most memory the waiting nodes may take. */
#define NODES_BYTES 1e9

/* The heap */

static bool before(const struct node *a, const struct node *b)
{
    if (a->bound != b->bound)
        return a->bound > b->bound;
    return a->number < b->number;
}

static void heap_up(struct branch *branch, int at)
{
    struct node node = branch->heap[at];
    while (at > 0 && before(&node, &branch->heap[(at - 1) / 2])) {
        branch->heap[at] = branch->heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    branch->heap[at] = node;
}

static void heap_down(struct branch *branch, int at)
{
    struct node node = branch->heap[at];
    for (int child = 2 * at + 1; child < branch->nodes; child = 2 * at + 1) {
        if (child + 1 < branch->nodes &&
            before(&branch->heap[child + 1], &branch->heap[child]))
            child++;
        if (!before(&branch->heap[child], &node))
            break;
        branch->heap[at] = branch->heap[child];
        at = child;
    }
    branch->heap[at] = node;
}

static void node_release(struct node *node)
{
    free(node->years_of);
    free(node->at);
}

static struct node node_new(const struct branch *branch,
                            const uint64_t *years_of, const double *at,
                            double bound)
{
    size_t phases = (size_t)branch->model->phases;
    size_t dims = (size_t)branch->dims;
    struct node node = { .bound = bound };
    node.years_of = mem_raw(phases + 1, sizeof(uint64_t));
    node.at = mem_raw(dims + 1, sizeof(double));
    memcpy(node.years_of, years_of, phases * sizeof(uint64_t));
    memcpy(node.at, at, dims * sizeof(double));
    return node;
}

static bool heap_full(const struct branch *branch)
{
    double bytes = 8.0 * (branch->model->phases + branch->dims);
    return branch->nodes * bytes > NODES_BYTES;
}

static void heap_push(struct branch *branch, struct node node)
{
    node.number = branch->made++;
    if (heap_full(branch)) {
        branch->closed = fmax(branch->closed, node.bound);
        node_release(&node);
        return;
    }
    if (branch->nodes == branch->room) {
        branch->room = 2 * branch->room + 64;
        branch->heap =
            mem_grow(branch->heap, (size_t)branch->room, sizeof *branch->heap);
    }
    branch->heap[branch->nodes] = node;
    heap_up(branch, branch->nodes++);
}

static struct node heap_pop(struct branch *branch)
{
    struct node top = branch->heap[0];
    branch->heap[0] = branch->heap[--branch->nodes];
    if (branch->nodes > 0)
        heap_down(branch, 0);
    return top;
}

/* Bounds */

double branch_enough(const struct branch *branch)
{
    double unit = branch->model->unit, total = branch->total;
    if (total == -INFINITY)
        return branch->floor;
    return unit > 0 ? total + unit * (1 - 1e-6)
                    : total + 1e-9 * (1 + fabs(total));
}

/* Down to what a total can be, a little more for what adding up loses. */
static double round_bound(const struct model *model, double bound)
{
    bound += 1e-9 * fabs(bound);
    return model->unit > 0 ? model->unit * floor(bound / model->unit + 1e-6)
                           : bound;
}

/* What any schedule has at least. */
static double branch_known(const struct branch *branch)
{
    return fmax(branch->total, branch->floor);
}

double branch_bound(const struct branch *branch)
{
    double bound = branch->closed;
    if (branch->nodes > 0)
        bound = fmax(bound, round_bound(branch->model, branch->heap[0].bound));
    bound = fmin(bound, round_bound(branch->model, branch->cap));
    return fmax(bound, branch->total);
}

/* A node at work */

/* What comes of a node: two parts, or none, and perhaps a schedule. */
struct outcome {
    struct node part[2];
    int parts;
    double total;
    int *year;
};

struct round {
    struct branch *branch;
    struct dual *workers;
    struct node node[BRANCH_BATCH];
    struct outcome outcome[BRANCH_BATCH];
    double *loss[TASK_THREADS];
};

/* Take out years that lose too much; returns how many there were. */
static int take_out(const struct branch *branch, struct dual *dual,
                    uint64_t *years_of, double *loss)
{
    const struct model *model = branch->model;
    double most = dual->bound - branch_enough(branch);
    int out = 0, cells = model->phases * (model->years + 1);
    if (!(most < INFINITY))
        return 0;
    most += 1e-9 * fabs(dual->bound);
    price_losses(&dual->price, years_of, loss);
    for (int i = 0; i < cells; i++) {
        uint64_t year = UINT64_C(1) << i % (model->years + 1);
        uint64_t *years = &years_of[i / (model->years + 1)];
        if (*years & year && loss[i] > most) {
            *years &= ~year;
            out++;
        }
    }
    return out;
}

static void keep_if_better(const struct branch *branch, struct outcome *outcome,
                           const struct state *state)
{
    double total = state_total(state);
    if (state_broken(state) > 0 || !(total > outcome->total))
        return;
    size_t n = (size_t)branch->model->phases + 1;
    if (!outcome->year)
        outcome->year = mem_raw(n, sizeof(int));
    memcpy(outcome->year, state->year, (n - 1) * sizeof(int));
    outcome->total = total;
}

/* A schedule from what is best at the prices. */
static void look_for_schedule(const struct branch *branch, struct dual *dual,
                              const struct node *node, struct outcome *outcome)
{
    struct seek seek;
    double loss = dual->bound - branch->total;
    loss = loss < INFINITY ? loss : 0.1 * fabs(dual->bound) + 1;
    seek_init(&seek, branch->model, dual, node->years_of, loss, NODE_CHOICES);
    seek.over = dual->over;
    seek.data = dual->data;
    seek_set(&seek, dual->price.year);
    if (seek_repair(&seek)) {
        struct rng rng = rng_new(0, (uint64_t)node->number, 0);
        seek_climb(&seek, NODE_TRIES, &rng);
        keep_if_better(branch, outcome, &seek.state);
    }
    seek_release(&seek);
}

/* Where to divide: the phase and year whose choice was least settled. */
struct division {
    int phase, year;
    double worth;
};

static void divide_phase(const struct dual *dual, int phase, uint64_t years_of,
                         struct division *best)
{
    int years = dual->price.model->years;
    const float *often = dual->often + (size_t)phase * (size_t)(years + 1);
    double all = 0, sum = 0;
    for (int t = 0; t <= years; t++)
        all += (double)often[t];
    for (int t = 0; t < years; t++) {
        uint64_t upto = (UINT64_C(2) << t) - 1;
        sum += (double)often[t];
        if (!(years_of & upto) || !(years_of & ~upto))
            continue;
        double share = all > 0 ? sum / all : 0;
        double worth = fmin(share, 1 - share);
        if (worth > best->worth)
            *best = (struct division){ phase, t, worth };
    }
}

static bool divide(const struct branch *branch, const struct dual *dual,
                   const struct node *node, struct outcome *outcome)
{
    struct division best = { -1, -1, -1 };
    for (int p = 0; p < branch->model->phases; p++)
        divide_phase(dual, p, node->years_of[p], &best);
    if (best.phase < 0)
        return false;
    uint64_t upto = (UINT64_C(2) << best.year) - 1;
    for (int i = 0; i < 2; i++) {
        struct node part =
            node_new(branch, node->years_of, dual->best_at, node->bound);
        part.years_of[best.phase] &= i ? ~upto : upto;
        outcome->part[outcome->parts++] = part;
    }
    return true;
}

static void settle(const struct branch *branch, struct dual *dual,
                   struct node *node, double *loss)
{
    for (int i = 0; i < 3; i++) {
        dual_run(dual, node->years_of, NODE_PASSES, branch_enough(branch),
                 true);
        node->bound = fmin(node->bound, dual->bound);
        if (round_bound(branch->model, node->bound) <= branch_known(branch) ||
            take_out(branch, dual, node->years_of, loss) < 4)
            break;
    }
}

static void solve_node(void *data, long number, int thread)
{
    struct round *round = data;
    const struct branch *branch = round->branch;
    struct dual *dual = &round->workers[thread];
    struct node *node = &round->node[number];
    struct outcome *outcome = &round->outcome[number];
    outcome->total = branch->total;
    for (int p = 0; p < branch->model->phases; p++)
        node->years_of[p] &= branch->allowed[p];
    memcpy(dual->best_at, node->at, (size_t)branch->dims * sizeof(double));
    settle(branch, dual, node, round->loss[thread]);
    if (round_bound(branch->model, node->bound) <= branch_known(branch) ||
        price_clusters(&dual->price, dual->best_at, node->years_of) ==
            -INFINITY)
        return;
    if (node->number % 4 == 0 || branch->total == -INFINITY)
        look_for_schedule(branch, dual, node, outcome);
    if (!divide(branch, dual, node, outcome)) {
        struct state state;
        state_init(&state, branch->model);
        for (int p = 0; p < branch->model->phases; p++)
            state_put(&state, p, dual->price.year[p]);
        keep_if_better(branch, outcome, &state);
        state_release(&state);
    }
}

static void take_in(struct branch *branch, struct outcome *outcome)
{
    if (outcome->year) {
        branch_offer(branch, outcome->year, outcome->total);
        free(outcome->year);
    }
    for (int i = 0; i < outcome->parts; i++)
        heap_push(branch, outcome->part[i]);
}

bool branch_finished(const struct branch *branch)
{
    double known = branch_known(branch);
    if (round_bound(branch->model, branch->cap) <= known)
        return true;
    return branch->closed <= branch_known(branch) &&
           (branch->nodes == 0 ||
            round_bound(branch->model, branch->heap[0].bound) <=
                branch_known(branch));
}

int branch_round(struct branch *branch, struct dual *workers, int threads)
{
    struct round round = { .branch = branch, .workers = workers };
    int count = 0;
    while (branch->nodes > 0 && count < BRANCH_BATCH &&
           !branch_finished(branch))
        round.node[count++] = heap_pop(branch);
    size_t cells =
        (size_t)branch->model->phases * (size_t)(branch->model->years + 1);
    for (int i = 0; i < threads; i++)
        round.loss[i] = mem_raw(cells + 1, sizeof(double));
    task_run(threads, count, solve_node, &round);
    for (int i = 0; i < count; i++) {
        take_in(branch, &round.outcome[i]);
        node_release(&round.node[i]);
    }
    for (int i = 0; i < threads; i++)
        free(round.loss[i]);
    branch->done += count;
    return count;
}

/* Less than anything can be worth: money paid at the dearest weight. */
static double least_total(const struct model *model)
{
    double sum = -1, over = 0;
    for (int i = 0; i < model->sources; i++)
        over += model->step[i];
    for (int p = 0; p < model->phases; p++) {
        double least = 0, cost = 0;
        for (int t = 0; t < model->years; t++)
            least = fmin(least, model->value[p * model->years + t]);
        for (int l = 0; l < model->leads; l++)
            cost += (double)model->cost[p * model->leads + l];
        sum += least - over * cost;
    }
    return sum - 1e-6 * fabs(sum);
}

/* Life cycle */

void branch_init(struct branch *branch, const struct model *model,
                 const struct dual *dual)
{
    *branch = (struct branch){ .model = model, .dims = dual->price.dims };
    branch->total = branch->closed = -INFINITY;
    branch->floor = least_total(model);
    branch->cap = INFINITY;
    size_t phases = (size_t)model->phases;
    branch->allowed = mem_raw(phases + 1, sizeof(uint64_t));
    memcpy(branch->allowed, model->years_of, phases * sizeof(uint64_t));
    branch->year = mem_new((size_t)model->phases + 1, sizeof(int));
    if (dual->bound > -INFINITY)
        heap_push(branch, node_new(branch, model->years_of, dual->best_at,
                                   dual->bound));
}

void branch_release(struct branch *branch)
{
    for (int i = 0; i < branch->nodes; i++)
        node_release(&branch->heap[i]);
    free(branch->heap);
    free(branch->allowed);
    free(branch->year);
}

void branch_narrow(struct branch *branch, double cap, const uint64_t *years_of)
{
    branch->cap = fmin(branch->cap, cap);
    for (int p = 0; p < branch->model->phases; p++)
        branch->allowed[p] &= years_of[p];
}

void branch_offer(struct branch *branch, const int *year, double total)
{
    if (!(total > branch->total))
        return;
    branch->total = total;
    memcpy(branch->year, year, (size_t)branch->model->phases * sizeof(int));
}
