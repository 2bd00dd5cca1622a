/* Clusters as forests: who comes after whom. */
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/schedule/model.h"

/* Make the phases behind deeper; returns whether any had to be. */
static bool deepen(const struct schedule_problem *problem, int *depth)
{
    bool changed = false;
    for (int i = 0; i < problem->arcs; i++) {
        const struct schedule_arc *arc = &problem->arc[i];
        if (depth[arc->then] <= depth[arc->first]) {
            depth[arc->then] = depth[arc->first] + 1;
            changed = true;
        }
    }
    return changed;
}

/* Longest path of arcs that ends at each phase. */
static int *depths(const struct model *model)
{
    int *depth = mem_new((size_t)model->phases + 1, sizeof *depth);
    while (deepen(model->problem, depth))
        ;
    return depth;
}

static bool same_cluster(const struct model *model, int a, int b)
{
    const int *cluster = model->problem->cluster;
    return cluster && cluster[a] == cluster[b];
}

/* The parent is the deepest of those that come before. */
static void choose_parents(struct model *model, const int *depth)
{
    const struct schedule_problem *problem = model->problem;
    size_t n = (size_t)model->phases + 1;
    int *by = mem_raw(n, sizeof *by); /* arc */
    model->parent = mem_raw(n, sizeof(int));
    model->lag = mem_new(n, sizeof(int));
    model->extra = mem_raw((size_t)problem->arcs + 1, sizeof *model->extra);
    for (int p = 0; p < model->phases; p++)
        by[p] = model->parent[p] = -1;
    for (int i = 0; i < problem->arcs; i++) {
        const struct schedule_arc *arc = &problem->arc[i];
        int *old = &by[arc->then];
        if (same_cluster(model, arc->first, arc->then) &&
            (*old < 0 || depth[arc->first] > depth[problem->arc[*old].first]))
            *old = i;
    }
    for (int i = 0; i < problem->arcs; i++) {
        const struct schedule_arc *arc = &problem->arc[i];
        if (by[arc->then] == i) {
            model->parent[arc->then] = arc->first;
            model->lag[arc->then] = arc->lag;
        } else {
            model->extra[model->extras++] = *arc;
        }
    }
    free(by);
}

/* Parts are numbered by their first phase. */
static void number_parts(struct model *model)
{
    const int *cluster = model->problem->cluster;
    int most = -1;
    for (int p = 0; cluster && p < model->phases; p++)
        most = cluster[p] > most ? cluster[p] : most;
    int *part = mem_raw((size_t)most + 2, sizeof *part);
    for (int c = 0; c <= most; c++)
        part[c] = -1;
    model->part = mem_raw((size_t)model->phases + 1, sizeof(int));
    for (int p = 0; p < model->phases; p++) {
        bool fresh = !cluster || part[cluster[p]] < 0;
        model->part[p] = fresh ? model->parts++ : part[cluster[p]];
        if (cluster)
            part[cluster[p]] = model->part[p];
    }
    free(part);
}

/* Phases by part, in a part by depth. */
static void sort_phases(struct model *model, const int *depth)
{
    model->part_start = mem_new((size_t)model->parts + 2, sizeof(int));
    model->order = mem_raw((size_t)model->phases + 1, sizeof(int));
    for (int p = 0; p < model->phases; p++)
        model->part_start[model->part[p] + 2]++;
    for (int k = 0; k < model->parts; k++)
        model->part_start[k + 2] += model->part_start[k + 1];
    for (int p = 0; p < model->phases; p++)
        model->order[model->part_start[model->part[p] + 1]++] = p;
    for (int k = 0; k < model->parts; k++) {
        int *order = model->order + model->part_start[k];
        int count = model->part_start[k + 1] - model->part_start[k];
        for (int i = 1; i < count; i++) {
            int at = i, p = order[i];
            for (; at > 0 && depth[order[at - 1]] > depth[p]; at--)
                order[at] = order[at - 1];
            order[at] = p;
        }
    }
}

static void index_extras(struct model *model)
{
    model->extra_start = mem_new((size_t)model->phases + 2, sizeof(int));
    model->extra_of = mem_raw(2 * (size_t)model->extras + 1, sizeof(int));
    for (int i = 0; i < model->extras; i++) {
        model->extra_start[model->extra[i].first + 2]++;
        model->extra_start[model->extra[i].then + 2]++;
    }
    for (int p = 0; p < model->phases; p++)
        model->extra_start[p + 2] += model->extra_start[p + 1];
    for (int i = 0; i < model->extras; i++) {
        model->extra_of[model->extra_start[model->extra[i].first + 1]++] = i;
        model->extra_of[model->extra_start[model->extra[i].then + 1]++] = i;
    }
}

void model_forest(struct model *model)
{
    int *depth = depths(model);
    choose_parents(model, depth);
    number_parts(model);
    sort_phases(model, depth);
    index_extras(model);
    free(depth);
}
