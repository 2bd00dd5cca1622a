#include "core/assign/assign.h"

static void add_phase(const struct assign_problem *problem, int site, int p,
                      int from, double *room)
{
    int R = problem->resources, T = problem->years;
    for (int t = from; t < T; t++) {
        for (int r = 0; r < R; r++)
            room[((size_t)site * (size_t)T + (size_t)t) * (size_t)R +
                 (size_t)r] += problem->phases.room[p * R + r];
    }
}

void assign_room(const struct assign_problem *problem, const int *opens,
                 double *room)
{
    size_t cells = (size_t)problem->sites * (size_t)problem->years *
                   (size_t)problem->resources;
    for (size_t i = 0; i < cells; i++)
        room[i] = 0;
    const int *start = problem->phases.start;
    for (int k = 0; k < problem->sites; k++) {
        for (int p = start[k]; p < start[k + 1]; p++)
            add_phase(problem, k, p, opens[p], room);
    }
}
