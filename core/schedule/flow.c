#include "core/schedule/flow.h"

#include <stdbool.h>
#include <stdlib.h>

#include "core/base/mem.h"

void flow_init(struct flow *flow, int nodes)
{
    size_t n = (size_t)nodes + 1;
    *flow = (struct flow){ .nodes = nodes };
    flow->first = mem_raw(n, sizeof(int));
    flow->level = mem_raw(n, sizeof(int));
    flow->at = mem_raw(n, sizeof(int));
    flow->queue = mem_raw(n, sizeof(int));
    for (int i = 0; i < nodes; i++)
        flow->first[i] = -1;
}

void flow_release(struct flow *flow)
{
    free(flow->first);
    free(flow->level);
    free(flow->at);
    free(flow->queue);
    free(flow->next);
    free(flow->target);
    free(flow->left);
}

static void add_half(struct flow *flow, int from, int to, int64_t most)
{
    int edge = flow->edges++;
    flow->target[edge] = to;
    flow->left[edge] = most;
    flow->next[edge] = flow->first[from];
    flow->first[from] = edge;
}

int flow_edge(struct flow *flow, int from, int to, int64_t most)
{
    if (flow->edges + 2 > flow->room) {
        flow->room = 2 * flow->room + 64;
        size_t n = (size_t)flow->room;
        flow->next = mem_grow(flow->next, n, sizeof(int));
        flow->target = mem_grow(flow->target, n, sizeof(int));
        flow->left = mem_grow(flow->left, n, sizeof(int64_t));
    }
    add_half(flow, from, to, most);
    add_half(flow, to, from, 0);
    return flow->edges - 2;
}

/* Put those behind a node of the queue into it, the count brought up to date.
 */
static void reach_from(struct flow *flow, int node, int *count)
{
    for (int e = flow->first[node]; e >= 0; e = flow->next[e]) {
        int to = flow->target[e];
        if (flow->left[e] > 0 && flow->level[to] < 0) {
            flow->level[to] = flow->level[node] + 1;
            flow->queue[(*count)++] = to;
        }
    }
}

/* Whether the end can still be reached. */
static bool find_levels(struct flow *flow)
{
    int count = 1;
    for (int i = 0; i < flow->nodes; i++)
        flow->level[i] = -1;
    flow->queue[0] = 0;
    flow->level[0] = 0;
    for (int i = 0; i < count; i++)
        reach_from(flow, flow->queue[i], &count);
    return flow->level[1] >= 0;
}

/* The edge by which a path goes on from a node, -1: none is left. */
static int next_edge(struct flow *flow, int node)
{
    for (int *e = &flow->at[node]; *e >= 0; *e = flow->next[*e]) {
        if (flow->left[*e] > 0 &&
            flow->level[flow->target[*e]] == flow->level[node] + 1)
            return *e;
    }
    return -1;
}

/* Push along the path of so many edges in the queue; returns how much. */
static int64_t push_path(struct flow *flow, int edges)
{
    int64_t least = INT64_MAX;
    for (int i = 0; i < edges; i++) {
        int64_t left = flow->left[flow->queue[i]];
        least = left < least ? left : least;
    }
    for (int i = 0; i < edges; i++) {
        flow->left[flow->queue[i]] -= least;
        flow->left[flow->queue[i] ^ 1] += least;
    }
    return least;
}

/* All paths of the levels, one after the other. */
static int64_t push_levels(struct flow *flow)
{
    int64_t sum = 0;
    for (int i = 0; i < flow->nodes; i++)
        flow->at[i] = flow->first[i];
    int node = 0, edges = 0;
    for (;;) {
        int e = node == 1 ? -1 : next_edge(flow, node);
        if (node == 1) {
            sum += push_path(flow, edges);
            node = edges = 0;
        } else if (e >= 0) {
            flow->queue[edges++] = e;
            node = flow->target[e];
        } else if (node == 0) {
            return sum;
        } else {
            flow->level[node] = -1;
            node = flow->target[flow->queue[--edges] ^ 1];
        }
    }
}

int64_t flow_push(struct flow *flow)
{
    int64_t sum = 0;
    while (find_levels(flow))
        sum += push_levels(flow);
    return sum;
}

int64_t flow_of(const struct flow *flow, int edge)
{
    return flow->left[edge ^ 1];
}
