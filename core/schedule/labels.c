#include "core/schedule/labels.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/task.h"

enum {
    PIECES = 16,     /* of a batch, for threads */
    PIECE = 256,     /* labels in each */
    LEVELS = 4096,   /* of bounds, to tell the best */
    PER_PASS = 20000 /* labels that take as long as a pass, or longer */
};

/* A label to be, with one more part. */
struct child {
    double bound;
    int parent, choice; /* label; of labels->choice */
};

struct children {
    struct child *child;
    int count, room;
};

/* What is kept of each label, to tell what its parts chose. */
struct origin {
    int parent, choice;
};

struct stage {
    struct origin *origin;
    int count;
};

/* A choice of the part at hand. */
struct option {
    double loss;
    int choice;
};

struct labels {
    struct knapsacks *work;
    const struct whole_work *how;
    int most, years;
    int count;
    int *left, *next;    /* [label * years + year] money; of the next stage */
    double *bound;       /* [label] */
    double cut;          /* what comes to no more is left out */
    double dropped;      /* the best bound of what was given up */
    struct stage *stage; /* [position] */
    int position;        /* of the last part that has chosen */
    int part, first;     /* the part at hand; the first of the batch */
    struct option *option;
    int options;
    struct children piece[PIECES], all;
    int *same; /* [slots] labels by the money left; -1 */
    unsigned slots;
};

/* The part at hand */

static int by_loss(const void *a, const void *b)
{
    const struct option *x = a, *y = b;
    if (x->loss != y->loss)
        return x->loss < y->loss ? -1 : 1;
    return (x->choice > y->choice) - (x->choice < y->choice);
}

static void take_part(struct labels *labels, int position)
{
    const struct knapsacks *work = labels->work;
    int part = work->order[position];
    labels->part = part;
    labels->options = 0;
    for (int c = work->menu.start[part]; c < work->menu.start[part + 1]; c++)
        labels->option[labels->options++] = (struct option){
            work->best_worth[part] - knapsacks_worth(work, part, c), c
        };
    qsort(labels->option, (size_t)labels->options, sizeof *labels->option,
          by_loss);
}

/* Children */

static void add(struct children *children, struct child child)
{
    if (children->count == children->room) {
        children->room = 2 * children->room + 1024;
        children->child =
            mem_grow(children->child, (size_t)children->room, sizeof child);
    }
    children->child[children->count++] = child;
}

/* What each sum loses in the knapsacks: loss[year * SUMS + sum]. */
static void find_losses(const struct labels *labels, int label, double *loss)
{
    const struct knapsacks *work = labels->work;
    int years = labels->years;
    for (int y = 0; y < years; y++) {
        const struct sums *sums = &work->sums[labels->part * years + y];
        int left = labels->left[label * years + y];
        int high = knapsacks_band(work, y, labels->position - 1)->high;
        double here = knapsacks_table(work, y, labels->position)[left];
        const double *table = knapsacks_table(work, y, labels->position - 1);
        for (int j = 0; j < sums->count; j++) {
            int rest = left - sums->sum[j];
            loss[y * SUMS + j] =
                rest < 0
                    ? INFINITY
                    : here - sums->price[j] - table[rest < high ? rest : high];
        }
    }
}

static void add_children(const struct labels *labels, int label,
                         struct children *children)
{
    double loss[SCHEDULE_YEARS * SUMS];
    int years = labels->years;
    double spare = labels->bound[label] - labels->cut;
    find_losses(labels, label, loss);
    for (int i = 0; i < labels->options; i++) {
        const struct option *option = &labels->option[i];
        double rest = spare - option->loss;
        if (rest <= 0)
            break;
        const unsigned char *at =
            labels->work->at + (size_t)option->choice * (size_t)years;
        for (int y = 0; y < years && rest > 0; y++)
            rest -= loss[y * SUMS + at[y]];
        if (rest > 0)
            add(children,
                (struct child){ labels->cut + rest, label, option->choice });
    }
}

static void do_piece(void *data, long number, int thread)
{
    struct labels *labels = data;
    struct children *children = &labels->piece[number];
    int first = labels->first + (int)number * PIECE;
    (void)thread;
    children->count = 0;
    for (int i = first; i < first + PIECE && i < labels->count; i++)
        add_children(labels, i, children);
}

