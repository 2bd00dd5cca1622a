/* The largest flow from node 0 to node 1, in whole numbers.
 *
 * After E. A. Dinic (1970), Soviet Mathematics Doklady 11: shortest paths by
 * levels, until none is left.  Edges may be added between pushes; what flows
 * out of an edge of node 0 never gets less by a later push.
 */
#ifndef CORE_SCHEDULE_FLOW_H
#define CORE_SCHEDULE_FLOW_H

#include <stdint.h>

struct flow {
    int nodes, edges, room;
    int *first;              /* [node] edge, -1 */
    int *next, *target;      /* [edge]; edges come in pairs, there and back */
    int64_t *left;           /* [edge] */
    int *level, *at, *queue; /* [node] */
};

void flow_init(struct flow *flow, int nodes);
void flow_release(struct flow *flow);

/* Returns the number of the edge. */
int flow_edge(struct flow *flow, int from, int to, int64_t most);

/* Push what more can flow; returns how much that was. */
int64_t flow_push(struct flow *flow);

/* What flows through an edge. */
int64_t flow_of(const struct flow *flow, int edge);

#endif