/* Which levels hold the most that may be kept; the one below is the first that
 * does not. */
static int level_of(double bound, double cut, double top)
{
    int level = (int)((bound - cut) / (top - cut) * LEVELS);
    return level < LEVELS ? level : LEVELS - 1;
}

static int least_level(const struct children *all, double cut, double top,
                       int most)
{
    int count[LEVELS] = { 0 }, sum = 0, level = LEVELS;
    for (int i = 0; i < all->count; i++)
        count[level_of(all->child[i].bound, cut, top)]++;
    while (level > 0 && sum + count[level - 1] <= most)
        sum += count[--level];
    return level;
}

/* Keep about so many children, those with the best bounds. */
static void drop(struct labels *labels, int most)
{
    struct children *all = &labels->all;
    double top = labels->cut, dropped = labels->cut;
    if (all->count <= most)
        return;
    for (int i = 0; i < all->count; i++)
        top = fmax(top, all->child[i].bound);
    int least = least_level(all, labels->cut, top, most), kept = 0;
    for (int i = 0; i < all->count; i++) {
        struct child child = all->child[i];
        int level = level_of(child.bound, labels->cut, top);
        if (level >= least || (level == LEVELS - 1 && kept < most))
            all->child[kept++] = child;
        else
            dropped = fmax(dropped, child.bound);
    }
    all->count = kept;
    labels->cut = dropped;
    labels->dropped = fmax(labels->dropped, dropped);
}

static double best_bound(const struct labels *labels)
{
    double best = -INFINITY;
    for (int i = 0; i < labels->count; i++)
        best = fmax(best, labels->bound[i]);
    return best;
}

/* Returns false when it is over before all are there. */
static bool make_children(struct labels *labels)
{
    labels->all.count = 0;
    for (int i = 0; i < labels->count; i += PIECES * PIECE) {
        if (labels->how->over(labels->how->data))
            return false;
        labels->first = i;
        task_run(labels->how->threads, PIECES, do_piece, labels);
        for (int p = 0; p < PIECES; p++) {
            for (int j = 0; j < labels->piece[p].count; j++)
                add(&labels->all, labels->piece[p].child[j]);
        }
        if (labels->all.count > 4 * labels->most)
            drop(labels, labels->most);
    }
    drop(labels, labels->most);
    return true;
}

/* The next stage */

static unsigned mix(const int *left, int years)
{
    uint64_t hash = 0;
    for (int y = 0; y < years; y++)
        hash = (hash ^ (unsigned)left[y]) * UINT64_C(0x9e3779b97f4a7c15);
    return (unsigned)(hash >> 32);
}

/* The label with so much money left, or where it is to be. */
static int *find_same(const struct labels *labels, const int *left)
{
    size_t years = (size_t)labels->years;
    unsigned at = mix(left, labels->years);
    for (;; at++) {
        int *same = &labels->same[at & (labels->slots - 1)];
        if (*same < 0 || !memcmp(labels->next + (size_t)*same * years, left,
                                 years * sizeof *left))
            return same;
    }
}

static void spend(const struct labels *labels, const struct child *child,
                  int *left)
{
    const struct knapsacks *work = labels->work;
    int years = labels->years;
    const int *before = labels->left + child->parent * years;
    const unsigned char *at = work->at + (size_t)child->choice * (size_t)years;
    for (int y = 0; y < years; y++) {
        int high = knapsacks_band(work, y, labels->position - 1)->high;
        left[y] = before[y] - work->sums[labels->part * years + y].sum[at[y]];
        left[y] = left[y] < high ? left[y] : high;
    }
}

/* Of children with the same money left, the first of the best. */
static void make_labels(struct labels *labels)
{
    struct stage *stage = &labels->stage[labels->position - 1];
    const struct children *all = &labels->all;
    stage->origin = mem_raw((size_t)all->count + 1, sizeof *stage->origin);
    memset(labels->same, -1, labels->slots * sizeof *labels->same);
    for (int i = 0; i < all->count; i++) {
        const struct child *child = &all->child[i];
        int *left = labels->next + stage->count * labels->years;
        spend(labels, child, left);
        int *same = find_same(labels, left);
        if (*same < 0)
            *same = stage->count++;
        else if (child->bound <= labels->bound[*same])
            continue;
        labels->bound[*same] = child->bound;
        stage->origin[*same] = (struct origin){ child->parent, child->choice };
    }
    labels->count = stage->count;
    labels->position--;
    int *left = labels->left;
    labels->left = labels->next;
    labels->next = left;
}

/* The answer */

/* Try the best of the last labels; parts still to come do what is best at the
 * prices. */
static void attempt(struct labels *labels)
{
    struct knapsacks *work = labels->work;
    const struct model *model = work->model;
    int at = 0, position = labels->position;
    if (work->free < model->parts && position > 0)
        return;
    for (int i = 1; i < labels->count; i++)
        at = labels->bound[i] > labels->bound[at] ? i : at;
    int *year = mem_raw((size_t)model->phases + 1, sizeof *year);
    for (int i = 0; i < model->parts; i++) {
        int part = work->order[i], first = model->part_start[part];
        int choice = work->chosen[part];
        if (i >= position && i < work->free) {
            choice = labels->stage[i].origin[at].choice;
            at = labels->stage[i].origin[at].parent;
        }
        const int *own = menu_years(&work->menu, choice);
        for (int j = first; j < model->part_start[part + 1]; j++)
            year[model->order[j]] = own[j - first];
    }
    work->known =
        fmax(work->known, labels->how->attempt(labels->how->data, year));
    free(year);
}

/* Life cycle */

static void labels_init(struct labels *labels, double bound)
{
    const struct knapsacks *work = labels->work;
    size_t most = (size_t)labels->most + 1, years = (size_t)labels->years;
    labels->left = mem_raw(most * years, sizeof(int));
    labels->next = mem_raw(most * years, sizeof(int));
    labels->bound = mem_raw(most, sizeof(double));
    labels->stage = mem_new((size_t)work->model->parts, sizeof(struct stage));
    labels->option =
        mem_raw((size_t)work->menu.choices + 1, sizeof(struct option));
    for (labels->slots = 64; labels->slots < 2 * most;)
        labels->slots *= 2;
    labels->same = mem_raw(labels->slots, sizeof(int));
    labels->position = work->free;
    labels->count = 1;
    labels->bound[0] = bound;
    for (int y = 0; y < labels->years; y++)
        labels->left[y] = knapsacks_band(work, y, work->free)->high;
    double enough = knapsacks_enough(work);
    labels->cut = enough - 1e-9 * (1 + fabs(enough));
}

static void labels_release(struct labels *labels)
{
    for (int k = 0; k < labels->work->model->parts; k++)
        free(labels->stage[k].origin);
    for (int p = 0; p < PIECES; p++)
        free(labels->piece[p].child);
    free(labels->all.child);
    free(labels->left);
    free(labels->next);
    free(labels->bound);
    free(labels->stage);
    free(labels->option);
    free(labels->same);
}

bool labels_run(struct knapsacks *work, const struct whole_work *how, int most)
{
    struct labels labels = { .work = work,
                             .how = how,
                             .most = most,
                             .years = work->model->years,
                             .dropped = -INFINITY };
    long made = 0;
    bool over = false;
    double bound = knapsacks_pass(work, how->threads);
    bool whole = work->free == work->model->parts;
    if (whole)
        work->bound = fmin(work->bound, bound);
    labels_init(&labels, bound);
    for (int k = labels.position - 1; k >= 0; k--) {
        take_part(&labels, k);
        over = !make_children(&labels);
        if (over || labels.all.count == 0)
            break;
        make_labels(&labels);
        made += labels.count;
    }
    bool all = !over && labels.dropped == -INFINITY;
    if (over || labels.position == 0)
        labels.dropped = fmax(labels.dropped, best_bound(&labels));
    if (whole)
        work->bound = fmin(work->bound, labels.dropped);
    attempt(&labels);
    work->bound = fmax(work->bound, work->known);
    work->passes += 1 + made / PER_PASS;
    labels_release(&labels);
    return all;
}
